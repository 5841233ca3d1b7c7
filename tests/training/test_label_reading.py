"""What a training makes of a dataset's labels: pitch counts from C, and what nothing can be learnt from is refused."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.sounds import write
from tests.training.trainings import TINY, Telling, learn
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import Config
from vschaos.data.cache import cache_folder
from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.extraction import frames_of, hear, load
from vschaos.data.pitch.notes import PITCH_NAMES, pitch_and_octave
from vschaos.data.pitch.track import LOWEST_NOTE
from vschaos.errors import DatasetError
from vschaos.instrument.bundle import read_instrument
from vschaos.training.events import Problem
from vschaos.training.network import build_network
from vschaos.training.preparation import TrainingData, prepare
from vschaos.training.stop_flags import StopFlags

FROM_A = (*PITCH_NAMES[9:], *PITCH_NAMES[:9])
NOTES = (57, 59, 60, 64, 68, 69)


def original(note: int) -> tuple[int, int]:
    return (note + 3) % 12, (note + 3) // 12 - 1


def dataset(
    root: Path, values: Sequence[tuple[object, object]], classes: Sequence[str] = (), seconds: float = 0.5
) -> Path:
    """A sound of each of `NOTES`, and its pitch and octave as the original writes them: in frames."""
    time_s = np.arange(round(44100 * seconds)) / 44100
    for note in NOTES:
        frequency_hz = 440 * 2 ** ((note - 69) / 12)
        partials = [np.sin(2 * np.pi * frequency_hz * k * time_s) / k for k in range(1, 9)]
        write(root / "data" / f"{note}.wav", 0.2 * np.sum(partials, axis=0, keepdims=True).astype(np.float32))
    for column, task in enumerate(("pitch", "octave")):
        folder = root / "metadata" / task
        (folder / "tracks").mkdir(parents=True)
        for note, both in zip(NOTES, values, strict=True):
            edges = [f"{k * 256 / 44100:f}" for k in range(round(seconds * 172) + 1)]
            rows = [f"{low},{high}\t{both[column]}" for low, high in itertools.pairwise(edges)]
            (folder / "tracks" / f"{note}.txt").write_text("\n".join(rows), encoding="utf-8")
        lines = "".join(f"data/{note}.wav\t{note}.txt\n" for note in NOTES)
        (folder / "metadata.txt").write_text(lines, encoding="utf-8")
        names = classes if task == "pitch" else [str(number) for number in range(9)] if classes else []
        if names:
            numbered = "".join(f"{number}\t{name}\n" for number, name in enumerate(names))
            (folder / "classes.txt").write_text(numbered, encoding="utf-8")
    return root


def config(root: Path, *settings: str, configuration: str = "dgt_pitch_cond") -> Config:
    return compose_config(configuration, [*TINY, *settings], {"name": "tiny", "data.dataset.root": str(root)})


def learnt(ground: TrainingData) -> list[tuple[int, int]]:
    """Pitch and octave at a quarter of a second of each of `NOTES`."""
    labels = ground.source.labels
    names = [task.name for task in labels.tasks]
    found = [labels.at(f"data/{note}.wav", np.array([0.25]))[0] for note in NOTES]
    return [(int(each[names.index("pitch")]), int(each[names.index("octave")])) for each in found]


EXPECTED = [pitch_and_octave(note) for note in NOTES]


@pytest.mark.parametrize(
    ("values", "classes", "warned"),
    [
        ([original(note) for note in NOTES], FROM_A, False),
        ([original(note) for note in NOTES], (), True),
        ([pitch_and_octave(note) for note in NOTES], PITCH_NAMES, False),
        ([pitch_and_octave(note) for note in NOTES], (), False),
    ],
)
def test_pitch_counts_from_c_whichever_the_dataset_counts_from(tmp_path, values, classes, warned):
    telling = Telling()
    ground = prepare(config(dataset(tmp_path / "set", values, classes)), telling, StopFlags())
    assert learnt(ground) == EXPECTED
    assert [("count from A" in event.sentence, bool(event.remedy)) for event in telling.of(Problem)] == [
        (True, True)
    ] * warned


def test_octaves_alone_turn_where_the_pitch_says(tmp_path):
    root = dataset(tmp_path / "set", [original(note) for note in NOTES], FROM_A)
    ground = prepare(config(root, "~model.conditioning.pitch"), Telling(), StopFlags())
    assert [task.name for task in ground.source.labels.tasks] == ["octave"]
    found = [ground.source.labels.at(f"data/{note}.wav", np.array([0.25]))[0, 0] for note in NOTES]
    assert found == [octave for _, octave in EXPECTED]


@pytest.mark.parametrize("configuration", ["dgt_pitch_cond", "dgt_pitch_prediction"])
@pytest.mark.parametrize(
    ("pitch", "sentence"),
    [
        ("None", "The label pitch cannot be trained: no sound has it"),
        ("x", "The label pitch cannot be trained. metadata/pitch/tracks/57.txt, line 1: None of the"),
        ("60", "its classes are 60 to 60; the model knows 0 to 11"),
    ],
)
def test_a_label_that_no_sound_has_is_refused_before_sounds_are_prepared(
    tmp_path, monkeypatch, pitch, sentence, configuration
):
    monkeypatch.setenv("VSCHAOS_CACHE", str(tmp_path / "cache"))
    root = dataset(tmp_path / "set", [(pitch, 4)] * len(NOTES))
    with pytest.raises(DatasetError) as error:
        prepare(config(root, configuration=configuration), Telling(), StopFlags())
    assert sentence in error.value.sentence
    assert error.value.remedy
    assert not list(cache_folder().rglob("*.f32"))


def test_a_label_that_only_held_out_sounds_have_is_refused(tmp_path):
    values = [("None", 4)] * len(NOTES)
    root = dataset(tmp_path / "set", values)
    # The end of each sound is held out, and the label begins there.
    (root / "metadata" / "pitch" / "tracks" / "57.txt").write_text("0.48,0.5\t3", encoding="utf-8")
    with pytest.raises(DatasetError, match="pitch are held out"):
        prepare(config(root, "data.validation_share=0.1"), Telling(), StopFlags())


def test_the_card_tells_the_classes_that_were_learnt(tmp_path):
    root = dataset(tmp_path / "set", [original(note) for note in NOTES], FROM_A)
    settings = config(root, "training.transpose=0")
    ground = prepare(settings, Telling(), StopFlags())
    pitch, octave = build_network(settings, "dgt_pitch_cond", ground).mapper._card.labels
    assert (pitch.low, pitch.high, pitch.dim, pitch.classes) == (0, 11, 12, PITCH_NAMES)
    assert pitch.classes_learned == (0, 4, 8, 9, 11)
    assert (octave.low, octave.high, octave.dim, octave.classes) == (3, 4, 10, ())


def test_the_card_knows_classes_that_the_frames_it_looks_at_miss(tmp_path, monkeypatch):
    monkeypatch.setattr("vschaos.training.network.MAP_FRAMES", 12)
    root = dataset(tmp_path / "set", [pitch_and_octave(note) for note in NOTES], PITCH_NAMES)
    # A note of 10 ms, and pitches that are learnt from transposed sounds.
    text = f"{root / 'metadata/pitch/tracks/60.txt'}"
    Path(text).write_text("0.100,0.110\t2\n0.200,0.400\t0", encoding="utf-8")
    for transpose, pitches in (("0", {0, 2, 4, 8, 9, 11}), ("1", set(range(12)) - {6})):
        settings = config(root, f"training.transpose={transpose}")
        module = build_network(settings, "dgt_pitch_cond", prepare(settings, Telling(), StopFlags())).module
        prior = module.autoencoder.labels[0].prior
        assert isinstance(prior, torch.Tensor)
        assert set(prior.nonzero().flatten().tolist()) == pitches


def test_an_instrument_of_labels_that_count_from_a_plays_from_c(tmp_path):
    root = dataset(tmp_path / "set", [original(note) for note in NOTES], FROM_A)
    settings = config(root, "training.max_steps=3", f"rundir={tmp_path / 'runs'}")
    finished = learn(settings)
    labels = {label.name: label for label in read_instrument(Path(finished.instrument)).card.playable.labels}
    assert labels["pitch"].classes == PITCH_NAMES
    assert (labels["octave"].low, labels["octave"].high) == (3, 4)


def test_keys_play_the_notes_that_are_heard(tmp_path):
    """From the sounds to the keys: what CREPE hears is what a key of that label asks for, pitch from C and octave."""
    root = dataset(tmp_path / "set", [original(note) for note in NOTES], FROM_A)
    ground = prepare(config(root), Telling(), StopFlags())
    load(Model.TINY)
    for note, (pitch, octave) in zip(NOTES, learnt(ground), strict=True):
        frames = next(frames_of(root / "data" / f"{note}.wav"))
        heard = LOWEST_NOTE + int(hear(frames, Model.TINY).evidence[10:40].astype(np.float32).sum(axis=0).argmax())
        assert (heard % 12, heard // 12 - 1) == (pitch, octave)
