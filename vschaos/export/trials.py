"""Values that an attribute is tried with, and the answers that are right. Torch-free."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vschaos.export.describe import label_attribute, open_value
from vschaos.export.description import FLOAT, STR, AttributeDescription
from vschaos.instrument.card import LabelCard

REFUSED, TAKEN = -1, 0


def trials(
    attribute: AttributeDescription, labels: Sequence[LabelCard] = ()
) -> tuple[tuple[float | int | str, int], ...]:
    """Values to set one after the other, each with the setter's answer; the last one restores the default.

    Parameters
    ----------
    attribute
        What is tried.
    labels
        Of the instrument: below its range, the attribute of a quantity is left open, and that of a class is not.
    """
    label = next((card for row, card in enumerate(labels) if label_attribute(labels, row) == attribute.name), None)
    low, high, default = attribute.low, attribute.high, attribute.default
    if attribute.kind == STR:
        return (
            ("", REFUSED),
            ("0.000000", REFUSED),
            *((choice, TAKEN) for choice in attribute.choices),
            (default, TAKEN),
        )
    if attribute.kind == FLOAT:
        open_below = label is not None
        beyond = ((low - 1.0, TAKEN if open_below else REFUSED), (high + 1.0, REFUSED))
        strange = ((math.nan, REFUSED), (math.inf, REFUSED), (-math.inf, TAKEN if open_below else REFUSED))
        return (*strange, *beyond, (low, TAKEN), (high, TAKEN), (float(default), TAKEN))
    start = round(low if label is None else label.low)
    between = ((start - 1, REFUSED),) if label is not None and start > 0 else ()
    return (
        (round(low) - 1, REFUSED),
        (round(high) + 1, REFUSED),
        *between,
        (start, TAKEN),
        (round(high), TAKEN),
        (round(float(default)) if label is None else round(open_value(label)), TAKEN),
    )
