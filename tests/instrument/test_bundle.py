"""Instrument files: round trip, atomic writing, and a sentence for everything that is wrong with one."""

import dataclasses
import errno
import json
import math
import os
import tracemalloc
import zipfile

import numpy as np
import pytest
import yaml
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from testing.walks import known_walk
from tests.phrases import known_phrases
from vschaos import files
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.errors import InstrumentError
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_card, read_instrument, write_instrument
from vschaos.instrument.card import FORMAT_VERSION, Card, LabelCard


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "Glöckchen 鐘.vschaos"
    write_instrument(path, dataclasses.replace(untrained(), walk=known_walk(8), phrases=known_phrases(8)))
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
    assert before.latent_map is not None
    assert after.latent_map is not None
    np.testing.assert_array_equal(after.latent_map.grid, before.latent_map.grid)
    np.testing.assert_array_equal(after.latent_map.points, before.latent_map.points)
    for name, values in vars(known_walk(8)).items():
        np.testing.assert_array_equal(getattr(after.walk, name), values)
    for name, values in vars(known_phrases(8)).items():
        np.testing.assert_array_equal(getattr(after.phrases, name), values)
    assert after.playable == dataclasses.replace(before.card.playable, terrain=True)
    assert read_card(saved) == before.card


def rewrite_latent(path, change):
    """Change the tensors of the latent map in place."""
    with zipfile.ZipFile(path) as archive:
        latent = load_tensors(archive.read("latent.safetensors"))
    change(latent)
    rewrite(path, "latent.safetensors", save_tensors(latent))


@pytest.mark.parametrize(
    "tensors",
    [
        {"carry": None},
        {"step_s": np.zeros(1)},
        {"step_s": np.full(1, np.nan)},
        {"longest_rest": np.full(1, -1)},
        {"floor_db": np.zeros((1, 1))},
        {"state_bias": np.zeros(13, np.float32)},
        {"state_bias": np.zeros(0, np.float32)},
        {"carry": np.zeros((0, 9), np.float32)},
        {"carry": np.full((2, 9), np.inf, np.float32)},
        {"head_weights": np.zeros((39, 5), np.float32)},
        {"basis": np.zeros((9, 9), np.float32)},
        {"mean": np.full(9, 1e9, np.float32)},
    ],
    ids=str,
)
def test_damaged_phrases_are_refused(saved, tensors):
    with zipfile.ZipFile(saved) as archive:
        phrases = load_tensors(archive.read("phrases.safetensors")) | tensors
    content = {name: values for name, values in phrases.items() if values is not None}
    rewrite(saved, "phrases.safetensors", save_tensors(content))
    with pytest.raises(InstrumentError):
        read_instrument(saved)


def test_a_file_from_before_there_were_phrases_opens_without(saved):
    rewrite(saved, "phrases.safetensors", None)
    assert read_instrument(saved).phrases is None


def without_map_and_walk(latent):
    for name in [name for name in latent if name.startswith(("terrain", "walk"))]:
        del latent[name]


def test_a_file_from_before_there_were_maps_and_walks_opens_as_before(saved):
    rewrite_latent(saved, without_map_and_walk)
    instrument = read_instrument(saved)
    assert instrument.latent_map is instrument.walk is None
    assert instrument.playable == instrument.card.playable
    write_instrument(saved, instrument)
    assert read_instrument(saved).latent_map is None
    streaming_instrument(instrument)


def with_labels(path, known):
    labels = (LabelCard("pitch", "int", 12, high=11), LabelCard("wetness", "float"))
    made = untrained()
    write_instrument(path, dataclasses.replace(made, card=dataclasses.replace(made.card, labels=labels)))
    rewrite_latent(path, lambda latent: latent.update(point_labels=known))


def test_what_is_known_of_the_points_is_kept(saved):
    known = np.full((200, 2), np.nan, np.float32)
    known[3] = 11.0, 0.25
    with_labels(saved, known)
    np.testing.assert_array_equal(read_instrument(saved).point_labels, known)
    write_instrument(saved, read_instrument(saved))
    np.testing.assert_array_equal(read_instrument(saved).point_labels, known)
    for damage in (known[:7], known[:, :1], np.full((200, 2), np.inf, np.float32), np.full((200, 2), 1e300)):
        with_labels(saved, np.ascontiguousarray(damage))
        with pytest.raises(InstrumentError):
            read_instrument(saved)


@pytest.mark.parametrize(
    "tensors",
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
        {"walk_roots": None},
        {"walk_places": np.zeros((0, 8), np.float32)},
        {"walk_places": np.zeros((65, 8), np.float32)},
        {"walk_roots": np.full((2, 8, 8), np.nan, np.float32)},
        {"walk_correlation": np.full((2, 9), 1.0, np.float32)},
        {"walk_correlation": np.full((2, 9), -0.1, np.float32)},
        {"walk_loudness_db": np.full(2, 13.0, np.float32)},
        {"walk_reach": np.zeros(8, np.float32)},
    ],
    ids=lambda tensors: " ".join(f"{name} {getattr(value, 'shape', '')}" for name, value in tensors.items()),
)
def test_a_map_or_a_walk_that_cannot_be_one_is_refused(saved, tensors):
    def change(latent):
        latent.update(tensors)
        for name in [name for name, value in tensors.items() if value is None]:
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
    assert read_card(saved).format_version == FORMAT_VERSION == 2
    newer = dataclasses.asdict(untrained().card) | {"format_version": FORMAT_VERSION + 1}
    rewrite(saved, "card.json", json.dumps(newer).encode())
    with pytest.raises(InstrumentError, match="Update"):
        read_card(saved)


