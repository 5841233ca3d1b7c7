"""What a person saved in the patches of an export outlives the next export of that name.

The description of an export has a fingerprint of each patch as it was written: of its text, and of the numbers in its
arrays, which are the snapshots and places of Pure Data's. A patch whose text is another now stays beside the new one,
as ``NAME-kept``. Numbers that are others now go into the new patch, if it has the same controls.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from vschaos.export import patches_max, patches_pd
from vschaos.export.description import ExportDescription
from vschaos.export.earlier import KEPT
from vschaos.files import write_file

_ARRAY = re.compile(rb"array define -k (\S+) (\d+)[^;]*;\s+((?:#A \d[^;]*;\s+)*)")
_NAMES = re.compile(rb"text define -k (\S+)[^;]*;\s+#A set ((?:[^;\\]|\\.)*);", re.DOTALL)


def fingerprints(description: ExportDescription) -> tuple[str, ...]:
    """Of each patch as it is written: the file's name, and the hashes of its text and of its numbers."""
    with tempfile.TemporaryDirectory(prefix="vschaos-export-") as workshop:
        folder = Path(workshop)
        paths = (*patches_pd.write_patches(folder, description), *patches_max.write_patches(folder, description))
        return tuple(" ".join((path.name, *_hashes(path.read_bytes()))) for path in sorted(paths))


def keep_changed(
    stage: Path, target: Path, names: Iterable[str], written: Iterable[str], *, numbers: bool
) -> tuple[str, ...]:
    """Take what is changed in ``target`` into ``stage``, from where new patches replace those of before.

    Parameters
    ----------
    names
        Of the new patches in ``stage``.
    written
        Fingerprints of the former export; empty if it had none.
    numbers
        Whether numbers are taken over: not into another instrument's patches.

    Returns
    -------
    tuple
        The names of the patches that stay beside the new ones.
    """
    known = {line[0]: line[1:] for line in map(str.split, written) if len(line) == 3}
    kept: list[str] = []
    for name in names:
        before, after = target / name, stage / name
        if not before.is_file() or (content := before.read_bytes()) == (fresh := after.read_bytes()):
            continue
        was, now = known.get(name, ["", ""]), _hashes(content)
        moved = numbers and now[1] != was[1] and _same_controls(fresh, content)
        if moved:
            write_file(after, _with_numbers(fresh, content))
        if (now[0] != was[0] or (now[1] != was[1] and not moved)) and (aside := _aside(before, content)):
            write_file(stage / aside, content)
            kept.append(aside)
    return tuple(kept)


def _aside(path: Path, content: bytes) -> str:
    """A free name for a patch that stays; empty if it is there under such a name already."""
    for number in count(1):
        place = path.with_name(f"{path.stem}{f'-{number}' if number > 1 else ''}{KEPT}{path.suffix[1:]}")
        if not place.exists():
            return place.name
        if place.is_file() and place.read_bytes() == content:
            break
    return ""


def _hashes(content: bytes) -> tuple[str, str]:
    """Of a patch without the numbers of its arrays, and of these."""
    numbers = [(found[1], found[3].split()) for found in _ARRAY.finditer(content)]
    parts = _ARRAY.sub(rb"array define -k \1 \2;", content), repr(numbers).encode()
    text, values = (hashlib.sha256(part).hexdigest()[:16] for part in parts)
    return text, values


def _same_controls(*patches: bytes) -> bool:
    """Whether two patches have the same arrays, and texts with the same names."""
    arrays = [{found[1]: found[2] for found in _ARRAY.finditer(one)} for one in patches]
    names = [{found[1]: found[2].split() for found in _NAMES.finditer(one)} for one in patches]
    return bool(arrays[0]) and arrays[0] == arrays[1] and names[0] == names[1]


def _with_numbers(fresh: bytes, before: bytes) -> bytes:
    """A patch with the numbers of another's arrays."""
    whole = {found[1]: found[0] for found in _ARRAY.finditer(before)}
    return _ARRAY.sub(lambda found: whole[found[1]], fresh)
