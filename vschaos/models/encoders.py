"""Encoders: a standardized spectrum, and columns of labels, to the parameters of a Normal posterior."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.configs.schema import NetworkConfig
from vschaos.models.layers import ConvolutionLayer, PrincipalComponents, dense_stack
from vschaos.models.sizes import STRIDE, coarsest_width

LOG_VARIANCE_RANGE = (-12.0, 4.0)
"""Keeps a posterior's standard deviation between e⁻⁶ and e²: no division by nothing, no explosion early on."""


class MLPEncoder(nn.Module):
    """Dense encoder.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    columns
        Number of columns of labels behind it.
    latent_dims
        Number of latent dimensions D.
    hidden_dims
        Width of each hidden layer.
    components
        How many principal components of the spectrum are its input; 0: the spectrum itself.
    """

    def __init__(
        self, bins: int, columns: int, latent_dims: int, hidden_dims: Sequence[int], components: int = 0
    ) -> None:
        super().__init__()
        self.latent_dims = latent_dims
        self.low, self.high = LOG_VARIANCE_RANGE
        self.view = PrincipalComponents(bins, components) if components else nn.Identity()
        self.layers = dense_stack((components or bins) + columns, hidden_dims, 2 * latent_dims)

    def fit(self, spectra: Tensor) -> None:
        """Compute the principal components from standardized spectra of the training set (N, F)."""
        if isinstance(self.view, PrincipalComponents):
            self.view.fit(spectra)

    def forward(self, spectra: Tensor) -> tuple[Tensor, Tensor]:
        """Standardized spectra and columns (…, F + columns) to mean and log-variance, each (…, D)."""
        mean, log_variance = self.layers(self.view(spectra)).split(self.latent_dims, dim=-1)
        return mean, torch.clamp(log_variance, self.low, self.high)


class ConvEncoder(nn.Module):
    """Convolutional encoder along frequency: each layer sees four times as far, in a quarter of the places.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    columns
        Number of columns of labels behind it.
    latent_dims
        Number of latent dimensions D.
    channels
        Channels of each layer.
    """

    def __init__(self, bins: int, columns: int, latent_dims: int, channels: Sequence[int]) -> None:
        super().__init__()
        self.bins = bins
        self.latent_dims = latent_dims
        self.low, self.high = LOG_VARIANCE_RANGE
        self.padded = coarsest_width(bins, len(channels)) * STRIDE ** len(channels)
        self.layers = nn.Sequential(
            *(ConvolutionLayer(into, out) for into, out in zip([1, *channels], channels, strict=False))
        )
        self.last = nn.Linear(channels[-1] * coarsest_width(bins, len(channels)) + columns, 2 * latent_dims)

    def fit(self, spectra: Tensor) -> None:
        """Does nothing with standardized spectra (N, F): convolutions use the spectrum as it is."""

    def forward(self, spectra: Tensor) -> tuple[Tensor, Tensor]:
        """Standardized spectra and columns (…, F + columns) to mean and log-variance, each (…, D)."""
        rows = spectra.reshape(-1, spectra.shape[-1])
        image = torch.constant_pad_nd(rows[:, : self.bins], [0, self.padded - self.bins]).unsqueeze(1)
        seen = torch.cat([self.layers(image).flatten(1), rows[:, self.bins :]], dim=1)
        shape = list(spectra.shape[:-1]) + [2 * self.latent_dims]  # noqa: RUF005 (TorchScript cannot unpack)
        parameters = self.last(seen).reshape(shape)
        mean, log_variance = parameters.split(self.latent_dims, dim=-1)
        return mean, torch.clamp(log_variance, self.low, self.high)


def make_encoder(config: NetworkConfig, bins: int, columns: int, latent_dims: int) -> MLPEncoder | ConvEncoder:
    """The encoder that a configuration names, for F bins and columns of labels behind them."""
    if config.type == "ConvEncoder":
        return ConvEncoder(bins, columns, latent_dims, config.hidden_dims)
    return MLPEncoder(bins, columns, latent_dims, config.hidden_dims, min(config.components, bins))
