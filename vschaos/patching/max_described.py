"""What a remote patch for Max shows of the instrument that the app plays: its labels, axes and snapshots by name.

As `vschaos.patching.pd_described`, for Max: rows of labels are slots, which the app's description fills.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.patching.max_dials import BEHIND_LEFT, ONWARD_LEFT, PANEL_WIDTH, PITCH, Desk
from vschaos.patching.max_patcher import BANG, BOX_HEIGHT, FLOAT, MaxBox
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
from vschaos.patching.pd_canvas import Atom, MessageAtoms, Rectangle
from vschaos.performance.controls import Control, Label

NAME_HEIGHT, NAME_ROWS = 22, 7
"""Of the row of a snapshot's name, in pixels, and how many usual rows those of all names need."""


class Described:
    """Adds to a window what follows the app's description.

    Parameters
    ----------
    desk
        The window.
    prefix
        Of the app's addresses.
    to_app, from_app
        Names that send to the app, and receive from it.
    """

    def __init__(self, desk: Desk, prefix: str, to_app: str, from_app: str) -> None:
        self._desk = desk
        self._patcher = desk.patcher
        self._prefix = prefix
        self._to_app = ("s", to_app)
        self._from_app = ("r", from_app)

    def field(self, x: int, y: int, width: int, address: str) -> None:
        """A field that shows what comes at an address."""
        field, at = self._desk.field(x, y, width), self._desk.row()
        row = (self._from_app, ("route", self._prefix + address), ("prepend", "set"))
        self._patcher.connect(self._patcher.flow(BEHIND_LEFT, at, *row)[-1], 0, field)

    def axes(self, controls: Sequence[Control]) -> None:
        """The titles of axes: what grows along them, or that the instrument lacks them."""
        for control in controls:
            titled, place = self._desk.titles[control.id], control.axes[0] + 1
            row = (self._from_app, self._route("axis"), ("route", place), ("prepend", "set"))
            self._patcher.connect(self._patcher.flow(BEHIND_LEFT, self._desk.row(), *row)[-1], 0, titled)
            self._presence("axes", place, titled, missing(title(control)))

    def map(self, directions: Sequence[Control]) -> None:
        """The titles of the map's directions."""
        row = (self._from_app, self._route("map"), ("unpack", "s", "s"))
        titles = self._patcher.flow(BEHIND_LEFT, self._desk.row(), *row)[-1]
        for outlet, control in enumerate(directions):
            setter = self._patcher.obj(BEHIND_LEFT, self._desk.row(), "prepend set")
            self._patcher.connect(titles, outlet, setter)
            self._patcher.connect(setter, 0, self._desk.titles[control.id])

    def snapshots(self, x: int, y: int) -> None:
        """A button and a name for each of the first snapshots, in two columns."""
        at = self._desk.row()
        split = ("unpack", *["s"] * NAMED_SNAPSHOTS)
        named = self._patcher.flow(BEHIND_LEFT, at, self._from_app, self._route("snapshots"), split)[-1]
        send = self._patcher.flow(
            ONWARD_LEFT, self._desk.row(), ("prepend", f"{self._prefix}/snapshot/recall"), self._to_app
        )[0]
        for index in range(NAMED_SNAPSHOTS):
            column, row = divmod(index, NAMED_SNAPSHOTS // 2)
            left, top, at = x + 6 + column * (PANEL_WIDTH // 2), y + row * NAME_HEIGHT, self._desk.row()
            button = self._patcher.ui(
                "button",
                Rectangle(BEHIND_LEFT, at, 20, 20),
                Rectangle(left, top, 20, 20),
                1,
                (BANG,),
                parameter_enable=0,
            )
            number = self._patcher.msg(BEHIND_LEFT + 40, at, index + 1)
            self._patcher.connect(button, 0, number)
            self._patcher.connect(number, 0, send)
            setter = self._patcher.obj(BEHIND_LEFT + 120, at, "prepend set")
            self._patcher.connect(named, index, setter)
            self._patcher.connect(setter, 0, self._desk.field(left + 24, top, 158, str(index + 1), at))

    def slots(self, x: int, y: int, labels: Sequence[Label]) -> None:
        """A row for each label: its name, a slider and a number, and the name of the class."""
        found = label_slots(labels)
        self._desk.backdrop(x, y, heading_height(len(found)), "labels")
        for row, slot in enumerate(found):
            self._slot(x + 6, y + HEADING_HEIGHT + row * ROW_HEIGHT, slot)

    # ── parts ─────────────────────────────────────────────────────────────────────────────────────────────

    def _slot(self, x: int, y: int, slot: SlotLabel) -> None:
        patcher, low, high, at = self._patcher, float(slot.label.low), float(slot.label.high), self._desk.row(2)
        address = f"{self._prefix}/label/"
        titled = patcher.comment(BEHIND_LEFT, at, slot.title[:13], (x, y, 94))
        slider = self._desk.slide(BEHIND_LEFT + 130, at, Rectangle(x + 98, y, 124, 20), 0.0, 1.0)
        number = patcher.ui(
            "flonum",
            Rectangle(BEHIND_LEFT + 270, at, 60, BOX_HEIGHT),
            Rectangle(x + 228, y, 62, BOX_HEIGHT),
            1,
            (FLOAT, BANG),
            parameter_enable=0,
        )
        called = self._desk.field(x + 296, y, 82, "", at)
        # What is moved goes to the app while there is such a label; the slider and the class follow.
        there = patcher.obj(BEHIND_LEFT, at + PITCH, "scale", 0.0, 1.0, low, high)
        gate = patcher.obj(BEHIND_LEFT + 240, at + PITCH, "gate", 1, int(slot.is_used))
        name = slot.label.name
        send = patcher.flow(BEHIND_LEFT + 340, at + PITCH, ("prepend", address + name), self._to_app)[0]
        back = patcher.flow(BEHIND_LEFT, self._desk.row(), ("scale", low, high, 0.0, 1.0), ("prepend", "set"))
        of_class = (("-", low), ("+", 0.5), ("i",), ("zl.lookup",), ("prepend", "set"))
        classes = patcher.flow(BEHIND_LEFT, self._desk.row(), *of_class)
        for source, target, inlet in (
            (slider, there, 0),
            (there, number, 0),
            (number, gate, 1),
            (gate, send, 0),
            (number, back[0], 0),
            (back[-1], slider, 0),
            (number, classes[0], 0),
            (classes[-1], called, 0),
        ):
            patcher.connect(source, 0, target, inlet)
        # A value from the app sets the number, which sends nothing then. Texts pass here, too: “f” would complain.
        at = self._desk.row(2)
        value = patcher.flow(BEHIND_LEFT, at, self._from_app, ("zl.slice", 1))[-1]
        match = (("zl.compare", address + name), ("sel", 1), ("zl.reg",), ("t", "f", "f", "f"))
        same = patcher.flow(BEHIND_LEFT + 260, at, *match)
        setter = patcher.obj(BEHIND_LEFT, at + PITCH, "prepend set")
        patcher.connect(value, 1, same[2], 1)
        patcher.connect(value, 0, same[0])
        for outlet, target in enumerate((classes[0], back[0], setter)):
            patcher.connect(same[-1], outlet, target)
        patcher.connect(setter, 0, number)
        # The description, from right to left: the classes, the value for later, the range, and the name.
        at = self._desk.row(2)
        parts = (("route", slot.place), ("t", "l", "b"), ("zl.slice", 4), ("unpack", "s", low, high, low))
        said = patcher.flow(BEHIND_LEFT, at, self._from_app, self._route("label"), *parts)
        named = patcher.obj(BEHIND_LEFT, at + PITCH, "t", "b", "s", "s", "s")
        sends = patcher.obj(BEHIND_LEFT + 120, at + PITCH, "sprintf set", f"{address}%s")
        matches = patcher.obj(sends.rectangle.right + 20, at + PITCH, "sprintf", f"{address}%s")
        titles = patcher.obj(matches.rectangle.right + 20, at + PITCH, "prepend set")
        for outlet, target, inlet in (
            (3, same[2], 1),
            (2, there, 4),
            (2, back[0], 2),
            (1, there, 3),
            (1, back[0], 1),
            (1, classes[0], 1),
            (0, named, 0),
        ):
            patcher.connect(said[-1], outlet, target, inlet)
        for x, word, target in ((20, "zlclear", classes[3]), (120, "set", called)):
            forget = patcher.msg(said[-1].rectangle.right + x, at, word)
            patcher.connect(said[-3], 1, forget)
            patcher.connect(forget, 0, target)
        patcher.connect(said[-2], 1, classes[3], 1)
        for outlet, target in enumerate((same[2], sends, matches, titles)):
            patcher.connect(named, outlet, target)
        patcher.connect(sends, 0, send)
        patcher.connect(matches, 0, same[0], 1)
        patcher.connect(titles, 0, titled)
        self._presence("labels", slot.place, titled, slot.absent, gate)

    def _presence(self, count: str, place: int, titled: MaxBox, text: str, gate: MaxBox | None = None) -> None:
        """Set a title to this text where there are not so many."""
        patcher = self._patcher
        row = (self._from_app, self._route(count), (">=", place), ("sel", 0), MessageAtoms(("set", *text.split())))
        found = patcher.flow(BEHIND_LEFT, self._desk.row(), *row)
        patcher.connect(found[-1], 0, titled)
        if gate is not None:
            patcher.connect(found[2], 0, gate)

    def _route(self, status: str) -> tuple[Atom, ...]:
        return "route", f"{self._prefix}/status/{status}"
