"""Starts the fake trainer and exporter for tests."""

import sys
from pathlib import Path

from vschaos_studio.services.process import Launcher

SCRIPT = Path(__file__).with_name("fake_trainer.py")


def fake_child(scenario: str) -> Launcher:
    """A launcher of a child that plays a scenario, whatever verb it is asked for."""
    return Launcher([sys.executable, "-I", str(SCRIPT), scenario])
