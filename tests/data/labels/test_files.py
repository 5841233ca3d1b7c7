"""Labels reach the sounds that they name, at the times that they say; what cannot be used is reported with its line."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from vschaos.configs.schema import MAX_CLASSES
from vschaos.data.labels.files import LabelProblem, Wanted, read_labels, task_names
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.errors import DatasetError

UNKNOWN = np.nan


def write(root: Path, **files: str | bytes) -> Path:
    """A dataset's metadata: ``pitch__metadata`` is metadata/pitch/metadata.txt, ``pitch__tracks__a`` a track."""
    for name, content in files.items():
        path = root / "metadata" / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def read(root: Path, *sounds: str, wanted: list[Wanted] | None = None) -> tuple[Labels, tuple[LabelProblem, ...]]:
    return read_labels(root, wanted, [f"data/{sound}" for sound in sounds])


def values(labels: Labels, sound: str, *times_s: float) -> list[list[float]]:
    return labels.at(f"data/{sound}", np.array(times_s)).tolist()


def test_values_belong_to_the_sound_that_their_line_names(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="data/b.wav\t7\ndata/a.wav\tnone\ndata/sub/c d.wav\t0\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav", "e.wav", "sub/c d.wav")
    assert not problems
    assert labels.tasks == (Task("pitch", "int"),)
    assert values(labels, "b.wav", 0.0, 100.0) == [[7.0], [7.0]]
    assert values(labels, "sub/c d.wav", 0.0) == [[0.0]]
    assert np.isnan(values(labels, "a.wav", 0.0)).all()  # none
    assert np.isnan(values(labels, "e.wav", 0.0)).all()  # not listed


