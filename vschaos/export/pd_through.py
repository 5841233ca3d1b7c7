"""The Pure Data patch that plays a sound through an export: from a file or an input, as it is or along moved axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vschaos.export.describe import conditioning_labels, label_attribute, played_labels, predicted_labels
from vschaos.export.description import ExportDescription
from vschaos.export.patch_controls import (
    LEVEL,
    LOUDEST_DB,
    RAMP_MS,
    SILENT_DB,
    SOUNDING,
    attribute_control,
    played,
    rate_sentence,
)
from vschaos.export.pd_parts import (
    PALE,
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
    sounded,
    switch_window,
)
from vschaos.patching.panels import AXES_IN_SIGHT, HEADING_HEIGHT, ROW_HEIGHT, Panel, further_axes, heading_height
from vschaos.patching.pd_canvas import Canvas, MessageAtoms, PdBox, Wire
from vschaos.patching.pd_dials import PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, draw, local
from vschaos.patching.pd_workings import PITCH
from vschaos.performance.controls import Control, Kind

AS_HEARD = "as heard"
SOURCE = Control("source", "/source", 0.0, 1.0, 0.0, "", kind=Kind.CHOICE, names=("file", "input"))
GAIN = Control("gain", "/gain", SILENT_DB, LOUDEST_DB, 0.0, "", unit="dB")
WAY = Control(
    "way",
    "/way",
    0.0,
    1.0,
    0.0,
    "",
    kind=Kind.CHOICE,
    names=("forward", "axes"),
)
WET = Control("wet", "/wet", 0.0, 1.0, 1.0, "")
SOURCE_HEIGHT = heading_height(5)
OPEN, FILE = local("open"), local("file")
MOST_SCALE, AXES_A_WINDOW, MOST_DELAY_MS = 2.0, 20, 2000


def through_patch(description: ExportDescription) -> Canvas:
    """A sound through the instrument."""
    axes = [port.label.split()[0] for port in description.method("encode").outlets[: description.latent_dims]]
    moved = [control for name in axes for control in (_scale(name), _offset(name))]
    labels = [_label(description, index) for index in conditioning_labels(description.labels)]
    # A sound moves by itself, and is as loud as what goes in.
    attributes = [
        replace(one, default=0.0) if one.address in ("/life", "/even") else one
        for one in played(description, "decode").attributes
    ]
    late = [description.late_samples("forward"), sum(map(description.late_samples, ("encode", "decode")))]
    late_ms = [description.in_ms(samples) for samples in late]
    sentences = (
        rate_sentence(description),
        f"forward is {late[0]} samples ({late_ms[0]:.0f} ms) late, the way along the axes {late[1]} "
        f"({late_ms[1]:.0f} ms)",
        "the dry sound is delayed by as much",
        "with an open microphone, use headphones",
    )
    return sheet(
        [about(description, sentences), SOUND, Block(SOURCE_HEIGHT, _draw_source)],
        [
            Panel("axes: coordinate * scale + offset", tuple(moved[:AXES_IN_SIGHT])),
            Panel("labels", tuple(labels)),
            Panel("attributes", tuple(attributes)),
        ],
        further_axes(moved),
        [SOUNDING, LEVEL, SOURCE, GAIN, WAY, WET],
        [_signal(description, axes)],
        [
            _mix(late_ms),
            switch_window(WAY, late_ms),
            level_window(0.0),
            rate_window(description),
            attributes_window([*attributes, *labels]),
        ],
    )


def _scale(name: str) -> Control:
    return Control(f"axis.{name}-scale", f"/{name}/scale", -MOST_SCALE, MOST_SCALE, 1.0, "")


def _offset(name: str) -> Control:
    return Control(f"axis.{name}-offset", f"/{name}/offset", -1.0, 1.0, 0.0, "")


def _label(description: ExportDescription, index: int) -> Control:
    """A label's attribute; below its range, what is heard counts."""
    label = description.labels[index]
    name = label_attribute(description.labels, index)
    attribute = next(one for one in description.attributes if one.name == name)
    control = replace(attribute_control(attribute), label=name)
    classes = label.classes or (map(str, range(round(label.high) + 1)) if label.kind == "int" else ())
    names = (AS_HEARD, *classes)[: round(label.high) + 2] if classes else ()
    default = attribute.default if label.predicted else label.default
    return replace(control, names=names, default=max(default, control.low))


