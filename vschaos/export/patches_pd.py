"""Pure Data patches beside an exported file: one to play it, one for its map, and one that explains all methods.

Vanilla objects and ``nn~`` only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vschaos.export.description import AttributeDescription, ExportDescription, MethodDescription
from vschaos.export.patch_controls import (
    LEVEL,
    LONGEST_TITLE,
    ON_THE_MAP,
    PLAYED,
    RAMP_MS,
    SILENT_DB,
    SOUNDING,
    Played,
    facts,
    has_map,
    latency_text,
    played,
    ports_text,
    rate_warning,
)
from vschaos.patching.panels import (
    AXES_IN_SIGHT,
    HEADING_HEIGHT,
    ROW_HEIGHT,
    BlockPlace,
    Panel,
    PatchPad,
    further_axes,
    heading_height,
    panel_height,
)
from vschaos.patching.pd_canvas import SEMICOLON, Canvas, MessageAtoms, PdBox, text_height
from vschaos.patching.pd_dials import (
    COLUMNS,
    PAD_HEIGHT,
    PANEL_WIDTH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
    draw_pad,
    draw_panel,
    local,
)
from vschaos.patching.pd_workings import PITCH, Workings, add_windows, behind, panel_window
from vschaos.performance.controls import Control, Kind

TEXT_WIDTH = 53
PARAGRAPH_GAP = 2
INLETS_A_COLUMN, INLETS_A_WINDOW = 22, 66
ATTRIBUTES_A_PANEL = 8
RATE_SHOWN = local("rate", "shown")


def write_patches(folder: Path, description: ExportDescription) -> tuple[Path, ...]:
    """Write ``NAME.pd`` and ``NAME-help.pd``, and ``NAME-map.pd`` for an instrument with a map; returns their paths."""
    name = description.name
    patches = {f"{name}.pd": playing_patch(description, PLAYED), f"{name}-help.pd": help_patch(description)}
    if has_map(description):
        patches[f"{name}-map.pd"] = playing_patch(description, ON_THE_MAP)
    return tuple(patch.save(folder / file_name) for file_name, patch in patches.items())


# ── the patch to play ─────────────────────────────────────────────────────────────────────────────────────


def playing_patch(description: ExportDescription, method: str) -> Canvas:
    """Controls for all inlets of a method and for the attributes, the object itself, and the way to the loudspeaker."""
    controls = played(description, method)
    patch = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT)
    workings = Workings()
    axes = controls.axes
    pads = [PatchPad("pad" if method == PLAYED else "map", (axes[0], axes[1]))] if len(axes) > 1 else []
    beside = axes[2:] if pads else axes
    panels = [
        Panel("axes", beside[:AXES_IN_SIGHT]),
        Panel("labels", controls.labels),
        Panel("attributes", controls.attributes),
    ]
    panels = [panel for panel in panels if panel.controls]
    sentences = facts(description)
    heights = [
        _paragraphs_height(sentences),
        heading_height(3),
        *(PAD_HEIGHT for _ in pads),
        _signal_height(len(controls.inlets)),
    ]
    places = iter(COLUMNS.stack([*heights, *map(panel_height, panels)]))
    about, sound = next(places), next(places)
    _paragraphs(patch, about.x, about.y, description.title[:LONGEST_TITLE], sentences)
    _draw_sound(patch, sound.x, sound.y)
    for pad, place in zip(pads, places, strict=False):
        workings.add_pad(pad, draw_pad(patch, place.x, place.y, pad, init=True))
    signal = next(places)
    _draw_signal(patch, signal.x, signal.y, description, method, controls)
    others = further_axes(beside)
    for panel, place in zip(panels, places, strict=True):
        if place.window:
            others[panel.heading] = (panel,)
            continue
        draw_panel(patch, place.x, place.y, panel, init=True)
        for control in panel.controls:
            workings.add(control)
    for control in (SOUNDING, LEVEL, *(control for pad in pads for control in pad.axes)):
        workings.add(control)
    inner = [panel_window(name, inside, init=True) for name, inside in others.items()]
    add_windows(patch, [*inner, behind([_level(description.make_up_db), _rate(description), *workings.windows])])
    return patch


def _paragraphs_height(sentences: Sequence[str]) -> int:
    return HEADING_HEIGHT + sum(text_height(sentence, TEXT_WIDTH) + PARAGRAPH_GAP for sentence in sentences) + 4


def _paragraphs(canvas: Canvas, x: int, y: int, heading: str, sentences: Sequence[str]) -> None:
    canvas.cnv(x, y, PANEL_WIDTH, _paragraphs_height(sentences), heading, colour="#d4e4d8")
    y += HEADING_HEIGHT
    for sentence in sentences:
        y = canvas.text(x + 6, y, sentence, TEXT_WIDTH).rectangle.bottom + PARAGRAPH_GAP


def _draw_sound(patch: Canvas, x: int, y: int) -> None:
    """On and off, the level, and a line about the sample rate."""
    draw_panel(patch, x, y, Panel("sound", (SOUNDING, LEVEL)), init=True, further_rows=1)
    patch.cnv(x + 6, y + HEADING_HEIGHT + 2 * ROW_HEIGHT, 376, 22, colour="#f6f7f9", name=RATE_SHOWN)


def _signal_height(inlets: int) -> int:
    return HEADING_HEIGHT + 146 + 30 * -(-inlets // INLETS_A_WINDOW)


def _draw_signal(patch: Canvas, x: int, y: int, description: ExportDescription, method: str, controls: Played) -> None:
    inlets = controls.inlets
    patch.cnv(x, y, PANEL_WIDTH, _signal_height(len(inlets)), "signal")
    top, width = y + HEADING_HEIGHT, TEXT_WIDTH
    attributes = patch.canvas(x + 250, top, _attributes(description, controls))
    top += 30
    signals: list[tuple[PdBox, int]] = []
    for first in range(0, len(inlets), INLETS_A_WINDOW):
        some = inlets[first : first + INLETS_A_WINDOW]
        name = f"coordinates-{first // INLETS_A_WINDOW + 1}" if len(inlets) > INLETS_A_WINDOW else "coordinates"
        box = patch.canvas(x + 6, top, _coordinates(name, some), width)
        signals += [(box, outlet) for outlet in range(len(some))]
        top += 30
    model = patch.obj(x + 6, top + 2, "nn~", f"{description.name}.ts", method, description.buffer, width=width)
    for inlet, (box, outlet) in enumerate(signals):
        patch.connect(box, outlet, model, inlet)
    patch.connect(attributes, 0, model)
    times = patch.obj(x + 6, top + 58, "*~")
    ramp = patch.flow(x + 110, top + 30, ("r", local("ramp")), ("line~",))
    out = patch.obj(x + 6, top + 88, "dac~")
    patch.connect(model, 0, times)
    patch.connect(ramp[-1], 0, times, 1)
    for channel in (0, 1):
        patch.connect(times, 0, out, channel)


def _coordinates(name: str, inlets: Sequence[Control]) -> Canvas:
    """A signal for each inlet. Outlets stand in the order of their places from left to right."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, name)
    for number, control in enumerate(inlets):
        column, row = divmod(number, INLETS_A_COLUMN)
        x, y = 20 + 400 * column, 15 + 28 * row
        value = canvas.flow(x, y, ("r", local(control.id)), ("sig~",))[-1]
        canvas.connect(value, 0, canvas.obj(x + 260 + 2 * row, y, "outlet~"))
    return canvas


