"""A newcomer's way through the real program, as screenshots: ``python -m scripts.film_strip FOLDER SOUNDS``.

Start, touch, drop, learn, play, export, quit, start again. The program runs on a virtual screen with a dummy JACK
server, in a home of its own; its buttons are pressed as a screen reader presses them, and the pad is dragged with the
mouse. Prints the seconds from the start to the own instrument, and what came back at the second start.
``tests/programs/test_film_strip.py`` runs it, too.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from testing.screen_reader import ScreenReader, Spoken, screen_reader
from testing.servers import end_process, jack_server, virtual_screen, wait_for

PATIENCE_S = 600.0
WINDOW = "vschaos_studio"


class Newcomer:
    """Sees and touches the program, and photographs it.

    Parameters
    ----------
    reader
        Tells what is on the screen.
    environment
        Of all programs.
    folder
        Where the pictures go.
    """

    def __init__(self, reader: ScreenReader, environment: dict[str, str], folder: Path) -> None:
        self._reader = reader
        self._environment = environment
        self._folder = folder
        self._pictures = 0

    @contextmanager
    def program(self, *paths: Path) -> Iterator[None]:
        """The program, from its start to its end by a signal, as at the end of a session."""
        process = subprocess.Popen([sys.executable, "-m", WINDOW, *map(str, paths)], env=self._environment)
        try:
            self.see("Latent pad")
            yield
        finally:
            process.terminate()
            wait_for(lambda: process.poll() is not None, PATIENCE_S, "the end")
            end_process(process)

    def hand_over(self, path: Path) -> None:
        """Give the running program a file or folder, as its second start does."""
        subprocess.run([sys.executable, "-m", WINDOW, str(path)], env=self._environment, check=True)

    def see(self, name: str, role: str = "", showing: bool = True) -> Spoken:
        """Wait until something of this name is there; returns it."""

        def fits(node: Spoken) -> bool:
            return node.name == name and (not role or node.role == role) and (node.showing or not showing)

        return wait_for(lambda: next(filter(fits, self._everything(not showing)), None), PATIENCE_S, name)

    def press(self, name: str, role: str = "") -> None:
        """Press it, as soon as it is there."""
        self._reader.press(self.see(name, role))

    def drag(self, name: str, during: Callable[[], None]) -> None:
        """Drag in a circle over it, with the button down."""
        left, top, width, height = self._reader.extents(self.see(name))
        steps = ["mousemove", str(left + width // 4), str(top + height // 2), "mousedown", "1"]
        for step in range(40):
            angle = math.pi + 2 * math.pi * step / 40
            x, y = left + width * (0.5 + 0.25 * math.cos(angle)), top + height * (0.5 + 0.25 * math.sin(angle))
            steps += ["mousemove", f"{x:.0f}", f"{y:.0f}", "sleep", "0.05"]
        self._run("xdotool", *steps)
        during()
        self._run("xdotool", "mouseup", "1")

    def photograph(self, title: str) -> None:
        """Take a picture of the screen."""
        self._pictures += 1
        self._run("import", "-window", "root", str(self._folder / f"{self._pictures}-{title}.png"))

    def _everything(self, hidden: bool) -> Iterator[Spoken]:
        for program in self._reader.programs():
            yield from self._reader.below(program, hidden)

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True)


def film(folder: Path, sounds: Path) -> dict[str, object]:
    """Make the pictures; returns what was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        jack_server() as jack,
        virtual_screen() as screen,
        screen_reader(Path(home) / "run") as (reader, environment),
    ):
        own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), home)
        sounding = {name: value for name, value in jack.environment.items() if name.startswith("JACK")}
        newcomer = Newcomer(reader, environment | sounding | screen | own, folder)
        return {
            "seconds_to_the_own_instrument": round(first_time(newcomer, sounds), 1),
            "came_back": second_time(newcomer, sounds.name),
        }


def first_time(newcomer: Newcomer, sounds: Path) -> float:
    """From the start to the export; returns the seconds from the start to the own instrument."""
    begin_s = time.monotonic()
    with newcomer.program():
        newcomer.see("Touch the pad")
        newcomer.photograph("start")
        newcomer.press("Close", "push button")
        newcomer.press("Play", "check box")
        newcomer.see("Stop", "check box")
        newcomer.drag("Latent pad", lambda: newcomer.photograph("touch"))
        newcomer.hand_over(sounds)
        newcomer.see("Train an instrument on these sounds  →")
        newcomer.photograph("drop")
        newcomer.press("Train an instrument on these sounds  →")
        newcomer.press("Start training")
        # It is on the Play page as soon as there is something to hear, while the Train page is shown.
        newcomer.see(sounds.name, "combo box", showing=False)
        seconds = time.monotonic() - begin_s
        newcomer.photograph("learn")
        newcomer.press("Stop and keep")
        newcomer.press("Play it")
        newcomer.drag("Latent pad", lambda: newcomer.photograph("play"))
        newcomer.press("Export", "radio button")
        newcomer.press("Export for nn~")
        newcomer.see("Show in folder", "push button")
        newcomer.photograph("export")
        newcomer.press("Play", "radio button")
        newcomer.see("Latent pad")
    return seconds


def second_time(newcomer: Newcomer, instrument: str) -> str:
    """The next start; returns the instrument that is there."""
    with newcomer.program():
        found = newcomer.see(instrument, "combo box").name
        newcomer.photograph("again")
    return found


if __name__ == "__main__":
    print(json.dumps(film(Path(sys.argv[1]), Path(sys.argv[2])), indent=2, ensure_ascii=False))
