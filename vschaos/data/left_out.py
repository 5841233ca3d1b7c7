"""Sounds that the user leaves out: they stay in their folder, and nothing is learnt from them. Torch-free.

A list of their names lies beside them, so that every scan of the folder knows it: that of the window, of a training
and of a forecast.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from vschaos.errors import DatasetError
from vschaos.files import read_file, write_file

LEFT_OUT_FILE = ".vschaos-left-out"
"""In the dataset's folder: a name a line, as a scan gives it."""

LARGEST_BYTES = 64 << 20


def read_left_out(root: Path) -> frozenset[str]:
    """The names of the sounds that are left out of a dataset, be they there or not.

    Raises
    ------
    DatasetError
        If the list is there and cannot be read.
    """
    try:
        text = read_file(root / LEFT_OUT_FILE, LARGEST_BYTES).decode("utf-8", "replace")
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise DatasetError(
            f"The list of sounds that are left out of “{root}” cannot be read: {error.strerror or error}.",
            f"Change the permissions of {LEFT_OUT_FILE} in this folder, or remove it.",
        ) from error
    return frozenset(line for line in text.split("\n") if line)


def write_left_out(root: Path, names: Collection[str]) -> None:
    """Leave out these sounds from now on, and no others; the old list or the new one is there.

    Raises
    ------
    DatasetError
        If the folder cannot be written.
    """
    path = root / LEFT_OUT_FILE
    try:
        if not names:
            path.unlink(missing_ok=True)
            return
        write_file(path, "".join(f"{name}\n" for name in sorted(names)).encode("utf-8", "replace"))
    except OSError as error:
        raise DatasetError(
            f"Which sounds are left out cannot be saved in “{root}”: {error.strerror or error}.",
            "Change the folder's permissions, or free some space.",
        ) from error
