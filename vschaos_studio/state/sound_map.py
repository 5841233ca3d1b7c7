"""The training sounds as the pad shows them: points on a plane, found by where they are. Qt-free, torch-free."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card


@dataclass(frozen=True)
class SoundMap:
    """What the Play page shows of an instrument.

    Attributes
    ----------
    card
        Names, rights, dimensions.
    points
        Latent coordinates of training frames, shape (N, D); the first two are the pad's x and y.
    source
        Index into ``card.sources`` for each point, shape (N,).
    explained
        Share of the sounds' variance along each axis, shape (D,), summing to 1.
    """

    card: Card
    points: NDArray[np.float32]
    source: NDArray[np.int32]
    explained: tuple[float, ...]

    @classmethod
    def of(cls, instrument: Instrument) -> SoundMap:
        """The map of an instrument file, read with or without its weights."""
        points = instrument.points.reshape(-1, instrument.card.latent_dims)
        return cls(instrument.card, points, instrument.point_source, tuple(map(float, instrument.axes.explained)))

    @property
    def dims(self) -> int:
        """Number of latent coordinates D."""
        return self.card.latent_dims

    @property
    def pad_share(self) -> float:
        """Share of the sounds' variance that the pad's two axes show."""
        return sum(self.explained[:2])

    def plane(self) -> NDArray[np.float32]:
        """Positions of the points on the pad, shape (N, 2); with one latent axis, all at y = 0."""
        if self.dims >= 2:
            return self.points[:, :2]
        return np.pad(self.points, ((0, 0), (0, 2 - self.dims)))

    def nearest(self, x: float, y: float, stretch: tuple[float, float], within: float = float("inf")) -> int | None:
        """Index of the point that is nearest on the pad.

        Parameters
        ----------
        x, y
            Coordinates on the pad.
        stretch
            Length of one coordinate unit along x and y, in pixels, so that near means near on the screen.
        within
            Largest distance that counts, in pixels.
        """
        if len(self.points) == 0:
            return None
        away = ((self.plane() - np.array((x, y), np.float32)) * np.array(stretch, np.float32)) ** 2
        distance = away.sum(axis=1)
        index = int(np.argmin(distance))
        return index if distance[index] <= within**2 else None

    def source_name(self, index: int) -> str:
        """Name of the sound that a point was learned from; empty if the instrument does not tell."""
        source = int(self.source[index])
        return self.card.sources[source] if 0 <= source < len(self.card.sources) else ""
