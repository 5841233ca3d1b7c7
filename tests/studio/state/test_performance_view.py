import pytest

from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import ControlValue, EngineStatus, LabelValue
from vschaos_studio.state.performance_view import HOLD_S, PerformanceView


def status_of(latent, *, sounding=(), labels=(), **values):
    named = tuple(ControlValue(name.replace("_", "."), value) for name, value in values.items())
    return EngineStatus(latent=latent, sounding=sounding, labels=labels, values=named)


def test_a_value_that_was_just_set_does_not_jump_back():
    view = PerformanceView(Playable(3))
    view.touch("pad.x", (0.5,), now=10.0)
    view.follow(status_of((0.1, 0.2, 0.3)), now=10.0 + HOLD_S / 2)
    assert view.latent == (0.5, 0.2, 0.3)


def test_the_engine_decides_once_the_value_has_rested():
    view = PerformanceView(Playable(2))
    view.touch("latent.z1", (0.5,), now=10.0)
    view.touch("gain", (-6.0,), now=10.0)
    view.touch("play", (1.0,), now=10.0)
    view.follow(status_of((0.1, 0.2), gain=-9.0), now=10.0 + HOLD_S)
    assert (view.latent, view["gain"], view.playing) == ((0.1, 0.2), -9.0, False)


def test_what_a_snapshot_does_not_name_is_at_its_default():
    view = PerformanceView(Playable(2))
    view.follow(status_of((0.0, 0.0), gesture_loop=0.0, voices=3.0), now=1.0)
    assert (view["gesture.loop"], view["voices"]) == (0.0, 3.0)
    view.follow(status_of((0.0, 0.0)), now=2.0)
    assert (view["gesture.loop"], view["voices"]) == (1.0, 8.0)


def test_every_control_that_has_one_value_is_shown():
    playable = Playable(3, (Label("pitch", 0, 11, 9),))
    shown = PerformanceView(playable).values
    for control in control_table(playable):
        several = control.id in ("pad", "pad.x", "pad.y", "latents")
        assert (control.id in shown) == (not several and not control.momentary)
        if control.id in shown:
            assert shown[control.id] == control.default


def test_a_fresh_engine_does_not_undo_what_it_has_not_got_yet():
    view = PerformanceView(Playable(1))
    view.touch("latents", (0.5,), now=1.0)
    view.touch("play", (1.0,), now=1.0)
    view.hold(now=10.0)
    view.follow(status_of((0.0,)), now=10.01)
    assert view.latent == (0.5,)
    assert view.playing


def test_another_instrument_keeps_what_both_have():
    view = PerformanceView(Playable(3, (Label("pitch", 0, 11, 9), Label("octave", 2, 4, 3))), {"gain": -3.0})
    view.touch("latents", (0.1, 0.2, 0.3), now=1.0)
    view.touch("label.pitch", (11.0,), now=1.0)
    view.touch("label.octave", (4.0,), now=1.0)
    view.touch("lfo.z2.rate", (7.0,), now=1.0)
    view.touch("lfo.z3.rate", (8.0,), now=1.0)
    view.fit(Playable(2, (Label("pitch", 0, 11, 2), Label("octave", 5, 6, 5))))
    assert view.latent == (0.1, 0.2)
    assert view.labels == {"pitch": 11.0, "octave": 5.0}
    assert (view["lfo.z2.rate"], view["gain"]) == (7.0, -3.0)
    with pytest.raises(KeyError):
        view["lfo.z3.rate"]
    view.fit(Playable(4))
    assert view.latent == (0.1, 0.2, 0.0, 0.0)
    assert view["lfo.z3.rate"] == 0.5


def test_the_old_instruments_snapshots_do_not_move_the_new_ones_axes():
    view = PerformanceView(Playable(2))
    view.follow(status_of((0.1, 0.2, 0.3), sounding=(0.3, 0.2, 0.1), gain=-2.0), now=10.0)
    assert view.latent == (0.0, 0.0)
    assert view.sounding == ()
    assert view["gain"] == -2.0


def test_labels_and_the_place_that_sounds_are_followed():
    view = PerformanceView(Playable(2, (Label("pitch", 0, 11, 9),)))
    labels = (LabelValue("pitch", 4.0), LabelValue("bow", 1.0))
    view.follow(status_of((0.1, 0.2), sounding=(0.3, 0.4), labels=labels), now=1.0)
    assert view.labels == {"pitch": 4.0}
    assert view.sounding == (0.3, 0.4)


def test_a_touch_of_what_the_instrument_does_not_have_is_passed_over():
    view = PerformanceView(Playable(1))
    view.touch("pad", (0.5, 0.5), now=1.0)
    view.touch("label.pitch", (1.0,), now=1.0)
    view.touch("panic", (), now=1.0)
    assert view.latent == (0.5,)
