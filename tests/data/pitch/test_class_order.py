"""Labels that count from A mean the same notes once they count from C, whatever the classes are called."""

from __future__ import annotations

import math

import numpy as np
import pytest

from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.pitch.class_order import COUNTED_FROM_A, counted_from_c, named_order
from vschaos.data.pitch.notes import OCTAVE, PITCH, PITCH_NAMES, pitch_and_octave

FROM_A = (*PITCH_NAMES[9:], *PITCH_NAMES[:9])
NUMBERS = tuple(str(number) for number in range(9))


def original(note: int) -> tuple[float, float]:
    """Pitch and octave of a MIDI note as the original counts them."""
    return float((note + 3) % 12), float((note + 3) // 12 - 1)


def test_names_that_begin_with_a_turn_the_octave_there() -> None:
    assert named_order(Task("pitch", "int", FROM_A)) == COUNTED_FROM_A
    assert named_order(Task("pitch", "int", (*FROM_A, "None"))) is not None
    assert named_order(Task("pitch", "int", PITCH_NAMES)).pitches == tuple(range(12))  # pyright: ignore


@pytest.mark.parametrize(
    ("names", "pitches"),
    [
        ("la sib si do réb ré mib mi fa solb sol lab", (9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8)),
        ("A B H C Cis D Dis E F Fis G Gis", (9, 10, 11, 0, 1, 2, 3, 4, 5, 6, 7, 8)),
        ("c d e g a", (0, 2, 4, 7, 9)),
        ("C G D A E B F♯ C♯ A♭ E♭ B♭ F", (0, 7, 2, 9, 4, 11, 6, 1, 8, 3, 10, 5)),
        ("C C#/Db D#|Eb F(low)", (0, 1, 3, 5)),
        ("0 A A#", (None, 9, 10)),
    ],
)
def test_notes_are_known_by_many_names(names: str, pitches: tuple[int | None, ...]) -> None:
    order = named_order(Task("pitch", "int", tuple(names.split())))
    assert order is not None
    assert order.pitches == pitches


@pytest.mark.parametrize("names", ["", "low mid high", "A B A", "A# Bb", "bell", "0 1 2", "C D x"])
def test_other_names_are_left_alone(names: str) -> None:
    assert named_order(Task("pitch", "int", tuple(names.split()))) is None
    assert named_order(Task("pitch", "float")) is None


@pytest.mark.parametrize("classes", [(), FROM_A])
def test_every_note_keeps_its_pitch(classes: tuple[str, ...]) -> None:
    entries = {f"{note}.wav": original(note) for note in range(12, 128)}
    labels = Labels(
        (Task("octave", "int", NUMBERS), Task("room", "int"), Task("pitch", "int", classes)),
        {
            "pitch": {sound: whole_file(values[0]) for sound, values in entries.items()},
            "octave": {sound: whole_file(values[1]) for sound, values in entries.items()},
            "room": {"60.wav": whole_file(1.0)},
        },
    )
    ours = counted_from_c(labels, COUNTED_FROM_A)
    assert ours.tasks == (OCTAVE, Task("room", "int"), PITCH if classes else Task("pitch", "int"))
    assert ours.entries["room"] == labels.entries["room"]
    for note in range(12, 128):
        pitch, octave = pitch_and_octave(note)
        assert ours.entries["pitch"][f"{note}.wav"] == whole_file(pitch)
        assert ours.entries["octave"][f"{note}.wav"] == whole_file(octave)


def test_octaves_turn_with_the_pitch_that_sounds() -> None:
    times = [(0.0, 0.5, 57), (0.5, 1.0, 60), (1.0, 1.5, None), (1.5, 2.0, 69)]
    entries = {}
    for column, task in enumerate(("pitch", "octave")):
        spans = [Span(low, high, None if note is None else original(note)[column]) for low, high, note in times]
        entries[task] = {"a.wav": LabelEntry(tuple(spans), "tracks/a.txt")}
    entries["octave"]["b.wav"] = entries["octave"]["c.wav"] = LabelEntry((Span(0.0, math.inf, 4.0),))
    entries["pitch"]["b.wav"] = LabelEntry((Span(0.25, 0.5, 0.0), Span(0.5, 0.75, 3.0)))
    labels = counted_from_c(Labels((Task("pitch", "int"), Task("octave", "int")), entries), COUNTED_FROM_A)
    found = labels.at("a.wav", np.array([0.25, 0.75, 1.25, 1.75]))
    nan = np.nan
    np.testing.assert_array_equal(found, [[9, 3], [0, 4], [nan, nan], [9, 4]])
    assert labels.entries["octave"]["a.wav"].track == "tracks/a.txt"
    np.testing.assert_array_equal(labels.at("b.wav", np.array([0.1, 0.3, 0.6, 0.9]))[:, 1], [nan, 3, 4, nan])
    assert np.isnan(labels.at("c.wav", np.array([0.5]))).all()  # an octave, and no pitch to say which


def test_our_own_order_is_handed_on() -> None:
    labels = Labels((PITCH, OCTAVE), {"pitch": {"a.wav": whole_file(9.0)}, "octave": {"a.wav": whole_file(4.0)}})
    order = named_order(PITCH)
    assert order is not None
    assert counted_from_c(labels, order) is labels
