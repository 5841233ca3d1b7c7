"""Actions of the File menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from vschaos.errors import VschaosError
from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.language import tr
from vschaos_studio.services.file_copy import copy_whole
from vschaos_studio.services.recordings import file_words
from vschaos_studio.state.notices import already_there
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.dialogs.save_target import ask_save_target

FILTER = tr("Instruments") + f" (*{SUFFIX})"


def open_instrument(window: StudioWindow) -> None:
    """Ask for an instrument file and play it."""
    played = window.play.instrument
    start = played.parent if played is not None else Path.home()
    chosen, _ = QFileDialog.getOpenFileName(window, tr("Open instrument"), str(start), FILTER)
    if chosen:
        window.open_instrument(Path(chosen))


def open_sounds(window: StudioWindow) -> None:
    """Ask for a folder of sounds and list it."""
    start = window.last_sounds_folder or Path.home()
    chosen = QFileDialog.getExistingDirectory(window, tr("Open sounds folder"), str(start))
    if chosen:
        window.open_sounds(Path(chosen))


def save_copy(window: StudioWindow) -> None:
    """Ask where to, and copy the instrument that is played."""
    source = window.play.instrument
    if source is None:
        window.notices.error(
            VschaosError(tr("There is no instrument to save."), tr("Open an instrument, or train one on your sounds."))
        )
        return
    suggested = Path.home() / f"{file_words(window.play.instrument_name)}{SUFFIX}"
    match ask_save_target(window, tr("Save a copy of the instrument"), suggested, FILTER):
        case (target, True):
            window.notices.post(already_there(target, partial(_copy, window, source, target)))
        case (target, False):
            _copy(window, source, target)


def _copy(window: StudioWindow, source: Path, target: Path) -> None:
    try:
        copy_whole(source, target)
    except VschaosError as error:
        window.notices.error(error)
    else:
        window.notices.info(tr("Saved as “{file}”.", file=target))
