"""The Play page: the pad, everything beside it, and the hand's way to the engine and back.

Moves go to the engine at once; what the engine says is polled about 60 times a second while the page can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.errors import InstrumentError, VschaosError
from vschaos.instrument.bundle import read_card, read_instrument
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Devices, Snapshot
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import (
    GAIN_DB,
    INSTRUMENT,
    OSC_ENABLED,
    OSC_IN_PORT,
    OSC_OUT_PORT,
    OUTPUT_DEVICE,
)
from vschaos_studio.state.engine_words import Health, stream_health
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.performance_view import PerformanceView
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.axes_panel import AxesPanel
from vschaos_studio.ui.widgets.axis_slider import share_text
from vschaos_studio.ui.widgets.instrument_header import InstrumentHeader
from vschaos_studio.ui.widgets.labels_panel import LabelsPanel
from vschaos_studio.ui.widgets.osc_panel import OscPanel
from vschaos_studio.ui.widgets.output_panel import OutputPanel
from vschaos_studio.ui.widgets.pad import Pad
from vschaos_studio.ui.widgets.roles import label
from vschaos_studio.ui.widgets.transport import Transport

POLL_MS = 16
WORDS_EVERY = 15
"""Texts change on every so many polls: numbers that flicker cannot be read."""

NOTHING_TO_PLAY = VschaosError("There is no instrument to play.", "Open one, or learn one from your sounds.")

THIRD_AXIS = 2
SIDE_WIDTH = 328

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
        self._clock = clock
        self._sounds: SoundMap | None = None
        self._seen: Snapshot | None = None
        self._polls = 0
        self.view = PerformanceView(gain_db=settings.get(GAIN_DB))
        self.instrument: Path | None = None
        self.header = InstrumentHeader(theme)
        self.pad = Pad(theme, clock=clock)
        self.transport = Transport(theme, clock=clock)
        self.axes = AxesPanel(theme)
        self.labels = LabelsPanel(theme)
        self.output = OutputPanel(theme, device=settings.get(OUTPUT_DEVICE))
        self.osc = OscPanel(
            theme,
            enabled=settings.get(OSC_ENABLED),
            in_port=settings.get(OSC_IN_PORT),
            out_port=settings.get(OSC_OUT_PORT),
            clock=clock,
        )
        self.snap = QCheckBox("Snap to sounds")
        self.snap.setToolTip("A touch takes all coordinates of the nearest training sound, so that it sounds like it")
        self._share = label(role="small", wrap=True)
        self._lay_out()
        self._connect()
        for path in factory:
            self.header.list_instrument(path, listed_name(path))
        self.header.show_chosen(None)
        self.transport.show_gain(self.view.gain_db)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self.poll)
        self._tell_engine_of_settings()
        self._show_engine_state(bridge.state)

    # ── what the window asks for ─────────────────────────────────────────────────────────────────────────

    @property
    def playable(self) -> Playable:
        """What the instrument shown lets be moved; while there is none, the pad alone."""
        return self._sounds.card.playable if self._sounds is not None else Playable(latent_dims=2)

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
        self.view.fit(sounds.card.playable)
        self.header.list_instrument(path, sounds.card.name)
        self.header.show_chosen(path)
        self.header.show_card(sounds.card)
        self.pad.show_sounds(sounds)
        self.axes.show_sounds(sounds)
        self.labels.show_playable(sounds.card.playable)
        wheel = " · wheel: axis 3" if sounds.dims > THIRD_AXIS else ""
        self._share.setText(f"The pad shows {share_text(sounds.pad_share)} of the sounds’ variety{wheel}")
        self._settings.set(INSTRUMENT, str(path))
        self._bridge.load_instrument(str(path))
        self._show_performance()
        self.instrument_opened.emit(str(path))
        return True

    def set_playing(self, playing: bool) -> None:
        """Sound, or fall silent."""
        if playing and self.instrument is None:
            self._notices.error(NOTHING_TO_PLAY)
            self.transport.show_playing(False)
            return
        self.view.touch_playing(playing, self._clock())
        if playing:
            self._bridge.try_again()
        self._bridge.set_control("play", float(playing))
        self._show_performance()

    def toggle_playing(self) -> None:
        """Play if it is silent, stop if it sounds."""
        self.set_playing(not self.view.playing)

    def panic(self) -> None:
        """Silence at once."""
        self._bridge.set_control("panic")

    def centre(self) -> None:
        """All axes back to 0."""
        self._set_latent([0.0] * len(self.view.latent))

    def show_only_pad(self, only: bool) -> None:
        """Give the whole page to the pad, or not."""
        self.header.setVisible(not only)
        self._side.setVisible(not only)
        self._foot.setVisible(not only)
        self.pad.setFocus()

    # ── the hand ─────────────────────────────────────────────────────────────────────────────────────────

    def _start_if_silent(self) -> None:
        if not self.view.playing and self.instrument is not None:
            self.set_playing(True)

    def _move_pad(self, x: float, y: float) -> None:
        moves = list(enumerate((x, y)))[: len(self.view.latent)]
        self.view.touch_latent(moves, self._clock())
        if len(moves) == 2:
            self._bridge.set_control("pad", x, y)
        elif moves:
            self._bridge.set_control("latent.z1", x)
        self._show_performance()

    def _move_axis(self, index: int, value: float) -> None:
        self.view.touch_latent([(index, value)], self._clock())
        self._bridge.set_control(f"latent.z{index + 1}", value)

    def _turn_third_axis(self, by: float) -> None:
        if len(self.view.latent) > THIRD_AXIS:
            value = min(max(self.view.latent[THIRD_AXIS] + by, -1.0), 1.0)
            self._move_axis(THIRD_AXIS, value)
            self._show_performance()

    def _snap_to(self, index: int) -> None:
        if self._sounds is not None:
            self._set_latent([min(max(float(value), -1.0), 1.0) for value in self._sounds.points[index]])

    def _set_latent(self, latent: list[float]) -> None:
        if latent:
            self.view.touch_latent(enumerate(latent), self._clock())
            self._bridge.set_control("latents", *latent)
            self._show_performance()

    def _move_label(self, name: str, value: float) -> None:
        self._start_if_silent()
        self.view.touch_label(name, value, self._clock())
        self._bridge.set_control(f"label.{name}", value)

    def _move_noise(self, noise: float) -> None:
        self.view.touch_noise(noise, self._clock())
        self._bridge.set_control("noise", noise)

    def _choose_phase(self, phase_mode: int) -> None:
        self.view.touch_phase_mode(phase_mode, self._clock())
        self._bridge.set_control("phase", float(phase_mode))

    def _move_gain(self, gain_db: float) -> None:
        self.view.touch_gain(gain_db, self._clock())
        self._settings.set(GAIN_DB, gain_db)
        self._bridge.set_control("gain", gain_db)

    def _choose_device(self, name: str) -> None:
        self._settings.set(OUTPUT_DEVICE, name)
        self._bridge.select_device(name)

    def _change_osc(self, enabled: bool, in_port: int, out_port: int) -> None:
        self._settings.set(OSC_ENABLED, enabled)
        self._settings.set(OSC_IN_PORT, in_port)
        self._settings.set(OSC_OUT_PORT, out_port)
        self._bridge.configure_osc(enabled=enabled, in_port=in_port, out_port=out_port)

    def _choose_instrument(self, path: str) -> None:
        self.open_instrument(Path(path))

    def _set_snap(self, snap: bool) -> None:
        self.pad.snap = snap

    # ── the engine ───────────────────────────────────────────────────────────────────────────────────────

    def _tell_engine_of_settings(self) -> None:
        settings = self._settings
        self._bridge.select_device(settings.get(OUTPUT_DEVICE))
        self._bridge.set_control("gain", settings.get(GAIN_DB))
        self._bridge.configure_osc(
            enabled=settings.get(OSC_ENABLED),
            in_port=settings.get(OSC_IN_PORT),
            out_port=settings.get(OSC_OUT_PORT),
        )

    def _show_engine_state(self, state: EngineState) -> None:
        self.pad.show_message(STATE_WORDS[state])
        if state is EngineState.READY:
            self._bridge.refresh_devices()
        elif state is EngineState.FAILED:
            self.view.touch_playing(False, self._clock())
            self._show_performance()
        if state is not EngineState.READY:
            words = STATE_WORDS[state]
            self.output.show_health(Health(words[:1].upper() + words[1:]))
            self.osc.show_waiting()

    def _show_devices(self, devices: Devices) -> None:
        self.output.show_devices(devices)

    def _hold(self) -> None:
        """The engine has this moment been told of everything; its next word may be from before that."""
        self.view.hold(self._clock())

    def poll(self) -> None:
        """Show the engine's latest word; cheap when nothing has changed."""
        snapshot = self._bridge.snapshot if self._bridge.state is EngineState.READY else None
        self.pad.tick()
        self.transport.meter.show_level(snapshot.level_db if snapshot is not None else -120.0)
        if snapshot is None:
            return
        self.osc.show_status(snapshot.osc)
        if snapshot is not self._seen:
            self._seen = snapshot
            self.view.follow(snapshot, self._clock())
            self._show_performance()
        self._polls += 1
        if self._polls % WORDS_EVERY == 1:
            self.output.show_health(stream_health(snapshot))

    def _show_performance(self) -> None:
        latent = self.view.latent
        if latent:
            self.pad.show_position(latent[0], latent[1] if len(latent) > 1 else 0.0)
        self.axes.show_latent(latent)
        if self.view.playing != self.transport.button.isChecked():
            self.transport.show_playing(self.view.playing)
        self.transport.show_gain(self.view.gain_db)
        self.transport.show_noise(self.view.noise)
        self.transport.show_phase_mode(self.view.phase_mode)
        self.labels.show_labels(self.view.labels)
        self.pad.show_lively(self.view.playing)

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(28, 0, 12, 0)
        foot.addWidget(self._share, 1)
        foot.addWidget(self.snap)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pad, 1)
        left.addWidget(self._foot)
        left.addWidget(self.labels)
        self._side = QWidget()
        self._side.setFixedWidth(SIDE_WIDTH)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 12, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.transport)
        side.addWidget(self.axes, 1)
        side.addWidget(self.output)
        side.addWidget(self.osc)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.header.chosen.connect(self._choose_instrument)
        self.header.open_pressed.connect(self.open_pressed)
        self.pad.pressed.connect(self._start_if_silent)
        self.pad.moved.connect(self._move_pad)
        self.pad.snapped.connect(self._snap_to)
        self.pad.wheeled.connect(self._turn_third_axis)
        self.snap.toggled.connect(self._set_snap)
        self.transport.play_pressed.connect(self.set_playing)
        self.transport.gain_moved.connect(self._move_gain)
        self.transport.noise_moved.connect(self._move_noise)
        self.transport.phase_chosen.connect(self._choose_phase)
        self.axes.moved.connect(self._move_axis)
        self.axes.centred.connect(self.centre)
        self.labels.moved.connect(self._move_label)
        self.output.chosen.connect(self._choose_device)
        self.output.refresh_pressed.connect(self._bridge.refresh_devices)
        self.osc.changed.connect(self._change_osc)
        self._bridge.state_changed.connect(self._show_engine_state)
        self._bridge.devices_changed.connect(self._show_devices)
        self._bridge.instrument_loaded.connect(self._hold)

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
