"""Analysis by the compiled core: sound to the latent space, and through it and back, a hop at a time."""

from __future__ import annotations

import numpy as np

from vschaos.core.handles import CoreObject
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi
from vschaos.core.voices import Array, floats


class CoreAnalysis(CoreObject):
    """One channel of sound that comes in, with what it remembers of its past.

    Arrays are float32; others, or such as are not in one piece, are copied first. A call runs without Python's lock; it
    is for one thread at a time.

    Parameters
    ----------
    instrument
        Whose latent space it is; must not be closed while this is used.

    Raises
    ------
    MemoryError
        If there is not enough memory.
    """

    def __init__(self, instrument: CoreInstrument) -> None:
        self.instrument = instrument
        handle = core.vs_analysis_new(instrument.handle)
        if handle == ffi.NULL:
            raise MemoryError("not enough memory for an analysis")
        super().__init__(handle, core.vs_analysis_free)

    def reset(self) -> None:
        """Begin again after silence."""
        core.vs_analysis_reset(self._open_handle())

    def encode(self, sound: Array, labels: Array) -> tuple[Array, Array, Array]:
        """Where the frame lies that a hop of sound completes.

        Parameters
        ----------
        sound
            Shape (hop,); samples that are not finite count as silence.
        labels
            What is known of it, shape (K,); NaN is an unknown label.

        Returns
        -------
        tuple
            Coordinates (D,), labels (K,) with predictions in place of unknown ones, and the posterior's log-variance
            (D,), in the latent space.
        """
        size = self.instrument
        coordinates, completed = np.empty(size.latent_dims, np.float32), np.empty(size.label_count, np.float32)
        log_variance = np.empty(size.latent_dims, np.float32)
        core.vs_encode(
            self._open_handle(),
            floats(sound, size.hop_samples),
            floats(labels, size.label_count),
            floats(coordinates, size.latent_dims),
            floats(completed, size.label_count),
            floats(log_variance, size.latent_dims),
        )
        return coordinates, completed, log_variance

    def transfer(self, sound: Array, labels: Array, scale: Array, offset: Array) -> Array:
        """A hop of sound through the latent space and back, with the phase that it came with.

        Parameters
        ----------
        sound, labels
            As for :meth:`encode`.
        scale, offset
            Every coordinate is multiplied by the one, and moved by the other, shape (D,) each.

        Returns
        -------
        numpy.ndarray
            Samples, shape (hop,).
        """
        size = self.instrument
        moved = np.empty(size.hop_samples, np.float32)
        core.vs_transfer(
            self._open_handle(),
            floats(sound, size.hop_samples),
            floats(labels, size.label_count),
            floats(scale, size.latent_dims),
            floats(offset, size.latent_dims),
            floats(moved, size.hop_samples),
        )
        return moved
