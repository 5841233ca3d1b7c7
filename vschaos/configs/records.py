"""Frozen dataclasses out of nested plain values and back; a mistake is a sentence that names its place. Torch-free."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from vschaos.errors import ConfigError


def require(holds: bool, sentence: str) -> None:
    """Refuse a value in a sentence, unless the condition holds."""
    if not holds:
        raise ConfigError(sentence, "Correct it in the configuration or on the command line.")


Record = TypeVar("Record")


def build(record: type[Record], values: Any, place: str) -> Record:
    """A record of nested plain values, as YAML gives them; ``place`` is its dotted name, empty for the whole.

    Raises
    ------
    ConfigError
        For unknown names and values of the wrong kind, naming the place.
    """
    require(isinstance(values, Mapping), f"{place or 'The configuration'} must hold names and values.")
    hints = typing.get_type_hints(record)
    known = {item.name for item in dataclasses.fields(typing.cast(Any, record))}
    unknown = sorted(str(name) for name in values if name not in known)
    if unknown:
        raise ConfigError(f"{_dotted(place, unknown[0])} is no setting.", f"Known here: {', '.join(sorted(known))}.")
    return record(**{name: _value(hints[name], value, _dotted(place, name)) for name, value in values.items()})


def _value(kind: Any, value: Any, place: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return build(typing.cast(type, kind), value, place)
    if typing.get_origin(kind) is tuple:
        items = value if isinstance(value, (list, tuple)) else [value]
        return tuple(_value(typing.get_args(kind)[0], item, place) for item in items)
    if typing.get_origin(kind) is Mapping:
        require(isinstance(value, Mapping), f"{place} must hold names and values.")
        return {str(name): _value(typing.get_args(kind)[1], item, _dotted(place, name)) for name, item in value.items()}
    if kind is bool and value in (0, 1):
        return bool(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is str and isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    matches = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    require(matches, f"{place} is {value!r}; it must be of kind {kind.__name__}.")
    return value


def plain(value: Any) -> Any:
    """Nested plain values for YAML: tuples become lists."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def _dotted(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
