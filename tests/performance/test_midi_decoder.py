"""What MIDI messages mean. Messages are mido's own, as the engine parses them."""

import math
import random

import pytest
from mido import Message

from tests.performance.midi_messages import CONTROLS, MidiStage, bend, cc, off, on, played, pressure, touched, zone
from vschaos.errors import ControlError
from vschaos.performance.bindings import Binding
from vschaos.performance.midi_decoder import without_outdated_bends
from vschaos.performance.notes import AllNotesOff, NoteBend, NoteOff, NoteOn, PitchBend
from vschaos.performance.state import Touch


def bound(source, control, channel=0, **ranges):
    stage = MidiStage()
    stage.bindings.bind(Binding(source, channel, control, **ranges))
    return stage


# ── bindings ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_controller_goes_the_whole_way_of_its_control():
    stage = bound("cc 7", "gain")
    assert touched(stage, cc(7, 0), cc(7, 127)) == [Touch("gain", (-60.0,)), Touch("gain", (12.0,))]
    (middle,) = touched(stage, cc(7, 64))
    assert middle.values[0] == pytest.approx(-60.0 + 72.0 * 64 / 127)
    assert touched(stage, cc(8, 5), on(60)) == []


def test_a_binding_of_one_channel_hears_no_other():
    stage = bound("cc 1", "spread", channel=3)
    assert touched(stage, cc(1, 127, 0)) == []
    assert touched(stage, cc(1, 127, 2)) == [Touch("spread", (1.0,))]


def test_the_range_can_be_a_part_inverted_and_curved():
    assert touched(bound("cc 1", "spread", low=0.75, high=0.25), cc(1, 0), cc(1, 127)) == [
        Touch("spread", (0.75,)),
        Touch("spread", (0.25,)),
    ]
    (curved,) = touched(bound("cc 1", "spread", curve=2.0), cc(1, 64))
    assert curved.values[0] == pytest.approx((64 / 127) ** 2)


def test_equal_ways_are_equal_ratios_where_the_control_is_logarithmic():
    values = [t.values[0] for t in touched(bound("cc 1", "lfo.z1.rate"), *(cc(1, v) for v in (0, 30, 60, 90, 127)))]
    assert values[0] == pytest.approx(0.01)
    assert values[-1] == pytest.approx(20.0)
    assert values[1] / values[0] == pytest.approx(values[2] / values[1]) == pytest.approx(values[3] / values[2])


def test_choices_are_whole_and_all_can_be_reached():
    values = {t.values[0] for t in touched(bound("cc 1", "label.pitch"), *(cc(1, v) for v in range(128)))}
    assert values == {float(k) for k in range(12)}


def test_a_switch_is_on_from_the_middle():
    touches = touched(bound("cc 1", "play"), cc(1, 63), cc(1, 64), cc(1, 127), cc(1, 0))
    assert [t.values[0] for t in touches] == [0.0, 1.0, 1.0, 0.0]


def test_a_trigger_fires_on_the_way_up_through_the_middle_alone():
    stage = bound("cc 1", "panic")
    fired = [len(touched(stage, cc(1, v))) for v in (127, 127, 0, 60, 70, 80, 60, 127)]
    assert fired == [1, 0, 0, 0, 1, 0, 0, 1]
    assert touched(bound("cc 1", "panic"), cc(1, 127)) == [Touch("panic")]


def test_a_button_recalls_one_snapshot_and_a_knob_goes_through_them():
    button = bound("cc 1", "snapshot.recall", low=2 / 31, high=2 / 31)
    assert touched(button, cc(1, 127), cc(1, 0), cc(1, 127)) == [Touch("snapshot.recall", (3.0,))] * 2
    knob = touched(bound("cc 1", "snapshot.recall"), *(cc(1, v) for v in range(128)))
    assert [t.values[0] for t in knob] == [float(n) for n in range(1, 33)]


