import threading

import pytest

from vschaos.performance.controls import Playable
from vschaos.performance.notes import NoteOff, NoteOn
from vschaos.performance.performance import MOST_NOTES_WAITING, Performance, still
from vschaos.performance.state import Origin, Touch, values_of


def test_a_performance_sounds_as_it_is_left():
    performance = Performance(Playable(3))
    assert performance.advance(0.005) == performance.sounding == still(performance.state)
    performance.touch((Touch("pad", (0.5, -0.5)),), Origin.UI)
    sounding = performance.advance(0.005)
    assert (sounding.latent, sounding.state) == ((0.5, -0.5, 0.0), performance.state)


def test_notes_come_once_in_order_and_old_ones_are_dropped():
    performance = Performance()
    performance.play_note(NoteOn(60, 0.5))
    performance.play_note(NoteOff(60))
    assert performance.advance(0.005).notes == (NoteOn(60, 0.5), NoteOff(60))
    assert performance.sounding.notes == performance.advance(0.005).notes == ()
    for number in range(MOST_NOTES_WAITING + 10):
        performance.play_note(NoteOn(number % 128, number / 2000))
    notes = performance.advance(0.005).notes
    assert len(notes) == MOST_NOTES_WAITING
    assert notes[-1].velocity == pytest.approx((MOST_NOTES_WAITING + 9) / 2000)


def test_listeners_get_changes_of_gestures_and_touches_until_they_leave():
    performance = Performance()
    heard = []
    performance.listen(heard.append)
    performance.touch((Touch("gesture.play", (1.0,)),), Origin.UI)
    performance.advance(0.005)
    assert [(one.control, one.origin, one.values) for changes in heard for one in changes] == [
        ("gesture.play", Origin.UI, (1.0,)),
        ("gesture.play", Origin.AUTOMATION, (0.0,)),
    ]
    performance.forget(heard.append)
    performance.touch((Touch("play", (1.0,)),), Origin.UI)
    assert len(heard) == 2


def test_a_listener_may_touch():
    performance = Performance()
    performance.listen(lambda changes: performance.touch((Touch("noise", (0.5,)),), Origin.UI))
    performance.touch((Touch("gain", (-6.0,)),), Origin.UI)
    assert performance.state["noise"] == 0.5


def test_touches_on_many_threads_and_the_sound_work_together():
    performance = Performance(Playable(4))
    performance.touch((Touch("lfo.z1.shape", (6.0,)), Touch("gesture.overdub", (1.0,))), Origin.UI)
    failures = []

    def touch_often(number):
        try:
            for step in range(300):
                values = (step / 300,) * 4
                performance.touch((Touch("latents", values), Touch(f"lfo.z{number}.rate", (step / 30,))), Origin.UI)
                performance.touch((Touch("snapshot.store", (float(number),)),), Origin.OSC)
                performance.touch((Touch("snapshot.recall", (float(number),)),), Origin.OSC)
                performance.touch(
                    (Touch("gesture.record", (step % 7 // 4,)), Touch("gesture.play", (1.0,))), Origin.MIDI
                )
                if step % 50 == 0:
                    performance.load_gesture(performance.gesture)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=touch_often, args=(number,)) for number in (1, 2, 3, 4)]
    for one in threads:
        one.start()
    while any(one.is_alive() for one in threads):
        sounding = performance.advance(0.005)
        assert all(-1.0 <= value <= 1.0 for value in sounding.latent)
    for one in threads:
        one.join()
    assert failures == []
    for control in performance.controls.values():
        assert all(control.low <= value <= control.high for value in values_of(performance.state, control))