def test_values_that_change_inside_a_sound_hold_from_onset_to_offset(tmp_path: Path) -> None:
    write(
        tmp_path,
        pitch__metadata="data/a.wav\ttracks/metadata_file1.txt\ndata/b.wav\t5\n",
        pitch__tracks__metadata_file1="1.5,2.0\tnone\n0.5, 1.5\t3\n2.0,3.25\t4\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert not problems
    found = labels.at("data/a.wav", np.array([0.0, 0.499, 0.5, 1.499, 1.5, 1.999, 2.0, 3.249, 3.25, 99.0]))
    expected = [UNKNOWN, UNKNOWN, 3, 3, UNKNOWN, UNKNOWN, 4, 4, UNKNOWN, UNKNOWN]
    assert np.array_equal(found[:, 0], np.array(expected, np.float32), equal_nan=True)
    assert values(labels, "b.wav", 1.0) == [[5.0]]


def test_a_table_answers_for_many_sounds_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        pitch__metadata="data/a.wav\ttracks/a.txt\ndata/c.wav\ttracks/c.txt\n",
        pitch__tracks__a="-1,1\t1\n1,1e9\t2\n",
        pitch__tracks__c="0.25,0.5\t3\n1e8,1e9\t9\n",
        level__metadata="data/b.wav\t-6.5\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert not problems
    assert [task.name for task in labels.tasks] == ["level", "pitch"]
    table = labels.table([f"data/{name}.wav" for name in "cba"])
    rng = np.random.default_rng(0)
    sound, times_s = rng.integers(3, size=500), rng.uniform(0, 2, 500)
    each = [labels.at(f"data/{'cba'[k]}.wav", np.array([time_s]))[0] for k, time_s in zip(sound, times_s, strict=True)]
    assert np.array_equal(table.at(sound, times_s), np.array(each), equal_nan=True)
    assert np.isnan(table.at(np.array([1]), np.array([1.0]))[0, 1])
    assert table.at(np.array([1]), np.array([1.0]))[0, 0] == np.float32(-6.5)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_of_other_systems_are_read(tmp_path: Path, line_end: str, mark: bytes) -> None:
    lines = ["data\\été 1.wav\t1", "", "  ./data/b.wav \t\t 2 ", "   ", "data/c.wav\ttracks\\c.txt", ""]
    write(
        tmp_path,
        pitch__metadata=mark + line_end.join(lines).encode(),
        pitch__tracks__c=mark + f"0,1\t3{line_end}{line_end}1,2\tNone".encode(),
    )
    labels, problems = read(tmp_path, "e\u0301te\u0301 1.wav", "b.wav", "c.wav")
    assert not problems
    assert values(labels, "e\u0301te\u0301 1.wav", 0.0) == [[1.0]]
    assert values(labels, "b.wav", 0.0) == [[2.0]]
    assert values(labels, "c.wav", 0.5) == [[3.0]]


def test_class_names_are_ids(tmp_path: Path) -> None:
    write(
        tmp_path,
        note__metadata="data/a.wav\tD\ndata/b.wav\t0\ndata/c.wav\ttracks/c.txt\n",
        note__tracks__c="0,1\tC#\n",
        note__classes="C\r\nC#\r\nD\r\n\r\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert not problems
    assert labels.task("note") == Task("note", "int", ("C", "C#", "D"))
    assert [values(labels, name, 0.5) for name in ("a.wav", "b.wav", "c.wav")] == [[[2.0]], [[0.0]], [[1.0]]]


def test_floats_are_never_cut(tmp_path: Path) -> None:
    write(tmp_path, level__metadata="data/a.wav\t0.75\ndata/b.wav\t1\ndata/c.wav\t-1e-3\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert not problems
    assert labels.task("level").kind == "float"
    found = [values(labels, name, 0.0)[0][0] for name in ("a.wav", "b.wav", "c.wav")]
    assert found == pytest.approx([0.75, 1.0, -1e-3])
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav", wanted=[Wanted("level", kind="int")])
    assert "not a whole number" in problems[0].sentence
    assert "type=float" in problems[0].remedy
    assert np.isnan(values(labels, "a.wav", 0.0)).all()
    assert values(labels, "b.wav", 0.0) == [[1.0]]


def test_nonsense_is_reported_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = {
        "data/a.wav 3": "is not a sound, a tab and a value",
        "data/b.wav\t0,5": "not a number",
        "data/c.wav\thigh": "neither a number nor",
        "data/d.wav\ttracks/missing.txt": "has no file",
        "data/e.wav\t../../../secret.txt": "has no file",
        "data/gone.wav\t3": "does not exist",
        f"data/{'x' * 5000}.wav\t3": "does not exist",
        "data/f.wav\t-2": "they count from 0",
        "data/f.wav\t2": "appears twice",
    }
    write(tmp_path, pitch__metadata="\n".join([*lines, "data/good.wav\t4"]))
    labels, problems = read(tmp_path, *(f"{name}.wav" for name in ["a", "b", "c", "d", "e", "f", "good"]))
    assert [problem.line for problem in problems] == list(range(1, len(lines) + 1)), problems
    for problem, expected in zip(problems, lines.values(), strict=True):
        assert expected in problem.sentence
        assert problem.remedy
        assert problem.file == "metadata/pitch/metadata.txt"
        assert len(str(problem)) < 200
    assert str(problems[0]).startswith("metadata/pitch/metadata.txt, line 1: ")
    assert problems[1].remedy == "Write a decimal point: 0.5."
    assert values(labels, "good.wav", 0.0) == [[4.0]]
    for name in "abcdef":
        assert np.isnan(values(labels, f"{name}.wav", 0.0)).all()


def test_nonsense_inside_tracks_is_reported_once_and_the_rest_is_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        pitch__metadata="data/a.wav\ttracks/a.txt\ndata/b.wav\ttracks/a.txt\n",
        pitch__tracks__a="0,5,1,5\t3\n2,1\t3\n0,1\t7\n0.5,2\t8\nhello\n3,4\thigh\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert {problem.file for problem in problems} == {"metadata/pitch/tracks/a.txt"}
    assert sorted(problem.line for problem in problems) == [1, 2, 4, 5, 6]
    assert values(labels, "b.wav", 0.25, 0.75, 1.5) == [[7.0], [8.0], [8.0]]


def test_many_problems_become_few_sentences(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="rubbish\n" * 500 + "data/a.wav\t1\n")
    _, problems = read(tmp_path, "a.wav")
    assert len(problems) == 11
    assert "490 more" in problems[-1].sentence


def test_problems_of_many_tracks_become_few_sentences_that_know_all_files(tmp_path: Path) -> None:
    names = [f"{number:02d}" for number in range(30)]
    tracks = {f"pitch__tracks__{name}": "0,1\thigh\n" for name in names}
    lines = "".join(f"data/{name}.wav\ttracks/{name}.txt\n" for name in names)
    write(tmp_path, pitch__metadata=f"{lines}data/good.wav\t1\n", **tracks)
    _, problems = read(tmp_path, "good.wav", *(f"{name}.wav" for name in names))
    assert len(problems) == 11
    files = {file for problem in problems for file in (problem.file, *problem.others)}
    assert files == {f"metadata/pitch/tracks/{name}.txt" for name in names}


@pytest.mark.parametrize(
    ("files", "sentence", "place"),
    [
        ({"pitch__metadata": "data/{}.wav 3\n"}, "None of the 24 labels of pitch could be read: “data/0.wav 3”", 1),
        (
            {"pitch__metadata": "data/{}.wav\ttracks/{}.txt\n"},
            "the folder metadata/pitch has no file “tracks/0.txt”",
            1,
        ),
        ({"pitch__metadata": "wavs/{}.wav\t3\n"}, "the sound “wavs/0.wav” does not exist", 1),
        ({"pitch__metadata": "data/{}.wav\tA\n"}, "“A” is neither a number nor a class of classes.txt", 1),
        ({"pitch__metadata": "data/{}.wav\tA\n", "pitch__classes": "A".encode("utf-16")}, "not UTF-8 text", 0),
        ({"pitch__metadata": "data/{}.wav\t9\n", "pitch__classes": "C\nD\n"}, "class 9 does not exist: they are 0", 1),
    ],
)
def test_where_no_label_can_be_read_one_sentence_names_the_likely_cause(
    tmp_path: Path, files: dict[str, str | bytes], sentence: str, place: int
) -> None:
    lines = str(files["pitch__metadata"])
    text = "".join(lines.replace("{}", str(number)) for number in range(24)) + "data/x.wav\tnone\n"
    write(tmp_path, **{**files, "pitch__metadata": text}, octave__metadata="data/x.wav\thello\n")
    _, problems = read(tmp_path, "x.wav", *(f"{number}.wav" for number in range(24)))
    octave, pitch = problems
    assert sentence in pitch.sentence
    assert pitch.sentence.startswith("None of the 24 labels of pitch could be read: ")
    assert (pitch.line, bool(pitch.remedy)) == (place, True)
    assert octave.sentence.startswith("The only label of octave could not be read: “hello” is neither")


def test_classes_that_do_not_fit_are_reported(tmp_path: Path) -> None:
    write(tmp_path, note__metadata="data/a.wav\t2\ndata/b.wav\tE\n", note__classes="C\nD\n")
    _, problems = read(tmp_path, "a.wav", "b.wav")
    assert problems[0].sentence.startswith(
        "None of the 2 labels of note could be read: class 2 does not exist: they are 0 to 1"
    )
    write(tmp_path, note__metadata="data/a.wav\t0\n", note__classes="3\n4\n4\n")
    _, problems = read(tmp_path, "a.wav")
    assert [problem.line for problem in problems] == [1, 2, 3, 3]


def test_a_parser_that_is_named_is_obeyed(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="data/a.wav\ttracks/a.txt\ndata/b.wav\t3\n", pitch__tracks__a="0,1\t1\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav", wanted=[Wanted("pitch", "read_single_metadata")])
    assert [problem.line for problem in problems] == [1]
    assert "Remove data.dataset.metadata_callbacks.pitch.name" in problems[0].remedy
    assert values(labels, "b.wav", 0.5) == [[3.0]]
    labels, problems = read(tmp_path, "a.wav", "b.wav", wanted=[Wanted("pitch", "read_multi_metadata")])
    assert [problem.line for problem in problems] == [2]
    assert "remove data.dataset.metadata_callbacks.pitch.name" in problems[0].remedy
    assert values(labels, "a.wav", 0.5) == [[1.0]]


def test_a_file_that_is_there_and_not_in_use_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "unused.wav").touch()
    write(tmp_path, pitch__metadata="data/unused.wav\t3\ndata/a.wav\t4\n")
    labels, problems = read(tmp_path, "a.wav")
    assert not problems
    assert list(labels.entries["pitch"]) == ["data/a.wav"]


def test_a_missing_task_and_an_unreadable_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="has no labels"):
        read(tmp_path, "a.wav", wanted=[Wanted("pitch")])
    write(tmp_path, octave__metadata="data/a.wav\t3\n", pitch__metadata="data/a.wav\t3\n".encode("utf-16"))
    with pytest.raises(DatasetError, match="labels for octave, pitch only"):
        read(tmp_path, "a.wav", wanted=[Wanted("style")])
    with pytest.raises(DatasetError, match="UTF-8"):
        read(tmp_path, "a.wav", wanted=[Wanted("pitch")])


def test_a_plain_folder_has_no_tasks(tmp_path: Path) -> None:
    (tmp_path / "metadata" / "pitch").mkdir(parents=True)  # and no metadata.txt in it
    assert task_names(tmp_path) == ()
    labels, problems = read(tmp_path, "a.wav")
    assert (labels.tasks, problems) == ((), ())
    assert values(labels, "a.wav", 0.0, 1.0) == [[], []]
    assert read(tmp_path / "nowhere", "a.wav", wanted=[])[0].tasks == ()


def test_what_was_read_is_written_to_the_byte(tmp_path: Path) -> None:
    write(
        tmp_path / "a",
        pitch__metadata="data/z.wav\t11\ndata/a b.wav\ttracks/odd name.txt\ndata/c.wav\tnone\n",
        **{"pitch__tracks__odd name": "0.0,1.25\t3\n1.25,2.1\tnone\n"},
        pitch__classes="".join(f"{name}\n" for name in "CdDeEFgGaAbBX"),
        level__metadata="data/z.wav\t-0.1\n",
    )
    names = ("z.wav", "a b.wav", "c.wav")
    labels, problems = read(tmp_path / "a", *names)
    assert not problems
    write_labels(tmp_path / "b", labels)
    files = [
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.txt")}
        for root in (tmp_path / "a", tmp_path / "b")
    ]
    assert files[0] == files[1]
    assert len(files[0]) == 4
    assert read(tmp_path / "b", *names)[0] == labels


def test_labels_made_here_are_read_back(tmp_path: Path) -> None:
    track = LabelEntry((Span(0.0, 1 / 3, 60.0), Span(1 / 3, 0.7, None)))
    entries = {"data/a.wav": whole_file(1.0), "data/b.wav": track, "data/c.wav": LabelEntry(()), "data/d.wav": track}
    write_labels(tmp_path, Labels((Task("pitch", "int"),), {"pitch": entries}))
    folder = tmp_path / "metadata" / "pitch"
    assert (folder / "metadata.txt").read_text(encoding="utf-8").splitlines()[:2] == [
        "data/a.wav\t1",
        "data/b.wav\ttracks/metadata_file2.txt",
    ]
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav", "d.wav")
    assert not problems
    assert {sound: entry.spans for sound, entry in labels.entries["pitch"].items()} == {
        sound: entry.spans for sound, entry in entries.items()
    }


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatasetError, match="could not be written"):
        write_labels(tmp_path / "file", Labels((Task("pitch", "int"),), {}))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfdata/a.wav\t 0.50\r\n\r\ndata\\b.wav\t1e-3\r\n",
        b"data/a.wav\t+1\ndata/b.wav\tNone",
        b"data/b.wav\ttracks/b.txt\ndata/away.wav\t7\ndata/a.wav\t3\n",
    ],
)
def test_labels_that_are_there_already_leave_every_byte_as_it_is(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, pitch__metadata=content, pitch__tracks__b=b"0,1\t2\r\n")
    labels, _ = read(tmp_path, "a.wav", "b.wav")
    write_labels(tmp_path, labels)
    assert (tmp_path / "metadata" / "pitch" / "metadata.txt").read_bytes() == content
    assert (tmp_path / "metadata" / "pitch" / "tracks" / "b.txt").read_bytes() == b"0,1\t2\r\n"


