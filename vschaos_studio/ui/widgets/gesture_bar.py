"""What the hands did, taken up and played again: the deck's buttons, its speed, and where it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vschaos.performance.controls import Playable
from vschaos.performance.gestures import GestureStatus
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_row import ControlRow, figure
from vschaos_studio.ui.widgets.control_switch import IconSwitch
from vschaos_studio.ui.widgets.roles import label

CONTROLS = {control.id: control for control in control_table(Playable(latent_dims=1))}
SPEED_NAME_WIDTH = 44


class GestureBar(QWidget):
    """One line of buttons, with the gesture's way below them.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    save_pressed, open_pressed
        The user wants the gesture written to a file, or one read.
    """

    moved = Signal(str, object)
    save_pressed = Signal()
    open_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = GestureStatus()

        def switch(part: str, picture: str, name: str, *, colour: str = "", on_picture: str = "") -> IconSwitch:
            control = CONTROLS[f"gesture.{part}"]
            made = IconSwitch(control, picture, name, theme, colour=colour, on_colour=colour, on_picture=on_picture)
            made.moved.connect(lambda value: self.moved.emit(control.id, (value,)))
            return made

        self.record = switch("record", "record", "Take up a gesture", colour=theme.danger)
        self.play = switch("play", "start", "Play the gesture", on_picture="stop")
        self.loop = switch("loop", "loop", "Loop")
        self.overdub = switch("overdub", "overdub", "Overdub")
        self._switches = {
            "gesture.record": self.record,
            "gesture.play": self.play,
            "gesture.loop": self.loop,
            "gesture.overdub": self.overdub,
        }
        self.speed = ControlRow(CONTROLS["gesture.speed"], theme, name="speed", name_width=SPEED_NAME_WIDTH)
        self.speed.moved.connect(self.moved)
        self.clear = QToolButton()
        self.clear.setIcon(icon("clear", theme.text))
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear.setAccessibleName("Forget the gesture")
        self.clear.setToolTip(f"{CONTROLS['gesture.clear'].help}\nOSC: /vs{CONTROLS['gesture.clear'].address}")
        self.clear.clicked.connect(self._tell_clear)
        self.more = QToolButton()
        self.more.setIcon(icon("more", theme.text))
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.setAccessibleName("Save or open a gesture")
        self.more.setToolTip("Save the gesture to a file, or open one")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.more)
        self.save_entry = menu.addAction("Save the gesture…")
        self.save_entry.triggered.connect(self._tell_save)
        self.open_entry = menu.addAction("Open a gesture…")
        self.open_entry.triggered.connect(self._tell_open)
        self.more.setMenu(menu)
        self._progress = _Progress(theme)
        self._time = figure("888.8 / 888.8 s")
        self._time.setAccessibleName("Where the gesture is")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("Gesture"))
        for widget in self._switches.values():
            row.addWidget(widget)
        row.addWidget(self.speed, 1)
        row.addWidget(self._time)
        row.addWidget(self.clear)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._progress)
        self._show_status()

    @property
    def time_text(self) -> str:
        """Where the gesture is, in words."""
        return self._time.text()

    @property
    def progress(self) -> float:
        """Which part of the gesture has gone by, 0…1."""
        return self._progress.share

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        for name, switch in self._switches.items():
            if name in values:
                switch.show_value(values[name])
        if "gesture.speed" in values:
            self.speed.show_value(values["gesture.speed"])

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show whether there is a gesture, and where it is."""
        if snapshot.gesture != self._status:
            self._status = snapshot.gesture
            self._show_status()

    def _show_status(self) -> None:
        status = self._status
        there_is = status.duration_s > 0.0
        self._time.setText(
            f"{status.position_s:.1f} s"
            if status.recording
            else f"{status.position_s:.1f} / {status.duration_s:.1f} s"
            if there_is
            else "no gesture"
        )
        self._progress.show_place(status.position_s / status.duration_s if there_is else 0.0, status.recording)
        self.play.setEnabled(there_is or self.play.isChecked())
        self.overdub.setEnabled(there_is or self.overdub.isChecked())
        self.clear.setEnabled(there_is or status.recording)
        self.save_entry.setEnabled(there_is and not status.recording)

    def _tell_clear(self) -> None:
        self.moved.emit("gesture.clear", ())

    def _tell_save(self) -> None:
        self.save_pressed.emit()

    def _tell_open(self) -> None:
        self.open_pressed.emit()


class _Progress(QWidget):
    """A thin line; red over its whole length while a gesture is taken up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.share = 0.0
        self._recording = False
        self.setFixedHeight(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, share: float, recording: bool) -> None:
        self.share = min(max(share, 0.0), 1.0)
        self._recording = recording
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.danger if self._recording else self._theme.raised))
        painter.drawRect(self.rect())
        if not self._recording:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRect(QRectF(0, 0, self.width() * self.share, self.height()))
        painter.end()
