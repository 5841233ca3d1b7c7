"""The help patch of an export for Pure Data: every method, attribute and message, at work beside its explanation."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import AttributeDescription, ExportDescription, MethodDescription
from vschaos.export.patch_controls import (
    LEVEL,
    RAMP_MS,
    SOUNDING,
    attribute_control,
    facts,
    latency_text,
    ports_text,
    short,
)
from vschaos.export.pd_parts import (
    INLETS_A_COLUMN,
    INLETS_A_WINDOW,
    SET,
    SOUND,
    TEXT_WIDTH,
    Block,
    about,
    level_window,
    model,
    paragraphs,
    rate_window,
    sounded,
)
from vschaos.patching.panels import HEADING_HEIGHT, ROW_HEIGHT, BlockPlace
from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Wire, text_height
from vschaos.patching.pd_dials import COLUMNS, PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, draw, local
from vschaos.patching.pd_workings import PITCH, Workings, add_windows, behind
from vschaos.performance.controls import Control, Kind

ATTRIBUTES_A_PANEL = 6
INLETS_MOVED, OUTLETS_SHOWN = 2, 4
"""Of a method, in sight."""
SHOWN_MS = 100
TEST_HZ, TEST_LEVEL = 110, 0.2
MESSAGES = (
    (("enable", 0), "stops computing: silence. Idle objects cost nothing."),
    (("enable", 1), "computes again."),
    (("reload",), "loads the file again, when it was exported anew."),
)


def help_patch(description: ExportDescription) -> Canvas:
    """Methods, attributes and messages; a method sounds, or shows its numbers, where its switch is on."""
    attributes = description.attributes
    starts = range(0, len(attributes), ATTRIBUTES_A_PANEL)
    blocks = [
        about(description, facts(description)),
        SOUND,
        *(_method_block(description, method) for method in description.methods),
        _messages_block(description),
        *(_attributes_block(attributes[start : start + ATTRIBUTES_A_PANEL]) for start in starts),
    ]
    places = COLUMNS.stack([block.height for block in blocks])
    windows = _windows(places)
    for block, place in zip(blocks, places, strict=True):
        block.draw(windows[place.window], place.x, place.y)
    workings = Workings()
    moved = [control for method in description.methods for control in _moved(method)]
    for control in (SOUNDING, LEVEL, *moved):
        workings.add(control)
    hidden = [
        level_window(0.0),
        rate_window(description),
        _sum(),
        *(_work(description, method) for method in description.methods),
    ]
    add_windows(windows[0], [*windows[1:], behind([*hidden, *workings.windows])])
    return windows[0]


def _windows(places: Sequence[BlockPlace]) -> list[Canvas]:
    """As many windows as the places name."""
    count = 1 + max(place.window for place in places)
    return [Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"more-{number}") for number in range(count)]


# ── methods ───────────────────────────────────────────────────────────────────────────────────────────────


def _is_sound(method: MethodDescription, end: str) -> bool:
    return (method.in_ratio if end == "in" else method.out_ratio) == 1


def _moved(method: MethodDescription) -> list[Control]:
    """The controls of the first inlets, unless a sound goes in."""
    if _is_sound(method, "in"):
        return []
    return [
        Control(f"{method.name}.{port.label.split()[0]}", "", port.low, port.high, port.default, port.text)
        for port in method.inlets[:INLETS_MOVED]
    ]


def _shown(method: MethodDescription) -> list[str]:
    """The names of what shows the first outlets, unless a sound comes out."""
    if _is_sound(method, "out"):
        return []
    return [local(method.name, "out", str(number)) for number in range(min(len(method.outlets), OUTLETS_SHOWN))]


def _method_block(description: ExportDescription, method: MethodDescription) -> Block:
    sentences = (
        f"nn~ {description.name}.ts {method.name} {description.buffer}",
        *((f"send it at the start, by a loadbang: bufsize {description.buffer}",) if method.has_one_way else ()),
        f"{method.help} {latency_text(description, method)}",
        f"in: {ports_text(method.inlets)}",
        f"out: {ports_text(method.outlets)}",
    )
    moved, shown = _moved(method), _shown(method)
    rows = 1 + len(moved) + bool(shown)
    text = paragraphs(method.name, sentences, further=rows * ROW_HEIGHT)

    def drawn(canvas: Canvas, x: int, y: int) -> None:
        text.draw(canvas, x, y)
        top = y + text.height - rows * ROW_HEIGHT - 2
        canvas.tgl(x + 98, top, 0, Wire(local(method.name, "on")), colour="#c03020")
        canvas.text(x + 6, top, "try it", 12)
        for row, control in enumerate(moved, start=1):
            draw(canvas, x + 6, top + row * ROW_HEIGHT, control, init=True)
        if shown:
            row = top + (1 + len(moved)) * ROW_HEIGHT
            canvas.text(x + 6, row, "out", 12)
            for number, name in enumerate(shown):
                canvas.nbx(x + 98 + 72 * number, row, -1e37, 1e37, 0, Wire("", name))

    return Block(text.height, drawn)


def _work(description: ExportDescription, method: MethodDescription) -> Canvas:
    """A method at work: it computes where its switch is on."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, method.name)
    box = model(canvas, 20, 300, description, method.name)
    state = canvas.flow(20, 15, ("r", local(method.name, "on")), ("t", "f", "f", "f"))[-1]
    enable = canvas.msg(340, 15, "enable", "$1")
    canvas.connect(state, 0, enable)
    canvas.connect(canvas.flow(440, 15, ("loadbang",), MessageAtoms(("enable", 0)))[-1], 0, box)
    canvas.connect(enable, 0, box)
    # The first switch that is on starts the sound.
    begin = canvas.flow(20, 15 + PITCH, ("sel", 1), MessageAtoms((1,)), ("s", local(SOUNDING.id, "show")))[0]
    canvas.connect(state, 1, begin)
    _feed(canvas, box, method)
    if _is_sound(method, "out"):
        gate = canvas.obj(20, 380, "*~")
        ramp = canvas.flow(200, 380, ("pack", 0, RAMP_MS), ("line~",))
        gain = 1.0 if _is_sound(method, "in") else 10 ** (description.make_up_db / 20)
        canvas.connect(box, 0, gate)
        canvas.connect(state, 2, ramp[0])
        canvas.connect(ramp[-1], 0, gate, 1)
        canvas.connect(gate, 0, canvas.flow(20, 420, ("*~", round(gain, 4)), ("throw~", local("sum")))[0])
        return canvas
    clock = canvas.obj(400, 340, "metro", SHOWN_MS)
    canvas.connect(state, 2, clock)
    for number, name in enumerate(_shown(method)):
        held = canvas.flow(20, 380 + PITCH * number, ("snapshot~",), MessageAtoms(("set", "$1")), ("s", name))[0]
        canvas.connect(box, number, held)
        canvas.connect(clock, 0, held)
    return canvas


