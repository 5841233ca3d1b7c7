"""What the Export page says: names, methods, attributes, checks, files, as text. Qt-free.

All that an export offers comes from its description (`vschaos.export.description`), which the window may make without
torch; here it becomes text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from vschaos.export.describe import UNKNOWN_CLASS, describe
from vschaos.export.description import AttributeDescription, ExportDescription, PortDescription
from vschaos.export.earlier import KEPT
from vschaos.export.patch_controls import for_max
from vschaos.export.patch_name import SUFFIX
from vschaos.export.rates import HOST_RATES, convertible
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card
from vschaos_studio.language import number, short_number, tr, translated
from vschaos_studio.state.dataset import rate_text, sounds_text

UNNAMED = tr("NAME")
"""Stands for the name where none is typed yet."""

MAX, PD = "Max", "Pd"
HOSTS = (MAX, PD)

UNKNOWN = tr("unknown")
"""What the attribute of a label is before it is set."""

LONGEST_LIST = 6
"""Of inlets with one range, how many are listed by name."""

CHECK_TITLES = {
    "contract": tr("Methods and channels"),
    "operators": tr("Loads in nn~"),
    "live": tr("Sounds as in the studio"),
    "chunks": tr("Any buffer size"),
    "map": tr("Map as in the studio"),
    "robust": tr("Survives any input"),
    "attributes": tr("Attributes"),
    "rates": tr("Sample rates"),
    "speed": tr("Speed"),
}
"""In the order in which they are made."""

METHOD_TITLES = {
    "forward": tr("play a sound through it"),
    "encode": tr("follow a sound"),
    "decode": tr("play coordinates"),
    "pad": tr("play the pad"),
    "map": tr("play the map"),
    "map2latent": tr("from a place to coordinates"),
    "latent2map": tr("from coordinates to a place"),
}

FILE_PURPOSES = (
    ("-through.maxpat", tr("Max: a sound through the instrument")),
    ("-poly.maxpat", tr("Max: play notes")),
    ("-voice.maxpat", tr("Max: one of the voices for notes")),
    (".maxpat", tr("Max: play the instrument")),
    (".maxhelp", tr("Max: every method and attribute")),
    ("-instrument.amxd", tr("Live: an instrument for notes")),
    ("-effect.amxd", tr("Live: an effect")),
    ("-help.pd", tr("Pure Data: every method and attribute")),
    ("-through.pd", tr("Pure Data: play a sound through it")),
    ("-poly.pd", tr("Pure Data: play it by notes, in eight voices")),
    ("-voice.pd", tr("Pure Data: a voice of the patch with eight")),
    ("-pad.pd", tr("Pure Data: the pad of these patches")),
    (".pd", tr("Pure Data: play the instrument")),
    (SUFFIX, tr("the instrument, for nn~")),
    (".md", tr("a card: inlets, attributes, latency, licence")),
)
"""Endings, longest first where one ends in another, with what such a file is for."""

_FILE_ORDER = (
    SUFFIX,
    ".pd",
    "-through.pd",
    "-poly.pd",
    "-help.pd",
    "-voice.pd",
    "-pad.pd",
    ".maxpat",
    "-through.maxpat",
    "-poly.maxpat",
    "-voice.maxpat",
    ".maxhelp",
    "-instrument.amxd",
    "-effect.amxd",
    ".md",
)


@dataclass(frozen=True)
class CardTexts:
    """What the user may write on an export's card."""

    author: str = ""
    licence: str = ""
    notes: str = ""

    @classmethod
    def of(cls, card: Card) -> CardTexts:
        """Those of the instrument."""
        return cls(card.author, card.licence, card.description)


@dataclass(frozen=True)
class MethodTexts:
    """A method of the exported module, as nn~ shows it."""

    name: str
    use: str
    inlets: str
    outlets: str


@dataclass(frozen=True)
class AttributeTexts:
    """An attribute, as it is set."""

    name: str
    values: str
    default: str
    help: str


def description_of(instrument: Instrument, name: str, host_hz: int = 0) -> ExportDescription:
    """What the export of this instrument will offer to a host at this rate; 0: the instrument's own.

    Raises
    ------
    ExportError
        If nn~ cannot take the instrument.
    """
    has_terrain = instrument.latent_map is not None
    return describe(instrument.card, name=name or UNNAMED, has_terrain=has_terrain, host_hz=host_hz)


def rates(own_hz: int, chosen_hz: int = 0) -> tuple[tuple[str, int], ...]:
    """The rates to export for, with their texts; the instrument's own, 0, is the first."""
    own = tr("{rate}, the instrument’s own", rate=rate_text(own_hz)) if own_hz else tr("the instrument’s own")
    others = sorted(rate for rate in {*HOST_RATES, chosen_hz} - {0, own_hz} if convertible(own_hz or rate, rate))
    return ((own, 0), *((rate_text(rate_hz), rate_hz) for rate_hz in others))


