"""The export for nn~: time, size, speed, and time to the first sound.

Two instruments: the configuration `CONFIGURATION`, trained on noise, and the first factory instrument. The module is
loaded in a process of its own with one thread, as in nn~:

- ``export_s``: from the command to the finished folder, including the check in a new process and the start of Python;
- ``x_realtime``: seconds of sound that a method computes in a second, in buffers of `BUFFER` samples, median;
- ``by_buffer``: the same for buffers of one hop to 4096 samples, for decode and forward;
- ``by_rate``: for hosts at other rates, which a module is told by its attribute, how clean the resampling is (see
  `vschaos.export.rate_quality`), and what a call with `BUFFER` samples costs of
  the thread's time in ms, beside one at its own rate;
- ``first_call_ms``: the slowest first call of a method with a new buffer size and number of voices, after ``load_ms``
  for opening the file and ``get_methods``, which nn~ does before a patch plays.

`ORIGINAL` holds figures of vschaos2 on a similar machine.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from benchmarks import decode
from benchmarks._calls import median_s, tones_in_noise, walks
from benchmarks._instruments import noise_instrument
from vschaos.configs.compose import compose_config
from vschaos.export.rate_quality import resampling_quality
from vschaos.export.rates import HOST_RATES
from vschaos.export.report import EXPORT_MESSAGES, ExportDone
from vschaos.instrument.library import factory_instruments

CONFIGURATION = "dgt_mid"
BUFFER = 2048
LONGEST_BUFFER = 4096

ORIGINAL = {
    **decode.ORIGINAL,
    "first_two_calls_ms": [140, 540],
    "megabytes": 12.3,
    "export_s": [9, 10],
}
WANTED = {
    "decode_x_realtime": 60,
    "forward_x_realtime": 40,
    "first_call_ms": 20,
    "megabytes": 6,
    "export_s": 10,
}


def run() -> dict[str, Any]:
    """Export the instruments, each by the command, and play the files."""
    with tempfile.TemporaryDirectory() as folder:
        config = compose_config(CONFIGURATION, [f"name={CONFIGURATION}"])
        made = noise_instrument(Path(folder) / f"{CONFIGURATION}.vschaos", config)
        figures = {path.stem: _exported(path, Path(folder)) for path in (made, *factory_instruments()[:1])}
    return {"wanted": WANTED, "original": ORIGINAL, **figures}


def _exported(instrument: Path, folder: Path) -> dict[str, Any]:
    start_s = time.perf_counter()
    command = [sys.executable, "-P", "-m", "vschaos", "script", str(instrument), "-o", str(folder / "out"), "--json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    export_s = time.perf_counter() - start_s
    result = EXPORT_MESSAGES.decode(done.stdout.splitlines()[-1])
    assert isinstance(result, ExportDone)
    module = Path(result.path)
    played = subprocess.run(
        [sys.executable, "-m", "benchmarks.export", str(module)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[1],
    )
    return {
        "export_s": round(export_s, 1),
        "megabytes": round(module.stat().st_size / 1e6, 2),
        "files": sorted(Path(file).name for file in result.files),
        **json.loads(played.stdout),
        "checks": {check.name: check.sentence for check in result.verified.checks},
    }


def play(path: Path) -> dict[str, Any]:
    """Figures of a file, in this process: nothing of it was compiled before."""
    torch.set_num_threads(1)
    start_s = time.perf_counter()
    module: Any = torch.jit.load(str(path))
    methods = module.get_methods()
    load_s = time.perf_counter() - start_s
    hop = module.decode_params.tolist()[1]
    rate = int(module.decode_output_labels[0].split(" at ")[1].split(" ")[0])
    buffer = max(BUFFER, hop)
    with torch.inference_mode():
        first = {
            name: max(_first_s(module, name, samples, voices) for samples, voices in ((buffer, 1), (hop, 2)))
            for name in methods
        }
        speeds = {name: round(buffer / rate / _median_s(module, name, buffer), 1) for name in methods}
        buffers = [hop << doubling for doubling in range(13) if hop << doubling <= LONGEST_BUFFER]
        by_buffer = {
            name: {size: round(size / rate / _median_s(module, name, size), 1) for size in buffers}
            for name in ("decode", "forward")
        }
        by_rate = {rate_hz: _at_rate(module, rate, rate_hz, buffer) for rate_hz in {rate, *HOST_RATES}}
    return {
        "load_ms": round(load_s * 1e3),
        "first_call_ms": round(max(first.values()) * 1e3, 1),
        "x_realtime": speeds,
        "by_buffer": by_buffer,
        "by_rate": by_rate,
    }


def _at_rate(module: Any, own_hz: int, host_hz: int, samples: int) -> dict[str, float]:
    """Quality and cost for a host at a rate."""
    assert module.set_sample_rate(host_hz) == 0
    cost = {f"{name}_call_ms": round(1e3 * _thread_s(module, name, samples), 3) for name in ("decode", "forward")}
    if host_hz == own_hz:
        return cost
    quality = resampling_quality(module.rates, own_hz, host_hz)
    return {"ripple_db": round(quality.ripple_db, 4), "images_db": round(quality.images_db, 1), **cost}


def _first_s(module: Any, name: str, samples: int, voices: int) -> float:
    signal = next(_input(module, name, samples)).expand(voices, -1, -1).contiguous()
    start_s = time.perf_counter()
    getattr(module, name)(signal)
    return time.perf_counter() - start_s


def _median_s(module: Any, name: str, samples: int) -> float:
    method, signals = getattr(module, name), _input(module, name, samples)
    return median_s(lambda: method(next(signals)), warm_up=0)


def _thread_s(module: Any, name: str, samples: int, calls: int = 60) -> float:
    """The median of what a call takes of this thread's own time, whatever else the computer does."""
    method, signals, spent_s = getattr(module, name), _input(module, name, samples), []
    for _ in range(calls):
        start_s = time.thread_time()
        method(next(signals))
        spent_s.append(time.thread_time() - start_s)
    return statistics.median(spent_s)


def _input(module: Any, name: str, samples: int) -> Iterator[Tensor]:
    """Pieces (1, channels, T) of the sound or the hand that a method follows."""
    channels, ratio = getattr(module, f"{name}_params").tolist()[:2]
    return tones_in_noise(samples) if ratio == 1 else walks(1, channels, samples // ratio)


if __name__ == "__main__":
    print(json.dumps(play(Path(sys.argv[1]))))
