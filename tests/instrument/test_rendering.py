"""Offline rendering: aligned, of the right length, as torch has it, however a file is cut; memory stays bounded."""

import dataclasses
import tracemalloc

import numpy as np
import pytest
import torch

from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.errors import InstrumentError
from vschaos.instrument import rendering
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.core_member import Weights, pack
from vschaos.instrument.opening import open_core
from vschaos.instrument.rendering import (
    BLOCK_HOPS,
    KEEP_INPUT,
    STILL,
    Manner,
    Scatter,
    encode_path,
    output_length,
    reconstruct,
    render_path,
)
from vschaos.latent.trajectories import LatentPath

RATE, HOP, N_FFT = 44_100, 512, 2048
NONE = np.zeros(0, np.float32)


UNTRAINED = untrained(latent_dims=3, hidden=16)


def opened(instrument):
    """In the core, with the weights as torch has them."""
    return open_core(dataclasses.replace(instrument, core=pack(instrument, Weights.FLOAT32)))


@pytest.fixture(scope="module")
def instrument():
    return opened(UNTRAINED)


def noise(samples, channels=1, seed=0):
    return (0.1 * np.random.default_rng(seed).standard_normal((channels, samples))).astype(np.float32)


def cut(sound, size):
    return [sound[:, start : start + size] for start in range(0, sound.shape[1], size)]


def through(instrument, pieces, channels=1, rate=RATE, out_rate=RATE, manner=None, labels=NONE, scatter=STILL):
    made = reconstruct(instrument, pieces, rate, channels, labels, manner or Manner(), out_rate, scatter)
    return np.concatenate(list(made), axis=1)


def lag(made, sound):
    """By how many samples ``made`` is later than ``sound``."""
    size = 1 << 16
    product = np.fft.irfft(np.fft.rfft(made, size) * np.conj(np.fft.rfft(sound, size)), size)
    place = int(product.argmax())
    return place if place < size // 2 else place - size


