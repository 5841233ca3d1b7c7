"""The engine's status and figures, as messages: pure functions of what its parts publish."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.core.player import Meters
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.performance import Performance
from vschaos.realtime.devices.audio_io import OpenOutput
from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.devices.stream import InputStream
from vschaos.realtime.direction_words import Words
from vschaos.realtime.loading import LoadedInstrument
from vschaos.realtime.protocol import (
    ControlValue,
    EngineStatus,
    Figures,
    LabelValue,
    OscStatus,
    RecordingView,
    SnapshotMark,
    StreamStatus,
)
from vschaos.realtime.scheduling import RealtimeGrant


@dataclass(frozen=True)
class EngineParts:
    """What the parts of the engine say of themselves; None for what is not there."""

    instrument: LoadedInstrument | None
    render: Meters
    grant: RealtimeGrant | None
    output: OpenOutput | None
    input: InputStream | None
    underruns_before: int
    late_underruns_before: int
    osc: OscServer | None
    auditioning: str
    midi_clock: str

    @property
    def underruns(self) -> int:
        """Of all outputs since the start."""
        return self.underruns_before + (self.output.stream.counts.underruns if self.output else 0)

    @property
    def late_underruns(self) -> int:
        """Those of them for which the engine came late."""
        return self.late_underruns_before + (self.output.stream.counts.late_underruns if self.output else 0)


def status_of(performance: Performance, health: EngineParts, set_version: int = 0) -> EngineStatus:
    """The state and the health as one message."""
    state, render, output = performance.state, health.render, health.output
    if health.instrument is None:
        status = StreamStatus.NO_INSTRUMENT
    else:
        status = StreamStatus.RUNNING if output else StreamStatus.NO_DEVICE
    defaults = performance.controls
    moved = (item for item in state.values.items() if item[0] in defaults and item[1] != defaults[item[0]].default)
    return EngineStatus(
        latent=state.latent,
        sounding=performance.sounding.latent,
        labels=tuple(LabelValue(name, value) for name, value in state.labels.items()),
        values=tuple(ControlValue(name, value) for name, value in moved),
        stored=tuple(number for number, sound in enumerate(state.snapshots, 1) if sound is not None),
        marks=tuple(
            SnapshotMark(number, sound.name, sound.colour)
            for number, sound in enumerate(state.snapshots, 1)
            if sound is not None and (sound.name or sound.colour)
        ),
        set_version=set_version,
        tuning=performance.tuning.name if performance.tuning else "",
        stream=status,
        device=output.stream.device.name if output else "",
        input_device=health.input.device.name if health.input else "",
        level_db=render.level_db if output else -120.0,
        input_db=render.input_db if health.input else -120.0,
        latency=latency_of(health),
        load=output.stream.counts.load if output else 0.0,
        underruns=health.underruns,
        late_underruns=health.late_underruns,
        voices=render.voices if output else 0,
        realtime_priority=bool(health.grant),
        osc=_osc_status(health.osc),
        gesture=performance.gesture_status,
        recording=_recording(output),
        auditioning=health.auditioning,
        midi_clock=health.midi_clock,
    )


def latency_of(health: EngineParts) -> LatencyBudget:
    """The way of a touch to the loudspeaker."""
    output, render, instrument, grant = health.output, health.render, health.instrument, health.grant
    if output is None or instrument is None:
        return LatencyBudget()
    core, rate_hz = instrument.core, instrument.sample_rate_hz
    late = core.pad_half_samples + instrument.lookahead * core.pad_hop_samples
    why = remedy = ""
    if grant is not None and not grant:
        why, remedy = grant.why, grant.remedy
    return LatencyBudget(
        hop=500.0 * core.pad_hop_samples / rate_hz,
        block=500.0 * output.stream.counts.block / output.renderer.player.device_rate_hz,
        resampling=1000.0 * render.resampling_s,
        limiter=1000.0 * render.limiter_s,
        device=1000.0 * output.stream.latency_s,
        window=1000.0 * late / rate_hz,
        why=why,
        remedy=remedy,
    )


def figures_of(health: EngineParts, clock_offset_s: float) -> Figures:
    """How playing went; ``clock_offset_s`` makes a time of this process's clock the age of the process."""
    output = health.output
    if output is None:
        return Figures(underruns=health.underruns, late_underruns=health.late_underruns)
    counts, first_sound_s = output.stream.counts, 0.0
    if counts.first_sound_at:
        first_sound_s = output.opened_at + counts.first_sound_at - output.opened_time_s + clock_offset_s
    return Figures(
        callbacks=counts.calls,
        callback_p50_ms=counts.renders.quantile_ms(0.5),
        callback_p999_ms=counts.renders.quantile_ms(0.999),
        callback_max_ms=counts.renders.quantile_ms(1.0),
        callback_interval_p999_ms=counts.intervals.quantile_ms(0.999),
        underruns=health.underruns,
        late_underruns=health.late_underruns,
        first_sound_s=first_sound_s,
        realtime_priority=bool(health.grant),
        latency_ms=latency_of(health).half_change,
    )


def osc_health_of(status: EngineStatus, instrument: LoadedInstrument | None, words: Words) -> EngineHealth:
    """What ``/vs/status/…`` sends."""
    return EngineHealth(
        latency_ms=status.latency_ms,
        underruns=status.underruns,
        load=status.load,
        model=instrument.name if instrument else "",
        sample_rate_hz=instrument.sample_rate_hz if instrument else 0,
        level_db=status.level_db,
        along_axes=words[0],
        along_map=words[1],
    )


def _osc_status(server: OscServer | None) -> OscStatus:
    if server is None:
        return OscStatus()
    counts = server.counts
    return OscStatus(
        True, server.in_port, server.out_port, counts.received, counts.sent, counts.rejected, counts.last_error
    )


def _recording(output: OpenOutput | None) -> RecordingView:
    if output is None:
        return RecordingView()
    status = output.recorder.status
    return RecordingView(status.path, status.seconds, status.kept_s)
