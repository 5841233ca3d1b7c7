"""Gestures in the sound's own time: hop by hop, without a clock."""

import math
import random
from itertools import pairwise

import pytest

from vschaos.performance import gesture_player
from vschaos.performance.controls import Kind, Label, Playable
from vschaos.performance.gesture_tracks import lanes_of
from vschaos.performance.gestures import Gesture, GestureEvent, GestureStatus
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch, values_of

HOP_S = 0.005
PITCHED = Playable(4, (Label("pitch", 0, 11, 9),))


class Player:
    def __init__(self, playable=PITCHED):
        self.performance = Performance(playable)
        self.switched = []
        self.performance.listen(self._listen)

    def _listen(self, changes):
        self.switched += [
            (change.control, change.values[0])
            for change in changes
            if change.origin is Origin.AUTOMATION and change.control.startswith("gesture.")
        ]

    def touch(self, *pairs, **values):
        touches = [Touch(name, tuple(map(float, numbers))) for name, *numbers in pairs]
        touches += [Touch(name.replace("__", "."), (float(value),)) for name, value in values.items()]
        done = self.performance.touch(touches, Origin.UI)
        assert not done.refused, done.refused

    def hop(self, count=1, seconds=HOP_S):
        return [self.performance.advance(seconds).state for _ in range(count)]

    def record(self, script, hops):
        """Record ``hops`` hops; ``script(hop)`` touches before each. The states that sounded."""
        self.touch(gesture__record=1)
        states = []
        for number in range(hops):
            script(number)
            states += self.hop()
        self.touch(gesture__record=0)
        self.hop()
        return states

    @property
    def status(self):
        return self.performance.gesture_status


def sine(player):
    return lambda k: player.touch(("pad", 0.9 * math.sin(k * 0.05), 0.9 * math.cos(k * 0.03)))


def recordable(state, controls):
    return {name: lane.value(state) for name, lane in lanes_of(controls).items()}


def test_an_idle_player_does_not_change_the_state():
    player = Player()
    before = player.performance.state
    assert all(state is before for state in player.hop(10))
    assert player.status == GestureStatus()
    assert player.performance.gesture is None


