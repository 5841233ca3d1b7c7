"""A newcomer's way through the real program: start, touch, drop, learn, play, export, quit, and start again."""

import pytest

from scripts.film_strip import film
from tests.sounds import write_bowls

SOUNDS = 24


@pytest.mark.timeout(1500)
def test_from_the_first_start_to_an_own_instrument_that_is_there_again(tmp_path):
    sounds = tmp_path / "kitchen"
    write_bowls(sounds, SOUNDS)
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
