"""Labels as a dataset's folder holds them, read and written. Torch-free.

::

    metadata/<task>/metadata.txt    a line a sound:  data/.../a.wav<TAB>value   or   data/.../a.wav<TAB>tracks/a.txt
                    classes.txt     the names of the classes, one a line, class 0 first; optional
                    tracks/a.txt    a line a stretch:  onset,offset<TAB>value  (seconds)

A value is a number, a class's name or ``none``, which is: unlabelled, as every sound that no line speaks of. Lines
find their sounds by name, never by order. A line that makes no sense is a `LabelProblem`, and the others are read.
In a plain folder, without ``data/``, ``metadata/`` lies beside the sounds, and lines name them from there.
"""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from vschaos.data.folder_classes import labels_from_folders
from vschaos.data.labels import Entry, Kind, Labels, Span, Task, whole_file
from vschaos.data.layout import make_labels_folder
from vschaos.errors import DatasetError
from vschaos.files import replacing

Parser = Literal["read_single_metadata", "read_multi_metadata", "read_folder_names"]
"""Whether ``metadata.txt`` gives each sound a value, or a file of ``tracks/``; or no file does, but its folder."""

_OVERLAP_S = 1e-3
"""Stretches may overlap this far: onsets and offsets are rounded."""
_TOLD_A_FILE = 10
"""More problems than this in one file are told of in one sentence."""
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Wanted:
    """A task to read; what its configuration leaves open (None) is inferred from its files.

    Without a parser each line may be of either form. Without a kind, one value with a decimal point makes it float.
    """

    name: str
    parser: Parser | None = None
    kind: Kind | None = None


@dataclass(frozen=True)
class LabelProblem:
    """A line that says nothing to us, or a whole file (line 0); ``file`` is its name below the dataset's folder."""

    file: str
    line: int
    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}{f', line {self.line}' if self.line else ''}: {self.sentence}"


def task_names(root: Path) -> tuple[str, ...]:
    """The tasks that a folder has labels for, by name; none for a plain folder of sounds."""
    return tuple(sorted(path.parent.name for path in root.glob("metadata/*/metadata.txt")))


def read_labels(
    root: Path, wanted: Sequence[Wanted] | None, sounds: Collection[str]
) -> tuple[Labels, tuple[LabelProblem, ...]]:
    """Read the labels of a dataset's sounds.

    Parameters
    ----------
    root
        The dataset's folder.
    wanted
        The tasks, in the order of the columns; None: all that there are.
    sounds
        Names of the sounds in use, as a scan gives them. What is said of other existing files is left out.

    Returns
    -------
    tuple
        The labels, and what could not be read.

    Raises
    ------
    DatasetError
        If a wanted task is missing, its ``metadata.txt`` is not text that can be read, or its classes are to be
        folders and there are fewer than two.
    """
    present = task_names(root) if wanted is None or wanted else ()
    tasks, entries, problems = [], {}, []
    for item in [Wanted(name) for name in present] if wanted is None else wanted:
        if item.parser == "read_folder_names":
            task, entries[item.name] = labels_from_folders(sounds, item.name)
            tasks.append(task)
            continue
        if item.name not in present:
            have = f"has labels for {', '.join(present)} only" if present else "has no labels"
            raise DatasetError(
                f"“{item.name}” is to be learnt, and the folder “{root}” {have}.",
                f"Write metadata/{item.name}/metadata.txt, or choose a configuration that does without it; where "
                f"subfolders are the classes, set data.dataset.metadata_callbacks.{item.name}.name=read_folder_names.",
            )
        reader = _Reader(root, item, sounds)
        entries[item.name] = reader.read()
        tasks.append(Task(item.name, reader.kind, tuple(reader.classes)))
        problems += reader.problems()
    return Labels(tuple(tasks), entries), tuple(problems)


@dataclass(frozen=True)
class _Line:
    """A value still in words, and where it stands."""

    file: str
    number: int
    sound: str
    text: str
    onset_s: float = 0.0
    offset_s: float = math.inf