def _draw_source(patch: Canvas, x: int, y: int) -> None:
    patch.cnv(x, y, PANEL_WIDTH, SOURCE_HEIGHT, "source")
    top = y + HEADING_HEIGHT
    patch.text(x + 6, top, "open a file", 12)
    patch.bng(x + 98, top, Wire(OPEN))
    patch.cnv(x + 124, top, 258, 20, colour=PALE, name=local("file", "shown"))
    for row, control in enumerate((SOURCE, GAIN, WAY, WET), start=1):
        draw(patch, x + 6, top + row * ROW_HEIGHT, control, init=True)


def _player() -> Canvas:
    """A file that is played over and over, from the disk, or the input."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "player")
    canvas.flow(20, 15, ("r", OPEN), ("openpanel",), ("s", FILE))
    named = canvas.flow(20, 15 + PITCH, ("r", FILE), ("t", "a", "a"))[-1]
    shown = canvas.flow(200, 15 + PITCH, MessageAtoms(("label", "$1")), ("s", local("file", "shown")))
    kept = canvas.flow(20, 15 + 2 * PITCH, ("symbol",), ("t", "b", "a"))
    opened, begin = canvas.msg(200, 15 + 3 * PITCH, "open", "$1"), canvas.msg(140, 15 + 3 * PITCH, 1)
    reader, again = canvas.obj(140, 15 + 4 * PITCH, "readsf~", 1), canvas.obj(240, 15 + 4 * PITCH, "t", "b")
    canvas.connect(named, 1, shown[0])
    canvas.connect(named, 0, kept[0])
    canvas.connect(kept[1], 1, opened)
    canvas.connect(kept[1], 0, begin)
    for message in (opened, begin):
        canvas.connect(message, 0, reader)
    # At its end, the file is opened again.
    canvas.connect(reader, 1, again)
    canvas.connect(again, 0, kept[0])
    gain = canvas.obj(140, 15 + 8 * PITCH, "*~")
    for number, source in enumerate((reader, canvas.obj(340, 15 + 4 * PITCH, "adc~", 1))):
        row = 15 + (5 + number) * PITCH
        chosen = ("r", local(SOURCE.id)), ("==", number), ("pack", 0, RAMP_MS), ("line~",)
        gate = canvas.obj(140 + 200 * number, row, "*~")
        canvas.connect(source, 0, gate)
        canvas.connect(canvas.flow(500, row, *chosen)[-1], 0, gate, 1)
        canvas.connect(gate, 0, gain)
    factor = ("r", local(GAIN.id)), ("+", 100), ("dbtorms",), ("pack", 0, RAMP_MS), ("line~",)
    canvas.connect(canvas.flow(300, 15 + 8 * PITCH, *factor)[-1], 0, gain, 1)
    canvas.connect(gain, 0, canvas.obj(140, 15 + 10 * PITCH, "outlet~"))
    return canvas


def _mix(late_ms: Sequence[float]) -> Canvas:
    """The levels of the instrument and of the dry sound, and how late the dry one is."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "mix")
    wet = canvas.flow(20, 15, ("r", local(WET.id)), ("t", "f", "f"))[-1]
    ramps = ("pack", 1, RAMP_MS), ("s", local("wet", "ramp"))
    canvas.connect(wet, 1, canvas.flow(20, 15 + PITCH, *ramps)[0])
    dry = ("*", -1), ("+", 1), ("pack", 0, RAMP_MS), ("s", local("dry", "ramp"))
    canvas.connect(wet, 0, canvas.flow(20, 15 + 2 * PITCH, *dry)[0])
    way = canvas.flow(20, 15 + 4 * PITCH, ("r", local(WAY.id)), ("sel", *range(len(late_ms))))[-1]
    late = canvas.obj(20, 15 + 7 * PITCH, "s", local("dry", "ms"))
    for number, milliseconds in enumerate(late_ms):
        message = canvas.msg(20 + 100 * number, 15 + 5 * PITCH, milliseconds)
        canvas.connect(way, number, message)
        canvas.connect(message, 0, late)
    return canvas


