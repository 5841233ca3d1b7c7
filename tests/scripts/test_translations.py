"""The catalogues hold every text of the window, in every language."""

import ast
import shutil
import string
from xml.etree import ElementTree

import pytest

from scripts.translations import CATALOGUES, CODE, LANGUAGES, release, update


@pytest.fixture(scope="module")
def updated(tmp_path_factory):
    """Copies of the sources, as lupdate makes them of the code."""
    folder = tmp_path_factory.mktemp("languages")
    for code in LANGUAGES:
        shutil.copy(CATALOGUES / f"vschaos_{code}.ts", folder)
    update(folder)
    return folder


def messages(code):
    """Source, comment and element of each entry."""
    tree = ElementTree.parse(CATALOGUES / f"vschaos_{code}.ts")
    return [(one.findtext("source"), one.findtext("comment") or "", one) for one in tree.iter("message")]


def translations(message):
    """Its translation, or those for one and for several."""
    translation = message.find("translation")
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sources_hold_what_the_code_shows(code, updated):
    name = f"vschaos_{code}.ts"
    assert (updated / name).read_text("utf-8") == (CATALOGUES / name).read_text("utf-8"), "run `make translations`"


def test_the_templates_are_those_of_the_library(updated):
    name = "library.json"
    assert (updated / name).read_text("utf-8") == (CATALOGUES / name).read_text("utf-8"), "run `make translations`"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogues_are_made_of_the_sources(code, tmp_path):
    release(CATALOGUES / f"vschaos_{code}.ts", tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == (CATALOGUES / f"vschaos_{code}.qm").read_bytes(), (
        "run `make translations`"
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_is_translated_with_all_that_is_put_in(code):
    unfinished = [source for source, _, one in messages(code) if one.find("translation").get("type")]
    assert not unfinished
    for source, _, one in messages(code):
        for text in translations(one):
            assert text, source
            assert placeholders(text) <= placeholders(source), source
            assert one.get("numerus") or "%n" not in text, source
        # A single one need not be named: “das Label wechselt” for “1 of 3 labels changes”.
        assert placeholders(translations(one)[-1]) == placeholders(source), source
        assert ("%n" in translations(one)[-1]) == ("%n" in source), source


def test_every_text_is_a_literal_that_is_found():
    """``lupdate`` silently leaves out what it does not understand, as a call inside an f-string."""
    found = {(source, comment) for source, comment, _ in messages("de")}
    lost = []
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                texts = [one.value if isinstance(one, ast.Constant) else None for one in node.args[:2]]
                if (texts[0], texts[1] if len(texts) == 2 else "") not in found:
                    lost.append(f"{path.name}:{node.lineno}")
    assert not lost


def test_the_pattern_of_a_count_is_complete():
    """The text for several has a comment for one, which names no more than it."""
    for source, comment, one in messages("de"):
        if one.get("numerus"):
            assert comment, source
            assert placeholders(comment) <= placeholders(source), source
