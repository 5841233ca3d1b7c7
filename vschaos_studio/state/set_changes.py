"""What has changed between two versions of a set, in the words of a menu. Qt-free.

The versions are documents as `vschaos.performance.set_files` writes them. They are compared part by part, by their
text: a gesture may have a hundred thousand numbers, and most changes are of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from vschaos.performance.binding_sources import SOURCES
from vschaos.performance.bindings import Binding
from vschaos.performance.documents import VERSION
from vschaos.performance.set_files import KIND

_NO_GESTURE = b"null"

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
    return [*_snapshot_changes(now, wanted), *_gesture_changes(now, wanted), *_binding_changes(now, wanted)]


def _snapshot_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    old, new = (msgspec.json.decode(parts.get("snapshots", b"{}"), type=Parts) for parts in (now, wanted))
    for number in sorted({*old, *new}, key=int):
        if old.get(number) == new.get(number):
            continue
        verb = "Store" if number not in old else "Clear" if number not in new else "Overwrite"
        old.pop(number, None)
        if number in new:
            old[number] = new[number]
        now["snapshots"] = msgspec.Raw(msgspec.json.encode(old))
        yield SetChange(f"{verb} snapshot {number}", _document(now))


def _gesture_changes(now: Parts, wanted: Parts) -> Iterator[SetChange]:
    old, new = (bytes(parts.get("gesture", _NO_GESTURE)) for parts in (now, wanted))
    if old != new:
        title = "Clear the gesture" if new == _NO_GESTURE else "Change the gesture"
        now["gesture"] = msgspec.Raw(new)
        yield SetChange("New gesture" if old == _NO_GESTURE else title, _document(now))


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
        names = ", ".join(f"“{control}”" for control in list(changed)[:3]) + (", …" if len(changed) > 3 else "")
        had, has = (any(one.control in changed for one in bindings) for bindings in (old, new))
        verb = "Assign" if not had else "Change assignment of" if has else "Remove assignment of"
        kind = f"{source.name} {names}" if had and has else ""
        yield SetChange(f"{verb} {names}", _document(now), kind)


def _parts(document: bytes) -> Parts:
    return msgspec.json.decode(document, type=Parts)


def _document(parts: Parts) -> bytes:
    head = {"format": f"vschaos {KIND}", "version": VERSION}
    return msgspec.json.encode({**head, **parts})
