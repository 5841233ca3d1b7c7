"""Texts of the library in the user's language.

The library writes finished English sentences: “bell.wav” is empty. Its templates, such as ``“{0}” is empty.``, are
listed in ``library.json``; the one that a sentence matches is translated, and filled with the sentence's own parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

HOLE = re.compile(r"(“?)\{(\d+)\}")
QUOTED = re.compile("“([^“”]*)”")
NUMBER = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?")


class LibraryTexts:
    """Translates what the library wrote.

    Parameters
    ----------
    templates
        The list of templates.
    look_up
        From an English text or template to its translation; empty where there is none.
    decimal, thousands
        The marks in numbers.
    """

    def __init__(self, templates: Path, look_up: Callable[[str], str], *, decimal: str, thousands: str) -> None:
        self._file = templates
        self._look_up = look_up
        self._marks = str.maketrans({",": thousands, ".": decimal})
        self.translate = lru_cache(maxsize=4096)(self._translate)

    def _translate(self, text: str) -> str:
        """The translation; empty where there is none."""
        exact = self._look_up(text)
        if exact or not text:
            return exact
        for template, pattern in self._patterns:
            match = pattern.fullmatch(text)
            translation = self._look_up(template) if match else ""
            if match and translation:
                quoted = [bool(hole[1]) for hole in HOLE.finditer(template)]
                parts = [
                    part if whole else self._part(part) for part, whole in zip(match.groups(), quoted, strict=True)
                ]
                return translation.format(*parts)
        return ""

    def _part(self, text: str) -> str:
        """What is put into a sentence: a number, a list of names, or text of the library again."""
        if NUMBER.fullmatch(text):
            return text.translate(self._marks)
        return self.translate(text) or QUOTED.sub(self._quote, text)

    def _quote(self, name: re.Match[str]) -> str:
        return (self._look_up("“{0}”") or "“{0}”").format(name[1])

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        """Each template and what matches it, those with the most literal text first."""
        listed = json.loads(self._file.read_text(encoding="utf-8"))
        # “{0}” alone would match “a”, “b” as one name.
        templates = sorted((one for one in listed if one != "“{0}”"), key=lambda one: -len(HOLE.sub("", one)))
        return [
            (one, re.compile("(.*?)".join(map(re.escape, re.split(r"\{\d+\}", one))), re.DOTALL)) for one in templates
        ]
