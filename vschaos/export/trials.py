"""Values that an attribute is tried with, and the answers that are right. Torch-free."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vschaos.export.describe import clear_of, label_attribute, unknown_value
from vschaos.export.description import FLOAT, RATE, AttributeDescription
from vschaos.instrument.card import LabelCard

REFUSED, ACCEPTED = -1, 0


def trials(
    attribute: AttributeDescription, labels: Sequence[LabelCard] = ()
) -> tuple[tuple[float | int | str, int], ...]:
    """Values to set one after the other, each with the setter's answer; the last one restores the default.

    Parameters
    ----------
    attribute
        What is tried.
    labels
        Of the instrument: below its range, a quantity becomes unknown, and a class is refused.
    """
    label = next((card for row, card in enumerate(labels) if label_attribute(labels, row) == attribute.name), None)
    low, high, default = attribute.low, attribute.high, attribute.default
    if attribute.kind == FLOAT:
        clears_below = label is not None
        far = clear_of(low, high)
        beyond = ((low - far, ACCEPTED if clears_below else REFUSED), (high + far, REFUSED))
        strange = ((math.nan, REFUSED), (math.inf, REFUSED), (-math.inf, ACCEPTED if clears_below else REFUSED))
        return (*strange, *beyond, (low, ACCEPTED), (high, ACCEPTED), (float(default), ACCEPTED))
    if attribute.name == RATE:
        return ((round(low) - 1, REFUSED), (round(high) + 1, REFUSED), (round(default), ACCEPTED))
    start = round(low if label is None else label.low)
    between = ((start - 1, REFUSED),) if label is not None and start > 0 else ()
    numbers = (
        (round(low) - 1, REFUSED),
        (round(high) + 1, REFUSED),
        *between,
        (start, ACCEPTED),
        (round(high), ACCEPTED),
        (round(float(default)) if label is None else round(unknown_value(label)), ACCEPTED),
    )
    if not attribute.choices:
        return numbers
    # As texts: whole from Max, with six decimals from Pd; and by name.
    named = ((attribute.names[start], ACCEPTED), (attribute.names[start].upper(), ACCEPTED), ("no such name", REFUSED))
    written = tuple((text, right) for number, right in numbers for text in (str(number), f"{number:.6f}"))
    return (*named, *written)
