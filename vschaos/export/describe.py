"""The description of an instrument's export, from its card. Torch-free.

``forward``, ``encode`` and ``decode`` are those of every nn~ file; ``pad`` and, where there is a terrain, ``map`` are
played by hand; ``map2latent`` and ``latent2map`` lead from a place to coordinates and back.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Sequence

from vschaos.errors import ExportError
from vschaos.export.description import (
    FLOAT,
    INT,
    STR,
    AttributeDescription,
    ExportDescription,
    MethodDescription,
    PortDescription,
)
from vschaos.instrument.card import Card, LabelCard

METHODS = ("forward", "encode", "decode")
"""The methods of every nn~ file; those of the pad come after them."""

PAD_METHODS = ("pad", "map", "map2latent", "latent2map")

MAX_RATIO = 4096
"""The longest hop that nn~ can buffer."""

USUAL_BUFFER = 2048
"""Samples that nn~ hands over at once: enough for any ordinary computer, and short enough to play."""

MAX_TEMPERATURE = 4.0
MAX_SEED = 2**31 - 1
MAX_GLIDE_MS = 10_000.0
PHASES = ("gradient", "random", "input")
PRINCIPAL, RAW = "principal", "raw"

OPEN_CLASS = -1
"""What a class label is set to so that its inlet, or what is heard, counts."""

_ATTRIBUTES = (
    AttributeDescription(
        "temperature", FLOAT, 0.0, MAX_TEMPERATURE, 0.0, (), "How far coordinates stray by chance, frame by frame."
    ),
    AttributeDescription("seed", INT, 0, MAX_SEED, 0, (), "Which chances: the same seed strays the same way."),
    AttributeDescription("noise", FLOAT, 0.0, 1.0, 0.0, (), "How free the phase is where the sound is noise."),
    AttributeDescription(
        "phase",
        INT,
        0,
        len(PHASES) - 1,
        0,
        PHASES,
        "Where the phase comes from; by the input, forward alone has one, and its coordinates neither stray nor glide.",
    ),
    AttributeDescription("glide", FLOAT, 0.0, MAX_GLIDE_MS, 0.0, (), "Milliseconds that coordinates take to follow."),
    AttributeDescription(
        "axes",
        STR,
        0,
        0,
        PRINCIPAL,
        (PRINCIPAL, RAW),
        "What encode and decode speak of: the pad's axes, or raw latents.",
    ),
    AttributeDescription("reset", INT, 0, 1, 0, (), "1 starts every method afresh."),
)


def describe(card: Card, *, name: str = "", lookahead: int = 0, has_terrain: bool = False) -> ExportDescription:
    """Everything that an instrument's export offers.

    Parameters
    ----------
    card
        The instrument's.
    name
        Of the files; one word to Max and Pd.
    lookahead
        Frames by which the sound comes later.
    has_terrain
        Whether it has a terrain to be played on.

    Raises
    ------
    ExportError
        If nn~ cannot buffer the instrument's hop.
    """
    hop = card.hop_samples
    if hop & (hop - 1) or hop > MAX_RATIO:
        raise ExportError(
            f"The instrument's hop of {hop} samples cannot be used in nn~, which takes powers of two up to "
            f"{MAX_RATIO}.",
            "Train the instrument with such a hop.",
        )
    delay = card.n_fft - hop
    return ExportDescription(
        name=name or "instrument",
        title=card.name,
        sample_rate_hz=card.sample_rate_hz,
        n_fft=card.n_fft,
        hop_samples=hop,
        latent_dims=card.latent_dims,
        has_terrain=has_terrain,
        labels=card.labels,
        methods=_methods(card, lookahead, has_terrain),
        attributes=(*_ATTRIBUTES, *_label_attributes(card.labels)),
        latency_samples=delay + lookahead * hop,
        buffer=max(USUAL_BUFFER, hop),
        author=card.author,
        description=card.description,
        licence=card.licence,
        consent=card.consent,
    )


def played_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an inlet of ``decode``, ``pad`` and ``map``."""
    return [index for index, label in enumerate(labels) if "decoder" in label.conditions]


