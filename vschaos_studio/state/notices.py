"""The one place where errors and news for the user go; the notice bar only shows it. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from vschaos.errors import VschaosError


class Level(Enum):
    """How a notice is coloured, and whether it goes away by itself."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Notice:
    """One sentence, and what helps."""

    sentence: str
    remedy: str = ""
    level: Level = Level.INFO


class Notices:
    """Hands notices to whoever listens. Call it from the window's thread only."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Notice], None]] = []

    def listen(self, listener: Callable[[Notice], None]) -> None:
        """Call ``listener`` with every notice from now on."""
        self._listeners.append(listener)

    def post(self, notice: Notice) -> None:
        """Tell all listeners."""
        for listener in self._listeners:
            listener(notice)

    def info(self, sentence: str) -> None:
        """Tell of something that went well."""
        self.post(Notice(sentence))

    def error(self, error: VschaosError) -> None:
        """Tell of something that failed in a way the user can mend."""
        self.post(Notice(error.sentence, error.remedy, Level.ERROR))
