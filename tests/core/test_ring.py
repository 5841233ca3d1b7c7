"""Blocks of every size through rings and histories; two threads at a history are tested with `History`."""

import threading

import numpy as np
import pytest

from vschaos.core.arrays import floats
from vschaos.core.library import core, ffi

BLOCKS = [1, 64, 65, 8193]


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("block", BLOCKS)
def test_a_ring_gives_back_what_it_took_in_blocks_of_any_size(block, channels):
    ring = ffi.gc(core.vs_ring_new(9001, channels), core.vs_ring_free)
    given = np.arange(40_000 * channels, dtype=np.float32).reshape(-1, channels)
    out = np.zeros_like(given)
    written = read = 0
    while read < len(given):
        piece = given[written : written + block]
        written += core.vs_ring_write(ring, floats(piece), len(piece))
        assert core.vs_ring_fill(ring) == written - read
        piece = out[read : read + 97]
        read += core.vs_ring_read(ring, floats(piece, written_to=True), len(piece))
    np.testing.assert_array_equal(out, given)


def test_its_memory_is_where_it_says():
    """Others find frames and counters by their addresses."""
    ring = ffi.gc(core.vs_ring_new(3, 2), core.vs_ring_free)
    counters, memory = core.vs_ring_counters(ring), core.vs_ring_frames(ring)
    core.vs_ring_write(ring, floats(np.arange(4, dtype=np.float32)), 2)
    assert (counters[0], counters[8], core.vs_ring_fill(ring)) == (2, 0, 2)
    assert core.vs_ring_drop(ring, -5) == 0
    assert core.vs_ring_drop(ring, 5) == 2
    core.vs_ring_write(ring, floats(np.arange(4, 8, dtype=np.float32)), 2)
    assert [memory[k] for k in range(6)] == [6, 7, 2, 3, 4, 5]
    assert (counters[0], counters[8]) == (4, 2)
    assert int(ffi.cast("uintptr_t", counters)) % 64 == 0


def test_a_counter_beyond_32_bits_is_as_good_as_any():
    ring = ffi.gc(core.vs_ring_new(1000, 1), core.vs_ring_free)
    counters = core.vs_ring_counters(ring)
    counters[0] = counters[8] = 5_000_000_123
    given, out = np.arange(1500, dtype=np.float32), np.zeros(1500, np.float32)
    assert core.vs_ring_write(ring, floats(given), 1500) == 1000
    assert core.vs_ring_read(ring, floats(out, written_to=True), 1500) == 1000
    np.testing.assert_array_equal(out[:1000], given[:1000])


@pytest.mark.parametrize("numbers", [(0, 2), (-1, 2), (8, 0), (8, 1000)])
def test_numbers_without_sense_make_none(numbers):
    assert core.vs_ring_new(*numbers) == ffi.NULL
    assert core.vs_history_new(*numbers) == ffi.NULL


def test_a_writer_and_a_reader_in_two_threads_lose_nothing():
    """Machine code on both sides, without the interpreter's lock: what comes out is what went in, in order."""
    total = 200_000
    ring = ffi.gc(core.vs_ring_new(257, 1), core.vs_ring_free)
    given, out = np.arange(total, dtype=np.float32), np.empty(total, np.float32)
    source, target = floats(given), floats(out, written_to=True)

    def write():
        done = 0
        while done < total:
            done += core.vs_ring_write(ring, source + done, min(100, total - done))

    writer = threading.Thread(target=write)
    writer.start()
    done = 0
    while done < total:
        done += core.vs_ring_read(ring, target + done, min(64, total - done))
    writer.join()
    np.testing.assert_array_equal(out, given)
