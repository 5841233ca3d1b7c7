"""What a remote patch for Pure Data shows of the instrument that the app plays: its labels, axes and snapshots by name.

The rows of labels are slots: the app says what the label of each one is called, its range and the names of its
classes. Where there is no such label or axis, the title says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.patching.panels import (
    HEADING_HEIGHT,
    NAMED_SNAPSHOTS,
    ROW_HEIGHT,
    SlotLabel,
    heading_height,
    label_slots,
    missing,
    title,
)
from vschaos.patching.pd_canvas import Atom, Canvas, Contents, MessageAtoms, PdBox, Wire
from vschaos.patching.pd_dials import PANEL_WIDTH, draw_title, local
from vschaos.patching.pd_workings import PITCH, Workings
from vschaos.performance.controls import Control, Label

NAME_COLOUR = "#f6f7f9"
NAME_HEIGHT, NAME_ROWS = 19, 6
"""Of the row of a snapshot's name, in pixels, and how many usual rows those of all names need."""
AXES, AXIS, MAP, LABELS, LABEL, LABEL_VALUE, NAMES = map(
    local, ("axes", "axis", "map", "labels", "label", "label-value", "names")
)
LONGEST_TITLE = 12
_SET = MessageAtoms(("set", "$1"))


def _label(most: int) -> Contents:
    """What makes a symbol, cut after so many bytes, the label of a coloured area."""
    return ("makefilename", f"%.{most}s"), MessageAtoms(("label", "$1"))


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────


def draw_slots(canvas: Canvas, x: int, y: int, labels: Sequence[Label]) -> None:
    """A row for each label: its name, a slider and a number, and the name of the class."""
    slots = label_slots(labels)
    canvas.cnv(x, y, PANEL_WIDTH, heading_height(len(slots)), "labels")
    for row, slot in enumerate(slots):
        top, low, high = y + HEADING_HEIGHT + row * ROW_HEIGHT, slot.label.low, slot.label.high
        wire = Wire(local(slot.id), local(slot.id, "show"))
        draw_title(canvas, x, top, slot.title[:13], local(slot.id, "title"))
        canvas.hsl(x + 98, top, low, high, wire, length=131)
        canvas.nbx(x + 240, top, low, high, slot.label.default, wire, digits=5)
        canvas.cnv(x + 304, top, 80, 18, "", NAME_COLOUR, local(slot.id, "name"))


def add_slots(workings: Workings, labels: Sequence[Label], path: Sequence[str], to_app: str) -> None:
    """What fills the slots, and sends what is moved in them to ``path``, that of labels, in the app."""
    for slot in label_slots(labels):
        _add_slot(workings, slot, path, to_app)


