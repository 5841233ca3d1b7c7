"""Patches that control the studio over OSC, for Pd, Max, Open Stage Control and TouchOSC, in a folder of choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from vschaos.errors import VschaosError
from vschaos.osc.ports import OscSettings
from vschaos.performance.controls import Playable
from vschaos_studio.language import tr
from vschaos_studio.state.notices import Notices, already_there


def remotes() -> dict[str, ModuleType]:
    """What makes the patches, by their kinds; imported here, as it is not needed at first."""
    from vschaos.patching import remote_max, remote_pd, stage_control, touch_osc

    return {"pd": remote_pd, "max": remote_max, "stage": stage_control, "touch": touch_osc}


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
        """Ask for a folder, and write the patch of a kind of :func:`remotes` there; ask before one is replaced."""
        chosen = QFileDialog.getExistingDirectory(self._page, tr("Save the patch in"))
        if not chosen:
            return
        remote = remotes()[kind]
        path = Path(chosen) / remote.FILE_NAME
        write = partial(self._write, remote, path)
        if path.exists():
            self._notices.post(already_there(path, write))
        else:
            write()

    def _write(self, remote: ModuleType, path: Path) -> None:
        try:
            remote.remote_patch(self._playable(), self._settings(), self._instrument()).save(path)
        except OSError as error:
            self._notices.error(
                VschaosError(
                    tr("The patch cannot be saved in “{folder}”: {reason}.", folder=path.parent, reason=error.strerror),
                    tr("Choose another folder."),
                )
            )
            return
        self._notices.info(tr("Saved “{file}” in “{folder}”.", file=path.name, folder=path.parent))
