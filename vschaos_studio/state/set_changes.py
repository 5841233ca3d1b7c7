"""What has changed between two versions of a set, in the words of a menu. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vschaos.performance.bindings import Binding
from vschaos.performance.gestures import Gesture
from vschaos.performance.set_files import PerformanceSet
from vschaos.performance.snapshots import Sound


@dataclass(frozen=True)
class SetChange:
    """One change; ``kind`` is the same for changes of the same assignment, which may follow each other closely."""

    title: str
    after: PerformanceSet
    kind: str = ""


def changes_between(before: PerformanceSet, after: PerformanceSet) -> list[SetChange]:
    """The changes that lead from one version to the other, each with the set that it leads to."""
    return [*_snapshot_changes(before, after), *_gesture_changes(before, after), *_binding_changes(before, after)]


def _snapshot_changes(before: PerformanceSet, after: PerformanceSet) -> Iterator[SetChange]:
    count = max(len(before.snapshots), len(after.snapshots))
    now = _padded(before.snapshots, count)
    for index, (old, new) in enumerate(zip(now, _padded(after.snapshots, count), strict=True)):
        if old != new:
            now = (*now[:index], new, *now[index + 1 :])
            verb = "Store" if old is None else "Clear" if new is None else "Overwrite"
            yield SetChange(f"{verb} snapshot {index + 1}", replace(before, snapshots=now))


def _gesture_changes(before: PerformanceSet, after: PerformanceSet) -> Iterator[SetChange]:
    if before.gesture != after.gesture:
        changed = replace(before, snapshots=after.snapshots, gesture=after.gesture)
        yield SetChange(_gesture_title(before.gesture, after.gesture), changed)


def _gesture_title(old: Gesture | None, new: Gesture | None) -> str:
    if new is None:
        return "Clear the gesture"
    return "New gesture" if old is None else "Change the gesture"


def _binding_changes(before: PerformanceSet, after: PerformanceSet) -> Iterator[SetChange]:
    for source in dict.fromkeys((*before.bindings, *after.bindings)):
        old = before.bindings.get(source, ())
        new = after.bindings.get(source, ())
        if old == new:
            continue
        removed, added = _by_key(old), _by_key(new)
        changed = [key for key in {**removed, **added} if removed.get(key) != added.get(key)]
        controls = list(dict.fromkeys(control for *_, control in changed))
        verb = _verb(old, new, controls)
        names = ", ".join(f"“{control}”" for control in controls[:3]) + (", …" if len(controls) > 3 else "")
        yield SetChange(f"{verb} {names}", replace(after, bindings=_with(before, after, source)), f"{source} {names}")


def _verb(old: tuple[Binding, ...], new: tuple[Binding, ...], controls: list[str]) -> str:
    had = any(one.control in controls for one in old)
    has = any(one.control in controls for one in new)
    return "Assign" if not had else "Change assignment of" if has else "Remove assignment of"


def _with(before: PerformanceSet, after: PerformanceSet, source: str) -> Mapping[str, tuple[Binding, ...]]:
    """The bindings of before, of the sources up to and with this one as they are after."""
    made = dict(before.bindings)
    for name in dict.fromkeys((*before.bindings, *after.bindings)):
        made[name] = after.bindings.get(name, ())
        if name == source:
            break
    return {name: some for name, some in made.items() if some}


def _by_key(bindings: tuple[Binding, ...]) -> dict[tuple[str, int, str], Binding]:
    return {(one.source, one.channel, one.control): one for one in bindings}


def _padded(snapshots: tuple[Sound | None, ...], count: int) -> tuple[Sound | None, ...]:
    return snapshots + (None,) * (count - len(snapshots))
