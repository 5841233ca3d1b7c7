"""What the Max patches of an export have in common: text, controls, the object, and the way to the loudspeaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vschaos.export.description import RATE, ExportDescription
from vschaos.export.patch_controls import LEVEL, LONGEST_TITLE, Played, facts
from vschaos.patching.max_dials import (
    BEHIND_LEFT,
    COLUMNS,
    ONWARD_LEFT,
    PANEL_WIDTH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
)
from vschaos.patching.max_parameters import (
    SNAPSHOTS_HEIGHT,
    Board,
    Knob,
    cells_height,
)
from vschaos.patching.max_patcher import BOX_HEIGHT, SIGNAL, MaxBox, Patcher, comment_height
from vschaos.patching.panels import AXES_IN_SIGHT, HEADING_HEIGHT, title
from vschaos.patching.pd_canvas import Atom, Rectangle
from vschaos.performance.controls import Control, Kind

INSIDE = PANEL_WIDTH - 12
CELLS = PANEL_WIDTH - 18
BARS_HEIGHT = 100
SWITCH_MS = 60
"""From one of two sounds to the other, in milliseconds."""
SAVED = "click: recall | shift-click: store | they are saved with the patch"


@dataclass(frozen=True)
class Block:
    """A part of a window: its height, and what draws it at its upper left corner."""

    height: int
    draw: Callable[[int, int], None]


def new_board() -> Board:
    """An empty window."""
    return Board(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))


def draw_blocks(blocks: Sequence[Block]) -> None:
    """Stack blocks in the columns of one window."""
    for block, place in zip(blocks, COLUMNS.stack([block.height for block in blocks]), strict=True):
        if place.window:
            raise ValueError("the blocks of a patch do not fit into its window")
        block.draw(place.x, place.y)


def object_text(description: ExportDescription, method: str) -> tuple[Atom, ...]:
    """The text of an nn~ object."""
    return ("nn~", description.name, method, description.buffer)


def model(board: Board, description: ExportDescription, method: str, y: int | None = None) -> MaxBox:
    """An nn~ object, in a row of its own."""
    described = description.method(method)
    ports = (len(described.inlets), [SIGNAL] * len(described.outlets))
    row = board.row() if y is None else y
    return board.patcher.obj(BEHIND_LEFT, row, *object_text(description, method), ports=ports)  # type: ignore[arg-type]


# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────


def about(board: Board, description: ExportDescription, *further: str) -> Block:
    """Title, rights, rate and latency, and what else is to be said."""
    return paragraphs(board, description.title[:LONGEST_TITLE], (*facts(description), *further))


def paragraphs(board: Board, heading: str, sentences: Sequence[str]) -> Block:
    """Sentences below a heading."""

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, heading, lead=True)
        y += HEADING_HEIGHT
        for sentence in sentences:
            board.patcher.comment(BEHIND_LEFT, board.row(), sentence, (x + 6, y, INSIDE))
            y += comment_height(sentence, INSIDE)

    height = HEADING_HEIGHT + sum(comment_height(sentence, INSIDE) for sentence in sentences) + 6
    return Block(height, draw)


# ── controls ──────────────────────────────────────────────────────────────────────────────────────────────


def controls_block(board: Board, heading: str, controls: Sequence[Control], knobs: dict[str, Knob]) -> list[Block]:
    """Controls in cells below a heading, none if there are none; ``knobs`` gets them by their ids."""
    if not controls:
        return []
    height = HEADING_HEIGHT + cells_height(controls, CELLS) + 6

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, heading)
        knobs.update(board.knobs(controls, x + 9, y + HEADING_HEIGHT, CELLS))

    return [Block(height, draw)]


def bars_block(board: Board, controls: Sequence[Control], outlets: list[tuple[MaxBox, int]]) -> list[Block]:
    """Axes that have no dials, as bars; ``outlets`` gets where their values come from."""
    if not controls:
        return []
    height = HEADING_HEIGHT + BARS_HEIGHT + 8

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, f"axes {title(controls[0])} to {title(controls[-1])}")
        shown = Rectangle(x + 8, y + HEADING_HEIGHT, PANEL_WIDTH - 16, BARS_HEIGHT)
        outlets.extend(board.bars(controls, shown)[1])

    return [Block(height, draw)]


def split_axes(controls: Played, padded: int) -> tuple[tuple[Control, ...], tuple[Control, ...]]:
    """The axes beside the pad that have dials, and those that are bars."""
    beside = controls.axes[padded:]
    return beside[:AXES_IN_SIGHT], beside[AXES_IN_SIGHT:]


def signal(board: Board, knob: Knob) -> MaxBox:
    """A control's value as a signal, in its row."""
    box = board.patcher.obj(ONWARD_LEFT, knob.box.rectangle.y, "sig~", float(knob.control.default))
    board.patcher.connect(knob.value, 0, box)
    return box


def attribute_message(control: Control) -> tuple[Atom, ...]:
    """The object that makes of a control's value the message that sets its attribute."""
    return ("prepend", "set", control.address.strip("/"))


def lead_attributes(board: Board, knobs: Iterable[Knob], targets: Sequence[tuple[MaxBox, int]]) -> None:
    """The messages that set attributes, to each of the targets: a box and its inlet."""
    for knob in knobs:
        y, name = knob.box.rectangle.y, knob.control.address.strip("/")
        if knob.control.kind is Kind.TRIGGER:
            message = board.patcher.msg(ONWARD_LEFT, y, "set", name, 1)
        else:
            message = board.patcher.obj(ONWARD_LEFT, y, *attribute_message(knob.control))  # type: ignore[arg-type]
        board.patcher.connect(knob.value, 0, message)
        for target, inlet in targets:
            board.patcher.connect(message, 0, target, inlet)


