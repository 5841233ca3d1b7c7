"""The compiled network is the trained one: magnitudes, coordinates and labels, row by row."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
import vschaos_resources

from tests.random_instruments import KINDS, random_instrument, random_points
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.core_member import Weights, pack

FACTORY = sorted((vschaos_resources.ROOT / "instruments").glob("*.vschaos"))
EVERY = [*KINDS, *FACTORY]
ROWS = 60
WITHIN_DB = {Weights.FLOAT32: 1e-3, Weights.INT16: 0.1}
COORDINATES_WITHIN = {Weights.FLOAT32: 2e-5, Weights.INT16: 5e-3}
SHARES_WITHIN = {Weights.FLOAT32: 1e-5, Weights.INT16: 1e-3}
AUDIBLE_DB = -120.0


def name_of(kind):
    return kind.stem if isinstance(kind, Path) else kind


def instrument_of(kind):
    return read_instrument(kind) if isinstance(kind, Path) else random_instrument(KINDS[kind])


def least_db(instrument):
    """Above it a float's rounding of a feature, which is 0 in silence, is less than a thousandth of a decibel."""
    representation = instrument.config["representation"]
    floor_db = -54.0 if representation["contrast"] == "log1p" else representation["floor_db"]
    return max(AUDIBLE_DB, floor_db - 15.0)


def in_db(magnitudes, least):
    return 20.0 * np.log10(np.maximum(magnitudes, 10.0 ** (least / 20.0)))


def as_batch(rows):
    """Rows (T, N) as torch's one voice, (1, N, T), in double precision."""
    return torch.tensor(rows.T[None], dtype=torch.float64)


def reference(instrument):
    """The trained network in double precision, so that its own rounding does not count."""
    return streaming_instrument(instrument).double()


