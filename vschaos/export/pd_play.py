"""The Pure Data patch to play an export: a pad for the plane and the map, all axes, labels, attributes, snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import ExportDescription, HostLatency
from vschaos.export.patch_controls import (
    LEVEL,
    ON_THE_MAP,
    PLAYED,
    SOUNDING,
    Played,
    facts,
    has_map,
    played,
)
from vschaos.export.pd_parts import (
    SOUND,
    Block,
    about,
    attributes_window,
    enabled,
    gated,
    level_window,
    model,
    rate_window,
    sheet,
    signals,
    sounded,
    switch_window,
)
from vschaos.patching.panels import AXES_IN_SIGHT, HEADING_HEIGHT, ROW_HEIGHT, Panel, further_axes
from vschaos.patching.pd_canvas import Canvas, PdBox, Wire
from vschaos.patching.pd_dials import PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, local, wire
from vschaos.patching.pd_pad import PAD_SIDE, draw_pad
from vschaos.patching.pd_snapshots import SNAPSHOTS_HEIGHT, draw_snapshots, snapshot_window
from vschaos.patching.pd_workings import PITCH
from vschaos.performance.controls import Control, Kind

PLANE, MAP = "plane", "map"
SURFACE = Control(
    "surface",
    "/surface",
    0.0,
    1.0,
    0.0,
    "",
    kind=Kind.CHOICE,
    names=(PLANE, MAP),
)
PAD = local("pad")
PAD_HEIGHT = HEADING_HEIGHT + PAD_SIDE + 12
Surfaces = Sequence[tuple[str, Sequence[Control]]]
"""What a pad plays: names, and the controls of x and y."""


def playing_patch(description: ExportDescription) -> Canvas:
    """Controls for all inlets and attributes, and the way of the sound to the loudspeaker."""
    methods = {PLANE: PLAYED, **({MAP: ON_THE_MAP} if has_map(description) else {})}
    controls = {name: played(description, method) for name, method in methods.items()}
    plane = controls[PLANE]
    surfaces = [(name, one.axes[:2]) for name, one in controls.items() if len(one.axes) > 1]
    switch = (SURFACE,) if len(controls) > 1 else ()
    beside = plane.axes[2:] if len(plane.axes) > 1 else plane.axes
    on_pad = [*switch, *(axis for _, axes in surfaces for axis in axes)]
    kept = [*on_pad, *beside, *plane.labels, *(one for one in plane.attributes if one.kind is not Kind.TRIGGER)]
    late_ms = description.in_ms(HostLatency.of(description.buffer).threaded_samples)
    blocks = [about(description, facts(description)), SOUND, Block(SNAPSHOTS_HEIGHT, draw_snapshots)]
    if surfaces:
        blocks.append(Block(PAD_HEIGHT, lambda patch, x, y: draw_surfaces(patch, x, y, description, surfaces, switch)))
    return sheet(
        blocks,
        [Panel("axes", beside[:AXES_IN_SIGHT]), Panel("labels", plane.labels), Panel("attributes", plane.attributes)],
        further_axes(beside),
        [SOUNDING, LEVEL, *on_pad],
        [_signal(description, methods, controls)],
        [
            level_window(description.make_up_db),
            rate_window(description),
            attributes_window(plane.attributes),
            snapshot_window(kept),
            *([surface_window(surfaces)] if surfaces else []),
            *([switch_window(SURFACE, [late_ms] * 2)] if switch else []),
        ],
    )


def draw_surfaces(
    patch: Canvas,
    x: int,
    y: int,
    description: ExportDescription,
    surfaces: Surfaces,
    above: Sequence[Control] = (),
) -> None:
    """The pad, and beside it the numbers of x and y of each surface, below other controls."""
    patch.cnv(x, y, PANEL_WIDTH, PAD_HEIGHT, "pad: click or drag")
    top, aside = y + HEADING_HEIGHT, x + PAD_SIDE + 18
    draw_pad(patch, x + 6, top + 2, f"{description.name}-pad", PAD)
    for control in above:
        patch.hradio(aside, top, len(control.names), round(control.default), wire(control, "cell"), 1)
        patch.symbol(aside + 18 * len(control.names) + 8, top, Wire("", local(control.id, "name")), 8)
        top += ROW_HEIGHT + 8
    for name, axes in surfaces:
        for axis, control in zip("xy", axes, strict=True):
            patch.text(aside, top, f"{name} {axis}" if len(surfaces) > 1 else axis, 7)
            patch.nbx(aside + 54, top, control.low, control.high, control.default, wire(control), 1)
            top += ROW_HEIGHT
        top += 8


def surface_window(surfaces: Surfaces) -> Canvas:
    """Between the pad and the controls of the surface that it plays."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "surfaces")
    for row, (name, axes) in enumerate(surfaces):
        y, number = 15 + 300 * row, SURFACE.names.index(name)
        chosen = canvas.flow(20, y, ("r", local(SURFACE.id)), ("==", number))[-1]
        dragged = canvas.flow(20, y + PITCH, ("r", PAD), ("unpack", "f", "f"))[-1]
        gates: list[PdBox] = []
        for outlet, control in enumerate(axes):
            gate = canvas.flow(240, y + (1 + outlet) * PITCH, ("spigot", int(number == 0)), ("s", local(control.id)))
            canvas.connect(dragged, outlet, gate[0])
            gates.append(gate[0])
        shown = canvas.flow(300, y + 6 * PITCH, ("t", "b", "b"))[0]
        both = canvas.flow(200, y + 8 * PITCH, ("pack", "f", "f"), ("spigot", int(number == 0)), ("s", f"{PAD}-set"))
        for outlet, control in enumerate(axes):
            moved = canvas.flow(20, y + (4 + outlet) * PITCH, ("r", local(control.id)), ("t", "b", "f"))[-1]
            held = canvas.obj(20 + 60 * outlet, y + 7 * PITCH, "f", control.default)
            canvas.connect(moved, 1, held, 1)
            canvas.connect(moved, 0, shown)
            canvas.connect(shown, outlet, held)
            canvas.connect(held, 0, both[0], outlet)
        switched = canvas.obj(400, y, "t", "b", "f")
        canvas.connect(chosen, 0, switched)
        for gate in (*gates, both[1]):
            canvas.connect(switched, 1, gate, 1)
        canvas.connect(switched, 0, shown)
    return canvas


def _signal(description: ExportDescription, methods: dict[str, str], controls: dict[str, Played]) -> Canvas:
    """An object for each method, and the one that is heard."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "signal")
    heard = canvas.obj(20, 440, "+~")
    for number, (name, method) in enumerate(methods.items()):
        y = 20 + 200 * number
        box = model(canvas, 20, y + 60, description, method)
        signals(canvas, 20, y, box, controls[name].inlets, f"inlets-of-{method}")
        if len(methods) == 1:
            canvas.connect(box, 0, heard)
        else:
            enabled(canvas, 620, y + 60, SURFACE, number, box)
            canvas.connect(gated(canvas, 20, y + 110, SURFACE, number, box), 0, heard)
    sounded(canvas, 20, 500, heard)
    return canvas
