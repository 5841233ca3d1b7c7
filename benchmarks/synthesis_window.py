r"""Shorter synthesis windows for made magnitudes: how early a change is heard, and what is lost.

Frames of made magnitudes are sounds under a Hann window h. Any window v that adds up to one with it, ``Σ h·v = 1`` over
all frames, brings the sound back; where v begins, the frame begins to sound. The windows here are ``v = w/h`` with
``w = h^p·g`` divided by the sum of its shifts by hops; g is zero before ``first`` and opens as sin² over ``fade``::

    h  __/‾‾‾‾\__      v  ____/‾‾\__      half of a change is heard ``half_samples`` after ``first``
       0        n_fft       first   n_fft

``p = 2``, ``first = 0`` is the dual window that is used. Phases come from `RunningPhase`; convergence is that of the
phase benchmark, over its sounds, and over what the factory instruments make: held points, glides and jumps. Some
windows are for frames at half the hop, as points can be decoded at any: the network knows frames, not hops.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from benchmarks._phase_sounds import HARMONIC
from benchmarks.phase import HOP, N_FFT, TONES_HZ, convergence_db, hop_side_band_db, tone
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.dgt import DGT, hann_window, overlap_add
from vschaos.transforms.running_phase import GRADIENT, RunningPhase

Window = NDArray[np.float64]
"""The product w = h·v, shape (N_FFT,); its shifts by hops add up to 1."""

HALF_HOP = HOP // 2

CARRIED_TO = 0.15 * HOP
"""Without look-ahead, the running phase carries slopes on to so many samples before a frame's middle, at any hop."""

LATEST = range(0, HALF_HOP + 1, 64)
"""By how many samples what is heard may be late against the magnitudes it is compared with."""

POINTS = 4
"""Of each instrument: held one by one, and visited in turn."""

HELD, SETTLING = 300, 16
"""Half hops that a point is held, and those at both ends that are not compared."""


class Case(NamedTuple):
    """A window for frames that are so many samples apart."""

    window: Window
    hop_samples: int = HOP


