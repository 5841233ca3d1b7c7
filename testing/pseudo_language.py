"""A language that shows which texts are not translated, and what does not fit when a translation is longer."""

from __future__ import annotations

import os
import re

from vschaos_studio import language
from vschaos_studio.language import Language
from vschaos_studio.services.languages import VARIABLE, open_language

PSEUDO = "pseudo"
MARK, END = "\u2060", "\u2063"
"""Around each text; they take no room: the word joiner, the invisible separator."""


def choose_language_of_tests() -> None:
    """Choose the language that ``VSCHAOS_LANGUAGE`` names: English if none, ``pseudo`` for this one."""
    code = os.environ.get(VARIABLE, "en")
    language.choose(Language(PSEUDO, _look_up, lambda text: _look_up(text)) if code == PSEUDO else open_language(code))


def _look_up(text: str, comment: str = "", n: int | None = None) -> str:
    """The text, marked, and 40 % longer by its own beginning; once, however often it is translated."""
    shown = comment if n == 1 else text
    if shown.startswith(MARK) or not shown:
        return shown
    return f"{MARK}{shown} {_plain(shown)[: 2 * len(shown) // 5 - 1]}{END}"


def _plain(text: str) -> str:
    """The text without what is filled in, and with one letter to press at the most."""
    return re.sub(r"\{.*?\}|%n|[&{}\n]", "", text)
