"""The studio's log: everything from warnings up, and our own messages, in a file that never grows large. Qt-free."""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
from pathlib import Path

import platformdirs

MAX_BYTES = 1 << 20
KEPT = 3
REPORTED_LINES = 60


def log_folder() -> Path:
    """Where the studio and its child processes write their logs."""
    return platformdirs.user_log_path("vschaos-studio", appauthor=False)


def open_studio_log(folder: Path) -> logging.Handler | None:
    """Send the log to ``folder/studio.log``; without a file where that cannot be written.

    The caller gives the handler back to :func:`close_studio_log`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "studio.log",
            maxBytes=MAX_BYTES,
            backupCount=KEPT,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    logging.getLogger("vschaos_studio").setLevel(logging.INFO)
    return handler


def last_lines(folder: Path) -> str:
    """The end of each log, with its name, for a report; empty where there is none."""
    ends = []
    for path in sorted(folder.glob("*.log")):
        with contextlib.suppress(OSError):
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[-REPORTED_LINES:]
            ends.append("\n".join((f"{path.name}:", *lines)))
    return "\n\n".join(ends)


def close_studio_log(handler: logging.Handler | None) -> None:
    """Stop logging to the file."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
