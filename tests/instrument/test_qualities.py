"""Qualities of spectra that are known, and the words for directions along which they grow."""

from dataclasses import replace

import numpy as np
import pytest

from vschaos.instrument.qualities import Qualities, measure_loudness, measure_qualities, name_directions

RATE, FFT = 44_100, 2048
BINS_HZ = np.arange(FFT // 2 + 1) * RATE / FFT


class KnownSpectra:
    """Stands for the core: its points are numbers of rows."""

    sample_rate_hz, n_fft, bins, label_count = RATE, FFT, len(BINS_HZ), 0

    def __init__(self, rows, shares=0.0):
        self.rows = np.array(rows, np.float32)
        self.shares = shares

    def magnitudes_and_shares(self, points, _labels):
        found = self.rows[points[:, 0].astype(int)]
        return found, np.full_like(found, self.shares)

    def magnitudes(self, points, labels):
        return self.magnitudes_and_shares(points, labels)[0]

    def measured(self):
        return measure_qualities(self, self.points, np.zeros(0, np.float32))

    @property
    def points(self):
        return np.arange(len(self.rows), dtype=np.float32)[:, None]


def harmonics(fundamental_hz, slope, level=1.0):
    """Partials as wide as a Hann window makes them, each ``slope`` times the one before."""
    orders = np.arange(1, int(10_000 / fundamental_hz))
    away = (BINS_HZ[:, None] - orders * fundamental_hz) / (RATE / FFT)
    lobes = np.where(np.abs(away) < 2, 0.5 + 0.5 * np.cos(np.pi * away / 2), 0.0)
    return level * lobes @ slope ** (orders - 1.0)


def test_of_two_sounds_the_brighter_louder_and_higher_one_is_known():
    found = KnownSpectra([harmonics(220, 0.5), harmonics(220, 0.8), harmonics(440, 0.5, 0.1)]).measured()
    assert found.brightness[1] > found.brightness[0] + 0.5
    assert found.loudness[0] > found.loudness[2] + 10.0
    np.testing.assert_allclose(2.0**found.pitch, (220.0, 220.0, 440.0), rtol=0.02)
    assert found.noise.max() < 0.2


def test_noise_is_what_the_instrument_says_or_what_has_no_period():
    random = np.random.default_rng(0).rayleigh(0.1, (4, len(BINS_HZ)))
    found = KnownSpectra([*random, harmonics(220, 0.7)]).measured()
    assert found.noise[:4].min() > 0.5 > 0.2 > found.noise[4]
    assert np.isnan(found.pitch[:4]).all()
    np.testing.assert_allclose(KnownSpectra(random, shares=0.25).measured().noise, 0.25, rtol=1e-5)


def test_silence_and_more_points_than_a_piece_are_no_trouble():
    rows = np.tile(harmonics(220, 0.7), (600, 1))
    rows[::2] = 0.0
    spectra = KnownSpectra(rows)
    found = spectra.measured()
    assert found.loudness[0] < -150 < -40 < found.loudness[1]
    assert np.isnan(found.pitch[0])
    again = measure_loudness(spectra, spectra.points, np.zeros(0, np.float32))
    np.testing.assert_allclose(again[1::2], found.loudness[1::2])
    assert again[0] < -150


@pytest.fixture
def sounds():
    """Places of 400 sounds, and qualities that depend on nothing yet."""
    random = np.random.default_rng(1)
    places = random.uniform(-1, 1, (400, 3)).astype(np.float32)
    still = np.full(400, 10.0)
    return places, Qualities(np.full(400, -20.0), still, np.full(400, 0.1), still), random.normal(0, 0.2, 400)


def test_a_direction_is_named_after_what_grows_or_shrinks_along_it(sounds):
    places, still, chance = sounds
    assert name_directions(places, still) == ("", "", "")
    brighter = replace(still, brightness=10.0 + places[:, 0] + chance)
    assert name_directions(places, brighter) == ("brighter", "", "")
    assert name_directions(-places, brighter) == ("darker", "", "")
    assert name_directions(places[:, ::-1], brighter) == ("", "", "brighter")


def test_what_nobody_hears_names_nothing(sounds):
    places, still, _ = sounds
    assert name_directions(places, replace(still, brightness=10.0 + 0.1 * places[:, 0])) == ("", "", "")


def test_two_qualities_that_fit_one_direction_share_what_there_is(sounds):
    places, still, chance = sounds
    both = replace(
        still,
        loudness=-20.0 + 9.0 * places[:, 0] + 6.0 * places[:, 1],
        brightness=10.0 + 2.0 * places[:, 0] + chance,
    )
    assert name_directions(places, both) == ("brighter", "louder", "")


def test_a_pitch_that_most_sounds_lack_names_nothing(sounds):
    places, still, _ = sounds
    pitch = 8.0 + 2.0 * places[:, 2].astype(float)
    assert name_directions(places, replace(still, pitch=pitch)) == ("", "", "higher")
    pitch[: 3 * len(pitch) // 5] = np.nan
    assert name_directions(places, replace(still, pitch=pitch)) == ("", "", "")
