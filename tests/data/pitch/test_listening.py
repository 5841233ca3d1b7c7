"""Which note pitch labels count from is heard, in time that does not grow with the dataset; what is unclear stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests import sounds
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.mix import MEAN
from vschaos.data.pitch import listening as pitch_listening
from vschaos.data.pitch.listening import counts_from_a
from vschaos.data.scan import SoundFile

TASK = Task("pitch", "int")


def note(folder: Path, number: int, *, seconds: float = 0.5, before_s: float = 0.0) -> SoundFile:
    """A file of a note, some noise before it."""
    time_s = np.arange(round(44100 * seconds)) / 44100
    frequency_hz = 440 * 2 ** ((number - 69) / 12)
    partials = [np.sin(2 * np.pi * frequency_hz * k * time_s) / k for k in range(1, 9)]
    audio = 0.2 * np.sum(partials, axis=0, keepdims=True).astype(np.float32)
    path = folder / f"{number}.wav"
    sounds.write(path, np.concatenate([sounds.noise(before_s), audio], axis=1))
    return SoundFile(path, path.name, before_s + seconds, 44100, 1)


def labels(entries: dict[str, LabelEntry]) -> Labels:
    return Labels((TASK,), {"pitch": entries})


@pytest.mark.parametrize("offset", [0, 3, 7])
def test_labels_count_from_a_where_the_sounds_say_so(tmp_path: Path, offset: int) -> None:
    files = [note(tmp_path, number) for number in (50, 57, 63)]
    entries = {file.relative: whole_file(float((int(file.path.stem) + offset) % 12)) for file in files}
    assert counts_from_a(files, labels(entries)) == (offset == 3)


def test_only_what_is_labelled_counts(tmp_path: Path) -> None:
    file = note(tmp_path, 60, before_s=1.0)
    track = LabelEntry((Span(0.0, 1.0, None), Span(1.1, 1.4, 3.0)), "tracks/a.txt")
    assert counts_from_a([file], labels({file.relative: track}))
    late = LabelEntry((Span(1e6, 2e6, 3.0),))
    assert not counts_from_a([file], labels({file.relative: late}))


def test_the_channels_that_are_learnt_are_listened_to(tmp_path: Path) -> None:
    mono = note(tmp_path, 60)
    audio = soundfile.read(mono.path, dtype="float32")[0]
    path = sounds.write(tmp_path / "antiphase.wav", np.stack([audio, -audio]))
    for signals, heard in (((0,), True), ((MEAN,), False)):
        file = SoundFile(path, path.name, 0.5, 44100, 2, signals=signals)
        assert counts_from_a([file], labels({file.relative: whole_file(3.0)})) == heard


def test_noise_and_unlabelled_sounds_say_nothing(tmp_path: Path) -> None:
    path = sounds.write(tmp_path / "noise.wav", sounds.noise(1.0))
    file = SoundFile(path, path.name, 1.0, 44100, 1)
    assert not counts_from_a([file], labels({file.relative: whole_file(3.0)}))
    assert not counts_from_a([file], labels({}))


def test_a_few_sounds_are_heard_one_of_each_pitch_first(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [SoundFile(Path(f"{k}.wav"), f"{k}.wav", 1.0, 44100, 1) for k in range(10_000)]
    entries = {file.relative: whole_file(float(k // 5000)) for k, file in enumerate(files)}
    heard: list[str] = []

    def unsure(sound: SoundFile, *_: object) -> None:
        heard.append(sound.relative)

    monkeypatch.setattr(pitch_listening, "_difference", unsure)
    assert not counts_from_a(files, labels(entries))
    assert heard[:4] == ["0.wav", "5000.wav", "1.wav", "5001.wav"]
    assert len(heard) == pitch_listening.MOST_SOUNDS
