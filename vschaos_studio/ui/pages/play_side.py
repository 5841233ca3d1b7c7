"""The column beside the pad: the transport, and below it one of five panels, chosen by a row of tabs."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vschaos.realtime.protocol import Snapshot
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import (
    INPUT_DEVICE,
    LATENCY_MS,
    MIDI_PORT,
    OSC_ENABLED,
    OSC_HOST,
    OSC_IN_PORT,
    OSC_OUT_PORT,
    OSC_PREFIX,
    OSC_QUERY_PORT,
    OUTPUT_DEVICE,
)
from vschaos_studio.state.engine_words import Health, output_health, stream_health
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.axes_panel import AxesPanel
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.input_panel import InputPanel
from vschaos_studio.ui.widgets.latency_panel import LatencyPanel
from vschaos_studio.ui.widgets.midi_panel import MidiPanel
from vschaos_studio.ui.widgets.motion_panel import MotionPanel
from vschaos_studio.ui.widgets.notes_panel import NotesPanel
from vschaos_studio.ui.widgets.osc_panel import OscPanel
from vschaos_studio.ui.widgets.output_panel import OutputPanel
from vschaos_studio.ui.widgets.sections import Sections
from vschaos_studio.ui.widgets.sound_panel import SoundPanel
from vschaos_studio.ui.widgets.transport import Transport

WIDTH = 344


class PlaySide(QWidget):
    """Holds the panels, and shows each what it shows.

    Only the panel that can be seen is told of values; the others are told when they are turned to.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    """

    moved = Signal(str, object)

    def __init__(
        self, theme: Theme, *, settings: Settings, clock: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._health: Health | None = None
        self._values: Mapping[str, float] = {}
        self._snapshot: Snapshot | None = None
        self.transport = Transport(theme, clock=clock)
        self.sound = SoundPanel(theme)
        self.axes = AxesPanel(theme)
        self.motion = MotionPanel(theme)
        self.notes = NotesPanel(theme)
        self.midi = MidiPanel(theme, port=settings.get(MIDI_PORT))
        self.input = InputPanel(theme, device=settings.get(INPUT_DEVICE), clock=clock)
        self.output = OutputPanel(theme, device=settings.get(OUTPUT_DEVICE))
        self.latency = LatencyPanel(theme, latency_ms=settings.get(LATENCY_MS))
        self.osc = OscPanel(
            theme,
            enabled=settings.get(OSC_ENABLED),
            in_port=settings.get(OSC_IN_PORT),
            out_port=settings.get(OSC_OUT_PORT),
            clock=clock,
            prefix=settings.get(OSC_PREFIX),
            host=settings.get(OSC_HOST),
            query_port=settings.get(OSC_QUERY_PORT),
        )
        self.tabs = Sections("Panels", theme, spread=True)
        self.tabs.add("Sound", _scrolled(self.axes, self.sound))
        self.tabs.add("Motion", _scrolled(self.motion, filling=True))
        self.tabs.add("Notes", _scrolled(self.notes, self.midi))
        self.tabs.add("Input", _scrolled(self.input))
        self.tabs.add("Setup", _scrolled(self.output, self.latency, self.osc))
        self._status = ElidedLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.transport)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._status)
        self.setFixedWidth(WIDTH)
        self.tabs.tabs.currentChanged.connect(self._turn)
        for panel in (self.transport, self.sound, self.axes, self.motion, self.notes, self.input):
            panel.moved.connect(self.moved)

    @property
    def status(self) -> str:
        """The line on how the sound fares."""
        return self._status.text()

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument's axes."""
        playable = sounds.card.playable
        self.axes.show_sounds(sounds)
        self.motion.show_playable(playable)
        self.input.show_playable(playable)
        self.midi.show_playable(playable)
        self.osc.show_playable(playable)
        # Rows that came later would be reached after all else.
        rows = self.motion.rows
        path = [row.editor for name, row in rows.items() if name.startswith("trajectory")]
        axes = [row.editor for name, row in rows.items() if not name.startswith("trajectory")]
        _reach_in_turn(self.axes.centre, *(row.slider for row in self.axes.sliders))
        _reach_in_turn(*path, self.motion.throw, *axes)
        _reach_in_turn(*(row.editor for row in self.input.rows.values()))

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        self._values = values
        self.transport.show_values(values)
        match self.tabs.tabs.currentIndex():
            case 0:
                self.sound.show_values(values)
                self.axes.show_values(values)
            case 1:
                self.motion.show_values(values)
            case 2:
                self.notes.show_values(values)
            case 3:
                self.input.show_values(values)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what moves by itself: call it for each new word of the engine."""
        self._snapshot = snapshot
        match self.tabs.tabs.currentIndex():
            case 1:
                self.motion.show_snapshot(snapshot)
            case 2:
                self.notes.show_snapshot(snapshot)
            case 3:
                self.input.show_snapshot(snapshot)

    def show_words(self, snapshot: Snapshot) -> None:
        """Show figures and sentences: call it a few times a second, numbers that flicker cannot be read."""
        self.output.show_health(output_health(snapshot))
        self.latency.show_latency(snapshot.latency, snapshot.load, snapshot.underruns, snapshot.realtime_priority)
        self._show_health(stream_health(snapshot))

    def show_waiting(self, words: str) -> None:
        """There is no engine yet, or no more."""
        self.output.show_health(Health(words))
        self._show_health(Health(words))
        self.osc.show_waiting()

    def _show_health(self, health: Health) -> None:
        if health != self._health:
            self._health = health
            self._status.setText(health.line)
            self._status.setToolTip(f"{health.line}\n{health.remedy}".strip())
            self._status.setStyleSheet(f"color: {self._theme.warning};" if health.troubled else "")

    def _turn(self) -> None:
        if self._values:
            self.show_values(self._values)
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)


def _reach_in_turn(*widgets: QWidget) -> None:
    """Have the Tab key go from each of these to the next."""
    for before, after in itertools.pairwise(widgets):
        QWidget.setTabOrder(before, after)


def _scrolled(*panels: QWidget, filling: bool = False) -> QScrollArea:
    """Panels below each other, that scroll where there is little room; ``filling`` they take all that there is."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for panel in panels:
        column.addWidget(panel, 1 if filling else 0)
    if not filling:
        column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(room)
    return area
