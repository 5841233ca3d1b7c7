"""Where the recordings that an instrument learned from are, as long as they are still on this computer. Qt-free."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from vschaos.errors import TrainingError

CONFIG = "config.yaml"
"""Of a run, which holds its instruments."""


def sound_folders(instrument: Path | None, others: Iterable[Path]) -> tuple[Path, ...]:
    """Folders in which an instrument's recordings may be: that of its training, then the others.

    Parameters
    ----------
    instrument
        Its file; one that lies in the folder of its training is a sure guide.
    others
        Folders of sounds that were opened.
    """
    found = list(others)
    if instrument is not None and (instrument.parent / CONFIG).is_file():
        # Imported here: most instruments that are played lie elsewhere, and the window opens sooner without.
        from vschaos.training.runs import read_record

        with contextlib.suppress(TrainingError):
            found.insert(0, Path(read_record(instrument.parent).config.data.dataset.root))
    return tuple(dict.fromkeys(found))


def find_recording(name: str, folders: Iterable[Path]) -> Path | None:
    """The file of a sound in one of the folders; None where it is in none. Names come from files of strangers."""
    for folder in folders:
        path = folder / name
        if name and ".." not in Path(name).parts and not Path(name).is_absolute() and path.is_file():
            return path
    return None
