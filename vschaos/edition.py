"""Which edition is installed: vschaos studio, or the player, which comes without the packages that learn and export."""

from __future__ import annotations

from importlib.util import find_spec


def learns() -> bool:
    """Whether instruments can be learned and exported here."""
    return find_spec("torch") is not None


PROGRAM = "vschaos studio" if learns() else "vschaos player"
"""The name of this edition."""
