# ruff: noqa: D102
# pyright: reportReturnType=false
"""What the module for nn~ knows of `vschaos.export.core.ExportCore`, where its methods are described.

TorchScript copies a method into whatever calls it, and compiles each copy by itself, unless the callee is known by its
interface alone. An interface may hold nothing but signatures: no docstring, and no body but ``pass``.
"""

import torch
from torch import Tensor, nn

from vschaos.instrument.streaming import AnalysisState, SynthesisState

SoundState = tuple[SynthesisState, Tensor, int, Tensor]
"""What a sounding method remembers: the synthesis; the coordinates that were reached, (B, D), NaN before the first; the
number of frames that went out; the numbers of the walk, (B, D + 1)."""


@torch.jit.interface
class Core(nn.Module):
    """See the module."""

    def initial_analysis(self, batch: int) -> AnalysisState:
        pass

    def initial_sound(self, batch: int) -> SoundState:
        pass

    def sound(
        self,
        parts: list[Tensor],
        place: int,
        label_values: list[float],
        settings: dict[str, float],
        state: SoundState,
    ) -> tuple[list[Tensor], SoundState]:
        pass

    def follow(
        self,
        parts: list[Tensor],
        label_values: list[float],
        settings: dict[str, float],
        analysis: AnalysisState,
        state: SoundState,
    ) -> tuple[list[Tensor], AnalysisState, SoundState]:
        pass

    def listen(
        self, parts: list[Tensor], raw: bool, label_values: list[float], analysis: AnalysisState
    ) -> tuple[list[Tensor], AnalysisState]:
        pass

    def spread(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        pass

    def gather(self, parts: list[Tensor], raw: bool) -> list[Tensor]:
        pass
