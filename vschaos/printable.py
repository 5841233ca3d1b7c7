"""Make names safe to show: names of files and peers may contain characters that move a cursor. Pure Python."""

from __future__ import annotations

import re

UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: escape sequences, line ends, bells
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\ud800-\udfff]"  # surrogates: bytes of a name that are not text
)
"""A character that moves a cursor, or that a terminal or label cannot show."""


def printable(text: str, *, lines: bool = False) -> str:
    """A text with “�” for each character that cannot be shown; ``lines`` keeps line feeds and tabs."""
    return UNSHOWABLE.sub(lambda found: found[0] if lines and found[0] in "\n\t" else "�", text)


def escaped(text: str) -> str:
    r"""Text with control characters written as ``\u001b``, except tabs and line feeds."""
    return UNSHOWABLE.sub(lambda found: found[0] if found[0] in "\n\t" else f"\\u{ord(found[0]):04x}", text)
