import subprocess
import sys

from vschaos_studio.early import ALWAYS, FOR_X11, find_obstacle


def look(environment, *, platform="linux", library=lambda name: True, answers=lambda: True, module=lambda name: True):
    return find_obstacle(
        environment=environment, platform=platform, has_library=library, answers=answers, has_module=module
    )


def test_nothing_is_in_the_way_of_an_ordinary_desktop():
    assert look({"DISPLAY": ":0"}) is None
    assert look({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert look({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert look({}, platform="darwin") is None


def test_missing_libraries_are_named_as_the_packages_that_hold_them():
    missing = {"libEGL.so.1", "libxcb-cursor.so.0"}
    obstacle = look({"DISPLAY": ":0"}, library=lambda name: name not in missing)
    assert obstacle is not None
    assert obstacle.remedy.endswith("sudo apt install libegl1 libxcb-cursor0")


def test_without_a_window_system_its_libraries_are_not_needed():
    assert look({"QT_QPA_PLATFORM": "offscreen"}, library=lambda name: name in ALWAYS) is None
    assert look({"DISPLAY": ":0"}, library=lambda name: name in ALWAYS) is not None
    assert set(ALWAYS).isdisjoint(FOR_X11)


def test_no_screen_and_a_dead_screen_are_distinguished():
    none = look({})
    dead = look({"DISPLAY": ":77"}, answers=lambda: False)
    assert none is not None
    assert "no screen" in none.sentence
    assert dead is not None
    assert ":77" in dead.sentence


def test_an_old_python_is_reported():
    obstacle = find_obstacle(environment={}, python=(3, 9), has_module=lambda name: False)
    assert obstacle is not None
    assert "3.9" in obstacle.sentence
    assert "3.11" in obstacle.remedy


def test_a_missing_qt_is_reported():
    obstacle = look({"DISPLAY": ":0"}, module=lambda name: False)
    assert obstacle is not None
    assert "PySide6" in obstacle.sentence


def start(environment, tmp_path):
    return subprocess.run(
        [sys.executable, "-m", "vschaos_studio"],
        env={"PATH": "/usr/bin:/bin", "VSCHAOS_CONFIG": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=240,
    )


def test_the_program_says_so_in_a_sentence_and_not_in_a_traceback(tmp_path):
    for environment, word in (({}, "no screen"), ({"DISPLAY": ":987"}, "does not answer")):
        run = start(environment, tmp_path)
        assert run.returncode == 1
        assert word in run.stderr
        assert "Traceback" not in run.stderr


def test_the_version_needs_no_screen():
    run = subprocess.run(
        [sys.executable, "-m", "vschaos_studio", "--version"], capture_output=True, text=True, timeout=240
    )
    assert run.returncode == 0
    assert run.stdout.strip()
