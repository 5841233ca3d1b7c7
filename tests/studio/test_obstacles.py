"""The program is started with a fault that keeps its window from opening: a dialog says what it is, and what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from testing.servers import virtual_screen
from tests.studio.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="virtual screens, and libraries by name")

PRESSING = """
import sys
FAULT
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from vschaos_studio.__main__ import main

def press(dialog):
    dialog.show()
    print(*(label.text() for label in dialog.findChildren(QLabel)), sep="\\n")
    dialog.findChildren(QPushButton)[0].click()
    print("copied", QGuiApplication.clipboard().text())
    return 0

QDialog.exec = press
sys.exit(main([]))
"""


@pytest.fixture(scope="module")
def screen():
    with virtual_screen() as made:
        if "DISPLAY" not in made:
            pytest.skip("needs Xvfb")
        yield made


def start(fault, environment, tmp_path):
    return subprocess.run(
        [sys.executable, "-c", PRESSING.replace("FAULT", fault)],
        env={
            "PATH": "/nowhere",
            "VSCHAOS_CONFIG": str(tmp_path / "config"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "PYTHONUTF8": "1",
            **environment,
        },
        cwd=tmp_path,  # where Python looks for modules first
        capture_output=True,
        text=True,
        timeout=240,
    )


def with_old_resources(folder):
    """Resources that the program does not find its icons in."""
    package = folder / "vschaos_resources"
    package.mkdir()
    (package / "__init__.py").write_text("from pathlib import Path\nROOT = Path(__file__).parent\n")


def with_another_core(folder):
    """The library, but that the core is for another processor."""
    for path in (ROOT / "vschaos").iterdir():
        if path.name != "core":
            (folder / "vschaos" / path.name).parent.mkdir(exist_ok=True)
            (folder / "vschaos" / path.name).symlink_to(path)
    (folder / "vschaos" / "core").mkdir()
    for path in (ROOT / "vschaos" / "core").iterdir():
        place = folder / "vschaos" / "core" / path.name
        if path.name.startswith("libvschaos_core"):
            place.write_bytes(b"\x7fELF of another processor")
        else:
            place.symlink_to(path)


FAULTS = {
    "a module is missing": ("sys.modules['vschaos_studio.ui.session'] = None", None, "vschaos_studio.ui.session"),
    "old resources": ("", with_old_resources, "studio.svg"),
    "another core": ("", with_another_core, "libvschaos_core"),
    "a full disk": ("import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))", None, "temporary file"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_dialog_says_what_is_wrong_and_copies_the_details(name, screen, tmp_path):
    fault, make, said = FAULTS[name]
    if make is not None:
        make(tmp_path)
    run = start(fault, screen, tmp_path)
    assert run.returncode == 1, run.stderr
    shown, _, copied = run.stdout.partition("copied")
    sentence, remedy, *_ = shown.splitlines()
    assert said in sentence
    assert remedy.endswith(".")
    assert "Traceback" in copied
    assert "Traceback" not in run.stderr or name == "a full disk"  # then it cannot be logged
    log = tmp_path / "state" / "vschaos-studio" / "log" / "studio.log"
    if name != "a full disk":
        assert str(log.parent) in shown
        assert "Traceback" in log.read_text(encoding="utf-8")


@pytest.fixture
def desktop(tmp_path):
    """A desktop that has one program to show a text with, which writes down what it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "xmessage").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$SHOWN"\n')
    (folder / "xmessage").chmod(0o755)
    return {"PATH": str(folder), "SHOWN": str(tmp_path / "shown")}


def test_a_missing_library_is_shown_by_a_program_of_the_desktop(desktop, tmp_path):
    (tmp_path / "libxcb-cursor.so.0").write_bytes(b"")
    environment = {"DISPLAY": ":987", "LD_LIBRARY_PATH": str(tmp_path), "VSCHAOS_LANGUAGE": "de", **desktop}
    run = start("", environment, tmp_path)
    assert run.returncode == 1
    shown = Path(desktop["SHOWN"]).read_text(encoding="utf-8")
    assert "sudo apt install libxcb-cursor0" in shown
    assert "vschaos studio kann nicht starten" in shown
    assert str(tmp_path / "state") in shown


def test_what_qt_says_before_it_aborts_is_shown(desktop, tmp_path):
    environment = {"WAYLAND_DISPLAY": "nowhere", "QT_QPA_PLATFORM": "nonsense", **desktop}
    run = start("", environment, tmp_path)
    assert run.returncode == 1
    assert "window cannot be opened" in Path(desktop["SHOWN"]).read_text(encoding="utf-8")
    log = tmp_path / "state" / "vschaos-studio" / "log" / "studio.log"
    assert "nonsense" in log.read_text(encoding="utf-8")


def test_folders_that_cannot_be_written_keep_neither_the_window_nor_the_sound_away(tmp_path):
    nowhere = dict.fromkeys(("VSCHAOS_CONFIG", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), "/dev/null/x")
    run = subprocess.run(
        [sys.executable, "-m", "vschaos_studio", "--smoke-test"],
        env=os.environ | nowhere | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
