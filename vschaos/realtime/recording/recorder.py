"""Recording what is heard, sample by sample, and keeping the last minute although nobody had pressed “record”.

The audio thread copies every block into a circular buffer of more than a minute (`vschaos.realtime.recording.history`)
and does nothing else. Whether or not anything is recorded makes no
difference to it: a recording is no more than the number of its first frame and that of its last, and a thread of
its own, ``recorder``, carries those frames from the buffer to the disk::

    audio thread ──────▶ history  ░░░░░░░░██████████████░░░░
                                          ▲ start      ▲ stop        orders, from any thread: frame numbers
                                          └─ recorder thread ─▶ NAME.wav

The disk may be a minute late. When it is later than that, or full, the recording ends there, what was written is kept
under its name, and a sentence says so. The file has its name from the beginning, and can be read at any moment
(`vschaos.realtime.recording.growing_file`): when this process is killed, what was heard until a quarter of a second
before is in it. The next engine finds and completes it (`vschaos.realtime.recording.unfinished`).
"""

from __future__ import annotations

import shutil
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vschaos.errors import AudioFileError, VschaosError
from vschaos.realtime.protocol import Problem, Recorded
from vschaos.realtime.recording.history import History
from vschaos.realtime.recording.recording_file import RecordingFile
from vschaos.realtime.recording.unfinished import Unfinished

KEPT_S = 60.0
"""How much can be saved afterwards."""

MARGIN_S = 10.0
"""Heard while the last minute is copied, or while the disk makes a recording wait; beyond `KEPT_S`."""

DRAIN_EVERY_S = 0.25
PIECE_FRAMES = 8192
"""Copied at once."""

RESERVE_BYTES = 4 << 20
"""Left free on the disk, so that a recording can still be finished in order when it is full."""

CLOSES_WITHIN_S = 10.0

_REPORT = "Please report this. “Save last 60 s” can still save the last minute."

CLOSED = Problem("Recording is not possible while the audio output changes.", "Try again in a moment.")


