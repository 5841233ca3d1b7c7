"""What the engine process takes and tells: torch-free, shared with the studio.

Orders come in as lines on standard input (``vschaos engine``), events go out on standard output. The first
event is :class:`EngineReady`; a :class:`Snapshot` follows up to 60 times a second while anything changes, and
at least twice a second otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from vschaos.messages import Codec
from vschaos.osc.orders import BindOsc, ConfigureOsc, LearnOsc, UnbindOsc, WatchOsc
from vschaos.osc.reports import OscBindings, OscPeers, OscTraffic
from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import GestureStatus

RESTART = 75
"""Exit code of an engine that lost the audio system for good: a new one may find it again."""

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
class PlayNote:
    """A key of a keyboard goes down, or up with velocity 0: MIDI number 0…127, velocity 0…1."""

    key: int
    velocity: float


@dataclass(frozen=True)
class SelectDevice:
    """Play through this output device; an empty name means the system's default.

    ``latency_ms`` is the least that is kept in the queue and the device; 0: as little as plays without dropouts.
    """

    name: str
    latency_ms: float = 0.0


@dataclass(frozen=True)
class SelectInput:
    """Listen to this input device, for the control ``input``; an empty name means the system's default."""

    name: str


@dataclass(frozen=True)
class RefreshDevices:
    """Look for audio and MIDI devices again; answered by :class:`Devices` and :class:`MidiPorts`."""


@dataclass(frozen=True)
class SelectMidi:
    """Listen to this MIDI input, to all with ``*``, to none with an empty name."""

    name: str


@dataclass(frozen=True)
class LearnMidi:
    """Bind the next MIDI controller that moves to a control; an empty name ends the wait."""

    control: str


@dataclass(frozen=True)
class BindMidi:
    """Bind a MIDI controller to a control by hand, or in place of a binding that there is."""

    binding: Binding


@dataclass(frozen=True)
class UnbindMidi:
    """Let go of all MIDI controllers of a control; of all controls with an empty name."""

    control: str


@dataclass(frozen=True)
class StartRecording:
    """Write what is heard into this file (.wav or .flac, 24 bits); an existing one is not overwritten."""

    path: str


@dataclass(frozen=True)
class StopRecording:
    """End the recording; answered by :class:`Recorded`."""


@dataclass(frozen=True)
class SaveLast:
    """Write the last seconds that were heard (60 at most) into this file; answered by :class:`Recorded`."""

    path: str
    seconds: float = 60.0


@dataclass(frozen=True)
class SaveGesture:
    """Write the gesture as .json or .csv."""

    path: str


@dataclass(frozen=True)
class OpenGesture:
    """Take up a gesture from a .json or .csv."""

    path: str


@dataclass(frozen=True)
class SaveSet:
    """Write the set: snapshots, gesture and MIDI bindings, as JSON."""

    path: str


@dataclass(frozen=True)
class OpenSet:
    """Take up a set in place of the present one; a file that is not there is an empty set."""

    path: str


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
    """The instrument now playing; ``labels`` names those that can be set, ``terrain`` tells whether it has a map."""

    path: str
    name: str
    latent_dims: int
    sample_rate_hz: int
    labels: tuple[str, ...] = ()
    terrain: bool = False


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
    """All outputs and inputs; empty tuples where the computer has none."""

    outputs: tuple[OutputDevice, ...] = ()
    inputs: tuple[InputDevice, ...] = ()


@dataclass(frozen=True)
class InputDevice:
    """An input that PortAudio offers."""

    name: str
    host_api: str
    channels: int
    sample_rate_hz: float
    default: bool


