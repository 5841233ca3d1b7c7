"""What a training will need, known before it begins: frames, disk space, memory, time. Torch-free.

Time is the course's length in seconds of sound by the speed at which this computer learns: the speed that the last
training of that configuration left here (`remember_speed`), or else an estimate from the size of its networks and a
short measure of matrix products. The estimate is rough: half to double.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import time
from collections.abc import Mapping

import numpy as np

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import Config
from vschaos.data.cache import cache_folder
from vschaos.data.doctor.findings import Forecast
from vschaos.data.scan import ScanReport
from vschaos.files import read_file, write_file
from vschaos.untrusted import parse_json

SPEEDS_FILE = "speeds.json"
LARGEST_BYTES = 1 << 20
DEFAULT = "dgt_mid"
"""The configuration for which frames, disk space and memory are given."""

# Fitted to docs/training-speed.md, one thread: 65 ms a step of 512 frames, some 20 ms a step of 64, 0.81 GB at most.
_STEP_OVERHEAD_S = 10e-3
_PRODUCTS_SHARE = 0.65
_TRAINER_MB = 790.0
_THREADS_GAIN = 1.45
"""What a second thread brought there; of more nothing is promised."""
_BYTES_A_WEIGHT = 20  # the weight, its gradient, two moments and the running average, 4 bytes each
_SAMPLE_BYTES = 4


def forecast(
    report: ScanReport, configurations: Mapping[str, Config] | None = None, *, products_per_s: float | None = None
) -> Forecast | None:
    """What trainings on a scan's sounds will need; None if there is no audible sound.

    Parameters
    ----------
    report
        The scan.
    configurations
        By name; all that ship with the program by default.
    products_per_s
        Multiplications with addition a second, `measure_products` by default; not needed where all speeds are known.
    """
    if not report.audible:
        return None
    configurations = configurations or {name: compose_config(name, []) for name in config_names()}
    first = configurations.get(DEFAULT) or next(iter(configurations.values()))
    known = known_speeds()
    training_s: dict[str, float] = {}
    for name, config in configurations.items():
        if name not in known and products_per_s is None:
            products_per_s = measure_products()
        training_s[name] = _training_s(config, known.get(name), products_per_s or 1.0)
    representation = first.representation
    lengths_s = [sound.duration_s for sound in report.audible for _signal in sound.signals]
    samples = sum(math.ceil(length_s * representation.sample_rate_hz) for length_s in lengths_s)
    return Forecast(
        frames=sum(
            math.ceil(length_s * representation.sample_rate_hz / representation.hop_samples) for length_s in lengths_s
        ),
        store_mb=samples * _SAMPLE_BYTES / 1e6,
        memory_mb=_memory_mb(first),
        training_s=training_s,
    )


def remember_speed(configuration: str, audio_s_per_s: float) -> None:
    """Remember how many seconds of sound a training of a configuration learnt from in a second.

    Kept in the cache folder; where that cannot be written, nothing is remembered and nothing is harmed.
    """
    if not (math.isfinite(audio_s_per_s) and audio_s_per_s > 0):
        return
    path = cache_folder() / SPEEDS_FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, json.dumps({**known_speeds(), configuration: audio_s_per_s}, indent=1).encode())
    except OSError:
        return


def known_speeds() -> dict[str, float]:
    """The speeds that were remembered, by configuration; none where the file is missing or makes no sense."""
    try:
        values = parse_json(read_file(cache_folder() / SPEEDS_FILE, LARGEST_BYTES))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {
        str(name): float(speed)
        for name, speed in values.items()
        if isinstance(speed, (int, float)) and math.isfinite(speed) and speed > 0
    }


def measure_products(limit_s: float = 0.25) -> float:
    """Multiplications with addition a second in single-precision matrix products on this computer, now.

    The best of as many small products as fit into ``limit_s``: what disturbs only slows down, and small ones stay on
    one thread, as most trainings do.
    """
    one = np.ones((64, 64), np.float32)
    result = np.empty_like(one)
    best_s = math.inf
    end_s = time.perf_counter() + limit_s
    while (start_s := time.perf_counter()) < end_s:
        for _ in range(4):
            np.matmul(one, one, out=result)
        best_s = min(best_s, (time.perf_counter() - start_s) / 4)
    return one.size * len(one) / best_s


def _training_s(config: Config, speed: float | None, products_per_s: float) -> float:
    course = config.training
    if course.minutes > 0:
        return 60 * course.minutes
    if speed is not None:
        batch_s = course.batch_size * config.representation.hop_samples / config.representation.sample_rate_hz
        return course.max_steps * batch_s / speed
    # Forwards once, backwards twice: three products for each weight and frame.
    products = 3 * _weights(config) * course.batch_size
    step_s = _STEP_OVERHEAD_S + products / (_PRODUCTS_SHARE * products_per_s)
    alone = course.threads == 1 or (os.cpu_count() or 1) == 1
    return course.max_steps * (step_s if alone else step_s / _THREADS_GAIN)


def _memory_mb(config: Config) -> float:
    return _TRAINER_MB + _weights(config) * _BYTES_A_WEIGHT / 1e6


def _weights(config: Config) -> int:
    """About how many weights the dense layers have; the fixed ones that make principal components apart."""
    bins, model = config.representation.bins, config.model
    labels = sum(item.out_dim or item.dim for item in model.conditioning.values())
    encoder = (model.encoder.components or bins, *model.encoder.hidden_dims, 2 * model.latent_dims)
    decoder = (model.latent_dims + labels, *model.decoder.hidden_dims, model.decoder.components or bins)
    widths = [encoder, decoder, *((bins, *item.args.widths, item.dim) for item in model.prediction.values())]
    return sum(one * other for chain in widths for one, other in itertools.pairwise(chain))
