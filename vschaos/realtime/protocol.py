"""The orders and events of the engine process: torch-free, shared with the studio.

Orders come in as lines on standard input (``vschaos engine``), events go out on standard output. The first
event is :class:`EngineReady`; a :class:`EngineStatus` follows up to 60 times a second while anything changes, and
at least twice a second otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from vschaos.messages import Codec, Message, Number, Problem
from vschaos.osc.messages import ConfigureOsc, OscPeers, OscTraffic, WatchOsc
from vschaos.performance.bindings import AwaitBinding, Bind, BindingsChanged, Unbind
from vschaos.performance.gestures import GestureStatus
from vschaos.performance.state import Touch
from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.recording.events import Recorded, RecordingView, Recovered

RESTART = 75
"""Exit code of an engine that can no longer refresh its devices: a new one can."""

SPECTRUM_BANDS = 96
SPECTRUM_HZ = (40.0, 16_000.0)
"""Centres of the first and the last band; the others lie between them at equal intervals of pitch."""

SPECTRUM_FLOOR_DB = -84.0

# ── orders ────────────────────────────────────────────────────────────────────────────────────────────────


class LoadInstrument(Message, frozen=True):
    """Open an instrument file and swap it in, cross-faded; the old one goes on sounding if it cannot be read."""

    path: str


class PlayNote(Message, frozen=True):
    """A key of a keyboard goes down, or up with velocity 0: MIDI number 0…127, velocity 0…1."""

    key: int
    velocity: float


class PlayFinger(Message, frozen=True):
    """A finger sounds a voice at coordinates of its own, or leaves with velocity 0.

    Each touch has another number, from 0.
    """

    finger: int
    velocity: float
    point: tuple[float, ...] = ()


class MoveFinger(Message, frozen=True):
    """The voice of a finger goes to other coordinates."""

    finger: int
    point: tuple[float, ...]


class Press(Message, frozen=True):
    """How hard a pen or a finger presses, 0 (lifted) to 1; ``source`` as in ``vschaos/performance/pen_decoder.py``."""

    source: str
    pressure: float


class SelectDevice(Message, frozen=True):
    """Play through this output device; an empty name means the system's default.

    ``latency_ms`` is the least that is kept in the queue and the device; 0: as little as plays without dropouts.
    """

    name: str
    latency_ms: float = 0.0


class SelectInput(Message, frozen=True):
    """Use this input device, for the control ``input``; an empty name means the system's default."""

    name: str


class RefreshDevices(Message, frozen=True):
    """Refresh the lists of audio and MIDI devices; answered by :class:`Devices` and :class:`MidiPorts`."""


class SelectMidi(Message, frozen=True):
    """Listen to this MIDI input, to all with ``*``, to none with an empty name."""

    name: str


class StartRecording(Message, frozen=True):
    """Write what is heard into this file (.wav or .flac, 24 bits), which grows; an existing one is not overwritten."""

    path: str


class StopRecording(Message, frozen=True):
    """End the recording; answered by :class:`Recorded`."""


class SaveLast(Message, frozen=True):
    """Write the last seconds that were heard (60 at most) into this file; answered by :class:`Recorded`."""

    path: str
    seconds: float = 60.0


class NameSnapshot(Message, frozen=True):
    """Give a snapshot a name, and a colour from 1 to `vschaos.performance.snapshots.COLOURS`; 0: none."""

    number: int
    name: str
    colour: int = 0


class SaveGesture(Message, frozen=True):
    """Write the gesture to a .json or .csv file."""

    path: str


class OpenGesture(Message, frozen=True):
    """Read a gesture from a .json or .csv file."""

    path: str


class SaveSet(Message, frozen=True):
    """Write the set: snapshots, gesture, tuning and bindings, as JSON; answered by :class:`SetSaved`."""

    path: str


class OpenSet(Message, frozen=True):
    """Read a set and replace what differs of the present one; a missing file is an empty set.

    Answered by :class:`SetOpened`.
    """

    path: str


class OpenTuning(Message, frozen=True):
    """Read a tuning from a .scl or .tun file; an empty path means equal temperament.

    ``mapping`` is a .kbm file for a scale; see `vschaos.performance.tuning_files.read_tuning`.
    """

    path: str
    mapping: str = ""


class PlaySound(Message, frozen=True):
    """Play an audio file from its beginning, once, beside the instrument or without one: `EngineStatus.auditioning`.

    Any file that `vschaos.audio` reads; its channels are mixed to one. If it fails, a :class:`Problem` comes.
    ``onward``: from where the file that plays has come to, rather than from its beginning, to compare the two.
    """

    path: str
    onward: bool = False


class StopSound(Message, frozen=True):
    """Fade out the file that plays, if one does."""


class WatchSound(Message, frozen=True):
    """Whether to report a :class:`Spectrum` of what is heard, thirty times a second."""

    on: bool


class Shutdown(Message, frozen=True):
    """Fade out and end the process. A closed standard input means the same."""


# ── events ────────────────────────────────────────────────────────────────────────────────────────────────


class EngineReady(Message, frozen=True):
    """The engine has loaded its libraries, which took ``startup_s`` seconds, and receives orders."""

    version: str
    startup_s: float = 0.0


class InstrumentLoaded(Message, frozen=True):
    """The instrument now playing: ``labels`` that can be set, whether there is a map, coordinates of its start."""

    path: str
    name: str
    latent_dims: int
    sample_rate_hz: int
    labels: tuple[str, ...] = ()
    terrain: bool = False
    start: tuple[Number, ...] = ()


