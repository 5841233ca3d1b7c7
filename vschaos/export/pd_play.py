"""The Pure Data patch to play an export: a pad for the plane and the map, all axes, labels, attributes, snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import ExportDescription, HostLatency
from vschaos.export.patch_controls import (
    LEVEL,
    ON_THE_MAP,
    PLAYED,
    RAMP_MS,
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
    level_window,
    model,
    rate_window,
    sheet,
    signals,
    sounded,
)
from vschaos.patching.panels import AXES_IN_SIGHT, HEADING_HEIGHT, ROW_HEIGHT, Panel, further_axes
from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Wire
from vschaos.patching.pd_dials import PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, draw, local, wire
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
    "What the pad plays: the plane of the first two axes, or the map.",
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
            *([_switch(description, len(controls))] if switch else []),
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
    patch.cnv(x, y, PANEL_WIDTH, PAD_HEIGHT, "pad: drag the point")
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
        both = canvas.flow(
            200, y + 8 * PITCH, ("pack", "f", "f"), ("spigot", int(number == 0)), ("s", f"{PAD}-set")
        )
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


def _switch(description: ExportDescription, count: int) -> Canvas:
    """One of the objects computes; it is heard when what it computed before has passed."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "switch")
    late = HostLatency.of(description.buffer).threaded_samples
    late_ms = round(1000.0 * late / description.sample_rate_hz)
    for number in range(count):
        y = 15 + 6 * PITCH * number
        chosen = canvas.flow(20, y, ("r", local(SURFACE.id)), ("==", number), ("t", "f", "f"))[-1]
        ramp = ("pipe", late_ms), ("pack", 0, RAMP_MS), ("s", _gate(number))
        canvas.connect(chosen, 0, canvas.flow(20, y + PITCH, *ramp)[0])
        ways = canvas.flow(20, y + 2 * PITCH, ("sel", 1, 0))[0]
        canvas.connect(chosen, 1, ways)
        wait = canvas.flow(200, y + 3 * PITCH, ("delay", late_ms + RAMP_MS))[0]
        begin = canvas.obj(20, y + 3 * PITCH, "t", "b", "b")
        stop = canvas.msg(100, y + 3 * PITCH, "stop")
        canvas.connect(ways, 0, begin)
        canvas.connect(begin, 1, stop)
        canvas.connect(stop, 0, wait)
        canvas.connect(ways, 1, wait)
        send = canvas.obj(200, y + 5 * PITCH, "s", _enabled(number))
        for x, source, value in ((20, begin, 1), (200, wait, 0)):
            message = canvas.msg(x, y + 4 * PITCH, "enable", value)
            canvas.connect(source, 0, message)
            canvas.connect(message, 0, send)
    return canvas


def _gate(number: int) -> str:
    return local(SURFACE.id, "gate", str(number))


def _enabled(number: int) -> str:
    return local(SURFACE.id, "enabled", str(number))


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
            continue
        canvas.connect(canvas.obj(620, y + 60, "r", _enabled(number)), 0, box)
        ramp = canvas.flow(130, y + 110, ("r", _gate(number)), ("line~",))[-1]
        gate = canvas.obj(20, y + 110, "*~")
        canvas.connect(box, 0, gate)
        canvas.connect(ramp, 0, gate, 1)
        canvas.connect(gate, 0, heard)
    sounded(canvas, 20, 500, heard)
    return canvas
