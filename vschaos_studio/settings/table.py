"""All settings of the studio, each declared once."""

from __future__ import annotations

from typing import Any

from vschaos_studio.settings.declaration import Setting

WINDOW_GEOMETRY = Setting("window.geometry", "", "Window", "Place and size of the window, as Qt writes them (base64).")
DATASET_FOLDER = Setting("dataset.folder", "", "Sounds folder", "The folder of sounds that was opened last.")
RUNS_FOLDER = Setting(
    "runs.folder", "", "Trainings folder", "Where trainings are kept; empty: “vschaos studio/runs” in your documents."
)
INSTRUMENT = Setting(
    "instrument.path", "", "Instrument", "The instrument that was played last; empty for the factory's."
)
OUTPUT_DEVICE = Setting("audio.output", "", "Output", "Where the sound goes; empty for the system's default.")
LATENCY_MS = Setting(
    "audio.latency_ms", 0.0, "Latency", "Least delay in ms of queue and device; 0: as little as plays.", 0.0, 1000.0
)
INPUT_DEVICE = Setting("audio.input", "", "Input", "Where live sound comes from; empty for the system's default.")
MIDI_PORT = Setting("midi.port", "*", "MIDI", "The MIDI input that plays; * for all, empty for none.")
RECORDINGS_FOLDER = Setting(
    "recordings.folder", "", "Recordings folder", "Where recordings are kept; empty: “vschaos studio” in your music."
)
PAD_MAP = Setting("pad.map", False, "Map", "The pad shows the map of the sounds rather than the plane of two axes.")
GAIN_DB = Setting("audio.gain_db", 0.0, "Gain", "Output level in dB.", -60.0, 12.0)
OSC_ENABLED = Setting("osc.enabled", True, "OSC", "Listen to Max, Pure Data and others on this computer.")
OSC_IN_PORT = Setting("osc.in_port", 9000, "OSC in", "UDP port that the studio listens on.", 1024, 65535)
OSC_OUT_PORT = Setting("osc.out_port", 9001, "OSC out", "UDP port that changes are sent to.", 1024, 65535)
OSC_PREFIX = Setting("osc.prefix", "/vs", "OSC prefix", "What every address begins with.")
OSC_HOST = Setting(
    "osc.host",
    "127.0.0.1",
    "OSC interface",
    "Where OSC listens: this computer's own address, or one of a network.",
)
OSC_QUERY_PORT = Setting(
    "osc.query_port", 0, "OSCQuery", "TCP port on which addresses are described over HTTP; 0: none.", 0, 65535
)
EXPORT_AUTHOR = Setting(
    "export.author", "", "Author", "Who made the instruments that are exported, where they do not say."
)
EXPORT_LICENCE = Setting("export.licence", "", "Licence", "Of exported instruments that do not name one.")

SETTINGS: tuple[Setting[Any], ...] = (
    WINDOW_GEOMETRY,
    DATASET_FOLDER,
    RUNS_FOLDER,
    INSTRUMENT,
    OUTPUT_DEVICE,
    LATENCY_MS,
    INPUT_DEVICE,
    MIDI_PORT,
    RECORDINGS_FOLDER,
    PAD_MAP,
    GAIN_DB,
    OSC_ENABLED,
    OSC_IN_PORT,
    OSC_OUT_PORT,
    OSC_PREFIX,
    OSC_HOST,
    OSC_QUERY_PORT,
    EXPORT_AUTHOR,
    EXPORT_LICENCE,
)
