"""Attacks begin at one moment, and nothing else is touched."""

import math

import pytest
import torch

from vschaos.export.operators import check_operators
from vschaos.transforms.attacks import Attacks
from vschaos.transforms.dgt import DGT, overlap_add
from vschaos.transforms.running_phase import GRADIENT, RunningPhase

RATE_HZ, N_FFT, HOP = 44100, 2048, 512
LATE = N_FFT - HOP


@pytest.fixture(scope="module")
def dgt():
    return DGT(N_FFT, HOP)


def resynthesize(dgt, magnitude, lookahead=0, with_attacks=True):
    """Sound (N,) of magnitudes (T, F), from the first frame's beginning on."""
    phases, attacks = RunningPhase(N_FFT, HOP, lookahead), Attacks(dgt)
    given = torch.cat([magnitude, magnitude[-1:].expand(lookahead, -1)]).unsqueeze(1)
    made, turns, _ = phases.turns(given, torch.zeros(1, len(given)), phases.initial(1), GRADIENT)
    spectra = dgt.spectra_of_turns(made, turns)
    frames = attacks(spectra, made, attacks.initial(1))[0] if with_attacks else dgt.frames_of_spectra(spectra)
    return overlap_add(frames[lookahead:].transpose(0, 1).contiguous(), HOP)[0]


def again(dgt, sound, **options):
    """A sound (N,) by its own magnitudes, in time with it."""
    return resynthesize(dgt, dgt(sound[None])[0].abs(), **options)[LATE : LATE + len(sound)]


def noise(samples, seed=0):
    return 0.1 * torch.randn(samples, generator=torch.Generator().manual_seed(seed))


def stroke(place, samples=16000):
    """Noise that begins abruptly, and decays by e in 30 ms."""
    time = torch.arange(samples) - place
    return torch.where(time >= 0, noise(samples, place) * torch.exp(-time / (0.03 * RATE_HZ)), torch.zeros(samples))


def tone(samples=16000):
    time = torch.arange(samples).double() / RATE_HZ
    waves = sum(torch.sin(2 * math.pi * 440.0 * k * time) / k for k in range(1, 4))
    return (0.2 * (time / 0.05).clamp(0, 1) * waves).float()


def rise_ms(sound):
    """From 10 to 90 % of the largest level of a millisecond."""
    level = sound.square().unfold(0, 44, 1).mean(dim=1).sqrt()
    top = int((level >= 0.9 * level.max()).nonzero()[0])
    return (top - int((level[: top + 1] < 0.1 * level.max()).nonzero()[-1])) / 44.1


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_stroke_rises_at_once_and_nothing_is_heard_before_it(dgt, lookahead):
    rises, rises_without = [], []
    for place in range(7000, 7512, 32):
        sound = stroke(place)
        made, without = (again(dgt, sound, lookahead=lookahead, with_attacks=on) for on in (True, False))
        ahead = made[place - 882 : place - 441].square().mean() / sound[place : place + 441].square().mean()
        assert 10 * torch.log10(ahead) < -20.0
        rises.append(rise_ms(made) - rise_ms(sound))
        rises_without.append(rise_ms(without) - rise_ms(sound))
    assert torch.tensor(rises).median() < 2.0
    assert torch.tensor(rises_without).median() > 4.0


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("place", [7000, 7200, 7400])
def test_a_click_stays_a_click(dgt, place, lookahead):
    """Within a hop of its place; with look-ahead at it."""
    sound = torch.zeros(16000)
    sound[place] = 1.0
    made = again(dgt, sound, lookahead=lookahead)
    loudest = int(made.abs().argmax())
    assert abs(loudest - place) <= (2 if lookahead else HOP)
    assert made[loudest - 64 : loudest + 64].square().sum() > 0.6


def test_a_tone_beside_a_stroke_goes_on(dgt):
    """In the bins of its partials the stroke changes nothing that is heard."""
    sound = tone() + stroke(9000)
    difference = again(dgt, sound) - again(dgt, sound, with_attacks=False)
    assert difference.abs().max() > 0.01
    for begin in range(7500, 10000, 500):
        for k in (1, 2, 3):
            turning = torch.exp(-2j * math.pi * 440.0 * k * torch.arange(1024) / RATE_HZ) * torch.hann_window(1024)
            heard = [float((x[begin : begin + 1024] * turning).sum().abs()) for x in (difference, tone())]
            assert heard[0] < 0.06 * heard[1]


def steady(dgt, name):
    """Magnitudes (T, F) of what is no attack."""
    time = torch.arange(40000) / RATE_HZ
    if name == "jump":  # of a hand, from one point to another and to silence: held magnitudes
        points = dgt(tone(8192)[None])[0, 8:9].abs(), dgt(noise(8192)[None])[0, 8:9].abs()
        return torch.cat([0.0 * points[0], *points, 0.01 * points[1], *points]).repeat_interleave(12, dim=0)
    sounds = {
        "tone": lambda: tone(40000),
        "glide": lambda: 0.3 * torch.sin(2 * math.pi * (200 * time + 800 * time.square())),
        "noise": lambda: noise(40000),
    }
    return dgt(sounds[name]()[None])[0, 8:-8].abs()


@pytest.mark.parametrize("name", ["tone", "glide", "noise", "jump"])
def test_what_is_no_attack_is_the_same_bit_for_bit(dgt, name):
    magnitude = steady(dgt, name)
    if name != "jump":  # which begins with silence
        magnitude = torch.cat([magnitude[:1].expand(8, -1), magnitude])
    made, without = (resynthesize(dgt, magnitude, with_attacks=on) for on in (True, False))
    torch.testing.assert_close(made, without, atol=0.0, rtol=0.0)


@pytest.mark.parametrize("chunks", [[1] * 40, [3, 30, 7]])
def test_streaming_equals_batch_and_voices_do_not_hear_each_other(dgt, chunks):
    attacks, phases = Attacks(dgt), RunningPhase(N_FFT, HOP)
    sounds = torch.stack([stroke(7000, 19000), tone(19000) + stroke(7300, 19000), torch.zeros(19000)])
    magnitude = dgt(sounds).abs().transpose(0, 1)[:40].contiguous()
    made, turns, _ = phases.turns(magnitude, torch.zeros(3, 40), phases.initial(3), GRADIENT)
    spectra = dgt.spectra_of_turns(made, turns)
    whole, _ = attacks(spectra, made, attacks.initial(3))
    assert (whole - dgt.frames_of_spectra(spectra)).abs().amax(dim=(0, 2)).gt(1e-3).tolist() == [True, True, False]
    state, parts = attacks.initial(3), []
    for part, size in zip(spectra.split(chunks), made.split(chunks), strict=True):
        frames, state = attacks(part, size, state)
        parts.append(frames)
    torch.testing.assert_close(torch.cat(parts), whole, atol=1e-6, rtol=1e-5)
    alone, _ = attacks(spectra[:, 1:2], made[:, 1:2], attacks.initial(1))
    torch.testing.assert_close(alone, whole[:, 1:2], atol=1e-6, rtol=1e-5)


def test_scripted_it_is_the_same_in_operators_that_nn_knows(dgt):
    attacks = Attacks(dgt).eval()
    scripted = torch.jit.script(attacks)
    assert check_operators(scripted) > 0
    magnitude = dgt(stroke(7000)[None]).abs().transpose(0, 1).contiguous()
    spectra = torch.polar(magnitude, torch.zeros_like(magnitude))
    expected, _ = attacks(spectra, magnitude, attacks.initial(1))
    torch.testing.assert_close(scripted(spectra, magnitude, attacks.initial(1))[0], expected)
