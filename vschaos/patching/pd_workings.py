"""What keeps the controls of a Pure Data patch in sync, in windows of its own behind the panels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vschaos.patching.panels import ROW_HEIGHT, Panel, PatchPad, cells, panel_height
from vschaos.patching.pd_canvas import Atom, Canvas, Contents, MessageAtoms, PdBox
from vschaos.patching.pd_dials import COLUMNS, PAD_SIDE, WINDOW_HEIGHT, WINDOW_WIDTH, draw_panel, local
from vschaos.performance.controls import Control, Kind

PITCH = 32
_SET = MessageAtoms(("set", "$1"))
_LONG_NAME = 16
"""Characters of a control's name, from which its row is divided in two."""
_WINDOW_PITCH, _WINDOWS_A_ROW = 134, 9


class Workings:
    """Rows of objects, as many windows of them as needed.

    Parameters
    ----------
    name
        Of the windows, which are numbered.
    """

    def __init__(self, name: str = "workings") -> None:
        self.windows: list[Canvas] = []
        self._name = name
        self._y = WINDOW_HEIGHT

    def rows(self, count: int) -> int:
        """Make room for so many rows that belong together; where the first one lies, in pixels."""
        if self._y + count * PITCH > WINDOW_HEIGHT:
            self.windows.append(Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"{self._name}-{len(self.windows) + 1}"))
            self._y = 15
        first = self._y
        self._y += count * PITCH
        return first

    @property
    def canvas(self) -> Canvas:
        """The present window."""
        return self.windows[-1]

    # ── controls ──────────────────────────────────────────────────────────────────────────────────────────

    def add(self, control: Control, *onward: tuple[Atom, ...]) -> None:
        """Add what one control needs; what the user moves goes on through ``onward``."""
        if control.kind is Kind.COMMAND and control.count > 1:
            self._morph(control, onward)
            return
        if cells(control):
            self._cells(control)
        if control.kind is Kind.TRIGGER:
            # The row may be the first of another window.
            y = self.rows(1)
            self.canvas.flow(20, y, ("r", local(control.id)), *onward)
            return
        self._shown(control, onward)
        if control.names:
            self._name_of(control)

    def _shown(self, control: Control, onward: Contents) -> None:
        """What the user moves goes on; ``set …`` goes to the widgets, from both sides."""
        rows = 1 + (len(control.id) > _LONG_NAME)
        y = self.rows(rows)
        received = self.canvas.flow(20, y, ("r", local(control.id, "in")), _SET, ("s", local(control.id, "show")))
        x = received[-1].rectangle.right + 60 if rows == 1 else 60
        moved = self.canvas.flow(x, y + (rows - 1) * PITCH, ("r", local(control.id)), *onward)
        self.canvas.connect(moved[0], 0, received[1])

    def _cells(self, control: Control) -> None:
        """Cells count from 0, values from the lowest."""
        y = self.rows(1 if control.momentary else 2)
        chosen = (("r", local(control.id, "cell")), ("+", control.low), ("s", local(control.id)))
        self.canvas.flow(20, y, *chosen)
        if not control.momentary:
            heard = (("r", local(control.id, "show")), ("route", "set"), ("-", control.low), _SET)
            self.canvas.flow(60, y + PITCH, *heard, ("s", local(control.id, "cell", "show")))

    def _name_of(self, control: Control) -> None:
        """The name of the value that is shown."""
        y, names = self.rows(3), local(control.id, "names")
        heard = (("r", local(control.id, "show")), ("route", "set"), ("-", control.low))
        line = self.canvas.flow(20, y, *heard)[-1]
        # Names that look like numbers are symbols, too.
        said = (("text", "get", names), ("makefilename", "%s"), ("s", local(control.id, "name")))
        self.canvas.connect(line, 0, self.canvas.flow(60, y + PITCH, *said)[0])
        self.canvas.lines(60, y + 2 * PITCH, names, control.names)

    def _morph(self, control: Control, onward: Contents) -> None:
        """From, to and how far: sent together when the way moves."""
        y = self.rows(5)
        way = self.canvas.flow(
            20, y, ("r", local(control.id, "way")), ("pack", 0, 1, 2), MessageAtoms(("$2", "$3", "$1")), *onward
        )
        for row, (part, inlet) in enumerate((("from", 1), ("to", 2)), start=1):
            heard = self.canvas.obj(20, y + row * PITCH, "r", local(control.id, part))
            self.canvas.connect(heard, 0, way[1], inlet)
        for row, part in enumerate(("way", "from", "to")):
            self.canvas.flow(
                300,
                y + (row + 1) * PITCH,
                ("r", local(control.id, part)),
                _SET,
                ("s", local(control.id, part, "show")),
            )

    def add_pair(self, control: Control, halves: tuple[Control, Control], *onward: tuple[Atom, ...]) -> None:
        """A control of two values: its halves are sent, and received, together."""
        y = self.rows(4)
        across, up = (self.canvas.obj(20, y + row * PITCH, "r", local(half.id)) for row, half in enumerate(halves))
        both = self.canvas.flow(320, y + PITCH, ("pack", *(half.default for half in halves)), *onward)[0]
        again = self.canvas.obj(200, y + PITCH, "t", "b", "f")
        self.canvas.connect(across, 0, both)
        self.canvas.connect(up, 0, again)
        self.canvas.connect(again, 0, both)
        self.canvas.connect(again, 1, both, 1)
        apart = self.canvas.flow(20, y + 2 * PITCH, ("r", local(control.id, "in")), ("unpack", "f", "f"))[-1]
        for outlet, half in enumerate(halves):
            end = self.canvas.obj(320, y + (2 + outlet) * PITCH, "s", local(half.id, "in"))
            self.canvas.connect(apart, outlet, end)

    def add_pad(self, pad: PatchPad, corner: tuple[int, int]) -> None:
        """The dot goes where the two sliders are; ``corner`` is its place at their lowest values, in pixels."""
        y = self.rows(4)
        rows: list[PdBox] = []
        start: list[int] = []
        for row, (control, sign) in enumerate(zip(pad.axes, (1, -1), strict=True)):
            scale = sign * (PAD_SIDE - 1) / (control.high - control.low)
            origin = corner[row] - control.low * scale
            start.append(round(origin + control.default * scale))
            heard = (("r", local(control.id, "show")), ("route", "set"), ("*", scale), ("+", origin), ("t", "b", "f"))
            rows.append(self.canvas.flow(20, y + row * PITCH, *heard)[-1])
        pack = self.canvas.flow(
            20, y + 3 * PITCH, ("pack", *start), MessageAtoms(("pos", "$1", "$2")), ("s", local(pad.heading, "dot"))
        )[0]
        for inlet, row_end in enumerate(rows):
            self.canvas.connect(row_end, 1, pack, inlet)
        self.canvas.connect(rows[1], 0, pack)


