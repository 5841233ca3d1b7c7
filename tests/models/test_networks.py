"""Encoders and decoders: shapes of all types, invariance to how frames are arranged, and that they can be exported."""

import pytest
import torch
from torch import nn

from vschaos.configs.schema import NetworkConfig
from vschaos.export.operators import check_operators
from vschaos.models.decoders import make_decoder
from vschaos.models.encoders import make_encoder
from vschaos.models.layers import PrincipalComponents, PrincipalSubspace
from vschaos.models.sizes import coarsest_width

LATENT_DIMS = 3
KINDS = ["dense", "of components", "convolutional"]


def networks(kind: str, bins: int, columns: int) -> tuple[nn.Module, nn.Module]:
    torch.manual_seed(0)
    encoder, decoder = {
        "dense": (NetworkConfig("MLPEncoder", (6, 5)), NetworkConfig("MLPDecoder", (6, 5))),
        "of components": (
            NetworkConfig("MLPEncoder", (6, 5), components=20),
            NetworkConfig("MLPDecoder", (6, 5), components=20),
        ),
        "convolutional": (NetworkConfig("ConvEncoder", (6, 5)), NetworkConfig("DeconvEncoder", (6, 5))),
    }[kind]
    pair = (
        make_encoder(encoder, bins, columns, LATENT_DIMS).eval(),
        make_decoder(decoder, bins, LATENT_DIMS + columns).eval(),
    )
    for network in pair:
        network.fit(torch.randn(100, bins))
    return pair


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bins", [65, 129, 1025])
@pytest.mark.parametrize("shape", [(), (7,), (2, 3)])
def test_shapes(kind, bins, shape):
    encoder, decoder = networks(kind, bins, columns=2)
    mean, log_variance = encoder(torch.randn(*shape, bins + 2))
    assert mean.shape == log_variance.shape == (*shape, LATENT_DIMS)
    assert decoder(torch.randn(*shape, LATENT_DIMS + 2)).shape == (*shape, bins)


@pytest.mark.parametrize("kind", KINDS)
def test_each_frame_is_seen_alone(kind):
    encoder, decoder = networks(kind, 65, columns=0)
    spectra = torch.randn(2, 4, 65)
    means = encoder(spectra)[0]
    torch.testing.assert_close(means[1, 2], encoder(spectra[1, 2])[0])
    torch.testing.assert_close(decoder(means)[1, 2], decoder(means[1, 2]))


@pytest.mark.parametrize("kind", KINDS)
def test_every_bin_and_every_column_counts(kind):
    encoder, decoder = networks(kind, 65, columns=2)
    spectrum = torch.randn(67, requires_grad=True)
    encoder(spectrum)[0].sum().backward()
    assert spectrum.grad is not None
    assert (spectrum.grad != 0).all()
    latent = torch.randn(LATENT_DIMS + 2, requires_grad=True)
    decoder(latent).square().sum().backward()
    assert latent.grad is not None
    assert (latent.grad != 0).all()


@pytest.mark.parametrize("kind", KINDS)
def test_log_variance_is_bounded(kind):
    encoder, _ = networks(kind, 65, columns=0)
    _, log_variance = encoder(torch.randn(50, 65) * 1e6)
    assert log_variance.min() >= -12
    assert log_variance.max() <= 4


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_in_operators_that_every_host_knows(kind):
    encoder, decoder = networks(kind, 65, columns=1)
    latent, spectra = torch.randn(2, LATENT_DIMS + 1), torch.randn(2, 66)
    for network, example in ((encoder, spectra), (decoder, latent)):
        scripted = torch.jit.script(network)
        assert check_operators(scripted) > 0
        torch.testing.assert_close(scripted(example), network(example))


@pytest.mark.parametrize(("bins", "layers", "places"), [(64, 1, 16), (65, 1, 17), (1025, 2, 65), (1025, 3, 17)])
def test_convolutions_leave_a_quarter_of_the_places(bins, layers, places):
    assert coarsest_width(bins, layers) == places


def test_components_are_uncorrelated_and_even_in_scale():
    torch.manual_seed(0)
    spectra = torch.randn(2000, 12) @ torch.diag(2.0 ** -torch.arange(12)) @ torch.randn(12, 65)
    components = PrincipalComponents(65, 9)
    components.fit(spectra)
    covariance = components(spectra).T.cov()
    deviations = covariance.diag().sqrt()
    assert (covariance / deviations.outer(deviations) - torch.eye(9)).abs().max() < 0.1
    assert deviations.max() <= 1.05
    assert deviations[0] > 0.9
    assert deviations.max() / deviations[3] < 2


def test_fewer_frames_than_components_are_no_trouble():
    components = PrincipalComponents(65, 20)
    components.fit(torch.randn(4, 65))
    assert torch.isfinite(components(torch.randn(7, 67))).all()
    assert components(torch.randn(7, 67)).shape == (7, 22)


def test_a_subspace_holds_what_its_training_set_is_made_of():
    spectra = torch.randn(50, 3) @ torch.randn(3, 65)
    subspace = PrincipalSubspace(65, 5)
    subspace.fit(spectra)
    amounts = spectra @ subspace.basis / subspace.deviation
    torch.testing.assert_close(subspace(amounts), spectra, rtol=1e-3, atol=1e-3)
