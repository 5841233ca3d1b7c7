"""Which instruments there are, and what a card says of them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.studio.conftest import an_instrument
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.card import TrainingFacts
from vschaos_studio.state.instrument_list import Places, list_instruments
from vschaos_studio.state.instrument_marks import Mark

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def write(path, name, **facts):
    made = an_instrument(name=name)
    write_instrument(path, replace(made, card=replace(made.card, training=TrainingFacts(**facts))))
    return path


@pytest.fixture
def places(tmp_path):
    factory = write(tmp_path / "factory" / "Choir.vschaos", "Choir")
    write(tmp_path / "library" / "bells.vschaos", "Bells", error_db=4.0, error_within_db=60.0)
    (tmp_path / "library" / "broken.vschaos").write_bytes(b"PK nothing")
    for version in (0, 1):
        write(tmp_path / "runs" / "rain" / f"version_{version}" / "last.vschaos", f"Rain {version}")
    played = write(tmp_path / "elsewhere" / "Drum.vschaos", "Drum", created="2026-05-03T10:00:00+00:00")
    others = (played, factory, tmp_path / "gone.vschaos")
    return Places((factory,), tmp_path / "library", tmp_path / "runs", others)


def test_all_places_are_listed_and_each_instrument_once(places):
    listed = {one.name: one for one in list_instruments(places)}
    assert set(listed) == {"Choir", "Bells", "broken", "Rain 1", "Drum"}
    assert [name for name, one in listed.items() if one.factory] == ["Choir"]
    assert "damaged" in listed["broken"].problem
    assert not any(one.problem for name, one in listed.items() if name != "broken")


def test_a_card_says_quality_size_date_and_rights(places):
    listed = {one.name: one for one in list_instruments(places)}
    assert listed["Drum"].facts(NOW) == "yesterday 10:00"
    assert listed["Bells"].facts(NOW).startswith("close · ")
    assert listed["Bells"].size == "0.0 MB"
    assert (listed["Bells"].rights, listed["Choir"].rights) == ("Yours · CC0-1.0", "Factory · CC0-1.0")


def test_places_that_are_not_there_hold_nothing(tmp_path):
    assert list_instruments(Places((), tmp_path / "a", tmp_path / "b")) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [("", True), ("bel", True), ("BELLS dro", True), ("#drone", True), ("warm clos", True), ("ells", False)],
)
def test_each_word_of_a_search_begins_a_word(places, words, found):
    bells = next(one for one in list_instruments(places) if one.name == "Bells")
    assert bells.matches(words, Mark(tags=("drone",)), "dark, warm") is found
