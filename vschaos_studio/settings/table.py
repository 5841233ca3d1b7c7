"""All settings of the studio, each declared once."""

from __future__ import annotations

from typing import Any

from vschaos_studio.language import tr
from vschaos_studio.settings.declaration import Setting

WINDOW_GEOMETRY = Setting("window.geometry", "", tr("Window"), tr("Position and size of the window, in base64."))
LANGUAGE = Setting(
    "window.language", "", tr("Language"), tr("The language of the window, as “de”; empty for the system's.")
)
PROJECT = Setting("project.path", "", tr("Project"), tr("The project that was open last."))
RECENT_PROJECTS = Setting("project.recent", "", tr("Recent projects"), tr("Projects that were open, one a line."))
DATASET_FOLDER = Setting("dataset.folder", "", tr("Sounds folder"), tr("The folder of sounds that was opened last."))
RUNS_FOLDER = Setting(
    "runs.folder",
    "",
    tr("Trainings folder"),
    tr("Where trainings are kept; empty: “vschaos studio/runs” in your documents."),
)
TRAINING_DETAILS = Setting(
    "train.details", False, tr("Details"), tr("Whether the Train page shows the figures and the curves of a training.")
)
TOUR_SEEN = Setting("tour.seen", False, tr("Tour"), tr("Whether the tour was shown; it is at the first start."))
INSTRUMENT = Setting(
    "instrument.path", "", tr("Instrument"), tr("The instrument that was played last; empty for the factory's.")
)
OUTPUT_DEVICE = Setting("audio.output", "", tr("Output"), tr("Where the sound goes; empty for the system's default."))
LATENCY_MS = Setting(
    "audio.latency_ms",
    0.0,
    tr("Latency"),
    tr("Least latency of the audio device in ms; 0: automatic."),
    0.0,
    1000.0,
)
INPUT_DEVICE = Setting(
    "audio.input", "", tr("Input"), tr("Where live sound comes from; empty for the system's default.")
)
MIDI_PORT = Setting("midi.port", "*", tr("MIDI"), tr("The MIDI input that plays; * for all, empty for none."))
RECORDINGS_FOLDER = Setting(
    "recordings.folder",
    "",
    tr("Recordings folder"),
    tr("Where recordings are kept; empty: “vschaos studio” in your music."),
)
PAD_MAP = Setting(
    "pad.prefers_map",
    True,
    tr("Map"),
    tr("Whether the pad shows the map instead of the plane, where there are more than two axes."),
)
POINT_COLOURS = Setting("play.colours", "file", tr("Colours"), tr("What the colours of the pad's points show."))
SOUND_PICTURE = Setting("play.picture", True, tr("Picture"), tr("Whether the Play page shows a picture of the sound."))
GAIN_DB = Setting("audio.gain_db", 0.0, tr("Gain"), tr("Output level in dB."), -60.0, 12.0)
OSC_ENABLED = Setting("osc.enabled", True, tr("OSC"), tr("Listen to Max, Pure Data and others on this computer."))
OSC_IN_PORT = Setting("osc.in_port", 9000, tr("OSC in"), tr("UDP port that the studio listens on."), 1024, 65535)
OSC_OUT_PORT = Setting("osc.out_port", 9001, tr("OSC out"), tr("UDP port that changes are sent to."), 1024, 65535)
OSC_PREFIX = Setting("osc.prefix", "/vs", tr("OSC prefix"), tr("The beginning of every address."))
OSC_HOST = Setting(
    "osc.host",
    "127.0.0.1",
    tr("OSC interface"),
    tr("Where OSC listens: this computer's own address, or one of a network."),
)
OSC_QUERY_PORT = Setting(
    "osc.query_port", 0, tr("OSCQuery"), tr("TCP port on which addresses are described over HTTP; 0: none."), 0, 65535
)
EXPORT_AUTHOR = Setting("export.author", "", tr("Author"), tr("Author of exported instruments that do not name one."))
EXPORT_LICENCE = Setting(
    "export.licence", "", tr("Licence"), tr("Licence of exported instruments that do not name one.")
)

SETTINGS: tuple[Setting[Any], ...] = tuple(one for one in list(globals().values()) if isinstance(one, Setting))
"""All of the above."""
