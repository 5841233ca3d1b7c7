"""What MIDI messages mean: notes to play, and controls to move by the bindings. Pure Python.

Controllers below 32 have a fine half, 32 above them; it counts once the two come in pairs, since many boxes use those
numbers for buttons. What a controller's share of its way means is told in `vschaos.performance.bindings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, BindingList, check_way, touch_by
from vschaos.performance.controls import Control, Kind
from vschaos.performance.midi_notes import CHANNELS, FIRST_ORDER, PEDAL, Keyboard, MidiMessage
from vschaos.performance.notes import NoteBend, NoteEvent
from vschaos.performance.state import Touch

BEND, PRESSURE = "bend", "pressure"
CONTROLLERS = tuple(f"cc {number}" for number in range(FIRST_ORDER))
SOURCES = frozenset((BEND, PRESSURE, *CONTROLLERS))
FINE = 32
"""From a controller to its fine half."""

PAIRS = 2
"""So many coarse halves with a fine one right behind them are no accident."""

LEARNT_STEPS = 4 / 127
"""A controller that moves by this much was meant; less is jitter."""


@dataclass(frozen=True)
class Taken:
    """What a message, or several, came to."""

    notes: tuple[NoteEvent, ...] = ()
    touches: tuple[Touch, ...] = ()
    learnt: bool = False


@dataclass(frozen=True)
class _Reading:
    """A controller, its channel (1…16) and its share of its way; ``before`` is the last one, None at first.

    ``doubtful`` says that it may be the fine half of another.
    """

    source: str
    channel: int
    share: float
    before: float | None
    doubtful: bool = False


NOTHING = Taken()


class MidiMap:
    """Follows any number of MIDI inputs, each under its own name.

    Not safe for several threads: whoever shares it locks it.
    """

    def __init__(self) -> None:
        self._ports: dict[str, _Port] = {}
        self._bindings = BindingList(check)
        self._learning = ""
        self._references: dict[tuple[str, str, int], float | None] = {}

    # ── bindings ──────────────────────────────────────────────────────────────────────────────────────────

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """All bindings, in the order in which they were made."""
        return self._bindings.all

    @property
    def learning(self) -> str:
        """The control that waits for a controller; empty if none does."""
        return self._learning

    def load(self, bindings: Iterable[Binding]) -> None:
        """Take up bindings in place of the present ones.

        Raises
        ------
        ControlError
            If one of them cannot be; the present ones stay.
        """
        self._bindings.load(bindings)

    def bind(self, binding: Binding) -> None:
        """Add a binding; it replaces one of the same controller and control.

        Raises
        ------
        ControlError
            If it cannot be.
        """
        self._bindings.bind(binding)

    def unbind(self, control: str) -> None:
        """Let go of a control's controllers; of all with an empty name."""
        self._bindings.unbind(control)

    def learn(self, control: str) -> None:
        """Bind the next controller that moves clearly; an empty name ends the wait."""
        self._learning = control
        self._references.clear()

    # ── messages ──────────────────────────────────────────────────────────────────────────────────────────

    def take(self, port: str, message: MidiMessage, controls: Mapping[str, Control]) -> Taken:
        """What a message of an input plays and moves. One that teaches a controller moves nothing yet."""
        inlet = self._ports.get(port) or self._enter(port)
        is_pedal = message.type == "control_change" and message.control == PEDAL
        lifted: tuple[NoteEvent, ...] = ()
        if is_pedal and (self._learning or self._bound(CONTROLLERS[PEDAL], message.channel + 1)):
            # A pedal that moves a control holds no notes, nor those that it held when it was bound.
            lifted = tuple(inlet.keyboard.pedal(message.channel, False))
        elif (notes := inlet.keyboard.take(message)) is not None:
            return Taken(tuple(notes)) if notes else NOTHING
        reading = self._read(inlet, message)
        if reading is None:
            return NOTHING
        if self._learning and self._teaches(port, reading):
            self._learn(reading)
            return Taken(lifted, learnt=True)
        touches = [
            touch
            for binding in self._bound(reading.source, reading.channel)
            if (control := controls.get(binding.control)) is not None
            and (touch := touch_by(binding, control, reading.share, reading.before)) is not None
        ]
        return Taken(lifted, tuple(touches)) if touches or lifted else NOTHING

    def let_go(self, port: str) -> tuple[NoteEvent, ...]:
        """Forget an input; what ends its notes."""
        inlet = self._ports.pop(port, None)
        return tuple(inlet.keyboard.let_go()) if inlet is not None else ()

    def _enter(self, port: str) -> _Port:
        taken = {one.keyboard.first_channel for one in self._ports.values()}
        first = next(number for number in range(0, CHANNELS * (len(taken) + 1), CHANNELS) if number not in taken)
        return self._ports.setdefault(port, _Port(Keyboard(first)))

    def _bound(self, source: str, channel: int) -> list[Binding]:
        return [binding for binding in self._bindings.of(source) if binding.channel in (0, channel)]

    def _read(self, inlet: _Port, message: MidiMessage) -> _Reading | None:
        if message.type == "pitchwheel":
            pitch = message.pitch
            return inlet.reading(BEND, message.channel, 0.5 + pitch / (16384.0 if pitch < 0 else 16382.0), 0.5)
        if message.type == "aftertouch":
            return inlet.reading(PRESSURE, message.channel, message.value / 127.0, 0.0)
        if message.type != "control_change":
            return None
        own = bool(self._bound(CONTROLLERS[message.control], message.channel + 1))
        return inlet.controller(message.channel, message.control, message.value, own)

    def _teaches(self, port: str, reading: _Reading) -> bool:
        name = (port, reading.source, reading.channel)
        share, before = reading.share, reading.before
        reference = self._references.setdefault(name, before if before is not None else share)
        if reading.doubtful:
            return False
        # A button may send its 127 every time, or come for the first time with it.
        is_button = share in (0.0, 1.0) and before in (None, share)
        return is_button or (reference is not None and abs(share - reference) >= LEARNT_STEPS - 1e-9)

    def _learn(self, reading: _Reading) -> None:
        control = self._learning
        learnt = self._bindings.rebound(reading.source, reading.channel, control)
        self.unbind(control)
        self.bind(learnt)
        self.learn("")


