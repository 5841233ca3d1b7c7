"""Checks before Qt is loaded: a missing library or screen is reported in a sentence, where Qt itself would abort.

Only the standard library may be imported here.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    """Why the window cannot open, and the remedy."""

    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"vschaos studio cannot start: {self.sentence}\n{self.remedy}"


def find_obstacle(
    *,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    has_library: Callable[[str], bool] | None = None,
    answers: Callable[[], bool] | None = None,
    has_module: Callable[[str], bool] | None = None,
) -> Obstacle | None:
    """What would prevent Qt from opening a window; None if nothing is known.

    Parameters
    ----------
    environment, platform
        Of this process.
    has_library, answers, has_module
        Whether a shared library loads, the X server takes a connection, a Python module is installed.
    """
    if not (has_module or _has_module)("PySide6"):
        return Obstacle("PySide6 is not installed.", f"Install it: {sys.executable} -m pip install vschaos-studio")
    if platform != "linux":
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    needs_screen = chosen not in WITHOUT_SCREEN
    x11 = needs_screen and chosen != "wayland" and bool(environment.get("DISPLAY"))
    # The packaged app includes its libraries.
    if not getattr(sys, "frozen", False):
        needed = ALWAYS | (FOR_X11 if x11 else {})
        missing = [package for library, package in needed.items() if not (has_library or _has_library)(library)]
        if missing:
            return Obstacle(
                "system libraries for its window are missing.",
                f"On Debian and Ubuntu, install them with: sudo apt install {' '.join(missing)}",
            )
    if needs_screen and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return Obstacle(
            "no screen was found.",
            "Start it from a desktop session, or play without a window: vschaos play INSTRUMENT",
        )
    if x11 and not environment.get("WAYLAND_DISPLAY") and not (answers or _x_server_answers)():
        return Obstacle(
            f"the screen “{environment['DISPLAY']}” does not answer.",
            "Start it from a desktop session, or set DISPLAY to a screen that you have permission to use.",
        )
    return None


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
