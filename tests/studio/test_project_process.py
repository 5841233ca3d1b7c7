"""The real program, killed and started again: the project is there; and a second start finds the first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.studio.conftest import ROOT
from tests.studio.test_app import environment
from vschaos_studio.services.project_file import ProjectFile
from vschaos_studio.state.project import Project, ProjectError

PROGRAM = """
import sys
from pathlib import Path
import vschaos_studio.app as app
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from vschaos_studio.services.process import Launcher
script, folder, act, *path = sys.argv[1:]
app.Launcher = lambda: Launcher([sys.executable, "-I", script, ROOT, folder, "well"])
build = app.build
def build_and_act(**parts):
    studio = build(**parts)
    play = studio.window.play
    def say_state():
        if studio.bridge.status is None or not studio.bridge.status.latent:
            return
        timer.stop()
        if act == "play":
            play.controller.move_all((0.1, 0.2, 0.3, 0.4, 0.5))
            play.store_snapshot(7)
            studio.window.open_sounds(Path(folder, "sounds"))
        if act.startswith("/"):  # what macOS sends to the program in place of starting it anew
            QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(act))
        print("ready", studio.projects.path, flush=True)
    def say_found():
        report, status = studio.window.others.sounds.report, studio.bridge.status
        if report is not None and status is not None and status.stored and status.latent[0] == 0.1:
            timer.stop()
            print(report.root.name, play.view.latent, status.stored, studio.window.windowTitle(), flush=True)
            studio.window.close()
    timer = QTimer(studio.window)
    timer.timeout.connect(say_found if act == "look" else say_state)
    timer.start(50)
    studio.window.play.instrument_opened.connect(lambda path: print("opened", path, flush=True))
    studio.window.completed.connect(
        lambda: studio.window.others.sounds.folder_opened.connect(lambda path: print("sounds of", path, flush=True))
    )
    return studio
app.build = build_and_act
sys.exit(app.prepare(arguments=path, smoke_test=False, version="1")())
""".replace("ROOT", repr(str(ROOT)))


@pytest.fixture
def start(fake_engine, tmp_path):
    """Start the program; what still runs at the end is killed."""
    running = []
    script = fake_engine().folder / "fake_engine.py"

    def make(act, *path):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(script), str(tmp_path), act, *map(str, path)],
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        return process

    yield make
    for process in running:
        process.kill()
        process.communicate(timeout=240)


def wait_for(process, start):
    for line in process.stdout:
        if line.startswith(start):
            return line.strip()
    raise AssertionError(f"it ended before it said {start}")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_killed_program_comes_back_as_it_was(start, tmp_path, instrument_file, qtbot):
    sounds = tmp_path / "sounds"
    sounds.mkdir()
    (sounds / "a.wav").write_bytes(wav())
    first = start("play", instrument_file)
    wait_for(first, "ready")
    file = ProjectFile(tmp_path / "config" / "projects" / "Untitled.vsproject")

    def is_saved():
        try:
            project = file.read()
        except ProjectError:
            return False
        return bool(project.sounds) and b'"7"' in bytes(project.instruments[0].set)

    qtbot.waitUntil(is_saved)
    first.kill()
    first.wait()
    second = start("look")
    found = wait_for(second, "sounds")
    assert found == "sounds (0.1, 0.2, 0.3, 0.4, 0.5) (7,) Untitled – vschaos studio"
    assert second.wait(timeout=240) == 0


def test_a_second_start_opens_its_files_in_the_first_window_and_ends(start, instrument_file, tmp_path):
    first = start("wait", instrument_file)
    wait_for(first, "ready")
    other, sounds = tmp_path / "schöne Töne.vschaos", tmp_path / "ein Ordner"
    other.write_bytes(instrument_file.read_bytes())
    sounds.mkdir()
    second = start("wait", other.as_uri(), sounds)
    assert second.wait(timeout=240) == 0
    assert wait_for(first, f"opened {other}")
    assert wait_for(first, f"sounds of {sounds}")
    assert "opened" not in second.stdout.read()
    assert len((tmp_path / "lives").read_text()) == 1


def test_files_of_each_kind_are_opened_at_the_start(start, instrument_file, tmp_path):
    project, sound = tmp_path / "Größe 1.vsproject", tmp_path / "ein Ton.wav"
    ProjectFile(project).write(Project())
    sound.write_bytes(wav())
    first = start("wait", project, instrument_file.as_uri(), sound.as_uri())
    wait_for(first, f"opened {instrument_file}")
    collection = Path(wait_for(first, "sounds of").removeprefix("sounds of "))
    assert sound.name in [path.name for path in collection.iterdir()]
    assert wait_for(first, "ready") == f"ready {project}"


def test_a_file_that_macos_sends_is_opened(start, instrument_file, tmp_path):
    other = tmp_path / "schöne Töne.vschaos"
    other.write_bytes(instrument_file.read_bytes())
    first = start(str(other), instrument_file)
    wait_for(first, f"opened {instrument_file}")
    assert wait_for(first, f"opened {other}")


def wav():
    """Half a second of a tone."""
    import io
    import math
    import struct
    import wave

    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(struct.pack("<11025h", *(round(8000 * math.sin(0.1 * n)) for n in range(11025))))
    return content.getvalue()
