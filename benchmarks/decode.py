"""Speed of the streaming instrument on one thread: seconds of sound made per second, by hops a call and by voices.

Two instruments: the configuration `CONFIGURATION`, which has learned noise and so has more peaks to follow than sounds
have, and the first factory instrument. Points and input move from call to call, as they do while playing. Beside each:

- ``floor_ms``: what a hop's arithmetic would take at the speed of a large product of matrices in the same run: the
  decoder's multiplications and additions and one inverse Fourier transform, 2.5·M·log₂M operations for a frame of M;
- ``products_ms``: the decoder's own products alone, one row at a time. They read every weight once a hop, and wait for
  memory more than for arithmetic: no decoder of this size is faster.

`ORIGINAL` holds what the original did on a machine like this one.
"""

from __future__ import annotations

import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from benchmarks._instruments import noise_instrument
from vschaos.configs.compose import compose_config
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.transforms.running_phase import GRADIENT

CONFIGURATION = "dgt_mid"
HOPS = (1, 4, 16)
VOICES = (1, 4, 16)
PLACES = 40
"""Different points, and pieces of input, that calls go through."""
WARM_UP, REPETITIONS = 20, 200
LARGE = 1024
"""Rows and columns of the large matrices."""

ORIGINAL = {
    "source": "vschaos2 1.1.0, “normal” 2048/512, exported; torch 2.13, one thread of a CPU, 2048 samples a call",
    "decode_x_realtime": [7.3, 9.1],
    "forward_x_realtime": [4.0, 4.2],
    "encode_x_realtime": [15, 20],
}


def run() -> dict[str, Any]:
    """Median times of ``decode``, ``forward`` and ``encode``, scripted."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.inference_mode():
            gflops = _large_product_gflops()
            figures = {name: _figures(instrument, gflops) for name, instrument in _instruments().items()}
    finally:
        torch.set_num_threads(threads)
    return {"large_product_gflops": round(gflops, 1), "original": ORIGINAL, **figures}


def _instruments() -> dict[str, Instrument]:
    with tempfile.TemporaryDirectory() as folder:
        config = compose_config(CONFIGURATION, [f"name={CONFIGURATION}"])
        made = read_instrument(noise_instrument(Path(folder) / "made.vschaos", config))
    return {CONFIGURATION: made, **{path.stem: read_instrument(path) for path in factory_instruments()[:1]}}


def _figures(instrument: Instrument, gflops: float) -> dict[str, Any]:
    live = streaming_instrument(instrument)
    module: Any = torch.jit.script(live)
    weights = [weight for weight in live.autoencoder.decoder.state_dict().values() if weight.dim() == 2]
    transform = 2.5 * module.n_fft * math.log2(module.n_fft)
    floor_ms = (2.0 * sum(weight.numel() for weight in weights) + transform) / gflops / 1e6
    voices = {f"voices_{count}_ms": round(_decode_s(module, count, 1) * 1e3, 3) for count in VOICES}
    return {
        **{f"hops_{hops}": _of_hops(module, hops) for hops in HOPS},
        **voices,
        "floor_ms": round(floor_ms, 4),
        "times_floor": round(voices["voices_1_ms"] / floor_ms, 1),
        "products_ms": round(_products_s(weights) * 1e3, 3),
    }


def _of_hops(module: Any, hops: int) -> dict[str, float]:
    sound_s = hops * module.hop_samples / module.sample_rate_hz
    decode_s, forward_s, encode_s = _decode_s(module, 1, hops), _forward_s(module, hops), _encode_s(module, hops)
    return {
        "decode_ms": round(decode_s * 1e3, 3),
        "decode_x_realtime": round(sound_s / decode_s, 1),
        "forward_x_realtime": round(sound_s / forward_s, 1),
        "encode_x_realtime": round(sound_s / encode_s, 1),
    }


def _decode_s(module: Any, voices: int, hops: int) -> float:
    points, labels, noise = _walk(module, voices, hops), module.open_labels(voices, hops), torch.zeros(voices, hops)
    state = module.initial_synthesis(voices)

    def call() -> None:
        nonlocal state
        _, state = module.decode(next(points), labels, noise, GRADIENT, state)

    return _median_s(call)


def _forward_s(module: Any, hops: int) -> float:
    audio, labels, noise = _input(module, hops), module.open_labels(1, hops), torch.zeros(1, hops)
    analysis, synthesis = module.initial_analysis(1), module.initial_synthesis(1)

    def call() -> None:
        nonlocal analysis, synthesis
        _, analysis, synthesis = module(next(audio), labels, noise, GRADIENT, analysis, synthesis)

    return _median_s(call)


def _encode_s(module: Any, hops: int) -> float:
    audio, labels, state = _input(module, hops), module.open_labels(1, hops), module.initial_analysis(1)

    def call() -> None:
        nonlocal state
        _, _, state = module.encode(next(audio), labels, state)

    return _median_s(call)


def _walk(module: Any, voices: int, hops: int) -> Iterator[Tensor]:
    """Points (B, D, T) of a hand for each voice, moving on and back."""
    generator = torch.Generator().manual_seed(0)
    steps = 0.05 * torch.randn(voices, module.latent_dims, hops * PLACES, generator=generator)
    path = torch.cumsum(steps, dim=2).clamp(-1.0, 1.0)
    return cycle([part.contiguous() for part in torch.cat([path, path.flip(2)], dim=2).split(hops, dim=2)])


def _input(module: Any, hops: int) -> Iterator[Tensor]:
    """Pieces (1, 1, T·hop) of tones in noise."""
    samples = torch.arange(PLACES * hops * module.hop_samples)
    tones = sum(torch.sin(0.02 * partial * samples) / partial for partial in range(1, 9))
    audio = 0.1 * (tones + 0.1 * torch.randn(len(samples), generator=torch.Generator().manual_seed(0)))
    return cycle(audio.reshape(1, 1, -1).split(hops * module.hop_samples, dim=2))


def _large_product_gflops() -> float:
    left, right = torch.randn(LARGE, LARGE), torch.randn(LARGE, LARGE)
    return 2.0 * LARGE**3 / _median_s(lambda: torch.mm(left, right), 3, 20) / 1e9


def _products_s(weights: list[Tensor]) -> float:
    rows = [torch.randn(1, len(weight)) for weight in weights]
    return _median_s(lambda: [torch.mm(row, weight) for row, weight in zip(rows, weights, strict=True)])


def _median_s(call: Callable[[], object], warm_up: int = WARM_UP, repetitions: int = REPETITIONS) -> float:
    for _ in range(warm_up):
        call()
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
