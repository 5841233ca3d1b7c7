"""What MIDI keyboards play: keys, pedals, and the zones of MPE."""

import pytest

from tests.performance.midi_messages import MidiStage, bend, cc, off, on, played, pressure, zone
from vschaos.performance.notes import AllNotesOff, NoteBend, NoteOff, NoteOn, PitchBend

# ── keys and pedal ────────────────────────────────────────────────────────────────────────────────────────


def test_keys_go_down_and_up_and_velocity_zero_means_up():
    notes = played(MidiStage(), on(60, 127), on(64, 1, 3), on(60, 0), off(64, 3))
    assert notes == [NoteOn(60, 1.0, 0), NoteOn(64, 1 / 127, 3), NoteOff(60, 0), NoteOff(64, 3)]


def test_a_key_that_is_not_down_cannot_go_up():
    assert played(MidiStage(), off(60), on(61), off(61), off(61), off(61, 1)) == [NoteOn(61, 1.0), NoteOff(61)]


def test_the_pedal_holds_released_notes_until_it_is_lifted():
    stage = MidiStage()
    assert played(stage, on(60), cc(64, 127), off(60), on(62), off(62)) == [NoteOn(60, 1.0), NoteOn(62, 1.0)]
    assert played(stage, cc(64, 63)) == [NoteOff(60), NoteOff(62)]
    assert played(stage, cc(64, 0)) == []


def test_a_key_struck_again_under_the_pedal_sounds_on_after_it():
    stage = MidiStage()
    played(stage, on(60), cc(64, 64), off(60), on(60))
    assert played(stage, cc(64, 0)) == []
    assert played(stage, off(60)) == [NoteOff(60)]


def test_all_notes_off_lifts_the_keys_of_its_channel_alone_and_leaves_the_pedal():
    stage = MidiStage()
    played(stage, on(60), on(61, channel=1), on(62, channel=2), cc(64, 127, 2))
    assert played(stage, cc(123, 0)) == [NoteOff(60)]
    assert played(stage, cc(123, 0, 2)) == []
    assert played(stage, cc(64, 0, 2)) == [NoteOff(62, 2)]
    assert played(stage, off(61, 1)) == [NoteOff(61, 1)]


def test_all_sound_off_ends_everything():
    stage = MidiStage()
    played(stage, on(60), cc(64, 127), off(60), on(61, channel=5))
    assert played(stage, cc(120, 0)) == [AllNotesOff()]
    assert played(stage, cc(64, 0), off(61, 5)) == []


def test_inputs_are_apart_and_one_that_goes_lets_its_own_notes_go():
    stage = MidiStage()
    first = played(stage, on(60), cc(64, 127), on(61), off(61), port="a")
    second = played(stage, on(60), on(62), off(62), port="b")
    assert {note.channel for note in first} == {0}
    assert second == [NoteOn(60, 1.0, 16), NoteOn(62, 1.0, 16), NoteOff(62, 16)]
    assert stage.decoder.release("a") == (NoteOff(60, 0), NoteOff(61, 0))
    assert stage.decoder.release("a") == ()
    assert played(stage, on(60), port="c") == [NoteOn(60, 1.0, 0)]
    assert stage.decoder.release("b") == (NoteOff(60, 16),)


# ── MPE ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_zone_the_wheel_bends_the_pitch_of_its_channel_by_two_semitones():
    stage = MidiStage()
    assert played(stage, on(60, channel=1), bend(8191, 1), cc(74, 127, 1), pressure(127, 1)) == [
        NoteOn(60, 1.0, 1),
        PitchBend(1, 200.0),
    ]
    assert played(stage, bend(-8192, 2), bend(0, 1)) == [PitchBend(2, -200.0), PitchBend(1, 0.0)]


def test_the_range_of_the_wheel_is_registered_parameter_0():
    stage = MidiStage()
    assert played(stage, cc(101, 0), cc(100, 0), cc(6, 12), cc(38, 50)) == []
    assert played(stage, bend(8191), bend(8191, 1)) == [PitchBend(0, 1250.0), PitchBend(1, 200.0)]


