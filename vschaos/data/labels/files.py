"""Labels as a dataset's folder holds them. Torch-free; `vschaos.data.labels.writing` writes them.

::

    metadata/<task>/metadata.txt    a line a sound:  data/.../a.wav<TAB>value   or   data/.../a.wav<TAB>tracks/a.txt
                    classes.txt     the names of the classes, one a line, class 0 first; optional
                    tracks/a.txt    a line a stretch:  onset,offset<TAB>value  (seconds)

A value is a number, a class's name (where there is no ``classes.txt``, and no number among the values, their names are
the classes, sorted), or ``none`` or ``nan``, which means unlabelled, as is every sound without a line. Lines find their
sounds by name, never by order. A line that cannot be used is a `LabelProblem`, and the others are read. In a plain
folder, without ``data/``, ``metadata/`` lies beside the sounds, and lines name them from there. The original names
tracks without ``tracks/``, writes one stretch in many frames, and numbers the lines of ``classes.txt``: all of this is
read, and is written in the form above.
"""

from __future__ import annotations

import functools
import math
import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from vschaos.configs.schema import MAX_CLASSES
from vschaos.data.labels.classes import classes_of_values, parse_class_names
from vschaos.data.labels.folder_classes import labels_from_folders
from vschaos.data.labels.model import LabelEntry, LabelKind, Labels, Span, Task
from vschaos.data.labels.problems import LabelProblem, summarised
from vschaos.data.labels.tracks import NUMBER, parse_track
from vschaos.errors import DatasetError
from vschaos.files import read_file

Parser = Literal["read_single_metadata", "read_multi_metadata", "read_folder_names"]
"""Whether ``metadata.txt`` gives each sound a value, or a file of ``tracks/``; or no file does, but its folder."""
_LARGEST_BYTES = 64 << 20
_UNLABELLED = ("none", "nan")


@dataclass(frozen=True)
class Wanted:
    """A task to read; what its configuration leaves open (None) is inferred from its files.

    Without a parser each line may be of either form. Without a kind, one value with a decimal point makes it float.
    """

    name: str
    parser: Parser | None = None
    kind: LabelKind | None = None


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
        Names of the sounds in use, as a scan gives them. Lines on other existing files are left out.

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
                f"The configuration needs labels for “{item.name}”, but the folder “{root}” {have}.",
                f"Write metadata/{item.name}/metadata.txt, or choose a configuration that does not need it; where "
                f"subfolders are the classes, set data.dataset.metadata_callbacks.{item.name}.name=read_folder_names.",
            )
        reader = TaskReader(root, item, sounds)
        entries[item.name] = reader.read()
        tasks.append(Task(item.name, reader.kind, tuple(reader.classes)))
        problems += reader.problems()
    return Labels(tuple(tasks), entries), tuple(problems)


@dataclass(frozen=True)
class _Line:
    """A value as text, and where it is."""

    file: str
    number: int
    sound: str
    text: str
    onset_s: float = 0.0
    offset_s: float = math.inf


