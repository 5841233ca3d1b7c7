"""The pad and ``latents`` are other names of single coordinates: what a touch moves, one number a control. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.performance.controls import Playable
from vschaos.performance.table import TERRAIN, control_table
from vschaos.realtime.protocol import Snapshot

LATENT = "latent.z"
LABEL = "label."
MOMENTARY = frozenset(control.id for control in control_table(Playable(latent_dims=1)) if control.momentary)
"""Orders rather than values: nothing of them is to be shown or remembered."""

_PAD = {"pad.x": "latent.z1", "pad.y": "latent.z2"}


def single_values(control: str, values: Sequence[float]) -> dict[str, float]:
    """What a touch moves, by id: ``pad`` at 0.1, 0.2 is ``latent.z1`` at 0.1 and ``latent.z2`` at 0.2."""
    if control in MOMENTARY or control == TERRAIN:  # of a place on the map, the coordinates are remembered
        return {}
    if control in ("pad", "latents"):
        return {f"{LATENT}{axis}": value for axis, value in enumerate(values, 1)}
    return {_PAD.get(control, control): values[0]}


def snapshot_values(snapshot: Snapshot) -> dict[str, float]:
    """What the engine says of coordinates and labels, and of each other control that is not at its default."""
    return {
        **single_values("latents", snapshot.latent),
        **{f"{LABEL}{label.name}": label.value for label in snapshot.labels},
        **{one.control: one.value for one in snapshot.values},
    }