def test_lines_on_sounds_that_are_away_stay_and_others_go(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "unlabelled now.wav").touch()
    write(tmp_path, pitch__metadata="data/away.wav\tC # 4\ndata/unlabelled now.wav\t1\ndata/a.wav\t1\nrubbish\n")
    write_labels(tmp_path, Labels((Task("pitch", "int"),), {"pitch": {"data/a.wav": whole_file(2.0)}}))
    written = (tmp_path / "metadata" / "pitch" / "metadata.txt").read_text(encoding="utf-8")
    assert written == "data/a.wav\t2\ndata/away.wav\tC # 4\n"


def test_none_among_values_shifts_no_label_to_another_sound(tmp_path: Path) -> None:
    names = [f"{number}.wav" for number in range(20)]
    lines = [f"data/{name}\t{'none' if k % 3 == 0 else k}" for k, name in enumerate(names)]
    write(tmp_path, pitch__metadata="\n\n".join(reversed(lines)))
    labels, problems = read(tmp_path, *names)
    assert not problems
    for k, name in enumerate(names):
        assert np.array_equal(values(labels, name, 0.0), [[UNKNOWN if k % 3 == 0 else k]], equal_nan=True)


def test_blank_lines_are_no_lines(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="\n \ndata/a.wav\ttracks/a.txt\n\t\n", pitch__tracks__a="\n\n0,1\t4\n \n")
    labels, problems = read(tmp_path, "a.wav")
    assert not problems
    assert values(labels, "a.wav", 0.5) == [[4.0]]


