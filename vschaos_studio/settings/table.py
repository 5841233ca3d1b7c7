"""All settings of the studio, each declared once."""

from __future__ import annotations

from typing import Any

from vschaos_studio.language import QT_TR_NOOP
from vschaos_studio.settings.declaration import Setting

WINDOW_GEOMETRY = Setting("window.geometry", "", QT_TR_NOOP("Window"), "Position and size of the window, in base64.")
LANGUAGE = Setting(
    "window.language", "", QT_TR_NOOP("Language"), "The language of the window, as “de”; empty for the system's."
)
THEME = Setting(
    "window.theme",
    "",
    QT_TR_NOOP("Theme"),
    "The colours of the window: “dark”, “light”, “high contrast”; empty for the system's.",
)
LARGE_CONTROLS = Setting(
    "window.large_controls",
    "",
    QT_TR_NOOP("Large controls"),
    "Controls that are large enough for a finger: “on”, “off”; empty: where there is a touch screen.",
)
REDUCED_MOTION = Setting(
    "window.reduced_motion",
    "",
    QT_TR_NOOP("Reduce motion"),
    "No animations: “on”, “off”; empty: as the system asks.",
)
PROJECT = Setting("project.path", "", QT_TR_NOOP("Project"), "The project that was open last.")
RECENT_PROJECTS = Setting("project.recent", "", QT_TR_NOOP("Recent projects"), "Projects that were open, one a line.")
DATASET_FOLDER = Setting(
    "dataset.folder", "", QT_TR_NOOP("Sounds folder"), "The folder of sounds that was opened last."
)
RUNS_FOLDER = Setting(
    "runs.folder",
    "",
    QT_TR_NOOP("Trainings folder"),
    "Where trainings are kept; empty: “vschaos studio/runs” in your documents.",
)
TRAINING_DETAILS = Setting(
    "train.details",
    False,
    QT_TR_NOOP("Details"),
    "Whether the Train page shows the figures and the curves of a training.",
)
TOUR_SEEN = Setting("tour.seen", False, QT_TR_NOOP("Tour"), "Whether the tour was shown; it is at the first start.")
INSTRUMENT = Setting(
    "instrument.path", "", QT_TR_NOOP("Instrument"), "The instrument that was played last; empty for the factory's."
)
OUTPUT_DEVICE = Setting(
    "audio.output", "", QT_TR_NOOP("Output"), "Where the sound goes; empty for the system's default."
)
LATENCY_MS = Setting(
    "audio.latency_ms",
    0.0,
    QT_TR_NOOP("Latency"),
    "Least latency of the audio device in ms; 0: automatic.",
    0.0,
    1000.0,
)
INPUT_DEVICE = Setting(
    "audio.input", "", QT_TR_NOOP("Input"), "Where live sound comes from; empty for the system's default."
)
MIDI_PORT = Setting("midi.port", "*", QT_TR_NOOP("MIDI"), "The MIDI input that plays; * for all, empty for none.")
RECORDINGS_FOLDER = Setting(
    "recordings.folder",
    "",
    QT_TR_NOOP("Recordings folder"),
    "Where recordings are kept; empty: “vschaos studio” in your music.",
)
PAD_MAP = Setting(
    "pad.prefers_map",
    True,
    QT_TR_NOOP("Map"),
    "Whether the pad shows the map instead of the plane, where there are more than two axes.",
)
POINT_COLOURS = Setting("play.colours", "file", QT_TR_NOOP("Colours"), "What the colours of the pad's points show.")
SOUND_PICTURE = Setting(
    "play.picture", True, QT_TR_NOOP("Picture"), "Whether the Play page shows a picture of the sound."
)
GAIN_DB = Setting("audio.gain_db", 0.0, QT_TR_NOOP("Gain"), "Output level in dB.", -60.0, 12.0)
OSC_ENABLED = Setting("osc.enabled", True, QT_TR_NOOP("OSC"), "Listen to Max, Pure Data and others on this computer.")
OSC_IN_PORT = Setting(
    "osc.in_port", 9000, QT_TR_NOOP("OSC in"), QT_TR_NOOP("UDP port that the studio listens on."), 1024, 65535
)
OSC_OUT_PORT = Setting(
    "osc.out_port", 9001, QT_TR_NOOP("OSC out"), QT_TR_NOOP("UDP port that changes are sent to."), 1024, 65535
)
OSC_PREFIX = Setting("osc.prefix", "/vs", QT_TR_NOOP("OSC prefix"), "The beginning of every address.")
OSC_HOST = Setting(
    "osc.host",
    "127.0.0.1",
    QT_TR_NOOP("OSC interface"),
    "Where OSC listens: this computer's own address, or one of a network.",
)
OSC_QUERY_PORT = Setting(
    "osc.query_port",
    0,
    QT_TR_NOOP("OSCQuery"),
    "TCP port on which addresses are described over HTTP; 0: none.",
    0,
    65535,
)
EXPORT_AUTHOR = Setting(
    "export.author", "", QT_TR_NOOP("Author"), "Author of exported instruments that do not name one."
)
EXPORT_LICENCE = Setting(
    "export.licence", "", QT_TR_NOOP("Licence"), "Licence of exported instruments that do not name one."
)
EXPORT_RATE_HZ = Setting(
    "export.sample_rate_hz",
    0,
    QT_TR_NOOP("Sample rate"),
    "The sample rate of Max or Pd that was exported for last, in Hz; 0: the instrument's own.",
    0,
    192_000,
)
UPDATES_ADDRESS = Setting(
    "updates.address",
    "",
    QT_TR_NOOP("Address of new versions"),
    "Where new versions are announced; empty: where the distributor says.",
)
UPDATES_KEY = Setting(
    "updates.public_key",
    "",
    QT_TR_NOOP("Key of new versions"),
    "The public key of that address, in base64.",
)
UPDATES_AT_START = Setting(
    "updates.at_start",
    False,
    QT_TR_NOOP("Check at each start"),
    "Whether each start asks whether there is a new version.",
)

SETTINGS: tuple[Setting[Any], ...] = tuple(one for one in list(globals().values()) if isinstance(one, Setting))
"""All of the above."""
