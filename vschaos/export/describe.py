"""The description of an instrument's export, from its card. Torch-free.

``forward``, ``encode`` and ``decode`` are those of every nn~ file; ``pad`` and, where there is a map, ``map`` are
played by hand; ``map2latent`` and ``latent2map`` lead from a place to coordinates and back.
"""

from __future__ import annotations

import dataclasses
import keyword
import re
from collections.abc import Sequence

from vschaos.errors import ExportError
from vschaos.export.description import (
    FLOAT,
    INT,
    RATE,
    AttributeDescription,
    ExportDescription,
    HostLatency,
    MethodDescription,
    PortDescription,
)
from vschaos.export.earlier import origin_of
from vschaos.export.rates import (
    HIGHEST_HZ,
    LOWEST_HZ,
    MAX_RATIO,
    convertible,
    heard_late,
    lag_of,
    ratio_of,
    sounds_late,
)
from vschaos.instrument.card import Card, LabelCard

METHODS = ("forward", "encode", "decode")
"""The methods of every nn~ file; those of the pad come after them."""

PAD_METHODS = ("pad", "map", "map2latent", "latent2map")

USUAL_BUFFER = 2048
"""Samples that nn~ hands over in one call: enough for any ordinary computer, and short enough to play."""

BUFFERS = (512, 1024, 2048, MAX_RATIO)
"""Buffers whose latency is described; nn~ 1.6 writes beyond its memory with longer ones where one goes in and out."""

MAX_TEMPERATURE = 4.0
MAX_LIFE = 2.0
MAX_SEED = 999_999
"""Pd shows, sends and saves numbers with six digits: up to here, each whole one arrives as it was typed."""

MAX_GLIDE_MS = 10_000.0
PHASES = ("gradient", "random", "input")
AXES = ("principal", "raw")
"""What coordinates are along: the pad's axes, or the model's own."""

PRINCIPAL, RAW = 0, 1

UNKNOWN_CLASS = -1
"""What a class label is set to so that its inlet, or what is heard, counts."""

ATTRIBUTES = (
    AttributeDescription(
        "temperature", FLOAT, 0.0, MAX_TEMPERATURE, 0.0, (), "How far coordinates stray at random, frame by frame."
    ),
    AttributeDescription(
        "seed", INT, 0, MAX_SEED, 0, (), "Seed of the temperature: the same seed strays the same way."
    ),
    AttributeDescription(
        "life",
        FLOAT,
        0.0,
        MAX_LIFE,
        1.0,
        (),
        "How much a held sound moves by itself: 1 as the training sounds, 0 not at all. Not for forward.",
    ),
    AttributeDescription(
        "even",
        FLOAT,
        0.0,
        1.0,
        1.0,
        (),
        "How much all places are made as loud as the start: 0 leaves them as they were learned. Not for forward.",
    ),
    AttributeDescription(
        "noise",
        FLOAT,
        -1.0,
        1.0,
        0.0,
        (),
        "More noise, or less, than was learned: −1 is all tone, 1 all noise but for clear tones.",
    ),
    AttributeDescription(
        "phase",
        INT,
        0,
        len(PHASES) - 1,
        0,
        PHASES,
        "Where the phase comes from; forward alone has an input, whose coordinates then neither stray nor glide.",
    ),
    AttributeDescription("glide", FLOAT, 0.0, MAX_GLIDE_MS, 0.0, (), "Milliseconds that coordinates need to follow."),
    AttributeDescription(
        "axes",
        INT,
        PRINCIPAL,
        RAW,
        PRINCIPAL,
        AXES,
        "Coordinates of encode and decode: the pad's axes, or raw latents.",
    ),
    AttributeDescription("reset", INT, 0, 1, 0, (), "1 restarts every method."),
    AttributeDescription(
        RATE,
        INT,
        LOWEST_HZ,
        HIGHEST_HZ,
        44_100,
        (),
        "Rate of Max or Pd in Hz, to which the sound is resampled; by default the one that was exported for.",
    ),
)


