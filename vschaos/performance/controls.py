"""The control table: every knob of a playing instrument, declared once.

The engine's state, the OSC server and mirror, the help, the patches and the window's dials are all made from
this table. Pure Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """How a control's values are to be read."""

    CONTINUOUS = "continuous"
    CHOICE = "choice"
    SWITCH = "switch"
    TRIGGER = "trigger"


@dataclass(frozen=True)
class Label:
    """A label that an instrument's sound is conditioned on, such as its pitch class.

    Attributes
    ----------
    name
        The task's name, fit for an address.
    low, high, default
        Range and start.
    whole
        Whether its values are numbers of classes.
    classes
        Names of the classes, from ``low`` on; may be empty.
    """

    name: str
    low: float
    high: float
    default: float
    whole: bool = True
    classes: tuple[str, ...] = ()

    def or_default(self, value: float) -> float:
        """A value of another instrument's label of this name, or the default where this one does not reach so far."""
        return value if self.low <= value <= self.high else self.default


@dataclass(frozen=True)
class Playable:
    """What an instrument lets be moved: its number of latent coordinates, and its labels."""

    latent_dims: int
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True)
class Control:
    """One control.

    Attributes
    ----------
    id
        Name in the code, in :class:`~vschaos.realtime.protocol.SetControl` and in project files.
    address
        OSC address below the prefix, such as ``/latent/z1``.
    low, high, default
        Range and start, in ``unit``; the same for each of ``count`` values.
    unit
        ``""`` for a bare number, ``"dB"``, ``"s"``.
    smoothing_ms
        Time constant with which the sound follows a change.
    help
        One sentence for tooltips and docs.
    mirrored
        Whether changes are told to OSC peers under this address, too.
    label
        Name of the label that it sets; empty for all others.
    names
        What the values of a choice mean, from ``low`` on; may be empty.
    """

    id: str
    address: str
    low: float
    high: float
    default: float
    help: str
    unit: str = ""
    kind: Kind = Kind.CONTINUOUS
    count: int = 1
    smoothing_ms: float = 0.0
    mirrored: bool = True
    label: str = ""
    names: tuple[str, ...] = ()

    def clip(self, value: float) -> float:
        """The value, moved into range; of a choice, the nearest whole one."""
        inside = min(max(value, self.low), self.high)
        return float(round(inside)) if self.kind is Kind.CHOICE else inside


LATENT_SMOOTHING_MS = 20.0
GAIN_SMOOTHING_MS = 10.0
PLAY_SMOOTHING_MS = 20.0
NOISE = 0.0
PHASE_MODES = ("gradient", "random")


def control_table(playable: Playable) -> tuple[Control, ...]:
    """The controls of an instrument with at least one latent dimension."""
    latent_dims = playable.latent_dims
    axes = tuple(
        _coordinate(f"latent.z{k}", f"/latent/z{k}", f"Latent coordinate {k}, along principal axis {k}.")
        for k in range(1, latent_dims + 1)
    )
    return (
        _coordinate("pad", "/pad", "Position on the pad: latent coordinates 1 and 2.", count=2),
        _coordinate("pad.x", "/pad/x", "Horizontal position on the pad: latent coordinate 1.", mirrored=False),
        _coordinate("pad.y", "/pad/y", "Vertical position on the pad: latent coordinate 2.", mirrored=False),
        *axes,
        _coordinate("latents", "/latents", "All latent coordinates at once.", count=latent_dims),
        *(_label_control(label) for label in playable.labels),
        Control(
            "noise",
            "/noise",
            0.0,
            1.0,
            NOISE,
            "Breath: how free the phase is where the sound is noise. 0 is all tone.",
            smoothing_ms=LATENT_SMOOTHING_MS,
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
        ),
        Control(
            "gain", "/gain", -60.0, 12.0, 0.0, "Output level; −60 is silence.", "dB", smoothing_ms=GAIN_SMOOTHING_MS
        ),
        Control(
            "play", "/play", 0.0, 1.0, 0.0, "1 sounds, 0 fades out.", kind=Kind.SWITCH, smoothing_ms=PLAY_SMOOTHING_MS
        ),
        Control("panic", "/panic", 0.0, 1.0, 0.0, "Silence at once, and a fresh start.", kind=Kind.TRIGGER, count=0),
    )


def _coordinate(control_id: str, address: str, help_text: str, count: int = 1, mirrored: bool = True) -> Control:
    # /vs/pad/x and /vs/pad/y are not mirrored: Pd's [route pad] would take them for positions of /vs/pad.
    return Control(
        control_id,
        address,
        -1.0,
        1.0,
        0.0,
        help_text,
        count=count,
        smoothing_ms=LATENT_SMOOTHING_MS,
        mirrored=mirrored,
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
        kind=Kind.CHOICE if label.whole else Kind.CONTINUOUS,
        label=label.name,
        names=label.classes,
    )
