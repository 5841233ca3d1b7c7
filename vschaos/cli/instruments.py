"""List instruments, show their cards, and edit the texts on them.

  vschaos instruments list                       the factory instruments
  vschaos instruments list runs downloads        the same, and all instruments in these folders
  vschaos instruments inspect cello.vschaos      everything on its card
  vschaos instruments set cello.vschaos name="Old cello" author="A. Player" licence=CC0-1.0

An instrument can also be named by the folder of its training.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import sys
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from vschaos import terminal
from vschaos.cli.doctor import length_text
from vschaos.errors import InstrumentError, VschaosError
from vschaos.files import replacing
from vschaos.instrument.bundle import CARD, SUFFIX, Instrument, read_card, read_instrument
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.library import factory_instruments, find_instrument
from vschaos.untrusted import format_json, parse_json

SETTABLE = {
    "name": "name",
    "author": "author",
    "description": "description",
    "notes": "description",
    "licence": "licence",
    "license": "licence",
    "consent": "consent",
}
"""The texts that can be edited, and their fields on the card. The training decides all other fields."""

LONGEST_TEXT = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare list, inspect and set."""
    act = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = act.add_parser("list", help="list the factory instruments, and all in some folders")
    listing.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="searched with all its subfolders")
    inspect = act.add_parser("inspect", help="show everything on an instrument's card")
    change = act.add_parser("set", help="edit texts on a card; the weights do not change")
    for parser_of_one in (inspect, change):
        parser_of_one.add_argument(
            "instrument", type=Path, metavar="INSTRUMENT", help="a .vschaos file, or the folder of a training"
        )
        parser_of_one.add_argument("-v", "--version", type=int, help="version of the training; default: the newest")
        parser_of_one.add_argument(
            "--checkpoint", choices=("last", "best"), default="last", help="checkpoint of the training; default: last"
        )
    change.add_argument("fields", nargs="+", metavar="FIELD=TEXT", help=f"FIELD is one of {', '.join(SETTABLE)}")
    for any_parser in (listing, inspect, change):
        any_parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    """List, inspect or set; returns the exit code."""
    if arguments.act == "list":
        return _list(arguments.folders, as_json=arguments.json)
    path = find_instrument(arguments.instrument, arguments.version, arguments.checkpoint)
    if arguments.act == "inspect":
        return _inspect(path, as_json=arguments.json)
    return _set(path, arguments.fields, as_json=arguments.json)


# ── list ──────────────────────────────────────────────────────────────────────────────────────────────────


