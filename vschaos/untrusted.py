"""Parse JSON and YAML from untrusted or damaged files, in bounded time and memory.

All problems are a ``ValueError``: bad syntax, too much nesting, numbers out of range, references. The caller checks the
meaning of the values. Pure Python.
"""

from __future__ import annotations

import json
import math
from typing import Any

import yaml

_LONGEST_NUMBER = 19
"""Digits of a whole number that every program can read."""


def parse_json(text: str | bytes) -> Any:
    """The values of a JSON text, in UTF-8 with or without a byte-order mark.

    Whole numbers beyond 64 bits are read as floats, extremely large ones as infinity.

    Raises
    ------
    ValueError
        If it is not JSON.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig")
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_int=_whole_number)
    except RecursionError as error:
        raise ValueError("it nests too deeply") from error


def format_json(value: Any, *, indent: int | None = None, allow_nan: bool = True) -> str:
    """A JSON text that can be written as UTF-8: only file names that are not valid text are escaped.

    Raises
    ------
    ValueError
        For a non-finite number, unless ``allow_nan``.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=allow_nan)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def parse_yaml(text: str | bytes) -> Any:
    """The plain values of a YAML text, as from `yaml.safe_load`, without aliases.

    With aliases, a page of text can expand to more values than fit into memory.

    Raises
    ------
    ValueError
        If it is not YAML, holds an alias, or a number beyond 64 bits.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig")
    try:
        values = yaml.load(text, _PlainLoader)
        _require_plain(values)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"it is not YAML: {error}") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError) as error:
        # PyYAML's constructors raise these for a value that does not fit its tag, such as !!int "".
        raise ValueError(f"it contains an impossible value: {error}") from error
    return values


class _PlainLoader(yaml.SafeLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:
        """See `yaml.composer.Composer`."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not allowed")
        return super().compose_node(parent, index)


def _require_plain(value: Any) -> None:
    if isinstance(value, dict):
        for name, item in value.items():
            _require_plain(name)
            _require_plain(item)
    elif isinstance(value, (list, tuple, set)):
        for item in value:
            _require_plain(item)
    elif isinstance(value, int) and abs(value) >= 1 << 63:
        raise ValueError("it contains a number that is too large")


def _whole_number(digits: str) -> int | float:
    if len(digits.lstrip("-")) <= _LONGEST_NUMBER:
        return int(digits)
    return float(digits) if len(digits) < 400 else math.copysign(math.inf, -1.0 if digits[0] == "-" else 1.0)
