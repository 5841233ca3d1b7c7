import random

import pytest

from tests.performance.touches import apply
from vschaos.errors import ControlError
from vschaos.performance.controls import Label, Playable
from vschaos.performance.performance import Performance
from vschaos.performance.snapshots import Sound, morphed
from vschaos.performance.state import Origin, Touch, sound_of, values_of, with_sound

PITCHED = Playable(4, (Label("pitch", 0, 11, 9), Label("brightness", -1.5, 2.5, 0.5, whole=False)))
COMMANDS = ("snapshot.store", "snapshot.recall", "snapshot.clear", "snapshot.morph")


@pytest.fixture
def performance():
    return Performance(PITCHED)


def touch(performance, control, *values):
    done = performance.touch((Touch(control, values),), Origin.UI)
    assert not done.refused, done.refused[0].error
    return done.changes


def shake(performance, chance):
    for control in performance.controls.values():
        if control.kept:
            values = tuple(chance.uniform(control.low, control.high) for _ in range(control.count))
            touch(performance, control.id, *values)


def test_what_is_stored_comes_back_whatever_was_done_since(performance):
    chance = random.Random(0)
    for number in (1, 7, 32):
        shake(performance, chance)
        touch(performance, "gain", -float(number))
        stored = performance.state
        touch(performance, "snapshot.store", number)
        shake(performance, chance)
        assert performance.state.latent != stored.latent
        touch(performance, "snapshot.recall", number)
        now = performance.state
        assert (now.latent, now.labels, now.values) == (stored.latent, stored.labels, stored.values)


def test_a_recall_leaves_alone_what_snapshots_do_not_keep(performance):
    touch(performance, "snapshot.store", 1)
    touch(performance, "gain", -12.0)
    touch(performance, "play", 1.0)
    touch(performance, "noise", 1.0)
    touch(performance, "snapshot.recall", 1)
    state = performance.state
    assert (state["gain"], state.playing, state["noise"]) == (-12.0, True, 0.0)


def test_undo_brings_back_what_was_overwritten_and_once_more_the_other(performance):
    touch(performance, "noise", 0.25)
    touch(performance, "snapshot.store", 3)
    first = performance.state.snapshots[2]
    assert performance.state.replaced is None
    touch(performance, "noise", 0.75)
    touch(performance, "snapshot.store", 3)
    second = performance.state.snapshots[2]
    touch(performance, "snapshot.store", 4)
    assert performance.state.replaced.index == 2
    touch(performance, "snapshot.undo")
    assert performance.state.snapshots[2] is first
    touch(performance, "snapshot.undo")
    assert performance.state.snapshots[2] is second
    assert performance.state["noise"] == 0.75


def test_undo_brings_back_what_was_cleared_and_then_has_nothing_to_do(performance):
    touch(performance, "snapshot.undo")
    touch(performance, "snapshot.store", 3)
    kept = performance.state.snapshots
    touch(performance, "snapshot.clear", 3)
    touch(performance, "snapshot.undo")
    assert performance.state.snapshots == kept
    assert performance.state.replaced is None
    touch(performance, "snapshot.undo")
    assert performance.state.snapshots == kept


def test_the_snapshots_of_another_set_leave_nothing_to_undo(performance):
    touch(performance, "snapshot.store", 3)
    touch(performance, "snapshot.clear", 3)
    performance.load_snapshots([])
    touch(performance, "snapshot.undo")
    assert not any(performance.state.snapshots)


def test_one_command_is_one_change(performance):
    changes = touch(performance, "snapshot.store", 3)
    assert [(change.control, change.values) for change in changes] == [("snapshot.store", (3.0,))]


def test_untouched_defaults_survive_a_store_and_recall_bit_by_bit(performance):
    before = performance.state
    touch(performance, "snapshot.store", 1)
    touch(performance, "snapshot.recall", 1)
    assert performance.state.values == before.values


def test_the_ends_of_a_morph_are_the_two_sounds(performance):
    chance = random.Random(1)
    sounds = []
    for number in (1, 2):
        shake(performance, chance)
        touch(performance, "snapshot.store", number)
        sounds.append(sound_of(performance.state, performance.controls))
    for amount, sound in ((0.0, sounds[0]), (1.0, sounds[1]), (-4.0, sounds[0]), (7.0, sounds[1])):
        touch(performance, "snapshot.morph", 1, 2, amount)
        assert sound_of(performance.state, performance.controls) == sound


def test_a_morph_mixes_quantities_on_lines_rates_by_ratios_and_choices_not_at_all(performance):
    first = Sound((0.0, 1.0), {"pitch": 3.0, "brightness": 0.0}, {"lfo.z1.rate": 0.1, "phase": 0.0, "noise": 0.0})
    second = Sound((1.0, 0.0), {"pitch": 5.0, "brightness": 2.0}, {"lfo.z1.rate": 10.0, "phase": 1.0, "noise": 1.0})
    for amount, pitch, phase in ((0.25, 3.0, 0.0), (0.75, 5.0, 1.0)):
        mixed = morphed(first, second, amount, performance.controls)
        assert mixed.latent == (amount, 1.0 - amount)
        assert mixed.labels == {"pitch": pitch, "brightness": 2.0 * amount}
        assert mixed.values["lfo.z1.rate"] == pytest.approx(0.1 * 100.0**amount)
        assert (mixed.values["phase"], mixed.values["noise"]) == (phase, amount)


