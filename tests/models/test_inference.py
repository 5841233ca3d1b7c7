"""A network as it is played is the trained network, to rounding."""

import pytest
import torch

from vschaos.configs.schema import ConditioningConfig, ModelConfig, NetworkConfig, PredictionConfig
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.inference import CERTAIN, PlayedAutoencoder

BINS = 129
NETWORKS = {
    "dense": (NetworkConfig("MLPEncoder", (32, 24)), NetworkConfig("MLPDecoder", (24, 32))),
    "components": (NetworkConfig("MLPEncoder", (32,), 16), NetworkConfig("MLPDecoder", (32,), 16, noise=6)),
    "convolutions": (NetworkConfig("ConvEncoder", (4, 8)), NetworkConfig("DeconvEncoder", (8, 4))),
}
LABELS = {
    "none": ({}, {}),
    "some": (
        {"pitch": ConditioningConfig(12), "room": ConditioningConfig(3, embedding="Embedding", out_dim=2)},
        {"pitch": PredictionConfig(12)},
    ),
}


@pytest.fixture(params=[(network, labels) for network in NETWORKS for labels in LABELS], ids="-".join)
def pair(request):
    """A network with the statistics of a training set, and the same as it is played, scripted."""
    network, labels = request.param
    torch.manual_seed(1)
    trained = SpectralAutoencoder(BINS, ModelConfig(3, *NETWORKS[network], *LABELS[labels])).eval()
    features = torch.linspace(6, 1, BINS) + torch.randn(200, BINS)
    labels = torch.arange(200)[:, None] % torch.tensor([12, 3])[: trained.label_count]
    trained.fit_statistics(features, labels.float())
    return trained, torch.jit.script(PlayedAutoencoder(trained).eval()), features[:10].reshape(2, 5, BINS)


def labels_of(trained):
    labels = torch.full((2, 5, trained.label_count), float("nan"))
    labels[0] = 1.0
    return labels


@torch.no_grad()
def test_encoding_is_the_same(pair):
    trained, played, features = pair
    for made, expected in zip(
        played.encode(features, labels_of(trained)), trained.encode(features, labels_of(trained)), strict=True
    ):
        torch.testing.assert_close(made, expected, atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_decoding_is_the_same(pair):
    trained, played, _ = pair
    latent = torch.randn(2, 5, 3)
    expected = trained.decode(latent, labels_of(trained))
    assert expected.std() > 0.1
    features, share = played.decode_with_noise(latent, labels_of(trained))
    torch.testing.assert_close(features, expected, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(features, played.decode(latent, labels_of(trained)), atol=0.0, rtol=0.0)
    if not len(getattr(trained.decoder, "noise", ())):
        assert not share.any()
        return
    learned = torch.sigmoid(trained.noise_logits(latent, trained.codes(labels_of(trained))))
    torch.testing.assert_close(
        share, ((learned - CERTAIN[0]) / (CERTAIN[1] - CERTAIN[0])).clamp(0, 1), atol=1e-5, rtol=0
    )


@torch.no_grad()
def test_predictions_are_the_same(pair):
    trained, played, features = pair
    if trained.label_count:
        torch.testing.assert_close(played.predict(features), trained.predict(features), equal_nan=True)


@torch.no_grad()
def test_what_is_played_holds_no_part_of_the_trained_network(pair):
    trained, played, _ = pair
    latent, labels = torch.randn(2, 5, 3), labels_of(trained)
    before = played.decode(latent, labels)
    for tensor in trained.state_dict().values():
        tensor.zero_()
    assert torch.equal(played.decode(latent, labels), before)
