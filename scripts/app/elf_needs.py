"""What the programs and libraries of a folder need from a Debian system, as a line for ``Depends``.

A library names those that it is linked with; what is not in the folder must come from a package. Qt opens the libraries
of the screen by itself, as plug-ins, which are linked with them. Needs binutils and dpkg.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = b"\x7fELF"
_GLIBC = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")
ALTERNATIVES = {"libjack-jackd2-0": "libjack-jackd2-0 | libjack-0.125"}
"""Packages of which another may take the place."""

_OTHER_KINDS = re.compile(r"/lib(32|x32)/|/i386-linux-gnu/")  # of machine
_ROW = re.compile(r"^\s+(NEEDED|SONAME)\s+(\S+)")


class NeedsError(Exception):
    """A library that no package has."""


@dataclass
class Links:
    """What the files of a folder are linked with.

    Attributes
    ----------
    needed
        From the name of a library outside the folder to the files that need it.
    glibc
        The newest version of the C library that any of them asks for.
    """

    needed: dict[str, list[Path]] = field(default_factory=dict)
    glibc: tuple[int, ...] = (2, 17)


def elf_files(folder: Path) -> list[Path]:
    """The programs and libraries in a folder."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    found.append(path)
    return found


def read_links(folder: Path) -> Links:
    """What the files of a folder are linked with outside of it."""
    files = elf_files(folder)
    shown = subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=True).stdout
    links = Links()
    inside = {path.name for path in folder.rglob("*")}
    wanted: dict[str, list[Path]] = {}
    current = folder
    for line in shown.splitlines():
        if ":     file format" in line:
            current = Path(line.partition(":     file format")[0])
        elif row := _ROW.match(line):
            kind, name = row.groups()
            if kind == "SONAME":
                inside.add(name)
            else:
                wanted.setdefault(name, []).append(current)
        elif version := _GLIBC.search(line):
            links.glibc = max(links.glibc, tuple(map(int, version[1].split("."))))
    links.needed = {name: by for name, by in sorted(wanted.items()) if name not in inside}
    return links


def packages_of(libraries: Iterable[str]) -> dict[str, str]:
    """The installed Debian packages of libraries; those that no package has are left out."""
    patterns = [f"*/{library}" for library in libraries]
    if not patterns:
        return {}
    found = subprocess.run(["dpkg-query", "--search", *patterns], capture_output=True, text=True, check=False).stdout
    rows = (line.rpartition(": ") for line in found.splitlines() if not line.startswith("diversion "))
    return {Path(path).name: names.partition(":")[0] for names, _, path in rows if not _OTHER_KINDS.search(path)}


def depends(folder: Path) -> list[str]:
    """The packages that a folder of programs needs, as in ``Depends``.

    Raises
    ------
    NeedsError
        If no installed package has one of the libraries.
    """
    links = read_links(folder)
    packages = packages_of(links.needed)
    unknown = [f"{one}, for {by[0].relative_to(folder)}" for one, by in links.needed.items() if one not in packages]
    if unknown:
        raise NeedsError("No installed package has " + "; ".join(unknown))
    names = sorted({*packages.values()} - {"libc6"})
    return [f"libc6 (>= {'.'.join(map(str, links.glibc))})", *(ALTERNATIVES.get(name, name) for name in names)]