def test_bend_and_pressure_move_controls_with_the_bend_exact_in_the_middle():
    stage = bound("bend", "latent.z1")
    values = [t.values[0] for t in touched(stage, *(bend(p) for p in (-8192, 0, 8191, 1)))]
    assert values[:3] == [-1.0, 0.0, 1.0]
    assert values[3] == pytest.approx(1 / 8191)
    assert touched(bound("pressure", "spread"), pressure(127)) == [Touch("spread", (1.0,))]
    assert touched(MidiStage(), bend(5000), pressure(100)) == []


def test_a_wheel_that_moves_a_control_bends_no_pitch():
    stage = MidiStage()
    assert played(stage, bend(8191)) == [PitchBend(0, 200.0)]
    stage.bindings.bind(Binding("bend", 0, "latent.z1"))
    assert played(stage, bend(8000), bend(100)) == [PitchBend(0)]
    waits = MidiStage()
    waits.bindings.wait_for("spread")
    assert played(waits, bend(100), bend(300)) == []


def test_the_fine_half_counts_once_the_two_come_in_pairs():
    stage = bound("cc 1", "spread")
    pairs = [(0, 0), (0, 64), (64, 1), (127, 127)]
    touches = touched(stage, *(cc(n, v) for coarse, fine in pairs for n, v in ((1, coarse), (33, fine))))
    assert touches[-1].values == (1.0,)
    fine = [t.values[0] for t in touches]
    assert (64 << 7 | 1) / 16383 in [pytest.approx(v) for v in fine]
    # The fine half alone moves it, too.
    (alone,) = touched(stage, cc(33, 126))
    assert alone.values[0] == pytest.approx((127 << 7 | 126) / 16383)


def test_buttons_with_the_numbers_of_fine_halves_are_buttons():
    stage = bound("cc 0", "spread")
    stage.bindings.bind(Binding("cc 32", 0, "play"))
    touches = touched(stage, *(cc(n, v) for _ in range(4) for n, v in ((0, 10), (32, 127), (32, 0))))
    assert touches == [Touch("spread", (10 / 127,)), Touch("play", (1.0,)), Touch("play", (0.0,))] * 4
    # Nor does an unbound one move the slider, as long as that moves in single messages.
    unbound = bound("cc 0", "spread")
    touches = touched(unbound, cc(0, 10), cc(0, 11), cc(32, 127), cc(32, 0), cc(0, 12), cc(0, 13), cc(32, 127))
    assert [t.values[0] for t in touches] == [v / 127 for v in (10, 11, 12, 13)]


def test_controls_of_another_instrument_are_passed_over():
    stage = MidiStage()
    stage.bindings.load(Binding("cc 1", 0, control) for control in ("latent.z9", "spread", "pad"))
    assert touched(stage, cc(1, 127)) == [Touch("spread", (1.0,))]


def test_a_bound_pedal_holds_no_notes_and_releases_those_it_held():
    stage = MidiStage()
    played(stage, on(60), cc(64, 127), off(60))
    stage.bindings.bind(Binding("cc 64", 0, "freeze"))
    assert stage.handle(cc(64, 127)) == ((NoteOff(60),), (Touch("freeze", (1.0,)),))
    assert played(stage, on(60), off(60)) == [NoteOn(60, 1.0), NoteOff(60)]


def test_bindings_are_replaced_removed_and_loaded_together():
    stage = bound("cc 1", "spread")
    stage.bindings.bind(Binding("cc 2", 0, "spread"))
    stage.bindings.bind(Binding("cc 1", 0, "spread", curve=3.0))
    stage.bindings.bind(Binding("cc 1", 0, "gain"))
    assert [(b.source, b.control, b.curve) for b in stage.bindings.all] == [
        ("cc 1", "spread", 3.0),
        ("cc 2", "spread", 1.0),
        ("cc 1", "gain", 1.0),
    ]
    stage.bindings.unbind("spread")
    assert [b.control for b in stage.bindings.all] == ["gain"]
    with pytest.raises(ControlError):
        stage.bindings.load((Binding("cc 3", 0, "spread"), Binding("knob", 0, "spread")))
    assert [b.control for b in stage.bindings.all] == ["gain"]
    stage.bindings.unbind("")
    assert stage.bindings.all == ()
    assert touched(stage, cc(1, 5)) == []


