"""What a setting is: a name, a type, a default, a range, and words for people. Pure Python."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

Value = TypeVar("Value", bool, int, float, str)


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """One thing that the program remembers.

    Attributes
    ----------
    key
        Its name in the file; never reused for another meaning.
    default
        The value of a fresh installation; its type is the setting's type.
    title, help
        For people: what it is called, and what it does in a sentence.
    low, high
        Range of a number, ends included.
    """

    key: str
    default: Value
    title: str
    help: str
    low: float = -math.inf
    high: float = math.inf

    def accept(self, value: object) -> Value:
        """The value, if it is one that this setting can have.

        Raises
        ------
        ValueError
            If it is of another type or out of range. (A whole number does for a float; True is no number.)
        """
        wanted = type(self.default)
        if wanted is float and type(value) is int:
            value = float(value)
        if type(value) is not wanted:
            raise ValueError(f"{self.key} must be {wanted.__name__}, not {value!r}")
        # NaN is neither below nor above.
        if isinstance(value, (int, float)) and not self.low <= value <= self.high:
            raise ValueError(f"{self.key} must be in {self.low}…{self.high}, not {value!r}")
        return cast(Value, value)
