"""Retired words stay out of the code: `docs/glossary.md` has the words in use."""

from __future__ import annotations

import io
import tokenize
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("vschaos", "vschaos_studio", "resources", "benchmarks", "testing", "scripts")
RETIRED = {
    "told": "reported, sent, shown, text",
    "_tell": "_emit, _report, _show",
    "in_words": "describe_…, format_…",
}
"""Identifiers, and what to write instead."""


def identifiers(path: Path) -> set[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return {token.string for token in tokens if token.type == tokenize.NAME}


def test_retired_words_are_not_identifiers():
    found = {
        path.relative_to(ROOT).as_posix(): {word: RETIRED[word] for word in retired}
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (retired := identifiers(path) & RETIRED.keys())
    }
    assert found == {}
