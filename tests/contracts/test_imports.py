"""Import directions; and, in real processes, that the engine needs no Qt, and neither it nor the window torch."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from testing.servers import engine_process
from tests import sounds
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import Instrument, write_instrument
from vschaos.instrument.core_member import pack
from vschaos.instrument.start import with_start
from vschaos.realtime.protocol import EngineReady, InstrumentLoaded, LoadInstrument, Touch

ROOT = Path(__file__).resolve().parents[2]

WITHOUT = """
import importlib, pkgutil, sys

absent, package = set(sys.argv[1].split(",")), sys.argv[2]

sys.modules.update(dict.fromkeys(absent))  # as if they were not installed
root = importlib.import_module(package)
names = [package, *(found.name for found in pkgutil.walk_packages(root.__path__, package + "."))]
for name in names:
    if not name.endswith("__main__") and ".libvschaos" not in name:  # the core is no module of Python
        importlib.import_module(name)
print(len(names))
"""

HEAVY = ("torch", "lightning", "scipy", "hydra")

SOUND = """
import sys
from pathlib import Path
import vschaos.cli.main, vschaos.realtime.process
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import load_instrument
from vschaos.realtime.offline import render

instrument = load_instrument(Path(sys.argv[1]))
performance = Performance(instrument.playable, terrain=instrument.terrain)
performance.touch([Touch("play", (1.0,)), Touch("trajectory", (3.0,)), Touch("spread", (1.0,))], Origin.CLI)
assert abs(render(instrument, performance, 0.5, rate_hz=48_000)).max() > 1e-3
print(*sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[2].split(","))))
"""


def imported_without(absent, package):
    """Import every module of a package in a fresh process in which some packages do not exist."""
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT, ",".join(absent), package],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=240,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return int(result.stdout)


def test_the_engine_needs_no_qt():
    assert imported_without(["PySide6", "shiboken6", "pyqtgraph", "vschaos_studio"], "vschaos") > 20


@pytest.fixture(params=["as it is written now", "from before it had a core"])
def instrument_file(request, tmp_path):
    made: Instrument = with_start(untrained(0, latent_dims=4))
    path = tmp_path / "one.vschaos"
    write_instrument(path, replace(made, core=pack(made) if request.param == "as it is written now" else b""))
    return path


def test_an_instrument_sounds_without_torch(instrument_file):
    """Played offline in a fresh process, by the modules that the engine has."""
    code = [sys.executable, "-c", SOUND, str(instrument_file), ",".join(HEAVY)]
    result = subprocess.run(code, capture_output=True, text=True, timeout=240, check=False)
    assert (result.returncode, result.stdout.strip()) == (0, ""), result.stderr


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="asks Linux what a process has loaded")
def test_the_engine_process_loads_no_torch(instrument_file, tmp_path):
    with engine_process(tmp_path) as engine:
        engine.wait_event(EngineReady)
        engine.send(LoadInstrument(str(instrument_file)))
        engine.wait_event(InstrumentLoaded)
        engine.send(Touch("play", (1.0,)))
        engine.wait_status(lambda status: status.playing)
        loaded = Path(f"/proc/{engine.process.pid}/maps").read_text()
        assert "libvschaos_core" in loaded
        assert [name for name in HEAVY if f"/{name}/" in loaded] == []
        assert engine.finish() == 0


def test_the_window_process_never_imports_torch():
    assert imported_without(HEAVY, "vschaos_studio") > 10


SOUNDING = """
import sys

from vschaos.cli.main import main

assert main(sys.argv[2:]) == 0
loaded = sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1].split(",")))
assert not loaded, loaded
"""


@pytest.mark.parametrize(
    "command",
    [
        ("play", "INSTRUMENT", "--render", "OUT/played.wav", "--seconds", "0.1"),
        ("generate", "trajectories", "INSTRUMENT", "--trajectories", "sin", "-b", "1", "-s", "8", "--out", "OUT"),
        ("generate", "reconstruct", "INSTRUMENT", "--files", "SOUND", "--out", "OUT"),
        ("generate", "morph", "INSTRUMENT", "--files", "SOUND", "SOUND", "--out", "OUT"),
    ],
)
def test_what_sounds_loads_the_core_and_no_torch(command, tmp_path):
    """They start at once; also where the instrument is from an earlier version, and its start has to be found."""
    write_instrument(tmp_path / "plain.vschaos", untrained(latent_dims=2, hidden=8))
    sounds.write_tone(tmp_path / "sound.wav", 0.1)
    places = {"INSTRUMENT": tmp_path / "plain.vschaos", "SOUND": tmp_path / "sound.wav", "OUT": tmp_path / "out"}
    (tmp_path / "out").mkdir()
    arguments = [str(places.get(one, one)).replace("OUT", str(tmp_path / "out")) for one in command]
    heavy = "torch,lightning,scipy,hydra,omegaconf,rich"
    result = subprocess.run(
        [sys.executable, "-c", SOUNDING, heavy, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    assert list((tmp_path / "out").rglob("*.wav"))


def test_a_missing_package_is_noticed():
    """The test above can fail: without numpy, which the window does use."""
    code = [sys.executable, "-c", WITHOUT, "numpy", "vschaos.latent"]
    result = subprocess.run(code, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode != 0
    assert "import of numpy halted" in result.stderr


def test_what_tests_and_benchmarks_share_is_in_testing():
    """Benchmarks run without the tests; the product without either."""
    for folders, absent in (
        (("benchmarks", "testing"), "tests"),
        (("vschaos", "vschaos_studio", "resources"), "tests|testing|benchmarks"),
    ):
        importing = re.compile(rf"^\s*(?:from|import) (?:{absent})\b", re.MULTILINE)
        paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
        assert [path for path in paths if importing.search(path.read_text(encoding="utf-8"))] == []


def test_import_directions():
    """The contracts of `[tool.importlinter]`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
