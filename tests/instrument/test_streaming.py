"""The streaming instrument: chunked = whole, scripted = eager, finite for any input, voices apart."""

import numpy as np
import pytest
import torch

from vschaos.configs.schema import NetworkConfig
from vschaos.export.comparison import compare
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.streaming import KEEP_INPUT
from vschaos.transforms.running_phase import GRADIENT, RANDOM


@pytest.fixture(scope="module")
def instrument():
    """One that tells noise shares, which are about a half everywhere."""
    return streaming_instrument(untrained(decoder=NetworkConfig("MLPDecoder", (64,), noise=8)))


@pytest.fixture(scope="module")
def scripted(instrument):
    return torch.jit.script(instrument)


def walk(batch: int, frames: int) -> torch.Tensor:
    generator = torch.Generator().manual_seed(5)
    return torch.cumsum(torch.randn(batch, 8, frames, generator=generator) * 0.1, dim=2).clamp(-1, 1)


def decode(module, path, state, amount=0.0, mode=GRADIENT):
    noise = torch.full((path.shape[0], path.shape[2]), amount)
    return module.decode(path, module.unknown_labels(path.shape[0], path.shape[2]), noise, mode, state)


@pytest.mark.parametrize("frames", [[1] * 24, [2] * 12, [8] * 3, [1, 2, 21], [24]])
@pytest.mark.parametrize("batch", [1, 4])
def test_decoding_in_chunks_equals_decoding_at_once(instrument, frames, batch):
    path = walk(batch, 24)
    whole, _ = decode(instrument, path, instrument.initial_synthesis(batch))
    state, parts = instrument.initial_synthesis(batch), []
    for part in path.split(frames, dim=2):
        audio, state = decode(instrument, part, state)
        parts.append(audio)
    assert compare(torch.cat(parts, dim=2), whole).holds