def test_what_was_recorded_plays_as_it_was():
    player = Player()
    player.touch(noise=0.25, label__pitch=3)

    def script(k):
        player.touch(("pad", math.sin(k * 0.05), math.cos(k * 0.03)))
        if k % 60 == 59:
            player.touch(label__pitch=k // 60, noise=k / 600, play=k // 60 % 2)

    recorded = player.record(script, 600)
    assert player.status == GestureStatus(False, False, 0.0, pytest.approx(3.0))
    player.touch(("latents", 0.1, 0.2, 0.3, 0.4), gesture__play=1, noise=1.0, gain=-20.0, gesture__loop=0)
    played = player.hop(600)
    for was, now in zip(recorded, played, strict=True):
        assert now.latent[:2] == was.latent[:2]
        assert now.labels == was.labels
        assert (now["noise"], now.playing) == (was["noise"], was.playing)
        assert (now.latent[2:], now["gain"]) == (tuple(played[0].latent[2:]), -20.0), "what was not moved is let alone"
    assert player.switched == []
    player.hop()
    assert player.switched == [("gesture.play", 0.0)]
    assert player.performance.state["gesture.play"] == 0.0
    assert not player.status.playing


@pytest.mark.parametrize("seed", range(8))
def test_any_recording_plays_as_it_was(seed):
    """All kinds of touches at every hop, or after long rests; snapshots are recorded as the values they set."""
    chance = random.Random(seed)
    player = Player()
    controls = player.performance.controls
    player.touch(noise=0.5, lfo__z2__rate=3.0)
    player.touch(("snapshot.store", 1))
    player.touch(("pad", 0.5, -0.5), noise=1.0)
    player.touch(("snapshot.store", 2))
    names = [name for name, c in controls.items() if (c.kept or c.id in ("pad", "gain", "freeze")) and not c.momentary]
    moved = chance.sample(names, 6)

    def script(k):
        if k // 100 % 2:
            for name in moved:
                control = controls[name]
                player.touch((name, *(chance.uniform(control.low, control.high) for _ in range(control.count))))
        if k % 100 == 99:
            player.touch(("snapshot.recall", chance.choice((1, 2))))

    recorded = player.record(script, 700)
    gesture = player.performance.gesture
    assert gesture is not None
    assert not [event for event in gesture.events if event.control.startswith(("gesture", "snapshot", "panic"))]
    player.touch(("snapshot.recall", 1), ("gesture.play", 1))
    played = player.hop(700)
    names = {event.control for event in gesture.events}
    for k, (was, now) in enumerate(zip(recorded, played, strict=True)):
        before, after = recordable(was, controls), recordable(now, controls)
        # Defaults such as 0.1 come back as 32-bit floats.
        assert {n: after[n] for n in names} == pytest.approx({n: before[n] for n in names}, rel=1e-7, abs=0.0), k


def test_the_same_gesture_twice_is_the_same_twice():
    ends = []
    for _ in range(2):
        player = Player()
        player.record(sine(player), 300)
        player.touch(gesture__play=1, gesture__speed=0.7)
        ends.append(([state.latent for state in player.hop(900)], player.performance.gesture))
    assert ends[0] == ends[1]


def test_slow_playing_has_no_steps():
    player = Player()
    player.record(lambda k: player.touch(("pad.x", -1 + k / 100)) if k % 10 == 0 else None, 200)
    player.touch(gesture__play=1, gesture__speed=0.1)
    path = [state.latent[0] for state in player.hop(1800)]
    steps = [after - before for before, after in pairwise(path)]
    assert max(steps) < 0.002, "a twentieth of what a touch did at once"
    assert min(steps) >= 0.0
    assert path[-1] == pytest.approx(0.8, abs=0.01)


@pytest.mark.parametrize("speed", [0.25, 0.5, 2.0, 4.0])
def test_speed_is_where_in_the_gesture_one_is(speed):
    player = Player()
    player.record(sine(player), 800)
    player.touch(gesture__play=1, gesture__speed=speed)
    player.hop(100)
    assert player.status.position_s == pytest.approx(100 * HOP_S * speed)
    where = player.performance.state.latent[0]
    # The last hop was at 99: the position is that of the next one.
    assert where == pytest.approx(0.9 * math.sin(99 * speed * 0.05), abs=0.005)


def test_hops_of_another_length_play_the_same_way():
    player = Player()
    player.record(sine(player), 800)
    player.touch(gesture__play=1)
    player.hop(33, seconds=0.012)
    player.performance.advance(0.004)
    assert player.performance.state.latent[0] == pytest.approx(0.9 * math.sin(33 * 0.012 / HOP_S * 0.05), abs=0.005)


def test_a_loop_starts_again_after_its_exact_time():
    player = Player()
    player.record(sine(player), 100)
    player.touch(gesture__play=1)
    path = [state.latent for state in player.hop(1000)]
    assert path[:100] == path[100:200] == path[900:]
    assert player.status.playing
    player.touch(gesture__loop=0)
    player.hop(101)
    assert not player.status.playing


def test_keys_wait_for_the_sounds_time():
    player = Player()
    player.touch(gesture__record=1)
    assert not player.status.recording
    player.hop()
    assert player.status == GestureStatus(True, False, HOP_S, HOP_S)


def test_what_is_touched_together_with_the_key_belongs_to_the_gesture():
    player = Player()
    player.touch(("gesture.record", 1), ("pad", 0.5, 0.25))
    player.hop(10)
    player.touch(("pad.x", 0.75), ("gesture.record", 0))
    player.hop()
    assert player.performance.gesture == Gesture(
        pytest.approx(0.05),
        (
            GestureEvent(0.0, "latent.z1", (0.5,)),
            GestureEvent(0.0, "latent.z2", (0.25,)),
            GestureEvent(pytest.approx(0.05), "latent.z1", (0.75,)),
        ),
    )


def test_recording_again_starts_anew():
    player = Player()
    player.record(sine(player), 100)
    player.record(lambda k: player.touch(noise=k / 100), 10)
    gesture = player.performance.gesture
    assert {event.control for event in gesture.events} == {"noise"}
    assert gesture.duration_s == pytest.approx(0.05)


def test_record_while_playing_without_overdub_stops_playing():
    player = Player()
    player.record(sine(player), 100)
    player.touch(gesture__play=1)
    player.hop(10)
    player.touch(gesture__record=1)
    player.hop(5)
    assert player.switched == [("gesture.play", 0.0)]
    assert player.status.recording
    assert not player.status.playing


def test_play_while_recording_ends_that_and_plays_it():
    player = Player()
    player.touch(gesture__record=1)
    for k in range(100):
        sine(player)(k)
        player.hop()
    player.touch(gesture__play=1)
    played = player.hop(100)
    assert player.switched == [("gesture.record", 0.0)]
    assert played[50].latent[0] == pytest.approx(0.9 * math.sin(2.5))


def test_without_a_gesture_play_is_switched_off():
    player = Player()
    player.touch(gesture__play=1)
    player.hop()
    assert player.switched == [("gesture.play", 0.0)]
    player.touch(gesture__play=1)
    player.hop()
    assert player.switched == [("gesture.play", 0.0)] * 2, "and again"


def test_clear_forgets_and_stops():
    player = Player()
    player.record(sine(player), 100)
    player.touch(gesture__play=1)
    player.hop(10)
    player.touch(("gesture.clear",))
    player.hop(2)
    assert player.performance.gesture is None
    assert player.status == GestureStatus(undoable=True)
    assert player.switched == [("gesture.play", 0.0)]


def undo(player):
    player.touch(("gesture.undo",))
    player.hop()
    return player.performance.gesture


def test_undo_changes_a_new_gesture_for_the_one_before_it_and_back():
    player = Player()
    player.record(sine(player), 100)
    first = player.performance.gesture
    assert not player.status.undoable
    player.record(lambda k: player.touch(noise=k / 100), 10)
    second = player.performance.gesture
    assert player.status.undoable
    assert undo(player) == first
    assert undo(player) == second


def test_undo_brings_a_forgotten_gesture_back():
    player = Player()
    player.record(sine(player), 100)
    gesture = player.performance.gesture
    player.touch(("gesture.clear",))
    player.hop()
    assert undo(player) == gesture
    player.touch(gesture__play=1)
    played = player.hop(100)
    assert played[50].latent[0] == pytest.approx(0.9 * math.sin(2.5))


def test_undo_removes_an_overdub():
    player = Player()
    player.record(sine(player), 100)
    gesture = player.performance.gesture
    player.touch(gesture__play=1, gesture__overdub=1)
    player.record(lambda k: player.touch(noise=k / 100), 50)
    assert player.performance.gesture != gesture
    assert undo(player) == gesture


def test_undo_brings_back_what_an_opened_gesture_replaced_but_not_another_sets():
    player = Player()
    player.record(sine(player), 100)
    gesture = player.performance.gesture
    player.performance.load_gesture(Gesture(1.0, (GestureEvent(0.0, "noise", (0.5,)),)))
    assert undo(player) == gesture
    player.performance.load_gesture(None, undoable=False)
    assert not player.status.undoable
    assert undo(player) is None


def test_a_recording_without_a_move_replaces_no_gesture():
    player = Player()
    player.record(sine(player), 100)
    gesture = player.performance.gesture
    player.record(lambda _: None, 10)
    assert player.performance.gesture == gesture
    assert not player.status.undoable


def test_undo_while_recording_ends_the_recording():
    player = Player()
    player.record(sine(player), 100)
    gesture = player.performance.gesture
    player.touch(gesture__record=1)
    player.hop()
    player.touch(noise=0.5)
    player.hop()
    assert undo(player) == gesture
    player.hop()
    assert not player.status.recording
    assert player.switched == [("gesture.record", 0.0)]


def test_panic_stops_a_gesture_that_would_start_the_sound_again():
    player = Player()
    player.record(lambda k: player.touch(play=k % 2), 100)
    player.touch(gesture__play=1)
    player.hop(10)
    player.touch(("panic",))
    states = player.hop(100)
    assert not any(state.playing for state in states)
    assert not player.status.playing


def test_a_touch_wins_until_it_has_rested():
    player = Player()
    recorded = player.record(sine(player), 400)
    player.touch(gesture__play=1)
    player.hop(100)
    for _ in range(20):
        player.touch(("pad.x", 1.0 if player.performance.state.latent[0] < 1 else 0.99))
        player.hop()
    state = player.hop(49)[-1]
    assert state.latent[0] in (pytest.approx(0.99), 1.0)
    assert state.latent[1] == recorded[168].latent[1], "the other half of the pad goes on meanwhile"
    state = player.hop(2)[-1]
    assert state.latent[:2] == recorded[170].latent[:2], "a quarter of a second after the last touch"


def test_a_touch_stays_while_the_gesture_holds():
    player = Player()
    player.record(lambda k: player.touch(noise=0.5) if k == 100 else player.touch(gain=-k / 100), 400)
    player.touch(gesture__play=1, noise=0.25)
    player.hop(150)
    player.touch(noise=0.75)
    assert player.hop(200)[-1]["noise"] == 0.75
    assert player.hop(200)[-1]["noise"] == 0.5, "until its next value, here of the next round"


def test_storing_a_snapshot_stops_nothing():
    player = Player()
    recorded = player.record(sine(player), 400)
    player.touch(gesture__play=1)
    for k in range(100):
        player.touch(("snapshot.store", 1 + k % 5))
        assert player.hop()[0].latent[:2] == recorded[k].latent[:2]


def test_another_instrument_plays_what_it_has():
    player = Player(Playable(6, (Label("pitch", 0, 11, 9),)))
    recorded = player.record(
        lambda k: player.touch(("latents", *(math.sin(k * 0.01 * (n + 1)) for n in range(6))), label__pitch=k // 60),
        400,
    )
    player.touch(gesture__play=1)
    player.hop(10)
    for playable in (Playable(2), Playable(1), PITCHED, Playable(9)):
        player.performance.fit(playable)
        before = round(player.status.position_s / HOP_S) % 400
        state = player.hop(50)[-1]
        count = min(len(state.latent), 6)
        assert state.latent[:count] == recorded[before + 49].latent[:count]
    assert player.switched == []


def test_another_instrument_while_recording():
    player = Player()
    player.touch(gesture__record=1)
    for k in range(300):
        if k % 50 == 49:
            player.performance.fit(Playable(1 + k // 50))
        player.touch(("latents", *(k / 300 for _ in player.performance.state.latent)))
        player.hop()
    player.touch(gesture__record=0, gesture__play=1)
    player.hop(400)
    assert player.status.playing
    assert player.performance.state.latent[0] == pytest.approx(99 / 300)


# ── overdub ───────────────────────────────────────────────────────────────────────────────────────────────


def overdubbed(script, hops=400, first=100, last=200):
    """A gesture of the pad, then ``script(hop)`` from ``first`` to ``last`` while it plays, and what was heard."""
    player = Player()
    recorded = player.record(sine(player), hops)
    player.touch(gesture__play=1, gesture__overdub=1)
    player.hop(10)
    player.touch(gesture__record=1)
    heard = player.hop(first - 10)
    for k in range(first, last):
        script(player, k)
        heard += player.hop()
    heard += player.hop(hops - last)
    player.touch(gesture__record=0)
    return player, recorded, heard


def test_overdub_replaces_the_touched_control_in_the_touched_stretch():
    player, recorded, heard = overdubbed(lambda player, k: player.touch(("pad.x", -0.5 + k / 1000)))
    assert player.status.playing
    again = player.hop(400)
    assert not player.status.recording
    for k in range(400):
        assert again[k].latent[1] == recorded[k].latent[1], "y was not touched"
        if k < 100 or k >= 250:
            assert again[k].latent[0] == pytest.approx(recorded[k].latent[0], abs=1e-6), k
        elif k < 200:
            assert again[k].latent[0] == pytest.approx(-0.5 + k / 1000, abs=1e-6), k
    assert [s.latent[0] for s in heard[90:190]] == [s.latent[0] for s in again[100:200]]


def test_overdub_adds_controls_that_the_gesture_did_not_move():
    player, recorded, _ = overdubbed(lambda player, k: player.touch(noise=k / 1000))
    again = player.hop(400)
    assert [state["noise"] for state in again[:100]] == [0.0] * 100
    assert again[150]["noise"] == pytest.approx(0.15)
    assert again[399]["noise"] == pytest.approx(0.199)
    assert all(now.latent == was.latent for now, was in zip(again, recorded, strict=True))


def test_overdub_over_the_end_of_the_loop():
    player = Player()
    player.record(sine(player), 200)
    player.touch(gesture__play=1, gesture__overdub=1, gesture__record=1)
    player.hop(150)
    for k in range(100):
        player.touch(("pad.x", k / 200))
        player.hop()
    player.hop(150)
    player.touch(gesture__record=0)
    again = player.hop(200)
    # The stroke went from 150 over the end to 49.
    assert again[170 - 200 + 200 - 150 + 150].latent[0] is not None
    start = 300 % 200
    xs = {(start + 100 + n) % 200: again[n].latent[0] for n in range(200)}
    assert xs[149] == pytest.approx(0.9 * math.sin(149 * 0.05), abs=1e-6)
    assert xs[160] == pytest.approx(10 / 200)
    assert xs[199] == pytest.approx(49 / 200)
    assert xs[0] == pytest.approx(50 / 200)
    assert xs[49] == pytest.approx(99 / 200)
    assert xs[120] == pytest.approx(0.9 * math.sin(120 * 0.05), abs=1e-6)


def test_a_stroke_over_the_end_has_the_control_from_the_beginning_on():
    player = Player()
    player.record(sine(player), 200)
    player.touch(gesture__play=1, gesture__overdub=1, gesture__record=1, gesture__speed=1.7)
    player.hop(100)
    for k in range(40):
        player.touch(("pad.x", 0.5 + k / 100))
        player.hop()
    player.touch(gesture__record=0)
    player.hop()
    first = next(event for event in player.performance.gesture.events if event.control == "latent.z1")
    assert first.time_s == 0.0
    # At 1.7 times the speed the end is between hops 117 and 118.
    assert first.values == (pytest.approx(0.5 + 18 / 100),)


def test_overdub_ends_with_the_gesture_without_loop():
    player = Player()
    player.record(sine(player), 200)
    player.touch(gesture__play=1, gesture__overdub=1, gesture__record=1, gesture__loop=0)
    for k in range(201):
        player.touch(("pad.x", k / 400))
        player.hop()
    assert sorted(player.switched) == [("gesture.play", 0.0), ("gesture.record", 0.0)]
    player.touch(gesture__play=1, gesture__record=0)
    assert player.hop(200)[150].latent[0] == pytest.approx(150 / 400)


def test_record_with_overdub_but_without_playing_starts_anew():
    player = Player()
    player.record(sine(player), 200)
    player.touch(gesture__overdub=1)
    player.record(lambda k: player.touch(noise=k / 100), 50)
    assert player.performance.gesture.duration_s == pytest.approx(0.25)


@pytest.mark.parametrize("seed", range(6))
def test_switches_and_touches_in_any_order_break_nothing(seed):
    chance = random.Random(seed)
    player = Player()
    player.touch(("snapshot.store", 1))
    keys = ["gesture.record", "gesture.play", "gesture.loop", "gesture.overdub"]
    for _ in range(1500):
        if chance.random() < 0.05:
            player.touch((chance.choice(keys), chance.choice((0, 1))))
        if chance.random() < 0.3:
            player.touch(("latents", *(chance.uniform(-1, 1) for _ in player.performance.state.latent)))
        if chance.random() < 0.02:
            player.touch(chance.choice((("gesture.speed", chance.uniform(0.1, 4)), ("snapshot.recall", 1), ("panic",))))
        if chance.random() < 0.004:
            player.touch((chance.choice(("gesture.clear", "gesture.undo")),))
        if chance.random() < 0.004:
            player.performance.fit(chance.choice((PITCHED, Playable(2), Playable(7))))
        if chance.random() < 0.004:
            player.performance.load_gesture(chance.choice((None, Gesture(0.0), player.performance.gesture)))
        (state,) = player.hop(seconds=chance.choice((HOP_S, 0.001, 0.3)))
        status = player.status
        # A switch that was touched since is read in the next hop; the player's own are released at once.
        assert status.playing == (player.performance.state["gesture.play"] >= 0.5)
        assert status.recording == (player.performance.state["gesture.record"] >= 0.5)
        for control in player.performance.controls.values():
            assert all(control.low <= value <= control.high for value in values_of(state, control))
        gesture = player.performance.gesture
        if gesture is not None and chance.random() < 0.05:
            times = [event.time_s for event in gesture.events]
            assert times == sorted(times)
            assert not times or 0.0 <= times[0] <= times[-1] <= gesture.duration_s + 1e-9


# ── bounds, and gestures from elsewhere ───────────────────────────────────────────────────────────────────


def test_a_recording_ends_by_itself_when_it_is_too_long(monkeypatch):
    monkeypatch.setattr(gesture_player, "MOST_SECONDS", 1.0)
    player = Player()
    player.record(sine(player), 300)
    assert player.switched == [("gesture.record", 0.0)]
    assert player.performance.gesture.duration_s == pytest.approx(1.0)


def test_a_recording_ends_by_itself_when_it_has_too_many_events(monkeypatch):
    monkeypatch.setattr(gesture_player, "MOST_EVENTS", 100)
    player = Player()
    player.record(sine(player), 300)
    assert player.switched == [("gesture.record", 0.0)]
    assert len(player.performance.gesture.events) in range(100, 103)
    player.switched.clear()
    player.touch(gesture__play=1, gesture__overdub=1, gesture__record=1)
    for k in range(100):
        player.touch(noise=k / 100)
        player.hop()
    assert player.switched == [("gesture.record", 0.0)]
    assert player.status.playing


def test_a_gesture_from_elsewhere_plays_from_its_beginning():
    player = Player()
    player.record(sine(player), 100)
    player.touch(gesture__play=1)
    player.hop(50)
    events = (
        GestureEvent(0.0, "pad", (0.5, 0.25)),
        GestureEvent(0.1, "no such", (1.0,)),
        GestureEvent(0.1, "gain", (-6,)),
    )
    player.performance.load_gesture(Gesture(1.0, events))
    assert player.hop()[0].latent[:2] == (0.5, 0.25)
    assert player.hop(20)[-1]["gain"] == -6.0
    player.performance.load_gesture(None)
    player.hop()
    assert player.switched == [("gesture.play", 0.0)]


def test_loading_while_recording_ends_that():
    player = Player()
    player.touch(gesture__record=1)
    player.hop(10)
    player.performance.load_gesture(Gesture(1.0))
    player.hop()
    assert player.switched == [("gesture.record", 0.0)]
    assert player.performance.gesture == Gesture(1.0)


def test_events_out_of_range_are_moved_into_it():
    player = Player()
    player.performance.load_gesture(
        Gesture(1.0, (GestureEvent(0.0, "pad", (9.0, -9.0)), GestureEvent(0.0, "phase", (7,))))
    )
    player.touch(gesture__play=1)
    (state,) = player.hop()
    assert state.latent[:2] == (1.0, -1.0)
    assert state["phase"] == 1.0


def test_kinds_of_lanes_follow_the_table():
    controls = Performance(PITCHED).controls
    for name, lane in lanes_of(controls).items():
        assert lane.smooth == (controls[name].kind is Kind.CONTINUOUS)
