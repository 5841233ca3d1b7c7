"""Decoders: a latent point, and columns of labels, to a standardized spectrum."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vschaos.configs.schema import NetworkConfig
from vschaos.models.layers import DeconvolutionLayer, PrincipalSubspace, dense_stack
from vschaos.models.sizes import coarsest_width


class MLPDecoder(nn.Module):
    """Dense decoder.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    inputs
        Number of latent dimensions and columns of labels.
    hidden_dims
        Width of each hidden layer.
    components
        How many principal components its spectra are made of; 0: of bins, each for itself.
    noise
        Width of the layer between the last hidden one and the noise share of each bin; 0: it tells none.
    """

    def __init__(self, bins: int, inputs: int, hidden_dims: Sequence[int], components: int = 0, noise: int = 0) -> None:
        super().__init__()
        self.layers = dense_stack(inputs, hidden_dims, components or bins)
        self.view = PrincipalSubspace(bins, components) if components else nn.Identity()
        self.noise = nn.Sequential()
        if noise:
            with torch.random.fork_rng([]):  # whether it is there changes no other weight
                self.noise = nn.Sequential(nn.Linear(hidden_dims[-1], noise), nn.Linear(noise, bins))

    def fit(self, spectra: Tensor) -> None:
        """Compute the principal components from standardized spectra of the training set (N, F)."""
        if isinstance(self.view, PrincipalSubspace):
            self.view.fit(spectra)

    def forward(self, latent: Tensor) -> Tensor:
        """Latents and columns (…, inputs) to standardized spectra (…, F)."""
        return self.view(self.layers(latent))

    def noise_logits(self, latent: Tensor) -> Tensor:
        """Latents and columns (…, inputs) to the logits of the noise share, (…, F); for training.

        What they learn stays in the layers of their own: spectra are learned as if there were none.
        """
        with torch.no_grad():
            hidden = self.layers[:-1](latent)
        return self.noise(hidden)


class DeconvEncoder(nn.Module):
    """Convolutional decoder along frequency, the mirror of `vschaos.models.encoders.ConvEncoder`.

    The name is that of the configurations: what undoes a convolutional encoder.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    inputs
        Number of latent dimensions and columns of labels.
    channels
        Channels at the beginning of each layer; the last one ends in the spectrum.
    """

    def __init__(self, bins: int, inputs: int, channels: Sequence[int]) -> None:
        super().__init__()
        self.bins = bins
        self.channels = channels[0]
        self.places = coarsest_width(bins, len(channels))
        self.first = nn.Linear(inputs, self.channels * self.places)
        self.layers = nn.Sequential(
            *(DeconvolutionLayer(into, out) for into, out in zip(channels, [*channels[1:], 1], strict=True))
        )

    def fit(self, spectra: Tensor) -> None:
        """Does nothing with standardized spectra (N, F)."""

    def forward(self, latent: Tensor) -> Tensor:
        """Latents and columns (…, inputs) to standardized spectra (…, F)."""
        rows = latent.reshape(-1, latent.shape[-1])
        image = self.first(rows).reshape(-1, self.channels, self.places)
        spectra = self.layers(image)[:, 0, : self.bins]
        return spectra.reshape(list(latent.shape[:-1]) + [self.bins])  # noqa: RUF005 (TorchScript cannot unpack)


def make_decoder(config: NetworkConfig, bins: int, inputs: int) -> MLPDecoder | DeconvEncoder:
    """The decoder that a configuration names, for latent dimensions and columns of labels to F bins."""
    if config.type == "DeconvEncoder":
        return DeconvEncoder(bins, inputs, config.hidden_dims)
    return MLPDecoder(bins, inputs, config.hidden_dims, min(config.components, bins), config.noise)
