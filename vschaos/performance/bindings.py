"""What moves what: a MIDI controller bound to a control. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Binding:
    """A MIDI controller that moves a control.

    Attributes
    ----------
    source
        ``cc N`` (0…119), ``bend`` or ``pressure``.
    channel
        1…16; 0 is any.
    control
        Id of the control that it moves.
    low, high
        Ends of the control's way, as shares of its range, 0…1; exchanged for the other direction.
    curve
        The controller's share of its own way is taken to this power first: 1 is straight.
    """

    source: str
    channel: int
    control: str
    low: float = 0.0
    high: float = 1.0
    curve: float = 1.0
