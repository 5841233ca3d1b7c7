"""What weights may need is known before they are read: the counts are those of the networks themselves."""

import pytest
import torch

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import ConditioningConfig, ModelConfig, NetworkConfig, PredictionConfig, PredictorConfig
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.sizes import stored_numbers

LABELS = {
    "pitch": ConditioningConfig(12, ("encoder", "decoder")),
    "kind": ConditioningConfig(5, ("decoder",), "Embedding", 3),
    "both": ConditioningConfig(7, ("encoder", "decoder"), "Embedding", 2),
    "loudness": ConditioningConfig(1, ("decoder",), "Continuous"),
}
PREDICTED = {
    "kind": PredictionConfig(5, args=PredictorConfig(2, (16,))),
    "colour": PredictionConfig(4, args=PredictorConfig(1, (8,))),
    "weight": PredictionConfig(1, args=PredictorConfig(2, (8, 4), "Normal")),
}
NETWORKS = {
    "dense": (NetworkConfig("MLPEncoder", (8, 6)), NetworkConfig("MLPDecoder", (6, 8))),
    "components": (NetworkConfig("MLPEncoder", (8,), 16), NetworkConfig("MLPDecoder", (8,), 24, 6)),
    "more components than bins": (NetworkConfig("MLPEncoder", (8,), 4096), NetworkConfig("MLPDecoder", (8,), 4096)),
    "convolutions": (NetworkConfig("ConvEncoder", (4, 6, 8)), NetworkConfig("DeconvEncoder", (8, 6, 4))),
}


def counted(bins, config):
    with torch.device("meta"):
        state = SpectralAutoencoder(bins, config).state_dict()
    assert {values.dtype for values in state.values()} == {torch.float32}
    return sum(values.numel() for values in state.values())


@pytest.mark.parametrize("networks", NETWORKS)
@pytest.mark.parametrize("labelled", [False, True])
@pytest.mark.parametrize("bins", [65, 1025])
def test_the_count_is_that_of_the_network(networks, labelled, bins):
    encoder, decoder = NETWORKS[networks]
    labels = (LABELS, {name: item for name, item in PREDICTED.items() if name != "kind"}) if labelled else ({}, {})
    config = ModelConfig(5, encoder, decoder, *labels)
    assert stored_numbers(bins, config) == counted(bins, config)


def test_a_label_that_is_reported_and_guessed_counts_once():
    config = ModelConfig(conditioning={"kind": LABELS["kind"]}, prediction=PREDICTED)
    assert stored_numbers(129, config) == counted(129, config)


@pytest.mark.parametrize("name", config_names())
def test_the_configurations_that_ship(name):
    config = compose_config(name, [])
    assert stored_numbers(config.representation.bins, config.model) == counted(config.representation.bins, config.model)
