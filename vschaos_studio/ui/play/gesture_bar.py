"""Gestures, recorded and played again: the buttons, the speed, and the position."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from vschaos.performance.gestures import GestureStatus
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import number, tr, translated
from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_row import ControlRow, figure
from vschaos_studio.ui.controls.control_switch import IconSwitch
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import icon_button, label, with_role
from vschaos_studio.ui.theme import Theme

SPEED_NAME_WIDTH = 48


class GestureBar(QWidget):
    """A line of buttons, with the progress of the gesture below them.

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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._status = GestureStatus()

        def switch(
            part: str, picture: str, name: str, *, colour: str = "text", on_colour: str = "accent", on_picture: str = ""
        ) -> IconSwitch:
            control = CONTROLS[f"gesture.{part}"]
            made = IconSwitch(control, picture, name, theme, colour=colour, on_colour=on_colour, on_picture=on_picture)
            made.moved.connect(lambda value: self.moved.emit(control.id, (value,)))
            return made

        self.record = switch("record", "record", tr("Record a gesture"), colour="danger", on_colour="danger")
        with_role(self.record, "recording")
        self.play = switch("play", "start", tr("Play the gesture"), on_picture="stop")
        self.loop = switch("loop", "loop", tr("Loop"))
        self.overdub = switch("overdub", "overdub", tr("Overdub"))
        self.beats = switch("beats", "beats", tr("Whole beats"))
        self._switches = {
            "gesture.record": self.record,
            "gesture.play": self.play,
            "gesture.loop": self.loop,
            "gesture.overdub": self.overdub,
            "gesture.beats": self.beats,
        }
        self.speed = ControlRow(CONTROLS["gesture.speed"], theme, name=tr("speed"), name_width=SPEED_NAME_WIDTH)
        self.speed.moved.connect(self.moved)
        self.clear = self._command("clear", "clear", tr("Clear the gesture"), theme)
        tip = tr("Save the gesture to a file, or open one")
        self.more = icon_button("more", tr("Save or open a gesture"), theme, tip=tip)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.more)
        self.save_entry = menu.addAction(tr("Save the gesture…"))
        self.save_entry.triggered.connect(lambda: self.save_pressed.emit())
        self.open_entry = menu.addAction(tr("Open a gesture…"))
        self.open_entry.triggered.connect(lambda: self.open_pressed.emit())
        self.more.setMenu(menu)
        self._progress = _Progress(theme)
        self._title = label(tr("Gesture"))
        self.time = figure("888.8 / 888.8 s", tr("no gesture"))
        self.time.setAccessibleName(tr("Position in the gesture"))
        buttons = (self.clear, self.more)
        vbox(
            hbox(self._title, *self._switches.values(), (self.speed, 1), *buttons, spacing=5),
            hbox((self._progress, 1), self.time),
            spacing=4,
            on=self,
        )
        theme.follow(self._fit)
        self._fit()
        self._show_status()

    @property
    def progress(self) -> float:
        """How much of the gesture has been played, 0…1."""
        return self._progress.share

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        for name, switch in self._switches.items():
            if name in values:
                switch.show_value(values[name])
        if "gesture.speed" in values:
            self.speed.show_value(values["gesture.speed"])

    def show_status(self, status: EngineStatus) -> None:
        """Show whether there is a gesture, and its position."""
        if status.gesture != self._status:
            self._status = status.gesture
            self._show_status()

    def _fit(self) -> None:
        # Large buttons leave no room for it.
        self._title.setVisible(not self._theme.is_large)

    def _show_status(self) -> None:
        status = self._status
        exists = status.duration_s > 0.0
        position = number(status.position_s, 1)
        self.time.setText(
            f"{position} s"
            if status.recording
            else f"{position} / {number(status.duration_s, 1)} s"
            if exists
            else tr("no gesture")
        )
        self._progress.show_place(status.position_s / status.duration_s if exists else 0.0, status.recording)
        self.play.setEnabled(exists or self.play.isChecked())
        self.overdub.setEnabled(exists or self.overdub.isChecked())
        self.clear.setEnabled(exists or status.recording)
        self.save_entry.setEnabled(exists and not status.recording)

    def _command(self, part: str, picture: str, name: str, theme: Theme) -> QToolButton:
        control = CONTROLS[f"gesture.{part}"]
        tip = f"{translated(control.help)}\nOSC: /vs{control.address}"
        return icon_button(picture, name, theme, tip=tip, press=lambda: self.moved.emit(control.id, ()))


class _Progress(QWidget):
    """A thin line; red over its whole length while a gesture is recorded."""

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
        painter.setBrush(QColor(self._theme.danger if self._recording else self._theme.hover))
        painter.drawRect(self.rect())
        if not self._recording:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRect(QRectF(0, 0, self.width() * self.share, self.height()))
        painter.end()
