"""Another processor, on any: magnitudes that differ in their last digits from call to call of other shapes.

Real processors sum products in an order that depends on how many rows there are. Here each magnitude that a decoder
makes is multiplied by 1 ± 10⁻⁷, drawn anew for every shape of a call and every seed; the same call gives the same bits.
``pytest --rounding SEED`` runs any test on such a processor.
"""

from __future__ import annotations

from contextlib import contextmanager

import pytest
import torch
from torch import Tensor, nn

from vschaos.instrument.streaming import StreamingInstrument
from vschaos.transforms.contrast import make_contrast
from vschaos.transforms.running_phase import uniform_noise

LAST_DIGIT = 1e-7


class RoundedContrast(nn.Module):
    """A contrast whose magnitudes are those of another processor."""

    def __init__(self, contrast: nn.Module, seed: int, size: float = LAST_DIGIT) -> None:
        super().__init__()
        self.contrast, self.seed, self.size = contrast, seed, size

    def forward(self, magnitude: Tensor) -> Tensor:
        return self.contrast(magnitude)

    def inverse(self, features: Tensor) -> Tensor:
        magnitude = self.contrast.inverse(features)
        rows = magnitude.reshape(-1, magnitude.shape[-1])
        drawn = torch.tensor([self.seed * 1_000_003 + 1009 * rows.shape[0]], device=rows.device)
        factor = 1.0 + self.size * uniform_noise(drawn, rows.shape[0], rows.shape[1])[0]
        return (rows * factor).reshape(magnitude.shape)


def on_another_processor(instrument: StreamingInstrument, seed: int, size: float = LAST_DIGIT) -> StreamingInstrument:
    """Let an instrument round as another processor does; the same instrument."""
    instrument.contrast = RoundedContrast(instrument.contrast, seed, size)
    return instrument


@contextmanager
def everything_on_another_processor(seed: int):
    """Let every instrument that is made meanwhile round so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "vschaos.instrument.streaming.make_contrast", lambda *named: RoundedContrast(make_contrast(*named), seed)
        )
        yield
