"""A small desktop inside a Debian system: a screen, a window manager, a message bus and a sound server; and its user.

The user starts programs, opens files, presses keys, looks and listens. The tree of windows is read as a screen reader
reads it.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from scripts.app.bare_debian import USER, USER_ID, Debian
from testing.screen_reader import ScreenReader, Spoken

DISPLAY = ":97"
SINK = "room"
PATIENCE_S = 600.0
POLL_S = 0.02
READ_S = 1.0
"""Between two readings of all windows, which take the program's time."""

_T = TypeVar("_T")


def environment(home: Path, runtime: str = f"/run/user/{USER_ID}") -> dict[str, str]:
    """That of a user who has just logged in; ``runtime`` is a folder of this user alone."""
    return {
        "HOME": str(home),
        "USER": USER,
        "LOGNAME": USER,
        "SHELL": "/bin/sh",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "DISPLAY": DISPLAY,
        "XDG_RUNTIME_DIR": runtime,
        "XDG_SESSION_TYPE": "x11",
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def wait_for(found: Callable[[], _T | None], what: str, *, poll_s: float = POLL_S) -> _T:
    """Wait until something is there.

    Raises
    ------
    TimeoutError
        If it does not come.
    """
    end = time.monotonic() + PATIENCE_S
    while True:
        result = found()
        if result:
            return result
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {PATIENCE_S:.0f} s")
        time.sleep(poll_s)


class Session:
    """A user at a desktop.

    Parameters
    ----------
    system
        Where it runs.
    reader
        Reads the windows.
    pictures
        Folder of the screenshots.
    """

    def __init__(self, system: Debian, reader: ScreenReader, pictures: Path) -> None:
        self.system = system
        self.reader = reader
        self._pictures = pictures

    def windows(self, name: str) -> list[str]:
        """The windows that are shown with this in their titles."""
        found = self.system.run("xdotool", "search", "--onlyvisible", "--name", name, check=False).stdout
        return found.split()

    def title(self, name: str) -> str:
        """The whole title of the window with this in its title; empty if there is none."""
        shown = self.windows(name)
        return self.system.run("xdotool", "getwindowname", shown[-1], check=False).stdout.strip() if shown else ""

    def turn_to(self, name: str) -> None:
        """Give the keys to a window."""
        window = wait_for(lambda: self.windows(name), f"a window “{name}”")[-1]
        self.system.run("xdotool", "windowactivate", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.system.run("xdotool", "key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.system.run("xdotool", "type", "--delay", "30", text)

    def picture(self, name: str) -> None:
        """Keep a screenshot."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self.system.run("import", "-window", "root", "/tmp/picture.png")
        (self._pictures / f"{name}.png").write_bytes(self.system.path("/tmp/picture.png").read_bytes())

    def sees_something(self) -> bool:
        """Whether the middle of the screen has more than one colour."""
        area = ("-crop", "400x300+520+300", "-colorspace", "gray", "-depth", "8", "gray:/tmp/middle")
        self.system.run("import", "-window", "root", *area)
        return len(set(self.system.path("/tmp/middle").read_bytes())) > 1

    def processes(self, name: str) -> list[str]:
        """The processes whose program's name begins like this; those that have ended do not count."""
        return self.system.run("pgrep", "--runstates", "D,R,S", f"^{name}", check=False).stdout.split()

    def hear(self, name: str, role: str = "", where: Callable[[Spoken], bool] = lambda node: node.showing) -> Spoken:
        """Wait until something can be read whose name begins like this."""

        def found() -> Spoken | None:
            for program in self.reader.programs():
                for node in self.reader.below(program):
                    if node.name.startswith(name) and role in ("", node.role) and where(node):
                        return node
            return None

        return wait_for(found, f"“{name}”", poll_s=READ_S)

    def click(self, name: str, role: str = "") -> None:
        """Press what is read by this name."""
        self.reader.press(self.hear(name, role))

    def loudness(self, seconds: float = 2.0) -> int:
        """The root mean square of what sounds, in steps of 16 bits."""
        recorder = subprocess.Popen(
            self.system.command(
                ["parec", f"--device={SINK}.monitor", "--format=s16le", "--channels=1", "--rate=48000"]
            ),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert recorder.stdout is not None
        try:
            heard = np.frombuffer(recorder.stdout.read(int(seconds * 48_000) * 2), np.int16)
            return round(float(np.sqrt(np.mean(np.square(heard, dtype=np.float64)))))
        finally:
            recorder.kill()
            recorder.wait()
            recorder.stdout.close()


@contextmanager
def session(system: Debian, pictures: Path) -> Iterator[Session]:
    """Log in, and out again at the end."""
    sound = "module-native-protocol-unix", f"module-null-sink sink_name={SINK} rate=48000 channels=2"
    server = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--realtime=no"]
    started: list[subprocess.Popen[bytes]] = []
    try:
        started.append(system.start("dbus-daemon", "--session", "--nofork", f"--address={_bus(system)}"))
        started.append(system.start("Xvfb", DISPLAY, "-screen", "0", "1440x900x24", "-nolisten", "tcp"))
        wait_for(lambda: system.path(_bus(system).removeprefix("unix:path=")).exists(), "the message bus")
        wait_for(lambda: system.run("xprop", "-root", check=False).returncode == 0, "the screen")
        started.append(system.start("openbox"))
        started.append(system.start(*server, *(part for one in sound for part in ("-L", one))))
        wait_for(lambda: SINK in system.run("pactl", "list", "short", "sinks", check=False).stdout, "the sound server")
        with _accessibility(system) as connection:
            yield Session(system, ScreenReader(connection), pictures)
    finally:
        for one in reversed(started):
            one.terminate()
        for one in started:
            one.wait()


@contextmanager
def _accessibility(system: Debian) -> Iterator[DBusConnection]:
    """The bus of the screen reader; the user alone may connect to it."""
    before = os.geteuid()
    if system.root != Path("/"):
        os.seteuid(USER_ID)
    try:
        with open_dbus_connection(_outside(system, _bus(system))) as bus:
            ask = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            address = bus.send_and_get_reply(ask, timeout=PATIENCE_S).body[0]
        connection = open_dbus_connection(_outside(system, address))
    finally:
        os.seteuid(before)
    with connection:
        yield connection


def _bus(system: Debian) -> str:
    return system.environment["DBUS_SESSION_BUS_ADDRESS"]


def _outside(system: Debian, address: str) -> str:
    """The address of a bus inside, as it is reached from outside."""
    return re.sub(r"unix:path=([^,]*)", lambda found: f"unix:path={system.path(found[1])}", address)
