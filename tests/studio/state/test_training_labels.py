"""Labels as the Train page offers them, and that the trainer takes what the choices become."""

import dataclasses
from pathlib import Path

import pytest

from vschaos.configs.compose import compose_config
from vschaos.configs.schema import ModelConfig
from vschaos.data.scan import ScanReport, SoundFile
from vschaos_studio.state.training_labels import (
    SHARED_COLUMNS,
    LabelFacts,
    Use,
    label_overrides,
    lack_sentence,
    missing_labels,
    offer_sentence,
    offered_labels,
    read_label_facts,
    suggested_use,
)
from vschaos_studio.state.training_request import SIZES

SKETCH = SIZES[0]
KEYBOARD = next(size for size in SIZES if size.labels)
PITCH, OCTAVE = LabelFacts("pitch", 12, 40, 48), LabelFacts("octave", 10, 40, 48)


def learned(chosen, size=SKETCH):
    return compose_config(size.configuration, label_overrides(chosen, size)).model


def labelled_folder(root, count=4, **tasks):
    """A dataset whose sounds need not be there: reading labels looks at names alone."""
    (root / "data").mkdir()
    for task, lines in tasks.items():
        folder = root / "metadata" / task
        folder.mkdir(parents=True)
        (folder / "metadata.txt").write_text("".join(f"data/{n}.wav\t{value}\n" for n, value in enumerate(lines)))
    names = [f"data/{n}.wav" for n in range(count)]
    for name in names:
        (root / name).touch()
    return ScanReport(root, tuple(SoundFile(root / name, name, 1.0, 44100, 1) for name in names))


def test_what_the_labels_of_a_folder_are(tmp_path):
    report = labelled_folder(
        tmp_path,
        pitch=[0, 7, "none"],
        brightness=["0.5", "0.25", "1.0", "2.5"],
        same=[1, 1],
        empty=["none", "none"],
        mood=[2, 0],
        room=["hall", "church", "none"],
        comma=["0,5", "1,5", "none"],
    )
    (tmp_path / "metadata" / "mood" / "classes.txt").write_text("calm\nwild\nsad\nbright\n")
    facts = {one.name: one for one in read_label_facts(report)}
    assert facts["pitch"] == LabelFacts("pitch", 12, 2, 4)
    assert facts["pitch"].text() == "on 2 of 4\u00a0sounds, 12\u00a0classes"
    assert facts["brightness"].text() == "on all 4\u00a0sounds, a quantity"
    assert facts["mood"].classes == 4
    assert "same value for all" in facts["same"].text()
    assert facts["empty"].text() == "No sound has this label."
    assert facts["room"].text() == "on 2 of 4\u00a0sounds, 2\u00a0classes"
    assert facts["comma"].text() == "It cannot be read: the Sounds page says why."


def test_a_plain_folder_has_none(tmp_path):
    assert read_label_facts(ScanReport(tmp_path)) == ()


def test_subfolders_are_a_label_too():
    names = ["kick/a.wav", "kick/b.wav", "snare/c.wav", "noise.wav"]
    report = ScanReport(Path("/sounds"), tuple(SoundFile(Path("/sounds", n), n, 1.0, 44100, 1) for n in names))
    (facts,) = read_label_facts(report)
    assert facts == LabelFacts("folder", 2, 3, 4, from_folders=True)
    config = compose_config("dgt_small", label_overrides([(facts, Use.PLAY)], SKETCH))
    assert config.model.conditioning["folder"].dim == 2
    assert config.data.dataset.metadata_callbacks["folder"].name == "read_folder_names"


@pytest.mark.parametrize("name", ["été", "8bit", "a b"])
def test_a_name_that_the_trainer_cannot_use_is_refused_with_a_remedy(tmp_path, name):
    report = labelled_folder(tmp_path, **{name: [0, 1]})
    (facts,) = read_label_facts(report)
    assert "name" in facts.refused
    assert label_overrides([(facts, Use.PLAY)], SKETCH) == ()


def test_one_unreadable_label_does_not_hide_the_others(tmp_path):
    report = labelled_folder(tmp_path, good=[0, 1], bad=[0, 1])
    (tmp_path / "metadata" / "bad" / "metadata.txt").write_bytes(b"\xff\xfe\x00")
    facts = {one.name: one for one in read_label_facts(report)}
    assert facts["bad"].refused
    assert not facts["good"].refused


