"""What an export says of itself, before there is a module."""

from __future__ import annotations

import json

import pytest

from vschaos.errors import ExportError
from vschaos.export.describe import (
    conditioning_labels,
    describe,
    label_attribute,
    played_labels,
    predicted_labels,
    unknown_value,
)
from vschaos.export.description import ExportDescription
from vschaos.instrument.card import Card, LabelCard

CARD = Card("Bells", 44100, 2048, 512, 4, author="A. Smith", licence="CC0-1.0")
PITCH = LabelCard("pitch", "int", 12, (), 0.0, 11.0, 6.0, True, ("decoder",))
VOWEL = LabelCard("vowel", "int", 5, (), 1.0, 4.0, 2.0, False, ("encoder",))
FORCE = LabelCard("force", "float", 1, (), -40.0, 0.0, -12.0, False, ("decoder",))
HEARD = LabelCard("heard", "int", 3, (), 0.0, 2.0, 1.0, True, ())


def test_there_is_a_map_only_with_a_terrain():
    plain, mapped = describe(CARD), describe(CARD, has_terrain=True)
    assert [method.name for method in plain.methods] == [
        "forward",
        "encode",
        "decode",
        "pad",
        "map2latent",
        "latent2map",
    ]
    assert "map" in [method.name for method in mapped.methods]


def test_labels_have_inlets_outlets_and_attributes_where_they_mean_something():
    labels = (PITCH, VOWEL, FORCE, HEARD)
    description = describe(Card("b", 44100, 2048, 512, 2, labels=labels), has_terrain=True)
    assert (played_labels(labels), predicted_labels(labels), conditioning_labels(labels)) == ([0, 2], [0, 3], [0, 1, 2])
    for name, places in (("decode", 2), ("pad", 2), ("map", 2)):
        assert [port.label for port in description.method(name).inlets[places:]] == ["pitch", "force"]
    assert [port.label for port in description.method("encode").outlets[2:]] == ["pitch", "heard"]
    attributes = {attribute.name: attribute for attribute in description.attributes}
    assert attributes["pitch"].kind == attributes["vowel"].kind == "int"
    assert (attributes["force"].kind, attributes["force"].low, attributes["force"].high) == ("float", -40.0, 0.0)
    assert "heard" not in attributes
    assert (unknown_value(PITCH), unknown_value(FORCE)) == (-1.0, -41.0)


def test_every_label_is_plain_text_with_its_range():
    description = describe(
        Card("b", 44100, 2048, 512, 64, labels=(LabelCard("höhe;, 1", "int", 3, (), 0, 2, 1, True),))
    )
    texts = [port.text for method in description.methods for port in (*method.inlets, *method.outlets)]
    assert {"audio (-1..1 at 44100 Hz)", "z1 pad x (-1..1)", "z64 (-1..1)", "x (-1..1)"} <= set(texts)
    for text in texts:
        assert text.isascii()
        assert ".." in text
        assert not set(text) & set(",;$\\\"'{}[]")


@pytest.mark.parametrize(
    ("names", "attributes"),
    [
        (("Pitch Class",), ("pitch_class",)),
        (("noise", "noise"), ("label_0_noise", "label_1_noise")),
        (("forward", "1st", "class"), ("label_0_forward", "label_1st", "label_class")),
        (("音高", "音高"), ("label", "label_1_label")),
        (("a b", "a-b"), ("a_b", "label_1_a_b")),
    ],
)
def test_attributes_of_labels_have_names_of_their_own(names, attributes):
    labels = [LabelCard(name, "int", 3, (), 0, 2, 1, False, ("decoder",)) for name in names]
    made = tuple(label_attribute(labels, index) for index in range(len(labels)))
    assert made == attributes
    assert all(name.isidentifier() and name.isascii() for name in made)


@pytest.mark.parametrize(("n_fft", "hop", "buffer"), [(2048, 512, 2048), (8192, 2048, 2048), (16384, 4096, 4096)])
def test_ratios_and_the_buffer_are_powers_of_two_that_nn_tilde_takes(n_fft, hop, buffer):
    description = describe(Card("b", 44100, n_fft, hop, 2))
    assert description.buffer == buffer
    for method in description.methods:
        for ratio in (method.in_ratio, method.out_ratio):
            assert ratio & (ratio - 1) == 0
            assert ratio <= 4096


@pytest.mark.parametrize(("n_fft", "hop"), [(2304, 768), (32768, 8192)])
def test_a_hop_that_nn_tilde_cannot_buffer_is_refused(n_fft, hop):
    with pytest.raises(ExportError, match=str(hop)):
        describe(Card("b", 44100, n_fft, hop, 2))


def test_look_ahead_makes_sound_later_and_coordinates_not():
    early, late = describe(CARD), describe(CARD, lookahead=1)
    assert late.latency_samples - early.latency_samples == 512
    assert late.method("decode").latency_samples == 512
    assert late.method("encode") == early.method("encode")


def test_the_description_survives_its_file():
    description = describe(Card("b", 44100, 2048, 512, 2, labels=(PITCH, VOWEL, FORCE)), name="b", has_terrain=True)
    assert ExportDescription.from_json(description.to_json()) == description


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", json.dumps({"methods": 3}), "[" * 100_000])
def test_what_is_no_description_is_reported(text):
    with pytest.raises(ExportError, match="cannot be read"):
        ExportDescription.from_json(text)
