"""The member ``core.bin`` of an instrument file: kept as it is, made where it is missing, and refused when damaged."""

import dataclasses
import json
import zipfile

import numpy as np
import pytest

from tests.instrument.test_bundle import rewrite
from vschaos.errors import InstrumentError
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import read_card, read_instrument, write_instrument
from vschaos.instrument.core_member import pack
from vschaos.instrument.start import with_start
from vschaos.realtime.loading import load_instrument

CORE = "core.bin"


@pytest.fixture
def whole():
    made = with_start(untrained(3, latent_dims=4))
    return dataclasses.replace(made, core=pack(made))


@pytest.fixture
def saved(tmp_path, whole):
    path = tmp_path / "one.vschaos"
    write_instrument(path, whole)
    return path


def magnitudes(loaded):
    points = np.random.default_rng(0).uniform(-1, 1, (5, 4)).astype(np.float32)
    return loaded.core.magnitudes(points)


def test_the_member_is_kept_as_it_is_and_stored_as_it_is(saved, whole):
    assert read_instrument(saved).core == whole.core
    with zipfile.ZipFile(saved) as archive:
        assert archive.getinfo(CORE).compress_type == zipfile.ZIP_STORED
        assert archive.read(CORE) == whole.core


def test_an_instrument_with_a_member_is_opened_without_its_weights(saved, whole):
    rewrite(saved, "weights.safetensors", b"not read")
    loaded = load_instrument(saved)
    assert (loaded.hop_samples, loaded.playable.latent_dims) == (whole.card.hop_samples, 4)
    assert magnitudes(loaded).max() > 1e-3


def test_a_file_from_before_there_were_members_sounds_the_same(saved, whole):
    expected = magnitudes(load_instrument(saved))
    rewrite(saved, CORE, None)
    old = dataclasses.asdict(whole.card) | {"format_version": 1, "level_db": None, "start": [], "start_place": []}
    rewrite(saved, "card.json", json.dumps(old).encode())
    assert read_card(saved).format_version == 1
    assert read_instrument(saved).core == b""
    loaded = load_instrument(saved)
    np.testing.assert_array_equal(magnitudes(loaded), expected)
    assert loaded.make_up_db == pytest.approx(whole.card.make_up_db)
    assert loaded.playable.start == whole.card.playable.start


@pytest.mark.parametrize("damage", ["cut", "long", "name", "newer", "numbers", "layers", "empty block"])
def test_a_damaged_member_is_a_sentence(saved, whole, damage):
    content = bytearray(whole.core)
    if damage == "cut":
        del content[-6400:]
    elif damage == "long":
        content += bytes(64)
    elif damage == "name":
        content[:4] = b"abcd"
    elif damage == "newer":
        content[7] = 9
    elif damage == "numbers":
        content[64:68] = np.float32(np.nan).tobytes()
    elif damage == "layers":
        content[32:36] = (10**6).to_bytes(4, "little")
    else:
        content = bytearray(64)
    rewrite(saved, CORE, bytes(content))
    with pytest.raises(InstrumentError) as raised:
        load_instrument(saved)
    assert raised.value.sentence
    assert raised.value.remedy
    assert ("newer" in raised.value.sentence) == (damage == "newer")


def test_a_member_of_another_instrument_is_noticed_by_its_dimensions(saved):
    rewrite(saved, CORE, pack(untrained(3, latent_dims=6)))
    with pytest.raises(InstrumentError, match="inconsistent"):
        load_instrument(saved)


def test_a_member_far_larger_than_its_network_is_refused(saved):
    rewrite(saved, CORE, bytes(64 << 20))
    with pytest.raises(InstrumentError):
        read_instrument(saved)
