"""The member ``core.bin`` of an instrument: its network as the compiled core plays it. Torch-free.

The core (``vschaos/core``) reads no JSON, YAML or safetensors. It opens this one block of numbers, in the order in
which it uses them; its layout is drawn in ``vschaos/core/instrument.c``, which reads it, and what each part is for in
``vschaos/core/network.h``.

What surrounds the network is multiplied into its layers, in double precision: standardization, principal components
and their deviations as in `vschaos.models.inference`, and the axes of the latent space too, so that the decoder
reads coordinates and the posterior's mean is in coordinates.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import astuple
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vschaos.configs.schema import Config, NetworkConfig
from vschaos.errors import ConfigError, InstrumentError
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import LabelCard
from vschaos.instrument.core_layers import LayerKind, LayerSequence, Matrix
from vschaos.latent.axes import LatentAxes
from vschaos.models.sizes import STRIDE, coarsest_width, stored_shapes

MAGIC = b"vs-core\x02"
"""How the member begins: its name, and the version of its format."""

LOG1P_GAIN = 512.0
"""Of `vschaos.transforms.contrast.Log1pContrast`."""

MAX_WIDTH = 1 << 22
"""Numbers of one row between two layers; wider ones are no instrument that could be played in time."""

_BLOCK, _TILE, _INT16 = 64, 16, 32767
_REMEDY = "Ask for the file again, or export it again from its training run."

Parts = Mapping[str, NDArray[np.float32]]


class Weights(IntEnum):
    """How the weights of affine layers are stored."""

    FLOAT32 = 0
    INT16 = 1


def pack(instrument: Instrument, weights: Weights = Weights.INT16) -> bytes:
    """The member ``core.bin`` of an instrument.

    Parameters
    ----------
    instrument
        Card, configuration, weights and axes are used.
    weights
        Int16 halves what an instrument reads from memory in each hop; magnitudes change by less than 0.1 dB.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    config = _checked_config(instrument)
    parts = instrument.weights
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):  # what is not finite is refused when written
        network = _Network(config, parts, instrument.axes)
        sequences = [network.decoder(), *network.encoder(), *network.predictors(), *network.noise()]
        if max(layer.width for sequence in sequences for layer in sequence.layers) > MAX_WIDTH:
            raise InstrumentError(f"The network of the instrument “{instrument.card.name}” is too large to be played.")
        member = _Writer(weights)
        representation = config.representation
        member.record(
            *struct.unpack("<ii", MAGIC),
            *(representation.sample_rate_hz, representation.n_fft, representation.hop_samples),
            *(config.model.latent_dims, len(config.model.tasks)),
            LOG1P_GAIN if representation.contrast == "log1p" else 10.0 ** (-representation.floor_db / 20.0),
            sum(len(sequence.layers) for sequence in sequences),
            network.noise_from,
            0 if instrument.walk is None else len(instrument.walk.places),
        )
        member.floats(parts["feature_ceiling"])
        for index, card in enumerate(instrument.card.labels):
            _write_label(member, config, parts, index, card)
        for sequence in sequences:
            member.sequence(sequence)
        if instrument.walk is not None:
            for values in astuple(instrument.walk):
                member.floats(values)
    if not member.usable:
        raise _mismatch(instrument)
    return b"".join(member.parts)


def _checked_config(instrument: Instrument) -> Config:
    """The configuration, if card and weights fit it; before anything of the size that it claims is made."""
    card = instrument.card
    try:
        config = Config.from_plain(instrument.config)
    except ConfigError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” has an unusable configuration: {error.sentence}"
        ) from error
    representation, model = config.representation, config.model
    found = {name: values.shape for name, values in instrument.weights.items()}
    fits = (
        (representation.sample_rate_hz, representation.n_fft, representation.hop_samples)
        == (card.sample_rate_hz, card.n_fft, card.hop_samples)
        and model.latent_dims == card.latent_dims == instrument.axes.dims
        and model.tasks == tuple(label.name for label in card.labels)
        and found == stored_shapes(representation.bins, model)
        and all(values.dtype == np.float32 for values in instrument.weights.values())
    )
    if not fits:
        raise _mismatch(instrument)
    return config


