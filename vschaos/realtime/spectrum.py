"""What is heard, as a picture: a spectrum in bands of pitch, thirty times a second, while somebody watches.

The audio thread does nothing for it. A thread of its own, ``spectrum``, which exists only while somebody watches, reads
the end of what the recorder keeps anyway (`vschaos.realtime.recording.history`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from vschaos.realtime.protocol import SPECTRUM_BANDS, SPECTRUM_FLOOR_DB, SPECTRUM_HZ, Spectrum
from vschaos.realtime.recording.history import History

EVERY_S = 1.0 / 30.0
WINDOW_S = 0.085
"""Length of the analysed sound, near which a power of two is taken."""

NARROWEST_BINS = 1.25
"""Half the least width of a band: narrower ones would see only a part of a sinusoid."""

SILENT_DB = -120.0


class BandAnalysis:
    """Levels of `SPECTRUM_BANDS` bands whose centres are equally far apart in pitch.

    Parameters
    ----------
    rate_hz
        Of the sound.

    Attributes
    ----------
    length
        Samples N that are analysed.
    """

    def __init__(self, rate_hz: int) -> None:
        self.length = 1 << round(np.log2(WINDOW_S * rate_hz))
        self._window = np.hanning(self.length + 1)[:-1].astype(np.float32)
        low, high = SPECTRUM_HZ
        centres = np.geomspace(low, high, SPECTRUM_BANDS) * self.length / rate_hz
        half = np.maximum(centres * (np.sqrt(centres[1] / centres[0]) - 1.0), NARROWEST_BINS)
        self._edges = np.stack((centres - half, centres + half)) + 0.5
        self._bins = np.arange(self.length // 2 + 2, dtype=np.float64)
        self._total = np.zeros(len(self._bins))

    def bands(self, frames: NDArray[np.float32]) -> bytes:
        """Levels of frames (N, channels) as the bytes of a :class:`Spectrum`.

        A sinusoid of full scale on one channel has 0 dB: a Hann window leaves N²·3/32 of its power, by Parseval.
        """
        sides = np.ascontiguousarray(frames.T) * self._window
        power = np.square(np.abs(np.fft.rfft(sides))).sum(axis=0)
        np.cumsum(power, out=self._total[1:])
        below, above = np.interp(self._edges, self._bins, self._total)
        level_db = 10.0 * np.log10(np.maximum(above - below, 0.0) * (32.0 / 3.0 / self.length**2) + 1e-12)
        shares = 1.0 - level_db / SPECTRUM_FLOOR_DB
        return np.rint(255.0 * np.clip(shares, 0.0, 1.0)).astype(np.uint8).tobytes()


class SpectrumWatch:
    """Reports spectra of what is heard, while they are wanted.

    Parameters
    ----------
    heard
        What was heard last, and its rate in Hz; None while no output is open.
    emit
        Takes the spectra, on the thread ``spectrum``; must not block.
    """

    def __init__(self, heard: Callable[[], tuple[History, int] | None], emit: Callable[[Spectrum], None]) -> None:
        self._heard = heard
        self._emit = emit
        self._analysis: tuple[int, BandAnalysis] | None = None
        self._seen: tuple[History | None, int] = (None, 0)
        self._resting = True
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def watch(self, on: bool) -> None:
        """Begin to report, or end; from one thread at a time."""
        if on == (self._thread is not None):
            return
        if not on:
            self._stop.set()
            if self._thread is not None:
                self._thread.join()
            self._thread = None
            return
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, name="spectrum", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            spectrum = self.look()
            if spectrum is not None:
                self._emit(spectrum)

    def look(self) -> Spectrum | None:
        """The spectrum of what is heard now; None where nothing new was, and after the first one of a silence."""
        heard = self._heard()
        if heard is None:
            return None
        history, rate_hz = heard
        if self._analysis is None or self._analysis[0] != rate_hz:
            self._analysis = rate_hz, BandAnalysis(rate_hz)
        analysis, written = self._analysis[1], history.written
        before = self._seen[1] if self._seen[0] is history else written
        self._seen = history, written
        frames = np.zeros((analysis.length, history.channels), np.float32)
        there = min(written, analysis.length)
        if written == before or not history.read_into(written - there, frames[analysis.length - there :]):
            return None
        if not frames.any():
            if self._resting:
                return None
            self._resting = True
            return Spectrum(bytes(SPECTRUM_BANDS), SILENT_DB)
        self._resting = False
        peak = float(np.abs(frames[max(analysis.length - (written - before), 0) :]).max())
        return Spectrum(analysis.bands(frames), 20.0 * float(np.log10(max(peak, 1e-6))))
