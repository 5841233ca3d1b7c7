"""The settings file: read once, written whole, never half; a damaged one is kept aside and costs nothing else.

JSON, ``{"version": 1, "values": {key: value}}``, in the user's configuration folder or in the folder that the
environment variable ``VSCHAOS_CONFIG`` names. Values of settings that this version does not know are kept, so
that an older program does not lose a newer one's. Qt-free; for the window's thread.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import platformdirs

from vschaos.errors import VschaosError
from vschaos.files import replacing
from vschaos_studio.settings.declaration import Setting, Value
from vschaos_studio.settings.table import SETTINGS

VERSION = 1
FILE_NAME = "studio.json"

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns the values of one version into those of the next."""

MIGRATIONS: Mapping[int, Migration] = {}


def config_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where settings live."""
    chosen = environment.get("VSCHAOS_CONFIG", "")
    return Path(chosen) if chosen else platformdirs.user_config_path("vschaos-studio", appauthor=False)


def sets_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the sets of instruments live: beside the settings where those were moved, else in the user's data."""
    if environment.get("VSCHAOS_CONFIG", ""):
        return config_folder(environment) / "sets"
    return platformdirs.user_data_path("vschaos-studio", appauthor=False) / "sets"


class SettingsError(VschaosError):
    """Settings that could not be read or written."""


class Settings:
    """The remembered values, by setting.

    Parameters
    ----------
    path
        The file; need not exist.
    declared
        The settings there are.
    version, migrations
        Version of the file format, and the steps that lead to it from older ones.
    """

    def __init__(
        self,
        path: Path,
        *,
        declared: Sequence[Setting[Any]] = SETTINGS,
        version: int = VERSION,
        migrations: Mapping[int, Migration] = MIGRATIONS,
    ) -> None:
        self.path = path
        self._declared = declared
        self._version = version
        self._migrations = migrations
        self._values: dict[str, Any] = {}

    def get(self, setting: Setting[Value]) -> Value:
        """The value, or its default."""
        return self._values.get(setting.key, setting.default)

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Remember a value; :meth:`save` writes it.

        Raises
        ------
        ValueError
            If the setting cannot have it.
        """
        self._values[setting.key] = setting.accept(value)

    def load(self) -> None:
        """Read the file; a missing one means defaults.

        Raises
        ------
        SettingsError
            If the file, or a value in it, is unusable. What is sound is in force all the same, and the file
            as it was lies beside it as ``studio.damaged.json``.
        """
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return
        except (OSError, UnicodeDecodeError) as error:
            raise self._damaged() from error
        try:
            content = json.loads(text)
            version, values = content["version"], dict(content["values"])
            for step in range(int(version), self._version):
                values = self._migrations[step](values)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise self._damaged() from error
        unusable = []
        for setting in self._declared:
            if setting.key in values:
                try:
                    values[setting.key] = setting.accept(values[setting.key])
                except ValueError:
                    del values[setting.key]
                    unusable.append(setting.title)
        self._values = values
        if unusable:
            raise self._damaged(unusable)

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises
        ------
        SettingsError
            If the folder cannot be written.
        """
        text = json.dumps({"version": self._version, "values": self._values}, indent=2, ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self.path) as file:
                file.write(text.encode())
        except OSError as error:
            raise SettingsError(
                f"Your settings could not be saved in “{self.path.parent}”: {error.strerror or error}.",
                "Make that folder writable, or name another one in VSCHAOS_CONFIG.",
            ) from error

    def _damaged(self, titles: Sequence[str] = ()) -> SettingsError:
        aside = self.path.with_suffix(".damaged.json")
        try:
            aside.write_bytes(self.path.read_bytes())
            remedy = f"The file as it was is kept as “{aside}”."
        except OSError:
            remedy = f"Look at “{self.path}”, or delete it."
        what = f"({', '.join(titles)}) " if titles else ""
        return SettingsError(f"Remembered settings {what}could not be read; defaults are used.", remedy)
