"""The member ``core.bin``: its layout, and a sentence where card, configuration and weights do not fit each other."""

import dataclasses
import tracemalloc

import numpy as np
import pytest
import torch

from tests.random_instruments import KINDS, random_instrument
from vschaos.configs.schema import ModelConfig, NetworkConfig
from vschaos.errors import InstrumentError
from vschaos.instrument.build import trained_network
from vschaos.instrument.core_member import LOG1P_GAIN, MAGIC, Weights, pack
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.sizes import stored_shapes
from vschaos.transforms.contrast import Log1pContrast


def changed_weights(instrument, **changes):
    weights = {**instrument.weights, **changes}
    return dataclasses.replace(
        instrument, weights={name: values for name, values in weights.items() if values is not None}
    )


@pytest.mark.parametrize("kind", KINDS)
def test_names_and_shapes_are_those_of_the_network(kind):
    config = KINDS[kind]
    with torch.device("meta"):
        state = SpectralAutoencoder(config.representation.bins, config.model).state_dict()
    assert stored_shapes(config.representation.bins, config.model) == {
        name: tuple(values.shape) for name, values in state.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_blocks_are_whole_and_whole_weights_take_less_room(kind):
    instrument = random_instrument(KINDS[kind])
    exact, whole = pack(instrument, Weights.FLOAT32), pack(instrument, Weights.INT16)
    for member in (exact, whole):
        assert member.startswith(MAGIC)
        assert len(member) % 64 == 0
    assert pack(instrument) == whole


def test_whole_weights_are_half_as_large():
    config = KINDS["dense"]
    wide = (NetworkConfig("MLPEncoder", (256, 256)), NetworkConfig("MLPDecoder", (256, 256)))
    instrument = random_instrument(dataclasses.replace(config, model=ModelConfig(3, *wide)))
    assert len(pack(instrument, Weights.INT16)) < 0.55 * len(pack(instrument, Weights.FLOAT32))


def test_the_same_instrument_makes_the_same_bytes():
    assert pack(random_instrument(KINDS["labels"])) == pack(random_instrument(KINDS["labels"]))


def test_the_gain_of_the_originals_contrast_is_the_transforms():
    assert Log1pContrast().gain == LOG1P_GAIN


def broken(instrument):
    """Instruments with one thing wrong, by what it is."""
    card, weights = instrument.card, instrument.weights
    feature = weights["feature_mean"]
    yield "rate", dataclasses.replace(instrument, card=dataclasses.replace(card, sample_rate_hz=44100))
    yield "hop", dataclasses.replace(instrument, card=dataclasses.replace(card, hop_samples=32))
    yield "dimensions", dataclasses.replace(instrument, card=dataclasses.replace(card, latent_dims=5))
    yield "labels", dataclasses.replace(instrument, card=dataclasses.replace(card, labels=card.labels[1:]))
    yield "order", dataclasses.replace(instrument, card=dataclasses.replace(card, labels=card.labels[::-1]))
    yield "missing", changed_weights(instrument, feature_mean=None)
    yield "surplus", changed_weights(instrument, something=feature)
    yield "shape", changed_weights(instrument, feature_mean=feature[1:])
    yield "axes", changed_weights(instrument, feature_mean=feature[None])
    yield "double", changed_weights(instrument, feature_mean=feature.astype(np.float64))
    yield "whole", changed_weights(instrument, feature_mean=feature.astype(np.int32))
    yield "transposed", changed_weights(instrument, **{"decoder.layers.3.weight": weights["decoder.layers.3.weight"].T})


@pytest.mark.parametrize("what", [name for name, _ in broken(random_instrument(KINDS["labels"]))])
def test_what_does_not_fit_is_refused_as_the_trained_network_refuses_it(what):
    instrument = dict(broken(random_instrument(KINDS["labels"])))[what]
    with pytest.raises(InstrumentError) as expected:
        trained_network(instrument)
    with pytest.raises(InstrumentError) as found:
        pack(instrument)
    assert (found.value.sentence, found.value.remedy) == (expected.value.sentence, expected.value.remedy)


def test_an_unusable_configuration_is_refused_as_the_trained_network_refuses_it():
    instrument = dataclasses.replace(random_instrument(KINDS["dense"]), config={"model": {"latent_dims": 1}})
    with pytest.raises(InstrumentError) as expected:
        trained_network(instrument)
    with pytest.raises(InstrumentError) as found:
        pack(instrument)
    assert found.value.sentence == expected.value.sentence


@pytest.mark.parametrize("name", ["feature_deviation", "labels.2.deviation"])
def test_what_divides_is_not_zero(name):
    instrument = random_instrument(KINDS["labels"])
    with pytest.raises(InstrumentError, match="inconsistent"):
        pack(changed_weights(instrument, **{name: np.zeros(1, np.float32)}))


def test_what_is_too_large_for_a_float_once_it_is_multiplied_is_refused():
    instrument = random_instrument(KINDS["dense"])
    name = "decoder.layers.6.weight"
    huge = {name: np.full_like(instrument.weights[name], 3e38), "feature_deviation": np.full(1, 9.0, np.float32)}
    with pytest.raises(InstrumentError, match="inconsistent"):
        pack(changed_weights(instrument, **huge), Weights.FLOAT32)


def test_a_huge_network_that_is_only_claimed_takes_no_memory():
    instrument = random_instrument(KINDS["dense"])
    claimed = dataclasses.replace(
        KINDS["dense"],
        model=ModelConfig(3, NetworkConfig("MLPEncoder", (16384,) * 64), NetworkConfig("MLPDecoder", (16384,) * 64)),
    )
    hostile = dataclasses.replace(instrument, config=claimed.to_plain())
    tracemalloc.start()
    with pytest.raises(InstrumentError, match="inconsistent"):
        pack(hostile)
    assert tracemalloc.get_traced_memory()[1] < 10 << 20
    tracemalloc.stop()


def test_a_convolution_that_nobody_could_play_is_refused():
    config = dataclasses.replace(
        KINDS["dense"],
        model=ModelConfig(3, NetworkConfig("ConvEncoder", (1,) * 64), NetworkConfig("MLPDecoder", (4,))),
    )
    with torch.device("meta"):
        shapes = SpectralAutoencoder(129, config.model).state_dict()
    weights = {name: np.ones(tuple(values.shape), np.float32) for name, values in shapes.items()}
    instrument = random_instrument(KINDS["dense"])
    with pytest.raises(InstrumentError, match="too large to be played"):
        pack(dataclasses.replace(instrument, config=config.to_plain(), weights=weights))
