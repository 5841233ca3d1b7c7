"""What of touches and of the engine's status lasts: one number for each control, by its id. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table, label_id, single_values
from vschaos.realtime.protocol import EngineStatus

PASSING = frozenset(
    control.id
    for control in control_table(Playable(latent_dims=1, terrain=True))
    if control.momentary or control.on_map
)
"""Orders rather than values; and the map, of which the coordinates last."""


def lasting_values(control: str, values: Sequence[float]) -> dict[str, float]:
    """What a touch moves, by id: ``pad`` at 0.1, 0.2 is ``latent.z1`` at 0.1 and ``latent.z2`` at 0.2."""
    return {} if control in PASSING else single_values(control, values)


def status_values(status: EngineStatus) -> dict[str, float]:
    """What the engine reports of coordinates and labels, and of each other control that is not at its default."""
    return {
        **single_values("latents", status.latent),
        **{label_id(label.name): label.value for label in status.labels},
        **{one.control: one.value for one in status.values},
    }
