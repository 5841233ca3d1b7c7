"""Windows come from where they should: the samples are ramps, so each value shows its place; zero is padding."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from vschaos.data import loader
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.loader import FrameSource, split
from vschaos.data.store import Store, StoredSound


def make_store(folder: Path, lengths: list[int], keys: list[str] | None = None) -> Store:
    stored = []
    for index, length in enumerate(lengths):
        path = folder / f"{index}.f32"
        (np.arange(length, dtype="<f4") + 1).tofile(path)
        stored.append(StoredSound(f"{index}.wav", keys[index] if keys else f"key{index}", path, length))
    return Store(44_100, tuple(stored))


def fits(frame: np.ndarray, first: int, last: int) -> bool:
    try:
        check_ramp(frame, first, last)
    except AssertionError:
        return False
    return True


def check_ramp(frame: np.ndarray, first: int, last: int) -> None:
    """A window is a stretch of consecutive places first … last, zeros before the first and after the last only."""
    places = frame[frame > 0].astype(np.int64)
    assert len(places)
    assert np.array_equal(places, np.arange(places[0], places[0] + len(places)))
    assert first <= places[0]
    assert places[-1] <= last
    inside = np.flatnonzero(frame)
    assert inside[-1] - inside[0] == len(places) - 1
    if inside[0] > 0:
        assert places[0] == first
    if inside[-1] < len(frame) - 1:
        assert places[-1] == last


@pytest.mark.parametrize("length", [1, 2, 511, 2048, 8192])
@pytest.mark.parametrize("lengths", [[50_000], [2048], [3000, 90_000, 2048], [20_000] * 12])
def test_windows_never_leave_their_part(tmp_path: Path, lengths: list[int], length: int) -> None:
    source = FrameSource(make_store(tmp_path, lengths))
    rng = np.random.default_rng(0)
    for part in ("train", "validation", "all"):
        frames, labels = source.batch(rng, 200, length, part)
        assert labels.shape == (200, 0)
        assert frames.shape == (200, length)
        assert frames.dtype == np.float32
        # With ramps of several sounds a value does not show which: it must fit one of the part's stretches.
        for frame in frames:
            assert any(fits(frame, segment.start + 1, segment.stop) for segment in source.segments(part))


def test_parts_share_no_sample(tmp_path: Path) -> None:
    for lengths in ([900_000], [900_000] * 3, [30_000] * 25):
        source = FrameSource(make_store(tmp_path, lengths))
        counts = [np.zeros(length, int) for length in lengths]
        for part in ("train", "validation"):
            for segment in source.segments(part):
                counts[segment.sound][segment.start : segment.stop] += 1
        assert all((times == 1).all() for times in counts)
        assert not source.validation_is_training


def test_a_window_at_the_cut_stays_on_its_side(tmp_path: Path) -> None:
    source = FrameSource(make_store(tmp_path, [500_000]))
    train, _ = source.batch(np.random.default_rng(0), 5000, 2048)
    assert train.max() == pytest.approx(450_000, abs=500)
    for frame in train:
        check_ramp(frame, 1, 450_000)
        assert frame[-1] > 0  # never padded at the cut
    for frame in source.batch(np.random.default_rng(0), 1000, 2048, "validation")[0]:
        check_ramp(frame, 450_001, 500_000)
        assert frame[0] > 0


def test_every_place_is_equally_likely(tmp_path: Path) -> None:
    lengths = [10_000, 40_000, 50_000]
    source = FrameSource(make_store(tmp_path, lengths, ["a", "b", "c"]))
    rng = np.random.default_rng(1)
    frames, _ = source.batch(rng, 40_000, 64, "all")
    centres = frames[:, 32]
    assert (centres > 0).all()
    # Value v is in sound k only if v ≤ its length: 10 000 values come from three sounds, 30 000 from two, and so on.
    share = np.histogram(centres, [1, 10_001, 40_001, 50_001])[0] / len(centres)
    assert share == pytest.approx([0.3, 0.6, 0.1], abs=0.01)
    within = np.histogram(centres[centres <= 10_000], 10, (0, 10_000))[0]
    assert within.std() / within.mean() < 0.05


def test_the_edges_of_a_sound_are_seen_out_of_silence(tmp_path: Path) -> None:
    frames, _ = FrameSource(make_store(tmp_path, [4096])).batch(np.random.default_rng(0), 4000, 2048, "all")
    padded_before = (frames[:, 0] == 0).mean()
    padded_after = (frames[:, -1] == 0).mean()
    assert padded_before == pytest.approx(0.25, abs=0.03)
    assert padded_after == pytest.approx(0.25, abs=0.03)


def test_draws_repeat_with_their_generator(tmp_path: Path) -> None:
    source = FrameSource(make_store(tmp_path, [30_000] * 4))
    first, _ = source.batch(np.random.default_rng(5), 32, 512)
    assert np.array_equal(first, source.batch(np.random.default_rng(5), 32, 512)[0])
    assert not np.array_equal(first, source.batch(np.random.default_rng(6), 32, 512)[0])


def test_the_split_depends_on_content_and_seed_alone(tmp_path: Path) -> None:
    sounds = make_store(tmp_path, [30_000] * 40).sounds
    held_out = {sounds[segment.sound].key for segment in split(sounds, 0.1, 0)[1]}
    assert len(held_out) == 4
    backwards = tuple(reversed(sounds))
    assert {backwards[segment.sound].key for segment in split(backwards, 0.1, 0)[1]} == held_out
    assert {sounds[segment.sound].key for segment in split(sounds, 0.1, 1)[1]} != held_out
    renamed = tuple(StoredSound("x", sound.key, sound.path, sound.length) for sound in sounds)
    assert {renamed[segment.sound].key for segment in split(renamed, 0.1, 0)[1]} == held_out


def test_copies_are_never_on_both_sides(tmp_path: Path) -> None:
    sounds = make_store(tmp_path, [30_000] * 60, [f"key{index % 20}" for index in range(60)]).sounds
    for seed in range(10):
        train, validation = split(sounds, 0.1, seed)
        keys = [{sounds[segment.sound].key for segment in part} for part in (train, validation)]
        assert not keys[0] & keys[1]
        assert len(keys[1]) == 2


def test_a_copy_in_another_format_is_on_the_same_side(tmp_path: Path) -> None:
    alone = make_store(tmp_path, [30_000] * 20).sounds
    copies = [dataclasses.replace(sound, key=f"z{sound.key}") for sound in alone]
    known = [
        dataclasses.replace(sound, fingerprint=f"print{index % 20}") for index, sound in enumerate([*alone, *copies])
    ]
    for seed in range(10):
        train, validation = split(known, 0.1, seed)
        prints = [{known[segment.sound].fingerprint for segment in part} for part in (train, validation)]
        assert not prints[0] & prints[1]
        expected = {alone[segment.sound].key for segment in split(alone, 0.1, seed)[1]}
        assert {known[segment.sound].key for segment in validation if segment.sound < 20} == expected


def test_a_giant_is_never_held_out(tmp_path: Path) -> None:
    sounds = make_store(tmp_path, [1_000_000] + [5_000] * 11).sounds
    for seed in range(20):
        train, validation = split(sounds, 0.1, seed)
        assert 0 in {segment.sound for segment in train}
        assert validation


def test_notes_and_strokes_that_are_too_few_are_judged_whole(tmp_path: Path) -> None:
    """Their ends die away: an instrument that meets those alone is no good."""
    source = FrameSource(make_store(tmp_path, [2048, 10_000]))
    assert source.validation_is_training
    assert source.segments("validation") == source.segments("train") == source.segments("all")
    frames, sources, labels = source.grid("validation", 512, 2048, 100)
    assert len(frames) == len(sources) == len(labels) == 4 + 20


def test_the_grid_is_even_in_order_and_limited(tmp_path: Path) -> None:
    source = FrameSource(make_store(tmp_path, [20_480, 40_960], ["a", "b"]))
    frames, sound, _ = source.grid("all", 512, 2048, 10_000)
    assert frames.shape == (120, 2048)
    assert sound.tolist() == [0] * 40 + [1] * 80
    assert np.array_equal(frames[:40, 1024], np.arange(40) * 512 + 1)  # centres, from the first sample on
    few, few_sound, _ = source.grid("all", 512, 2048, 30)
    assert few.shape == (30, 2048)
    assert np.array_equal(few[0], frames[0])
    assert np.array_equal(few[-1], frames[-1])
    assert (np.diff(few_sound) >= 0).all()
    assert few_sound.tolist().count(0) == 10


def test_runs_are_consecutive_frames_of_one_sound(tmp_path: Path) -> None:
    source = labelled_source(tmp_path, [4000, 600, 5000])
    everything, sound, _ = source.grid("all", 128, 512, 10_000)
    frames, labels = source.runs("all", 128, 512, 8, 5)
    assert frames.shape == (5 * 8, 512)
    assert len(labels) == len(frames)
    for run in frames.reshape(5, 8, 512):
        first = next(at for at in range(len(everything) - 7) if np.array_equal(everything[at], run[0]))
        assert np.array_equal(everything[first : first + 8], run)
        assert len(set(sound[first : first + 8])) == 1
    assert len(source.runs("all", 128, 512, 60, 5)[0]) == 0


def labelled_source(folder: Path, lengths: list[int]) -> FrameSource:
    """Sound k has label 10 k before its sample 20 000 and 10 k + 1 from there; sound 1 has none; task b is unknown."""
    store = make_store(folder, lengths)
    change_s = 20_000 / store.sample_rate_hz
    entries = {
        f"{k}.wav": LabelEntry((Span(0.0, change_s, 10.0 * k), Span(change_s, 1e3, 10.0 * k + 1)))
        for k in range(len(lengths))
        if k != 1
    }
    tasks = (Task("a", "int"), Task("b", "float"))
    return FrameSource(store, labels=Labels(tasks, {"a": entries}))


def test_a_window_has_the_label_of_its_centre(tmp_path: Path) -> None:
    source = labelled_source(tmp_path, [50_000, 50_000, 50_000])
    assert len(source.labels.tasks) == 2
    for frames, sound, labels in (
        source.grid("all", 64, 2048, 100_000),
        source.grid("all", 64, 2047, 100_000),
        source.grid("validation", 1, 1, 100_000),
    ):
        centres = frames[:, frames.shape[1] // 2]  # on the ramp 1 … length
        expected = np.where(sound == 1, np.nan, 10.0 * sound + (centres > 20_000))
        assert np.array_equal(labels[:, 0], expected.astype(np.float32), equal_nan=True)
        assert np.isnan(labels[:, 1]).all()
        assert labels.dtype == np.float32


def test_random_and_regular_windows_have_labels_too(tmp_path: Path) -> None:
    source = labelled_source(tmp_path, [50_000])
    rng = np.random.default_rng(0)
    regular, _, regular_labels = source.grid("all", 100, 512, 10_000)
    for frames, labels in (source.batch(rng, 500, 512, "all"), (regular, regular_labels)):
        assert np.array_equal(labels[:, 0], (frames[:, 256] > 20_000).astype(np.float32))


def test_labels_leave_the_draws_as_they_were(tmp_path: Path) -> None:
    lengths = [50_000] * 3
    plain = FrameSource(make_store(tmp_path, lengths)).batch(np.random.default_rng(0), 64, 512)[0]
    assert np.array_equal(labelled_source(tmp_path, lengths).batch(np.random.default_rng(0), 64, 512)[0], plain)


def test_frames_belong_to_the_caller(tmp_path: Path) -> None:
    source = FrameSource(make_store(tmp_path, [30_000]))
    frames, _ = source.batch(np.random.default_rng(0), 4, 128)
    frames[:] = -1
    assert source.batch(np.random.default_rng(0), 4, 128)[0].min() >= 0


def test_more_sounds_than_can_be_mapped_give_the_same_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = make_store(tmp_path, [3000, 90_000, 2048, 500] * 4)
    mapped = FrameSource(store)
    monkeypatch.setattr(loader, "MOST_MAPPED", 3)
    unmapped = tuple(dataclasses.replace(sound) for sound in store.sounds)
    read = FrameSource(Store(store.sample_rate_hz, unmapped))
    for part in ("train", "validation", "all"):
        ours = mapped.batch(np.random.default_rng(0), 200, 2048, part)[0]
        assert np.array_equal(read.batch(np.random.default_rng(0), 200, 2048, part)[0], ours)
        assert np.array_equal(read.grid(part, 512, 2048, 100)[0], mapped.grid(part, 512, 2048, 100)[0])
    assert not any("audio" in vars(sound) for sound in unmapped)


def test_opening_maps_nothing_and_a_batch_what_it_needs(tmp_path: Path) -> None:
    store = make_store(tmp_path, [5000] * 50)
    source = FrameSource(store)
    assert not any("audio" in vars(sound) for sound in store.sounds)
    source.batch(np.random.default_rng(0), 8, 512)
    assert 1 <= sum("audio" in vars(sound) for sound in store.sounds) <= 8


def test_some_of_a_datasets_sounds_keep_their_own_labels(tmp_path: Path) -> None:
    store = make_store(tmp_path, [10_000] * 6)
    labels = Labels((Task("a", "int"),), {"a": {f"{k}.wav": whole_file(float(k)) for k in (5, 4, 2, 1, 0)}})
    for chosen in ((0, 1), (5, 2), (3, 4)):  # as data.dataset.n_files, or a file left out, makes them
        few = Store(store.sample_rate_hz, tuple(store.sounds[k] for k in chosen))
        _, sound, found = FrameSource(few, labels=labels).grid("all", 512, 512, 1000)
        expected = np.array([np.nan if k == 3 else k for k in chosen], np.float32)[sound]
        assert np.array_equal(found[:, 0], expected, equal_nan=True)
