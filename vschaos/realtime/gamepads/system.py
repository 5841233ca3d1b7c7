"""Which gamepads are connected, and what they do, by SDL; without a window. Used by the gamepad thread alone.

SDL knows the common gamepads by heart, and names their parts alike. Of any other joystick the axes and buttons have
numbers. The library is loaded when it is needed first: that takes a tenth of a second and 8 MB.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Any, Protocol

from vschaos.errors import DeviceError
from vschaos.performance.gamepad_decoder import BUTTONS, STICKS, TRIGGERS, GamepadMove, axis, button

HINTS = (
    b"SDL_NO_SIGNAL_HANDLERS",  # SIGTERM is the engine's
    b"SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS",  # there is no window to have the focus
    b"SDL_JOYSTICK_THREAD",  # Windows: without a window, a thread of SDL's receives
)
LARGEST = 32767.0
UPWARDS_NEGATIVE = ("left y", "right y")

NO_LIBRARY = DeviceError(
    "Gamepads are off: the library SDL is missing.", "Install it (pip install PySDL2 pysdl2-dll) and start again."
)


class GamepadSystem(Protocol):
    """The gamepads of a computer."""

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are connected."""
        ...

    def open(self) -> None:
        """Begin to look for gamepads. Raises `DeviceError` if that is not possible."""
        ...

    def poll(self) -> list[GamepadMove]:
        """What has moved since last time; also opens and closes what was connected and disconnected."""
        ...

    def close(self) -> None:
        """Close everything."""
        ...


class SdlGamepads:
    """Gamepads and joysticks by SDL 2."""

    def __init__(self) -> None:
        self._sdl: Any = None
        self._open: dict[int, _Device] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """See :class:`GamepadSystem`."""
        return tuple(one.name for one in self._open.values())

    def open(self) -> None:
        """See :class:`GamepadSystem`."""
        sdl = library()
        for hint in HINTS:
            sdl.SDL_SetHint(hint, b"1")
        if sdl.SDL_InitSubSystem(sdl.SDL_INIT_GAMECONTROLLER) != 0:
            raise DeviceError(
                f"Gamepads cannot be read: {sdl.SDL_GetError().decode(errors='replace')}.", "Connect the gamepad again."
            )
        self._sdl, self._event = sdl, sdl.SDL_Event()

    def poll(self) -> list[GamepadMove]:
        """See :class:`GamepadSystem`."""
        moves: list[GamepadMove] = []
        sdl, event = self._sdl, self._event
        while sdl.SDL_PollEvent(ctypes.byref(event)):
            kind = event.type
            if kind == sdl.SDL_JOYDEVICEADDED:
                self._add(event.jdevice.which)
            elif kind == sdl.SDL_JOYDEVICEREMOVED:
                self._remove(event.jdevice.which)
            elif (move := self._move(kind, event)) is not None:
                moves.append(move)
        return moves

    def close(self) -> None:
        """See :class:`GamepadSystem`."""
        if self._sdl is not None:
            for which in tuple(self._open):
                self._remove(which)
            self._sdl.SDL_QuitSubSystem(self._sdl.SDL_INIT_GAMECONTROLLER)
            self._sdl = None

    def _add(self, index: int) -> None:
        sdl, which = self._sdl, self._sdl.SDL_JoystickGetDeviceInstanceID(index)
        if which < 0 or which in self._open:
            return
        is_known = bool(sdl.SDL_IsGameController(index))
        handle = sdl.SDL_GameControllerOpen(index) if is_known else sdl.SDL_JoystickOpen(index)
        if handle:
            name = (sdl.SDL_GameControllerName if is_known else sdl.SDL_JoystickName)(handle) or b"Gamepad"
            self._open[which] = _Device(handle, name.decode(errors="replace"), is_known)

    def _remove(self, which: int) -> None:
        device = self._open.pop(which, None)
        if device is not None:
            close = self._sdl.SDL_GameControllerClose if device.is_known else self._sdl.SDL_JoystickClose
            close(device.handle)

    def _move(self, kind: int, event: Any) -> GamepadMove | None:
        """What an event means; a gamepad that SDL knows also sends events as a joystick, which do not count."""
        sdl = self._sdl
        if kind == sdl.SDL_CONTROLLERAXISMOTION and event.caxis.axis < len(_AXES):
            source, value = _AXES[event.caxis.axis], event.caxis.value / LARGEST
            return GamepadMove(str(event.caxis.which), source, -value if source in UPWARDS_NEGATIVE else value)
        if kind in (sdl.SDL_CONTROLLERBUTTONDOWN, sdl.SDL_CONTROLLERBUTTONUP) and event.cbutton.button < len(BUTTONS):
            name = BUTTONS[event.cbutton.button]
            return GamepadMove(str(event.cbutton.which), button(name), float(event.cbutton.state))
        if kind == sdl.SDL_JOYAXISMOTION and self._is_unknown(event.jaxis.which):
            return GamepadMove(str(event.jaxis.which), axis(event.jaxis.axis + 1), event.jaxis.value / LARGEST)
        if kind in (sdl.SDL_JOYBUTTONDOWN, sdl.SDL_JOYBUTTONUP) and self._is_unknown(event.jbutton.which):
            return GamepadMove(str(event.jbutton.which), button(event.jbutton.button + 1), float(event.jbutton.state))
        return None

    def _is_unknown(self, which: int) -> bool:
        device = self._open.get(which)
        return device is not None and not device.is_known


class _Device:
    def __init__(self, handle: Any, name: str, is_known: bool) -> None:
        self.handle = handle
        self.name = name
        self.is_known = is_known


_AXES = (*STICKS, *TRIGGERS)
"""In the order of SDL."""


def library() -> Any:
    """The module ``sdl2``.

    Raises
    ------
    DeviceError
        If it is missing, or SDL itself.
    """
    try:
        with suppress(ImportError):
            import sdl2dll  # noqa: F401  # pyright: ignore[reportMissingImports] - SDL itself, where pip brought it
        import sdl2  # pyright: ignore[reportMissingImports]
    except ImportError as error:
        raise NO_LIBRARY from error
    return sdl2
