"""A project: what belongs to one piece of work, as a value, and as JSON. Qt-free.

A project names files and keeps none of them: sounds with their labels, trainings and instruments stay where they are.
What has no other place is in it: sets, the place on the pad, what was interrupted; and copies of labels. See
``docs/file-formats.md``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import Annotated, Any
from urllib.parse import unquote_to_bytes

import msgspec

from vschaos.errors import ControlError, VschaosError
from vschaos.performance.set_files import PerformanceSet, parse_set
from vschaos_studio.language import tr, translated
from vschaos_studio.state.kept_labels import KeptLabels, check_labels
from vschaos_studio.state.training_request import Request, ResumeRequest, TrainingRequest, sanitized_name

SUFFIX = ".vsproject"
FORMAT = "vschaos project"
VERSION = 1
UNTITLED = tr("Untitled")
MOST_ITEMS = 10_000
"""The most folders, instruments, trainings or exports that a file may name."""

MOST_FOLDERS = 50
"""Of sounds; those that were opened longest ago are forgotten."""

EMPTY_SET = b"{}"
_URL = "file://"
_OVERRIDE = re.compile(r"~?(data\.dataset|model)\.[A-Za-z0-9_.-]+(=[^\r\n]*)?")
"""What the Train page changes of a configuration; a file may ask for nothing else."""

Coordinate = Annotated[float, msgspec.Meta(ge=-1.0, le=1.0)]
Value = Annotated[float, msgspec.Meta(ge=-1e30, le=1e30)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Many = msgspec.Meta(max_length=MOST_ITEMS)


class ProjectError(VschaosError):
    """A project that cannot be read or written."""


class Work(Enum):
    """What became of a training or an export."""

    WAITING = "waiting"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    ENDED = "ended"


class Place(msgspec.Struct, frozen=True):
    """Where an instrument is played: all coordinates, and every other value that snapshots keep, by control id."""

    latent: Annotated[tuple[Coordinate, ...], msgspec.Meta(max_length=256)] = ()
    values: Annotated[dict[Name, Value], msgspec.Meta(max_length=4096)] = {}


class ProjectInstrument(msgspec.Struct, frozen=True):
    """An instrument that was played, where, and its set as a document of `vschaos.performance.set_files`."""

    file: Path
    name: Annotated[str, msgspec.Meta(max_length=200)] = ""
    place: Place = Place()
    set: msgspec.Raw = msgspec.Raw(EMPTY_SET)


class ProjectTraining(msgspec.Struct, frozen=True):
    """A training: the request that started it, new or continued; its run once it has one; how far it came, 0…1."""

    work: Work
    new: TrainingRequest | None = None
    continued: ResumeRequest | None = None
    run: Path | None = None
    fraction: Annotated[float, msgspec.Meta(ge=0.0, le=1.0)] = 0.0

    @classmethod
    def of(cls, request: Request, work: Work, run: str = "", fraction: float = 0.0) -> ProjectTraining:
        """The training of a request; ``run`` is its folder, empty before it has one."""
        folder, share = Path(run) if run else None, min(max(fraction, 0.0), 1.0)
        if isinstance(request, ResumeRequest):
            return cls(work, continued=request, run=request.run, fraction=share)
        return cls(work, new=request if isinstance(request, TrainingRequest) else None, run=folder, fraction=share)

    @property
    def request(self) -> TrainingRequest | ResumeRequest:
        """What was asked for."""
        request = self.new or self.continued
        assert request is not None, "checked where it is read"
        return request


class ProjectExport(msgspec.Struct, frozen=True):
    """An export: of which instrument, to ``folder/name``, with what on its card, at which rate; 0: its own."""

    work: Work
    instrument: Path
    folder: Path
    name: Name
    author: str = ""
    licence: str = ""
    notes: str = ""
    sample_rate_hz: Annotated[int, msgspec.Meta(ge=0, le=192_000)] = 0


class Project(msgspec.Struct, frozen=True):
    """Everything that a project holds.

    Attributes
    ----------
    sounds
        Folders of sounds, the one that was opened last first.
    sounds_closed
        Whether that was closed again.
    labels
        Copies of the labels of some of the folders.
    searching_pitch
        Whether the extraction of pitch was at work on them.
    instruments
        Those that were played; the last one first.
    page
        The page that was shown.
    """

    format: str = FORMAT
    version: int = VERSION
    page: str = ""
    sounds: Annotated[tuple[Path, ...], Many] = ()
    sounds_closed: bool = False
    labels: Annotated[tuple[KeptLabels, ...], Many] = ()
    searching_pitch: bool = False
    instruments: Annotated[tuple[ProjectInstrument, ...], Many] = ()
    trainings: Annotated[tuple[ProjectTraining, ...], Many] = ()
    exports: Annotated[tuple[ProjectExport, ...], Many] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done in it yet: an instrument may have been listened to."""
        made = any(set_in(bytes(one.set), Path()) != PerformanceSet() for one in self.instruments)
        return not (self.sounds or self.trainings or self.exports or made)

    @property
    def open_sounds(self) -> Path | None:
        """The folder of sounds that is open; None: none."""
        return self.sounds[0] if self.sounds and not self.sounds_closed else None

    def with_sounds(self, folder: Path, *, instead_of: Path | None = None) -> Project:
        """The project with this folder of sounds open; ``instead_of``: where it was before it was moved."""
        others = [one for one in self.sounds if one not in (folder, instead_of)]
        kept = [msgspec.structs.replace(one, folder=folder) if one.folder == instead_of else one for one in self.labels]
        return msgspec.structs.replace(
            self, sounds=(folder, *others)[:MOST_FOLDERS], sounds_closed=False, labels=tuple(kept)
        )

    def without_sounds(self, folders: Collection[Path]) -> Project:
        """The project without some folders, and what it knows of them."""
        closed = self.sounds_closed or self.open_sounds in folders
        sounds = tuple(one for one in self.sounds if one not in folders)
        labels = tuple(one for one in self.labels if one.folder not in folders)
        return msgspec.structs.replace(self, sounds=sounds, sounds_closed=closed and bool(sounds), labels=labels)

    def with_labels(self, folder: Path, kept: KeptLabels | None) -> Project:
        """The project with a copy of the labels of a folder in place of the one before; None: with none."""
        others = tuple(one for one in self.labels if one.folder != folder)
        return msgspec.structs.replace(self, labels=others if kept is None else (*others, kept))

    def instrument(self, file: Path) -> ProjectInstrument | None:
        """The instrument of this file; None where it was not played here."""
        return next((one for one in self.instruments if one.file == file), None)

    def playing(self, instrument: ProjectInstrument) -> Project:
        """The project with this instrument first."""
        others = [one for one in self.instruments if one.file != instrument.file]
        return msgspec.structs.replace(self, instruments=(instrument, *others[: MOST_ITEMS - 1]))

    def with_set(self, file: Path, document: bytes) -> Project:
        """The project with another set of an instrument that was played here."""
        raw = msgspec.Raw(document)
        changed = [msgspec.structs.replace(one, set=raw) if one.file == file else one for one in self.instruments]
        return msgspec.structs.replace(self, instruments=tuple(changed))

    def interrupted(self) -> Project:
        """The project after the program has ended: what ran was interrupted."""
        return msgspec.structs.replace(
            self,
            trainings=tuple([_interrupted(one) for one in self.trainings]),
            exports=tuple([_interrupted(one) for one in self.exports]),
        )


