"""A pad for Pure Data patches: a point that is clicked and dragged in a square, of vanilla data structures.

The pad is a patch of its own: a patch that uses it is saved without the point, whose structure has another name each
time a patch is opened.
"""

from __future__ import annotations

import math

from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Rectangle
from vschaos.patching.pd_loops import each

PAD_SIDE = 241
"""Of the square, in pixels."""
_RADIUS, _CORNERS = 9, 8
_FILL, _LINE, _WHITE, _LINES = 37, 7, 999, 777
_POINT, _ROW, _COLUMN = "$0-point", "$0-row", "$0-column"
_FIELDS = "across", "up"
_FIELD, _CHANGED, _CLICKED = "$0-field", "$0-changed", "$0-clicked"


def pad_patch() -> Canvas:
    """The pad, ``[NAME-pad WIRE]``.

    A list of x and y from −1 to 1 that is sent to ``WIRE-set`` moves the point; ``WIRE`` gets one where it is clicked
    or dragged. A click reaches a row, a column and then the point, which has been moved there by the two.
    """
    patch = Canvas(1040, 420, graph=Rectangle(20, 20, PAD_SIDE, PAD_SIDE))
    patch.canvas(20, 20, Canvas(PAD_SIDE + 60, PAD_SIDE + 60, _FIELD, graph=Rectangle(0, 0, PAD_SIDE, PAD_SIDE)))
    patch.canvas(300, 20, _point())
    patch.canvas(400, 20, _lines())
    placed = patch.obj(300, 180, "set", _POINT, *_FIELDS)
    for row, wire in enumerate(("$1-set", _CLICKED)):
        moved = patch.flow(300, 60 + 32 * row, ("r", wire), ("unpack", "f", "f"))[-1]
        patch.connect(moved, 1, placed, 1)
        patch.connect(moved, 0, placed)
    patch.flow(300, 124, ("r", _CLICKED), ("s", "$1"))
    dragged = patch.flow(300, 360, ("r", _CHANGED), ("get", _POINT, *_FIELDS), ("pack", "f", "f"), ("s", "$1"))
    patch.connect(dragged[1], 1, dragged[2], 1)
    # Rows, columns and the point, one after the other: each is appended to what there is.
    made = patch.flow(560, 20, ("loadbang",), ("t", "b", "b", "b", "b", "b"))[-1]
    found = patch.flow(560, 80, ("symbol", f"pd-{_FIELD}"), MessageAtoms(("traverse", "$1")), ("pointer",))
    patch.connect(made, 4, found[0])
    patch.connect(made, 3, head := patch.msg(860, 50, "bang"))
    patch.connect(head, 0, found[-1])
    last = found[-1]
    for outlet, (structure, side) in enumerate(((_ROW, "y"), (_COLUMN, "x"))):
        begin, number = each(patch, 560, 120 + 80 * outlet, PAD_SIDE)
        added = patch.obj(840, 150 + 80 * outlet, "append", structure, side)
        patch.connect(made, 2 - outlet, begin)
        patch.connect(number, 0, added)
        patch.connect(last, 0, added, 1)
        last = added
    point = patch.obj(560, 320, "append", _POINT, *_FIELDS)
    patch.connect(made, 0, start := patch.msg(560, 285, 0))
    patch.connect(start, 0, point)
    patch.connect(last, 0, point, 2)
    patch.connect(point, 0, placed, 2)
    return patch


def draw_pad(canvas: Canvas, x: int, y: int, name: str, wire: str) -> PdBox:
    """The pad of the file ``NAME.pd``; ``wire`` leads to and from it."""
    return canvas.abstraction(x, y, Rectangle(0, 0, PAD_SIDE, PAD_SIDE), name, wire)


def _point() -> Canvas:
    """The structure of the point: a cross through the middle, a dot, and in its middle the corner that is dragged."""
    canvas, side, middle = Canvas(900, 420, "point"), PAD_SIDE - 1, PAD_SIDE // 2
    fields = [atom for name in _FIELDS for atom in ("float", name)]
    canvas.flow(20, 20, ("struct", _POINT, *fields), ("route", "change"), ("s", _CHANGED))
    canvas.obj(20, 60, "drawpolygon", _LINES, 1, 0, middle, side, middle)
    canvas.obj(20, 90, "drawpolygon", _LINES, 1, middle, 0, middle, side)
    angles = [2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    dot = [_corner(round(_RADIUS * math.cos(angle)), round(_RADIUS * math.sin(angle))) for angle in angles]
    canvas.obj(20, 120, "filledpolygon", _FILL, _LINE, 1, *(atom for corner in dot for atom in corner), width=60)
    canvas.obj(20, 340, "drawpolygon", _FILL, 1, *_corner(0, 0), *_corner(0, 0), width=60)
    return canvas


def _lines() -> Canvas:
    """The structures of rows and columns; where a point is clicked."""
    canvas, side = Canvas(500, 300, "lines"), PAD_SIDE - 1
    both = canvas.flow(20, 120, ("pack", "f", "f"), ("s", _CLICKED))[0]
    kinds = (("column", _COLUMN, "x", (0, side), 1), ("row", _ROW, "y", (side, 0), -1))
    for inlet, (name, structure, field, end, sign) in enumerate(kinds):
        inside = Canvas(500, 200, name)
        clicked = ("struct", structure, "float", field), ("route", "click"), ("unpack", "p", "f", "f")
        place = inside.flow(20, 20, *clicked)
        scaled = inside.flow(20, 60, ("*", sign * 2 / side), ("-", sign), ("outlet",))[0]
        inside.connect(place[-1], 1 + inlet, scaled)
        inside.obj(20, 100, "drawpolygon", _WHITE, 1, 0, 0, *end)
        canvas.connect(canvas.canvas(20 + 100 * inlet, 20, inside), 0, both, inlet)
    return canvas


def _corner(right: int, down: int) -> tuple[str, str]:
    """A corner so many pixels from the point: −1 to 1 is a side of the square, and a corner leaves it no further."""
    side, (across, up) = PAD_SIDE - 1, _FIELDS
    return f"{across}(-1:1)({right}:{side + right})", f"{up}(-1:1)({side + down}:{down})"