Tell = Callable[[Problem | Recorded | VschaosError], None]


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
    report
        Takes what the user should know: a recording that was saved, or one that ended too early. Called by the
        recorder's thread, or by the one that gives an order that cannot be followed; must not block.
    kept_s, margin_s
        See `KEPT_S`, `MARGIN_S`.
    reserve_bytes
        See `RESERVE_BYTES`.
    unfinished
        Where it is noted what is being recorded; by default nowhere.
    background
        Whether a thread does the work; without, whoever made the recorder calls :meth:`work`.

    Attributes
    ----------
    history
        What was heard last; the audio thread writes it.
    """

    def __init__(
        self,
        sample_rate_hz: int,
        channels: int = 2,
        *,
        report: Tell,
        kept_s: float = KEPT_S,
        margin_s: float = MARGIN_S,
        reserve_bytes: int = RESERVE_BYTES,
        unfinished: Unfinished | None = None,
        background: bool = True,
    ) -> None:
        self._rate_hz = sample_rate_hz
        self._channels = channels
        self._report = report
        self._kept = round(kept_s * sample_rate_hz)
        self._reserve_bytes = reserve_bytes
        self._unfinished = unfinished
        self.history = History(self._kept + round(margin_s * sample_rate_hz), channels)
        self._piece = np.empty((PIECE_FRAMES, channels), np.float32)
        # Between those who give orders and the thread that follows; never taken by `tap`.
        self._lock = threading.Lock()
        self._live: RecordingFile | None = None
        self._recordings: tuple[RecordingFile, ...] = ()
        self._saves: deque[RecordingFile] = deque()
        self._closing = False
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        if background:
            self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
            self._thread.start()

    # ── orders, from any thread ───────────────────────────────────────────────────────────────────────────

    def start(self, path: Path) -> None:
        """Record from the next sample on; returns at once. A file that cannot be written is reported.

        Parameters
        ----------
        path
            ``.wav`` or ``.flac``, 24 bit, which grows from now on. A file of that name stays: the recording goes beside
            it, with a number.
        """
        with self._lock:
            busy = self._live
            closing = self._closing
            if busy is None and not closing:
                self._live = self._new_recording(path, self.history.written, None)
                self._recordings = (*self._recordings, self._live)
        if busy is not None:
            self._report(Problem(f"“{busy.path.name}” is being recorded already.", "Stop it first."))
        elif closing:
            self._report(CLOSED)
        self._wake.set()

    def stop(self) -> None:
        """End the recording before the next sample; it is saved soon, and that is reported. Harmless without one."""
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
        end = self.history.written
        start = max(end - min(round(seconds * self._rate_hz), self._kept), 0)
        if start >= end:
            self._report(Problem("There is no sound to save yet.", "Play something first."))
            return
        with self._lock:
            closing = self._closing
            if not closing:
                self._saves.append(self._new_recording(path, start, end))
        if closing:
            self._report(CLOSED)
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
        written, recording = self.history.written, self._live
        kept_s = min(written, self._kept) / self._rate_hz
        if recording is None:
            return RecorderStatus(kept_s=kept_s)
        return RecorderStatus(
            str(recording.path), (written - recording.start) / self._rate_hz, recording.peak, recording.clipped, kept_s
        )

    def _end_live(self) -> None:
        if self._live is not None:
            self._live.end = self.history.written
            self._live = None

    def _new_recording(self, path: Path, start: int, end: int | None) -> RecordingFile:
        return RecordingFile(path, start, end, self._rate_hz, self._channels, self._unfinished)

    # ── the recorder's thread ─────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while True:
            self._wake.wait(DRAIN_EVERY_S if self._recordings else None)
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
            self._careful(self._save, self._saves.popleft())
        for recording in self._recordings:
            self._careful(self._advance, recording)

    def _careful(self, step: Callable[[RecordingFile], None], recording: RecordingFile) -> None:
        """A step of a recording; one that fails ends it, keeps what there is, and is reported."""
        try:
            step(recording)
        except AudioFileError as error:
            self._forget(recording)
            self._end_early(recording, error)
        # A bug with one recording must not end the thread that all others need: it is reported.
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            self._forget(recording)
            self._end_early(
                recording, AudioFileError(f"“{recording.path.name}” could not be recorded: {error}.", _REPORT)
            )

    def _save(self, recording: RecordingFile) -> None:
        """Save the past. It is copied as a whole before the disk is asked, which may be slow."""
        assert recording.end is not None
        frames = np.empty((recording.end - recording.start, self._channels), np.float32)
        begin = 0
        for at in range(0, len(frames), PIECE_FRAMES):
            if not self.history.read_into(recording.start + at, frames[at : at + PIECE_FRAMES]):
                begin = min(at + PIECE_FRAMES, len(frames))
        recording.start = recording.next = recording.start + begin
        for at in range(begin, len(frames), PIECE_FRAMES):
            self._check_space(recording)
            recording.write(frames[at : at + PIECE_FRAMES])
        self._finish(recording)

    def _advance(self, recording: RecordingFile) -> None:
        """Write what has been heard of a recording since the last time, and finish it at its end."""
        end = recording.end
        until = self.history.written if end is None else end
        recording.open()
        while recording.next < until:
            piece = self._piece[: min(PIECE_FRAMES, until - recording.next)]
            if not self.history.read_into(recording.next, piece):
                raise AudioFileError(
                    f"“{recording.path.name}” is incomplete: its disk was more than a minute late.",
                    "Record to another disk, or close programs that keep it busy.",
                )
            self._check_space(recording)
            recording.write(piece)
        recording.sync()
        if end is not None:
            self._finish(recording)
            self._forget(recording)

    def _check_space(self, recording: RecordingFile) -> None:
        try:
            free = shutil.disk_usage(recording.path.parent).free
        except OSError:
            return
        if free < self._reserve_bytes + self._piece.nbytes:
            raise AudioFileError(
                f"“{recording.path.name}” is incomplete in “{recording.path.parent}”: the disk is full.",
                "Free space on it, or choose a folder on another disk.",
            )

    def _finish(self, recording: RecordingFile) -> None:
        recording.close()
        if recording.next == recording.start:
            raise AudioFileError(f"“{recording.path.name}” was not saved: there was no sound.", "Play something first.")
        if recording.filed < recording.next - recording.start:
            raise AudioFileError(f"“{recording.path.name}” is incomplete.", "Record to another disk.")
        self._report(Recorded(str(recording.path), recording.filed / self._rate_hz))
        if recording.clipped:
            sentence = (
                f"{recording.clipped} samples of “{recording.path.name}” are clipped: they were above full scale."
            )
            self._report(Problem(sentence, "Lower the level and record again.", is_error=False))

    def _end_early(self, recording: RecordingFile, error: AudioFileError) -> None:
        """Keep what there is of a recording that cannot go on."""
        try:
            recording.close()
        except AudioFileError as further:
            error = further
        kept = (
            f" Its first {recording.filed / self._rate_hz:.1f} s are kept in “{recording.path.name}”."
            if recording.filed
            else ""
        )
        self._report(AudioFileError(error.sentence + kept, error.remedy))

    def _forget(self, recording: RecordingFile) -> None:
        with self._lock:
            self._recordings = tuple(other for other in self._recordings if other is not recording)
            if self._live is recording:
                self._live = None
