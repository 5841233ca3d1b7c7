"""Max patches beside an exported file: one to play it, and one for its map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vschaos.export.description import ExportDescription, MethodDescription
from vschaos.export.patch_controls import (
    LEVEL,
    LONGEST_TITLE,
    ON_THE_MAP,
    PLAYED,
    RAMP_MS,
    SILENT_DB,
    SOUNDING,
    facts,
    has_map,
    played,
    ports_text,
    rate_warning,
)
from vschaos.patching.max_dials import (
    BEHIND_LEFT,
    COLUMNS,
    ONWARD_LEFT,
    PAD_HEIGHT,
    PANEL_WIDTH,
    WINDOW_HEIGHT,
    WINDOW_WIDTH,
    Desk,
    Dial,
    written,
)
from vschaos.patching.max_patcher import BOX_HEIGHT, SIGNAL, MaxBox, Patcher, comment_height
from vschaos.patching.panels import (
    AXES_IN_SIGHT,
    HEADING_HEIGHT,
    ROW_HEIGHT,
    Panel,
    PatchPad,
    heading_height,
    in_panels,
    panel_height,
)
from vschaos.patching.pd_canvas import MessageAtoms, Rectangle
from vschaos.performance.controls import Kind

TEXT_WIDTH = PANEL_WIDTH - 12


def write_patches(folder: Path, description: ExportDescription) -> tuple[Path, ...]:
    """Write ``NAME.maxpat``, and ``NAME-map.maxpat`` for an instrument with a map; returns their paths."""
    name = description.name
    patches = {f"{name}.maxpat": playing_patch(description, PLAYED)}
    if has_map(description):
        patches[f"{name}-map.maxpat"] = playing_patch(description, ON_THE_MAP)
    return tuple(patch.save(folder / file_name) for file_name, patch in patches.items())


def playing_patch(description: ExportDescription, method: str) -> Patcher:
    """Controls for all inlets of a method and for the attributes, the object itself, and the way to the loudspeaker."""
    controls = played(description, method)
    desk = Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))
    axes = controls.axes
    pads = [PatchPad("pad" if method == PLAYED else "map", (axes[0], axes[1]))] if len(axes) > 1 else []
    panels = [
        Panel("labels", controls.labels),
        Panel("attributes", controls.attributes),
        *in_panels("axes", axes[2:] if pads else axes, AXES_IN_SIGHT),
    ]
    panels = [panel for panel in panels if panel.controls]
    sentences = facts(description)
    heights = [_paragraphs_height(sentences), heading_height(3), *(PAD_HEIGHT for _ in pads)]
    places = COLUMNS.stack([*heights, *map(panel_height, panels)])
    _paragraphs(desk, places[0].x, places[0].y, description.title[:LONGEST_TITLE], sentences)
    dials = [dial for pad in pads for dial in desk.pad(places[2].x, places[2].y, pad)]
    further: list[Panel] = []
    for panel, place in zip(panels, places[len(heights) :], strict=True):
        if place.window:
            further.append(panel)
        else:
            dials += desk.panel(place.x, place.y, panel)
    model = _draw_signal(desk, places[1].x, places[1].y, description, method, len(controls.inlets))
    order = {control.id: inlet for inlet, control in enumerate(controls.inlets)}
    for dial in dials:
        _lead(desk, dial, model, order.get(dial.control.id))
    windows = _further(desk, further, model, order)
    for name, inside in _methods(description).items():
        _show(desk, windows, name, inside)
        windows += 1
    return desk.patcher


def _show(desk: Desk, column: int, name: str, inside: Patcher, outlets: Sequence[str] = ()) -> MaxBox:
    """The box that opens a window inside, in the row below all else."""
    shown = (COLUMNS.left + 138 * column, WINDOW_HEIGHT - 32)
    return desk.patcher.patcher(BEHIND_LEFT, desk.row(), name, inside, shown, outlets)


def _lead(desk: Desk, dial: Dial, model: MaxBox, inlet: int | None) -> None:
    """A dial's value to its inlet as a signal, or to its attribute; its start when the patch is opened."""
    patcher, control, y = desk.patcher, dial.control, dial.hub.rectangle.y
    name = control.address.strip("/")
    if inlet is not None:
        first = patcher.obj(ONWARD_LEFT, y, "sig~")
        patcher.connect(first, 0, model, inlet)
        patcher.connect(dial.hub, 0, first)
    elif control.kind is Kind.TRIGGER:
        first = patcher.msg(ONWARD_LEFT, y, "set", name, 1)
        patcher.connect(first, 0, model)
        patcher.connect(dial.hub, 0, first)
        return
    else:
        first = patcher.obj(ONWARD_LEFT, y, "prepend set", name)
        patcher.connect(first, 0, model)
        patcher.connect(dial.hub, 0, first)
    whole = control.kind in (Kind.CHOICE, Kind.SWITCH)
    start = round(control.default) if whole else float(control.default)
    # The displays show the start, and the inlet plays it.
    loaded = patcher.obj(first.rectangle.right + 12, y, "loadmess", start)
    for box in dial.followers:
        patcher.connect(loaded, 0, box)
    if inlet is not None:
        patcher.connect(loaded, 0, first)


