"""Labels in words: cells, tool tips, counts, choices and order."""

import math

from vschaos.data import notes
from vschaos.data.labels import Entry, Labels, Span, Task, whole_file
from vschaos_studio.state.label_words import (
    LabelChoice,
    TaskCounts,
    cell_words,
    choices,
    sort_key,
    stretch_words,
)

VARIED = Entry((Span(0.0, 0.5, 1.0), Span(0.5, 0.75, None), Span(0.75, math.inf, 4.0)), "tracks/b.txt")
LABELS = Labels(
    (notes.PITCH, Task("level", "float")),
    {
        "pitch": {"a": whole_file(4.0), "b": VARIED, "c": whole_file(None)},
        "level": {"a": whole_file(0.1), "c": whole_file(0.30000001)},
    },
)
SOUNDS = ("a", "b", "c", "d")


def plain(words):
    return words.replace("\u00a0", " ")


def test_cells():
    pitch, level = LABELS.tasks
    assert cell_words(pitch, LABELS.entries["pitch"]["a"]) == "E"
    assert plain(cell_words(pitch, VARIED)) == "varies (2)"
    assert cell_words(pitch, None) == cell_words(pitch, whole_file(None)) == "–"
    assert cell_words(level, LABELS.entries["level"]["c"]) == "0.3"
    assert cell_words(Task("octave", "int"), whole_file(4.0)) == "4"
    # One note after silence has one value, and is no change.
    assert cell_words(pitch, Entry((Span(0, 1, None), Span(1, 2, 3.0)))) == "D#"


def test_the_tool_tip_tells_when_which_value_holds():
    pitch = LABELS.tasks[0]
    assert stretch_words(pitch, VARIED) == "0.00 – 0.50 s: C#\n0.75 – end: E"
    assert stretch_words(pitch, whole_file(3.0)) == stretch_words(pitch, None) == ""
    many = Entry(tuple(Span(i, i + 1, float(i % 12)) for i in range(40)))
    assert stretch_words(pitch, many).splitlines()[-1] == "and 28 more"


def test_counts_in_words():
    pitch = TaskCounts.of(LABELS, "pitch", SOUNDS)
    assert (pitch.labelled, pitch.unlabelled, pitch.varying) == (2, 2, 1)
    assert plain(pitch.sentence()) == "2 of 4 sounds have a label; in 1 of them it changes."
    assert plain(pitch.classes_sentence()).startswith("C 0 · C# 1 · D 0 · D# 0 · E 2")
    assert plain(TaskCounts.of(LABELS, "level", SOUNDS).classes_sentence()) == "0.1 to 0.3"
    assert TaskCounts.of(LABELS, "level", ("a", "c")).sentence() == "Every sound has a label."
    assert TaskCounts.of(LABELS, "level", ("d",)).sentence() == "No sound has a label yet."
    assert plain(TaskCounts.of(LABELS, "level", SOUNDS[:3]).sentence()) == "2 of 3 sounds have a label."


def test_each_choice_shows_as_many_sounds_as_it_says():
    counts = [TaskCounts.of(LABELS, task.name, SOUNDS) for task in LABELS.tasks]
    offered = choices(counts)
    assert [words for words, _ in offered] == [
        "All sounds", "Only without pitch (2)", "pitch: C# (1)", "pitch: E (2)", "Only without level (2)",
    ]  # fmt: skip
    for words, choice in offered[1:]:
        shown = [sound for sound in SOUNDS if choice.shows(LABELS, sound)]
        assert words.endswith(f"({len(shown)})")
    assert all(LabelChoice().shows(LABELS, sound) for sound in SOUNDS)


def test_order_puts_gaps_last():
    assert sorted(SOUNDS, key=lambda sound: sort_key(LABELS, "pitch", sound)) == ["a", "b", "c", "d"]
    assert sorted(SOUNDS, key=lambda sound: sort_key(LABELS, "level", sound)) == ["a", "c", "b", "d"]
