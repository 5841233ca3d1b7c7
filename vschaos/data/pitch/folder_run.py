"""Listening to many sounds at once: one FIFO of short batches that a few threads process, in one process.

Threads, since torch works outside the interpreter's lock, and nothing is left behind when the process is killed; one
core each, since torch's own threads wait for each other as soon as one has to wait for another program.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from vschaos.data.content import content_key, stamp
from vschaos.data.facts import MEAN
from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.events import PitchProgress, PitchStarted, Sink
from vschaos.data.pitch.extraction import FrameEvidence, frames_of, hear, load, notes_of
from vschaos.data.pitch.results import PitchResults
from vschaos.data.pitch.track import USUAL, Listening, Stretch
from vschaos.data.scan import SoundFile
from vschaos.devices import one_thread
from vschaos.errors import AudioFileError
from vschaos.messages import Problem

REPORT_EVERY_S = 0.2


@dataclass
class _Hearing:
    """A sound that is being listened to: batches given out and not yet back, in order."""

    sound: SoundFile
    heard: list[FrameEvidence] = field(default_factory=list)
    failed: AudioFileError | None = None


@dataclass(frozen=True)
class _Batch:
    """Some frames of a sound at work; without a future, the mark that the sound has ended."""

    of: _Hearing
    future: Future[FrameEvidence] | None


class PitchSearch:
    """Finds the notes of some sounds.

    Parameters
    ----------
    sounds
        What to listen to. Equal sounds are heard once.
    model
        By which network.
    cache
        Where what was heard is remembered.
    sink
        Called with `PitchStarted`, `PitchProgress` and `Problem`.
    stopped
        Asked between batches; once true, the work ends within a batch or two.
    listening
        How.
    clock
        Seconds that pass.
    """

    def __init__(
        self,
        sounds: Sequence[SoundFile],
        model: Model,
        *,
        cache: Path,
        sink: Sink,
        stopped: Callable[[], bool] = lambda: False,
        listening: Listening = USUAL,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sounds = sounds
        self._model = model
        self._results = PitchResults(cache, model.value + listening.mark)
        self._listening = listening
        self._sink = sink
        self._stopped = stopped
        self._clock = clock
        self._by_key: dict[str, tuple[Stretch, ...]] = {}
        self._keys: dict[str, str] = {}
        self._left_out: list[tuple[SoundFile, AudioFileError]] = []
        self._total_s = sum(sound.duration_s for sound in sounds)
        self._before_s = self._passed_s = 0.0
        self._done = 0
        self._began_s = self._reported_s = 0.0

    @property
    def left_out(self) -> Sequence[tuple[SoundFile, AudioFileError]]:
        """The sounds that could not be read, and why."""
        return self._left_out

    def run(self) -> Mapping[str, tuple[Stretch, ...]]:
        """Listen; returns the notes by the sounds' names, without those that were not reached or cannot be read.

        Raises
        ------
        DatasetError
            If the cache folder cannot be written.
        """
        waiting = self._recall()
        self._began_s = self._clock()
        self._sink(PitchStarted(len(self._sounds), self._total_s, self._done))
        if waiting and not self._stopped():
            load(self._model)
            with one_thread():
                self._listen(waiting)
        return {name: self._by_key[key] for name, key in self._keys.items() if key in self._by_key}

    def _recall(self) -> list[SoundFile]:
        """The sounds that are yet to be heard, each content once."""
        waiting: dict[str, SoundFile] = {}
        for sound in self._sounds:
            if self._stopped():
                break
            try:
                key = sound.key or content_key(sound.path, self._stopped)[0]
            except AudioFileError as error:
                self._leave_out(sound, error)
                continue
            if not key:
                break
            if (signal := sound.signals[0]) != MEAN:
                key = f"{key}-channel{signal}"
            self._keys[sound.relative] = key
            if key not in self._by_key and (found := self._results.recall(key)):
                self._by_key[key] = found
            if key in self._by_key or key in waiting:
                self._done += key in self._by_key
                self._before_s += sound.duration_s
            else:
                waiting[key] = sound
        return list(waiting.values())

    def _listen(self, sounds: Sequence[SoundFile]) -> None:
        workers = os.cpu_count() or 1
        pool = ThreadPoolExecutor(workers, thread_name_prefix="pitch")
        under_way: deque[_Batch] = deque()
        try:
            for batch in self._batches(sounds, pool):
                under_way.append(batch)
                while len(under_way) > 2 * workers:
                    self._collect(under_way.popleft())
            while under_way and not self._stopped():
                self._collect(under_way.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _batches(self, sounds: Sequence[SoundFile], pool: ThreadPoolExecutor) -> Iterator[_Batch]:
        for sound in sounds:
            hearing = _Hearing(sound)
            try:
                for frames in frames_of(sound.path, sound.signals[0], self._listening):
                    if self._stopped():
                        return
                    yield _Batch(hearing, pool.submit(hear, frames, self._model))
            except AudioFileError as error:
                hearing.failed = error
            yield _Batch(hearing, None)

    def _collect(self, batch: _Batch) -> None:
        """Collect a batch, and finish the sound whose last it was."""
        hearing = batch.of
        if batch.future is not None:
            hearing.heard.append(batch.future.result())
            self._passed_s += len(hearing.heard[-1].level_db) * self._hop_s(hearing.sound)
        elif hearing.failed is not None:
            self._leave_out(hearing.sound, hearing.failed)
        else:
            self._finish(hearing)
        self._report(hearing.sound.relative, at_once=batch.future is None and self._done == len(self._sounds))

    def _finish(self, hearing: _Hearing) -> None:
        sound = hearing.sound
        if sound.stamp is not None and stamp(sound.path) != sound.stamp:
            sentence = f"“{sound.path.name}” changed while it was read."
            self._leave_out(sound, AudioFileError(sentence, "Start again when it is complete."))
            return
        key = self._keys[sound.relative]
        found = notes_of(hearing.heard, sound.duration_s, self._hop_s(sound), self._listening)
        self._results.remember(key, found)
        self._by_key[key] = found
        self._done += sum(other == key for other in self._keys.values())

    def _hop_s(self, sound: SoundFile) -> float:
        return self._listening.hop_s(sound.sample_rate_hz)

    def _leave_out(self, sound: SoundFile, error: AudioFileError) -> None:
        self._left_out.append((sound, error))
        self._sink(Problem(f"{error.sentence} It was left out.", error.remedy, is_error=False))

    def _report(self, file: str, *, at_once: bool) -> None:
        now_s = self._clock()
        if not at_once and now_s - self._reported_s < REPORT_EVERY_S:
            return
        self._reported_s = now_s
        done_s = min(self._before_s + self._passed_s, self._total_s)
        took_s = now_s - self._began_s
        eta_s = (self._total_s - done_s) * took_s / self._passed_s if self._passed_s else float("nan")
        self._sink(PitchProgress(self._done, len(self._sounds), done_s, self._total_s, eta_s, file))