@pytest.mark.parametrize("hops", [[1] * 24, [8] * 3, [1, 2, 21]])
def test_encoding_in_chunks_equals_encoding_at_once(instrument, hops):
    audio = torch.randn(2, 1, 24 * 512) * 0.1
    whole, _, _ = instrument.encode(audio, instrument.unknown_labels(2, 24), instrument.initial_analysis(2))
    state, parts = instrument.initial_analysis(2), []
    for part in audio.split([count * 512 for count in hops], dim=2):
        frames = part.shape[2] // 512
        coordinates, _, state = instrument.encode(part, instrument.unknown_labels(2, frames), state)
        parts.append(coordinates)
    torch.testing.assert_close(torch.cat(parts, dim=2), whole, atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("frames", [[1] * 12, [5, 7]])
def test_noise_waits_with_its_magnitudes_for_the_look_ahead(frames):
    instrument = streaming_instrument(untrained(decoder=NetworkConfig("MLPDecoder", (8,), noise=4)), lookahead=1)
    path, state, parts = walk(2, 12), instrument.initial_synthesis(2), []
    whole, _ = decode(instrument, path, state, 0.3)
    for part in path.split(frames, dim=2):
        audio, state = decode(instrument, part, state, 0.3)
        parts.append(audio)
    assert compare(torch.cat(parts, dim=2), whole).holds
    calm, _ = decode(instrument, path, instrument.initial_synthesis(2), -1.0)
    assert float((whole - calm).std()) > 0.1 * float(calm.std())


def test_without_noise_shares_or_at_full_bias_to_tone_all_is_tone(instrument):
    """An instrument from before there were shares sounds as it did."""
    earlier = streaming_instrument(untrained(decoder=NetworkConfig("MLPDecoder", (64,))))
    path = walk(2, 16)
    plain, _ = decode(earlier, path, earlier.initial_synthesis(2))
    calm, _ = decode(instrument, path, instrument.initial_synthesis(2), -1.0)
    noisy, _ = decode(instrument, path, instrument.initial_synthesis(2))
    assert torch.equal(plain, calm)
    assert float((noisy - calm).std()) > 0.1 * float(calm.std())


def test_scripted_equals_eager(instrument, scripted):
    path = walk(2, 16)
    eager, _ = decode(instrument, path, instrument.initial_synthesis(2))
    made, _ = decode(scripted, path, scripted.initial_synthesis(2))
    assert compare(made, eager).holds


def test_voices_do_not_hear_each_other(instrument):
    path = walk(2, 16)
    both, _ = decode(instrument, path, instrument.initial_synthesis(2), -1.0)
    alone, _ = decode(instrument, path[1:], instrument.initial_synthesis(1), -1.0)
    assert compare(both[1:], alone).holds


@pytest.mark.parametrize("amount", [0.0, 0.7])
def test_a_voice_sounds_the_same_whatever_the_others_do(instrument, amount):
    path = walk(4, 16)
    expected, _ = decode(instrument, path, instrument.initial_synthesis(4), amount)
    others = torch.arange(4)[:, None, None] != 2
    for elsewhere in (torch.zeros_like(path), 8.0 * path.flip(2), torch.full_like(path, float("nan"))):
        made, _ = decode(instrument, torch.where(others, elsewhere, path), instrument.initial_synthesis(4), amount)
        assert compare(made[2:3], expected[2:3]).holds


def test_the_state_that_went_in_can_be_used_again(instrument):
    path = walk(2, 6)
    for frames in (1, 3):
        _, state = decode(instrument, path, instrument.initial_synthesis(2), 0.5)
        first, _ = decode(instrument, path[..., :frames], state, 0.5)
        again, _ = decode(instrument, path[..., :frames], state, 0.5)
        assert torch.equal(first, again)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_impossible_coordinates_are_silence_and_do_not_last(instrument, bad):
    path = walk(1, 40)
    path[:, 3, :20] = bad
    audio, _ = decode(instrument, path, instrument.initial_synthesis(1))
    assert torch.isfinite(audio).all()
    assert audio[..., : 20 * 512].abs().max() == 0
    assert audio[..., 30 * 512 :].abs().max() > 0


def test_impossible_audio_encodes_as_silence(instrument):
    state = instrument.initial_analysis(1)
    labels = instrument.unknown_labels(1, 8)
    silent, _, _ = instrument.encode(torch.zeros(1, 1, 4096), labels, state)
    broken, _, _ = instrument.encode(torch.full((1, 1, 4096), float("nan")), labels, state)
    torch.testing.assert_close(broken, silent)


def test_no_place_is_louder_than_what_was_learned(instrument):
    ceiling = instrument.contrast.inverse(instrument.autoencoder.feature_ceiling)
    far = torch.full((1, 8, 4), 1e9)
    latent = far.clamp(-8, 8).transpose(1, 2) @ instrument.to_latent + instrument.mean
    magnitude = instrument.contrast.inverse(instrument.autoencoder.decode(latent, latent[..., :0]))
    assert (magnitude <= ceiling + 1e-6).all()


def test_forward_is_encode_then_decode(instrument):
    audio = torch.randn(1, 1, 8 * 512) * 0.1
    analysis, synthesis = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    labels, noise = instrument.unknown_labels(1, 8), torch.zeros(1, 8)
    direct, *_ = instrument(audio, labels, noise, GRADIENT, analysis, synthesis)
    coordinates, _, _ = instrument.encode(audio, labels, analysis)
    staged, _ = decode(instrument, coordinates, synthesis)
    assert compare(direct, staged).holds


def test_coordinates_are_those_of_the_map():
    source = untrained(seed=2)
    module = streaming_instrument(source)
    latent = np.random.default_rng(0).normal(size=(5, 8)).astype(np.float32)
    coordinates = (torch.from_numpy(latent) - module.mean) @ module.to_coordinates
    np.testing.assert_allclose(coordinates.numpy(), source.axes.to_coordinates(latent), atol=1e-5)


def test_the_inputs_phase_gives_the_inputs_sound_when_the_spectrum_is_the_inputs(instrument):
    """With a network that hands its input on, keeping the phase is the identity, a window later."""
    audio = torch.randn(1, 1, 40 * 512) * 0.1
    analysis, synthesis = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    labels, noise = instrument.unknown_labels(1, 40), torch.zeros(1, 40)
    kept, *_ = instrument(audio, labels, noise, KEEP_INPUT, analysis, synthesis)
    random, *_ = instrument(audio, labels, noise, RANDOM, analysis, synthesis)
    spectra = [instrument.dgt(sound[:, 0])[:, 8:-8] for sound in (audio, kept)]
    turned = spectra[1][:, 3:] * spectra[0][:, :-3].conj()
    agreement = turned.sum().real / turned.abs().sum()
    assert agreement > 0.9
    turned = instrument.dgt(random[:, 0])[:, 11:-8] * spectra[0][:, :-3].conj()
    assert abs(turned.sum().real / turned.abs().sum()) < 0.1


def test_transfer_keeps_the_phase_and_moves_what_it_is_reported_to(instrument):
    torch.manual_seed(0)
    module = instrument
    audio = 0.1 * torch.randn(1, 1, 16 * module.hop_samples)
    labels = module.unknown_labels(1, 16)
    scale, offset = torch.ones(module.latent_dims), torch.zeros(module.latent_dims)
    pending = torch.zeros(1, module.n_fft - module.hop_samples)
    kept, _, _ = module.transfer(audio, labels, scale, offset, module.initial_analysis(1), pending)
    analysis, synthesis = module.initial_analysis(1), module.initial_synthesis(1)
    forward, _, _ = module(audio, labels, torch.zeros(1, 16), KEEP_INPUT, analysis, synthesis)
    torch.testing.assert_close(kept, forward)
    moved, _, _ = module.transfer(audio, labels, scale, offset + 0.5, module.initial_analysis(1), pending)
    assert (moved - kept).abs().max() > 1e-3
    still, _, _ = module.transfer(audio, labels, 0 * scale, offset, module.initial_analysis(1), pending)
    spectra = module.dgt.spectra(module.frame_stream(still[:, 0], module.initial_analysis(1))[0]).abs()
    assert spectra[0, 8:].std(dim=0).max() < spectra[0, 8:].mean(dim=0).max(), "one place: one spectrum"
