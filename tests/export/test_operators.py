"""Only operators that every nn~ knows leave the house."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from vschaos.errors import ExportError
from vschaos.export.operators import check_operators, shared_operators, used_operators


class Stretch(nn.Module):
    """Uses an operator whose schema changed since libtorch 2.0, in a method that nobody calls."""

    def forward(self, x: Tensor) -> Tensor:
        if x.shape[0] > 1:
            for _ in range(2):
                x = torch.tanh(x)
        return x

    @torch.jit.export
    def spectrum(self, x: Tensor) -> Tensor:
        return torch.stft(x, 64, return_complex=True)


class AsksANumber(nn.Module):
    """Uses an operator that every version knows, and that libtorch 2.0 cannot run."""

    def forward(self, x: Tensor, amount: float) -> Tensor:
        return x if math.isnan(amount) else amount * x


class Nest(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, x: Tensor) -> Tensor:
        return self.inner(x)


def test_the_list_holds_schemas_of_both_versions():
    known = shared_operators()
    assert len(known) > 3000
    assert "aten::fft_irfft(Tensor self, int? n=None, int dim=-1, str? norm=None) -> Tensor" in known
    assert not any(schema.startswith("aten::rms_norm(") for schema in known)


def test_operators_inside_loops_and_branches_are_seen():
    names = {schema.partition("(")[0] for schema in used_operators(torch.jit.script(Stretch()))}
    assert "aten::tanh" in names


def test_an_unknown_operator_is_named_wherever_it_hides():
    with pytest.raises(ExportError, match="aten::stft"):
        check_operators(torch.jit.script(Nest(Nest(Stretch()))))


def test_a_layer_that_older_versions_lack_is_refused():
    with pytest.raises(ExportError, match="aten::rms_norm"):
        check_operators(torch.jit.script(Nest(nn.RMSNorm(4))))


def test_an_operator_that_older_versions_cannot_run_is_refused():
    with pytest.raises(ExportError, match="aten::isnan"):
        check_operators(torch.jit.script(AsksANumber()))


def test_a_dense_network_passes():
    network = nn.Sequential(nn.Linear(4, 8), nn.LayerNorm(8), nn.SiLU(), nn.Linear(8, 4))
    assert check_operators(torch.jit.script(Nest(network))) > 0
