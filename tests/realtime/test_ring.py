import numpy as np
import pytest

from vschaos.realtime.ring import Ring


@pytest.mark.parametrize("capacity", [1, 7, 64, 1000])
def test_what_goes_in_comes_out_across_every_wrap(capacity):
    ring = Ring(capacity)
    random = np.random.default_rng(capacity)
    source = np.arange(1, 20_001, dtype=np.float32)
    written, out = 0, []
    while written < len(source):
        written += ring.write(source[written : written + random.integers(0, 2 * capacity + 2)])
        assert 0 <= ring.fill <= capacity
        assert ring.fill + ring.space == capacity
        piece = np.zeros(random.integers(0, capacity + 3), np.float32)
        out.append(piece[: ring.read_into(piece)])
    rest = np.zeros(capacity, np.float32)
    out.append(rest[: ring.read_into(rest)])
    np.testing.assert_array_equal(np.concatenate(out), source)


def test_a_full_ring_takes_no_more_and_an_empty_one_leaves_the_buffer_alone():
    ring = Ring(4)
    assert ring.write(np.ones(6, np.float32)) == 4
    assert ring.write(np.ones(1, np.float32)) == 0
    out = np.full(6, 9.0, np.float32)
    assert ring.read_into(out) == 4
    np.testing.assert_array_equal(out, [1, 1, 1, 1, 9, 9])
    assert ring.read_into(out) == 0


def test_reads_into_one_channel_of_an_interleaved_buffer():
    ring = Ring(8)
    ring.write(np.arange(1, 4, dtype=np.float32))
    out = np.zeros((4, 2), np.float32)
    assert ring.read_into(out[:, 0]) == 3
    np.testing.assert_array_equal(out, [[1, 0], [2, 0], [3, 0], [0, 0]])
