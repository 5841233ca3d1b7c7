"""What the auto-encoder is trained to make small."""

from __future__ import annotations

import torch
from torch import Tensor

SMALLEST_SQUARE = 1e-4


def spectral_distance(squared_error: Tensor) -> Tensor:
    """Log-spectral distance of standardized log-magnitudes.

    The root mean square over bins of the error, averaged over frames: a frame that is hard to get right, such as an
    attack, does not outweigh many others, as it does in a mean of squares. A small constant keeps the gradient of a
    perfect frame finite.

    Parameters
    ----------
    squared_error
        Mean over bins, shape (B,).
    """
    return (squared_error + SMALLEST_SQUARE).sqrt().mean()


def normal_divergence(mean: Tensor, log_variance: Tensor) -> Tensor:
    """Kullback-Leibler divergence of Normal posteriors from the standard Normal, in nats.

    Parameters
    ----------
    mean, log_variance
        Shape (B, D).

    Returns
    -------
    Tensor
        Mean over the batch for each latent dimension, shape (D,). Kingma, Welling 2014, appendix B.
    """
    return 0.5 * (mean.square() + log_variance.exp() - 1.0 - log_variance).mean(dim=0)


def with_free_bits(divergence: Tensor, free_bits: float) -> Tensor:
    """The divergence that is charged for: each dimension has ``free_bits`` nats for nothing.

    Kingma et al., *Improved variational inference with inverse autoregressive flow*, 2016, section 4: keeps the
    penalty from switching dimensions off.
    """
    return torch.clamp_min(divergence, free_bits).sum()


def active_dimensions(means: Tensor, threshold: float = 0.01) -> int:
    """How many latent dimensions carry something: those whose posterior mean varies over the batch.

    Burda, Grosse, Salakhutdinov, *Importance weighted autoencoders*, 2016, section 4.3.

    Parameters
    ----------
    means
        Posterior means, shape (B, D).
    threshold
        Variance above which a dimension counts as active.
    """
    return int((means.var(dim=0, correction=0) > threshold).sum())
