"""The control table: every control of a playing instrument, each declared once. Pure Python."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vschaos.performance import beats
from vschaos.performance.controls import Control, Group, Kind, Label, Playable

LATENT_SMOOTHING_MS = 12.0
GAIN_SMOOTHING_MS = 10.0
PLAY_SMOOTHING_MS = 20.0
NOISE = 0.0
LIFE = EVEN = 1.0
SILENT_DB = -60.0
"""The lowest value of a level that is a control: silence."""
LOUDEST_DB = 24.0
"""By how much the pad's sound is made louder at most."""

MOST_BEND_CENTS = 1200.0
"""By which the control bends up or down at most."""

PHASE_MODES = ("gradient", "random")
TERRAIN = "terrain"
"""The map: a touch moves all coordinates, and the control itself keeps where it was touched last."""

LABEL = "label."
"""Before the name of a label, its control's id."""

MOST_AXES = 256
"""Latent dimensions that a file or a message may speak of; an instrument with fewer passes over the others."""

MOST_VOICES = 64
SNAPSHOTS = 32
"""Places for snapshots, numbered from 1."""

LFO_SHAPES = ("off", "sine", "triangle", "saw", "square", "random", "drift", "walk")
TRAJECTORIES = (
    "off",
    "sin",
    "triangle",
    "line",
    "saw",
    "square",
    "ellipse",
    "lissajous",
    "spiral",
    "random",
    "brownian",
)
"""Shapes of `vschaos.latent.trajectories` that the playing point can follow, all axes at once."""


def control_table(playable: Playable) -> tuple[Control, ...]:
    """The controls of an instrument with at least one latent dimension."""
    axes = range(1, playable.latent_dims + 1)
    return (
        *_all_coordinates(playable),
        *((_ON_THE_MAP,) if playable.terrain else ()),
        *(_label(label) for label in playable.labels),
        *_SOUND,
        *_ENVELOPE,
        *_INPUT,
        *(
            _control(f"input.scale.z{k}", 0.0, 4.0, 1.0, f"How far axis {k} follows the input.", Group.INPUT, kept=True)
            for k in axes
        ),
        *_TEMPO,
        *(control for k in axes for control in _lfo(k)),
        *_TRAJECTORY,
        *_GESTURE,
        *_SNAPSHOT,
        *_TRANSPORT,
    )


def axis_id(axis: int) -> str:
    """Id of the control of one latent coordinate, counted from 0."""
    return f"latent.z{axis + 1}"


def label_id(name: str) -> str:
    """Id of the control of a label."""
    return f"{LABEL}{name}"


def is_axis(control: Control) -> bool:
    """Whether a control is one latent coordinate under its own name, not the pad's."""
    return len(control.axes) == 1 and control.id == axis_id(control.axes[0])


def single_values(control_id: str, values: Sequence[float]) -> dict[str, float]:
    """The values of a touch by id, one each: ``pad`` is ``latent.z1`` and ``latent.z2``, whatever the instrument."""
    axes = AXES.get(control_id)
    if axes is None:
        return {control_id: values[0]}
    return {axis_id(axis): value for axis, value in zip(axes, values, strict=False)}


def _all_coordinates(playable: Playable) -> tuple[Control, ...]:
    axes = tuple(range(playable.latent_dims))
    home = (*playable.home, 0.0, 0.0)
    return (
        _coordinates("pad", "Position on the pad: latent coordinates 1 and 2.", axes[:2], count=2),
        # Not mirrored: Pd's [route pad] would take /vs/pad/x for a position of /vs/pad.
        _coordinates("pad.x", "Horizontal position on the pad: latent coordinate 1.", (0,), home[0], mirrored=False),
        _coordinates("pad.y", "Vertical position on the pad: latent coordinate 2.", axes[1:2], home[1], mirrored=False),
        *(
            _coordinates(axis_id(axis), f"Latent coordinate {k}, along principal axis {k}.", (axis,), home[axis])
            for k, axis in enumerate(axes, start=1)
        ),
        _coordinates("latents", "All latent coordinates at once.", axes, count=len(axes), kept=True),
    )


def _control(
    control_id: str, low: float, high: float, default: float, help_text: str, group: Group, **options: Any
) -> Control:
    return Control(control_id, "/" + control_id.replace(".", "/"), low, high, default, help_text, group, **options)


def _coordinates(
    control_id: str, help_text: str, axes: tuple[int, ...], default: float = 0.0, **options: Any
) -> Control:
    smoothing_ms = LATENT_SMOOTHING_MS
    return _control(
        control_id, -1.0, 1.0, default, help_text, Group.PLACE, axes=axes, smoothing_ms=smoothing_ms, **options
    )


AXES = {control.id: control.axes for control in _all_coordinates(Playable(MOST_AXES))}
"""The latent coordinates of each control that has some, by its id."""

