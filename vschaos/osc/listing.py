"""All addresses as a table for people: in the window and in the docs. Pure Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vschaos.osc.namespace import PREFIX
from vschaos.osc.requests import ADDRESSES, FixedAddress
from vschaos.performance.controls import Control, Kind, Label, Playable
from vschaos.performance.table import SNAPSHOTS, control_table

HEADS = ("Address", "Arguments", "Range", "Meaning")

_TAG_NAMES = {"i": "int", "f": "float", "s": "text"}


@dataclass(frozen=True)
class ListedAddress:
    """An address: its arguments, their range, and what it means. Optional arguments are in brackets."""

    address: str
    arguments: str
    range: str
    help: str
    is_sent: bool = False

    @property
    def row(self) -> tuple[str, ...]:
        """As columns under :data:`HEADS`."""
        return self.address, f"sent: {self.arguments}" if self.is_sent else self.arguments, self.range, self.help


def listed(playable: Playable, prefix: str = PREFIX) -> Sequence[ListedAddress]:
    """The control table of an instrument, then the fixed addresses."""
    controls = [
        ListedAddress(prefix + control.address, _arguments(control), _range(control), control.help)
        for control in control_table(playable)
    ]
    fixed = [ListedAddress(prefix + one.address, _tags(one), "", one.help, one.is_sent) for one in ADDRESSES]
    return [*controls, *fixed]


def _arguments(control: Control) -> str:
    if control.count == 0:
        return "nothing"
    if control.id == "snapshot.morph":
        return "2 ints, float"
    kind = "float" if control.kind is Kind.CONTINUOUS else "int"
    return kind if control.count == 1 else f"{control.count} {kind}s"


def _range(control: Control) -> str:
    if control.count == 0:
        return ""
    if control.kind is Kind.SWITCH:
        return "0 or 1"
    if control.id == "snapshot.morph":
        return f"1 … {SNAPSHOTS}, 0 … 1"
    if control.kind is not Kind.CONTINUOUS:
        return f"{control.low:.0f} … {control.high:.0f}"
    unit = f" {control.unit}" if control.unit else ""
    return f"{control.low:g} … {control.high:g}{unit}".replace("-", "−")


def _tags(fixed: FixedAddress) -> str:
    needed, _, optional = fixed.tags.rstrip("]").partition("[")
    names = [_TAG_NAMES[tag] for tag in needed]
    names += [f"{_TAG_NAMES[tag]}s" if fixed.is_sent else f"({_TAG_NAMES[tag]})" for tag in optional]
    return ", ".join(names) or "nothing"


def markdown(prefix: str = PREFIX) -> str:
    """The table of ``docs/osc.md``: of an instrument with any number of axes and labels, each listed once.

    ``python -m vschaos.osc.listing`` prints it.
    """
    label = Label("TASK", 0.0, 1.0, 0.0)
    rows = [HEADS, ("---",) * len(HEADS)]
    for one in listed(Playable(1, (label,)), prefix):
        address = one.address
        if address.endswith("/label/TASK"):
            one = replace(one, arguments="int or float", range="the label’s", help="A label of the sound, by its name.")
        if address.endswith("/latents"):
            one = replace(one, arguments="a float an axis")
        about_axis = "/z1" in address
        meaning = one.help.replace("axis 1", "axis k").replace("oordinate 1", "oordinate k") if about_axis else one.help
        rows.append((f"`{address.replace('/z1', '/zK') if about_axis else address}`", *one.row[1:3], meaning))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    print(markdown(), end="")
