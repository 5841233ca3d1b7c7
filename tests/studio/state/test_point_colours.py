from dataclasses import replace

import numpy as np
import pytest

from tests.studio.conftest import an_instrument
from vschaos.instrument.card import LabelCard
from vschaos.instrument.qualities import Qualities
from vschaos_studio.state.point_colours import BY_FILE, Paints, choices, colour_points
from vschaos_studio.state.sound_map import SoundMap

PAINTS = Paints(("#000001", "#000002", "#000003"), ("#100000", "#200000", "#300000"), "#999999")
QUALITIES = Qualities(
    np.linspace(-60.0, 0.0, 60), np.full(60, 9.0), np.full(60, 0.2), np.where(np.arange(60) < 30, np.nan, 8.0)
)


@pytest.fixture
def sounds():
    made = an_instrument()
    labels = (
        LabelCard("pitch", "int", 12, ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"), 0, 11),
        LabelCard("wet", "float"),
    )
    known = np.full((60, 2), np.nan, np.float32)
    known[:40, 0] = np.arange(40) % 5
    known[59, 0] = 1e30  # of a damaged file
    return SoundMap.of(replace(made, card=replace(made.card, labels=labels), point_labels=known))


def test_only_what_differs_or_is_known_can_be_chosen(sounds):
    assert choices(sounds, None) == (BY_FILE, "pitch")
    assert choices(sounds, QUALITIES) == (BY_FILE, "loudness", "pitch"), "the label, not the quality of that name"
    assert choices(SoundMap.of(an_instrument()), None) == (BY_FILE,)


def test_files_share_the_palette_in_turn(sounds):
    found = colour_points(sounds, QUALITIES, "nothing of the kind", PAINTS)
    assert found.name == BY_FILE
    assert found.palette == PAINTS.kinds
    assert found.colour.tolist()[:4] == [0, 1, 0, 1]
    assert not found.legend


def test_a_label_names_its_classes_and_what_is_unknown(sounds):
    found = colour_points(sounds, QUALITIES, "pitch", PAINTS)
    assert [text for _, text in found.legend] == ["C", "C♯", "D", "D♯", "E", "unknown"]
    shown = [found.palette[index] for index in found.colour]
    assert shown[3] == dict(map(reversed, found.legend[:4]))["D♯"]
    assert set(shown[40:]) == {PAINTS.unknown}
    assert sounds.labels_text(3) == "pitch D♯"
    assert sounds.labels_text(45) == ""


def test_a_quality_goes_from_little_to_much(sounds):
    found = colour_points(sounds, QUALITIES, "loudness", PAINTS)
    assert found.ends == ("softer", "louder")
    assert (np.diff(found.colour) >= 0).all()
    assert [found.palette[found.colour[at]] for at in (0, 30, 59)] == list(PAINTS.scale)


def test_points_without_a_pitch_have_a_colour_of_their_own():
    found = colour_points(
        SoundMap.of(an_instrument()), replace(QUALITIES, pitch=np.r_[QUALITIES.pitch[:59], 9.0]), "pitch", PAINTS
    )
    assert found.legend == ((PAINTS.unknown, "none"),)
    assert found.palette[found.colour[0]] == PAINTS.unknown
