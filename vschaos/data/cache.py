"""Where prepared sounds and what is known of judged ones are kept; all of it can be made again. Torch-free."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

CACHE_VARIABLE = "VSCHAOS_CACHE"


def cache_folder() -> Path:
    """The folder that ``VSCHAOS_CACHE`` names, or the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("vschaos-studio", appauthor=False)