class _Reader:
    """Reads the folder of one task; a problem costs no more than its line."""

    def __init__(self, root: Path, wanted: Wanted, sounds: Collection[str]) -> None:
        self.kind: Kind = wanted.kind or "int"
        self.classes: list[str] = []
        self._root = root
        self._folder = root / "metadata" / wanted.name
        self._wanted = wanted
        self._sounds = {_comparable(name): name for name in sounds}
        self._problems: dict[LabelProblem, None] = {}

    def problems(self) -> list[LabelProblem]:
        """What was not understood, each once, and of each file the first few."""
        shown = []
        files = Counter(problem.file for problem in self._problems)
        for file, count in files.items():
            here = [problem for problem in self._problems if problem.file == file]
            shown += sorted(here, key=lambda problem: problem.line)[:_TOLD_A_FILE]
            if count > _TOLD_A_FILE:
                sentence = f"{count - _TOLD_A_FILE} more of its lines cannot be used."
                shown.append(LabelProblem(file, 0, sentence, "Correct the first ones, then look again."))
        return shown

    @property
    def problem_count(self) -> int:
        """How much was not understood."""
        return len(self._problems)

    def read(self) -> dict[str, Entry]:
        """The entries in the order of the file; sets `kind` and `classes`."""
        if (self._folder / "classes.txt").exists():
            self._read_classes()
        words: dict[str, list[_Line]] = {}
        tracks: dict[str, str] = {}
        for line in self._sound_lines():
            if line.sound in words:
                self._tell(line.file, line.number, "The sound is there twice; its first line counts.", "Remove one.")
            elif self._is_track(line.text):
                tracks[line.sound] = line.text
                words[line.sound] = self._track(line)
            else:
                words[line.sound] = [line]
        numbers = [line.text for lines in words.values() for line in lines if _NUMBER.fullmatch(line.text)]
        if self._wanted.kind is None and not self.classes and any(set(".eE") & set(text) for text in numbers):
            self.kind = "float"
        return {
            sound: Entry(
                tuple(Span(line.onset_s, line.offset_s, self._value(line)) for line in lines), tracks.get(sound, "")
            )
            for sound, lines in words.items()
        }

    def others(self) -> list[tuple[str, bool]]:
        """The lines of ``metadata.txt`` on other sounds than those in use, and whether those exist."""
        named = [(text, _comparable(text.rpartition("\t")[0].strip())) for _, text in self._lines("metadata.txt")]
        return [(text, _exists(self._root / name)) for text, name in named if name and name not in self._sounds]

    def _read_classes(self) -> None:
        file = "classes.txt"
        for number, text in self._lines(file):
            if text in self.classes:
                self._tell(file, number, f"The class “{_short(text)}” is there twice.", "Give each class its own name.")
            if _NUMBER.fullmatch(text) and text != str(len(self.classes)):
                self._tell(
                    *(file, number, f"Class {len(self.classes)} is named by another number, {_short(text)}."),
                    "Numbers in metadata.txt count classes from 0: name classes by words, or remove classes.txt.",
                )
            self.classes.append(text)

    def _sound_lines(self) -> Iterator[_Line]:
        """The lines of ``metadata.txt`` that speak of sounds in use."""
        file = "metadata.txt"
        for number, text in self._lines(file):
            name, _, value = (part.strip() for part in text.rpartition("\t"))
            name = _comparable(name)
            if not name:
                sentence = f"“{_short(text)}” is not a sound and its value with a tab between them."
                self._tell(file, number, sentence, "Write data/SOUND, a tab and the value; none: unlabelled.")
            elif name in self._sounds:
                yield _Line(file, number, self._sounds[name], value)
            elif not _exists(self._root / name):
                sentence = f"There is no sound “{_short(name)}”."
                self._tell(file, number, sentence, "Correct the name, as seen from the dataset's folder.")

    def _is_track(self, text: str) -> bool:
        if self._wanted.parser is None:
            return text.lower().endswith(".txt")
        return self._wanted.parser == "read_multi_metadata" and text.lower() != "none"

    def _track(self, named: _Line) -> list[_Line]:
        """The stretches of a file in ``tracks/``, ordered by onset."""
        path = PurePosixPath(named.text.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or not _exists(self._folder / path):
            sentence = f"There is no file “{_short(named.text)}” in metadata/{self._wanted.name}."
            remedy = "Name a file of tracks/, or read the task by read_single_metadata if these are values."
            self._tell(named.file, named.number, sentence, remedy)
            return []
        lines = []
        for number, text in self._lines(str(path)):
            times, _, value = text.rpartition("\t")
            numbers = [part.strip() for part in times.split(",")]
            if len(numbers) != 2 or not all(map(_NUMBER.fullmatch, numbers)):
                sentence = f"“{_short(text)}” is not onset,offset, a tab and a value."
                self._tell(str(path), number, sentence, "Write seconds with decimal points, as in 0.5,1.25.")
                continue
            onset_s, offset_s = map(float, numbers)
            if onset_s < offset_s:
                lines.append(_Line(str(path), number, named.sound, value.strip(), onset_s, offset_s))
            else:
                sentence = f"The stretch ends at {numbers[1]} s, not after its beginning at {numbers[0]} s."
                self._tell(str(path), number, sentence, "Write the earlier time first.")
        lines.sort(key=lambda line: line.onset_s)
        for before, line in itertools.pairwise(lines):
            if line.onset_s < before.offset_s - _OVERLAP_S:
                sentence = f"The stretch begins at {line.onset_s} s, inside of another; the later one counts there."
                self._tell(line.file, line.number, sentence, "Let each stretch end where the next begins.")
        return lines

    def _value(self, line: _Line) -> float | None:
        text = line.text
        if text.lower() == "none":
            return None
        if text in self.classes and self.kind == "int" and not _NUMBER.fullmatch(text):
            return float(self.classes.index(text))
        value = float(text) if _NUMBER.fullmatch(text) else math.nan
        remedy = "Write a number, or none: unlabelled."
        if not math.isfinite(value):
            sentence = f"“{_short(text)}” is no number."
            if re.fullmatch(r"[+-]?\d+,\d+", text):
                remedy = f"Write a decimal point: {text.replace(',', '.')}."
            elif text and self.kind == "int":
                sentence = f"“{_short(text)}” is neither a number nor a class of classes.txt."
                remedy = "Write a number, none, or list the name in classes.txt."
        elif self.kind == "float":
            return value
        elif not value.is_integer():
            sentence = f"{text} is no whole number, and the task is of type int."
            remedy = f"Round it, or set data.dataset.metadata_callbacks.{self._wanted.name}.type=float."
        elif value < 0 or (self.classes and value >= len(self.classes)):
            sentence = f"There is no class {text}: " + (
                f"they are 0 to {len(self.classes) - 1}." if self.classes else "they count from 0."
            )
        else:
            return value
        self._tell(line.file, line.number, sentence, remedy)
        return None

    def _lines(self, name: str) -> Iterator[tuple[int, str]]:
        """The lines of a file of the task that are not blank, with their numbers from 1."""
        try:
            text = (self._folder / name).read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            why = "it is no text in UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
            if name == "metadata.txt":
                where = f"“{self._folder / name}”"
                raise DatasetError(f"{where} cannot be read: {why}.", "Save it as text in UTF-8.") from error
            self._tell(name, 0, f"It cannot be read: {why}.", "Save it as text in UTF-8.")
            return
        for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
            if line.strip():
                yield number, line.strip()

    def _tell(self, file: str, line: int, sentence: str, remedy: str) -> None:
        self._problems[LabelProblem(f"metadata/{self._wanted.name}/{file}", line, sentence, remedy)] = None


def write_labels(root: Path, labels: Labels) -> None:
    """Write the tasks of some labels in a dataset's folder, in place of what it had for them; others stay.

    Files that say just this already are left as they are, to the byte. Lines on sounds that are not in the folder at
    this time stay as well: they may come back. Numbers are written in the shortest form that reads back the same. An
    entry whose value changes goes to its ``track``, or where it has none, to ``tracks/metadata_fileN.txt``, N being
    its line.

    Raises
    ------
    DatasetError
        If the folder cannot be written, or a sound's name holds a tab or a line's end.
    """
    for task in labels.tasks:
        entries = labels.entries.get(task.name, {})
        for sound in entries:
            if re.search(r"[\t\r\n]", sound):
                raise DatasetError(f"“{sound}” cannot be labelled: its name holds a tab or a line's end.", "Rename it.")
        written, absent = _present(root, task, entries)
        if written:
            continue
        folder = root / "metadata" / task.name
        try:
            make_labels_folder(root)
            folder.mkdir(exist_ok=True)
            _write_task(folder, task, entries, absent)
        except OSError as error:
            raise DatasetError(
                f"The labels could not be written in “{folder}”: {error.strerror or error}.",
                "Free some space, or change the folder's permissions.",
            ) from error


def _present(root: Path, task: Task, entries: Mapping[str, Entry]) -> tuple[bool, list[str]]:
    """Whether the files of a task say this and nothing else of sounds that are there, and the lines on absent ones."""
    if task.name not in task_names(root):
        return False, []
    reader = _Reader(root, Wanted(task.name, kind=task.kind), entries)
    try:
        present = reader.read()
        others = reader.others()
    except DatasetError:  # no text: there is nothing to keep
        return False, []
    absent = [line for line, exists in others if not exists]
    same = list(present.items()) == list(entries.items()) and tuple(reader.classes) == task.classes
    return same and len(absent) == len(others) == reader.problem_count, absent


def _write_task(folder: Path, task: Task, entries: Mapping[str, Entry], more: Sequence[str]) -> None:
    lines = []
    for number, (sound, entry) in enumerate(entries.items(), start=1):
        if not entry.track and entry == whole_file(entry.spans[0].value if entry.spans else None):
            lines.append(f"{sound}\t{_written(entry.spans[0].value, task.kind)}")
            continue
        track = entry.track or f"tracks/metadata_file{number}.txt"
        spans = [f"{span.onset_s!r},{span.offset_s!r}\t{_written(span.value, task.kind)}" for span in entry.spans]
        (folder / track).parent.mkdir(parents=True, exist_ok=True)
        _write_lines(folder / track, spans)
        lines.append(f"{sound}\t{track}")
    if task.classes:
        _write_lines(folder / "classes.txt", task.classes)
    _write_lines(folder / "metadata.txt", [*lines, *more])


def _write_lines(path: Path, lines: Sequence[str]) -> None:
    with replacing(path) as file:
        file.write("".join(f"{line}\n" for line in lines).encode())


def _written(value: float | None, kind: Kind) -> str:
    if value is None:
        return "none"
    return str(int(value)) if kind == "int" else repr(float(value))


def _comparable(name: str) -> str:
    """A sound's name as one form: other systems write other slashes and other accents."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than any file's
        return False


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"