def _feed(canvas: Canvas, box: PdBox, method: MethodDescription) -> None:
    """What goes into a method: the test sound; or coordinates, of which the first are moved."""
    if _is_sound(method, "in"):
        canvas.connect(canvas.obj(20, 200, "r~", local("test")), 0, box)
        return
    moved = _moved(method)
    for first in range(0, len(method.inlets), INLETS_A_WINDOW):
        some = range(first, min(first + INLETS_A_WINDOW, len(method.inlets)))
        inside = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"inlets-{first + 1}")
        for row, inlet in enumerate(some):
            column, line = divmod(row, INLETS_A_COLUMN)
            x, y = 20 + 400 * column, 15 + 28 * line
            heard = (("r", local(moved[inlet].id)),) if inlet < len(moved) else ()
            signal = inside.flow(x, y, *heard, ("sig~", method.inlets[inlet].default))[-1]
            inside.connect(signal, 0, inside.obj(x + 260 + 2 * line, y, "outlet~"))
        window = canvas.canvas(20 + 100 * (first // INLETS_A_WINDOW), 200, inside)
        for outlet, inlet in enumerate(some):
            canvas.connect(window, outlet, box, inlet)


def _sum() -> Canvas:
    """The sound of all methods, and the test sound: a tone of many partials that comes and goes."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "sum")
    sounded(canvas, 20, 80, canvas.obj(20, 20, "catch~", local("sum")))
    tone, slow = (
        canvas.flow(20, 220, ("phasor~", TEST_HZ), ("-~", 0.5)),
        canvas.flow(20, 260, ("osc~", 0.5), ("*~", 0.5), ("+~", 0.5)),
    )
    times = canvas.obj(260, 260, "*~")
    canvas.connect(tone[-1], 0, times)
    canvas.connect(slow[-1], 0, times, 1)
    canvas.connect(times, 0, canvas.flow(260, 300, ("*~", 2 * TEST_LEVEL), ("s~", local("test")))[0])
    return canvas


# ── messages ──────────────────────────────────────────────────────────────────────────────────────────────


def _messages_block(description: ExportDescription) -> Block:
    messages = (*MESSAGES, (("bufsize", description.buffer), "sets the buffer, a power of two from the hop to 4096."))
    height = HEADING_HEIGHT + sum(ROW_HEIGHT + text_height(text, TEXT_WIDTH) for _, text in messages) + ROW_HEIGHT + 8

    def drawn(canvas: Canvas, x: int, y: int) -> None:
        canvas.cnv(x, y, PANEL_WIDTH, height, "messages to nn~")
        top = y + HEADING_HEIGHT
        end = canvas.obj(x + 6, y + height - ROW_HEIGHT - 2, "s", SET)
        for atoms, text in messages:
            canvas.connect(canvas.msg(x + 6, top, *atoms), 0, end)
            canvas.text(x + 6, top + ROW_HEIGHT - 2, text, TEXT_WIDTH)
            top += ROW_HEIGHT + text_height(text, TEXT_WIDTH)

    return Block(height, drawn)


def _attributes_block(attributes: Sequence[AttributeDescription]) -> Block:
    """A number and a message for each attribute, with what it does."""
    texts = [short(attribute.help) for attribute in attributes]
    height = HEADING_HEIGHT + sum(ROW_HEIGHT + text_height(text, TEXT_WIDTH) for text in texts) + ROW_HEIGHT + 8

    def drawn(canvas: Canvas, x: int, y: int) -> None:
        canvas.cnv(x, y, PANEL_WIDTH, height, "attributes")
        top = y + HEADING_HEIGHT
        end = canvas.obj(x + 6, y + height - ROW_HEIGHT - 2, "s", SET)
        for attribute, text in zip(attributes, texts, strict=True):
            control = attribute_control(attribute)
            if control.kind is Kind.TRIGGER:
                moved, value = canvas.bng(x + 6, top, Wire()), 1
            else:
                moved, value = canvas.nbx(x + 6, top, control.low, control.high, attribute.default, Wire(), 1), "$1"
            message = canvas.msg(x + 90, top, "set", attribute.name, value)
            canvas.connect(moved, 0, message)
            canvas.connect(message, 0, end)
            canvas.text(x + 6, top + ROW_HEIGHT - 2, text, TEXT_WIDTH)
            top += ROW_HEIGHT + text_height(text, TEXT_WIDTH)

    return Block(height, drawn)
