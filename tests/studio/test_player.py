"""The player: the same program without the packages that learn. A process of its own, as the edition is fixed early."""

from __future__ import annotations

import json
import os
import subprocess
import sys

PLAYER = "import sys; sys.modules['torch'] = None\n"  # as where it is not installed

WINDOW = """
import json, tempfile
from pathlib import Path
from PySide6.QtWidgets import QApplication
from vschaos.instrument.library import factory_instruments
from vschaos_studio import app
from vschaos_studio.services.process import Launcher
from vschaos_studio.settings.store import Settings
from vschaos_studio.ui.pages import PLAY

application = QApplication([])
home = Path(tempfile.mkdtemp())
studio = app.build(
    settings=Settings(home / "settings"), launcher=Launcher(), logs=home, version="1", sets=home, projects=home,
    library=home, work=home, factory=factory_instruments()[:1],
)
window = studio.window
studio.projects.start(None, saves=False)
window.show()
window.complete()
instrument = window.play.instrument
window.open_sounds(home)
said = window.page.isAncestorOf(window.page.button) and window.page is window.page_of("train")
window.navigation.buttons[PLAY].click()
window.show_browser()
window.show_tour()
facts = {
    "instrument": str(instrument),
    "said": said,
    "playing": window.page is window.play,
    "rail": list(window.navigation.buttons),
    "title": window.windowTitle(),
    "about": window.actions_by_id["about"].text(),
    "fits": window.learning.minimumSizeHint().width() <= window.minimumWidth() - window.navigation.width(),
    "actions": sorted(window.actions_by_id),
    "others": [name for name in sys.modules if name.endswith(("train_page", "export_page"))],
}
window.browser.close()
studio.shutdown()
print(json.dumps(facts))
"""


def run(code: str, tmp_path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "VSCHAOS_CONFIG": str(tmp_path)}
    command = [sys.executable, "-c", PLAYER + code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)


def test_the_window_plays_and_says_where_instruments_are_trained(tmp_path):
    result = run(WINDOW, tmp_path)
    assert result.returncode == 0, result.stderr
    facts = json.loads(result.stdout.splitlines()[-1])
    assert facts["instrument"].endswith(".vschaos")
    assert facts["said"]
    assert facts["playing"]
    assert facts["rail"] == ["play", "train"]
    assert facts["title"].endswith("vschaos player")
    assert facts["about"] == "&About vschaos player"
    assert facts["fits"]
    assert not {"open_sounds", "documentation"} & set(facts["actions"])
    assert "open_instrument" in facts["actions"]
    assert facts["others"] == []


def test_the_command_has_the_verbs_that_play(tmp_path):
    code = "from vschaos.cli.main import main\nprint(main(['--help']), main(['train']), main(['play', '--nothing']))"
    result = run(code, tmp_path)
    assert "play an instrument" in result.stdout
    assert "train an instrument" not in result.stdout
    assert "Install vschaos studio" in result.stderr
