"""What a control is: a knob, switch or button of a playing instrument, declared once in `vschaos.performance.table`.

The engine's state, the OSC server and mirror, MIDI, the help, the patches and the window's dials are all made from
that table. Pure Python.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from vschaos.errors import ControlError


class Kind(Enum):
    """How a control's values are to be read.

    A ``COMMAND`` is a button with numbers: which snapshot to recall. Like a ``TRIGGER`` it has no present value.
    """

    CONTINUOUS = "continuous"
    CHOICE = "choice"
    SWITCH = "switch"
    TRIGGER = "trigger"
    COMMAND = "command"


class Group(Enum):
    """What a control is about; the window and the patches put those of a group together."""

    PLACE = "place"
    LABEL = "label"
    SOUND = "sound"
    ENVELOPE = "envelope"
    INPUT = "input"
    MOTION = "motion"
    GESTURE = "gesture"
    SNAPSHOT = "snapshot"
    TRANSPORT = "transport"


@dataclass(frozen=True)
class Label:
    """A label that an instrument's sound is conditioned on, such as its pitch class.

    Attributes
    ----------
    name
        The task's name, fit for an address.
    low, high, default
        Range and start.
    whole
        Whether its values are numbers of classes.
    classes
        Names of the classes, from ``low`` on; may be empty.
    """

    name: str
    low: float
    high: float
    default: float
    whole: bool = True
    classes: tuple[str, ...] = ()

    def or_default(self, value: float) -> float:
        """A value of another instrument's label of this name, or the default where this one does not reach so far."""
        return value if self.low <= value <= self.high else self.default


@dataclass(frozen=True)
class Playable:
    """What an instrument lets be moved, and where it starts.

    Attributes
    ----------
    latent_dims
        Number of latent coordinates D.
    labels
        Those that the sound is conditioned on; their defaults belong to the start.
    terrain
        Whether there is a map.
    start
        Coordinates where playing starts, (D,); empty for the middle.
    start_place
        The start's x and y on the map.
    """

    latent_dims: int
    labels: tuple[Label, ...] = ()
    terrain: bool = False
    start: tuple[float, ...] = ()
    start_place: tuple[float, float] = (0.0, 0.0)

    @property
    def home(self) -> tuple[float, ...]:
        """Coordinates where playing starts, (D,)."""
        return self.start or (0.0,) * self.latent_dims


@dataclass(frozen=True)
class Control:
    """One control.

    Attributes
    ----------
    id
        Name in the code, in :class:`~vschaos.realtime.protocol.Touch` and in files.
    address
        OSC address below the prefix, such as ``/latent/z1``.
    low, high, default
        Range and start, in ``unit``; the same for each of ``count`` values.
    help
        One sentence for tooltips and docs.
    group
        What it is about.
    unit
        ``""`` for a bare number, ``"dB"``, ``"s"``, ``"Hz"``.
    kind
        How its values are read.
    count
        How many values it has.
    smoothing_ms
        Time constant with which the sound follows a change.
    mirrored
        Whether changes are sent to OSC peers under this address, too.
    label
        Name of the label that it sets; empty for all others.
    names
        What the values of a choice mean, from ``low`` on; may be empty.
    kept
        Whether snapshots hold it.
    logarithmic
        Whether equal steps of a slider are equal ratios, as for times and rates.
    axes
        The latent coordinates that its values are, from 0; empty for all others.
    on_map
        Whether its two values are a position on the map.
    """

    id: str
    address: str
    low: float
    high: float
    default: float
    help: str
    group: Group = Group.SOUND
    unit: str = ""
    kind: Kind = Kind.CONTINUOUS
    count: int = 1
    smoothing_ms: float = 0.0
    mirrored: bool = True
    label: str = ""
    names: tuple[str, ...] = ()
    kept: bool = False
    logarithmic: bool = False
    axes: tuple[int, ...] = ()
    on_map: bool = False

    @property
    def momentary(self) -> bool:
        """Whether it is an order rather than a value."""
        return self.kind in (Kind.TRIGGER, Kind.COMMAND)

    def clip(self, value: float) -> float:
        """The value, moved into range; of a choice, the nearest whole one; of a switch, 0 or 1."""
        inside = min(max(value, self.low), self.high)
        if self.kind is Kind.SWITCH:
            return 1.0 if inside >= 0.5 else 0.0
        return float(round(inside)) if self.kind is Kind.CHOICE else inside


def check_values(control: Control, values: tuple[float, ...]) -> None:
    """Check that a control can be moved by these values, whatever its range.

    Raises
    ------
    ControlError
        If there are too many or too few of them, or one is not a finite number.
    """
    if control.kind is Kind.TRIGGER:
        if len(values) > 1:
            raise ControlError(f"“{_name(control)}” takes no value, or one; {len(values)} came.")
    elif len(values) != control.count:
        plural = "value" if control.count == 1 else "values"
        raise ControlError(f"“{_name(control)}” takes {control.count} {plural}; {len(values)} came.")
    for value in values:
        if not math.isfinite(value):
            raise ControlError(f"“{_name(control)}” takes ordinary numbers; infinity or not-a-number came.")


def _name(control: Control) -> str:
    return control.address.lstrip("/")
