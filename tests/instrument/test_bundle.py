"""Instrument files: round trip, atomic writing, and a sentence for everything that is wrong with one."""

import dataclasses
import errno
import json
import math
import os
import zipfile

import numpy as np
import pytest
import yaml
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from vschaos import files
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.errors import InstrumentError
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_card, read_instrument, write_instrument


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "Glöckchen 鐘.vschaos"
    write_instrument(path, untrained())
    return path


def rewrite(path, member, content):
    """Replace a member of the zip."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = content
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if data is not None:
                archive.writestr(name, data)


def test_round_trip(saved):
    before, after = untrained(), read_instrument(saved)
    assert after.card == before.card
    assert after.config == before.config
    for name, values in before.weights.items():
        np.testing.assert_array_equal(after.weights[name], values)
    np.testing.assert_array_equal(after.points, before.points)
    np.testing.assert_array_equal(after.axes.axes, before.axes.axes)
    assert before.terrain is not None
    assert after.terrain is not None
    np.testing.assert_array_equal(after.terrain.grid, before.terrain.grid)
    np.testing.assert_array_equal(after.terrain.points, before.terrain.points)
    assert after.playable == dataclasses.replace(before.card.playable, terrain=True)
    assert read_card(saved) == before.card


def rewrite_latent(path, change):
    """Change the tensors of the latent map in place."""
    with zipfile.ZipFile(path) as archive:
        latent = load_tensors(archive.read("latent.safetensors"))
    change(latent)
    rewrite(path, "latent.safetensors", save_tensors(latent))


def without_terrain(latent):
    del latent["terrain_grid"], latent["terrain_points"]


def test_a_file_from_before_there_were_maps_opens_as_before(saved):
    rewrite_latent(saved, without_terrain)
    instrument = read_instrument(saved)
    assert instrument.terrain is None
    assert instrument.playable == instrument.card.playable
    write_instrument(saved, instrument)
    assert read_instrument(saved).terrain is None
    streaming_instrument(instrument)


@pytest.mark.parametrize(
    "terrain",
    [
        {"terrain_grid": None},
        {"terrain_points": None},
        {"terrain_grid": np.zeros((9, 9), np.float32)},
        {"terrain_grid": np.zeros((9, 8, 8), np.float32)},
        {"terrain_grid": np.zeros((1, 1, 8), np.float32)},
        {"terrain_grid": np.zeros((0, 0, 8), np.float32)},
        {"terrain_grid": np.zeros((9, 9, 7), np.float32)},
        {"terrain_grid": np.zeros((300, 300, 8), np.float32)},
        {"terrain_grid": np.full((9, 9, 8), np.nan, np.float32)},
        {"terrain_grid": np.full((9, 9, 8), np.inf, np.float32)},
        {"terrain_grid": np.full((9, 9, 8), 1.5, np.float32)},
        {"terrain_grid": np.full((9, 9, 8), 1e300)},
        {"terrain_grid": np.full((9, 9, 8), -128, np.int8)},
        {"terrain_points": np.zeros((199, 2), np.float32)},
        {"terrain_points": np.zeros((200, 3), np.float32)},
        {"terrain_points": np.zeros(400, np.float32)},
        {"terrain_points": np.full((200, 2), np.nan, np.float32)},
        {"terrain_points": np.full((200, 2), -2.0, np.float32)},
    ],
    ids=lambda terrain: " ".join(f"{name} {getattr(value, 'shape', '')}" for name, value in terrain.items()),
)
def test_a_map_that_cannot_be_one_is_refused(saved, terrain):
    def change(latent):
        latent.update(terrain)
        for name in [name for name, value in terrain.items() if value is None]:
            del latent[name]

    rewrite_latent(saved, change)
    with pytest.raises(InstrumentError, match="damaged"):
        read_instrument(saved)


def test_reading_without_weights(saved):
    assert read_instrument(saved, with_weights=False).weights == {}


def test_every_truncation_is_a_sentence(saved, tmp_path):
    content = saved.read_bytes()
    cut = tmp_path / "cut.vschaos"
    for length in [0, 1, 10, 100, len(content) // 2, len(content) - 30, len(content) - 1]:
        cut.write_bytes(content[:length])
        with pytest.raises(InstrumentError):
            read_instrument(cut)


def test_flipped_bytes_are_a_sentence_or_harmless(saved, tmp_path):
    content = bytearray(saved.read_bytes())
    rng = np.random.default_rng(0)
    broken = tmp_path / "broken.vschaos"
    refused = 0
    for position in rng.integers(0, len(content), 60):
        changed = bytearray(content)
        changed[position] ^= 0xFF
        broken.write_bytes(changed)
        try:
            streaming_instrument(read_instrument(broken))
        except InstrumentError:
            refused += 1
    assert refused > 40


@pytest.mark.parametrize("member", ["card.json", "config.yaml", "weights.safetensors", "latent.safetensors"])
@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00", b"[" * 100_000, b"null"])
def test_missing_or_nonsense_members(saved, member, content):
    rewrite(saved, member, content)
    with pytest.raises(InstrumentError):
        streaming_instrument(read_instrument(saved))


def test_yaml_that_would_run_something_does_not(saved, tmp_path):
    marker = tmp_path / "ran"
    rewrite(saved, "config.yaml", f"!!python/object/apply:os.system ['touch {marker}']".encode())
    with pytest.raises(InstrumentError):
        read_instrument(saved)
    assert not marker.exists()


@pytest.mark.parametrize(
    "change",
    [
        {"format_version": 99},
        {"format_version": None},
        {"latent_dims": 7},
        {"latent_dims": 10**9},
        {"n_fft": -1},
        {"sample_rate_hz": "fast"},
        {"name": None, "hop_samples": None},
    ],
)
def test_a_card_that_lies(saved, change):
    card = dataclasses.asdict(untrained().card) | change
    rewrite(saved, "card.json", json.dumps(card).encode())
    with pytest.raises(InstrumentError):
        streaming_instrument(read_instrument(saved))


def test_a_newer_format_says_update(saved):
    rewrite(saved, "card.json", json.dumps(dataclasses.asdict(untrained().card) | {"format_version": 2}).encode())
    with pytest.raises(InstrumentError, match="Update"):
        read_card(saved)


def test_a_claimed_giant_network_is_refused_without_allocating_it(saved):
    config = untrained().config
    config["model"]["decoder"]["hidden_dims"] = [16384] * 64
    rewrite(saved, "config.yaml", yaml.safe_dump(config).encode())
    with pytest.raises(InstrumentError, match="does not fit"):
        streaming_instrument(read_instrument(saved))


LABELLED = untrained(
    conditioning={
        "pitch": ConditioningConfig(12),
        "room": ConditioningConfig(3, ("encoder", "decoder"), "Embedding", 2),
        "force": ConditioningConfig(embedding="Continuous"),
    },
    prediction={"pitch": PredictionConfig(12)},
)


@pytest.fixture
def labelled(tmp_path):
    path = tmp_path / "labelled.vschaos"
    write_instrument(path, LABELLED)
    return path


def test_labels_survive_a_round_trip(labelled):
    labels = read_card(labelled).labels
    assert labels == LABELLED.card.labels
    assert [(label.name, label.kind, label.dim) for label in labels] == [
        ("pitch", "int", 12),
        ("room", "int", 3),
        ("force", "float", 1),
    ]
    assert [label.predicted for label in labels] == [True, False, False]
    assert labels[1].conditions == ("encoder", "decoder")
    assert streaming_instrument(read_instrument(labelled)).autoencoder.tasks == ["pitch", "room", "force"]


@pytest.mark.parametrize(
    "change",
    [
        {"dim": 10**9},
        {"dim": True},
        {"kind": "word"},
        {"classes": ["C", "D"]},
        {"high": 12},
        {"low": -1},
        {"default": 12},
        {"default": math.nan},
        {"low": None},
        {"conditions": ["engine"]},
        {"name": None},
        {"name": "tone"},
    ],
)
def test_a_card_that_lies_about_a_label(labelled, change):
    card = dataclasses.asdict(LABELLED.card)
    card["labels"][0].update(change)
    rewrite(labelled, "card.json", json.dumps(card).encode())
    with pytest.raises(InstrumentError):
        streaming_instrument(read_instrument(labelled))


@pytest.mark.parametrize("claim", [{"dim": 4096}, {"out_dim": 1024}, {"embedding": "OneHot", "out_dim": 0}])
def test_a_claimed_giant_embedding_is_refused(labelled, claim):
    model = LABELLED.config["model"]
    conditioning = model["conditioning"] | {"room": model["conditioning"]["room"] | claim}
    config = LABELLED.config | {"model": model | {"conditioning": conditioning}}
    rewrite(labelled, "config.yaml", yaml.safe_dump(config).encode())
    with pytest.raises(InstrumentError, match="does not fit"):
        streaming_instrument(read_instrument(labelled))


def test_a_card_without_labels_reads_as_before(saved):
    card = dataclasses.asdict(untrained().card)
    del card["labels"]
    del card["training"]["label_accuracy"]
    rewrite(saved, "card.json", json.dumps(card).encode())
    assert read_instrument(saved).card == untrained().card


def test_weights_that_are_not_numbers_are_refused(tmp_path):
    instrument = untrained()
    weights = dict(instrument.weights)
    name = next(iter(weights))
    weights[name] = np.full_like(weights[name], np.nan)
    path = tmp_path / "nan.vschaos"
    write_instrument(path, dataclasses.replace(instrument, weights=weights))
    with pytest.raises(InstrumentError):
        read_instrument(path)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(saved, monkeypatch):
    before = saved.read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(InstrumentError, match="No space left"):
        write_instrument(saved, untrained(seed=1))
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_no_such_file(tmp_path):
    with pytest.raises(InstrumentError, match="no instrument"):
        read_instrument(tmp_path / "none.vschaos")


def test_a_folder_is_not_an_instrument(tmp_path):
    with pytest.raises(InstrumentError):
        read_instrument(tmp_path)
