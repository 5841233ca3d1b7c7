"""The export inside a host that does what nn~ does: buffers, ratios, threads, messages, errors, reload."""

from __future__ import annotations

import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.export.conftest import exported
from tests.export.host import BLOCK, Host, same, same_sound
from vschaos.configs.schema import ConditioningConfig
from vschaos.export.describe import MAX_SEED, clear_of
from vschaos.export.reference import tones_and_noise
from vschaos.instrument.build import untrained

HOP = 512


def sound(frames: int = 24) -> np.ndarray:
    return tones_and_noise(frames * HOP, 44100, torch.Generator().manual_seed(4)).numpy()


def hand(inlets: int, frames: int = 24, voices: int = 1) -> np.ndarray:
    """Slow movements of every inlet, at audio rate, as signals in a patch are."""
    time = np.arange(frames * HOP) / 44100
    return np.stack(
        [[np.sin(2 * np.pi * (1 + k + v) * time + k) for k in range(inlets)] for v in range(voices)]
    ).astype(np.float32)


def input_of(host: Host, frames: int = 24) -> np.ndarray:
    return sound(frames) if host.in_ratio == 1 else hand(host.inlets, frames, host.voices)


METHODS = ("forward", "encode", "decode", "pad", "map", "map2latent", "latent2map")


@pytest.mark.parametrize("threaded", [True, False])
@pytest.mark.parametrize("method", METHODS)
def test_any_buffer_plays_the_same(export, method, threaded):
    # 24 hops are a multiple of no buffer but the smallest: what is cut off at the end is compared as far as it goes.
    played = {}
    for buffer in (0, 1024, 2048, 4096):
        host = Host(export.path, method, buffer, threaded=threaded)
        played[buffer] = host.play(input_of(host))
        assert not host.errors
    agrees = same_sound if host.out_ratio == 1 else same
    for buffer, output in played.items():
        assert agrees(output, played[0]), buffer
    assert np.abs(played[0]).max() > 1e-3


def test_the_least_buffer_is_the_largest_ratio(export):
    host = Host(export.path, "decode", threaded=False)
    assert (host.buffer, host.latency) == (HOP, HOP - BLOCK)
    assert Host(export.path, "forward", 100).buffer == HOP
    assert Host(export.path, "forward", 1500).buffer == 2048


@pytest.mark.parametrize("method", METHODS)
def test_long_windows_play_in_the_buffers_that_fit_them(long_windows, method):
    assert long_windows.description.buffer == 2048
    played = []
    for buffer in (0, 4096):
        host = Host(long_windows.path, method, buffer, threaded=False)
        assert host.buffer == max(buffer, 2048)
        played.append(host.play(input_of(host, 48)))
        assert not host.errors
    agrees = same_sound if host.out_ratio == 1 else same
    assert agrees(played[0], played[1])
    assert np.abs(played[0]).max() > 1e-3


@pytest.mark.parametrize("threaded", [True, False])
def test_forward_is_late_by_the_host_and_the_window(export, threaded):
    """A click changes the sound from the hop on that it lies in: its frame ends there, and begins to sound there."""
    host = Host(export.path, "forward", 1024, threaded=threaded)
    quiet, click = np.zeros((1, 1, 40 * HOP), np.float32), np.zeros((1, 1, 40 * HOP), np.float32)
    start = 20 * HOP + 77
    click[:, :, start] = 0.9
    silence = host.play(quiet)
    host.reload()
    changed = np.nonzero(np.abs(host.play(click) - silence)[0, 0] > 1e-7)[0]
    assert start - HOP <= changed[0] <= start


def test_decode_hears_the_last_sample_of_each_hop(export):
    host, path = Host(export.path, "decode", threaded=False), hand(4)
    held = np.repeat(path[:, :, HOP - 1 :: HOP], HOP, axis=2)
    expected = host.play(held)
    host.reload()
    assert np.array_equal(host.play(path), expected)


def test_encode_into_decode_is_forward(export):
    encoder, decoder, through = (Host(export.path, name, threaded=False) for name in ("encode", "decode", "forward"))
    audio = sound()
    decoder.set("even", 0)
    assert same_sound(decoder.play(encoder.play(audio)), through.play(audio))


def test_map2latent_into_decode_is_map(export):
    places, decoder, mapped = (Host(export.path, name, threaded=False) for name in ("map2latent", "decode", "map"))
    where = hand(2)
    assert same_sound(decoder.play(places.play(where)), mapped.play(where))


def test_voices_of_a_multichannel_object_do_not_hear_each_other(export):
    """But for noise: each voice has one of its own, by its number."""
    many, paths = Host(export.path, "decode", 1024, voices=3), hand(4, voices=3)
    many.set("noise", -1)
    together = many.play(paths)
    for voice in range(3):
        single = Host(export.path, "decode", 1024)
        single.set("noise", -1)
        assert same_sound(together[voice], single.play(paths[voice : voice + 1])[0])