def rate_note(description: ExportDescription) -> str:
    """What the rate of an export means for who plays it."""
    host = rate_text(description.sample_rate_hz)
    if not description.is_resampled:
        return tr("Max or Pd must run at {rate}, or the patch sends “set sample_rate” with its own rate.", rate=host)
    added_ms = 1000.0 * description.method("decode").latency_samples / description.sample_rate_hz
    return tr(
        "Resampled from {own} to {rate}, {late} ms late. Max or Pd must run at {rate}, or the patch sends “set "
        "sample_rate” with its own rate.",
        own=rate_text(description.instrument_rate_hz),
        rate=host,
        late=number(added_ms, 1),
    )


def object_text(description: ExportDescription, method: str, host: str) -> str:
    """The text of an object box: Pd needs the file's ending, Max does not, and a shorter buffer."""
    if host == MAX:
        return f"nn~ {description.name} {method} {for_max(description).buffer}"
    return f"nn~ {description.name}{SUFFIX} {method} {description.buffer}"


def methods(description: ExportDescription) -> tuple[MethodTexts, ...]:
    """The inlets and outlets of each method."""
    return tuple(
        MethodTexts(
            method.name,
            METHOD_TITLES.get(method.name) or translated(method.help),
            ports_text(method.inlets),
            ports_text(method.outlets),
        )
        for method in description.methods
    )


def ports_text(ports: Sequence[PortDescription]) -> str:
    """Inlets or outlets; those with the same range are listed together."""
    parts: list[str] = []
    for (low, high), group in groupby(ports, key=lambda port: (port.low, port.high)):
        names = [port.label for port in group]
        if names == ["audio"]:
            parts.append(tr("sound"))
            continue
        if len(names) > LONGEST_LIST:
            names = [*names[: LONGEST_LIST - 1], f"… {names[-1]}"]
        parts.append(tr("{names} ({low} to {high})", names=", ".join(names), low=_number(low), high=_number(high)))
    return " · ".join(parts)


def attributes(description: ExportDescription) -> tuple[AttributeTexts, ...]:
    """The attributes, which can be set between any two buffers."""
    return tuple(
        AttributeTexts(item.name, _values(item), _default(item), translated(item.help))
        for item in description.attributes
    )


def facts(card: Card) -> tuple[tuple[str, str], ...]:
    """Titles and texts of what matters about an instrument before it is exported."""
    shape = tr(
        "%n latent dimensions · {rate} · hop {hop} samples",
        "%n latent dimension · {rate} · hop {hop} samples",
        card.latent_dims,
        rate=rate_text(card.sample_rate_hz),
        hop=card.hop_samples,
    )
    trained = sounds_text(card.training.files or len(card.sources))
    rows = (
        (tr("Shape"), shape),
        (tr("Trained on"), " · ".join(part for part in (trained, card.training.configuration) if part)),
        (tr("Sounds"), translated(card.consent)),
    )
    return tuple((title, text) for title, text in rows if text)


def files_text(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Names of files and what each is for; the module first, the card last."""
    rows = [(name, *_purpose(name)) for name in names]
    rows.sort(key=lambda item: (_FILE_ORDER.index(item[1]) if item[1] in _FILE_ORDER else len(_FILE_ORDER), item[0]))
    return tuple((name, purpose) for name, _, purpose in rows)


def speed_text(decode_x_realtime: float, forward_x_realtime: float) -> str:
    """How much faster than real time it is; empty where it was not measured."""
    factors = [
        tr("{method} {factor} × real time", method=method, factor=number(factor))
        for method, factor in (("decode", decode_x_realtime), ("forward", forward_x_realtime))
        if factor > 0
    ]
    return tr("{factors}, on one processor of this computer", factors=", ".join(factors)) if factors else ""


def _purpose(name: str) -> tuple[str, str]:
    if KEPT in name:
        return KEPT, tr("yours: changed before this export")
    return next(((ending, purpose) for ending, purpose in FILE_PURPOSES if name.endswith(ending)), ("", ""))


def _values(attribute: AttributeDescription) -> str:
    if attribute.choices and attribute.low == 0:
        return ", ".join(f"{place} {name}" for place, name in enumerate(attribute.names))
    return tr("{low} to {high}", low=_number(attribute.low), high=_number(attribute.high))


def _default(attribute: AttributeDescription) -> str:
    default = attribute.default
    # A label is unknown, and its inlet counts, at −1 for a class and below its range for a quantity.
    unknown = default < attribute.low or default == attribute.low == UNKNOWN_CLASS
    return UNKNOWN if unknown else _number(default)


def _number(value: float) -> str:
    text = str(round(value)) if float(value).is_integer() else short_number(value, 6)
    return text.replace("-", "−")
