"""Speed of the streaming instrument on one thread: seconds of sound made per second, by hops a call."""

from __future__ import annotations

import statistics
import time
from typing import Any

import torch

from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.transforms.running_phase import GRADIENT

REPETITIONS = 200


def run() -> dict[str, Any]:
    """Median times of ``decode`` and ``encode``, scripted, for the factory instrument (or an untrained one)."""
    paths = factory_instruments()
    instrument = read_instrument(paths[0]) if paths else untrained(hidden=384)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.inference_mode():
            return {"instrument": instrument.card.name, **_figures(torch.jit.script(streaming_instrument(instrument)))}
    finally:
        torch.set_num_threads(threads)


def _figures(module: Any) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for hops in (1, 4, 16):
        sound_s = hops * module.hop_samples / module.sample_rate_hz
        coordinates = torch.linspace(-0.02, 0.02, hops).expand(1, module.latent_dims, hops)  # a slow hand
        labels, noise = module.open_labels(1, hops), torch.zeros(1, hops)
        audio = torch.randn(1, 1, hops * module.hop_samples) * 0.1
        synthesis, analysis = module.initial_synthesis(1), module.initial_analysis(1)
        decode_s = _median_s(lambda c=coordinates, k=labels, n=noise, s=synthesis: module.decode(c, k, n, GRADIENT, s))
        encode_s = _median_s(lambda a=audio, k=labels, s=analysis: module.encode(a, k, s))
        figures[f"hops_{hops}"] = {
            "decode_ms": round(decode_s * 1e3, 3),
            "decode_x_realtime": round(sound_s / decode_s, 1),
            "encode_x_realtime": round(sound_s / encode_s, 1),
        }
    return figures


def _median_s(call: Any) -> float:
    for _ in range(20):
        call()
    times = []
    for _ in range(REPETITIONS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
