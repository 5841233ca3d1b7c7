"""Labels in the networks: known, unknown and impossible ones, prediction, and that all of it is scriptable."""

import pytest
import torch
from torch import Tensor, nn

from vschaos.configs.schema import (
    ConditioningConfig,
    ModelConfig,
    NetworkConfig,
    PredictionConfig,
    PredictorConfig,
)
from vschaos.export.operators import check_operators
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.conditioning import ClassLabel, QuantityLabel
from vschaos.models.predictors import ClassPredictor, QuantityPredictor

BINS = 33
NAN = float("nan")
CONFIG = ModelConfig(
    5,
    NetworkConfig("MLPEncoder", (16,)),
    NetworkConfig("MLPDecoder", (12,)),
    conditioning={
        "pitch": ConditioningConfig(12),
        "room": ConditioningConfig(3, ("encoder", "decoder"), "Embedding", 2),
        "force": ConditioningConfig(embedding="Continuous"),
    },
    prediction={
        "force": PredictionConfig(args=PredictorConfig(1, (8,), "Normal")),
        "pitch": PredictionConfig(12),
        "octave": PredictionConfig(10),
    },
)
LABELS = torch.tensor([[3.0, 0.0, 0.5, 4.0], [3.0, 1.0, 1.5, 4.0], [7.0, 1.0, NAN, NAN], [NAN, 1.0, NAN, 5.0]])


@pytest.fixture
def model():
    torch.manual_seed(0)
    model = SpectralAutoencoder(BINS, CONFIG)
    model.fit_statistics(torch.rand(4, BINS) * 10, LABELS)
    return model.eval()


def unknown(*shape):
    return torch.full((*shape, 4), NAN)


def test_columns_are_the_conditioning_tasks_then_the_other_predicted_ones(model):
    assert model.tasks == ["pitch", "room", "force", "octave"]
    assert model.label_count == 4


def test_a_known_class_is_certain_and_an_unknown_one_the_prior():
    label = ClassLabel(4)
    label.fit(torch.tensor([0.0, 2.0, 2.0, NAN, 99.0]))
    codes = label(torch.tensor([1.0, 2.2, NAN, 4.0, -1.0, torch.inf]), label.prior)
    assert codes[:2].tolist() == [[0, 1, 0, 0], [0, 0, 1, 0]]
    torch.testing.assert_close(codes[2:], torch.tensor([1 / 3, 0, 2 / 3, 0]).expand(4, 4))


def test_a_quantity_is_standardized_and_stays_in_the_range_learned():
    label = QuantityLabel()
    label.fit(torch.tensor([1.0, 3.0, NAN]))
    codes = label(torch.tensor([2.0, 3.0, NAN, 1e9, torch.inf]), label.prior)
    torch.testing.assert_close(codes, torch.tensor([[0.0], [1.0], [0.0], [1.0], [0.0]]))
    torch.testing.assert_close(label.label(codes[:2]), torch.tensor([2.0, 3.0]))


def test_labels_that_are_all_unknown_or_all_alike_break_nothing():
    for values in ([NAN, NAN], [2.0, 2.0]):
        for label in (ClassLabel(3), QuantityLabel()):
            label.fit(torch.tensor(values))
            assert torch.isfinite(label(torch.tensor([0.0, NAN]), label.prior)).all()


def test_an_unknown_label_gets_the_expected_embedding(model):
    table = model.decoder_conditioning.embeddings[1].weight.detach().T
    columns = model.decoder_conditioning(torch.zeros(1, 5), model.codes(unknown(1)))[0, 5:].detach()
    pitch, room, force = columns.split([12, 2, 1])
    assert pitch[3] == pytest.approx(2 / 3)
    torch.testing.assert_close(room, 0.25 * table[0] + 0.75 * table[1])
    assert force == 0


def test_networks_are_reported_what_the_configuration_says_and_no_more(model):
    spectra, latent = torch.rand(1, BINS), torch.randn(1, 5)
    for column, (encoder, decoder) in enumerate([(False, True), (True, True), (False, True), (False, False)]):
        one, other = unknown(1), unknown(1)
        one[0, column], other[0, column] = 1.0, 2.0
        other[0, column] = 0.5 if column == 2 else 2.0
        assert encoder == (not torch.equal(model.encode(spectra, one)[0], model.encode(spectra, other)[0]))
        assert decoder == (not torch.equal(model.decode(latent, one), model.decode(latent, other)))


@pytest.mark.parametrize("wrong", [-1.0, 12.0, 1e30, torch.inf, -torch.inf])
def test_impossible_labels_count_as_unknown(model, wrong):
    latent, labels = torch.randn(2, 5), unknown(2)
    expected = model.decode(latent, labels)
    labels[:, :2] = wrong
    torch.testing.assert_close(model.decode(latent, labels), expected)


def test_predictions_are_labels(model):
    found = model.predict(torch.rand(2, 7, BINS) * 10)
    assert found.shape == (2, 7, 4)
    assert found[..., 1].isnan().all()
    assert ((found[..., 0] >= 0) & (found[..., 0] < 12) & (found[..., 0] == found[..., 0].round())).all()
    assert ((found[..., 2] >= 0.5) & (found[..., 2] <= 1.5)).all()


def test_the_likeliest_label_costs_a_predictor_least():
    predictor = ClassPredictor(BINS, PredictionConfig(3))
    logits, codes = torch.tensor([[0.0, 4.0, 0.0]]), torch.eye(3)
    assert min(range(3), key=lambda label: float(predictor.loss(logits, codes[label : label + 1]))) == 1
    quantity = QuantityPredictor(BINS, CONFIG.prediction["force"])
    costs = [float(quantity.loss(torch.tensor([[0.5, -2.0]]), torch.tensor([[code]]))) for code in (0.0, 0.5, 1.0)]
    assert min(costs) == costs[1]


def test_an_unconditioned_model_has_no_weights_more():
    plain = SpectralAutoencoder(BINS, ModelConfig(5, CONFIG.encoder, CONFIG.decoder))
    assert {name.partition(".")[0] for name in plain.state_dict()} == {
        "encoder",
        "decoder",
        "feature_mean",
        "feature_deviation",
        "feature_ceiling",
    }
    assert plain.predict(torch.rand(3, BINS)).shape == (3, 0)


class Conditioned(nn.Module):
    """Everything that the instrument calls."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, features: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        mean, _ = self.model.encode(features, labels)
        assert len(self.model.tasks) == self.model.label_count
        return self.model.decode(mean, labels), self.model.predict(features)


@pytest.mark.parametrize("config", [CONFIG, ModelConfig()], ids=["conditioned", "plain"])
def test_scripted_and_frozen_it_is_the_same_in_operators_that_every_nn_tilde_knows(config):
    conditioned = Conditioned(SpectralAutoencoder(BINS, config)).eval()
    scripted = torch.jit.script(conditioned)
    assert check_operators(scripted) > 0
    count = conditioned.model.label_count
    features, labels = torch.rand(2, 3, BINS), torch.full((2, 3, count), NAN)
    labels[0] = 2.0
    for module in (scripted, torch.jit.freeze(scripted)):
        for made, expected in zip(module(features, labels), conditioned(features, labels), strict=True):
            torch.testing.assert_close(made, expected, equal_nan=True)
