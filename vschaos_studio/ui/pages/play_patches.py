"""Patches for Pd and Max that play the app over OSC, written where the user wants them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from vschaos.errors import VschaosError
from vschaos.osc.ports import OscSettings
from vschaos.patching import remote_max, remote_pd
from vschaos.performance.controls import Playable
from vschaos_studio.state.notices import Notices

PATCHES = {"pd": remote_pd, "max": remote_max}


class PlayPatches(QObject):
    """Answers the OSC panel's wish for a patch.

    Parameters
    ----------
    playable, instrument, settings
        Tell what there is to be played, its name, and how OSC is set, at the moment of writing.
    """

    def __init__(
        self,
        *,
        notices: Notices,
        playable: Callable[[], Playable],
        instrument: Callable[[], str],
        settings: Callable[[], OscSettings],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._notices = notices
        self._playable = playable
        self._instrument = instrument
        self._settings = settings
        self._page = page

    def save(self, kind: str) -> None:
        """Ask for a folder, and write the patch for “pd” or “max” there."""
        chosen = QFileDialog.getExistingDirectory(self._page, "Save the patch in")
        if not chosen:
            return
        try:
            path = PATCHES[kind].write_remote(Path(chosen), self._playable(), self._settings(), self._instrument())
        except OSError as error:
            self._notices.error(
                VschaosError(f"The patch cannot be saved in “{chosen}”: {error.strerror}.", "Choose another folder.")
            )
            return
        self._notices.info(f"“{path.name}” is in “{path.parent}”.")
