"""Libraries' out-of-memory errors become one sentence; other errors do not."""

from __future__ import annotations

import errno

import pytest

from vschaos.errors import VschaosError
from vschaos.memory_limits import as_memory_error, require_address_space


def while_handling(first, second):
    try:
        try:
            raise first
        except type(first):
            raise second  # noqa: B904 (as libraries do)
    except type(second) as error:
        return error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libtorch_cpu.so: failed to map segment from shared object"),
        RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried …"),
        RuntimeError("std::bad_alloc"),
        while_handling(MemoryError(), RuntimeError("unexpected pos 24128 vs 24020")),
    ],
)
@pytest.mark.parametrize("limit", [None, 700])
def test_memory(monkeypatch, error, limit):
    monkeypatch.setattr("vschaos.memory_limits.limit_mb", lambda: limit)
    problem = as_memory_error(error)
    assert problem is not None
    assert problem.sentence == (
        "The computer does not have enough memory."
        if limit is None
        else "Not enough memory: this program may use only 700 MB (ulimit -v)."
    )


def test_threads(monkeypatch):
    monkeypatch.setattr("vschaos.memory_limits.limit_mb", lambda: None)
    problem = as_memory_error(RuntimeError("can't start new thread"))
    assert problem is not None
    assert problem.sentence == "This program could not start another thread."


@pytest.mark.parametrize(
    "error", [ValueError("out"), RuntimeError("boom"), OSError(errno.ENOSPC, "full"), KeyError("a")]
)
def test_other_errors_are_not_memory_errors(error):
    assert as_memory_error(error) is None


def test_a_limit_below_what_is_needed_is_refused_before(monkeypatch):
    monkeypatch.setattr("vschaos.memory_limits.limit_mb", lambda: 100)
    with pytest.raises(VschaosError, match=r"may use 100 MB.*needs 300 MB"):
        require_address_space(300)
    require_address_space(100)
    monkeypatch.setattr("vschaos.memory_limits.limit_mb", lambda: None)
    require_address_space(10**9)
