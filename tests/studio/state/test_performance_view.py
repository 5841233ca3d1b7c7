from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.state.performance_view import HOLD_S, PerformanceView


def test_what_the_hand_holds_does_not_jump_back():
    view = PerformanceView(Playable(3))
    view.touch_latent([(0, 0.5)], now=10.0)
    view.follow(Snapshot(latent=(0.1, 0.2, 0.3)), now=10.0 + HOLD_S / 2)
    assert view.latent == (0.5, 0.2, 0.3)


def test_the_engine_has_the_last_word_once_the_hand_rests():
    view = PerformanceView(Playable(2))
    view.touch_latent([(0, 0.5)], now=10.0)
    view.touch_gain(-6.0, now=10.0)
    view.touch_playing(True, now=10.0)
    view.follow(Snapshot(latent=(0.1, 0.2), gain_db=-9.0, playing=False), now=10.0 + HOLD_S)
    assert (view.latent, view.gain_db, view.playing) == ((0.1, 0.2), -9.0, False)


def test_a_fresh_engine_does_not_undo_what_it_is_only_being_told():
    view = PerformanceView(Playable(1))
    view.touch_latent([(0, 0.5)], now=1.0)
    view.touch_playing(True, now=1.0)
    view.hold(now=10.0)
    view.follow(Snapshot(latent=(0.0,)), now=10.01)
    assert view.latent == (0.5,)
    assert view.playing


def test_another_instrument_keeps_the_coordinates_that_both_have():
    view = PerformanceView(Playable(3))
    view.touch_latent(enumerate((0.1, 0.2, 0.3)), now=1.0)
    view.fit(Playable(2))
    assert view.latent == (0.1, 0.2)
    view.fit(Playable(4))
    assert view.latent == (0.1, 0.2, 0.0, 0.0)


def test_the_old_instruments_snapshots_do_not_move_the_new_ones_axes():
    view = PerformanceView(Playable(2))
    view.follow(Snapshot(latent=(0.1, 0.2, 0.3), gain_db=-2.0), now=10.0)
    assert view.latent == (0.0, 0.0)
    assert view.gain_db == -2.0