_ON_THE_MAP = _coordinates(
    TERRAIN,
    "Position on the map of the sounds: moves all latent coordinates to the sound there.",
    (),
    count=2,
    on_map=True,
)


def _label(label: Label) -> Control:
    meaning = f"The label “{label.name}” of the sound."
    if label.classes:
        first, last = round(label.low), round(label.low) + len(label.classes) - 1
        meaning = (
            f"The label “{label.name}” of the sound: {first} is “{label.classes[0]}”, {last} is “{label.classes[-1]}”."
        )
    return _control(
        label_id(label.name),
        label.low,
        label.high,
        label.default,
        meaning,
        Group.LABEL,
        kind=Kind.CHOICE if label.whole else Kind.CONTINUOUS,
        label=label.name,
        names=label.classes,
        kept=True,
    )


def _choice(control_id: str, names: tuple[str, ...], help_text: str, group: Group) -> Control:
    high = len(names) - 1.0
    return _control(control_id, 0.0, high, 0.0, help_text, group, kind=Kind.CHOICE, names=names, kept=True)


def _time(control_id: str, low: float, high: float, default: float, help_text: str) -> Control:
    return _control(control_id, low, high, default, help_text, Group.ENVELOPE, unit="s", kept=True, logarithmic=True)


def _rate(control_id: str, high: float, default: float, help_text: str) -> Control:
    return _control(control_id, 0.01, high, default, help_text, Group.MOTION, unit="Hz", kept=True, logarithmic=True)


def _beats(control_id: str, help_text: str) -> Control:
    return _choice(control_id, beats.CHOICES, help_text, Group.MOTION)


def _switch(control_id: str, default: float, help_text: str, group: Group, **options: Any) -> Control:
    return _control(control_id, 0.0, 1.0, default, help_text, group, kind=Kind.SWITCH, **options)


def _trigger(control_id: str, help_text: str, group: Group) -> Control:
    return _control(control_id, 0.0, 1.0, 0.0, help_text, group, kind=Kind.TRIGGER, count=0)


def _numbered(control_id: str, help_text: str, count: int = 1) -> Control:
    low = 0.0 if count > 1 else 1.0
    return _control(control_id, low, float(SNAPSHOTS), low, help_text, Group.SNAPSHOT, kind=Kind.COMMAND, count=count)


def _lfo(axis: int) -> tuple[Control, ...]:
    name = f"lfo.z{axis}"
    depth = f"Depth of the movement of axis {axis}, to either side."
    return (
        _choice(
            f"{name}.shape", LFO_SHAPES, f"Shape of the movement of axis {axis} around its position.", Group.MOTION
        ),
        _rate(f"{name}.rate", 20.0, 0.5, f"Rate of the movement of axis {axis}."),
        _beats(f"{name}.beats", f"Beats in which the movement of axis {axis} is repeated; off: by its rate."),
        _control(f"{name}.depth", 0.0, 1.0, 0.5, depth, Group.MOTION, kept=True),
    )


