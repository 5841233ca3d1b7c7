"""Variations of training sounds, each a pure function of its input and of a `Draw`.

Mixing works on raw frames, where sounds add up; the others on magnitudes (B, F), where they cost next to nothing.
Rows are independent of each other, but for mixing, which pairs neighbours. Silence stays silent.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional

from vschaos.configs.schema import AugmentationConfig
from vschaos.data.draw import Draw

LOWEST_HZ = 40.0
"""The equaliser's first knot; below it goes on as there."""
SNR_SPAN_DB = 40.0
"""Noise lies up to this far below the loudest that it may be."""


def with_gain(magnitudes: Tensor, range_db: float, draw: Draw) -> Tensor:
    """Magnitudes (B, F), each row louder or softer by up to ``range_db``."""
    return magnitudes * _amplitude(draw.uniform(-range_db, range_db, 1))


def with_equaliser(magnitudes: Tensor, deviation_db: float, sample_rate_hz: int, draw: Draw) -> Tensor:
    """Magnitudes (B, F) through a random smooth filter, another for each row.

    Parameters
    ----------
    magnitudes
        Linear, shape (B, F), bin F − 1 lying at half the sample rate.
    deviation_db
        Standard deviation of the response at knots an octave apart; on average over the knots it is 0 dB.
    sample_rate_hz
        Of the sounds.
    draw
        Draws the filters.
    """
    octaves = _octaves_above_lowest(magnitudes.shape[-1], sample_rate_hz).to(magnitudes.device)
    knots_db = deviation_db * draw.normal(math.ceil(float(octaves[-1])) + 1)
    knots_db = knots_db - knots_db.mean(dim=1, keepdim=True)
    below = octaves.floor().long().clamp_max(knots_db.shape[1] - 2)
    response_db = torch.lerp(knots_db[:, below], knots_db[:, below + 1], octaves - below)
    return magnitudes * _amplitude(response_db)


def with_shift(
    magnitudes: Tensor, labels: Tensor, range_hz: float, sample_rate_hz: int, draw: Draw
) -> tuple[Tensor, Tensor]:
    """Magnitudes (B, F) with all partials moved by the same number of hertz, up to ``range_hz`` up or down.

    By whole bins, so that the shape of a partial stays what the window makes of it. What leaves the spectrum is gone,
    what comes in is silent. Unlike transposition it makes harmonic sounds inharmonic: the labels (B, K) of what was
    moved become NaN.
    """
    bins = magnitudes.shape[-1]
    most = int(range_hz * 2 * (bins - 1) / sample_rate_hz)
    shift = draw.uniform(-most - 0.5, most + 0.5, 1).round().long().clamp(-most, most)
    source = torch.arange(bins, device=magnitudes.device) - shift
    inside = (source >= 0) & (source < bins)
    return magnitudes.gather(1, source.clamp(0, bins - 1)) * inside, torch.where(shift == 0, labels, math.nan)


def with_noise(magnitudes: Tensor, snr_db: float, share: float, draw: Draw) -> Tensor:
    """Magnitudes (B, F), a share of the rows with white noise under them.

    A bin of noise has a complex Normal value, whose phase against the sound's is even: magnitudes follow from the
    triangle of both.

    Parameters
    ----------
    magnitudes
        Linear, shape (B, F).
    snr_db
        The sound's power over the noise's, at least, in dB; at most `SNR_SPAN_DB` more.
    share
        Share of the rows, 0 … 1.
    draw
        Draws the noise.
    """
    bins = magnitudes.shape[-1]
    level = _amplitude(-draw.uniform(snr_db, snr_db + SNR_SPAN_DB, 1)) * (draw.uniform(0.0, 1.0, 1) < share)
    scale = level * magnitudes.square().mean(dim=1, keepdim=True).sqrt() / math.sqrt(2.0)
    return torch.hypot(magnitudes + scale * draw.normal(bins), scale * draw.normal(bins))


def mixed(frames: Tensor, labels: Tensor, share: float, draw: Draw) -> tuple[Tensor, Tensor]:
    """Raw frames, a share of them with their neighbour's sound added, as loud or softer.

    Neighbours are the rows 2k and 2k + 1: a process must hold both. A last odd row stays as it is.

    Parameters
    ----------
    frames
        Shape (B, n).
    labels
        Shape (B, K), NaN where unknown.
    share
        Share of the rows, 0 … 1.
    draw
        Draws the rows, and how much softer the neighbour is, down to −24 dB.

    Returns
    -------
    tuple
        The frames, and their labels: those on which both sounds agree, and NaN.
    """
    chosen = draw.uniform(0.0, 1.0, 1) < share
    amplitude = _amplitude(draw.uniform(-24.0, 0.0, 1)) * chosen
    neighbour = torch.arange(len(frames), device=frames.device) ^ 1
    neighbour = neighbour.clamp_max(len(frames) - 1)
    amplitude = amplitude * (neighbour != torch.arange(len(frames), device=frames.device)).unsqueeze(1)
    agreed = torch.where((labels == labels[neighbour]) | (amplitude == 0), labels, math.nan)
    return frames + amplitude * frames[neighbour], agreed


class Augmentation:
    """What a configuration asks for, in order: mixing, then shift, equaliser and gain, then noise.

    Parameters
    ----------
    config
        What to do.
    sample_rate_hz
        Of the sounds.
    """

    def __init__(self, config: AugmentationConfig, sample_rate_hz: int) -> None:
        self._config = config
        self._sample_rate_hz = sample_rate_hz

    def frames(self, frames: Tensor, labels: Tensor, draw: Draw) -> tuple[Tensor, Tensor]:
        """Raw frames (B, n) and labels (B, K), mixed."""
        return mixed(frames, labels, self._config.mixing, draw) if self._config.mixing else (frames, labels)

    def magnitudes(self, magnitudes: Tensor, labels: Tensor, draw: Draw) -> tuple[Tensor, Tensor, Tensor]:
        """Magnitudes (B, F) as they are heard and as they are wanted, which is without the noise; and labels (B, K)."""
        config = self._config
        if config.shift_hz:
            magnitudes, labels = with_shift(magnitudes, labels, config.shift_hz, self._sample_rate_hz, draw)
        if config.equaliser_db:
            magnitudes = with_equaliser(magnitudes, config.equaliser_db, self._sample_rate_hz, draw)
        if config.gain_db:
            magnitudes = with_gain(magnitudes, config.gain_db, draw)
        heard = magnitudes
        if config.noise:
            heard = with_noise(magnitudes, config.snr_db, config.noise, draw)
        return heard, magnitudes, labels


def _octaves_above_lowest(bins: int, sample_rate_hz: int) -> Tensor:
    """Each bin's distance from the equaliser's first knot, in octaves, 0 below it: shape (F,)."""
    hertz = torch.linspace(0.0, sample_rate_hz / 2, bins)
    return functional.relu(torch.log2(hertz.clamp_min(LOWEST_HZ) / LOWEST_HZ))


def _amplitude(decibels: Tensor) -> Tensor:
    return torch.pow(10.0, 0.05 * decibels)
