"""Where the studio keeps its files.

Settings are in the user's configuration folder, all else in the user's data; the environment variable
``VSCHAOS_CONFIG`` names one folder for both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

FILE_NAME = "studio.json"
"""Of the settings."""


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of the settings."""
    chosen = environment.get("VSCHAOS_CONFIG", "")
    return Path(chosen) if chosen else platformdirs.user_config_path("vschaos-studio", appauthor=False)


def sets_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the sets of instruments were before there were projects."""
    return _data_folder(environment) / "sets"


def projects_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where projects are that have no name yet."""
    return _data_folder(environment) / "projects"


def library_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the instruments are that the user has added, with favourites and tags."""
    return _data_folder(environment) / "instruments"


def default_runs_folder() -> Path:
    """The folder for trainings unless the user chooses another."""
    return platformdirs.user_documents_path() / "vschaos studio" / "runs"


def _data_folder(environment: Mapping[str, str]) -> Path:
    """Beside the settings if VSCHAOS_CONFIG is set, else in the user's data."""
    if environment.get("VSCHAOS_CONFIG", ""):
        return config_folder(environment)
    return platformdirs.user_data_path("vschaos-studio", appauthor=False)
