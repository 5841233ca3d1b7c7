"""What the colours of the pad's points can mean: their file, a quality that was measured, or a label. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.instrument.card import LabelCard
from vschaos.instrument.qualities import QUALITIES, Qualities
from vschaos_studio.language import short_number, tr, translated
from vschaos_studio.state.sound_map import SoundMap, label_value_text

BY_FILE = "file"
SHADES = 24
"""Of a quality or a quantity, from little to much."""

SPANNED = (0.02, 0.98)
"""Quantiles that the shades lie between."""


@dataclass(frozen=True)
class PointColours:
    """Colours of N points.

    Attributes
    ----------
    name
        What they show: `BY_FILE`, the name of a quality, or that of a label.
    colour
        Index into ``palette`` for each point, shape (N,).
    palette
        Colours as ``#rrggbb``.
    legend
        Colours and what each means; empty for files, of which there are too many.
    ends
        What the first and the last colour of a palette without gaps mean, where there is one; else empty.
    """

    name: str
    colour: NDArray[np.int32]
    palette: tuple[str, ...]
    legend: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, str] | None = None


@dataclass(frozen=True)
class Paints:
    """The colours to choose from: for things that have no order, from little to much, and for what is not known."""

    kinds: tuple[str, ...]
    scale: tuple[str, ...]
    unknown: str


def choices(sounds: SoundMap, qualities: Qualities | None) -> tuple[str, ...]:
    """What the points of an instrument can be coloured by."""
    measured = tuple(one.name for one in QUALITIES if qualities is not None and _spread(getattr(qualities, one.name)))
    known = np.isfinite(sounds.point_labels)
    labels = tuple(
        label.name
        for column, label in enumerate(sounds.card.labels)
        if known.ndim == 2 and known[:, column : column + 1].any()
    )
    return (BY_FILE, *(name for name in measured if name not in labels), *labels)


def colour_points(sounds: SoundMap, qualities: Qualities | None, name: str, paints: Paints) -> PointColours:
    """The colours of an instrument's points by one of its :func:`choices`; by file for any other name."""
    if name in choices(sounds, qualities)[1:]:
        for column, label in enumerate(sounds.card.labels):
            if label.name == name:
                return _by_label(label, sounds.point_labels[:, column], paints)
        for quality in QUALITIES:
            if quality.name == name:
                return _by_number(
                    name, getattr(qualities, name), (translated(quality.less), translated(quality.more)), paints
                )
    return PointColours(BY_FILE, sounds.source % len(paints.kinds), paints.kinds)


def _by_label(label: LabelCard, values: NDArray[np.floating], paints: Paints) -> PointColours:
    known = np.isfinite(values)
    if label.kind == "float":
        low, high = np.quantile(values[known], SPANNED)
        return _by_number(label.name, values, (short_number(low, 3), short_number(high, 3)), paints)
    known &= (values >= 0) & (values < label.dim)
    kinds = len(paints.kinds)
    numbers = np.where(known, np.rint(np.where(known, values, 0.0)), -1).astype(np.int32)
    legend = [
        (paints.kinds[number % kinds], label_value_text(label, float(number)))
        for number in np.unique(numbers[known]).tolist()
    ]
    if not known.all():
        legend.append((paints.unknown, tr("unknown")))
    colour = np.where(known, numbers % kinds, kinds).astype(np.int32)
    return PointColours(label.name, colour, (*paints.kinds, paints.unknown), tuple(legend))


def _by_number(name: str, values: NDArray[np.floating], ends: tuple[str, str], paints: Paints) -> PointColours:
    known = np.isfinite(values)
    low, high = np.quantile(values[known], SPANNED)
    share = (np.where(known, values, low) - low) / max(float(high - low), 1e-9)
    colour = np.rint(np.clip(share, 0.0, 1.0) * (len(paints.scale) - 1))
    return PointColours(
        name,
        np.where(known, colour, len(paints.scale)).astype(np.int32),
        (*paints.scale, paints.unknown),
        () if known.all() else ((paints.unknown, tr("none", "no value")),),
        ends,
    )


def _spread(values: NDArray[np.floating]) -> bool:
    """Whether the points differ in it at all."""
    known = values[np.isfinite(values)]
    return len(known) > 1 and float(np.ptp(known)) > 0.0
