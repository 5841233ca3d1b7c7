"""What an export offers: methods, inlets, outlets, attributes, rate, latency. Torch-free.

One description serves everything that is shown of an export: the module's own labels, its extra file, the patches for
Max and Pd, the card in Markdown, and the check in a fresh process, which holds the module against it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from typing import Any

from vschaos.errors import ExportError
from vschaos.instrument.card import LabelCard

FORMAT_VERSION = 4
"""Raised when a change makes new descriptions unreadable for older programs."""

EXTRA_FILE = "vschaos.json"
"""Where the description lies inside the ``.ts`` file: nn~ ignores it, and any unzip program shows it."""

INT, FLOAT = "int", "float"
"""Kinds of attributes. All take numbers, because Pd prints an empty error for each text that it sends to nn~; an `INT`
whose numbers have names takes these as well, and is a text to nn~."""

RATE = "sample_rate"
"""The attribute of the host's rate. nn~ 1.6 calls its setter by this name with the rate that it knows."""

HOST_BLOCK = 64
"""Samples of a block of Pure Data."""

_SYNTAX = re.compile(r'[\s,;$\\{}"]+')


@dataclass(frozen=True)
class PortDescription:
    """A signal inlet or outlet.

    Attributes
    ----------
    label
        A short name: ``x``, ``z3``, ``pitch``, ``audio``.
    low, high
        The range that was learned.
    unit
        Empty for a bare number.
    default
        Where it rests: what the instrument starts with.
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

    @property
    def has_one_way(self) -> bool:
        """Whether there is one inlet and one outlet: nn~ 1.6 for Pd then reads no buffer argument, but ``bufsize``."""
        return len(self.inlets) == len(self.outlets) == 1


@dataclass(frozen=True)
class AttributeDescription:
    """An attribute, set by the message ``set NAME VALUE``.

    Attributes
    ----------
    name
        As nn~ knows it.
    kind
        `INT` or `FLOAT`.
    low, high
        The accepted range; anything else is refused.
    default
        At first, and whenever the file is loaded again.
    choices
        What whole numbers from ``low`` on mean; may be empty.
    help
        What it does, in a sentence.
    """

    name: str
    kind: str
    low: float
    high: float
    default: float
    choices: tuple[str, ...] = ()
    help: str = ""

    @property
    def example(self) -> str:
        """A value as a message has it: a name where there is one."""
        if self.choices:
            return self.names[round(self.high)]
        value = 48_000 if self.name == RATE else self.high if self.kind == INT else 0.25 * self.low + 0.75 * self.high
        return f"{value:g}" if self.kind == FLOAT else str(round(value))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of whole numbers from 0 on, as a message has them: without what Max and Pd read as syntax."""
        return tuple(_SYNTAX.sub("_", choice.strip()) for choice in self.choices)


@dataclass(frozen=True)
class HostLatency:
    """How late nn~ in Pure Data is by itself; a method's own latency is added to it.

    Attributes
    ----------
    buffer
        The object's last argument, in samples.
    threaded_samples, unthreaded_samples
        Computing in a thread of its own, as is usual, or within Pd's.
    """

    buffer: int
    threaded_samples: int
    unthreaded_samples: int

    @classmethod
    def of(cls, buffer: int) -> HostLatency:
        """One buffer is filled, and in a thread the one before is played meanwhile; Pd hands over the last block."""
        return cls(buffer, 2 * buffer - HOST_BLOCK, buffer - HOST_BLOCK)


@dataclass(frozen=True)
class ExportDescription:
    """Everything about an export that is not sound.

    Attributes
    ----------
    name
        Of the folder and the files in it, without their endings; no spaces, for Max and Pd.
    title
        The instrument's own name.
    author, description, licence, consent
        From its card.
    origin
        By which a later export knows whether it is the same instrument's; see `vschaos.export.earlier`.
    sample_rate_hz
        The host must run at this rate, or set the attribute `RATE`: nn~ does not resample, the module does.
    n_fft, hop_samples, latent_dims
        Dimensions of the model, at its own rate.
    instrument_rate_hz
        The model's own rate; 0 in an older description, where it is the host's.
    has_terrain
        Whether x and y of ``map`` are a place on the smooth map, rather than on the plane of the first two axes.
    labels
        The labels of its inlets, outlets and attributes, with the names of classes.
    methods, attributes
        In the module's order.
    latency_samples
        The model's own, of ``forward``.
    buffer
        The right last argument of the object, in samples: at least the largest ratio, at most 4096.
    make_up_db
        Gain that brings the median sound to the level at which the app plays it; the module's own levels are those of
        the sounds that it learned, and the patches add it.
    host_latencies
        Of nn~ in Pure Data, for the buffers that can be chosen.
    patches
        Fingerprints of the patches beside it; see `vschaos.export.kept_patches`.
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
    host_latencies: tuple[HostLatency, ...] = ()
    instrument_rate_hz: int = 0
    author: str = ""
    description: str = ""
    licence: str = ""
    consent: str = ""
    origin: str = ""
    make_up_db: float = 0.0
    patches: tuple[str, ...] = ()
    format_version: int = FORMAT_VERSION

    @property
    def is_resampled(self) -> bool:
        """Whether the host runs at another rate than the model."""
        return self.instrument_rate_hz not in (0, self.sample_rate_hz)

    @property
    def ratio(self) -> int:
        """Samples of the host for each value of a slow inlet or outlet."""
        return self.method("decode").in_ratio

    def method(self, name: str) -> MethodDescription:
        """The method of this name; raises KeyError if there is none."""
        return {method.name: method for method in self.methods}[name]

    def late_samples(self, method: str, buffer: int | None = None) -> int:
        """How late the method of this name is in Pure Data, by nn~'s thread, with the patches' buffer or another."""
        host = HostLatency.of(self.buffer if buffer is None else buffer)
        return host.threaded_samples + self.method(method).latency_samples

    def in_ms(self, samples: float) -> float:
        """A time in samples, in milliseconds."""
        return 1000.0 * samples / self.sample_rate_hz

    def to_json(self) -> str:
        """The text of the extra file."""
        return json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> ExportDescription:
        """Read what :meth:`to_json` wrote.

        Raises
        ------
        ExportError
            If the text is not a description.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            fields["labels"] = tuple(LabelCard(**_tuples(label)) for label in fields["labels"])
            fields["methods"] = tuple(_method(method) for method in fields["methods"])
            fields["attributes"] = tuple(AttributeDescription(**_tuples(item)) for item in fields["attributes"])
            fields["host_latencies"] = tuple(HostLatency(**item) for item in fields.get("host_latencies", ()))
            fields["patches"] = tuple(fields.get("patches", ()))
            return cls(**fields)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ExportError("The exported file's own description cannot be read.", "Export it again.") from error


def _method(fields: dict[str, Any]) -> MethodDescription:
    ports = {end: tuple(PortDescription(**port) for port in fields[end]) for end in ("inlets", "outlets")}
    return MethodDescription(**{**fields, **ports})


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
