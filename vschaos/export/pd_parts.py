"""What the Pure Data patches of an export share: blocks in columns, the object with its inlets, the level, the rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vschaos.export.description import ExportDescription
from vschaos.export.patch_controls import LEVEL, LONGEST_TITLE, RAMP_MS, SILENT_DB, SOUNDING, rate_warning
from vschaos.patching.panels import HEADING_HEIGHT, ROW_HEIGHT, Panel, panel_height, title
from vschaos.patching.pd_canvas import SEMICOLON, Canvas, MessageAtoms, PdBox, text_height
from vschaos.patching.pd_dials import (
    COLUMNS,
    PANEL_WIDTH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
    draw,
    draw_panel,
    local,
    wire,
)
from vschaos.patching.pd_workings import PITCH, Workings, add_windows, behind, panel_window
from vschaos.performance.controls import Control, Kind

TEXT_WIDTH = 53
PARAGRAPH_GAP = 2
INLETS_A_COLUMN, INLETS_A_WINDOW = 22, 66
SOUND_HEIGHT = 164
GREEN, PALE = "#d4e4d8", "#f6f7f9"
SET, RATE_SHOWN, METER = local("set"), local("rate", "shown"), local("meter")
_METER_SAMPLES = 4096


@dataclass(frozen=True)
class Block:
    """A part of a window: its height in pixels, and what draws it at a place."""

    height: int
    draw: Callable[[Canvas, int, int], None]


def sheet(
    blocks: Sequence[Block],
    panels: Sequence[Panel],
    others: dict[str, tuple[Panel, ...]],
    controls: Sequence[Control],
    windows: Sequence[Canvas],
    hidden: Sequence[Canvas],
) -> Canvas:
    """A patch of blocks and panels in columns.

    Parameters
    ----------
    blocks, panels
        In order; a panel that finds no room has a window of its own, as ``others`` have.
    controls
        That ``blocks`` draw.
    windows, hidden
        Below all else, and those that the user need not open.
    """
    patch, workings, others = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT), Workings(), dict(others)
    panels = [panel for panel in panels if panel.controls]
    places = COLUMNS.stack([*(block.height for block in blocks), *map(panel_height, panels)])
    for block, place in zip(blocks, places, strict=False):
        block.draw(patch, place.x, place.y)
    for panel, place in zip(panels, places[len(blocks) :], strict=True):
        if place.window:
            others[panel.heading] = (panel,)
            continue
        draw_panel(patch, place.x, place.y, panel, init=True)
        for control in panel.controls:
            workings.add(control)
    for control in controls:
        workings.add(control)
    inner = [panel_window(name, inside, init=True) for name, inside in others.items()]
    add_windows(patch, [*windows, *inner, behind([*hidden, *workings.windows])])
    return patch


# ── texts ─────────────────────────────────────────────────────────────────────────────────────────────────


def about(description: ExportDescription, sentences: Sequence[str]) -> Block:
    """The title of the instrument, and what a player has to know."""
    return paragraphs(description.title[:LONGEST_TITLE], sentences, GREEN)


def paragraphs(heading: str, sentences: Sequence[str], colour: str = "#e4e8ee", further: int = 0) -> Block:
    """Sentences under a heading, and room for further pixels."""
    height = HEADING_HEIGHT + sum(text_height(one, TEXT_WIDTH) + PARAGRAPH_GAP for one in sentences) + 4 + further

    def drawn(canvas: Canvas, x: int, y: int) -> None:
        canvas.cnv(x, y, PANEL_WIDTH, height, heading, colour=colour)
        y += HEADING_HEIGHT
        for sentence in sentences:
            y = canvas.text(x + 6, y, sentence, TEXT_WIDTH).rectangle.bottom + PARAGRAPH_GAP

    return Block(height, drawn)


# ── the sound ─────────────────────────────────────────────────────────────────────────────────────────────


def draw_sound(patch: Canvas, x: int, y: int) -> None:
    """On and off, the level with a meter, and a line about the sample rate."""
    patch.cnv(x, y, PANEL_WIDTH, SOUND_HEIGHT, "sound")
    top = y + HEADING_HEIGHT
    draw(patch, x + 6, top, SOUNDING, init=False)
    patch.text(x + 124, top, "click: it sounds", 20)
    top += ROW_HEIGHT
    patch.text(x + 6, top, title(LEVEL), 12)
    patch.hsl(x + 92, top, LEVEL.low, LEVEL.high, wire(LEVEL), length=151)
    patch.nbx(x + 254, top, LEVEL.low, LEVEL.high, LEVEL.default, wire(LEVEL), 1)
    patch.cnv(x + 6, top + ROW_HEIGHT, 318, 22, colour=PALE, name=RATE_SHOWN)
    patch.vu(x + 334, y + HEADING_HEIGHT + 4, METER)


SOUND = Block(SOUND_HEIGHT, draw_sound)


def sounded(canvas: Canvas, x: int, y: int, source: PdBox) -> None:
    """The way of a sound to the loudspeaker and to the meter."""
    times, ramp = canvas.obj(x, y, "*~"), canvas.flow(x + 110, y - 30, ("r", local("ramp")), ("line~",))
    canvas.connect(source, 0, times)
    canvas.connect(ramp[-1], 0, times, 1)
    out = canvas.obj(x, y + 40, "dac~")
    canvas.connect(times, 0, out)
    canvas.connect(times, 0, out, 1)
    meter = canvas.flow(x + 110, y + 40, ("env~", _METER_SAMPLES), ("-", 100), ("s", METER))
    canvas.connect(times, 0, meter[0])


def level_window(make_up_db: float) -> Canvas:
    """Decibels over those of the make-up gain to a factor, which the sound gets without a click.

    Switching on starts Pd's sound.
    """
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "level")
    decibels = canvas.flow(20, 15, ("r", local(LEVEL.id)), ("moses", SILENT_DB + 0.1))[-1]
    factor = canvas.flow(160, 15 + PITCH, ("+", round(100 + make_up_db, 1)), ("dbtorms",))
    silent = canvas.msg(20, 15 + PITCH, 0)
    switched = canvas.flow(20, 15 + 2 * PITCH, ("f",), ("*", 0), ("pack", 0, RAMP_MS), ("s", local("ramp")))
    canvas.connect(decibels, 0, silent)
    canvas.connect(decibels, 1, factor[0])
    canvas.connect(silent, 0, switched[0])
    canvas.connect(factor[-1], 0, switched[0])
    state = canvas.flow(20, 15 + 4 * PITCH, ("r", local(SOUNDING.id)), ("t", "b", "f", "f"))[-1]
    canvas.connect(state, 0, switched[0])
    canvas.connect(state, 1, switched[1], 1)
    begin = canvas.flow(220, 15 + 4 * PITCH, ("sel", 1))[-1]
    canvas.connect(state, 2, begin)
    canvas.connect(begin, 0, canvas.msg(300, 15 + 4 * PITCH, SEMICOLON, "pd", "dsp", 1))
    return canvas


def rate_window(description: ExportDescription) -> Canvas:
    """Shows, and prints once, when Pd runs at another rate than the instrument."""
    rate = description.sample_rate_hz
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "rate")
    wait = canvas.flow(20, 15, ("loadbang",), ("delay", 300), ("samplerate~",), ("t", "f", "f"))
    canvas.connect(canvas.obj(20, 15 + PITCH, "r", local(SOUNDING.id)), 0, wait[1])
    differs = canvas.flow(20, 15 + 3 * PITCH, ("!=", rate), ("sel", 0, 1))
    kept = canvas.obj(400, 15 + 3 * PITCH, "f")
    canvas.connect(wait[-1], 0, differs[0])
    canvas.connect(wait[-1], 1, kept, 1)
    good = canvas.msg(20, 15 + 5 * PITCH, "label", f"{rate} Hz, as required")
    bad = canvas.msg(20, 15 + 6 * PITCH, "label", rate_warning(description))
    shown = canvas.obj(20, 15 + 8 * PITCH, "s", RATE_SHOWN)
    canvas.connect(differs[-1], 0, good)
    canvas.connect(differs[-1], 1, bad)
    canvas.connect(differs[-1], 1, kept)
    sentence = f"made for {rate} Hz, but Pd runs at $1 Hz: set the rate in the audio settings"
    canvas.connect(good, 0, shown)
    canvas.connect(bad, 0, shown)
    once = canvas.flow(400, 15 + 4 * PITCH, ("change",), MessageAtoms(sentence.split()))
    canvas.connect(kept, 0, once[0])
    canvas.connect(once[-1], 0, canvas.obj(400, 15 + 7 * PITCH, "print", description.name))
    return canvas


# ── one of several ways ───────────────────────────────────────────────────────────────────────────────────


def switch_window(choice: Control, late_ms: Sequence[float]) -> Canvas:
    """The objects of the way that is chosen compute; it is heard when what they computed before has passed.

    ``late_ms``: how late each way is.
    """
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "switch")
    longest = max(late_ms) + RAMP_MS
    for number, late in enumerate(late_ms):
        y = 15 + 6 * PITCH * number
        chosen = canvas.flow(20, y, ("r", local(choice.id)), ("==", number), ("t", "f", "f"))[-1]
        ramp = ("pipe", round(late)), ("pack", 0, RAMP_MS), ("s", local(choice.id, "gate", str(number)))
        canvas.connect(chosen, 0, canvas.flow(20, y + PITCH, *ramp)[0])
        ways = canvas.flow(20, y + 2 * PITCH, ("sel", 1, 0))[0]
        canvas.connect(chosen, 1, ways)
        wait = canvas.flow(200, y + 3 * PITCH, ("delay", round(longest)))[0]
        begin, stop = canvas.obj(20, y + 3 * PITCH, "t", "b", "b"), canvas.msg(100, y + 3 * PITCH, "stop")
        canvas.connect(ways, 0, begin)
        canvas.connect(begin, 1, stop)
        canvas.connect(stop, 0, wait)
        canvas.connect(ways, 1, wait)
        send = canvas.obj(200, y + 5 * PITCH, "s", local(choice.id, "enabled", str(number)))
        for x, source, value in ((20, begin, 1), (200, wait, 0)):
            message = canvas.msg(x, y + 4 * PITCH, "enable", value)
            canvas.connect(source, 0, message)
            canvas.connect(message, 0, send)
    return canvas


def enabled(canvas: Canvas, x: int, y: int, choice: Control, number: int, *boxes: PdBox) -> None:
    """Objects that compute only where their way is chosen."""
    heard = canvas.obj(x, y, "r", local(choice.id, "enabled", str(number)))
    for box in boxes:
        canvas.connect(heard, 0, box)


def gated(canvas: Canvas, x: int, y: int, choice: Control, number: int, source: PdBox) -> PdBox:
    """The sound of a way, silent unless it is chosen."""
    ramp = canvas.flow(x + 110, y, ("r", local(choice.id, "gate", str(number))), ("line~",))[-1]
    gate = canvas.obj(x, y, "*~")
    canvas.connect(source, 0, gate)
    canvas.connect(ramp, 0, gate, 1)
    return gate


# ── the object ────────────────────────────────────────────────────────────────────────────────────────────


def model(
    canvas: Canvas, x: int, y: int, description: ExportDescription, method: str, buffer: int = 0, heard: str = SET
) -> PdBox:
    """An ``[nn~]`` that hears the messages of ``heard``, and its buffer once the patch is open.

    nn~ 1.6 does not read the argument where one signal goes in and one comes out.
    """
    buffer = buffer or description.buffer
    box = canvas.obj(x, y, "nn~", f"{description.name}.ts", method, buffer)
    line = canvas.flow(x + 320, y - 32, ("loadbang",), MessageAtoms(("bufsize", buffer)))
    canvas.connect(line[-1], 0, box)
    canvas.connect(canvas.obj(x + 320, y, "r", heard), 0, box)
    return box


def signals(canvas: Canvas, x: int, y: int, target: PdBox, inlets: Sequence[Control], name: str) -> None:
    """A signal for each inlet of the object, in windows above it."""
    count = -(-len(inlets) // INLETS_A_WINDOW)
    for number in range(count):
        first = number * INLETS_A_WINDOW
        some = inlets[first : first + INLETS_A_WINDOW]
        title = f"{name}-{number + 1}" if count > 1 else name
        box = canvas.canvas(x + 165 * number, y, _signals(title, some))
        for outlet in range(len(some)):
            canvas.connect(box, outlet, target, first + outlet)


def _signals(name: str, inlets: Sequence[Control]) -> Canvas:
    """A signal for each inlet. Outlets stand in the order of their places from left to right."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, name)
    for number, control in enumerate(inlets):
        column, row = divmod(number, INLETS_A_COLUMN)
        x, y = 20 + 400 * column, 15 + 28 * row
        value = canvas.flow(x, y, ("r", local(control.id)), ("sig~",))[-1]
        canvas.connect(value, 0, canvas.obj(x + 260 + 2 * row, y, "outlet~"))
    return canvas


def attributes_window(controls: Sequence[Control]) -> Canvas:
    """The messages that set attributes, to ``$0-set``."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "attributes")
    out = canvas.obj(20, 15 + PITCH * len(controls), "s", SET)
    for row, control in enumerate(controls):
        name = control.address.strip("/")
        value = 1 if control.kind is Kind.TRIGGER else "$1"
        line = canvas.flow(20, 15 + PITCH * row, ("r", local(control.id)), MessageAtoms(("set", name, value)))
        canvas.connect(line[-1], 0, out)
    return canvas