@pytest.mark.parametrize("name", ["mood", "my-label_2", "808"])
def test_each_use_becomes_what_it_says(name):
    classes = LabelFacts(name, 5, 3, 4)
    assert learned([(classes, Use.IGNORE)]) == learned([])
    emitted = learned([(classes, Use.PLAY)])
    assert (emitted.conditioning[name].dim, emitted.conditioning[name].target) == (5, ("decoder",))
    assert not emitted.prediction
    own = learned([(classes, Use.SPACE)])
    assert set(own.conditioning[name].target) == {"encoder", "decoder"}
    predicted = learned([(classes, Use.PREDICT)])
    assert predicted.prediction[name].dim == 5
    assert not predicted.prediction[name].continuous


def test_a_quantity_and_many_classes():
    bright, many = LabelFacts("bright", 0, 4, 4), LabelFacts("many", 500, 4, 4)
    model = learned([(bright, Use.PREDICT), (many, Use.PLAY)])
    assert model.conditioning["bright"].continuous
    assert model.prediction["bright"].continuous
    assert model.conditioning["many"].out_dim == SHARED_COLUMNS


def test_the_keyboard_is_the_configuration_itself_unless_one_chooses_otherwise():
    suggested = [(one, suggested_use(one, KEYBOARD)) for one in (PITCH, OCTAVE)]
    assert [use for _, use in suggested] == [Use.PREDICT, Use.PREDICT]
    assert learned(suggested, KEYBOARD) == compose_config(KEYBOARD.configuration, []).model
    assert learned([(PITCH, Use.IGNORE), (OCTAVE, Use.PLAY)], KEYBOARD) == dataclasses.replace(
        compose_config("dgt_pitch_cond", []).model,
        conditioning={"octave": compose_config("dgt_pitch_cond", []).model.conditioning["octave"]},
    )
    own = learned([(PITCH, Use.SPACE), (OCTAVE, Use.PREDICT)], KEYBOARD)
    assert isinstance(own, ModelConfig)
    assert "pitch" not in own.prediction


def test_a_keyboard_needs_its_labels():
    assert missing_labels(KEYBOARD, []) == ("pitch", "octave")
    assert missing_labels(KEYBOARD, [PITCH, dataclasses.replace(OCTAVE, refused="No sound has this label.")]) == (
        "octave",
    )
    assert missing_labels(SKETCH, []) == ()
    unread = dataclasses.replace(PITCH, refused="It cannot be read: the Sounds page says why.")
    same = dataclasses.replace(OCTAVE, refused="It has the same value for all sounds.")
    for facts, sentence in (
        ([], "These sounds have no pitch or octave: extract pitch on the Sounds page."),
        ([unread], "The label pitch cannot be read: the Sounds page says why."),
        ([PITCH, same], "The label “octave” cannot be used. It has the same value for all sounds."),
        ([PITCH, OCTAVE], ""),
    ):
        assert lack_sentence(KEYBOARD, facts) == sentence
    assert suggested_use(PITCH, SKETCH) is Use.IGNORE


def test_paths_are_none_of_the_overrides():
    assert not any(str(Path("/")) in text for text in label_overrides([(PITCH, Use.PREDICT)], KEYBOARD))


MINE, PARTLY = LabelFacts("mood", 3, 48, 48), LabelFacts("room", 2, 30, 48)


@pytest.mark.parametrize(
    ("facts", "use"),
    [
        (MINE, Use.PLAY),
        (PARTLY, Use.PREDICT),
        (LabelFacts("brightness", 0, 48, 48), Use.PLAY),
        (LabelFacts("few", 3, 20, 48), Use.IGNORE),
        (LabelFacts("names", 40, 48, 48), Use.IGNORE),
        (LabelFacts("same", 3, 48, 48, refused="It has the same value for all sounds."), Use.IGNORE),
        (LabelFacts("folder", 3, 48, 48, from_folders=True), Use.IGNORE),
        (PITCH, Use.IGNORE),
    ],
)
def test_a_label_that_was_made_is_offered_where_it_makes_sense(facts, use):
    offered = offered_labels((facts,))
    assert suggested_use(facts, SKETCH, offered=facts.name in offered) is use
    assert bool(offered) == (use is not Use.IGNORE)


def test_what_is_offered_is_said_and_a_large_table_is_left_alone():
    assert offered_labels((MINE, PARTLY, PITCH, OCTAVE)) == ("mood", "room")
    assert offer_sentence(("mood", "room")).startswith("Your labels “mood” and “room” become controls")
    assert offer_sentence(("mood",)).startswith("Your label “mood” becomes a control")
    assert offer_sentence(()) == ""
    assert offered_labels([dataclasses.replace(MINE, name=f"column{n}") for n in range(8)]) == ()


def test_the_trainer_takes_what_is_offered():
    model = learned([(one, suggested_use(one, SKETCH, offered=True)) for one in (MINE, PARTLY)])
    assert set(model.conditioning) == {"mood", "room"}
    assert set(model.prediction) == {"room"}
