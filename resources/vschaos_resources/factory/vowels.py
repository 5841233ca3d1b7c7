"""Sung vowels by additive synthesis: the harmonics of a note, weighted by source and formants.

Formant frequencies are the averages of G. E. Peterson and H. L. Barney, "Control methods used in a study of the
vowels", J. Acoust. Soc. Am. 24 (1952), table II; the bandwidths and the source's slope of −12 dB an octave are
textbook values (G. Fant, Acoustic Theory of Speech Production, 1960).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FORMANTS_HZ = {
    ("men", "i"): (270, 2290, 3010),
    ("men", "e"): (530, 1840, 2480),
    ("men", "a"): (730, 1090, 2440),
    ("men", "o"): (570, 840, 2410),
    ("men", "u"): (300, 870, 2240),
    ("women", "i"): (310, 2790, 3310),
    ("women", "e"): (610, 2330, 2990),
    ("women", "a"): (850, 1220, 2810),
    ("women", "o"): (590, 920, 2710),
    ("women", "u"): (370, 950, 2670),
}
HIGHER_FORMANTS_HZ = (3500, 4500)
BANDWIDTHS_HZ = (70, 90, 130, 200, 300)
SOURCE_CORNER_HZ = 150.0
HIGHEST_HZ = 12_000.0
SINGERS = 3
DETUNE_CENTS = 4.0
VIBRATO_HZ = 5.2
VIBRATO_CENTS = 8.0
ATTACK_S = 0.08


def sing(voice: str, vowel: str, note: int, seconds: float, sample_rate_hz: int, seed: int) -> NDArray[np.float32]:
    """A few singers on one vowel.

    Parameters
    ----------
    voice, vowel
        Key of `FORMANTS_HZ`.
    note
        MIDI number.
    seconds
        Length; fades in and out over `ATTACK_S`.
    sample_rate_hz
        Of the result.
    seed
        Seed of the singers' phases and vibrato.

    Returns
    -------
    NDArray
        Samples, shape (T,), peak below 1.
    """
    rng = np.random.default_rng(seed)
    time_s = np.arange(round(seconds * sample_rate_hz)) / sample_rate_hz
    pitch_hz = 440.0 * 2.0 ** ((note - 69) / 12)
    harmonics = np.arange(1, int(HIGHEST_HZ / pitch_hz) + 1)
    loudness = _loudness(harmonics * pitch_hz, (*FORMANTS_HZ[voice, vowel], *HIGHER_FORMANTS_HZ))
    sound = np.zeros(len(time_s))
    for singer in range(SINGERS):
        cents = DETUNE_CENTS * (singer - (SINGERS - 1) / 2)
        vibrato_hz = VIBRATO_HZ * rng.uniform(0.9, 1.1)
        cents = cents + VIBRATO_CENTS * np.sin(2 * np.pi * (vibrato_hz * time_s + rng.uniform()))
        turn = np.exp(2j * np.pi * np.cumsum(pitch_hz * 2.0 ** (cents / 1200)) / sample_rate_hz)
        partial = np.ones_like(turn)
        for amplitude, phase in zip(loudness, rng.uniform(0, 2 * np.pi, len(harmonics)), strict=True):
            partial *= turn
            sound += (amplitude * np.exp(1j * phase) * partial).real
    edge = np.clip(np.minimum(time_s, seconds - time_s) / ATTACK_S, 0, 1)
    return (0.9 * sound / np.abs(sound).max() * edge).astype(np.float32)


def _loudness(frequency_hz: NDArray[np.float64], formants_hz: tuple[int, ...]) -> NDArray[np.float64]:
    """Amplitude at each frequency: the source times one resonance for each formant (a pair of conjugate poles)."""
    amplitude = 1.0 / (1.0 + np.square(frequency_hz / SOURCE_CORNER_HZ))
    amplitude *= frequency_hz / SOURCE_CORNER_HZ  # radiation of the lips: +6 dB an octave
    for formant_hz, bandwidth_hz in zip(formants_hz, BANDWIDTHS_HZ, strict=True):
        poles = bandwidth_hz / 2 + 1j * (frequency_hz - formant_hz), bandwidth_hz / 2 + 1j * (frequency_hz + formant_hz)
        amplitude *= (formant_hz**2 + bandwidth_hz**2 / 4) / np.abs(poles[0] * poles[1])
    return amplitude
