"""Controls in a Max patch: in the presentation the panels, behind it a row of objects for each control.

Each control has a hub, the number box, menu or toggle that sends when it is moved. What comes from elsewhere is only
ever ``set`` there: it goes no further. Only the pad knows no ``set``: it is disconnected while it gets a value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vschaos.patching.max_patcher import ANY, BANG, BOX_HEIGHT, FLOAT, INT, MaxBox, Patcher, text_width
from vschaos.patching.panels import HEADING_HEIGHT, ROW_HEIGHT, Columns, Panel, PatchPad, heading_height, title
from vschaos.patching.pd_canvas import Atom, Rectangle
from vschaos.performance.controls import Control, Kind

WINDOW_WIDTH, WINDOW_HEIGHT = 1240, 690
PANEL_WIDTH = 390
COLUMNS = Columns(count=3, left=15, pitch=405, top=15, bottom=WINDOW_HEIGHT - 45)
PAD_SIDE = 200
PAD_HEIGHT = HEADING_HEIGHT + PAD_SIDE + 10
PAD_STEPS = 1000
"""To each side of the pad's middle: it counts in whole numbers."""
PITCH = 32
BEHIND_LEFT, ONWARD_LEFT = 20, 740
"""Where rows behind the presentation begin, and where what a control leads to stands in them."""
PANEL_COLOUR, LEAD_COLOUR = [0.89, 0.91, 0.93, 1.0], [0.83, 0.89, 0.85, 1.0]
_WIDGET, _NUMBER = 98, 310


@dataclass(frozen=True)
class Dial:
    """A control in a patch.

    Attributes
    ----------
    hub
        The box that sends the control's value when it is moved, from its first outlet; an order sends a bang, or its
        numbers.
    followers
        The boxes that get a value from elsewhere, at their first inlets.
    name_outlet
        The outlet of the hub that sends the name of a choice; None where there is none.
    """

    control: Control
    hub: MaxBox
    followers: tuple[MaxBox, ...] = ()
    name_outlet: int | None = None


class Sheet:
    """A window in the making: what is presented, and the rows behind it.

    Parameters
    ----------
    patcher
        The window.
    """

    def __init__(self, patcher: Patcher) -> None:
        self.patcher = patcher
        self.titles: dict[str, MaxBox] = {}
        """Of the rows, by the ids of their controls."""
        self._y = 20

    def row(self, count: int = 1) -> int:
        """Where the next rows behind begin, in pixels."""
        first = self._y
        self._y += count * PITCH
        return first

    def backdrop(self, x: int, y: int, height: int, heading: str, lead: bool = False, width: int = PANEL_WIDTH) -> None:
        """A coloured area with its heading."""
        at = self.row()
        self.patcher.ui(
            "panel",
            Rectangle(BEHIND_LEFT, at, 40, BOX_HEIGHT),
            Rectangle(x, y, width, height),
            1,
            (),
            backdrop=True,
            background=1,
            bgcolor=LEAD_COLOUR if lead else PANEL_COLOUR,
            mode=0,
            rounded=4,
        )
        self.patcher.comment(BEHIND_LEFT + 60, at, heading, (x + 6, y + 3, width - 12), heading=True)