@pytest.mark.parametrize(
    "binding",
    [
        Binding("cc 120", 0, "spread"),
        Binding("cc -1", 0, "spread"),
        Binding("CC 1", 0, "spread"),
        Binding("", 0, "spread"),
        Binding("cc 1", 17, "spread"),
        Binding("cc 1", -1, "spread"),
        Binding("cc 1", 0, "spread", low=-0.1),
        Binding("cc 1", 0, "spread", high=math.inf),
        Binding("cc 1", 0, "spread", low=math.nan),
        Binding("cc 1", 0, "spread", curve=0.0),
        Binding("cc 1", 0, "spread", curve=math.nan),
    ],
)
def test_a_binding_that_can_move_nothing_is_refused(binding):
    with pytest.raises(ControlError):
        MidiStage().bindings.bind(binding)


# ── assigning ─────────────────────────────────────────────────────────────────────────────────────────────


def assigned(*messages, before=(), control="spread"):
    stage = MidiStage()
    for message in before:
        stage.handle(message)
    stage.bindings.wait_for(control)
    for message in messages:
        stage.handle(message)
    return [(b.source, b.channel) for b in stage.bindings.all]


def test_a_controller_that_moves_clearly_is_assigned_with_its_channel():
    assert assigned(cc(21, 60, 4), cc(21, 61, 4), cc(21, 62, 4), cc(21, 63, 4)) == []
    assert assigned(cc(21, 60, 4), cc(21, 62, 4), cc(21, 64, 4)) == [("cc 21", 5)]
    assert assigned(bend(300), bend(600)) == [("bend", 1)]
    assert assigned(pressure(3), pressure(9)) == [("pressure", 1)]


def test_jitter_notes_and_channel_modes_assign_nothing():
    wobble = [cc(21, v) for v in (60, 61, 60, 59, 61, 60)] + [cc(22, v) for v in (127, 126, 127, 126)]
    assert (
        assigned(*wobble, on(60), off(60), cc(123, 0), cc(120, 127), cc(101, 0), cc(100, 0), cc(6, 12), bend(60)) != []
    )
    assert assigned(*wobble[:6], on(60), off(60), cc(123, 0), cc(120, 127), cc(101, 0), cc(100, 0), cc(6, 12)) == []
    assert assigned(*wobble, before=(cc(22, 126),)) == []


def test_a_button_is_assigned_by_one_press():
    assert assigned(cc(40, 127)) == [("cc 40", 1)]
    assert assigned(cc(40, 127), before=(cc(40, 0),)) == [("cc 40", 1)]
    assert assigned(cc(40, 127), before=(cc(40, 127),)) == [("cc 40", 1)]
    assert assigned(cc(64, 127)) == [("cc 64", 1)]


def test_of_a_pair_the_coarse_half_is_assigned_and_stays_fine():
    fine = [cc(n, v) for k in range(600, 1400, 50) for n, v in ((1, k >> 7), (33, k & 127))]
    assert assigned(*fine) == [("cc 1", 1)]
    assert assigned(*(m for k in (0, 127, 64, 127) for m in (cc(1, 5), cc(33, k)))) == []


def test_a_button_after_the_slider_of_its_number_is_assigned():
    assert assigned(cc(32, 127), cc(32, 0), before=(cc(0, 10), cc(0, 11))) == [("cc 32", 1)]


def test_assigning_moves_nothing_replaces_earlier_bindings_and_keeps_their_range():
    stage = bound("cc 1", "panic", low=0.1, high=0.9, curve=2.0)
    stage.bindings.bind(Binding("cc 2", 0, "panic"))
    stage.bindings.bind(Binding("cc 3", 0, "spread"))
    stage.bindings.wait_for("panic")
    assert stage.bindings.awaiting == "panic"
    assert stage.handle(cc(50, 127)) == ((), ())
    assert stage.bindings.awaiting == ""
    assert stage.bindings.all == (Binding("cc 3", 0, "spread"), Binding("cc 50", 1, "panic", 0.1, 0.9, 2.0))
    assert touched(stage, cc(50, 0), cc(50, 127)) == [Touch("panic")]