@dataclass(frozen=True)
class OutputDevice:
    """An output that PortAudio offers."""

    name: str
    host_api: str
    channels: int
    sample_rate_hz: float
    default: bool


class Devices(Message, frozen=True):
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


class Gamepads(Message, frozen=True):
    """The gamepads that are connected; they are looked for while one moves something or is waited for."""

    names: tuple[str, ...] = ()
    is_looking: bool = True


class MidiPorts(Message, frozen=True):
    """The MIDI inputs that there are."""

    names: tuple[str, ...] = ()


class SetSaved(Message, frozen=True):
    """A set was written, as it was at this version (`EngineStatus.set_version`) or a later one."""

    path: str
    version: int


class SetOpened(Message, frozen=True):
    """A set was read; this version is what it holds."""

    path: str
    version: int


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
    value: Number


@dataclass(frozen=True)
class ControlValue:
    """A control that is neither a coordinate nor a label, by id, and its present value."""

    control: str
    value: Number


@dataclass(frozen=True)
class SnapshotMark:
    """The name and the colour of a snapshot that has one of them; see :class:`NameSnapshot`."""

    number: int
    name: str
    colour: int


class EngineStatus(Message, frozen=True):
    """The state of the performance and the engine at one moment. The view polls it; nothing waits for it.

    ``latent`` holds the instrument's latent coordinates as they were set (the first two are the pad), each in
    −1…1; ``sounding`` is where it sounds, with what moves by itself. ``values`` lists every other control that is not
    at its default. ``stored`` numbers the snapshots that are kept, ``marks`` are their names and colours,
    ``set_version`` counts the changes of what a set holds: snapshots, bindings, tuning, and the gesture, once its
    recording has ended. ``tuning`` is the name of the tuning; empty: equal temperament.
    ``auditioning`` is the path of the audio file that plays, as it was ordered; empty if none does. ``midi_clock`` is
    the MIDI input whose clock the tempo follows; empty if there is none.
    ``level_db`` and ``input_db`` are the peaks of the last block; ``load`` is the share of a block's time that
    rendering takes; ``voices`` are those that sound. ``late_underruns`` are the underruns for which the engine came
    late, rather than the device or its server.
    """

    latent: tuple[Number, ...] = ()
    sounding: tuple[Number, ...] = ()
    labels: tuple[LabelValue, ...] = ()
    values: tuple[ControlValue, ...] = ()
    stored: tuple[int, ...] = ()
    marks: tuple[SnapshotMark, ...] = ()
    set_version: int = 0
    tuning: str = ""
    stream: StreamStatus = StreamStatus.NO_INSTRUMENT
    device: str = ""
    input_device: str = ""
    level_db: Number = -120.0
    input_db: Number = -120.0
    latency: LatencyBudget = LatencyBudget()
    load: Number = 0.0
    underruns: int = 0
    late_underruns: int = 0
    voices: int = 0
    realtime_priority: bool = False
    osc: OscStatus = OscStatus()
    gesture: GestureStatus = GestureStatus()
    recording: RecordingView = RecordingView()
    auditioning: str = ""
    midi_clock: str = ""

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


class Spectrum(Message, frozen=True):
    """What is heard at one moment, after :class:`WatchSound`; of a silence only the first one comes.

    ``bands`` has a byte for each of `SPECTRUM_BANDS`: 0 is `SPECTRUM_FLOOR_DB` and less, 255 is full scale. ``peak_db``
    is the loudest sample since the last one.
    """

    bands: bytes
    peak_db: Number = -120.0


class Figures(Message, frozen=True):
    """How playing went; the last event of an engine that ends in order.

    Durations of a callback, in which all sound is made, and between two of them, as quantiles; ``late_underruns`` are
    the underruns for which the engine came late, rather than the device or its server; ``first_sound_s`` is from the
    start of the engine to the first sample that was not zero in a callback, 0 if there was none.
    """

    callbacks: int = 0
    callback_p50_ms: float = 0.0
    callback_p999_ms: float = 0.0
    callback_max_ms: float = 0.0
    callback_interval_p999_ms: float = 0.0
    underruns: int = 0
    late_underruns: int = 0
    first_sound_s: float = 0.0
    realtime_priority: bool = False
    latency_ms: float = 0.0


Order = (
    LoadInstrument
    | Touch
    | PlayNote
    | PlayFinger
    | MoveFinger
    | Press
    | SelectDevice
    | SelectInput
    | RefreshDevices
    | SelectMidi
    | AwaitBinding
    | Bind
    | Unbind
    | ConfigureOsc
    | WatchOsc
    | PlaySound
    | StopSound
    | StartRecording
    | StopRecording
    | SaveLast
    | NameSnapshot
    | SaveGesture
    | OpenGesture
    | SaveSet
    | OpenSet
    | OpenTuning
    | WatchSound
    | Shutdown
)
"""What the engine receives."""

Event = (
    EngineReady
    | InstrumentLoaded
    | Devices
    | MidiPorts
    | Gamepads
    | BindingsChanged
    | OscPeers
    | OscTraffic
    | Recorded
    | Recovered
    | SetSaved
    | SetOpened
    | Problem
    | EngineStatus
    | Spectrum
    | Figures
)
"""What the engine reports."""

ORDERS = Codec[Order](Order)
EVENTS = Codec[Event](Event)
