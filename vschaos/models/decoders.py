"""Decoders: a latent point to a standardized spectrum."""

from collections.abc import Sequence

from torch import Tensor, nn

from vschaos.models.layers import dense_stack


class MLPDecoder(nn.Module):
    """Dense decoder.

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
        self.layers = dense_stack(latent_dims, hidden_dims, bins)

    def forward(self, latent: Tensor) -> Tensor:
        """Latents (…, D) to standardized spectra (…, F)."""
        return self.layers(latent)
