"""The engine of vschaos studio: datasets, models, instruments, real-time playing, OSC and export. No Qt."""

__version__ = "0.1.0"
