"""Controls in a Max patch that are parameters: name, range, unit and start, for automation in Live and for presets.

A parameter sends its start when the patch is opened, and Live sends the value of its set. In the presentation
controls lie in cells, row by row; behind it each has a row of objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vschaos.patching.max_dials import BEHIND_LEFT, PAD_STEPS, PITCH, Sheet
from vschaos.patching.max_patcher import ANY, BOX_HEIGHT, CHAR_WIDTH, FLOAT, INT, SIGNAL, MaxBox, Patcher
from vschaos.patching.panels import title
from vschaos.patching.pd_canvas import Rectangle
from vschaos.performance.controls import Control, Kind

CELL_WIDTH, CELL_HEIGHT = 62, 54
DIAL_HEIGHT, TAB_HEIGHT, MENU_HEIGHT = 48, 20, 15
MOST_TABS = 3
"""A choice of more is a menu."""
LONGEST_SHORT_NAME = 9
"""Of a name below a dial of one cell."""
_SHORT = {"temperature": "temp."}
BYTE = 255
"""Live's whole numbers end here; a parameter beyond is a float that is shown without decimals."""
_FLOAT, _INT, _ENUM, _BLOB = range(4)
_UNIT_STYLES = {"ms": 2, "Hz": 3, "dB": 4, "%": 5}
_WHOLE, _DECIMAL, _NAMED = 0, 1, 9
SNAPSHOTS, _BUBBLE, _MARGIN = 16, 18, 4
SNAPSHOTS_WIDTH, SNAPSHOTS_HEIGHT = SNAPSHOTS * (_BUBBLE + _MARGIN) + _MARGIN, _BUBBLE + 2 * _MARGIN


FADER_OUTLETS = (SIGNAL, ANY, FLOAT, "list")


@dataclass(frozen=True)
class Knob:
    """A control in a patch.

    Attributes
    ----------
    box
        What is moved, is a parameter, and is kept in snapshots.
    value
        What gives the control's value at its first outlet; ``box`` itself for most.
    """

    control: Control
    box: MaxBox
    value: MaxBox


def cells(controls: Sequence[Control], width: int) -> list[Rectangle]:
    """A cell for each control, in rows of this width in pixels, from the corner 0, 0."""
    places: list[Rectangle] = []
    x = y = 0
    for control in controls:
        wide = CELL_WIDTH * (1 + bool(control.names))
        if x and x + wide > width:
            x, y = 0, y + CELL_HEIGHT
        places.append(Rectangle(x, y, wide, CELL_HEIGHT))
        x += wide
    return places


def cells_height(controls: Sequence[Control], width: int) -> int:
    """Of the rows of cells, in pixels."""
    return max((place.bottom for place in cells(controls, width)), default=0)


def parameter_attributes(
    control: Control,
    name: str,
    kind: int,
    style: int | None,
    further: dict[str, Any],
    start: float | Sequence[float] | None = None,
) -> dict[str, Any]:
    """What a box's file says of it so that it is a parameter, of a type and with a unit as Live counts them."""
    plain = control.label or control.id.split(".")[-1]
    first = control.default if start is None else start
    valueof: dict[str, Any] = {
        "parameter_longname": name,
        "parameter_shortname": _SHORT.get(plain, plain)[:LONGEST_SHORT_NAME],
        "parameter_type": kind,
        "parameter_initial_enable": 1,
        "parameter_initial": [first] if isinstance(first, int | float) else list(first),
        "parameter_info": control.help,
        **further,
    }
    if style is not None:
        valueof["parameter_unitstyle"] = style
    return {
        "parameter_enable": 1,
        "varname": name,
        "annotation": control.help,
        "saved_attribute_attributes": {"valueof": valueof},
    }


def fader_attributes(control: Control, name: str, orientation: int) -> dict[str, Any]:
    """Of a fader with a meter, upright (0) or lying (1): one channel in and out."""
    limits: dict[str, Any] = {"parameter_mmin": control.low, "parameter_mmax": control.high}
    own = {"channels": 1, "lastchannelcount": 0, "orientation": orientation}
    return parameter_attributes(control, name, _FLOAT, _UNIT_STYLES["dB"], limits) | own


