"""Attacks of recorded drums, and of notes: how fast they rise, when, and what is heard before them.

Each recording goes through its own magnitudes, or those that an instrument makes of it, and the running phase, with
attacks as they begin at one moment and, to compare, as they would without: with one frame a hop, as notes, files and
exports sound, with look-ahead, and with two frames a hop under the pad's window. Recordings are those of the Debian
packages sonic-pi-samples and hydrogen-drumkits; notes are those of the phase benchmark. VSCHAOS_ATTACKS names an
instrument (``.vschaos``), learned from drums; without it only true magnitudes are measured. Takes some minutes.

``rise_ms`` is the time from 10 to 90 % of the largest level (root mean square of a millisecond) within 35 ms of the
onset, with ``sharp_`` of recordings alone that rise fast; ``late_ms`` when half of it is reached after the recording;
``ahead_db`` the power in the 10 ms before the onset that is not the recording's, against its largest level squared.
Medians, and the tenth and ninetieth percentile.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks._metrics import convergence_db, log_spectral_distance_db
from benchmarks._phase_sounds import HARMONIC, RATE_HZ, Sound
from benchmarks.synthesis_window import opened, synthesis
from vschaos.audio import read
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.attacks import Attacks
from vschaos.transforms.dgt import DGT
from vschaos.transforms.running_phase import GRADIENT, RunningPhase
from vschaos.transforms.streaming import FrameStream

VARIABLE = "VSCHAOS_ATTACKS"
N_FFT, HOP = 2048, 512
SAMPLES = Path("/usr/share/sonic-pi/samples")
KITS = Path("/usr/share/hydrogen/data/drumkits")
KINDS = ("bd_*", "drum_*", "sn_*", "tabla_*", "perc_*", "elec_*snare*")
SUFFIXES = (".flac", ".wav", ".aiff")
COUNT, SECONDS, SILENCE = 96, 0.5, 6000
AUDIBLE = 0.01
MILLISECOND = RATE_HZ // 1000
NEAR = 35 * MILLISECOND
SHARP_MS = 4.0
"""Recordings that rise in less than this are counted by themselves, too: others hold no attack to be sharp."""

PAD_CARRIED_ON = 1.2
"""With two frames a hop slopes are carried on by a fifth of their change, see docs/phase.md."""


class Way(NamedTuple):
    """How frames become sound."""

    hop_samples: int = HOP
    lookahead: int = 0


WAYS = {"notes": Way(), "lookahead": Way(lookahead=1), "pad": Way(HOP // 2)}


def run() -> dict[str, Any]:
    """Figures by whose magnitudes they are, how they sound, and whether attacks begin at one moment."""
    sources: dict[str, Callable[[Sound, Way], torch.Tensor]] = {"true": _true_magnitudes}
    if path := os.environ.get(VARIABLE):
        instrument = streaming_instrument(read_instrument(Path(path)))
        sources["instrument"] = lambda sound, way: _made_magnitudes(instrument, sound, way)
    drums, notes = list(_drums()), {name: make() for name, make in HARMONIC.items()}
    figures: dict[str, Any] = {"recordings": len(drums)}
    for source, magnitudes in sources.items():
        for name, way in WAYS.items():
            for label, on in (("before", False), ("after", True)):
                made = [(sound, _sound(magnitudes(sound, way), way, on)[: len(sound)]) for sound in drums]
                figures[f"{source}, {name}, {label}"] = _attacks(made)
    for name in ("notes", "lookahead"):
        for label, on in (("before", False), ("after", True)):
            way = WAYS[name]
            made = [(sound, _sound(_true_magnitudes(sound, way), way, on)[: len(sound)]) for sound in notes.values()]
            figures[f"instruments and voice, {name}, {label}"] = {
                "mr_lsd_db": round(float(np.mean([log_spectral_distance_db(*pair) for pair in made])), 3),
                "convergence_db": round(float(np.mean([convergence_db(*pair) for pair in made])), 2),
            }
    return figures


def _drums() -> Iterator[Sound]:
    """Recordings of single strokes, after silence of any length."""
    found = [path for kind in KINDS for path in sorted(SAMPLES.glob(f"{kind}.flac"))]
    found += [path for path in sorted(KITS.glob("*/*")) if path.suffix.lower() in SUFFIXES]
    rng = np.random.default_rng(0)
    for index in rng.permutation(len(found))[:COUNT]:
        audio, rate_hz = read(found[index])
        sound = audio.mean(axis=0)
        if np.abs(sound).max() < AUDIBLE:
            continue
        if rate_hz != RATE_HZ:
            import soxr

            sound = soxr.resample(sound, rate_hz, RATE_HZ)
        silence = np.zeros(SILENCE + int(rng.integers(HOP)))
        yield np.concatenate([silence, sound[: round(SECONDS * RATE_HZ)], np.zeros(SILENCE)]).astype(np.float32)


@torch.inference_mode()
def _true_magnitudes(sound: Sound, way: Way) -> torch.Tensor:
    """Of every frame of a sound, shape (T, F)."""
    frames = FrameStream(N_FFT, way.hop_samples)
    silence = torch.zeros(1, N_FFT - way.hop_samples + -len(sound) % way.hop_samples)
    audio = torch.cat([torch.from_numpy(sound)[None], silence], dim=1)
    return DGT(N_FFT, way.hop_samples).magnitudes(frames(audio, frames.initial(1, audio.device))[0])[0]


@torch.inference_mode()
def _made_magnitudes(instrument: StreamingInstrument, sound: Sound, way: Way) -> torch.Tensor:
    """What an instrument makes of a sound, shape (T, F); with two frames a hop, of points half-way between, too."""
    audio = torch.zeros(1, 1, len(sound) + N_FFT - HOP + -len(sound) % HOP)
    audio[0, 0, : len(sound)] = torch.from_numpy(sound)
    labels = instrument.unknown_labels(1, audio.shape[2] // HOP)
    points, labels, _ = instrument.encode(audio, labels, instrument.initial_analysis(1))
    if way.hop_samples < HOP:
        earlier = torch.cat([points[..., :1], points[..., :-1]], dim=2)
        points = torch.stack([0.5 * (earlier + points), points], dim=3).flatten(2)
        labels = labels.repeat_interleave(2, dim=2)
    return instrument.magnitudes(points, labels)[:, 0].clone()


@torch.inference_mode()
def _sound(magnitude: torch.Tensor, way: Way, on: bool) -> Sound:
    """Of magnitudes (T, F), in time with what they were taken from; phases, too, are those of before if not ``on``."""
    dgt, phases = DGT(N_FFT, way.hop_samples), RunningPhase(N_FFT, way.hop_samples, way.lookahead)
    if way.hop_samples < HOP:
        window = synthesis(opened(1.75, 672, 192, way.hop_samples).window)
        dgt.synthesis_window = torch.from_numpy(window * (N_FFT / 4)).float()
        phases.weight_late = PAD_CARRIED_ON
    if not on:
        phases._steeper = lambda slope, *_: slope  # type: ignore[method-assign]
    attacks = Attacks(dgt)
    later = torch.cat([magnitude, magnitude[-1:].expand(way.lookahead, -1)]).unsqueeze(1).contiguous()
    made, turns, _ = phases.turns(later, torch.zeros(1, len(later)), phases.initial(1), GRADIENT)
    spectra = dgt.spectra_of_turns(made, turns)
    frames = attacks(spectra, made, attacks.initial(1))[0] if on else dgt.frames_of_spectra(spectra)
    total = np.zeros((len(frames) + N_FFT // way.hop_samples) * way.hop_samples, np.float32)
    for n, frame in enumerate(frames[way.lookahead :, 0].numpy()):
        total[n * way.hop_samples :][:N_FFT] += frame
    return total[N_FFT - way.hop_samples :]


def _attacks(pairs: list[tuple[Sound, Sound]]) -> dict[str, Any]:
    """Figures of what was made against recordings."""
    rises, recorded, late, ahead, peaks = [], [], [], [], []
    for sound, made in pairs:
        onset = int(np.argmax(_levels(sound) > 0.1 * _levels(sound).max()))
        wanted, got = _rise(sound, onset), _rise(made, onset)
        before = slice(onset - 11 * MILLISECOND, onset - MILLISECOND)
        heard = float(np.mean(np.square(made[before])) - np.mean(np.square(sound[before])))
        recorded.append(wanted.rise_ms)
        rises.append(got.rise_ms)
        late.append(got.half_ms - wanted.half_ms)
        ahead.append(10.0 * np.log10(max(heard, 1e-12) / wanted.peak**2))
        peaks.append(20.0 * np.log10(got.peak / wanted.peak))
    sharp = [index for index, rise_ms in enumerate(recorded) if rise_ms < SHARP_MS]
    return {
        "rise_ms": _spread(rises),
        "recorded_rise_ms": _spread(recorded),
        "sharp": len(sharp),
        "sharp_rise_ms": _spread([rises[index] for index in sharp]),
        "sharp_recorded_rise_ms": _spread([recorded[index] for index in sharp]),
        "late_ms": _spread(late),
        "ahead_db": _spread(ahead),
        "peak_db": _spread(peaks),
        "mr_lsd_db": round(float(np.mean([log_spectral_distance_db(*pair) for pair in pairs])), 3),
    }


class _Attack(NamedTuple):
    rise_ms: float
    half_ms: float
    peak: float


def _rise(sound: Sound, onset: int) -> _Attack:
    levels = _levels(sound)[onset - NEAR : onset + NEAR]
    peak, floor = float(levels.max()), float(levels[: NEAR // 4].mean())
    top = int(np.argmax(levels >= 0.9 * peak))

    def passed(share: float) -> int:
        below = np.flatnonzero(levels[: top + 1] < floor + share * (peak - floor))
        return int(below[-1]) if len(below) else 0

    return _Attack((top - passed(0.1)) / MILLISECOND, (passed(0.5) - NEAR) / MILLISECOND, peak)


def _levels(sound: Sound) -> NDArray[np.float64]:
    """The root mean square of the millisecond around each sample."""
    power = np.convolve(np.square(sound, dtype=np.float64), np.full(MILLISECOND, 1.0 / MILLISECOND), "same")
    return np.sqrt(np.maximum(power, 0.0))


def _spread(values: list[float]) -> list[float]:
    """Median, tenth and ninetieth percentile."""
    return [round(float(value), 2) for value in np.percentile(values, (50, 10, 90))]
