"""Controls in a Pure Data patch, as they are seen: panels of rows, and the pad.

Each control has three names, all of them local to the patch (``$0-…``): ``NAME`` gets what the user moves, ``NAME-in``
what comes from elsewhere, and ``NAME-show`` updates the screen, by ``set …`` only: nothing that comes in goes out.
`vschaos.patching.pd_workings` connects them.
"""

from __future__ import annotations

from vschaos.patching.panels import HEADING_HEIGHT, ROW_HEIGHT, Columns, Panel, PatchPad, cells, heading_height, title
from vschaos.patching.pd_canvas import Canvas, Wire
from vschaos.performance.controls import Control, Kind

WINDOW_WIDTH, WINDOW_HEIGHT = 1240, 640
PANEL_WIDTH = 390
COLUMNS = Columns(count=3, left=15, pitch=405, top=15, bottom=WINDOW_HEIGHT - 10)
_WIDGET, _NUMBER = 92, 306
"""Where a row's widget and its number begin, from the row's left edge."""
PAD_SIDE = 201
PAD_HEIGHT = HEADING_HEIGHT + PAD_SIDE + 36
PAD_KNOB = 11
LINES, ALARM, KNOB = "#c8ccd4", "#c03020", "#3060c0"


def local(*parts: str) -> str:
    """A name that no other patch hears."""
    return "$0-" + "-".join(part.replace(".", "-") for part in parts)


def wire(control: Control, part: str = "") -> Wire:
    """The names of a control's widget."""
    parts = (control.id, part) if part else (control.id,)
    return Wire(local(*parts), local(*parts, "show"))


def draw_panel(
    canvas: Canvas, x: int, y: int, panel: Panel, init: bool, further_rows: int = 0, *, renamed: bool = False
) -> None:
    """A heading, a row for each control, and room for others.

    ``init``: whether their starting values are sent when the patch opens; ``renamed``: whether titles can change.
    """
    canvas.cnv(x, y, PANEL_WIDTH, heading_height(len(panel.controls) + further_rows), panel.heading)
    for row, control in enumerate(panel.controls):
        draw(canvas, x + 6, y + HEADING_HEIGHT + row * ROW_HEIGHT, control, init, renamed=renamed)


def draw_title(canvas: Canvas, x: int, y: int, text: str, name: str) -> None:
    """A row's title that changes by ``label …`` to a name."""
    canvas.cnv(x, y, 90, 18, text, name=name)


def draw(canvas: Canvas, x: int, y: int, control: Control, init: bool, *, renamed: bool = False) -> None:
    """One row: the control's title, what moves it, and its number or name."""
    if renamed:
        draw_title(canvas, x - 6, y, title(control)[:12], local(control.id, "title"))
    else:
        canvas.text(x, y, title(control)[:12], 12)
    widget, number = x + _WIDGET, x + _NUMBER
    sends = int(init and not control.momentary)
    if control.kind is Kind.TRIGGER:
        canvas.bng(widget, y, wire(control), colour=ALARM)
    elif control.kind is Kind.SWITCH:
        canvas.tgl(widget, y, round(control.default), wire(control), sends)
    elif control.kind is Kind.COMMAND and control.count > 1:
        _draw_morph(canvas, widget, y, control)
    elif count := cells(control):
        chosen, size = round(control.default - control.low), min(18, 208 // count)
        canvas.hradio(widget, y, count, chosen, wire(control, "cell"), sends, size)
        if control.momentary:
            # Which one it was: shown only, since a number box that is dragged would order every number on its way.
            canvas.nbx(number, y, control.low, control.high, control.low, Wire("", wire(control).receive))
    elif control.kind is Kind.CHOICE:
        canvas.nbx(widget, y, control.low, control.high, control.default, wire(control), sends)
    else:
        log = int(control.logarithmic and control.low > 0)
        canvas.hsl(widget, y, control.low, control.high, wire(control), log=log)
        # The number sends at first: a slider knows its values by the pixel only.
        canvas.nbx(number, y, control.low, control.high, control.default, wire(control), sends)
    if control.names:
        canvas.symbol(number, y, Wire("", local(control.id, "name")), 10)


def _draw_morph(canvas: Canvas, x: int, y: int, control: Control) -> None:
    """Two numbers, and how far between them."""
    canvas.nbx(x, y, 1, control.high, 1, wire(control, "from"), 1, digits=3)
    canvas.hsl(x + 56, y, 0, 1, wire(control, "way"), length=151)
    canvas.nbx(x + 56 + 170, y, 1, control.high, 2, wire(control, "to"), 1, digits=3)


def draw_pad(canvas: Canvas, x: int, y: int, pad: PatchPad) -> tuple[int, int]:
    """Two sliders along a square, for a dot that shows where they meet; returns the dot's corner at the lowest values.

    The dot hears ``$0-HEADING-dot``.
    """
    canvas.cnv(x, y, PANEL_WIDTH, PAD_HEIGHT, pad.heading)
    left, top, half = x + 70, y + HEADING_HEIGHT, PAD_SIDE // 2
    corner = (left - PAD_KNOB // 2, top + PAD_SIDE - 1 - PAD_KNOB // 2)
    canvas.cnv(left, top, PAD_SIDE, PAD_SIDE, colour="#ffffff")
    canvas.cnv(left + half, top, 1, PAD_SIDE, colour=LINES)
    canvas.cnv(left, top + half, PAD_SIDE, 1, colour=LINES)
    canvas.cnv(corner[0] + half, corner[1] - half, PAD_KNOB, PAD_KNOB, colour=KNOB, name=local(pad.heading, "dot"))
    across, up = pad.axes
    canvas.vsl(x + 40, top, up.low, up.high, wire(up))
    canvas.hsl(left, top + PAD_SIDE + 8, across.low, across.high, wire(across))
    canvas.text(x + 6, top + half - 10, title(up)[:4], 4)
    canvas.text(x + 30, top + PAD_SIDE + 6, title(across)[:4], 4)
    aside = left + PAD_SIDE + 20
    for row, control in enumerate(pad.axes):
        place = top + row * (2 * ROW_HEIGHT + 8)
        draw_title(canvas, aside, place, title(control), local(control.id, "title"))
        canvas.nbx(aside + 8, place + ROW_HEIGHT, control.low, control.high, control.default, wire(control))
    return corner
