"""Qualities of spectra that are known, and the words for directions along which they change."""

import numpy as np

from vschaos.instrument.qualities import (
    MOST_CANDIDATES,
    Qualities,
    measure_loudness,
    measure_moves,
    measure_qualities,
    name_directions,
)

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


def still(**values):
    """Qualities of 100 sounds that are all alike, but for some."""
    alike = {"loudness": -20.0, "brightness": 10.0, "noise": 0.1, "pitch": 8.0} | values
    return Qualities(**{name: np.broadcast_to(np.asarray(value, float), (100,)) for name, value in alike.items()})


CHANCE = np.random.default_rng(1).normal(0.0, 0.2, 100)


def test_a_direction_is_named_after_what_the_sounds_become_along_it():
    nothing, brighter = (still(), still()), (still(), still(brightness=10.5 + CHANCE))
    assert name_directions((nothing, brighter, nothing)) == ("", "brighter", "")
    assert name_directions((brighter[::-1], nothing)) == ("darker", "")
    assert name_directions((brighter[::-1], brighter)) == ("darker", "brighter")


def test_what_nobody_hears_or_what_is_often_wrong_names_nothing():
    assert name_directions(((still(), still(brightness=10.1)),)) == ("",)
    for share, word in ((70, ""), (80, "noisier")):
        mostly = np.where(np.arange(100) < share, 0.3, 0.0)
        assert name_directions(((still(), still(noise=mostly)),)) == (word,)


def test_no_word_is_given_twice_and_as_many_as_fit_are():
    louder_too = (still(), still(loudness=-10.0, brightness=10.5 + CHANCE))
    brighter = (still(), still(brightness=11.0))
    assert name_directions((louder_too, brighter)) == ("louder", "brighter")
    assert name_directions((brighter, brighter)).count("brighter") == 1


def test_where_all_places_are_equally_loud_none_is_louder():
    louder = (still(), still(loudness=-10.0))
    assert name_directions((louder,)) == ("louder",)
    assert name_directions((louder,), evened=True) == ("",)


def test_a_pitch_that_most_sounds_lack_names_nothing():
    for lacking, word in ((40, "higher"), (60, "")):
        pitch = np.where(np.arange(100) < lacking, np.nan, 9.0)
        assert name_directions(((still(), still(pitch=pitch)),)) == (word,)


def test_many_directions_are_named_at_once():
    moves = [(still(), still(brightness=11.0, loudness=0.0, noise=0.9, pitch=9.0)) for _ in range(20)]
    words = [word for word in name_directions(moves) if word]
    assert len(set(words)) == len(words) == MOST_CANDIDATES


def test_sounds_are_moved_along_one_direction_at_a_time():
    """The core stands for a filter: its first coordinate opens it, the second is the level in tens of dB."""

    class Filter(KnownSpectra):
        def __init__(self):
            super().__init__([])

        def magnitudes_and_shares(self, points, _labels):
            found = np.stack([harmonics(220, 0.6 + 0.2 * x, 10.0 ** (y / 2)) for x, y in points]).astype(np.float32)
            return found, np.zeros_like(found)

    sounds = np.random.default_rng(0).uniform(-1, 1, (40, 2)).astype(np.float32)
    moves = measure_moves(Filter(), np.zeros(0, np.float32), sounds)
    assert name_directions(tuple(moves)) == ("brighter", "louder")
    turned = measure_moves(Filter(), np.zeros(0, np.float32), sounds, lambda places: places[:, ::-1])
    assert name_directions(tuple(turned)) == ("louder", "brighter")
