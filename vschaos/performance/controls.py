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
    SWITCH = "switch"
    TRIGGER = "trigger"


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

    def clip(self, value: float) -> float:
        """The value, moved into range."""
        return min(max(value, self.low), self.high)


LATENT_SMOOTHING_MS = 20.0
GAIN_SMOOTHING_MS = 10.0
PLAY_SMOOTHING_MS = 20.0


def control_table(latent_dims: int) -> tuple[Control, ...]:
    """The controls of an instrument with this many latent dimensions (at least 1)."""
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
