"""How hard a pen or a finger presses, as a source of bindings: the window reports it. Pure Python."""

from __future__ import annotations

from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding, BindingSource, ControllerReading

PEN_PRESSURE, FINGER_PRESSURE = "pen pressure", "finger pressure"
PRESSURES = (PEN_PRESSURE, FINGER_PRESSURE)


def _check(binding: Binding) -> None:
    if binding.source not in PRESSURES or binding.channel:
        raise ControlError(
            f"“{binding.source[:100]}” is not a pressure that can be assigned.", f"There are: {', '.join(PRESSURES)}."
        )


# A pen that only draws presses lightly.
PEN = BindingSource("pen", "pen_bindings", _check, clear_move=0.2)


class PenDecoder:
    """Follows the pressures. For one thread."""

    def __init__(self) -> None:
        self._shares: dict[str, float] = dict.fromkeys(PRESSURES, 0.0)

    def decode(self, source: str, pressure: float) -> ControllerReading | None:
        """A reading of a pressure, 0 (lifted) to 1; None where nothing has changed."""
        before = self._shares.get(source)
        share = min(max(pressure, 0.0), 1.0)
        if before is None or share == before or share != share:
            return None
        self._shares[source] = share
        return ControllerReading(source, share, before)
