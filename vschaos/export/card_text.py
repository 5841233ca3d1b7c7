"""The card that lies beside an export: what a musician must know of it, in Markdown. Torch-free."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.export.description import (
    STR,
    AttributeDescription,
    ExportDescription,
    MethodDescription,
    PortDescription,
)

BUFFERS = (512, 1024, 2048, 4096)
"""Last arguments of the object whose latency is told."""

HOST_BLOCK = 64
"""Samples of a block of Pure Data."""

NOT_GIVEN = "not given"


PURPOSES = (
    (".ts", "the instrument"),
    ("-help.pd", "for Pure Data: every method and attribute"),
    ("-map.pd", "for Pure Data: the map"),
    ("-map.maxpat", "for Max: the map"),
    (".pd", "for Pure Data: the instrument to play"),
    (".maxpat", "for Max: the instrument to play"),
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
        f"An instrument for the `nn~` object of Max and Pure Data. The host must run at **{facts.sample_rate_hz} Hz**: "
        "nn~ does not resample.",
        "",
        *_table(
            ("", ""),
            (
                ("Author", facts.author or NOT_GIVEN),
                ("Licence", facts.licence or NOT_GIVEN),
                ("Sounds", facts.consent or NOT_GIVEN),
                ("Window and hop", f"{facts.n_fft} and {facts.hop_samples} samples"),
                ("Latent dimensions", str(facts.latent_dims)),
                ("Pad", "a terrain" if facts.has_terrain else "the plane of the first two axes"),
                ("Buffer", f"`{example} decode {facts.buffer}`: a power of two, {facts.hop_samples} to 4096 samples"),
            ),
        ),
        "",
        "## Files",
        "",
        *(f"- `{file}`{_purpose(file)}" for file in files),
        "",
        "Keep them together, or put the folder into the search path of Max or Pd.",
        "",
        "## Methods",
        "",
        *(line for method in facts.methods for line in _method(method)),
        "## Attributes",
        "",
        "Send `set NAME VALUE` to the left inlet. What is out of range is refused, and nothing changes.",
        "",
        *_table(
            ("name", "values", "at first", ""),
            [(f"`{item.name}`", _values(item), _plain(item.default), item.help) for item in facts.attributes],
        ),
        "",
        *_classes(facts),
        "## Latency",
        "",
        "From a sound going in to the same sound coming out, in samples and milliseconds. Of it, the instrument itself "
        f"takes {facts.latency_samples} samples, which a touch does not wait for.",
        "",
        *_latencies(facts),
        "",
    ]
    return "\n".join(lines)


def host_latency(buffer: int, *, threaded: bool) -> int:
    """Samples by which nn~ in Pure Data is late: it fills one buffer, and in a thread plays the one before."""
    return (2 if threaded else 1) * buffer - HOST_BLOCK


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
            ("", "name", "range", "unit", "rests at"),
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
    if attribute.kind == STR:
        return ", ".join(f"`{choice}`" for choice in attribute.choices)
    if attribute.choices and attribute.low == 0:
        return ", ".join(f"{number} {choice}" for number, choice in enumerate(attribute.choices))
    return f"{_plain(attribute.low)} … {_plain(attribute.high)}"


def _plain(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return str(round(value)) if float(value).is_integer() else f"{value:g}"


def _classes(description: ExportDescription) -> list[str]:
    named = [label for label in description.labels if label.classes]
    if not named:
        return []
    lines = ["## Classes", ""]
    for label in named:
        learned = range(round(label.low), round(label.high) + 1)
        lines.append(f"- **{label.name}**: {', '.join(f'{number} {label.classes[number]}' for number in learned)}")
    return [*lines, ""]


def _latencies(description: ExportDescription) -> list[str]:
    rows = [
        (
            str(buffer),
            *(
                f"{late} ({1000.0 * late / description.sample_rate_hz:.0f} ms)"
                for threaded in (True, False)
                for late in (host_latency(buffer, threaded=threaded) + description.latency_samples,)
            ),
        )
        for buffer in BUFFERS
        if buffer >= description.hop_samples
    ]
    return _table(("buffer", "in a thread (usual)", "without"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_row(head), _row(["---"] * len(head)), *(_row(row) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    # A bar or a line break in a name must not break the table.
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in cells) + " |"
