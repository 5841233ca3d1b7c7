import pytest

from vschaos.performance.controls import Label, Playable
from vschaos.performance.gesture_tracks import GestureTracks, Track, lanes_moved_by, lanes_of
from vschaos.performance.gestures import Gesture, GestureEvent
from vschaos.performance.state import initial_state
from vschaos.performance.table import control_table

PLAYABLE = Playable(3, (Label("pitch", 0, 11, 9),))
CONTROLS = {control.id: control for control in control_table(PLAYABLE)}


def test_neighbours_are_joined_and_gaps_are_held():
    track = Track([0.0, 0.2, 1.0, 1.25], [0.0, 1.0, 5.0, 7.0])
    for time_s, value in (
        (-1.0, 0.0),
        (0.0, 0.0),
        (0.1, 0.5),
        (0.2, 1.0),
        (0.99, 1.0),
        (1.0, 5.0),
        (1.125, 6.0),
        (9, 7),
    ):
        assert track.at(time_s, True) == pytest.approx(value)
    assert track.at(0.1, False) == 0.0
    assert track.at(1.2, False) == 5.0


def test_two_values_at_one_time_are_a_jump():
    track = Track([0.0, 0.1, 0.1, 0.2], [0.0, 1.0, 5.0, 6.0])
    assert track.at(0.05, True) == pytest.approx(0.5)
    assert track.at(0.1, True) == 5.0
    assert track.at(0.15, True) == pytest.approx(5.5)


def test_lanes_have_one_value_each_and_are_not_the_players_own_switches():
    lanes = lanes_of(CONTROLS)
    assert {"latent.z1", "latent.z3", "label.pitch", "noise", "gain", "freeze", "play", "lfo.z2.rate"} <= set(lanes)
    forbidden = ("gesture.", "snapshot.", "panic", "pad", "latents", "voices")
    assert not [name for name in lanes if name.startswith(forbidden)]
    state = initial_state(PLAYABLE)
    assert [lanes[name].value(state) for name in ("latent.z2", "label.pitch", "gain")] == [0.0, 9, 0.0]
    assert lanes["noise"].smooth
    assert not lanes["label.pitch"].smooth
    assert not lanes["play"].smooth
    assert lanes_moved_by(CONTROLS["pad"]) == ("latent.z1", "latent.z2")
    alone = {control.id: control for control in control_table(Playable(1))}
    assert lanes_moved_by(alone["pad"]) == ("latent.z1",)
    assert lanes_moved_by(CONTROLS["gain"]) == ("gain",)


def test_other_names_of_coordinates_are_split():
    events = (
        GestureEvent(0.0, "pad", (0.1, 0.2)),
        GestureEvent(0.5, "pad.y", (0.3,)),
        GestureEvent(0.5, "latents", (0.4, 0.5, 0.6)),
        GestureEvent(0.7, "noise", (0.7,)),
    )
    made = GestureTracks.of(Gesture(1.0, events))
    assert made.by_control == {
        "latent.z1": Track([0.0, 0.5], [0.1, 0.4]),
        "latent.z2": Track([0.0, 0.5, 0.5], [0.2, 0.3, 0.5]),
        "latent.z3": Track([0.5], [0.6]),
        "noise": Track([0.7], [0.7]),
    }
    assert made.count == 7
    assert made.gesture.events == events, "what was loaded is what is saved"


def test_tracks_and_their_gesture_are_the_same():
    made = GestureTracks(
        2.0, {"noise": Track([0.0, 1.0], [0.0, 0.5]), "gain": Track([0.0, 0.5, 1.0], [0.0, -6.0, -9.0])}
    )
    times = [(event.time_s, event.control) for event in made.gesture.events]
    assert times == [(0.0, "noise"), (0.0, "gain"), (0.5, "gain"), (1.0, "noise"), (1.0, "gain")]
    assert GestureTracks.of(made.gesture).by_control == made.by_control


def test_a_stroke_replaces_its_stretch_and_no_more():
    old = Track([k / 10 for k in range(11)], [float(k) for k in range(11)])
    new = old.replaced(Track([0.35, 0.45], [50.0, 60.0]), 0.35, 0.62, 0.34, True)
    assert new.at(0.34, True) == pytest.approx(3.4)
    assert new.at(0.35, True) == 50.0
    assert new.at(0.45, True) == 60.0
    for time_s in (0.0, 0.2, 0.33, 0.62, 0.65, 0.7, 1.0, 2.0):
        assert new.at(time_s, True) == pytest.approx(old.at(time_s, True))
    assert old.times_s == [k / 10 for k in range(11)], "the old track stays as it is"


def test_a_stroke_within_a_line_comes_back_to_the_line():
    new = Track([0.0, 0.2], [0.0, 2.0]).replaced(Track([0.08], [9.0]), 0.08, 0.12, 0.07, True)
    assert new == Track([0.0, 0.07, 0.08, 0.12, 0.2], [0.0, pytest.approx(0.7), 9.0, pytest.approx(1.2), 2.0])


def test_after_an_overdub_a_held_value_stays_until_the_next_one():
    held = Track([0.0, 5.0], [1.0, 2.0])
    new = held.replaced(Track([1.0, 1.1], [7.0, 8.0]), 1.0, 1.5, 0.9, True)
    assert [new.at(t, True) for t in (0.9, 1.0, 1.1, 1.5, 4.9, 5.0)] == [1.0, 7.0, 8.0, 8.0, 8.0, 2.0]
    moved = Track([0.0, 1.2, 5.0], [1.0, 3.0, 2.0]).replaced(Track([1.0, 1.1], [7.0, 8.0]), 1.0, 1.5, 0.9, True)
    assert moved.at(1.5, True) == 3.0, "it moved meanwhile"
