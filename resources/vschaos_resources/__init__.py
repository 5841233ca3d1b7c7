"""Factory instruments, icons and the guide for musicians: what ships with the code."""

from pathlib import Path

ROOT = Path(__file__).parent
"""The folder of the resources; also a real folder in the packaged app."""
