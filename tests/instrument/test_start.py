"""Where instruments start and how loud they are, on networks whose loudness is known, and by listening to others."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from benchmarks._loudness import lufs
from tests import sounds
from vschaos.configs.schema import ConditioningConfig
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.card import MOST_MAKE_UP_DB, PLAYED_DB, LabelCard
from vschaos.instrument.start import LUFS_DB, a_weighting, k_weighting, measured, with_start
from vschaos.transforms.running_phase import GRADIENT

TONE_LUFS_DB = LUFS_DB + 20 * np.log10(k_weighting(40 * 44_100 / 2048))
"""Loudness of the sinusoid of `known` over its level."""

CONDITIONED = {"pitch": ConditioningConfig(dim=12, target=("decoder",))}


def known(level_db, points, labels=(), given=None):
    """An instrument without a map that sounds one sinusoid, measured.

    ``level_db`` says its level of latents (N, D), which are twice the coordinates.
    """
    made = untrained(latent_dims=points.shape[1])
    instrument = replace(
        made,
        card=replace(made.card, labels=labels),
        points=points.astype(np.float32),
        point_source=np.zeros(len(points), np.int32),
        latent_map=None,
    )

    def magnitudes(coordinates, labels):
        assert labels.shape == (len(coordinates), len(instrument.card.labels))
        amplitude = np.sqrt(2.0) * 10.0 ** (level_db(2.0 * coordinates) / 20.0)
        spectra = np.zeros((len(coordinates), made.card.n_fft // 2 + 1), np.float32)
        spectra[:, 39:42] = amplitude[:, None] * (0.5, 1.0, 0.5)
        return spectra

    return measured(instrument, given, magnitudes)


def held_db(instrument, coordinates, seconds=0.6):
    """RMS of held coordinates (N, D) with the labels that the instrument starts with, (N,)."""
    streaming = streaming_instrument(instrument)
    frames = round(seconds * streaming.sample_rate_hz / streaming.hop_samples)
    points = torch.tensor(np.atleast_2d(coordinates), dtype=torch.float32)[:, :, None].expand(-1, -1, frames)
    labels = torch.tensor([label.default for label in instrument.card.labels]).float()
    with torch.inference_mode():
        audio, _ = streaming.decode(
            points.contiguous(),
            labels.reshape(1, -1, 1).expand(len(points), -1, frames),
            torch.zeros(len(points), frames),
            GRADIENT,
            streaming.initial_synthesis(len(points)),
        )
    settled = audio[:, 0, round(0.3 * streaming.sample_rate_hz) :]
    return 10 * np.log10(settled.square().mean(dim=1).numpy() + 1e-20)


def test_a_silent_middle_is_left_for_where_the_sounds_are():
    chance = np.random.default_rng(3)
    # Two clouds, the right one denser; between them nothing is heard.
    left, right = chance.normal(-0.6, 0.1, (80, 3)), chance.normal(0.5, 0.05, (120, 3))
    instrument = known(
        lambda latent: -80.0 + 45.0 * np.minimum(np.abs(latent[:, 0]), 1.0), np.concatenate([left, right])
    )
    card = instrument.card
    # Latents are twice the coordinates; whatever is softer is evened to the start.
    assert card.level_db == pytest.approx(-80 + 45 * 1.0 + TONE_LUFS_DB, abs=0.2)
    assert card.make_up_db == pytest.approx(PLAYED_DB - card.level_db)
    assert np.linalg.norm(np.array(card.start) - 0.5) < 0.2, "in the denser cloud"
    assert card.start_place == ()


def test_the_start_is_as_loud_as_half_of_the_sounds_and_rests_do_not_count():
    points = np.linspace(-0.9, 0.9, 200)[:, None].repeat(2, axis=1)
    # Two fifths of the points are rests, 90 dB down.
    card = known(lambda latent: np.where(latent[:, 0] < -0.36, -110.0, -30.0 + 10.0 * latent[:, 0]), points).card
    loud = -30.0 + 20.0 * points[points[:, 0] > -0.18, 0]
    start_db = -30.0 + 20.0 * card.start[0]
    assert -0.1 <= start_db - np.median(loud) <= 3.1
    assert card.level_db == pytest.approx(start_db + TONE_LUFS_DB, abs=0.1)


@pytest.mark.parametrize(("level_db", "make_up_db"), [(-150.0, MOST_MAKE_UP_DB), (-33.0, 13.0), (-2.0, -12.0)])
def test_the_make_up_gain_is_bounded(level_db, make_up_db):
    card = known(lambda latent: np.full(len(latent), level_db - TONE_LUFS_DB), np.zeros((5, 2))).card
    assert card.make_up_db == pytest.approx(make_up_db, abs=0.1)


def test_the_start_has_the_label_of_its_own_sound():
    chance = np.random.default_rng(0)
    points = chance.uniform(0.2, 0.9, (300, 2)) * np.repeat([[-1.0], [1.0], [1.0], [1.0]], 75, axis=0)
    given = np.repeat([[0.0], [1.0], [1.0], [1.0]], 75, axis=0).astype(np.float32)
    label = LabelCard("kind", "int", 2, (), 0, 1, 0, False, ("decoder",))
    card = known(lambda latent: np.full(len(latent), -30.0), points, (label,), given).card
    assert card.labels[0].default == 1.0, "the more common one"
    assert min(card.start) > 0, "a sound that has it"


@pytest.mark.parametrize("conditioning", [{}, CONDITIONED], ids=["free", "conditioned"])
@pytest.mark.parametrize("seed", range(3))
def test_what_is_heard_at_the_start_is_near_the_median_of_the_sounds(seed, conditioning):
    instrument = with_start(untrained(seed, latent_dims=3, conditioning=conditioning))
    card, latent_map = instrument.card, instrument.latent_map
    median_db = np.median(held_db(instrument, instrument.points[::4]))
    (start_db,) = held_db(instrument, card.start)
    assert abs(start_db - median_db) < 6.0
    assert PLAYED_DB - 6.0 < start_db + card.make_up_db < PLAYED_DB + 6.0
    assert latent_map is not None
    assert latent_map.at(*card.start_place) == pytest.approx(card.start, abs=1e-4), "the map starts there, too"


def test_a_start_is_kept_in_the_file_and_looked_for_but_once(tmp_path):
    placed = with_start(untrained(1, latent_dims=3, conditioning=CONDITIONED))
    assert with_start(placed) is placed
    write_instrument(tmp_path / "a.vschaos", placed)
    assert read_instrument(tmp_path / "a.vschaos").card == placed.card
    assert with_start(untrained(1, latent_dims=3, conditioning=CONDITIONED)).card == placed.card


def test_one_sound_alone_and_none_at_all():
    made = untrained(latent_dims=2)
    for points in (made.points[:1], np.zeros((0, 0), np.float32)):
        source = np.zeros(len(points), np.int32)
        card = with_start(replace(made, points=points, point_source=source, latent_map=None)).card
        assert len(card.start) == 2
        assert card.level_db is not None


@pytest.mark.parametrize("frequency_hz", [60.0, 250.0, 1000.0, 6000.0])
def test_loudness_is_that_of_a_meter(frequency_hz):
    tone = np.tile(0.1 * sounds.tone(2.0, frequency_hz), (2, 1)).T
    level_db = 20 * np.log10(np.std(tone[:, 0]))
    expected = level_db + LUFS_DB + 20 * np.log10(k_weighting(np.array(frequency_hz)))
    assert lufs(tone, 44_100) == pytest.approx(expected, abs=0.1)


def test_the_weighting_is_that_of_the_standard():
    """IEC 61672-1, table 3."""
    frequency_hz = np.array([31.5, 100.0, 1000.0, 4000.0, 10_000.0])
    assert 20 * np.log10(a_weighting(frequency_hz)) == pytest.approx([-39.4, -19.1, 0.0, 1.0, -2.5], abs=0.15)
