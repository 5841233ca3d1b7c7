"""The real program by the keyboard alone: from a folder of sounds to an instrument that is played and exported.

Keys are pressed as a keyboard does, on a virtual screen; a screen reader only says what is there.
"""

import subprocess
import sys
import time

import pytest

from testing.screen_reader import screen_reader
from testing.servers import end_process, jack_server, virtual_screen, wait_for
from tests.sounds import write_bowls

SOUNDS = 12
PATIENCE_S = 600.0
MOST_STOPS = 80
STUDIO = " – vschaos studio"


class Keyboard:
    """Presses keys, and hears what the screen reader says."""

    def __init__(self, reader, environment):
        self._reader, self._environment = reader, environment

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self._environment, check=True)

    def turn_to(self, title):
        """Give the keys to a window, as a desktop does with one that opens, or that another leaves behind."""
        search = ["xdotool", "search", "--onlyvisible", "--name", title]

        def turned():
            # Both fail if a window closes while they look at it.
            found = subprocess.run(search, env=self._environment, capture_output=True, text=True).stdout.split()
            focus = ["xdotool", "windowfocus", "--sync", *found[-1:]]
            return found and subprocess.run(focus, env=self._environment, capture_output=True).returncode == 0

        wait_for(turned, PATIENCE_S, title)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self._environment, check=True)

    def _calm(self):
        """Some moments apart."""
        for _ in range(4):
            time.sleep(0.25)
            yield

    def hear(self, name, role="", where=lambda node: node.showing, hidden=False):
        """Wait until something is there whose name begins like this."""

        def found():
            for program in self._reader.programs():
                for node in self._reader.below(program, hidden):
                    if node.name.startswith(name) and role in ("", node.role) and where(node):
                        return node
            return None

        return wait_for(found, PATIENCE_S, name)

    def tab_to(self, name, role=""):
        """Go to a control by the Tab key."""
        wanted = self.hear(name, role, lambda node: node.focusable)
        for _ in range(MOST_STOPS):
            if not self._reader.again(wanted).showing:
                wanted = self.hear(name, role, lambda node: node.focusable)
            # A key that is on its way moves the focus on.
            if all(self._reader.again(wanted).focused for _ in self._calm()):
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key does not reach “{name}”")


@pytest.mark.timeout(1800)
def test_from_a_folder_to_an_export_without_a_mouse(tmp_path):
    sounds = tmp_path / "bowls"
    write_bowls(sounds, SOUNDS)
    home = tmp_path / "home"
    home.mkdir()
    with (
        jack_server() as jack,
        virtual_screen() as screen,
        screen_reader(tmp_path / "run") as (reader, environment),
    ):
        folders = [f"XDG_{kind}" for kind in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "DOCUMENTS_DIR")]
        own = dict.fromkeys(("HOME", *folders), str(home))
        sounding = {name: value for name, value in jack.environment.items() if name.startswith("JACK")}
        environment = environment | sounding | screen | own
        studio = subprocess.Popen([sys.executable, "-m", "vschaos_studio"], env=environment)
        try:
            by_keys(Keyboard(reader, environment), sounds)
            assert wait_for(lambda: studio.poll() is not None and [studio.returncode], PATIENCE_S, "the end") == [0]
        finally:
            end_process(studio)
    assert [path.name for path in home.rglob("*.ts")] == ["bowls.ts"]


def by_keys(keyboard, sounds):
    keyboard.hear("Touch the pad")
    keyboard.turn_to(STUDIO)
    keyboard.press("Escape")
    keyboard.hear("Latent pad", where=lambda node: node.focused)
    keyboard.press("ctrl+shift+o")
    keyboard.turn_to("Open sounds folder")
    keyboard.type(str(sounds))
    keyboard.press("Return")
    keyboard.turn_to(STUDIO)
    keyboard.hear("Sounds of the folder", where=lambda node: node.focused)
    # The default button of the page.
    keyboard.press("Return")
    keyboard.hear("Start training")
    keyboard.tab_to("Sketch")
    # A menu is read by its value, the shortest one that can be chosen is the next.
    keyboard.tab_to("As long as it takes")
    keyboard.press("Down", "Return")
    keyboard.hear(sounds.name, "combo box", where=lambda node: True, hidden=True)
    keyboard.hear("Step ")
    keyboard.tab_to("Stop and keep")
    keyboard.press("space")
    keyboard.hear("Play it")
    keyboard.tab_to("Play it")
    keyboard.press("space")
    keyboard.hear("Latent pad", where=lambda node: node.focused)
    before = keyboard.hear("Latent pad").description
    keyboard.press("space", *["Right"] * 4, "shift+Up", "alt+3")
    keyboard.hear("Stop", "check box")
    keyboard.hear("Latent pad", where=lambda node: node.description != before)
    keyboard.tab_to("Snapshots")
    keyboard.press("Right", "Right")
    keyboard.hear("Snapshots", where=lambda node: node.description.startswith("Number 3, filled"))
    # The third entry of the menu clears it.
    keyboard.press("shift+F10", "Down", "Down", "Down", "Return")
    keyboard.hear("Snapshots", where=lambda node: node.description.startswith("Number 3, empty"))
    keyboard.press("ctrl+z")
    keyboard.hear("Snapshots", where=lambda node: node.description.startswith("Number 3, filled"))
    keyboard.press("ctrl+4")
    keyboard.tab_to("Export for nn~")
    keyboard.press("space")
    keyboard.hear("Show in folder", "push button")
    keyboard.press("ctrl+q")
