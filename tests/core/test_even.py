"""All places as loud, A-weighted, as the start; by a share of it, within bounds, and not what comes in."""

import numpy as np
import pytest

from tests.core.playing import RATE, Playing, amplitude
from tests.core.test_player_input import Listening, tone
from tests.known_sounds import DIMS, Ear, Tone, known

START = (np.zeros(DIMS), ())
QUIET = Tone(47, 0.1, (1.0, 4.0))
"""Near 1 kHz; 8.7 dB louder for each 1 of the first coordinate, 35 dB of the second."""


def heard(instrument, tone, point, *, on=False, start=START, **values):
    """Amplitude of a tone of the pad, or of a note, in dB of that at the start."""
    here = Playing(instrument, part={"start": start}, point=point, playing=not on, **values)
    if on:
        here.on()
    return 20 * np.log10(amplitude(here.frames(RATE)[RATE // 2 :, 0], tone.hz()) / tone.amplitude)


@pytest.mark.parametrize("on", [False, True], ids=["pad", "note"])
@pytest.mark.parametrize("loudness", [1.0, -1.0])
def test_places_are_made_as_loud_as_the_start_by_a_share(loudness, on):
    for even in (0.0, 0.5, 1.0):
        level_db = heard(known(QUIET), QUIET, (loudness,), on=on, even=even)
        assert level_db == pytest.approx((1.0 - even) * 8.69 * loudness, abs=0.1)


def test_silence_is_not_made_loud_and_nothing_is_evened_to_it():
    silent = (np.array([0.0, -4.0, 0.0, 0.0]), ())
    assert heard(known(QUIET), QUIET, (1.0,), even=1.0, start=silent) == pytest.approx(8.69, abs=0.1)
    assert heard(known(QUIET), QUIET, (0.0, -1.0), even=1.0) == pytest.approx(24.0 - 34.7, abs=0.2)


def test_bass_is_not_made_far_louder_than_the_start_s_level():
    """At 86 Hz the ear lacks 20 dB, of which 9 are made up for."""
    bass, start = Tone(4, 0.005, (15.0,)), Tone(47, 0.005, (-15.0,))
    instrument = known([bass, start])
    at_start = (np.array([-0.2, 0.0, 0.0, 0.0]), ())
    level_db = heard(instrument, bass, (0.2,), even=1.0, start=at_start)
    assert level_db - 8.686 * 3.0 == pytest.approx(9.0, abs=0.3)


def test_without_evenness_a_sound_is_what_it_was():
    before, even, none = (
        Playing(known(QUIET), part=part, point=(0.4, -0.3), playing=1, even=share).frames(RATE // 4)
        for part, share in (({}, 1.0), ({"start": START}, 1.0), ({"start": START}, 0.0))
    )
    np.testing.assert_array_equal(before, none)
    assert np.abs(before - even).max() > 0.01


def test_what_comes_in_stays_as_loud_as_it_is():
    follows = Tone(47, 0.1, (4.0,))
    instrument = known(follows, ear=Ear(per_neper=0.25))
    here = Listening(instrument, part={"start": START}, even=1.0)
    for level in (0.5, 0.05):
        got = here.follow(tone(0.7, level))
        assert amplitude(got[-RATE // 10 :], follows.hz()) == pytest.approx(level, rel=0.05)
