"""Which names a label of a model can have."""

from __future__ import annotations

import re

from vschaos.configs.records import require

_TASK_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""Names of tasks become folders, OSC addresses and attributes."""


def can_name_task(name: str) -> bool:
    """Whether a label of a model can have this name."""
    return _TASK_NAME.fullmatch(name) is not None


def require_task_name(name: str) -> None:
    """Raise a `ConfigError` for a name that a label cannot have."""
    require(can_name_task(name), f"A label cannot be called “{name}”; use letters without accents, digits, - and _.")
