"""Frozen dataclasses from nested plain values and back; an error names the setting. Torch-free."""

from __future__ import annotations

import dataclasses
import math
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from vschaos.errors import ConfigError


def require(holds: bool, sentence: str) -> None:
    """Raise a `ConfigError` with this sentence unless the condition holds."""
    if not holds:
        raise ConfigError(sentence, "Correct it in the configuration or on the command line.")


def require_choice(name: str, value: str, choices: Sequence[str]) -> None:
    """Refuse a text that is not one of the choices."""
    require(value in choices, f"{name} is “{value}”; choose one of {', '.join(choices)}.")


@dataclass(frozen=True)
class Limits:
    """Range of a number; ``above`` and ``below`` exclude its ends; ``unit`` and ``note`` are shown with it."""

    low: float
    high: float
    unit: str = ""
    note: str = ""
    above: bool = False
    below: bool = False

    def hold(self, value: float) -> bool:
        """Whether a number is in the range."""
        return self.low <= value <= self.high and not (
            (self.above and value == self.low) or (self.below and value == self.high)
        )

    def __str__(self) -> str:
        low, high = (f"{end:,.10g}".replace("-", "−") for end in (self.low, self.high))
        if self.high == math.inf:
            return f"above {low}" if self.above else f"{low} or more"
        span = f"{'above ' if self.above else ''}{low} to {'below ' if self.below else ''}{high}"
        return f"{span}{self.unit and ' '}{self.unit}{f' ({self.note})' if self.note else ''}"


def limited(
    default: float, low: float, high: float, unit: str = "", *, note: str = "", above: bool = False, below: bool = False
) -> Any:
    """A dataclass field with a default and `Limits`."""
    return field(default=default, metadata={"limits": Limits(low, high, unit, note, above, below)})


def require_limits(record: Any, place: str = "") -> None:
    """Refuse numbers outside the limits of their fields; ``place`` is the dotted name of the record, with its dot."""
    for item in dataclasses.fields(record):
        limits, value = item.metadata.get("limits"), getattr(record, item.name)
        if limits is not None:
            require(limits.hold(value), f"{place}{item.name} is {value:.10g}; it must be {limits}.")


Record = TypeVar("Record")

_LARGEST = 10**30
"""Beyond every setting's limit; larger whole numbers are cut to it, so that the error can show them."""


_KINDS = {int: "a whole number", float: "a number", str: "text", bool: "true or false"}


def build(record: type[Record], values: Any, place: str) -> Record:
    """A record from nested plain values, as YAML gives them; ``place`` is its dotted name, empty for the whole.

    Raises
    ------
    ConfigError
        For unknown names and values of the wrong type; the sentence names the setting.
    """
    require(isinstance(values, Mapping), f"{place or 'The configuration'} must be a mapping of names to values.")
    hints = typing.get_type_hints(record)
    known = {item.name for item in dataclasses.fields(typing.cast(Any, record))}
    unknown = sorted(str(name) for name in values if name not in known)
    if unknown:
        raise ConfigError(
            f"There is no setting {_dotted(place, unknown[0])}.", f"Choose from: {', '.join(sorted(known))}."
        )
    return record(**{name: _value(hints[name], value, _dotted(place, name)) for name, value in values.items()})


def _value(kind: Any, value: Any, place: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return build(typing.cast(type, kind), value, place)
    if typing.get_origin(kind) is tuple:
        items = value if isinstance(value, (list, tuple)) else [value]
        return tuple(_value(typing.get_args(kind)[0], item, place) for item in items)
    if typing.get_origin(kind) is Mapping:
        require(isinstance(value, Mapping), f"{place} must be a mapping of names to values.")
        return {str(name): _value(typing.get_args(kind)[1], item, _dotted(place, name)) for name, item in value.items()}
    if kind is bool and value in (0, 1):
        return bool(value)
    if isinstance(value, int) and abs(value) > _LARGEST:
        value = _LARGEST if value > 0 else -_LARGEST
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is str and isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    matches = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    require(matches, f"{place} is {value!r}; it must be {_KINDS.get(kind, kind.__name__)}.")
    return value


def plain(value: Any) -> Any:
    """Nested plain values for YAML: tuples become lists."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def _dotted(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
