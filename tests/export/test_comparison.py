"""The comparison of sounds: rounding passes on any processor, every real difference is found."""

from __future__ import annotations

import pytest
import torch

from tests.rounding import on_another_processor
from vschaos.devices import one_thread
from vschaos.export.comparison import compare
from vschaos.export.reference import live_reference
from vschaos.instrument.build import streaming_instrument, untrained

HOP = 512
SEEDS = range(1, 13)


@pytest.fixture(scope="module", params=[0, 1], ids=["", "look-ahead"])
def rendered(request):
    """An instrument, and what it plays: a walk, and tones and noise through it."""
    source = untrained(seed=3, latent_dims=4)
    return source, request.param, live_reference(streaming_instrument(source, request.param))


def test_another_processors_rounding_is_the_same_sound(rendered):
    source, lookahead, expected = rendered
    furthest = 0.0
    for seed in SEEDS:
        found = live_reference(on_another_processor(streaming_instrument(source, lookahead), seed))
        for name in ("decoded", "resynthesised"):
            agreement = compare(getattr(found, name), getattr(expected, name))
            assert agreement.holds, (seed, name, agreement)
        furthest = max(furthest, float((found.decoded - expected.decoded).abs().max()))
    assert furthest > 0.0, "it does round otherwise"


def test_ten_times_the_rounding_still_is(rendered):
    source, lookahead, expected = rendered
    for seed in SEEDS[:4]:
        found = live_reference(on_another_processor(streaming_instrument(source, lookahead), seed, size=1e-6))
        assert compare(found.resynthesised, expected.resynthesised).holds, seed


@pytest.mark.parametrize(
    "changed",
    [
        lambda sound: 0.999 * sound,
        lambda sound: 1.001 * sound,
        lambda sound: -sound,
        lambda sound: torch.zeros_like(sound),
        lambda sound: sound.roll(1, dims=2),
        lambda sound: sound.roll(HOP, dims=2),
        lambda sound: sound.roll(1, dims=0),
        lambda sound: sound.flip(2),
        lambda sound: sound[:, :, :-1],
        lambda sound: sound[:1],
        lambda sound: sound.index_fill(2, torch.tensor([9 * HOP]), float("nan")),
        lambda sound: sound.index_fill(2, torch.arange(8 * HOP, 16 * HOP), 0.0),
        lambda sound: sound + 0.01 * sound.std() * torch.randn(sound.shape, generator=torch.Generator().manual_seed(1)),
    ],
    ids=[
        "quieter",
        "louder",
        "inverted",
        "silent",
        "a sample late",
        "a hop late",
        "another voice",
        "backwards",
        "shorter",
        "fewer voices",
        "no number",
        "a gap",
        "noise",
    ],
)
def test_what_can_be_heard_is_another_sound(rendered, changed):
    _, _, expected = rendered
    for sound in (expected.decoded, expected.resynthesised):
        assert not compare(changed(sound), sound).holds
        assert compare(sound.clone(), sound).holds


def test_silence_is_like_silence_alone():
    silence, click = torch.zeros(1, 1, 8 * HOP), torch.zeros(1, 1, 8 * HOP)
    click[:, :, 2000] = 1e-4
    assert compare(silence, silence).holds
    assert not compare(click, silence).holds
    assert not compare(silence, click).holds


def test_a_state_that_is_lost_once_is_found():
    """One of the places where a signal is cut into calls, and one of the tensors of the state."""
    instrument = streaming_instrument(untrained(seed=3, latent_dims=4))
    reference = live_reference(instrument)
    labels, noise, walk = instrument.unknown_labels(4, 24), torch.zeros(4, 24), instrument.walk.initial(4)

    def decode(controls, state):
        audio, _, state = instrument.decode_alive(controls, labels, noise, 0, 1.0, 1.0, 0, walk, state)
        return audio, state

    first, second = reference.controls.split(24, dim=2)
    with one_thread(), torch.inference_mode():
        begun, state = decode(first, instrument.initial_synthesis(4))
        kept, _ = decode(second, state)
        fresh = instrument.initial_synthesis(4)
        without_tail, _ = decode(second, (fresh[0], *state[1:]))
        without_phase, _ = decode(second, (state[0], fresh[1], *state[2:]))
    assert compare(torch.cat([begun, kept], dim=2), reference.decoded).holds
    assert not compare(torch.cat([begun, without_phase], dim=2), reference.decoded).holds
    assert not compare(without_tail[:, :, : 4 * HOP], kept[:, :, : 4 * HOP]).holds