class Desk(Sheet):
    """A window of dials."""

    def panel(self, x: int, y: int, panel: Panel, further_rows: int = 0) -> list[Dial]:
        """A heading, a row for each control, and room for others."""
        self.backdrop(x, y, heading_height(len(panel.controls) + further_rows), panel.heading)
        top = y + HEADING_HEIGHT
        return [self.dial(x + 6, top + row * ROW_HEIGHT, control) for row, control in enumerate(panel.controls)]

    def dial(self, x: int, y: int, control: Control) -> Dial:
        """One row of the presentation: the control's title, what moves it, and its number."""
        at = self.row()
        text_at = (x, y, _WIDGET - 4)
        self.titles[control.id] = self.patcher.comment(BEHIND_LEFT, at, title(control)[:14], text_at)
        widget, left = Rectangle(x + _WIDGET, y, 200, 20), BEHIND_LEFT + 130
        if control.kind is Kind.TRIGGER:
            return Dial(control, self._small("button", left, at, widget, (BANG,)))
        if control.kind is Kind.SWITCH:
            hub = self._small("toggle", left, at, widget, (INT,))
            return Dial(control, hub, (self._setter(left + 40, at, hub),))
        if control.kind is Kind.COMMAND:
            order = self._morph if control.count > 1 else self._order
            return Dial(control, order(left, at, widget, control))
        if control.kind is Kind.CHOICE:
            return self._choice(left, at, widget, control)
        return self._slider(left, at, widget, control)

    def field(self, x: int, y: int, width: int, text: str = "", at: int | None = None) -> MaxBox:
        """A box that shows a text, and another one after ``set``; ``at`` is its row behind, the next one without."""
        place = Rectangle(BEHIND_LEFT + 400, self.row() if at is None else at, text_width(text), BOX_HEIGHT)
        shown = Rectangle(x, y, width, BOX_HEIGHT)
        return self.patcher.ui("message", place, shown, 2, (ANY,), text=text, ignoreclick=1)

    # ── kinds of dials ────────────────────────────────────────────────────────────────────────────────────

    def _setter(self, x: int, y: int, target: MaxBox) -> MaxBox:
        box = self.patcher.obj(x, y, "prepend set")
        self.patcher.connect(box, 0, target)
        return box

    def _small(self, maxclass: str, x: int, y: int, shown: Rectangle, outlets: Sequence[str]) -> MaxBox:
        return self.patcher.ui(
            maxclass, Rectangle(x, y, 22, 22), Rectangle(shown.x, shown.y, 20, 20), 1, outlets, parameter_enable=0
        )

    def number(self, x: int, y: int, shown: Rectangle, control: Control, whole: bool) -> MaxBox:
        """A number box that keeps to the control's range."""
        limits = (round(control.low), round(control.high)) if whole else (control.low, control.high)
        return self.patcher.ui(
            "number" if whole else "flonum",
            Rectangle(x, y, 60, BOX_HEIGHT),
            shown,
            1,
            (INT if whole else FLOAT, BANG),
            minimum=limits[0],
            maximum=limits[1],
            parameter_enable=0,
        )

    def slide(self, x: int, y: int, shown: Rectangle, low: float, high: float) -> MaxBox:
        """A horizontal slider of floats."""
        return self.patcher.ui(
            "slider",
            Rectangle(x, y, 120, BOX_HEIGHT),
            shown,
            1,
            (ANY,),
            floatoutput=1,
            min=low,
            size=high - low,
            orientation=1,
            parameter_enable=0,
        )

    def _slider(self, x: int, y: int, shown: Rectangle, control: Control) -> Dial:
        beside = Rectangle(shown.x - _WIDGET + _NUMBER, shown.y, 68, BOX_HEIGHT)
        low, high = control.low, control.high
        if not control.logarithmic or low <= 0:
            slider = self.slide(x, y, shown, low, high)
            hub = self.number(x + 140, y, beside, control, whole=False)
            self.patcher.connect(slider, 0, hub)
            follow = self._setter(x + 220, y, slider)
        else:
            # Equal ways are equal ratios.
            slider = self.slide(x, y, shown, 0.0, 1.0)
            ratio = written(high / low)
            there = self.patcher.obj(x + 140, y, "expr", f"{written(low)}*pow({ratio},$f1)")
            hub = self.number(there.rectangle.right + 12, y, beside, control, whole=False)
            self.patcher.connect(slider, 0, there)
            self.patcher.connect(there, 0, hub)
            y = self.row()
            follow = self.patcher.obj(x, y, "expr", f"log($f1/{written(low)})/log({ratio})")
            self.patcher.connect(follow, 0, self._setter(follow.rectangle.right + 12, y, slider))
        self.patcher.connect(hub, 0, follow)
        setter = self._setter(max(follow.rectangle.right + 130, x + 320), y, hub)
        return Dial(control, hub, (setter, follow))

    def _choice(self, x: int, y: int, shown: Rectangle, control: Control) -> Dial:
        if not control.names:
            place = Rectangle(shown.x, shown.y, 68, BOX_HEIGHT)
            hub = self.number(x, y, place, control, whole=True)
            return Dial(control, hub, (self._setter(x + 80, y, hub),))
        items: list[str] = []
        for name in control.names:
            items += [name, ","]
        menu = self.patcher.ui(
            "umenu",
            Rectangle(x, y, 100, BOX_HEIGHT),
            Rectangle(shown.x, shown.y, 140, BOX_HEIGHT),
            1,
            (INT, ANY, ANY),
            items=items[:-1],
            parameter_enable=0,
        )
        low = round(control.low)
        if not low:
            return Dial(control, menu, (self._setter(x + 120, y, menu),), name_outlet=1)
        hub = self.patcher.obj(x + 120, y, "+", low)
        self.patcher.connect(menu, 0, hub)
        follower = self.patcher.obj(x + 180, y, "-", low)
        self.patcher.connect(follower, 0, self._setter(x + 240, y, menu))
        return Dial(control, hub, (follower,))

    def _order(self, x: int, y: int, shown: Rectangle, control: Control) -> MaxBox:
        """A number, and the button that sends it."""
        button = self._small("button", x, y, Rectangle(shown.x + 80, shown.y, 20, 20), (BANG,))
        number = self.number(x + 40, y, Rectangle(shown.x, shown.y, 68, BOX_HEIGHT), control, whole=True)
        kept = self.patcher.obj(x + 120, y, "i", round(control.low))
        first = self.patcher.obj(x + 180, y, "loadmess", round(control.low))
        self.patcher.connect(first, 0, number)
        self.patcher.connect(number, 0, kept, 1)
        self.patcher.connect(button, 0, kept)
        return kept

    def _morph(self, x: int, y: int, shown: Rectangle, control: Control) -> MaxBox:
        """Two numbers, and how far between them; sent when that moves."""
        ends = [Rectangle(shown.x, shown.y, 50, BOX_HEIGHT), Rectangle(shown.x + 212, shown.y, 50, BOX_HEIGHT)]
        way = self.slide(x, y, Rectangle(shown.x + 56, shown.y, 150, 20), 0.0, 1.0)
        pack = self.patcher.obj(x + 140, y, "pack", 0.0, 1, 2)
        order = self.patcher.msg(x + 240, y, "$2", "$3", "$1")
        self.patcher.connect(way, 0, pack)
        self.patcher.connect(pack, 0, order)
        y = self.row()
        for inlet, end in enumerate(ends, start=1):
            left = x + 200 * (inlet - 1)
            number = self.number(left + 90, y, end, control, whole=True)
            self.patcher.connect(self.patcher.obj(left, y, "loadmess", inlet), 0, number)
            self.patcher.connect(number, 0, pack, inlet)
        return order

    # ── the pad ───────────────────────────────────────────────────────────────────────────────────────────

    def pad(self, x: int, y: int, pad: PatchPad) -> list[Dial]:
        """A square to move in, and the numbers of its two sides."""
        self.backdrop(x, y, PAD_HEIGHT, pad.heading)
        at = self.row(7)
        left, top = x + 10, y + HEADING_HEIGHT
        square = self.patcher.ui(
            "pictslider",
            Rectangle(BEHIND_LEFT, at, 120, 120),
            Rectangle(left, top, PAD_SIDE, PAD_SIDE),
            2,
            (INT, INT),
            leftvalue=-PAD_STEPS,
            rightvalue=PAD_STEPS,
            bottomvalue=-PAD_STEPS,
            topvalue=PAD_STEPS,
            parameter_enable=0,
        )
        behind, dials = BEHIND_LEFT + 140, []
        gates = [self.patcher.obj(behind, at + side * PITCH, "gate", 1, 1) for side in (0, 1)]
        for side, control in enumerate(pad.axes):
            row, low, high = at + side * PITCH, control.low, control.high
            scale = self.patcher.obj(behind + 80, row, "scale", -PAD_STEPS, PAD_STEPS, float(low), float(high))
            place = top + side * (2 * ROW_HEIGHT + 8)
            shown = Rectangle(left + PAD_SIDE + 18, place + ROW_HEIGHT, 68, BOX_HEIGHT)
            label_at = (left + PAD_SIDE + 14, place, 150)
            self.titles[control.id] = self.patcher.comment(
                behind + 400 * side, at + 2 * PITCH, title(control), label_at
            )
            hub = self.number(scale.rectangle.right + 12, row, shown, control, whole=False)
            self.patcher.connect(square, side, gates[side], 1)
            self.patcher.connect(gates[side], 0, scale)
            self.patcher.connect(scale, 0, hub)
            setter = self._setter(hub.rectangle.right + 12, row, hub)
            # Disconnected, set, and connected again: the last outlet is the first.
            back = (("scale", float(low), float(high), float(-PAD_STEPS), float(PAD_STEPS)), ("t", 1, "i", 0))
            follow = self.patcher.flow(behind, at + (3 + side) * PITCH, *back)
            for gate in gates:
                self.patcher.connect(follow[1], 2, gate)
                self.patcher.connect(follow[1], 0, gate)
            self.patcher.connect(follow[1], 1, square, side)
            self.patcher.connect(hub, 0, follow[0])
            dials.append(Dial(control, hub, (setter, follow[0])))
        return dials

    # ── what comes and goes ───────────────────────────────────────────────────────────────────────────────

    def pair(self, dials: Sequence[Dial], *onward: tuple[Atom, ...]) -> MaxBox:
        """Send the values of two dials together through ``onward``; returns the box that splits both again."""
        y = self.row(2)
        both = self.patcher.flow(BEHIND_LEFT + 140, y, ("pack", 0.0, 0.0), *onward)[0]
        again = self.patcher.obj(BEHIND_LEFT, y, "t", "b", "f")
        self.patcher.connect(dials[0].hub, 0, both)
        self.patcher.connect(dials[1].hub, 0, again)
        self.patcher.connect(again, 1, both, 1)
        self.patcher.connect(again, 0, both)
        apart = self.patcher.obj(BEHIND_LEFT, y + PITCH, "unpack", 0.0, 0.0)
        for outlet, dial in enumerate(dials):
            for box in dial.followers:
                self.patcher.connect(apart, outlet, box)
        return apart


def written(number: float) -> str:
    """A number within an expression."""
    return f"{number:.9g}" if "." in f"{number:.9g}" else f"{number:.9g}."