def _attributes(description: ExportDescription, controls: Played) -> Canvas:
    """The messages that set attributes, and the one that sets the buffer."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "attributes")
    out = canvas.obj(20, 15 + PITCH * (len(controls.attributes) + 2), "outlet")
    for row, control in enumerate(controls.attributes):
        name = control.address.strip("/")
        heard = ("r", local(control.id))
        if control.kind is Kind.TRIGGER:
            line = (heard, MessageAtoms(("set", name, 1)))
        else:
            line = (heard, MessageAtoms(("set", name, "$1")))
        canvas.connect(canvas.flow(20, 15 + PITCH * row, *line)[-1], 0, out)
    row = 15 + PITCH * len(controls.attributes)
    canvas.connect(canvas.flow(20, row, *_buffer_message(description))[-1], 0, out)
    return canvas


def _buffer_message(description: ExportDescription) -> tuple[tuple[str, ...], MessageAtoms]:
    """Once the patch is open, before it sounds: nn~ 1.6 does not read the argument where one goes in and one out."""
    return ("loadbang",), MessageAtoms(("bufsize", description.buffer))


def _level(make_up_db: float) -> Canvas:
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


def _rate(description: ExportDescription) -> Canvas:
    """Warns, on the screen and in Pd's window, when Pd runs at another rate than the instrument."""
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
    printed = canvas.flow(400, 15 + 5 * PITCH, MessageAtoms(sentence.split()))
    canvas.connect(kept, 0, printed[0])
    canvas.connect(printed[0], 0, canvas.obj(400, 15 + 7 * PITCH, "print", description.name))
    return canvas


