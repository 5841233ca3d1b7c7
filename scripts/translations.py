"""Collect the texts of the window in the sources of its catalogues (.ts), and make the catalogues (.qm) of these.

``make translations``. What is new in the code stands in the sources as unfinished: translate it with Qt Linguist or an
editor, and call this again. What the code does not show any more is dropped.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = ROOT / "vschaos_studio"
CATALOGUES = ROOT / "resources" / "vschaos_resources" / "languages"
LANGUAGES = ("de", "fr")


def main() -> None:
    """Bring sources and catalogues up to date."""
    update(CATALOGUES)
    for code in LANGUAGES:
        source = CATALOGUES / f"vschaos_{code}.ts"
        release(source, source.with_suffix(".qm"))


def update(folder: Path) -> None:
    """Put the texts of the code in the sources in a folder, in alphabetical order."""
    files = [str(path.relative_to(ROOT)) for path in sorted(CODE.rglob("*.py"))]
    for code in LANGUAGES:
        options = ["-silent", "-locations", "none", "-no-obsolete", "-sort-messages"]
        # A text that resembles another one is translated anew.
        options += ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
        target = ["-source-language", "en", "-target-language", code, "-ts", str(folder / f"vschaos_{code}.ts")]
        _run("pyside6-lupdate", *options, *files, *target)


def release(source: Path, catalogue: Path) -> None:
    """Make a catalogue of its source."""
    _run("pyside6-lrelease", "-silent", "-nounfinished", str(source), "-qm", str(catalogue))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(tool), *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
