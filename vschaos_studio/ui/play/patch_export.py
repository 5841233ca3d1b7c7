"""Patches that control the studio over OSC, for Pd, Max and Open Stage Control, in a folder of the user's choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from vschaos.errors import VschaosError
from vschaos.osc.ports import OscSettings
from vschaos.performance.controls import Playable
from vschaos_studio.language import tr
from vschaos_studio.state.notices import Notices, already_there


class PlayPatches(QObject):
    """Writes the patches that the OSC panel offers.

    Parameters
    ----------
    playable, instrument, settings
        Return what can be played, its name, and the OSC settings, at the moment of writing.
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
        """Ask for a folder, and write the patch there: “pd”, “max”, or “stage”; ask before one is replaced."""
        # Imported here, as they are not needed at first.
        from vschaos.patching import remote_max, remote_pd, stage_control

        chosen = QFileDialog.getExistingDirectory(self._page, tr("Save the patch in"))
        if not chosen:
            return
        patch = {"pd": remote_pd, "max": remote_max, "stage": stage_control}[kind]
        write = partial(self._write, patch.write_remote, Path(chosen))
        path = Path(chosen) / patch.FILE_NAME
        if path.exists():
            self._notices.post(already_there(path, write))
        else:
            write()

    def _write(self, write_remote: Callable[..., Path], folder: Path) -> None:
        try:
            path = write_remote(folder, self._playable(), self._settings(), self._instrument())
        except OSError as error:
            self._notices.error(
                VschaosError(
                    tr("The patch cannot be saved in “{folder}”: {reason}.", folder=folder, reason=error.strerror),
                    tr("Choose another folder."),
                )
            )
            return
        self._notices.info(tr("Saved “{file}” in “{folder}”.", file=path.name, folder=path.parent))
