"""What a setting is: a name, a type, a default, a range, and texts for people. Pure Python."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

Value = TypeVar("Value", bool, int, float, str)


@dataclass(frozen=True)
class Setting(Generic[Value]):
    """One value that the program saves.

    Attributes
    ----------
    key
        Its name in the file; never reused for another meaning.
    default
        The value of a fresh installation; its type is the setting's type.
    title, help
        For people: its name, and what it does in a sentence.
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
        """The value, if it is valid for this setting.

        Raises
        ------
        ValueError
            If it is of another type or out of range. (A whole number is valid for a float; True is not a number.)
        """
        wanted = type(self.default)
        if wanted is float and type(value) is int:
            # By its size first: a number of 400 digits does not fit a float.
            value = float(value) if abs(value) < 1 << 1000 else math.inf
        if type(value) is not wanted:
            raise ValueError(f"{self.key} must be {wanted.__name__}, not {value!r}")
        # NaN is neither below nor above.
        if isinstance(value, (int, float)) and not self.low <= value <= self.high:
            raise ValueError(f"{self.key} must be in {self.low}…{self.high}, not {value!r}")
        if isinstance(value, str) and "\0" in value:
            raise ValueError(f"{self.key} must not hold a zero character")
        return cast(Value, value)