def test_some_of_the_sounds_keep_the_labels_of_their_lines(tmp_path: Path) -> None:
    names = [f"{number}.wav" for number in range(10)]
    for name in names:
        (tmp_path / "data" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "data" / name).touch()
    write(tmp_path, pitch__metadata="".join(f"data/{name}\t{k}\n" for k, name in reversed(list(enumerate(names)))))
    for few in (names[:3], names[7:], [names[9], names[0]]):  # as data.dataset.n_files makes them
        labels, problems = read(tmp_path, *few)
        assert not problems
        assert [values(labels, name, 0.0) for name in few] == [[[float(names.index(name))]] for name in few]


def test_decimal_commas_are_refused_with_their_line_in_values_and_in_tracks(tmp_path: Path) -> None:
    write(
        tmp_path,
        level__metadata="data/a.wav\t0.5\n\ndata/b.wav\t0,5\ndata/c.wav\ttracks/c.txt\n",
        level__tracks__c="0,1\t0.5\n1,5,2,5\t0.5\n1,2\t0,5\n",
    )
    _, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert {(problem.file, problem.line) for problem in problems} == {
        ("metadata/level/metadata.txt", 3),
        ("metadata/level/tracks/c.txt", 2),
        ("metadata/level/tracks/c.txt", 3),
    }
    assert all("point" in problem.remedy for problem in problems)


