"""Loops over the controls of a Pure Data patch, which reach each of them by its name."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.patching.pd_canvas import Canvas, PdBox
from vschaos.patching.pd_dials import local
from vschaos.performance.controls import Control


def each(canvas: Canvas, x: int, y: int, count: int) -> tuple[PdBox, PdBox]:
    """Objects that count from 0 to below ``count``: the one that a bang starts, and the one that counts."""
    begin, until = canvas.obj(x, y, "t", "b", "b"), canvas.obj(x, y + 30, "until")
    zero, more = canvas.msg(x + 70, y, 0), canvas.obj(x + 120, y, "+", 1)
    number = canvas.flow(x + 70, y + 30, ("f",), ("t", "f", "f"), ("moses", count))
    canvas.connect(begin, 0, until)
    canvas.connect(begin, 1, zero)
    canvas.connect(zero, 0, number[0], 1)
    canvas.connect(until, 0, number[0])
    canvas.connect(number[1], 1, more)
    canvas.connect(more, 0, number[0], 1)
    end = canvas.obj(x + 170, y, "t", "b")
    canvas.connect(number[-1], 1, end)
    canvas.connect(end, 0, until, 1)
    return begin, number[-1]


def name_lines(canvas: Canvas, x: int, y: int, names: str, controls: Sequence[Control]) -> None:
    """The names of controls, one a line, in a text of the name ``names``."""
    canvas.lines(x, y, names, [local(control.id).removeprefix("$0-") for control in controls])


def named(canvas: Canvas, x: int, y: int, kind: str, names: str) -> tuple[PdBox, PdBox]:
    """From the number of a control to a ``[value]`` or ``[send]`` of its name: the first object, and the last."""
    line = canvas.flow(x, y, ("text", "get", names), ("makefilename", "$0-%s"))
    target = canvas.obj(x, y + 30, kind)
    canvas.connect(line[-1], 0, target, 1)
    return line[0], target