def _further(desk: Desk, panels: Sequence[Panel], model: MaxBox, order: dict[str, int]) -> int:
    """Axes that have no room, in windows whose outlets are their signals; how many windows."""
    places = COLUMNS.stack([panel_height(panel) for panel in panels])
    count = 1 + max((place.window for place in places), default=-1)
    for window in range(count):
        inside = Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT))
        dials = [
            dial
            for panel, place in zip(panels, places, strict=True)
            if place.window == window
            for dial in inside.panel(place.x, place.y, panel)
        ]
        _signals(inside, dials)
        box = _show(desk, window, f"further-axes-{window + 1}", inside.patcher, [SIGNAL] * len(dials))
        for outlet, dial in enumerate(dials):
            desk.patcher.connect(box, outlet, model, order[dial.control.id])
    return count


def _signals(desk: Desk, dials: Sequence[Dial]) -> None:
    """An outlet for each dial; Max counts them from left to right."""
    first = desk.row(2)
    for number, dial in enumerate(dials):
        y = dial.hub.rectangle.y
        signal = desk.patcher.obj(ONWARD_LEFT, y, "sig~")
        loaded = desk.patcher.obj(ONWARD_LEFT + 60, y, "loadmess", float(dial.control.default))
        place = Rectangle(BEHIND_LEFT + 34 * number, first, 30, 30)
        outlet = desk.patcher.ui("outlet", place, None, 1, (), index=number + 1, comment=dial.control.help)
        desk.patcher.connect(dial.hub, 0, signal)
        desk.patcher.connect(signal, 0, outlet)
        for box in (signal, *dial.followers):
            desk.patcher.connect(loaded, 0, box)


# ── sound ─────────────────────────────────────────────────────────────────────────────────────────────────


def _draw_signal(desk: Desk, x: int, y: int, description: ExportDescription, method: str, inlets: int) -> MaxBox:
    """On and off, the level, a line about the sample rate; behind them the object and the loudspeaker."""
    patcher = desk.patcher
    sounding, level = desk.panel(x, y, Panel("sound", (SOUNDING, LEVEL)), further_rows=1)
    model = patcher.obj(
        BEHIND_LEFT, desk.row(), "nn~", description.name, method, description.buffer, ports=(inlets, [SIGNAL])
    )
    row = desk.row()
    times, out = patcher.flow(BEHIND_LEFT, row, ("*~", 0.0), ("dac~",))
    patcher.connect(model, 0, times)
    patcher.connect(times, 0, out, 1)
    row = desk.row()
    make_up = written(round(description.make_up_db, 1))
    factor = f"($f1>{written(SILENT_DB)})*pow(10.,($f1+({make_up}))/20.)"
    chain = (("expr", factor), ("*", 0.0), ("pack", 0.0, RAMP_MS), ("line~",))
    ramp = patcher.flow(BEHIND_LEFT, row, *chain)
    patcher.connect(ramp[-1], 0, times, 1)
    patcher.connect(level.hub, 0, ramp[0])
    row = desk.row()
    switch = patcher.obj(BEHIND_LEFT, row, "t", "b", "i", "i")
    begin = patcher.flow(BEHIND_LEFT + 300, row, ("sel", 1), MessageAtoms((";", "dsp", "start")))
    patcher.connect(sounding.hub, 0, switch)
    patcher.connect(switch, 2, begin[0])
    patcher.connect(switch, 1, ramp[1], 1)
    patcher.connect(switch, 0, ramp[1])
    loaded = patcher.obj(BEHIND_LEFT, desk.row(), "loadmess", LEVEL.default)
    for box in (*level.followers, ramp[0]):
        patcher.connect(loaded, 0, box)
    _draw_rate(desk, x + 6, y + HEADING_HEIGHT + 2 * ROW_HEIGHT, description, begin[0])
    return model


