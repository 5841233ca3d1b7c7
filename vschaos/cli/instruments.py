"""List instruments, read their cards, and write what a person may say on them.

  vschaos instruments list                       the factory's
  vschaos instruments list runs downloads        those, and all below these folders
  vschaos instruments inspect cello.vschaos      all that its card says
  vschaos instruments set cello.vschaos name="Old cello" author="A. Player" licence=CC0-1.0

Where an instrument is read, a training's folder is accepted.
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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vschaos.cli.doctor import length_text
from vschaos.errors import InstrumentError, VschaosError
from vschaos.files import replacing
from vschaos.instrument.bundle import CARD, SUFFIX, Instrument, read_card, read_instrument
from vschaos.instrument.card import Card, LabelCard
from vschaos.instrument.library import factory_instruments, find_instrument

SETTABLE = {
    "name": "name",
    "author": "author",
    "description": "description",
    "notes": "description",
    "licence": "licence",
    "license": "licence",
    "consent": "consent",
}
"""What a person may write, and the card's field for it. All else follows from the network and its training."""

LONGEST_TEXT = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the three acts."""
    act = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    listing = act.add_parser("list", help="the factory's instruments, and all below some folders")
    listing.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="searched to its depths")
    inspect = act.add_parser("inspect", help="all that an instrument's card says")
    change = act.add_parser("set", help="write on a card; the weights stay as they are, to the byte")
    for parser_of_one in (inspect, change):
        parser_of_one.add_argument("instrument", type=Path, metavar="INSTRUMENT", help="or a training's folder")
        parser_of_one.add_argument("-v", "--version", type=int, help="version of the training; the newest by default")
        parser_of_one.add_argument(
            "--checkpoint", choices=("last", "best"), default="last", help="of a training (last)"
        )
    change.add_argument("fields", nargs="+", metavar="FIELD=TEXT", help=f"FIELD is one of {', '.join(SETTABLE)}")
    for any_parser in (listing, inspect, change):
        any_parser.add_argument("--json", action="store_true", help="print JSON instead of words")


def run(arguments: argparse.Namespace) -> int:
    """List, inspect or set; returns the exit code."""
    if arguments.act == "list":
        return _list(arguments.folders, as_json=arguments.json)
    path = find_instrument(arguments.instrument, arguments.version, arguments.checkpoint)
    if arguments.act == "inspect":
        return _inspect(path, as_json=arguments.json)
    return _set(path, arguments.fields, as_json=arguments.json)


# ── list ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Listed:
    """An instrument in a list: its file and size, and its card or why there is none."""

    path: Path
    size_bytes: int
    card: Card | None
    problem: str = ""


def _list(folders: Sequence[Path], *, as_json: bool) -> int:
    listed = [_look(path) for path in _instruments(folders)]
    if as_json:
        print(json.dumps([_as_plain(item) for item in listed], ensure_ascii=False, indent=2))
        return 0
    readable = [(item, item.card) for item in listed if item.card is not None]
    table = Table(box=None, header_style="bold", pad_edge=False)
    for title in ("Instrument", "Labels"):
        table.add_column(title, overflow="fold")
    for title in ("Rate", "Latent", "Size", "Error"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("File", overflow="fold")
    for item, card in readable:
        table.add_row(
            Text(card.name),  # Text, so that brackets are not taken for markup
            Text(", ".join(label.name for label in card.labels) or "–"),
            f"{card.sample_rate_hz} Hz",
            str(card.latent_dims),
            _size_text(item.size_bytes),
            _error_text(card),
            Text(str(item.path)),
        )
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 1000  # no line is broken in a pipe or a file
    if readable:
        console.print(table)
    else:
        print("There is no instrument here.")
    for item in listed:
        if item.problem:
            print(f"vschaos instruments: {item.path}: {item.problem}", file=sys.stderr)
    return 0


def _instruments(folders: Sequence[Path]) -> Iterator[Path]:
    """The factory's instruments, then those below the folders by name, none twice."""
    seen: set[Path] = set()
    found = factory_instruments()
    for folder in folders:
        folder = folder.expanduser()
        if not folder.exists():
            raise InstrumentError(f"There is nothing at “{folder}”.", "Give a folder.")
        found += sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else [folder]
    for path in found:
        if path.is_file() and path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _look(path: Path) -> Listed:
    try:
        return Listed(path, path.stat().st_size, read_card(path))
    except InstrumentError as error:
        return Listed(path, path.stat().st_size, None, error.sentence)


