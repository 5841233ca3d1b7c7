"""How long a training will take with each configuration, computed in a process of its own. Runs in a task's worker.

The child is ``vschaos doctor FOLDER --json``: a forecast composes every configuration, and the window does not load
what that needs.
"""

from __future__ import annotations

import json
import logging
import math
from pathlib import Path
from typing import Any

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.child_process import ChildProcess
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import TaskContext

log = logging.getLogger(__name__)


def forecast_times(launcher: Launcher, root: Path, context: TaskContext) -> dict[str, float]:
    """Seconds by the configuration's name; empty where there is no forecast."""
    child = ChildProcess[str, str](launcher, ("doctor", "--json", "--", str(root)), tr("The forecast"), decode=str)
    try:
        child.start()
    except VschaosError:
        return {}
    context.when_cancelled(child.terminate)
    lines: list[str] = []
    child.follow(lines.append)
    child.close()
    return {} if context.cancelled() else _times("".join(lines))


def _times(printed: str) -> dict[str, float]:
    try:
        found: Any = json.loads(printed)["forecast"]["training_s"]
        times = {str(name): float(seconds) for name, seconds in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.warning("the forecast cannot be read: %s", printed[:200])
        return {}
    return {name: seconds for name, seconds in times.items() if math.isfinite(seconds) and seconds > 0}
