"""The exported module as nn~ meets it: from a file, methods in inference mode, setters outside it."""

from __future__ import annotations

import time

import pytest
import torch

from tests.export.host import loaded, same, same_sound
from vschaos.errors import ExportError
from vschaos.export.describe import ATTRIBUTES, METHODS
from vschaos.export.description import EXTRA_FILE, FLOAT, AttributeDescription, ExportDescription
from vschaos.export.nn_tilde import NnTildeModule, scripted
from vschaos.export.trials import trials
from vschaos.instrument.build import streaming_instrument, untrained

HOP = 512
SOUNDING = ("decode", "pad", "map", "forward")


@pytest.fixture
def module(export):
    return loaded(export.path)


@pytest.fixture
def conditioned(labelled):
    return loaded(labelled.path)


def played(module, name, *signals):
    with torch.inference_mode():
        return [getattr(module, name)(signal).clone() for signal in signals]


def noise(*shape, seed=0):
    return 0.2 * torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def signal_for(module, name, frames, voices=1, seed=0):
    inlets, ratio = getattr(module, f"{name}_params").tolist()[:2]
    return noise(voices, inlets, frames * HOP // ratio, seed=seed)


def test_methods_and_their_parameters(module):
    assert module.get_methods() == [*METHODS, "pad", "map", "map2latent", "latent2map"]
    assert module.forward_params.tolist() == [1, 1, 1, 1]
    assert module.encode_params.tolist() == [1, 1, 4, HOP]
    assert module.decode_params.tolist() == module.pad_params.tolist() == [4, HOP, 1, 1]
    assert module.map_params.tolist() == [2, HOP, 1, 1]
    assert module.map2latent_params.tolist() == [2, HOP, 4, HOP]
    assert module.latent2map_params.tolist() == [4, HOP, 2, HOP]


def test_labels_have_inlets_and_outlets_beside_the_coordinates(conditioned):
    assert conditioned.decode_params.tolist() == [5, HOP, 1, 1]
    assert conditioned.map_params.tolist() == [4, HOP, 1, 1]
    assert conditioned.encode_params.tolist() == [1, 1, 4, HOP]
    assert conditioned.decode_input_labels == [
        "z1 pad x (-1..1)",
        "z2 pad y (-1..1)",
        "z3 (-1..1)",
        "pitch (0..11)",
        "bright (-0.5..1.5)",
    ]
    assert conditioned.pad_input_labels[:2] == ["x (-1..1)", "y (-1..1)"]
    assert conditioned.encode_output_labels[3:] == ["pitch (0..11)"]


def test_every_attribute_accepts_its_values_and_refuses_all_others(conditioned, labelled):
    assert conditioned.get_attributes() == [attribute.name for attribute in labelled.description.attributes]
    for attribute in labelled.description.attributes:
        for value, right in trials(attribute, labelled.description.labels):
            before = getattr(conditioned, f"get_{attribute.name}")()
            assert getattr(conditioned, f"set_{attribute.name}")(value) == right, (attribute.name, value)
            if right:
                assert getattr(conditioned, f"get_{attribute.name}")() == before
        default = attribute.names[round(attribute.default)] if attribute.choices else attribute.default
        assert getattr(conditioned, f"get_{attribute.name}")() == [default]


def test_an_attribute_is_a_line_of_the_table(export, monkeypatch):
    extended = (*ATTRIBUTES, AttributeDescription("drive", FLOAT, 0.5, 2.0, 1.0, (), "An attribute of tomorrow."))
    for module in ("describe", "nn_tilde"):
        monkeypatch.setattr(f"vschaos.export.{module}.ATTRIBUTES", extended)
    script = scripted(NnTildeModule(export.live))
    assert script.get_attributes()[-1] == "drive"
    assert script.drive_params.tolist() == [2]
    assert [script.set_drive(value) for value in (1.5, 0.4, 2.1)] == [0, -1, -1]
    assert script.get_drive() == [1.5]


@pytest.mark.parametrize("name", SOUNDING)
@pytest.mark.parametrize(
    ("attribute", "value"), [("noise", 1.0), ("phase", "1"), ("temperature", 0.5), ("glide", 200.0)]
)
def test_attributes_change_the_sound_and_come_back(module, name, attribute, value):
    path, sounds = signal_for(module, name, 40), []
    for asked in (0, value, 0):
        assert getattr(module, f"set_{attribute}")(type(value)(asked)) == 0
        module.set_reset(1)
        sounds.append(played(module, name, path)[0])
    assert torch.equal(sounds[0], sounds[2])
    assert float((sounds[0] - sounds[1]).abs().max()) > 1e-3 * float(sounds[0].abs().max())


def test_a_glide_goes_63_percent_of_its_way_in_its_time(export):
    core, tau_ms = NnTildeModule(export.live).core, 100.0
    steps = round(tau_ms / (1000 * HOP / 44100))
    settings = {attribute.name: float(attribute.default) for attribute in ATTRIBUTES} | {"glide": tau_ms}
    state = core.initial_sound(1)
    _, state = core.sound([torch.zeros(1, 4, 1)], 0, [], settings, state)
    _, state = core.sound([torch.ones(1, 4, steps)], 0, [], settings, state)
    assert state[1].mean().item() == pytest.approx(1 - 1 / 2.71828, abs=0.02)


def test_raw_axes_are_the_models_own(module, export):
    audio, live = noise(1, 1, 8 * HOP), export.live
    coordinates = played(module, "encode", audio)[0]
    module.set_axes("raw")
    module.set_reset(1)
    raw = played(module, "encode", audio)[0]
    expected = torch.from_numpy(export.instrument.axes.to_latent(coordinates[0].t().numpy())).t()
    assert (raw[0] - expected).abs().max() < 1e-5
    through_raw = played(module, "decode", raw)[0]
    module.set_axes("principal")
    module.set_reset(1)
    assert (played(module, "decode", coordinates)[0] - through_raw).abs().max() < 1e-4
    assert live.latent_dims == 4


@pytest.mark.parametrize("name", ["decode", "pad", "map"])
def test_a_label_that_is_set_counts_instead_of_its_inlet(conditioned, name):
    path = signal_for(conditioned, name, 12)
    row = getattr(conditioned, f"{name}_params").tolist()[0] - 2
    path[:, row] = 7.0
    by_inlet = played(conditioned, name, path)[0]
    path[:, row] = 2.0
    conditioned.set_reset(1)
    other = played(conditioned, name, path)[0]
    assert conditioned.set_pitch(7) == 0
    conditioned.set_reset(1)
    by_attribute = played(conditioned, name, path)[0]
    assert conditioned.set_pitch(-1) == 0
    conditioned.set_reset(1)
    assert torch.equal(by_attribute, by_inlet)
    assert not torch.allclose(by_inlet, other, atol=1e-4)
    assert torch.equal(played(conditioned, name, path)[0], other)


def test_a_label_that_is_set_reaches_forward_and_the_encoder(conditioned):
    audio = noise(1, 1, 12 * HOP)
    plain, heard = played(conditioned, "forward", audio)[0], played(conditioned, "encode", audio)[0]
    conditioned.set_pitch(7)
    conditioned.set_reset(1)
    assert not torch.allclose(played(conditioned, "forward", audio)[0], plain, atol=1e-4)
    # What is heard is what comes out, whatever was set.
    assert torch.equal(played(conditioned, "encode", audio)[0], heard)
    conditioned.set_octave(3)
    conditioned.set_reset(1)
    assert not torch.allclose(played(conditioned, "encode", audio)[0], heard, atol=1e-4)


def test_setters_outside_inference_mode_do_not_break_the_methods_inside(module):
    for _ in range(3):
        for name in module.get_methods():
            played(module, name, signal_for(module, name, 2))
            module.set_reset(1)
            assert torch.isfinite(played(module, name, signal_for(module, name, 2))[0]).all()


def test_a_file_that_was_played_in_inference_mode_also_plays_outside_it(module):
    for name in module.get_methods():
        played(module, name, signal_for(module, name, 2))
        assert torch.isfinite(getattr(module, name)(signal_for(module, name, 2))).all()


@pytest.mark.parametrize("name", [*SOUNDING, "encode"])
def test_reset_starts_every_method_afresh(module, name):
    signal = signal_for(module, name, 6)
    module.set_temperature(0.2)
    module.set_glide(50.0)
    module.set_reset(1)
    first, second = played(module, name, signal, signal)
    module.set_reset(1)
    again = played(module, name, signal)[0]
    assert torch.equal(first, again)
    assert not torch.allclose(first, second, atol=1e-4)


def test_methods_do_not_disturb_each_other(module, export):
    alone = loaded(export.path)
    audio = noise(1, 1, 8 * HOP)
    expected = played(alone, "forward", *audio.split(HOP, dim=2))
    mixed = []
    for part in audio.split(HOP, dim=2):
        mixed += played(module, "forward", part)
        for name in ("encode", "decode", "pad", "map", "map2latent", "latent2map"):
            played(module, name, 3.0 * signal_for(module, name, 1))
        module.get_methods()
    assert all(torch.equal(ours, theirs) for ours, theirs in zip(mixed, expected, strict=True))


@pytest.mark.parametrize("name", ["decode", "encode", "forward", "pad", "map", "map2latent", "latent2map"])
def test_the_number_of_voices_may_change_between_calls(module, name):
    for voices in (1, 4, 2, 1):
        output = played(module, name, signal_for(module, name, 3, voices, seed=voices))[0]
        assert output.shape[0] == voices
        assert torch.isfinite(output).all()
    module.set_reset(1)
    fresh = played(module, name, signal_for(module, name, 3, seed=9))[0]
    played(module, name, signal_for(module, name, 3, 4, seed=2))
    assert torch.equal(played(module, name, signal_for(module, name, 3, seed=9))[0], fresh)


@pytest.mark.parametrize("name", ["decode", "encode", "forward", "pad", "map", "map2latent", "latent2map"])
@pytest.mark.parametrize("voices", [1, 3])
def test_the_whole_is_the_same_in_calls_of_any_number_of_hops(module, name, voices):
    frames = 33
    signal = signal_for(module, name, frames, voices)
    step = signal.shape[2] // frames
    agrees = same_sound if name in SOUNDING else same
    module.set_reset(1)
    whole = played(module, name, signal)[0]
    for hops in (*range(1, 17), 21, 31):
        module.set_reset(1)
        parts = torch.cat(played(module, name, *signal.split(hops * step, dim=2)), dim=2)
        assert agrees(parts.numpy(), whole.numpy()), hops
    sizes = torch.tensor([1, 5, 2, 16, 3, 1, 4, 1]) * step
    module.set_reset(1)
    parts = torch.cat(played(module, name, *signal.split(sizes.tolist(), dim=2)), dim=2)
    assert agrees(parts.numpy(), whole.numpy())


def test_the_first_calls_are_not_the_slow_ones(export):
    """`get_methods` spends the time that TorchScript needs for a new function, many times that of a call."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        module = torch.jit.load(str(export.path))
        names, compiling_s = _timed(module.get_methods)
        for name in names:
            for frames, voices in ((4, 1), (1, 1), (8, 2)):
                signal = signal_for(module, name, frames, voices)
                _, first_s = _timed(lambda name=name, signal=signal: played(module, name, signal))
                _, later_s = _timed(lambda name=name, signal=signal: played(module, name, signal))
                assert first_s - later_s < 0.05 * compiling_s, (name, frames, voices)
    finally:
        torch.set_num_threads(threads)


def _timed(call):
    """What a call gives, and this thread's own seconds for it."""
    start_s = time.thread_time()
    result = call()
    return result, time.thread_time() - start_s


def test_the_extra_file_holds_what_nn_tilde_does_not_ask(export):
    extra = {EXTRA_FILE: ""}
    torch.jit.load(str(export.path), _extra_files=extra)
    facts = ExportDescription.from_json(extra[EXTRA_FILE])
    assert facts == export.description
    assert (facts.title, facts.name) == (export.instrument.card.name, "small")
    assert (facts.sample_rate_hz, facts.n_fft, facts.hop_samples, facts.latent_dims) == (44100, 2048, HOP, 4)
    assert facts.latency_samples == facts.method("forward").latency_samples == 2048 - HOP


class LoudnessOnly(torch.nn.Module):
    """In place of the network: every frame's level, and nothing else of it, goes through the latent space."""

    @torch.jit.export
    def encode(self, features, labels):
        level = features.mean(dim=-1, keepdim=True).repeat(1, 1, 4)
        return level, level

    @torch.jit.export
    def decode_with_noise(self, latent, labels):
        features = latent.narrow(-1, 0, 1).repeat(1, 1, 1025)
        return features, torch.zeros_like(features)

    @torch.jit.export
    def predict(self, features):
        return features


def test_forward_comes_as_late_as_the_extra_file_says(export):
    """The energy of a burst comes out n_fft − hop samples after it went in."""
    live = streaming_instrument(export.instrument)
    live.add_module("autoencoder", LoudnessOnly())
    start, length = 8 * HOP + 100, 3 * HOP
    audio = torch.zeros(1, 1, 24 * HOP)
    audio[:, :, start : start + length] = noise(1, 1, length)
    energy = played(NnTildeModule(live), "forward", audio)[0][0, 0].double().square()
    centre = float((energy * torch.arange(len(energy))).sum() / energy.sum())
    assert centre == pytest.approx(start + length / 2 + 2048 - HOP, abs=HOP / 2)


@pytest.mark.parametrize("hop", [768, 8192])
def test_a_hop_that_nn_tilde_cannot_buffer_is_refused(hop):
    live = streaming_instrument(untrained())
    live.hop_samples, live.n_fft = hop, 4 * hop
    with pytest.raises(ExportError, match=str(hop)):
        NnTildeModule(live)
