"""The control table: every knob of a playing instrument, each declared once. Pure Python."""

from __future__ import annotations

from vschaos.performance.controls import Control, Group, Kind, Label, Playable

LATENT_SMOOTHING_MS = 12.0
GAIN_SMOOTHING_MS = 10.0
PLAY_SMOOTHING_MS = 20.0
NOISE = 0.0
PHASE_MODES = ("gradient", "random")
TERRAIN = "terrain"
"""The map: a touch moves all coordinates, and the control itself keeps where it was touched last."""

MOST_VOICES = 16
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
"""Shapes of `vschaos.latent.trajectories` that the playing point can be sent along, all axes at once."""


def control_table(playable: Playable) -> tuple[Control, ...]:
    """The controls of an instrument with at least one latent dimension."""
    dims = range(1, playable.latent_dims + 1)
    return (
        _coordinate("pad", "/pad", "Position on the pad: latent coordinates 1 and 2.", count=2),
        # Not mirrored: Pd's [route pad] would take /vs/pad/x for a position of /vs/pad.
        _coordinate("pad.x", "/pad/x", "Horizontal position on the pad: latent coordinate 1.", mirrored=False),
        _coordinate("pad.y", "/pad/y", "Vertical position on the pad: latent coordinate 2.", mirrored=False),
        *(
            _coordinate(f"latent.z{k}", f"/latent/z{k}", f"Latent coordinate {k}, along principal axis {k}.")
            for k in dims
        ),
        _coordinate("latents", "/latents", "All latent coordinates at once.", count=playable.latent_dims),
        *((_ON_THE_MAP,) if playable.terrain else ()),
        *(_label_control(label) for label in playable.labels),
        *_SOUND,
        *_ENVELOPE,
        *_INPUT,
        *(_amount(f"input.scale.z{k}", 0.0, 4.0, 1.0, f"How far axis {k} follows the input.") for k in dims),
        *(control for k in dims for control in _lfo(k)),
        *_TRAJECTORY,
        *_GESTURE,
        *_SNAPSHOT,
        *_TRANSPORT,
    )


def _address(control_id: str) -> str:
    return "/" + control_id.replace(".", "/")


def _coordinate(control_id: str, address: str, help_text: str, count: int = 1, mirrored: bool = True) -> Control:
    return Control(
        control_id,
        address,
        -1.0,
        1.0,
        0.0,
        help_text,
        Group.PLACE,
        count=count,
        smoothing_ms=LATENT_SMOOTHING_MS,
        mirrored=mirrored,
        kept=control_id == "latents",
    )


_ON_THE_MAP = _coordinate(
    TERRAIN, "/terrain", "Place on the map of the sounds: moves all latent coordinates to what lies there.", count=2
)


def _label_control(label: Label) -> Control:
    meaning = f"The label “{label.name}” of the sound"
    if label.classes:
        first = round(label.low)
        meaning += f": {first} is {label.classes[0]}, {first + len(label.classes) - 1} is {label.classes[-1]}"
    return Control(
        f"label.{label.name}",
        f"/label/{label.name}",
        label.low,
        label.high,
        label.default,
        f"{meaning}.",
        Group.LABEL,
        kind=Kind.CHOICE if label.whole else Kind.CONTINUOUS,
        label=label.name,
        names=label.classes,
        kept=True,
    )


def _amount(control_id: str, low: float, high: float, default: float, help_text: str) -> Control:
    return Control(control_id, _address(control_id), low, high, default, help_text, Group.INPUT, kept=True)


def _time(control_id: str, low: float, high: float, default: float, help_text: str) -> Control:
    return Control(
        control_id,
        _address(control_id),
        low,
        high,
        default,
        help_text,
        Group.ENVELOPE,
        "s",
        kept=True,
        logarithmic=True,
    )


def _lfo(axis: int) -> tuple[Control, ...]:
    name = f"lfo.z{axis}"
    return (
        Control(
            f"{name}.shape",
            _address(f"{name}.shape"),
            0.0,
            len(LFO_SHAPES) - 1.0,
            0.0,
            f"What moves axis {axis} by itself, around where the hand put it.",
            Group.MOTION,
            kind=Kind.CHOICE,
            names=LFO_SHAPES,
            kept=True,
        ),
        Control(
            f"{name}.rate",
            _address(f"{name}.rate"),
            0.01,
            20.0,
            0.5,
            f"How fast axis {axis} moves by itself.",
            Group.MOTION,
            "Hz",
            kept=True,
            logarithmic=True,
        ),
        Control(
            f"{name}.depth",
            _address(f"{name}.depth"),
            0.0,
            1.0,
            0.5,
            f"How far axis {axis} moves by itself, to either side.",
            Group.MOTION,
            kept=True,
        ),
    )


def _switch(control_id: str, default: float, help_text: str, group: Group, **options: object) -> Control:
    return Control(
        control_id,
        _address(control_id),
        0.0,
        1.0,
        default,
        help_text,
        group,
        kind=Kind.SWITCH,
        **options,  # pyright: ignore[reportArgumentType]
    )


