"""The Pure Data patch that plays an export by notes, in eight voices; and the patch of a voice, which it clones.

A note is heard as late as the object is: its labels and its envelope arrive together. Only voices that sound compute.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from vschaos.data.pitch.notes import OCTAVE, PITCH
from vschaos.export.describe import played_labels
from vschaos.export.description import ExportDescription
from vschaos.export.patch_controls import LEVEL, SOUNDING, Played, played, rate_sentence
from vschaos.export.pd_parts import (
    SOUND,
    Block,
    about,
    attributes_window,
    level_window,
    model,
    rate_window,
    sheet,
    sounded,
)
from vschaos.export.pd_play import PAD_HEIGHT, PLANE, draw_surfaces, surface_window
from vschaos.patching.panels import AXES_IN_SIGHT, HEADING_HEIGHT, ROW_HEIGHT, Panel, further_axes, heading_height
from vschaos.patching.pd_canvas import COMMA, Canvas, MessageAtoms, PdBox, Separator, Wire
from vschaos.patching.pd_dials import ALARM, PANEL_WIDTH, WINDOW_HEIGHT, WINDOW_WIDTH, draw, local
from vschaos.patching.pd_loops import each, name_lines, named
from vschaos.patching.pd_workings import PITCH as ROW
from vschaos.performance.controls import Control, Kind

VOICES = 8
LEAST_BUFFER = 1024
"""Of a voice, in samples: a note is heard sooner than with the buffer of the other patches."""
VOICE = Control(
    "voice",
    "/voice",
    0.0,
    VOICES,
    0.0,
    "",
    kind=Kind.CHOICE,
    names=("all", *map(str, range(1, VOICES + 1))),
)
ATTACK = Control("attack", "/attack", 1.0, 5000.0, 20.0, "", unit="ms", logarithmic=True)
RELEASE = Control("release", "/release", 1.0, 10_000.0, 300.0, "", unit="ms", logarithmic=True)
KEYS, LOWEST_KEY, HIGHEST_KEY, MIDDLE_C = 13, 0, 115, 60
KEY, FIRST_KEY, STOP, NOTE = local("key"), local("first-key"), local("stop"), local("note")
KEY_VELOCITY, KEY_MS = 100, 1000
NOTES_HEIGHT = heading_height(5)
_NAMES, _PLACES, _MOVED, _PLACED, _VOICES = (
    local("axis", "names"),
    local("places"),
    local("moved"),
    local("placed"),
    local("voices"),
)
_AXES_A_WINDOW, _READY_MS = 54, 200
_SPREAD = 0.5
_INLETS_A_WINDOW = 22


def pitched(description: ExportDescription) -> bool:
    """Whether a note's pitch can be chosen: the decoder has the label of pitch classes."""
    return any(_label_name(description, row) == PITCH.name for row in range(len(played_labels(description.labels))))


def poly_patch(description: ExportDescription) -> Canvas:
    """Eight voices by notes: those of MIDI, of messages, and of a row of keys."""
    controls, by_pitch = played(description, "decode"), pitched(description)
    axes = controls.axes
    has_pad = len(axes) > 1
    beside = axes[2:] if has_pad else axes
    surfaces = [(PLANE, axes[:2])] if has_pad else []
    labels = [one for row, one in enumerate(controls.labels) if _label_name(description, row) not in _by_note(by_pitch)]
    buffer = _buffer(description)
    late_ms = description.in_ms(_late(description))
    sentences = (
        rate_sentence(description),
        "a note chooses the labels of its pitch"
        if by_pitch
        else "the instrument has no pitch to be chosen: each voice has a place of its own",
        f"notes come by MIDI, or are sent to {description.name}-note as a list: key, velocity",
        f"a note is heard after {late_ms:.0f} ms, with a buffer of {buffer}",
        "places are saved with the patch",
    )
    blocks = [about(description, sentences), SOUND, Block(NOTES_HEIGHT, _notes(_first_key(description)))]
    if has_pad:
        blocks.append(Block(PAD_HEIGHT, lambda patch, x, y: draw_surfaces(patch, x, y, description, surfaces)))
    blocks.append(Block(heading_height(1), _draw_voice))
    return sheet(
        blocks,
        [
            Panel("axes", beside[:AXES_IN_SIGHT]),
            Panel("labels", tuple(labels)),
            Panel("attributes", controls.attributes),
        ],
        further_axes(beside),
        [SOUNDING, LEVEL, ATTACK, RELEASE, VOICE, *(axes[:2] if has_pad else ())],
        [_voices(description)],
        [
            level_window(description.make_up_db),
            rate_window(description),
            attributes_window(controls.attributes),
            _heard_notes(description),
            _places(controls, _start(controls, by_pitch), 0 if by_pitch else 1),
            *_moves(axes),
            *([surface_window(surfaces)] if surfaces else []),
        ],
    )


