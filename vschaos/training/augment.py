"""What is learned besides the sounds themselves: their transpositions, and that near-silence stays silent.

A sound played r times as fast has, under a window of n samples, the spectrum of the sound itself under a window of
r · n samples, bin by bin: bin m of the one lies at m/n cycles a sample, of the other at m/(r·n). So nothing has to be
resampled: a longer frame is a transposed one, once the bins beyond the last are cut off, or those missing are silent.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import pad

from vschaos.configs.schema import Config
from vschaos.data.draw import Draw
from vschaos.data.pitch.notes import OCTAVE, PITCH
from vschaos.transforms.dgt import hann_window

QUIET_DB = (-110.0, -60.0)
"""Levels of near-silence, in dBFS."""


def farthest_transposition(config: Config) -> int:
    """How many semitones up and down the training sounds are transposed; 0 where their labels cannot follow."""
    follow = labels_can_follow({task: config.model.dim(task) for task in config.model.tasks})
    return config.training.transpose if follow else 0


def frame_lengths(n_fft: int, semitones: int) -> tuple[int, ...]:
    """Lengths in samples to draw the frames of a batch from: half of them as they are, half transposed.

    Parameters
    ----------
    n_fft
        Length of a frame that is not transposed.
    semitones
        Farthest transposition, up and down; 0 for none. Each is met to 0.1 semitones.
    """
    steps = [step for step in range(-semitones, semitones + 1) if step]
    transposed = [_fast_length(n_fft * 2.0 ** (step / 12.0)) for step in steps]
    return (*transposed, *[n_fft] * max(len(steps), 1))


def _fast_length(length: float) -> int:
    """The nearest length whose Fourier transform is fast: even, and made of small primes (odd ones cost thrice)."""
    near = range(2 * int(0.475 * length), math.ceil(1.05 * length), 2)
    return min(filter(_of_small_primes, near), key=lambda n: abs(n - length))


def _of_small_primes(number: int) -> bool:
    for prime in (2, 3, 5, 7, 11, 13):
        while number % prime == 0:
            number //= prime
    return number == 1


def transposed_magnitudes(frames: Tensor, bins: int) -> Tensor:
    """Magnitudes of frames of any length n (…, n) as those of ``bins`` bins F, transposed by n / (2F − 2): (…, F).

    As `vschaos.transforms.dgt.DGT.magnitudes` has them, in a third of the time: nothing here is near the ends of the
    numbers' range, where `torch.abs` of complex numbers takes care.
    """
    spectra = torch.fft.rfft(frames * _scaled_window(frames.shape[-1], frames.device))[..., :bins]
    real, imaginary = spectra.real, spectra.imag
    magnitudes = torch.addcmul(real * real, imaginary, imaginary).sqrt_()
    return pad(magnitudes, (0, bins - magnitudes.shape[-1])) if magnitudes.shape[-1] < bins else magnitudes


@functools.lru_cache(maxsize=64)
def _scaled_window(length: int, device: torch.device) -> Tensor:
    """A Hann window under which a sinusoid of amplitude 1 has magnitude 1."""
    window = hann_window(length)
    return (window * (2.0 / window.sum())).float().to(device)


def labels_can_follow(classes: Mapping[str, int]) -> bool:
    """Whether a model's labels, and their numbers of classes, can be put right for a transposed sound.

    Those of `vschaos.data.pitch.notes` can.

    Of labels that we do not know the meaning of, one might be a pitch: with them nothing is transposed.
    """
    return not classes or (
        classes.keys() <= {PITCH.name, OCTAVE.name} and classes.get(PITCH.name) == len(PITCH.classes)
    )


def transposed_labels(labels: NDArray[np.float32], tasks: Sequence[str], semitones: int) -> NDArray[np.float32]:
    """Labels of transposed frames, for tasks that :func:`labels_can_follow`.

    Parameters
    ----------
    labels
        Of the frames as they were, shape (N, K), NaN where unknown. An octave without its pitch becomes unknown.
    tasks
        The columns' names.
    semitones
        Upwards.
    """
    if not tasks or not semitones:
        return labels
    moved = labels.copy()
    pitch = labels[:, tasks.index(PITCH.name)]
    note = np.where((pitch >= 0) & (pitch < 12), pitch, np.nan) + semitones
    moved[:, tasks.index(PITCH.name)] = note % 12
    if OCTAVE.name in tasks:
        moved[:, tasks.index(OCTAVE.name)] += np.floor(note / 12)
    return moved


def near_silence(length: int, draw: Draw) -> Tensor:
    """Frames of white noise and of single tones at levels within `QUIET_DB`, shape (rows, length).

    The tones lie between 20 Hz and the upper end of hearing at 44.1 kHz, evenly in octaves.
    """
    level = 10.0 ** (draw.uniform(*QUIET_DB, 1) / 20.0)
    cycles_per_sample = 10.0 ** draw.uniform(0.0, 3.0, 1) / 2205.0
    time = torch.arange(length, device=level.device)
    tones = math.sqrt(2.0) * torch.sin(2.0 * math.pi * (cycles_per_sample * time + draw.uniform(0.0, 1.0, 1)))
    return level * torch.where(draw.uniform(0.0, 1.0, 1) < 0.5, draw.normal(length), tones)
