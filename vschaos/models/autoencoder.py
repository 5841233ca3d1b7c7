"""The frame-wise spectral variational auto-encoder: standardization, encoder, decoder. Scriptable.

A variational auto-encoder (Kingma, Welling, *Auto-encoding variational Bayes*, 2014) of single contrast spectra.
The training set's mean spectrum and overall deviation are part of the model, so that the network starts from the
average sound; its highest value in each bin bounds what the decoder can ask for, so that no place in the latent
space is louder than what was learned.
"""

import torch
from torch import Tensor, nn

from vschaos.configs.schema import ModelConfig
from vschaos.models.decoders import MLPDecoder
from vschaos.models.encoders import MLPEncoder


class SpectralAutoencoder(nn.Module):
    """Contrast spectra to a latent posterior and back.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    config
        Types and widths of encoder and decoder, number of latent dimensions.
    """

    feature_mean: Tensor
    feature_deviation: Tensor
    feature_ceiling: Tensor

    def __init__(self, bins: int, config: ModelConfig) -> None:
        super().__init__()
        self.latent_dims = config.latent_dims
        self.encoder = MLPEncoder(bins, config.latent_dims, config.encoder.hidden_dims)
        self.decoder = MLPDecoder(bins, config.latent_dims, config.decoder.hidden_dims)
        self.register_buffer("feature_mean", torch.zeros(bins))
        self.register_buffer("feature_deviation", torch.ones(1))
        self.register_buffer("feature_ceiling", torch.full([bins], 20.0))

    def fit_statistics(self, features: Tensor) -> None:
        """Take mean, deviation and ceiling from contrast spectra of the training set, shape (N, F)."""
        self.feature_mean.copy_(features.mean(dim=0))
        self.feature_deviation.copy_((features - self.feature_mean).square().mean().sqrt().clamp_min(1e-3))
        self.feature_ceiling.copy_(features.amax(dim=0))

    def standardize(self, features: Tensor) -> Tensor:
        """Contrast spectra (…, F) to zero mean and unit overall variance."""
        return (features - self.feature_mean) / self.feature_deviation

    def encode(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Contrast spectra (…, F) to the posterior's mean and log-variance, each (…, D)."""
        return self.encoder(self.standardize(features))

    def decode_standardized(self, latent: Tensor) -> Tensor:
        """Latents (…, D) to standardized spectra (…, F), unbounded: what the losses compare."""
        return self.decoder(latent)

    def decode(self, latent: Tensor) -> Tensor:
        """Latents (…, D) to contrast spectra (…, F), between silence and the loudest that was learned."""
        features = self.decoder(latent) * self.feature_deviation + self.feature_mean
        return torch.minimum(torch.clamp_min(features, 0.0), self.feature_ceiling)
