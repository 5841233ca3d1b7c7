"""The layers that encoders and decoders are made of."""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional

STRIDE = 4
"""Places along frequency that a convolution makes one of."""


def dense_stack(inputs: int, hidden_dims: Sequence[int], outputs: int) -> nn.Sequential:
    """Linear layers with layer norm and SiLU between them; the last is linear alone.

    Parameters
    ----------
    inputs, outputs
        Widths of the first and last layer's ends.
    hidden_dims
        Width of each hidden layer.
    """
    layers: list[nn.Module] = []
    for width in hidden_dims:
        layers += [nn.Linear(inputs, width), nn.LayerNorm(width), nn.SiLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))


def coarsest_width(bins: int, layers: int) -> int:
    """Places that are left of F bins after so many convolutions."""
    return -(-bins // STRIDE**layers)


class ConvolutionLayer(nn.Module):
    """Convolution along frequency, group norm and SiLU: shape (N, into, W) to (N, out, W / STRIDE)."""

    def __init__(self, into: int, out: int) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(into, out, 2 * STRIDE, STRIDE, padding=STRIDE // 2)
        self.norm = nn.GroupNorm(1, out)

    def forward(self, image: Tensor) -> Tensor:
        """See the class."""
        return functional.silu(self.norm(self.convolution(image)))


class DeconvolutionLayer(nn.Module):
    """Group norm, SiLU and transposed convolution along frequency: shape (N, into, W) to (N, out, W · STRIDE)."""

    def __init__(self, into: int, out: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(1, into)
        self.convolution = nn.ConvTranspose1d(into, out, 2 * STRIDE, STRIDE, padding=STRIDE // 2)

    def forward(self, image: Tensor) -> Tensor:
        """See the class."""
        return self.convolution(functional.silu(self.norm(image)))
