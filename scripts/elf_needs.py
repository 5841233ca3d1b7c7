"""What the programs and libraries of a folder need from a Debian system, as a line for ``Depends``.

A library names those that it is linked with; what is not in the folder must come from a package. Qt opens the libraries
of the screen by itself, as plug-ins, which are linked with them. Needs binutils and dpkg.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

MAGIC = b"\x7fELF"
_GLIBC = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")
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


def package_of(library: str) -> str | None:
    """The installed Debian package that has a library; None if there is none."""
    found = subprocess.run(["dpkg-query", "-S", f"*/{library}"], capture_output=True, text=True, check=False).stdout
    names = sorted({line.partition(":")[0] for line in found.splitlines() if " from: " not in line})
    return names[0] if names else None


def depends(folder: Path) -> list[str]:
    """The packages that a folder of programs needs, as in ``Depends``.

    Raises
    ------
    NeedsError
        If no installed package has one of the libraries.
    """
    links = read_links(folder)
    packages, unknown = set(), []
    for library, by in links.needed.items():
        package = package_of(library)
        if package is None:
            unknown.append(f"{library}, needed by {by[0].relative_to(folder)}")
        elif package != "libc6":
            packages.add(package)
    if unknown:
        raise NeedsError("No installed package has " + "; ".join(unknown))
    return [f"libc6 (>= {'.'.join(map(str, links.glibc))})", *sorted(packages)]
