"""Labels in texts: cells, tool tips, counts, choices and order."""

import math

from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.pitch import notes
from vschaos_studio.state.label_text import (
    LabelChoice,
    TaskCounts,
    cell_text,
    choices,
    sort_key,
    stretches_text,
)

VARIED = LabelEntry((Span(0.0, 0.5, 1.0), Span(0.5, 0.75, None), Span(0.75, math.inf, 4.0)), "tracks/b.txt")
LABELS = Labels(
    (notes.PITCH, Task("level", "float")),
    {
        "pitch": {"a": whole_file(4.0), "b": VARIED, "c": whole_file(None)},
        "level": {"a": whole_file(0.1), "c": whole_file(0.30000001)},
    },
)
SOUNDS = ("a", "b", "c", "d")


def plain(texts):
    return texts.replace("\u00a0", " ")


def test_cells():
    pitch, level = LABELS.tasks
    assert cell_text(pitch, LABELS.entries["pitch"]["a"]) == "E"
    assert plain(cell_text(pitch, VARIED)) == "varies (2)"
    assert cell_text(pitch, None) == cell_text(pitch, whole_file(None)) == "–"
    assert cell_text(level, LABELS.entries["level"]["c"]) == "0.3"
    assert cell_text(Task("octave", "int"), whole_file(4.0)) == "4"
    # One note after silence has one value, and is no change.
    assert cell_text(pitch, LabelEntry((Span(0, 1, None), Span(1, 2, 3.0)))) == "D#"


def test_the_tool_tip_shows_when_which_value_holds():
    pitch = LABELS.tasks[0]
    assert stretches_text(pitch, VARIED) == "0.00 – 0.50 s: C#\n0.75 – end: E"
    assert stretches_text(pitch, whole_file(3.0)) == stretches_text(pitch, None) == ""
    many = LabelEntry(tuple(Span(i, i + 1, float(i % 12)) for i in range(40)))
    assert stretches_text(pitch, many).splitlines()[-1] == "and 28 more"


def test_counts_as_text():
    pitch = TaskCounts.of(LABELS, "pitch", SOUNDS)
    assert (pitch.labelled, pitch.unlabelled, pitch.varying) == (2, 2, 1)
    assert plain(pitch.sentence()) == "2 of 4 sounds have a label; in 1 of them it changes."
    assert plain(pitch.classes_sentence()).startswith("C: 0 sounds · C#: 1 · D: 0 · D#: 0 · E: 2")
    assert plain(TaskCounts.of(LABELS, "level", SOUNDS).classes_sentence()) == "0.1 to 0.3"
    assert TaskCounts.of(LABELS, "level", ("a", "c")).sentence() == "Every sound has a label."
    assert TaskCounts.of(LABELS, "level", ("d",)).sentence() == "No sound has a label yet."
    assert plain(TaskCounts.of(LABELS, "level", SOUNDS[:3]).sentence()) == "2 of 3 sounds have a label."


def test_a_class_that_is_a_number_is_not_taken_for_a_count():
    entries = {str(sound): whole_file(float(sound % 3)) for sound in range(24)}
    labels = Labels((Task("octave", "int"),), {"octave": entries})
    assert plain(TaskCounts.of(labels, "octave", tuple(entries)).classes_sentence()) == "0: 8 sounds · 1: 8 · 2: 8"
    assert plain(TaskCounts.of(labels, "octave", ("0",)).classes_sentence()) == "0: 1 sound"


def test_each_choice_shows_as_many_sounds_as_it_says():
    counts = [TaskCounts.of(LABELS, task.name, SOUNDS) for task in LABELS.tasks]
    offered = choices(counts)
    assert [texts for texts, _ in offered] == [
        "All sounds", "Only without pitch (2)", "pitch: C# (1)", "pitch: E (2)", "Only without level (2)",
    ]  # fmt: skip
    for texts, choice in offered[1:]:
        shown = [sound for sound in SOUNDS if choice.shows(LABELS, sound)]
        assert texts.endswith(f"({len(shown)})")
    assert all(LabelChoice().shows(LABELS, sound) for sound in SOUNDS)


def test_order_puts_gaps_last():
    assert sorted(SOUNDS, key=lambda sound: sort_key(LABELS.entries["pitch"].get(sound))) == ["a", "b", "c", "d"]
    assert sorted(SOUNDS, key=lambda sound: sort_key(LABELS.entries["level"].get(sound))) == ["a", "c", "b", "d"]