def _as_plain(item: Listed) -> dict[str, Any]:
    card = item.card
    if card is None:
        return {"path": str(item.path), "size_bytes": item.size_bytes, "problem": item.problem}
    return {
        "path": str(item.path),
        "size_bytes": item.size_bytes,
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
    for title, text in card_in_words(instrument):
        print(f"{title:<12} {text}")
    print(f"{'File':<12} {path}, {_size_text(size)}")
    return 0


def card_in_words(instrument: Instrument) -> list[tuple[str, str]]:
    """All that a card says, as pairs of a title and a text."""
    card, facts = instrument.card, instrument.card.training
    rate = card.sample_rate_hz
    shares = " ".join(f"z{axis + 1} {share:.0%}" for axis, share in enumerate(instrument.axes.explained))
    pairs = [
        ("Name", card.name),
        ("Author", card.author or "not said"),
        ("Description", card.description or "none"),
        ("Licence", card.licence or "not said"),
        ("Consent", card.consent or "not said"),
        ("Sound", f"{rate} Hz, mono; a latent point each {1000 * card.hop_samples / rate:.1f} ms"),
        ("Window", f"{card.n_fft} samples ({1000 * card.n_fft / rate:.0f} ms), hop {card.hop_samples}"),
        ("Latent", f"{card.latent_dims} axes, that explain {shares}; {len(instrument.points)} training points"),
    ]
    pairs += [("Label", _label_in_words(label)) for label in card.labels] or [("Labels", "none")]
    accuracy = "" if facts.label_accuracy is None else f"; {facts.label_accuracy:.0%} of the labels found"
    active = "" if facts.active_dims is None else f"; {facts.active_dims} axes in use"
    return [
        *pairs,
        ("Learned from", f"{facts.files} sounds, {length_text(facts.audio_s)}"),
        ("Training", f"{facts.steps} steps of {facts.configuration or 'an unnamed configuration'}{active}"),
        ("Error", f"{_error_text(card)} on sounds that were held out{accuracy}"),
        ("Made", facts.created or "not said"),
        ("Sounds", ", ".join(card.sources) or "not said"),
        ("Format", f"version {card.format_version}"),
    ]


def _label_in_words(label: LabelCard) -> str:
    names = label.classes[round(label.low) : round(label.high) + 1]
    kind = f"{label.dim} classes" if label.kind == "int" else "a quantity"
    span = f"{label.low:g} to {label.high:g} learned" + (f" ({', '.join(names)})" if names else "")
    told = f"told to the {' and the '.join(label.conditions)}" if label.conditions else "told to no network"
    predicted = "found out from sound" if label.predicted else "not found out from sound"
    return f"{label.name}: {kind}, {span}, common {label.default:g}; {told}, {predicted}"


def _error_text(card: Card) -> str:
    return "–" if card.training.error_db is None else f"{card.training.error_db:.2f} dB"


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
        print(f"{field}: “{before[field]}” → “{text}”")
    print(f"Wrote {path}." if changed else "Nothing to change: the card says so already.")
    return 0


def fields_of(texts: Sequence[str]) -> dict[str, str]:
    """The card's fields that ``name=… author=…`` writes.

    Raises
    ------
    VschaosError
        If a field may not be set, or its text is none that a card can hold.
    """
    fields: dict[str, str] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        value = value.strip()
        if not equals or key not in SETTABLE:
            raise VschaosError(
                f"“{text}” cannot be written on a card.", f"Write FIELD=TEXT, with one of {', '.join(SETTABLE)}."
            )
        field = SETTABLE[key]
        if field == "name" and not value:
            raise VschaosError("An instrument cannot be without a name.", "Write name=… with a name.")
        if len(value) > LONGEST_TEXT or any(ord(sign) < 32 and sign not in "\n\t" for sign in value):
            raise VschaosError(
                f"The text for “{key}” is too long, or holds signs that cannot be shown.",
                f"Write plain text of {LONGEST_TEXT} signs at most.",
            )
        if field == "name" and "\n" in value:
            raise VschaosError("A name has one line.", "Write the rest into description=….")
        if field in fields:
            raise VschaosError(f"“{field}” is given twice.", "Give it once.")
        fields[field] = value
    return fields


def rewrite_card(path: Path, changed: dict[str, str]) -> None:
    """Put other texts on an instrument's card; every other byte of its content stays, and the file is never half new.

    Raises
    ------
    InstrumentError
        If the file is damaged, or may not be changed.
    """
    path = path.resolve()  # what a link leads to is changed, not the link
    if not os.access(path, os.W_OK):
        raise _unwritable(path, "it is read-only")
    try:
        with zipfile.ZipFile(path) as old:
            # The card as it is, not as we know it: a newer program's fields stay on it.
            card = json.loads(old.read(CARD).decode("utf-8")) | changed
            text = json.dumps(card, indent=2, ensure_ascii=False) + "\n"
            Card.from_json(text)
            with replacing(path) as file, zipfile.ZipFile(file, "w") as new:
                for member in map(copy, old.infolist()):  # writing changes it
                    if member.filename == CARD:
                        new.writestr(member, text, member.compress_type)
                    else:
                        with old.open(member) as source, new.open(member, "w") as target:
                            shutil.copyfileobj(source, target)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        raise InstrumentError(f"“{path.name}” is damaged: it was left as it is.", "Ask for the file again.") from error
    except OSError as error:
        raise _unwritable(path, error.strerror or str(error)) from error


def _unwritable(path: Path, reason: str) -> InstrumentError:
    return InstrumentError(
        f"The card of “{path}” cannot be changed: {reason}.",
        "Copy the instrument into a folder of your own, and change it there.",
    )