def test_the_wait_can_end_without_a_controller():
    stage = MidiStage()
    stage.bindings.wait_for("spread")
    stage.bindings.wait_for("")
    assert touched(stage, cc(1, 0), cc(1, 127)) == []
    assert stage.bindings.all == ()


def test_what_belongs_to_a_note_moves_and_assigns_no_control():
    stage = bound("cc 74", "spread")
    stage.bindings.bind(Binding("bend", 0, "gain"))
    stage.bindings.wait_for("spread")
    played(stage, *zone(5))
    assert touched(stage, cc(74, 127, 1), bend(8191, 1), pressure(127, 1)) == []
    assert stage.bindings.awaiting == "spread"
    stage.bindings.wait_for("")
    assert touched(stage, cc(74, 127, 0), bend(8191, 9)) == [Touch("spread", (1.0,)), Touch("gain", (12.0,))]


# ── batches ───────────────────────────────────────────────────────────────────────────────────────────────


def test_of_the_bends_of_a_note_the_last_counts_but_none_goes_past_a_note():
    bends = [NoteBend(1, x / 10) for x in range(5)]
    note, other = NoteOn(60, 1.0, 1), NoteOn(60, 1.0, 2)
    kept = without_outdated_bends([*bends, other, *bends, note, *bends[:2]])
    assert kept == (other, bends[4], note, bends[1])
    wheels = [PitchBend(1, x) for x in range(3)]
    assert without_outdated_bends([*wheels, *bends, wheels[0]]) == (bends[4], wheels[0])


# ── hostile ───────────────────────────────────────────────────────────────────────────────────────────────


def random_message(chance):
    channel = chance.choice((0, 1, 2, 8, 14, 15))
    return chance.choice(
        (
            on(chance.randrange(128), chance.randrange(128), channel),
            off(chance.randrange(128), channel),
            cc(chance.randrange(128), chance.randrange(128), channel),
            cc(chance.choice((6, 38, 64, 74, 98, 100, 101, 120, 123)), chance.choice((0, 6, 127)), channel),
            bend(chance.randrange(-8192, 8192), channel),
            pressure(chance.randrange(128), channel),
            Message("program_change", program=3, channel=channel),
            Message("polytouch", note=3, value=9, channel=channel),
            Message("sysex", data=(1, 2)),
            Message("reset"),
        )
    )


@pytest.mark.parametrize("seed", range(10))
def test_whatever_comes_every_note_ends_and_every_value_is_in_range(seed):
    chance = random.Random(seed)
    stage = MidiStage()
    sources = ["bend", "pressure", *(f"cc {n}" for n in range(120))]
    stage.bindings.load(
        Binding(chance.choice(sources), 0, control, chance.random(), chance.random(), 0.1 + chance.random())
        for control in CONTROLS
    )
    sounding = set()
    for step in range(3000):
        if step % 300 == 0:
            stage.bindings.wait_for(chance.choice([one.id for one in CONTROLS.values() if one.count < 2]))
        notes, touches = stage.handle(random_message(chance))
        for note in notes:
            match note:
                case NoteOn(key, velocity, channel):
                    assert 0.0 < velocity <= 1.0
                    sounding.add((key, channel))
                case NoteOff(key, channel):
                    sounding.remove((key, channel))
                case AllNotesOff():
                    sounding.clear()
                case NoteBend(_, x, y, z):
                    assert max(abs(x), abs(y), abs(z)) <= 1.0
        for touch in touches:
            control = CONTROLS[touch.control]
            assert len(touch.values) == control.count
            assert all(control.low - 1e-9 <= value <= control.high + 1e-9 for value in touch.values)
    bent = set()
    for note in stage.decoder.release("keys"):
        if isinstance(note, PitchBend):
            bent.add(note)
        else:
            sounding.remove((note.key, note.channel))
    assert all(note.cents == 0.0 for note in bent)
    assert not sounding
