"""Whether the JACK server lives that PortAudio is a client of.

PortAudio ends the process (an assertion in its ``Terminate``) when it is to look for devices again, or to end, after
that server has died, and does not report it. So libjack informs a client of our own, which has no ports. Where
libjack cannot be loaded, PortAudio does not use it either.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from vschaos.realtime.devices.outputs import quiet

NAME = b"vschaos-watch"
LIBRARIES = {"win32": ("libjack64.dll",), "darwin": ("libjack.0.dylib", "/usr/local/lib/libjack.dylib")}

# jack/types.h
_NO_START_SERVER = 0x01

_Shutdown = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class JackWatch:
    """A client that notices the end of the server. For one thread, but for :attr:`died`."""

    def __init__(self) -> None:
        self._client: int | None = None
        # Kept as long as this object: libjack may call it at any time.
        self._callback = _Shutdown(self._shut_down)
        self.died = False
        """Whether the server has ended while PortAudio was its client."""

    def watch(self) -> None:
        """Watch the server that PortAudio has just found devices of; one that is gone by now has died."""
        if self._client is None and not self.died and (library := _library()) is not None:
            self._client = _open(library, lambda client: library.jack_on_shutdown(client, self._callback, None))
            self.died = self._client is None

    def leave(self) -> None:
        """Watch no more. The client of a dead server is left alone: closing it would wait for an answer."""
        client, self._client = self._client, None
        if client is not None and not self.died and (library := _library()) is not None:
            library.jack_client_close(client)

    def _shut_down(self, _argument: object) -> None:
        self.died = True


def server_runs() -> bool:
    """Whether there is a JACK server."""
    library = _library()
    client = None if library is None else _open(library, lambda _: None)
    if library is None or client is None:
        return False
    library.jack_client_close(client)
    return True


def _open(library: Any, prepare: Callable[[int], object]) -> int | None:
    with quiet():
        client = library.jack_client_open(NAME, _NO_START_SERVER, None)
    if client:
        prepare(client)
    return client or None


@cache
def _library() -> Any:
    """Libjack, silenced; None if there is none."""
    for name in LIBRARIES.get(sys.platform, ("libjack.so.0",)):
        with contextlib.suppress(OSError):
            library = ctypes.CDLL(name)
            library.jack_client_open.restype = ctypes.c_void_p
            library.jack_client_open.argtypes = (ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p)
            library.jack_on_shutdown.argtypes = (ctypes.c_void_p, _Shutdown, ctypes.c_void_p)
            library.jack_client_close.argtypes = (ctypes.c_void_p,)
            return library
    return None
