"""One window a user: a second start of the program hands its files to the first, and ends.

The first start holds a lock beside the settings and listens on a local socket, which only this user may use. A lock of
a program that was killed counts for nothing.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QLockFile, QObject, Signal

from vschaos.files import make_folder

try:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket
except ImportError:  # a system library of Qt's network module is missing: every start has a window then
    QLocalServer = QLocalSocket = None

log = logging.getLogger(__name__)

LOCK = "studio.lock"
WAIT_MS = 2000
PATIENCE_S = 5.0
"""The first program may still be starting; after this time, the second opens a window of its own."""

LONGEST = 4 << 20
"""Bytes of a message: more than a command line can hold."""


class _Opened(msgspec.Struct):
    """What a second start says.

    Attributes
    ----------
    path, more
        The paths that it was to open, in the bytes of the system. An earlier version reads the first alone.
    version
        Of the program.
    """

    path: bytes = b""
    more: tuple[bytes, ...] = ()
    version: str = ""


class FirstStart(QObject):
    """Whether this is the first start, and what later ones ask for.

    Signals
    -------
    asked
        The paths that a later start was to open, and its version: the window is to come to the front.

    Parameters
    ----------
    folder
        That of the settings: programs with other settings do not know each other.
    version
        Of this program.
    """

    asked = Signal(object, str)

    def __init__(self, folder: Path, version: str) -> None:
        super().__init__()
        self._version = version
        self._folder = folder
        self._name = "vschaos-studio-" + hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
        self._lock = QLockFile(os.fsdecode(folder / LOCK))
        # It is held as long as the program runs: age says nothing.
        self._lock.setStaleLockTime(0)
        self._server = None

    def hand_over(self, paths: Sequence[Path], *, patience_s: float = PATIENCE_S) -> bool:
        """Whether another start was first and has taken the paths; this one has nothing left to do then."""
        if QLocalSocket is None:
            return False
        try:
            make_folder(self._folder)
        except OSError:
            return False
        first, *more = [os.fsencode(path.absolute()) for path in paths] or [b""]
        message = msgspec.json.encode(_Opened(first, tuple(more), self._version)) + b"\n"
        end = time.monotonic() + patience_s
        while not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                return False
            if _send(self._name, message):
                return True
            if time.monotonic() > end:
                log.warning("another start holds the lock and does not answer")
                return False
            time.sleep(0.1)
        self._listen()
        return False

    def close(self) -> None:
        """Before the program ends: a later start is the first again."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _listen(self) -> None:
        if QLocalServer is None:
            return
        self._server = server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._greet)
        QLocalServer.removeServer(self._name)  # what a program that was killed left
        if not server.listen(self._name):
            log.warning("later starts cannot be heard: %s", server.errorString())

    def _greet(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._read)

    def _read(self) -> None:
        socket = self.sender()
        if QLocalSocket is None or not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        try:
            message = msgspec.json.decode(bytes(socket.readLine(LONGEST).data()), type=_Opened)
        except (msgspec.DecodeError, RecursionError):
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
        # Not as text: of a name that is none, Qt would drop letters.
        paths = tuple(Path(os.fsdecode(path)) for path in (message.path, *message.more) if path)
        self.asked.emit(paths, message.version)


def _send(name: str, message: bytes) -> bool:
    """Whether the first start has answered."""
    assert QLocalSocket is not None
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(message)
    answered = socket.waitForBytesWritten(WAIT_MS) and socket.waitForReadyRead(WAIT_MS)
    socket.abort()
    return answered
