"""What an export offers: methods, inlets, outlets, attributes, rate, latency. Torch-free.

One description serves everything that is told of an export: the module's own labels, its extra file, the patches for
Max and Pd, the card in Markdown, and the check in a fresh process, which holds the module against it.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from vschaos.errors import ExportError
from vschaos.instrument.card import LabelCard

FORMAT_VERSION = 2
"""Raised when a change makes new descriptions unreadable for older programs."""

EXTRA_FILE = "vschaos.json"
"""Where the description lies inside the ``.ts`` file: nn~ ignores it, and any unzip program shows it."""

INT, FLOAT, STR = "int", "float", "str"
"""Kinds of attributes; the others that nn~ knows do not survive its messages."""


@dataclass(frozen=True)
class PortDescription:
    """A signal inlet or outlet.

    Attributes
    ----------
    label
        A word or two: ``x``, ``z3``, ``pitch``, ``audio``.
    low, high
        The range that was learned.
    unit
        Empty for a bare number.
    default
        Where it rests.
    """

    label: str
    low: float
    high: float
    unit: str = ""
    default: float = 0.0

    @property
    def text(self) -> str:
        """What Max and Pd show: ASCII, without the commas and semicolons that they read as syntax."""
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.label} ({self.low:g}..{self.high:g}{unit})"


@dataclass(frozen=True)
class MethodDescription:
    """A method, as nn~ calls it.

    Attributes
    ----------
    name
        Second argument of the object.
    inlets, outlets
        In order.
    in_ratio, out_ratio
        Samples for each value that goes in or comes out: 1, or the hop.
    latency_samples
        From a sound going in to the same sound coming out, or to the coordinates of a frame that ends with it; 0 where
        a touch is heard with the next hop.
    help
        What it does, in a sentence.
    """

    name: str
    inlets: tuple[PortDescription, ...]
    in_ratio: int
    outlets: tuple[PortDescription, ...]
    out_ratio: int
    latency_samples: int = 0
    help: str = ""


@dataclass(frozen=True)
class AttributeDescription:
    """An attribute, set by the message ``set NAME VALUE``.

    Attributes
    ----------
    name
        As nn~ knows it.
    kind
        `INT`, `FLOAT` or `STR`.
    low, high
        What numbers are taken; anything else is refused. Both 0 for words.
    default
        At first, and whenever the file is loaded again.
    choices
        For a word, those that are taken; for a number, what whole numbers from ``low`` on mean; may be empty.
    help
        What it does, in a sentence.
    """

    name: str
    kind: str
    low: float
    high: float
    default: float | str
    choices: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True)
class ExportDescription:
    """Everything about an export that is not sound.

    Attributes
    ----------
    name
        Of the folder and the files in it, without their endings: one word to Max and Pd.
    title
        The instrument's own name.
    author, description, licence, consent
        From its card.
    sample_rate_hz
        The host must run at this rate: nn~ does not resample.
    n_fft, hop_samples, latent_dims
        Dimensions of the model.
    has_terrain
        Whether x and y of ``map`` lead over the terrain, rather than the plane of the first two axes.
    labels
        What it can be told and tells, with the names of classes.
    methods, attributes
        In the module's order.
    latency_samples
        The model's own, of ``forward``.
    buffer
        The right last argument of the object, in samples: at least the largest ratio, at most 4096.
    format_version
        Version of this description.
    """

    name: str
    title: str
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    latent_dims: int
    has_terrain: bool
    labels: tuple[LabelCard, ...]
    methods: tuple[MethodDescription, ...]
    attributes: tuple[AttributeDescription, ...]
    latency_samples: int
    buffer: int
    author: str = ""
    description: str = ""
    licence: str = ""
    consent: str = ""
    format_version: int = FORMAT_VERSION

    def method(self, name: str) -> MethodDescription:
        """The method of this name; raises KeyError if there is none."""
        return {method.name: method for method in self.methods}[name]

    def to_json(self) -> str:
        """The text of the extra file."""
        return json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> ExportDescription:
        """Read what :meth:`to_json` wrote.

        Raises
        ------
        ExportError
            If the text is no description.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            fields["labels"] = tuple(LabelCard(**_tuples(label)) for label in fields["labels"])
            fields["methods"] = tuple(_method(method) for method in fields["methods"])
            fields["attributes"] = tuple(AttributeDescription(**_tuples(item)) for item in fields["attributes"])
            return cls(**fields)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ExportError("The exported file's own description cannot be read.", "Export it again.") from error


def _method(fields: dict[str, Any]) -> MethodDescription:
    ports = {end: tuple(PortDescription(**port) for port in fields[end]) for end in ("inlets", "outlets")}
    return MethodDescription(**{**fields, **ports})


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
