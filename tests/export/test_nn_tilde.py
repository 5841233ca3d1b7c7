"""The exported module as nn~ meets it: from a file, methods in inference mode, setters outside it."""

from __future__ import annotations

import json

import pytest
import torch

from vschaos.errors import ExportError
from vschaos.export.metadata import EXTRA_FILE
from vschaos.export.nn_tilde import NnTildeModule, latent_labels
from vschaos.instrument.build import streaming_instrument, untrained

HOP = 512


@pytest.fixture
def module(export):
    return torch.jit.load(str(export.path))


def played(module, name, *signals):
    with torch.inference_mode():
        return [getattr(module, name)(signal).clone() for signal in signals]


def noise(*shape, seed=0):
    return 0.2 * torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_methods_and_their_parameters(module):
    assert module.get_methods() == ["forward", "encode", "decode"]
    assert module.forward_params.tolist() == [1, 1, 1, 1]
    assert module.encode_params.tolist() == [1, 1, 4, HOP]
    assert module.decode_params.tolist() == [4, HOP, 1, 1]


def test_every_inlet_and_outlet_has_a_label_with_its_range_that_max_and_pd_take_as_it_is(module):
    assert module.decode_input_labels == [
        "z1 pad x (-1..1)",
        "z2 pad y (-1..1)",
        "z3 (-1..1)",
        "z4 (-1..1)",
    ]
    assert module.encode_output_labels == module.decode_input_labels
    assert module.forward_input_labels == ["audio (-1..1 at 44100 Hz)"]
    for label in (*latent_labels(64), *module.forward_output_labels):
        assert label.isascii()
        assert not set(label) & set(",;$\\\"'{}[]")


def test_attributes_are_plain_numbers(module):
    assert module.get_attributes() == ["noise", "phase", "reset"]
    assert [getattr(module, f"{name}_params").tolist() for name in module.get_attributes()] == [[2], [1], [1]]
    assert [module.set_reset(value) for value in (0, 1, 2, -1)] == [0, 0, -1, -1]
    assert [module.set_noise(value) for value in (0.25, 2.0, float("nan"))] == [0, -1, -1]
    assert [module.set_phase(value) for value in (1, 3, -1)] == [0, -1, -1]
    assert (module.get_reset(), module.get_noise(), module.get_phase()) == ([0], [0.25], [1])


def test_noise_and_phase_change_the_sound(module):
    path = noise(1, 4, 40)
    sounds = []
    for amount, mode in ((0.0, 0), (1.0, 0), (0.0, 1)):
        module.set_noise(amount)
        module.set_phase(mode)
        module.set_reset(1)
        sounds.append(played(module, "decode", path)[0])
    assert not torch.allclose(sounds[0], sounds[1], atol=1e-3)
    assert not torch.allclose(sounds[0], sounds[2], atol=1e-3)


def test_setters_outside_inference_mode_do_not_break_the_methods_inside(module):
    for _ in range(3):
        for name, signal in (("decode", noise(1, 4, 2)), ("encode", noise(1, 1, HOP)), ("forward", noise(1, 1, HOP))):
            played(module, name, signal)
            module.set_reset(1)
            assert torch.isfinite(played(module, name, signal)[0]).all()


def test_a_file_that_was_played_in_inference_mode_also_plays_outside_it(module):
    played(module, "decode", noise(1, 4, 2))
    assert torch.isfinite(module.decode(noise(1, 4, 2))).all()


def test_reset_starts_every_method_afresh(module):
    for name, signal in (
        ("decode", noise(1, 4, 6)),
        ("encode", noise(1, 1, 6 * HOP)),
        ("forward", noise(1, 1, 6 * HOP)),
    ):
        module.set_reset(1)
        first, second = played(module, name, signal, signal)
        module.set_reset(1)
        again = played(module, name, signal)[0]
        assert torch.equal(first, again)
        assert not torch.allclose(first, second, atol=1e-4)


