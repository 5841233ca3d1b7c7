"""The language of the window: English in the code, others from catalogues (`services/languages.py`). Qt-free.

A catalogue is chosen once, before the modules that show something are imported: tables of texts are translated as they
are made. ``lupdate`` finds the texts by the name of :func:`tr`, and only where they are literals.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Lookup = Callable[[str, str, int | None], str]
"""From an English text, its comment and a count to the translation; empty where there is none."""


@dataclass(frozen=True)
class Language:
    """How a language writes texts and numbers.

    Attributes
    ----------
    lookup
        For the texts of the studio.
    library
        For finished texts of the library: from English to the translation; empty where there is none.
    decimal, thousands
        The marks in numbers.
    """

    code: str = "en"
    lookup: Lookup = lambda *_: ""
    library: Callable[[str], str] = lambda _: ""
    decimal: str = "."
    thousands: str = ","


ENGLISH = Language()
_language = ENGLISH


def choose(language: Language) -> None:
    """Everything is said in this language from now on; what was said stays."""
    global _language
    _language = language


def code() -> str:
    """The language that was chosen, as ``de``."""
    return _language.code


def tr(text: str, comment: str = "", n: int | None = None, /, **values: object) -> str:
    """A text of the window in the user's language.

    Parameters
    ----------
    text
        In English, with ``{name}`` for each of ``values``; where something is counted, as for several, with ``%n`` for
        the number.
    comment
        Where something is counted, the text as for one. Elsewhere a word to the translator, if one English word stands
        for two things: ``tr("Open", "verb")``.
    n
        The number of what is counted.
    """
    shown = _language.lookup(text, comment, n)
    if not shown:
        shown = comment if n == 1 else text
    if n is not None:
        shown = shown.replace("%n", number(n))
    return shown.format(**values) if values else shown


def QT_TR_NOOP(text: str) -> str:
    """A text that is put into the catalogue by this name, and translated where it is shown; returns it."""
    return text


def translated(text: str) -> str:
    """A text of the library, which writes English, or one that was marked, in the user's language.

    It is returned as it is where no translation is known.
    """
    return _language.library(text) or text


def number(value: float, digits: int = 0) -> str:
    """A number with so many decimals, as the user's language writes it: ``1,234.5``, ``1.234,5``."""
    written = f"{value:,.{digits}f}"
    return written.translate(str.maketrans({",": _language.thousands, ".": _language.decimal}))


def short_number(value: float, digits: int) -> str:
    """A number with no more than so many digits that count, and without separators of thousands: ``0.25``."""
    return f"{value:.{digits}g}".replace(".", _language.decimal)


def quoted(name: str) -> str:
    """A name in the quotation marks of the user's language: “bells”, „bells“, « bells »."""
    return tr("“{name}”", name=name)
