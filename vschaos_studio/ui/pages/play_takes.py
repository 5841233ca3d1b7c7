"""What is kept of playing: recordings of the sound, and gestures as files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from vschaos.errors import VschaosError
from vschaos.realtime.protocol import OpenGesture, Recorded, SaveGesture, SaveLast, StartRecording, StopRecording
from vschaos_studio.services.engine_bridge import EngineBridge
from vschaos_studio.services.recordings import file_words, new_recording, recordings_folder
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import RECORDINGS_FOLDER
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.widgets.gesture_bar import GestureBar
from vschaos_studio.ui.widgets.record_bar import RecordBar

GESTURES = "Gestures (*.json *.csv)"


class Takes(QObject):
    """Answers the record bar's and the gesture bar's wishes.

    Parameters
    ----------
    instrument
        Tells the name of the instrument that plays.
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
        bridge.recorded.connect(self._tell_recorded)

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        return recordings_folder(self._settings.get(RECORDINGS_FOLDER))

    @property
    def recording(self) -> bool:
        """Whether the engine writes a recording."""
        snapshot = self._bridge.snapshot
        return snapshot is not None and bool(snapshot.recording.path)

    def record(self, wanted: bool) -> None:
        """Begin a recording, or end it."""
        if not wanted:
            self._bridge.order(StopRecording())
        elif (path := self._new_path()) is not None:
            self._bridge.order(StartRecording(path))

    def toggle(self) -> None:
        """Record if nothing is recorded, else end the recording."""
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
                VschaosError(f"“{self.folder}” cannot be made: {error.strerror or error}.", "Choose another folder.")
            )
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder))):
            self._notices.info(f"Recordings are in “{self.folder}”.")

    def choose_folder(self) -> None:
        """Ask where recordings are to go."""
        chosen = QFileDialog.getExistingDirectory(self._page, "Recordings folder", str(self.folder))
        if chosen:
            self._settings.set(RECORDINGS_FOLDER, chosen)
            self._notices.info(f"Recordings go to “{chosen}” from now on.")

    def save_gesture(self) -> None:
        """Ask where to, and have the gesture written."""
        suggested = Path.home() / f"{file_words(self._instrument())} gesture.json"
        chosen, _ = QFileDialog.getSaveFileName(self._page, "Save the gesture", str(suggested), GESTURES)
        if chosen:
            path = Path(chosen)
            known = path.suffix.lower() in (".json", ".csv")
            self._bridge.order(SaveGesture(str(path if known else path.with_name(f"{path.name}.json"))))

    def open_gesture(self) -> None:
        """Ask for a gesture, and have it taken up."""
        chosen, _ = QFileDialog.getOpenFileName(self._page, "Open a gesture", str(Path.home()), GESTURES)
        if chosen:
            self._bridge.order(OpenGesture(chosen))

    def _new_path(self) -> str | None:
        try:
            return str(new_recording(self.folder, self._instrument(), self._now()))
        except VschaosError as error:
            self._notices.error(error)
            return None

    def _tell_recorded(self, recorded: Recorded) -> None:
        self._record_bar.show_recorded(recorded)
