"""The column beside the pad: the transport, and below it one of five panels, chosen by a row of tabs."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.language import tr
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
from vschaos_studio.state.engine_text import SoundState, stream_state
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, scrolled, vbox
from vschaos_studio.ui.controls.sections import Sections
from vschaos_studio.ui.controls.styled_widgets import show_tone
from vschaos_studio.ui.play.axes_panel import AxesPanel
from vschaos_studio.ui.play.gamepad_panel import GamepadPanel
from vschaos_studio.ui.play.input_panel import InputPanel
from vschaos_studio.ui.play.latency_panel import LatencyPanel
from vschaos_studio.ui.play.midi_panel import MidiPanel
from vschaos_studio.ui.play.motion_panel import MotionPanel
from vschaos_studio.ui.play.notes_panel import NotesPanel
from vschaos_studio.ui.play.osc_panel import OscPanel
from vschaos_studio.ui.play.output_panel import OutputPanel
from vschaos_studio.ui.play.panel import PlayPanel
from vschaos_studio.ui.play.pen_panel import PenPanel
from vschaos_studio.ui.play.sound_panel import SoundPanel
from vschaos_studio.ui.play.transport import Transport
from vschaos_studio.ui.theme import Theme

WIDTH = 344


class PlaySide(QWidget):
    """Holds the panels, a tab for each entry of :attr:`panels`.

    Only the panels of the tab that can be seen are shown values and status; the others are when the user turns to them.

    Signals
    -------
    moved
        The user moved a control: its id, and a tuple of its values.
    """

    moved = Signal(str, object)

    def __init__(self, theme: Theme, *, settings: Settings, clock: Callable[[], float]) -> None:
        super().__init__()
        self._theme = theme
        self._state: SoundState | None = None
        self._values: Mapping[str, float] = {}
        self._engine_status: EngineStatus | None = None
        self.transport = Transport(theme, clock=clock)
        self.sound = SoundPanel(theme)
        self.axes = AxesPanel(theme)
        self.motion = MotionPanel(theme)
        self.notes = NotesPanel(theme)
        self.midi = MidiPanel(theme, port=settings.get(MIDI_PORT))
        self.gamepad = GamepadPanel(theme)
        self.pen = PenPanel(theme)
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
        self.tabs = Sections(tr("Panels"), spread=True)
        self.panels: dict[str, tuple[QWidget, ...]] = {
            tr("Sound"): (self.axes, self.sound),
            tr("Motion"): (self.motion,),
            tr("Notes", "of MIDI"): (self.notes, self.midi, self.gamepad, self.pen),
            tr("Input"): (self.input,),
            tr("Setup"): (self.output, self.latency, self.osc),
        }
        for title, panels in self.panels.items():
            # Motion scrolls by itself, and takes all the room.
            parts = [(self.motion, 1)] if panels == (self.motion,) else [*panels, STRETCH]
            self.tabs.add(title, scrolled(boxed(vbox(*parts))))
        self.status_label = ElidedLabel("", "small")
        vbox(self.transport, (self.tabs, 1), self.status_label, margins=(0, 12, 0, 0), on=self)
        self.setFixedWidth(WIDTH)
        self.tabs.tabs.currentChanged.connect(self._on_tab_changed)
        self.transport.moved.connect(self.moved)
        for panel in self._all():
            panel.moved.connect(self.moved)

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument."""
        for panel in self._all():
            panel.show_sounds(sounds)
            # Rows that were made later would be reached after everything else.
            for before, after in itertools.pairwise(panel.tab_stops()):
                QWidget.setTabOrder(before, after)
        self.midi.bindings.show_playable(sounds.card.playable)
        self.gamepad.bindings.show_playable(sounds.card.playable)
        self.pen.bindings.show_playable(sounds.card.playable)
        self.osc.show_playable(sounds.card.playable)

    def name_axes(self, words: Sequence[str]) -> None:
        """Call the axes by what grows along them, (D,), in every panel."""
        for panel in self._all():
            panel.name_axes(words)
        for bindings in (self.midi.bindings, self.osc.bindings, self.gamepad.bindings, self.pen.bindings):
            bindings.name_axes(words)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id."""
        self._values = values
        self.transport.show_values(values)
        for panel in self._visible():
            panel.show_values(values)

    def show_status(self, status: EngineStatus) -> None:
        """Show what changes by itself: call it for each new engine status."""
        self._engine_status = status
        for panel in self._visible():
            panel.show_status(status)

    def show_figures(self, status: EngineStatus) -> None:
        """Show numbers and sentences: call it a few times a second, numbers that flicker cannot be read."""
        for panel in self._all():
            panel.show_figures(status)
        self._show_state(stream_state(status))

    @property
    def state_line(self) -> str:
        """Where the sound goes, or why it does not."""
        return self._state.line if self._state is not None else ""

    def show_waiting(self, text: str) -> None:
        """There is no engine yet, or no more; ``text`` says so."""
        self.output.show_state(SoundState(text))
        self._show_state(SoundState(text))
        self.osc.show_waiting()

    def _all(self) -> list[PlayPanel]:
        return [panel for panels in self.panels.values() for panel in panels if isinstance(panel, PlayPanel)]

    def _visible(self) -> list[PlayPanel]:
        panels = list(self.panels.values())[self.tabs.tabs.currentIndex()]
        return [panel for panel in panels if isinstance(panel, PlayPanel)]

    def _show_state(self, state: SoundState) -> None:
        if state != self._state:
            self._state = state
            self.status_label.setText(state.line)
            self.status_label.setToolTip(f"{state.line}\n{state.remedy}".strip())
            show_tone(self.status_label, "warning" if state.troubled else "")

    def _on_tab_changed(self) -> None:
        if self._values:
            self.show_values(self._values)
        if self._engine_status is not None:
            self.show_status(self._engine_status)
