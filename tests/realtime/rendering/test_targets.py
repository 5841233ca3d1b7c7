"""What the controls come to in the core: decibels, times, places."""

import math

import numpy as np
import pytest

from tests.known_sounds import DIMS, known, loaded
from tests.realtime.conftest import at
from vschaos.performance.controls import Playable
from vschaos.realtime.rendering.targets import SPREAD, TargetsWriter, linear_gain


@pytest.fixture
def writer():
    instrument = loaded(known(labels=2), tasks=("pitch", "loudness"), predicted=("loudness",))
    return TargetsWriter(instrument)


@pytest.mark.parametrize(("gain_db", "factor"), [(0.0, 1.0), (-20.0, 0.1), (6.0, 1.9953), (-60.0, 0.0), (-80.0, 0.0)])
def test_gain_is_in_decibels_and_its_lowest_is_silence(writer, gain_db, factor):
    assert linear_gain(gain_db) == pytest.approx(factor, rel=1e-4)


def test_controls_are_written_as_they_are_set(writer):
    values = writer.write(
        at(
            play=1, gain=-20, glide=1.5, spread=0.5, noise=0.25, phase=1, voices=7, panics=3,
            envelope__attack=0.1, envelope__decay=0.2, envelope__sustain=0.3, envelope__release=0.4,
            input=1, input__phase=1, input__mix=0.6, input__gate=-40,
        ),
        part=5, tick=9,
    ).values  # fmt: skip
    assert (values.part, values.tick) == (5, 9)
    assert (values.playing, values.panics, values.phase_mode, values.most_notes) == (1, 3, 1, 7)
    assert (values.input, values.input_phase) == (1, 1)
    found = [values.gain, values.smoothing_s, values.spread, values.noise, values.input_mix]
    assert found == pytest.approx([0.1, 0.5, 0.5 * SPREAD, 0.25, 0.6])
    assert [values.attack_s, values.decay_s, values.sustain, values.release_s] == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert [values.input_opens, values.input_shuts] == pytest.approx([0.01, 0.01 * 10 ** (-6 / 20)])


def test_without_a_glide_a_point_is_smoothed_all_the_same(writer):
    assert 0.005 < writer.write(at(glide=0)).values.smoothing_s < 0.1


def test_points_and_labels_are_in_the_instrument_s_order(writer):
    targets = writer.write(at((0.1, -0.2, 0.3, 0.4), labels={"loudness": -12.0, "pitch": 7.0}))
    assert targets.point[:DIMS].tolist() == pytest.approx([0.1, -0.2, 0.3, 0.4])
    assert targets.labels[:2].tolist() == [7.0, -12.0]
    assert targets.input_labels[0] == 7.0
    assert np.isnan(targets.input_labels[1]), "what an instrument predicts is not told"
    assert np.isnan(writer.write(at(labels={"pitch": 1.0})).labels[1]), "what is not there is unknown"


def test_at_the_start_the_input_is_not_moved():
    home = (0.25, -0.5, 0.0, 0.75)
    writer = TargetsWriter(loaded(known(), playable=Playable(DIMS, start=home)))
    assert not writer.write(at(home)).input_offset.any()
    moved = writer.write(at((0.5, -0.5, 0.0, 0.75), input__scale__z1=2.0))
    assert moved.input_offset[:DIMS].tolist() == pytest.approx([0.25, 0.0, 0.0, 0.0])
    assert moved.input_scale[:DIMS].tolist() == [2.0, 1.0, 1.0, 1.0]


def test_hushed_nothing_plays(writer):
    assert writer.write(at(play=1), hushed=True).values.playing == 0
    assert writer.write(at(play=1)).values.playing == 1


def test_without_an_instrument_there_is_a_gain_and_no_place():
    targets = TargetsWriter(None).write(at((0.5, 0.5, 0.5, 0.5), gain=-20))
    assert targets.values.gain == pytest.approx(0.1)
    assert not targets.point.any()
    assert math.isnan(targets.labels[0])


def test_a_point_of_fewer_dimensions_than_the_instrument_has_is_no_error():
    """While another one is being fitted: the rest stays where it was."""
    targets = TargetsWriter(loaded(known())).write(at((0.5, 0.25)))
    assert targets.point[:DIMS].tolist() == [0.5, 0.25, 0.0, 0.0]
