"""A sound file heard through the engine, beside the instrument or without one: the half that is Python's.

A thread a sound, ``audition``, decodes, mixes to mono and resamples into a ring of the core, which adds what is in it
to the instrument, and fades it in and out (``audition.c``). Orders come from any one thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from vschaos.audio import Mixer, blocks, probe
from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi
from vschaos.core.player import CorePlayer
from vschaos.errors import AudioFileError

PIECE = 8192
"""Samples decoded at once: the first are there within a few milliseconds."""

FULL_WAIT_S = 0.05


class Audition:
    """Plays one sound at a time; the next fades in while the last fades out.

    Parameters
    ----------
    report
        Takes the error of a file that cannot be read, on the sound's own thread.
    """

    def __init__(self, report: Callable[[AudioFileError], None]) -> None:
        self._report = report
        self._sound: _Sound | None = None
        self._player: CorePlayer | None = None

    def play(self, path: str, player: CorePlayer, *, onward: bool = False) -> None:
        """Play a file through this player; what sounded before fades out.

        It begins at its beginning, or, ``onward``, where the one that sounds has come to.
        """
        start_s = self._reached_s() if onward else 0.0
        self.stop()
        self._player, self._sound = player, _Sound(path, player.device_rate_hz, self._report, start_s)
        core.vs_audition_play(player.audition, self._sound.handle)
        self._sound.start()

    def stop(self) -> None:
        """Fade out."""
        sound, self._sound = self._sound, None
        if sound is not None:
            sound.dismiss()
        if self._player is not None:
            core.vs_audition_play(self._player.audition, ffi.NULL)
            self._player = None

    def _reached_s(self) -> float:
        """Where in its file the sound is that is heard, in seconds; 0 if none is."""
        sound = self._sound
        return sound.reached_s if sound is not None and not sound.over else 0.0

    @property
    def path(self) -> str:
        """The file that is heard, as it was ordered; empty if none is."""
        sound = self._sound
        return sound.path if sound is not None and not sound.over else ""


class _Sound:
    """One file on its way: its thread fills the core's ring."""

    def __init__(self, path: str, rate_hz: int, report: Callable[[AudioFileError], None], start_s: float) -> None:
        self.path = path
        self._start = self._skip = round(start_s * rate_hz)
        made = core.vs_sound_new(rate_hz)
        if made == ffi.NULL:
            raise MemoryError("there is no memory for a sound")
        self.handle: Any = ffi.gc(made, core.vs_sound_release)
        self._rate_hz = rate_hz
        self._report = report
        self._dismissed = threading.Event()

    @property
    def reached_s(self) -> float:
        """Up to where in the file it was heard, in seconds."""
        return (self._start + core.vs_sound_played(self.handle)) / self._rate_hz

    def start(self) -> None:
        """Begin to decode."""
        threading.Thread(target=self._load, name="audition", daemon=True).start()

    def dismiss(self) -> None:
        """Decode no further."""
        self._dismissed.set()

    @property
    def over(self) -> bool:
        """Whether nothing of it will be heard any more."""
        return bool(core.vs_sound_over(self.handle))

    def _load(self) -> None:
        """The thread's work."""
        try:
            rate_hz = probe(Path(self.path)).sample_rate_hz
            stream = None
            if rate_hz != self._rate_hz:
                stream = soxr.ResampleStream(rate_hz, self._rate_hz, 1, dtype="float32", quality="HQ")
            mixer = Mixer()
            for block in blocks(Path(self.path), PIECE):
                mono = mixer.push(block)
                if not self._store(mono if stream is None else np.asarray(stream.resample_chunk(mono))):
                    return
            if stream is not None:
                self._store(np.asarray(stream.resample_chunk(np.zeros(0, np.float32), last=True)))
        except AudioFileError as error:
            self._report(error)
        finally:
            core.vs_sound_finish(self.handle)

    def _store(self, samples: NDArray[np.float32]) -> bool:
        """Write into the ring what lies after the start, waiting for room; False once nobody wants more."""
        done = min(self._skip, len(samples))
        self._skip -= done
        while not self._dismissed.is_set():
            done += core.vs_sound_write(self.handle, floats(samples[done:]), len(samples) - done)
            if done >= len(samples):
                return True
            self._dismissed.wait(FULL_WAIT_S)
        return False
