"""Writes Pure Data patches: a canvas, its boxes with their places, and the cords between them.

Everything that Pd's file format needs escaped is escaped here and nowhere else. Boxes know their size as Pd draws
them at font size 12, so that a layout can be checked without a screen. Pure Python.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from vschaos.files import write_file

Atom = str | int | float
Contents = tuple[tuple[Atom, ...], ...]
"""Of a row of objects and messages, the atoms of each."""

FONT = 12
CHAR_WIDTH, LINE_HEIGHT = 7, 16
"""Of Pd's font at size 12, in pixels."""
OBJECT_HEIGHT = LINE_HEIGHT + 5
LONGEST_LINE = 60
NUMBER_HEIGHT = 18
SLIDER_THICKNESS = 16
LABEL_SIZE = 10
BACKGROUND, FOREGROUND, INK = "#fcfcfc", "#000000", "#202020"


class Separator:
    """A comma or semicolon between the messages of a message box."""

    def __init__(self, sign: str) -> None:
        self.written = f"\\{sign}"


COMMA, SEMICOLON = Separator(","), Separator(";")


@dataclass(frozen=True)
class Rectangle:
    """A place in pixels, from the window's upper left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel beside it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.y + self.height

    def meets(self, other: Rectangle) -> bool:
        """Whether the two share a pixel."""
        beside = self.right <= other.x or other.right <= self.x
        return not beside and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class PdBox:
    """A box of a canvas: its number there, and where it lies. A ``backdrop`` has others on top of it."""

    number: int
    rectangle: Rectangle
    backdrop: bool = False


@dataclass(frozen=True)
class Wire:
    """Names to send to and to receive from, of a control on the screen; empty where there is none."""

    send: str = ""
    receive: str = ""


class MessageAtoms(tuple[Atom, ...]):
    """The atoms of a message box."""


@dataclass
class Canvas:
    """A window of a patch.

    Attributes
    ----------
    width, height
        Of the window in pixels.
    name
        Of a canvas inside another.
    graph
        What of it the canvas around it shows, if anything; without its name.
    """

    width: int
    height: int
    name: str = ""
    graph: Rectangle | None = None
    boxes: list[PdBox] = field(default_factory=list)
    inner: list[Canvas] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _cords: list[str] = field(default_factory=list)

    # ── boxes ─────────────────────────────────────────────────────────────────────────────────────────────

    def obj(self, x: int, y: int, text: str, *atoms: Atom, width: int = 0) -> PdBox:
        """An object. ``text`` is split at its spaces, each of ``atoms`` is whole; ``width`` is in characters."""
        return self._text_box("obj", x, y, [*text.split(), *atoms], width, 3)

    def msg(self, x: int, y: int, *atoms: Atom | Separator) -> PdBox:
        """A message box; a string with spaces is one atom."""
        return self._text_box("msg", x, y, atoms, 0, 4)

    def text(self, x: int, y: int, sentence: str, width: int = 60) -> PdBox:
        """A comment, broken into lines of ``width`` characters."""
        # Braces and backslashes confuse the window that draws it, and a semicolon begins a line.
        clean = sentence.translate(str.maketrans("{}\\;", "()/,"))
        parts = [part for piece in clean.split() for part in _punctuated(piece)]
        lines = wrapped(clean, width)
        longest = width if len(lines) > 1 else max(len(lines[0]), 1)
        rectangle = Rectangle(x, y, longest * CHAR_WIDTH + 5, text_height(clean, width))
        return self._add(f"#X text {x} {y} {' '.join(parts)}, f {longest};", rectangle)

    def hsl(self, x: int, y: int, low: float, high: float, wire: Wire, length: int = 201, log: int = 0) -> PdBox:
        """A horizontal slider, ``length`` pixels long, that rests at its lowest value until it gets another."""
        return self._slider(x, y, "hsl", (length, SLIDER_THICKNESS), (low, high, log), wire)

    def vsl(self, x: int, y: int, low: float, high: float, wire: Wire, length: int = 201) -> PdBox:
        """A vertical slider."""
        return self._slider(x, y, "vsl", (SLIDER_THICKNESS, length), (low, high, 0), wire)

    def nbx(
        self, x: int, y: int, low: float, high: float, value: float, wire: Wire, init: int = 0, digits: int = 6
    ) -> PdBox:
        """A number box that keeps to a range."""
        width = LABEL_SIZE * 31 // 36 * digits + NUMBER_HEIGHT // 2 + 4
        atoms = ["nbx", digits, NUMBER_HEIGHT, low, high, 0, init, *_names(wire), *_label()]
        atoms += [BACKGROUND, FOREGROUND, FOREGROUND, value if init else 0, 256]
        return self._gui(x, y, atoms, width + digits, NUMBER_HEIGHT)

    def tgl(self, x: int, y: int, value: int, wire: Wire, init: int = 0, size: int = 18, colour: str = INK) -> PdBox:
        """A switch of 0 and 1."""
        atoms = ["tgl", size, init, *_names(wire), *_label(), BACKGROUND, colour, FOREGROUND, value if init else 0, 1]
        return self._gui(x, y, atoms, size, size)

    def bng(self, x: int, y: int, wire: Wire, size: int = 18, colour: str = INK) -> PdBox:
        """A button."""
        atoms = ["bng", size, 250, 50, 0, *_names(wire), *_label(), BACKGROUND, colour, FOREGROUND]
        return self._gui(x, y, atoms, size, size)

    def hradio(self, x: int, y: int, cells: int, chosen: int, wire: Wire, init: int = 0, size: int = 18) -> PdBox:
        """A row of cells, one of which is chosen, numbered from 0."""
        atoms = ["hradio", size, 1, init, cells, *_names(wire), *_label(), BACKGROUND, INK, FOREGROUND]
        return self._gui(x, y, [*atoms, chosen if init else 0], size * cells, size)

    def vu(self, x: int, y: int, name: str, height: int = 120) -> PdBox:
        """A level meter, in decibels, with its scale."""
        atoms = ["vu", 15, height, name, "empty", -1, -8, 0, LABEL_SIZE, INK, FOREGROUND, 1, 0]
        return self._gui(x, y, atoms, 15 + 4 * LABEL_SIZE, height + LABEL_SIZE // 2)

    def symbol(self, x: int, y: int, wire: Wire, width: int = 12) -> PdBox:
        """A field that shows a word."""
        send, receive = _names(wire, empty="-")
        line = f"#X symbolatom {x} {y} {width} 0 0 0 - {escaped(receive)} {escaped(send)} {FONT};"
        return self._add(line, Rectangle(x, y, width * CHAR_WIDTH + 5, OBJECT_HEIGHT))

    def cnv(
        self, x: int, y: int, width: int, height: int, label: str = "", colour: str = "#e4e8ee", name: str = ""
    ) -> PdBox:
        """A coloured area behind other boxes, with a heading in its upper left corner."""
        handle = min(5, width, height)
        atoms = [
            "cnv",
            handle,
            width,
            height,
            *_names(Wire("", name)),
            label or "empty",
            6,
            10,
            0,
            FONT,
            colour,
            INK,
            0,
        ]
        return self._gui(x, y, atoms, width, height, backdrop=True)

    def lines(self, x: int, y: int, name: str, lines: Sequence[Atom]) -> PdBox:
        """A ``[text define]`` that keeps its lines in the file, one atom each."""
        box = self.obj(x, y, "text define -k", name)
        # A field would show the backslash before a common space.
        shown = [line.replace(" ", "\u00a0") if isinstance(line, str) else line for line in lines]
        self._lines.append(f"#A set {' '.join(f'{escaped(line)} {SEMICOLON.written}' for line in shown)};")
        return box

    def array(self, x: int, y: int, name: str, values: Sequence[float]) -> PdBox:
        """An ``[array define]`` that keeps its numbers in the file."""
        box = self.obj(x, y, "array define -k", name, len(values))
        # As Pd does, in lines of 1000.
        for start in range(0, len(values), 1000):
            self._lines.append(f"#A {start} {' '.join(map(escaped, values[start : start + 1000]))};")
        return box

    def abstraction(self, x: int, y: int, shown: Rectangle, *atoms: Atom) -> PdBox:
        """A patch in a file of its own that shows a part of itself."""
        return self._gui(x, y, atoms, shown.width, shown.height)

    def canvas(self, x: int, y: int, inside: Canvas, width: int = 0) -> PdBox:
        """A canvas inside this one, shown as ``[pd NAME]``, or by its graph."""
        self.inner.append(inside)
        lines = [inside.head(inner=True), *inside.body(), f"#X restore {x} {y} pd {escaped(inside.name)};"]
        if width:
            # After a comma, as of other boxes, it would be the width of the last box inside.
            lines.append(f"#X f {width};")
        shown = _text_rectangle(x, y, f"pd {inside.name}", width, 3)
        if inside.graph:
            shown = Rectangle(x, y, inside.graph.width, inside.graph.height)
        return self._add("\n".join(lines), shown)

    def connect(self, source: PdBox, outlet: int, target: PdBox, inlet: int = 0) -> None:
        """A cord."""
        self._cords.append(f"#X connect {source.number} {outlet} {target.number} {inlet};")

    def chain(self, *boxes: PdBox) -> None:
        """Cords from each box's first outlet to the next one's first inlet."""
        for source, target in pairwise(boxes):
            self.connect(source, 0, target)

    def flow(self, x: int, y: int, *contents: tuple[Atom, ...], gap: int = 14) -> tuple[PdBox, ...]:
        """Objects and messages from left to right, each one's first outlet to the next one's first inlet."""
        boxes: list[PdBox] = []
        for content in contents:
            if isinstance(content, MessageAtoms):
                boxes.append(self.msg(x, y, *content))
            else:
                boxes.append(self.obj(x, y, str(content[0]), *content[1:]))
            x = boxes[-1].rectangle.right + gap
        self.chain(*boxes)
        return tuple(boxes)

    # ── the file ──────────────────────────────────────────────────────────────────────────────────────────

    def head(self, inner: bool = False) -> str:
        """The line that opens the canvas."""
        last = f"{escaped(self.name)} 0" if inner else str(FONT)
        return f"#N canvas 40 40 {self.width} {self.height} {last};"

    def body(self) -> list[str]:
        """The lines of its boxes and cords."""
        return [*self._lines, *self._cords, *([_coordinates(self.graph)] if self.graph else [])]

    def written(self) -> str:
        """The text of the file."""
        return "\n".join([self.head(), *self.body()]) + "\n"

    def save(self, path: Path) -> Path:
        """Write the file; returns its path."""
        write_file(path, self.written().encode())
        return path

    # ── parts ─────────────────────────────────────────────────────────────────────────────────────────────

    def _add(self, line: str, rectangle: Rectangle, backdrop: bool = False) -> PdBox:
        box = PdBox(len(self.boxes), rectangle, backdrop)
        self.boxes.append(box)
        self._lines.append(line)
        return box

    def _text_box(self, kind: str, x: int, y: int, atoms: Sequence[Atom | Separator], width: int, least: int) -> PdBox:
        written = " ".join(atom.written if isinstance(atom, Separator) else escaped(atom) for atom in atoms)
        shown = written.replace("\\$", "$")
        # Pd breaks what is longer into lines, unless a width is given.
        width = width or (len(shown) if len(shown) > LONGEST_LINE else 0)
        suffix = f", f {width}" if width else ""
        return self._add(f"#X {kind} {x} {y} {written}{suffix};", _text_rectangle(x, y, shown, width, least))

    def _gui(self, x: int, y: int, atoms: Sequence[Atom], width: int, height: int, backdrop: bool = False) -> PdBox:
        line = f"#X obj {x} {y} {' '.join(escaped(atom) for atom in atoms)};"
        return self._add(line, Rectangle(x, y, width, height), backdrop)

    def _slider(
        self, x: int, y: int, kind: str, size: tuple[int, int], scale: tuple[float, float, int], wire: Wire
    ) -> PdBox:
        atoms = [kind, *size, *scale, 0, *_names(wire), *_label(), BACKGROUND, INK, FOREGROUND, 0, 1]
        # The knob stands out by a few pixels at both ends.
        return self._gui(x, y, atoms, size[0] + 5 * (kind == "hsl"), size[1] + 5 * (kind == "vsl"))


def wrapped(sentence: str, width: int) -> list[str]:
    """The lines that a comment of ``width`` characters is broken into."""
    return textwrap.wrap(" ".join(sentence.split()), width) or [""]


def text_height(sentence: str, width: int) -> int:
    """Of a comment, in pixels."""
    return len(wrapped(sentence, width)) * LINE_HEIGHT + 5


def escaped(atom: Atom) -> str:
    """An atom as it stands in a file."""
    if not isinstance(atom, str):
        return f"{atom:.9g}"
    for sign in "\\ ,;$":
        atom = atom.replace(sign, f"\\{sign}")
    return atom


def _punctuated(word: str) -> list[str]:
    """A word of a comment with its commas as atoms of their own, which Pd draws close to the word."""
    word = word.replace(",", " \\, ")
    return [part.replace("$", "\\$") for part in word.split()]


def _coordinates(graph: Rectangle) -> str:
    """A unit of the graph is a pixel; 2: shown without its name."""
    return f"#X coords 0 0 {graph.width} {graph.height} {graph.width} {graph.height} 2 {graph.x} {graph.y};"


def _names(wire: Wire, empty: str = "empty") -> list[str]:
    return [wire.send or empty, wire.receive or empty]


def _label() -> list[Atom]:
    return ["empty", 0, -8, 0, LABEL_SIZE]


def _text_rectangle(x: int, y: int, shown: str, width: int, least: int) -> Rectangle:
    return Rectangle(x, y, max(width or len(shown), least) * CHAR_WIDTH + 5, OBJECT_HEIGHT)