def test_a_claimed_giant_network_is_refused_without_allocating_it(saved):
    config = untrained().config
    config["model"]["decoder"]["hidden_dims"] = [16384] * 64
    rewrite(saved, "config.yaml", yaml.safe_dump(config).encode())
    with pytest.raises(InstrumentError, match="weights do not fit"):
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
        {"kind": "text"},
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
    with pytest.raises(InstrumentError, match="weights do not fit"):
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
    with pytest.raises(InstrumentError, match="No instrument found"):
        read_instrument(tmp_path / "none.vschaos")


def test_a_folder_is_not_an_instrument(tmp_path):
    with pytest.raises(InstrumentError):
        read_instrument(tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        *({"name": ["a"]}, {"name": None}, {"author": 7}, {"licence": []}, {"consent": 1.5}, {"description": {}}),
        *({"sources": "abc"}, {"sources": [1]}, {"sources": {"a": 1}}, {"labels": "ab"}, {"labels": [5]}),
        *({"training": []}, {"training": {"steps": "many"}}, {"training": {"audio_s": math.inf}}),
        *({"training": {"error_db": math.nan}}, {"training": {"files": True}}, {"n_fft": True}, {"name": "x" * 10**6}),
        *({"latent_dims": 10**400}, {"hop_samples": 1.5}, {"format_version": 1.0}, {"format_version": True}),
    ],
    ids=str,
)
def test_a_card_with_values_of_another_kind(change):
    with pytest.raises(InstrumentError, match=r"card|newer"):
        Card.from_json(json.dumps(json.loads(LABELLED.card.to_json()) | change))


def test_a_level_that_cannot_be_is_named():
    with pytest.raises(InstrumentError, match=r"says level_db = 500\.0, which"):
        Card.from_json(json.dumps(json.loads(LABELLED.card.to_json()) | {"level_db": 500.0}))


def test_names_on_a_card_can_be_shown_whatever_they_hold(saved):
    card = json.loads(zipfile.ZipFile(saved).read("card.json"))
    card |= {
        "name": "a\x1b[31mb\nc",
        "author": "\ud800",
        "description": "one\r\ntwo\x07",
        "sources": ["\u202ex", "<b>"],
    }
    rewrite(saved, "card.json", json.dumps(card).encode())
    read = read_card(saved)
    assert (read.name, read.author, read.description) == ("a�[31mb�c", "�", "one\ntwo�")
    assert read.sources == ("�x", "<b>")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("member", ["weights.safetensors", "latent.safetensors"])
def test_what_is_larger_than_the_card_implies_is_refused_before_it_is_read(saved, member, method):
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(saved, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, bytes(80 << 20) if name == member else content)
    tracemalloc.start()
    try:
        with pytest.raises(InstrumentError, match="more data than an instrument can"):
            read_instrument(saved)
        assert tracemalloc.get_traced_memory()[1] < 30 << 20
    finally:
        tracemalloc.stop()


def test_an_archive_of_very_many_members_is_refused_before_they_are_listed(saved):
    with zipfile.ZipFile(saved, "a") as archive:
        for number in range(2000):
            archive.writestr(str(number), b"")
    with pytest.raises(InstrumentError, match="more files"):
        read_card(saved)


def test_weights_that_another_program_compressed_are_read(saved):
    with zipfile.ZipFile(saved) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    streaming_instrument(read_instrument(saved))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.vschaos")
    with pytest.raises(InstrumentError, match="not an ordinary file"):
        read_card(tmp_path / "pipe.vschaos")


@pytest.mark.parametrize("text", ["a: &a [*a]", "a0: &a [x]\na1: &b [*a, *a]\nc: [*b, *b]", "name: 2020-99-99"])
def test_a_configuration_that_refers_to_itself_or_cannot_be(saved, text):
    rewrite(saved, "config.yaml", text.encode())
    with pytest.raises(InstrumentError, match="damaged"):
        read_instrument(saved)


@pytest.mark.parametrize("name", ["mean", "axes", "scale", "variance", "points"])
@pytest.mark.parametrize("value", [-1e300, math.nan])
def test_latent_numbers_that_overflow_are_refused(saved, name, value):
    with zipfile.ZipFile(saved) as archive:
        latent = load_tensors(archive.read("latent.safetensors"))
    changed = latent | {name: np.full(latent[name].shape, value, np.float64)}
    rewrite(saved, "latent.safetensors", save_tensors(changed))
    with pytest.raises(InstrumentError, match="damaged"):
        read_instrument(saved, with_weights=False)


def test_a_card_names_the_classes_that_were_learned_and_old_cards_have_all_between():
    pentatonic = LabelCard("pitch", "int", 12, (), 0, 9, 0, learned=(0, 2, 4, 7, 9))
    card = dataclasses.replace(untrained().card, labels=(pentatonic,))
    assert Card.from_json(card.to_json()) == card
    fields = json.loads(card.to_json())
    del fields["labels"][0]["learned"]
    (old,) = Card.from_json(json.dumps(fields)).labels
    assert (pentatonic.classes_learned, old.classes_learned) == ((0, 2, 4, 7, 9), tuple(range(10)))
    for damaged in ([12], ["C"], "abc", 5, [0.5], [True]):
        fields["labels"][0]["learned"] = damaged
        with pytest.raises(InstrumentError):
            Card.from_json(json.dumps(fields))


def test_what_cannot_be_opened_says_what_to_do(tmp_path):
    (tmp_path / "folder.vschaos").mkdir()
    for name, sentence in (("gone.vschaos", "No instrument found"), ("folder.vschaos", "cannot be opened")):
        with pytest.raises(InstrumentError, match=sentence) as raised:
            read_card(tmp_path / name)
        assert raised.value.remedy
