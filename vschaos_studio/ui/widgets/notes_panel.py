"""How MIDI notes rise and die away, and how many can sound at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vschaos.data import notes
from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_row import ControlRow, align_texts, figure
from vschaos_studio.ui.widgets.roles import Card, label

CONTROLS = {control.id: control for control in control_table(Playable(latent_dims=1))}
STAGES = ("attack", "decay", "sustain", "release")
NAME_WIDTH = 60
NO_PITCH = "This instrument has no pitch to choose: every key plays the sound of the pad."
CURVE_HEIGHT = 56
HELD_SHARE = 0.22
"""Part of the drawing in which the key is held; what it stands for has no length."""


class NotesPanel(Card):
    """The envelope as a drawing and as four rows, and the voices.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    """

    moved = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Notes", parent)
        self._curve = EnvelopeCurve(theme)
        self.body.addWidget(self._curve)
        self.body.setSpacing(4)
        self.rows: dict[str, ControlRow] = {}
        for stage in STAGES:
            self._add(ControlRow(CONTROLS[f"envelope.{stage}"], theme, name_width=NAME_WIDTH), self.body)
        align_texts(self.rows.values())
        self._sounding = figure("16 of 16 sound")
        self._sounding.setToolTip("How many notes sound at this moment")
        voices = QHBoxLayout()
        voices.setSpacing(8)
        self._add(ControlRow(CONTROLS["voices"], theme, name_width=NAME_WIDTH), voices)
        voices.addWidget(self._sounding)
        self.body.addLayout(voices)
        self._no_pitch = label(NO_PITCH, "small", wrap=True)
        self._no_pitch.hide()
        self.body.addWidget(self._no_pitch)
        self._voices = 0
        self._show_curve()
        self._show_sounding()

    @property
    def sounding_line(self) -> str:
        """How many notes sound, in words."""
        return self._sounding.text()

    @property
    def says_no_pitch(self) -> bool:
        """Whether it is said that keys do not choose the pitch."""
        return not self._no_pitch.isHidden()

    def show_playable(self, playable: Playable) -> None:
        """Tell whether the keys choose this instrument's pitch."""
        self._no_pitch.setVisible(all(one.name != notes.PITCH.name for one in playable.labels))

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        for control_id, row in self.rows.items():
            if control_id in values:
                row.show_value(values[control_id])
        self._show_curve()
        self._show_sounding()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show how many notes sound."""
        if snapshot.voices != self._voices:
            self._voices = snapshot.voices
            self._show_sounding()

    def _add(self, row: ControlRow, layout: QHBoxLayout | QVBoxLayout) -> None:
        row.moved.connect(self._tell)
        self.rows[row.control.id] = row
        layout.addWidget(row, 1)

    def _tell(self, control_id: str, values: tuple[float, ...]) -> None:
        self._show_curve()
        self._show_sounding()
        self.moved.emit(control_id, values)

    def _show_curve(self) -> None:
        self._curve.show_stages(*(self.rows[f"envelope.{stage}"].value for stage in STAGES))

    def _show_sounding(self) -> None:
        words = f"{self._voices} of {round(self.rows['voices'].value)} sound"
        if words != self._sounding.text():
            self._sounding.setText(words)


class EnvelopeCurve(QWidget):
    """A note’s level over time. Times are drawn as fourth roots, so that 5 ms and 5 s can both be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stages = (0.0, 0.0, 1.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CURVE_HEIGHT)
        self.setAccessibleName("Envelope")
        self.setToolTip("How loud a note is: it rises, falls to the level at which it is held, and dies away")

    def show_stages(self, attack_s: float, decay_s: float, sustain: float, release_s: float) -> None:
        """Show these times, and the level 0…1 at which a note is held."""
        stages = (attack_s, decay_s, sustain, release_s)
        if stages != self._stages:
            self._stages = stages
            self.update()

    def corners(self) -> list[tuple[float, float]]:
        """The drawing's corners: share of the width, level 0…1."""
        attack, decay, sustain, release = self._stages
        # Each at its longest, they fill the drawing; the fourth root leaves the shortest a few pixels.
        ways = [
            (seconds / longest) ** 0.25 * (1.0 - HELD_SHARE) / 3.0
            for seconds, longest in ((attack, 5.0), (decay, 5.0), (release, 10.0))
        ]
        corners, at = [(0.0, 0.0)], 0.0
        for way, level in ((ways[0], 1.0), (ways[1], sustain), (HELD_SHARE, sustain), (ways[2], 0.0)):
            at += way
            corners.append((at, level))
        return corners

    def sizeHint(self) -> QSize:
        """A low picture."""
        return QSize(200, CURVE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """The curve over its own area; a dot at each corner."""
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.rail))
        painter.drawRoundedRect(self.rect(), 4, 4)
        width, height = self.width() - 12.0, self.height() - 14.0
        corners = [QPointF(6 + width * at, 7 + height * (1.0 - level)) for at, level in self.corners()]
        painter.setBrush(QColor(t.accent_deep))
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(QPen(QColor(t.accent), 1.5))
        painter.drawPolyline(QPolygonF(corners))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent))
        for corner in corners[1:-1]:
            painter.drawEllipse(corner, 2.5, 2.5)
        painter.end()
