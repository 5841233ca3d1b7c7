"""Which kind of training is advised: by sounds of known course and pitch, scanned as any folder is."""

import numpy as np
import pytest
import soundfile

from tests.studio.reports import invented_report
from vschaos.data.scan import scan_folder
from vschaos_studio.state.training_advice import MUCH_S, advise
from vschaos_studio.state.training_labels import LabelFacts

RATE = 22_050


def strokes(rng):
    """Noise that dies away within a quarter of a second."""
    time = np.arange(RATE) / RATE
    return rng.standard_normal(len(time)) * np.exp(-time / 0.05) * 0.2


def low_tones(rng):
    """A bowed bass, so to say: a low tone with partials that stays."""
    time = np.arange(3 * RATE) / RATE
    hz = rng.uniform(50, 90)
    return sum(0.3 / k * np.sin(2 * np.pi * hz * k * time) for k in range(1, 5)) * np.minimum(1, time / 0.2)


def high_tones(rng):
    return np.sin(2 * np.pi * rng.uniform(500, 900) * np.arange(3 * RATE) / RATE) * 0.3


def low_beats(rng):
    """A rhythm of bass drums, which lasts and is low, and is not a drone."""
    time = np.arange(3 * RATE) / RATE
    return np.sin(2 * np.pi * rng.uniform(50, 70) * time) * np.exp(-(time % 0.5) / 0.06) * 0.5


def silence(_rng):
    return np.zeros(RATE)


def advised(report, labels=()):
    advice = advise(report, labels)
    assert advice is not None
    return advice


@pytest.mark.parametrize(
    ("makers", "configuration", "reason"),
    [
        ([strokes] * 4, "dgt_tight", "Suggested: Tight, as most of these sounds are short strokes."),
        ([low_tones] * 4, "dgt_large", "low and sustained"),
        ([high_tones] * 4, "dgt_small", "Suggested: Sketch, which learns 12\u00a0s of sound quickly."),
        ([low_beats] * 4, "dgt_small", "quickly"),
        ([strokes, strokes, high_tones, high_tones], "dgt_small", "quickly"),
        ([low_tones, high_tones], "dgt_small", "quickly"),
        ([strokes, silence, silence, silence], "dgt_tight", "strokes"),
    ],
)
def test_what_most_sounds_need_is_advised_with_the_reason(tmp_path, makers, configuration, reason):
    rng = np.random.default_rng(1)
    for place, make in enumerate(makers):
        soundfile.write(tmp_path / f"{place}.wav", make(rng), RATE)
    advice = advised(scan_folder(tmp_path, cache=tmp_path / "cache"))
    assert advice.configuration == configuration
    assert reason in advice.sentence


def test_silence_is_advised_nothing(tmp_path):
    soundfile.write(tmp_path / "a.wav", silence(None), RATE)
    assert advise(scan_folder(tmp_path, cache=tmp_path / "cache")) is None


def test_much_sound_is_worth_the_full_kind():
    for count, configuration in ((80, "dgt_small"), (120, "dgt_mid")):
        report = invented_report(count)
        assert (report.duration_s >= MUCH_S) == (configuration == "dgt_mid")
        assert advised(report).configuration == configuration


@pytest.mark.parametrize(("labelled", "configuration"), [(2, "dgt_pitch_prediction"), (1, "dgt_small")])
def test_the_keyboard_needs_pitch_and_octave_for_most_sounds(labelled, configuration):
    labels = LabelFacts("pitch", 12, 3, 3), LabelFacts("octave", 10, labelled, 3)
    assert advised(invented_report(3), labels).configuration == configuration
