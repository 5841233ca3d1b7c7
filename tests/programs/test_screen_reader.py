"""A screen reader walks every page of the real window: what the keyboard reaches has a role, a name, and a value."""

import subprocess
import sys

from testing.screen_reader import screen_reader
from testing.servers import end_process, virtual_screen, wait_for
from vschaos.instrument.library import factory_instruments
from vschaos_studio.ui.pages import PAGES

MEANINGLESS = {"client", "unknown", "invalid", "redundant object", ""}


def test_every_page_is_told(tmp_path):
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    with virtual_screen() as screen, screen_reader(tmp_path / "run") as (reader, environment):
        command = [sys.executable, "-m", "vschaos_studio"]
        studio = subprocess.Popen(command, env=environment | screen | home, stderr=subprocess.DEVNULL)
        try:
            wait_for(reader.programs, what="the window")
            (program,) = reader.programs()
            for page in PAGES:
                tell_page(reader, program, page.title)
            tell_browser(reader, program)
        finally:
            end_process(studio)


def tell_page(reader, program, title):
    (button,) = (
        node for node in reader.below(program, hidden=False) if node.name == title and node.role == "radio button"
    )
    reader.press(button)
    wait_for(lambda: reader.again(button).checked, what=title)
    told = [node for node in reader.below(program) if node.showing]
    assert [node for node in told if node.role in MEANINGLESS] == []
    assert [node for node in told if node.focusable and not node.name] == []
    if title == "Play":
        roles = {node.name: node.role for node in told}
        assert (roles["Latent pad"], roles["Snapshots"]) == ("slider", "list")


def tell_browser(reader, program):
    (browse,) = (node for node in reader.below(program) if node.name == "Browse…" and node.role == "push button")
    reader.press(browse)

    def cards():
        told = list(reader.below(program, hidden=False))
        lists = [node for node in told if (node.name, node.role) == ("Instruments", "list")]
        return [card for one in lists for card in reader.below(one) if card.role == "list item"]

    wait_for(lambda: len(cards()) == len(factory_instruments()), what="cards")
    assert all("Factory" in card.name and " MB" in card.name for card in cards())
    told = [node for node in reader.below(program) if node.showing]
    assert [node for node in told if node.role in MEANINGLESS] == []
    assert [node for node in told if node.focusable and not node.name] == []
