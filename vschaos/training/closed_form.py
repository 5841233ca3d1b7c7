"""The network before its first step: principal components as its latent space, by least squares instead of steps.

The hidden layers stay random, the last ones are solved for: the encoder's so that its means are the first principal
components of the training spectra, each with variance 1, the decoder's so that it makes spectra of those. A random
layer of some hundred units is rich enough for that (Huang, Zhu, Siew, *Extreme learning machine: theory and
applications*, 2006), so the first instrument can be played before anything is learned by steps.
"""

from __future__ import annotations

import math
from typing import cast

import torch
from torch import Tensor, nn

from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.decoders import MLPDecoder
from vschaos.models.encoders import MLPEncoder
from vschaos.models.layers import PrincipalSubspace, principal_components

DEVIATION = 0.2
"""Of the posterior; the latent points have a standard deviation of 1."""

ENOUGH = 4096
"""Spectra to solve from: ten for each hidden unit."""

RIDGE = 1e-3
"""Keeps the solved weights small, as a share of the hidden units' mean square."""


@torch.no_grad()
def solve(network: SpectralAutoencoder, features: Tensor, labels: Tensor) -> None:
    """Solve for the last layers of a dense network that knows its statistics; others stay as they are.

    Parameters
    ----------
    network
        At random weights.
    features, labels
        Contrast spectra (N, F) and labels (N, K) of the training set.
    """
    encoder, decoder = network.encoder, network.decoder
    if not isinstance(encoder, MLPEncoder) or not isinstance(decoder, MLPDecoder):
        return
    some = slice(None, None, max(1, len(features) // ENOUGH))
    spectra, codes = network.standardize(features[some]), network.codes(labels[some])
    centred = spectra - spectra.mean(dim=0)
    basis, deviation = principal_components(centred, network.latent_dims)
    latent = spectra.new_zeros(len(spectra), network.latent_dims)
    latent[:, : len(deviation)] = centred @ basis / deviation.clamp_min(1e-3)
    log_variance = torch.full_like(latent, 2.0 * math.log(DEVIATION))
    hidden = encoder.layers[:-1](encoder.view(network.encoder_conditioning(spectra, codes)))
    _solve_last(encoder.layers, hidden, torch.cat([latent, log_variance], dim=1))
    generator = torch.Generator().manual_seed(0)
    around = latent + DEVIATION * torch.randn(latent.shape, generator=generator)
    target = spectra
    if isinstance(decoder.view, PrincipalSubspace):
        target = spectra @ decoder.view.basis / decoder.view.deviation
    _solve_last(decoder.layers, decoder.layers[:-1](network.decoder_conditioning(around, codes)), target)


def _solve_last(layers: nn.Sequential, hidden: Tensor, target: Tensor) -> None:
    """Ridge regression of the last layer's output (N, O) on its input (N, H)."""
    last = cast(nn.Linear, layers[-1])
    mean, target_mean = hidden.mean(dim=0), target.mean(dim=0)
    inputs = hidden - mean
    gram = inputs.T @ inputs / len(inputs)
    gram += RIDGE * gram.diagonal().mean() * torch.eye(len(gram))
    weight = torch.linalg.solve(gram, inputs.T @ (target - target_mean) / len(inputs)).T
    last.weight.copy_(weight)
    last.bias.copy_(target_mean - weight @ mean)
