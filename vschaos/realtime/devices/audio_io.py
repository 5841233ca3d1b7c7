"""The open audio devices: chosen, watched, replaced when they disappear, used again when they are back.

Everything here runs on the engine's workshop thread, which calls :meth:`AudioIo.look_after` a few times a second::

    wanted device is there ──▶ open ──▶ it stops, or no longer calls ──▶ closed, reported
            ▲                                                                     │
            └── it is back, and nothing is heard ◀── another one sounds ◀─────────┘

PortAudio can refresh its devices only while no stream is open: with one that stands in, it does so while nothing is
heard or recorded. When a JACK server dies (`vschaos.realtime.devices.jack_watch`), PortAudio can neither be used for
JACK any more in this process nor look for devices, which would end the process; other systems that it knows still work.
Then it takes a new process to find the server again: :attr:`AudioIo.wants_restart` says when.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import DeviceError, VschaosError
from vschaos.realtime.control import ControlThread
from vschaos.realtime.devices.jack_watch import JackWatch, server_runs
from vschaos.realtime.devices.outputs import LOST, NO_DEVICE, FoundDevices, abandon_portaudio, choose, list_devices
from vschaos.realtime.devices.patience import Patience
from vschaos.realtime.devices.stream import InputStream, OutputStream
from vschaos.realtime.protocol import Event, OutputDevice, Problem
from vschaos.realtime.recording.recorder import Recorder
from vschaos.realtime.recording.unfinished import Unfinished
from vschaos.realtime.rendering.renderer import Renderer
from vschaos.realtime.scheduling import RealtimeGrant, grant_audio_thread

STALLED_AFTER_S = 3.0
"""PulseAudio takes the first buffers at once, and may call again two seconds later: as it begins, and after a gap."""

LOOK_AGAIN_EVERY_S = 2.0
FADE_WITHIN_S = 0.4


@dataclass(frozen=True)
class OpenOutput:
    """A device that sounds, what it plays, and the recorder of what is heard there.

    ``opened_at`` is when it was opened on this process's clock, ``opened_time_s`` the same on PortAudio's.
    """

    stream: OutputStream
    renderer: Renderer
    recorder: Recorder
    opened_at: float
    opened_time_s: float


class AudioIo:
    """Opens and closes devices for a control thread.

    Parameters
    ----------
    control
        Plays through the output, and follows the input.
    report
        Takes notices and the list of devices; must not block.
    before_close
        Called before an output closes, for what must not outlast it.
    unfinished
        Where it is noted what is being recorded.
    restarts
        Whether somebody starts a new process when this one cannot find devices any more, so that it can be promised.

    Attributes
    ----------
    output, input
        What is open; None where nothing is.
    grant
        What the system said when it was asked for real-time priority for the output's thread; None before.
    wants_restart
        True once nothing sounds, and a new process could use the JACK server, which is back.
    underruns, shortages
        Of outputs that are closed by now.
    """

    def __init__(
        self,
        control: ControlThread,
        report: Callable[[Event | VschaosError], None],
        before_close: Callable[[], None],
        unfinished: Unfinished | None,
        restarts: bool = False,
    ) -> None:
        self._control = control
        self._report = report
        self._before_close = before_close
        self._unfinished = unfinished
        self._restarts = restarts
        self._wanted = ""
        self._wanted_latency_s = 0.0
        self._wanted_input = ""
        self._found: FoundDevices | None = None
        self._checked_at = 0.0
        self._calls_seen = 0
        self._patience = Patience()
        self._input_refused = ""
        self._missing_reported = False
        self._stands_in = False
        self.output: OpenOutput | None = None
        self.input: InputStream | None = None
        self.grant: RealtimeGrant | None = None
        self._jack = JackWatch()
        self._hangs = False
        self.wants_restart = False
        self.underruns = self.late_underruns = 0

    @property
    def lost(self) -> bool:
        """True once PortAudio hangs, or its JACK server has died: no devices can be looked for in this process."""
        return self._hangs or self._jack.died

    # ── orders ────────────────────────────────────────────────────────────────────────────────────────────

    def select(self, name: str, latency_s: float = 0.0) -> None:
        """Play through this output, keeping so much sound in its queue; an empty name is the preferred one."""
        opened = self.output
        if opened and opened.stream.active and (name, latency_s) == (self._wanted, self._wanted_latency_s):
            return
        self._wanted, self._wanted_latency_s = name, latency_s
        self._missing_reported = self._missing_reported and not name
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
            # PortAudio cannot refresh its list without ending the stream: report the known one, and keep the sound.
            self._report((self._found or self._list()).event)
            return
        self.close()
        self._open_wanted(self._list())

    def close(self) -> None:
        """Fade out and close the output."""
        self._fade_out()
        self._close_output()

    def shutdown(self) -> None:
        """Fade out and close everything, for good."""
        self.close_input()
        self.close()
        if self._jack.died:
            abandon_portaudio()
        self._jack.leave()

    def close_input(self) -> None:
        """Listen no more."""
        opened, self.input = self.input, None
        self._control.listen(0)
        if opened is not None and not opened.close():
            self._hangs = True

    # ── looking after ─────────────────────────────────────────────────────────────────────────────────────

    def poll(self, input_wanted: bool, now_s: float) -> None:
        """Notice what went and what came back; open or close the input as it is wanted.

        Raises
        ------
        DeviceError
            If a device went, or the input cannot be had.
        """
        opened = self.output
        if opened is not None and self.grant is None and opened.stream.counts.calls:
            self.grant = grant_audio_thread(opened.stream.counts.thread_id, self._take_grant)
        if opened is not None and self._stalled(opened):
            self._replace(opened)
        elif self._may_list() and now_s - self._checked_at >= LOOK_AGAIN_EVERY_S:
            self._checked_at = now_s
            self._list_again()
        self._poll_input(input_wanted)

    def _may_list(self) -> bool:
        """Whether devices need be looked for, and nobody would hear it."""
        if self.output is None:
            return self._found is not None
        unheard = self._control.status.silent and not self.output.recorder.status.path
        return unheard and (self._stands_in or not self._is_wanted(self.output))

    def _replace(self, gone: OpenOutput) -> None:
        """Another output in the place of one that stopped.

        Raises
        ------
        DeviceError
            Which says what happened.
        """
        device = gone.stream.device
        self._close_output()
        if self._jack.died or not self.lost:
            others = [one for one in self._list().outputs if one[1] != device]
        else:
            others = [one for one in (self._found or FoundDevices()).outputs if one[1].host_api != device.host_api]
        comes_back = self._restarts or not self.lost
        for number, other in others:
            try:
                self._open_output(number, other)
            except DeviceError:
                continue
            self._stands_in = True
            raise DeviceError(
                f"The audio output “{device.name}” stopped; “{other.name}” plays on.",
                "The program returns to it when it is back and nothing sounds, or when you refresh the devices."
                if comes_back
                else "When it is back, quit and start this program again.",
            )
        raise DeviceError(
            f"The audio output “{device.name}” stopped.",
            "Connect it again: the sound returns by itself. Or choose another output."
            if comes_back
            else "Start the JACK server again, then this program.",
        )

    def _list_again(self) -> None:
        """Take up the wanted output if it has come back, or any if none is open."""
        if self.lost:
            if self._restarts and self._jack.died and not self.wants_restart and server_runs():
                self.wants_restart = True
                self._report(Problem("JACK is back: the sound engine restarts to use it.", "", is_error=False))
            return
        before, stands_in = self._found, self.output
        if stands_in is not None:
            self._close_output()
        found = self._list(quiet=True)
        if before is None or found.event != before.event:
            self._report(found.event)
        try:
            number, device = choose(found.outputs, self._wanted)
        except DeviceError:
            if stands_in is None:
                return
            number, device = choose(found.outputs, stands_in.stream.device.name)
        self._open_output(number, device)
        if stands_in is None or stands_in.stream.device.name != device.name:
            self._report(Problem(f"The audio output “{device.name}” is back.", "", is_error=False))

    def _poll_input(self, wanted: bool) -> None:
        opened = self.input
        if opened is not None and (not wanted or not opened.active):
            self.close_input()
            if wanted:
                self._input_refused = self._wanted_input or " "
                name = opened.device.name
                raise DeviceError(f"The audio input “{name}” stopped.", "Connect it again, and switch the input on.")
        elif not wanted:
            self._input_refused = ""
        elif opened is None and not self._input_refused and not self.lost and self.output is not None:
            try:
                self._open_input()
            except DeviceError:
                self._input_refused = self._wanted_input or " "
                raise

    def _take_grant(self, grant: RealtimeGrant) -> None:
        self.grant = grant

    # ── opening and closing ───────────────────────────────────────────────────────────────────────────────

    def _list(self, quiet: bool = False) -> FoundDevices:
        if self._jack.died:
            self._found = (self._found or FoundDevices()).without_jack()
            self._report(self._found.event)
            return self._found
        if self._hangs:
            raise LOST
        rescan = self._found is not None and self.output is None
        if self.output is None:
            self.close_input()
        if rescan:
            self._jack.leave()
        self._found = list_devices(rescan)
        if self._found.with_jack:
            self._jack.watch()
            if self._jack.died:
                self._found = self._found.without_jack()
        if not quiet:
            self._report(self._found.event)
        return self._found

    def _is_wanted(self, opened: OpenOutput) -> bool:
        outputs = (self._found or FoundDevices()).outputs
        try:
            return choose(outputs, self._wanted)[1].name == opened.stream.device.name
        except DeviceError:
            return False

    def _open_wanted(self, found: FoundDevices) -> None:
        try:
            self._open_output(*choose(found.outputs, self._wanted))
        except DeviceError as error:
            if error is NO_DEVICE and self._missing_reported:
                return
            self._missing_reported = error is NO_DEVICE
            if not self._wanted or not found.outputs:
                raise
            # A named one that is not there today: the sound comes from where it can.
            number, device = choose(found.outputs, "")
            self._open_output(number, device)
            self._report(
                Problem(
                    f"The audio output “{self._wanted}” is missing; “{device.name}” plays instead.",
                    "Connect it and refresh the devices.",
                    is_error=False,
                )
            )

    def _open_output(self, number: int, device: OutputDevice) -> None:
        rate_hz = round(device.sample_rate_hz)
        recorder = Recorder(rate_hz, report=self._report, unfinished=self._unfinished)
        try:
            renderer = Renderer(self._control.performance, rate_hz)
            renderer.player.record(recorder.history.handle)
            stream = OutputStream(number, device, renderer.player, self._wanted_latency_s)
            self._control.hush(False)
            self._control.attach(renderer)
            stream.start()
        except DeviceError:
            self._control.attach(None)
            recorder.close()
            raise
        self._calls_seen = 0
        self._missing_reported = self._stands_in = False
        self.grant = None
        self.output = OpenOutput(stream, renderer, recorder, time.perf_counter(), stream.time_s)

    def _open_input(self) -> None:
        assert self.output is not None
        number, device = choose((self._found or FoundDevices()).inputs, self._wanted_input, "input")
        stream = InputStream(number, device, self.output.renderer.player)
        stream.start()
        self.input = stream
        self._control.listen(round(device.sample_rate_hz))

    def _close_output(self) -> None:
        opened, self.output = self.output, None
        if opened is None:
            return
        self._before_close()
        self._patience.restart()
        self.close_input()  # it is heard through the output's player
        self._control.attach(None)
        if not opened.stream.close():
            self._hangs = True
        self.underruns += opened.stream.counts.underruns
        self.late_underruns += opened.stream.counts.late_underruns
        opened.recorder.close()

    def _fade_out(self) -> None:
        """Wait until the sound has faded and the device has played the rest of it."""
        if self.output is None:
            return
        self._before_close()
        self._control.hush()
        until = time.monotonic() + FADE_WITHIN_S
        while not self._control.status.silent and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(min(self.output.stream.latency_s, FADE_WITHIN_S))

    def _stalled(self, opened: OpenOutput) -> bool:
        """Whether the device has gone: PortAudio says so, or has not called for a while."""
        calls = opened.stream.counts.calls
        if calls != self._calls_seen:
            self._calls_seen = calls
            self._patience.restart()
            return not opened.stream.active
        return not opened.stream.active or self._patience.passed_s() > STALLED_AFTER_S
