"""Overrides that are names and paths: used as written, without Hydra's grammar.

``+data.dataset.root=drums (old), take #2 {à la ${carte}}`` names that folder. Quotation marks around the whole value,
which Hydra's grammar requires, are allowed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

PLAIN = {
    "name": "name",
    "rundir": "rundir",
    "data.dataset.root": "data.dataset.root",
    "start_from": "start_from",
    "train.from": "start_from",
}
"""Settings whose values are used as written, by what they may be called."""


def without_plain(overrides: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Split overrides into those for Hydra and the texts by setting; the last text of a setting counts."""
    others: list[str] = []
    texts: dict[str, str] = {}
    for override in overrides:
        setting, equals, value = override.partition("=")
        setting = setting.strip().lstrip("+")
        if equals and setting in PLAIN:
            texts[PLAIN[setting]] = _unquoted(value)
        else:
            others.append(override)
    return others, texts


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
    if not quoted or Path(value).expanduser().is_dir():
        return value
    return value[1:-1].replace(f"\\{value[0]}", value[0])
