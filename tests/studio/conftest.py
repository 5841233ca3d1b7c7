"""The studio under test: no screen, no engine but a tiny double, and nothing left behind by any test."""

from __future__ import annotations

import gc
import os
import sys
import textwrap
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
import psutil
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vschaos.instrument.bundle import Instrument, write_instrument
from vschaos.instrument.card import Card
from vschaos.latent.axes import LatentAxes
from vschaos_studio.services.process import Launcher
from vschaos_studio.settings.store import Settings
from vschaos_studio.state.notices import Notice, Notices
from vschaos_studio.ui.theme import Theme

PATIENCE_MS = 120_000
"""How long a test waits for what is to happen: long enough for a machine that does ten other things at once."""


class PatientBot(QtBot):
    """pytest-qt's bot, which waits five seconds by default."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        """See QtBot."""
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        """See QtBot."""
        return super().waitSignals(signals, timeout=timeout, **options)

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE_MS) -> None:
        """See QtBot."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a child process."""
    threads = set(threading.enumerate())
    children = _children()
    # Tests without Qt are not made to wait for the search; and what was there before is not looked through.
    with_qt = not {"qapp", "qtbot"}.isdisjoint(request.fixturenames)
    gc.freeze()
    yield
    application = QCoreApplication.instance()
    if with_qt and application is not None:
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    left = [f"thread {thread.name}" for thread in threading.enumerate() if thread not in threads and _ours(thread)]
    left += [f"process {child}" for child in _children() - children]
    if with_qt:
        left += [f"{item} of {item.parent()}" for item in _running()]
    gc.unfreeze()
    assert not left, f"{request.node.name} left behind: {left}"


def _children() -> set[int]:
    """All processes below this one; they are sought among those of the computer only where there are some."""
    if sys.platform == "linux":
        try:
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return set()
    return {child.pid for child in psutil.Process().children(recursive=True)}


def _ours(thread: threading.Thread) -> bool:
    """Python makes a dummy for a foreign thread that has once run Python, such as one of Qt's pool."""
    return not isinstance(thread, threading._DummyThread)


def _running() -> list[QTimer | QThread]:
    """All timers and threads of Qt that were made since the test began, and are at work."""
    # By type(), since isinstance() asks each of some 100,000 objects for its __class__.
    found = [item for item in gc.get_objects() if issubclass(type(item), (QTimer, QThread)) and shiboken6.isValid(item)]
    return [item for item in found if (item.isActive() if isinstance(item, QTimer) else item.isRunning())]


class Clock:
    """Time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def theme() -> Theme:
    return Theme()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config" / "studio.json")


class PostedNotices(Notices):
    """Notices that remember what was posted."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[Notice] = []
        self.listen(self.posted.append)


@pytest.fixture
def notices() -> PostedNotices:
    return PostedNotices()


def an_instrument(dims: int = 5, name: str = "Test bells", seed: int = 0) -> Instrument:
    """An instrument to look at; it has no weights to sound with."""
    random = np.random.default_rng(seed)
    points = random.uniform(-0.9, 0.9, (60, dims)).astype(np.float32)
    axes = LatentAxes(
        np.zeros(dims, np.float32),
        np.eye(dims, dtype=np.float32),
        np.ones(dims, np.float32),
        np.linspace(2.0, 1.0, dims).astype(np.float32),
    )
    card = Card(
        name,
        44100,
        2048,
        512,
        dims,
        author="A tester",
        licence="CC0-1.0",
        description="Bells, struck softly.",
        sources=("bell one.wav", "bell two.wav"),
    )
    return Instrument(card, {"name": name}, {}, axes, points, np.arange(60, dtype=np.int32) % 2)


@pytest.fixture
def instrument_file(tmp_path: Path) -> Path:
    path = tmp_path / "Test bells.vschaos"
    write_instrument(path, an_instrument())
    return path


def other_instrument(path: Path, **card: object) -> Path:
    """Write a variant of the test instrument."""
    dims = int(card.pop("latent_dims", 5))  # type: ignore[call-overload]
    made = an_instrument(dims)
    write_instrument(path, replace(made, card=replace(made.card, **card)))
    return path


