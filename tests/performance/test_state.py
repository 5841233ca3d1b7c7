import math
import random
import struct
from dataclasses import replace

import numpy as np
import pytest

from tests.performance.touches import apply
from vschaos.errors import ControlError
from vschaos.performance.controls import Kind, Label, Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch, fitted, initial_state, values_of
from vschaos.performance.table import control_table

CONTROLS = {control.id: control for control in control_table(Playable(4))}


def after(*touches: Touch):
    state = initial_state(Playable(4))
    for touch in touches:
        state, _ = apply(state, touch, CONTROLS, Origin.UI)
    return state


def test_pad_and_latent_names_are_the_same_numbers():
    state = after(Touch("pad", (0.25, -0.5)))
    assert state.latent == (0.25, -0.5, 0.0, 0.0)
    assert values_of(state, CONTROLS["pad.x"]) == (0.25,)
    assert values_of(state, CONTROLS["pad.y"]) == values_of(state, CONTROLS["latent.z2"]) == (-0.5,)
    assert after(Touch("latents", (0.25, -0.5, 0.0, 0.0))) == state
    assert after(Touch("pad.x", (0.25,)), Touch("latent.z2", (-0.5,))) == state


@pytest.mark.parametrize("control", [c for c in CONTROLS.values() if not c.momentary])
def test_every_control_is_clipped_to_its_range(control):
    for extreme, bound in ((1e300, control.high), (-1e300, control.low)):
        state, change = apply(
            initial_state(Playable(4)), Touch(control.id, (extreme,) * control.count), CONTROLS, Origin.OSC
        )
        assert values_of(state, control) == (bound,) * control.count
        assert change is not None
        assert change.clipped
        assert change.origin is Origin.OSC


@pytest.mark.parametrize("control", list(CONTROLS.values()))
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_not_a_number_is_refused_with_a_sentence(control, bad):
    with pytest.raises(ControlError, match="ordinary numbers"):
        apply(initial_state(Playable(4)), Touch(control.id, (bad,) * max(control.count, 1)), CONTROLS, Origin.UI)


@pytest.mark.parametrize("control", list(CONTROLS.values()))
def test_wrong_counts_are_refused(control):
    for count in {0, 1, 2, 3, 9} - {control.count} - ({1} if control.count == 0 else set()):
        with pytest.raises(ControlError, match="takes"):
            apply(initial_state(Playable(4)), Touch(control.id, (0.5,) * count), CONTROLS, Origin.UI)


def test_a_value_that_osc_sends_back_changes_nothing():
    state = after(Touch("latent.z3", (0.1,)))
    back = float(np.float32(0.1))
    assert apply(state, Touch("latent.z3", (back,)), CONTROLS, Origin.OSC) == (state, None)


@pytest.mark.parametrize("control", [c for c in CONTROLS.values() if not c.momentary])
def test_the_present_value_changes_nothing(control):
    state = initial_state(Playable(4))
    for value in values_of(state, control):
        back = struct.unpack("f", struct.pack("f", value))[0]
        for sent in (value, back):
            same, change = apply(state, Touch(control.id, (sent,) * control.count), CONTROLS, Origin.OSC)
            assert same is state
            assert change is None or change.clipped, "32 bits may lie a hair below the range"


def test_random_touches_leave_every_value_in_range_whole_where_it_is_a_choice():
    chance = random.Random(1)
    performance = Performance(PITCHED)
    names = list(performance.controls)
    for _ in range(3000):
        control = performance.controls[chance.choice(names)]
        values = tuple(chance.uniform(-3, 3) * chance.choice((1, 100)) for _ in range(control.count))
        if chance.random() < 0.1:
            values = (chance.choice((math.nan, math.inf, -math.inf, 1e300)),) * max(control.count, 1)
        performance.touch((Touch(control.id, values),), Origin.OSC)
        if chance.random() < 0.02:
            performance.fit(chance.choice((PITCHED, Playable(4), Playable(1))))
            names = list(performance.controls)
        state = performance.state
        assert len(state.latent) == performance.playable.latent_dims
        for one in performance.controls.values():
            for value in values_of(state, one):
                assert one.low <= value <= one.high
                assert one.kind not in (Kind.CHOICE, Kind.SWITCH) or float(value).is_integer()


def test_a_batch_of_touches_is_the_touches_one_by_one():
    chance = random.Random(2)
    names = [name for name, control in CONTROLS.items() if name != "snapshot.b" and not control.momentary]
    names += ["snapshot.b", "snapshot.store", "snapshot.recall", "panic"]
    touches = []
    for _ in range(400):
        control = CONTROLS[chance.choice(names)]
        numbers = (1.0, 2.0) if control.kind is Kind.COMMAND else (chance.uniform(-1, 1), chance.uniform(0, 8))
        touches.append(Touch(control.id, tuple(chance.choice(numbers) for _ in range(control.count))))
    at_once, one_by_one = Performance(Playable(4)), Performance(Playable(4))
    at_once.touch(touches, Origin.UI)
    for touch in touches:
        one_by_one.touch((touch,), Origin.UI)
    assert at_once.state == one_by_one.state


