"""How long each configuration will take on a folder of sounds, asked of a process of its own. Runs in a task's worker.

The child is ``vschaos doctor FOLDER --json``: a forecast composes every configuration, and the window loads none of
what that needs.
"""

from __future__ import annotations

import json
import logging
import math
import subprocess
from pathlib import Path
from typing import Any

from vschaos_studio.services.process import Launcher, end
from vschaos_studio.services.tasks import TaskContext

log = logging.getLogger(__name__)


def forecast_times(launcher: Launcher, root: Path, context: TaskContext) -> dict[str, float]:
    """Seconds by the configuration's name; empty where nothing could be foretold, which harms nobody."""
    try:
        process = launcher.popen(("doctor", "--json", "--", str(root)), stderr=subprocess.DEVNULL)
    except OSError:
        log.exception("the forecast could not be started")
        return {}
    context.when_cancelled(process.terminate)
    assert process.stdout is not None
    with process.stdout as stdout:
        said = stdout.read()
    end(process)
    return {} if context.cancelled() else _times(said)


def _times(said: str) -> dict[str, float]:
    try:
        found: Any = json.loads(said)["forecast"]["training_s"]
        times = {str(name): float(seconds) for name, seconds in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.warning("the forecast said nothing that can be understood: %s", said[:200])
        return {}
    return {name: seconds for name, seconds in times.items() if math.isfinite(seconds) and seconds > 0}
