"""Recording the sound: start and stop, the time, and saving the last minute."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos.realtime.protocol import Recorded, RecordingView
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, icon_button, plain_tip, show_tone
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

WIDTH = 288
"""Pixels, however long the file's name is; more where its buttons need it."""

MOST_PAST_S = 60
LEAST_PAST_S = 1.0
"""Less than this is not worth a file."""

SHOWN_S = 6.0
"""How long the name of a finished file is shown."""

BLINK_S = 1.0
RECORD_TIP = tr("Record the sound to a file, with 24 bits")
SAVE_LAST_TIP = tr("Save the last minute to a file, even if nothing was recorded")
STOP_TIP = tr("Stop the recording")
IDLE = tr("The last minute can be saved")


class RecordBar(QWidget):
    """A record button with its time, and a button that saves the last minute.

    Signals
    -------
    record_toggled
        The user wants a recording to start, or to stop.
    save_last_pressed
        The user wants the last seconds written.
    folder_pressed
        The user wants to see the recordings.

    Parameters
    ----------
    clock
        Seconds, monotonic: the dot blinks by it.
    """

    record_toggled = Signal(bool)
    save_last_pressed = Signal()
    folder_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        clock: Callable[[], float] = time.monotonic,
        is_still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._is_still = is_still
        self._shown_until = -float("inf")
        self._recording: bool | None = None
        self._icons = (icon("record", theme, "danger"), icon("stop", theme, "danger"))
        self.record = button(tr("Record"), "recording")
        self.record.setCheckable(True)
        self.record.clicked.connect(self.record_toggled)
        self.record.setFixedWidth(_widest(self.record, (tr("Record"), "8:88:88")))
        self.dot = _Dot(theme)
        self.save_last = button("", tip=SAVE_LAST_TIP, press=self.save_last_pressed)
        self.save_last.setIcon(icon("save-last", theme))
        self.save_last.setFixedWidth(_widest(self.save_last, (_save_text(MOST_PAST_S), _save_text(0))))
        self.folder = icon_button("open", tr("Show the folder of recordings"), theme, press=self.folder_pressed)
        self.line = ElidedLabel("", "small")
        vbox(
            hbox(self.record, STRETCH, self.save_last, self.folder),
            hbox(self.dot, (self.line, 1), spacing=6),
            spacing=4,
            on=self,
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show_recording(RecordingView())

    def sizeHint(self) -> QSize:
        """See QWidget; of one width, whatever it shows."""
        return QSize(max(WIDTH, self.minimumSizeHint().width()), super().sizeHint().height())

    def show_recording(self, view: RecordingView) -> None:
        """Show the state of the recording; call it as often as the view is refreshed, the dot blinks by it."""
        recording = bool(view.path)
        now = self._clock()
        if not self.record.isDown():
            self.record.setChecked(recording)
        if recording != self._recording:
            self._recording = recording
            self.record.setIcon(self._icons[recording])
            self.record.setAccessibleName(tr("Stop recording") if recording else tr("Record"))
            self.record.setToolTip(STOP_TIP if recording else RECORD_TIP)
        _set_text(self.record, clock_text(view.seconds) if recording else tr("Record"))
        self.dot.show_lit(recording, recording and (self._is_still() or now % BLINK_S < BLINK_S / 2))
        past = min(int(view.past_s), MOST_PAST_S)
        _set_text(self.save_last, _save_text(past))
        self.save_last.setEnabled(view.past_s >= LEAST_PAST_S)
        if recording:
            self._show_line(Path(view.path).name)
        elif now >= self._shown_until:
            self._show_line(IDLE)

    def show_recorded(self, recorded: Recorded) -> None:
        """Show the name of a finished file for some seconds."""
        self._shown_until = self._clock() + SHOWN_S
        self._show_line(tr("Saved as {file}", file=Path(recorded.path).name), "good")
        self.line.setToolTip(plain_tip(f"{recorded.path}\n{clock_text(recorded.seconds)}"))

    def _show_line(self, text: str, tone: str = "") -> None:
        if text != self.line.text():
            self.line.setText(text)
            show_tone(self.line, tone)


def clock_text(seconds: float) -> str:
    """Seconds as minutes and seconds, with hours where there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _save_text(past_s: int) -> str:
    return tr("Save last {seconds} s", seconds=past_s) if past_s else tr("Save the last")


def _set_text(one: QWidget, text: str) -> None:
    # A button lays itself out anew for each text, also for the one it has.
    if one.property("text") != text:
        one.setProperty("text", text)


def _widest(one: QWidget, texts: tuple[str, ...]) -> int:
    """Width in pixels of a button with a picture and the longest of the texts."""
    return max(one.fontMetrics().horizontalAdvance(text) for text in texts) + 54


class _Dot(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._recording = False
        self.lit = False
        self.setFixedSize(QSize(12, 12))
        self.setToolTip(tr("Blinks while a recording is made"))

    def show_lit(self, recording: bool, lit: bool) -> None:
        if (recording, lit) != (self._recording, self.lit):
            self._recording, self.lit = recording, lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.danger if self._recording else self._theme.outline), 1))
        painter.setBrush(QColor(self._theme.danger) if self.lit else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(2, 2, 8, 8)
        painter.end()