def snapshots_block(board: Board) -> Block:
    """Sixteen snapshots; to be drawn after all controls that they hold."""

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, HEADING_HEIGHT + SNAPSHOTS_HEIGHT + 28, "snapshots")
        board.snapshots(x + 8, y + HEADING_HEIGHT)
        saved = (x + 6, y + HEADING_HEIGHT + SNAPSHOTS_HEIGHT + 2, INSIDE)
        board.patcher.comment(BEHIND_LEFT, board.row(), SAVED, saved)

    return Block(HEADING_HEIGHT + SNAPSHOTS_HEIGHT + 28, draw)


def choice(id_: str, names: tuple[str, ...], help_: str, label: str) -> Control:
    """A switch between a few names, at the first."""
    return Control(id_, "", 0, len(names) - 1, 0, help_, kind=Kind.CHOICE, names=names, label=label)


def switched(board: Board, switch: MaxBox, sounds: Sequence[Sequence[MaxBox]]) -> MaxBox:
    """One of two sounds, each from a chain of nn~ objects; the other chain is disabled once it has faded out."""
    patcher, row = board.patcher, board.row(4)
    changed, plus = patcher.flow(BEHIND_LEFT, row, ("change", -1), ("+", 1))
    selector = patcher.obj(BEHIND_LEFT + 260, row, f"selector~ 2 1 @ramptime {SWITCH_MS // 2}")
    chosen = patcher.obj(BEHIND_LEFT + 160, row, "sel", 0, 1)
    patcher.connect(switch, 0, changed)
    patcher.connect(changed, 0, chosen)
    patcher.connect(plus, 0, selector)
    waits = [patcher.obj(BEHIND_LEFT + 420 * side, row + 64, "delay", SWITCH_MS) for side in (0, 1)]
    for side, (own, other) in enumerate(zip(sounds, reversed(sounds), strict=True)):
        x = BEHIND_LEFT + 420 * side
        on, stop = patcher.msg(x, row + 32, "enable", 1), patcher.msg(x + 100, row + 32, "stop")
        off = patcher.msg(x + 100, row + 64, "enable", 0)
        patcher.connect(chosen, side, waits[side])
        patcher.connect(chosen, side, stop)
        patcher.connect(chosen, side, on)
        patcher.connect(stop, 0, waits[1 - side])
        patcher.connect(waits[side], 0, off)
        for box in own:
            patcher.connect(on, 0, box)
        for box in other:
            patcher.connect(off, 0, box)
        patcher.connect(own[-1], 0, selector, side + 1)
    return selector


def lead_rate(board: Board, targets: Sequence[tuple[MaxBox, int]]) -> None:
    """The host's rate to the modules, as soon as it is known."""
    row = board.row()
    state = board.patcher.obj(BEHIND_LEFT, row, "dspstate~")
    rate = board.patcher.flow(BEHIND_LEFT + 100, row, ("t", "i"), ("prepend", "set", RATE))
    board.patcher.connect(state, 1, rate[0])
    for target, inlet in targets:
        board.patcher.connect(rate[-1], 0, target, inlet)


# ── sound ─────────────────────────────────────────────────────────────────────────────────────────────────


def sound_block(board: Board, description: ExportDescription, levels: list[MaxBox]) -> Block:
    """The button that starts the sound, the level with its meter, and a line about the sample rate.

    ``levels`` gets the box that the sound is to be led to.
    """
    height = HEADING_HEIGHT + 48 + BOX_HEIGHT + 8

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, "sound: click the loudspeaker")
        top = y + HEADING_HEIGHT
        start = board.patcher.ui(
            "ezdac~", Rectangle(BEHIND_LEFT, board.row(2), 45, 45), Rectangle(x + 8, top, 45, 45), 2, ()
        )
        level = board.level(LEVEL, Rectangle(x + 62, top, INSIDE - 62, 41), orientation=1)
        for channel in (0, 1):
            board.patcher.connect(level, 0, start, channel)
        levels.append(level)
        rate_line(board, Rectangle(x + 6, top + 48, INSIDE, BOX_HEIGHT), description)

    return Block(height, draw)


def made_up(board: Board, source: MaxBox, description: ExportDescription) -> MaxBox:
    """The sound with the make-up gain: as loud as the app plays it."""
    box = board.patcher.obj(ONWARD_LEFT, board.row(), "*~", make_up_factor(description))
    board.patcher.connect(source, 0, box)
    return box


def make_up_factor(description: ExportDescription) -> float:
    """The make-up gain as a factor."""
    return round(10.0 ** (description.make_up_db / 20.0), 4)


def rate_line(board: Board, shown: Rectangle, description: ExportDescription, size: float = 12.0) -> None:
    """A line that says whether the host runs at the instrument's rate, whenever the sound is switched on."""
    patcher, rate, row = board.patcher, description.sample_rate_hz, board.row()
    place = Rectangle(BEHIND_LEFT + 420, row, 280, BOX_HEIGHT)
    line = patcher.ui("message", place, shown, 2, ("",), text="", ignoreclick=1, fontsize=size)
    asked = patcher.flow(BEHIND_LEFT, row, ("loadbang",), ("delay", 500), ("dspstate~",), gap=20)
    row = board.row()
    differs = patcher.flow(BEHIND_LEFT, row, ("!=", float(rate)), ("sel", 0, 1))
    patcher.connect(asked[2], 1, differs[0])
    for outlet, sentence in enumerate((f"{rate} Hz, as exported", f"resampled: exported for {rate} Hz")):
        said = patcher.msg(BEHIND_LEFT + 180 + 300 * outlet, row, "set", *sentence.split())
        patcher.connect(differs[1], outlet, said)
        patcher.connect(said, 0, line)
