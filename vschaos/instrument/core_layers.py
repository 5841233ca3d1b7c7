"""Layers of a network, as the compiled core plays them: what `vschaos.instrument.core_member` writes. Torch-free."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from vschaos.models.sizes import STRIDE

Matrix = NDArray[np.float64]


class LayerKind(IntEnum):
    """Kinds of layers, as in ``network.h``."""

    AFFINE_FLOAT = 0
    AFFINE_INT16 = 1
    NORM_SILU = 2
    GROUP_SILU = 3
    CONVOLUTION = 4
    DECONVOLUTION = 5
    OFFSET = 6
    RESIZE = 7


@dataclass(frozen=True)
class Layer:
    """A layer: its record, and its arrays; those of affine layers are weights (inputs, outputs) and a bias."""

    kind: LayerKind
    inputs: int
    outputs: int
    arrays: tuple[Matrix, ...] = ()
    channels: tuple[int, int, int] = (0, 0, 0)

    @property
    def width(self) -> int:
        """Its wider end."""
        return max(self.inputs, self.outputs)


@dataclass
class LayerSequence:
    """Layers one behind the other."""

    inputs: int
    layers: list[Layer] = field(default_factory=list)

    @property
    def outputs(self) -> int:
        """Width of a row behind the last layer."""
        return self.layers[-1].outputs if self.layers else self.inputs

    def affine(self, weight: Matrix, bias: Matrix) -> None:
        """Append an affine layer: weights (inputs, outputs), bias (outputs,)."""
        self.layers.append(Layer(LayerKind.AFFINE_FLOAT, *weight.shape, arrays=(weight, bias)))

    def in_place(self, kind: LayerKind, *arrays: Matrix, channels: tuple[int, int, int] = (0, 0, 0)) -> None:
        """Append a layer that keeps a row's width."""
        self.layers.append(Layer(kind, self.outputs, self.outputs, arrays, channels))

    def convolution(self, kind: LayerKind, weight: Matrix, bias: Matrix, places: int) -> None:
        """Append a convolution of an image with so many places: weights (out, in, 8), bias (out,)."""
        out, into = weight.shape[:2]
        made = places // STRIDE if kind == LayerKind.CONVOLUTION else places * STRIDE
        self.layers.append(Layer(kind, into * places, out * made, (weight, bias), (into, out, places)))

    def resize(self, width: int) -> None:
        """Append a layer that cuts a row, or appends zeros to it, where it is not of this width."""
        if width != self.outputs:
            self.layers.append(Layer(LayerKind.RESIZE, self.outputs, width))