def panel_window(
    name: str,
    panels: Sequence[Panel],
    init: bool,
    onward: Callable[[Control], Contents] = lambda _: (),
    number: int = 1,
) -> Canvas:
    """A window of further panels, with their workings; ``onward`` says where a control's values go.

    Those that have no room are in a window inside, whose ``number`` is one higher.
    """
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, name if number == 1 else f"{name}-{number}")
    workings = Workings()
    further: list[Panel] = []
    for panel, place in zip(panels, COLUMNS.stack([panel_height(panel) for panel in panels]), strict=True):
        if place.window:
            further.append(panel)
            continue
        draw_panel(canvas, place.x, place.y, panel, init)
        for control in panel.controls:
            workings.add(control, *onward(control))
    inner = [panel_window(name, further, init, onward, number + 1)] if further else []
    add_windows(canvas, [*inner, behind(workings.windows)])
    return canvas


def behind(windows: Sequence[Canvas]) -> Canvas:
    """A window of windows that the user need not open."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "behind")
    for number, window in enumerate(windows):
        row, column = divmod(number, _WINDOWS_A_ROW)
        canvas.canvas(COLUMNS.left + column * _WINDOW_PITCH, 15 + row * ROW_HEIGHT, window)
    return canvas


def add_windows(canvas: Canvas, windows: Sequence[Canvas]) -> None:
    """The boxes that open the windows inside, in a row below all else."""
    for column, window in enumerate(windows):
        canvas.canvas(COLUMNS.left + column * _WINDOW_PITCH, canvas.height, window)
    # Scroll bars that Pd shows for a moment go away where there is room for them.
    canvas.height += ROW_HEIGHT + 16