def _mismatch(instrument: Instrument) -> InstrumentError:
    return InstrumentError(
        f"The instrument “{instrument.card.name}” is inconsistent: its weights do not fit its configuration.", _REMEDY
    )


class _Network:
    """The parts of a network as sequences of layers, with everything multiplied in.

    Parameters
    ----------
    config
        What there is.
    parts
        Parameters and statistics by name, as `stored_shapes` has them.
    axes
        Between latents and coordinates.
    """

    def __init__(self, config: Config, parts: Parts, axes: LatentAxes) -> None:
        self.config = config.model
        self.parts = parts
        self.bins = config.representation.bins
        self.mean, self.deviation = self._part("feature_mean"), self._part("feature_deviation")
        basis, scale = axes.axes.astype(np.float64), axes.scale.astype(np.float64)
        self.latent_mean = axes.mean.astype(np.float64)
        self.to_latent, self.to_coordinates = scale[:, None] * basis, basis.T / scale

    def decoder(self) -> LayerSequence:
        """From coordinates and columns to features (F,)."""
        if self.config.decoder.type == "DeconvEncoder":
            return self._deconvolutions(self.config.decoder)
        count = len(self.config.decoder.hidden_dims)
        weight, bias = self._linear("decoder.layers.0")
        sequence = LayerSequence(len(weight))
        sequence.affine(*self._from_coordinates(weight, bias))
        for index in range(count):
            sequence.in_place(LayerKind.NORM_SILU, *self._norm(f"decoder.layers.{3 * index + 1}"))
            weight, bias = self._linear(f"decoder.layers.{3 * index + 3}")
            if index + 1 < count:
                sequence.affine(weight, bias)
        if "decoder.view.basis" in self.parts:
            scale = self._part("decoder.view.deviation") * self.deviation
            sequence.affine(weight * scale, bias * scale)
            sequence.affine(self._part("decoder.view.basis").T, self.mean)
        else:
            sequence.affine(weight * self.deviation, bias * self.deviation + self.mean)
        return sequence

    @property
    def noise_from(self) -> int:
        """Number of the decoder's layer whose input the noise shares are told by: after the last hidden one's norm."""
        return 2 * len(self.config.decoder.hidden_dims) if self.config.decoder.noise else 0

    def noise(self) -> list[LayerSequence]:
        """From the decoder's last hidden layer to logits of noise shares (F,), if it tells them."""
        sequence = LayerSequence(self.config.decoder.hidden_dims[-1])
        for index in range(2 if self.config.decoder.noise else 0):
            sequence.affine(*self._linear(f"decoder.noise.{index}"))
        return [sequence] if sequence.layers else []

    def _deconvolutions(self, config: NetworkConfig) -> LayerSequence:
        channels = config.hidden_dims
        places = coarsest_width(self.bins, len(channels))
        weight, bias = self._linear("decoder.first")
        sequence = LayerSequence(len(weight))
        sequence.affine(*self._from_coordinates(weight, bias))
        for index, into in enumerate(channels):
            name = f"decoder.layers.{index}"
            sequence.in_place(LayerKind.GROUP_SILU, *self._norm(f"{name}.norm"), channels=(into, into, places))
            weight = self._part(f"{name}.convolution.weight").transpose(1, 0, 2)
            bias = self._part(f"{name}.convolution.bias")
            if index + 1 == len(channels):
                weight, bias = weight * self.deviation, bias * self.deviation
            sequence.convolution(LayerKind.DECONVOLUTION, weight, bias, places)
            places *= STRIDE
        sequence.resize(self.bins)
        sequence.in_place(LayerKind.OFFSET, self.mean)
        return sequence

    def encoder(self) -> tuple[LayerSequence, LayerSequence]:
        """The view, from features (F,); and the posterior, from what it sees and columns to 2·D parameters."""
        view = LayerSequence(self.bins)
        if self.config.encoder.type == "ConvEncoder":
            self._convolutions(view, self.config.encoder)
            weight, bias = self._linear("encoder.last")
            posterior = LayerSequence(len(weight))
            posterior.affine(*self._to_coordinates(weight, bias))
            return view, posterior
        weight, bias = self._linear("encoder.layers.0")
        if "encoder.view.basis" in self.parts:
            basis = self._part("encoder.view.basis") / self.deviation
            view.affine(basis, -(self.mean @ basis))
        else:
            weight, bias = self._from_features(weight, bias)
        return view, self._dense("encoder.layers", weight, bias, len(self.config.encoder.hidden_dims), posterior=True)

    def _convolutions(self, view: LayerSequence, config: NetworkConfig) -> None:
        channels = config.hidden_dims
        places = coarsest_width(self.bins, len(channels)) * STRIDE ** len(channels)
        view.in_place(LayerKind.OFFSET, -self.mean)
        view.resize(places)
        for index, out in enumerate(channels):
            name = f"encoder.layers.{index}"
            weight = self._part(f"{name}.convolution.weight")
            view.convolution(
                LayerKind.CONVOLUTION,
                weight if index else weight / self.deviation,
                self._part(f"{name}.convolution.bias"),
                places,
            )
            places //= STRIDE
            view.in_place(LayerKind.GROUP_SILU, *self._norm(f"{name}.norm"), channels=(out, out, places))

    def predictors(self) -> list[LayerSequence]:
        """From features (F,) to each label's predictor's outputs; no layers where there is none."""
        sequences: list[LayerSequence] = []
        for index, task in enumerate(self.config.tasks):
            predicted = self.config.prediction.get(task)
            if predicted is None:
                sequences.append(LayerSequence(self.bins))
            else:
                name = f"predictors.{index}.layers"
                first = self._from_features(*self._linear(f"{name}.0"))
                sequences.append(self._dense(name, *first, len(predicted.args.widths)))
        return sequences

    def _dense(self, name: str, weight: Matrix, bias: Matrix, hidden: int, *, posterior: bool = False) -> LayerSequence:
        """A `dense_stack` whose first layer is given; the last one of a posterior ends in coordinates."""
        sequence = LayerSequence(len(weight))
        for index in range(hidden):
            sequence.affine(weight, bias)
            sequence.in_place(LayerKind.NORM_SILU, *self._norm(f"{name}.{3 * index + 1}"))
            weight, bias = self._linear(f"{name}.{3 * index + 3}")
        sequence.affine(*(self._to_coordinates(weight, bias) if posterior else (weight, bias)))
        return sequence

    def _linear(self, name: str) -> tuple[Matrix, Matrix]:
        return self._part(f"{name}.weight").T, self._part(f"{name}.bias")

    def _norm(self, name: str) -> tuple[Matrix, Matrix]:
        return self._part(f"{name}.weight"), self._part(f"{name}.bias")

    def _part(self, name: str) -> Matrix:
        return self.parts[name].astype(np.float64)

    def _from_features(self, weight: Matrix, bias: Matrix) -> tuple[Matrix, Matrix]:
        """A layer on standardized spectra and columns as one on features and columns."""
        spectra = weight[: self.bins] / self.deviation
        return np.concatenate([spectra, weight[self.bins :]]), bias - self.mean @ spectra

    def _from_coordinates(self, weight: Matrix, bias: Matrix) -> tuple[Matrix, Matrix]:
        """A layer on latents and columns as one on coordinates and columns."""
        latent, columns = np.split(weight, [len(self.latent_mean)])
        return np.concatenate([self.to_latent @ latent, columns]), bias + self.latent_mean @ latent

    def _to_coordinates(self, weight: Matrix, bias: Matrix) -> tuple[Matrix, Matrix]:
        """A layer to a posterior's mean and log-variance as one to coordinates and log-variance."""
        dims = len(self.latent_mean)
        mean, log_variance = weight[:, :dims] @ self.to_coordinates, weight[:, dims:]
        centred = (bias[:dims] - self.latent_mean) @ self.to_coordinates
        return np.concatenate([mean, log_variance], axis=1), np.concatenate([centred, bias[dims:]])


