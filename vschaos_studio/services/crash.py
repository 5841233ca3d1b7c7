"""What happens to an exception that nobody caught: a sentence for the user's mistakes, a report for ours.

The hooks may be called on any thread; the signals arrive in the window's thread, where this object lives.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from vschaos.edition import PROGRAM
from vschaos.errors import VschaosError

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Takes the place of Python's hooks for uncaught exceptions.

    Signals
    -------
    mistake
        A :class:`VschaosError` that reached the top: something that the user can mend.
    crashed
        Text of a report to copy: the versions, the system and the traceback.

    Parameters
    ----------
    version
        Of the program, for the report.
    """

    mistake = Signal(object)
    crashed = Signal(str)

    def __init__(self, version: str) -> None:
        super().__init__()
        self._version = version
        self._former = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Take over the hooks."""
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.handle
        threading.excepthook = self._handle_from_thread

    def uninstall(self) -> None:
        """Give them back."""
        sys.excepthook, threading.excepthook = self._former

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report an exception; called by Python."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return
        log.error("uncaught exception", exc_info=(kind, error, trace))
        # A terminal, if there is one, sees it too.
        self._former[0](kind, error, trace)
        if isinstance(error, VschaosError):
            self.mistake.emit(error)
        else:
            self.crashed.emit(report(self._version, "".join(traceback.format_exception(kind, error, trace))))

    def _handle_from_thread(self, uncaught: threading.ExceptHookArgs) -> None:
        error = uncaught.exc_value
        if error is not None:
            self.handle(uncaught.exc_type, error, uncaught.exc_traceback)


def report(version: str, facts: str) -> str:
    """The text that a user copies into a bug report; ``facts`` is a traceback, or what is known otherwise."""
    return "\n".join(
        (
            f"{PROGRAM} {version}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            "",
            facts.rstrip(),
        )
    )
