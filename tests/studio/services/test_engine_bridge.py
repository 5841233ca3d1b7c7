import json
import logging

import numpy as np
import pytest

from testing.servers import silent_environment
from vschaos.realtime.protocol import (
    AwaitBinding,
    ConfigureOsc,
    PlayNote,
    Recovered,
    RefreshDevices,
    SaveLast,
    SelectDevice,
    SelectInput,
    SelectMidi,
    StartRecording,
)
from vschaos.realtime.recording.growing_file import GrowingFile
from vschaos.realtime.recording.unfinished import Unfinished, unfinished_folder
from vschaos_studio.services.engine_bridge import STEADY_S, EngineBridge, EngineState
from vschaos_studio.services.process import Launcher


@pytest.fixture
def make_bridge(tmp_path, clock, qapp):
    bridges = []

    def make(engine, patience_s=5.0):
        bridge = EngineBridge(engine.launcher, log_folder=tmp_path / "logs", clock=clock, patience_s=patience_s)
        bridges.append(bridge)
        return bridge

    yield make
    for bridge in bridges:
        bridge.stop()


def kinds(orders):
    return [json.loads(order)["type"] for order in orders]


def controls(orders):
    made = [json.loads(order) for order in orders]
    return {order["control"]: order["values"] for order in made if order["type"] == "SetControl"}


def test_orders_given_before_the_engine_is_there_reach_it(qtbot, make_bridge, fake_engine):
    engine = fake_engine()
    bridge = make_bridge(engine)
    bridge.order(SelectDevice("Speakers", 20.0))
    bridge.order(SelectInput("Mic"))
    bridge.order(SelectMidi("*"))
    bridge.order(ConfigureOsc(True, 9000, 9001))
    bridge.load_instrument("bells.vschaos")
    bridge.set_control("pad", 0.25, -0.5)
    bridge.set_control("latent.z4", 0.75)
    bridge.set_control("gain", -6.0)
    bridge.set_control("play", 1.0)
    bridge.start()
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.playing)
    wishes = ["SelectDevice", "SelectInput", "SelectMidi", "ConfigureOsc", "SetControl", "LoadInstrument"]
    assert kinds(engine.orders())[:6] == wishes
    assert json.loads(engine.orders()[0])["latency_ms"] == 20.0
    assert bridge.status.latent == (0.25, -0.5, 0.0, 0.75, 0.0)
    assert bridge.status.value("gain") == -6.0


def test_moves_reach_a_running_engine_and_come_back(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine())
    bridge.load_instrument("bells.vschaos")
    with qtbot.waitSignal(bridge.instrument_loaded) as loaded:
        bridge.start()
    assert loaded.args[0].latent_dims == 5
    bridge.set_control("pad", 0.5, 0.25)
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.latent[:2] == (0.5, 0.25))
    with qtbot.waitSignal(bridge.devices_changed) as devices, qtbot.waitSignal(bridge.midi_ports_changed) as ports:
        bridge.order(RefreshDevices())
    assert [output.name for output in devices.args[0].outputs] == ["Speakers"]
    assert ports.args[0].names == ("Keys",)


def test_a_crashed_engine_is_started_again_and_told_everything(qtbot, make_bridge, fake_engine):
    engine = fake_engine()
    bridge = make_bridge(engine)
    bridge.order(SelectDevice("Speakers"))
    bridge.load_instrument("bells.vschaos")
    with qtbot.waitSignal(bridge.instrument_loaded):
        bridge.start()
    bridge.set_control("latents", 0.1, 0.2, 0.3, 0.4, 0.5)
    bridge.set_control("gain", -3.0)
    bridge.set_control("play", 1.0)
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.playing)
    with qtbot.waitSignal(bridge.noticed) as noticed, qtbot.waitSignal(bridge.instrument_loaded):
        bridge.set_control("panic")
    assert not noticed.args[0].is_error
    qtbot.waitUntil(lambda: bridge.status is not None and bridge.status.playing)
    assert bridge.status.latent == (0.1, 0.2, 0.3, 0.4, 0.5)
    assert bridge.status.value("gain") == -3.0
    assert "Speakers" in engine.orders(1)[0]


def test_a_recording_that_was_cut_off_is_told_by_the_next_engine(qtbot, qapp, tmp_path, clock, monkeypatch):
    """The real engine, through the real protocol."""
    for name, value in silent_environment().items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "Bells.wav"
    file = GrowingFile(path, sample_rate_hz=8000, channels=2)
    file.write(np.zeros((16_000, 2), np.float32))
    Unfinished(unfinished_folder()).leave(path)
    bridge = EngineBridge(Launcher(), log_folder=tmp_path / "logs", clock=clock)
    try:
        with qtbot.waitSignal(bridge.recovered, timeout=60_000) as told:
            bridge.start()
    finally:
        bridge.stop()
    assert told.args == [Recovered(str(path), 2.0)]


def test_an_engine_that_crashes_again_at_once_is_left_until_asked_for(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine())
    bridge.start()
    for _ in range(2):
        qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
        with qtbot.waitSignal(bridge.noticed) as noticed:
            bridge.set_control("panic")
    assert bridge.state is EngineState.FAILED
    assert noticed.args[0].is_error
    assert noticed.args[0].remedy
    assert bridge.status is None
    bridge.set_control("pad", 0.1, 0.1)
    bridge.try_again()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)


