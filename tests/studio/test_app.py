"""The real program in a process of its own: it starts, stays light, and ends in order."""

import json
import os
import signal
import subprocess
import sys

import pytest


def environment(tmp_path):
    return os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "VSCHAOS_CONFIG": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }


def test_it_starts_with_its_engine_and_loads_nothing_heavy(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "vschaos_studio", "--smoke-test"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    facts = json.loads(run.stdout.splitlines()[-1])
    assert facts["heavy_modules"] == []
    assert facts["engine_ready_at"] >= facts["first_paint_at"]
    assert "Traceback" not in run.stderr


WITH_DOUBLE = """
import sys
from pathlib import Path
import vschaos_studio.app as app
from vschaos_studio.services.process import Launcher
app.Launcher = lambda: Launcher([sys.executable, "-I", "-S", sys.argv[1], sys.argv[2], sys.argv[3]])
path = Path(sys.argv[4]) if len(sys.argv) > 4 else None
sys.exit(app.run(path=path, smoke_test=True, version="1"))
"""


def start_with_double(fake_engine, tmp_path, mode="well", *arguments):
    engine = fake_engine(mode)
    script = str(engine.folder / "fake_engine.py")
    return subprocess.run(
        [sys.executable, "-c", WITH_DOUBLE, script, str(engine.folder), mode, *arguments],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_an_instrument_named_on_the_command_line_is_played(fake_engine, instrument_file, tmp_path):
    run = start_with_double(fake_engine, tmp_path, "well", str(instrument_file))
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1])["instrument_loaded_at"] is not None
    assert str(instrument_file) in (tmp_path / "orders0").read_text(encoding="utf-8")


def test_an_engine_that_cannot_start_fails_the_smoke_test(fake_engine, tmp_path):
    run = start_with_double(fake_engine, tmp_path, "stillborn")
    assert run.returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_polite_kill_closes_the_window_saves_the_settings_and_ends_the_engine(
    qtbot, fake_engine, instrument_file, tmp_path
):
    engine = fake_engine()
    script = str(engine.folder / "fake_engine.py")
    program = WITH_DOUBLE.replace("smoke_test=True", "smoke_test=False")
    process = subprocess.Popen(
        [sys.executable, "-c", program, script, str(engine.folder), "well", str(instrument_file)],
        env=environment(tmp_path) | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        qtbot.waitUntil(lambda: any("LoadInstrument" in order for order in engine.orders()), timeout=60_000)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    assert json.loads(engine.orders()[-1])["type"] == "Shutdown"
    remembered = json.loads((tmp_path / "config" / "studio.json").read_text(encoding="utf-8"))["values"]
    assert remembered["instrument.path"] == str(instrument_file)
