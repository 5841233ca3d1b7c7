"""Messages between our processes: frozen dataclasses, one a line, as JSON.

The studio, the engine and the trainer are separate programs that talk through pipes. A line is readable
in a terminal, executes nothing when it is read, and needs no shared interpreter::

    {"type": "Progress", "step": 120, "steps": 6000}

Numpy arrays do not travel: both ends read bulk data from the instrument file.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Iterable
from enum import Enum
from typing import Any


class MessageError(ValueError):
    """A line that is not a message of the protocol."""


class Codec:
    """Turns the given frozen dataclasses into lines of JSON and back.

    Fields may be ``bool``, ``int``, ``float``, ``str``, enums of ``str``, further dataclasses, tuples of
    these, and any of them or ``None``.
    """

    def __init__(self, message_types: Iterable[type]) -> None:
        self._types = {message_type.__name__: message_type for message_type in message_types}

    def encode(self, message: object) -> str:
        """One line of JSON, without its newline. Non-finite numbers become null."""
        name = type(message).__name__
        if name not in self._types:
            raise MessageError(f"{name} is not a message of this protocol")
        return json.dumps({"type": name, **_plain(message)}, ensure_ascii=False)

    def decode(self, line: str) -> Any:
        """The message that a line holds.

        Raises
        ------
        MessageError
            If the line is not JSON, names an unknown type, lacks a field or holds the wrong kind of value.
        """
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise MessageError(f"not JSON: {line[:80]!r}") from error
        if not isinstance(fields, dict) or fields.get("type") not in self._types:
            raise MessageError(f"not a message of this protocol: {line[:80]!r}")
        message_type = self._types[fields.pop("type")]
        return _build(message_type, fields)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    return value


def _build(annotation: Any, value: Any) -> Any:
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        choices = [choice for choice in typing.get_args(annotation) if choice is not type(None)]
        return None if value is None else _build(choices[0], value)
    if origin is tuple:
        item_type = typing.get_args(annotation)[0]
        return tuple(_build(item_type, item) for item in value)
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        hints = typing.get_type_hints(annotation)
        try:
            return annotation(**{name: _build(hints[name], item) for name, item in value.items()})
        except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
            raise MessageError(f"bad {annotation.__name__}: {error}") from error
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation(value)
    if annotation is float:
        if isinstance(value, bool) or not isinstance(value, (int, float, types.NoneType)):
            raise MessageError(f"{value!r} is no number")
        return float("nan") if value is None else float(value)
    if annotation is int and isinstance(value, float) and value.is_integer():
        return int(value)
    # By type(): True is an int to isinstance().
    if annotation in (bool, int, str) and type(value) is not annotation:
        raise MessageError(f"{value!r} is no {annotation.__name__}")
    return value
