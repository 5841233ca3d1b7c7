"""The card of an instrument: what a person wants to know of it before playing, and what a program must know.

Torch-free. It is the file ``card.json`` inside ``NAME.vschaos``; see ``docs/file-formats.md``.
"""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass, field
from typing import Any

from vschaos.errors import InstrumentError
from vschaos.performance.controls import Label, Playable

FORMAT_VERSION = 1
"""Raised when a change makes new instruments unreadable for older programs."""

MAX_LATENT_DIMS = 256
MAX_FFT = 32768
MAX_CLASSES = 4096


@dataclass(frozen=True)
class TrainingFacts:
    """How the instrument came to be; all of it informative."""

    configuration: str = ""
    steps: int = 0
    audio_s: float = 0.0
    files: int = 0
    error_db: float | None = None
    label_accuracy: float | None = None
    active_dims: int | None = None
    created: str = ""


@dataclass(frozen=True)
class LabelCard:
    """A label that the instrument can be told, or tells, or both.

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
        The range that was learned: the smallest and largest quantity, the first and last class that any sound has.
    default
        What is common: the most frequent class, the mean quantity.
    predicted
        Whether the instrument finds the label out from sound.
    conditions
        The networks that are told: of ``encoder`` and ``decoder``.
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

    def __post_init__(self) -> None:
        fits = (
            isinstance(self.name, str)
            and self.kind in ("int", "float")
            and type(self.dim) is int
            and 1 <= self.dim <= MAX_CLASSES
            and (not self.classes or len(self.classes) == self.dim)
            and all(
                type(value) in (int, float) and math.isfinite(value) for value in (self.low, self.high, self.default)
            )
            and self.low <= self.default <= self.high
            and (self.kind == "float" or 0 <= self.low <= self.high <= self.dim - 1)
            and set(self.conditions) <= {"encoder", "decoder"}
        )
        if not fits:
            raise InstrumentError(
                f"The instrument's card describes its label “{self.name}” in a way that cannot be right."
            )


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
        What it can be told and tells, in the order of the network's labels.
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
            if not isinstance(value, int) or not low <= value <= high:
                raise InstrumentError(f"The instrument's card says {name} = {value!r}, which cannot be right.")

    @property
    def playable(self) -> Playable:
        """What a player can move: the latent coordinates, and the labels that the decoder is told."""
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
        )

    def to_json(self) -> str:
        """The text of ``card.json``."""
        return json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Card:
        """Read ``card.json``; fields of newer minor versions are ignored.

        Raises
        ------
        InstrumentError
            If the text is no card, or one of a newer format.
        """
        try:
            fields: Any = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise InstrumentError("The instrument's card cannot be read.") from error
        if not isinstance(fields, dict):
            raise InstrumentError("The instrument's card cannot be read.")
        version = fields.get("format_version")
        if not isinstance(version, int) or version < 1:
            raise InstrumentError("The instrument's card names no format version.")
        if version > FORMAT_VERSION:
            raise InstrumentError(
                f"This instrument was made by a newer version (format {version}).", "Update vschaos studio to open it."
            )
        try:
            facts = _known(TrainingFacts, fields.get("training") or {})
            known = _known(cls, fields) | {
                "training": TrainingFacts(**facts),
                "sources": tuple(str(source) for source in fields.get("sources") or ()),
                "labels": tuple(_label(label) for label in fields.get("labels") or ()),
            }
            return cls(**known)
        except (TypeError, AttributeError) as error:
            raise InstrumentError("The instrument's card lacks something, or holds the wrong kind of value.") from error


def _label(fields: dict[str, Any]) -> LabelCard:
    known = _known(LabelCard, fields)
    for name in ("classes", "conditions"):
        known[name] = tuple(str(item) for item in known.get(name) or ())
    return LabelCard(**known)


def _known(record: type, fields: dict[str, Any]) -> dict[str, Any]:
    names = {item.name for item in dataclasses.fields(record)}
    return {name: value for name, value in fields.items() if name in names}
