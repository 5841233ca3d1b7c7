"""What the patches of an export have controls for: the inlets that are played, and the attributes."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.export.describe import label_attribute, told_labels
from vschaos.export.description import INT, STR, AttributeDescription, ExportDescription, PortDescription
from vschaos.instrument.card import LabelCard
from vschaos.performance.controls import Control, Group, Kind

MOST_WHOLE = 9999
"""Larger numbers, such as a seed's, are of no use in a number box."""
SAFE_LEVEL_DB, SILENT_DB = -20.0, -60.0
RAMP_MS = 20
LONGEST_TITLE, LONGEST_WORDS = 48, 240
MOST_PORTS = 24
"""Of a method's inlets, as many are told by name."""
LEVEL = Control(
    "level", "/level", SILENT_DB, 0.0, SAFE_LEVEL_DB, f"Output level; {SILENT_DB:g} is silence.", unit="dB", kept=True
)
SOUNDING = Control("on", "/on", 0.0, 1.0, 0.0, "Begins to sound; off fades out.", kind=Kind.SWITCH)
PLAYED, ON_THE_MAP = "decode", "map"
"""The methods that have a patch to be played by hand."""


@dataclass(frozen=True)
class Played:
    """The controls of a method.

    Attributes
    ----------
    inlets
        One for each inlet, in order; the first ``coordinates`` of them are coordinates, the others labels.
    attributes
        One for each attribute that is not a label's: a label has an inlet.
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
    taken = {label_attribute(description.labels, index) for index in told_labels(description.labels)}
    own = [attribute for attribute in description.attributes if attribute.name not in taken]
    return Played((*map(_axis, inlets[:first]), *labels), first, tuple(map(attribute_control, own)))


def has_map(description: ExportDescription) -> bool:
    """Whether there is a method that is played on the terrain."""
    return any(method.name == ON_THE_MAP for method in description.methods)


def attribute_control(attribute: AttributeDescription) -> Control:
    """An attribute as a control: words become numbers of words, and what has two whole numbers is a switch."""
    whole = attribute.kind in (INT, STR)
    low, high = (0.0, len(attribute.choices) - 1.0) if attribute.kind == STR else (attribute.low, attribute.high)
    default = attribute.choices.index(str(attribute.default)) if attribute.kind == STR else float(attribute.default)
    kind = Kind.CHOICE if whole else Kind.CONTINUOUS
    if (low, high) == (0, 1) and whole and not attribute.choices:
        # What is 0 again by itself is a button.
        kind = Kind.TRIGGER if attribute.name == "reset" else Kind.SWITCH
    high = min(high, float(MOST_WHOLE)) if whole else high
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
    rate, buffer = description.sample_rate_hz, description.buffer
    threaded = 1000.0 * 2 * buffer / rate
    rights = [
        f"by {short(description.author)}" if description.author else "author unknown",
        f"licence: {short(description.licence)}" if description.licence else "no licence given",
    ]
    return (
        "; ".join(rights),
        *((short(description.description),) if description.description else ()),
        f"made for {rate} Hz; the host must run at this rate",
        f"a move is heard about {threaded:.0f} ms later: twice the buffer of {buffer} samples",
        f"a sound that goes through comes {1000.0 * description.latency_samples / rate:.0f} ms later still",
    )


def rate_warning(description: ExportDescription) -> str:
    """The sentence for a host at another rate."""
    return f"made for {description.sample_rate_hz} Hz: set this rate"


def ports_text(ports: tuple[PortDescription, ...]) -> str:
    """Inlets or outlets by number and name; of very many, the first and the last."""
    named = [f"{number} {port.text}" for number, port in enumerate(ports, start=1)]
    if len(named) > MOST_PORTS:
        named = [*named[: MOST_PORTS // 2], "…", *named[-MOST_PORTS // 2 :]]
    return " | ".join(named)


def short(sentence: str) -> str:
    """A sentence of no more than a few lines."""
    words = " ".join(sentence.split())
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1].rsplit(" ", 1)[0] + "…"


def _axis(port: PortDescription) -> Control:
    word = port.label.split()[0]
    return Control(f"latent.{word}", f"/latent/{word}", port.low, port.high, port.default, port.text, Group.PLACE)


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