# ── the help patch ───────────────────────────────────────────────────────────────────────────────────────


def help_patch(description: ExportDescription) -> Canvas:
    """Every method with its inlets and outlets by name, and every attribute with a message that sets it."""
    paragraphs = [
        (description.title[:LONGEST_TITLE], facts(description)),
        *((method.name, _method_sentences(description, method)) for method in description.methods),
    ]
    heights = [_paragraphs_height(sentences) for _, sentences in paragraphs]
    places = COLUMNS.stack([heading_height(2), *heights])
    windows = _windows(places, "methods")
    _example(windows[0], places[0].x, places[0].y, description)
    for (heading, sentences), place in zip(paragraphs, places[1:], strict=True):
        _paragraphs(windows[place.window], place.x, place.y, heading, sentences)
    add_windows(windows[0], [*windows[1:], *_attribute_windows(description.attributes)])
    return windows[0]


def _windows(places: Sequence[BlockPlace], name: str) -> list[Canvas]:
    """As many windows as the places name."""
    count = 1 + max(place.window for place in places)
    return [Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"{name}-{number + 1}") for number in range(count)]


def _attribute_windows(attributes: Sequence[AttributeDescription]) -> list[Canvas]:
    starts = range(0, len(attributes), ATTRIBUTES_A_PANEL)
    shelves = [attributes[start : start + ATTRIBUTES_A_PANEL] for start in starts]
    places = COLUMNS.stack([_messages_height(shelf) for shelf in shelves])
    windows = _windows(places, "attributes")
    for shelf, place in zip(shelves, places, strict=True):
        _messages(windows[place.window], place.x, place.y, shelf)
    return windows


def _method_sentences(description: ExportDescription, method: MethodDescription) -> tuple[str, ...]:
    return (
        f"nn~ {description.name}.ts {method.name} {description.buffer}",
        *((f"send it at the start, by a loadbang: bufsize {description.buffer}",) if method.has_one_way else ()),
        f"{method.help} {latency_text(description, method)}",
        f"in: {ports_text(method.inlets)}",
        f"out: {ports_text(method.outlets)}",
    )


def _messages_height(attributes: Sequence[AttributeDescription]) -> int:
    return HEADING_HEIGHT + sum(map(_message_height, attributes)) + ROW_HEIGHT + 8


def _message_height(attribute: AttributeDescription) -> int:
    return ROW_HEIGHT + text_height(attribute.help, TEXT_WIDTH)


def _messages(canvas: Canvas, x: int, y: int, attributes: Sequence[AttributeDescription]) -> None:
    """A message for each attribute, with what it does."""
    canvas.cnv(x, y, PANEL_WIDTH, _messages_height(attributes), "attributes")
    y += HEADING_HEIGHT
    end = canvas.obj(x + 6, y + sum(map(_message_height, attributes)) + 2, "s", local("set"))
    for attribute in attributes:
        canvas.connect(canvas.msg(x + 6, y, "set", attribute.name, float(attribute.default)), 0, end)
        canvas.text(x + 6, y + ROW_HEIGHT - 2, attribute.help, TEXT_WIDTH)
        y += _message_height(attribute)


def _example(canvas: Canvas, x: int, y: int, description: ExportDescription) -> None:
    """The object that the messages go to."""
    canvas.cnv(x, y, PANEL_WIDTH, heading_height(2), "the object", colour="#d4e4d8")
    top = y + HEADING_HEIGHT
    heard = canvas.obj(x + 6, top, "r", local("set"))
    model = canvas.obj(
        x + 6, top + ROW_HEIGHT + 2, "nn~", f"{description.name}.ts", PLAYED, description.buffer, width=TEXT_WIDTH
    )
    canvas.connect(heard, 0, model)
    canvas.connect(canvas.flow(x + 150, top, *_buffer_message(description))[-1], 0, model)
