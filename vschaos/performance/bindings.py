"""Bindings: MIDI controllers, OSC addresses, gamepads and so on, bound to controls of the table. Pure Python.

A :class:`BindingSource` is one kind of controller. Its decoder turns messages into readings: which controller, and its
number. :class:`Bindings` does all the rest, in the same way for every source: it assigns the next controller that
moves, and turns readings into touches::

    MIDI message ─ MidiDecoder ───┐
    OSC message ── OscDecoder ────┼─▶ ControllerReading ─ Bindings.move ─▶ Touch
    gamepad ────── GamepadDecoder ┘

A controller's number, as a share of the controller's own range, is bent by the binding's curve, scaled to the
binding's part of the control's range, and becomes a value there: by ratios where the control is logarithmic, rounded
for choices.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from vschaos.errors import ControlError
from vschaos.messages import Message
from vschaos.performance.controls import Control, Kind
from vschaos.performance.number_range import SeenNumbers
from vschaos.performance.state import Touch

MOST_CANDIDATES = 256
"""Controllers that are followed while a control waits for one."""


@dataclass(frozen=True)
class Binding:
    """A controller that moves a control.

    Attributes
    ----------
    source
        MIDI: ``cc N`` (0…119), ``bend`` or ``pressure``. OSC: ``osc ADDRESS``, or ``osc ADDRESS N`` for another
        argument than the first. Gamepad: ``left x``, ``right trigger``, ``button a`` and so on.
    channel
        1…16; 0 is any, and always that of an OSC address or a gamepad.
    control
        Id of the control that it moves.
    low, high
        Start and end of the part of the control's range that it covers, as shares of the range, 0…1; exchanged for
        the other direction.
    curve
        The controller's share of its own range is raised to this power first: 1 is straight.
    least, most
        The controller's own range: the numbers that an OSC address sends. 0 and 1 for MIDI and gamepads.
    """

    source: str
    channel: int
    control: str
    low: float = 0.0
    high: float = 1.0
    curve: float = 1.0
    least: float = 0.0
    most: float = 1.0


@dataclass(frozen=True)
class BindingSource:
    """A kind of controller.

    Attributes
    ----------
    name
        As messages name it: ``midi``.
    file_field
        Where a set file keeps its bindings.
    check
        Refuses a binding whose controller cannot exist, by a :class:`~vschaos.errors.ControlError`.
    clear_move
        Share of its range by which a controller has to move to be assigned; less is jitter.
    """

    name: str
    file_field: str
    check: Callable[[Binding], None]
    clear_move: float


@dataclass(frozen=True)
class ControllerReading:
    """A controller and its number, as its source decoded them.

    Attributes
    ----------
    source, channel
        As in :class:`Binding`.
    value
        MIDI and gamepads: 0…1. OSC: the number as it came. None: a button without a number, pressed.
    before
        The last one; None if there was none.
    device
        Controllers of different devices are apart while a control waits for one.
    is_press
        It counts as a clear move, however little the number changed.
    is_doubtful
        It may be a part of another controller's number: it is not assigned.
    """

    source: str
    value: float | None
    before: float | None = None
    channel: int = 0
    device: str = ""
    is_press: bool = False
    is_doubtful: bool = False


class AwaitBinding(Message, frozen=True):
    """Bind the next controller of a source that moves to a control; an empty name ends the wait."""

    source: str
    control: str


class Bind(Message, frozen=True):
    """Bind a controller of a source to a control, or change the binding of the same two."""

    source: str
    binding: Binding


class Unbind(Message, frozen=True):
    """Remove the bindings of a source to a control; to all controls with an empty name."""

    source: str
    control: str


class BindingsChanged(Message, frozen=True):
    """All bindings of a source, sent whenever they change; ``awaiting`` is the control that waits for a controller."""

    source: str
    bindings: tuple[Binding, ...] = ()
    awaiting: str = ""


class Bindings:
    """The bindings of one source; safe on any thread.

    Parameters
    ----------
    source
        Which kind of controllers.
    controls
        Returns the present instrument's control table.
    emit
        Receives the bindings whenever they, or the waiting control, change; must not block.

    Attributes
    ----------
    all
        Every binding, in the order in which they were made.
    awaiting
        The control that waits for a controller; empty if none does.
    """

    def __init__(
        self,
        source: BindingSource,
        controls: Callable[[], Mapping[str, Control]],
        emit: Callable[[BindingsChanged], None] = lambda _: None,
    ) -> None:
        self.source = source
        self.all: tuple[Binding, ...] = ()
        self.awaiting = ""
        self._controls = controls
        self._emit = emit
        self._lock = threading.Lock()
        self._by_source: Mapping[str, tuple[Binding, ...]] = {}
        self._once_bound: set[str] = set()
        self._candidates: dict[tuple[str, str, int], SeenNumbers] = {}
        self._guesses: dict[str, SeenNumbers] = {}

    def of(self, source: str, channel: int = 0) -> Sequence[Binding]:
        """The bindings of a controller."""
        return [one for one in self._by_source.get(source, ()) if one.channel in (0, channel)]

    def wait_for(self, control: str) -> None:
        """Bind the next controller that moves clearly to a control; an empty name ends the wait.

        Raises
        ------
        ControlError
            If there is no such control, or one number does not move it.
        """
        if control:
            self._check_control(control)
        with self._changing():
            self._wait(control)

    def bind(self, binding: Binding) -> None:
        """Add a binding; it replaces one of the same controller and control.

        Raises
        ------
        ControlError
            If the binding cannot move anything.
        """
        # Those of another instrument's controls can be changed and restored, too.
        if binding.control not in self._once_bound:
            self._check_control(binding.control)
        self._check(binding)
        with self._changing():
            self._put(binding)
            self._guesses.pop(binding.source, None)

    def unbind(self, control: str) -> None:
        """Remove the bindings to a control; to all controls with an empty name."""
        with self._changing():
            self._remove(control)

    def load(self, bindings: Iterable[Binding]) -> None:
        """Replace all bindings; those to controls of another instrument wait for it.

        Raises
        ------
        ControlError
            If one of them cannot move anything; the present ones stay.
        """
        bindings = tuple(bindings)
        for binding in bindings:
            self._check(binding)
        with self._changing():
            self._set(bindings)
            self._guesses.clear()

    def move(self, readings: Sequence[ControllerReading], controls: Mapping[str, Control]) -> tuple[Touch, ...]:
        """What the readings of one message move. A message by which a controller is assigned moves nothing yet."""
        with self._lock:
            before = self.all
            touches = () if self._assign(readings) else self._touches(readings, controls)
            event = None if self.all is before else self._event()
        if event is not None:
            self._emit(event)
        return touches

    # ── under the lock ────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._lock:
            yield
            event = self._event()
        self._emit(event)

    def _event(self) -> BindingsChanged:
        return BindingsChanged(self.source.name, self.all, self.awaiting)

    def _wait(self, control: str) -> None:
        self.awaiting = control
        self._candidates.clear()

    def _set(self, bindings: tuple[Binding, ...]) -> None:
        by_source: dict[str, tuple[Binding, ...]] = {}
        for one in bindings:
            by_source[one.source] = (*by_source.get(one.source, ()), one)
        self.all, self._by_source = bindings, by_source
        self._once_bound.update(one.control for one in bindings)
        self._guesses = {source: seen for source, seen in self._guesses.items() if source in by_source}

    def _put(self, binding: Binding) -> None:
        same = (binding.source, binding.channel, binding.control)
        kept = tuple(binding if (one.source, one.channel, one.control) == same else one for one in self.all)
        self._set(kept if binding in kept else (*kept, binding))

    def _remove(self, control: str) -> None:
        self._set(tuple(one for one in self.all if control and one.control != control))

    def _assign(self, readings: Sequence[ControllerReading]) -> bool:
        """Bind the controller that moved most to the control that waits, if it moved clearly."""
        if not self.awaiting:
            return False
        moves: list[tuple[float, ControllerReading, SeenNumbers]] = []
        for one in readings:
            seen = self._follow(one)
            if seen is not None and not one.is_doubtful:
                moves.append((1.0 if one.is_press or one.value is None else seen.moved(one.value), one, seen))
        if not moves:
            return False
        share, reading, seen = max(moves, key=lambda one: one[0])
        if share < self.source.clear_move - 1e-9:
            return False
        control = self.awaiting
        earlier = next((one for one in self.all if one.control == control), Binding("", 0, control))
        least, most = seen.range
        self._remove(control)
        self._put(replace(earlier, source=reading.source, channel=reading.channel, least=least, most=most))
        if reading.value is not None:
            self._guesses[reading.source] = seen
        self._wait("")
        return True

    def _follow(self, reading: ControllerReading) -> SeenNumbers | None:
        """What a controller has sent since the wait began, with this reading; None if too many are followed."""
        if reading.value is None:
            return SeenNumbers.at(0.0)
        key = (reading.device, reading.source, reading.channel)
        seen = self._candidates.get(key)
        if seen is None:
            if len(self._candidates) >= MOST_CANDIDATES:
                return None
            seen = SeenNumbers.at(reading.value if reading.before is None else reading.before)
        self._candidates[key] = seen = seen.with_number(reading.value)
        return seen

    def _touches(self, readings: Sequence[ControllerReading], controls: Mapping[str, Control]) -> tuple[Touch, ...]:
        touches: list[Touch] = []
        for one in readings:
            if one.value is not None and one.source in self._guesses:
                self._widen(one.source, one.value)
            for binding in self.of(one.source, one.channel):
                control = controls.get(binding.control)
                if control is not None and (touch := touch_by(binding, control, one)) is not None:
                    touches.append(touch)
        return tuple(touches)

    def _widen(self, source: str, number: float) -> None:
        """Widen a range that was guessed, for a number beyond it."""
        before = self._guesses[source]
        after = self._guesses[source] = before.with_number(number)
        if after.range != before.range:
            least, most = after.range
            self._set(tuple(replace(b, least=least, most=most) if b.source == source else b for b in self.all))

    # ── checks ────────────────────────────────────────────────────────────────────────────────────────────

    def _check_control(self, control: str) -> None:
        found = self._controls().get(control)
        if found is None:
            raise ControlError(f"There is no control “{control}”.")
        if found.count > 1:
            raise ControlError(
                f"An assignment moves one value, and “{control}” has {found.count}.", "Choose one of its parts."
            )

    def _check(self, binding: Binding) -> None:
        self.source.check(binding)
        check_range(binding)


def check_range(binding: Binding) -> None:
    """Refuse numbers out of range.

    Raises
    ------
    ControlError
        If there are any.
    """
    ends = (binding.low, binding.high)
    own = (binding.least, binding.most)
    in_range = all(0.0 <= share <= 1.0 for share in ends) and all(map(math.isfinite, own)) and own[0] != own[1]
    if not (in_range and math.isfinite(binding.curve) and binding.curve > 0):
        raise ControlError(
            f"The assignment to “{binding.control}” has a number out of range.",
            "“low” and “high” go from 0 to 1, “least” and “most” differ, and the curve is above 0.",
        )


def touch_by(binding: Binding, control: Control, reading: ControllerReading) -> Touch | None:
    """The touch that a reading makes; None if it moves nothing."""
    if control.count > 1:
        return None
    if reading.value is None:
        share, before = 1.0, 0.0
    else:
        share = _share(binding, reading.value)
        before = None if reading.before is None else _share(binding, reading.before)
    place = _place(binding, share)
    place_before = None if before is None else _place(binding, before)
    if control.kind is Kind.TRIGGER:
        crossed = place >= 0.5 > (_place(binding, 0.0) if place_before is None else place_before)
        return Touch(control.id) if crossed else None
    value = _value(control, place)
    if control.kind is Kind.COMMAND:
        if binding.low == binding.high:
            # A button for one number: it acts when it is pressed, not when it is released.
            is_pressed = share >= 0.5 > (before or 0.0)
        else:
            is_pressed = place_before is None or round(value) != round(_value(control, place_before))
        return Touch(control.id, (float(round(value)),)) if is_pressed else None
    return Touch(control.id, (control.clip(value),))


def _share(binding: Binding, number: float) -> float:
    return min(max((number - binding.least) / (binding.most - binding.least), 0.0), 1.0)


def _place(binding: Binding, share: float) -> float:
    return binding.low + (binding.high - binding.low) * share**binding.curve


def _value(control: Control, place: float) -> float:
    if control.logarithmic and control.low > 0.0:
        return control.low * (control.high / control.low) ** place
    return control.low + (control.high - control.low) * place
