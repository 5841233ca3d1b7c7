"""A Max patch that leads a sound through an instrument: from a microphone or a file, dry and wet, each axis scaled."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vschaos.export.description import ExportDescription
from vschaos.export.max.parts import (
    Block,
    about,
    choice,
    controls_block,
    draw_blocks,
    lead_attributes,
    lead_rate,
    model,
    new_board,
    signal,
    snapshots_block,
    sound_block,
    switched,
)
from vschaos.export.patch_controls import PLAYED, Played, played
from vschaos.patching.max_dials import BEHIND_LEFT, ONWARD_LEFT, PANEL_WIDTH
from vschaos.patching.max_parameters import TAB_HEIGHT, Board, Knob
from vschaos.patching.max_patcher import MaxBox, Patcher
from vschaos.patching.panels import HEADING_HEIGHT
from vschaos.patching.pd_canvas import Rectangle
from vschaos.performance.controls import Control

MOST_SCALED = 6
"""Axes with a scale and an offset: a row of dials for each of the two."""
LONGEST_DELAY = 32768
"""More than any chain is late, in samples."""
SOURCE = choice("source", ("file", "microphone"), "Where the sound comes from.", "source")
PLAY = choice("play", ("stop", "play"), "Plays the file, over and over.", "play")
WAY = choice(
    "way",
    ("forward", "scaled"),
    "forward, or encode and decode with a scale and an offset for each axis, which is later.",
    "way",
)
SYSTEM = choice("system", ("Mac", "Windows"), "nn~ has a thread on a Mac only: it is later there.", "system")
MIX = Control("mix", "/mix", 0.0, 100.0, 100.0, "How much of what is heard went through.", unit="%", label="dry/wet")


@dataclass(frozen=True)
class Way:
    """The sound that went through, and the knobs that it needs.

    Attributes
    ----------
    wet
        What comes out of the instrument.
    models
        The nn~ objects that attributes go to.
    """

    wet: MaxBox
    models: tuple[MaxBox, ...]


def through_patch(description: ExportDescription) -> Patcher:
    """The patch."""
    board = new_board()
    controls = played(description, PLAYED)
    scales, offsets = scaled_axes(controls)
    knobs: dict[str, Knob] = {}
    sources: list[MaxBox] = []
    levels: list[MaxBox] = []
    draw_blocks(
        [
            about(
                board,
                description,
                "forward plays the sound as it is; scaled moves it: each axis times its scale, plus its offset",
                "dry is as late as wet",
            ),
            _source_block(board, sources),
            *controls_block(board, "way and mix", (WAY, SYSTEM, MIX), knobs),
            *controls_block(board, "scale of the axes", scales, knobs),
            *controls_block(board, "offset of the axes", offsets, knobs),
            *controls_block(board, "labels, where it is scaled", controls.labels, knobs),
            *controls_block(board, "attributes", controls.attributes, knobs),
            sound_block(board, description, levels),
            snapshots_block(board),
        ]
    )
    way = draw_way(board, description, controls, knobs, sources[0])
    mixed = draw_mix(board, description, knobs, sources[0], way.wet)
    lead_attributes(board, (knobs[one.id] for one in controls.attributes), [(box, 0) for box in way.models])
    board.patcher.connect(mixed, 0, levels[0])
    return board.patcher


def scaled_axes(controls: Played, most: int = MOST_SCALED) -> tuple[tuple[Control, ...], tuple[Control, ...]]:
    """A scale and an offset for each of the first axes."""
    axes = controls.axes[:most]
    scales = tuple(
        replace(axis, id=f"scale.{n}", low=-2.0, high=2.0, default=1.0, label=f"{_name(axis)} scale")
        for n, axis in enumerate(axes)
    )
    offsets = tuple(
        replace(axis, id=f"offset.{n}", default=0.0, label=f"{_name(axis)} offset") for n, axis in enumerate(axes)
    )
    return scales, offsets


def _name(axis: Control) -> str:
    return axis.id.split(".")[-1]


def draw_way(
    board: Board, description: ExportDescription, controls: Played, knobs: dict[str, Knob], source: MaxBox
) -> Way:
    """Through ``forward``, or through ``encode``, the scales and offsets, and ``decode``."""
    patcher = board.patcher
    forward = model(board, description, "forward")
    encode = model(board, description, "encode")
    patcher.connect(source, 0, forward)
    patcher.connect(source, 0, encode)
    decode = model(board, description, PLAYED, board.row(1))
    for axis in range(controls.coordinates):
        if f"scale.{axis}" in knobs:
            y = knobs[f"scale.{axis}"].box.rectangle.y
            times, plus = patcher.flow(ONWARD_LEFT, y, ("*~", 1.0), ("+~", 0.0))
            patcher.connect(encode, axis, times)
            patcher.connect(knobs[f"scale.{axis}"].value, 0, times, 1)
            patcher.connect(knobs[f"offset.{axis}"].value, 0, plus, 1)
            patcher.connect(plus, 0, decode, axis)
        else:
            patcher.connect(encode, axis, decode, axis)
    for number, label in enumerate(controls.labels):
        box = signal(board, knobs[label.id])
        patcher.connect(box, 0, decode, controls.coordinates + number)
    wet = switched(board, knobs[WAY.id].box, [[forward], [encode, decode]])
    lead_rate(board, [(box, 0) for box in (forward, encode, decode)])
    return Way(wet, (forward, encode, decode))


def draw_mix(board: Board, description: ExportDescription, knobs: dict[str, Knob], dry: MaxBox, wet: MaxBox) -> MaxBox:
    """Dry and wet; the dry sound waits for as long as the wet one needs."""
    patcher = board.patcher
    late = patcher.obj(BEHIND_LEFT, board.row(), "delay~", LONGEST_DELAY, latency(description, 0))
    patcher.connect(dry, 0, late)
    row = board.row()
    # Way, system, and the samples of a signal vector; the first inlet computes.
    samples = patcher.obj(BEHIND_LEFT + 300, row, "expr", _latency_expression(description))
    patcher.connect(samples, 0, late, 1)
    patcher.connect(knobs[WAY.id].box, 0, samples)
    again = patcher.obj(BEHIND_LEFT, row, "t", "b", "i")
    patcher.connect(knobs[SYSTEM.id].box, 0, again)
    patcher.connect(again, 1, samples, 1)
    patcher.connect(again, 0, samples)
    state = patcher.obj(BEHIND_LEFT + 60, row, "dspstate~")
    vector = patcher.obj(BEHIND_LEFT + 170, row, "t", "b", "i")
    patcher.connect(state, 2, vector)
    patcher.connect(vector, 1, samples, 2)
    patcher.connect(vector, 0, samples)
    row = board.row()
    share = patcher.flow(BEHIND_LEFT, row, ("/", 100.0), ("sig~", 1.0))
    patcher.connect(knobs[MIX.id].value, 0, share[0])
    # dry + share · (wet − dry)
    row = board.row()
    minus = patcher.obj(BEHIND_LEFT, row, "*~", -1.0)
    differs = patcher.obj(BEHIND_LEFT + 100, row, "+~")
    times = patcher.obj(BEHIND_LEFT + 200, row, "*~", 1.0)
    both = patcher.obj(BEHIND_LEFT + 300, row, "+~")
    patcher.connect(late, 0, minus)
    patcher.connect(minus, 0, differs, 1)
    patcher.connect(wet, 0, differs)
    patcher.connect(differs, 0, times)
    patcher.connect(share[1], 0, times, 1)
    patcher.connect(times, 0, both)
    patcher.connect(late, 0, both, 1)
    return both


def latency(description: ExportDescription, way: int, vector: int = 64) -> int:
    """Samples that a sound needs through nn~ in its thread: by ``forward`` (0), or by ``encode`` and ``decode`` (1)."""
    return (way + 1) * (2 * description.buffer - vector) + _own(description)[way]


def _own(description: ExportDescription) -> tuple[int, int]:
    forward, encode, decode = (description.method(name).latency_samples for name in ("forward", "encode", PLAYED))
    return forward, encode + decode


def _latency_expression(description: ExportDescription) -> str:
    own = _own(description)
    return f"($i1+1)*((2-$i2)*{description.buffer}-$i3)+{own[0]}+$i1*({own[1] - own[0]})"


def _source_block(board: Board, sources: list[MaxBox]) -> Block:
    """Microphone or file; ``sources`` gets the sound."""
    drop_height = 44
    height = HEADING_HEIGHT + TAB_HEIGHT + drop_height + 16
    patcher = board.patcher

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, "source")
        top = y + HEADING_HEIGHT
        which = board.choice("live.tab", SOURCE, Rectangle(x + 8, top, 180, TAB_HEIGHT))
        play = board.choice("live.tab", PLAY, Rectangle(x + 200, top, 180, TAB_HEIGHT))
        zone = Rectangle(x + 180, top + TAB_HEIGHT + 6, PANEL_WIDTH - 188, drop_height)
        row = board.row(3)
        drop = patcher.ui("dropfile", Rectangle(BEHIND_LEFT, row, 120, drop_height), zone, 1, ("", ""))
        patcher.comment(BEHIND_LEFT + 700, row, "drop a file; or use headphones", (x + 8, zone.y + 12, 168))
        opened = patcher.obj(BEHIND_LEFT + 160, row, "prepend open")
        patcher.connect(drop, 0, opened)
        looped = patcher.flow(BEHIND_LEFT + 300, row, ("loadbang",), ("t", 1))
        loop = patcher.obj(looped[-1].rectangle.right + 12, row, "prepend loop")
        patcher.connect(looped[-1], 0, loop)
        row = board.row()
        file = patcher.obj(BEHIND_LEFT, row, "sfplay~", 1)
        microphone = patcher.obj(BEHIND_LEFT + 140, row, "adc~")
        chosen = patcher.obj(BEHIND_LEFT + 420, row, "selector~", 2, 1)
        plus = patcher.obj(BEHIND_LEFT + 300, row, "+", 1)
        for box in (opened, loop, play):
            patcher.connect(box, 0, file)
        patcher.connect(which, 0, plus)
        patcher.connect(plus, 0, chosen)
        patcher.connect(file, 0, chosen, 1)
        patcher.connect(microphone, 0, chosen, 2)
        sources.append(chosen)

    return Block(height, draw)