def _add_slot(workings: Workings, slot: SlotLabel, path: Sequence[str], to_app: str) -> None:
    y, show, classes, titled = workings.rows(9), *(local(slot.id, part) for part in ("show", "classes", "title"))
    canvas, name = workings.canvas, slot.label.name
    gate = ("spigot", int(slot.is_used))
    out = canvas.flow(20, y, ("r", local(slot.id)), gate, ("oscformat", *path, name), ("s", to_app))
    own = canvas.flow(20, y + PITCH, ("r", local(slot.id)), _SET, ("s", show))
    heard = canvas.flow(420, y + PITCH, ("r", LABEL_VALUE), ("route", name))
    canvas.connect(heard[-1], 0, own[1])
    # The class of the value that is shown.
    nearest = (("-", slot.label.low), ("+", 0.5), ("int",), ("spigot", 0), ("t", "b", "f"))
    number = canvas.flow(20, y + 2 * PITCH, ("r", show), ("route", "set"), *nearest)
    called = (MessageAtoms((0,)), ("text", "get", classes, 0, 1), *_label(10), ("s", local(slot.id, "name")))
    line = canvas.flow(20, y + 3 * PITCH, *called)
    canvas.connect(number[-1], 0, line[0])
    canvas.connect(number[-1], 1, line[1], 1)
    canvas.obj(860, y + 3 * PITCH, "text define", classes)
    # Its description: the classes, then what else there is, from right to left.
    said = canvas.flow(20, y + 4 * PITCH, ("r", LABEL), ("route", slot.place), ("list", "split", 4), ("t", *"aaaaaab"))
    canvas.connect(said[2], 1, canvas.obj(620, y + 4 * PITCH, "text set", classes, 0))
    are_named = canvas.flow(860, y + 4 * PITCH, ("list", "length"), (">", 0))
    canvas.connect(said[2], 1, are_named[0])
    canvas.connect(are_named[-1], 0, number[5], 1)
    cut = canvas.flow(420, y + 8 * PITCH, *_label(LONGEST_TITLE), ("s", titled))
    ends: tuple[tuple[tuple[Atom, ...], PdBox | str, int], ...] = (
        (("set", "$4"), show, 0),
        (("symbol", "$1"), cut[0], 0),
        (("$2",), number[2], 1),
        (("range", "$2", "$3"), show, 0),
        (("symbol", "$1"), heard[-1], 1),
        (("set", *path, "$1"), out[2], 0),
        (("label", "empty"), local(slot.id, "name"), 0),
    )
    x, box = 20, said[3]
    for outlet, (message, end, inlet) in enumerate(ends):
        box = canvas.msg(x, y + 5 * PITCH, *message)
        canvas.connect(said[3], outlet, box)
        target = canvas.obj(x, y + 6 * PITCH, "s", end) if isinstance(end, str) else end
        canvas.connect(box, 0, target, inlet)
        x = max(box.rectangle.right, target.rectangle.right if isinstance(end, str) else 0) + 14
    there = canvas.flow(20, y + 7 * PITCH, ("r", LABELS), (">=", slot.place), ("t", "f", "f"), ("sel", 0))
    canvas.connect(there[2], 1, out[1], 1)
    canvas.connect(there[-1], 0, box)
    absent = (MessageAtoms(("label", slot.absent)), ("s", titled))
    canvas.connect(there[-1], 0, canvas.flow(there[-1].rectangle.right + 14, y + 7 * PITCH, *absent)[0])


# ── axes and snapshots ────────────────────────────────────────────────────────────────────────────────────


def add_axes(workings: Workings, axes: Sequence[Control]) -> None:
    """The titles of axes: what grows along them, or that the instrument lacks them."""
    for control in axes:
        y, titled, place = workings.rows(2), local(control.id, "title"), control.axes[0] + 1
        named = (("r", AXIS), ("route", place), ("list",), MessageAtoms(("symbol", "$1")), *_label(LONGEST_TITLE))
        workings.canvas.flow(20, y, *named, ("s", titled))
        absent = MessageAtoms(("label", missing(title(control))))
        workings.canvas.flow(20, y + PITCH, ("r", AXES), (">=", place), ("sel", 0), absent, ("s", titled))


def add_map(workings: Workings, directions: Sequence[Control]) -> None:
    """The titles of the map's directions."""
    y = workings.rows(2)
    titles = workings.canvas.flow(20, y, ("r", MAP), ("unpack", "s", "s"))[-1]
    for outlet, control in enumerate(directions):
        shown = (*_label(LONGEST_TITLE), ("s", local(control.id, "title")))
        workings.canvas.connect(titles, outlet, workings.canvas.flow(300, y + outlet * PITCH, *shown)[0])


def draw_snapshots(canvas: Canvas, x: int, y: int) -> None:
    """A button and a name for each of the first snapshots, in two columns."""
    for index in range(NAMED_SNAPSHOTS):
        column, row = divmod(index, NAMED_SNAPSHOTS // 2)
        left, top, name = x + 6 + column * (PANEL_WIDTH // 2), y + row * NAME_HEIGHT, f"snapshot-{index + 1}"
        canvas.bng(left, top, Wire(local(name)), size=16)
        canvas.cnv(left + 22, top, 160, 16, str(index + 1), NAME_COLOUR, local(name, "name"))


def add_snapshots(workings: Workings, *onward: tuple[Atom, ...]) -> None:
    """The names of snapshots, and the buttons that recall them through ``onward``."""
    y, number = workings.rows(1), local("recall")
    workings.canvas.flow(20, y, ("r", number), *onward)
    for place in range(1, NAMED_SNAPSHOTS + 1):
        y, name = workings.rows(1), f"snapshot-{place}"
        workings.canvas.flow(20, y, ("r", local(name)), MessageAtoms((place,)), ("s", number))
        shown = (("r", NAMES), MessageAtoms(("symbol", f"${place}")), *_label(21), ("s", local(name, "name")))
        workings.canvas.flow(520, y, *shown)
