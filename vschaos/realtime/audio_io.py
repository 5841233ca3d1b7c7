"""The audio devices that are open: chosen, watched, replaced when they go, taken up again when they come back.

Everything here runs on the engine's workshop thread, which calls :meth:`AudioIo.look_after` a few times a second::

    wanted device is there ──▶ open ──▶ it stops or does not call any more ──▶ closed, told
            ▲                                                                     │
            └── it is back, and nothing is heard ◀── another one sounds ◀─────────┘

PortAudio can look for devices again only while no stream is open: with one that stands in, it does so while nothing is
heard. When a JACK server dies, PortAudio cannot be used for JACK any more in this process; other systems still work.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import DeviceError
from vschaos.realtime.inference import FIRST_MARK, RING_SAMPLES, InferenceThread, Outlet
from vschaos.realtime.live_input import Inlet
from vschaos.realtime.outputs import LOST, NO_DEVICE, Found, choose, list_devices
from vschaos.realtime.protocol import Notice, OutputDevice
from vschaos.realtime.recorder import Recorder
from vschaos.realtime.ring import Ring
from vschaos.realtime.stream import Feeder, InputStream, OutputStream

STALLED_AFTER_S = 0.8
BEGINS_WITHIN_S = 3.0
LOOK_AGAIN_EVERY_S = 2.0
PREFILL_WITHIN_S = 2.0
FADE_WITHIN_S = 0.4


@dataclass(frozen=True)
class OpenOutput:
    """A device that sounds, the ring it is fed from, and the recorder of what is heard there.

    ``opened_at`` is when it was opened on this process's clock, ``opened_time_s`` the same on PortAudio's.
    """

    stream: OutputStream
    outlet: Outlet
    recorder: Recorder
    opened_at: float
    opened_time_s: float


@dataclass(frozen=True)
class OpenInput:
    """A device that listens, and where its sound is."""

    stream: InputStream
    inlet: Inlet


class AudioIo:
    """Opens and closes devices for an inference thread.

    Parameters
    ----------
    inference
        Renders for the output, and follows the input.
    tell
        Takes notices and the list of devices; must not block.
    before_close
        Called before an output closes, for what must not outlast it.

    Attributes
    ----------
    output, input
        What is open; None where nothing is.
    lost
        True once PortAudio hangs: this process can use no more than what is open.
    underruns, shortages
        Of outputs that are closed by now.
    """

    def __init__(
        self, inference: InferenceThread, tell: Callable[[object], None], before_close: Callable[[], None]
    ) -> None:
        self._inference = inference
        self._tell = tell
        self._before_close = before_close
        self._wanted = ""
        self._wanted_latency_s = 0.0
        self._wanted_input = ""
        self._found: Found | None = None
        self._looked_at = 0.0
        self._calls_seen = (0, 0.0)
        self._input_refused = ""
        self._missing_told = False
        self.output: OpenOutput | None = None
        self.input: OpenInput | None = None
        self.lost = False
        self.underruns = self.shortages = 0

    # ── orders ────────────────────────────────────────────────────────────────────────────────────────────

    def select(self, name: str, latency_s: float = 0.0) -> None:
        """Play through this output, keeping so much sound in its queue; an empty name is the preferred one."""
        opened = self.output
        if opened and opened.stream.active and (name, latency_s) == (self._wanted, self._wanted_latency_s):
            return
        self._wanted, self._wanted_latency_s = name, latency_s
        self._missing_told = self._missing_told and not name
        self.close()
        self._open_wanted(self._list())

    def select_input(self, name: str) -> None:
        """Listen to this input when live sound is wanted; an empty name is the preferred one."""
        if name != self._wanted_input:
            self._wanted_input, self._input_refused = name, ""
            self.close_input()

    def refresh(self) -> None:
        """Look for devices; where none is open, or another than the wanted one, open that."""
        if self.output is not None and self._is_wanted(self.output):
            # PortAudio cannot look again without ending the stream: what is known is told, and sound goes on.
            self._tell((self._found or self._list()).told)
            return
        self.close()
        self._open_wanted(self._list())

    def close(self) -> None:
        """Fade out and close everything."""
        self._fade_out()
        self._close_output()

    def close_input(self) -> None:
        """Listen no more."""
        opened, self.input = self.input, None
        self._inference.listen(None)
        if opened is not None and not opened.stream.close():
            self.lost = True

    # ── looking after ─────────────────────────────────────────────────────────────────────────────────────

    def look_after(self, input_wanted: bool, now_s: float) -> None:
        """Notice what went and what came back; open or close the input as it is wanted.

        Raises
        ------
        DeviceError
            If a device went, or the input cannot be had.
        """
        opened = self.output
        if opened is not None and self._stalled(opened):
            self._replace(opened)
        elif self._may_look() and now_s - self._looked_at >= LOOK_AGAIN_EVERY_S:
            self._looked_at = now_s
            self._look_again()
        self._look_after_input(input_wanted)

    def _may_look(self) -> bool:
        """Whether devices can be looked for, and need be."""
        if self.lost:
            return False
        if self.output is None:
            return self._found is not None
        return not self._is_wanted(self.output) and self._inference.status.silent

    def _replace(self, gone: OpenOutput) -> None:
        """Another output in the place of one that stopped.

        Raises
        ------
        DeviceError
            Which tells what happened.
        """
        device = gone.stream.device
        self._close_output()
        others = [one for one in (self._found or Found()).outputs if one[1] != device]
        if self.lost:
            others = [one for one in others if one[1].host_api != device.host_api]
        else:
            others = [one for one in self._list().outputs if one[1] != device]
        for number, other in others:
            try:
                self._open_output(number, other)
            except DeviceError:
                continue
            raise DeviceError(
                f"The audio output “{device.name}” stopped; “{other.name}” plays on.",
                "It is taken up again when it is back and nothing is heard, or at once by looking for devices.",
            )
        raise DeviceError(
            f"The audio output “{device.name}” stopped.",
            "Connect it again: it is taken up by itself. Or choose another one.",
        )

    def _look_again(self) -> None:
        """Take up the wanted output if it has come back, or any if none is open."""
        before, stands_in = self._found, self.output
        if stands_in is not None:
            self._close_output()
        found = self._list(quiet=True)
        if before is None or found.told != before.told:
            self._tell(found.told)
        try:
            number, device = choose(found.outputs, self._wanted)
        except DeviceError:
            if stands_in is None:
                return
            number, device = choose(found.outputs, stands_in.stream.device.name)
        self._open_output(number, device)
        if stands_in is None or stands_in.stream.device.name != device.name:
            self._tell(Notice(f"The audio output “{device.name}” is back.", "", is_error=False))

    def _look_after_input(self, wanted: bool) -> None:
        opened = self.input
        if opened is not None and (not wanted or not opened.stream.active):
            self.close_input()
            if wanted:
                self._input_refused = self._wanted_input or " "
                name = opened.stream.device.name
                raise DeviceError(f"The audio input “{name}” stopped.", "Connect it again, and switch the input on.")
        elif not wanted:
            self._input_refused = ""
        elif opened is None and not self._input_refused and not self.lost and self.output is not None:
            try:
                self._open_input()
            except DeviceError:
                self._input_refused = self._wanted_input or " "
                raise

    # ── opening and closing ───────────────────────────────────────────────────────────────────────────────

    def _list(self, quiet: bool = False) -> Found:
        if self.lost:
            raise LOST
        if self.output is None:
            self.close_input()
        self._found = list_devices(rescan=self._found is not None and self.output is None)
        if not quiet:
            self._tell(self._found.told)
        return self._found

    def _is_wanted(self, opened: OpenOutput) -> bool:
        outputs = (self._found or Found()).outputs
        try:
            return choose(outputs, self._wanted)[1].name == opened.stream.device.name
        except DeviceError:
            return False

    def _open_wanted(self, found: Found) -> None:
        try:
            self._open_output(*choose(found.outputs, self._wanted))
        except DeviceError as error:
            if error is NO_DEVICE and self._missing_told:
                return
            self._missing_told = error is NO_DEVICE
            if not self._wanted or not found.outputs:
                raise
            # A named one that is not there today: the sound comes from where it can.
            number, device = choose(found.outputs, "")
            self._open_output(number, device)
            self._tell(
                Notice(
                    f"The audio output “{self._wanted}” is not there; “{device.name}” plays.",
                    "Connect it and look for devices again.",
                    is_error=False,
                )
            )

    def _open_output(self, number: int, device: OutputDevice) -> None:
        ring = Ring(RING_SAMPLES)
        recorder = Recorder(round(device.sample_rate_hz), tell=self._tell)
        feeder = Feeder(ring)
        try:
            stream = OutputStream(number, device, feeder)
            prefill = FIRST_MARK + round(stream.latency_s * device.sample_rate_hz)
            outlet = Outlet(ring, feeder, device.sample_rate_hz, recorder.tap, prefill)
            self._inference.hush(False)
            self._inference.attach(outlet, max(self._wanted_latency_s - stream.latency_s, 0.0))
            waited_until = time.monotonic() + PREFILL_WITHIN_S
            while ring.fill < prefill and time.monotonic() < waited_until:
                time.sleep(0.002)
            stream.start()
        except DeviceError:
            self._inference.attach(None)
            recorder.close()
            raise
        self._calls_seen = (0, time.monotonic())
        self._missing_told = False
        self.output = OpenOutput(stream, outlet, recorder, time.perf_counter(), stream.time_s)

    def _open_input(self) -> None:
        number, device = choose((self._found or Found()).inputs, self._wanted_input, "input")
        ring = Ring(RING_SAMPLES, channels=1)
        stream = InputStream(number, device, ring)
        stream.start()
        self.input = OpenInput(stream, Inlet(ring, device.sample_rate_hz))
        self._inference.listen(self.input.inlet)

    def _close_output(self) -> None:
        opened, self.output = self.output, None
        if opened is None:
            return
        self._before_close()
        self._inference.attach(None)
        if not opened.stream.close():
            self.lost = True
        self.underruns += opened.outlet.feeder.underruns
        self.shortages += opened.outlet.feeder.shortages
        opened.recorder.close()

    def _fade_out(self) -> None:
        """Wait until the sound has faded and what is left of it in the ring has been heard."""
        if self.output is None:
            return
        self._before_close()
        self._inference.hush()
        until = time.monotonic() + FADE_WITHIN_S
        while not self._inference.status.silent and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(self.output.outlet.ring.fill / self.output.outlet.rate_hz)

    def _stalled(self, opened: OpenOutput) -> bool:
        """Whether the device has gone: PortAudio says so, or has not called for a while."""
        calls, now = opened.outlet.feeder.intervals.count, time.monotonic()
        if calls != self._calls_seen[0]:
            self._calls_seen = (calls, now)
        patience_s = STALLED_AFTER_S if calls else BEGINS_WITHIN_S
        return not opened.stream.active or now - self._calls_seen[1] > patience_s
