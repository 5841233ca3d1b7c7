"""The instrument's latent coordinates: principal axes of the training set, scaled to −1…1.

Torch-free. The network's own latent ``z`` has arbitrary axes. What a musician moves, what OSC carries and
what the exported ``encode`` and ``decode`` speak are *coordinates* ``c`` along the principal axes::

    z = mean + Σₖ cₖ · scaleₖ · axesₖ            c = (z − mean) · axesᵀ / scale

so that the first two coordinates, the pad's x and y, show as much of the sounds' variety as two can, and
−1…1 spans the training sounds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

COVERED = 0.995
"""Share of the training points inside −1…1 on each axis, before the margin."""

MARGIN = 1.05


@dataclass(frozen=True)
class LatentAxes:
    """An affine map between latents and coordinates.

    Attributes
    ----------
    mean
        Mean of the posterior means over the training set, shape (D,).
    axes
        Orthonormal axes, one a row: principal axes by falling variance, or those of an earlier instrument; (D, D).
    scale
        Length that coordinate 1 stands for, in latent units, shape (D,); positive.
    variance
        Variance of the training set along each axis, in latent units squared, shape (D,).
    """

    mean: Array
    axes: Array
    scale: Array
    variance: Array

    @property
    def dims(self) -> int:
        """Number of latent dimensions D."""
        return len(self.mean)

    @property
    def explained(self) -> Array:
        """Share of the variance that each axis explains, shape (D,), summing to 1."""
        return self.variance / max(float(self.variance.sum()), 1e-12)

    def to_latent(self, coordinates: Array) -> Array:
        """Coordinates (…, D) to latents (…, D)."""
        return np.asarray(self.mean + (coordinates * self.scale) @ self.axes, np.float32)

    def to_coordinates(self, latent: Array) -> Array:
        """Latents (…, D) to coordinates (…, D)."""
        return np.asarray(((latent - self.mean) @ self.axes.T) / self.scale, np.float32)


def fit_axes(latent: Array, previous: LatentAxes | None = None, *, keep: bool = False) -> LatentAxes:
    """Principal axes of a cloud of latents.

    Parameters
    ----------
    latent
        Posterior means of the training frames, shape (N, D), N ≥ 1.
    previous
        Axes of an earlier checkpoint of the same model: signs follow them, so that a gesture keeps its
        direction while the model learns. Without them, the largest entry of each axis is positive.
    keep
        Whether directions and order stay those of the previous axes, of which then only mean and scale are fitted.
    """
    points = latent.astype(np.float64)
    mean = points.mean(axis=0)
    centred = points - mean
    covariance = centred.T @ centred / max(len(points), 1)
    variance, vectors = np.linalg.eigh(covariance)
    order = np.argsort(variance)[::-1]
    variance, axes = np.maximum(variance[order], 0.0), vectors.T[order]
    if previous is not None and previous.dims == len(mean):
        signs = np.sign(np.sum(axes * previous.axes, axis=1))
    else:
        signs = np.sign(axes[np.arange(len(axes)), np.argmax(np.abs(axes), axis=1)])
    axes = axes * np.where(signs == 0, 1.0, signs)[:, None]
    if keep and previous is not None:
        axes = previous.axes.astype(np.float64)
        variance = np.square(centred @ axes.T).mean(axis=0)
    reach = np.quantile(np.abs(centred @ axes.T), COVERED, axis=0)
    scale = np.maximum(reach * MARGIN, 1e-3)
    return LatentAxes(*(item.astype(np.float32) for item in (mean, axes, scale, variance)))
