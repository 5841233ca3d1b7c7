"""Shows what keeps the window from opening: in a dialog of Qt, else in one of the system; and in the log.

Any module may be the one that is missing: only the standard library is imported before it is needed.
"""

from __future__ import annotations

import contextlib
import logging
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from vschaos.edition import PROGRAM
from vschaos_studio.early import WITHOUT_SCREEN, Obstacle
from vschaos_studio.language import tr

PROGRAMS = (
    ("kdialog", "--title", PROGRAM, "--error"),
    ("zenity", "--error", "--no-markup", "--width=500", f"--title={PROGRAM}", "--text"),
    ("xmessage", "-center", "-title", PROGRAM),
    ("notify-send", "--urgency=critical", PROGRAM),
)
"""Those of a Linux desktop that show a text, which is put behind their options; the best first."""


def show_obstacle(obstacle: Obstacle, *, qt_starts: bool, waits: bool = True) -> None:
    """Show an obstacle until the user closes it, and write it to the log; a terminal sees it too.

    Parameters
    ----------
    qt_starts
        Whether Qt opens windows here: it aborts where it does not.
    waits
        False if nobody sits there to close a dialog.
    """
    log = _write_log(obstacle)
    print(obstacle, file=sys.stderr, flush=True)
    if not waits or os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in WITHOUT_SCREEN:
        print(obstacle.details, file=sys.stderr, flush=True)
        return
    place = tr("The log is in “{folder}”.", folder=log) if log is not None else ""
    if qt_starts:
        with contextlib.suppress(Exception):
            _show_by_qt(obstacle, place)
            return
    with contextlib.suppress(Exception):
        _show_by_system("\n\n".join(filter(None, (str(obstacle), place))))


def show_fatal(message: str) -> None:
    """Show what Qt says before it aborts, and end the program."""
    reason = tr("its window cannot be opened.")
    remedy = tr("Install {program} again. If that does not help, send the log to whoever made it.", program=PROGRAM)
    show_obstacle(Obstacle(reason, remedy, message), qt_starts=False)
    os._exit(1)


def details(obstacle: Obstacle) -> str:
    """What is copied."""
    system = f"Python {platform.python_version()}, {platform.platform()}"
    return "\n".join((str(obstacle), system, "", obstacle.details))


def _write_log(obstacle: Obstacle) -> Path | None:
    """The folder of the log; None where it cannot be written."""
    try:
        from vschaos_studio.services.log import close_studio_log, log_folder, open_studio_log

        folder = log_folder()
        handler = None if logging.getLogger().handlers else open_studio_log(folder)
        logging.getLogger(__name__).error("%s", details(obstacle))
        close_studio_log(handler)
        return folder if any(folder.glob("studio.log")) else None
    except Exception:  # the log itself may be what is damaged
        return None


def _show_by_qt(obstacle: Obstacle, place: str) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

    application = QApplication.instance() or QApplication(sys.argv[:1])
    dialog = QDialog()
    dialog.setWindowTitle(PROGRAM)
    dialog.resize(640, 400)
    column = QVBoxLayout(dialog)
    for text in filter(None, (*str(obstacle).split("\n"), place)):
        line = QLabel(text)
        line.setWordWrap(True)
        line.setTextInteractionFlags(line.textInteractionFlags() | line.textInteractionFlags().TextSelectableByMouse)
        column.addWidget(line)
    facts = QPlainTextEdit(details(obstacle))
    facts.setReadOnly(True)
    facts.setAccessibleName(tr("Details"))
    copy, close = QPushButton(tr("Copy details")), QPushButton(tr("Close"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(facts.toPlainText()))
    close.clicked.connect(dialog.accept)
    close.setDefault(True)
    row = QHBoxLayout()
    row.addStretch()
    for button in (copy, close):
        row.addWidget(button)
    column.addWidget(facts, 1)
    column.addLayout(row)
    dialog.exec()
    del application


def _show_by_system(text: str) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, PROGRAM, 0x10)
        return
    if sys.platform == "darwin":
        script = "on run argv\ndisplay alert (item 1 of argv) message (item 2 of argv) as critical\nend run"
        subprocess.run(["osascript", "-e", script, PROGRAM, text], check=False)
        return
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):  # the libraries of the packaged app are not for other programs
        environment.pop("LD_LIBRARY_PATH", None)
    for program, *options in PROGRAMS:
        if found := shutil.which(program):
            subprocess.run([found, *options, text], env=environment, stderr=subprocess.DEVNULL, check=False)
            return