@pytest.mark.parametrize("weights", Weights, ids=lambda weights: weights.name)
@pytest.mark.parametrize("kind", EVERY, ids=name_of)
def test_magnitudes_are_those_of_the_trained_network(kind, weights):
    instrument = instrument_of(kind)
    points, labels = random_points(instrument, ROWS)
    expected, share = (
        each[:, 0].numpy() for each in reference(instrument).magnitudes_and_shares(as_batch(points), as_batch(labels))
    )
    found, shares = CoreInstrument(pack(instrument, weights)).magnitudes_and_shares(points, labels)
    np.testing.assert_allclose(shares, share, rtol=0, atol=SHARES_WITHIN[weights])
    assert (np.ptp(shares) > 0.1) == ("noise" in instrument.config["model"]["decoder"] and share.any())
    assert found.shape == (ROWS, instrument.card.n_fft // 2 + 1)
    least = least_db(instrument)
    assert np.ptp(in_db(expected, least)) > 6.0  # there is something to compare
    np.testing.assert_allclose(in_db(found, least), in_db(expected, least), rtol=0, atol=WITHIN_DB[weights])


@pytest.mark.parametrize("weights", Weights, ids=lambda weights: weights.name)
@pytest.mark.parametrize("kind", EVERY, ids=name_of)
def test_coordinates_and_labels_are_those_of_the_trained_network(kind, weights):
    instrument = instrument_of(kind)
    live = reference(instrument)
    hop = instrument.card.hop_samples
    chance = np.random.default_rng(1)
    loud = 10.0 ** chance.uniform(-3.0, 0.0, ROWS).repeat(hop)
    audio = torch.tensor(0.3 * loud * chance.normal(size=ROWS * hop)).reshape(1, 1, -1)
    _, labels = random_points(instrument, ROWS)
    expected, completed, _ = live.encode(audio, as_batch(labels), live.initial_analysis(1).double())
    frames, _ = live.frame_stream(audio[:, 0], live.initial_analysis(1).double())
    magnitudes = live.dgt.magnitudes(frames)[0].numpy()
    coordinates, known, _ = CoreInstrument(pack(instrument, weights)).encode(magnitudes, labels)
    predictable = [bool(card.predicted) for card in instrument.card.labels]
    assert np.isnan(known).any(axis=0).tolist() == [not predicted for predicted in predictable]
    whole = [card.kind == "int" for card in instrument.card.labels]
    np.testing.assert_array_equal(known[:, whole], completed[0].T.numpy().astype(np.float32)[:, whole])
    np.testing.assert_allclose(known, completed[0].T.numpy(), rtol=0, atol=100 * COORDINATES_WITHIN[weights])
    np.testing.assert_allclose(coordinates, expected[0].T.numpy(), rtol=0, atol=COORDINATES_WITHIN[weights])


def test_the_log_variance_is_the_posteriors():
    instrument = random_instrument(KINDS["labels"])
    magnitudes = np.exp(np.random.default_rng(0).normal(-5.0, 3.0, (ROWS, 129)))
    _, labels = random_points(instrument, ROWS)
    live = reference(instrument)
    core = CoreInstrument(pack(instrument, Weights.FLOAT32))
    _, completed, found = core.encode(magnitudes, labels)
    features = live.contrast(torch.tensor(magnitudes))
    _, expected = live.autoencoder.encode(features, torch.tensor(completed, dtype=torch.float64))
    np.testing.assert_allclose(found, expected.numpy(), rtol=0, atol=2e-5)


@pytest.mark.parametrize("weights", Weights, ids=lambda weights: weights.name)
@pytest.mark.parametrize("kind", ["labels", "components", "convolutions", "many dimensions", FACTORY[0]], ids=name_of)
def test_a_row_is_the_same_whatever_lies_beside_it(kind, weights):
    instrument = instrument_of(kind)
    core = CoreInstrument(pack(instrument, weights))
    points, labels = random_points(instrument, 23)
    together = core.magnitudes(points, labels)
    for rows in (1, 2, 3, 4, 5, 16):
        cuts = range(rows, 23, rows)
        apart = [core.magnitudes(*both) for both in zip(np.split(points, cuts), np.split(labels, cuts), strict=True)]
        np.testing.assert_array_equal(np.concatenate(apart), together)


def test_a_point_that_is_not_finite_is_silent_and_no_other_is():
    instrument = random_instrument(KINDS["labels"])
    core = CoreInstrument(pack(instrument))
    points, labels = random_points(instrument, 9)
    sounding = core.magnitudes(points, labels)
    points[2, 1], points[4, 0], points[7, 3] = np.nan, np.inf, -np.inf
    found = core.magnitudes(points, labels)
    silent = np.isin(np.arange(9), (2, 4, 7))
    assert not found[silent].any()
    assert sounding.any(axis=1).all()
    np.testing.assert_array_equal(found[~silent], sounding[~silent])


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30, -1e30, 0.5, 1.5, 2.5, 2.5000002, 3.49, -0.5])
def test_labels_of_any_value_are_coded_as_the_trained_network_codes_them(value):
    instrument = random_instrument(KINDS["labels"])
    points, labels = random_points(instrument, len(instrument.card.labels))
    labels[:] = 1.0
    np.fill_diagonal(labels, value)
    expected = reference(instrument).magnitudes(as_batch(points), as_batch(labels))[:, 0].numpy()
    found = CoreInstrument(pack(instrument, Weights.FLOAT32)).magnitudes(points, labels)
    np.testing.assert_allclose(in_db(found, AUDIBLE_DB), in_db(expected, AUDIBLE_DB), rtol=0, atol=1e-3)


def test_coordinates_beyond_eight_are_eight():
    instrument = random_instrument(KINDS["dense"])
    core = CoreInstrument(pack(instrument))
    far = np.array([[9.0, -1e30, 3e38]], np.float32)
    np.testing.assert_array_equal(core.magnitudes(far), core.magnitudes(np.clip(far, -8.0, 8.0)))


def test_nothing_is_louder_than_what_was_learned():
    instrument = random_instrument(KINDS["dense"])
    ceiling = 0.7 * instrument.weights["feature_ceiling"]
    instrument = dataclasses.replace(instrument, weights={**instrument.weights, "feature_ceiling": ceiling})
    points, _ = random_points(instrument, 200)
    found = CoreInstrument(pack(instrument, Weights.FLOAT32)).magnitudes(8.0 * points)
    loudest = reference(instrument).contrast.inverse(torch.tensor(ceiling).double()).numpy()
    assert (found <= loudest * (1.0 + 1e-5)).all()
    assert (found >= loudest * (1.0 - 1e-5)).any()