_SOUND = (
    _control(
        "noise",
        -1.0,
        1.0,
        NOISE,
        "More noise, or less, than was learned: −1 is all tone, 1 all noise but for clear tones.",
        Group.SOUND,
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
    _control(
        "life",
        0.0,
        2.0,
        LIFE,
        "How much a held sound moves by itself. 1 is as much as in the training sounds, 0 is still.",
        Group.SOUND,
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
    _control(
        "wander",
        0.0,
        1.0,
        0.0,
        "How much the instrument plays by itself, in phrases like those of its sounds. 0: you lead, 1: it leads.",
        Group.SOUND,
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
    _control(
        "even",
        0.0,
        1.0,
        EVEN,
        "How much all places are made as loud as the start. 0 leaves them as they were learned.",
        Group.SOUND,
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
    _choice(
        "phase",
        PHASE_MODES,
        "Clear tones, or rough ones: the phase follows the gradient of the spectrum, or chance.",
        Group.SOUND,
    ),
    _control(
        "level",
        SILENT_DB,
        LOUDEST_DB,
        0.0,
        "Level of the pad's sound, before the gain; −60 is silence. Gestures keep how loud a phrase was with it.",
        Group.SOUND,
        unit="dB",
        smoothing_ms=GAIN_SMOOTHING_MS,
    ),
    _control(
        "gain",
        SILENT_DB,
        12.0,
        0.0,
        "Output level; −60 is silence.",
        Group.SOUND,
        unit="dB",
        smoothing_ms=GAIN_SMOOTHING_MS,
    ),
    _control(
        "bend",
        -MOST_BEND_CENTS,
        MOST_BEND_CENTS,
        0.0,
        "Pitch bend of all that sounds, in cents: 100 are a semitone.",
        Group.SOUND,
        unit="¢",
    ),
    _control(
        "glide",
        0.0,
        5.0,
        0.0,
        "Time that the sound takes to follow the pad and the axes.",
        Group.SOUND,
        unit="s",
        kept=True,
    ),
    _control(
        "spread",
        0.0,
        1.0,
        0.0,
        "Stereo: how different left and right sound. 0 is mono.",
        Group.SOUND,
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
)

_ENVELOPE = (
    _time("envelope.attack", 0.002, 5.0, 0.01, "How long a note takes to become as loud as it gets."),
    _time("envelope.decay", 0.005, 5.0, 0.3, "How long a note then takes to fall to its sustain level."),
    _control(
        "envelope.sustain", 0.0, 1.0, 0.8, "How loud a note stays while its key is held.", Group.ENVELOPE, kept=True
    ),
    _time("envelope.release", 0.005, 10.0, 0.3, "How long a note takes to fade when its key is let go."),
    _control(
        "voices",
        1.0,
        float(MOST_VOICES),
        8.0,
        "How many MIDI notes can sound at once.",
        Group.ENVELOPE,
        kind=Kind.CHOICE,
    ),
)

_INPUT = (
    _switch("input", 0.0, "The instrument follows the timbre of the live input.", Group.INPUT),
    _control(
        "input.gate",
        -90.0,
        0.0,
        -60.0,
        "Level below which the input counts as silence.",
        Group.INPUT,
        unit="dB",
        kept=True,
    ),
    _control(
        "input.mix",
        0.0,
        1.0,
        1.0,
        "0 is the input itself, 1 the instrument alone.",
        Group.INPUT,
        smoothing_ms=GAIN_SMOOTHING_MS,
        kept=True,
    ),
    _switch(
        "input.phase", 0.0, "Keep the input's phase: closer to it, and noise has no effect.", Group.INPUT, kept=True
    ),
)

_TEMPO = (
    _control(
        "tempo",
        20.0,
        400.0,
        120.0,
        "Tempo of what is repeated in beats, in beats a minute.",
        Group.MOTION,
        unit="BPM",
        logarithmic=True,
    ),
    _switch("tempo.midi", 1.0, "The tempo follows the clock of a MIDI input, where one sends it.", Group.MOTION),
)

_TRAJECTORY = (
    _choice("trajectory", TRAJECTORIES, "Path that all axes follow, around their positions.", Group.MOTION),
    _rate("trajectory.rate", 5.0, 0.1, "How often the path is repeated in a second."),
    _beats("trajectory.beats", "Beats in which the path is repeated; off: by its rate."),
    _control("trajectory.size", 0.0, 1.0, 0.5, "Size of the path.", Group.MOTION, kept=True),
    _control(
        "trajectory.seed",
        0.0,
        999.0,
        0.0,
        "Another number is another path of the same shape.",
        Group.MOTION,
        kind=Kind.CHOICE,
        kept=True,
    ),
)

_GESTURE = (
    _switch("gesture.record", 0.0, "Record what you move as a gesture; switching off ends it.", Group.GESTURE),
    _switch("gesture.play", 0.0, "Play the recorded gesture.", Group.GESTURE),
    _switch("gesture.loop", 1.0, "Start again at the end of the gesture.", Group.GESTURE),
    _switch(
        "gesture.overdub", 0.0, "While the gesture plays, what you move replaces what was recorded.", Group.GESTURE
    ),
    _control("gesture.speed", 0.1, 4.0, 1.0, "Speed of the gesture.", Group.GESTURE, logarithmic=True),
    _switch(
        "gesture.beats", 0.0, "Play the gesture slightly faster or slower, so that it lasts whole beats.", Group.GESTURE
    ),
    _trigger("gesture.clear", "Delete the gesture.", Group.GESTURE),
    _trigger("gesture.undo", "Restore the gesture that was replaced, changed or deleted last.", Group.GESTURE),
)

_SNAPSHOT = (
    _numbered("snapshot.store", "Store the present sound under this number."),
    _numbered("snapshot.recall", "Recall the sound of this number."),
    _numbered("snapshot.clear", "Delete the sound of this number."),
    _trigger("snapshot.undo", "Restore the sound that was overwritten or deleted last.", Group.SNAPSHOT),
    _numbered("snapshot.morph", "Between the sounds of two numbers: how far from the first, 0…1.", count=3),
    _control(
        "snapshot.amount",
        0.0,
        1.0,
        0.0,
        "How far the last morph has gone to its second sound.",
        Group.SNAPSHOT,
    ),
    _switch("snapshot.b", 0.0, "Two sounds side by side: 0 is A, 1 is B; each keeps its changes.", Group.SNAPSHOT),
)

_TRANSPORT = (
    _switch("freeze", 0.0, "Hold the sound as it is, whatever moves.", Group.TRANSPORT),
    _switch("play", 0.0, "1 plays, 0 fades out.", Group.TRANSPORT, smoothing_ms=PLAY_SMOOTHING_MS),
    _trigger("panic", "Silence at once, and reset.", Group.TRANSPORT),
)
