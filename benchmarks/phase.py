"""Phase from magnitudes, by method: accuracy, cost, pitch, and modulation at the rate of the hop.

``convergence_db`` is the spectral convergence ``20·log10(‖|DGT(y)| − s‖ / ‖s‖)`` of the sound y that is made from the
magnitudes s: lower is better, and 0 is as far off as silence. Frames of 2048 samples, hops of 512, at 44.1 kHz.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import torch

from benchmarks._phase_sounds import HARMONIC, OTHER, RATE_HZ, Sound
from vschaos.transforms.dgt import DGT
from vschaos.transforms.resynthesis import PhaseMethod, RunningResynthesis, whole_resynthesis
from vschaos.transforms.running_phase import GRADIENT, RANDOM, RunningPhase

N_FFT, HOP = 2048, 512
TONES_HZ = (55.0, 110.0, 261.63, 440.0, 1234.5, 3000.0)
TONE_S = 3.0
REPETITIONS = 300


def _running(sound: Sound, method: PhaseMethod, lookahead: int = 0) -> Sound:
    channel = RunningResynthesis(method, n_fft=N_FFT, hop_samples=HOP, lookahead=lookahead)
    return np.concatenate([channel.push(sound), channel.finish()])


METHODS: dict[str, Callable[[Sound], Sound]] = {
    "gradient": partial(_running, method=PhaseMethod.GRADIENT),
    "gradient_lookahead": partial(_running, method=PhaseMethod.GRADIENT, lookahead=1),
    "random": partial(_running, method=PhaseMethod.RANDOM),
    "heap": partial(whole_resynthesis, method=PhaseMethod.HEAP, iterations=0),
    "griffin_lim_32": partial(whole_resynthesis, method=PhaseMethod.GRIFFIN_LIM, iterations=32),
    "heap_and_32": partial(whole_resynthesis, method=PhaseMethod.HEAP, iterations=32),
}


def run() -> dict[str, Any]:
    """Figures by method; the mean and the worst are those of the harmonic sounds."""
    sounds = {name: make() for name, make in {**HARMONIC, **OTHER}.items()}
    return {
        "methods": {name: _figures(resynthesise, sounds) for name, resynthesise in METHODS.items()},
        "cost": _cost(sounds["cello"]),
    }


def _figures(resynthesise: Callable[[Sound], Sound], sounds: dict[str, Sound]) -> dict[str, Any]:
    began = time.perf_counter()
    made = {name: resynthesise(sound) for name, sound in sounds.items()}
    took_s = time.perf_counter() - began
    reached = {name: convergence_db(sounds[name], made[name]) for name in sounds}
    harmonic = [reached[name] for name in HARMONIC]
    tones = [(hz, resynthesise(tone(hz))) for hz in TONES_HZ]
    return {
        "harmonic_mean_db": round(float(np.mean(harmonic)), 2),
        "harmonic_worst_db": round(max(harmonic), 2),
        "convergence_db": {name: round(value, 2) for name, value in reached.items()},
        "largest_pitch_error_cents": round(max(abs(pitch_error_cents(sound, hz)) for hz, sound in tones), 3),
        "largest_side_band_db": round(max(hop_side_band_db(sound, hz) for hz, sound in tones), 1),
        "x_realtime": round(sum(len(sound) for sound in sounds.values()) / RATE_HZ / took_s, 1),
    }


def convergence_db(sound: Sound, made: Sound) -> float:
    """Spectral convergence of what was made from a sound's magnitudes."""
    dgt = DGT(N_FFT, HOP)
    wanted, got = (dgt(torch.from_numpy(samples)[None]).abs() for samples in (sound, made))
    return 20.0 * float(torch.log10((got - wanted).norm() / wanted.norm()))


def tone(frequency_hz: float) -> Sound:
    """A steady sine that fades in and out."""
    time_s = np.arange(round(TONE_S * RATE_HZ)) / RATE_HZ
    fade = np.clip(np.minimum(time_s, time_s[::-1]) / 0.1, 0.0, 1.0)
    return (0.3 * fade * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def pitch_error_cents(sound: Sound, frequency_hz: float) -> float:
    """How far a tone's middle is from its frequency, by how its phase turns from one half of it to the other."""
    middle = sound[RATE_HZ // 2 : -RATE_HZ // 2].astype(np.float64)
    half = len(middle) // 2
    carrier = np.exp(-2j * np.pi * frequency_hz * np.arange(2 * half) / RATE_HZ) * np.tile(np.hanning(half), 2)
    first, second = (middle[: 2 * half] * carrier).reshape(2, half).sum(axis=1)
    drift_hz = np.angle(second / first) / (2 * np.pi * half / RATE_HZ)
    return 1200.0 * math.log2(1.0 + drift_hz / frequency_hz)


def hop_side_band_db(sound: Sound, frequency_hz: float) -> float:
    """The strongest partial a multiple of the hop rate away from a tone, relative to it."""
    middle = sound[RATE_HZ // 2 : -RATE_HZ // 2].astype(np.float64)
    window = np.blackman(len(middle))
    time_s = np.arange(len(middle)) / RATE_HZ
    places = [frequency_hz + k * RATE_HZ / HOP for k in range(-4, 5)]
    levels = [abs(np.sum(middle * window * np.exp(-2j * np.pi * hz * time_s))) for hz in places]
    centre = levels.pop(4)
    return 20.0 * math.log10(max(levels) / centre)


def _cost(sound: Sound) -> dict[str, float]:
    """How much of one core phases take, in percent, scripted and a hop a call: the median of processor times."""
    magnitude = DGT(N_FFT, HOP)(torch.from_numpy(sound)[None]).abs()
    cases = {
        "gradient": (0, 0.0, GRADIENT),
        "gradient_lookahead": (1, 0.0, GRADIENT),
        "gradient_noise": (0, 1.0, GRADIENT),
        "random": (0, 0.0, RANDOM),
    }
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        with torch.inference_mode():
            return {f"{name}_percent": round(_percent(magnitude, *case), 2) for name, case in cases.items()}
    finally:
        torch.set_num_threads(threads)


def _percent(magnitude: torch.Tensor, lookahead: int, noise: float, mode: int) -> float:
    phases = RunningPhase(N_FFT, HOP, lookahead)
    state, scripted = phases.initial(1), torch.jit.freeze(torch.jit.script(phases.eval()))
    amount = torch.full([1, 1], noise)
    times = []
    for n in range(REPETITIONS):
        frame = magnitude[:, n : n + 1].contiguous()
        began = time.thread_time()
        _, _, state = scripted(frame, amount, state, mode)
        times.append(time.thread_time() - began)
    return 100.0 * float(np.median(times[REPETITIONS // 10 :])) * RATE_HZ / HOP
