"""Controls of the table by their ids. Qt-free."""

from __future__ import annotations

from vschaos.performance.controls import Control, Playable
from vschaos.performance.table import control_table


def controls_by_id(playable: Playable) -> dict[str, Control]:
    """All controls of an instrument; none while there is no instrument."""
    return {control.id: control for control in control_table(playable)} if playable.latent_dims else {}


CONTROLS = controls_by_id(Playable(latent_dims=1))
"""Those that every instrument has."""