def _list(folders: Sequence[Path], *, as_json: bool) -> int:
    listed = [_listed(path) for path in _instruments(folders)]
    if as_json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
        return 0
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("Instrument", "Labels"):
        table.add_column(title, overflow="fold")
    for title in ("Rate", "Latent", "Size", "Error"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("File", overflow="fold")
    for item in listed:
        if "problem" not in item:
            rate, size = f"{item['sample_rate_hz']} Hz", _size_text(item["size_bytes"])
            numbers = (rate, str(item["latent_dims"]), size, _error_text(item["error_db"]))
            texts = (item["name"], ", ".join(item["labels"]) or "–", *numbers, item["path"])
            table.add_row(*(Text(terminal.one_line(text)) for text in texts))  # Text: no markup in names
    console = terminal.console(soft_wrap=False)
    if not console.is_terminal:
        console.width = 1000  # do not wrap lines in a pipe or a file
    if table.rows:
        console.print(table)
    else:
        print("There are no instruments here.")
    for item in listed:
        if "problem" in item:
            print(terminal.one_line(f"vschaos instruments: {item['path']}: {item['problem']}"), file=sys.stderr)
    return 0


def _instruments(folders: Sequence[Path]) -> Iterator[Path]:
    """The factory instruments, then those in the folders by name, without duplicates."""
    seen: set[Path] = set()
    found = factory_instruments()
    for folder in folders:
        folder = folder.expanduser()
        if not folder.exists():
            raise InstrumentError(f"“{folder}” does not exist.", "Choose another folder or file.")
        found += sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else [folder]
    for path in found:
        if path.is_file() and path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _listed(path: Path) -> dict[str, Any]:
    """An instrument in a list, or the problem with its card."""
    item: dict[str, Any] = {"path": str(path), "size_bytes": path.stat().st_size}
    try:
        card = read_card(path)
    except InstrumentError as error:
        return item | {"problem": error.sentence}
    return item | {
        "name": card.name,
        "labels": [label.name for label in card.labels],
        "sample_rate_hz": card.sample_rate_hz,
        "latent_dims": card.latent_dims,
        "error_db": card.training.error_db,
    }


# ── inspect ───────────────────────────────────────────────────────────────────────────────────────────────


def _inspect(path: Path, *, as_json: bool) -> int:
    instrument = read_instrument(path, with_weights=False)
    size = path.stat().st_size
    if as_json:
        plain = {"path": str(path), "size_bytes": size, "card": dataclasses.asdict(instrument.card)}
        explained = [round(float(share), 4) for share in instrument.axes.explained]
        print(
            json.dumps(plain | {"explained": explained, "points": len(instrument.points)}, ensure_ascii=False, indent=2)
        )
        return 0
    for title, text in describe_card(instrument):
        print(f"{title:<12} {text}")
    print(f"{'File':<12} {terminal.one_line(str(path))}, {_size_text(size)}")
    return 0


def describe_card(instrument: Instrument) -> list[tuple[str, str]]:
    """Everything on a card, as pairs of title and text."""
    card, facts = instrument.card, instrument.card.training
    rate = card.sample_rate_hz
    shares = " ".join(f"z{axis + 1} {share:.0%}" for axis, share in enumerate(instrument.axes.explained))
    pairs = [
        ("Name", card.name),
        ("Author", card.author or "not given"),
        ("Description", card.description or "none"),
        ("Licence", card.licence or "not given"),
        ("Consent", card.consent or "not given"),
        ("Sound", f"{rate} Hz, mono; one latent point every {1000 * card.hop_samples / rate:.1f} ms"),
        ("Window", f"{card.n_fft} samples ({1000 * card.n_fft / rate:.0f} ms), hop {card.hop_samples}"),
        ("Latent", f"{card.latent_dims} axes, which explain {shares}; {len(instrument.points)} training points"),
    ]
    pairs += [("Label", _describe_label(label)) for label in card.labels] or [("Labels", "none")]
    accuracy = "" if facts.label_accuracy is None else f"; {facts.label_accuracy:.0%} of the labels predicted correctly"
    meaning = f", {facts.closeness}" if facts.closeness else ""
    active = "" if facts.active_dims is None else f"; {facts.active_dims} axes in use"
    start = f"; started from “{facts.started_from}”" if facts.started_from else ""
    return [
        *pairs,
        ("Trained on", f"{facts.files} sounds, {length_text(facts.audio_s)}"),
        ("Training", f"{facts.steps} steps of {facts.configuration or 'an unnamed configuration'}{active}{start}"),
        ("Error", f"{_error_text(facts.error_db)} on held-out sounds{meaning}{accuracy}"),
        ("Made", facts.created or "not given"),
        ("Sounds", ", ".join(card.sources) or "not given"),
        ("Format", f"version {card.format_version}"),
    ]


def _describe_label(label: LabelCard) -> str:
    names = [label.classes[number] for number in label.classes_learned] if label.classes else []
    kind = f"{label.dim} classes" if label.kind == "int" else "a quantity"
    numbers = ", ".join(map(str, label.learned)) or f"{label.low:g} to {label.high:g}"
    span = f"trained on {numbers}" + (f" ({', '.join(names)})" if names else "")
    conditions = f"conditions the {' and the '.join(label.conditions)}" if label.conditions else "conditions no network"
    predicted = "predicted from sound" if label.predicted else "not predicted"
    return f"{label.name}: {kind}, {span}, default {label.default:g}; {conditions}, {predicted}"


def _error_text(error_db: float | None) -> str:
    return "–" if error_db is None else f"{error_db:.2f} dB"


def _size_text(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"


# ── set ───────────────────────────────────────────────────────────────────────────────────────────────────


def _set(path: Path, texts: Sequence[str], *, as_json: bool) -> int:
    fields = fields_of(texts)
    before = dataclasses.asdict(read_card(path))
    changed = {field: text for field, text in fields.items() if before[field] != text}
    if changed:
        rewrite_card(path, changed)
    if as_json:
        changes = {field: {"before": before[field], "after": text} for field, text in changed.items()}
        print(json.dumps({"path": str(path), "changed": changes}, ensure_ascii=False))
        return 0
    for field, text in changed.items():
        print(terminal.one_line(f"{field}: “{before[field]}” → “{text}”"))
    print(terminal.one_line(f"Wrote {path}.") if changed else "No change: the card has these texts already.")
    return 0


def fields_of(texts: Sequence[str]) -> dict[str, str]:
    """The fields of a card that ``name=… author=…`` sets.

    Raises
    ------
    VschaosError
        If a field cannot be set, or its text is not allowed.
    """
    fields: dict[str, str] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        value = value.strip()
        if not equals or key not in SETTABLE:
            raise VschaosError(
                f"“{text}” cannot be set.", f"Write FIELD=TEXT, where FIELD is one of {', '.join(SETTABLE)}."
            )
        field = SETTABLE[key]
        if field == "name" and not value:
            raise VschaosError("An instrument needs a name.", "Write name=TEXT.")
        if len(value) > LONGEST_TEXT or any(ord(character) < 32 and character not in "\n\t" for character in value):
            raise VschaosError(
                f"The text for “{key}” is too long, or contains control characters.",
                f"Write plain text of at most {LONGEST_TEXT} characters.",
            )
        if field == "name" and "\n" in value:
            raise VschaosError("A name must have only one line.", "Put the rest into description=TEXT.")
        if field in fields:
            raise VschaosError(f"“{field}” is set twice.", "Set it once.")
        fields[field] = value
    return fields


def rewrite_card(path: Path, changed: dict[str, str]) -> None:
    """Replace texts on an instrument's card; the rest of its content stays the same, and the file is replaced at once.

    Raises
    ------
    InstrumentError
        If the file is damaged, or cannot be changed.
    """
    if not os.access(path, os.W_OK):
        raise _unwritable(path, "it is read-only")
    try:
        with zipfile.ZipFile(path) as old:
            # The raw card, so that the fields of a newer program stay.
            card = parse_json(old.read(CARD)) | changed
            text = format_json(card, indent=2) + "\n"
            Card.from_json(text)
            with replacing(path) as file, zipfile.ZipFile(file, "w") as new:
                for member in map(copy, old.infolist()):  # writestr changes the member
                    if member.filename == CARD:
                        new.writestr(member, text, member.compress_type)
                    else:
                        with old.open(member) as source, new.open(member, "w") as target:
                            shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, ValueError) as error:
        raise InstrumentError(f"“{path.name}” is damaged and was not changed.", "Get the file again.") from error
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def _unwritable(path: Path, reason: str) -> InstrumentError:
    return InstrumentError(
        f"The card of “{path}” cannot be changed: {reason}.",
        "Copy the instrument into another folder, and edit the copy.",
    )