def test_a_plain_folder_names_its_sounds_from_the_folder(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="kick.wav\t1\nsub folder/snare.wav\t2\n")
    labels, problems = read_labels(tmp_path, None, ["kick.wav", "sub folder/snare.wav", "hat.wav"])
    assert not problems
    assert list(labels.entries["pitch"]) == ["kick.wav", "sub folder/snare.wav"]


# What the original writes


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("nothing", ["None", "none", "nan", "NaN"])
def test_tracks_are_named_with_and_without_their_folder_beside_single_values(
    tmp_path: Path, nothing: str, end: str
) -> None:
    lines = [
        "data/a.wav\ta.txt",
        "data/b.wav\ttracks/b.txt",
        "data/c.wav\t7",
        f"data/d.wav\t{nothing}",
        "data/e.wav\te",
    ]
    write(
        tmp_path,
        pitch__metadata="\n".join(lines) + end,
        pitch__tracks__a=f"0.000000,0.500000\t3\n0.500000,1.000000\t{nothing}{end}",
        pitch__tracks__b=f"0.000000,0.500000\t4\n0.500000,1.000000\t5{end}",
    )
    (tmp_path / "metadata" / "pitch" / "tracks" / "e").write_text("0,1\t6", encoding="utf-8")
    labels, problems = read(tmp_path, *(f"{name}.wav" for name in "abcde"))
    assert not problems
    found = [values(labels, f"{name}.wav", 0.25, 0.75) for name in "abcde"]
    expected = [[[3], [UNKNOWN]], [[4], [5]], [[7], [7]], [[UNKNOWN], [UNKNOWN]], [[6], [6]]]
    assert np.array_equal(np.array(found), np.array(expected), equal_nan=True)
    assert [labels.entries["pitch"][f"data/{name}.wav"].track for name in "abc"] == ["tracks/a.txt", "tracks/b.txt", ""]