def test_panic_stops_and_a_released_button_does_nothing():
    playing = after(Touch("play", (1.0,)))
    assert playing.playing
    stopped, change = apply(playing, Touch("panic"), CONTROLS, Origin.OSC)
    assert not stopped.playing
    assert stopped.panics == 1
    assert change is not None
    assert apply(stopped, Touch("panic", (0.0,)), CONTROLS, Origin.OSC) == (stopped, None)


def test_another_instrument_keeps_the_coordinates_that_both_have():
    state = after(Touch("latents", (0.1, 0.2, 0.3, 0.4)))
    assert fitted(state, Playable(2)).latent == state.latent[:2]
    assert fitted(state, Playable(6)).latent == (*state.latent, 0.0, 0.0)


PLACED = Playable(3, (Label("pitch", 0, 11, 7),), True, (0.5, -0.25, 0.125), (0.75, -0.5))


def test_an_instrument_is_played_from_its_start():
    state = initial_state(PLACED)
    assert (state.latent, state.labels, state.terrain) == ((0.5, -0.25, 0.125), {"pitch": 7}, (0.75, -0.5))
    defaults = {control.id: control.default for control in control_table(PLACED)}
    assert [defaults[name] for name in ("pad.x", "pad.y", "latent.z1", "latent.z2", "latent.z3")] == [
        *(0.5, -0.25),
        *(0.5, -0.25, 0.125),
    ]


def test_what_was_moved_while_an_instrument_was_opened_keeps_its_place():
    before = after(Touch("latents", (0.1, 0.2, 0.3, 0.4)))
    there = fitted(before, PLACED, since=before)
    assert (there.latent, there.labels, there.terrain) == (PLACED.start, {"pitch": 7}, PLACED.start_place)
    moved, _ = apply(before, Touch("pad.y", (0.75,)), CONTROLS, Origin.OSC)
    assert fitted(moved, PLACED, since=before).latent == (0.5, 0.75, 0.125)
    placed = replace(before, labels={"pitch": 3.0})
    assert fitted(placed, PLACED, since=before).labels == {"pitch": 3}
    assert fitted(placed, PLACED, since=placed).labels == {"pitch": 7}
    assert fitted(replace(placed, labels={"pitch": 99.0}), PLACED, since=placed).labels == {"pitch": 7}
    assert fitted(replace(before, terrain=(0.5, 0.5)), PLACED, since=before).terrain == (0.5, 0.5)


def test_one_dimensional_instrument_has_a_pad():
    controls = {control.id: control for control in control_table(Playable(1))}
    state, _ = apply(initial_state(Playable(1)), Touch("pad.x", (0.5,)), controls, Origin.UI)
    same, _ = apply(state, Touch("pad.y", (0.9,)), controls, Origin.UI)
    assert state.latent == same.latent == (0.5,)


def test_touches_made_together_are_one_new_state_and_bad_ones_are_returned():
    performance = Performance(Playable(4))
    heard = []
    performance.listen(heard.append)
    before = performance.state
    done = performance.touch(
        (Touch("pad", (0.5, 0.5)), Touch("gain", (math.nan,)), Touch("no such"), Touch("play", (1.0,))), Origin.UI
    )
    assert before.latent == (0.0,) * 4, "the old state is left as it was"
    assert performance.state.latent[:2] == (0.5, 0.5)
    assert performance.state.playing
    assert [refused.touch.control for refused in done.refused] == ["gain", "no such"]
    assert [[change.control for change in changes] for changes in heard] == [["pad", "play"]]
    performance.forget(heard.append)


PITCHED = Playable(
    2,
    (
        Label("pitch", 0, 11, 9, classes=("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")),
        Label("brightness", -1.5, 2.5, 0.5, whole=False),
    ),
)


def test_labels_start_at_what_is_usual_and_take_whole_values_where_they_are_classes():
    controls = {control.id: control for control in control_table(PITCHED)}
    state = initial_state(PITCHED)
    assert state.labels == {"pitch": 9, "brightness": 0.5}
    state, change = apply(state, Touch("label.pitch", (3.4,)), controls, Origin.OSC)
    assert change is not None
    assert change.clipped, "the change says that it got 3"
    state, _ = apply(state, Touch("label.brightness", (9.0,)), controls, Origin.OSC)
    assert state.labels == {"pitch": 3, "brightness": 2.5}
    assert values_of(state, controls["label.pitch"]) == (3,)
    assert controls["label.pitch"].names[3] == "D#"


def test_another_instrument_keeps_the_labels_that_it_knows():
    state = replace(initial_state(PITCHED), labels={"pitch": 7.0, "brightness": 2.0})
    other = Playable(2, (Label("pitch", 0, 11, 0), Label("brightness", 0, 1, 0.25, whole=False), Label("bow", 0, 1, 1)))
    assert fitted(state, other).labels == {"pitch": 7, "brightness": 0.25, "bow": 1}
    assert fitted(state, Playable(2)).labels == {}
