"""What has changed between two versions of a set, in the words of a menu. Qt-free.

The versions are documents as `vschaos.performance.set_files` writes them. They are compared part by part, by their
text: a gesture may have a hundred thousand numbers, and most changes are of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from vschaos.performance.binding_sources import SOURCES
from vschaos.performance.bindings import Binding
from vschaos.performance.documents import VERSION
from vschaos.performance.set_files import KIND
from vschaos_studio.language import quoted, tr

_NO_GESTURE = b"null"
_NO_TUNING = msgspec.Raw(b"null")

Parts = dict[str, msgspec.Raw]
"""The fields of a document, each as its text."""


@dataclass(frozen=True)
class SetChange:
    """A change, and the document that it leads to.

    Changes of the range or the curve of one assignment have the same ``kind``: they may follow each other closely, as a
    slider is dragged. Others have none.
    """

    title: str
    document: bytes
    kind: str = ""


def changes_between(before: bytes, after: bytes) -> list[SetChange]:
    """The changes that lead from one document to the other, in order."""
    now, wanted = _parts(before), _parts(after)
    return [
        *_snapshot_changes(now, wanted),
        *_gesture_changes(now, wanted),
        *_tuning_changes(now, wanted),
        *_binding_changes(now, wanted),
    ]


def _snapshot_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    old, new = (msgspec.json.decode(parts.get("snapshots", b"{}"), type=Parts) for parts in (now, wanted))
    for number in sorted({*old, *new}, key=int):
        if old.get(number) == new.get(number):
            continue
        title = _snapshot_title(number, old.get(number), new.get(number))
        old.pop(number, None)
        if number in new:
            old[number] = new[number]
        now["snapshots"] = msgspec.Raw(msgspec.json.encode(old))
        yield SetChange(title, _document(now))


def _snapshot_title(number: str, old: msgspec.Raw | None, new: msgspec.Raw | None) -> str:
    """What was done to a snapshot."""
    if old is None:
        return tr("Store snapshot {number}", number=number)
    if new is None:
        return tr("Clear snapshot {number}", number=number)
    before, after = (msgspec.json.decode(one, type=dict[str, Any]) for one in (old, new))
    sounds_alike = all(before.get(name) == after.get(name) for name in {*before, *after} - {"name", "colour"})
    if sounds_alike:
        return tr("Name snapshot {number}", number=number)
    return tr("Overwrite snapshot {number}", number=number)


def _gesture_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    old, new = (bytes(parts.get("gesture", _NO_GESTURE)) for parts in (now, wanted))
    if old != new:
        title = tr("Clear the gesture") if new == _NO_GESTURE else tr("Change the gesture")
        now["gesture"] = msgspec.Raw(new)
        yield SetChange(tr("New gesture") if old == _NO_GESTURE else title, _document(now))


def _tuning_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    old, new = (parts.get("tuning", _NO_TUNING) for parts in (now, wanted))
    if old != new:
        now["tuning"] = new
        yield SetChange(tr("Change the tuning"), _document(now))


def _binding_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    for source in SOURCES:
        raw = wanted.get(source.file_field, msgspec.Raw(b"[]"))
        old, new = (
            msgspec.json.decode(part, type=tuple[Binding, ...]) for part in (now.get(source.file_field, b"[]"), raw)
        )
        changed = dict.fromkeys(one.control for one in (*old, *new) if one not in old or one not in new)
        if not changed:
            continue
        now[source.file_field] = raw
        names = ", ".join(quoted(control) for control in list(changed)[:3]) + (", …" if len(changed) > 3 else "")
        had, has = (any(one.control in changed for one in bindings) for bindings in (old, new))
        if not had:
            title = tr("Assign {controls}", controls=names)
        elif has:
            title = tr("Change assignment of {controls}", controls=names)
        else:
            title = tr("Remove assignment of {controls}", controls=names)
        kind = f"{source.name} {names}" if had and has else ""
        yield SetChange(title, _document(now), kind)


def _parts(document: bytes) -> Parts:
    return msgspec.json.decode(document, type=Parts)


def _document(parts: Parts) -> bytes:
    head = {"format": f"vschaos {KIND}", "version": VERSION}
    return msgspec.json.encode({**head, **parts})