@pytest.mark.parametrize("samples", [1, 511, 2048, BLOCK_HOPS * HOP, BLOCK_HOPS * HOP + 1, 50_000])
def test_a_reconstruction_is_as_long_as_its_sound(instrument, samples):
    assert through(instrument, [noise(samples)]).shape == (1, samples)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_reconstruction_is_in_time_with_its_sound(instrument, lookahead):
    sound, manner = noise(30_000), Manner(lookahead=lookahead)
    assert lag(through(instrument, [sound], manner=Manner(KEEP_INPUT, lookahead=lookahead))[0], sound[0]) == 0
    changed = sound.copy()
    changed[0, 15_000:] *= -0.3
    made = [through(instrument, [one], manner=manner) for one in (changed, sound)]
    differs = np.abs(made[0] - made[1])[0] > 1e-6
    # The first frame that holds sample 15,000 ends with the hop that does; looking ahead, the frame before knows of it.
    begin = (15_000 // HOP + 1 - lookahead) * HOP - N_FFT
    assert begin <= differs.argmax() < begin + HOP // 2


@pytest.mark.parametrize(("rate", "out_rate"), [(48_000, 48_000), (22_050, 44_100), (48_000, 32_000), (44_099, 44_100)])
def test_any_rate_goes_in_and_comes_out_in_time(instrument, rate, out_rate):
    sound = noise(20_001)
    made = through(instrument, cut(sound, 7_000), rate=rate, out_rate=out_rate, manner=Manner(KEEP_INPUT))
    assert made.shape[1] == output_length(20_001, rate, out_rate) == -(-20_001 * out_rate // rate)
    place = np.arange(made.shape[1]) * rate / out_rate
    expected = np.interp(place, np.arange(20_001), sound[0])
    assert lag(made[0], expected) == 0


def test_the_blocks_of_a_file_make_no_difference(instrument):
    sound = noise(70_000)
    whole = through(instrument, [sound])
    for size in (1_000, 44_100, 65_537):
        np.testing.assert_array_equal(through(instrument, cut(sound, size)), whole)


def test_each_channel_goes_through_by_itself(instrument):
    sound = noise(9_000, channels=2)
    both = through(instrument, [sound], channels=2)
    assert both.shape == (2, 9_000)
    np.testing.assert_array_equal(both[:1], through(instrument, [sound[:1]]))
    beside_silence = through(instrument, [np.stack([0.0 * sound[1], sound[1]])], channels=2)
    np.testing.assert_array_equal(both[1], beside_silence[1])
    assert np.abs(both[0] - both[1]).max() > 0.001


def test_memory_does_not_grow_with_the_length(instrument):
    def peak(blocks):
        tracemalloc.start()
        for _ in reconstruct(instrument, (noise(44_100) for _ in range(blocks)), RATE, 1, NONE, Manner(), 48_000):
            pass
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    assert peak(8) < 1.5 * peak(3)


def test_labels_that_are_given_are_heard_and_others_predicted():
    conditioning = {"pitch": ConditioningConfig(dim=12)}
    found = {"pitch": PredictionConfig(dim=12)}
    module = opened(untrained(latent_dims=3, hidden=16, conditioning=conditioning, prediction=found))
    sound = [noise(20_000)]
    made = [through(module, sound, labels=np.float32([value])) for value in (3.0, 8.0, float("nan"))]
    assert np.abs(made[0] - made[1]).max() > 1e-4
    path = encode_path(module, sound, RATE, np.float32([float("nan")]))
    assert set(path.labels[:, 0]) <= set(range(12))
    path = encode_path(module, sound, RATE, np.float32([3.0]))
    assert (path.labels == 3.0).all()


def test_a_point_of_a_sounds_path_is_that_of_the_frame_around_it(instrument):
    sound = noise(70_000)
    path = encode_path(instrument, cut(np.concatenate([sound, sound]), 9_999), RATE, NONE)
    assert path.coordinates.shape == (-(-70_000 // HOP), 3)
    padded = torch.from_numpy(np.pad(sound, ((0, 0), (N_FFT // 2, N_FFT))))
    live = streaming_instrument(UNTRAINED)
    for t in (0, 1, 50, len(path.coordinates) - 1):
        frame = padded[:, t * HOP : t * HOP + N_FFT]
        new = frame[:, None, N_FFT - HOP :]
        point, _, _ = live.encode(new, live.unknown_labels(1, 1), frame[:, : N_FFT - HOP])
        np.testing.assert_allclose(path.coordinates[t], point[0, :, 0].numpy(), atol=1e-4)


def test_a_sound_without_samples_has_no_path(instrument):
    assert encode_path(instrument, [], RATE, NONE).coordinates.shape == (0, 3)


def rendered(instrument, path, out_rate=RATE, manner=None):
    labels = np.zeros((len(path), 0), np.float32)
    return np.concatenate(list(render_path(instrument, LatentPath(path, labels), manner or Manner(), out_rate)), axis=1)


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("count", [1, 2, 100])
def test_a_path_sounds_a_hop_for_each_point_and_fades_at_both_ends(instrument, lookahead, count):
    manner = Manner(lookahead=lookahead)
    sound = rendered(instrument, np.zeros((count, 3), np.float32), manner=manner)
    assert sound.shape == (1, count * HOP)
    assert np.abs(sound[0, [0, -1]]).max() < 1e-6
    assert rendered(instrument, np.zeros((count, 3), np.float32), 48_000, manner).shape == (
        1,
        -(-count * HOP * 48_000 // RATE),
    )
    if count == 100:
        level = np.sqrt(np.square(sound.reshape(100, HOP)).mean(axis=1))
        assert level[1:-1].max() < 2 * level[1:-1].min(), "no attack at the beginning, no tail missing at the end"


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_point_is_heard_at_its_hop(instrument, lookahead):
    path = np.full((80, 3), np.nan, np.float32)  # silence
    path[40] = 0.0
    loud = np.square(rendered(instrument, path, manner=Manner(lookahead=lookahead))[0])
    middle = (np.arange(len(loud)) * loud).sum() / loud.sum()
    assert abs(middle - 40 * HOP) < HOP / 2


def torch_path(path, lookahead):
    """A path's sound by torch, the first point at its beginning."""
    live = streaming_instrument(UNTRAINED, lookahead)
    labels, still = live.unknown_labels(1, len(path)), torch.zeros(1, len(path))
    points = torch.from_numpy(path.T.copy())[None]
    return live.decode(points, labels, still, 0, live.initial_synthesis(1))[0][0, 0].numpy()


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_path_sounds_as_by_torch(instrument, lookahead):
    """But for a few hops in which rounding decides which of two bins is the peak, and the phase follows it."""
    path = np.sin(np.linspace(0, 9, 300)[:, None] + np.arange(3)).astype(np.float32)
    made = rendered(instrument, path, manner=Manner(lookahead=lookahead))[0]
    lead = N_FFT // HOP
    late = lead * HOP + N_FFT // 2 + lookahead * HOP
    expected = torch_path(np.concatenate([path[:1].repeat(lead, 0), path, path[-1:].repeat(lead, 0)]), lookahead)
    expected = expected[late : late + len(made)]
    error, level = (np.square(x.reshape(-1, HOP)[2:-2]).mean(axis=1) for x in (made - expected, expected))
    assert np.mean(error < 1e-6 * level.mean()) > 0.9


def test_a_sound_with_its_own_phase_is_that_of_torch(instrument):
    sound, live = noise(64 * HOP), streaming_instrument(UNTRAINED)
    states = live.initial_analysis(1), live.initial_synthesis(1)
    still = torch.zeros(1, 64)
    expected, _, _ = live(torch.from_numpy(sound)[None], live.unknown_labels(1, 64), still, live.keep_input, *states)
    made = through(instrument, [sound], manner=Manner(KEEP_INPUT))
    late = N_FFT - HOP
    error = made[0, : 64 * HOP - late] - expected[0, 0, late:].numpy()
    assert np.square(error).mean() < 1e-6 * np.square(made).mean()


def test_points_are_drawn_from_the_posterior(instrument):
    """Drawn in the latent space, moved in coordinates: so far as torch's posterior is wide, on every axis."""
    live, sound = streaming_instrument(UNTRAINED), noise(400 * HOP)
    straight = Scatter(UNTRAINED.axes, seed=(1,))
    assert np.abs(through(instrument, [sound], scatter=straight) - through(instrument, [sound])).max() > 1e-3
    frames, _ = live.frame_stream(torch.from_numpy(sound), live.initial_analysis(1))
    _, log_variance = live.autoencoder.encode(live.contrast(live.dgt.magnitudes(frames)), torch.zeros(1, 400, 0))
    spread = torch.exp(log_variance[0])[:, :, None] * torch.square(live.to_coordinates)
    expected = spread.sum(dim=1).mean(dim=0).sqrt().numpy()
    moves = []
    with pytest.MonkeyPatch.context() as patch:
        original = rendering._Reconstruction._move
        patch.setattr(
            rendering._Reconstruction, "_move", lambda self, width: moves.append(original(self, width)) or moves[-1]
        )
        through(instrument, [sound], scatter=straight)
    np.testing.assert_allclose(np.concatenate(moves).std(axis=0), expected, rtol=0.15)


def test_a_network_that_gives_no_numbers_is_reported():
    weights = dict(UNTRAINED.weights)
    name = max(one for one in weights if one.startswith("encoder.layers") and one.endswith("weight"))
    weights[name] = np.full_like(weights[name], 3e38)
    damaged = opened(dataclasses.replace(UNTRAINED, weights=weights))
    with pytest.raises(InstrumentError, match="invalid numbers"):
        through(damaged, [noise(5_000)])
