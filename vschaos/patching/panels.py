"""What a patch shows, and where: controls sorted into panels, panels stacked in columns. For Pd and Max alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vschaos.performance.controls import Control, Group, Kind, Label
from vschaos.performance.table import is_axis

TITLES = {"snapshot.b": "side B"}
"""Where the last part of a control's name says too little."""

HEADING_HEIGHT, ROW_HEIGHT = 26, 26
"""Of a panel's heading and of each row below it, in pixels."""

MOST_CELLS = 16
"""A choice of more than these is a number, not a row of cells."""
SNAPSHOTS, RECALL = "snapshots", "snapshot.recall"
NAMED_SNAPSHOTS = 16
"""Those that a remote patch shows by name, as many as the app has in sight."""
LEAST_SLOTS = 4
"""Rows for labels, even of an instrument with fewer: the next one may have them."""
AXES_IN_SIGHT = 14
"""Beside the two of the pad; the others have windows of their own."""


@dataclass(frozen=True)
class Panel:
    """Controls that belong together, under a heading."""

    heading: str
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class Panels:
    """The panels of the first window, and of the others by their names."""

    first: tuple[Panel, ...]
    others: dict[str, tuple[Panel, ...]]


@dataclass(frozen=True)
class SlotLabel:
    """A row of a remote patch for the label at a place, from 1; ``label`` is the one that it starts with."""

    place: int
    label: Label
    is_used: bool

    @property
    def id(self) -> str:
        """Its name in the patch."""
        return f"slot-{self.place}"

    @property
    def absent(self) -> str:
        """Its title while there are fewer labels."""
        return f"(no label {self.place})"

    @property
    def title(self) -> str:
        """Its title at the start."""
        return self.label.name if self.is_used else self.absent


@dataclass(frozen=True)
class PatchPad:
    """A square with a control along each side; ``together`` is the one that sets both, if there is one."""

    heading: str
    axes: tuple[Control, Control]
    together: Control | None = None


def heading_height(rows: int) -> int:
    """Of a heading with so many rows below it, in pixels."""
    return HEADING_HEIGHT + ROW_HEIGHT * rows + 4


def panel_height(panel: Panel) -> int:
    """Of a panel with its heading, in pixels."""
    return heading_height(len(panel.controls))


def label_slots(labels: Sequence[Label]) -> tuple[SlotLabel, ...]:
    """Rows for the labels of an instrument, and for some that others may have."""
    others = range(len(labels) + 1, LEAST_SLOTS + 1)
    return (
        *(SlotLabel(place, label, True) for place, label in enumerate(labels, start=1)),
        *(SlotLabel(place, Label("-", 0.0, 1.0, 0.0), False) for place in others),
    )


def missing(axis: str) -> str:
    """The title of an axis while the instrument has fewer."""
    return f"(no {axis})"


def halves(control: Control) -> tuple[Control, Control]:
    """The two values of a control, each as a control of its own."""
    across, up = (
        replace(control, id=f"{control.id}.{half}", address=f"{control.address}/{half}", count=1) for half in "xy"
    )
    return across, up


def title(control: Control) -> str:
    """A short title for a control: the last part of its name, and its unit."""
    word = TITLES.get(control.id) or control.label or control.id.split(".")[-1]
    return f"{word} {control.unit}" if control.unit else word


def cells(control: Control) -> int:
    """How many cells a control's row of cells has; 0 unless it is a choice of few.

    Of snapshots the first sixteen are in sight, as they are in the app.
    """
    count = round(control.high - control.low) + 1
    if control.kind is Kind.COMMAND and control.count == 1:
        return min(count, MOST_CELLS)
    return count if control.kind is Kind.CHOICE and control.names and count <= MOST_CELLS else 0


def latent_axes(controls: Sequence[Control]) -> tuple[Control, ...]:
    """The controls of single latent coordinates, in order."""
    return tuple(filter(is_axis, controls))


def remote_panels(controls: Sequence[Control]) -> Panels:
    """The panels of a patch that plays the app: all controls but labels, recall, and second names."""

    def of(choose: Callable[[Control], bool]) -> tuple[Control, ...]:
        return tuple(filter(choose, controls))

    def group(wanted: Group) -> tuple[Control, ...]:
        return of(lambda one: one.group is wanted)

    axes = latent_axes(controls)[2:]
    paths = of(lambda one: one.id.startswith("trajectory"))
    moved = dict.fromkeys(one.id.split(".")[1] for one in group(Group.MOTION) if one.id.startswith("lfo."))
    first = (
        Panel(SNAPSHOTS, of(lambda one: one.group is Group.SNAPSHOT and one.id != RECALL)),
        Panel("axes", axes[:AXES_IN_SIGHT]),
        Panel("transport", group(Group.TRANSPORT)),
        Panel("sound", group(Group.SOUND)),
        Panel("gestures", group(Group.GESTURE)),
    )
    others = {
        **further_axes(axes),
        "envelope": (Panel("envelope", group(Group.ENVELOPE)),),
        "input": (
            Panel("input", of(lambda one: one.group is Group.INPUT and not one.id.startswith("input.scale"))),
            *in_panels("axes that follow", of(lambda one: one.id.startswith("input.scale"))),
        ),
        "motion": (
            Panel("tempo", of(lambda one: one.id.startswith("tempo"))),
            Panel("trajectory", paths),
            *(Panel(f"lfo {name}", of(lambda one, name=name: one.id.startswith(f"lfo.{name}."))) for name in moved),
        ),
    }
    return Panels(
        tuple(panel for panel in first if panel.controls),
        {name: kept for name, panels in others.items() if (kept := tuple(panel for panel in panels if panel.controls))},
    )


def further_axes(axes: Sequence[Control]) -> dict[str, tuple[Panel, ...]]:
    """The panels of axes that do not fit into the first window."""
    further = axes[AXES_IN_SIGHT:]
    return {"further-axes": in_panels("axes", further)} if further else {}


def in_panels(heading: str, controls: Sequence[Control], most: int = 22) -> tuple[Panel, ...]:
    """Controls in panels of at most so many."""
    return tuple(Panel(heading, tuple(controls[start : start + most])) for start in range(0, len(controls), most))


@dataclass(frozen=True)
class BlockPlace:
    """Where a block of a patch lies: its window (from 0), and the corner there in pixels."""

    window: int
    x: int
    y: int


@dataclass(frozen=True)
class Columns:
    """Columns of a window to stack blocks in, in pixels."""

    count: int
    left: int
    pitch: int
    top: int
    bottom: int
    gap: int = 10

    def stack(self, heights: Sequence[int]) -> list[BlockPlace]:
        """A place for each block: the first column, of the first window, that has room for it."""
        ends: list[int] = []
        places: list[BlockPlace] = []
        for height in heights:
            fits = (column for column, end in enumerate(ends) if end + height <= self.bottom)
            column = next(fits, len(ends))
            if column == len(ends):
                ends.append(self.top)
            window, inside = divmod(column, self.count)
            places.append(BlockPlace(window, self.left + inside * self.pitch, ends[column]))
            ends[column] += height + self.gap
        return places
