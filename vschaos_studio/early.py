"""What keeps the window from opening: found before Qt is loaded, which would abort, or explained from an exception.

Of what is not the standard library, only `language` and `vschaos.errors` may be imported here.
"""

from __future__ import annotations

import ctypes
import errno
import importlib.util
import os
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vschaos.edition import PROGRAM
from vschaos.errors import VschaosError
from vschaos_studio.language import tr, translated

OLDEST_PYTHON = (3, 11)
_TEMPORARY = os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"

WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt platforms that need no X server."""

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries that Qt needs on Linux, and the Debian and Ubuntu packages that hold them."""

FOR_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
}


@dataclass(frozen=True)
class Obstacle:
    """Why the window cannot open, the remedy, and details for whoever helps."""

    sentence: str
    remedy: str
    details: str = ""

    def __str__(self) -> str:
        return "\n".join((tr("{program} cannot start: {reason}", program=PROGRAM, reason=self.sentence), self.remedy))


def find_obstacle(
    *,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    python: tuple[int, ...] = sys.version_info[:2],
    has_library: Callable[[str], bool] | None = None,
    answers: Callable[[], bool] | None = None,
    has_module: Callable[[str], bool] | None = None,
) -> Obstacle | None:
    """What would prevent Qt from opening a window; None if nothing is known.

    Parameters
    ----------
    environment, platform, python
        Of this process.
    has_library, answers, has_module
        Whether a shared library loads, the X server takes a connection, a Python module is installed.
    """
    if python < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        return Obstacle(
            tr("this is Python {found}.", found=".".join(map(str, python))),
            tr("Install Python {needed} or newer, and start it with that.", needed=needed),
        )
    if not (has_module or _has_module)("PySide6"):
        command = f"{sys.executable} -m pip install vschaos-studio"
        return Obstacle(tr("PySide6 is not installed."), tr("Install it: {command}", command=command))
    if platform != "linux":
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    needs_screen = chosen not in WITHOUT_SCREEN
    x11 = needs_screen and chosen != "wayland" and bool(environment.get("DISPLAY"))
    needed = ALWAYS | (FOR_X11 if x11 else {})
    missing = [library for library in needed if not (has_library or _has_library)(library)]
    if missing:
        command = f"sudo apt install {' '.join(needed[library] for library in missing)}"
        return Obstacle(
            tr("system libraries for its window are missing."),
            tr("On Debian and Ubuntu, install them with: {command}", command=command),
            "\n".join(missing),
        )
    if needs_screen and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return Obstacle(
            tr("no screen was found."),
            tr("Start it from a desktop session, or play without a window: vschaos play INSTRUMENT"),
        )
    if x11 and not environment.get("WAYLAND_DISPLAY") and not (answers or _x_server_answers)():
        return Obstacle(
            tr("the screen “{name}” does not answer.", name=environment["DISPLAY"]),
            tr("Start it from a desktop session, or set DISPLAY to a screen that you have permission to use."),
        )
    return None


def explain(error: BaseException) -> Obstacle:
    """Why an exception, which nobody caught while the window was made, keeps it from opening."""
    details = "".join(traceback.format_exception(error))
    number, reason = (error.errno, error.strerror) if isinstance(error, OSError) else (None, None)
    file = getattr(error, "filename", None) or ""
    if isinstance(error, VschaosError):
        # Its remedies are those of the repository.
        again = getattr(sys, "frozen", False)
        remedy = tr("Install {program} again.", program=PROGRAM) if again else translated(error.remedy)
        return Obstacle(translated(error.sentence), remedy, details)
    if number == errno.ENOENT and not file:  # what Python says where it finds no folder of temporary files
        remedy = tr("Make room on the disk, and let yourself write into “{folder}”.", folder=_TEMPORARY)
        return Obstacle(tr("no temporary file can be written."), remedy, details)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Obstacle(tr("the disk is full."), tr("Make room on the disk, then start again."), details)
    if isinstance(error, ImportError) or (number == errno.ENOENT and "vschaos_resources" in str(file)):
        part = getattr(error, "name", None) or file or error
        return Obstacle(
            tr("a part of it is missing or damaged: {part}.", part=part),
            tr("Install {program} again.", program=PROGRAM),
            details,
        )
    if number is not None:
        what = tr("“{file}”: {reason}.", file=file, reason=translated(reason or str(error)))
        return Obstacle(what, tr("Make this file or folder readable and writable, then start again."), details)
    return Obstacle(
        tr("there is an error in the program."),
        tr("Install its newest version. If it does not start either, send the details to whoever made it."),
        details,
    )


def _has_module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def _has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    for name in ("xcb_connection_has_error", "xcb_disconnect"):
        getattr(xcb, name).argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
