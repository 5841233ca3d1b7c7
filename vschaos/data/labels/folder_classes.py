"""Labels without metadata: each subfolder of a folder of sounds is a class, known by the folder's name. Torch-free.

::

    drums/kick/a.wav  b.wav         classes: hat, kick, snare
          snare/c.wav
          hat/closed/d.wav          a hat as well: the first folders that differ count
          noise.wav                 in no subfolder: unlabelled
"""

from __future__ import annotations

import re
from collections.abc import Collection

from vschaos.configs.schema import MAX_CLASSES
from vschaos.data.labels.model import LabelEntry, Task, whole_file
from vschaos.errors import DatasetError


def labels_from_folders(sounds: Collection[str], name: str = "folder") -> tuple[Task, dict[str, LabelEntry]]:
    """Make a task of classes from the folders that sounds are in.

    Parameters
    ----------
    sounds
        Names of the sounds, as a scan gives them. Folders that all of them share, ``data/`` for instance, make no
        difference; the first ones below that differ are the classes.
    name
        The task's name.

    Returns
    -------
    tuple
        The task, its classes sorted as a person would (“part 2” before “part 10”), and its entries by sound. A sound
        beside the classes' folders has none: it is unlabelled.

    Raises
    ------
    DatasetError
        If there are fewer than two different folders, or more than there can be classes.
    """
    folders = {sound: sound.split("/")[:-1] for sound in sounds}
    depth = 0
    while len(names := {parts[depth] for parts in folders.values() if len(parts) > depth}) == 1:
        depth += 1
    if not names:
        raise DatasetError(
            f"The folders cannot be the classes of “{name}”: the sounds are not in two or more subfolders.",
            "Sort them into one subfolder per class, or write metadata.",
        )
    if len(names) > MAX_CLASSES:
        raise DatasetError(
            f"There are too many folders ({len(names):,}) to be the classes of “{name}”.",
            f"Sort the sounds into at most {MAX_CLASSES:,} subfolders, or write metadata.",
        )
    classes = sorted(names, key=_natural)
    numbers = {each: number for number, each in enumerate(classes)}
    entries = {
        sound: whole_file(float(numbers[parts[depth]])) for sound, parts in folders.items() if len(parts) > depth
    }
    return Task(name, "int", tuple(classes)), entries


def _natural(name: str) -> tuple[list[tuple[int, str]], str]:
    """A key that counts numbers inside of names; names that differ in letter case alone keep one order."""
    pieces = re.split(r"(\d+)", name.casefold())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces], name
