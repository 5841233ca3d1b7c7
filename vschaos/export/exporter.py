"""The export from beginning to end: load, script, verify, write. Runs in a process of its own (``vschaos script``).

One command, one folder: ``NAME/`` with the module ``NAME.ts``, patches for Pure Data and Max, and a card. Everything is
prepared and checked elsewhere; the folder gets only finished files. So a failure or an interruption, at any moment,
leaves what was there unchanged, and nothing half made.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vschaos.devices import one_thread
from vschaos.errors import ExportError
from vschaos.export import patches_max, patches_pd
from vschaos.export.card_text import card_text
from vschaos.export.description import ExportDescription
from vschaos.export.earlier import other_export, refuse_other, written_patches
from vschaos.export.folder import publish, staged_folder
from vschaos.export.fresh_process import verify_in_fresh_process
from vschaos.export.kept_patches import keep_changed
from vschaos.export.patch_name import SUFFIX, patch_name
from vschaos.export.reference import live_reference
from vschaos.export.report import Check, Progress, Stage, StageBegun, Verified
from vschaos.export.torchscript_file import torchscript_file
from vschaos.files import write_file
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.start import with_start

CARD_SUFFIX = ".md"
FALLBACK_NAME = "instrument"


@dataclass(frozen=True)
class Exported:
    """A finished export.

    Attributes
    ----------
    path
        The module, ``NAME/NAME.ts``.
    files
        All files of the folder ``NAME/`` that were written.
    kept
        Those among them that are patches of before, which a person had changed.
    description
        What it offers.
    verified
        What its check found.
    """

    path: Path
    files: tuple[Path, ...]
    kept: tuple[Path, ...]
    description: ExportDescription
    verified: Verified


def export_nn_tilde(
    source: Path,
    folder: Path,
    name: str = "",
    *,
    lookahead: int = 0,
    sample_rate_hz: int = 0,
    replace: bool = False,
    progress: Callable[[Progress], None],
    verify: Callable[[Path, Path, Callable[[Check], None]], Verified] = verify_in_fresh_process,
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
    sample_rate_hz
        At which Max or Pd runs; 0: the instrument's own.
    replace
        Whether another instrument's export of that name may be replaced; its own always is.
    progress
        Called with each stage as it begins, and each check as it passes.
    verify
        The check, given the file, the reference and what to call with each check that passed; by default in a fresh
        process.

    Raises
    ------
    InstrumentError
        If the instrument cannot be read.
    ExportError
        If a check failed, the folder cannot be written or holds another instrument's export; nothing is left behind.
    """
    progress(StageBegun(Stage.LOAD, f"Opening “{source.name}”."))
    folder = folder.expanduser()
    _refuse_unwritable_folder(folder)
    instrument = with_start(read_instrument(source))
    card, latent_map = instrument.card, instrument.latent_map
    name = patch_name(name) or patch_name(card.name) or patch_name(source.stem) or FALLBACK_NAME
    target = folder / name
    if target.exists():
        _refuse_unwritable_folder(target)
    if not replace:
        refuse_other(target / f"{name}{SUFFIX}", card)
    live = streaming_instrument(instrument, lookahead)
    try:
        with one_thread(), tempfile.TemporaryDirectory(prefix="vschaos-export-") as workshop:
            draft, reference = Path(workshop) / f"{name}{SUFFIX}", Path(workshop) / "reference.safetensors"
            progress(StageBegun(Stage.SCRIPT, f"Turning “{card.name}” into a module for nn~."))
            content, description = torchscript_file(card, live, latent_map, name, sample_rate_hz)
            write_file(draft, content)
            live_reference(live, card.labels, latent_map, host_hz=sample_rate_hz).save(reference)
            progress(StageBegun(Stage.VERIFY, "Checking the module in a fresh process."))
            verified = verify(draft, reference, progress)
        progress(StageBegun(Stage.WRITE, f"Writing “{target}”."))
        files, kept = _write(target, content, description, same=not other_export(target / f"{name}{SUFFIX}", card))
    except OSError as error:
        raise _unwritable(target, error) from error
    return Exported(target / f"{name}{SUFFIX}", files, kept, description, verified)


def _refuse_unwritable_folder(folder: Path) -> None:
    """Refuse a folder that cannot be written before the work, not after it; what is made to find out is removed."""
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir():
        raise _unwritable(folder, OSError(errno.ENOTDIR, f"“{nearest.name}” is not a folder"))
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _unwritable(folder, OSError(errno.EACCES, "you have no permission to write there"))
    try:
        with staged_folder(folder):
            pass
    except OSError as error:
        raise _unwritable(folder, error) from error


def _write(
    target: Path, content: bytes, description: ExportDescription, *, same: bool
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Put the module, the patches and the card in place; the paths of all, and of the patches that were kept.

    ``same``: whether an export in their place is of the same instrument.
    """
    name = description.name
    with staged_folder(target.parent) as stage:
        write_file(stage / f"{name}{SUFFIX}", content)
        written = patches_pd.write_patches(stage, description), patches_max.write_patches(stage, description)
        patches = [path.name for paths in written for path in paths]
        names = [path.name for path in sorted(stage.iterdir())]
        write_file(stage / f"{name}{CARD_SUFFIX}", card_text(description, names).encode())
        kept = keep_changed(stage, target, patches, written_patches(target / f"{name}{SUFFIX}"), numbers=same)
        files = tuple(target / path.name for path in sorted(stage.iterdir()))
        publish(stage, target)
    return files, tuple(target / file_name for file_name in kept)


def _unwritable(target: Path, error: OSError) -> ExportError:
    return ExportError(
        f"The export could not be saved as “{target}”: {error.strerror or error}.",
        "Choose a folder with write permission, on a disk with free space.",
    )
