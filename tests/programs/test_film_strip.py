"""A newcomer's way through the real program: start, touch, drop, learn, play, export, quit, and start again."""

import numpy as np
import pytest

from scripts.film_strip import film
from vschaos.audio import write_audio

RATE_HZ = 44_100
SOUNDS = 24


@pytest.mark.timeout(1500)
def test_from_the_first_start_to_an_own_instrument_that_is_there_again(tmp_path):
    sounds = tmp_path / "kitchen"
    sounds.mkdir()
    for number in range(SOUNDS):
        write_audio(sounds / f"bowl {number}.wav", a_bowl(number), RATE_HZ)
    measured = film(tmp_path / "film", sounds)
    print(measured)
    assert measured["came_back"] == "kitchen"
    pictures = sorted(path.stem for path in (tmp_path / "film").glob("*.png"))
    assert [picture.split("-")[1] for picture in pictures] == [
        "start",
        "touch",
        "drop",
        "learn",
        "play",
        "export",
        "again",
    ]


def a_bowl(number):
    time = np.arange(RATE_HZ) / RATE_HZ
    partials = [np.sin(2 * np.pi * 220 * 2 ** (number / 12) * ratio * time) for ratio in (1.0, 2.7, 5.2)]
    return (0.2 * np.exp(-3 * time) * sum(partials)).astype(np.float32)[None]