def describe(
    card: Card, *, name: str = "", lookahead: int = 0, has_terrain: bool = False, host_hz: int = 0
) -> ExportDescription:
    """Everything that an instrument's export offers.

    Parameters
    ----------
    card
        The instrument's.
    name
        Of the files; without spaces, as Max and Pd need it.
    lookahead
        Frames by which the sound comes later.
    has_terrain
        Whether it has a map to be played on.
    host_hz
        Rate of the host; 0: the instrument's own.

    Raises
    ------
    ExportError
        If nn~ cannot buffer the instrument's hop, or it cannot be resampled to the host's rate.
    """
    hop, own_hz, host_hz = card.hop_samples, card.sample_rate_hz, host_hz or card.sample_rate_hz
    if hop & (hop - 1) or hop > MAX_RATIO:
        raise ExportError(
            f"The instrument's hop of {hop} samples cannot be used in nn~, which needs powers of two up to "
            f"{MAX_RATIO}.",
            "Train the instrument with a hop of that kind.",
        )
    if not (LOWEST_HZ <= host_hz <= HIGHEST_HZ and convertible(own_hz, host_hz) and convertible(host_hz, own_hz)):
        raise ExportError(
            f"The instrument's rate of {own_hz} Hz cannot be converted to {host_hz} Hz.",
            f"Choose a usual rate from {LOWEST_HZ} to {HIGHEST_HZ} Hz, such as 48000.",
        )
    methods = _methods(card, lookahead, has_terrain, host_hz)
    ratio = methods[1].out_ratio
    settings = [dataclasses.replace(item, default=host_hz) if item.name == RATE else item for item in ATTRIBUTES]
    return ExportDescription(
        name=name or "instrument",
        title=card.name,
        origin=origin_of(card),
        sample_rate_hz=host_hz,
        instrument_rate_hz=own_hz,
        n_fft=card.n_fft,
        hop_samples=hop,
        latent_dims=card.latent_dims,
        has_terrain=has_terrain,
        labels=card.labels,
        methods=methods,
        attributes=(*settings, *_label_attributes(card.labels)),
        latency_samples=methods[0].latency_samples,
        buffer=max(USUAL_BUFFER, ratio),
        host_latencies=tuple(HostLatency.of(buffer) for buffer in BUFFERS if buffer >= ratio),
        author=card.author,
        description=card.description,
        licence=card.licence,
        consent=card.consent,
        make_up_db=card.make_up_db,
    )


def played_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an inlet of ``decode``, ``pad`` and ``map``."""
    return [index for index, label in enumerate(labels) if "decoder" in label.conditions]


def predicted_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an outlet of ``encode``."""
    return [index for index, label in enumerate(labels) if label.predicted]


def conditioning_labels(labels: Sequence[LabelCard]) -> list[int]:
    """Indices of the labels that have an attribute: all that condition a network."""
    return [index for index, label in enumerate(labels) if label.conditions]


def label_attribute(labels: Sequence[LabelCard], index: int) -> str:
    """The attribute of a label: its name, as far as it fits, and unlike all others."""
    used = {*METHODS, *PAD_METHODS, *(attribute.name for attribute in ATTRIBUTES)}
    names: list[str] = []
    for number, label in enumerate(labels[: index + 1]):
        plain = re.sub(r"[^a-z0-9_]+", "_", label.name.lower()).strip("_")
        name = plain if plain[:1].isalpha() and not keyword.iskeyword(plain) else f"label_{plain}".rstrip("_")
        if name in used:
            name = f"label_{number}_{name}"
        names.append(name)
        used.add(name)
    return names[index]


def unknown_value(label: LabelCard) -> float:
    """The value of a label's attribute while the label is unknown."""
    return UNKNOWN_CLASS if label.kind == "int" else label.low - clear_of(label.low, label.high)