def _draw_rate(desk: Desk, x: int, y: int, description: ExportDescription, begin: MaxBox) -> None:
    """A line that says whether Max runs at the instrument's rate."""
    patcher, row, rate = desk.patcher, desk.row(), description.sample_rate_hz
    place, shown = Rectangle(BEHIND_LEFT + 600, row, 280, BOX_HEIGHT), Rectangle(x, y, TEXT_WIDTH, BOX_HEIGHT)
    line = patcher.ui("message", place, shown, 2, ("",), text="", ignoreclick=1)
    asked = patcher.flow(BEHIND_LEFT, row, ("loadbang",), ("delay", 500), ("dspstate~",), gap=20)
    differs = patcher.flow(BEHIND_LEFT + 300, row, ("!=", float(rate)), ("sel", 0, 1))
    patcher.connect(begin, 0, asked[1])
    patcher.connect(asked[2], 1, differs[0])
    for outlet, sentence in enumerate((f"{rate} Hz, as required", rate_warning(description))):
        said = patcher.msg(BEHIND_LEFT, desk.row(), "set", *sentence.split())
        patcher.connect(differs[1], outlet, said)
        patcher.connect(said, 0, line)


# ── text ──────────────────────────────────────────────────────────────────────────────────────────────────


def _paragraphs_height(sentences: Sequence[str]) -> int:
    return HEADING_HEIGHT + sum(comment_height(sentence, TEXT_WIDTH) for sentence in sentences) + 6


def _paragraphs(desk: Desk, x: int, y: int, heading: str, sentences: Sequence[str]) -> None:
    desk.backdrop(x, y, _paragraphs_height(sentences), heading, lead=True)
    y += HEADING_HEIGHT
    for sentence in sentences:
        desk.patcher.comment(BEHIND_LEFT, desk.row(), sentence, (x + 6, y, TEXT_WIDTH))
        y += comment_height(sentence, TEXT_WIDTH)


def _methods(description: ExportDescription) -> dict[str, Patcher]:
    """Windows that list every method with its inlets and outlets by name, and what every attribute does."""
    blocks = [(method.name, _method_sentences(description, method)) for method in description.methods]
    attributes = tuple(f"set {one.name} {one.default}: {one.help}" for one in description.attributes)
    blocks += [("attributes", attributes[start : start + 8]) for start in range(0, len(attributes), 8)]
    places = COLUMNS.stack([_paragraphs_height(sentences) for _, sentences in blocks])
    desks = [Desk(Patcher(WINDOW_WIDTH, WINDOW_HEIGHT)) for _ in range(1 + max(place.window for place in places))]
    for (heading, sentences), place in zip(blocks, places, strict=True):
        _paragraphs(desks[place.window], place.x, place.y, heading, sentences)
    return {f"methods-{number}": desk.patcher for number, desk in enumerate(desks, start=1)}


def _method_sentences(description: ExportDescription, method: MethodDescription) -> tuple[str, ...]:
    return (
        f"nn~ {description.name} {method.name} {description.buffer}",
        method.help,
        f"in: {ports_text(method.inlets)}",
        f"out: {ports_text(method.outlets)}",
    )
