"""Resynthesis piece by piece: as long as the input, in time with it, whatever the pieces."""

import numpy as np
import pytest

from vschaos.transforms.resynthesis import RUNNING, PhaseMethod, RunningResynthesis, whole_resynthesis


def sound(samples=9000):
    time = np.arange(samples) / 44100
    return (0.3 * np.sin(2 * np.pi * 440 * time) * np.linspace(0, 1, samples)).astype(np.float32)


def in_pieces(signal, size, method, **options):
    channel = RunningResynthesis(method, **options)
    pieces = [channel.push(signal[start : start + size]) for start in range(0, len(signal), size)]
    return np.concatenate([*pieces, channel.finish()])


@pytest.mark.parametrize("options", [{}, {"lookahead": 1, "noise": 0.5}])
@pytest.mark.parametrize("method", RUNNING)
def test_pieces_do_not_matter(method, options):
    signal = sound()
    whole = in_pieces(signal, len(signal), method, **options)
    assert len(whole) == len(signal)
    for size in (65, 512, 4097):
        np.testing.assert_allclose(in_pieces(signal, size, method, **options), whole, atol=2e-3)


@pytest.mark.parametrize("samples", [0, 1, 511, 512, 2049])
@pytest.mark.parametrize("method", RUNNING)
def test_as_much_comes_out_as_went_in(method, samples):
    assert len(in_pieces(sound(samples), 1000, method)) == samples


def test_the_inputs_phase_gives_the_input_back():
    signal = sound()
    np.testing.assert_allclose(in_pieces(signal, 700, PhaseMethod.KEEP_INPUT), signal, atol=1e-5)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_it_is_in_time_with_the_input(lookahead):
    signal = np.zeros(20000, np.float32)
    signal[9000:12000] = sound(3000)[::-1]
    made = in_pieces(signal, 1000, PhaseMethod.GRADIENT, lookahead=lookahead)
    levels, wanted = (np.convolve(x**2, np.ones(400) / 400, "same") for x in (made, signal))
    late = np.argmax(np.correlate(levels, wanted, "full")) - (len(signal) - 1)
    assert abs(late) < 200


@pytest.mark.parametrize("method", [PhaseMethod.HEAP, PhaseMethod.GRIFFIN_LIM])
@pytest.mark.parametrize("samples", [1, 9000])
def test_whole_sounds_keep_their_length(method, samples):
    made = whole_resynthesis(sound(samples), method, iterations=2)
    assert made.shape == (samples,)
    assert np.isfinite(made).all()


def test_a_method_that_needs_the_whole_sound_does_not_run():
    with pytest.raises(ValueError, match="whole"):
        RunningResynthesis(PhaseMethod.HEAP)