def predicted_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an outlet of ``encode``."""
    return [index for index, label in enumerate(labels) if label.predicted]


def told_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an attribute: all that a network is told."""
    return [index for index, label in enumerate(labels) if label.conditions]


def label_attribute(labels: Sequence[LabelCard], index: int) -> str:
    """The attribute of a label: its name, as far as it fits, and unlike all others."""
    taken = {*METHODS, *PAD_METHODS, *(attribute.name for attribute in _ATTRIBUTES)}
    names: list[str] = []
    for number, label in enumerate(labels[: index + 1]):
        word = re.sub(r"[^a-z0-9_]+", "_", label.name.lower()).strip("_")
        name = word if word[:1].isalpha() and not keyword.iskeyword(word) else f"label_{word}".rstrip("_")
        if name in taken:
            name = f"label_{number}_{name}"
        names.append(name)
        taken.add(name)
    return names[index]


def open_value(label: LabelCard) -> float:
    """What a label's attribute says while it is left open."""
    return OPEN_CLASS if label.kind == "int" else label.low - 1.0


def _methods(card: Card, lookahead: int, has_terrain: bool) -> tuple[MethodDescription, ...]:
    hop, late, delay = card.hop_samples, lookahead * card.hop_samples, card.n_fft - card.hop_samples
    audio = (PortDescription("audio", -1.0, 1.0, f"at {card.sample_rate_hz} Hz"),)
    latent = tuple(_coordinate(f"z{k}{_PAD_AXES.get(k, '')}") for k in range(1, card.latent_dims + 1))
    played = tuple(_label_port(card.labels[index]) for index in played_labels(card.labels))
    predicted = tuple(_label_port(card.labels[index]) for index in predicted_labels(card.labels))
    place = (_coordinate("x"), _coordinate("y"))
    by_hand = tuple(_coordinate(_HAND.get(k, f"z{k}")) for k in range(1, card.latent_dims + 1))
    ground = "the terrain" if has_terrain else "the plane of the first two axes"
    return (
        MethodDescription("forward", audio, 1, audio, 1, delay + late, "Plays a sound through the instrument."),
        MethodDescription("encode", audio, 1, latent + predicted, hop, delay, "Follows a sound."),
        MethodDescription("decode", latent + played, hop, audio, 1, late, "Plays coordinates."),
        MethodDescription("pad", by_hand + played, hop, audio, 1, late, "Plays a place on the pad."),
        *(
            (MethodDescription("map", place + played, hop, audio, 1, late, "Plays a place on the terrain."),)
            if has_terrain
            else ()
        ),
        MethodDescription("map2latent", place, hop, latent, hop, 0, f"Coordinates of a place on {ground}."),
        MethodDescription("latent2map", latent, hop, place, hop, 0, f"The place on {ground} of coordinates."),
    )


_PAD_AXES = {1: " pad x", 2: " pad y"}
_HAND = {1: "x", 2: "y"}


def _coordinate(label: str) -> PortDescription:
    return PortDescription(label, -1.0, 1.0)


def _label_port(label: LabelCard) -> PortDescription:
    # Max and Pd read commas and semicolons as syntax, and neither shows more than ASCII everywhere.
    word = re.sub(r"[^A-Za-z0-9_ -]+", "_", label.name).strip() or "label"
    return PortDescription(word, label.low, label.high, "", label.default)


def _label_attributes(labels: Sequence[LabelCard]) -> tuple[AttributeDescription, ...]:
    made: list[AttributeDescription] = []
    for index in told_labels(labels):
        label, name = labels[index], label_attribute(labels, index)
        inlet = "the inlet counts" if "decoder" in label.conditions else "what is heard counts"
        if label.kind == "int":
            span = f"{label.low:g} to {label.high:g}"
            text = f"The label “{label.name}” for all methods, {span}; at {OPEN_CLASS} {inlet}."
            made.append(AttributeDescription(name, INT, OPEN_CLASS, label.high, OPEN_CLASS, label.classes, text))
        else:
            text = f"The label “{label.name}” for all methods; below {label.low:g} {inlet}."
            made.append(AttributeDescription(name, FLOAT, label.low, label.high, open_value(label), (), text))
    return tuple(made)
