"""Files of a performance, as JSON: opening files of unknown origin, and writing so that nothing is lost. Pure Python.

A document is an object with ``format``, ``version`` and whatever belongs to it. Fields that are not known are ignored,
a version above the known one is refused. Every claim is checked here before it is believed; what is wrong becomes a
:class:`~vschaos.errors.ControlError` that names the file.
"""

from __future__ import annotations

import errno
import math
from pathlib import Path
from typing import Any, NoReturn

from vschaos.errors import ControlError
from vschaos.files import read_file, write_file
from vschaos.untrusted import format_json, parse_json

VERSION = 1
LARGEST_BYTES = 64 << 20
LONGEST_NAME = 100


class Document:
    """What a file claims, part by part, each checked where it is asked for.

    Parameters
    ----------
    name
        The file's name, for sentences.
    kind
        What the file is meant to be, such as “gesture”.
    """

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind

    def refuse(self, why: str, remedy: str = "") -> NoReturn:
        """Raise the error that says what is wrong.

        Raises
        ------
        ControlError
            Always.
        """
        raise ControlError(f"“{self.name}” cannot be used as a {self.kind}: {why}.", remedy or self._remedy)

    def number(self, value: object, what: str, low: float = -1e30, high: float = 1e30) -> float:
        """A finite number between two bounds."""
        # By type(): True is an int to isinstance().
        if type(value) not in (int, float):
            self.refuse(f"{what} is not a number")
        try:
            number = float(value)  # pyright: ignore[reportArgumentType]
        except OverflowError:
            number = math.inf
        # So put, not-a-number is refused, too.
        if not low <= number <= high:
            self.refuse(f"{what} is out of range")
        return number

    def text(self, value: object, what: str) -> str:
        """A short string, not empty."""
        if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME:
            self.refuse(f"{what} is not a name")
        return value

    def items(self, value: object, what: str, most: int) -> list[Any]:
        """A list that is not too long."""
        if not isinstance(value, list):
            self.refuse(f"{what} are not a list")
        if len(value) > most:
            self.refuse(f"it has more than {most:,} {what}")
        return value

    def fields(self, value: object, what: str) -> dict[str, Any]:
        """An object."""
        if not isinstance(value, dict):
            self.refuse(f"{what} is not an object")
        return value

    @property
    def _remedy(self) -> str:
        return f"Choose a {self.kind} that was saved by this program."


def read_bytes(path: Path, kind: str) -> bytes:
    """The bytes of a file of a sensible size.

    Raises
    ------
    ControlError
        If it cannot be read or is too large.
    """
    try:
        return read_file(path, LARGEST_BYTES)
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.EFBIG:
            Document(path.name, kind).refuse(f"it is larger than {LARGEST_BYTES >> 20} MB")
        why = getattr(error, "strerror", None) or error
        raise ControlError(f"“{path.name}” cannot be read: {why}.", "Choose another file.") from error


def read_document(path: Path, kind: str) -> tuple[Document, dict[str, Any]]:
    """A JSON document and its fields.

    Raises
    ------
    ControlError
        If the file cannot be read, is not such a document, or was saved by a newer version.
    """
    return parse_document(read_bytes(path, kind), path.name, kind)


def parse_document(data: bytes, name: str, kind: str) -> tuple[Document, dict[str, Any]]:
    """The same from bytes; ``name`` is the file's, for sentences.

    Raises
    ------
    ControlError
        If they are not such a document, or of a newer version.
    """
    document = Document(name, kind)
    try:
        content = parse_json(data)
    except ValueError:
        document.refuse("it is not JSON")
    fields = document.fields(content, "its content")
    if fields.get("format") != f"vschaos {kind}":
        document.refuse(f"it does not say that it is a vschaos {kind}")
    if document.number(fields.get("version"), "its version", 1) > VERSION:
        document.refuse("it was saved by a newer version of this program", "Update the program.")
    return document, fields


def write_document(path: Path, kind: str, fields: dict[str, Any]) -> None:
    """Write a JSON document in place of what was at ``path``.

    Raises
    ------
    ControlError
        If it cannot be written; what was there stays.
    """
    write_bytes(path, format_document(kind, fields))


def format_document(kind: str, fields: dict[str, Any]) -> bytes:
    """A JSON document as it stands in its file."""
    content = {"format": f"vschaos {kind}", "version": VERSION, **fields}
    return format_json(content, allow_nan=False).encode() + b"\n"


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file in place of what was at ``path``.

    Raises
    ------
    ControlError
        If it cannot be written; what was there stays.
    """
    try:
        write_file(path, data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ControlError(f"“{path.name}” cannot be written: {why}.", "Choose another folder.") from error
