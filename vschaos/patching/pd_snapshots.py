"""Snapshots of a Pure Data patch's own, saved with the patch: an array that keeps its numbers in the file.

The present value of a control ``$0-NAME`` is held by a ``[value]`` of that name, which hears what is sent to it. A
snapshot is a row of the array: the value of each control, and 1 where it is filled.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.patching.panels import HEADING_HEIGHT, MOST_CELLS, ROW_HEIGHT, heading_height
from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Wire
from vschaos.patching.pd_dials import PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, local
from vschaos.patching.pd_loops import each, name_lines, named
from vschaos.performance.controls import Control

SNAPSHOTS = MOST_CELLS
SNAPSHOTS_HEIGHT = heading_height(4)
STORE, RECALL = local("snapshot", "store"), local("snapshot", "recall")
_ARRAY, _NAMES, _SHOWN = local("snapshots"), local("snapshot", "names"), local("snapshot", "shown")
_MARK, _MARKED, _WINDOW = local("snapshot", "mark"), local("snapshot", "marked"), local("window")
_CELL, _FULL, _EMPTY = 18, "#3060c0", "#c8ccd4"
_VALUES_A_COLUMN, _VALUES_A_WINDOW, _VALUE_PITCH = 24, 144, 195


def draw_snapshots(canvas: Canvas, x: int, y: int) -> None:
    """A row of cells to recall, with marks of those that hold a sound, and one to store."""
    canvas.cnv(x, y, PANEL_WIDTH, SNAPSHOTS_HEIGHT, "snapshots")
    left, top = x + 92, y + HEADING_HEIGHT
    canvas.text(x + 6, top, "recall", 12)
    canvas.hradio(left, top, SNAPSHOTS, 0, Wire(RECALL), size=_CELL)
    for slot in range(SNAPSHOTS):
        canvas.cnv(left + slot * _CELL + 3, top + 21, 12, 4, colour=_EMPTY, name=f"{_MARK}-{slot}")
    top += ROW_HEIGHT + 4
    canvas.text(x + 6, top, "store", 12)
    canvas.hradio(left, top, SNAPSHOTS, 0, Wire(STORE), size=_CELL)
    canvas.cnv(x + 6, top + ROW_HEIGHT, 376, 20, colour="#f6f7f9", name=_SHOWN)
    canvas.text(x + 6, top + 2 * ROW_HEIGHT - 4, "They are saved with the patch.", 53)


def snapshot_window(controls: Sequence[Control]) -> Canvas:
    """What stores and recalls the values of ``controls``."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "snapshots")
    count = len(controls)
    canvas.array(20, 15, _ARRAY, [0.0] * (SNAPSHOTS * (count + 1)))
    name_lines(canvas, 400, 15, _NAMES, controls)
    for number, start in enumerate(range(0, count, _VALUES_A_WINDOW)):
        canvas.canvas(960 + 80 * number, 15, _held(f"held-{number + 1}", controls[start : start + _VALUES_A_WINDOW]))
    canvas.obj(750, 15, "namecanvas", _WINDOW)
    _store(canvas, count)
    _recall(canvas, count)
    _marks(canvas, count)
    return canvas


def _held(name: str, controls: Sequence[Control]) -> Canvas:
    """The present value of each control."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, name)
    for number, control in enumerate(controls):
        column, row = divmod(number, _VALUES_A_COLUMN)
        canvas.obj(10 + _VALUE_PITCH * column, 10 + 25 * row, "value", local(control.id))
    return canvas


def _said(canvas: Canvas, x: int, y: int, sentence: str) -> PdBox:
    """A sentence about a snapshot's number, counted from 1."""
    line = canvas.flow(x, y, ("+", 1), ("makefilename", sentence), MessageAtoms(("label", "$1")), ("s", _SHOWN))
    return line[0]


