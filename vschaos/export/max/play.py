"""The Max patch that is played by hand: pads, dials, names, snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vschaos.export.description import ExportDescription
from vschaos.export.max.parts import (
    CELLS,
    Block,
    about,
    bars_block,
    choice,
    controls_block,
    draw_blocks,
    lead_attributes,
    lead_rate,
    made_up,
    model,
    new_board,
    signal,
    snapshots_block,
    sound_block,
    split_axes,
    switched,
)
from vschaos.export.patch_controls import ON_THE_MAP, PLAYED, has_map, played
from vschaos.patching.max_dials import ONWARD_LEFT
from vschaos.patching.max_parameters import CELL_HEIGHT, TAB_HEIGHT, Board, Knob
from vschaos.patching.max_patcher import MaxBox, Patcher
from vschaos.patching.panels import HEADING_HEIGHT
from vschaos.patching.pd_canvas import Rectangle
from vschaos.performance.controls import Control

PAD_SIDE, PAD_PITCH = 182, 190
SURFACES = choice("surface", ("plane", "map"), "What sounds: the plane of all axes, or the map.", "surface")


def playing_patch(description: ExportDescription) -> Patcher:
    """Pads for the plane and the map, dials for all else, snapshots, and the way to the loudspeaker."""
    board = new_board()
    decode = played(description, PLAYED)
    place = played(description, ON_THE_MAP).axes if has_map(description) else ()
    on_map = tuple(replace(control, label=f"map {control.id[-1]}") for control in place)
    padded = 2 if len(decode.axes) > 1 else 0
    dials, bars = split_axes(decode, padded)
    knobs: dict[str, Knob] = {}
    touched: list[MaxBox] = []
    surface: list[MaxBox] = []
    outlets: list[tuple[MaxBox, int]] = []
    levels: list[MaxBox] = []
    draw_blocks(
        [
            about(board, description, f"every method and attribute: {description.name}.maxhelp"),
            sound_block(board, description, levels),
            *_pads_block(board, [decode.axes[:padded], on_map], knobs, touched, surface),
            *controls_block(board, "labels", decode.labels, knobs),
            *controls_block(board, "axes", dials, knobs),
            *bars_block(board, bars, outlets),
            *controls_block(board, "attributes", decode.attributes, knobs),
            snapshots_block(board),
        ]
    )
    signals = {name: signal(board, knob) for name, knob in knobs.items() if knob.control in (*on_map, *decode.inlets)}
    for control, (box, outlet) in zip(bars, outlets, strict=True):
        signals[control.id] = board.patcher.obj(ONWARD_LEFT, board.row(), "sig~", float(control.default))
        board.patcher.connect(box, outlet, signals[control.id])
    decoder = model(board, description, PLAYED)
    _lead(board, signals, decode.inlets, decoder)
    models, sound = [decoder], decoder
    if on_map:
        mapper = model(board, description, ON_THE_MAP)
        _lead(board, signals, (*on_map, *decode.labels), mapper)
        models.append(mapper)
        sound = switched(board, surface[0], [[decoder], [mapper]])
        for side, gate in enumerate(touched if padded else [None, *touched]):
            if gate is not None:
                _choose(board, gate, side, surface[0])
    lead_rate(board, [(one, 0) for one in models])
    lead_attributes(board, (knobs[control.id] for control in decode.attributes), [(one, 0) for one in models])
    board.patcher.connect(made_up(board, sound, description), 0, levels[0])
    return board.patcher


def _pads_block(
    board: Board,
    pads: Sequence[Sequence[Control]],
    knobs: dict[str, Knob],
    touched: list[MaxBox],
    surface: list[MaxBox],
) -> list[Block]:
    """A pad for the plane and one for the map, as far as there are such, with tabs that choose between them."""
    shown = [pair for pair in pads if pair]
    both = bool(pads[1])
    if not shown:
        return []
    tabs = TAB_HEIGHT + 6 if both else 0
    height = HEADING_HEIGHT + tabs + PAD_SIDE + 6 + CELL_HEIGHT

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, "pads: drag" if both else "pad: drag")
        top = y + HEADING_HEIGHT
        if both:
            surface.append(board.choice("live.tab", SURFACES, Rectangle(x + 9, top, CELLS, TAB_HEIGHT)))
        for number, pair in enumerate(shown):
            left = x + 9 + PAD_PITCH * number
            knobs.update(board.knobs(pair, left, top + tabs + PAD_SIDE + 6, PAD_SIDE))
            square = Rectangle(left, top + tabs, PAD_SIDE, PAD_SIDE)
            touched.append(board.pad(square, *(knobs[control.id] for control in pair)))

    return [Block(height, draw)]


def _choose(board: Board, gate: MaxBox, side: int, surface: MaxBox) -> None:
    """A pad that is dragged is the one that sounds."""
    chosen = board.patcher.obj(gate.rectangle.x + 420, gate.rectangle.y, "t", side)
    board.patcher.connect(gate, 0, chosen)
    board.patcher.connect(chosen, 0, surface)


def _lead(board: Board, signals: dict[str, MaxBox], inlets: Sequence[Control], box: MaxBox) -> None:
    for inlet, control in enumerate(inlets):
        board.patcher.connect(signals[control.id], 0, box, inlet)