def voice_patch(description: ExportDescription) -> Canvas:
    """One voice, ``[NAME-voice NUMBER PATCH]``: it gets ``note KEY VELOCITY`` and ``place AXIS VALUE``."""
    controls, by_pitch = played(description, "decode"), pitched(description)
    patch = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT)
    late_ms = round(description.in_ms(_late(description)))
    ways = patch.flow(20, 15, ("inlet",), ("route", "note", "place"))[-1]
    place = patch.flow(420, 15, ("unpack", "f", "f"), ("makefilename", "$0-axis-%d"), ("t", "b", "a"))
    held, send = patch.obj(560, 15 + ROW, "f"), patch.obj(620, 15 + ROW, "send")
    patch.connect(ways, 1, place[0])
    patch.connect(place[0], 1, held, 1)
    patch.connect(place[-1], 1, send, 1)
    patch.connect(place[-1], 0, held)
    patch.connect(held, 0, send)
    note = patch.obj(20, 15 + 2 * ROW, "unpack", "f", "f")
    patch.connect(ways, 0, note)
    if by_pitch:
        pitch = patch.flow(420, 15 + 3 * ROW, ("t", "f", "f"), ("mod", 12), ("s", f"$0-{PITCH.name}"))
        octave = patch.flow(420, 15 + 4 * ROW, ("div", 12), ("-", 1), ("s", f"$0-{OCTAVE.name}"))
        patch.connect(note, 0, pitch[0])
        patch.connect(pitch[0], 1, octave[0])
    velocity = patch.obj(20, 15 + 3 * ROW, "t", "f", "f")
    patch.connect(note, 1, velocity)
    envelope = _envelope(patch, velocity, late_ms)
    enable = _enable(patch, velocity, late_ms)
    box = model(patch, 20, 540, description, "decode", _buffer(description), heard="$2-set")
    patch.connect(enable, 0, box)
    for first in range(0, len(controls.inlets), _INLETS_A_WINDOW):
        rows = range(first, min(first + _INLETS_A_WINDOW, len(controls.inlets)))
        window = patch.canvas(
            20 + 100 * (first // _INLETS_A_WINDOW), 460, _inlets(description, controls, rows, by_pitch)
        )
        for outlet, row in enumerate(rows):
            patch.connect(window, outlet, box, row)
    out = patch.flow(20, 580, ("*~",), ("outlet~",))[0]
    patch.connect(box, 0, out)
    patch.connect(envelope, 0, out, 1)
    return patch


def _envelope(patch: Canvas, velocity: PdBox, late_ms: int) -> PdBox:
    """The square of the velocity, when what the note chose is heard."""
    y = 15 + 5 * ROW
    late = patch.flow(20, y, ("pipe", late_ms), ("t", "f", "f"))
    patch.connect(velocity, 0, late[0])
    level = patch.flow(20, y + 2 * ROW, ("/", 127), ("t", "f", "f"), ("*",), ("pack", "f", "f"), ("line~",))
    patch.connect(level[1], 1, level[2], 1)
    patch.connect(late[-1], 0, level[0])
    ends = patch.obj(260, y, "sel", 0)
    patch.connect(late[-1], 1, ends)
    for outlet, control in enumerate((RELEASE, ATTACK)):
        time = patch.flow(340, y + outlet * ROW, ("t", "b"), ("value", _of_patch(control)))
        patch.connect(ends, outlet, time[0])
        patch.connect(time[-1], 0, level[3], 1)
    return level[-1]


def _enable(patch: Canvas, velocity: PdBox, late_ms: int) -> PdBox:
    """The object computes from the beginning of a note to the end of its release."""
    y = 15 + 9 * ROW
    ends, begins = patch.obj(20, y, "sel", 0), patch.obj(100, y, "t", "b", "b")
    patch.connect(velocity, 1, ends)
    wait = patch.flow(20, y + ROW, ("t", "b"), ("value", _of_patch(RELEASE)), ("+", late_ms + _READY_MS), ("delay",))
    stop, on, off = patch.msg(260, y, "stop"), patch.msg(320, y, 1), patch.msg(480, y + ROW, 0)
    enable = patch.msg(540, y, "enable", "$1")
    patch.connect(ends, 0, wait[0])
    patch.connect(ends, 1, begins)
    patch.connect(begins, 1, stop)
    patch.connect(begins, 0, on)
    patch.connect(stop, 0, wait[-1])
    patch.connect(wait[-1], 0, off)
    patch.connect(patch.obj(400, y, "loadbang"), 0, off)
    patch.connect(on, 0, enable)
    patch.connect(off, 0, enable)
    return enable


def _inlets(description: ExportDescription, controls: Played, rows: range, by_pitch: bool) -> Canvas:
    """A signal for each inlet: the voice's own place, the note's labels, and the patch's."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"inlets-{rows[0] + 1}")
    for number, row in enumerate(rows):
        control, y = controls.inlets[row], 15 + 28 * number
        label = _label_name(description, row - controls.coordinates) if row >= controls.coordinates else ""
        if not label:
            line = (("r", f"$0-axis-{row + 1}"),)
        elif label in _by_note(by_pitch):
            line = ("r", f"$0-{label}"), ("clip", control.low, control.high)
        else:
            line = (("r", _of_patch(control)),)
        signal = canvas.flow(20, y, *line, ("sig~", control.default))[-1]
        canvas.connect(signal, 0, canvas.obj(500 + 2 * number, y, "outlet~"))
    return canvas


# ── the patch around the voices ───────────────────────────────────────────────────────────────────────────


def _label_name(description: ExportDescription, row: int) -> str:
    """The name of the label of an inlet, counted after the coordinates."""
    return description.labels[played_labels(description.labels)[row]].name


def _by_note(by_pitch: bool) -> tuple[str, ...]:
    """The labels that a note chooses."""
    return (PITCH.name, OCTAVE.name) if by_pitch else ()


def _of_patch(control: Control) -> str:
    """The name of a control, to a voice of the patch."""
    return local(control.id).replace("$0", "$2")


def _buffer(description: ExportDescription) -> int:
    return max(LEAST_BUFFER, description.ratio)


def _late(description: ExportDescription) -> int:
    return description.late_samples("decode", _buffer(description))


def _first_key(description: ExportDescription) -> int:
    """The lowest of the keys in the patch: a C of the octave in which the instrument starts."""
    octave = next((label.default for label in description.labels if label.name == OCTAVE.name), 4)
    return 12 * (round(octave) + 1)


def _start(controls: Played, by_pitch: bool) -> list[float]:
    """The places of all voices: one where the voices differ by their notes, else around it."""
    home = [control.default for control in controls.axes]
    places: list[float] = []
    for voice in range(VOICES):
        place = list(home)
        if not by_pitch:
            angle = 2 * math.pi * voice / VOICES
            for axis, way in zip(range(min(2, len(home))), (math.cos(angle), math.sin(angle)), strict=False):
                place[axis] = round(min(max(home[axis] + _SPREAD * way, -1.0), 1.0), 3)
        places += place
    return places


def _notes(first_key: int) -> Callable[[Canvas, int, int], None]:
    def drawn(patch: Canvas, x: int, y: int) -> None:
        patch.cnv(x, y, PANEL_WIDTH, NOTES_HEIGHT, "notes")
        top = y + HEADING_HEIGHT
        patch.text(x + 6, top, "keys", 12)
        patch.hradio(x + 98, top, KEYS, 0, Wire(KEY))
        top += ROW_HEIGHT
        patch.text(x + 6, top, "first key", 12)
        patch.nbx(x + 98, top, LOWEST_KEY, HIGHEST_KEY, first_key, Wire(FIRST_KEY), 1)
        patch.text(x + 190, top, "60 is middle C", 20)
        for control in (ATTACK, RELEASE):
            top += ROW_HEIGHT
            draw(patch, x + 6, top, control, init=True)
        top += ROW_HEIGHT
        patch.text(x + 6, top, "stop all", 12)
        patch.bng(x + 98, top, Wire(STOP), colour=ALARM)

    return drawn


def _draw_voice(patch: Canvas, x: int, y: int) -> None:
    patch.cnv(x, y, PANEL_WIDTH, heading_height(1), "whose place is moved")
    draw(patch, x + 6, y + HEADING_HEIGHT, VOICE, init=True)


def _voices(description: ExportDescription) -> Canvas:
    """The voices, and the way of their sound."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "voices")
    voices = canvas.flow(20, 20, ("r", _VOICES), ("clone", "-s", 1, f"{description.name}-voice", VOICES, "$0"))[-1]
    sounded(canvas, 20, 120, voices)
    return canvas


def _heard_notes(description: ExportDescription) -> Canvas:
    """Notes of MIDI, of messages and of the keys, to the voice that is free."""
    canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "notes")
    note = canvas.obj(20, 200, "pack", "f", "f")
    midi = canvas.obj(20, 20, "notein")
    canvas.connect(midi, 1, note, 1)
    canvas.connect(midi, 0, note)
    message = canvas.flow(160, 20, ("r", f"{description.name}-note"), ("unpack", "f", "f"))[-1]
    canvas.connect(message, 1, note, 1)
    canvas.connect(message, 0, note)
    key = canvas.flow(20, 80, ("r", KEY), ("+",), ("makenote", KEY_VELOCITY, KEY_MS))
    canvas.connect(canvas.obj(360, 80, "r", FIRST_KEY), 0, key[1], 1)
    canvas.connect(key[-1], 1, note, 1)
    canvas.connect(key[-1], 0, note)
    apart = canvas.flow(20, 240, ("unpack", "f", "f"), ("poly", VOICES, 1), ("pack", "f", "f", "f"))
    canvas.connect(note, 0, apart[0])
    canvas.connect(apart[0], 1, apart[1], 1)
    for outlet in (1, 2):
        canvas.connect(apart[1], outlet, apart[2], outlet)
    stop = canvas.flow(20, 150, ("r", STOP), MessageAtoms(("stop",)))[-1]
    canvas.connect(stop, 0, apart[1])
    line = canvas.flow(20, 290, MessageAtoms(("$1", "note", "$2", "$3")), ("s", _VOICES))
    canvas.connect(apart[2], 0, line[0])
    return canvas


