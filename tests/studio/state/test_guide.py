"""The guide: every link and every topic of the window leads somewhere, and what it calls by name has that name."""

import ast
import re
from pathlib import Path

import pytest

import vschaos
import vschaos_studio
from vschaos_studio.state.guide import DOCUMENTS, FOLDER, found, markdown_of, read_guide, sections_of

SECTIONS = read_guide()
TOPICS = {section.topic for section in SECTIONS}
CODE = [path for package in (vschaos, vschaos_studio) for path in Path(package.__file__).parent.rglob("*.py")]


def test_every_file_is_in_the_contents():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(DOCUMENTS)
    assert len(TOPICS) == len(SECTIONS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_sections(document):
    for link in re.findall(r"\]\(([^)]+)\)", markdown_of(document)):
        assert link.replace(".md", "") in TOPICS, link


def test_topics_of_the_window_are_sections():
    used = {
        topic
        for path in CODE
        for topic in re.findall(rf'"((?:{"|".join(DOCUMENTS)})#[\w-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(used) > 8
    assert used <= TOPICS


def test_names_in_quotation_marks_are_those_of_the_window():
    texts = "\n".join(
        node.value.replace("&", "")
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    for document in DOCUMENTS:
        for name in re.findall(r"“([^”]+)”", markdown_of(document)):
            assert re.sub(r"\d+", "", name) in texts or name.replace("40", "{ms:g}").split("{")[0] in texts, name


@pytest.mark.parametrize(("words", "first"), [("snapshot", "playing#snapshots"), ("dropout", "troubleshooting")])
def test_the_section_that_is_about_it_is_found_first(words, first):
    assert found(SECTIONS, words)[0].topic.startswith(first)


def test_search_takes_beginnings_of_words_and_all_of_them():
    sections = sections_of("start", "# One\nlatency of notes\n## Two\nLate notes\n## Three\nplate")
    assert [one.title for one in found(sections, "late")] == ["One", "Two"]
    assert [one.title for one in found(sections, "note lat")] == ["One", "Two"]
    assert [one.title for one in found(sections, "note plate")] == []
    assert found(sections, " ") == sections
