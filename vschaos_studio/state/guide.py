"""The guide for musicians, which the Help menu shows: its documents, their sections, and a search in them. Qt-free.

The documents are Markdown files in ``vschaos_resources/guide``. A link to a section is
``FILE.md#title-in-small-letters``, as on the forges that show Markdown; a *topic* is the same without ``.md``:
``playing#notes``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import vschaos_resources

FOLDER = vschaos_resources.ROOT / "guide"

DOCUMENTS = ("start", "sounds", "learning", "playing", "max-and-pd", "osc", "troubleshooting")
"""In the order of the contents."""

TITLE_WEIGHT = 8
"""A word in a title counts as so many in the text."""


@dataclass(frozen=True)
class Section:
    """A heading with the text below it.

    Attributes
    ----------
    document
        Name of its file, without the suffix.
    title, text
        Its heading and its Markdown, without those of other headings.
    level
        1 for the title of the document, 2 below it.
    """

    document: str
    title: str
    text: str
    level: int

    @property
    def topic(self) -> str:
        """What names it: ``playing#life``; the document alone for its first section."""
        return self.document if self.level == 1 else f"{self.document}#{slug(self.title)}"


def slug(title: str) -> str:
    """A title as the part of a link behind ``#``."""
    return re.sub(r"[^\w-]", "", title.lower().replace(" ", "-"))


def markdown_of(document: str) -> str:
    """The text of a document."""
    return (FOLDER / f"{document}.md").read_text(encoding="utf-8")


def read_guide() -> tuple[Section, ...]:
    """All sections, in the order of the contents."""
    return tuple(section for document in DOCUMENTS for section in sections_of(document, markdown_of(document)))


def sections_of(document: str, markdown: str) -> list[Section]:
    """The sections of a document's Markdown."""
    _, *parts = re.split(r"^(#+) +(.+)$", markdown, flags=re.MULTILINE)
    return [
        Section(document, title.strip(), text.strip(), len(marks))
        for marks, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def found(sections: Sequence[Section], words: str) -> list[Section]:
    """The sections in which every word begins a word, those that name them most first; all of them for no words."""
    begins = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words.split()]

    def weight(section: Section) -> int:
        counts = [TITLE_WEIGHT * len(one.findall(section.title)) + len(one.findall(section.text)) for one in begins]
        return sum(counts) if all(counts) else 0

    if not begins:
        return list(sections)
    return sorted((one for one in sections if weight(one)), key=weight, reverse=True)
