"""An instrument that the compiled core has opened: its dimensions, and magnitudes of points."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vschaos.core.arrays import floats
from vschaos.core.handles import CoreObject
from vschaos.core.library import core, ffi
from vschaos.errors import InstrumentError

Array = NDArray[np.float32]

_REMEDY = "Ask for the file again, or export it again from its training run."


class CoreInstrument(CoreObject):
    """The numbers of an instrument, in the core's memory; they never change, and any thread may use them.

    Parameters
    ----------
    data
        The member ``core.bin`` of an instrument's file, which is copied.

    Attributes
    ----------
    handle
        The ``vs_instrument *``, for those who make voices of it; NULL once it is closed.
    sample_rate_hz, n_fft, hop_samples
        Of the transform.
    bins, latent_dims, label_count
        F, D and K.
    pad_hop_samples, pad_first_samples, pad_half_samples
        Between two frames of a player's pad; of each frame that are not heard; from the first sample that changes with
        the pad until half of the change is heard.

    Raises
    ------
    InstrumentError
        If the data is damaged, or of a newer version, or memory is short.
    """

    def __init__(self, data: bytes | bytearray) -> None:
        why = ffi.new("const char **")
        handle = core.vs_open(ffi.from_buffer(data), len(data), why)
        if handle == ffi.NULL:
            raise InstrumentError(_text(why[0]), _REMEDY)
        super().__init__(handle, core.vs_close)
        dimensions = core.vs_dimensions_of(self.handle)
        self.sample_rate_hz: int = dimensions.sample_rate_hz
        self.n_fft: int = dimensions.n_fft
        self.hop_samples: int = dimensions.hop_samples
        self.bins: int = dimensions.bins
        self.latent_dims: int = dimensions.latent_dims
        self.label_count: int = dimensions.label_count
        self.pad_hop_samples: int = dimensions.pad_hop_samples
        self.pad_first_samples: int = dimensions.pad_first_samples
        self.pad_half_samples: int = dimensions.pad_half_samples

    def magnitudes(self, points: ArrayLike, labels: ArrayLike | None = None) -> Array:
        """What the network makes of coordinates.

        Parameters
        ----------
        points
            Shape (rows, D); one that is not finite is silent.
        labels
            Shape (rows, K); NaN is an unknown label, and without any all are.

        Returns
        -------
        numpy.ndarray
            Magnitudes, a sinusoid of full scale 1, shape (rows, F).
        """
        return self.magnitudes_and_shares(points, labels)[0]

    def magnitudes_and_shares(self, points: ArrayLike, labels: ArrayLike | None = None) -> tuple[Array, Array]:
        """:meth:`magnitudes`, and the noise share of each, 0…1, both of shape (rows, F)."""
        places = np.ascontiguousarray(points, np.float32)
        rows = len(places)
        known = self._labels(labels, rows)
        if places.shape != (rows, self.latent_dims):
            raise ValueError(f"points {places.shape} are not those of the instrument")
        found, shares = np.empty((rows, self.bins), np.float32), np.empty((rows, self.bins), np.float32)
        if rows:
            scratch = np.empty(core.vs_network_scratch(self._open_handle(), rows), np.float32)
            made = (floats(values, written_to=True) for values in (found, shares, scratch))
            core.vs_magnitudes(self.handle, rows, floats(places), floats(known), *made)
        return found, shares

    def encode(self, magnitudes: ArrayLike, labels: ArrayLike | None = None) -> tuple[Array, Array, Array]:
        """Where frames lie in the latent space.

        Parameters
        ----------
        magnitudes
            Shape (rows, F), finite.
        labels
            What is known of them, shape (rows, K); NaN is an unknown label, and without any all are.

        Returns
        -------
        tuple
            Coordinates (rows, D), labels (rows, K) with predictions in place of unknown ones, and the posterior's
            log-variance in the latent space (rows, D).
        """
        spectra = np.ascontiguousarray(magnitudes, np.float32)
        known = self._labels(labels, len(spectra))
        if spectra.shape != (len(spectra), self.bins):
            raise ValueError(f"magnitudes {spectra.shape} are not those of the instrument")
        coordinates = np.empty((len(spectra), self.latent_dims), np.float32)
        completed, log_variance = np.empty_like(known), np.empty_like(coordinates)
        scratch = np.empty(core.vs_network_scratch(self._open_handle(), 1), np.float32)
        for row in range(len(spectra)):
            frame = (spectra[row], known[row], coordinates[row], completed[row], log_variance[row], scratch)
            core.vs_network_encode(self.handle, *(floats(values) for values in frame))
        return coordinates, completed, log_variance

    def _labels(self, labels: ArrayLike | None, rows: int) -> Array:
        known = np.full((rows, self.label_count), np.nan) if labels is None else labels
        known = np.ascontiguousarray(known, np.float32)
        if known.shape != (rows, self.label_count):
            raise ValueError(f"labels {known.shape} are not those of the instrument")
        return known


def _text(sentence: Any) -> str:
    return cast(bytes, ffi.string(sentence)).decode()