@pytest.mark.parametrize("parser", [None, "read_multi_metadata"])
def test_a_track_beside_metadata_is_read_where_tracks_has_none_of_its_name(tmp_path: Path, parser: Any) -> None:
    write(tmp_path, pitch__metadata="data/a.wav\ta.txt\n", pitch__a="0,1\t3")
    labels, problems = read(tmp_path, "a.wav", wanted=[Wanted("pitch", parser)])
    assert (problems, values(labels, "a.wav", 0.5)) == ((), [[3.0]])
    write(tmp_path, pitch__tracks__a="0,1\t4")
    labels, _ = read(tmp_path, "a.wav", wanted=[Wanted("pitch", parser)])
    assert values(labels, "a.wav", 0.5) == [[4.0]]


def test_a_track_is_found_whatever_its_accents_are_made_of(tmp_path: Path) -> None:
    write(tmp_path, pitch__metadata="data/a.wav\té.txt\n", **{"pitch__tracks__e\u0301": "0,1\t3"})
    labels, problems = read(tmp_path, "a.wav")
    assert (problems, values(labels, "a.wav", 0.5)) == ((), [[3.0]])


def test_classes_are_numbered_in_any_order_and_values_are_numbers_or_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        kind__metadata="data/a.wav\tgong\ndata/b.wav\t1\ndata/c.wav\tbell\ndata/d.wav\td.txt",
        kind__tracks__d="0.000000,1.000000\tNone\n1.000000,2.000000\tdrum\n2.000000,3.000000\t4",
        kind__classes="2\tgong\r\n0\tbell\r\n4\tsteel drum\r\n1\tdrum",
    )
    labels, problems = read(tmp_path, *(f"{name}.wav" for name in "abcd"))
    assert not problems
    assert labels.task("kind") == Task("kind", "int", ("bell", "drum", "gong", "3", "steel drum"))
    assert [values(labels, f"{name}.wav", 0.0) for name in "abc"] == [[[2.0]], [[1.0]], [[0.0]]]
    assert np.array_equal(values(labels, "d.wav", 0.5, 1.5, 2.5), [[UNKNOWN], [1], [4]], equal_nan=True)


def test_numbers_that_are_no_class_may_be_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        octave__metadata="data/a.wav\t-1\ndata/b.wav\t1\ndata/c.wav\t48\n",
        octave__classes="0\t-1\n1\t48\n2\thigh\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert not problems
    assert [values(labels, f"{name}.wav", 0.0) for name in "abc"] == [[[0.0]], [[1.0]], [[1.0]]]


def test_numbered_classes_that_make_no_sense_are_reported_with_their_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        kind__metadata="data/a.wav\t0\n",
        kind__classes=f"0\tbell\n1\tdrum\n1\tgong\n{10**9}\thuge\n{'9' * 5000}\thuger\nplain\n2\tbell\n3\t1\n",
    )
    labels, problems = read(tmp_path, "a.wav")
    assert [problem.line for problem in problems] == [3, 4, 5, 6, 7, 8]
    assert all(len(str(problem)) < 200 and problem.remedy for problem in problems)
    assert labels.task("kind").classes == ("bell", "drum", "bell", "1")