def _signal(description: ExportDescription, axes: Sequence[str]) -> Canvas:
    """From the source through each way, and the dry sound beside them."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "signal")
    source = canvas.canvas(20, 20, _player())
    forward = model(canvas, 20, 90, description, "forward")
    encode = model(canvas, 20, 180, description, "encode")
    decode = model(canvas, 20, 300, description, "decode")
    for box in (forward, encode):
        canvas.connect(source, 0, box)
    for first in range(0, len(axes), AXES_A_WINDOW):
        some = axes[first : first + AXES_A_WINDOW]
        window = canvas.canvas(20 + 90 * (first // AXES_A_WINDOW), 240, _moved(some, first))
        for number in range(len(some)):
            canvas.connect(encode, first + number, window, number)
            canvas.connect(window, number, decode, first + number)
    _connect_labels(canvas, description, encode, decode)
    enabled(canvas, 620, 90, WAY, 0, forward)
    enabled(canvas, 620, 272, WAY, 1, encode, decode)
    wet = canvas.obj(20, 400, "*~")
    for number, box in enumerate((forward, decode)):
        gate = gated(canvas, 20 + 400 * number, 360, WAY, number, box)
        canvas.connect(gate, 0, wet)
    canvas.connect(canvas.flow(130, 400, ("r", local("wet", "ramp")), ("line~",))[-1], 0, wet, 1)
    canvas.connect(source, 0, canvas.obj(20, 440, "delwrite~", local("dry"), MOST_DELAY_MS))
    late = canvas.flow(260, 440, ("r", local("dry", "ms")), ("delread~", local("dry")))[-1]
    dry = canvas.obj(440, 480, "*~")
    canvas.connect(late, 0, dry)
    canvas.connect(canvas.flow(520, 480, ("r", local("dry", "ramp")), ("line~",))[-1], 0, dry, 1)
    both = canvas.obj(20, 500, "+~")
    canvas.connect(wet, 0, both)
    canvas.connect(dry, 0, both, 1)
    sounded(canvas, 20, 560, both)
    return canvas


def _moved(axes: Sequence[str], first: int) -> Canvas:
    """Coordinates times their scales, plus their offsets. Inlets and outlets are counted from left to right."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"axes-{first + 1}")
    for row, name in enumerate(axes):
        y = 15 + 30 * row
        coordinate, scaled = canvas.obj(20 + 2 * row, y, "inlet~"), canvas.obj(360, y, "*~", 1)
        canvas.connect(coordinate, 0, scaled)
        canvas.connect(canvas.obj(130, y, "r", local(_scale(name).id)), 0, scaled, 1)
        moved = canvas.obj(680, y, "+~", 0)
        canvas.connect(scaled, 0, moved)
        canvas.connect(canvas.obj(440, y, "r", local(_offset(name).id)), 0, moved, 1)
        canvas.connect(moved, 0, canvas.obj(760 + 2 * row, y, "outlet~"))
    return canvas


def _connect_labels(canvas: Canvas, description: ExportDescription, encode: PdBox, decode: PdBox) -> None:
    """What is heard of the labels to their inlets; others rest where the instrument starts."""
    heard = predicted_labels(description.labels)
    for inlet, index in enumerate(played_labels(description.labels)):
        if index in heard:
            source, outlet = encode, description.latent_dims + heard.index(index)
        else:
            place = 760 + 110 * (inlet % 4), 300 + 30 * (inlet // 4)
            source, outlet = canvas.obj(*place, "sig~", description.labels[index].default), 0
        canvas.connect(source, outlet, decode, description.latent_dims + inlet)
