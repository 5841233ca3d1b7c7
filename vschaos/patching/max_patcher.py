"""Writes Max patches: a patcher, its boxes with their places in both views, and the cords between them. Pure Python.

Everything that Max's text needs escaped is escaped here and nowhere else, and no cord can be made from or to a
missing outlet or inlet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from vschaos.files import write_file
from vschaos.patching.pd_canvas import Atom, MessageAtoms, Rectangle, wrapped

CHAR_WIDTH, LINE_HEIGHT = 7, 18
BOX_HEIGHT = 22
FLOAT, INT, BANG, SIGNAL, CHANNELS, ANY = "float", "int", "bang", "signal", "multichannelsignal", ""
_FIXED: dict[str, tuple[int, tuple[str, ...]]] = {
    "udpreceive": (1, (ANY,)),
    "udpsend": (1, ()),
    "sprintf": (1, (ANY,)),
    "zl.compare": (2, (ANY, ANY)),
    "zl.lookup": (2, (ANY, ANY)),
    "zl.reg": (2, (ANY, ANY)),
    "zl.slice": (2, (ANY, ANY)),
    ">=": (2, (INT,)),
    "prepend": (1, (ANY,)),
    "loadbang": (1, (BANG,)),
    "loadmess": (1, (ANY,)),
    "metro": (2, (BANG,)),
    "delay": (2, (BANG,)),
    "change": (1, (ANY, INT, INT)),
    "s": (1, ()),
    "r": (0, (ANY,)),
    "print": (1, ()),
    "sig~": (1, (SIGNAL,)),
    "*~": (2, (SIGNAL,)),
    "line~": (2, (SIGNAL, BANG)),
    "+~": (2, (SIGNAL,)),
    "dac~": (2, ()),
    "adc~": (1, (SIGNAL, SIGNAL)),
    "plugin~": (2, (SIGNAL, SIGNAL)),
    "plugout~": (2, (SIGNAL, SIGNAL)),
    "delay~": (2, (SIGNAL,)),
    "dspstate~": (1, (INT, FLOAT, INT, INT)),
    "adsr~": (5, (SIGNAL, SIGNAL, ANY, ANY)),
    "thispoly~": (1, (INT, INT)),
    "in": (1, (ANY,)),
    "out~": (1, ()),
    "notein": (1, (INT, INT, INT)),
    "mc.sig~": (1, (CHANNELS,)),
    "mc.*~": (2, (CHANNELS,)),
    "mc.+~": (2, (CHANNELS,)),
    "mc.mixdown~": (2, (CHANNELS,)),
    "gate": (2, (ANY,)),
    "scale": (6, (ANY,)),
    "i": (2, (INT,)),
    "f": (2, (FLOAT,)),
    "+": (2, (ANY,)),
    "-": (2, (ANY,)),
    "*": (2, (ANY,)),
    "/": (2, (ANY,)),
    "!=": (2, (INT,)),
}
"""Inlets, and what comes out of each outlet, of the objects that always have the same."""
_TRIGGERS = {"b": BANG, "i": INT, "f": FLOAT, "l": ANY, "s": ANY}


@dataclass(frozen=True)
class MaxBox:
    """A box of a patcher: its name there, its inlets and outlets, and where it lies in both views."""

    name: str
    inlets: int
    outlets: int
    rectangle: Rectangle
    presented: Rectangle | None = None
    backdrop: bool = False


@dataclass
class Patcher:
    """A window of a patch, which opens in its presentation.

    Attributes
    ----------
    width, height
        Of the window in pixels.
    attributes
        What else its file says of it.
    """

    width: int
    height: int
    attributes: dict[str, Any] = field(default_factory=dict)
    boxes: list[MaxBox] = field(default_factory=list)
    inner: list[Patcher] = field(default_factory=list)
    _written: list[dict[str, Any]] = field(default_factory=list)
    _cords: list[dict[str, Any]] = field(default_factory=list)

    # ── boxes ─────────────────────────────────────────────────────────────────────────────────────────────

    def obj(self, x: int, y: int, text: str, *atoms: Atom, ports: tuple[int, Sequence[str]] | None = None) -> MaxBox:
        """An object. ``text`` is split at its spaces, each of ``atoms`` is whole; ``ports`` of those not known here."""
        parts = [*text.split(), *map(written_atom, atoms)]
        inlets, outlets = ports or _ports(parts)
        written = " ".join(parts)
        place = Rectangle(x, y, text_width(written), BOX_HEIGHT)
        return self.ui("newobj", place, None, inlets, outlets, text=written)

    def msg(self, x: int, y: int, *atoms: Atom) -> MaxBox:
        """A message box; a string with spaces is one atom."""
        written = " ".join(map(written_atom, atoms))
        place = Rectangle(x, y, text_width(written), BOX_HEIGHT)
        return self.ui("message", place, None, 2, (ANY,), text=written)

    def comment(
        self, x: int, y: int, sentence: str, shown: tuple[int, int, int] | None = None, heading: bool = False
    ) -> MaxBox:
        """A comment; ``shown`` is its corner and its width in the presentation, where it may take several lines."""
        place = Rectangle(x, y, text_width(sentence), LINE_HEIGHT + 2)
        presented = None if shown is None else Rectangle(*shown, comment_height(sentence, shown[2]))
        return self.ui("comment", place, presented, 1, (), text=sentence, fontface=int(heading))

    def ui(
        self,
        maxclass: str,
        place: Rectangle,
        presented: Rectangle | None,
        inlets: int,
        outlets: Sequence[str],
        backdrop: bool = False,
        **attributes: Any,
    ) -> MaxBox:
        """Any box: its class, its places, its inlets and outlets, and what else its file says of it."""
        box = MaxBox(f"obj-{len(self.boxes) + 1}", inlets, len(outlets), place, presented, backdrop)
        written: dict[str, Any] = {
            "id": box.name,
            "maxclass": maxclass,
            "numinlets": inlets,
            "numoutlets": len(outlets),
            "patching_rect": _corners(place),
        }
        if outlets:
            written["outlettype"] = list(outlets)
        if presented is not None:
            written |= {"presentation": 1, "presentation_rect": _corners(presented)}
        self.boxes.append(box)
        self._written.append({"box": written | attributes})
        return box

    def patcher(
        self,
        x: int,
        y: int,
        name: str,
        inside: Patcher,
        shown: tuple[int, int] | None = None,
        outlets: Sequence[str] = (),
    ) -> MaxBox:
        """A patcher inside this one, ``p NAME``, in both views where ``shown`` is; it opens at a double click."""
        self.inner.append(inside)
        text = f"p {written_atom(name)}"
        width = text_width(text)
        place = Rectangle(x, y, width, BOX_HEIGHT)
        presented = None if shown is None else Rectangle(*shown, width, BOX_HEIGHT)
        return self.ui("newobj", place, presented, 0, outlets, text=text, patcher=inside.content())

    def flow(self, x: int, y: int, *contents: tuple[Atom, ...], gap: int = 12) -> tuple[MaxBox, ...]:
        """Objects and messages from left to right, each one's first outlet to the next one's first inlet."""
        boxes: list[MaxBox] = []
        for content in contents:
            if isinstance(content, MessageAtoms):
                boxes.append(self.msg(x, y, *content))
            else:
                boxes.append(self.obj(x, y, str(content[0]), *content[1:]))
            x = boxes[-1].rectangle.right + gap
        for source, target in pairwise(boxes):
            self.connect(source, 0, target)
        return tuple(boxes)

    def connect(self, source: MaxBox, outlet: int, target: MaxBox, inlet: int = 0) -> None:
        """A cord.

        Raises
        ------
        ValueError
            If one of its ends is not there.
        """
        if not (0 <= outlet < source.outlets and 0 <= inlet < target.inlets):
            raise ValueError(f"no cord from outlet {outlet} of {source} to inlet {inlet} of {target}")
        ends = {"source": [source.name, outlet], "destination": [target.name, inlet]}
        self._cords.append({"patchline": ends})

    # ── the file ──────────────────────────────────────────────────────────────────────────────────────────

    def content(self) -> dict[str, Any]:
        """The patcher as its file has it."""
        return {
            "fileversion": 1,
            "appversion": {"major": 8, "minor": 5, "revision": 0, "architecture": "x64", "modernui": 1},
            "classnamespace": "box",
            "rect": [40.0, 80.0, float(self.width), float(self.height)],
            "openinpresentation": 1,
            "default_fontsize": 12.0,
            "default_fontname": "Arial",
            "gridsize": [15.0, 15.0],
            "boxes": self._written,
            "lines": self._cords,
        } | self.attributes

    def written(self) -> str:
        """The text of the file."""
        return json.dumps({"patcher": self.content()}, indent=1, ensure_ascii=False) + "\n"

    def save(self, path: Path) -> Path:
        """Write the file; returns its path."""
        write_file(path, self.written().encode())
        return path


def written_atom(atom: Atom) -> str:
    """An atom as it stands in the text of a box: floats with a point, texts with spaces in quotes."""
    if isinstance(atom, int):
        return str(atom)
    if isinstance(atom, float):
        number = f"{atom:.9g}"
        return number if "." in number or "e" in number else f"{number}."
    if atom == ";":
        return atom
    plain = atom.replace("\\", "/").replace('"', "'")
    for sign in ",;":
        plain = plain.replace(sign, f"\\{sign}")
    return f'"{plain}"' if " " in plain or not plain else plain


def text_width(written: str) -> int:
    """Of a box with a text, in pixels."""
    return max(len(written) * CHAR_WIDTH + 14, 34)


def comment_height(sentence: str, width: int) -> int:
    """Of a comment of a width in pixels, in pixels."""
    return len(wrapped(sentence, width // CHAR_WIDTH)) * LINE_HEIGHT + 2


def _ports(parts: Sequence[str]) -> tuple[int, Sequence[str]]:
    name, arguments = parts[0], parts[1:]
    if name in _FIXED:
        return _FIXED[name]
    count = len(arguments)
    match name:
        case "t":
            return 1, [_TRIGGERS.get(letter, INT) for letter in arguments]
        case "route":
            return count + 1, [ANY] * (count + 1)
        case "sel":
            return (2 if count == 1 else count + 1), [*[BANG] * count, ANY]
        case "expr":
            return max(map(int, re.findall(r"\$[if](\d)", " ".join(arguments))), default=1), [ANY]
        case "selector~":
            return int(arguments[0]) + 1, [SIGNAL]
        case "sfplay~":
            return 2, [*[SIGNAL] * int(arguments[0]), BANG]
        case "mc.unpack~":
            return 1, [SIGNAL] * int(arguments[0])
        case "pack":
            return count, [ANY]
        case "unpack":
            return 1, [ANY] * count
        case _:
            raise ValueError(f"the inlets and outlets of “{name}” are not known")


def _corners(place: Rectangle) -> list[float]:
    return [float(place.x), float(place.y), float(place.width), float(place.height)]
