"""The file's name and the words of the Export page agree with what the exporter writes."""

import pytest

from vschaos.instrument.card import Card
from vschaos_studio.state.export import facts, methods, object_text, patch_name

CARD = Card("Bells", 44100, 2048, 512, 8, licence="CC0-1.0")


@pytest.mark.parametrize(
    "name", ["bells", "my bell", "a,b;c$d", "x.ts", "..", " 鈴 ", "a/b\\c", "", "x" * 300, "tab\there", "ends."]
)
def test_the_window_shows_the_name_that_the_exporter_gives(name):
    from vschaos.export import exporter

    assert patch_name(name) == exporter.patch_name(name)


def test_the_object_names_file_method_and_a_sound_buffer():
    assert object_text("bells", "decode", CARD) == "nn~ bells.ts decode 2048"
    assert object_text("b", "encode", Card("b", 44100, 8192, 4096, 8)) == "nn~ b.ts encode 4096"


def test_the_methods_are_those_of_the_file():
    from vschaos.export.nn_tilde import METHODS

    told = methods(CARD)
    assert {method.name for method in told} == set(METHODS)
    assert "8 inlets" in told[0].inlets


def test_facts_leave_out_what_nobody_told():
    told = dict(facts(CARD))
    assert told["Licence"] == "CC0-1.0"
    assert "Author" not in told
    assert dict(facts(Card("b", 44100, 2048, 512, 8)))["Licence"] == "none given"
