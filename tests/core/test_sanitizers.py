"""The core under sanitizers: no memory that is not its own, nothing undefined, no leak, no race of two threads."""

from __future__ import annotations

import shutil

import pytest

from testing.core_members import small_members
from testing.core_programs import MEMORY, THREADS, compile_program, run_program

pytestmark = pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc and its sanitizers")


@pytest.fixture(scope="module")
def members(tmp_path_factory):
    folder = tmp_path_factory.mktemp("members")
    paths = []
    for name, member in small_members().items():
        paths.append(folder / f"{name}.bin")
        paths[-1].write_bytes(member)
    return paths


@pytest.fixture(scope="module")
def exercise(tmp_path_factory):
    return compile_program("exercise.c", tmp_path_factory.mktemp("exercise") / "exercise", MEMORY)


def test_hostile_numbers_make_finite_samples(exercise, members, tmp_path, factory_member):
    factory = tmp_path / "factory.bin"
    factory.write_bytes(factory_member)
    samples, _, not_finite, *_ = run_program(exercise, [*members, factory]).split()
    assert int(samples) > 1_000_000
    assert int(not_finite) == 0


def test_a_player_may_be_used_by_all_of_its_threads(members, tmp_path):
    program = compile_program("threads.c", tmp_path / "threads", THREADS)
    frames, _, not_finite, *_ = run_program(program, [members[0], 20]).split()
    assert int(frames) > 10_000
    assert int(not_finite) == 0


def test_an_error_in_memory_is_noticed(exercise):
    """The tests above can fail."""
    with pytest.raises(RuntimeError, match="AddressSanitizer: heap-buffer-overflow"):
        run_program(exercise, ["beyond"])