def _write_label(member: _Writer, config: Config, parts: Parts, index: int, card: LabelCard) -> None:
    """A label: how it is coded, and the columns that an embedding makes of each class, and of an unknown one."""
    task = config.model.tasks[index]
    quantity, width = config.model.continuous(task), config.model.dim(task)
    condition = config.model.conditioning.get(task)
    columns = [(condition.out_dim or width) if condition and name in condition.target else 0 for name in _TARGETS]
    embeddings = [parts.get(f"{name}_conditioning.embeddings.{index}.weight") for name in _TARGETS]
    statistics = [float(parts[f"labels.{index}.{name}"][0]) for name in _STATISTICS] if quantity else [0.0] * 4
    member.record(
        *(int(quantity), width, *columns, *(int(embedding is not None) for embedding in embeddings)),
        *(float(card.low), float(card.high), *statistics),
    )
    if quantity:
        member.usable &= statistics[1] > 0.0
        return
    prior = parts[f"labels.{index}.prior"]
    member.floats(prior)
    for embedding in embeddings:
        if embedding is not None:
            columns_of_class = embedding.T.astype(np.float64)
            member.floats(np.concatenate([columns_of_class, prior[None] @ columns_of_class]))


_TARGETS = ("decoder", "encoder")
_STATISTICS = ("mean", "deviation", "low", "high")


