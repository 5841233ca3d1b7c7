"""Recordings of the sound, and gestures as files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from vschaos.errors import VschaosError
from vschaos.realtime.protocol import OpenGesture, Recorded, SaveGesture, SaveLast, StartRecording, StopRecording
from vschaos_studio.language import tr
from vschaos_studio.services.engine_bridge import EngineBridge
from vschaos_studio.services.recordings import file_words, new_recording, recordings_folder
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RECORDINGS_FOLDER
from vschaos_studio.state.notices import Notices, already_there
from vschaos_studio.ui.local_urls import show_folder
from vschaos_studio.ui.play.gesture_bar import GestureBar
from vschaos_studio.ui.play.record_bar import RecordBar

GESTURES = tr("Gestures") + " (*.json *.csv)"


class PlayRecordings(QObject):
    """Does what the record bar and the gesture bar ask for.

    Parameters
    ----------
    instrument
        Returns the name of the instrument that plays.
    now
        The time of day, for names.
    """

    def __init__(
        self,
        *,
        bridge: EngineBridge,
        settings: Settings,
        notices: Notices,
        record_bar: RecordBar,
        gesture_bar: GestureBar,
        instrument: Callable[[], str],
        page: QWidget,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._settings = settings
        self._notices = notices
        self._record_bar = record_bar
        self._instrument = instrument
        self._page = page
        self._now = now
        record_bar.record_toggled.connect(self.record)
        record_bar.save_last_pressed.connect(self.save_last)
        record_bar.folder_pressed.connect(self.show_folder)
        gesture_bar.save_pressed.connect(self.save_gesture)
        gesture_bar.open_pressed.connect(self.open_gesture)
        bridge.recorded.connect(self._on_recorded)

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        return recordings_folder(self._settings.get(RECORDINGS_FOLDER))

    @property
    def recording(self) -> bool:
        """Whether the engine writes a recording."""
        status = self._bridge.status
        return status is not None and bool(status.recording.path)

    def record(self, wanted: bool) -> None:
        """Start a recording, or stop it."""
        if not wanted:
            self._bridge.order(StopRecording())
        elif (path := self._new_path()) is not None:
            self._bridge.order(StartRecording(path))

    def toggle(self) -> None:
        """Start a recording, or stop the one that runs."""
        self.record(not self.recording)

    def save_last(self) -> None:
        """Write what was heard in the last minute."""
        if (path := self._new_path()) is not None:
            self._bridge.order(SaveLast(path))

    def show_folder(self) -> None:
        """Open the folder of recordings in the system's file manager."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._notices.error(
                VschaosError(
                    tr(
                        "The folder “{folder}” cannot be created: {reason}.",
                        folder=self.folder,
                        reason=error.strerror or error,
                    ),
                    tr("Choose another folder."),
                )
            )
            return
        show_folder(self.folder, self._notices)

    def choose_folder(self) -> None:
        """Ask for another folder for recordings."""
        chosen = QFileDialog.getExistingDirectory(self._page, tr("Recordings folder"), str(self.folder))
        if chosen:
            self._settings.set(RECORDINGS_FOLDER, chosen)
            self._notices.info(tr("New recordings go to “{folder}”.", folder=chosen))

    def save_gesture(self) -> None:
        """Ask for a file, and have the engine write the gesture to it."""
        name = tr("{instrument} gesture", instrument=file_words(self._instrument()))
        suggested = Path.home() / f"{name}.json"
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("Save the gesture"), str(suggested), GESTURES)
        if chosen:
            path = Path(chosen)
            order = SaveGesture(chosen)
            if path.suffix.lower() not in (".json", ".csv"):
                path = path.with_name(f"{path.name}.json")
                order = SaveGesture(str(path))
                # The file dialog has asked about the name as it was typed.
                if path.exists():
                    self._notices.post(already_there(path, partial(self._bridge.order, order)))
                    return
            self._bridge.order(order)

    def open_gesture(self) -> None:
        """Ask for a gesture file, and have the engine load it."""
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("Open a gesture"), str(Path.home()), GESTURES)
        if chosen:
            self._bridge.order(OpenGesture(chosen))

    def _new_path(self) -> str | None:
        try:
            return str(new_recording(self.folder, self._instrument(), self._now()))
        except VschaosError as error:
            self._notices.error(error)
            return None

    def _on_recorded(self, recorded: Recorded) -> None:
        self._record_bar.show_recorded(recorded)
