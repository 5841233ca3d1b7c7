"""The Play page: the pad, everything around it, and the engine's word, polled about 60 times a second.

What the hand moves goes by way of :class:`~vschaos_studio.ui.pages.play_hand.Hand`, the pad by
:class:`~vschaos_studio.ui.pages.play_pad.PlayPad`, devices by
:class:`~vschaos_studio.ui.pages.play_devices.PlayDevices`, recordings and gestures by
:class:`~vschaos_studio.ui.pages.play_takes.Takes`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import read_card, read_instrument
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import INSTRUMENT
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.pages.play_devices import PlayDevices
from vschaos_studio.ui.pages.play_hand import Hand
from vschaos_studio.ui.pages.play_pad import PlayPad
from vschaos_studio.ui.pages.play_patches import PlayPatches
from vschaos_studio.ui.pages.play_side import PlaySide
from vschaos_studio.ui.pages.play_takes import Takes
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.gesture_bar import GestureBar
from vschaos_studio.ui.widgets.instrument_header import InstrumentHeader
from vschaos_studio.ui.widgets.labels_panel import LabelsPanel
from vschaos_studio.ui.widgets.pad import Pad
from vschaos_studio.ui.widgets.record_bar import RecordBar
from vschaos_studio.ui.widgets.snapshot_bar import SnapshotBar

POLL_MS = 16
WORDS_EVERY = 15
"""Texts change on every so many polls: numbers that flicker cannot be read."""

RECORD_WIDTH = 288
"""Of the record bar, whatever the file is called."""

STATE_WORDS = {
    EngineState.OFF: "",
    EngineState.STARTING: "starting the engine…",
    EngineState.READY: "",
    EngineState.FAILED: "the sound engine has stopped; press Play to start it again",
}


class PlayPage(QWidget):
    """Where an instrument is played.

    Signals
    -------
    instrument_opened
        Path of the instrument now shown.
    open_pressed
        The user wants to choose an instrument file.

    Parameters
    ----------
    factory
        The instruments that ship with the program.
    clock
        Seconds, monotonic.
    """

    instrument_opened = Signal(str)
    open_pressed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        notices: Notices,
        settings: Settings,
        bridge: EngineBridge,
        factory: list[Path],
        clock: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._settings = settings
        self._bridge = bridge
        self._sounds: SoundMap | None = None
        self._seen: Snapshot | None = None
        self._polls = 0
        self.instrument: Path | None = None
        self.hand = Hand(bridge=bridge, settings=settings, notices=notices, clock=clock, parent=self)
        self.header = InstrumentHeader(theme)
        self.pad = Pad(theme, clock=clock)
        self.places = PlayPad(self.pad, self.hand, settings, parent=self)
        self.labels = LabelsPanel(theme)
        self.side = PlaySide(theme, settings=settings, clock=clock)
        self.snapshots = SnapshotBar(theme)
        self.gesture = GestureBar(theme)
        self.record = RecordBar(theme, clock=clock)
        self.record.setFixedWidth(RECORD_WIDTH)
        self.snap = QCheckBox("Snap to sounds")
        self.snap.setToolTip("A touch takes all coordinates of the nearest training sound, so that it sounds like it")
        self.notes = QCheckBox("Keys play notes")
        self.notes.setToolTip(
            "The keyboard on the screen, and the letters A to K while it has the focus, play single notes with the "
            "envelope of the panel Notes, as a MIDI keyboard does"
        )
        self._lay_out()
        self.devices = PlayDevices(self.side, bridge=bridge, settings=settings)
        self.takes = Takes(
            bridge=bridge,
            settings=settings,
            notices=notices,
            record_bar=self.record,
            gesture_bar=self.gesture,
            instrument=self._name,
            page=self,
        )
        self.patches = PlayPatches(
            notices=notices,
            playable=lambda: self.playable,
            instrument=self._name,
            settings=self.devices.osc_settings,
            page=self,
        )
        self.side.osc.patch_wanted.connect(self.patches.save)
        self._connect()
        for path in factory:
            self.header.list_instrument(path, listed_name(path))
        self.header.show_chosen(None)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._show_performance()
        self._show_engine_state(bridge.state)

    # ── what the window asks for ─────────────────────────────────────────────────────────────────────────

    @property
    def view(self) -> PerformanceView:
        """What is shown of the performance."""
        return self.hand.view

    @property
    def playable(self) -> Playable:
        """What the instrument shown lets be moved; while there is none, the pad alone."""
        return self._sounds.playable if self._sounds is not None else Playable(latent_dims=2)

    @property
    def instrument_name(self) -> str:
        """Name of the instrument shown; empty while there is none."""
        return self._sounds.card.name if self._sounds is not None else ""

    def open_instrument(self, path: Path) -> bool:
        """Show an instrument and have it played; False, and a notice, if it cannot be."""
        try:
            sounds = SoundMap.of(read_instrument(path, with_weights=False))
        except InstrumentError as error:
            self._notices.error(error)
            self.header.show_chosen(self.instrument)
            return False
        self._sounds = sounds
        self.instrument = path
        self.hand.take_instrument(sounds.card.playable, str(path))
        self.header.list_instrument(path, sounds.card.name)
        self.header.show_chosen(path)
        self.header.show_card(sounds.card)
        self.places.show_sounds(sounds)
        self.side.show_sounds(sounds)
        self.labels.show_playable(sounds.card.playable)
        self._settings.set(INSTRUMENT, str(path))
        self._bridge.load_instrument(str(path))
        self._show_performance()
        self.instrument_opened.emit(str(path))
        return True

    def toggle_playing(self) -> None:
        """Play if it is silent, stop if it sounds."""
        self.hand.set_playing(not self.view.playing)

    def panic(self) -> None:
        """Silence at once."""
        self.labels.keyboard.let_go()
        self._bridge.set_control("panic")

    def store_snapshot(self, number: int) -> None:
        """Keep the present sound under a number."""
        self.hand.move("snapshot.store", (float(number),))

    def recall_snapshot(self, number: int) -> None:
        """Bring the sound of a number back, if there is one."""
        snapshot = self._bridge.snapshot
        if snapshot is not None and number in snapshot.stored:
            self.hand.move("snapshot.recall", (float(number),))
        else:
            self._notices.info(f"There is no sound under {number} yet; Alt+{number} keeps the present one there.")

    def show_only_pad(self, only: bool) -> None:
        """Give the whole page to the pad, or not."""
        for part in (self.header, self.side, self._foot, self._deck):
            part.setVisible(not only)
        self.pad.setFocus()

    # ── the hand ─────────────────────────────────────────────────────────────────────────────────────────

    def _choose_instrument(self, path: str) -> None:
        self.open_instrument(Path(path))

    def _set_snap(self, snap: bool) -> None:
        self.pad.snap = snap

    def _set_notes(self, notes: bool) -> None:
        self.labels.play_notes(notes)
        if notes:
            self.labels.keyboard.setFocus()

    def _refuse_play(self) -> None:
        self.side.transport.show_playing(False)

    def _name(self) -> str:
        return self.instrument_name

    # ── the engine ───────────────────────────────────────────────────────────────────────────────────────

    def _show_engine_state(self, state: EngineState) -> None:
        words = STATE_WORDS[state]
        self.pad.show_message(words)
        if state is EngineState.READY:
            self.devices.refresh()
            return
        if state is EngineState.FAILED:
            self.hand.silence()
        self.side.show_waiting(words[:1].upper() + words[1:])
        self._show_still()

    def _show_still(self) -> None:
        """Nothing moves by itself, records or plays any more."""
        self.pad.show_sounding(None)
        nothing = Snapshot(stored=self._seen.stored if self._seen is not None else ())
        self.gesture.show_snapshot(nothing)
        self.record.show_recording(nothing.recording)

    def poll(self) -> None:
        """Show the engine's latest word; cheap when nothing has changed."""
        snapshot = self._bridge.snapshot if self._bridge.state is EngineState.READY else None
        self.pad.tick()
        self.side.transport.meter.show_level(snapshot.level_db if snapshot is not None else -120.0)
        if snapshot is None:
            return
        self.side.osc.show_status(snapshot.osc)
        self.record.show_recording(snapshot.recording)
        if snapshot is not self._seen:
            self._seen = snapshot
            self.hand.follow(snapshot)
            self.snapshots.show_snapshot(snapshot)
            self.gesture.show_snapshot(snapshot)
            self._show_performance()
        # Also where nothing is new: the meter of the input falls by itself.
        self.side.show_snapshot(snapshot)
        self._polls += 1
        if self._polls % WORDS_EVERY == 1:
            self.side.show_words(snapshot)

    def _show_performance(self) -> None:
        view = self.view
        self.places.show_view(view)
        values = view.values
        self.side.show_values(values)
        self.labels.show_values(values)
        self.snapshots.show_values(values)
        self.gesture.show_values(values)

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(28, 0, 12, 0)
        foot.setSpacing(16)
        foot.addWidget(self.places.switch)
        foot.addWidget(self.places.words, 1)
        foot.addWidget(self.snap)
        foot.addWidget(self.notes)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pad, 1)
        left.addWidget(self._foot)
        left.addWidget(self.labels)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self.side)
        self._deck = QWidget()
        deck = QVBoxLayout(self._deck)
        deck.setContentsMargins(28, 8, 0, 0)
        deck.setSpacing(8)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.gesture, 1)
        below.addWidget(self.record)
        deck.addWidget(self.snapshots)
        deck.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        column.addWidget(self._deck)

    def _connect(self) -> None:
        hand = self.hand
        self.header.chosen.connect(self._choose_instrument)
        self.header.open_pressed.connect(self.open_pressed)
        hand.moved.connect(self._show_performance)
        hand.refused.connect(self._refuse_play)
        self.snap.toggled.connect(self._set_snap)
        self.notes.toggled.connect(self._set_notes)
        self.labels.played.connect(hand.play_note)
        for panel in (self.labels, self.side, self.snapshots, self.gesture):
            panel.moved.connect(hand.move)
        self.side.transport.play_pressed.connect(hand.set_playing)
        self.side.axes.centred.connect(hand.centre)
        self._bridge.state_changed.connect(self._show_engine_state)
        self._bridge.instrument_loaded.connect(hand.hold)

    def showEvent(self, event: QShowEvent) -> None:
        """Poll while the page can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()


def listed_name(path: Path) -> str:
    """The name of an instrument for a list; a damaged one is called by its file, and tells when it is opened."""
    try:
        return read_card(path).name
    except InstrumentError:
        return path.stem
