import threading

import numpy as np
import pytest

from vschaos.realtime.ring import Ring


@pytest.mark.parametrize("capacity", [1, 7, 64, 1000])
def test_what_goes_in_comes_out_across_every_wrap(capacity):
    ring = Ring(capacity)
    random = np.random.default_rng(capacity)
    source = np.arange(1, 40_001, dtype=np.float32).reshape(-1, 2)
    written, out = 0, []
    while written < len(source):
        written += ring.write(source[written : written + random.integers(0, 2 * capacity + 2)])
        assert 0 <= ring.fill <= capacity
        assert ring.fill + ring.space == capacity
        piece = np.zeros((random.integers(0, capacity + 3), 2), np.float32)
        out.append(piece[: ring.read_into(piece)])
    rest = np.zeros((capacity, 2), np.float32)
    out.append(rest[: ring.read_into(rest)])
    np.testing.assert_array_equal(np.concatenate(out), source)


def test_a_full_ring_takes_no_more_and_an_empty_one_leaves_the_buffer_alone():
    ring = Ring(4, channels=1)
    assert ring.write(np.ones((6, 1), np.float32)) == 4
    assert ring.write(np.ones((1, 1), np.float32)) == 0
    out = np.full((6, 1), 9.0, np.float32)
    assert ring.read_into(out) == 4
    np.testing.assert_array_equal(out[:, 0], [1, 1, 1, 1, 9, 9])
    assert ring.read_into(out) == 0


def test_the_reader_may_drop_the_oldest():
    ring = Ring(8, channels=1)
    ring.write(np.arange(1, 7, dtype=np.float32)[:, None])
    ring.drop(4)
    out = np.zeros((4, 1), np.float32)
    assert ring.read_into(out) == 2
    np.testing.assert_array_equal(out[:2, 0], [5, 6])
    ring.drop(100)
    assert ring.fill == 0


def test_a_writer_and_a_reader_in_two_threads_lose_nothing():
    """Machine code on both sides, without the interpreter's lock: what comes out is what went in, in order."""
    ring, total = Ring(257, channels=1), 2_000_000
    source = np.arange(total, dtype=np.float32)[:, None]

    def write():
        done = 0
        while done < total:
            done += ring.write(source[done : done + 100])

    writer = threading.Thread(target=write)
    writer.start()
    out = np.empty((total, 1), np.float32)
    done = 0
    while done < total:
        done += ring.read_into(out[done : done + 64])
    writer.join()
    np.testing.assert_array_equal(out, source)
