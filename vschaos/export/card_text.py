"""The card that lies beside an export: what a musician must know of it, in Markdown. Torch-free."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import (
    AttributeDescription,
    ExportDescription,
    MethodDescription,
    PortDescription,
)
from vschaos.export.patch_controls import for_max
from vschaos.instrument.card import PLAYED_DB

NOT_GIVEN = "not given"


PURPOSES = (
    (".ts", "the instrument"),
    ("-help.pd", "for Pure Data: every method and attribute"),
    ("-through.pd", "for Pure Data: a sound through the instrument"),
    ("-poly.pd", "for Pure Data: the instrument by notes, in eight voices"),
    ("-voice.pd", "for Pure Data: a voice of the patch with eight"),
    ("-pad.pd", "for Pure Data: the pad of these patches"),
    (".pd", "for Pure Data: the instrument to play"),
    ("-through.maxpat", "for Max: a sound through the instrument"),
    ("-poly.maxpat", "for Max: notes"),
    ("-voice.maxpat", "for Max: a voice, which the patch for notes and the instrument for Live load"),
    (".maxpat", "for Max: the instrument to play"),
    (".maxhelp", "for Max: every method and attribute"),
    ("-instrument.amxd", "for Live: an instrument for notes"),
    ("-effect.amxd", "for Live: an effect"),
)


def card_text(description: ExportDescription, files: Sequence[str] = ()) -> str:
    """The card.

    Parameters
    ----------
    description
        Of the export.
    files
        Names of the files beside it.
    """
    facts = description
    example = f"nn~ {facts.name}.ts"
    lines = [
        f"# {facts.title or facts.name}",
        "",
        *([facts.description, ""] if facts.description else []),
        f"An instrument for the `nn~` object of Max and Pure Data, which must run at **{facts.sample_rate_hz} Hz**. "
        "For a host at another rate, export it again, or send it `set sample_rate HZ` with the rate of the host.",
        "",
        *_table(
            ("", ""),
            (
                ("Author", facts.author or NOT_GIVEN),
                ("Licence", facts.licence or NOT_GIVEN),
                ("Sounds", facts.consent or NOT_GIVEN),
                ("Sample rate", _rate(facts)),
                ("Window and hop", f"{facts.n_fft} and {facts.hop_samples} samples"),
                ("Latent dimensions", str(facts.latent_dims)),
                ("Pad", "a map" if facts.has_terrain else "the plane of the first two axes"),
                (
                    "Level",
                    f"that of its training sounds; {facts.make_up_db:+.1f} dB, which the patches add, make most of "
                    f"them about {PLAYED_DB:g} LUFS",
                ),
                ("Buffer", f"`{example} decode {facts.buffer}`: a power of two, {facts.ratio} to 4096 samples"),
            ),
        ),
        "",
        "## Files",
        "",
        *(f"- `{file}`{_purpose(file)}" for file in files),
        "",
        "Keep these files together, or add the folder to the search path of Max or Pd.",
        "",
        f"In Max the patches use `nn~ {facts.name} decode {for_max(facts).buffer}`; 512 to 1024 samples are best where "
        "the hop allows it: nn~ for Max holds a lock while it computes a buffer, and asks for it in every vector.",
        "",
        "## Methods",
        "",
        *(line for method in facts.methods for line in _method(method)),
        "## Attributes",
        "",
        "Send a message `set NAME VALUE` to the left inlet. What has names takes the name or its number. A value that "
        "is refused changes nothing, and the console says `setter for NAME failed`.",
        "",
        *_table(
            ("name", "values", "default", "", "in Max", "in Pd"),
            [
                (
                    f"`{item.name}`",
                    _values(item),
                    _plain(item.default),
                    item.help,
                    f"`set {item.name} {item.example}`",
                    f"`set {item.name} {_number(item)}`",
                )
                for item in facts.attributes
            ],
        ),
        "",
        "Pd takes names, too, but prints an empty error for each. A name has `_` for what Max and Pd read as syntax, "
        "such as a space or a comma.",
        "",
        *_classes(facts),
        "## Latency",
        "",
        "In Pure Data, whose blocks are 64 samples: from input to output, in samples and "
        "milliseconds. In nn~’s own thread, as is usual, 2N − 64 for a buffer of N, without it N − 64, and the "
        f"instrument’s own: {_own(facts)}.",
        "",
        *_bufsize(facts),
        *_latencies(facts),
        "",
    ]
    return "\n".join(lines)


def _rate(facts: ExportDescription) -> str:
    if not facts.is_resampled:
        return f"{facts.sample_rate_hz} Hz, the instrument’s own: nothing is resampled"
    return f"{facts.sample_rate_hz} Hz, resampled from the instrument’s {facts.instrument_rate_hz} Hz"


def _number(attribute: AttributeDescription) -> str:
    """The example of an attribute as a number."""
    names = attribute.names
    return str(names.index(attribute.example)) if names else attribute.example


def _method(method: MethodDescription) -> list[str]:
    rate = f"a value every {method.in_ratio} samples" if method.in_ratio > 1 else "at audio rate"
    out = f"a value every {method.out_ratio} samples" if method.out_ratio > 1 else "at audio rate"
    late = f" {method.latency_samples} samples late." if method.latency_samples else ""
    return [
        f"### {method.name}",
        "",
        f"{method.help} Inlets {rate}, outlets {out}.{late}",
        "",
        *_table(
            ("", "name", "range", "unit", "default"),
            [*_ports("inlet", method.inlets), *_ports("outlet", method.outlets)],
        ),
        "",
    ]


def _ports(end: str, ports: Sequence[PortDescription]) -> list[tuple[str, ...]]:
    return [
        (f"{end} {number}", port.label, f"{port.low:g} … {port.high:g}", port.unit, f"{port.default:g}")
        for number, port in enumerate(ports, start=1)
    ]


def _purpose(file: str) -> str:
    return next((f": {purpose}" for ending, purpose in PURPOSES if file.endswith(ending)), "")


def _values(attribute: AttributeDescription) -> str:
    if attribute.choices and attribute.low == 0:
        return ", ".join(f"{number} {name}" for number, name in enumerate(attribute.names))
    return f"{_plain(attribute.low)} … {_plain(attribute.high)}"


def _plain(value: float) -> str:
    return str(round(value)) if float(value).is_integer() else f"{value:g}"


def _classes(description: ExportDescription) -> list[str]:
    named = [label for label in description.labels if label.classes]
    if not named:
        return []
    lines = ["## Classes", ""]
    for label in named:
        learned = label.classes_learned
        lines.append(f"- **{label.name}**: {', '.join(f'{number} {label.classes[number]}' for number in learned)}")
    return [*lines, ""]


def _by_own_latency(description: ExportDescription) -> dict[int, list[str]]:
    """Names of methods by what they themselves are late, the latest first."""
    latencies = sorted({method.latency_samples for method in description.methods}, reverse=True)
    return {
        own: [f"`{method.name}`" for method in description.methods if method.latency_samples == own]
        for own in latencies
    }


def _own(description: ExportDescription) -> str:
    return "; ".join(f"{own} samples of {', '.join(names)}" for own, names in _by_own_latency(description).items())


def _bufsize(description: ExportDescription) -> list[str]:
    """What the methods of one inlet and one outlet need."""
    single = [f"`{method.name}`" for method in description.methods if method.has_one_way]
    if not single:
        return []
    return [
        f"{', '.join(single)}: nn~ 1.6 for Pure Data ignores the buffer argument of an object with one inlet and one "
        f"outlet, and adds more latency. Send it `bufsize {description.buffer}` before the sound is switched on, "
        "with a `loadbang`.",
        "",
    ]


def _latencies(description: ExportDescription) -> list[str]:
    rows = [
        (
            ", ".join(names),
            str(host.buffer),
            *(
                f"{late} ({1000.0 * late / description.sample_rate_hz:.0f} ms)"
                for late in (host.threaded_samples + own, host.unthreaded_samples + own)
            ),
        )
        for own, names in _by_own_latency(description).items()
        for host in description.host_latencies
    ]
    return _table(("method", "buffer", "in a thread (usual)", "without"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    # A bar or a line break in a name must not break the table.
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
