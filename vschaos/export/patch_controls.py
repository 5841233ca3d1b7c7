"""What the patches of an export have controls for: the inlets that are played, and the attributes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vschaos.export.describe import conditioning_labels, label_attribute
from vschaos.export.description import (
    INT,
    RATE,
    AttributeDescription,
    ExportDescription,
    HostLatency,
    MethodDescription,
    PortDescription,
)
from vschaos.instrument.card import PLAYED_DB, LabelCard
from vschaos.performance.controls import Control, Group, Kind

MOST_WHOLE = 9999
"""Larger numbers, such as seeds, are impractical in a number box."""
LOUDEST_DB, SILENT_DB = 12.0, -60.0
RAMP_MS = 20
LONGEST_TITLE, LONGEST_TEXT = 48, 240
MOST_PORTS = 24
"""The most inlets of a method that are listed by name."""
LEVEL = Control(
    "level",
    "/level",
    SILENT_DB,
    LOUDEST_DB,
    0.0,
    f"Output level, as the app's gain; at 0 most sounds are near {PLAYED_DB:g} LUFS, {SILENT_DB:g} is silence.",
    unit="dB",
    kept=True,
)
SOUNDING = Control("on", "/on", 0.0, 1.0, 0.0, "Starts the sound; off fades out.", kind=Kind.SWITCH)
PLAYED, ON_THE_MAP = "decode", "map"
"""The methods that have a patch to be played by hand."""
MAX_BUFFER = 1024
"""Of the patches for Max, in samples, where the methods allow it. While nn~ for Max computes a buffer it holds a lock,
which it asks for in every vector: short buffers hold it for less."""


@dataclass(frozen=True)
class Played:
    """The controls of a method.

    Attributes
    ----------
    inlets
        One for each inlet, in order; the first ``coordinates`` of them are coordinates, the others labels.
    attributes
        One for each attribute that is not a label's, which has an inlet, nor the host's rate.
    """

    inlets: tuple[Control, ...]
    coordinates: int
    attributes: tuple[Control, ...]

    @property
    def axes(self) -> tuple[Control, ...]:
        """Those of the coordinates."""
        return self.inlets[: self.coordinates]

    @property
    def labels(self) -> tuple[Control, ...]:
        """Those of the labels."""
        return self.inlets[self.coordinates :]


def played(description: ExportDescription, method: str) -> Played:
    """The controls of a method that is played by hand: its last inlets are those of the labels."""
    inlets = description.method(method).inlets
    cards = [label for label in description.labels if "decoder" in label.conditions]
    first = len(inlets) - len(cards)
    labels = [_label(port, card, number) for number, (port, card) in enumerate(zip(inlets[first:], cards, strict=True))]
    of_labels = {label_attribute(description.labels, index) for index in conditioning_labels(description.labels)}
    own = [attribute for attribute in description.attributes if attribute.name not in (*of_labels, RATE)]
    return Played((*map(_axis, inlets[:first]), *labels), first, tuple(map(attribute_control, own)))


def for_max(description: ExportDescription) -> ExportDescription:
    """The description with the buffer of the patches for Max."""
    ratios = [ratio for method in description.methods for ratio in (method.in_ratio, method.out_ratio)]
    return replace(description, buffer=max(MAX_BUFFER, *ratios))


def has_map(description: ExportDescription) -> bool:
    """Whether there is a method that is played on the map."""
    return any(method.name == ON_THE_MAP for method in description.methods)


def attribute_control(attribute: AttributeDescription) -> Control:
    """An attribute as a control: what has two whole numbers, and no names for them, is a switch."""
    whole = attribute.kind == INT
    low, high, default = attribute.low, attribute.high, float(attribute.default)
    kind = Kind.CHOICE if whole else Kind.CONTINUOUS
    if (low, high) == (0, 1) and whole and not attribute.choices:
        # What is 0 again by itself is a button.
        kind = Kind.TRIGGER if attribute.name == "reset" else Kind.SWITCH
    high = min(high, float(MOST_WHOLE)) if whole and low <= 0 else high
    return Control(
        f"attribute.{attribute.name}",
        f"/{attribute.name}",
        low,
        high,
        min(max(default, low), high),
        attribute.help,
        kind=kind,
        count=0 if kind is Kind.TRIGGER else 1,
        names=attribute.choices,
    )


def facts(description: ExportDescription) -> tuple[str, ...]:
    """What a player has to know, in sentences."""
    late_ms = [round(description.in_ms(description.late_samples(method))) for method in (PLAYED, "forward")]
    rights = [
        f"by {short(description.author)}" if description.author else "author unknown",
        f"licence: {short(description.licence)}" if description.licence else "no licence given",
    ]
    return (
        "; ".join(rights),
        *((short(description.description),) if description.description else ()),
        rate_sentence(description),
        f"a movement is heard after {late_ms[0]} ms, a sound through forward after {late_ms[1]} ms",
    )


def latency_text(description: ExportDescription, method: MethodDescription) -> str:
    """How late a method is in Pd, in samples and milliseconds, with the buffer of the patches."""
    host, own = HostLatency.of(description.buffer), method.latency_samples
    late = [
        f"{samples + own} samples ({1000.0 * (samples + own) / description.sample_rate_hz:.0f} ms) {where}"
        for samples, where in ((host.threaded_samples, "in nn~'s thread"), (host.unthreaded_samples, "without"))
    ]
    return f"{' | '.join(late)}, with a buffer of {description.buffer}"


def rate_sentence(description: ExportDescription) -> str:
    """The rate that an export was made for, and what happens at another."""
    return f"exported for {description.sample_rate_hz} Hz; at another rate of the host it resamples"


def ports_text(ports: tuple[PortDescription, ...]) -> str:
    """Inlets or outlets by number and name; of very many, the first and the last."""
    named = [f"{number} {port.text}" for number, port in enumerate(ports, start=1)]
    if len(named) > MOST_PORTS:
        named = [*named[: MOST_PORTS // 2], "…", *named[-MOST_PORTS // 2 :]]
    return " | ".join(named)


def short(sentence: str) -> str:
    """A sentence of no more than a few lines."""
    text = " ".join(sentence.split())
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1].rsplit(" ", 1)[0] + "…"


def _axis(port: PortDescription) -> Control:
    name = port.label.split()[0]
    return Control(f"latent.{name}", f"/latent/{name}", port.low, port.high, port.default, port.text, Group.PLACE)


def _label(port: PortDescription, card: LabelCard, number: int) -> Control:
    whole = card.kind == "int"
    # Two labels may be called alike once they are written in ASCII.
    return Control(
        f"label.{number + 1}",
        f"/label/{number + 1}",
        port.low,
        port.high,
        port.default,
        port.text,
        Group.LABEL,
        unit=port.unit,
        kind=Kind.CHOICE if whole else Kind.CONTINUOUS,
        label=port.label,
        names=card.classes[round(card.low) : round(card.high) + 1] if whole else (),
    )
