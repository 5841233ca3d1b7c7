"""Devices for Live: an instrument for notes, and an effect. Both need the module and the voice beside them.

The container is a run of chunks, each of four letters, a size in bytes (32 bits, little-endian) and so many bytes:
``ampf`` with the kind of device, ``meta`` with a number, and ``ptch`` with the patch as in its ``.maxpat`` and a zero.
This is how Ableton's public maxdevtools (``maxdiff``) read devices that are not frozen, and what published analyses of
the format say. Live shows 169 pixels in height of the presentation, and ``devicewidth`` of its width.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

from vschaos.export.description import ExportDescription
from vschaos.export.max.notes import ATTACK, RELEASE, note_controls, poly
from vschaos.export.max.parts import lead_attributes, rate_line
from vschaos.export.max.through import MIX, SYSTEM, WAY, draw_mix, draw_way, latency, scaled_axes
from vschaos.export.patch_controls import LEVEL, LONGEST_TITLE, PLAYED, played
from vschaos.patching.max_dials import BEHIND_LEFT
from vschaos.patching.max_parameters import CELL_WIDTH, Board, Knob, cells_height
from vschaos.patching.max_patcher import MaxBox, Patcher, comment_height
from vschaos.patching.pd_canvas import Rectangle
from vschaos.performance.controls import Control

DEVICE_HEIGHT = 169
INSTRUMENT, EFFECT = b"iiii", b"aaaa"
MARGIN = 4
PAD_SIDE, LINE_HEIGHT = 140, 20
FADER_WIDTH, FADER_HEIGHT = 48, 160
EFFECT_AXES = 4
WAYS = ("forward: as it is", "scaled: each axis times its scale, plus its offset; later")


def device(kind: bytes, patcher: Patcher) -> bytes:
    """The content of a device's file."""
    patcher.attributes |= {"dependency_cache": [], "project": _project(kind), "autosave": 0}
    patch = patcher.written().encode() + b"\0"
    chunks = ((b"ampf", kind), (b"meta", struct.pack("<I", 0)), (b"ptch", patch))
    return b"".join(name + struct.pack("<I", len(data)) + data for name, data in chunks)


def _project(kind: bytes) -> dict[str, Any]:
    """The empty project that Max writes into each device."""
    return {
        "version": 1,
        "viewrect": [0.0, 0.0, 300.0, 500.0],
        "autoorganize": 1,
        "hideprojectwindow": 1,
        "showdependencies": 1,
        "autolocalize": 0,
        "contents": {"patchers": {}},
        "layout": {},
        "searchpath": {},
        "detailsvisible": 0,
        "amxdtype": int.from_bytes(kind, "big"),
        "readonly": 0,
        "devpathtype": 0,
        "devpath": ".",
        "sortmode": 0,
        "viewmode": 0,
    }


def instrument_device(description: ExportDescription) -> bytes:
    """Eight voices for notes; what they have in common is automated."""
    notes = note_controls(description)
    axes = [control for _, control in notes.shared[: notes.axes]]
    padded = axes[:2] if len(axes) > 1 else []
    labels = [control for _, control in notes.shared[notes.axes :]]
    others = (*axes[len(padded) :], *labels, ATTACK, RELEASE, *notes.attributes)
    board, knobs, left = _device_board(padded, others, 0)
    level = _level(board, left)
    _line(board, description)
    sound = poly(board, description, notes, knobs, None)
    board.patcher.connect(sound, 0, level)
    return device(INSTRUMENT, board.patcher)


def effect_device(description: ExportDescription) -> bytes:
    """A sound through the instrument, dry and wet; Live is told how late it is."""
    controls = played(description, PLAYED)
    scales, offsets = scaled_axes(controls, EFFECT_AXES)
    others = (WAY, SYSTEM, MIX, *scales, *offsets, *controls.labels, *controls.attributes)
    board, knobs, left = _device_board([], others, latency(description, 0))
    _text(board, description)
    level = _level(board, left)
    _line(board, description)
    patcher, row = board.patcher, board.row()
    heard, both, source = patcher.flow(BEHIND_LEFT, row, ("plugin~",), ("+~",), ("*~", 0.5))
    patcher.connect(heard, 1, both, 1)
    way = draw_way(board, description, controls, knobs, source)
    mixed = draw_mix(board, description, knobs, source, way.wet)
    lead_attributes(board, (knobs[one.id] for one in controls.attributes), [(box, 0) for box in way.models])
    patcher.connect(mixed, 0, level)
    return device(EFFECT, patcher)


def _device_board(
    padded: Sequence[Control], others: Sequence[Control], late: int
) -> tuple[Board, dict[str, Knob], int]:
    """A pad, if any, and cells beside it; the board, the knobs, and where the fader begins."""
    left = PAD_SIDE + 2 * MARGIN
    shown = (*padded, *others)
    width = CELL_WIDTH * 2
    while cells_height(shown, width) > DEVICE_HEIGHT:
        width += CELL_WIDTH
    total = left + width + FADER_WIDTH + 2 * MARGIN
    attributes: dict[str, Any] = {
        "openrect": [0.0, 0.0, float(total), float(DEVICE_HEIGHT)],
        "devicewidth": float(total),
        "latency": late,
    }
    board = Board(Patcher(total, DEVICE_HEIGHT, attributes))
    knobs = board.knobs(shown, left, MARGIN, width)
    if padded:
        board.pad(Rectangle(MARGIN, MARGIN, PAD_SIDE, PAD_SIDE), *(knobs[one.id] for one in padded))
    return board, knobs, left + width + MARGIN


def _level(board: Board, x: int) -> MaxBox:
    """The fader, which leads to both of Live's channels."""
    level = board.level(LEVEL, Rectangle(x, MARGIN, FADER_WIDTH, FADER_HEIGHT), orientation=0)
    out = board.patcher.obj(BEHIND_LEFT, board.row(), "plugout~")
    for channel in (0, 1):
        board.patcher.connect(level, 0, out, channel)
    return level


def _text(board: Board, description: ExportDescription) -> None:
    """In the pad's place: what the tabs mean."""
    y = MARGIN
    for sentence in (description.title[:LONGEST_TITLE], *WAYS):
        height = comment_height(sentence, PAD_SIDE)
        if y + height > DEVICE_HEIGHT - LINE_HEIGHT - MARGIN:
            break
        board.patcher.comment(BEHIND_LEFT, board.row(), sentence, (MARGIN, y, PAD_SIDE))
        y += height


def _line(board: Board, description: ExportDescription) -> None:
    """Whether Live runs at the instrument's rate."""
    rate_line(board, Rectangle(MARGIN, DEVICE_HEIGHT - LINE_HEIGHT - 2, PAD_SIDE, LINE_HEIGHT), description, 9.0)
