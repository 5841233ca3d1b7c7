"""The benchmark's dataset is read as it was meant, and its ears hear what is there."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks import conditioning
from benchmarks.conditioning import Played
from vschaos.data.labels.files import read_labels
from vschaos.data.pitch.class_order import counted_from_c, named_order
from vschaos.data.pitch.notes import pitch_and_octave


def played(instrument: str, note: int, number: int = 0) -> Played:
    """A note of all partials, or of the odd ones alone, then silence."""
    time_s = np.arange(conditioning.RATE_HZ) / conditioning.RATE_HZ
    step = {"organ": 1, "clarinet": 2}[instrument]
    partials = [np.sin(2 * np.pi * 440 * 2 ** ((note - 69) / 12) * k * time_s) / k for k in range(1, 12, step)]
    audio = 0.1 * np.sum(partials, axis=0) * (time_s < 0.8)
    return Played(f"{instrument}_{note}_{number}", instrument, note, audio.astype(np.float32))


def test_every_label_of_the_dataset_is_read(tmp_path) -> None:
    sounds = [played("organ", 57), played("clarinet", 60), played("organ", 69)]
    conditioning._write_dataset(tmp_path, sounds, np.random.default_rng(0))
    names = [f"data/{sound.name}.wav" for sound in sounds]
    labels, problems = read_labels(tmp_path, None, names)
    assert not problems
    order = named_order(labels.task("pitch"))
    assert order is not None
    labels = counted_from_c(labels, order)
    columns = [task.name for task in labels.tasks]
    for sound, name in zip(sounds, names, strict=True):
        before, after = labels.at(name, np.array([0.35, 0.95]))
        values = dict(zip(columns, before.tolist(), strict=True))
        assert (values["pitch"], values["octave"]) == pitch_and_octave(sound.note)
        assert labels.task("instrument").classes[int(values["instrument"])] == sound.instrument
        assert values["loudness"] == pytest.approx(10 * np.log10(np.mean(sound.audio[:35280] ** 2)), abs=0.3)
        assert np.isnan(after[[columns.index("loudness"), columns.index("brightness")]]).all()


def test_brightness_is_in_octaves_and_loudness_in_decibels() -> None:
    time_s = np.arange(22050) / conditioning.RATE_HZ
    tone = (0.5 * np.sin(2 * np.pi * 800 * time_s)).astype(np.float32)
    assert conditioning._brightness(tone) == pytest.approx(3.0, abs=0.01)
    assert conditioning._loudness_db(tone) == pytest.approx(-9.03, abs=0.02)


def test_timbres_are_told_apart_at_any_level_and_tilt() -> None:
    sounds = [played(name, note) for name in ("organ", "clarinet") for note in range(57, 70)]
    judge = conditioning._Timbres(sounds)
    assert judge.accuracy() == 1.0
    quiet = 0.05 * played("clarinet", 61).audio[:20000]
    assert judge.name(np.diff(quiet, prepend=np.float32(0.0)), 61) == "clarinet"
