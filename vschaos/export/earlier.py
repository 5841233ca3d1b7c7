"""Whose export is in the place of a new one: unasked, an instrument replaces only its own. Torch-free."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

from vschaos.errors import ExportError
from vschaos.export.description import EXTRA_FILE
from vschaos.instrument.card import Card

KEPT = "-kept."
"""In the name of a patch that a person changed, and that stays beside the one of a new export."""

MAX_DESCRIPTION = 1 << 22
"""Bytes of a description that are read: no label has so many classes."""


def origin_of(card: Card) -> str:
    """What stays the same of an instrument while it learns on, hashed: name, sounds, dimensions, labels."""
    facts = [card.name, card.sources, card.sample_rate_hz, card.n_fft, card.hop_samples, card.latent_dims]
    labels = [(label.name, label.kind, label.dim) for label in card.labels]
    return hashlib.sha256(json.dumps([facts, labels]).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def other_export(path: Path, card: Card) -> str:
    """What is at ``path``, if it is not an earlier export of this instrument; empty if it is, or nothing is there."""
    if not path.exists():
        return ""
    described = _description(path)
    if described.get("origin") == origin_of(card):
        return ""
    title = described.get("title")
    if "origin" not in described and title == card.name:  # exported before origins were kept
        return ""
    return f"the export of “{title}”, another instrument" if title else "not an export of this program"


def refuse_other(path: Path, card: Card) -> None:
    """Refuse to replace the module at ``path`` unless it is an earlier export of this instrument, or there is none.

    Raises
    ------
    ExportError
        If it is another instrument's, or no export of ours.
    """
    other = other_export(path, card)
    if not other:
        return
    raise ExportError(
        f"“{path.parent}” already exists, and {path.name} in it is {other}.",
        "Choose another name (--name) or folder (-o), or replace it with --replace.",
    )


def written_patches(path: Path) -> tuple[str, ...]:
    """The fingerprints of the patches that were written with the module at ``path``."""
    written = _description(path).get("patches")
    return tuple(map(str, written)) if isinstance(written, list) else ()


def _description(path: Path) -> dict[str, object]:
    """The description inside a ``.ts`` file; empty where there is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.endswith(f"/extra/{EXTRA_FILE}"))
            with archive.open(name) as file:
                fields = json.loads(file.read(MAX_DESCRIPTION))
    except (OSError, zipfile.BadZipFile, StopIteration, ValueError, RecursionError, NotImplementedError):
        return {}
    return fields if isinstance(fields, dict) else {}
