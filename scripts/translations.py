"""Collect the texts of the window in the sources of its catalogues (.ts), and make the catalogues (.qm) of these.

Texts of the library that the window may show are among them; ``library.json`` lists their templates.

``make translations``. What is new in the code stands in the sources as unfinished: translate it with Qt Linguist or an
editor, and call this again. What the code does not show any more is dropped.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.library_texts import library_texts
from vschaos.performance.controls import Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.controls.control_row import english_name

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
    controls = control_table(Playable(2, terrain=True))
    library = sorted({*library_texts(), *map(english_name, controls)})
    templates = [text for text in library if "{0}" in text]
    (folder / "library.json").write_text(json.dumps(templates, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    files = [str(path.relative_to(ROOT)) for path in sorted(CODE.rglob("*.py"))]
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as of_library:
        of_library.writelines(f"tr({json.dumps(text, ensure_ascii=False)})\n" for text in library)
        of_library.flush()
        _update(folder, [*files, of_library.name])


def _update(folder: Path, files: list[str]) -> None:
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