def test_methods_do_not_disturb_each_other(module, export):
    alone = torch.jit.load(str(export.path))
    coordinates, audio = noise(1, 4, 8), noise(1, 1, 8 * HOP)
    expected = played(alone, "forward", *audio.split(HOP, dim=2))
    mixed = []
    for part, point in zip(audio.split(HOP, dim=2), coordinates.split(1, dim=2), strict=True):
        mixed += played(module, "forward", part)
        played(module, "encode", 3.0 * part)
        played(module, "decode", point)
    assert all(torch.equal(ours, theirs) for ours, theirs in zip(mixed, expected, strict=True))


def test_asking_for_the_methods_does_not_disturb_the_sound(module, export):
    alone = torch.jit.load(str(export.path))
    audio = noise(1, 1, 2 * HOP)
    expected = played(alone, "forward", audio, audio)
    mixed = played(module, "forward", audio)
    module.get_methods()
    mixed += played(module, "forward", audio)
    assert all(torch.equal(ours, theirs) for ours, theirs in zip(mixed, expected, strict=True))


@pytest.mark.parametrize("name", ["decode", "encode", "forward"])
def test_the_number_of_voices_may_change_between_calls(module, name):
    def signal(voices, seed):
        shape = (voices, 4, 3) if name == "decode" else (voices, 1, 3 * HOP)
        return noise(*shape, seed=seed)

    for voices in (1, 4, 2, 1):
        output = played(module, name, signal(voices, seed=voices))[0]
        assert output.shape[0] == voices
        assert torch.isfinite(output).all()
    module.set_reset(1)
    fresh = played(module, name, signal(1, seed=9))[0]
    played(module, name, signal(4, seed=2))
    assert torch.equal(played(module, name, signal(1, seed=9))[0], fresh)


def test_the_extra_file_tells_what_nn_tilde_does_not_ask(export):
    extra = {EXTRA_FILE: ""}
    torch.jit.load(str(export.path), _extra_files=extra)
    facts = json.loads(extra[EXTRA_FILE])
    assert facts["name"] == export.instrument.card.name
    assert facts["sample_rate_hz"] == 44100
    assert (facts["n_fft"], facts["hop_samples"], facts["latent_dims"]) == (2048, HOP, 4)
    assert {"licence", "author", "consent", "format_version"} <= facts.keys()
    methods = {method["name"]: method for method in facts["methods"]}
    assert methods["forward"]["latency_samples"] == 2048 - HOP
    assert methods["decode"]["inlets"] == latent_labels(4)


class LoudnessOnly(torch.nn.Module):
    """In place of the network: every frame's level, and nothing else of it, goes through the latent space."""

    def encode(self, features, labels):
        level = features.mean(dim=-1, keepdim=True).expand(-1, -1, 4)
        return level, level

    def decode(self, latent, labels):
        return latent[..., :1].expand(-1, -1, 1025)


def test_forward_comes_as_late_as_the_extra_file_says(export):
    """The energy of a burst comes out n_fft − hop samples after it went in."""
    live = streaming_instrument(export.instrument)
    live.autoencoder = LoudnessOnly()
    start, length = 8 * HOP + 100, 3 * HOP
    audio = torch.zeros(1, 1, 24 * HOP)
    audio[:, :, start : start + length] = noise(1, 1, length)
    energy = played(NnTildeModule(live), "forward", audio)[0][0, 0].double().square()
    centre = float((energy * torch.arange(len(energy))).sum() / energy.sum())
    assert centre == pytest.approx(start + length / 2 + 2048 - HOP, abs=HOP / 2)


@pytest.mark.parametrize("hop", [768, 8192])
def test_a_hop_that_nn_tilde_cannot_buffer_is_refused(hop):
    live = streaming_instrument(untrained())
    live.hop_samples = hop
    with pytest.raises(ExportError, match=str(hop)):
        NnTildeModule(live)