def test_a_morph_between_equals_moves_nothing(performance):
    shake(performance, random.Random(5))
    for number in (1, 2):
        touch(performance, "snapshot.store", number)
    before = performance.state
    for step in range(100):
        touch(performance, "snapshot.morph", 1, 2, step / 99)
        assert performance.state == before


def test_a_and_b_are_two_sounds_that_keep_what_is_done_to_each(performance):
    touch(performance, "noise", 0.25)
    touch(performance, "snapshot.b", 1)
    assert performance.state["noise"] == 0.25, "B begins as A"
    touch(performance, "noise", 0.75)
    touch(performance, "pad", 0.5, 0.5)
    touch(performance, "snapshot.b", 0)
    assert (performance.state["noise"], performance.state.latent[:2]) == (0.25, (0.0, 0.0))
    touch(performance, "noise", 0.125)
    touch(performance, "snapshot.b", 1)
    assert (performance.state["noise"], performance.state.latent[:2]) == (0.75, (0.5, 0.5))
    touch(performance, "snapshot.b", 0)
    assert performance.state["noise"] == 0.125
    assert not performance.touch((Touch("snapshot.b", (0.0,)),), Origin.UI).changes, "it is A already"


def test_another_instrument_keeps_what_it_knows(performance):
    touch(performance, "latents", 0.1, 0.2, 0.3, 0.4)
    touch(performance, "label.pitch", 11)
    touch(performance, "lfo.z4.shape", 2)
    touch(performance, "noise", 0.5)
    touch(performance, "snapshot.store", 1)
    performance.fit(Playable(2, (Label("pitch", 0, 5, 1), Label("bow", 0, 1, 1))))
    touch(performance, "latents", -1.0, -1.0)
    touch(performance, "noise", 0.0)
    touch(performance, "snapshot.recall", 1)
    state = performance.state
    assert state.latent == pytest.approx((0.1, 0.2))
    assert state.labels == {"pitch": 1, "bow": 1}, "a pitch that it does not have stays where it was"
    assert state["noise"] == 0.5
    performance.fit(Playable(6))
    touch(performance, "latents", *(-1.0,) * 6)
    touch(performance, "snapshot.recall", 1)
    assert performance.state.latent == pytest.approx((0.1, 0.2, 0.3, 0.4, -1.0, -1.0))
    assert performance.state["lfo.z4.shape"] == 2


def test_a_sound_from_elsewhere_is_moved_into_range(performance):
    strange = Sound(
        (9.0,), {"pitch": 99.0, "no such": 1.0}, {"spread": -3.0, "gain": 12.0, "gesture.play": 1.0, "x": 1}
    )
    state = with_sound(performance.state, strange, performance.controls)
    assert state.latent == (1.0, 0.0, 0.0, 0.0)
    assert state.labels == performance.state.labels
    assert state.values == performance.state.values, "the spread was 0, and the others are not for snapshots"


@pytest.mark.parametrize("number", [0.0, -1.0, 33.0, 1e9])
@pytest.mark.parametrize("command", COMMANDS[:3])
def test_numbers_that_there_are_not_are_refused_rather_than_moved_into_range(performance, command, number):
    touch(performance, "snapshot.store", 1)
    before = performance.state
    with pytest.raises(ControlError, match="1 to 32"):
        apply(before, Touch(command, (number,)), performance.controls, Origin.OSC)


def test_commands_in_any_order_raise_nothing_but_control_errors():
    chance = random.Random(3)
    performance = Performance(PITCHED)
    refused = 0
    for _ in range(2000):
        control = performance.controls[chance.choice((*COMMANDS, "snapshot.b", "latents", "noise"))]
        values = tuple(chance.choice((0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 33.0, -1e30)) for _ in range(control.count))
        before = performance.state
        done = performance.touch((Touch(control.id, values),), Origin.OSC)
        refused += len(done.refused)
        assert not done.refused or performance.state is before
        if chance.random() < 0.02:
            performance.fit(chance.choice((PITCHED, Playable(2), Playable(7))))
        for one in performance.controls.values():
            assert all(one.low <= value <= one.high for value in values_of(performance.state, one))
    assert 100 < refused < 1900


def test_snapshots_from_a_file_fill_the_places_and_no_more(performance):
    sounds = tuple(Sound((k / 100,)) for k in range(40))
    performance.load_snapshots(sounds)
    assert len(performance.state.snapshots) == 32
    performance.load_snapshots(sounds[:1])
    assert performance.state.snapshots == (sounds[0], *(None,) * 31)


def test_a_number_keeps_its_name_until_it_is_cleared(performance):
    touch(performance, "snapshot.store", 3)
    performance.name_snapshot(3, "  quiet   dawn ", 2)
    touch(performance, "latent.z1", 0.5)
    touch(performance, "snapshot.store", 3)
    stored = performance.state.snapshots[2]
    assert (stored.name, stored.colour, stored.latent[0]) == ("quiet dawn", 2, 0.5)
    touch(performance, "snapshot.recall", 3)
    touch(performance, "snapshot.clear", 3)
    touch(performance, "snapshot.store", 3)
    assert performance.state.snapshots[2].name == ""
    with pytest.raises(ControlError):
        performance.name_snapshot(4, "nothing there", 0)
    with pytest.raises(ControlError):
        performance.name_snapshot(33, "no such number", 0)
