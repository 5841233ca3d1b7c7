"""The one place for errors and messages to the user; the notice bar only shows them. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from vschaos.errors import VschaosError
from vschaos_studio.language import tr, translated


class Level(Enum):
    """How a notice is coloured, and whether it disappears by itself."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Action:
    """A remedy at the press of a button: the button's text, and what it does."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One sentence, its remedy, and a button that applies the remedy where there is one."""

    sentence: str
    remedy: str = ""
    level: Level = Level.INFO
    action: Action | None = None

    @property
    def rank(self) -> int:
        """The order of importance: messages of success, then warnings, then errors and notices with a button."""
        return list(Level).index(Level.ERROR if self.action is not None else self.level)


def already_there(path: Path, overwrite: Callable[[], object]) -> Notice:
    """Asks whether to replace a file that the user has not named in full."""
    remedy = tr("Choose another name or folder, or replace it.")
    return Notice(tr("“{file}” exists already.", file=path), remedy, Level.WARNING, Action(tr("Replace it"), overwrite))


class Notices:
    """Passes notices to its listeners. Call it from the window's thread only."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Notice], None]] = []

    def listen(self, listener: Callable[[Notice], None]) -> None:
        """Call ``listener`` with every notice from now on."""
        self._listeners.append(listener)

    def post(self, notice: Notice) -> None:
        """Pass a notice to all listeners; what the library wrote, in the user's language."""
        said = replace(notice, sentence=translated(notice.sentence), remedy=translated(notice.remedy))
        for listener in self._listeners:
            listener(said)

    def info(self, sentence: str) -> None:
        """Post a message of success."""
        self.post(Notice(sentence))

    def error(self, error: VschaosError) -> None:
        """Post an error that the user can fix."""
        self.post(Notice(error.sentence, error.remedy, Level.ERROR))
