"""The guide: every link and every topic of the window leads somewhere, and what it calls by name has that name."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import vschaos
import vschaos_studio
from vschaos_studio.services import languages
from vschaos_studio.state.guide import DOCUMENTS, FOLDER, found, markdown_of, read_guide, sections_of

LANGUAGES = tuple(languages.LANGUAGES)
TRANSLATIONS = LANGUAGES[1:]
QUOTED = {"en": "“([^”]+)”", "de": "„([^“]+)“", "fr": "«([^»]+)»"}

SECTIONS = read_guide("en")
TOPICS = {section.topic for section in SECTIONS}
CODE = [path for package in (vschaos, vschaos_studio) for path in Path(package.__file__).parent.rglob("*.py")]


def links(markdown):
    return re.findall(r"\]\(([^)]+)\)", markdown)


def plain(text):
    """In small letters with a single kind of spaces, without marks of keys, and # for numbers and placeholders."""
    return re.sub(r"%n|\d+|\{[^}]*\}", "#", " ".join(text.replace("&", "").lower().split()))


def quoted(markdown, spoken):
    return [plain(name) for name in re.findall(QUOTED[spoken], markdown)]


def emphasised(markdown):
    """The parts of what is bold or italic: entries of menus are written **Help › Show log**."""
    return [plain(name) for part in re.findall(r"\*+([^*]+)\*+", markdown) for name in part.split("›")]


def catalogue(spoken):
    """From each English text of the window to its translations."""
    texts = {}
    for message in ElementTree.parse(languages.FOLDER / f"vschaos_{spoken}.ts").iter("message"):
        shown = message.find("translation")
        assert shown is not None
        texts.setdefault(plain(message.findtext("source", "")), set()).update(map(plain, shown.itertext()))
    return {english: {one for one in shown if one} for english, shown in texts.items()}


@pytest.mark.parametrize("folder", [FOLDER, *(FOLDER / spoken for spoken in TRANSLATIONS)], ids=LANGUAGES)
def test_every_file_is_in_the_contents(folder):
    assert {path.stem for path in folder.glob("*.md")} == set(DOCUMENTS)
    assert len(TOPICS) == len(SECTIONS)


@pytest.mark.parametrize("spoken", TRANSLATIONS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_translation_has_the_headings_of_the_english_document(document, spoken):
    english = sections_of(document, markdown_of(document, "en"))
    shown = sections_of(document, markdown_of(document, spoken))
    assert [one.level for one in shown] == [one.level for one in english]
    assert len({one.title for one in shown}) == len(shown)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_sections(document):
    for link in links(markdown_of(document)):
        assert link.replace(".md", "") in TOPICS, link


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_a_translation_has_the_links_of_the_english_section(spoken):
    for english, shown in zip(SECTIONS, read_guide(spoken), strict=True):
        assert sorted(links(shown.text)) == sorted(links(english.text)), shown.title


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
        plain(node.value)
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    for section in SECTIONS:
        for name in quoted(section.text, "en"):
            assert name in texts, section.topic


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_names_in_quotation_marks_are_in_the_catalogue(spoken):
    texts = "\n".join(text for texts in catalogue(spoken).values() for text in texts)
    for section in read_guide(spoken):
        for name in quoted(section.text, spoken):
            assert name in texts, section.topic


@pytest.mark.parametrize("spoken", TRANSLATIONS)
def test_names_of_the_window_are_translated_as_there(spoken):
    texts = catalogue(spoken)
    checked = 0
    for english, shown in zip(SECTIONS, read_guide(spoken), strict=True):
        names = "\n".join([*quoted(shown.text, spoken), *emphasised(shown.text)])
        for name in [*quoted(english.text, "en"), *emphasised(english.text)]:
            if wanted := texts.get(name):
                checked += 1
                assert any(text in names for text in wanted), f"{english.topic}: {name} is {wanted}"
    assert checked > 50


@pytest.mark.parametrize(("words", "first"), [("snapshot", "playing#snapshots"), ("dropout", "troubleshooting")])
def test_the_section_that_is_about_it_is_found_first(words, first):
    assert found(SECTIONS, words)[0].topic.startswith(first)


def test_search_takes_beginnings_of_words_and_all_of_them():
    sections = sections_of("start", "# One\nlatency of notes\n## Two\nLate notes\n## Three\nplate")
    assert [one.title for one in found(sections, "late")] == ["One", "Two"]
    assert [one.title for one in found(sections, "note lat")] == ["One", "Two"]
    assert [one.title for one in found(sections, "note plate")] == []
    assert found(sections, " ") == sections
