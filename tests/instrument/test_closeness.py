"""An error in words, where it is the error of what is heard."""

from vschaos.instrument.card import TrainingFacts
from vschaos.instrument.closeness import AUDIBLE_DB, closeness, error_text


def test_words_get_worse_with_the_error():
    said = [closeness(tenths / 10) for tenths in range(150)]
    assert list(dict.fromkeys(said)) == ["hard to tell apart", "close", "recognisable", "a sketch"]
    assert error_text(3.14) == "3.1 dB, close"


def test_an_error_of_an_early_version_has_no_words():
    assert TrainingFacts(error_db=3.0).closeness == ""
    assert TrainingFacts(error_within_db=AUDIBLE_DB).closeness == ""
    assert TrainingFacts(error_db=3.0, error_within_db=AUDIBLE_DB).closeness == "close"
