"""What a person does with the installed app: starts it, opens files, learns, plays, exports, and quits.

The player of instruments learns and exports nothing: there, these parts are left out.
"""

from __future__ import annotations

import json
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import numpy as np

from scripts.app.desktop_session import Session, wait_for
from vschaos.audio import write_audio

COMMANDS = (
    "gio",
    "gtk-launch",
    "import",
    "openbox",
    "parec",
    "pulseaudio",
    "xdg-mime",
    "xdg-open",
    "xdotool",
    "xprop",
    "Xvfb",
)
"""Programs of the desktop that this needs."""

RATE_HZ = 44_100
SOUNDS = 8
AUDIBLE = 50
"""Root mean square of what can be heard, in steps of 16 bits."""

SMALL = ("model.encoder={hidden_dims: [32], components: 0}", "model.decoder.hidden_dims=[32]", "training.batch_size=8")
"""A network that learns in seconds on any computer."""


class Notes(Protocol):
    """Takes down what was found."""

    found: dict

    def step(self, name: str) -> AbstractContextManager[None]:
        """A step that may fail."""
        ...

    def require(self, name: str, fact: object, *, right: bool) -> None:
        """A fact, and whether it is right."""
        ...


class UserStory:
    """A person with an app.

    Parameters
    ----------
    user
        At the desktop.
    facts
        What is found.
    name
        Of the app and its menu entry.
    place
        Where the app is installed.
    """

    def __init__(self, user: Session, facts: Notes, name: str, place: Path) -> None:
        self._user, self._facts, self._name, self._place = user, facts, name, place
        self._system = user.system
        self._home = user.system.home
        self._learned = self._home / "bells.vschaos"
        self._title = f" – {name.replace('-', ' ')}"
        self._learns = name == "vschaos-studio"

    def whole(self) -> None:
        """All of it, from the first start on."""
        facts, user = self._facts, self._user
        with facts.step("first start, from the menu"):
            facts.found["first_window_s"] = self._launch()
            user.hear("Touch the pad")
            user.picture("1-first-start")
            shown = self._system.run("xprop", "-id", user.windows(self._title)[-1], "WM_CLASS").stdout
            facts.require("window_class", shown.strip(), right=f'"{self._name}"' in shown)
            self._quit()
        with facts.step("second start, from the menu"):
            facts.found["second_window_s"] = self._launch()
            user.turn_to(self._title)
            user.picture("2-second-start")
        with facts.step("learn" if self._learns else "get an instrument"):
            self._learn() if self._learns else self._get_instrument()
        with facts.step("double click on an instrument, the app runs"):
            self._check_type(self._learned, "application/x-vschaos-instrument")
            self._system.start("gio", "open", self._learned)
            user.hear("bells")
            user.picture("3-instrument")
            self._require_one_window()
        with facts.step("play"):
            self._play()
        with facts.step("double click on a project, the app runs"):
            self._open_project()
        if self._learns:
            with facts.step("learn in the window"):
                self._learn_in_window()
            with facts.step("export in the window"):
                self._export_in_window()
        else:
            with facts.step("where one learns"):
                self._ask_to_learn()
        with facts.step("quit"):
            self._quit()
        with facts.step("double click on an instrument, the app does not run"):
            start = time.monotonic()
            self._system.start("xdg-open", self._learned)
            facts.found["double_click_window_s"] = self._window_after(start)
            user.hear("bells")
            user.picture("8-double-click")
            self._quit()
        with facts.step("the commands"):
            self._use_commands()
        with facts.step("the log"):
            self._check_log()

    def start_and_quit(self, picture: str) -> None:
        """Only that it is in the menu and starts."""
        with self._facts.step(f"start and quit ({picture})"):
            self._facts.found[f"{picture}_window_s"] = self._launch()
            self._user.hear("Touch the pad")
            self._user.picture(picture)
            self._quit()

    def _launch(self) -> float:
        start = time.monotonic()
        self._system.start("gtk-launch", self._name)
        return self._window_after(start)

    def _window_after(self, start: float) -> float:
        wait_for(lambda: self._user.windows(self._title) and self._user.sees_something(), "the painted window")
        return round(time.monotonic() - start, 2)

    def _quit(self) -> None:
        self._user.turn_to(self._title)
        self._user.press("Escape", "ctrl+q")
        wait_for(lambda: not self._user.processes("vschaos"), "the end of all processes")

    def _check_type(self, file: Path, kind: str) -> None:
        found = self._system.run("gio", "info", "--attributes=standard::content-type", file).stdout.split()[-1]
        self._facts.require(f"type_of_{file.suffix[1:]}", found, right=found == kind)
        handler = self._system.run("xdg-mime", "query", "default", kind).stdout.strip()
        self._facts.require(f"opens_{file.suffix[1:]}", handler, right=handler == f"{self._name}.desktop")

    def _require_one_window(self) -> None:
        shown = self._user.windows(self._title)
        self._facts.require("windows", len(shown), right=len(shown) == 1)

    def _learn(self) -> None:
        """Learn by the command, from a folder of sounds."""
        sounds = self._system.path(self._home / "bells")
        sounds.mkdir()
        for number in range(SOUNDS):
            write_audio(sounds / f"bell {number}.wav", _bell(number), RATE_HZ)
        settings = ("--json", "name=bells", f"rundir={self._home}/runs", f"+data.dataset.root={self._home}/bells")
        said = self._system.run(self._place / "vschaos", "train", *settings, *SMALL, "training.max_steps=20").stdout
        result = json.loads(said.splitlines()[-1])
        self._facts.require("learned_steps", result["step"], right=result["step"] == 20)
        self._system.run("cp", result["instrument"], self._learned)

    def _play(self) -> None:
        user = self._user
        user.hear("Latent pad")
        user.turn_to(self._title)
        user.press("space", "Right", "Right", "Up")
        wait_for(lambda: user.loudness(0.5) > AUDIBLE, "sound")
        self._facts.found["loudness"] = user.loudness()
        user.press("r")
        wait_for(lambda: user.loudness(0.5) > AUDIBLE, "sound while it records")
        user.press("r")
        user.picture("4-playing")
        recorded = wait_for(lambda: list(self._system.path(self._home / "Music").rglob("*.wav")), "the recording")
        self._facts.require("recordings", [path.name for path in recorded], right=len(recorded) == 1)
        user.press("space")
        wait_for(lambda: user.loudness(0.5) < AUDIBLE, "silence")

    def _open_project(self) -> None:
        """Open the project that the app keeps by itself, as one with a name."""
        kept = self._home / ".local/share/vschaos-studio/projects"
        project = self._home / "evening.vsproject"
        self._system.run("sh", "-c", f"cp {kept}/*.vsproject {project}")
        self._check_type(project, "application/x-vschaos-project")
        self._system.start("xdg-open", project)
        wait_for(lambda: self._user.title(self._title).startswith("evening"), "the project in the title")
        self._user.picture("5-project")
        self._require_one_window()

    def _learn_in_window(self) -> None:
        user = self._user
        user.turn_to(self._title)
        user.press("ctrl+shift+o")
        user.turn_to("Open sounds folder")
        user.type(str(self._home / "bells"))
        user.press("Return")
        user.turn_to(self._title)
        user.hear("Sounds of the folder", where=lambda node: node.focused)
        user.press("Return")  # the default button of the page
        user.hear("Start training")
        user.click("Sketch")
        user.click("Start training")
        user.hear("Step ")
        user.picture("6-learning")
        user.click("Stop and keep")
        user.hear("Play it")
        user.click("Play it")
        user.hear("Latent pad", where=lambda node: node.showing)

    def _export_in_window(self) -> None:
        user = self._user
        user.press("ctrl+4")
        user.click("Export for nn~")
        user.hear("Show in folder", "push button")
        user.picture("7-exported")
        exported = list(self._system.path(self._home).rglob("*.ts"))
        self._facts.require("exported_in_window", [path.name for path in exported], right=len(exported) == 1)

    def _get_instrument(self) -> None:
        """Copy one that comes with the player, as if somebody had sent it."""
        self._system.run("cp", self._place / "_internal/vschaos_resources/instruments/Tamburi.vschaos", self._learned)

    def _ask_to_learn(self) -> None:
        """Open a folder of sounds, and learn by the command: both name the studio."""
        sounds = self._home / "sounds"
        self._system.run("mkdir", sounds)
        self._system.start(self._place / self._name, sounds)
        self._user.hear("This is vschaos player")
        self._user.picture("6-where-one-learns")
        self._user.press("ctrl+1")
        said = self._system.run(self._place / "vschaos", "train", check=False)
        self._facts.require(
            "train", said.stderr, right=said.returncode == 1 and "Install vschaos studio" in said.stderr
        )

    def _use_commands(self) -> None:
        """Export and render by the command, and start the window by its own check."""
        program, out = self._place / "vschaos", self._home / "out"
        self._system.run("mkdir", "--parents", out)
        if self._learns:
            said = self._system.run(program, "script", self._learned, "-o", out, "--json").stdout
            exported = Path(json.loads(said.splitlines()[-1])["path"])
            self._facts.require("exported", exported.name, right=self._system.path(exported).stat().st_size > 0)
        self._system.run(program, "play", self._learned, "--render", out / "second.wav", "--seconds", "1")
        start = time.time()
        smoke = json.loads(self._system.run(self._place / self._name, "--smoke-test").stdout.splitlines()[-1])
        self._facts.found["first_paint_s"] = round(smoke["first_paint_at"] - start, 2)
        self._facts.found["engine_ready_s"] = round(smoke["engine_ready_at"] - start, 2)
        self._facts.found["resident_mb"] = smoke["resident_mb"]
        self._facts.require("heavy_modules", smoke["heavy_modules"], right=not smoke["heavy_modules"])

    def _check_log(self) -> None:
        logs = self._system.path(self._home / ".local/state/vschaos-studio").rglob("*.log")
        lines = [line for log in logs for line in log.read_text(encoding="utf-8").splitlines()]
        bad = [line for line in lines if "ERROR" in line or "Traceback" in line]
        self._facts.require("errors_in_log", bad, right=not bad)


def _bell(number: int) -> np.ndarray:
    """Half a second of a struck tone, in channels by samples."""
    at_s = np.arange(RATE_HZ // 2) / RATE_HZ
    partials = [np.sin(2 * np.pi * 220 * 2 ** (number / 12) * ratio * at_s) for ratio in (1.0, 2.7, 5.2)]
    return (0.2 * np.exp(-3 * at_s) * sum(partials)).astype(np.float32)[None]