class TaskReader:
    """Reads the folder of one task; a problem costs no more than its line."""

    def __init__(self, root: Path, wanted: Wanted, sounds: Collection[str]) -> None:
        self.kind: LabelKind = wanted.kind or "int"
        self.classes: list[str] = []
        self._root = root
        self._folder = root / "metadata" / wanted.name
        self._wanted = wanted
        self._sounds = {_comparable(name): name for name in sounds}
        self._problems: dict[LabelProblem, None] = {}
        self._numbers: dict[str, int] = {}
        self._labels_read = 0

    def problems(self) -> list[LabelProblem]:
        """What was not understood, in few sentences; one where nothing was."""
        return summarised(self._wanted.name, list(self._problems), self._labels_read)

    @property
    def problem_count(self) -> int:
        """How much was not understood."""
        return len(self._problems)

    def read(self) -> dict[str, LabelEntry]:
        """The entries in the order of the file; sets `kind` and `classes`."""
        classes_file = (self._folder / "classes.txt").exists()
        if classes_file:
            self._read_classes()
        lines_of: dict[str, list[_Line]] = {}
        tracks: dict[str, str] = {}
        for line in self._sound_lines():
            if line.sound in lines_of:
                self._report(line.file, line.number, "The sound appears twice; its first line counts.", "Remove one.")
            elif track := self._track_name(line.text):
                tracks[line.sound] = track
                lines_of[line.sound] = self._track(track, line.sound)
            elif self._promises_track(line.text):
                lines_of[line.sound] = []
                sentence = f"The folder metadata/{self._wanted.name} has no file “{_short(line.text)}”."
                remedy = "Name a file of tracks/."
                if self._wanted.parser:
                    remedy += f" Or remove data.dataset.metadata_callbacks.{self._wanted.name}.name to read values."
                self._report(line.file, line.number, sentence, remedy)
            else:
                lines_of[line.sound] = [line]
        values = [line.text for lines in lines_of.values() for line in lines if line.text.lower() not in _UNLABELLED]
        if not classes_file and self.kind == "int":
            self.classes = classes_of_values(values)
            self._numbers = {name: place for place, name in enumerate(self.classes)}
        numbers = [text for text in values if NUMBER.fullmatch(text)]
        if self._wanted.kind is None and not self.classes and _are_quantities(numbers):
            self.kind = "float"
        return {
            sound: LabelEntry(
                tuple(Span(line.onset_s, line.offset_s, self._value(line)) for line in lines), tracks.get(sound, "")
            )
            for sound, lines in lines_of.items()
        }

    def others(self) -> list[tuple[str, bool]]:
        """The lines of ``metadata.txt`` on other sounds than those in use, and whether those exist."""
        named = [(text, self._named(text)[0]) for _, text in self._lines("metadata.txt")]
        return [(text, _exists(self._root / name)) for text, name in named if name and name not in self._sounds]

    def _named(self, line: str) -> tuple[str, str]:
        """The sound of a line, and its value; spaces belong to a name only where there is such a sound."""
        name, _, value = line.rpartition("\t")
        name = _comparable(name)
        if name not in self._sounds and (name := _comparable(name.strip())) and name not in self._sounds:
            # Some programs write names from the disk's root on, or by way of other folders.
            name = posixpath.normpath(name.removeprefix(f"{self._root.absolute().as_posix()}/"))
        return name, value.strip()

    def _read_classes(self) -> None:
        file = "classes.txt"
        read = parse_class_names((number, text.strip()) for number, text in self._lines(file))
        self.classes = read.names
        for place, name in reversed(tuple(enumerate(read.names))):
            self._numbers[name] = place
        for number, sentence, remedy in read.problems:
            self._report(file, number, sentence, remedy)

    def _sound_lines(self) -> Iterator[_Line]:
        """The lines of ``metadata.txt`` for sounds in use."""
        file = "metadata.txt"
        for number, text in self._lines(file):
            name, value = self._named(text)
            if not name:
                sentence = f"“{_short(text)}” is not a sound, a tab and a value."
                self._report(file, number, sentence, "Write data/SOUND, a tab and the value, or none for unlabelled.")
            elif name in self._sounds:
                yield _Line(file, number, self._sounds[name], value)
            elif name.startswith(("/", "../")) or not _exists(self._root / name):
                sentence = f"The sound “{_short(name)}” does not exist."
                self._report(file, number, sentence, "Correct the name; it is relative to the dataset's folder.")

    def _track_name(self, text: str) -> str:
        """The file below the task's folder that a line names, with or without ``tracks/``; empty: it is a value."""
        text = text.replace("\\", "/")
        path = PurePosixPath(text)
        if self._wanted.parser == "read_single_metadata" or path.is_absolute() or ".." in path.parts:
            return ""
        if path.suffix.lower() != ".txt" and len(path.parts) == 1 and text not in self._track_files:
            return ""  # of thousands of values, none is looked for on the disk
        # Other systems write other accents.
        for form in dict.fromkeys((str(path), *(unicodedata.normalize(form, str(path)) for form in ("NFC", "NFD")))):
            for name in (f"tracks/{form}", form):
                if _exists(self._folder / name) and not (self._folder / name).is_dir():
                    return name
        return ""

    @functools.cached_property
    def _track_files(self) -> frozenset[str]:
        """What lies directly in ``tracks/``."""
        try:
            return frozenset(path.name for path in (self._folder / "tracks").iterdir())
        except OSError:
            return frozenset()

    def _promises_track(self, text: str) -> bool:
        """Whether a line that names no file should name one."""
        if self._wanted.parser == "read_multi_metadata":
            return text.lower() not in _UNLABELLED
        return self._wanted.parser is None and text.lower().endswith(".txt") and text not in self._numbers

    def _track(self, path: str, sound: str) -> list[_Line]:
        """The stretches of a file in ``tracks/``, ordered by onset."""
        read = parse_track(self._lines(path), self._canonical)
        for number, sentence, remedy in read.problems:
            self._report(path, number, sentence, remedy)
        return [
            _Line(path, number, sound, value, onset_s, offset_s) for onset_s, offset_s, number, value in read.stretches
        ]

    def _canonical(self, text: str) -> str:
        """A value's text as it is compared: “none” and “nan” are one, a name is its class's number."""
        if text.lower() in _UNLABELLED:
            return "none"
        return text if text.isdecimal() or self._wanted.kind == "float" else str(self._numbers.get(text, text))

    def _value(self, line: _Line) -> float | None:
        text = line.text
        if text.lower() in _UNLABELLED:
            return None
        self._labels_read += 1
        value = float(text) if NUMBER.fullmatch(text) else math.nan
        if self.kind == "int" and text in self._numbers and not 0 <= value < len(self.classes):
            return float(self._numbers[text])
        remedy = "Write a number, or none for unlabelled."
        if not math.isfinite(value):
            sentence = f"“{_short(text)}” is not a number."
            if re.fullmatch(r"[+-]?\d+,\d+", text):
                remedy = f"Write a decimal point: {text.replace(',', '.')}."
            elif text.lower().endswith(".txt"):
                sentence = f"“{_short(text)}” names a track, and read_single_metadata reads single values."
                remedy = f"Remove data.dataset.metadata_callbacks.{self._wanted.name}.name to read both."
            elif text and self.kind == "int":
                sentence = f"“{_short(text)}” is neither a number nor a class of classes.txt."
                remedy = "Write a number, none, or list the name in classes.txt."
        elif self.kind == "float":
            return value
        elif not value.is_integer():
            sentence = f"{text} is not a whole number, but the task has the type int."
            remedy = f"Round it, or set data.dataset.metadata_callbacks.{self._wanted.name}.type=float."
        elif not 0 <= value < (len(self.classes) or MAX_CLASSES):
            last = (len(self.classes) or MAX_CLASSES) - 1
            sentence = f"Class {_short(text)} does not exist: " + (
                f"they are 0 to {last:,}{'' if self.classes else ' at most'}." if value >= 0 else "they count from 0."
            )
        else:
            return value
        self._report(line.file, line.number, sentence, remedy)
        self._labels_read -= 1
        return None

    def _lines(self, name: str) -> Iterator[tuple[int, str]]:
        """The lines of a file of the task that are not blank, with their numbers from 1."""
        try:
            text = read_file(self._folder / name, _LARGEST_BYTES).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            why = "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
            if name == "metadata.txt":
                where = f"“{self._folder / name}”"
                raise DatasetError(f"{where} cannot be read: {why}.", "Save it as UTF-8 text.") from error
            self._report(name, 0, f"It cannot be read: {why}.", "Save it as UTF-8 text.")
            return
        for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1):
            if line.strip():
                yield number, line.rstrip()

    def _report(self, file: str, line: int, sentence: str, remedy: str) -> None:
        self._problems[LabelProblem(f"metadata/{self._wanted.name}/{file}", line, sentence, remedy)] = None


def _are_quantities(numbers: Sequence[str]) -> bool:
    """Whether numbers measure something: one has a decimal point, or most are larger than classes can be many."""
    if any(set(".eE") & set(text) for text in numbers):
        return True
    return 2 * sum(float(text) >= MAX_CLASSES for text in numbers) > len(numbers)


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
