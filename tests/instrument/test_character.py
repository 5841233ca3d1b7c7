"""A few words for what an instrument sounds like."""

import numpy as np
import pytest

from vschaos.instrument.character import character
from vschaos.instrument.qualities import Qualities


def qualities(hz, noise, pitch_hz, count=20, loudness=-20.0):
    return Qualities(
        np.full(count, loudness),
        np.full(count, np.log2(hz)),
        np.full(count, noise),
        np.log2(np.broadcast_to(pitch_hz, count).astype(float)),
    )


@pytest.mark.parametrize(
    ("measured", "words"),
    [
        (qualities(200, 0.02, 80), "dark, clear, low"),
        (qualities(900, 0.02, 300), "warm, clear"),
        (qualities(4000, 0.02, 1200), "bright, clear, high"),
        (qualities(900, 0.3, np.geomspace(60, 1800, 20)), "warm, breathy, low to high"),
        (qualities(4000, 0.9, np.nan), "bright, noisy"),
        (qualities(4000, 0.9, np.where(np.arange(20) < 15, np.nan, 80.0)), "bright, noisy"),
    ],
)
def test_the_words_follow_what_is_heard(measured, words):
    assert character(measured) == words


def test_rests_do_not_count():
    loud, rests = qualities(200, 0.02, 80), qualities(6000, 0.95, np.nan, count=60, loudness=-90.0)
    both = Qualities(*(np.concatenate(pair) for pair in zip(vars(loud).values(), vars(rests).values(), strict=True)))
    assert character(both) == "dark, clear, low"
