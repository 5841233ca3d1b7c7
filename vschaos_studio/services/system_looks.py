"""What the system asks of windows: colours, contrast, room for fingers, less motion; and when that changes."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice

PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
PORTAL_SETTINGS = "org.freedesktop.portal.Settings"
MOTION_SETTINGS = {
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: int(value) == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: not value,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): lambda value: float(value) == 0.0,
}
"""Settings of Linux desktops, by namespace and key, and whether a value asks for less motion."""

SPI_GETCLIENTAREAANIMATION = 0x1042


class SystemLooks(QObject):
    """Reads the system's settings at the start, and again whenever the program comes to the front.

    Signals
    -------
    changed
        One of them is another one now.
    """

    changed = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._hints = application.styleHints()
        self._asks: dict[tuple[str, str], bool] = {}
        self._pending: list[Any] = []
        self._seen = (self.less_motion, self.has_touch_screen)
        self._hints.colorSchemeChanged.connect(self._on_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_changed)
        application.applicationStateChanged.connect(self._on_state)
        self._ask_portal()

    @property
    def is_light(self) -> bool:
        """Whether it asks for dark text on light ground."""
        return self._hints.colorScheme() is Qt.ColorScheme.Light

    @property
    def is_contrasty(self) -> bool:
        """Whether it asks for high contrast."""
        return self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    @property
    def has_touch_screen(self) -> bool:
        """Whether there is a screen for fingers."""
        return any(one.type() is QInputDevice.DeviceType.TouchScreen for one in QInputDevice.devices())

    @property
    def less_motion(self) -> bool:
        """Whether it asks for windows without animations."""
        if sys.platform == "win32":
            return _windows_reduces_motion()
        if sys.platform == "darwin":
            return _mac_reduces_motion()
        return any(self._asks.values())

    def override(self, scheme: Qt.ColorScheme) -> None:
        """Have the frames that the system paints light or dark; unknown: as the system likes."""
        self._hints.setColorScheme(scheme)

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._ask_portal()
            self._compare()

    def _compare(self) -> None:
        seen = (self.less_motion, self.has_touch_screen)
        if seen != self._seen:
            self._seen = seen
            self.changed.emit()

    # ── the portal of Linux desktops ─────────────────────────────────────────────────────────────────────

    def _ask_portal(self) -> None:
        if not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        self._pending = []
        for setting in MOTION_SETTINGS:
            call = QDBusMessage.createMethodCall(PORTAL, PORTAL_PATH, PORTAL_SETTINGS, "Read")
            call.setArguments(list(setting))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
            watcher.setProperty("setting", list(setting))
            watcher.finished.connect(self._on_answer)
            self._pending.append(watcher)

    def _on_answer(self, watcher: Any) -> None:
        namespace, key = watcher.property("setting")
        arguments = watcher.reply().arguments()
        watcher.deleteLater()
        if arguments and not watcher.isError():
            value = arguments[0]
            while hasattr(value, "variant"):
                value = value.variant()
            self._asks[namespace, key] = MOTION_SETTINGS[namespace, key](value)
            self._compare()


def _windows_reduces_motion() -> bool:
    shown = ctypes.c_int(1)
    call = ctypes.windll.user32.SystemParametersInfoW  # pyright: ignore[reportAttributeAccessIssue]
    return bool(call(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)) and not shown.value


def _mac_reduces_motion() -> bool:
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = (ctypes.c_char_p,)
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    ask = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    workspace = send(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    return ask(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion"))
