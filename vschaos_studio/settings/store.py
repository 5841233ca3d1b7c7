"""The settings file: read once, written whole, never half; a damaged one is kept as a copy.

JSON, ``{"version": 1, "values": {key: value}}``. Values of settings that this version does not know are kept, so
that an older program does not lose a newer one's. Qt-free; for the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from vschaos.errors import VschaosError
from vschaos.files import read_file, write_file
from vschaos.untrusted import format_json, parse_json
from vschaos_studio.language import tr, translated
from vschaos_studio.settings.declaration import Setting, Value
from vschaos_studio.settings.table import SETTINGS

VERSION = 1
LAST_VERSION = 1_000_000
LARGEST_BYTES = 4 << 20

Migration = Callable[[dict[str, Any]], dict[str, Any]]
"""Turns the values of one version into those of the next."""

MIGRATIONS: Mapping[int, Migration] = {}


class SettingsError(VschaosError):
    """Settings that could not be read or written."""


class Settings:
    """The saved values, by setting.

    Parameters
    ----------
    path
        The file; it need not exist.
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
        """Set a value; :meth:`save` writes it.

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
            If the file, or a value in it, is unusable. Valid values are used all the same, and the file as it was
            is kept beside it as ``studio.damaged.json``.
        """
        try:
            content = parse_json(read_file(self.path, LARGEST_BYTES))
            version, values = content["version"], content["values"]
            if type(version) is not int or not 0 < version <= LAST_VERSION or not isinstance(values, dict):
                raise ValueError("not a settings file")
            for step in range(version, self._version):
                values = self._migrations[step](values)
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._damaged() from error
        unusable = []
        for setting in self._declared:
            if setting.key in values:
                try:
                    values[setting.key] = setting.accept(values[setting.key])
                except ValueError:
                    del values[setting.key]
                    unusable.append(translated(setting.title))
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
        text = format_json({"version": self._version, "values": self._values}, indent=2) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self.path, text.encode())
        except OSError as error:
            raise SettingsError(
                tr(
                    "Your settings could not be saved in “{folder}”: {reason}.",
                    folder=self.path.parent,
                    reason=error.strerror or error,
                ),
                tr("Make that folder writable, or set VSCHAOS_CONFIG to another one."),
            ) from error

    def _damaged(self, titles: Sequence[str] = ()) -> SettingsError:
        aside = self.path.with_suffix(".damaged.json")
        try:
            write_file(aside, read_file(self.path, LARGEST_BYTES))
            remedy = tr("A copy of the damaged file is “{file}”.", file=aside)
        except OSError:
            remedy = tr("Check “{file}”, or delete it.", file=self.path)
        sentence = tr("Some settings could not be read; defaults are used.")
        if titles:
            sentence = tr("Some settings ({titles}) could not be read; defaults are used.", titles=", ".join(titles))
        return SettingsError(sentence, remedy)
