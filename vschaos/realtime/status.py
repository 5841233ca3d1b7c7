"""The engine's state and health in the protocol's words: pure functions of what its parts publish."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.authority import Performance
from vschaos.realtime.audio_io import OpenInput, OpenOutput
from vschaos.realtime.decoder import LoadedInstrument
from vschaos.realtime.figures import Durations
from vschaos.realtime.inference import RenderStatus
from vschaos.realtime.protocol import (
    ControlValue,
    Figures,
    LabelValue,
    LatencyBudget,
    OscStatus,
    RecordingView,
    Snapshot,
    StreamStatus,
)
from vschaos.realtime.scheduling import RealtimeGrant


@dataclass(frozen=True)
class Health:
    """What the parts of the engine say of themselves; None for what is not there."""

    instrument: LoadedInstrument | None
    render: RenderStatus
    grant: RealtimeGrant | None
    output: OpenOutput | None
    input: OpenInput | None
    underruns_before: int
    shortages_before: int
    osc: OscServer | None
    auditioning: str

    @property
    def underruns(self) -> int:
        """Of all outputs since the start."""
        return self.underruns_before + (self.output.outlet.feeder.underruns if self.output else 0)

    @property
    def shortages(self) -> int:
        """Those of them for which the engine came late."""
        return self.shortages_before + (self.output.outlet.feeder.shortages if self.output else 0)


def snapshot_of(performance: Performance, health: Health) -> Snapshot:
    """The state and the health as one message."""
    state, render, output = performance.state, health.render, health.output
    if health.instrument is None:
        status = StreamStatus.NO_INSTRUMENT
    else:
        status = StreamStatus.RUNNING if output else StreamStatus.NO_DEVICE
    defaults = performance.controls
    moved = (item for item in state.values.items() if item[0] in defaults and item[1] != defaults[item[0]].default)
    return Snapshot(
        latent=state.latent,
        sounding=performance.sounding.latent,
        labels=tuple(LabelValue(name, value) for name, value in state.labels.items()),
        values=tuple(ControlValue(name, value) for name, value in moved),
        stored=tuple(number for number, sound in enumerate(state.snapshots, 1) if sound is not None),
        stream=status,
        device=output.stream.device.name if output else "",
        input_device=health.input.stream.device.name if health.input else "",
        level_db=render.level_db if output else -120.0,
        input_db=render.input_db if health.input else -120.0,
        latency=latency_of(health),
        load=render.load if output else 0.0,
        underruns=health.underruns,
        shortages=health.shortages,
        voices=render.voices if output else 0,
        realtime_priority=bool(health.grant),
        osc=_osc_status(health.osc),
        gesture=performance.gesture_status,
        recording=_recording(output),
        auditioning=health.auditioning,
    )


def latency_of(health: Health) -> LatencyBudget:
    """The way of a touch to the loudspeaker."""
    output, render, instrument, grant = health.output, health.render, health.instrument, health.grant
    if output is None or instrument is None:
        return LatencyBudget()
    late = (instrument.n_fft - instrument.hop_samples) // 2 + instrument.lookahead * instrument.hop_samples
    why = remedy = ""
    if grant is not None and not grant:
        why, remedy = grant.why, grant.remedy
    elif render.widened:
        why = "Sound was not ready in time, so more of it is kept waiting; it shrinks again by itself."
        remedy = "Close other programs that keep the computer busy."
    return LatencyBudget(
        hop=500.0 * render.hop_s,
        queue=1000.0 * render.queue_s,
        resampling=1000.0 * render.resampling_s,
        limiter=1000.0 * render.limiter_s,
        device=1000.0 * output.stream.latency_s,
        window=1000.0 * late / instrument.sample_rate_hz,
        why=why,
        remedy=remedy,
    )


def figures_of(health: Health, hops: Durations, clock_offset_s: float) -> Figures:
    """How playing went; ``clock_offset_s`` makes a time of this process's clock the age of the process."""
    output = health.output
    feeder = output.outlet.feeder if output else None
    first_sound_s = 0.0
    if output is not None and feeder is not None and feeder.first_sound_at:
        first_sound_s = output.opened_at + feeder.first_sound_at - output.opened_time_s + clock_offset_s
    return Figures(
        hops=hops.count,
        hop_p50_ms=hops.quantile_ms(0.5),
        hop_p999_ms=hops.quantile_ms(0.999),
        hop_max_ms=hops.quantile_ms(1.0),
        callbacks=feeder.intervals.count if feeder else 0,
        callback_interval_p999_ms=feeder.intervals.quantile_ms(0.999) if feeder else 0.0,
        underruns=health.underruns,
        shortages=health.shortages,
        queue_samples=health.render.mark_samples,
        first_sound_s=first_sound_s,
        realtime_priority=bool(health.grant),
        latency_ms=latency_of(health).half_change,
    )


def osc_health_of(snapshot: Snapshot, instrument: LoadedInstrument | None) -> EngineHealth:
    """What ``/vs/status/…`` tells."""
    return EngineHealth(
        latency_ms=snapshot.latency_ms,
        underruns=snapshot.underruns,
        load=snapshot.load,
        model=instrument.name if instrument else "",
        sample_rate_hz=instrument.sample_rate_hz if instrument else 0,
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