def test_an_engine_that_ran_long_may_crash_once_more(qtbot, make_bridge, fake_engine, clock):
    bridge = make_bridge(fake_engine())
    bridge.start()
    for _ in range(3):
        qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
        clock.now += STEADY_S
        with qtbot.waitSignal(bridge.noticed) as noticed:
            bridge.set_control("panic")
        assert not noticed.args[0].is_error


def test_an_engine_that_cannot_live_ends_in_a_sentence(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine("stillborn"))
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.FAILED)


def test_a_missing_program_ends_in_a_sentence(qtbot, qapp, clock, tmp_path):
    bridge = EngineBridge(Launcher([str(tmp_path / "absent")]), log_folder=tmp_path / "logs", clock=clock)
    with qtbot.waitSignal(bridge.noticed) as noticed:
        bridge.start()
    assert noticed.args[0].is_error
    assert bridge.state is EngineState.FAILED


def test_garbage_on_the_line_is_passed_over(qtbot, make_bridge, fake_engine, caplog):
    bridge = make_bridge(fake_engine("garbage"))
    bridge.load_instrument("bells.vschaos")
    with qtbot.waitSignal(bridge.instrument_loaded):
        bridge.start()
    assert "not an event" in caplog.text


def test_an_engine_that_will_not_end_is_ended(qtbot, make_bridge, fake_engine, caplog):
    bridge = make_bridge(fake_engine("deaf"), patience_s=0.05)
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
    caplog.set_level(logging.INFO)
    bridge.stop()
    assert "ended with code -9" in caplog.text
    assert bridge.state is EngineState.OFF


def test_an_engine_that_reads_no_orders_does_not_stop_the_window(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine("deaf"), patience_s=0.05)
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
    for step in range(5000):  # several times what a pipe holds
        bridge.set_control("gain", -float(step % 60))
    bridge.stop()
    assert bridge.state is EngineState.OFF


def test_an_engine_that_is_still_loading_is_ended_at_once(make_bridge, fake_engine, caplog):
    engine = fake_engine("loading")
    bridge = make_bridge(engine, patience_s=60.0)
    bridge.start()
    caplog.set_level(logging.INFO)
    bridge.stop()
    assert "ended with code -15" in caplog.text


def test_the_engine_writes_its_diagnostics_into_the_log_folder(qtbot, make_bridge, fake_engine, tmp_path):
    bridge = make_bridge(fake_engine())
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
    assert (tmp_path / "logs" / "engine.log").exists()


def test_a_sound_is_ordered_and_not_remembered(qtbot, make_bridge, fake_engine):
    engine = fake_engine()
    bridge = make_bridge(engine)
    bridge.load_instrument("bells.vschaos")
    with qtbot.waitSignal(bridge.instrument_loaded):
        bridge.start()
    bridge.play_sound("/runs/bells/ü.flac")
    bridge.stop_sound()
    qtbot.waitUntil(lambda: kinds(engine.orders())[-2:] == ["PlaySound", "StopSound"])
    assert json.loads(engine.orders()[-2])["path"] == "/runs/bells/ü.flac"
    with qtbot.waitSignal(bridge.noticed), qtbot.waitSignal(bridge.instrument_loaded):
        bridge.set_control("panic")
    assert "PlaySound" not in kinds(engine.orders(1))


def test_a_sound_without_an_engine_is_told(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine("loading"))
    for sentence in ("not running", "still starting"):
        with qtbot.waitSignal(bridge.noticed) as noticed:
            bridge.play_sound("/a.flac")
        assert sentence in noticed.args[0].sentence
        assert noticed.args[0].remedy
        bridge.stop_sound()
        bridge.start()


def test_what_was_learned_and_recorded_is_told(qtbot, make_bridge, fake_engine):
    bridge = make_bridge(fake_engine())
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
    with qtbot.waitSignal(bridge.bindings_changed) as learned:
        bridge.order(AwaitBinding("midi", "noise"))
    assert learned.args[0].bindings[0].control == "noise"
    with qtbot.waitSignal(bridge.recorded) as recorded:
        bridge.order(StartRecording("/a ü.wav"))
    assert (recorded.args[0].path, recorded.args[0].seconds) == ("/a ü.wav", 1.5)


def test_without_an_engine_what_means_this_moment_is_told_and_dropped(qtbot, make_bridge, fake_engine):
    engine = fake_engine()
    bridge = make_bridge(engine)
    for order in (StartRecording("/a.wav"), SaveLast("/a.wav"), AwaitBinding("midi", "noise")):
        with qtbot.waitSignal(bridge.noticed) as noticed:
            bridge.order(order)
        assert noticed.args[0].remedy
    with qtbot.assertNotEmitted(bridge.noticed):
        bridge.order(PlayNote(60, 1.0))
    bridge.start()
    qtbot.waitUntil(lambda: bridge.state is EngineState.READY)
    bridge.order(PlayNote(61, 1.0))
    qtbot.waitUntil(lambda: kinds(engine.orders()) == ["PlayNote"])
    assert json.loads(engine.orders()[0])["key"] == 61