_SOUND = (
    Control(
        "noise",
        "/noise",
        0.0,
        1.0,
        NOISE,
        "Breath: how free the phase is where the sound is noise. 0 is all tone.",
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
    Control(
        "phase",
        "/phase",
        0.0,
        len(PHASE_MODES) - 1.0,
        0.0,
        "Where the phase comes from: the gradient of the spectrum (clear), or chance (rough).",
        kind=Kind.CHOICE,
        names=PHASE_MODES,
        kept=True,
    ),
    Control(
        "gain",
        "/gain",
        -60.0,
        12.0,
        0.0,
        "Output level; −60 is silence.",
        unit="dB",
        smoothing_ms=GAIN_SMOOTHING_MS,
    ),
    Control(
        "glide",
        "/glide",
        0.0,
        5.0,
        0.0,
        "Time in which the sound follows the pad and the axes.",
        unit="s",
        kept=True,
    ),
    Control(
        "spread",
        "/spread",
        0.0,
        1.0,
        0.0,
        "Stereo: how far the left and the right ear are apart in the latent space. 0 is mono.",
        smoothing_ms=LATENT_SMOOTHING_MS,
        kept=True,
    ),
)

_ENVELOPE = (
    _time("envelope.attack", 0.002, 5.0, 0.01, "Time in which a MIDI note rises."),
    _time("envelope.decay", 0.005, 5.0, 0.3, "Time in which a MIDI note falls to its sustained level."),
    Control(
        "envelope.sustain",
        "/envelope/sustain",
        0.0,
        1.0,
        0.8,
        "Level at which a MIDI note is held.",
        Group.ENVELOPE,
        kept=True,
    ),
    _time("envelope.release", 0.005, 10.0, 0.3, "Time in which a MIDI note dies away."),
    Control(
        "voices",
        "/voices",
        1.0,
        float(MOST_VOICES),
        8.0,
        "How many MIDI notes can sound at once.",
        Group.ENVELOPE,
        kind=Kind.CHOICE,
    ),
)

_INPUT = (
    _switch("input", 0.0, "Live sound in moves the latent point: the instrument takes its timbre over.", Group.INPUT),
    Control(
        "input.gate",
        "/input/gate",
        -90.0,
        0.0,
        -60.0,
        "Level below which the input counts as silence.",
        Group.INPUT,
        "dB",
        kept=True,
    ),
    Control(
        "input.mix",
        "/input/mix",
        0.0,
        1.0,
        1.0,
        "0 is the input itself, 1 the instrument alone.",
        Group.INPUT,
        smoothing_ms=GAIN_SMOOTHING_MS,
        kept=True,
    ),
    _switch(
        "input.phase", 0.0, "Keep the input's phase: closer to it, and no choice of noise.", Group.INPUT, kept=True
    ),
)

_TRAJECTORY = (
    Control(
        "trajectory",
        "/trajectory",
        0.0,
        len(TRAJECTORIES) - 1.0,
        0.0,
        "A path that all axes go along by themselves, around where the hand put them.",
        Group.MOTION,
        kind=Kind.CHOICE,
        names=TRAJECTORIES,
        kept=True,
    ),
    Control(
        "trajectory.rate",
        "/trajectory/rate",
        0.01,
        5.0,
        0.1,
        "How often the path is gone through in a second.",
        Group.MOTION,
        "Hz",
        kept=True,
        logarithmic=True,
    ),
    Control("trajectory.size", "/trajectory/size", 0.0, 1.0, 0.5, "How large the path is.", Group.MOTION, kept=True),
    Control(
        "trajectory.seed",
        "/trajectory/seed",
        0.0,
        999.0,
        0.0,
        "Another path of the same kind.",
        Group.MOTION,
        kind=Kind.CHOICE,
        kept=True,
    ),
)

_GESTURE = (
    _switch("gesture.record", 0.0, "Take up what the hands do; switching off ends the gesture.", Group.GESTURE),
    _switch("gesture.play", 0.0, "Play the gesture that was taken up.", Group.GESTURE),
    _switch("gesture.loop", 1.0, "Begin again at its end.", Group.GESTURE),
    _switch("gesture.overdub", 0.0, "While it plays: what a hand moves replaces what it did before.", Group.GESTURE),
    Control(
        "gesture.speed",
        "/gesture/speed",
        0.1,
        4.0,
        1.0,
        "How fast the gesture plays.",
        Group.GESTURE,
        logarithmic=True,
    ),
    Control(
        "gesture.clear",
        "/gesture/clear",
        0.0,
        1.0,
        0.0,
        "Forget the gesture.",
        Group.GESTURE,
        kind=Kind.TRIGGER,
        count=0,
    ),
)


def _numbered(control_id: str, help_text: str, high: float = SNAPSHOTS, count: int = 1) -> Control:
    low = 0.0 if count > 1 or high == 1.0 else 1.0
    return Control(
        control_id,
        _address(control_id),
        low,
        float(high),
        low,
        help_text,
        Group.SNAPSHOT,
        kind=Kind.COMMAND,
        count=count,
    )


_SNAPSHOT = (
    _numbered("snapshot.store", "Keep the present sound under this number."),
    _numbered("snapshot.recall", "Bring the sound of this number back."),
    _numbered("snapshot.clear", "Forget the sound of this number."),
    _numbered("snapshot.morph", "Between the sounds of two numbers: how far from the first, 0…1.", count=3),
    _switch(
        "snapshot.b",
        0.0,
        "Two sounds side by side: 0 brings A back, 1 brings B; each keeps what is done to it.",
        Group.SNAPSHOT,
    ),
)

_TRANSPORT = (
    _switch("freeze", 0.0, "Hold the sound where it is, whatever moves.", Group.TRANSPORT),
    _switch("play", 0.0, "1 sounds, 0 fades out.", Group.TRANSPORT, smoothing_ms=PLAY_SMOOTHING_MS),
    Control(
        "panic",
        "/panic",
        0.0,
        1.0,
        0.0,
        "Silence at once, and a fresh start.",
        Group.TRANSPORT,
        kind=Kind.TRIGGER,
        count=0,
    ),
)
