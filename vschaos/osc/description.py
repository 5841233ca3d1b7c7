"""What the instrument and its parts are called, as messages: for programs that show axes, labels and snapshots by name.

They are part of every status; what has changed is sent to all peers. Pure Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.performance.snapshots import Sound
from vschaos.performance.state import PerformanceState, values_of
from vschaos.performance.table import is_axis

NO_SNAPSHOT = "-"
"""The name of a place where no snapshot is stored; a stored one without a name is called by its number."""


@dataclass(frozen=True)
class EngineHealth:
    """What ``/vs/status/…`` reports; rate 0 and an empty model mean that there is none.

    ``along_axes`` and ``along_map`` say what grows along each axis and along the map's directions, such as “brighter”;
    empty where it is unknown, or nothing that has a name.
    """

    latency_ms: float = 0.0
    underruns: int = 0
    load: float = 0.0
    model: str = ""
    sample_rate_hz: int = 0
    level_db: float = -120.0
    along_axes: tuple[str, ...] = ()
    along_map: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[object, ...]:
        """What the description has of it."""
        return self.model, self.along_axes, self.along_map


def snapshot_names(snapshots: Sequence[Sound | None]) -> tuple[str, ...]:
    """A name for each place."""
    return tuple(
        [NO_SNAPSHOT if sound is None else sound.name or str(number) for number, sound in enumerate(snapshots, start=1)]
    )


def description(namespace: Namespace, state: PerformanceState, health: EngineHealth) -> list[OscMessage]:
    """The messages of the instrument that is played."""
    status = f"{namespace.prefix}/status"
    controls = namespace.controls.values()
    labels = [control for control in controls if control.label]
    return [
        OscMessage(f"{status}/model", (health.model,)),
        *_directions(namespace, health),
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


def _directions(namespace: Namespace, health: EngineHealth) -> list[OscMessage]:
    """How many axes there are, and the titles of all directions."""
    status, controls = f"{namespace.prefix}/status", namespace.controls.values()
    axes = [control.id.split(".")[-1] for control in controls if is_axis(control)]
    on_map = "xy" if any(control.on_map for control in controls) else ""
    return [
        OscMessage(f"{status}/axes", (len(axes),)),
        *(OscMessage(f"{status}/axis", (n, one)) for n, one in enumerate(_titles(axes, health.along_axes), start=1)),
        *(OscMessage(f"{status}/map", _titles(on_map, health.along_map)) for _ in on_map[:1]),
    ]


def _titles(names: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
    pairs = zip_longest(names, words[: len(names)], fillvalue="")
    return tuple(f"{name} {word}" if word else name for name, word in pairs)


class Announcements:
    """Finds what all peers have to get, because the instrument or the name of a snapshot has changed.

    Parameters
    ----------
    namespace, state, health
        What peers that ask now are answered.
    """

    def __init__(self, namespace: Namespace, state: PerformanceState, health: EngineHealth) -> None:
        self.controls = namespace.controls
        self._snapshots = state.snapshots
        self._names = snapshot_names(state.snapshots)
        self.health = health

    def due(self, namespace: Namespace, state: PerformanceState, health: EngineHealth) -> list[OscMessage]:
        """The messages to send now."""
        is_other = namespace.controls is not self.controls or health.named != self.health.named
        self.controls, self.health = namespace.controls, health
        before = self._names
        if state.snapshots is not self._snapshots:
            self._snapshots, self._names = state.snapshots, snapshot_names(state.snapshots)
        if is_other:
            return description(namespace, state, health)
        if self._names != before:
            return [OscMessage(f"{namespace.prefix}/status/snapshots", self._names)]
        return []
