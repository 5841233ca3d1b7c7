"""Max patches for notes: eight voices in ``poly~``, each an instrument of its own, and eight at once in ``mc.nn~``."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vschaos.export.description import ExportDescription
from vschaos.export.max.parts import (
    Block,
    about,
    attribute_message,
    choice,
    controls_block,
    draw_blocks,
    lead_rate,
    made_up,
    make_up_factor,
    new_board,
    object_text,
    snapshots_block,
    sound_block,
)
from vschaos.export.patch_controls import PLAYED, played
from vschaos.patching.max_dials import BEHIND_LEFT, ONWARD_LEFT, PANEL_WIDTH
from vschaos.patching.max_parameters import CELL_HEIGHT, Board, Knob
from vschaos.patching.max_patcher import CHANNELS, SIGNAL, MaxBox, Patcher
from vschaos.patching.panels import HEADING_HEIGHT
from vschaos.patching.pd_canvas import Atom, MessageAtoms, Rectangle
from vschaos.performance.controls import Control, Kind

VOICES = 8
MOST_AXES = 12
"""Axes that the voices have in common and that have dials; the others rest where the instrument starts."""
LOWEST_KEY, HIGHEST_KEY = 36, 84
SLOWEST_HZ = 44_100
"""No host is expected to be slower: a voice waits for its last sound as long as one of this rate needs."""
SIGNALS_A_ROW, SIGNAL_PITCH = 9, 104
PAD_SIDE = 182
KEYS_HEIGHT = 53
ATTACK = Control("attack", "/attack", 0.0, 5000.0, 20.0, "Time in which a note rises.", unit="ms", label="attack")
RELEASE = Control("release", "/release", 0.0, 10000.0, 400.0, "Time in which a note fades.", unit="ms", label="release")
TOGETHER = choice("together", ("off", "on"), "Sounds all eight voices at once, around the place.", "cloud")
WIDTH = Control("width", "/width", 0.0, 1.0, 0.3, "How far the eight voices are from the place.", label="width")
SHUFFLE = Control("shuffle", "/shuffle", 0, 1, 0, "New distances.", kind=Kind.TRIGGER, label="shuffle")


@dataclass(frozen=True)
class NoteControls:
    """What the voices have in common, and what a note sets.

    Attributes
    ----------
    shared
        The inlets with a dial, and their numbers.
    by_key
        The inlets that the key sets, with the expression that makes their value of it, in ``$i1``.
    attributes
        Those of the method.
    axes
        How many of ``shared`` are axes.
    """

    shared: tuple[tuple[int, Control], ...]
    by_key: tuple[tuple[int, str], ...]
    attributes: tuple[Control, ...]
    axes: int


def note_controls(description: ExportDescription) -> NoteControls:
    """Pitch class and octave are the key's where the instrument has such labels; otherwise the key moves axis 1."""
    controls = played(description, PLAYED)
    by_key: list[tuple[int, str]] = []
    shared = list(enumerate(controls.inlets[: min(controls.coordinates, MOST_AXES)]))
    for number, label in enumerate(controls.labels, start=controls.coordinates):
        made = {"pitch": "$i1%12", "octave": "$i1/12-1"}.get(label.label)
        if made is None or label.kind is Kind.CONTINUOUS:
            shared.append((number, label))
        else:
            by_key.append((number, f"min(max({made},{label.low:g}),{label.high:g})"))
    if not by_key:
        first = controls.axes[0]
        keys = HIGHEST_KEY - LOWEST_KEY
        reach = f"min(max(($i1-{LOWEST_KEY})/{keys}.,0.),1.)"
        by_key.append((0, f"{first.low:g}+{first.high - first.low:g}*{reach}"))
        shared = shared[1:]
    axes = sum(number < controls.coordinates for number, _ in shared)
    return NoteControls(tuple(shared), tuple(by_key), controls.attributes, axes)


# ── a voice ───────────────────────────────────────────────────────────────────────────────────────────────


