"""The real program in a process of its own: it starts, stays light, and ends in order."""

import json
import os
import signal
import subprocess
import sys
import zipfile

import pytest

from tests.studio.conftest import ROOT
from vschaos_studio.settings.folders import FILE_NAME
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import INSTRUMENT


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
        timeout=240,
    )
    assert run.returncode == 0, run.stderr
    facts = json.loads(run.stdout.splitlines()[-1])
    assert facts["heavy_modules"] == []
    assert facts["engine_ready_at"] >= facts["first_paint_at"]
    assert "Traceback" not in run.stderr


WITH_DOUBLE = """
import sys
import vschaos_studio.app as app
from vschaos_studio.services.process import Launcher
app.Launcher = lambda: Launcher([sys.executable, "-I", sys.argv[1], ROOT, sys.argv[2], sys.argv[3]])
sys.exit(app.prepare(arguments=sys.argv[4:], smoke_test=True, version="1")())
""".replace("ROOT", repr(str(ROOT)))


def start_with_double(fake_engine, tmp_path, mode="well", *arguments):
    engine = fake_engine(mode)
    script = str(engine.folder / "fake_engine.py")
    return subprocess.run(
        [sys.executable, "-c", WITH_DOUBLE, script, str(engine.folder), mode, *arguments],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=240,
    )


def test_an_instrument_named_on_the_command_line_is_played(fake_engine, instrument_file, tmp_path):
    run = start_with_double(fake_engine, tmp_path, "well", str(instrument_file))
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1])["instrument_loaded_at"] is not None
    assert str(instrument_file) in (tmp_path / "orders0").read_text(encoding="utf-8")


def test_an_engine_that_cannot_start_fails_the_smoke_test(fake_engine, tmp_path):
    run = start_with_double(fake_engine, tmp_path, "stillborn")
    assert run.returncode == 1


def play_and_close(qtbot, engine, tmp_path, instrument):
    """Have the program play an instrument, and end it by a signal; returns what it said of errors."""
    script = str(engine.folder / "fake_engine.py")
    program = WITH_DOUBLE.replace("smoke_test=True", "smoke_test=False")
    process = subprocess.Popen(
        [sys.executable, "-c", program, script, str(engine.folder), "well", str(instrument)],
        env=environment(tmp_path) | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        qtbot.waitUntil(lambda: any("LoadInstrument" in order for order in engine.orders()))
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=240)
    assert process.returncode == 0, errors
    return errors


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_polite_kill_closes_the_window_saves_the_settings_and_ends_the_engine(
    qtbot, fake_engine, instrument_file, tmp_path
):
    engine = fake_engine()
    errors = play_and_close(qtbot, engine, tmp_path, instrument_file)
    assert "Traceback" not in errors
    assert json.loads(engine.orders()[-1])["type"] == "Shutdown"
    remembered = json.loads((tmp_path / "config" / "studio.json").read_text(encoding="utf-8"))["values"]
    assert remembered["instrument.path"] == str(instrument_file)


@pytest.mark.skipif(os.name != "posix", reason="signals, and names are text elsewhere")
def test_an_instrument_in_a_folder_whose_name_is_no_text_is_played_and_remembered(
    qtbot, fake_engine, instrument_file, tmp_path
):
    folder = tmp_path / os.fsdecode(b"caf\xe9 <b>")
    folder.mkdir()
    instrument = folder / "${x} = [a, b].vschaos"
    instrument.write_bytes(instrument_file.read_bytes())
    assert "Error" not in play_and_close(qtbot, fake_engine(), tmp_path, instrument)
    settings = Settings(tmp_path / "config" / FILE_NAME)
    settings.load()
    assert settings.get(INSTRUMENT) == str(instrument)


DAMAGED = {
    "card": ('{"version":1,"values":{}}', "name"),
    "infinity": ('{"version":Infinity,"values":{}}', ""),
    "overflow": ('{"version":1,"values":{"audio.gain_db":1' + "0" * 400 + ', "no": NaN}}', ""),
    "depth": ("[" * 100_000, ""),
    "binary": ("\x00\x01\x02", ""),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_settings_and_instruments_do_not_keep_it_from_opening(fake_engine, instrument_file, tmp_path, name):
    text, field = DAMAGED[name]
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / FILE_NAME).write_text(text, encoding="utf-8")
    instrument = tmp_path / "damaged.vschaos"
    with zipfile.ZipFile(instrument_file) as old, zipfile.ZipFile(instrument, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if field and member.filename == "card.json":
                content = json.dumps(json.loads(content) | {field: ["a"]}).encode()
            new.writestr(member.filename, content)
    run = start_with_double(fake_engine, tmp_path, "well", str(instrument))
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
