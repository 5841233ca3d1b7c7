"""The sounds that come with the program, to try learning with: copied into the user's documents. Qt-free.

What is installed is never written to, so that labels are kept beside the copies. Runs in a task's worker.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import vschaos_resources

from vschaos.errors import VschaosError
from vschaos_studio.language import tr, translated
from vschaos_studio.services.file_copy import copy_whole

INSTALLED = vschaos_resources.ROOT / "sounds"


@dataclass(frozen=True)
class FirstSounds:
    """The copies, and whether they were made just now."""

    folder: Path
    is_new: bool


def first_sounds_folder() -> Path:
    """Where the copies are."""
    return platformdirs.user_documents_path() / "vschaos studio" / tr("First sounds")


def first_sounds_count() -> int:
    """How many sounds there are."""
    return len(list(INSTALLED.glob("*.ogg")))


def copy_first_sounds(folder: Path) -> FirstSounds:
    """Copy them, with their labels, unless the folder is there; it is whole or absent.

    Raises
    ------
    VschaosError
        If they cannot be copied.
    """
    if folder.is_dir() and any(folder.iterdir()):
        return FirstSounds(folder, is_new=False)
    try:
        if folder.is_dir():
            folder.rmdir()
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".") as unfinished:
            copy = Path(unfinished) / folder.name
            for source in sorted(INSTALLED.rglob("*.*")):
                target = copy / source.relative_to(INSTALLED)
                target.parent.mkdir(parents=True, exist_ok=True)
                copy_whole(source, target)
            copy.rename(folder)
    except OSError as error:
        reason = translated(error.strerror or str(error))
        raise VschaosError(
            tr("The sounds could not be copied to “{folder}”: {reason}.", folder=folder, reason=reason),
            tr("Free space on the disk, or choose a folder of sounds of your own."),
        ) from error
    return FirstSounds(folder, is_new=True)