def _moves(axes: Sequence[Control]) -> list[Canvas]:
    """Where an axis is moved, its number, from 1, and its value."""
    windows: list[Canvas] = []
    for first in range(0, len(axes), _AXES_A_WINDOW):
        canvas = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, f"moves-{first + 1}")
        for row, control in enumerate(axes[first : first + _AXES_A_WINDOW]):
            line = ("r", local(control.id)), MessageAtoms((first + row + 1, "$1")), ("s", _MOVED)
            canvas.flow(20 + 400 * (row // 18), 15 + ROW * (row % 18), *line)
        windows.append(canvas)
    return windows


def _places(controls: Played, start: Sequence[float], voice: int) -> Canvas:
    """The places of the voices, kept in the patch: what is moved goes to a voice, or to all."""
    canvas, axes, count = Canvas(WINDOW_WIDTH, WINDOW_HEIGHT, "places"), controls.axes, controls.coordinates
    canvas.array(20, 15, _PLACES, start)
    name_lines(canvas, 500, 15, _NAMES, axes)
    # What is moved, once the patch is open.
    moved = canvas.flow(20, 60, ("r", _MOVED), ("spigot",), ("list", "prepend", voice), ("route", 0))
    each_voice: list[int | str | Separator] = []
    for number in range(1, VOICES + 1):
        each_voice += [number, "$1", "$2", COMMA]
    everyone = canvas.msg(20, 100, *each_voice[:-1])
    canvas.connect(moved[-1], 0, everyone)
    placed = canvas.obj(620, 60, "s", _PLACED)
    canvas.connect(moved[-1], 1, placed)
    canvas.connect(everyone, 0, placed)
    # To the voice, and to the array.
    heard = canvas.flow(20, 150, ("r", _PLACED), ("t", "a", "a"))[-1]
    sent = canvas.flow(320, 150, MessageAtoms(("$1", "place", "$2", "$3")), ("s", _VOICES))
    canvas.connect(heard, 1, sent[0])
    kept = canvas.flow(
        20, 190, ("unpack", "f", "f", "f"), ("expr", f"($f1-1)*{count}+$f2-1"), ("pack", "f", "f"), ("s", _PLACES)
    )
    canvas.connect(heard, 0, kept[0])
    canvas.connect(kept[0], 1, kept[1], 1)
    canvas.connect(kept[0], 2, kept[2], 1)
    # A chosen voice shows its place.
    chosen = canvas.flow(20, 250, ("r", local(VOICE.id)), ("t", "f", "f"))[-1]
    canvas.connect(chosen, 1, moved[2], 1)
    shown = canvas.flow(300, 250, ("moses", 1))[0]
    canvas.connect(chosen, 0, shown)
    one, first = canvas.obj(400, 250, "t", "b", "f"), canvas.flow(480, 250, ("-", 1), ("*", count))
    canvas.connect(shown, 1, one)
    canvas.connect(one, 1, first[0])
    begin, number = each(canvas, 20, 290, count)
    canvas.connect(one, 0, begin)
    parts = canvas.obj(360, 320, "t", "f", "f")
    line, send = named(canvas, 460, 320, "send", _NAMES)
    value = canvas.flow(360, 390, ("+",), ("tabread", _PLACES))
    canvas.connect(first[-1], 0, value[0], 1)
    canvas.connect(number, 0, parts)
    canvas.connect(parts, 1, line)
    canvas.connect(parts, 0, value[0])
    canvas.connect(value[-1], 0, send)
    # When the patch is opened, all voices get their places.
    ready = canvas.flow(20, 440, ("loadbang",), ("delay", _READY_MS), ("t", "b", "b", "b"))[-1]
    begin, number = each(canvas, 20, 480, VOICES * count)
    canvas.connect(ready, 2, begin)
    place = canvas.obj(360, 510, "t", "f", "f", "f")
    canvas.connect(number, 0, place)
    whole = canvas.obj(420, 590, "pack", "f", "f", "f")
    for outlet, (objects) in enumerate(
        ((("div", count), ("+", 1)), (("mod", count), ("+", 1)), (("tabread", _PLACES),))
    ):
        parts = canvas.flow(460 + 160 * outlet, 550, *objects)
        canvas.connect(place, outlet, parts[0])
        canvas.connect(parts[-1], 0, whole, outlet)
    line = canvas.flow(620, 590, MessageAtoms(("$1", "place", "$2", "$3")), ("s", _VOICES))
    canvas.connect(whole, 0, line[0])
    canvas.connect(ready, 1, opened := canvas.msg(420, 440, 1))
    canvas.connect(opened, 0, moved[1], 1)
    again = canvas.flow(500, 440, ("value", local(VOICE.id)), ("s", local(VOICE.id)))[0]
    canvas.connect(ready, 0, again)
    return canvas