@dataclass(frozen=True)
class MidiPorts:
    """The MIDI inputs that there are."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class MidiBindings:
    """All bindings, told whenever they change; ``learning`` is the control that waits for a controller."""

    bindings: tuple[Binding, ...] = ()
    learning: str = ""


@dataclass(frozen=True)
class Recorded:
    """A sound file was written: its name, and how long it is."""

    path: str
    seconds: float


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
class ControlValue:
    """A control that is neither a coordinate nor a label, by id, and its present value."""

    control: str
    value: float


@dataclass(frozen=True)
class LatencyBudget:
    """From a touch to the loudspeaker, in ms, part by part.

    A touch waits half a ``hop`` on average until it is looked at; ``queue`` is the wait of what is rendered then,
    ``resampling`` the filter's delay where the rates differ, ``limiter`` its look-ahead, ``device`` what the system
    tells of itself. There the first sample changes. The change is half done when half of the synthesis ``window`` is
    through. ``why`` the queue is longer than it could be, and what helps; empty where it is not.
    """

    hop: float = 0.0
    queue: float = 0.0
    resampling: float = 0.0
    limiter: float = 0.0
    device: float = 0.0
    window: float = 0.0
    why: str = ""
    remedy: str = ""

    @property
    def first_change(self) -> float:
        """Until the first sample changes."""
        return self.hop + self.queue + self.resampling + self.limiter + self.device

    @property
    def half_change(self) -> float:
        """Until half of the change is done."""
        return self.first_change + self.window


@dataclass(frozen=True)
class RecordingView:
    """The file that is being written (empty: none), its length, and how much of the past could be saved, in seconds."""

    path: str = ""
    seconds: float = 0.0
    past_s: float = 0.0


@dataclass(frozen=True)
class Snapshot:
    """The performance state and the engine's health at one moment. The view polls it; nothing waits on it.

    ``latent`` holds the instrument's latent coordinates as the hands put them (the first two are the pad), each in
    −1…1; ``sounding`` is where it sounds, with what moves by itself. ``values`` lists every other control that is not
    at its default. ``stored`` numbers the snapshots that are kept.
    ``auditioning`` is the path of the audio file that plays, as it was ordered; empty if none does.
    ``level_db`` and ``input_db`` are the peaks of the last block; ``load`` is the share of a block's time that
    rendering takes; ``voices`` are those that sound. ``shortages`` are the underruns for which the engine came late,
    rather than the device or its server.
    """

    latent: tuple[float, ...] = ()
    sounding: tuple[float, ...] = ()
    labels: tuple[LabelValue, ...] = ()
    values: tuple[ControlValue, ...] = ()
    stored: tuple[int, ...] = ()
    stream: StreamStatus = StreamStatus.NO_INSTRUMENT
    device: str = ""
    input_device: str = ""
    level_db: float = -120.0
    input_db: float = -120.0
    latency: LatencyBudget = field(default_factory=LatencyBudget)
    load: float = 0.0
    underruns: int = 0
    shortages: int = 0
    voices: int = 0
    realtime_priority: bool = False
    osc: OscStatus = field(default_factory=OscStatus)
    gesture: GestureStatus = field(default_factory=GestureStatus)
    recording: RecordingView = field(default_factory=RecordingView)
    auditioning: str = ""

    def value(self, control: str, default: float = 0.0) -> float:
        """The value of a control of ``values``, or the default that the table gives it."""
        return next((one.value for one in self.values if one.control == control), default)

    @property
    def playing(self) -> bool:
        """Whether the instrument sounds by itself."""
        return self.value("play") >= 0.5

    @property
    def latency_ms(self) -> float:
        """From a touch until half of the change is heard."""
        return self.latency.half_change


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


ORDERS = Codec(
    (
        LoadInstrument,
        SetControl,
        PlayNote,
        SelectDevice,
        SelectInput,
        RefreshDevices,
        SelectMidi,
        LearnMidi,
        BindMidi,
        UnbindMidi,
        ConfigureOsc,
        LearnOsc,
        BindOsc,
        UnbindOsc,
        WatchOsc,
        PlaySound,
        StopSound,
        StartRecording,
        StopRecording,
        SaveLast,
        SaveGesture,
        OpenGesture,
        SaveSet,
        OpenSet,
        Shutdown,
    )
)
EVENTS = Codec(
    (
        EngineReady,
        InstrumentLoaded,
        Devices,
        MidiPorts,
        MidiBindings,
        OscBindings,
        OscPeers,
        OscTraffic,
        Recorded,
        Notice,
        Snapshot,
        Figures,
    )
)
