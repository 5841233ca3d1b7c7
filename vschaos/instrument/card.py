"""The card of an instrument: what a person wants to know of it before playing, and what a program must know.

Torch-free. It is the file ``card.json`` inside ``NAME.vschaos``; see ``docs/file-formats.md``.
"""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any

from vschaos.errors import InstrumentError
from vschaos.instrument.closeness import AUDIBLE_DB, closeness
from vschaos.performance.controls import Label, Playable
from vschaos.printable import printable
from vschaos.untrusted import format_json, parse_json

FORMAT_VERSION = 2
"""Raised when a change makes new instruments unreadable for older programs."""

MAX_LATENT_DIMS = 256
MAX_FFT = 32768
MAX_CLASSES = 4096
MAX_QUANTITY = 3.4e38
"""Of a label that is a number: what the network's floats hold."""
MAX_LABEL_NAME = 64
MAX_TEXT = 100_000
"""Characters of a text for people, such as the description."""
PLAYED_DB = -20.0
"""RMS at which the median of an instrument's sounds is played, in dBFS."""
LEAST_MAKE_UP_DB, MOST_MAKE_UP_DB = -12.0, 60.0
QUIETEST_DB, LOUDEST_DB = -200.0, 60.0


@dataclass(frozen=True)
class TrainingFacts:
    """How the instrument came to be; all of it informative.

    ``error_db`` is the held-out error over the bins that are at most ``error_within_db`` below their frame's peak; None
    for the latter: over all bins, as instruments of early versions have it. ``started_from`` is the name of the
    instrument as which the network began; empty where it began at random.
    """

    configuration: str = ""
    steps: int = 0
    audio_s: float = 0.0
    files: int = 0
    error_db: float | None = None
    error_within_db: float | None = None
    label_accuracy: float | None = None
    active_dims: int | None = None
    created: str = ""
    started_from: str = ""

    @property
    def closeness(self) -> str:
        """What the error means, in words; empty where there is none, or one of an early version."""
        if self.error_db is None or self.error_within_db != AUDIBLE_DB:
            return ""
        return closeness(self.error_db)


@dataclass(frozen=True)
class LabelCard:
    """A label that conditions the instrument, or that it predicts, or both.

    Attributes
    ----------
    name
        Of the task.
    kind
        ``int`` for one of several classes, ``float`` for a quantity.
    dim
        Number of classes; 1 for a quantity.
    classes
        Their names, by number; empty where they have none.
    low, high
        The range that was learned: the smallest and largest quantity, the first and last class that any sound has,
        transposed ones included.
    default
        Where playing starts: the label of the sound at the start; before one is chosen, what is common.
    predicted
        Whether the instrument finds the label out from sound.
    conditions
        The networks that it conditions: ``encoder``, ``decoder`` or both.
    learned
        The classes that were learned, where some between ``low`` and ``high`` were not; else empty.
    """

    name: str
    kind: str
    dim: int = 1
    classes: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0
    default: float = 0.0
    predicted: bool = False
    conditions: tuple[str, ...] = ()
    learned: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        fits = (
            isinstance(self.name, str)
            and 0 < len(self.name) <= MAX_LABEL_NAME
            and printable(self.name) == self.name
            and self.kind in ("int", "float")
            and type(self.dim) is int
            and 1 <= self.dim <= MAX_CLASSES
            and (not self.classes or len(self.classes) == self.dim)
            and all(
                type(value) in (int, float) and abs(value) <= MAX_QUANTITY
                for value in (self.low, self.high, self.default)
            )
            and self.low <= self.default <= self.high
            and (self.kind == "float" or 0 <= self.low <= self.high <= self.dim - 1)
            and set(self.conditions) <= {"encoder", "decoder"}
            and type(self.predicted) is bool
            and all(type(number) is int and self.low <= number <= self.high for number in self.learned)
        )
        if not fits:
            raise InstrumentError(f"The instrument's card describes its label “{self.name}” with impossible values.")

    @property
    def classes_learned(self) -> tuple[int, ...]:
        """The classes that some sound of the training had; none for a quantity."""
        everything = range(round(self.low), round(self.high) + 1) if self.kind == "int" else ()
        return self.learned or tuple(everything)


