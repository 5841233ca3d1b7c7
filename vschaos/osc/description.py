"""What the instrument is called and what it has, as messages: for programs that show its labels and snapshots by name.

They are part of every status; what has changed is sent to all peers. Pure Python.
"""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.performance.snapshots import Sound
from vschaos.performance.state import PerformanceState, values_of
from vschaos.performance.table import is_axis

NO_SNAPSHOT = "-"
"""The name of a place where no snapshot is stored; a stored one without a name is called by its number."""


def snapshot_names(snapshots: Sequence[Sound | None]) -> tuple[str, ...]:
    """A name for each place."""
    return tuple(
        [NO_SNAPSHOT if sound is None else sound.name or str(number) for number, sound in enumerate(snapshots, start=1)]
    )


def description(namespace: Namespace, state: PerformanceState, model: str) -> list[OscMessage]:
    """The messages of an instrument that is called ``model``."""
    status = f"{namespace.prefix}/status"
    controls = namespace.controls.values()
    labels = [control for control in controls if control.label]
    return [
        OscMessage(f"{status}/model", (model,)),
        OscMessage(f"{status}/axes", (sum(map(is_axis, controls)),)),
        OscMessage(f"{status}/labels", (len(labels),)),
        *(
            OscMessage(
                f"{status}/label",
                (place, one.label, one.low, one.high, *values_of(state, one), *one.names),
            )
            for place, one in enumerate(labels, start=1)
        ),
        OscMessage(f"{status}/snapshots", snapshot_names(state.snapshots)),
    ]


class Announcements:
    """Finds what all peers have to get, because the instrument or the name of a snapshot has changed.

    Parameters
    ----------
    namespace, state, model
        What peers that ask now are answered.
    """

    def __init__(self, namespace: Namespace, state: PerformanceState, model: str) -> None:
        self._controls = namespace.controls
        self._snapshots = state.snapshots
        self._names = snapshot_names(state.snapshots)
        self.model = model

    def due(self, namespace: Namespace, state: PerformanceState, model: str) -> list[OscMessage]:
        """The messages to send now."""
        is_other = namespace.controls is not self._controls or model != self.model
        self._controls, self.model = namespace.controls, model
        before = self._names
        if state.snapshots is not self._snapshots:
            self._snapshots, self._names = state.snapshots, snapshot_names(state.snapshots)
        if is_other:
            return description(namespace, state, model)
        if self._names != before:
            return [OscMessage(f"{namespace.prefix}/status/snapshots", self._names)]
        return []
