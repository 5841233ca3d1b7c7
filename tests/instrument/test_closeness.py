"""An error in words, where it is the error of what is heard."""

from vschaos.instrument.card import TrainingFacts
from vschaos.instrument.closeness import AUDIBLE_DB, WORDS, closeness, error_text, near_share


def test_words_get_worse_with_the_error():
    said = [closeness(tenths / 10) for tenths in range(150)]
    assert list(dict.fromkeys(said)) == ["hard to tell apart", "close", "recognisable", "a sketch"]
    assert error_text(3.14) == "3.1 dB, close"


def test_each_of_the_words_has_a_quarter_of_the_meter():
    for error_db in range(40):
        share = near_share(error_db + 0.5)
        assert WORDS[min(int(4 * share), 3)] == closeness(error_db + 0.5)
    assert (near_share(0.0), near_share(1e9)) == (1.0, 0.0)


def test_an_error_of_an_early_version_has_no_words():
    assert TrainingFacts(error_db=3.0).closeness == ""
    assert TrainingFacts(error_within_db=AUDIBLE_DB).closeness == ""
    assert TrainingFacts(error_db=3.0, error_within_db=AUDIBLE_DB).closeness == "close"