def clear_of(low: float, high: float) -> float:
    """How far from a range a number clearly lies outside it, with the six digits that Pd has."""
    return max(1.0, 1e-4 * (abs(low) + abs(high)))


def _methods(card: Card, lookahead: int, has_terrain: bool, host_hz: int) -> tuple[MethodDescription, ...]:
    own_hz, ahead, delay = card.sample_rate_hz, lookahead * card.hop_samples, card.n_fft - card.hop_samples
    hop = ratio_of(card.hop_samples, own_hz, host_hz)
    heard, late = heard_late(own_hz, host_hz), sounds_late(ahead, own_hz, host_hz)
    # A hop that is not complete at the end of a step waits for the next.
    delay += lag_of(hop, own_hz, host_hz, card.hop_samples)
    followed = heard + round(delay * host_hz / own_hz)
    passed = heard + sounds_late(delay + ahead, own_hz, host_hz)
    audio = (PortDescription("audio", -1.0, 1.0, f"at {host_hz} Hz"),)
    home = list(enumerate(card.playable.home, start=1))
    latent = tuple(_coordinate(f"z{k}{_PAD_AXES.get(k, '')}", start) for k, start in home)
    played = tuple(_label_port(card.labels[index]) for index in played_labels(card.labels))
    predicted = tuple(_label_port(card.labels[index]) for index in predicted_labels(card.labels))
    place = tuple(_coordinate(name, start) for name, start in zip("xy", card.playable.start_place, strict=True))
    by_hand = tuple(_coordinate(_HAND.get(k, f"z{k}"), start) for k, start in home)
    surface = "the map" if has_terrain else "the plane of the first two axes"
    return (
        MethodDescription("forward", audio, 1, audio, 1, passed, "Plays a sound through the instrument."),
        MethodDescription("encode", audio, 1, latent + predicted, hop, followed, "Follows a sound."),
        MethodDescription("decode", latent + played, hop, audio, 1, late, "Plays coordinates."),
        MethodDescription("pad", by_hand + played, hop, audio, 1, late, "Plays a place on the pad."),
        *(
            (MethodDescription("map", place + played, hop, audio, 1, late, "Plays a place on the map."),)
            if has_terrain
            else ()
        ),
        MethodDescription("map2latent", place, hop, latent, hop, 0, f"Coordinates of a place on {surface}."),
        MethodDescription("latent2map", latent, hop, place, hop, 0, f"The place on {surface} of coordinates."),
    )


_PAD_AXES = {1: " pad x", 2: " pad y"}
_HAND = {1: "x", 2: "y"}


def _coordinate(label: str, start: float) -> PortDescription:
    return PortDescription(label, -1.0, 1.0, default=start)


def _label_port(label: LabelCard) -> PortDescription:
    # Max and Pd read commas and semicolons as syntax, and neither shows more than ASCII everywhere.
    text = re.sub(r"[^A-Za-z0-9_ -]+", "_", label.name).strip() or "label"
    return PortDescription(text, label.low, label.high, "", label.default)


def _label_attributes(labels: Sequence[LabelCard]) -> tuple[AttributeDescription, ...]:
    made: list[AttributeDescription] = []
    for index in conditioning_labels(labels):
        label, name = labels[index], label_attribute(labels, index)
        inlet = "the inlet is used" if "decoder" in label.conditions else "the predicted value is used"
        if label.kind == "int":
            span = f"{label.low:g} to {label.high:g}"
            text = f"The label “{label.name}” for all methods, {span}; at {UNKNOWN_CLASS} {inlet}."
            made.append(AttributeDescription(name, INT, UNKNOWN_CLASS, label.high, UNKNOWN_CLASS, label.classes, text))
        else:
            text = f"The label “{label.name}” for all methods; below {label.low:g} {inlet}."
            made.append(AttributeDescription(name, FLOAT, label.low, label.high, unknown_value(label), (), text))
    return tuple(made)
