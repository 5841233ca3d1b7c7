"""The documents name files that exist, lead to sections that exist, and are in the navigation of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import soundfile
import yaml

from scripts.heard import PIECES
from vschaos import __version__
from vschaos_studio.state.guide import sections_of

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
GUIDE = ROOT / "resources" / "vschaos_resources" / "guide"
DOCUMENTS = [ROOT / "README.md", *sorted(DOCS.rglob("*.md")), *sorted(GUIDE.glob("*.md"))]
FOLDERS = "vschaos|vschaos_studio|resources|benchmarks|testing|tests|scripts|docs"
LARGEST_SOUND = 120_000


def links(document):
    text = re.sub(r"`[^`]*`", "", document.read_text(encoding="utf-8"))
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]


def anchors(document):
    """Names of the sections, as forges and the site make them."""
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    titles = (section.title for section in sections_of("", text))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_sections_that_a_document_names_exist(document):
    named = re.findall(rf"`((?:{FOLDERS})/[\w./-]+)`", document.read_text(encoding="utf-8"))
    missing = [name for name in named if not (ROOT / name).exists() and "NAME" not in name]
    for link in links(document):
        file, _, section = link.partition("#")
        target = document.parent / file if file else document
        if not target.exists() or (section and section not in anchors(target)):
            missing.append(link)
    assert not missing


def test_every_document_is_in_the_navigation_of_the_site():
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    shown = re.findall(r"[\w/-]+\.md", str(site["nav"]))
    documents = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    assert sorted(shown) == sorted([*documents, *(f"guide/{path.name}" for path in GUIDE.glob("*.md"))])


def test_each_sound_of_the_page_has_a_recipe_and_is_small():
    page = DOCS / "heard.md"
    sounds = {page.parent / link for link in links(page) if link.endswith(".ogg")}
    made = {DOCS / "sounds" / f"{name.lower()}-{piece.name}.ogg": piece for name in PIECES for piece in PIECES[name]}
    assert sounds == made.keys() == set((DOCS / "sounds").iterdir())
    for path, piece in made.items():
        samples, rate_hz = soundfile.read(path)
        assert path.stat().st_size <= LARGEST_SOUND
        assert abs(len(samples) / rate_hz - piece.seconds) < 0.1
        assert 0.03 < abs(samples).max() < 0.99


def test_the_citation_has_the_name_and_the_licence_of_the_project():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert citation["version"] == __version__
    assert f'license = "{citation["license"]}"' in project
    assert citation["authors"][0]["name"] in (ROOT / "LICENSE").read_text(encoding="utf-8")
