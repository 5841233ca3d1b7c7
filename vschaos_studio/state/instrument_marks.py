"""Favourites and tags of instruments: kept in a file of the user's own, not in the instruments. Qt-free.

JSON, ``{"version": 1, "marks": {file: {"favourite": true, "tags": ["drone"]}}}``. A factory instrument goes by its name
alone, so that it is known again where the program moves.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from vschaos.errors import VschaosError
from vschaos.files import make_folder, read_file, write_file
from vschaos_studio.language import tr

LARGEST_BYTES = 16 << 20
MOST_TAGS = 32
LONGEST_TAG = 40
FILE_NAME = "marks.json"


class Mark(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whether an instrument is a favourite, and its tags in small letters."""

    favourite: bool = False
    tags: tuple[str, ...] = ()


class _Document(msgspec.Struct):
    version: int = 1
    marks: dict[str, Mark] = {}


NO_MARK = Mark()


class InstrumentMarks:
    """The marks of all instruments; read once, written at each change.

    Parameters
    ----------
    path
        The file; it need not exist. One that cannot be read counts as empty, and is kept as a copy at the next change.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unread = b""
        self._marks = self._read()

    def of(self, instrument: Path, *, factory: bool) -> Mark:
        """The mark of an instrument."""
        return self._marks.get(_key(instrument, factory), NO_MARK)

    def set(self, instrument: Path, mark: Mark, *, factory: bool) -> None:
        """Change it.

        Raises
        ------
        VschaosError
            If the file cannot be written; the change holds until the program ends.
        """
        key = _key(instrument, factory)
        self._marks.pop(key, None)
        if mark != NO_MARK:
            self._marks[key] = mark
        try:
            make_folder(self._path.parent)
            if self._unread:
                write_file(self._path.with_suffix(".damaged.json"), self._unread)
                self._unread = b""
            write_file(self._path, msgspec.json.format(msgspec.json.encode(_Document(marks=self._marks))))
        except OSError as error:
            raise VschaosError(
                tr(
                    "Favourites and tags could not be saved in “{file}”: {reason}.",
                    file=self._path,
                    reason=error.strerror or error,
                ),
                tr("Make that folder writable."),
            ) from error

    def _read(self) -> dict[str, Mark]:
        try:
            content = read_file(self._path, LARGEST_BYTES)
        except (OSError, ValueError):
            return {}
        try:
            return msgspec.json.decode(content, type=_Document).marks
        except (msgspec.DecodeError, RecursionError):
            self._unread = content
            return {}


def parse_tags(text: str) -> tuple[str, ...]:
    """Tags as they are typed: words, with commas, “#” or spaces between them."""
    words = text.replace(",", " ").replace("#", " ").casefold().split()
    return tuple(dict.fromkeys(word[:LONGEST_TAG] for word in words))[:MOST_TAGS]


def _key(instrument: Path, factory: bool) -> str:
    """JSON holds text, and a path may be other bytes."""
    return f"factory:{instrument.stem}" if factory else os.fsencode(instrument).decode("utf-8", "backslashreplace")
