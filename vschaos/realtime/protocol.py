"""What the engine process takes and tells: torch-free, shared with the studio.

Orders come in as lines on standard input (``vschaos engine``), events go out on standard output. The first
event is :class:`EngineReady`; a :class:`Snapshot` follows up to 60 times a second while anything changes, and
at least twice a second otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from vschaos.messages import Codec

# ── orders ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class LoadInstrument:
    """Open an instrument file and swap it in, cross-faded; the old one goes on sounding if it cannot be read."""

    path: str


@dataclass(frozen=True)
class SetControl:
    """Move one control of the table (`vschaos.performance.controls`), in the control's own unit.

    ``values`` has one number for most controls, two for ``pad``, and one per axis for ``latents``.
    """

    control: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class SelectDevice:
    """Play through this output device; an empty name means the system's default."""

    name: str


@dataclass(frozen=True)
class RefreshDevices:
    """Look for output devices again; answered by :class:`Devices`."""


@dataclass(frozen=True)
class ConfigureOsc:
    """Listen and mirror on these UDP ports of 127.0.0.1, or fall silent."""

    enabled: bool
    in_port: int
    out_port: int


@dataclass(frozen=True)
class PlaySound:
    """Play an audio file from its beginning, once, beside the instrument or without one; `Snapshot.auditioning` tells.

    Any file that libsndfile reads; its channels are mixed to one. One that cannot be read becomes a :class:`Notice`.
    """

    path: str


@dataclass(frozen=True)
class StopSound:
    """Fade out the file that plays, if one does."""


@dataclass(frozen=True)
class Shutdown:
    """Fade out and end the process. A closed standard input means the same."""


# ── events ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class EngineReady:
    """The engine has loaded its libraries, which took ``startup_s`` seconds, and takes orders."""

    version: str
    startup_s: float = 0.0


@dataclass(frozen=True)
class InstrumentLoaded:
    """The instrument now playing; ``labels`` names those that can be set."""

    path: str
    name: str
    latent_dims: int
    sample_rate_hz: int
    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class OutputDevice:
    """An output that PortAudio offers."""

    name: str
    host_api: str
    channels: int
    sample_rate_hz: float
    default: bool


@dataclass(frozen=True)
class Devices:
    """All outputs; an empty tuple where the computer has none."""

    outputs: tuple[OutputDevice, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A sentence for the user, with what helps."""

    sentence: str
    remedy: str
    is_error: bool = True


class StreamStatus(Enum):
    """Whether sound leaves the computer."""

    NO_INSTRUMENT = "no_instrument"
    NO_DEVICE = "no_device"
    RUNNING = "running"


@dataclass(frozen=True)
class OscStatus:
    """Counts since the start, and the last error as ``address: sentence``."""

    listening: bool = False
    in_port: int = 0
    out_port: int = 0
    received: int = 0
    sent: int = 0
    rejected: int = 0
    last_error: str = ""


@dataclass(frozen=True)
class LabelValue:
    """A label of the instrument, by name, and its present value."""

    name: str
    value: float


@dataclass(frozen=True)
class Snapshot:
    """The performance state and the engine's health at one moment. The view polls it; nothing waits on it.

    ``latent`` holds the instrument's latent coordinates (the first two are the pad), each in −1…1.
    ``auditioning`` is the path of the audio file that plays, as it was ordered; empty if none does.
    ``level_db`` is the peak of the last block; ``latency_ms`` is from a control to the loudspeaker (queue,
    device and the half of the synthesis window); ``load`` is the share of a block's time that rendering takes.
    """

    latent: tuple[float, ...] = ()
    labels: tuple[LabelValue, ...] = ()
    noise: float = 0.0
    phase_mode: int = 0
    gain_db: float = 0.0
    playing: bool = False
    stream: StreamStatus = StreamStatus.NO_INSTRUMENT
    device: str = ""
    level_db: float = -120.0
    latency_ms: float = 0.0
    load: float = 0.0
    underruns: int = 0
    realtime_priority: bool = False
    osc: OscStatus = field(default_factory=OscStatus)
    auditioning: str = ""


@dataclass(frozen=True)
class Figures:
    """How playing went; the last event of an engine that ends in order.

    Durations of rendering a hop and between two callbacks, as quantiles; ``shortages`` are the underruns for which
    the engine came late, rather than the device or its server; ``queue_samples`` is how many samples the
    engine kept waiting at last; ``first_sound_s`` is from the start of the engine to the first sample that was not
    zero in a callback, 0 if there was none.
    """

    hops: int = 0
    hop_p50_ms: float = 0.0
    hop_p999_ms: float = 0.0
    hop_max_ms: float = 0.0
    callbacks: int = 0
    callback_interval_p999_ms: float = 0.0
    underruns: int = 0
    shortages: int = 0
    queue_samples: int = 0
    first_sound_s: float = 0.0
    realtime_priority: bool = False
    latency_ms: float = 0.0


ORDERS = Codec((LoadInstrument, SetControl, SelectDevice, RefreshDevices, ConfigureOsc, PlaySound, StopSound, Shutdown))
EVENTS = Codec((EngineReady, InstrumentLoaded, Devices, Notice, Snapshot, Figures))
