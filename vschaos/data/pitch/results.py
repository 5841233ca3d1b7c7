"""Stretches of notes that were found in sounds, remembered by the sounds' content, so that none is heard twice.

One small file a sound in the user's cache folder, there under its name only when it is whole: an extraction that was
cancelled or killed goes on where it was. Torch-free.
"""

from __future__ import annotations

import json
from pathlib import Path

from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.pitch.track import HIGHEST_NOTE, LOWEST_NOTE, Stretch
from vschaos.errors import DatasetError
from vschaos.files import read_file, write_file
from vschaos.untrusted import parse_json

_FORMAT = 1  # part of the names: change it with anything that changes what is heard

LARGEST_BYTES = 16 << 20


class PitchResults:
    """What was found by one of CREPE's networks.

    Parameters
    ----------
    cache
        The cache folder; see `vschaos.data.cache.cache_folder`.
    model
        The network's name.
    """

    def __init__(self, cache: Path, model: str) -> None:
        self._folder = cache / "pitch"
        self._model = model

    def recall(self, key: str) -> tuple[Stretch, ...] | None:
        """What was found in a sound of this content, or None. A damaged file counts as none."""
        try:
            found = tuple(Stretch(*row) for row in parse_json(read_file(self._path(key), LARGEST_BYTES)))
            return found if found and all(_possible(stretch) for stretch in found) else None
        except (OSError, ValueError, TypeError):
            return None

    def remember(self, key: str, found: tuple[Stretch, ...]) -> None:
        """Keep what was found.

        Raises
        ------
        DatasetError
            If the cache folder cannot be written.
        """
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = [(stretch.onset_s, stretch.offset_s, stretch.note) for stretch in found]
            write_file(path, json.dumps(rows).encode())
        except OSError as error:
            raise DatasetError(
                f"The results cannot be saved in “{self._folder}”: {error.strerror or error}.",
                f"Free some space, or set {CACHE_VARIABLE} to a folder on another disk.",
            ) from error

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}-{self._model}-{_FORMAT}.json"


def _possible(stretch: Stretch) -> bool:
    """Whether a stretch that was read can be one."""
    note = stretch.note
    return stretch.onset_s < stretch.offset_s and (
        note is None or (isinstance(note, int) and LOWEST_NOTE <= note <= HIGHEST_NOTE)
    )
