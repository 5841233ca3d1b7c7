"""A pad for Pure Data patches: a point that is dragged in a square, a scalar of a vanilla data structure.

The pad is a patch of its own: a patch that uses it is saved without the point, whose structure has another name each
time a patch is opened.
"""

from __future__ import annotations

import math

from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Rectangle

PAD_SIDE = 241
"""Of the square, in pixels."""
_RADIUS, _CORNERS = 9, 8
_FILL, _LINE, _LINES = 37, 7, "#c8ccd4"
_STRUCTURE, _FIELD, _CHANGED = "$0-point", "$0-field", "$0-changed"


def pad_patch() -> Canvas:
    """The pad, ``[NAME-pad WIRE]``.

    A list of x and y from −1 to 1 that is sent to ``WIRE-set`` moves the point; ``WIRE`` gets one while it is dragged.
    """
    patch = Canvas(760, 420, graph=Rectangle(20, 20, PAD_SIDE, PAD_SIDE))
    patch.canvas(20, 20, Canvas(PAD_SIDE + 60, PAD_SIDE + 60, _FIELD, graph=Rectangle(0, 0, PAD_SIDE, PAD_SIDE)))
    patch.canvas(300, 20, _template())
    moved = patch.flow(300, 60, ("r", "$1-set"), ("unpack", "f", "f"))[-1]
    placed = patch.obj(420, 240, "set", _STRUCTURE, "x", "y")
    patch.connect(moved, 1, placed, 1)
    patch.connect(moved, 0, placed)
    made = patch.flow(300, 160, ("loadbang",), ("t", "b", "b"))[-1]
    found = patch.flow(420, 190, ("symbol", f"pd-{_FIELD}"), MessageAtoms(("traverse", "$1")), ("pointer",))
    start = patch.msg(420, 160, 0)
    added = patch.obj(620, 240, "append", _STRUCTURE, "x", "y")
    patch.connect(made, 1, found[0])
    patch.connect(made, 0, start)
    patch.connect(start, 0, added)
    head = patch.msg(600, 160, "bang")
    patch.connect(made, 1, head)
    patch.connect(head, 0, found[-1])
    patch.connect(found[-1], 0, added, 2)
    patch.connect(added, 0, placed, 2)
    dragged = patch.flow(300, 300, ("r", _CHANGED), ("get", _STRUCTURE, "x", "y"), ("pack", "f", "f"), ("s", "$1"))
    patch.connect(dragged[1], 1, dragged[2], 1)
    return patch


def draw_pad(canvas: Canvas, x: int, y: int, name: str, wire: str) -> PdBox:
    """The pad of the file ``NAME.pd``, on a ground with two lines through its middle; ``wire`` leads to and from it."""
    middle = PAD_SIDE // 2
    canvas.cnv(x, y, PAD_SIDE, PAD_SIDE, colour="#ffffff")
    canvas.cnv(x + middle, y, 1, PAD_SIDE, colour=_LINES)
    canvas.cnv(x, y + middle, PAD_SIDE, 1, colour=_LINES)
    return canvas.abstraction(x, y, Rectangle(0, 0, PAD_SIDE, PAD_SIDE), name, wire)


def _template() -> Canvas:
    """The point's structure: a dot whose corners all follow x and y, and in its middle the corner that is dragged."""
    canvas = Canvas(900, 300, "template")
    struct = canvas.flow(20, 20, ("struct", _STRUCTURE, "float", "x", "float", "y"), ("route", "change", "select"))
    canvas.connect(struct[-1], 0, canvas.obj(500, 20, "s", _CHANGED))
    angles = [2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    dot = [_corner(round(_RADIUS * math.cos(angle)), round(_RADIUS * math.sin(angle))) for angle in angles]
    canvas.obj(20, 60, "filledpolygon", _FILL, _LINE, 1, *(atom for corner in dot for atom in corner), width=60)
    canvas.obj(20, 240, "drawpolygon", _FILL, 1, *_corner(0, 0), *_corner(0, 0), width=60)
    return canvas


def _corner(right: int, down: int) -> tuple[str, str]:
    """A corner so many pixels from the point: −1 to 1 is a side of the square, and a corner leaves it no further."""
    side = PAD_SIDE - 1
    return f"x(-1:1)({right}:{side + right})", f"y(-1:1)({side + down}:{down})"
