"""The layers that encoders and decoders are made of."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from vschaos.models.sizes import KERNEL, STRIDE


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


class PrincipalComponents(nn.Module):
    """A spectrum by its principal components in the training set, evened out in scale.

    A thousand bins that go up and down together are hard to learn from by steps along single weights; a few hundred
    uncorrelated numbers are easy, and cheap. Components are divided by their deviation, but for the faint ones among
    them, which are mostly noise: those keep below the others.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    count
        Number of components K.
    """

    basis: Tensor

    def __init__(self, bins: int, count: int) -> None:
        super().__init__()
        self.bins = bins
        self.register_buffer("basis", torch.zeros(bins, count))

    def fit(self, spectra: Tensor) -> None:
        """Compute the components from standardized spectra of the training set (N, F)."""
        basis, deviation = principal_components(spectra, self.basis.shape[1])
        variance = deviation.square()
        self.basis.zero_()
        self.basis[:, : len(variance)] = basis / (variance + variance[len(variance) // 3] + 1e-6).sqrt()

    def forward(self, spectra: Tensor) -> Tensor:
        """Standardized spectra and columns (…, F + columns) to components and columns (…, K + columns)."""
        components = torch.matmul(spectra[..., : self.bins], self.basis)
        return torch.cat([components, spectra[..., self.bins :]], dim=-1)


class PrincipalSubspace(nn.Module):
    """Spectra that are sums of the first principal components of the training set's.

    What a sound has beyond a few hundred of them is noise that no decoder can derive from its latent point.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    count
        Number of components K.
    """

    basis: Tensor
    deviation: Tensor

    def __init__(self, bins: int, count: int) -> None:
        super().__init__()
        self.register_buffer("basis", torch.zeros(bins, count))
        self.register_buffer("deviation", torch.ones(count))

    def fit(self, spectra: Tensor) -> None:
        """Compute the components, and the deviation of each, from standardized spectra of the training set (N, F)."""
        basis, deviation = principal_components(spectra, self.basis.shape[1])
        self.basis.zero_()
        self.basis[:, : len(deviation)] = basis
        self.deviation[: len(deviation)] = deviation.clamp_min(1e-3)

    def forward(self, amounts: Tensor) -> Tensor:
        """Components in deviations (…, K) to standardized spectra (…, F)."""
        return torch.matmul(amounts * self.deviation, self.basis.t())


def squared_norm(rows: Tensor) -> Tensor:
    """Sum of squares of each row (N, M), (N,).

    Through the norm, since its gradient needs one pass over the rows; that of a mean of squares needs four.
    """
    return torch.linalg.vector_norm(rows, dim=-1).square()


def principal_components(spectra: Tensor, count: int) -> tuple[Tensor, Tensor]:
    """The first principal components of standardized spectra (N, F).

    Returns
    -------
    tuple
        An orthonormal basis (F, K) and the spectra's deviation along each of its columns (K,), falling; K is
        ``count``, or less where there are not so many.
    """
    with torch.random.fork_rng([]):  # it starts from random directions; the same ones each time
        torch.manual_seed(0)
        _, singular, basis = torch.pca_lowrank(spectra, min(count, *spectra.shape), center=False)
    return basis, singular / len(spectra) ** 0.5


class ConvolutionLayer(nn.Module):
    """Convolution along frequency, group norm and SiLU: shape (N, into, W) to (N, out, W / STRIDE)."""

    def __init__(self, into: int, out: int) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(into, out, KERNEL, STRIDE, padding=STRIDE // 2)
        self.norm = nn.GroupNorm(1, out)

    def forward(self, image: Tensor) -> Tensor:
        """See the class."""
        return functional.silu(self.norm(self.convolution(image)))


class DeconvolutionLayer(nn.Module):
    """Group norm, SiLU and transposed convolution along frequency: shape (N, into, W) to (N, out, W · STRIDE)."""

    def __init__(self, into: int, out: int) -> None:
        super().__init__()
        self.norm = nn.GroupNorm(1, into)
        self.convolution = nn.ConvTranspose1d(into, out, KERNEL, STRIDE, padding=STRIDE // 2)

    def forward(self, image: Tensor) -> Tensor:
        """See the class."""
        return self.convolution(functional.silu(self.norm(image)))