@dataclass
class _Port:
    """Where an input's keys and controllers are. Channels count from 0."""

    keyboard: Keyboard
    shares: dict[tuple[int, str], float] = field(default_factory=dict)
    coarse: dict[tuple[int, int], int] = field(default_factory=dict)
    pairs: dict[tuple[int, int], int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)

    def reading(
        self, source: str, channel: int, share: float, start: float | None = None, *, doubtful: bool = False
    ) -> _Reading:
        """Note where a controller is."""
        before = self.shares.get((channel, source), start)
        self.shares[channel, source] = share
        return _Reading(source, channel + 1, share, before, doubtful)

    def controller(self, channel: int, number: int, value: int, own: bool) -> _Reading:
        """Read a controller; ``own`` says that it is bound itself, and no half of another."""
        follows = self.last.get(channel) == number - FINE and FINE <= number < 2 * FINE and not own
        main = (channel, number - FINE)
        if self.last.get(channel) == number < FINE:
            self.pairs.pop((channel, number), None)  # Coarse after coarse: there is no fine half.
        self.last[channel] = number
        if follows:
            self.pairs[main] = min(self.pairs.get(main, 0) + 1, PAIRS)
        if not own and self.pairs.get(main) == PAIRS:
            return self.reading(CONTROLLERS[number - FINE], channel, (self.coarse[main] << 7 | value) / 16383.0)
        self.coarse[channel, number] = value
        is_fine = self.pairs.get((channel, number)) == PAIRS
        share = (value << 7) / 16383.0 if is_fine else value / 127.0
        return self.reading(CONTROLLERS[number], channel, share, doubtful=follows)


def check(binding: Binding) -> None:
    """Refuse a binding that can move nothing.

    Raises
    ------
    ControlError
        If its controller does not exist, or a number is out of range.
    """
    if binding.source not in SOURCES:
        raise ControlError(
            f"There is no MIDI controller “{binding.source}”.",
            "Name one as in “cc 1” (up to 119), “bend” or “pressure”.",
        )
    if not 0 <= binding.channel <= CHANNELS:
        raise ControlError(f"There is no MIDI channel {binding.channel}.", "Channels go from 0 (any) to 16.")
    check_way(binding)


def together(taken: Iterable[Taken], controls: Mapping[str, Control]) -> Taken:
    """Several messages that came at once, without what the later ones make void.

    Of the moves of one knob the last counts, and of one note's bends. Buttons count each, and nothing moves past them;
    nor past a note of the same channel.
    """
    notes: list[NoteEvent | None] = []
    bends: dict[int, int] = {}
    touches: list[Touch] = []
    moves: dict[str, Touch] = {}
    learnt = False
    for one in taken:
        learnt = learnt or one.learnt
        for note in one.notes:
            if isinstance(note, NoteBend):
                if note.channel in bends:
                    notes[bends[note.channel]] = None
                bends[note.channel] = len(notes)
            else:
                bends.pop(getattr(note, "channel", -1), None)
            notes.append(note)
        for touch in one.touches:
            if controls[touch.control].kind is Kind.CONTINUOUS:
                moves.pop(touch.control, None)
                moves[touch.control] = touch
            else:
                touches += [*moves.values(), touch]
                moves.clear()
    return Taken(tuple(note for note in notes if note is not None), (*touches, *moves.values()), learnt)