def format_project(project: Project, folder: Path) -> bytes:
    """A project as it stands in its file, which lies in ``folder``."""
    return msgspec.json.encode(project, enc_hook=lambda value: _file_fields(value, folder)) + b"\n"


def parse_project(content: bytes, path: Path) -> Project:
    """The project that the bytes of the file ``path`` hold.

    Raises
    ------
    ProjectError
        If they hold none, or one of a newer program.
    """
    if not content:
        return Project()  # a name that was reserved by a program that died
    try:
        header = msgspec.json.decode(content, type=_Header)
        if header.format != FORMAT:
            raise ValueError("it does not say that it is one")
        if header.version > VERSION:
            raise ProjectError(
                tr("“{file}” was saved by a newer version of vschaos studio.", file=path.name),
                tr("Update the program."),
            )
        project = msgspec.json.decode(content, type=Project, dec_hook=lambda kind, value: _file(kind, value, path))
        for one in project.trainings:
            _check_training(one)
        for one in project.instruments:
            set_in(bytes(one.set), path)
        for one in project.labels:
            check_labels(one)
    except (ValueError, RecursionError, ControlError) as error:
        sentence = tr("“{file}” cannot be opened as a project: it is damaged, or something else.", file=path.name)
        if isinstance(error, ControlError):
            reason = translated(error.sentence)
            sentence = tr("“{file}” cannot be opened as a project: {reason}", file=path.name, reason=reason)
        raise ProjectError(sentence, tr("Choose another project.")) from error
    return project


