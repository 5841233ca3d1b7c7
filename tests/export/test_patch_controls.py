"""What patches have controls for, from the description alone."""

from tests.export.descriptions import LABELS, description
from vschaos.export.description import FLOAT, INT, AttributeDescription
from vschaos.export.patch_controls import (
    LEVEL,
    attribute_control,
    facts,
    has_map,
    latency_text,
    played,
    ports_text,
    short,
)
from vschaos.performance.controls import Kind, Playable
from vschaos.performance.table import control_table


def test_inlets_have_their_ranges_names_and_starts():
    controls = played(description(3), "decode")
    assert [control.id for control in controls.axes] == ["latent.z1", "latent.z2", "latent.z3"]
    pitch, octave, loudness = controls.labels
    assert pitch.names == LABELS[0].classes
    assert (octave.low, octave.high, octave.default, octave.names) == (2, 6, 4, ())
    assert (loudness.kind, loudness.default) == (Kind.CONTINUOUS, -20.5)
    assert [control.id for control in played(description(3), "map").axes] == ["latent.x", "latent.y"]


def test_labels_are_no_attributes_twice():
    names = [control.address for control in played(description(), "decode").attributes]
    assert "/noise" in names
    assert "/pitch" not in names
    assert "/speaker" not in names


def test_kinds_of_attributes():
    control = attribute_control(AttributeDescription("axes", INT, 0, 1, 1, ("principal", "raw")))
    assert (control.kind, control.low, control.high, control.default, control.names) == (
        Kind.CHOICE,
        0,
        1,
        1,
        ("principal", "raw"),
    )
    seed = attribute_control(AttributeDescription("seed", INT, 0, 2**31 - 1, 0))
    assert (seed.kind, seed.high) == (Kind.CHOICE, 9999)
    assert attribute_control(AttributeDescription("reset", INT, 0, 1, 0)).kind is Kind.TRIGGER
    assert attribute_control(AttributeDescription("open", INT, 0, 1, 1)).kind is Kind.SWITCH
    below = attribute_control(AttributeDescription("loudness", FLOAT, -40, 0, -41.0))
    assert (below.kind, below.default) == (Kind.CONTINUOUS, -40)


def test_the_level_is_the_apps_gain():
    gain = next(control for control in control_table(Playable(1)) if control.id == "gain")
    assert (LEVEL.low, LEVEL.high, LEVEL.default) == (gain.low, gain.high, gain.default)


def test_a_patch_starts_where_the_instrument_does():
    described = description()
    decode, on_map = played(described, "decode"), played(described, "map")
    assert [one.default for one in decode.inlets] == [
        0.5,
        0.4961,
        0.4922,
        0.4883,
        0.4844,
        0.4805,
        0.4766,
        0.4727,
        9,
        4,
        -20.5,
    ]
    assert [one.default for one in on_map.inlets] == [0.25, -0.75, 9, 4, -20.5]
    assert [port.default for port in described.method("pad").inlets] == [one.default for one in decode.inlets]


def test_facts_tell_rate_and_latency_in_milliseconds():
    described = description()
    found = facts(described)
    assert any("44100 Hz" in sentence for sentence in found)
    assert found[-1] == "a movement is heard after 91 ms, a sound through forward after 126 ms"
    late = latency_text(described, described.method("forward"))
    assert late == "5568 samples (126 ms) in nn~'s thread | 3520 samples (80 ms) without, with a buffer of 2048"


def test_many_ports_are_reported_by_the_first_and_the_last():
    text = ports_text(description(256).method("decode").inlets)
    assert text.startswith("1 z1 pad x (-1..1) | 2 z2")
    assert text.endswith("259 loudness (-40..0)")
    assert text.count("|") < 30


def test_long_descriptions_end_at_a_word():
    assert short("a few words") == "a few words"
    assert len(short("word " * 100)) <= 240
    assert short("word " * 100).endswith("word…")


def test_a_map_needs_a_terrain():
    assert has_map(description())
    assert not has_map(description(has_terrain=False))
