"""Which recordings are being made: noted in the user's own data, so that those of a killed process are found again.

A note is a file that names the recording, with a lock beside it that its process holds as long as the recording lasts.
The system releases the lock of a process that dies: a note that can be locked is one that nobody works on any more.
"""

from __future__ import annotations

import contextlib
import json
import os
import uuid
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import soundfile
from filelock import FileLock, Timeout

from vschaos.realtime.protocol import Recovered
from vschaos.realtime.recording.sound_header import complete_header, system_name

CONFIG_VARIABLE = "VSCHAOS_CONFIG"
FOLDER = "unfinished"
LONGEST_NOTE = 1 << 16


def unfinished_folder() -> Path:
    """Where notes are kept: beside the settings that ``VSCHAOS_CONFIG`` names, or in the user's data."""
    chosen = os.environ.get(CONFIG_VARIABLE)
    root = Path(chosen) if chosen else platformdirs.user_data_path("vschaos-studio", appauthor=False)
    return root / FOLDER


@dataclass(frozen=True)
class UnfinishedNote:
    """The note of a recording that this process makes."""

    file: Path
    lock: FileLock

    def remove(self) -> None:
        """The recording is finished."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
            self.lock.release()
            _lock_file(self.file).unlink(missing_ok=True)


class Unfinished:
    """The notes of one folder. Any thread may use it.

    Parameters
    ----------
    folder
        Where notes are kept; made when there is something to note.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self, path: Path) -> UnfinishedNote | None:
        """Note that a recording is being made; None where that cannot be noted, which is no reason not to record."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"{uuid.uuid4().hex}.json"
            lock = _lock(file)
            lock.acquire(timeout=0)
            self._write(file, path)
        except (OSError, Timeout):
            return None
        return UnfinishedNote(file, lock)

    def leave(self, path: Path) -> None:
        """Note a recording that is finished, but could not be reported."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._folder / f"{uuid.uuid4().hex}.json", path)

    def recover(self) -> list[Recovered]:
        """Complete the files that nobody works on any more, and forget their notes.

        A file whose folder is not there, such as one on a drive that is not connected, is looked for again next time.
        """
        found: list[Recovered] = []
        for file in sorted(self._folder.glob("*.json")):
            lock = _lock(file)
            try:
                with lock.acquire(timeout=0):
                    path = self._read(file)
                    if path is not None and not path.parent.is_dir():
                        continue
                    recovered = None if path is None else _complete(path)
                    file.unlink(missing_ok=True)
            except (OSError, Timeout):
                continue
            with contextlib.suppress(OSError):
                _lock_file(file).unlink(missing_ok=True)
            if recovered is not None:
                found.append(recovered)
        return found

    def _write(self, file: Path, path: Path) -> None:
        # JSON writes what is not valid in the file system's encoding as escapes, and gives it back.
        file.write_text(json.dumps({"path": str(path.absolute())}), encoding="ascii")

    def _read(self, file: Path) -> Path | None:
        """The recording that a note names; None for one that makes no sense, such as one cut off itself."""
        try:
            with file.open(encoding="ascii") as opened:
                noted = json.loads(opened.read(LONGEST_NOTE))
            path = Path(noted["path"])
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return path if "\0" not in str(path) else None


def _complete(path: Path) -> Recovered | None:
    """Complete a recording; one without any sound is removed, and None."""
    try:
        frames = complete_header(path, cut_off=True) if path.stat().st_size else 0
        if not frames:
            path.unlink()
            return None
        return Recovered(str(path), frames / soundfile.info(system_name(path)).samplerate)
    except (OSError, soundfile.LibsndfileError):
        return None


def _lock_file(file: Path) -> Path:
    return file.with_suffix(".lock")


def _lock(file: Path) -> FileLock:
    # Begun by the recorder's thread, and ended by whoever closes the recorder.
    return FileLock(_lock_file(file), thread_local=False)