def test_a_wheel_is_let_go_where_its_keyboard_is_reset_or_gone():
    stage = MidiStage()
    played(stage, bend(8191))
    assert played(stage, cc(121, 0)) == [PitchBend(0)]
    played(stage, bend(8191, 4))
    assert stage.decoder.release("keys") == (PitchBend(4),)


def test_the_lower_zone_bends_each_note_by_its_own_finger():
    stage = MidiStage()
    assert played(stage, *zone(5)) == []
    assert played(stage, on(60, channel=1), on(64, channel=2)) == [
        NoteOn(60, 1.0, 1),
        NoteBend(1),
        NoteOn(64, 1.0, 2),
        NoteBend(2),
    ]
    # Of a full bend of 48 semitones, 2 are the pad's half.
    (half,) = played(stage, bend(round(8191 / 48), 1))
    assert half.channel == 1
    assert half.x == pytest.approx(0.5, abs=0.01)
    assert played(stage, bend(-8192, 1)) == [NoteBend(1, x=-1.0)]
    assert played(stage, bend(0, 1), cc(74, 127, 1), cc(74, 0, 1), cc(74, 64, 1), pressure(127, 1)) == [
        NoteBend(1, 0.0),
        NoteBend(1, 0.0, 1.0),
        NoteBend(1, 0.0, -1.0),
        NoteBend(1, 0.0, 0.0),
        NoteBend(1, 0.0, 0.0, 1.0),
    ]
    # Channel 7 is no member of it.
    assert played(stage, on(60, channel=6), bend(8191, 6)) == [NoteOn(60, 1.0, 6), PitchBend(6, 200.0)]


def test_a_note_starts_where_its_finger_is():
    stage = MidiStage()
    played(stage, *zone(15))
    assert played(stage, bend(-8192, 3), cc(74, 127, 3), pressure(127, 3)) == []
    assert played(stage, on(60, channel=3)) == [NoteOn(60, 1.0, 3), NoteBend(3, -1.0, 1.0, 1.0)]
    assert played(stage, off(60, 3), bend(0, 3)) == [NoteOff(60, 3)]
    assert played(stage, on(61, channel=3)) == [NoteOn(61, 1.0, 3), NoteBend(3, 0.0, 1.0, 1.0)]


def test_the_upper_zone_counts_down_and_a_later_zone_takes_channels_from_an_earlier():
    stage = MidiStage()
    played(stage, *zone(10), *zone(6, 15))
    # The upper zone has channels 10 to 15, which leaves 2 to 9 to the lower.
    assert len(played(stage, on(60, channel=9))) == 2
    assert len(played(stage, on(60, channel=8))) == 2
    (bent,) = played(stage, bend(8191, 15))
    assert bent == NoteBend(9, 1.0)
    (bent,) = played(stage, bend(-8192, 0))
    assert bent == NoteBend(8, -1.0)
    assert played(stage, *zone(0, 15), *zone(0)) == [NoteOff(60, 8), NoteOff(60, 9)]
    assert played(stage, on(60, channel=8), bend(8191, 8)) == [NoteOn(60, 1.0, 8), PitchBend(8, 200.0)]


def test_the_bend_range_of_one_member_is_that_of_all():
    stage = MidiStage()
    played(stage, *zone(5), cc(101, 0, 1), cc(100, 0, 1), cc(6, 4, 1), cc(38, 0, 1))
    _, bent = played(stage, bend(-2048, 2), on(60, channel=2))
    assert bent == NoteBend(2, pytest.approx(-0.5))


def test_the_pedal_and_the_wheel_of_the_manager_are_the_zones():
    stage = MidiStage()
    played(stage, *zone(5), on(60, channel=1), on(62, channel=2), cc(64, 127, 0))
    assert played(stage, off(60, 1), off(62, 2)) == []
    assert played(stage, bend(8191, 0)) == [NoteBend(1, 1.0), NoteBend(2, 1.0)]
    assert played(stage, cc(64, 0, 0)) == [NoteOff(60, 1), NoteOff(62, 2)]
