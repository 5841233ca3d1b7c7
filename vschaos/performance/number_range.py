"""The range of a controller whose messages do not name it: guessed from the numbers that it sent. Pure Python."""

from __future__ import annotations

from dataclasses import dataclass

ENDS = (1.0, 127.0, 255.0, 360.0, 1023.0, 4095.0, 16383.0, 65535.0)
"""Where ranges usually end."""


@dataclass(frozen=True)
class SeenNumbers:
    """What a controller has sent: its first number, the least and the largest."""

    first: float
    least: float
    most: float

    @classmethod
    def at(cls, number: float) -> SeenNumbers:
        """One number so far."""
        return cls(number, number, number)

    def with_number(self, number: float) -> SeenNumbers:
        """And another number."""
        return SeenNumbers(self.first, min(self.least, number), max(self.most, number))

    def moved(self, number: float) -> float:
        """How far a number is from the first, as a share of the range."""
        least, most = self.range
        return abs(number - self.first) / (most - least)

    @property
    def range(self) -> tuple[float, float]:
        """The usual range that holds all of it: 0…1, −1…1, 0…127 and so on."""
        reach = max(abs(self.least), abs(self.most))
        end = next((end for end in ENDS if reach <= end), reach)
        return (0.0 if self.least >= 0.0 else -end), end
