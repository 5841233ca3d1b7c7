"""The guide for musicians, which the Help menu shows: its documents, their sections, and a search in them. Qt-free.

The documents are Markdown files in ``vschaos_resources/guide``. A link to a section is
``FILE.md#title-in-small-letters``, as on the forges that show Markdown; a *topic* is the same without ``.md``:
``playing#notes``. A folder below, such as ``guide/de``, holds the documents in another language, heading by heading:
their links and topics are those of the English ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import vschaos_resources

from vschaos_studio import language

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
    topic
        What names it: ``playing#life``; the document alone for its first section.
    title, text
        Its heading and its Markdown, without those of other headings.
    level
        1 for the title of the document, 2 below it.
    """

    topic: str
    title: str
    text: str
    level: int

    @property
    def document(self) -> str:
        """Name of its file, without the suffix."""
        return self.topic.partition("#")[0]


def markdown_of(document: str, spoken: str = "en") -> str:
    """The text of a document in a language; in English where it is not translated."""
    translation = FOLDER / spoken / f"{document}.md"
    return (translation if translation.exists() else FOLDER / f"{document}.md").read_text(encoding="utf-8")


def read_guide(spoken: str | None = None) -> tuple[Section, ...]:
    """All sections in a language, by default the window's, in the order of the contents."""
    chosen = language.code() if spoken is None else spoken
    return tuple(
        replace(shown, topic=english.topic)
        for document in DOCUMENTS
        for english, shown in zip(
            sections_of(document, markdown_of(document)),
            sections_of(document, markdown_of(document, chosen)),
            strict=True,
        )
    )


def sections_of(document: str, markdown: str) -> list[Section]:
    """The sections of a document's Markdown, named by their own titles."""
    _, *parts = re.split(r"^(#+) +(.+)$", markdown, flags=re.MULTILINE)
    return [
        Section(document if len(marks) == 1 else f"{document}#{_slug(title)}", title.strip(), text.strip(), len(marks))
        for marks, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


def _slug(title: str) -> str:
    return re.sub(r"[^\w-]", "", title.strip().lower().replace(" ", "-"))


def found(sections: Sequence[Section], words: str) -> list[Section]:
    """The sections in which every word begins a word, those that name them most first; all of them for no words."""
    begins = [re.compile(rf"\b{re.escape(word)}", re.IGNORECASE) for word in words.split()]

    def weight(section: Section) -> int:
        counts = [TITLE_WEIGHT * len(one.findall(section.title)) + len(one.findall(section.text)) for one in begins]
        return sum(counts) if all(counts) else 0

    if not begins:
        return list(sections)
    return sorted((one for one in sections if weight(one)), key=weight, reverse=True)
