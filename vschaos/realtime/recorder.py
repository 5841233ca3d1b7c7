"""Recording what is heard, sample by sample, and keeping the last minute although nobody had pressed “record”.

The inference thread hands every block to :meth:`Recorder.tap`, which copies it into a circular buffer of more than a
minute (`vschaos.realtime.history`) and does nothing else. Whether or not anything is recorded makes no difference to
it: a recording is no more than the number of its first frame and that of its last, and a thread of its own,
``recorder``, carries those frames from the buffer to the disk::

    inference ── tap ──▶ history  ░░░░░░░░██████████████░░░░
                                          ▲ start      ▲ stop        orders, from any thread: frame numbers
                                          └─ recorder thread ─▶ NAME.wav

The disk may be a minute late. When it is later than that, or full, the recording ends there, what was written is kept
under its name, and a sentence tells.
"""

from __future__ import annotations

import shutil
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.errors import AudioFileError, VschaosError
from vschaos.realtime.history import History
from vschaos.realtime.protocol import Notice, Recorded
from vschaos.realtime.take import Take

KEPT_S = 60.0
"""How much can be saved afterwards."""

MARGIN_S = 10.0
"""Heard while the last minute is copied, or while the disk makes a recording wait; beyond `KEPT_S`."""

DRAIN_EVERY_S = 0.25
PIECE_FRAMES = 8192
"""Copied at once: for some 6 µs, in which the inference thread may have to wait for the interpreter."""

PART_BYTES = (1 << 32) - (1 << 20)
"""Of samples in a wav: its sizes are numbers of 32 bits, and libsndfile writes on beyond them what nobody can read."""

SAMPLE_BYTES = 3
RESERVE_BYTES = 4 << 20
"""Left free on the disk, so that a recording can still be finished in order when it is full."""

CLOSES_WITHIN_S = 10.0

CLOSED = Notice("Nothing is recorded while the audio output is changed.", "Try again in a moment.")


Tell = Callable[[Notice | Recorded | VschaosError], None]


@dataclass(frozen=True)
class RecorderStatus:
    """What the recorder is doing. ``path`` is empty while nothing is recorded.

    ``seconds`` is how long the recording is by now; ``peak`` its loudest sample so far (full scale: 1) and ``clipped``
    how many samples of it were over full scale, both as far as it has reached the disk. ``kept_s`` is how much
    :meth:`Recorder.save_last` would find.
    """

    path: str = ""
    seconds: float = 0.0
    peak: float = 0.0
    clipped: int = 0
    kept_s: float = 0.0


