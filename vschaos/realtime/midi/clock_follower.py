"""The tempo of the performance follows the clock of a MIDI input. For the MIDI thread."""

from __future__ import annotations

from vschaos.performance.midi_clock import MidiClock
from vschaos.performance.midi_notes import MidiMessage
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

SILENT_S = 1.0
"""After a second without a tick, another input's clock can take over."""

LEAST_CHANGE_BPM = 0.05
"""Of the tempo; less is jitter."""


class ClockFollower:
    """Follows one input's clock at a time: the first that ticks, until it is silent.

    Parameters
    ----------
    performance
        Whose tempo and beat follow.
    """

    def __init__(self, performance: Performance) -> None:
        self._performance = performance
        self._clock = MidiClock()
        self._port = ""
        self._heard_s = float("-inf")

    def source(self, now_s: float) -> str:
        """The input whose clock the tempo follows; empty if there is none."""
        is_heard = now_s - self._heard_s < SILENT_S
        return self._port if is_heard and self._performance.state["tempo.midi"] >= 0.5 else ""

    def handle(self, port: str, message: MidiMessage, time_s: float, now_s: float) -> bool:
        """Follow a message; False if it has nothing to do with a clock.

        Parameters
        ----------
        port, message
            The message of an input.
        time_s
            When it came, on the input's own clock.
        now_s
            On the clock of all inputs.
        """
        match message.type:
            case "clock":
                if self._leads(port, now_s):
                    self._heard_s = now_s
                    self._clock.tick(time_s)
                    self._follow()
            case "start":
                if self._leads(port, now_s):
                    self._clock.start()
            case "stop":
                if self._leads(port, now_s):
                    self._clock.stop()
            case "continue":
                if self._leads(port, now_s):
                    self._clock.go_on()
            case "songpos":
                if self._leads(port, now_s):
                    self._clock.go_to(message.pos)
            case _:
                return False
        return True

    def _leads(self, port: str, now_s: float) -> bool:
        if port != self._port and now_s - self._heard_s >= SILENT_S:
            self._port, self._clock = port, MidiClock()
        return port == self._port

    def _follow(self) -> None:
        state, clock = self._performance.state, self._clock
        if state["tempo.midi"] < 0.5:
            return
        if clock.runs:
            self._performance.follow_beat(clock.beat)
        if clock.is_due and (tempo := clock.tempo_bpm) is not None and abs(tempo - state["tempo"]) > LEAST_CHANGE_BPM:
            self._performance.touch((Touch("tempo", (round(tempo, 2),)),), Origin.MIDI)
