# ruff: noqa: D102
# pyright: reportReturnType=false
"""What the module for nn~ knows of `vschaos.export.core.ExportCore` and `vschaos.export.resampling.HostRates`.

TorchScript copies a method into whatever calls it, and compiles each copy by itself, unless the callee is known by its
interface alone. An interface may hold nothing but signatures: no docstring, and no body but ``pass``.
"""

import torch
from torch import Tensor, nn

from vschaos.instrument.streaming import AnalysisState, SynthesisState

SoundState = tuple[SynthesisState, Tensor, int, Tensor]
"""What a sounding method remembers: the synthesis; the coordinates that were reached, (B, D), NaN before the first; the
number of frames that went out; the numbers of the walk, (B, D + 1)."""

Conversion = tuple[Tensor, int, int, int, int]
"""From one rate to another: the weights, (taps − 1 + down, up), then up, down, taps, and the lag in samples."""

Flow = tuple[Tensor, int, int]
"""A sound on its way: the last samples that came, (B, n), and how many came and went since the start."""

HostStream = tuple[int, Conversion, Conversion, Flow, Flow, Tensor]
"""Between a host of this rate and the instrument: how to convert what comes, and what goes; both on their way; the
values of the outlets last given, (B, C)."""


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


@torch.jit.interface
class Rates(nn.Module):
    """See the module."""

    def initial(self, host_hz: int, batch: int, hears: bool, sounds: bool) -> HostStream:
        pass

    def restarted(self, stream: HostStream, batch: int) -> HostStream:
        pass

    def heard(self, parts: list[Tensor], stream: HostStream) -> tuple[list[Tensor], HostStream]:
        pass

    def sounded(self, parts: list[Tensor], samples: list[int], stream: HostStream) -> tuple[list[Tensor], HostStream]:
        pass

    def inlets(self, controls: Tensor, stream: HostStream) -> Tensor:
        pass

    def values(self, found: Tensor, steps: int, stream: HostStream) -> tuple[Tensor, HostStream]:
        pass
