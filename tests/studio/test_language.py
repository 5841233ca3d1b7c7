"""What `tr` makes of a text: English without a catalogue, the catalogue's where there is one."""

import pytest

from vschaos_studio import language
from vschaos_studio.language import Language, number, quoted, short_number, tr, translated

GERMAN = {
    ("%n sounds in {folder}", "%n sound in {folder}", 1): "%n Klang in {folder}",
    ("%n sounds in {folder}", "%n sound in {folder}", 1234): "%n Klänge in {folder}",
    ("Open", "verb", None): "Öffnen",
    ("“{name}”", "", None): "„{name}“",
    ("{file} cannot be read.", "", None): "{file} ist nicht lesbar.",
}


@pytest.fixture
def german():
    language.choose(Language("de", lambda *text: GERMAN.get(text, ""), decimal=",", thousands="."))
    yield
    language.choose(language.ENGLISH)


@pytest.mark.parametrize(("n", "shown"), [(1, "1 sound in a"), (0, "0 sounds in a"), (1234, "1,234 sounds in a")])
def test_english_needs_no_catalogue(n, shown):
    assert tr("%n sounds in {folder}", "%n sound in {folder}", n, folder="a") == shown


def test_braces_and_percents_stay_where_nothing_is_put_in():
    assert tr("100 % {sure} %n") == "100 % {sure} %n"


def test_a_catalogue_says_it_in_its_language(german):
    assert tr("%n sounds in {folder}", "%n sound in {folder}", 1, folder="a") == "1 Klang in a"
    assert tr("%n sounds in {folder}", "%n sound in {folder}", 1234, folder="a") == "1.234 Klänge in a"
    assert tr("Open", "verb") == "Öffnen"
    assert tr("Not in it") == "Not in it"
    assert translated("What the library wrote") == "What the library wrote"
    assert number(1234.56, 1) == "1.234,6"
    assert [short_number(one, 3) for one in (1234, 0.25, 12)] == ["1,23e+03", "0,25", "12"]
    assert quoted("a") == "„a“"