class Board(Sheet):
    """A window in the making whose controls are parameters.

    Parameters
    ----------
    patcher
        The window.
    """

    def __init__(self, patcher: Patcher) -> None:
        super().__init__(patcher)
        self.kept: list[tuple[MaxBox, str, Sequence[float]]] = []
        self._names: set[str] = set()

    def knobs(self, controls: Sequence[Control], x: int, y: int, width: int) -> dict[str, Knob]:
        """Controls in rows of cells, by their ids."""
        return {
            control.id: self.knob(control, Rectangle(x + cell.x, y + cell.y, cell.width, cell.height))
            for control, cell in zip(controls, cells(controls, width), strict=True)
        }

    def knob(self, control: Control, cell: Rectangle) -> Knob:
        """One control: a dial; for a choice of names tabs or a menu; for what happens once a button."""
        if control.kind is Kind.TRIGGER:
            return self._button(control, cell)
        if control.names:
            return self._choice(control, cell)
        low, high, start = control.low, control.high, control.default
        whole = control.kind is not Kind.CONTINUOUS
        byte = whole and low >= 0 and high <= BYTE
        style = _WHOLE if whole else _UNIT_STYLES.get(control.unit, _DECIMAL)
        further: dict[str, Any] = {"parameter_mmin": low, "parameter_mmax": high}
        if not whole and low == 0 and high >= 1000:
            further["parameter_exponent"] = 4.0
        shown = Rectangle(cell.x + 2, cell.y, cell.width - 4, DIAL_HEIGHT)
        box = self.parameter("live.dial", control, shown, _INT if byte else _FLOAT, style, (ANY, FLOAT), further)
        self.kept.append((box, "live.dial", (start,)))
        if not whole or byte:
            return Knob(control, box, box)
        return Knob(control, box, self._after(box, "expr", f"int($f1-({low:g})+0.5)+({low:g})"))

    def _choice(self, control: Control, cell: Rectangle) -> Knob:
        tabs = len(control.names) <= MOST_TABS
        maxclass, height = ("live.tab", TAB_HEIGHT) if tabs else ("live.menu", MENU_HEIGHT)
        self._caption(control, cell)
        shown = Rectangle(cell.x + 2, cell.y + 22, cell.width - 6, height)
        box = self.choice(maxclass, control, shown)
        low = round(control.low)
        return Knob(control, box, self._after(box, "+", low) if low else box)

    def choice(self, maxclass: str, control: Control, shown: Rectangle) -> MaxBox:
        """Tabs or a menu alone; it gives the number of the name, from 0."""
        start = round(control.default - control.low)
        further: dict[str, Any] = {"parameter_enum": list(control.names), "parameter_mmax": len(control.names) - 1}
        lines = {"num_lines_patching": 1, "num_lines_presentation": 1} if maxclass == "live.tab" else {}
        box = self.parameter(maxclass, control, shown, _ENUM, _NAMED, (ANY, ANY, FLOAT), further, start, **lines)
        self.kept.append((box, maxclass, (start,)))
        return box

    def _button(self, control: Control, cell: Rectangle) -> Knob:
        self._caption(control, cell)
        shown = Rectangle(cell.x + 4, cell.y + 22, 20, 20)
        further: dict[str, Any] = {
            "parameter_enum": ["off", "on"],
            "parameter_mmax": 1,
            "parameter_initial_enable": 0,
        }
        box = self.parameter("live.button", control, shown, _ENUM, _NAMED, (ANY,), further)
        return Knob(control, box, box)

    def _caption(self, control: Control, cell: Rectangle) -> None:
        text = title(control)[: (cell.width - 6) // CHAR_WIDTH]
        self.patcher.comment(BEHIND_LEFT + 640, self.row(), text, (cell.x, cell.y, cell.width - 2))

    def _after(self, box: MaxBox, *content: Any) -> MaxBox:
        place = box.rectangle
        after = self.patcher.obj(place.right + 20, place.y, content[0], *content[1:])
        self.patcher.connect(box, 0, after)
        return after

    def bars(self, controls: Sequence[Control], shown: Rectangle) -> tuple[MaxBox, list[tuple[MaxBox, int]]]:
        """Many controls of one range as bars, one beside the other; also the outlets that give their values."""
        starts = [control.default for control in controls]
        first, last = controls[0], controls[-1]
        together = Control("bars", "", first.low, first.high, 0.0, first.help, label=f"{title(first)}-{title(last)}")
        further: dict[str, Any] = {"parameter_invisible": 1}
        box = self.parameter(
            "multislider",
            together,
            shown,
            _BLOB,
            None,
            (ANY, ANY),
            further,
            starts,
            size=len(controls),
            setminmax=[first.low, first.high],
            setstyle=1,
            contdata=1,
        )
        self.kept.append((box, "multislider", starts))
        outlets: list[tuple[MaxBox, int]] = []
        source, outlet = box, 0
        for begin in range(0, len(controls), 16):
            y, count = self.row(), min(16, len(controls) - begin)
            if begin + count < len(controls):
                slicer = self.patcher.obj(BEHIND_LEFT, y, "zl.slice", count)
                self.patcher.connect(source, outlet, slicer)
                source, outlet = slicer, 1
                some = (slicer, 0)
            else:
                some = (source, outlet)
            unpack = self.patcher.obj(BEHIND_LEFT + 120, y, "unpack", *[0.0] * count)
            self.patcher.connect(*some, unpack)
            outlets += [(unpack, number) for number in range(count)]
        return box, outlets

    def parameter(
        self,
        maxclass: str,
        control: Control,
        shown: Rectangle,
        kind: int,
        style: int | None,
        outlets: Sequence[str],
        further: dict[str, Any],
        start: float | Sequence[float] | None = None,
        **attributes: Any,
    ) -> MaxBox:
        """A box that is a parameter, of a type and with a unit as Live counts them."""
        name = self._name(control)
        written = parameter_attributes(control, name, kind, style, further, start)
        place = Rectangle(BEHIND_LEFT, self.row(1 + (max(shown.height, BOX_HEIGHT) + 9) // PITCH), 120, shown.height)
        return self.patcher.ui(
            maxclass,
            place,
            shown,
            1,
            outlets,
            **written,
            **attributes,
        )

    def _name(self, control: Control) -> str:
        """The long name: that of the control, and a number where another has it."""
        plain = control.label or control.id.split(".", 1)[-1]
        name, number = plain, 1
        while name in self._names:
            number += 1
            name = f"{plain} {number}"
        self._names.add(name)
        return name

    # ── what has more than one value ──────────────────────────────────────────────────────────────────────

    def pad(self, shown: Rectangle, across: Knob, up: Knob) -> MaxBox:
        """A square that moves two dials and follows them; returns the box that sends when it is moved by hand."""
        at = self.row(5)
        square = self.patcher.ui(
            "pictslider",
            Rectangle(BEHIND_LEFT, at, 120, 120),
            shown,
            2,
            (INT, INT),
            leftvalue=-PAD_STEPS,
            rightvalue=PAD_STEPS,
            bottomvalue=-PAD_STEPS,
            topvalue=PAD_STEPS,
            parameter_enable=0,
        )
        behind = BEHIND_LEFT + 140
        gates = [self.patcher.obj(behind, at + side * PITCH, "gate", 1, 1) for side in (0, 1)]
        steps = (float(-PAD_STEPS), float(PAD_STEPS))
        for side, knob in enumerate((across, up)):
            limits = (float(knob.control.low), float(knob.control.high))
            scale = self.patcher.obj(behind + 80, at + side * PITCH, "scale", *steps, *limits)
            self.patcher.connect(square, side, gates[side], 1)
            self.patcher.connect(gates[side], 0, scale)
            self.patcher.connect(scale, 0, knob.box)
            # Following, the square is disconnected, set, and connected again: the last outlet is the first.
            back = (("scale", *limits, *steps), ("t", 1, "i", 0))
            follow = self.patcher.flow(behind, at + (3 + side) * PITCH, *back)
            for gate in gates:
                self.patcher.connect(follow[1], 2, gate)
                self.patcher.connect(follow[1], 0, gate)
            self.patcher.connect(follow[1], 1, square, side)
            self.patcher.connect(knob.box, 0, follow[0])
        return gates[0]

    def level(self, control: Control, shown: Rectangle, orientation: int) -> MaxBox:
        """A fader with a meter: one channel in and out."""
        place = Rectangle(BEHIND_LEFT, self.row(6 - 4 * orientation), 120, shown.height)
        written = fader_attributes(control, self._name(control), orientation)
        box = self.patcher.ui("live.gain~", place, shown, 1, FADER_OUTLETS, **written)
        self.kept.append((box, "live.gain~", (control.default,)))
        return box

    def snapshots(self, x: int, y: int) -> None:
        """Sixteen snapshots that the patch's file holds, of all controls so far; the first is the start."""
        data: list[Any] = []
        for box, maxclass, values in self.kept:
            kind = "float" if len(values) == 1 else "list"
            data += [4 + len(values), box.name, maxclass, kind, *map(float, values)]
        preset = self.patcher.ui(
            "preset",
            Rectangle(BEHIND_LEFT, self.row(2), 120, 40),
            Rectangle(x, y, SNAPSHOTS_WIDTH, SNAPSHOTS_HEIGHT),
            1,
            ("preset", INT, "preset", INT, ANY),
            bubblesize=_BUBBLE,
            margin=_MARGIN,
            spacing=_MARGIN,
            embed=1,
            preset_data=[{"number": 1, "data": data}],
        )
        for box, _, _ in self.kept:
            self.patcher.connect(preset, 0, box)
