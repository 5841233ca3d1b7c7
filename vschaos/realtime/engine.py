"""The engine: one performance that sounds, whatever hands move it. It owns every thread but the hands' own.

===============  ===================================================================================
inference        renders into the ring (`vschaos.realtime.inference`), real-time priority where granted
PortAudio's      copies from the ring to the device (`vschaos.realtime.stream`)
workshop         what takes long, one after the other: opening instruments and devices, looking after them
audition         decodes the sound file that is listened to (`vschaos.realtime.audition`), while there is one
osc              the OSC port (`vschaos.osc.server`), if it is on
===============  ===================================================================================

Public methods may be called from any thread and return at once; what they bring about is told as events
(`vschaos.realtime.protocol`) through ``emit``, which must not block.
"""

from __future__ import annotations

import gc
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vschaos.errors import DeviceError, InstrumentError, OscError, VschaosError
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.performance.authority import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.audition import Audition
from vschaos.realtime.figures import process_age_s
from vschaos.realtime.inference import RING_SAMPLES, InferenceThread, Outlet
from vschaos.realtime.loading import load_instrument
from vschaos.realtime.outputs import LOST, NO_DEVICE, choose_output, list_outputs
from vschaos.realtime.protocol import (
    Devices,
    Figures,
    InstrumentLoaded,
    LabelValue,
    Notice,
    OscStatus,
    OutputDevice,
    Snapshot,
    StreamStatus,
)
from vschaos.realtime.ring import Ring
from vschaos.realtime.scheduling import SWITCH_INTERVAL_S
from vschaos.realtime.stream import Feeder, OutputStream
from vschaos.realtime.voice import LoadedInstrument

Emit = Callable[[object], None]

WORK_WAITING = 64
LOOK_AFTER_EVERY_S = 0.5
PREFILL_WITHIN_S = 2.0
FADE_WITHIN_S = 0.4
STALLED_AFTER_S = 1.5


@dataclass(frozen=True)
class OpenOutlet:
    """A device that sounds, and the ring it is fed from."""

    stream: OutputStream
    outlet: Outlet