def whole(window: Window, hop_samples: int = HOP) -> Case:
    """Divided by the sum of its shifts."""
    return Case(window / np.tile(window.reshape(-1, hop_samples).sum(axis=0), N_FFT // hop_samples), hop_samples)


def opened(power: float, first: int, fade: int, hop_samples: int = HOP) -> Case:
    """The window of the module's head."""
    gate = np.sin(0.5 * np.pi * np.clip((np.arange(N_FFT) - first) / max(fade, 1), 0.0, 1.0)) ** 2
    return whole(hann_window(N_FFT).numpy() ** power * (gate if first else 1.0), hop_samples)


def centred(length: int) -> Case:
    """A Hann window of so many samples, a multiple of the hop, in the middle."""
    begin = (N_FFT - length) // 2
    return whole(np.pad(hann_window(length).numpy(), begin))


WINDOWS: dict[str, Callable[[], Case]] = {
    "dual": lambda: opened(2.0, 0, 0),
    "hann_1536": lambda: centred(1536),
    "hann_1024": lambda: centred(1024),
    "from_384": lambda: opened(2.0, 384, 384),
    "from_448": lambda: opened(1.75, 448, 192),
    "from_512": lambda: opened(1.75, 512, 192),
    "from_544": lambda: opened(1.75, 544, 192),
    "half_hop_dual": lambda: opened(2.0, 0, 0, HALF_HOP),
    "half_hop_from_544": lambda: opened(1.75, 544, 192, HALF_HOP),
    "half_hop_from_672": lambda: opened(1.75, 672, 192, HALF_HOP),
    "half_hop_from_800": lambda: opened(1.75, 800, 192, HALF_HOP),
    "half_hop_from_864": lambda: opened(1.75, 864, 192, HALF_HOP),
}


def run() -> dict[str, Any]:
    """Figures by window."""
    cases = {name: make() for name, make in WINDOWS.items()}
    figures: dict[str, Any] = {name: facts(case) for name, case in cases.items()}
    sounds, tones = {name: make() for name, make in HARMONIC.items()}, {hz: tone(hz) for hz in TONES_HZ}
    made = list(_made_magnitudes())
    for name, case in cases.items():
        for lookahead in (0, 1):
            reached = [convergence_db(sound, _resynthesis(sound, case, lookahead)) for sound in sounds.values()]
            sides = [hop_side_band_db(_resynthesis(sound, case, lookahead), hz) for hz, sound in tones.items()]
            kinds: dict[str, list[float]] = {}
            for kind, magnitude in made:
                kinds.setdefault(kind, []).append(_convergence_db(magnitude, case, lookahead))
            figures[name][f"lookahead_{lookahead}"] = {
                "harmonic_mean_db": round(float(np.mean(reached)), 2),
                "harmonic_worst_db": round(max(reached), 2),
                "largest_side_band_db": round(max(sides), 1),
                **{f"{kind}_db": round(float(np.mean(values)), 2) for kind, values in kinds.items()},
            }
    return figures


def facts(case: Case) -> dict[str, float]:
    """What follows from a window alone.

    Of random phases the power is spread over the whole frame, ``mean(h²)`` of it a sample; v makes
    ``random_share = mean(h²)·Σ v² / hop`` of it. ``random_ripple_db`` is how far it goes up and down within a hop.
    ``late_samples`` is `half_samples` and half a hop: what a change waits for its frame, in the mean.
    """
    window, hop_samples = case
    hann, half = hann_window(N_FFT).numpy(), np.cumsum(window.reshape(-1, hop_samples), axis=0).ravel()
    first = int(np.argmax(window > 1e-9)) // 32 * 32
    half_samples = int(np.argmax(half >= 0.5)) - first
    power = (synthesis(window) ** 2).reshape(-1, hop_samples).sum(axis=0)
    return {
        "first": first,
        "half_samples": half_samples,
        "late_samples": half_samples + hop_samples // 2,
        "random_share": round(float(np.mean(hann**2) * np.mean(power)), 4),
        "random_ripple_db": round(10.0 * math.log10(power.max() / power.min()), 2),
    }


def synthesis(window: Window) -> Window:
    """The window v = w/h that frames are multiplied by, shape (N_FFT,)."""
    return np.divide(window, hann_window(N_FFT).numpy(), out=np.zeros(N_FFT), where=window > 1e-12)


@torch.inference_mode()
def _sound(magnitude: Tensor, case: Case, lookahead: int) -> Tensor:
    """Of magnitudes (T, F), shape ((T − 1)·hop + N_FFT,)."""
    window, hop_samples = case
    dgt, phases = DGT(N_FFT, hop_samples), RunningPhase(N_FFT, hop_samples, lookahead)
    if lookahead == 0:
        phases.weight_late = 1.5 - CARRIED_TO / hop_samples
    dgt.synthesis_window = torch.from_numpy(synthesis(window) / (2.0 / float(hann_window(N_FFT).sum()))).float()
    later = torch.cat([magnitude, magnitude[-1:].expand(lookahead, -1)])[None]
    made, phase, _ = phases(later, torch.zeros(later.shape[:2]), phases.initial(1), GRADIENT)
    return overlap_add(dgt.frames(made, phase)[:, lookahead:], hop_samples)[0]


def _resynthesis(sound: NDArray[np.float32], case: Case, lookahead: int) -> NDArray[np.float32]:
    magnitude = DGT(N_FFT, case.hop_samples)(torch.from_numpy(sound)[None])[0].abs()
    late = N_FFT - case.hop_samples
    return _sound(magnitude, case, lookahead)[late : late + len(sound)].numpy()


def _convergence_db(magnitude: Tensor, case: Case, lookahead: int) -> float:
    """Of what is made from magnitudes (T, F), half a hop apart, by all of them.

    It is compared at the lateness that suits it best: where a window begins late, a change is heard after the middle
    of its frame, as `half_samples` counts already.
    """
    sound, reached = _sound(magnitude[:: case.hop_samples // HALF_HOP], case, lookahead), []
    for late in LATEST:
        got = DGT(N_FFT, HALF_HOP).magnitudes(sound[late:].unfold(0, N_FFT, HALF_HOP))
        count = min(len(got), len(magnitude)) - SETTLING
        wanted, got = magnitude[SETTLING:count], got[SETTLING:count]
        reached.append(20.0 * float(torch.log10((got - wanted).norm() / wanted.norm())))
    return min(reached)


def _made_magnitudes() -> Iterator[tuple[str, Tensor]]:
    """What the factory instruments make: its kind, and magnitudes (T, F), half a hop apart."""
    rng = np.random.default_rng(1)
    for path in factory_instruments():
        contents = read_instrument(path)
        instrument, labels = streaming_instrument(contents), [label.default for label in contents.card.labels]
        drawn = contents.points[rng.choice(len(contents.points), 10 * POINTS, replace=False)]
        loudness = _magnitudes(instrument, drawn, labels).norm(dim=1)
        points = list(drawn[(loudness >= loudness.median()).numpy()][:POINTS])
        for point in points:
            yield "held", _magnitudes(instrument, np.repeat(point[None], HELD, axis=0), labels)
        ways = list(itertools.pairwise(points))
        for kind, hops, times in (("slow", 120, 1), ("fast", 16, 10)):
            path_of_points = np.concatenate([np.linspace(*way, hops) for way in times * ways])
            yield kind, _magnitudes(instrument, path_of_points, labels)
        yield "jumps", _magnitudes(instrument, np.repeat(4 * points, 40, axis=0), labels)


@torch.inference_mode()
def _magnitudes(instrument: StreamingInstrument, coordinates: NDArray[np.floating], labels: list[float]) -> Tensor:
    rows = torch.from_numpy(np.asarray(coordinates, np.float32)).t()[None]
    held = torch.tensor(labels).reshape(1, -1, 1).expand(1, -1, rows.shape[2])
    return instrument.magnitudes(rows, held)[:, 0].clone()
