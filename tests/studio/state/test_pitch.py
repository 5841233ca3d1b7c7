"""What is said of an extraction of pitch."""

import math

from vschaos.data.pitch.events import PitchFinished, PitchProgress, PitchStarted
from vschaos_studio.state.pitch import PitchView, duration_estimate, ended


def plain(texts):
    return texts.replace("\u00a0", " ")


def test_an_extraction_is_followed_by_the_sound_that_is_done():
    view = PitchView()
    assert view.share is None
    view = view.after(PitchStarted(40, 400.0, 12))
    assert plain(view.sentence) == "Analysing 40 sounds, 6 min 40 s"
    assert view.detail == "12 of 40 were done before"
    view = view.after(PitchProgress(20, 40, 100.0, 400.0, 65.0, "b.wav"))
    assert plain(view.sentence) == "20 of 40 · 1 min 05 s left"
    assert view.share == 0.25
    assert "b.wav" in view.detail
    assert "12 of 40 were done before" in view.detail


def test_odd_numbers_are_no_odd_text():
    view = PitchView().after(PitchProgress(1, 3, 0.0, 0.0, math.nan, ""))
    assert view.share == 1.0
    assert "left" not in view.sentence
    assert PitchView().after("something else") == PitchView()


def test_the_end_as_text():
    assert plain(ended(PitchFinished(40, 38, 0.82, False))) == (
        "Pitch and octave of 38 sounds were extracted; 82% of the time has a pitch."
    )
    assert plain(ended(PitchFinished(3, 0, 0.0, False))) == "No pitch was found in 3 sounds."
    assert "cancelled" in ended(PitchFinished(0, 0, 0.0, True))


def test_the_guess_grows_with_the_sounds():
    assert plain(duration_estimate(3600.0)) != plain(duration_estimate(7200.0))
