"""A sound file heard through the engine, beside the instrument or without one. Torch-free.

A thread a sound, ``audition``, decodes, mixes to mono and resamples into a ring of a few seconds; the inference thread
takes from it what it adds to a hop, so that the audio callback knows nothing of all this. Orders come from any one
thread::

    order  ── play, stop ──▶ the sound wanted ──▶ inference thread: sounding ──▶ leaving, fading out
                                  ▲
             audition thread ── ring
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from vschaos.audio import blocks, probe
from vschaos.errors import AudioFileError
from vschaos.realtime.ring import Ring

BUFFER_S = 4.0
READY_S = 0.1
"""Seconds in the ring before a sound begins, so that a slow disk does not tear it."""

FADE_IN_S, FADE_OUT_S = 0.002, 0.02
"""Short enough for an attack to stay one."""

PIECE = 8192
"""Samples decoded at once: the first are there within a few milliseconds."""

FULL_WAIT_S = 0.05


class Audition:
    """Plays one sound at a time; the next fades in while the last fades out.

    Parameters
    ----------
    tell
        Takes the error of a file that cannot be read, on the sound's own thread.
    """

    def __init__(self, tell: Callable[[AudioFileError], None]) -> None:
        self._tell = tell
        self._wanted: _Sound | None = None
        # The inference thread's own:
        self._sounding: _Sound | None = None
        self._leaving: tuple[_Sound, ...] = ()

    # Called by whoever gives orders

    def play(self, path: str, rate_hz: float) -> None:
        """Play a file from its beginning, at the device's rate; what sounded before fades out."""
        self.stop()
        self._wanted = _Sound(path, rate_hz, self._tell)

    def stop(self) -> None:
        """Fade out."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted.dismiss()

    @property
    def path(self) -> str:
        """The file that is heard, as it was ordered; empty if none is."""
        wanted = self._wanted
        return wanted.path if wanted is not None and not wanted.over else ""

    # Called by the inference thread

    @property
    def silent(self) -> bool:
        """Whether nothing is left to be heard."""
        wanted = self._wanted
        return not self._leaving and all(sound is None or sound.over for sound in (wanted, self._sounding))

    def take(self, count: int) -> NDArray[np.float64]:
        """The next samples, shape (count,), full scale ±1."""
        wanted = self._wanted
        if wanted is not self._sounding:
            if self._sounding is not None:
                self._leaving = (*self._leaving, self._sounding)
            self._sounding = wanted
        samples = np.zeros(count)
        for sound in self._leaving:
            samples += sound.take(count, leaving=True)
        if wanted is not None:
            samples += wanted.take(count)
        if self._leaving:
            self._leaving = tuple(sound for sound in self._leaving if not sound.over)
        return samples

    def cut(self) -> None:
        """Let go of everything at once: the caller makes it end without a click."""
        self.stop()
        for sound in (*self._leaving, self._sounding):
            if sound is not None:
                sound.over = True
        self._sounding, self._leaving = None, ()


class _Sound:
    """One file on its way: its thread fills the ring, the inference thread empties it.

    ``over`` is set once nothing of it will be heard any more.
    """

    def __init__(self, path: str, rate_hz: float, tell: Callable[[AudioFileError], None]) -> None:
        self.path = path
        self.over = False
        self._rate_hz = rate_hz
        self._tell = tell
        self._ring = Ring(round(BUFFER_S * rate_hz), channels=1)
        self._ready = round(READY_S * rate_hz)
        self._fade_in = max(round(FADE_IN_S * rate_hz), 1)
        self._fade_out = max(round(FADE_OUT_S * rate_hz), 1)
        self._played = 0
        self._until: int | None = None
        self._left = False
        self._whole = False
        self._dismissed = threading.Event()
        threading.Thread(target=self._load, name="audition", daemon=True).start()

    def dismiss(self) -> None:
        """Decode no further."""
        self._dismissed.set()

    def take(self, count: int, *, leaving: bool = False) -> NDArray[np.float64]:
        """The next samples (count,), faded at both ends. While the ring is not ready: silence."""
        whole = self._whole
        fill = self._ring.fill
        begun = self._played > 0
        if leaving and not self._left:
            self._left = True
            self._until = self._played + (min(self._fade_out, fill) if begun else 0)
        elif whole and self._until is None:
            self._until = self._played + fill
        samples = np.zeros(count, np.float32)
        if self._until is None and not begun and fill < self._ready:
            return np.zeros(count)
        wanted = count if self._until is None else min(count, self._until - self._played)
        had = self._ring.read_into(samples[:wanted, None])
        places = self._played + np.arange(count)
        gain = np.minimum((places + 1) / self._fade_in, 1.0)
        if self._until is not None:
            gain = np.minimum(gain, np.clip((self._until - places - 1) / self._fade_out, 0.0, 1.0))
            self.over = self._played + had >= self._until
        self._played += had
        return samples.astype(np.float64) * gain

    def _load(self) -> None:
        """The thread's work."""
        try:
            rate_hz = probe(Path(self.path)).sample_rate_hz
            stream = None
            if rate_hz != self._rate_hz:
                stream = soxr.ResampleStream(rate_hz, self._rate_hz, 1, dtype="float32", quality="HQ")
            for block in blocks(Path(self.path), PIECE):
                mono = block.mean(axis=0, dtype=np.float32)
                if not self._store(mono if stream is None else np.asarray(stream.resample_chunk(mono))):
                    return
            if stream is not None:
                self._store(np.asarray(stream.resample_chunk(np.zeros(0, np.float32), last=True)))
        except AudioFileError as error:
            self._tell(error)
        finally:
            self._whole = True

    def _store(self, samples: NDArray[np.float32]) -> bool:
        """Write into the ring, waiting for room; False once nobody wants more."""
        done = 0
        while not self._dismissed.is_set():
            done += self._ring.write(samples[done:, None])
            if done >= len(samples):
                return True
            self._dismissed.wait(FULL_WAIT_S)
        return False
