"""A rough time is written short where there is little room."""

import pytest

from vschaos_studio.ui.train.time_choice import short_time_text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (30, "less than a minute"),
        (89, "about a minute"),
        (91, "about 2 min"),
        (59 * 60, "about 59 min"),
        (90 * 60, "about 1½ hours"),
    ],
)
def test_minutes_are_abbreviated_and_all_else_is_as_elsewhere(seconds, text):
    assert short_time_text(seconds) == text