def test_messages_with_six_decimals_reach_every_attribute(labelled):
    host = Host(labelled.path, "decode")
    for name, value, kept in (
        ("temperature", 0.25, 0.25),
        ("seed", 12, 12),
        ("noise", 0.333333, 0.333333),
        ("phase", 1, "random"),
        ("phase", "input", "input"),
        ("glide", 20.5, 20.5),
        ("axes", 1, "raw"),
        ("sample_rate", 48_000, 48_000),
        ("pitch", 3, 3),
        ("octave", 4, 4),
        ("bright", 1.5, 1.5),
    ):
        assert host.set(name, value)
        assert host.get(name) == [kept]
    assert host.set("pitch", -1)
    assert host.get("pitch") == [-1]
    assert not host.errors


def test_names_and_numbers_mean_the_same(resampled):
    host = Host(resampled.path, "decode")
    for typed in ("C#", "c#", "1", 1):
        assert host.set("pitch", -1)
        assert host.get("pitch") == ["-1"]
        assert host.set("pitch", typed)
        assert host.get("pitch") == ["C#"]
    for typed in ("H", "", "1.x", "--1", "99999999999", 12, "-2"):
        assert not host.set("pitch", typed)
    assert host.get("pitch") == ["C#"]


@pytest.mark.parametrize("method", ["forward", "encode", "decode", "map2latent"])
def test_any_buffer_plays_the_same_at_another_rate(resampled, method):
    played = {}
    for buffer in (0, 2048):
        host = Host(resampled.path, method, buffer, threaded=False)
        played[buffer] = host.play(input_of(host))
        assert not host.errors
    agrees = same_sound if host.out_ratio == 1 else same
    assert agrees(played[2048], played[0])
    assert np.abs(played[0]).max() > 1e-3


def test_a_host_can_change_its_rate_and_come_back(export, resampled):
    """At the instrument's own rate, both exports play the same samples: the step of both is a hop."""
    there, own = Host(resampled.path, "decode"), Host(export.path, "decode")
    assert own.set("sample_rate", 96_000)
    assert not own.set("sample_rate", 44_101)
    assert not own.set("sample_rate", 500)
    path = input_of(own)
    at_96 = own.play(path)
    assert own.set("sample_rate", 44_100)
    own.set("reset", 1)
    assert same_sound(own.play(path), Host(export.path, "decode").play(path))
    assert not same_sound(at_96, Host(export.path, "decode").play(path))
    assert there.get("sample_rate") == [48_000]
    assert not there.errors
    assert not own.errors


def test_a_click_at_another_rate_is_as_late_as_the_description_says(resampled):
    """Within a hop, as at the instrument's own rate, and the filter before it."""
    host = Host(resampled.path, "forward", 1024)
    quiet, click = np.zeros((1, 1, 40 * HOP), np.float32), np.zeros((1, 1, 40 * HOP), np.float32)
    start = 20 * HOP + 77
    click[:, :, start] = 0.9
    silence = host.play(quiet)
    host.reload()
    changed = np.abs(host.play(click) - silence)[0, 0]
    first = np.nonzero(changed > 0.1 * changed.max())[0][0]
    window = resampled.description.n_fft * 48_000 / 44_100
    late = resampled.description.method("forward").latency_samples
    assert start + late - window - HOP <= first <= start + late


def test_every_seed_arrives_as_it_was_typed(export):
    """Pd's numbers have 24 bits, and are saved and shown with six digits."""
    host = Host(export.path, "decode")
    for seed in (*range(0, MAX_SEED, 12_345), MAX_SEED - 1, MAX_SEED):
        assert host.set("seed", float(f"{seed:g}"))
        assert host.get("seed") == [seed]


def test_a_quantity_of_any_size_is_reported_and_left_open_by_messages(tmp_path):
    ranges = {"db": (-40.0, 0.0), "hz": (27.501234, 8372.018), "many": (0.0, 1e9), "below": (-3e6, -1e6)}
    tasks = {name: ConditioningConfig(1, embedding="Continuous") for name in ranges}
    instrument = untrained(seed=5, latent_dims=2, hidden=16, conditioning=tasks)
    cards = [
        replace(card, low=low, high=high, default=low)
        for card, (low, high) in zip(instrument.card.labels, ranges.values(), strict=True)
    ]
    path = tmp_path / "quantities.ts"
    exported(replace(instrument, card=replace(instrument.card, labels=tuple(cards))), path)
    host = Host(path, "decode")
    for name, (low, high) in ranges.items():
        (resting,) = host.get(name)
        for value in (low, high):
            assert host.set(name, float(f"{value:g}"))
            assert host.get(name) == [pytest.approx(value, rel=1e-5)]
        assert host.set(name, float(f"{resting:g}"))
        assert host.get(name) == [resting]
        assert not host.set(name, float(f"{high + clear_of(low, high):g}"))