class _Writer:
    """Blocks of the member.

    Parameters
    ----------
    weights
        How affine layers are stored.

    Attributes
    ----------
    parts
        What was written, in order.
    usable
        Whether every number that was written is finite, and none that divides is zero.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.parts: list[bytes] = []
        self.usable = True

    def record(self, *values: float) -> None:
        """Up to 16 numbers: int as int32, float as float32."""
        kinds = "".join("f" if isinstance(value, float) else "i" for value in values)
        numbers = [float(np.float32(value)) if isinstance(value, float) else value for value in values]
        self.usable &= bool(np.isfinite(numbers).all())
        self._block(struct.pack(f"<{kinds}", *numbers))

    def floats(self, values: ArrayLike) -> None:
        """An array as float32, last index fastest."""
        numbers = np.ascontiguousarray(values, "<f4")
        self.usable &= bool(np.isfinite(numbers).all())
        self._block(numbers.tobytes())

    def sequence(self, sequence: LayerSequence) -> None:
        """A sequence of layers."""
        self.record(len(sequence.layers), sequence.inputs)
        for layer in sequence.layers:
            if layer.kind == LayerKind.AFFINE_FLOAT:
                self._affine(*layer.arrays)
                continue
            self.record(int(layer.kind), layer.inputs, layer.outputs, *layer.channels)
            for values in layer.arrays:
                self.floats(values)

    def _affine(self, weight: Matrix, bias: Matrix) -> None:
        """An affine layer: weights (inputs, outputs), bias (outputs,)."""
        inputs, outputs = weight.shape
        missing = -outputs % _TILE
        tiles = np.pad(weight, [(0, 0), (0, missing)]).reshape(inputs, -1, _TILE).transpose(1, 0, 2)
        kind = LayerKind.AFFINE_INT16 if self.weights == Weights.INT16 else LayerKind.AFFINE_FLOAT
        self.record(int(kind), inputs, outputs, 0, 0, 0)
        if kind == LayerKind.AFFINE_INT16:
            scale = (np.abs(tiles).max(axis=1) / _INT16).astype(np.float32)
            steps = np.divide(tiles, scale[:, None], out=np.zeros_like(tiles), where=scale[:, None] > 0)
            self._block(np.clip(np.rint(np.nan_to_num(steps)), -_INT16, _INT16).astype("<i2").tobytes())
            self.floats(scale)
        else:
            self.floats(tiles)
        self.floats(np.pad(bias, (0, missing)))

    def _block(self, content: bytes) -> None:
        self.parts.append(content + bytes(-len(content) % _BLOCK))
