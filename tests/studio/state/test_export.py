"""The file's name and the texts of the Export page agree with what the exporter writes."""

from dataclasses import replace

import pytest

from tests.studio.conftest import an_instrument
from vschaos.errors import ExportError
from vschaos.export.description import PortDescription
from vschaos.instrument.card import Card, LabelCard
from vschaos_studio.state.export import (
    METHOD_TITLES,
    CardTexts,
    attributes,
    description_of,
    facts,
    files_text,
    methods,
    object_text,
    ports_text,
    speed_text,
)

CARD = Card("Bells", 44100, 2048, 512, 8, author="A", licence="CC0-1.0", description="Struck.")
PITCH = LabelCard("pitch", "int", 12, tuple("CcDdEFfGgAaB"), 0, 11, 6, predicted=True, conditions=("decoder",))
BRIGHT = LabelCard("bright", "float", 1, (), 0.5, 2.5, 1.0, conditions=("decoder",))


def described(card=CARD, name="bells"):
    return description_of(replace(an_instrument(card.latent_dims), card=card), name)


@pytest.mark.parametrize(("host", "file", "buffer"), [("Max", "bells", 1024), ("Pd", "bells.ts", 2048)])
def test_the_object_names_file_method_and_a_sound_buffer(host, file, buffer):
    assert object_text(described(), "decode", host) == f"nn~ {file} decode {buffer}"
    long = described(Card("b", 44100, 8192, 4096, 8))
    assert object_text(long, "encode", host) == f"nn~ {file} encode 4096"


def test_the_objects_are_those_of_the_patches(tmp_path):
    """What is copied is what the patches beside the module hold."""
    from vschaos.export import patches_max, patches_pd

    description = described()
    patches_pd.write_patches(tmp_path, description)
    patches_max.write_patches(tmp_path, description)
    assert object_text(description, "decode", "Pd") in (tmp_path / "bells.pd").read_text(encoding="utf-8")
    assert f'"{object_text(description, "decode", "Max")}"' in (tmp_path / "bells.maxpat").read_text(encoding="utf-8")


def test_every_method_of_the_export_is_reported_and_has_a_title():
    description = described(replace(CARD, labels=(PITCH, BRIGHT)))
    emitted = {method.name: method for method in methods(description)}
    assert list(emitted) == [method.name for method in description.methods]
    assert set(emitted) <= set(METHOD_TITLES)
    assert emitted["forward"].inlets == emitted["forward"].outlets == "sound"
    assert emitted["map2latent"].inlets == "x, y (−1 to 1)"
    assert emitted["decode"].inlets.endswith("· pitch (0 to 11) · bright (0.5 to 2.5)")
    assert emitted["encode"].outlets.endswith("· pitch (0 to 11)")


def test_many_inlets_are_not_all_listed():
    ports = [PortDescription(f"z{number}", -1.0, 1.0) for number in range(1, 33)]
    assert ports_text(ports) == "z1, z2, z3, z4, z5, … z32 (−1 to 1)"
    assert ports_text(ports[:6]) == "z1, z2, z3, z4, z5, z6 (−1 to 1)"


def test_attributes_show_their_values_and_where_they_rest():
    description = described(replace(CARD, labels=(PITCH, BRIGHT)))
    emitted = {item.name: item for item in attributes(description)}
    assert list(emitted) == [item.name for item in description.attributes]
    assert (emitted["temperature"].values, emitted["temperature"].default) == ("0 to 4", "0")
    assert emitted["phase"].values == "0 gradient, 1 random, 2 input"
    assert (emitted["axes"].values, emitted["axes"].default) == ("0 principal, 1 raw", "0")
    assert (emitted["pitch"].values, emitted["pitch"].default) == ("−1 to 11", "unknown")
    assert (emitted["bright"].values, emitted["bright"].default) == ("0.5 to 2.5", "unknown")
    assert all(item.help for item in emitted.values())


def test_an_instrument_that_nn_cannot_use_is_refused():
    with pytest.raises(ExportError, match="hop of 600"):
        described(Card("odd", 44100, 2400, 600, 4))


def test_facts_leave_out_what_nobody_gave():
    emitted = dict(facts(replace(CARD, consent="Mine.")))
    assert emitted["Sounds"] == "Mine."
    assert "Sounds" not in dict(facts(CARD))
    assert CardTexts.of(CARD) == CardTexts("A", "CC0-1.0", "Struck.")


def test_files_are_listed_with_the_module_first_and_the_card_last():
    names = [
        "b-help.pd",
        "b-2-kept.pd",
        "b-through.maxpat",
        "b-through.pd",
        "b.maxpat",
        "b.md",
        "b.pd",
        "b.ts",
        "other",
    ]
    emitted = files_text(names)
    assert [name for name, _ in emitted][:2] == ["b.ts", "b.pd"]
    assert [name for name, _ in emitted][-3:] == ["b.md", "b-2-kept.pd", "other"]
    purposes = dict(emitted)
    assert purposes["b-through.maxpat"] == "Max: a sound through the instrument"
    assert purposes["b.pd"] == "Pure Data: play the instrument"
    assert purposes["b-2-kept.pd"] == "yours: changed before this export"
    assert purposes["other"] == ""


def test_a_speed_that_was_not_measured_is_not_reported():
    assert speed_text(0.0, 0.0) == ""
    assert speed_text(86.1, 57.6).startswith("decode 86 × real time, forward 58 × real time")