def _store(canvas: Canvas, count: int) -> None:
    x = 20
    chosen = canvas.flow(x, 60, ("r", STORE), ("t", "b", "b", "f", "f"))[-1]
    start = canvas.obj(x + 270, 60, "*", count + 1)
    canvas.connect(chosen, 3, _said(canvas, x + 400, 60, "stored as snapshot %d"))
    canvas.connect(chosen, 2, start)
    begin, number = each(canvas, x, 100, count)
    canvas.connect(chosen, 1, begin)
    parts = canvas.obj(x + 340, 130, "t", "f", "b", "f")
    first, value = named(canvas, x + 440, 130, "value", _NAMES)
    place, both = canvas.obj(x + 340, 190, "+"), canvas.flow(x + 440, 190, ("pack", "f", "f"), ("s", _ARRAY))[0]
    canvas.connect(number, 0, parts)
    canvas.connect(parts, 2, first)
    canvas.connect(parts, 1, value)
    canvas.connect(value, 0, both, 1)
    canvas.connect(parts, 0, place)
    canvas.connect(place, 0, both)
    canvas.connect(start, 0, place, 1)
    last = canvas.obj(x + 120, 230, "+", count)
    full = canvas.flow(x, 230, ("f",))[0]
    canvas.connect(start, 0, last)
    canvas.connect(last, 0, full, 1)
    canvas.connect(chosen, 0, ended := canvas.obj(x, 190, "t", "b", "b"))
    canvas.connect(ended, 1, full)
    canvas.connect(full, 0, canvas.flow(x, 265, ("list", "append", 1), ("s", _ARRAY))[0])
    after = canvas.obj(x + 120, 190, "t", "b", "b")
    canvas.connect(ended, 0, after)
    canvas.connect(after, 1, canvas.obj(x + 240, 265, "s", _MARKED))
    # Pd asks before a changed patch is closed.
    canvas.connect(after, 0, canvas.flow(x + 440, 265, MessageAtoms(("dirty", 1)), ("s", _WINDOW))[0])


def _recall(canvas: Canvas, count: int) -> None:
    x = 20
    chosen = canvas.flow(x, 320, ("r", RECALL), ("t", "f", "f"))[-1]
    start = canvas.flow(x + 270, 320, ("*", count + 1), ("t", "f", "f"))
    canvas.connect(chosen, 1, start[0])
    held = canvas.flow(x + 440, 320, ("+", count), ("tabread", _ARRAY))
    canvas.connect(start[1], 0, held[0])
    filled = canvas.obj(x + 700, 320, "f")
    canvas.connect(held[-1], 0, filled, 1)
    # The flag was read before the left outlet of the first trigger fires.
    number = canvas.flow(x, 360, ("t", "f", "b"))[0]
    canvas.connect(chosen, 0, number)
    canvas.connect(number, 1, filled)
    ways = canvas.obj(x + 160, 360, "spigot"), canvas.obj(x + 240, 360, "spigot")
    no = canvas.obj(x + 760, 320, "==", 0)
    canvas.connect(filled, 0, no)
    canvas.connect(filled, 0, ways[0], 1)
    canvas.connect(no, 0, ways[1], 1)
    for way in ways:
        canvas.connect(number, 0, way)
    canvas.connect(ways[1], 0, _said(canvas, x + 320, 360, "snapshot %d is empty"))
    found = canvas.obj(x, 400, "t", "b", "f")
    canvas.connect(ways[0], 0, found)
    canvas.connect(found, 1, _said(canvas, x + 320, 395, "snapshot %d"))
    begin, counted = each(canvas, x, 430, count)
    canvas.connect(found, 0, begin)
    parts = canvas.obj(x + 340, 430, "t", "f", "f")
    first, send = named(canvas, x + 440, 430, "send", _NAMES)
    place = canvas.flow(x + 340, 500, ("+",), ("tabread", _ARRAY))
    canvas.connect(start[1], 1, place[0], 1)
    canvas.connect(counted, 0, parts)
    canvas.connect(parts, 1, first)
    canvas.connect(parts, 0, place[0])
    canvas.connect(place[-1], 0, send)


def _marks(canvas: Canvas, count: int) -> None:
    """Which snapshots are filled, shown when the patch is opened and after each that is stored."""
    x, y = 20, 545
    heard = canvas.flow(x, y, ("loadbang",), ("delay", 100))
    begin, number = each(canvas, x + 220, y, SNAPSHOTS)
    canvas.connect(heard[-1], 0, begin)
    canvas.connect(canvas.obj(x, y + 30, "r", _MARKED), 0, begin)
    parts = canvas.obj(x + 540, y + 30, "t", "f", "f")
    mark = canvas.obj(x + 620, y, "makefilename", f"{_MARK}-%d")
    flag = canvas.flow(x + 620, y + 30, ("*", count + 1), ("+", count), ("tabread", _ARRAY), ("sel", 0))
    colours = [canvas.msg(x + 870 + 170 * n, y, "color", colour, _FULL) for n, colour in enumerate((_EMPTY, _FULL))]
    send = canvas.obj(x + 1010, y + 60, "send")
    canvas.connect(number, 0, parts)
    canvas.connect(parts, 1, mark)
    canvas.connect(mark, 0, send, 1)
    canvas.connect(parts, 0, flag[0])
    for outlet, colour in enumerate(colours):
        canvas.connect(flag[-1], outlet, colour)
        canvas.connect(colour, 0, send)
