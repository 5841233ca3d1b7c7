"""Encoders: a standardized spectrum to the parameters of a Normal posterior."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.models.layers import dense_stack

LOG_VARIANCE_RANGE = (-12.0, 4.0)
"""Keeps a posterior's standard deviation between e⁻⁶ and e²: no division by nothing, no explosion early on."""


class MLPEncoder(nn.Module):
    """Dense encoder.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    latent_dims
        Number of latent dimensions D.
    hidden_dims
        Width of each hidden layer.
    """

    def __init__(self, bins: int, latent_dims: int, hidden_dims: Sequence[int]) -> None:
        super().__init__()
        self.latent_dims = latent_dims
        self.low, self.high = LOG_VARIANCE_RANGE
        self.layers = dense_stack(bins, hidden_dims, 2 * latent_dims)

    def forward(self, spectra: Tensor) -> tuple[Tensor, Tensor]:
        """Standardized spectra (…, F) to mean and log-variance, each (…, D)."""
        mean, log_variance = self.layers(spectra).split(self.latent_dims, dim=-1)
        return mean, torch.clamp(log_variance, self.low, self.high)