class Recorder:
    """Records what is heard, and keeps the last minute.

    Parameters
    ----------
    sample_rate_hz
        Of the device: a recorder is made for each rate.
    channels
        Of the files.
    tell
        Takes what the user should know: a recording that was saved, or one that ended too early. Called by the
        recorder's thread, or by the one that gives an order that cannot be followed; must not block.
    kept_s, margin_s
        See `KEPT_S`, `MARGIN_S`.
    part_bytes, reserve_bytes
        See `PART_BYTES`, `RESERVE_BYTES`.
    background
        Whether a thread does the work; without, whoever made the recorder calls :meth:`work`.
    """

    def __init__(
        self,
        sample_rate_hz: int,
        channels: int = 2,
        *,
        tell: Tell,
        kept_s: float = KEPT_S,
        margin_s: float = MARGIN_S,
        part_bytes: int = PART_BYTES,
        reserve_bytes: int = RESERVE_BYTES,
        background: bool = True,
    ) -> None:
        self._rate_hz = sample_rate_hz
        self._channels = channels
        self._tell = tell
        self._kept = round(kept_s * sample_rate_hz)
        self._part_frames = max(part_bytes // (SAMPLE_BYTES * channels), 1)
        self._reserve_bytes = reserve_bytes
        self._history = History(self._kept + round(margin_s * sample_rate_hz), channels)
        self._piece = np.empty((PIECE_FRAMES, channels), np.float32)
        # Between those who give orders and the thread that follows; never taken by `tap`.
        self._lock = threading.Lock()
        self._live: Take | None = None
        self._takes: tuple[Take, ...] = ()
        self._saves: deque[Take] = deque()
        self._closing = False
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        if background:
            self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
            self._thread.start()

    # ── the inference thread ──────────────────────────────────────────────────────────────────────────────

    def tap(self, frames: NDArray[np.float32]) -> None:
        """Take what is heard next, shape (n, channels), or (n, 1) for the same on every channel; only copies."""
        self._history.write(frames)

    # ── orders, from any thread ───────────────────────────────────────────────────────────────────────────

    def start(self, path: Path) -> None:
        """Record from the next sample on; returns at once. Where the file cannot be written, that is told.

        Parameters
        ----------
        path
            ``.wav`` or ``.flac``, 24 bit. A file of that name stays: the recording is saved beside it, with a number.
        """
        with self._lock:
            busy = self._live
            closing = self._closing
            if busy is None and not closing:
                self._live = self._new_take(path, self._history.written, None)
                self._takes = (*self._takes, self._live)
        if busy is not None:
            self._tell(Notice(f"“{busy.path.name}” is being recorded already.", "Stop it first."))
        elif closing:
            self._tell(CLOSED)
        self._wake.set()

    def stop(self) -> None:
        """End the recording before the next sample; it is saved soon, which is told. Without one, nothing happens."""
        with self._lock:
            self._end_live()
        self._wake.set()

    def save_last(self, path: Path, seconds: float = KEPT_S) -> None:
        """Save what was just heard, whether or not it is being recorded; returns at once.

        Parameters
        ----------
        path
            As in :meth:`start`.
        seconds
            How much, at most: no more than `KEPT_S` is there.
        """
        end = self._history.written
        start = max(end - min(round(seconds * self._rate_hz), self._kept), 0)
        if start >= end:
            self._tell(Notice("Nothing was heard yet that could be saved.", "Play something first."))
            return
        with self._lock:
            closing = self._closing
            if not closing:
                self._saves.append(self._new_take(path, start, end))
        if closing:
            self._tell(CLOSED)
        self._wake.set()

    def close(self) -> None:
        """End the recording, write what waits, and end the thread."""
        with self._lock:
            self._closing = True
            self._end_live()
        self._wake.set()
        if self._thread is None:
            self.work()
        else:
            self._thread.join(CLOSES_WITHIN_S)

    @property
    def status(self) -> RecorderStatus:
        """What is being recorded, and how much is kept."""
        written, take = self._history.written, self._live
        kept_s = min(written, self._kept) / self._rate_hz
        if take is None:
            return RecorderStatus(kept_s=kept_s)
        return RecorderStatus(str(take.path), (written - take.start) / self._rate_hz, take.peak, take.clipped, kept_s)

    def _end_live(self) -> None:
        if self._live is not None:
            self._live.end = self._history.written
            self._live = None

    def _new_take(self, path: Path, start: int, end: int | None) -> Take:
        return Take(path, start, end, self._rate_hz, self._channels)

    # ── the recorder's thread ─────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while True:
            self._wake.wait(DRAIN_EVERY_S if self._takes else None)
            self._wake.clear()
            with self._lock:
                closing = self._closing
            self.work()
            if closing:
                return

    def work(self) -> None:
        """Carry to the disk what is due; by the recorder's thread alone."""
        # The oldest frames first: they are the next to be overwritten.
        while self._saves:
            self._save(self._saves.popleft())
        for take in self._takes:
            self._advance(take)

    def _save(self, take: Take) -> None:
        """Save the past. It is copied as a whole before the disk is asked, which may be slow."""
        assert take.end is not None
        frames = np.empty((take.end - take.start, self._channels), np.float32)
        begin = 0
        for at in range(0, len(frames), PIECE_FRAMES):
            if not self._history.read_into(take.start + at, frames[at : at + PIECE_FRAMES]):
                begin = min(at + PIECE_FRAMES, len(frames))
        take.start = take.next = take.start + begin
        try:
            for at in range(begin, len(frames), PIECE_FRAMES):
                self._check_space(take)
                take.write(frames[at : at + PIECE_FRAMES], self._part_frames)
            self._finish(take)
        except AudioFileError as error:
            self._end_early(take, error)

    def _advance(self, take: Take) -> None:
        """Write what has been heard of a recording since the last time, and finish it at its end."""
        end = take.end
        until = self._history.written if end is None else end
        try:
            take.open()
            while take.next < until:
                piece = self._piece[: min(PIECE_FRAMES, until - take.next)]
                if not self._history.read_into(take.next, piece):
                    raise AudioFileError(
                        f"“{take.path.name}” could not be saved whole: its disk was more than a minute late.",
                        "Record to another disk, or close programs that keep it busy.",
                    )
                self._check_space(take)
                take.write(piece, self._part_frames)
            if end is not None:
                self._finish(take)
                self._forget(take)
        except AudioFileError as error:
            self._forget(take)
            self._end_early(take, error)

    def _check_space(self, take: Take) -> None:
        try:
            free = shutil.disk_usage(take.path.parent).free
        except OSError:
            return
        if free < self._reserve_bytes + self._piece.nbytes:
            raise AudioFileError(
                f"“{take.path.name}” could not be saved whole in “{take.path.parent}”: the disk is full.",
                "Free some space, or choose a folder on another disk.",
            )

    def _finish(self, take: Take) -> None:
        take.close()
        if not take.filed:
            raise AudioFileError(f"“{take.path.name}” was not saved: nothing was heard.", "Play something first.")
        self._tell(Recorded(str(take.files[-1]), take.filed / self._rate_hz))
        if take.clipped:
            sentence = f"{take.clipped} of the samples of “{take.path.name}” were over full scale and are clipped."
            self._tell(Notice(sentence, "Turn the level down and record again.", is_error=False))

    def _end_early(self, take: Take, error: AudioFileError) -> None:
        """Keep what there is of a recording that cannot go on."""
        try:
            take.close()
        except AudioFileError as further:
            error = further
        kept = f" Its first {take.filed / self._rate_hz:.1f} s are kept in {take.names}." if take.filed else ""
        self._tell(AudioFileError(error.sentence + kept, error.remedy))

    def _forget(self, take: Take) -> None:
        with self._lock:
            self._takes = tuple(other for other in self._takes if other is not take)
            if self._live is take:
                self._live = None
