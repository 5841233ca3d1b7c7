"""Playing under load: the engine on a JACK server, its pad in motion, with a training beside it on the same cores.

The server and the engine are those of the system tests (``tests/servers.py``): a dummy card of 48 kHz with blocks of
256 samples, in real-time mode where that is granted; without it, the figures are the server's rather than ours.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import soundfile

from vschaos.instrument.library import factory_instruments
from vschaos.performance.tour import tour_position
from vschaos.realtime.protocol import EngineReady, Figures, InstrumentLoaded, LoadInstrument, SetControl, Snapshot
from vschaos.training.events import EVENTS, Progress

MOVES_PER_S = 60
TRAINING_STARTS_WITHIN_S = 120.0
SOUNDS, SOUND_S, SOUND_RATE_HZ = 8, 4.0, 44_100


def run(seconds: float = 60.0, training: bool = True) -> dict[str, Any]:
    """Play for a while, and tell how it went.

    Parameters
    ----------
    seconds
        How long to play.
    training
        Whether ``vschaos train --config-name dgt_small --background`` runs beside it.

    Returns
    -------
    dict
        ``underruns``, ``training_steps`` and ``stolen_s`` count from when the training is under way; ``stolen_s`` is
        processor time that the host of a virtual machine took away, in which nothing here can run, whatever its
        priority. The durations (ms) are those of the engine's whole life; ``first_sound_s`` is from the start of the
        engine's process to its first sample.
    """
    servers = _test_servers()
    with tempfile.TemporaryDirectory() as name, servers.jack_server() as jack:
        folder = Path(name)
        instrument = _instrument(folder)
        with servers.engine_process(folder, jack.environment) as engine:
            engine.wait_event(EngineReady)
            engine.send(SetControl("play", (1.0,)))
            engine.send(LoadInstrument(str(instrument)))
            loaded = engine.wait_event(InstrumentLoaded)
            engine.wait_snapshot(lambda snapshot: snapshot.level_db > -80.0)
            with _training(folder) if training else _nothing() as log:
                if log is not None:
                    _wait_for_progress(log)
                before, stolen_before = _last_snapshot(engine.events).underruns, _stolen_s()
                steps_before = _steps(log)
                _move_pad(engine, seconds)
                after, stolen_after = _last_snapshot(engine.events), _stolen_s()
                steps = _steps(log) - steps_before
            engine.finish()
            figures = engine.wait_event(Figures)
        return {
            "instrument": loaded.name,
            "seconds": seconds,
            "training_steps": steps if training else None,
            "jack_realtime": jack.realtime,
            "load_average": round(os.getloadavg()[0], 1),
            **{name: _rounded(value) for name, value in asdict(figures).items()},
            "underruns": after.underruns - before,
            "underruns_before": before,
            "stolen_s": round(stolen_after - stolen_before, 2),
            "render_load": _rounded(after.load),
        }


def _stolen_s() -> float:
    """Processor seconds that the host has taken from this virtual machine so far; 0 where nobody tells."""
    try:
        fields = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    except OSError:
        return 0.0
    return int(fields[8]) / os.sysconf("SC_CLK_TCK")


def _move_pad(engine: Any, seconds: float) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        engine.send(SetControl("pad", tour_position(passed)))
        time.sleep(1.0 / MOVES_PER_S)


def _instrument(folder: Path) -> Path:
    if paths := factory_instruments():
        return paths[0]
    from vschaos.instrument.build import untrained
    from vschaos.instrument.bundle import write_instrument

    path = folder / "untrained.vschaos"
    write_instrument(path, untrained(hidden=384))
    return path


@contextmanager
def _training(folder: Path) -> Iterator[Path]:
    """A training of made-up sounds, for as long as the block lasts; yields the file of its events."""
    sounds = folder / "sounds"
    sounds.mkdir()
    time_s = np.arange(round(SOUND_S * SOUND_RATE_HZ)) / SOUND_RATE_HZ
    for k in range(SOUNDS):
        tone = sum(np.sin(2 * np.pi * 110.0 * 2 ** (k / 4) * h * time_s) / h for h in range(1, 12))
        soundfile.write(sounds / f"{k}.wav", 0.2 * np.asarray(tone) * np.exp(-time_s), SOUND_RATE_HZ)
    log = folder / "training.jsonl"
    command = [sys.executable, "-m", "vschaos", "train", "--config-name", "dgt_small", "--events", "--background"]
    command += ["name=bench", f"rundir={folder / 'runs'}", f"+data.dataset.root={sounds}", "training.max_steps=1000000"]
    with log.open("wb") as out, (folder / "training.log").open("wb") as errors:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=errors)
        try:
            yield log
        finally:
            process.terminate()
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            assert process.stdin is not None
            process.stdin.close()


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _wait_for_progress(log: Path) -> None:
    until = time.monotonic() + TRAINING_STARTS_WITHIN_S
    while _steps(log) == 0:
        if time.monotonic() > until:
            raise RuntimeError(f"the training does not start: {log.read_text()[-500:]}")
        time.sleep(0.2)


def _steps(log: Path | None) -> int:
    """The step of the last whole line of progress."""
    if log is None:
        return 0
    events = [EVENTS.decode(line) for line in log.read_text().split("\n")[:-1] if '"Progress"' in line]
    return max((event.step for event in events if isinstance(event, Progress)), default=0)


def _last_snapshot(events: list[Any]) -> Snapshot:
    return next(event for event in reversed(events) if isinstance(event, Snapshot))


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value


def _test_servers() -> ModuleType:
    path = Path(__file__).parents[1] / "tests" / "servers.py"
    spec = importlib.util.spec_from_file_location("vschaos_test_servers", path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"there is no {path}")
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up while they are made.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
