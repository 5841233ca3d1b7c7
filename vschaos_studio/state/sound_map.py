"""The training sounds as the pad shows them: points on a plane or on a map, found by where they are.

Qt-free, torch-free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card, LabelCard
from vschaos.latent.latent_map import LatentMap
from vschaos.performance.controls import Playable
from vschaos_studio.language import short_number

SAME = 1e-3
"""Coordinates that differ by less are the same sound."""


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
    latent_map
        The map of the points, where the instrument has one.
    point_labels
        Labels of each point in the card's order, NaN where unknown, shape (N, K); (N, 0) where they were not kept.
    core
        The network, for measuring it; empty in old files.
    file
        The instrument's file, if it has one.
    """

    card: Card
    points: NDArray[np.float32]
    source: NDArray[np.int32]
    explained: tuple[float, ...]
    latent_map: LatentMap | None = None
    point_labels: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    core: bytes = b""
    file: Path | None = None

    @classmethod
    def of(cls, instrument: Instrument, file: Path | None = None) -> SoundMap:
        """The map of an instrument file, read with or without its weights."""
        points = instrument.points.reshape(-1, instrument.card.latent_dims)
        explained = tuple(map(float, instrument.axes.explained))
        return cls(
            *(instrument.card, points, instrument.point_source, explained, instrument.latent_map),
            *(instrument.point_labels, instrument.core, file),
        )

    @property
    def dims(self) -> int:
        """Number of latent coordinates D."""
        return self.card.latent_dims

    @property
    def playable(self) -> Playable:
        """What a player can move."""
        return replace(self.card.playable, terrain=self.latent_map is not None)

    @property
    def pad_share(self) -> float:
        """Share of the sounds' variance that the pad's two axes show."""
        return sum(self.explained[:2])

    def plane(self) -> NDArray[np.float32]:
        """Positions of the points on the pad, shape (N, 2); with one latent axis, all at y = 0."""
        if self.dims >= 2:
            return self.points[:, :2]
        return np.pad(self.points, ((0, 0), (0, 2 - self.dims)))

    def places(self, mapped: bool) -> NDArray[np.float32]:
        """Positions of the points on the map, if there is one and it is asked for, else on the plane, shape (N, 2)."""
        return self.latent_map.points if mapped and self.latent_map is not None else self.plane()

    def nearest(
        self,
        x: float,
        y: float,
        stretch: tuple[float, float],
        within: float = float("inf"),
        mapped: bool = False,
    ) -> int | None:
        """Index of the point that is nearest on the pad.

        Parameters
        ----------
        x, y
            Coordinates on the pad.
        stretch
            Length of one coordinate unit along x and y, in pixels, so that near means near on the screen.
        within
            Largest distance that counts, in pixels.
        mapped
            Whether the pad shows the map.
        """
        if len(self.points) == 0:
            return None
        away = ((self.places(mapped) - np.array((x, y), np.float32)) * np.array(stretch, np.float32)) ** 2
        distance = away.sum(axis=1)
        index = int(np.argmin(distance))
        return index if distance[index] <= within**2 else None

    def source_name(self, index: int) -> str:
        """Name of the sound that a point comes from; empty if the instrument does not store it."""
        source = int(self.source[index])
        return self.card.sources[source] if 0 <= source < len(self.card.sources) else ""

    def labels_text(self, index: int) -> str:
        """What is known of a point, such as “pitch C · octave 3”; empty where nothing is."""
        known = self.point_labels[index] if len(self.point_labels) else ()
        texts = [
            f"{label.name} {label_value_text(label, float(value))}"
            for label, value in zip(self.card.labels, known, strict=False)
            if np.isfinite(value)
        ]
        return " · ".join(texts)


def label_value_text(label: LabelCard, value: float) -> str:
    """A value of a label for people: the name of its class where it has one."""
    if label.kind == "float":
        return short_number(value, 3)
    number = round(value)
    return label.classes[number] if 0 <= number < len(label.classes) else str(number)


def latent_map_of(sounds: SoundMap | None) -> LatentMap | None:
    """The map of the instrument shown, if there is an instrument and it has one."""
    return sounds.latent_map if sounds is not None else None


class MapDot:
    """Where the dot is on a map: where the user put it, until the coordinates are moved otherwise."""

    def __init__(self, latent_map: LatentMap) -> None:
        self._latent_map = latent_map
        self._place = (0.0, 0.0)
        self._coordinates: Sequence[float] = ()

    def put(self, x: float, y: float, coordinates: Sequence[float]) -> None:
        """The user put it at a place, and thereby set these coordinates."""
        self._place, self._coordinates = (x, y), coordinates

    def place(self, coordinates: Sequence[float]) -> tuple[float, float]:
        """Its place while these coordinates are played."""
        if not same_sound(coordinates, self._coordinates):
            self.put(*self._latent_map.nearest(tuple(coordinates)), coordinates)
        return self._place


def same_sound(first: Sequence[float], second: Sequence[float]) -> bool:
    """Whether two points of the latent space are the same, except for rounding."""
    return len(first) == len(second) and all(abs(a - b) <= SAME for a, b in zip(first, second, strict=True))
