"""The export in a host in C++, on libtorch's own loader: several objects of one file, each in threads of its own."""

import os
import subprocess
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn

from tests.libtorch import COMPILER, HEADERS, compiled

SOURCE = Path(__file__).with_name("nn_tilde_host.cpp")

pytestmark = [
    pytest.mark.skipif(COMPILER is None or not HEADERS.exists(), reason="needs g++ and the headers of libtorch"),
    # Half a minute's work for one processor: on a busy computer far more on the clock.
    pytest.mark.timeout(1800),
]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compiled(SOURCE, tmp_path_factory.mktemp("host") / "nn_tilde_host")


def played(host: Path, path: Path, starts: int, calls: int, askers: int, *objects: str):
    # Freed memory is overwritten: what is read after it was freed is not what it was.
    environment = {**os.environ, "MALLOC_PERTURB_": "165", "OMP_NUM_THREADS": "1"}
    command = [str(host), str(path), *map(str, (starts, calls, askers)), *objects]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_objects_of_one_file_with_different_buffers_in_one_patch(host, labelled):
    """Two starts of four objects, and one loaded again while it sounds: ten loads, three threads that ask each."""
    objects = ("forward", "512", "decode", "0", "decode", "2048", "encode", "4096")
    done = played(host, labelled.path, 2, 12, 3, *objects)
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert done.stdout.startswith("2 starts of 4 objects"), done.stdout


class KeepsItsInput(nn.Module):
    """Its state is a view of its input, which is another's by the next call."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("forward_params", torch.tensor([1, 1, 1, 1]))
        self.held = torch.zeros(1, 1, 1)

    def forward(self, audio: Tensor) -> Tensor:
        made = audio + self.held
        self.held = audio[:, :, -1:]
        return made

    @torch.jit.export
    def get_methods(self) -> list[str]:
        return ["forward"]

    @torch.jit.export
    def get_attributes(self) -> list[str]:
        return []


def test_the_host_finds_a_module_that_keeps_what_it_was_lent(host, tmp_path):
    path = tmp_path / "keeps.ts"
    torch.jit.script(KeepsItsInput()).save(str(path))
    done = played(host, path, 1, 4, 1, "forward", "64")
    assert done.returncode == 1
    assert "no number" in done.stderr
