"""Notes are heard where they sound, in the right octave, and nowhere else; labels that were there stay."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from vschaos_resources.factory.render import SOUND_FONT

from tests import sounds
from tests.data import pitch_accuracy
from vschaos.data.labels.files import read_labels
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.pitch import folder_run as pitch_work
from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.events import EVENTS, PitchFinished, PitchProgress, PitchStarted
from vschaos.data.pitch.extraction import FrameEvidence, frames_of, hear, load, notes_of
from vschaos.data.pitch.folder_run import PitchSearch
from vschaos.data.pitch.labels import labels_to_keep, write_pitch
from vschaos.data.pitch.notes import OCTAVE, PITCH
from vschaos.data.pitch.periods import FRAME_SAMPLES, notes_by_period
from vschaos.data.pitch.results import PitchResults
from vschaos.data.pitch.track import BATCH, LOWEST_NOTE, NOTES, Listening, Stretch, stretches, voiced_share
from vschaos.data.scan import scan_folder
from vschaos.errors import DatasetError
from vschaos.messages import Problem

RATE_HZ = 44_100


def harmonics(note: int, duration_s: float, *, gain: float = 0.2, without: tuple[int, ...] = ()) -> np.ndarray:
    """A note of up to eight harmonics, shape (T,)."""
    time_s = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    frequency_hz = 440.0 * 2 ** ((note - 69) / 12)
    parts = [k for k in range(1, 9) if k not in without and k * frequency_hz < 10_000]
    return gain * np.sum([np.sin(2 * np.pi * k * frequency_hz * time_s) / k for k in parts], axis=0)


def rest(duration_s: float) -> np.ndarray:
    return np.zeros(round(duration_s * RATE_HZ))


def heard_in(path: Path, *parts: np.ndarray) -> tuple[Stretch, ...]:
    """What is heard when the parts sound one after another."""
    sound = np.concatenate(parts)[None].astype(np.float32)
    sounds.write(path, sound, RATE_HZ)
    return notes_of([hear(frames, Model.TINY) for frames in frames_of(path)], sound.shape[1] / RATE_HZ)


@pytest.fixture(scope="module", autouse=True)
def one_core():
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    load(Model.TINY)
    yield
    torch.set_num_threads(threads)


# ── what is heard ─────────────────────────────────────────────────────────────────────────────────────────


def test_notes_all_over_the_range_have_their_class_octave_onset_and_offset(tmp_path: Path) -> None:
    notes = (36, 48, 59, 60, 69, 84, 95)
    parts = [part for note in notes for part in (rest(0.2), harmonics(note, 0.3))]
    found = heard_in(tmp_path / "a.wav", *parts, rest(0.2))
    assert [stretch.note for stretch in found] == [None, *itertools.chain(*((note, None) for note in notes))]
    for index, stretch in enumerate(stretch for stretch in found if stretch.note is not None):
        assert stretch.onset_s == pytest.approx(0.2 + 0.5 * index, abs=0.015)
        assert stretch.offset_s == pytest.approx(0.5 + 0.5 * index, abs=0.015)


def test_stretches_cover_the_sound_without_gap_or_overlap(tmp_path: Path) -> None:
    found = heard_in(tmp_path / "a.wav", rest(0.1), harmonics(60, 0.3), harmonics(64, 0.237))
    assert found[0].onset_s == 0.0
    assert found[-1].offset_s == pytest.approx(0.637, abs=1e-4)
    assert all(one.offset_s == two.onset_s and one.note != two.note for one, two in itertools.pairwise(found))
    change_s = next(stretch.onset_s for stretch in found if stretch.note == 64)
    assert change_s == pytest.approx(0.4, abs=0.015)


@pytest.mark.skipif(not SOUND_FONT.exists(), reason="needs a sound font")
def test_rendered_instruments() -> None:
    """A cello, whose lowest notes the network alone mistakes for others."""
    found = pitch_accuracy.figures((42,), count=6, seed=1)
    assert found["right"] >= 0.95
    assert found["found"] >= 0.7
    assert found["false_voicing_in_silence"] is None or found["false_voicing_in_silence"] < 0.01


@pytest.mark.parametrize(
    "sound",
    [
        rest(0.5),
        0.1 * np.random.default_rng(0).standard_normal(RATE_HZ // 2),  # noise
        np.exp(-np.arange(RATE_HZ // 2) / 400) * np.random.default_rng(1).standard_normal(RATE_HZ // 2) / 4,  # a drum
        10 ** (-65 / 20) * np.sin(2 * np.pi * 100 * np.arange(RATE_HZ // 2) / RATE_HZ),  # hum at rest
        harmonics(97, 0.5),  # above what the network knows
    ],
    ids=["silence", "noise", "drum", "hum", "too high"],
)
def test_what_is_no_note_has_none(tmp_path: Path, sound: np.ndarray) -> None:
    assert [stretch.note for stretch in heard_in(tmp_path / "a.wav", sound)] == [None]


def test_a_rests_hum_far_below_the_notes_has_none(tmp_path: Path) -> None:
    hum = harmonics(45, 0.3, gain=0.4 * 10 ** (-53 / 20))
    found = heard_in(tmp_path / "a.wav", harmonics(60, 0.3, gain=0.4), hum)
    assert [stretch.note for stretch in found] == [60, None]


def test_the_waveform_shows_the_note_where_the_network_finds_a_harmonic() -> None:
    time = np.arange(FRAME_SAMPLES) / 16_000
    low_hz = 440.0 * 2 ** ((48 - 69) / 12)
    second, third = (np.sin(2 * np.pi * k * low_hz * time) for k in (2, 3))
    frames = np.stack([second + 0.6 * third, second, 0.6 * second + third, third]).astype(np.float32)
    evidence = np.zeros((4, NOTES), np.float32)
    evidence[:2, 60 - LOWEST_NOTE] = evidence[2:, 67 - LOWEST_NOTE] = 0.9
    moved = notes_by_period(evidence, frames, 16_000)
    assert (moved.argmax(axis=1) + LOWEST_NOTE).tolist() == [48, 60, 48, 67]


def test_frames_are_the_same_however_the_file_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noise = sounds.noise(1.7, channels=2)
    path = sounds.write(tmp_path / "a.wav", noise)
    whole = np.concatenate(list(frames_of(path)))
    assert len(whole) == 170
    monkeypatch.setattr("vschaos.audio.BLOCK_VALUES", 3000)
    pieces = list(frames_of(path))
    assert max(map(len, pieces)) <= BATCH
    np.testing.assert_allclose(np.concatenate(pieces), whole, atol=1e-6)


def test_a_flicker_makes_no_stretch() -> None:
    evidence = np.zeros((40, NOTES), np.float32)
    evidence[:, 10] = 0.9
    evidence[20, 10], evidence[20, 15] = 0.2, 0.7
    everywhere = np.ones(40, bool)
    assert stretches(evidence, everywhere, 0.4) == (Stretch(0.0, 0.4, LOWEST_NOTE + 10),)
    assert stretches(0.1 * evidence, everywhere, 0.4) == (Stretch(0.0, 0.4, None),)
    assert voiced_share((Stretch(0.0, 1.0, None), Stretch(1.0, 4.0, 60))) == 0.75


def test_a_lower_threshold_hears_more_and_a_shorter_hop_the_same() -> None:
    evidence = np.zeros((40, NOTES), np.float32)
    evidence[10:30, 10] = 0.3
    everywhere = np.ones(40, bool)
    note = LOWEST_NOTE + 10
    heard = (Stretch(0.0, 0.095, None), Stretch(0.095, 0.295, note), Stretch(0.295, 0.4, None))
    assert stretches(evidence, everywhere, 0.4) == (Stretch(0.0, 0.4, None),)
    assert stretches(evidence, everywhere, 0.4, threshold=0.1) == heard
    halves = stretches(evidence.repeat(2, axis=0), everywhere.repeat(2), 0.4, 0.005, 0.1)
    assert [stretch.note for stretch in halves] == [None, note, None]
    for half, whole in zip(halves, heard, strict=True):
        assert half.offset_s == pytest.approx(whole.offset_s, abs=0.011)


def test_notes_beyond_the_bounds_are_not_heard() -> None:
    evidence = np.zeros((40, NOTES), np.float16)
    evidence[:, 69 - LOWEST_NOTE], evidence[:, 57 - LOWEST_NOTE] = 0.9, 0.8
    heard = [FrameEvidence(evidence, np.zeros(40, np.float32))]
    for listening, note in (
        (Listening(), 69),
        (Listening(fmax_hz=439), 57),
        (Listening(fmin_hz=440), 69),
        (Listening(fmin_hz=441), None),
    ):
        assert notes_of(heard, 0.4, listening=listening) == (Stretch(0.0, 0.4, note),)


def test_frames_lie_as_far_apart_as_the_hop_says(tmp_path: Path) -> None:
    path = sounds.write_tone(tmp_path / "a.wav", 1.0)
    count = {hop: sum(map(len, frames_of(path, listening=Listening(hop_length=hop)))) for hop in (0, 441, 882)}
    assert count == {0: 100, 441: 100, 882: 50}
    assert max(map(len, frames_of(path, listening=Listening(batch=7)))) == 7


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"threshold": 1.1}, "threshold"),
        ({"threshold": float("nan")}, "threshold"),
        ({"hop_length": -1}, "hop"),
        ({"batch": 0}, "batch"),
        ({"fmin_hz": 3000.0}, "No detectable note"),
        ({"fmin_hz": 500.0, "fmax_hz": 100.0}, "No detectable note"),
    ],
)
def test_what_cannot_be_listened_for_is_a_sentence(settings: dict[str, float], sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        Listening(**settings)  # pyright: ignore[reportArgumentType]


def test_a_hop_is_judged_by_the_sounds_rate_and_results_are_reported_apart() -> None:
    assert Listening(hop_length=441).hop_s(44_100) == 0.01
    with pytest.raises(DatasetError, match="ms at 1000 Hz"):
        Listening(hop_length=441).hop_s(1000)
    marks = {item.mark for item in (Listening(), Listening(0.1), Listening(hop_length=256), Listening(fmin_hz=50.0))}
    assert len(marks) == 4
    assert Listening(batch=3).mark == Listening().mark == ""


# ── many sounds ───────────────────────────────────────────────────────────────────────────────────────────


def quick(heard: list[int] | None = None) -> Callable[..., FrameEvidence]:
    """A network that hears middle C in everything, at once."""

    def hear_c(frames: np.ndarray, model: Model) -> FrameEvidence:
        if heard is not None:
            heard.append(len(frames))
        evidence = np.zeros((len(frames), NOTES), np.float16)
        evidence[:, 60 - LOWEST_NOTE] = 0.9
        return FrameEvidence(evidence, np.full(len(frames), -10.0, np.float32))

    return hear_c


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, seconds in (("a.wav", 0.5), ("b.wav", 2.0), ("copy of a.wav", 0.5)):
        sounds.write_tone(tmp_path / "sounds" / name, seconds)
    return tmp_path / "sounds"


def test_events_tell_of_the_work_and_equal_sounds_are_heard_once(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[int] = []
    monkeypatch.setattr(pitch_work, "hear", quick(heard))
    report = scan_folder(folder, cache=tmp_path)
    events: list[object] = []
    ticks = itertools.count()
    work = PitchSearch(report.files, Model.TINY, cache=tmp_path, sink=events.append, clock=lambda: float(next(ticks)))
    found = work.run()
    assert found == {name: (Stretch(0.0, end_s, 60),) for name, end_s in zip(found, (0.5, 2.0, 0.5), strict=True)}
    assert sum(heard) == 250
    assert events[0] == PitchStarted(3, 3.0, 0)
    progress = [event for event in events if isinstance(event, PitchProgress)]
    assert all(one.audio_s <= two.audio_s and one.done <= two.done for one, two in itertools.pairwise(progress))
    assert (progress[-1].done, progress[-1].audio_s, progress[-1].eta_s) == (3, 3.0, 0.0)
    assert progress[0].eta_s > 0
    again: list[object] = []
    assert PitchSearch(report.files, Model.TINY, cache=tmp_path, sink=again.append).run() == found
    assert again == [PitchStarted(3, 3.0, 3)]
    assert sum(heard) == 250


def test_a_stopped_work_keeps_what_is_finished(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pitch_work, "hear", quick())
    report = scan_folder(folder, cache=tmp_path)
    events: list[object] = []

    def first_is_done() -> bool:
        return any(isinstance(event, PitchProgress) and event.done for event in events)

    options = {"cache": tmp_path, "clock": iter(range(1000)).__next__}
    found = PitchSearch(report.files, Model.TINY, sink=events.append, stopped=first_is_done, **options).run()
    assert set(found) == {"a.wav", "copy of a.wav"}
    events = []
    assert len(PitchSearch(report.files, Model.TINY, sink=events.append, **options).run()) == 3
    assert events[0] == PitchStarted(3, 3.0, 2)


def test_a_sound_that_vanishes_or_changes_is_reported_and_left_out(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pitch_work, "hear", quick())
    sounds.write_tone(folder / "gone.wav", 0.7)
    sounds.write_tone(folder / "new.wav", 0.8)
    report = scan_folder(folder, cache=tmp_path)
    (folder / "gone.wav").unlink()
    sounds.write_tone(folder / "new.wav", 0.9)
    events: list[object] = []
    work = PitchSearch(report.files, Model.TINY, cache=tmp_path, sink=events.append)
    assert set(work.run()) == {"a.wav", "b.wav", "copy of a.wav"}
    warnings = [event.sentence for event in events if isinstance(event, Problem)]
    assert warnings == [
        "“gone.wav” does not exist. It was left out.",
        "“new.wav” changed while it was read. It was left out.",
    ]
    assert [sound.relative for sound, _ in work.left_out] == ["gone.wav", "new.wav"]


def test_damaged_results_are_none(tmp_path: Path) -> None:
    results = PitchResults(tmp_path, "tiny")
    found = (Stretch(0.0, 0.5, None), Stretch(0.5, 1.0, 61))
    results.remember("abcd", found)
    assert results.recall("abcd") == found
    assert PitchResults(tmp_path, "full").recall("abcd") is None
    (path,) = (tmp_path / "pitch").rglob("*.json")
    for content in ("", "[[0, 1", "[[0.0, 1.0, 500]]", "[[1.0, 0.5, 60]]", "{}", "[1]", '[["a", 1, 2]]'):
        path.write_text(content, encoding="utf-8")
        assert results.recall("abcd") is None


def test_a_cache_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "pitch").touch()
    with pytest.raises(DatasetError) as error:
        PitchResults(tmp_path, "tiny").remember("abcd", (Stretch(0.0, 0.5, None),))
    assert "VSCHAOS_CACHE" in error.value.remedy


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────

NOTE_AND_REST = (Stretch(0.0, 0.5, None), Stretch(0.5, 1.25, 59), Stretch(1.25, 2.0, 60))


def labels_of(root: Path, *names: str) -> Labels:
    labels, problems = read_labels(root, None, names)
    assert not problems
    return labels


def test_labels_read_back_with_equal_stretches_in_both_tasks(tmp_path: Path) -> None:
    found = {"a.wav": NOTE_AND_REST, "b.wav": (Stretch(0.0, 1.0, 69),), "c.wav": (Stretch(0.0, 1.0, None),)}
    for name in found:
        sounds.write_tone(tmp_path / name)
    write_pitch(tmp_path, found, labels_to_keep(tmp_path, found, ()))
    labels = labels_of(tmp_path, *found)
    assert labels.task("pitch") == PITCH
    assert labels.task("octave") == OCTAVE
    pitch, octave = labels.entries["pitch"], labels.entries["octave"]
    assert pitch["a.wav"].spans == (Span(0.0, 0.5, None), Span(0.5, 1.25, 11), Span(1.25, 2.0, 0))
    assert octave["a.wav"].spans == (Span(0.0, 0.5, None), Span(0.5, 1.25, 3), Span(1.25, 2.0, 4))
    assert (pitch["b.wav"], octave["b.wav"]) == (whole_file(9), whole_file(4))
    assert pitch["c.wav"] == octave["c.wav"] == whole_file(None)


@pytest.mark.parametrize("names", [("a.wav", "sub/b.wav"), ("data/a.wav", "other/b.wav"), ("data/a.wav", "data/b.wav")])
def test_a_plain_folder_keeps_its_sounds_and_their_names(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        sounds.write_tone(tmp_path / name)
    before = [sound.relative for sound in scan_folder(tmp_path, cache=tmp_path / ".cache").files]
    assert set(before) == set(names)
    write_pitch(tmp_path, dict.fromkeys(names, NOTE_AND_REST), labels_to_keep(tmp_path, names, ()))
    after = scan_folder(tmp_path, cache=tmp_path / ".cache")
    assert [sound.relative for sound in after.files] == before
    assert not after.rejected
    assert set(labels_of(tmp_path, *before).entries["pitch"]) == set(names)


def test_what_a_person_wrote_is_kept(tmp_path: Path) -> None:
    for name in ("a.wav", "b.wav", "c.wav"):
        sounds.write_tone(tmp_path / name)
    track = LabelEntry((Span(0.1, 0.2, 5.0),), "tracks/metadata_file1.txt")
    write_labels(tmp_path, Labels((PITCH,), {"pitch": {"b.wav": track, "c.wav": whole_file(None)}}))
    names = ["a.wav", "b.wav", "c.wav"]
    kept = labels_to_keep(tmp_path, names, ())
    assert kept.lacking(names) == ("a.wav", "b.wav", "c.wav")  # nobody set the octaves
    write_pitch(tmp_path, dict.fromkeys(names, NOTE_AND_REST), kept)
    labels = labels_of(tmp_path, *names)
    assert labels.entries["pitch"]["b.wav"] == track
    assert labels.entries["pitch"]["c.wav"] == whole_file(None)
    assert labels.entries["pitch"]["a.wav"].spans[1] == Span(0.5, 1.25, 11)
    assert {entry.spans for entry in labels.entries["octave"].values()} == {labels.entries["octave"]["a.wav"].spans}
    assert labels_to_keep(tmp_path, names, ()).lacking(names) == ()


def test_labels_made_anew_leave_no_old_track(tmp_path: Path) -> None:
    names = ["a.wav", "b.wav"]
    for name in names:
        sounds.write_tone(tmp_path / name)
    write_pitch(tmp_path, dict.fromkeys(names, NOTE_AND_REST), labels_to_keep(tmp_path, names, ()))
    mine = tmp_path / "metadata" / "pitch" / "tracks" / "mine.txt"
    mine.write_text("0,1\t2\n", encoding="utf-8")
    other = (*NOTE_AND_REST[:2], replace(NOTE_AND_REST[2], note=70))
    write_pitch(tmp_path, {"a.wav": other}, labels_to_keep(tmp_path, names, ["a.wav"]))
    labels = labels_of(tmp_path, *names)
    assert labels.entries["pitch"]["a.wav"].spans[2].value == 10
    assert labels.entries["pitch"]["b.wav"].spans[2].value == 0
    for task in ("pitch", "octave"):
        used = {entry.track for entry in labels.entries[task].values()}
        there = {f"tracks/{path.name}" for path in (tmp_path / "metadata" / task / "tracks").iterdir()}
        assert there == used | ({"tracks/mine.txt"} if task == "pitch" else set())


@pytest.mark.parametrize(
    ("task", "sentence"),
    [
        (Task("pitch", "float"), "not whole numbers"),
        (Task("pitch", "int", ("low", "mid", "high")), "classes"),
        (Task("pitch", "int"), "go up to 60"),
    ],
)
def test_labels_of_another_meaning_are_refused_and_stay(tmp_path: Path, task: Task, sentence: str) -> None:
    sounds.write_tone(tmp_path / "a.wav")
    value = {"float": 2.5}.get(task.kind, 1.0 if task.classes else 60.0)
    write_labels(tmp_path, Labels((task,), {"pitch": {"a.wav": whole_file(value)}}))
    before = (tmp_path / "metadata" / "pitch" / "metadata.txt").read_bytes()
    with pytest.raises(DatasetError, match=sentence) as error:
        labels_to_keep(tmp_path, ["a.wav"], ())
    assert "--overwrite" in error.value.remedy
    assert (tmp_path / "metadata" / "pitch" / "metadata.txt").read_bytes() == before
    assert labels_to_keep(tmp_path, ["a.wav"], ["a.wav"]).lacking(["a.wav"]) == ("a.wav",)


def test_a_line_that_is_not_understood_is_not_lost(tmp_path: Path) -> None:
    sounds.write_tone(tmp_path / "a.wav")
    (tmp_path / "metadata" / "octave").mkdir(parents=True)
    (tmp_path / "metadata" / "octave" / "metadata.txt").write_text("moved away.wav\t4\n", encoding="utf-8")
    with pytest.raises(DatasetError, match="the sound “moved away"):
        labels_to_keep(tmp_path, ["a.wav"], ())


@pytest.mark.parametrize("named", [True, False])
def test_labels_that_count_from_a_are_kept_counting_from_c(tmp_path: Path, named: bool) -> None:
    names = ["a.wav", "b.wav", "c.wav"]
    for name in names:
        sounds.write_tone(tmp_path / name)
    for task, classes, values in (
        ("pitch", (*PITCH.classes[9:], *PITCH.classes[:9]), "0.000000,1.000000\t0\n1.000000,2.000000\t3"),
        ("octave", [str(number) for number in range(9)], "0.000000,1.000000\t4\n1.000000,2.000000\t4"),
    ):
        folder = tmp_path / "metadata" / task
        (folder / "tracks").mkdir(parents=True)
        (folder / "metadata.txt").write_text("a.wav\ta.txt\nb.wav\tmetadata_file1.txt", encoding="utf-8")
        for track in ("a", "metadata_file1"):
            (folder / "tracks" / f"{track}.txt").write_text(values, encoding="utf-8")
        if named:
            text = "".join(f"{number}\t{name}\n" for number, name in enumerate(classes))
            (folder / "classes.txt").write_text(text, encoding="utf-8")
    kept = labels_to_keep(tmp_path, names, (), lambda _labels: True)
    assert kept.lacking(names) == ("c.wav",)
    write_pitch(tmp_path, {"c.wav": NOTE_AND_REST}, kept)
    labels = labels_of(tmp_path, *names)
    assert labels.tasks == (OCTAVE, PITCH)
    for name in ("a.wav", "b.wav"):
        assert labels.at(name, np.array([0.5, 1.5])).tolist() == [[3.0, 9.0], [4.0, 0.0]]
    assert labels.entries["pitch"]["c.wav"].spans[1] == Span(0.5, 1.25, 11)
    assert (tmp_path / "metadata" / "pitch" / "tracks" / "a.txt").exists()  # it is the user's own
    assert labels_to_keep(tmp_path, names, (), lambda _labels: False).lacking(names) == ()


# ── the window's side ─────────────────────────────────────────────────────────────────────────────────────


def test_events_travel() -> None:
    for event in (PitchStarted(2, 3.5, 1), PitchProgress(1, 2, 1.0, 3.5, 2.5, "a.wav"), PitchFinished(2, 1, 0.5, True)):
        assert EVENTS.decode(EVENTS.encode(event)) == event


def test_events_results_and_labels_need_no_torch() -> None:
    modules = "events, labels, periods, results, track"
    code = f"import sys; from vschaos.data.pitch import {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
