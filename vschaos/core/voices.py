"""Voices of the compiled core: latent points to sound, a hop at a time."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from vschaos.core import arrays
from vschaos.core.handles import CoreObject
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi

GRADIENT, RANDOM = 0, 1
"""Phase modes: by the gradient of the magnitudes, or random everywhere."""

Array = NDArray[np.float32]


class CoreVoices(CoreObject):
    """A number of voices of one instrument, each with its running phase and the sound that is still to come.

    Arrays are float32; others, or such as are not in one piece, are copied first. A call runs without Python's lock; it
    is for one thread at a time.

    Parameters
    ----------
    instrument
        Whose voices they are; must not be closed while they are used.
    count
        How many, 1 or more. The noise of voice n has the seed n until it is reset with another.
    lookahead
        Frames, 0 or 1, by which the sound comes later, for a phase that knows what follows.
    frames_a_hop
        1, or 2 where changes shall be heard sooner: then all below is of half a hop.

    Raises
    ------
    MemoryError
        If there is not enough memory.
    """

    def __init__(self, instrument: CoreInstrument, count: int, lookahead: int = 0, frames_a_hop: int = 1) -> None:
        if count < 1 or lookahead not in (0, 1) or frames_a_hop not in (1, 2):
            raise ValueError(f"no {count} voices with a look-ahead of {lookahead} and {frames_a_hop} frames a hop")
        self.instrument = instrument
        self.count = count
        self.lookahead = lookahead
        self.hop_samples = instrument.hop_samples // frames_a_hop
        handle = core.vs_voices_new(instrument.handle, count, lookahead, frames_a_hop)
        if handle == ffi.NULL:
            raise MemoryError("not enough memory for voices")
        super().__init__(handle, core.vs_voices_free)
        self._everyone = np.arange(count, dtype=np.int32)

    def reset(self, voice: int, seed: int | None = None) -> None:
        """Begin again after silence; ``seed``, of the noise, is the voice's number unless it is given."""
        core.vs_voices_reset(self._open_handle(), self._number(voice), voice if seed is None else seed)

    def copy(self, to: int, source: int) -> None:
        """Let voice ``to`` go on as ``source`` would."""
        core.vs_voices_copy(self._open_handle(), self._number(to), self._number(source))

    def bend(self, voice: int, cents: float) -> None:
        """Bend a voice by so many cents, −4800…4800, from its next frame on; 0 after a reset."""
        core.vs_voices_bend(self._open_handle(), self._number(voice), cents)

    def decode(
        self, points: Array, labels: Array, noise: Array, mode: int = GRADIENT, numbers: NDArray[np.int32] | None = None
    ) -> Array:
        """One hop of some voices, or of all.

        Parameters
        ----------
        points
            Latent coordinates, shape (rows, D); a point that is not finite is silent.
        labels
            Shape (rows, K); NaN is an unknown label.
        noise
            Bias of the noise shares, −1 (all is tone) … 0 … 1 (noise wherever no sinusoid is), shape (rows,).
        mode
            `GRADIENT` or `RANDOM`.
        numbers
            Of the voices, all different, shape (rows,); without any, rows is their count.

        Returns
        -------
        numpy.ndarray
            Samples, shape (rows, hop).
        """
        numbers = self._everyone if numbers is None else np.ascontiguousarray(numbers, np.int32)
        rows = len(numbers)
        if numbers.ndim != 1 or not 1 <= rows <= self.count or numbers.min() < 0 or numbers.max() >= self.count:
            raise ValueError(f"voices {numbers.tolist()} are not among {self.count}")
        sound = np.empty((rows, self.hop_samples), np.float32)
        core.vs_decode(
            self._open_handle(),
            rows,
            ffi.from_buffer("int32_t[]", cast(Any, numbers)),
            floats(points, rows, self.instrument.latent_dims),
            floats(labels, rows, self.instrument.label_count),
            floats(noise, rows),
            mode,
            floats(sound, rows, self.hop_samples),
        )
        return sound

    def hop(
        self, voice: int, magnitudes: Array, noise: float = 0.0, mode: int = GRADIENT, shares: Array | None = None
    ) -> Array:
        """One hop of one voice: samples (hop,).

        Parameters
        ----------
        voice
            Its number.
        magnitudes
            Shape (F,); a sinusoid of full scale has 1.
        noise, mode
            As for :meth:`decode`.
        shares
            Noise shares of the magnitudes, 0…1, shape (F,); without any all is tone.
        """
        sound = np.empty(self.hop_samples, np.float32)
        spectrum = floats(magnitudes, self.instrument.bins)
        of_noise = ffi.NULL if shares is None else floats(shares, self.instrument.bins)
        made = floats(sound, len(sound))
        core.vs_voices_hop(self._open_handle(), self._number(voice), spectrum, of_noise, noise, mode, made)
        return sound

    def _number(self, voice: int) -> int:
        if not 0 <= voice < self.count:
            raise ValueError(f"no voice {voice} among {self.count}")
        return voice


def floats(values: Array, *shape: int) -> Any:
    """An array's numbers as C sees them.

    Raises
    ------
    ValueError
        If its shape is another.
    """
    values = np.ascontiguousarray(values, np.float32)
    if values.shape != shape:
        raise ValueError(f"an array of shape {values.shape}, not {shape}")
    return arrays.floats(values)
