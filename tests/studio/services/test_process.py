import sys
from pathlib import Path

from vschaos_studio.services.process import KEPT_LOGS, MAX_LOG_BYTES, open_log, own_command


def test_from_source_our_own_python_runs_the_verbs():
    assert own_command() == (sys.executable, "-m", "vschaos")


def test_packaged_the_second_executable_beside_ours_does(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    (command,) = own_command()
    assert Path(command).parent == Path(sys.executable).parent
    assert Path(command).stem == "vschaos"


def test_a_full_log_makes_room_and_old_ones_go(tmp_path):
    for number in range(KEPT_LOGS + 3):
        with open_log(tmp_path, "engine") as log:
            log.write(f"{number}\n" + "x" * MAX_LOG_BYTES)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "engine.1.log",
        "engine.2.log",
        "engine.3.log",
        "engine.log",
    ]
    assert (tmp_path / "engine.log").read_text().startswith(f"{KEPT_LOGS + 2}\n")