FAKE_ENGINE = textwrap.dedent(
    """
    # Sends the engine's messages, by its own codec, without sound. Arguments: our sources, a folder, a mode, and what
    # the launcher adds.
    import os, signal, sys, threading
    sys.path.insert(0, sys.argv.pop(1))
    import vschaos.realtime.protocol as engine
    from pathlib import Path
    from vschaos.performance.bindings import Binding
    from vschaos.performance.set_files import PerformanceSet, read_set, write_set
    from vschaos.performance.snapshots import Sound
    folder, mode = sys.argv[1], sys.argv[2]
    def report(event):
        print(engine.EVENTS.encode(event), flush=True)
    lives = os.path.join(folder, "lives")
    life = len(open(lives).read()) if os.path.exists(lives) else 0
    open(lives, "a").write("x")
    orders = open(os.path.join(folder, f"orders{life}"), "a")
    if mode == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        report(engine.EngineReady("0"))
        while True:
            threading.Event().wait(60)
    if mode == "garbage":
        print("Warning: some library says hello", flush=True)
        print('{"type": "EngineStatus", "latent": 3}', flush=True)
        print("[" * 5000, flush=True)
    if mode == "loading":
        threading.Event().wait(600)
    if mode == "stillborn":
        sys.exit(3)
    report(engine.EngineReady("0"))
    latent, sounds, values, version = [], {}, {}, 0
    for line in sys.stdin:
        orders.write(line); orders.flush()
        match engine.ORDERS.decode(line):
            case engine.LoadInstrument(path):
                latent = [0.0] * 5
                report(engine.InstrumentLoaded(path, "fake", 5, 44100))
            case engine.RefreshDevices():
                report(engine.Devices((engine.OutputDevice("Speakers", "Fake", 2, 48000.0, True),)))
                report(engine.MidiPorts(("Keys",)))
            case engine.AwaitBinding(source, control):
                report(engine.BindingsChanged(source, (Binding("cc 1", 0, control),)))
            case engine.StartRecording(path):
                report(engine.Recorded(path, 1.5))
            case engine.Touch("panic"):
                os._exit(3)
            case engine.Touch("latents", numbers):
                latent = [*numbers]
            case engine.Touch("pad", numbers):
                latent[:2] = numbers
            case engine.Touch("snapshot.store", (number,)):
                sounds[round(number)] = Sound(tuple(latent))
                version += 1
            case engine.Touch("snapshot.clear", (number,)):
                sounds.pop(round(number), None)
                version += 1
            case engine.OpenSet(path):
                opened = read_set(Path(path)).snapshots
                sounds = {number: one for number, one in enumerate(opened, 1) if one is not None}
                version += 1
                report(engine.SetOpened(path, version))
            case engine.SaveSet(path):
                write_set(Path(path), PerformanceSet(tuple(sounds.get(number) for number in range(1, 33))))
                report(engine.SetSaved(path, version))
            case engine.Touch("gain" | "play" as control, (number,)):
                values[control] = number
            case engine.Shutdown():
                break
        known = tuple(engine.ControlValue(control, value) for control, value in values.items())
        running, osc = engine.StreamStatus.RUNNING, engine.OscStatus(True, received=1)
        status = engine.EngineStatus(
            tuple(latent), values=known, stored=tuple(sorted(sounds)), set_version=version, stream=running, osc=osc
        )
        report(status)
    """
)


ROOT = Path(__file__).resolve().parents[2]


class FakeEngine:
    """Starts the double, and reads the orders it received."""

    def __init__(self, folder: Path, mode: str) -> None:
        script = folder / "fake_engine.py"
        script.write_text(FAKE_ENGINE, encoding="utf-8")
        self.folder = folder
        self.launcher = Launcher([sys.executable, "-I", str(script), str(ROOT), str(folder), mode])

    def orders(self, life: int = 0) -> list[str]:
        path = self.folder / f"orders{life}"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


@pytest.fixture
def fake_engine(tmp_path: Path):
    """Make a double that behaves in the given way: well, garbage, deaf, loading, stillborn."""

    def make(mode: str = "well") -> FakeEngine:
        return FakeEngine(tmp_path, mode)

    return make
