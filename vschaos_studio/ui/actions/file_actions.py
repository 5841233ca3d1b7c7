"""Actions of the File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from vschaos.errors import VschaosError
from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.services.file_copy import copy_whole

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow

FILTER = f"Instruments (*{SUFFIX})"


def open_instrument(window: MainWindow) -> None:
    """Ask for an instrument file and play it."""
    start = window.instrument.parent if window.instrument is not None else Path.home()
    chosen, _ = QFileDialog.getOpenFileName(window, "Open instrument", str(start), FILTER)
    if chosen:
        window.open_instrument(Path(chosen))


def open_sounds(window: MainWindow) -> None:
    """Ask for a folder of sounds and list it."""
    start = window.last_sounds_folder or Path.home()
    chosen = QFileDialog.getExistingDirectory(window, "Open sounds folder", str(start))
    if chosen:
        window.open_sounds(Path(chosen))


def save_instrument_copy(window: MainWindow) -> None:
    """Ask where to, and copy the instrument that is played."""
    source = window.instrument
    if source is None:
        window.notices.error(
            VschaosError("There is no instrument to save.", "Open one, or learn one from your sounds.")
        )
        return
    suggested = Path.home() / f"{window.instrument_name}{SUFFIX}"
    chosen, _ = QFileDialog.getSaveFileName(window, "Save a copy of the instrument", str(suggested), FILTER)
    if not chosen:
        return
    target = Path(chosen)
    if target.suffix != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    try:
        copy_whole(source, target)
    except VschaosError as error:
        window.notices.error(error)
    else:
        window.notices.info(f"Saved as “{target}”.")


def quit_studio(window: MainWindow) -> None:
    """Close the window, and with it the program."""
    window.close()
