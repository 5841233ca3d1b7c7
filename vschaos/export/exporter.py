"""The export from beginning to end: load, script, verify, write. Runs in a process of its own (``vschaos script``).

Everything is prepared and checked in a temporary folder; the target folder sees only the finished file, put in place
at once. So a failure or an interruption, at any moment, leaves the target as it was.
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
from vschaos.export.fresh_process import verify_in_fresh_process
from vschaos.export.reference import live_reference
from vschaos.export.report import Verified
from vschaos.export.torchscript_file import torchscript_file
from vschaos.files import replacing
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument

SUFFIX = ".ts"
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
    """A finished export: where it is, and what its check found."""

    path: Path
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
        Where to write; made if missing.
    name
        Of the file, without its ending; the instrument's own by default. Made safe for Max and Pd.
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
        If a check failed or the file cannot be written; nothing is left behind.
    """
    tell(Stage.LOAD, f"Opening “{source.name}”.")
    target = folder.expanduser() / f"{patch_name(name) or patch_name(source.stem)}{SUFFIX}"
    _refuse_hopeless_folder(target.parent)
    instrument = read_instrument(source)
    if not name:
        target = target.with_name(f"{patch_name(instrument.card.name) or patch_name(source.stem)}{SUFFIX}")
    live = streaming_instrument(instrument, lookahead)
    try:
        with tempfile.TemporaryDirectory(prefix="vschaos-export-") as workshop:
            draft, reference = Path(workshop) / f"draft{SUFFIX}", Path(workshop) / "reference.safetensors"
            tell(Stage.SCRIPT, f"Turning “{instrument.card.name}” into a module for nn~.")
            draft.write_bytes(torchscript_file(instrument.card, live))
            live_reference(live, instrument.card.labels).save(reference)
            tell(Stage.VERIFY, "Checking the module in a fresh process.")
            verified = verify(draft, reference)
            tell(Stage.WRITE, f"Writing “{target}”.")
            _publish(draft, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    return Exported(target, verified)


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


def _publish(draft: Path, target: Path) -> None:
    """Put the finished file in place: the old one or the new one is there at any moment, never half of one."""
    made = _make_folders(target.parent)
    try:
        with replacing(target) as file:
            file.write(draft.read_bytes())
        made.clear()
    finally:
        for folder in reversed(made):
            folder.rmdir()


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns those that were not there, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _unwritable(target: Path, error: OSError) -> ExportError:
    return ExportError(
        f"The export could not be saved as “{target}”: {error.strerror or error}.",
        "Choose a folder that you may write to, on a disk with free space.",
    )