@dataclass(frozen=True)
class Card:
    """Name, rights and dimensions of an instrument.

    Attributes
    ----------
    name, author, description
        For people.
    licence
        Licence of the instrument, an SPDX identifier where there is one.
    consent
        Where the sounds come from, and that their makers agree, in a sentence.
    sample_rate_hz, n_fft, hop_samples, latent_dims
        Dimensions of the model.
    sources
        Names of the sounds learned from, without their folders; the pad's points refer to them by index.
    labels
        Its labels, in the order of the network's labels.
    start
        Coordinates where playing starts, −1…1 each, (D,); empty in files from before there was such a place.
    start_place
        The start's x and y on the map; empty where there is no map, or no start.
    level_db
        RMS of the instrument's median sound as it was learned, in dBFS; None where it was not measured.
    training
        How it was trained.
    format_version
        Version of the file format.
    """

    name: str
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    latent_dims: int
    author: str = ""
    description: str = ""
    licence: str = ""
    consent: str = ""
    sources: tuple[str, ...] = ()
    labels: tuple[LabelCard, ...] = ()
    start: tuple[float, ...] = ()
    start_place: tuple[float, ...] = ()
    level_db: float | None = None
    training: TrainingFacts = field(default_factory=TrainingFacts)
    format_version: int = FORMAT_VERSION

    def __post_init__(self) -> None:
        for name, low, high in (
            ("sample_rate_hz", 1000, 768_000),
            ("n_fft", 16, MAX_FFT),
            ("hop_samples", 1, self.n_fft),
            ("latent_dims", 1, MAX_LATENT_DIMS),
        ):
            value = getattr(self, name)
            # By type(): True is an int to isinstance().
            if type(value) is not int or not low <= value <= high:
                raise InstrumentError(f"The instrument's card says {name} = {value!r}, which is impossible.")
        for name, values, low, high, counts in (
            ("start", self.start, -1.0, 1.0, (0, self.latent_dims)),
            ("start_place", self.start_place, -1.0, 1.0, (0, 2)),
            ("level_db", () if self.level_db is None else (self.level_db,), QUIETEST_DB, LOUDEST_DB, (0, 1)),
        ):
            numbers = all(type(value) in (int, float) and low <= value <= high for value in values)
            if not numbers or len(values) not in counts:
                raise InstrumentError(
                    f"The instrument's card says {name} = {getattr(self, name)!r}, which is impossible."
                )

    @property
    def make_up_db(self) -> float:
        """Gain with which the instrument is played, so that its median sound is at `PLAYED_DB`; 0 if not measured."""
        if self.level_db is None:
            return 0.0
        return min(max(PLAYED_DB - self.level_db, LEAST_MAKE_UP_DB), MOST_MAKE_UP_DB)

    @property
    def played_defaults(self) -> tuple[float, ...]:
        """All labels as they are played at first, (K,): NaN, unknown, where they do not condition the decoder."""
        return tuple(label.default if "decoder" in label.conditions else math.nan for label in self.labels)

    @property
    def playable(self) -> Playable:
        """What a player can move: the latent coordinates, and the labels that condition the decoder."""
        return Playable(
            self.latent_dims,
            tuple(
                Label(
                    name=label.name,
                    low=label.low,
                    high=label.high,
                    default=label.default,
                    whole=label.kind == "int",
                    classes=label.classes[round(label.low) : round(label.high) + 1],
                )
                for label in self.labels
                if "decoder" in label.conditions
            ),
            start=self.start,
            start_place=(self.start_place[0], self.start_place[1]) if self.start_place else (0.0, 0.0),
        )

    def to_json(self) -> str:
        """The text of ``card.json``."""
        return format_json(dataclasses.asdict(self), indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Card:
        """Read ``card.json``; fields of newer minor versions are ignored.

        Raises
        ------
        InstrumentError
            If the text is not a card, or one of a newer format.
        """
        try:
            fields: Any = parse_json(text)
        except ValueError as error:
            raise InstrumentError("The instrument's card cannot be read.", _REMEDY) from error
        if not isinstance(fields, dict):
            raise InstrumentError("The instrument's card cannot be read.", _REMEDY)
        version = fields.get("format_version")
        # By type(): True is an int to isinstance().
        if type(version) is not int or version < 1:
            raise InstrumentError("The instrument's card has no format version.", _REMEDY)
        if version > FORMAT_VERSION:
            raise InstrumentError(
                f"This instrument was made by a newer version (format {version}).", "Update vschaos studio to open it."
            )
        fields = {name: value for name, value in fields.items() if value is not None or name in _TEXTS}
        training = _object(fields.get("training", {}), "training")
        facts = {item.name: item.type for item in dataclasses.fields(TrainingFacts)}
        known = _known(cls, fields) | {
            "training": TrainingFacts(
                **{name: _fact(training[name], facts[name], name) for name in _known_names(TrainingFacts, training)}
            ),
            "sources": _texts(fields.get("sources", []), "sources"),
            "labels": tuple(_label(label) for label in _items(fields.get("labels", []), "labels")),
            "start": tuple(_items(fields.get("start", []), "start")),
            "start_place": tuple(_items(fields.get("start_place", []), "start_place")),
        }
        for name in _TEXTS:
            if name in known:
                known[name] = _text(known[name], name, lines=name in _OF_MANY_LINES)
        try:
            return cls(**known)
        except TypeError as error:
            raise InstrumentError("The instrument's card is incomplete.", _REMEDY) from error


_REMEDY = "Ask for the file again, or export it again from its training run."
_TEXTS = ("name", "author", "description", "licence", "consent")
_OF_MANY_LINES = ("description", "consent")


def _label(value: Any) -> LabelCard:
    fields = _object(value, "labels")
    known = _known(LabelCard, fields)
    for name in ("classes", "conditions"):
        known[name] = _texts(known.get(name) or [], name)
    known["learned"] = tuple(_items(known.get("learned") or [], "learned"))
    if not {"name", "kind"} <= known.keys():
        raise _of_the_wrong_kind("labels")
    return LabelCard(**known)


def _fact(value: Any, kind: Any, name: str) -> Any:
    """A fact of the training; what cannot be one, such as a length that is not finite, is refused."""
    if kind == "str":
        return _text(value, name)
    if value is None and "None" in kind:
        return None
    if not isinstance(value, int if kind.startswith("int") else (int, float)) or isinstance(value, bool):
        raise _of_the_wrong_kind(name)
    # So put, not-a-number is refused, too.
    if not -_MAX_FACT <= value <= _MAX_FACT:
        raise _of_the_wrong_kind(name)
    return value


_MAX_FACT = 1e15


def _text(value: Any, name: str, *, lines: bool = False) -> str:
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise _of_the_wrong_kind(name)
    return printable(value.replace("\r\n", "\n"), lines=lines)


def _texts(value: Any, name: str) -> tuple[str, ...]:
    return tuple(_text(item, name) for item in _items(value, name))


def _items(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise _of_the_wrong_kind(name)
    return value


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _of_the_wrong_kind(name)
    return value


def _of_the_wrong_kind(name: str) -> InstrumentError:
    return InstrumentError(f"The instrument's card has the wrong kind of value in “{name}”.", _REMEDY)


def _known_names(record: type, fields: dict[str, Any]) -> list[str]:
    return [item.name for item in dataclasses.fields(record) if item.name in fields]


def _known(record: type, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in _known_names(record, fields)}
