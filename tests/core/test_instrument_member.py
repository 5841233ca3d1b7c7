"""Opening the member ``core.bin``: what it says is checked, and what is wrong with it is refused in a sentence."""

import gc
import struct

import numpy as np
import pytest

from tests.random_instruments import KINDS, random_instrument, random_points
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi
from vschaos.errors import InstrumentError
from vschaos.instrument.core_member import Weights, pack

BLOCK = 64


@pytest.fixture(scope="module", params=["labels", "convolutions"])
def member(request):
    return pack(random_instrument(KINDS[request.param]))


def with_number(member, at, value, kind="<i"):
    changed = bytearray(member)
    changed[at : at + 4] = struct.pack(kind, value)
    return bytes(changed)


def used(instrument):
    """Does with an instrument whatever may be done with one."""
    chance = np.random.default_rng(0)
    points = chance.normal(size=(5, instrument.latent_dims))
    labels = chance.normal(0.0, 10.0, (5, instrument.label_count))
    labels[::2] = np.nan
    magnitudes, shares = instrument.magnitudes_and_shares(points, labels)
    assert ((shares >= 0.0) & (shares <= 1.0)).all()
    instrument.encode(np.abs(chance.normal(size=(2, instrument.bins))), labels[:2])
    return magnitudes


@pytest.mark.parametrize("kind", KINDS)
def test_dimensions_are_those_of_the_card(kind):
    instrument = random_instrument(KINDS[kind])
    card, opened = instrument.card, CoreInstrument(pack(instrument))
    assert (opened.sample_rate_hz, opened.n_fft, opened.hop_samples) == (
        card.sample_rate_hz,
        card.n_fft,
        card.hop_samples,
    )
    assert (opened.bins, opened.latent_dims) == (card.n_fft // 2 + 1, card.latent_dims)
    assert opened.label_count == len(card.labels)


def test_the_bytes_are_copied():
    instrument = random_instrument(KINDS["labels"])
    data = bytearray(pack(instrument))
    opened, points = CoreInstrument(bytes(data)), random_points(instrument, 4)
    before = opened.magnitudes(*points)
    reopened = CoreInstrument(data)
    data[:] = bytes(len(data))
    np.testing.assert_array_equal(reopened.magnitudes(*points), before)


def test_memory_at_any_place_is_read(member):
    data = bytearray(len(member) + 7)
    data[7:] = member
    why = ffi.new("const char **")
    opened = core.vs_open(ffi.from_buffer(data) + 7, len(member), why)
    assert opened != ffi.NULL
    core.vs_close(opened)


def test_closing_twice_is_closing_once(member):
    opened = CoreInstrument(member)
    opened.close()
    opened.close()
    with pytest.raises(ValueError, match="closed"):
        opened.magnitudes(np.zeros((1, opened.latent_dims)))
    del opened
    gc.collect()
    core.vs_close(ffi.NULL)


def test_rows_of_another_width_are_refused(member):
    opened = CoreInstrument(member)
    with pytest.raises(ValueError, match="points"):
        opened.magnitudes(np.zeros((2, opened.latent_dims + 1)))
    with pytest.raises(ValueError, match="labels"):
        opened.magnitudes(np.zeros((2, opened.latent_dims)), np.zeros((1, opened.label_count)))
    assert opened.magnitudes(np.zeros((0, opened.latent_dims))).shape == (0, opened.bins)


@pytest.mark.parametrize("content", [b"", b"vs-core\x02", bytes(64), b"PK\x03\x04" + bytes(124)])
def test_what_is_not_a_member_is_refused(content):
    with pytest.raises(InstrumentError, match="This is not the sound data of an instrument"):
        CoreInstrument(content)


def test_a_newer_format_is_refused(member):
    with pytest.raises(InstrumentError, match="newer version"):
        CoreInstrument(b"vs-core\x03" + member[8:])


def test_a_sentence_need_not_be_asked_for(member):
    assert core.vs_open(ffi.from_buffer(member), 3, ffi.NULL) == ffi.NULL


def test_a_part_of_a_member_and_more_than_one_are_refused(member):
    for blocks in range(1, len(member) // BLOCK):
        with pytest.raises(InstrumentError, match="damaged"):
            CoreInstrument(member[: blocks * BLOCK])
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(member + bytes(BLOCK))


@pytest.mark.parametrize("word", [2, 3, 4, 5, 6, 8])
@pytest.mark.parametrize("value", [0, -1, 1, 65, 2**31 - 1, -(2**31), 2**30])
def test_impossible_dimensions_are_refused(member, word, value):
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(with_number(member, 4 * word, value))


@pytest.mark.parametrize("layer", [-1, 1, 2, 5, 6, 2**31 - 1])
def test_noise_shares_of_another_layer_are_refused(layer):
    """Of two hidden layers, 28 wide at last: another row is as wide nowhere; 0 says that there are no shares."""
    member = pack(random_instrument(KINDS["noise"]))
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(with_number(member, 36, layer))


@pytest.mark.parametrize("kind", ["labels", "convolutions"])
def test_a_member_of_the_first_version_is_the_same_without_noise(kind):
    instrument = random_instrument(KINDS[kind])
    member, points = pack(instrument), random_points(instrument, 5)
    earlier = CoreInstrument(b"vs-core\x01" + member[8:])
    magnitudes, shares = earlier.magnitudes_and_shares(*points)
    np.testing.assert_array_equal(magnitudes, CoreInstrument(member).magnitudes(*points))
    assert not shares.any()


@pytest.mark.parametrize("gain", [0.0, -1e5, 1e-30, 1e30, np.nan, np.inf])
def test_an_impossible_contrast_is_refused(member, gain):
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(with_number(member, 28, gain, "<f"))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_not_finite_are_refused(member, value):
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(with_number(member, BLOCK + 40, value, "<f"))
    with pytest.raises(InstrumentError, match="damaged"):
        CoreInstrument(with_number(member, len(member) - BLOCK, value, "<f"))


@pytest.mark.parametrize("weights", Weights, ids=lambda weights: weights.name)
@pytest.mark.parametrize("kind", ["labels", "noise", "components", "convolutions"])
def test_random_damage_is_refused_or_opens_to_finite_magnitudes(kind, weights):
    member = pack(random_instrument(KINDS[kind]), weights)
    chance = np.random.default_rng(0)
    values = [0, 1, -1, 2, 16, 64, 4096, 2**22, 2**22 + 1, 2**31 - 1, -(2**31), 0x7F7FFFFF, 0x7F800000, 0x3F800000]
    opened, blocks = 0, len(member) // BLOCK
    for _ in range(700):
        damaged = bytearray(member)
        for _ in range(chance.integers(1, 4)):
            at = 4 * int(chance.integers(len(member) // 4))
            if chance.random() < 0.6:  # records are few among the numbers, and begin a block
                at = BLOCK * int(chance.integers(blocks)) + 4 * int(chance.integers(8))
            value = int(chance.choice(values)) if chance.random() < 0.7 else int(chance.integers(-(2**31), 2**31))
            damaged[at : at + 4] = struct.pack("<I", value & 0xFFFFFFFF)
        try:
            instrument = CoreInstrument(bytes(damaged))
        except InstrumentError:
            continue
        magnitudes = used(instrument)
        assert np.isfinite(magnitudes).all()
        assert (magnitudes >= 0.0).all()
        opened += 1
    assert 0 < opened < 700  # both ways were tried
