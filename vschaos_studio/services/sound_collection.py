"""One folder for sounds that lie in several places: a collection of links to them, made when they are dropped.

Where the system makes no links, the sounds are linked to as one file under two names, or copied. The originals are
never touched. Runs in a task's worker.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import platformdirs

from vschaos.errors import VschaosError
from vschaos_studio.language import tr, translated
from vschaos_studio.services.file_copy import copy_whole
from vschaos_studio.services.tasks import TaskContext

LABELS = "metadata"
"""What a collection may hold beside its links, as any folder of sounds."""


def collections_folder() -> Path:
    """Where collections are made."""
    return platformdirs.user_documents_path() / "vschaos studio" / "collections"


@dataclass(frozen=True)
class Collection:
    """A folder of links, and whether it was made just now."""

    folder: Path
    is_new: bool


def collect(items: Sequence[Path], parent: Path, _context: TaskContext) -> Collection:
    """The collection of these files and folders: that which was made of them before, else a new one.

    Raises
    ------
    VschaosError
        If it cannot be made.
    """
    links = _links(items)
    title = _title(list(links.values()))
    folder, number = parent / title, 2
    while os.path.lexists(folder):
        if _holds(folder, links):
            return Collection(folder, is_new=False)
        folder, number = parent / f"{title} {number}", number + 1
    try:
        folder.mkdir(parents=True)
        for name, target in links.items():
            _link(target, folder / name)
    except (OSError, VschaosError) as error:
        shutil.rmtree(folder, ignore_errors=True)  # removes links, not what they lead to
        if isinstance(error, VschaosError):
            raise
        reason = translated(error.strerror or str(error))
        raise VschaosError(
            tr("The collection “{folder}” cannot be made: {reason}.", folder=folder, reason=reason),
            tr("Put the sounds into one folder yourself, and drop that."),
        ) from error
    return Collection(folder, is_new=True)


def _links(items: Sequence[Path]) -> dict[str, Path]:
    """The names in the collection, each with the file or folder that it leads to; what a folder holds needs no link."""
    items = list(dict.fromkeys(item.absolute() for item in items))
    dropped = set(items)
    links: dict[str, Path] = {}
    taken = {LABELS}
    for item in items:
        if dropped.intersection(item.parents):
            continue
        name = next(name for name in _names(item) if name.casefold() not in taken)
        taken.add(name.casefold())
        links[name] = item
    return links


def _names(item: Path) -> Iterator[str]:
    stem, suffix = (item.stem, item.suffix) if item.is_file() else (item.name or "disk", "")
    yield f"{stem}{suffix}"
    for number in count(2):
        yield f"{stem} {number}{suffix}"


def _title(items: Sequence[Path]) -> str:
    first = items[0].stem if items[0].is_file() else items[0].name or "disk"
    if len(items) == 1:
        return first
    if all(item.is_file() for item in items) and len({item.parent for item in items}) == 1:
        return f"{items[0].parent.name or 'disk'} ({len(items)})"
    return f"{first} + {len(items) - 1}"


def _holds(folder: Path, links: dict[str, Path]) -> bool:
    """Whether a folder is the collection of these links."""
    try:
        names = {place.name for place in folder.iterdir() if not place.name.startswith(".")} - {LABELS}
        return names == set(links) and all(target.samefile(folder / name) for name, target in links.items())
    except OSError:
        return False


def _link(target: Path, place: Path) -> None:
    try:
        place.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:  # Windows asks for a right that few have; memory sticks know no links
        if target.is_dir():
            shutil.copytree(target, place, copy_function=_link_or_copy)
        else:
            _link_or_copy(str(target), str(place))


def _link_or_copy(source: str, place: str) -> None:
    try:
        os.link(source, place)
    except OSError:
        copy_whole(Path(source), Path(place))
