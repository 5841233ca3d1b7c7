"""MIDI as a source of notes and of bindings: from messages to note events, and to readings of controllers. Pure Python.

Controllers below 32 have a fine half, 32 above them; it counts once the two come in pairs, since many devices use those
numbers for buttons. What a reading moves is decided in `vschaos.performance.bindings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, Bindings, BindingSource, ControllerReading
from vschaos.performance.midi_notes import CHANNELS, FIRST_CHANNEL_MODE, PEDAL, MidiKeyboard, MidiMessage
from vschaos.performance.notes import NoteBend, NoteEvent, PitchBend

BEND, PRESSURE = "bend", "pressure"
CONTROLLERS = tuple(f"cc {number}" for number in range(FIRST_CHANNEL_MODE))
NAMES = frozenset((BEND, PRESSURE, *CONTROLLERS))
FINE = 32
"""From a controller to its fine half."""

PAIRS = 2
"""So many coarse halves with a fine one right behind them are not by chance."""


def _check(binding: Binding) -> None:
    if binding.source not in NAMES:
        raise ControlError(
            f"There is no MIDI controller “{binding.source}”.",
            "Name one as in “cc 1” (up to 119), “bend” or “pressure”.",
        )
    if not 0 <= binding.channel <= CHANNELS:
        raise ControlError(f"There is no MIDI channel {binding.channel}.", "Channels go from 0 (any) to 16.")


MIDI = BindingSource("midi", "bindings", _check, clear_move=4 / 127)


@dataclass(frozen=True)
class DecodedMidi:
    """What a message plays, and the controller that it moves, if any."""

    notes: tuple[NoteEvent, ...] = ()
    reading: ControllerReading | None = None


class MidiDecoder:
    """Follows any number of MIDI inputs, each under its own name. For one thread.

    Parameters
    ----------
    bindings
        Tell which controllers move something: those are buttons or pedals of their own.
    """

    def __init__(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._inputs: dict[str, _Input] = {}

    def decode(self, port: str, message: MidiMessage) -> DecodedMidi:
        """Decode a message of an input."""
        source = self._inputs.get(port) or self._add(port)
        is_pedal = message.type == "control_change" and message.control == PEDAL
        played: tuple[NoteEvent, ...] = ()
        if is_pedal and (self._bindings.awaiting or self._is_bound(PEDAL, message.channel)):
            # A pedal that moves a control holds no notes, nor those that it held when it was bound.
            played = tuple(source.keyboard.pedal(message.channel, False))
        elif message.type == "pitchwheel" and source.keyboard.bends_pitch(message.channel):
            # A wheel that moves a control bends no pitch.
            if self._bindings.awaiting or self._bindings.of(BEND, message.channel + 1):
                played = tuple(source.keyboard.straighten(message.channel))
            else:
                played = tuple(source.keyboard.handle(message) or ())
        elif (notes := source.keyboard.handle(message)) is not None:
            return DecodedMidi(tuple(notes))
        return DecodedMidi(played, self._read(source, message))

    def release(self, port: str) -> tuple[NoteEvent, ...]:
        """Forget an input; what ends its notes."""
        source = self._inputs.pop(port, None)
        return tuple(source.keyboard.release()) if source is not None else ()

    def _add(self, port: str) -> _Input:
        used = {one.keyboard.first_channel for one in self._inputs.values()}
        first = next(number for number in range(0, CHANNELS * (len(used) + 1), CHANNELS) if number not in used)
        return self._inputs.setdefault(port, _Input(port, MidiKeyboard(first)))

    def _is_bound(self, number: int, channel: int) -> bool:
        return bool(self._bindings.of(CONTROLLERS[number], channel + 1))

    def _read(self, source: _Input, message: MidiMessage) -> ControllerReading | None:
        match message.type:
            case "pitchwheel":
                pitch = message.pitch
                return source.reading(BEND, message.channel, 0.5 + pitch / (16384.0 if pitch < 0 else 16382.0), 0.5)
            case "aftertouch":
                return source.reading(PRESSURE, message.channel, message.value / 127.0, 0.0)
            case "control_change":
                is_bound = self._is_bound(message.control, message.channel)
                return source.controller(message.channel, message.control, message.value, is_bound)
        return None


@dataclass
class _Input:
    """Where an input's keys and controllers are. Channels count from 0."""

    port: str
    keyboard: MidiKeyboard
    shares: dict[tuple[int, str], float] = field(default_factory=dict)
    coarse: dict[tuple[int, int], int] = field(default_factory=dict)
    pairs: dict[tuple[int, int], int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)

    def reading(
        self, source: str, channel: int, share: float, start: float | None = None, *, is_doubtful: bool = False
    ) -> ControllerReading:
        """Store where a controller is now."""
        before = self.shares.get((channel, source), start)
        self.shares[channel, source] = share
        # A button may send its 127 every time, or send it first.
        is_press = share in (0.0, 1.0) and before in (None, share)
        return ControllerReading(source, share, before, channel + 1, self.port, is_press, is_doubtful)

    def controller(self, channel: int, number: int, value: int, is_bound: bool) -> ControllerReading:
        """Read a controller; ``is_bound`` says that it moves something itself, and is not half of another."""
        follows = self.last.get(channel) == number - FINE and FINE <= number < 2 * FINE and not is_bound
        main = (channel, number - FINE)
        if self.last.get(channel) == number < FINE:
            self.pairs.pop((channel, number), None)  # Coarse after coarse: there is no fine half.
        self.last[channel] = number
        if follows:
            self.pairs[main] = min(self.pairs.get(main, 0) + 1, PAIRS)
        if not is_bound and self.pairs.get(main) == PAIRS:
            return self.reading(CONTROLLERS[number - FINE], channel, (self.coarse[main] << 7 | value) / 16383.0)
        self.coarse[channel, number] = value
        is_fine = self.pairs.get((channel, number)) == PAIRS
        share = (value << 7) / 16383.0 if is_fine else value / 127.0
        return self.reading(CONTROLLERS[number], channel, share, is_doubtful=follows)


def without_outdated_bends(notes: Iterable[NoteEvent]) -> tuple[NoteEvent, ...]:
    """Notes that came at once: of the bends of a channel between two of its notes, the last alone."""
    kept: list[NoteEvent | None] = []
    bends: dict[tuple[type, int], int] = {}
    for note in notes:
        if isinstance(note, NoteBend | PitchBend):
            last = bends.get((type(note), note.channel))
            if last is not None:
                kept[last] = None
            bends[type(note), note.channel] = len(kept)
        else:
            for kind in (NoteBend, PitchBend):
                bends.pop((kind, getattr(note, "channel", -1)), None)
        kept.append(note)
    return tuple(note for note in kept if note is not None)
