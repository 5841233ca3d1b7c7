"""What is learned of how sounds go on: attacks, decays and rests as often as there were, and nothing of too little."""

import numpy as np
import pytest
import torch

from vschaos.latent.phrases import PhrasePlayer, played
from vschaos.training import phrase_fitting
from vschaos.training.phrase_fitting import LatentSequence, fit_phrases

STEP_S = 0.0116


def notes(seconds, seed=0):
    """Decays of a third of a second at one of two places, each followed by a rest of a tenth."""
    chance = np.random.default_rng(seed)
    frames, levels = [], []
    while len(frames) < seconds / STEP_S:
        place = chance.choice([-0.5, 0.5])
        for age in range(30):
            frames.append([place, 0.6 - 0.04 * age] + 0.01 * chance.standard_normal(2))
            levels.append(-10.0 - age + 0.1 * chance.standard_normal())
        frames += [[0.0, 0.0]] * 9
        levels += [-140.0] * 9
    return LatentSequence(np.array(frames, np.float32), np.array(levels), STEP_S)


@pytest.fixture(scope="module")
def learned():
    """With a clock that stands still: the same updates on every machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrase_fitting, "MOST_UPDATES", 250)
        patch.setattr(phrase_fitting, "BATCH", 16)
        return fit_phrases(notes(40.0), 1.0, clock=lambda: 0.0)


def test_it_plays_decays_and_rests(learned):
    frames = played(learned, 40.0, 1)
    rests = np.isnan(frames[:, 0])
    assert 0.1 < rests.mean() < 0.4, "9 of 39 frames were rests"
    assert learned.longest_rest == 9
    both = ~(rests[1:] | rests[:-1])
    falls = np.diff(frames, axis=0)[both, 1]
    assert np.median(falls) == pytest.approx(-0.04, abs=0.015)
    rested = rests[4:-1] & rests[3:-2] & rests[2:-3] & rests[1:-4]
    begins = frames[5:][rested & ~rests[5:]]
    assert np.median(begins[:, 1]) > 0.2, "an attack follows a rest"
    assert 0.15 < (frames[~rests, 0] > 0).mean() < 0.85, "both places are played"


def test_it_remembers_as_the_network_that_learned_does():
    torch.manual_seed(0)
    network = phrase_fitting._PhraseNetwork(3)
    player = PhrasePlayer(network.model(np.zeros(3), np.eye(3), -100.0, STEP_S, 5), 0)
    given = torch.randn(1, 20, 4)
    with torch.no_grad():
        wanted = network.unit(given)[0][0].numpy()
    for frame, state in zip(given[0].double().numpy(), wanted, strict=True):
        player._input[:] = frame
        player._advance()
        np.testing.assert_allclose(player._state, state, atol=1e-5)


@pytest.mark.parametrize("seconds", [0.0, 0.2, 2.0])
def test_of_too_little_sound_it_learns_nothing(seconds):
    assert fit_phrases(notes(seconds), 10.0, clock=lambda: 0.0) is None


def test_in_too_little_time_it_learns_nothing():
    times = iter(np.arange(0.0, 1e4))
    assert fit_phrases(notes(20.0), 10.0, clock=lambda: next(times)) is None
