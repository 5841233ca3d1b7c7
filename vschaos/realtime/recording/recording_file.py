"""One recording on its way to the disk: its file, and what is kept of it when the disk refuses.

Used by the recorder's thread alone.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from vschaos.realtime.recording.growing_file import GrowingFile
from vschaos.realtime.recording.history import Frames
from vschaos.realtime.recording.unfinished import Unfinished, UnfinishedNote


class RecordingFile:
    """A recording on its way to the disk: frames ``start`` to ``end``; ``end`` is open while it goes on.

    The recorder thread's own, but for ``end``. ``path`` is the file's name, another than the wanted one where that was
    taken; ``filed`` is how many frames can be read from it once it is closed.
    """

    def __init__(
        self, path: Path, start: int, end: int | None, rate_hz: int, channels: int, unfinished: Unfinished | None
    ) -> None:
        self.path = path
        self.start = start
        self.end = end
        self.next = start
        self.peak = 0.0
        self.clipped = 0
        self.filed = 0
        self._rate_hz = rate_hz
        self._channels = channels
        self._unfinished = unfinished
        self._note: UnfinishedNote | None = None
        self._file: GrowingFile | None = None

    def open(self) -> None:
        """Open the file, so that an unwritable path is reported at once."""
        if self._file is None:
            self._file = GrowingFile(self.path, sample_rate_hz=self._rate_hz, channels=self._channels)
            self.path = self._file.path
            if self._unfinished is not None:
                self._note = self._unfinished.begin(self.path)

    def write(self, frames: Frames) -> None:
        """Append frames, shape (n, channels)."""
        peak = max(float(frames.max()), -float(frames.min()))
        self.peak = max(self.peak, peak)
        if peak > 1.0:
            self.clipped += int(np.count_nonzero(np.abs(frames) > 1.0))
        self.open()
        assert self._file is not None
        self._file.write(frames)
        self.next += len(frames)

    def sync(self) -> None:
        """Have the file say how much there is."""
        if self._file is not None:
            self._file.sync()

    def close(self) -> None:
        """Finish the file; nothing is left of one that has no frames."""
        file, self._file = self._file, None
        try:
            if file is not None:
                self.filed = file.close()
        finally:
            note, self._note = self._note, None
            if note is not None:
                note.remove()