def test_wrong_messages_change_nothing_and_the_sound_goes_on(labelled):
    host, other = Host(labelled.path, "decode", threaded=False), Host(labelled.path, "decode", threaded=False)
    for name, values in (
        ("noise", (7,)),
        ("noise", ("loud",)),
        ("noise", (0.1, 0.2)),
        ("temperature", (-1,)),
        ("phase", (5,)),
        ("axes", (2,)),
        ("axes", (-1,)),
        ("axes", ("sideways",)),
        ("pitch", (12,)),
        ("pitch", (-2,)),
        ("bright", (2,)),
        ("seed", (-5,)),
        ("seed", (1_000_000,)),
        ("nothing", (1,)),
    ):
        before = {attribute: host.get(attribute) for attribute in host.module.get_attributes()}
        assert not host.set(name, *values)
        assert before == {attribute: host.get(attribute) for attribute in host.module.get_attributes()}
    path = hand(host.inlets)
    assert np.array_equal(host.play(path), other.play(path))
    assert not host.errors


@pytest.mark.parametrize("method", ["forward", "decode", "pad", "map", "encode"])
def test_messages_between_buffers_break_nothing(labelled, method):
    host = Host(labelled.path, method, 1024)
    signal = input_of(host)
    messages = [("reset", 1), ("axes", 1), ("glide", 30), ("temperature", 0.5), ("pitch", 3), ("phase", 2)]
    messages += [("noise", 1), ("octave", 2), ("bright", -0.5), ("axes", 0), ("phase", 0), ("reset", 1)]
    for name, value in messages:
        assert host.set(name, value)
        output = host.play(signal[:, :, : 4 * HOP])
        assert np.isfinite(output).all()
    assert not host.errors


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
def test_a_broken_signal_is_over_when_it_is_over(export, method, value):
    host = Host(export.path, method, 1024, threaded=False)
    good = input_of(host)
    bad = good.copy()
    bad[:, :, 4 * HOP : 6 * HOP] = value
    output = host.play(bad)
    assert np.isfinite(output).all()
    assert np.abs(output[:, :, 12 * HOP :]).max() > 1e-3
    assert not host.errors


def test_a_method_that_fails_leaves_the_last_buffer_sounding_and_says_so(export):
    """The host's own part: what it does of a failing file, so that ours never being one means something."""
    host = Host(export.path, "decode", threaded=False)
    host.play(hand(4, 4))
    before = host.perform(np.zeros((1, 4, BLOCK), np.float32)).copy()
    host.inlets, host.incoming = 3, host.incoming[:, :3]
    after = [host.perform(np.zeros((1, 3, BLOCK), np.float32)) for _ in range(HOP // BLOCK * 3)]
    assert host.errors
    assert np.array_equal(after[-8 + 7], after[-16 + 7])
    assert before.shape == after[-1].shape


def test_a_file_that_is_exported_again_can_be_reloaded_while_the_patch_is_open(export, labelled, tmp_path):
    path = tmp_path / "live.ts"
    shutil.copy(export.path, path)
    host = Host(path, "forward", 1024)
    first = host.play(sound())
    shutil.copy(labelled.path, path)
    host.reload()
    assert np.abs(host.play(sound()) - first).max() > 1e-3
    shutil.copy(export.path, path)
    host.reload()
    assert np.array_equal(host.play(sound()), first)


@pytest.mark.parametrize("method", ["forward", "decode", "pad", "map"])
def test_the_same_seed_strays_the_same_way_in_any_buffer(export, method):
    outputs = []
    for buffer, seed in ((512, 5), (4096, 5), (512, 6)):
        host = Host(export.path, method, buffer, threaded=False)
        assert host.set("temperature", 0.3)
        assert host.set("seed", seed)
        outputs.append(host.play(input_of(host)))
    assert same_sound(outputs[0], outputs[1])
    assert np.abs(outputs[0] - outputs[2]).max() > 1e-3


def test_a_glide_is_the_same_in_any_buffer_and_comes_to_its_end(export):
    outputs = []
    for buffer in (512, 4096):
        host = Host(export.path, "decode", buffer, threaded=False)
        assert host.set("glide", 40)
        outputs.append(host.play(hand(4)))
    assert same_sound(outputs[0], outputs[1])
    steady = np.full((1, 4, 60 * HOP), 0.5, np.float32)
    steady[:, :, : 2 * HOP] = -0.5
    gliding, direct = (Host(export.path, "decode", 512, threaded=False) for _ in range(2))
    gliding.set("glide", 40)
    late, soon = gliding.play(steady), direct.play(steady)

    def level(output: np.ndarray, hop: int) -> float:
        return float(np.sqrt(np.mean(np.square(output[0, 0, hop * HOP : (hop + 4) * HOP]))))

    assert abs(level(late, 50) / level(soon, 50) - 1.0) < 0.1
    assert np.abs(late[0, 0, 3 * HOP : 6 * HOP] - soon[0, 0, 3 * HOP : 6 * HOP]).max() > 1e-3
