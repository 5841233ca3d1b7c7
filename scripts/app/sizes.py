"""Print what each part of a packaged app costs: ``python -m scripts.app.sizes FOLDER [FOLDER …] [--download]``.

A part is a package with its libraries. With several folders there is a column for each, for comparison. ``--download``
adds what each part has once it is compressed alone by xz, which takes minutes; the archive of all is a little smaller.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

PROGRAMS = "programs (Python code)"
SYSTEM = "libraries of the system"
SMALLEST_MB = 1.0
"""Parts below it are added up in one row."""


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; returns the exit code."""
    parser = argparse.ArgumentParser(description="Print what each part of a packaged app costs, in MB.")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--download", action="store_true", help="also what it is compressed by xz")
    arguments = parser.parse_args(argv)
    columns: list[tuple[str, dict[str, float]]] = []
    for folder in arguments.folders:
        parts = parts_of(folder)
        columns.append((f"{folder.name}, disk", {part: size_mb(files) for part, files in parts.items()}))
        if arguments.download:
            columns.append((f"{folder.name}, xz", {part: compressed_mb(files) for part, files in parts.items()}))
    print("\n".join(table(columns)))
    return 0


def parts_of(folder: Path) -> dict[str, list[Path]]:
    """The files of each part; links are none."""
    parts: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            parts[part_of(path.relative_to(folder).parts)].append(path)
    return dict(parts)


def part_of(place: Sequence[str]) -> str:
    """The part to which a file belongs, by its place in the app."""
    if place[0] != "_internal":
        return PROGRAMS
    if len(place) == 2:
        return "Python" if place[1].startswith(("libpython", "base_library")) else SYSTEM
    top = place[1]
    if top.startswith("python3"):
        return "Python"
    if ".dist-info" in top:
        return PROGRAMS
    return top.removesuffix(".libs").replace("shiboken6", "PySide6")


def size_mb(files: Iterable[Path]) -> float:
    """Size on the disk."""
    return sum(path.stat().st_size for path in files) / 1e6


def compressed_mb(files: Iterable[Path]) -> float:
    """Size once compressed as one stream."""
    packer = lzma.LZMACompressor()
    return (sum(len(packer.compress(path.read_bytes())) for path in files) + len(packer.flush())) / 1e6


def table(columns: Sequence[tuple[str, dict[str, float]]]) -> list[str]:
    """Rows of Markdown, the largest part first; small ones together, and the sum."""
    parts = sorted({part for _, sizes in columns for part in sizes}, key=lambda part: -columns[0][1].get(part, 0.0))
    large = [part for part in parts if any(sizes.get(part, 0.0) >= SMALLEST_MB for _, sizes in columns)]
    small = [sum(size for part, size in sizes.items() if part not in large) for _, sizes in columns]
    rows = [(part, [sizes.get(part, 0.0) for _, sizes in columns]) for part in large]
    rows += [("smaller parts", small), ("**all**", [sum(sizes.values()) for _, sizes in columns])]
    return [
        f"| MB | {' | '.join(head for head, _ in columns)} |",
        f"|---|{'---:|' * len(columns)}",
        *(f"| {part} | {' | '.join(f'{size:.1f}' for size in sizes)} |" for part, sizes in rows),
    ]


if __name__ == "__main__":
    sys.exit(main())
