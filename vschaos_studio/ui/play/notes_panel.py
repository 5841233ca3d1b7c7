"""How MIDI notes rise and fall, how many can sound at once, and how they are tuned and bent."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vschaos.data.pitch import notes
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import tr
from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_row import align_texts, control_name, figure
from vschaos_studio.ui.controls.layouts import fill, hbox
from vschaos_studio.ui.controls.spoken_role import set_role
from vschaos_studio.ui.controls.styled_widgets import label
from vschaos_studio.ui.play.panel import PlayPanel, room_for_names
from vschaos_studio.ui.play.tuning_menu import TuningMenu
from vschaos_studio.ui.theme import Theme

STAGES = ("attack", "decay", "sustain", "release")
NAME_WIDTH = 60
NO_PITCH = tr("This instrument has no pitch control: every key plays the sound of the pad.")
CURVE_HEIGHT = 56
HELD_SHARE = 0.22
"""Part of the drawing in which the key is held; its length stands for no time."""


class NotesPanel(PlayPanel):
    """The envelope as a drawing and as four rows, the voices, the tuning and the bend."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Notes", "of MIDI"), topic="playing#notes")
        self.curve = EnvelopeCurve(theme.canvas)
        self.body.setSpacing(4)
        controls = [*(CONTROLS[f"envelope.{stage}"] for stage in STAGES), CONTROLS["voices"], CONTROLS["bend"]]
        name = label(tr("tuning"))
        width = room_for_names((*map(control_name, controls), name.text()), NAME_WIDTH)
        name.setFixedWidth(width)
        *stages, count, bend = (self.make_row(control, width=width) for control in controls)
        align_texts((*stages, bend))
        self.sounding = figure(tr("{count} of {most} sound", count=16, most=16))
        self.sounding.setToolTip(tr("How many notes sound now"))
        voices = hbox((count, 1), self.sounding)
        self.tuning = TuningMenu()
        tuning = hbox(name, (self.tuning, 1))
        self.no_pitch = label(NO_PITCH, "small", wrap=True)
        self.no_pitch.hide()
        fill(self.body, self.curve, *((row, 1) for row in stages), voices, bend, tuning, self.no_pitch)
        self._voices = 0
        self.refresh()

    def show_playable(self, playable: Playable) -> None:
        """Say whether the keys choose this instrument's pitch."""
        names = {one.name for one in playable.labels}
        self.no_pitch.setVisible(notes.PITCH.name not in names)
        self.tuning.setEnabled({notes.PITCH.name, notes.OCTAVE.name} <= names)

    def show_status(self, status: EngineStatus) -> None:
        """Show how many notes sound, and their tuning."""
        self.tuning.show_tuning(status.tuning)
        if status.voices != self._voices:
            self._voices = status.voices
            self.refresh()

    def refresh(self) -> None:
        """Draw the envelope, and count the notes."""
        self.curve.show_stages(*(self.rows[f"envelope.{stage}"].value for stage in STAGES))
        text = tr("{count} of {most} sound", count=self._voices, most=round(self.rows["voices"].value))
        if text != self.sounding.text():
            self.sounding.setText(text)


class EnvelopeCurve(QWidget):
    """A note’s level over time. Times are drawn as fourth roots, so that both 5 ms and 5 s are visible."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stages = (0.0, 0.0, 1.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CURVE_HEIGHT)
        set_role(self, QAccessible.Role.Graphic)
        self.setAccessibleName(tr("Envelope"))
        self.setToolTip(tr("The level of a note: it rises, falls to the level at which it is held, and fades out"))

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