def set_in(document: bytes, path: Path) -> PerformanceSet:
    """The set that a document holds; an empty one has nothing in it.

    Raises
    ------
    ControlError
        If it holds no set; the sentence names ``path``.
    """
    return PerformanceSet() if document.strip() == EMPTY_SET else parse_set(document, path.name)


class _Header(msgspec.Struct):
    format: str
    version: Annotated[int, msgspec.Meta(ge=1)]


def _interrupted(one: Any) -> Any:
    return msgspec.structs.replace(one, work=Work.INTERRUPTED) if one.work is Work.RUNNING else one


def _check_training(one: ProjectTraining) -> None:
    request = one.new or one.continued
    if request is None or (one.new is not None and one.continued is not None):
        raise ValueError("a training says what it is, once")
    if not request.name or sanitized_name(request.name) != request.name or not 0 <= request.minutes <= 1_000_000:
        raise ValueError("a training has a name and a time that cannot be")
    if isinstance(request, TrainingRequest):
        if not re.fullmatch(r"[A-Za-z0-9_]+", request.configuration):
            raise ValueError("a training has a configuration that cannot be")
        if not all(map(_OVERRIDE.fullmatch, request.overrides)):
            raise ValueError("a training changes what a project may not change")
    elif request.version < 0:
        raise ValueError("a run has a version that cannot be")


def _file_fields(value: object, folder: Path) -> dict[str, str]:
    """A file by its whole path, and from the project's folder where it lies in there."""
    if not isinstance(value, Path):
        raise NotImplementedError(type(value).__name__)
    value = value.absolute()
    fields = {"path": _text(value)}
    if value != folder and value.is_relative_to(folder):
        beside = value.relative_to(folder).as_posix()
        if _is_text(beside):
            fields["beside"] = beside
    return fields


def _file(kind: type, value: Any, path: Path) -> Path:
    """The file beside the project, if it is there; else where it was."""
    if kind is not Path:
        raise NotImplementedError(kind.__name__)
    fields = msgspec.convert(value, _FileFields)
    # From bytes only where it is no text: a path that a person wrote in is read as it stands.
    text = fields.path
    named = Path(os.fsdecode(unquote_to_bytes(text.removeprefix(_URL)))) if text.startswith(_URL) else Path(text)
    inside = PurePosixPath(fields.beside)
    if "\0" in text + str(named) + fields.beside or inside.is_absolute():
        raise ValueError("a path that cannot be")
    beside = path.parent / inside
    return beside if fields.beside and os.path.lexists(beside) else path.parent / named


class _FileFields(msgspec.Struct):
    path: Annotated[str, msgspec.Meta(min_length=1, max_length=32_768)]
    beside: Annotated[str, msgspec.Meta(max_length=32_768)] = ""


def _text(path: Path) -> str:
    """A path as text; one whose bytes are none, as an address with those bytes."""
    return str(path) if _is_text(str(path)) else path.as_uri()


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
