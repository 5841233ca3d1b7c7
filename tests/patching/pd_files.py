"""Reads Pure Data patches, for tests: independent of the code that writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SEPARATOR = re.compile(r"(?<!\\);\n")


@dataclass
class Window:
    """A canvas of a file: its boxes as their atoms, its cords, and the canvases inside."""

    atoms: list[str]
    boxes: list[list[str]] = field(default_factory=list)
    cords: list[tuple[int, int, int, int]] = field(default_factory=list)
    windows: list[Window] = field(default_factory=list)


def read(text: str) -> Window:
    """The root canvas of a file."""
    stack: list[Window] = []
    root: Window | None = None
    for statement in SEPARATOR.split(text.strip() + "\n"):
        # A backslash before a space keeps a atom together.
        atoms = [atom.replace("\0", " ") for atom in statement.strip().replace("\\ ", "\0").split(" ")]
        if atoms[:2] == ["#N", "canvas"]:
            stack.append(Window(atoms[2:]))
            root = root or stack[0]
        elif atoms[:2] == ["#X", "restore"]:
            inside = stack.pop()
            stack[-1].windows.append(inside)
            stack[-1].boxes.append(["obj", *atoms[2:]])
        elif atoms[:2] == ["#X", "connect"]:
            source, outlet, target, inlet = map(int, atoms[2:])
            stack[-1].cords.append((source, outlet, target, inlet))
        elif atoms[0] == "#X" and atoms[1] != "f":
            stack[-1].boxes.append(atoms[1:])
    assert root is not None
    assert stack == [root], "every canvas is closed"
    return root


def windows(window: Window) -> list[Window]:
    """A window and all inside it."""
    return [window, *(deeper for inside in window.windows for deeper in windows(inside))]
