"""The licences of everything in a packaged app: Python packages, and libraries of the Debian system it was built on.

``copyright`` lists them in Debian's machine-readable format; the full texts lie beside it in ``licences/``.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from PyInstaller.archive.readers import CArchiveReader  # pyright: ignore[reportMissingImports]  # with the extra app alone

from scripts.app.elf_needs import elf_files, packages_of

ROOT = Path(__file__).resolve().parents[2]
OWN = "vschaos-studio"
COMMON = Path("/usr/share/common-licenses")
QT = ("PySide6_Essentials", "shiboken6")
QT_TEXTS = ("GPL-3", "LGPL-3")
_TEXTS = ("licen", "copying", "notice", "copyright")
_CLASSIFIER = "License :: OSI Approved :: "


def write_licences(app: Path, target: Path) -> None:
    """Write ``copyright`` and the texts for the app in a folder."""
    texts = target / "licences"
    texts.mkdir(parents=True)
    rows = [_row("*", "2026 The vschaos studio authors", "MIT", (ROOT / "LICENSE").read_text(encoding="utf-8"))]
    for part in bundled_distributions(app):
        name = part.metadata["Name"]
        copied = _copy_texts(part, texts / name)
        if name in QT:
            copied = _copy_common(texts / name)
        where = f"The texts are in licences/{name}/." if copied else "The package has no text."
        rows.append(
            _row(f"{name} {part.version}", part.metadata["Author"] or f"the {name} authors", _named(part), where)
        )
    for package in bundled_debian_packages(app):
        shutil.copyfile(f"/usr/share/doc/{package}/copyright", texts / f"{package}.debian.txt")
        rows.append(_row(package, f"the {package} authors", "various", f"See licences/{package}.debian.txt."))
    shutil.copyfile(_python_licence(), texts / "python.txt")
    rows.append(_row("Python", "the Python Software Foundation", "PSF-2.0", "See licences/python.txt."))
    head = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: vschaos studio\n"
    (target / "copyright").write_text("\n".join([head, *rows]), encoding="utf-8")


def bundled_distributions(app: Path) -> list[Distribution]:
    """The Python distributions of which modules are in an app, without our own, by name."""
    modules = {path.name.partition(".")[0] for path in (app / "_internal").iterdir()}
    for program in app.iterdir():
        if program.is_file():
            archive = CArchiveReader(str(program))
            name = next(name for name in archive.toc if name.startswith("PYZ"))
            modules |= {module.partition(".")[0] for module in archive.open_embedded_archive(name).toc}
    known = packages_distributions()
    names = {name for module in modules for name in known.get(module, ())} - {OWN}
    return sorted(map(distribution, names), key=lambda part: part.metadata["Name"].lower())


def bundled_debian_packages(app: Path) -> list[str]:
    """The Debian packages that libraries at the top of an app come from."""
    top = [path.name for path in elf_files(app / "_internal") if path.parent.name == "_internal"]
    packages = {*packages_of(top).values()}
    return sorted(package for package in packages if Path(f"/usr/share/doc/{package}/copyright").exists())


def _row(files: str, who: str, licence: str, text: str) -> str:
    lines = [f" {line}" if line.strip() else " ." for line in text.strip().splitlines()]
    return "\n".join([f"Files: {files}", f"Copyright: {who}", f"License: {licence}", *lines, ""])


def _named(part: Distribution) -> str:
    """The licence as the metadata name it."""
    named = part.metadata["License-Expression"] or part.metadata["License"] or ""
    if not named or len(named.splitlines()) > 1:
        classifiers: Iterable[str] = part.metadata.get_all("Classifier") or ()
        named = ", ".join(one.removeprefix(_CLASSIFIER) for one in classifiers if one.startswith(_CLASSIFIER))
    return named or "see its text"


def _copy_texts(part: Distribution, target: Path) -> bool:
    """Copy the licence texts of a distribution; whether it has any."""
    found = [
        file
        for file in part.files or ()
        if file.suffix not in (".py", ".pyc") and any(word in file.name.lower() for word in _TEXTS)
    ]
    for number, file in enumerate(found):
        target.mkdir(exist_ok=True)
        shutil.copyfile(str(file.locate()), target / (f"{number}-{file.name}" if number else file.name))
    return bool(found)


def _copy_common(target: Path) -> bool:
    """Copy the texts for Qt, which its packages lack; whether this system has them."""
    found = [COMMON / text for text in QT_TEXTS if (COMMON / text).exists()]
    for text in found:
        target.mkdir(exist_ok=True)
        shutil.copyfile(text, target / text.name)
    return bool(found)


def _python_licence() -> Path:
    """Python's own licence text."""
    library = Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}"
    places = (library / "LICENSE.txt", Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"))
    return next(path for path in places if path.exists())
