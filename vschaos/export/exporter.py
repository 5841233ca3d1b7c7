"""The export from beginning to end: load, script, verify, write. Runs in a process of its own (``vschaos script``).

One command, one folder: ``NAME/`` with the module ``NAME.ts``, patches for Pure Data and Max, and a card. Everything is
prepared and checked aside; the folder sees only finished files. So a failure or an interruption, at any moment, leaves
what was there as it was, and nothing half made.
"""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export import patches_max, patches_pd
from vschaos.export.card_text import card_text
from vschaos.export.description import ExportDescription
from vschaos.export.folder import publish, staged_folder
from vschaos.export.fresh_process import verify_in_fresh_process
from vschaos.export.reference import live_reference, one_thread
from vschaos.export.report import Verified
from vschaos.export.torchscript_file import torchscript_file
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument

SUFFIX = ".ts"
CARD_SUFFIX = ".md"
FALLBACK_NAME = "instrument"
MAX_NAME = 100
_UNSAFE = re.compile(r'[\s,;$\\/:*?"<>|\x00-\x1f]+')


class Stage(Enum):
    """Where an export is."""

    LOAD = "load"
    SCRIPT = "script"
    VERIFY = "verify"
    WRITE = "write"


@dataclass(frozen=True)
class Exported:
    """A finished export.

    Attributes
    ----------
    path
        The module, ``NAME/NAME.ts``.
    files
        All files of the folder ``NAME/`` that were written.
    description
        What it offers.
    verified
        What its check found.
    """

    path: Path
    files: tuple[Path, ...]
    description: ExportDescription
    verified: Verified


def export_nn_tilde(
    source: Path,
    folder: Path,
    name: str = "",
    *,
    lookahead: int = 0,
    tell: Callable[[Stage, str], None],
    verify: Callable[[Path, Path], Verified] = verify_in_fresh_process,
) -> Exported:
    """Export an instrument file for nn~.

    Parameters
    ----------
    source
        A ``.vschaos`` file.
    folder
        Where to make the folder ``NAME``; made if missing.
    name
        Of the export; the instrument's own by default. Made safe for Max and Pd.
    lookahead
        Frames (0 or 1) that the phase may look ahead: cleaner, and a hop later.
    tell
        Called with each stage as it begins, and a sentence.
    verify
        The check, given the file and the reference; by default in a fresh process.

    Raises
    ------
    InstrumentError
        If the instrument cannot be read.
    ExportError
        If a check failed or the folder cannot be written; nothing is left behind.
    """
    tell(Stage.LOAD, f"Opening “{source.name}”.")
    folder = folder.expanduser()
    _refuse_hopeless_folder(folder)
    instrument = read_instrument(source)
    card, terrain = instrument.card, instrument.terrain
    name = patch_name(name) or patch_name(card.name) or patch_name(source.stem) or FALLBACK_NAME
    target = folder / name
    if target.exists():
        _refuse_hopeless_folder(target)
    live = streaming_instrument(instrument, lookahead)
    try:
        with one_thread(), tempfile.TemporaryDirectory(prefix="vschaos-export-") as workshop:
            draft, reference = Path(workshop) / f"{name}{SUFFIX}", Path(workshop) / "reference.safetensors"
            tell(Stage.SCRIPT, f"Turning “{card.name}” into a module for nn~.")
            content, description = torchscript_file(card, live, terrain, name)
            draft.write_bytes(content)
            live_reference(live, card.labels, terrain).save(reference)
            tell(Stage.VERIFY, "Checking the module in a fresh process.")
            verified = verify(draft, reference)
        tell(Stage.WRITE, f"Writing “{target}”.")
        files = _write(target, content, description)
    except OSError as error:
        raise _unwritable(target, error) from error
    return Exported(target / f"{name}{SUFFIX}", files, description, verified)


def patch_name(name: str) -> str:
    """A name that Max and Pd take as one word: spaces and characters that mean something to them become ``_``."""
    return _UNSAFE.sub("_", name.removesuffix(SUFFIX)).strip("._")[:MAX_NAME]


def _refuse_hopeless_folder(folder: Path) -> None:
    """Tell of a folder that cannot be written now, not after the work."""
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir():
        raise _unwritable(folder, OSError(errno.ENOTDIR, f"“{nearest.name}” is not a folder"))
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _unwritable(folder, OSError(errno.EACCES, "writing there is not allowed"))


def _write(target: Path, content: bytes, description: ExportDescription) -> tuple[Path, ...]:
    """Put the module, the patches and the card in place; their paths."""
    name = description.name
    with staged_folder(target.parent) as stage:
        (stage / f"{name}{SUFFIX}").write_bytes(content)
        patches_pd.write_patches(stage, description)
        patches_max.write_patches(stage, description)
        names = [path.name for path in sorted(stage.iterdir())]
        (stage / f"{name}{CARD_SUFFIX}").write_text(card_text(description, names), encoding="utf-8")
        files = tuple(target / path.name for path in sorted(stage.iterdir()))
        publish(stage, target)
    return files


def _unwritable(target: Path, error: OSError) -> ExportError:
    return ExportError(
        f"The export could not be saved as “{target}”: {error.strerror or error}.",
        "Choose a folder that you may write to, on a disk with free space.",
    )