def test_frames_of_one_value_are_one_stretch_and_others_stay_as_they_are(tmp_path: Path) -> None:
    step_s = 256 / 44100
    rows = [f"{k * step_s:f},{(k + 1) * step_s:f}\t{3 if k < 100 else None}" for k in range(200)]
    write(
        tmp_path,
        pitch__metadata="data/a.wav\ta.txt\ndata/b.wav\ttracks/b.txt\n",
        pitch__tracks__a="\n".join(rows),
        pitch__tracks__b="0.0,1.0\t3\n1.0,2.0\t3\n",
    )
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert not problems
    frames, stretches = (labels.entries["pitch"][f"data/{name}.wav"].spans for name in "ab")
    end_s = float(f"{100 * step_s:f}")
    assert frames == (Span(0.0, end_s, 3.0), Span(end_s, float(f"{200 * step_s:f}"), None))
    assert stretches == (Span(0.0, 1.0, 3.0), Span(1.0, 2.0, 3.0))
    before = {path: path.read_bytes() for path in (tmp_path / "metadata").rglob("*.txt")}
    write_labels(tmp_path, labels)
    assert {path: path.read_bytes() for path in (tmp_path / "metadata").rglob("*.txt")} == before


def test_labels_need_no_torch() -> None:
    program = "import sys, vschaos.data.labels.files; assert 'torch' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("value", ["1000000000", "9" * 400, "4096"])
