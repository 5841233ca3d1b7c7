"""All addresses in words, for people: the window's table and the docs are made from it. Pure Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vschaos.osc.namespace import PREFIX
from vschaos.osc.requests import ADDRESSES, FixedAddress
from vschaos.performance.controls import Control, Kind, Label, Playable
from vschaos.performance.table import SNAPSHOTS, control_table

HEADS = ("Address", "Takes", "Range", "Meaning")

_WORDS = {"i": "int", "f": "float", "s": "text"}


@dataclass(frozen=True)
class Listed:
    """An address: what it takes (or, where it comes out, has), over which range, and what it means.

    What may be left out stands in brackets.
    """

    address: str
    arguments: str
    range: str
    help: str
    comes_out: bool = False

    @property
    def row(self) -> tuple[str, ...]:
        """As columns under :data:`HEADS`."""
        return self.address, f"comes out: {self.arguments}" if self.comes_out else self.arguments, self.range, self.help


def listed(playable: Playable, prefix: str = PREFIX) -> Sequence[Listed]:
    """The control table of an instrument, then questions and what comes out."""
    controls = [
        Listed(prefix + control.address, _arguments(control), _range(control), control.help)
        for control in control_table(playable)
    ]
    fixed = [Listed(prefix + one.address, _tags(one), "", one.help, one.comes_out) for one in ADDRESSES]
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
    words = [_WORDS[tag] for tag in needed]
    words += [f"{_WORDS[tag]}s" if fixed.comes_out else f"({_WORDS[tag]})" for tag in optional]
    return ", ".join(words) or "nothing"


def markdown(prefix: str = PREFIX) -> str:
    """The table of ``docs/osc.md``: of an instrument with any number of axes and labels, each told once.

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