def voice_patch(description: ExportDescription) -> Patcher:
    """What ``poly~`` loads: a note at its first inlet; at its second the values that all voices have in common."""
    notes = note_controls(description)
    inlets = description.method(PLAYED).inlets
    patcher = Patcher(1000, 640, {"openinpresentation": 0})
    patcher.comment(20, 15, f"a voice of {description.name}-poly: a note in, its sound out")
    key = patcher.flow(20, 50, ("in", 1), ("unpack", 0, 0))[-1]
    values = patcher.obj(420, 50, "in", 2)
    words: tuple[Atom, ...] = ("attack", "release", *(number for number, _ in notes.shared))
    route = patcher.obj(420, 90, "route", *words)
    patcher.connect(values, 0, route)
    bottom = 190 + 32 * -(-len(inlets) // SIGNALS_A_ROW)
    decoder = patcher.obj(
        20,
        bottom,
        *object_text(description, PLAYED),  # type: ignore[arg-type]
        ports=(len(inlets), [SIGNAL]),
    )
    dials = {inlet: number for number, (inlet, _) in enumerate(notes.shared, start=2)}
    by_key = dict(notes.by_key)
    for inlet, port in enumerate(inlets):
        row, column = divmod(inlet, SIGNALS_A_ROW)
        box = patcher.obj(20 + SIGNAL_PITCH * column, 170 + 32 * row, "sig~", float(port.default))
        patcher.connect(box, 0, decoder, inlet)
        if inlet in by_key:
            made = patcher.obj(20, 90 + 32 * list(by_key).index(inlet), "expr", by_key[inlet])
            patcher.connect(key, 0, made)
            patcher.connect(made, 0, box)
        elif inlet in dials:
            patcher.connect(route, dials[inlet], box)
    patcher.connect(route, len(words), decoder)
    _envelope(patcher, bottom, description, key, route, decoder)
    return patcher


def _envelope(
    patcher: Patcher, y: int, description: ExportDescription, key: MaxBox, route: MaxBox, decoder: MaxBox
) -> None:
    """The note's level, as late as the sound; a voice whose late sound has faded out computes nothing and is free."""
    loud = patcher.obj(420, y, "/", 127.0)
    envelope = patcher.obj(500, y, "adsr~", ATTACK.default, 0, 1.0, RELEASE.default)
    patcher.connect(key, 1, loud)
    patcher.connect(loud, 0, envelope)
    patcher.connect(route, 0, envelope, 1)
    patcher.connect(route, 1, envelope, 4)
    late = 2 * description.buffer - 64
    delayed = patcher.obj(420, y + 40, "delay~", late, late)
    busy, free = patcher.flow(600, y + 90, ("+~",), ("thispoly~",))
    mute = patcher.obj(780, y + 90, "loadmess", "mute", 1)
    # The envelope orders “mute 0” as a note begins, and “mute 1” as it ends, which is heard later.
    muted, ends = patcher.flow(680, y, ("route", "mute"), ("sel", 0, 1))
    begun, kept = patcher.msg(680, y + 40, "mute", 0), patcher.msg(760, y + 40, "stop")
    wait = patcher.flow(820, y + 40, ("delay", math.ceil(1000 * late / SLOWEST_HZ)), MessageAtoms(("mute", 1)))
    times = patcher.flow(20, y + 90, ("*~",), ("*~", make_up_factor(description)), ("out~", 1))[0]
    patcher.connect(envelope, 0, delayed)
    patcher.connect(envelope, 0, busy)
    patcher.connect(delayed, 0, busy, 1)
    patcher.connect(envelope, 2, muted)
    for outlet, box in ((0, begun), (0, kept), (1, wait[0])):
        patcher.connect(ends, outlet, box)
    patcher.connect(kept, 0, wait[0])
    for box in (begun, wait[1], mute):
        patcher.connect(box, 0, free)
    patcher.connect(decoder, 0, times)
    patcher.connect(delayed, 0, times, 1)


# ── the patch ─────────────────────────────────────────────────────────────────────────────────────────────


def notes_patch(description: ExportDescription) -> Patcher:
    """Notes from a keyboard or the screen, what all voices have in common, and the cloud."""
    board = new_board()
    notes = note_controls(description)
    shared = tuple(control for _, control in notes.shared)
    knobs: dict[str, Knob] = {}
    levels: list[MaxBox] = []
    keys: list[MaxBox] = []
    axes = shared[: notes.axes]
    padded = axes[:2] if len(axes) > 1 else ()
    draw_blocks(
        [
            about(board, description, f"{VOICES} voices; a silent one costs nothing; {_key_text(description, notes)}"),
            sound_block(board, description, levels),
            _keys_block(board, keys),
            *controls_block(board, "envelope", (ATTACK, RELEASE), knobs),
            *_pad_block(board, padded, knobs),
            *controls_block(board, "axes of all voices", axes[len(padded) :], knobs),
            *controls_block(board, "labels of all voices", shared[notes.axes :], knobs),
            *controls_block(board, "attributes", notes.attributes, knobs),
            *controls_block(board, "cloud: mc.nn~, eight voices at once", (TOGETHER, WIDTH, SHUFFLE), knobs),
            snapshots_block(board),
        ]
    )
    voices = poly(board, description, notes, knobs, keys[0])
    cloud = _cloud(board, description, notes, knobs)
    for sound in (voices, made_up(board, cloud, description)):
        board.patcher.connect(sound, 0, levels[0])
    return board.patcher


def _key_text(description: ExportDescription, notes: NoteControls) -> str:
    names = [description.method(PLAYED).inlets[inlet].label for inlet, _ in notes.by_key]
    return f"the key of a note sets {' and '.join(names)}"


def poly(
    board: Board, description: ExportDescription, notes: NoteControls, knobs: dict[str, Knob], keys: MaxBox | None
) -> MaxBox:
    """The voices, their notes and what they have in common; ``keys`` gives pitch and velocity at two outlets."""
    patcher = board.patcher
    voices = patcher.obj(
        BEHIND_LEFT,
        board.row(),
        "poly~",
        f"{description.name}-voice",
        VOICES,
        "@target",
        0,
        ports=(2, [SIGNAL]),
    )
    row = board.row()
    pair, note = patcher.flow(BEHIND_LEFT + 60, row, ("pack", 0, 0), ("prepend", "midinote"))
    heard = patcher.obj(BEHIND_LEFT, row, "notein")
    for source in (heard, keys) if keys else (heard,):
        patcher.connect(source, 0, pair)
        patcher.connect(source, 1, pair, 1)
    patcher.connect(note, 0, voices)
    messages: list[tuple[Control, tuple[Atom, ...]]] = [
        (ATTACK, ("prepend", "attack")),
        (RELEASE, ("prepend", "release")),
        *((control, ("prepend", number)) for number, control in notes.shared),
        *((control, attribute_message(control)) for control in notes.attributes),
    ]
    for control, content in messages:
        y = knobs[control.id].box.rectangle.y
        if control.kind is Kind.TRIGGER:
            message = patcher.msg(ONWARD_LEFT, y, "set", control.address.strip("/"), 1)
        else:
            message = patcher.obj(ONWARD_LEFT, y, *content)  # type: ignore[arg-type]
        patcher.connect(knobs[control.id].value, 0, message)
        patcher.connect(message, 0, voices, 1)
    lead_rate(board, [(voices, 1)])
    return voices


def _cloud(board: Board, description: ExportDescription, notes: NoteControls, knobs: dict[str, Knob]) -> MaxBox:
    """Eight voices in one object, around the place of the dials, mixed."""
    patcher, inlets = board.patcher, description.method(PLAYED).inlets
    many = patcher.obj(
        BEHIND_LEFT,
        board.row(),
        "mc.nn~",
        *object_text(description, PLAYED)[1:],
        ports=(len(inlets), [CHANNELS]),
    )
    on = patcher.obj(ONWARD_LEFT, board.row(), "prepend enable")
    patcher.connect(knobs[TOGETHER.id].box, 0, on)
    patcher.connect(on, 0, many)
    row = board.row()
    strewn = patcher.msg(BEHIND_LEFT + 120, row, "deviate", 2.0, 0.0)
    for source in (patcher.obj(BEHIND_LEFT, row, "loadbang"), knobs[SHUFFLE.id].box):
        patcher.connect(source, 0, strewn)
    shared = dict(notes.shared)
    axes = {inlet for inlet, _ in notes.shared[: notes.axes]}
    for inlet, port in enumerate(inlets):
        row = board.row()
        if inlet in axes:
            content: Sequence[tuple[Atom, ...]] = (
                ("mc.sig~", "@chans", VOICES),
                ("mc.*~", WIDTH.default),
                ("mc.+~", float(port.default)),
            )
            away, near, place = patcher.flow(BEHIND_LEFT, row, *content)
            patcher.connect(strewn, 0, away)
            patcher.connect(knobs[WIDTH.id].value, 0, near, 1)
            patcher.connect(knobs[shared[inlet].id].value, 0, place, 1)
        else:
            place = patcher.obj(BEHIND_LEFT, row, "mc.sig~", float(port.default), "@chans", VOICES)
            if inlet in shared:
                patcher.connect(knobs[shared[inlet].id].value, 0, place)
        patcher.connect(place, 0, many, inlet)
    row = board.row()
    lead_rate(board, [(many, 0)])
    mix = patcher.flow(BEHIND_LEFT, row, ("mc.mixdown~", 1), ("mc.unpack~", 1), ("*~", round(VOICES**-0.5, 4)))
    patcher.connect(many, 0, mix[0])
    return mix[-1]


def _keys_block(board: Board, keys: list[MaxBox]) -> Block:
    """Keys on the screen; MIDI notes play, too."""
    height = HEADING_HEIGHT + KEYS_HEIGHT + 8

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, "keys: click to play, again to release; or MIDI")
        shown = Rectangle(x + 8, y + HEADING_HEIGHT, PANEL_WIDTH - 16, KEYS_HEIGHT)
        place = Rectangle(BEHIND_LEFT, board.row(2), 336, KEYS_HEIGHT)
        range_ = HIGHEST_KEY - LOWEST_KEY + 1
        keys.append(
            board.patcher.ui("kslider", place, shown, 2, ("int", "int"), mode=1, offset=LOWEST_KEY, range=range_)
        )

    return Block(height, draw)


def _pad_block(board: Board, pair: Sequence[Control], knobs: dict[str, Knob]) -> list[Block]:
    """A pad for the first two axes that all voices have in common."""
    if not pair:
        return []
    height = HEADING_HEIGHT + PAD_SIDE + 6

    def draw(x: int, y: int) -> None:
        board.backdrop(x, y, height, "pad of all voices: drag")
        top = y + HEADING_HEIGHT
        for number, control in enumerate(pair):
            cell = Rectangle(x + 210, top + CELL_HEIGHT * number, 62, CELL_HEIGHT)
            knobs[control.id] = board.knob(control, cell)
        board.pad(Rectangle(x + 9, top, PAD_SIDE, PAD_SIDE), *(knobs[one.id] for one in pair))

    return [Block(height, draw)]