def test_a_class_is_no_larger_than_classes_can_be_many(tmp_path: Path, value: str) -> None:
    write(tmp_path, kind__metadata=f"data/a.wav\t0\ndata/b.wav\t1\ndata/c.wav\t{value}\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert labels.tasks == (Task("kind", "int"),)
    assert [values(labels, sound, 0.0) for sound in ("a.wav", "b.wav")] == [[[0.0]], [[1.0]]]
    assert np.isnan(values(labels, "c.wav", 0.0)).all()
    assert "class" in problems[0].sentence.lower()


def test_large_whole_numbers_are_quantities(tmp_path: Path) -> None:
    write(tmp_path, rate__metadata="data/a.wav\t44100\ndata/b.wav\t96000\ndata/c.wav\t0\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert not problems
    assert labels.tasks == (Task("rate", "float"),)
    assert values(labels, "b.wav", 0.0) == [[96000.0]]


def test_of_very_many_lines_only_so_many_are_classes(tmp_path: Path) -> None:
    lines = "".join(f"class {number}\n" for number in range(300_000))
    write(tmp_path, kind__metadata="data/a.wav\tclass 7\ndata/b.wav\t1\n", kind__classes=lines)
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert len(labels.tasks[0].classes) == MAX_CLASSES
    assert values(labels, "a.wav", 0.0) == [[7.0]]
    assert ["300,000 lines" in problem.sentence for problem in problems] == [True]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in the file system")
def test_pipes_and_devices_among_the_labels_are_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, kind__metadata="data/a.wav\ta.txt\ndata/b.wav\tb.txt\ndata/c.wav\t1\n")
    folder = tmp_path / "metadata" / "kind"
    (folder / "tracks").mkdir()
    os.mkfifo(folder / "tracks" / "a.txt")
    (folder / "tracks" / "b.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "classes.txt")
    labels, problems = read(tmp_path, "a.wav", "b.wav", "c.wav")
    assert values(labels, "c.wav", 0.0) == [[1.0]]
    assert sum("not an ordinary file" in problem.sentence for problem in problems) == 3
    (folder / "metadata.txt").unlink()
    os.mkfifo(folder / "metadata.txt")
    with pytest.raises(DatasetError, match="not an ordinary file"):
        read(tmp_path, "a.wav")


@pytest.mark.parametrize("name", [" a.wav", "a.wav ", "\u3000a.wav", "a=b,[c] {d}.wav", "'a' & (b)#~!%${x}.wav"])
def test_names_keep_their_spaces_and_signs_when_labels_are_written(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    (tmp_path / "other.wav").write_bytes(b"")
    labels = Labels((Task("kind", "int"),), {"kind": {name: whole_file(3.0), "other.wav": whole_file(1.0)}})
    write_labels(tmp_path, labels)
    again, problems = read_labels(tmp_path, None, [name, "other.wav"])
    assert not problems
    assert again == labels


def test_names_by_another_way_are_found_and_those_outside_are_reported(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    lines = f"{tmp_path}/data/a.wav\t0\ndata/../data//b.wav\t1\n/etc/hosts\t2\n../{tmp_path.name}/../x\t2\n"
    write(tmp_path, kind__metadata=lines)
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert [values(labels, sound, 0.0) for sound in ("a.wav", "b.wav")] == [[[0.0]], [[1.0]]]
    assert [problem.line for problem in problems] == [3, 4]


def test_values_of_stretches_are_those_whose_spans_reach_into_them() -> None:
    rng = np.random.default_rng(0)
    entries = {}
    for sound in range(6):
        edges_s = np.sort(rng.integers(0, 40, 8)) / 4
        spans = [Span(low, high, float(rng.integers(30))) for low, high in itertools.pairwise(edges_s) if low < high]
        entries[f"{sound}.wav"] = LabelEntry(tuple(spans[sound % 2 :: 1 + sound % 3]))
    entries["1.wav"] = whole_file(77.0)
    del entries["4.wav"]
    table = Labels((Task("pitch", "int"), Task("none", "int")), {"pitch": entries}).table(
        [f"{sound}.wav" for sound in range(6)]
    )
    for _ in range(200):
        stretches = []
        for sound in range(6):
            cuts_s = np.sort(rng.integers(0, 45, 4)) / 4
            stretches += [(sound, *cuts_s[:2]), (sound, *cuts_s[2:])] if rng.random() < 0.7 else []
        stretches = [stretch for stretch in stretches if stretch[1] < stretch[2]]
        expected = {
            span.value
            for sound, start_s, stop_s in stretches
            for span in entries.get(f"{sound}.wav", LabelEntry(())).spans
            if span.onset_s < stop_s and span.offset_s > start_s
        }
        columns = np.array(stretches, np.float64).reshape(-1, 3).T
        found, nothing = table.values(columns[0].astype(int), columns[1], columns[2])
        assert set(found.tolist()) == expected
        assert not len(nothing)


def test_without_a_list_of_classes_the_names_among_the_values_are_classes(tmp_path: Path) -> None:
    content = b"data/a.wav\tp\ndata/b.wav\tmf\ndata/c.wav\ttracks/c.txt\ndata/d.wav\tnone\n"
    write(tmp_path, dynamics__metadata=content, dynamics__tracks__c=b"0,1\tff\n1,2\tp\n")
    labels, problems = read(tmp_path, *(f"{name}.wav" for name in "abcd"))
    assert not problems
    assert labels.task("dynamics") == Task("dynamics", "int", ("ff", "mf", "p"))
    assert values(labels, "a.wav", 0.0) == [[2.0]]
    assert values(labels, "b.wav", 0.0) == [[1.0]]
    assert values(labels, "c.wav", 0.5, 1.5) == [[0.0], [2.0]]
    assert np.isnan(values(labels, "d.wav", 0.0)).all()
    folder = tmp_path / "metadata" / "dynamics"
    write_labels(tmp_path, labels)
    assert (folder / "metadata.txt").read_bytes() == content
    assert not (folder / "classes.txt").exists()
    write_labels(
        tmp_path, Labels(labels.tasks, {"dynamics": {**labels.entries["dynamics"], "data/d.wav": whole_file(1)}})
    )
    assert (folder / "classes.txt").read_text(encoding="utf-8") == "ff\nmf\np\n"
    again, problems = read(tmp_path, *(f"{name}.wav" for name in "abcd"))
    assert not problems
    assert [values(again, f"{name}.wav", 0.0) for name in "abd"] == [[[2.0]], [[1.0]], [[1.0]]]


@pytest.mark.parametrize(
    ("first", "second"), [("p", "3"), ("C4", "A#3"), ("0,5", "0,7"), ("p", "gone.txt"), ("p", "p")]
)
def test_values_that_are_no_names_make_no_classes(tmp_path: Path, first: str, second: str) -> None:
    write(tmp_path, task__metadata=f"data/a.wav\t{first}\ndata/b.wav\t{second}\n")
    labels, problems = read(tmp_path, "a.wav", "b.wav")
    assert labels.task("task").classes == ()
    assert problems