class Engine:
    """Plays an instrument through a device.

    Parameters
    ----------
    emit
        Takes events for whoever started the engine; must not block.

    Attributes
    ----------
    performance
        What is played.
    audio_lost
        True once PortAudio hangs: only a new process can sound again.
    """

    def __init__(self, emit: Emit) -> None:
        self.performance = Performance()
        self._emit = emit
        self._made_at = time.perf_counter()
        self._age_then_s = process_age_s()
        self._audition = Audition(self._tell)
        self._inference = InferenceThread(self.performance, audition=self._audition)
        self._work: queue.Queue[Callable[[], None] | None] = queue.Queue(WORK_WAITING)
        self._workshop = threading.Thread(target=self._run_workshop, name="workshop", daemon=True)
        self._open: OpenOutlet | None = None
        self._device_name = ""
        self._listed = False
        self.audio_lost = False
        self._ending = False
        self._instrument: LoadedInstrument | None = None
        self._wanted_instrument = ""
        self._osc: OscServer | None = None
        self._osc_lock = threading.Lock()
        self._underruns_before = 0
        self._recoveries_told = 0
        self._failure_told = ""
        self._calls_seen = (0, 0.0)

    # ── life ──────────────────────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the threads and tune this process's interpreter for sound."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        # A collection stops all threads for tens of milliseconds; the workshop collects after it made garbage.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._inference.start()
        self._workshop.start()

    def shutdown(self) -> Figures:
        """Fade out, close everything, and tell how it went."""
        self.configure_osc(False, 0, 0)
        self._ending = True
        self._work.put(None)
        if self._workshop.is_alive():
            self._workshop.join()
        self._fade_out()
        figures = self.figures()
        self._close_device()
        self._inference.stop()
        gc.enable()
        return figures

    # ── orders, from any thread ───────────────────────────────────────────────────────────────────────────

    def touch(self, touches: tuple[Touch, ...], origin: Origin) -> None:
        """Move controls together; what cannot be applied becomes a notice."""
        for refused in self.performance.touch(touches, origin).refused:
            self._tell(refused.error)

    def load(self, path: str) -> None:
        """Open an instrument and swap it in; of several that wait, the last alone."""
        self._wanted_instrument = path
        self._later(lambda: self._load(path))

    def adopt(self, instrument: LoadedInstrument) -> None:
        """Sound an instrument that is loaded already."""
        self.performance.fit(instrument.playable)
        self._instrument = instrument
        self._failure_told = ""
        self._inference.take(instrument)
        playable = instrument.playable
        labels = tuple(label.name for label in playable.labels)
        self._emit(
            InstrumentLoaded(instrument.path, instrument.name, playable.latent_dims, instrument.sample_rate_hz, labels)
        )

    def select_device(self, name: str) -> None:
        """Play through this output; an empty name is the default."""
        self._later(lambda: self._select_device(name))

    def refresh_devices(self) -> None:
        """Look for outputs; where none is open, open the one wanted."""
        self._later(self._refresh_devices)

    def play_sound(self, path: str) -> None:
        """Play an audio file, once, at the output gain; a file or a device that is missing becomes a notice."""
        opened = self._open
        if opened is None:
            self._emit(Notice("The sound cannot be heard: no audio output is open.", NO_DEVICE.remedy))
            return
        self._audition.play(path, opened.outlet.rate_hz)

    def stop_sound(self) -> None:
        """Fade out the audio file that plays."""
        self._audition.stop()

    def configure_osc(self, enabled: bool, in_port: int, out_port: int) -> None:
        """Open, move or close the OSC port."""
        with self._osc_lock:
            same = self._osc is not None and (self._osc.in_port, self._osc.out_port) == (in_port, out_port)
            if enabled and same:
                return
            if self._osc is not None:
                self._osc.close()
                self._osc = None
            if not enabled:
                return
            try:
                server = OscServer(self.performance, in_port, out_port, self._health)
            except OscError as error:
                self._tell(error)
                return
            server.start()
            self._osc = server

    # ── status, for any thread ────────────────────────────────────────────────────────────────────────────

    def snapshot(self) -> Snapshot:
        """The state and the health of the engine now."""
        state, render, opened, instrument = self.performance.state, self._inference.status, self._open, self._instrument
        if instrument is None:
            status = StreamStatus.NO_INSTRUMENT
        else:
            status = StreamStatus.RUNNING if opened else StreamStatus.NO_DEVICE
        return Snapshot(
            latent=state.latent,
            labels=tuple(LabelValue(name, value) for name, value in state.labels.items()),
            noise=state.noise,
            phase_mode=state.phase_mode,
            gain_db=state.gain_db,
            playing=state.playing,
            stream=status,
            device=opened.stream.device.name if opened else "",
            level_db=render.level_db if opened else -120.0,
            latency_ms=self._latency_ms(opened),
            load=render.load if opened else 0.0,
            underruns=self._underruns_before + (opened.outlet.feeder.underruns if opened else 0),
            realtime_priority=render.realtime,
            osc=self._osc_status(),
            auditioning=self._audition.path,
        )

    def figures(self) -> Figures:
        """How playing went since the start."""
        opened, hops = self._open, self._inference.hops
        feeder = opened.outlet.feeder if opened else None
        return Figures(
            hops=hops.count,
            hop_p50_ms=hops.quantile_ms(0.5),
            hop_p999_ms=hops.quantile_ms(0.999),
            hop_max_ms=hops.quantile_ms(1.0),
            callbacks=feeder.intervals.count if feeder else 0,
            callback_interval_p999_ms=feeder.intervals.quantile_ms(0.999) if feeder else 0.0,
            underruns=self._underruns_before + (feeder.underruns if feeder else 0),
            shortages=feeder.shortages if feeder else 0,
            queue_samples=self._inference.mark_samples,
            first_sound_s=feeder.first_sound_at - self._made_at + self._age_then_s
            if feeder and feeder.first_sound_at
            else 0.0,
            realtime_priority=self._inference.status.realtime,
            latency_ms=self._latency_ms(opened),
        )

    def _latency_ms(self, opened: OpenOutlet | None) -> float:
        """Queue, device, look-ahead, half the window: a change is half done when its first frame is at its height."""
        if opened is None or self._instrument is None:
            return 0.0
        late_samples = self._instrument.n_fft // 2 + self._instrument.lookahead * self._instrument.hop_samples
        window_s = late_samples / self._instrument.sample_rate_hz
        return 1000.0 * (self._inference.status.queue_s + opened.stream.latency_s + window_s)

    def _osc_status(self) -> OscStatus:
        server = self._osc
        if server is None:
            return OscStatus()
        counts = server.counts
        return OscStatus(
            True, server.in_port, server.out_port, counts.received, counts.sent, counts.rejected, counts.last_error
        )

    def _health(self) -> EngineHealth:
        snapshot, instrument = self.snapshot(), self._instrument
        return EngineHealth(
            latency_ms=snapshot.latency_ms,
            underruns=snapshot.underruns,
            load=snapshot.load,
            model=instrument.name if instrument else "",
            sample_rate_hz=instrument.sample_rate_hz if instrument else 0,
        )

    # ── the workshop ──────────────────────────────────────────────────────────────────────────────────────

    def _later(self, task: Callable[[], None]) -> None:
        try:
            self._work.put_nowait(task)
        except queue.Full:
            self._emit(Notice("The engine is busy and left out an order.", "Try again in a moment."))

    def _run_workshop(self) -> None:
        while True:
            try:
                task = self._work.get(timeout=LOOK_AFTER_EVERY_S)
            except queue.Empty:
                task = self._look_after
            if task is None:
                return
            if self._ending:
                continue
            try:
                task()
            except VschaosError as error:
                self._tell(error)
            if task != self._look_after:
                gc.collect()

    def _load(self, path: str) -> None:
        if path != self._wanted_instrument:
            return
        try:
            self.adopt(load_instrument(Path(path)))
        except InstrumentError as error:
            going_on = " The instrument before it plays on." if self._instrument else ""
            raise InstrumentError(error.sentence + going_on, error.remedy) from error

    def _select_device(self, name: str) -> None:
        if self.audio_lost:
            raise LOST
        opened = self._open
        if opened and opened.stream.active and name == self._device_name:
            return
        self._device_name = name
        self._fade_out()
        self._close_device()
        if self.audio_lost:
            raise LOST
        outputs = list_outputs(rescan=self._listed)
        self._listed = True
        self._emit(Devices(tuple(device for _, device in outputs)))
        self._open_device(*choose_output(outputs, name))

    def _refresh_devices(self) -> None:
        if self.audio_lost:
            raise LOST
        # PortAudio cannot look again without ending the stream: what is known is told, and sound goes on.
        outputs = list_outputs(rescan=self._listed and self._open is None)
        self._listed = True
        self._emit(Devices(tuple(device for _, device in outputs)))
        if self._open is None:
            self._open_device(*choose_output(outputs, self._device_name))

    def _open_device(self, number: int, device: OutputDevice) -> None:
        ring = Ring(RING_SAMPLES)
        outlet = Outlet(ring, Feeder(ring), device.sample_rate_hz)
        stream = OutputStream(number, device, outlet.feeder)
        self._inference.hush(False)
        self._inference.attach(outlet)
        waited_until = time.monotonic() + PREFILL_WITHIN_S
        while ring.fill < self._inference.mark_samples and time.monotonic() < waited_until:
            time.sleep(0.002)
        try:
            stream.start()
        except DeviceError:
            self._inference.attach(None)
            raise
        self._calls_seen = (0, time.monotonic())
        self._open = OpenOutlet(stream, outlet)

    def _close_device(self) -> None:
        opened, self._open = self._open, None
        # It is resampled for this device.
        self._audition.stop()
        if opened is not None:
            self.audio_lost = not opened.stream.close()
            self._underruns_before += opened.outlet.feeder.underruns
        self._inference.attach(None)

    def _fade_out(self) -> None:
        """Wait until the sound has faded and what is left of it in the ring has been heard."""
        if self._open is None:
            return
        self._audition.stop()
        self._inference.hush()
        until = time.monotonic() + FADE_WITHIN_S
        while not self._inference.status.silent and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(self._open.outlet.ring.fill / self._open.outlet.rate_hz)

    def _look_after(self) -> None:
        """Notice a device that went away, and an instrument that misbehaves."""
        opened = self._open
        if opened is not None and self._stalled(opened):
            name = opened.stream.device.name
            self._close_device()
            raise DeviceError(
                f"The audio output “{name}” stopped.", "Connect it again and look for devices, or choose another one."
            )
        render = self._inference.status
        if render.failure and render.failure != self._failure_told:
            self._failure_told = render.failure
            raise InstrumentError(
                f"The instrument failed while playing: {render.failure}", "Load it again, or another one."
            )
        if render.recoveries > self._recoveries_told:
            self._emit(Notice("The instrument made an impossible sound and was started afresh.", "", is_error=False))
        self._recoveries_told = render.recoveries

    def _stalled(self, opened: OpenOutlet) -> bool:
        """Whether the device has gone: PortAudio says so, or has not called for a while."""
        calls, now = opened.outlet.feeder.intervals.count, time.monotonic()
        if calls != self._calls_seen[0]:
            self._calls_seen = (calls, now)
        return not opened.stream.active or now - self._calls_seen[1] > STALLED_AFTER_S

    def _tell(self, error: VschaosError) -> None:
        self._emit(Notice(error.sentence, error.remedy, is_error=error is not NO_DEVICE))
