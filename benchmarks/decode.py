"""Speed of the streaming instrument on one thread: seconds of sound per second, by hops per call and by voices.

Two instruments: the configuration `CONFIGURATION`, trained on noise (so that it has more peaks than real sounds), and
the first factory instrument. Points and input move from call to call, as in playing. For comparison:

- ``floor_ms``: time for the arithmetic of a hop at the speed of a large matrix product in the same run: the decoder's
  multiplications and additions and one inverse Fourier transform, 2.5·M·log₂M operations for a frame of M;
- ``products_ms``: the decoder's own matrix products only, one row at a time. They read all weights once a hop and
  wait for memory more than for arithmetic; no decoder of this size is faster.

`ORIGINAL` holds figures of vschaos2 on a similar machine.
"""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from benchmarks._calls import median_s, tones_in_noise, walks
from benchmarks._instruments import noise_instrument
from vschaos.configs.compose import compose_config
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.running_phase import GRADIENT

CONFIGURATION = "dgt_mid"
HOPS = (1, 4, 16)
VOICES = (1, 4, 16)
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
            gflops = large_product_gflops()
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
    floor_ms = 1000.0 * floor_s(live, gflops)
    voices = {f"voices_{count}_ms": round(_decode_s(module, count, 1) * 1e3, 3) for count in VOICES}
    return {
        **{f"hops_{hops}": _of_hops(module, hops) for hops in HOPS},
        **voices,
        "floor_ms": round(floor_ms, 4),
        "times_floor": round(voices["voices_1_ms"] / floor_ms, 1),
        "products_ms": round(_products_s(_products(live)) * 1e3, 3),
    }


def floor_s(live: StreamingInstrument, gflops: float) -> float:
    """Time for the arithmetic of a hop of one voice."""
    transform = 2.5 * live.n_fft * math.log2(live.n_fft)
    return (2.0 * sum(weight.numel() for weight in _products(live)) + transform) / gflops / 1e9


def _products(live: StreamingInstrument) -> list[Tensor]:
    """The matrices of the decoder."""
    model = live.autoencoder
    parts = (model.trunk, model.decoder, model.noise)
    return [weight for part in parts for weight in part.state_dict().values() if weight.dim() == 2]


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
    points, labels, noise = (
        walks(voices, module.latent_dims, hops),
        module.unknown_labels(voices, hops),
        torch.zeros(voices, hops),
    )
    state = module.initial_synthesis(voices)

    def call() -> None:
        nonlocal state
        _, state = module.decode(next(points), labels, noise, GRADIENT, state)

    return median_s(call)


def _forward_s(module: Any, hops: int) -> float:
    audio, labels, noise = (
        tones_in_noise(hops * module.hop_samples),
        module.unknown_labels(1, hops),
        torch.zeros(1, hops),
    )
    analysis, synthesis = module.initial_analysis(1), module.initial_synthesis(1)

    def call() -> None:
        nonlocal analysis, synthesis
        _, analysis, synthesis = module(next(audio), labels, noise, GRADIENT, analysis, synthesis)

    return median_s(call)


def _encode_s(module: Any, hops: int) -> float:
    audio, labels, state = (
        tones_in_noise(hops * module.hop_samples),
        module.unknown_labels(1, hops),
        module.initial_analysis(1),
    )

    def call() -> None:
        nonlocal state
        _, _, state = module.encode(next(audio), labels, state)

    return median_s(call)


def large_product_gflops() -> float:
    """Speed of a large matrix product on this thread, in 10⁹ operations a second."""
    left, right = torch.randn(LARGE, LARGE), torch.randn(LARGE, LARGE)
    return 2.0 * LARGE**3 / median_s(lambda: torch.mm(left, right), 3, 20) / 1e9


def _products_s(weights: list[Tensor]) -> float:
    rows = [torch.randn(1, len(weight)) for weight in weights]
    return median_s(lambda: [torch.mm(row, weight) for row, weight in zip(rows, weights, strict=True)])
