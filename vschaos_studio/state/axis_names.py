"""What the axes of an instrument are called, by number and by what grows along them. Qt-free.

The words are those of `vschaos.instrument.qualities`, translated; empty while an axis is not measured, and where
nothing that has a name grows along it.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.instrument.qualities import QUALITIES
from vschaos_studio.language import tr, translated

SAMPLE_AXIS = 88


def axis_text(axis: int, word: str = "") -> str:
    """An axis, counted from 1, beside its control: “3: brighter”, or “axis 3”."""
    return tr("{axis}: {word}", axis=axis, word=word) if word else tr("axis {axis}", axis=axis)


def longest_axis_texts() -> list[str]:
    """All that may stand beside the control of an axis, with the widest number, to make room for it."""
    words = [translated(word) for quality in QUALITIES for word in (quality.more, quality.less)]
    return [axis_text(SAMPLE_AXIS, word) for word in ("", *words)]


def spoken_axis(axis: int, word: str = "") -> str:
    """An axis, counted from 1, for a screen reader: “Axis 3, brighter”."""
    return tr("Axis {axis}, {word}", axis=axis, word=word) if word else tr("Axis {axis}", axis=axis)


def axis_in_text(axis: int, words: Sequence[str]) -> str:
    """An axis, counted from 1, inside a longer name, as in “motion axis 3 (brighter) rate”: “3 (brighter)”."""
    word = words[axis - 1] if axis <= len(words) else ""
    return tr("{axis} ({word})", axis=axis, word=word) if word else str(axis)
