import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.studio.conftest import an_instrument, other_instrument
from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.instrument.bundle import write_instrument
from vschaos.latent.latent_map import fit_latent_map
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Playable
from vschaos.performance.gestures import GestureStatus
from vschaos.performance.pen_decoder import PEN_PRESSURE
from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.protocol import (
    AwaitBinding,
    Bind,
    BindingsChanged,
    ControlValue,
    Devices,
    EngineStatus,
    Gamepads,
    InputDevice,
    InstrumentLoaded,
    MidiPorts,
    MoveFinger,
    NameSnapshot,
    OscStatus,
    OutputDevice,
    PlayFinger,
    PlayNote,
    Press,
    Recorded,
    RecordingView,
    RefreshDevices,
    SaveGesture,
    SaveLast,
    SelectDevice,
    SelectInput,
    SelectMidi,
    Spectrum,
    StartRecording,
    StopRecording,
    StreamStatus,
    Unbind,
    WatchSound,
)
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.table import (
    GAIN_DB,
    INPUT_DEVICE,
    INSTRUMENT,
    LATENCY_MS,
    MIDI_PORT,
    OSC_ENABLED,
    OSC_IN_PORT,
    OUTPUT_DEVICE,
    RECORDINGS_FOLDER,
)
from vschaos_studio.state.performance_view import HOLD_S
from vschaos_studio.ui.controls.control_row import ControlRow
from vschaos_studio.ui.play.patch_export import remotes
from vschaos_studio.ui.play.performance_controller import FINGER_VELOCITY
from vschaos_studio.ui.play.play_page import FIGURES_EVERY, PlayPage

LEFT = Qt.MouseButton.LeftButton


class SilentBridge(EngineBridge):
    """A bridge to no process: remembers orders, and says what a test puts in its mouth."""

    def __init__(self, tmp_path, clock):
        super().__init__(None, log_folder=tmp_path, clock=clock)  # type: ignore[arg-type]
        self.orders = []
        self.said = None

    @property
    def status(self):
        return self.said

    def order(self, order):
        self.orders.append(order)

    def become(self, state):
        self._set_state(state)

    def try_again(self):
        self.orders.append("try again")

    def controls(self):
        return [(order.control, order.values) for order in self.orders if hasattr(order, "values")]


@pytest.fixture
def bridge(tmp_path, clock, qapp):
    return SilentBridge(tmp_path, clock)


@pytest.fixture
def page(qtbot, theme, notices, settings, bridge, clock):
    made = PlayPage(
        theme=theme,
        notices=notices,
        settings=settings,
        bridge=bridge,
        tasks=ImmediateTasks(),
        factory=[],
        clock=clock,
    )
    qtbot.addWidget(made)
    made.resize(1180, 740)
    made.show()
    yield made
    made.hide()


@pytest.fixture
def playing(page, instrument_file, bridge):
    assert page.open_instrument(instrument_file)
    bridge.become(EngineState.READY)
    bridge.orders.clear()
    return page


def status(values=None, **fields):
    emitted = tuple(ControlValue(control, value) for control, value in (values or {}).items())
    return EngineStatus(stream=StreamStatus.RUNNING, values=emitted, **fields)


def test_without_an_instrument_it_says_so_and_stays_usable(page, bridge, notices, qtbot):
    page.poll()
    page.controller.centre()
    page.pad.moved.emit(0.5, 0.5)
    page.pad.wheeled.emit(0.1)
    page.panic()
    qtbot.mouseClick(page.side.transport.button, LEFT)
    assert "no instrument" in notices.posted[-1].sentence
    assert not page.side.transport.button.isChecked()
    assert page.header.name.text() == "No instrument yet"
    assert page.playable == Playable(2)


def test_opening_shows_the_instrument_and_has_it_played(page, bridge, instrument_file, settings, qtbot):
    with qtbot.waitSignal(page.instrument_opened) as opened:
        assert page.open_instrument(instrument_file)
    assert opened.args == [str(instrument_file)]
    assert page.header.name.text() == "Test bells"
    assert "A tester" in page.header.facts_text
    assert "CC0-1.0" in page.header.facts_text
    assert len(page.side.axes.sliders) == 3
    assert page.guide.caption.text().startswith("The pad shows 50 % of the sounds’ variety")
    assert bridge.orders[-1].path == str(instrument_file)
    assert settings.get(INSTRUMENT) == str(instrument_file)


def test_a_damaged_file_is_a_sentence_and_the_old_instrument_goes_on(playing, notices, tmp_path, bridge):
    broken = tmp_path / "half.vschaos"
    broken.write_bytes(playing.instrument.read_bytes()[:300])
    assert not playing.open_instrument(broken)
    assert "half.vschaos" in notices.posted[-1].sentence
    assert playing.instrument_name == "Test bells"
    assert bridge.orders == []


def test_a_touch_on_the_pad_starts_the_sound_and_moves_it(playing, bridge, qtbot):
    qtbot.mouseClick(playing.pad, LEFT, pos=playing.pad.to_pixels(0.5, -0.5).toPoint())
    assert [control for control, _ in bridge.controls()] == ["play", "pad"]
    assert bridge.controls()[0][1] == (1.0,)
    assert bridge.controls()[1][1] == pytest.approx((0.5, -0.5), abs=0.01)
    assert playing.side.transport.button.text() == "Stop"
    qtbot.mouseClick(playing.pad, LEFT, pos=QPoint(100, 100))
    assert [control for control, _ in bridge.controls()] == ["play", "pad", "pad"]


def test_moves_by_others_are_shown_once_the_hand_rests(playing, bridge, clock):
    bridge.said = status({"gain": -9.0, "play": 1.0}, latent=(0.1, 0.2, 0.3, 0.4, 0.5))
    playing.poll()
    assert playing.pad.position == (0.1, 0.2)
    assert [row.slider.exact for row in playing.side.axes.sliders] == [0.3, 0.4, 0.5]
    assert playing.side.transport.gain.editor.exact == -9.0
    assert playing.side.transport.button.isChecked()
    playing.pad.moved.emit(0.9, 0.9)
    bridge.said = status(latent=(0.0,) * 5)
    playing.poll()
    assert playing.pad.position == (0.9, 0.9)
    clock.now += HOLD_S
    bridge.said = status(latent=(0.0, 0.01, 0.0, 0.0, 0.0))
    playing.poll()
    assert playing.pad.position == (0.0, 0.01)


def test_a_slider_moves_its_axis_and_the_wheel_the_third(playing, bridge, qtbot):
    qtbot.keyClick(playing.side.axes.sliders[1].slider, Qt.Key.Key_End)
    assert bridge.controls()[-1] == ("latent.z4", (1.0,))
    playing.pad.wheeled.emit(0.25)
    assert bridge.controls()[-1] == ("latent.z3", (0.25,))
    assert playing.side.axes.sliders[0].slider.exact == 0.25
    playing.pad.wheeled.emit(9.0)
    assert bridge.controls()[-1] == ("latent.z3", (1.0,))


def test_centre_brings_everything_back(playing, bridge, qtbot):
    playing.pad.moved.emit(0.5, 0.5)
    qtbot.mouseClick(playing.side.axes.centre, LEFT)
    assert bridge.controls()[-1] == ("latents", (0.0,) * 5)
    assert playing.pad.position == (0.0, 0.0)


def test_snapping_takes_all_coordinates_of_the_sound(playing, bridge, qtbot):
    playing.snap.setChecked(True)
    point = playing.sounds.points[11]
    qtbot.mouseClick(playing.pad, LEFT, pos=playing.pad.to_pixels(*map(float, point[:2])).toPoint())
    control, values = bridge.controls()[-1]
    assert control == "latents"
    assert values == pytest.approx(tuple(map(float, point)))


def test_gain_is_remembered(playing, bridge, settings, qtbot):
    qtbot.keyClick(playing.side.transport.gain.editor, Qt.Key.Key_Home)
    assert bridge.controls()[-1] == ("gain", (-60.0,))
    assert settings.get(GAIN_DB) == -60.0


def test_before_the_engine_is_there_the_pad_says_so(page, bridge):
    bridge.become(EngineState.STARTING)
    assert page.pad.message == "starting the engine…"
    bridge.become(EngineState.READY)
    assert page.pad.message == ""


def test_a_failed_engine_is_started_by_play(playing, bridge):
    bridge.become(EngineState.FAILED)
    assert playing.side.transport.button.text() == "Play"
    playing.toggle_playing()
    assert "try again" in bridge.orders


def test_no_output_is_said_with_a_remedy(playing, bridge):
    bridge.said = EngineStatus(latent=(0.0,) * 5, stream=StreamStatus.NO_DEVICE)
    playing.poll()
    assert playing.side.output.line.text().startswith("No sound")
    assert playing.side.output.remedy.text()


def test_outputs_are_listed_and_a_missing_one_stays_chosen(playing, bridge, settings):
    speakers = OutputDevice("Speakers", "Fake", 2, 48000.0, True)
    phones = OutputDevice("Phones", "Fake", 2, 48000.0, False)
    box = playing.side.output.menu.box
    bridge.devices_changed.emit(Devices((speakers, phones)))
    assert [box.itemText(k) for k in range(box.count())] == ["System default", "Speakers", "Phones"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert bridge.orders[-1].name == "Phones"
    assert settings.get(OUTPUT_DEVICE) == "Phones"
    bridge.devices_changed.emit(Devices((speakers,)))
    assert box.currentText() == "Phones (not connected)"
    assert box.currentData() == "Phones"


def test_osc_is_switched_and_its_ports_are_checked(playing, bridge, settings, qtbot):
    playing.side.osc.in_port.setText("9100")
    playing.side.osc.in_port.editingFinished.emit()
    assert (bridge.orders[-1].enabled, bridge.orders[-1].in_port) == (True, 9100)
    assert settings.get(OSC_IN_PORT) == 9100
    emitted = len(bridge.orders)
    for nonsense in ("80", "99999", "x", ""):
        playing.side.osc.in_port.setText(nonsense)
        playing.side.osc.in_port.editingFinished.emit()
        assert playing.side.osc.in_port.text() == "9100"
    assert len(bridge.orders) == emitted
    playing.side.osc.switch.setChecked(False)
    assert not bridge.orders[-1].enabled
    assert settings.get(OSC_ENABLED) is False


def test_the_light_blinks_when_a_message_comes(playing, bridge, clock):
    bridge.said = status(osc=OscStatus(listening=True, received=1))
    playing.poll()
    assert playing.side.osc._light.lit
    clock.now += 1.0
    playing.poll()
    assert not playing.side.osc._light.lit


def test_the_next_checkpoint_keeps_the_sliders_and_the_place_and_others_are_played_from_their_start(
    playing, tmp_path, bridge, qtbot
):
    start = (0.5, -0.25, 0.125, 0.75, -0.5)
    playing.open_instrument(other_instrument(tmp_path / "last.vschaos", name="Learning", start=start))
    assert playing.view.latent == start
    assert playing.pad.position == start[:2]
    assert [row.slider.exact for row in playing.side.axes.sliders] == list(start[2:])
    playing.pad.moved.emit(0.5, 0.25)
    before = list(playing.side.axes.sliders)
    later = (0.25,) * 5
    playing.open_instrument(other_instrument(tmp_path / "last.vschaos", name="Learning", start=later))
    assert list(playing.side.axes.sliders) == before
    assert playing.view.latent == (0.5, 0.25, *start[2:])
    qtbot.mouseDClick(before[0].slider, LEFT)
    assert bridge.controls()[-1] == ("latent.z3", (0.25,))
    playing.controller.centre()
    assert bridge.controls()[-1] == ("latents", later)
    # A file that says nothing of a start: the engine has found one.
    playing.open_instrument(other_instrument(tmp_path / "old.vschaos", name="Old"))
    loaded = InstrumentLoaded(str(tmp_path / "old.vschaos"), "Old", 5, 44_100, start=(-0.5,) * 5)
    bridge.instrument_loaded.emit(loaded)
    qtbot.keyClick(playing.pad, Qt.Key.Key_Home)
    assert bridge.controls()[-1] == ("latents", (-0.5,) * 5)
    playing.open_instrument(other_instrument(tmp_path / "small.vschaos", name="Small", latent_dims=2))
    assert list(playing.side.axes.sliders) == []
    playing.open_instrument(other_instrument(tmp_path / "one.vschaos", name="One", latent_dims=1))
    playing.pad.moved.emit(0.5, 0.5)
    assert bridge.controls()[-1] == ("latent.z1", (0.5,))


def test_the_factorys_instruments_are_listed_by_name(
    qtbot, theme, notices, settings, bridge, clock, instrument_file, tmp_path
):
    broken = tmp_path / "broken.vschaos"
    broken.write_bytes(b"")
    factory = [instrument_file, broken]
    page = PlayPage(
        theme=theme,
        notices=notices,
        settings=settings,
        bridge=bridge,
        tasks=ImmediateTasks(),
        factory=factory,
        clock=clock,
    )
    qtbot.addWidget(page)
    assert [page.header.box.itemText(k) for k in range(2)] == ["Test bells", "broken"]
    page.header.box.activated.emit(1)
    assert "broken" in notices.posted[-1].sentence
    page.header.box.activated.emit(0)
    assert page.instrument == instrument_file


def test_it_rests_while_it_cannot_be_seen(playing):
    assert playing.timer.isActive()
    playing.hide()
    assert not playing.timer.isActive()


def test_only_the_pad(playing):
    wide = playing.pad.width()
    playing.show_only_pad(True)
    playing.layout().activate()
    assert not playing.header.isVisible()
    assert not playing.snapshots.isVisible()
    assert not playing.side.transport.isVisible()
    playing.show_only_pad(False)
    assert playing.side.transport.isVisible()
    assert playing.pad.width() == wide


def test_where_it_sounds_is_shown_only_where_something_moves_it(playing, bridge):
    bridge.said = status(latent=(0.1, 0.2, 0.0, 0.0, 0.0), sounding=(0.1, 0.2, 0.5, 0.0, 0.0))
    playing.poll()
    assert playing.pad.sounding is None
    bridge.said = status(latent=(0.1, 0.2, 0.0, 0.0, 0.0), sounding=(0.4, 0.2, 0.5, 0.0, 0.0))
    playing.poll()
    assert playing.pad.sounding == (0.4, 0.2)
    assert playing.pad.position == (0.1, 0.2)
    bridge.become(EngineState.FAILED)
    assert playing.pad.sounding is None


def test_a_panel_that_was_not_seen_is_up_to_date_when_it_is_turned_to(playing, bridge):
    assert playing.side.motion.rows["lfo.z2.depth"].value == 0.5
    bridge.said = status({"lfo.z2.depth": 0.9}, latent=(0.0,) * 5)
    playing.poll()
    playing.side.tabs.tabs.setCurrentIndex(1)
    assert playing.side.motion.rows["lfo.z2.depth"].value == 0.9


def test_every_panels_moves_reach_the_engine_and_are_held(playing, bridge):
    bridge.said = status(latent=(0.0,) * 5)
    for panel, control, value in (
        (playing.side.sound, "glide", 2.0),
        (playing.side.motion, "lfo.z1.rate", 3.0),
        (playing.side.notes, "envelope.attack", 1.0),
        (playing.side.input, "input.mix", 0.5),
        (playing.gesture, "gesture.speed", 2.0),
        (playing.side.transport, "freeze", 1.0),
    ):
        panel.moved.emit(control, (value,))
        assert bridge.controls()[-1] == (control, (value,))
        playing.poll()
        assert playing.view[control] == value


def test_playing_a_gesture_is_heard(playing, bridge):
    playing.gesture.moved.emit("gesture.play", (1.0,))
    assert bridge.controls() == [("play", (1.0,)), ("gesture.play", (1.0,))]


def test_a_number_without_a_sound_says_how_to_keep_one(playing, bridge, notices):
    bridge.said = status(latent=(0.0,) * 5, stored=(2,))
    playing.recall_snapshot(3)
    assert "Alt+3" in notices.posted[-1].sentence
    assert bridge.controls() == []
    playing.recall_snapshot(2)
    assert bridge.controls() == [("snapshot.recall", (2.0,))]


def test_keys_play_notes_where_that_is_wished(playing, bridge):
    playing.notes.setChecked(True)
    assert playing.labels.keyboard.isVisible()
    playing.labels.played.emit(60, 0.75)
    playing.labels.played.emit(60, 0.0)
    assert bridge.orders == [PlayNote(60, 0.75), PlayNote(60, 0.0)]


def test_devices_are_chosen_remembered_and_sent(playing, bridge, settings):
    side = playing.side
    side.latency.latency_chosen.emit(40.0)
    assert bridge.orders[-1] == SelectDevice("", 40.0)
    assert settings.get(LATENCY_MS) == 40.0
    bridge.devices_changed.emit(Devices((), (InputDevice("Mic", "Fake", 1, 48000.0, True),)))
    assert side.input.menu.box.findData("Mic") > 0
    side.input.menu.chosen.emit("Mic")
    assert bridge.orders[-1] == SelectInput("Mic")
    assert settings.get(INPUT_DEVICE) == "Mic"
    bridge.midi_ports_changed.emit(MidiPorts(("Keys",)))
    assert side.midi.box.findData("Keys") > 0
    bridge.gamepads_changed.emit(Gamepads(("Pad",)))
    assert side.gamepad.connected.text() == "Pad"
    side.midi.port_chosen.emit("Keys")
    assert bridge.orders[-1] == SelectMidi("Keys")
    assert settings.get(MIDI_PORT) == "Keys"
    side.midi.refresh_pressed.emit()
    assert bridge.orders[-1] == RefreshDevices()


@pytest.mark.parametrize(("source", "key"), [("midi", "cc 1"), ("osc", "osc /fader"), ("gamepad", "left x")])
def test_controllers_are_assigned_changed_and_removed(playing, bridge, source, key):
    panel = getattr(playing.side, source).bindings
    binding = Binding(key, 0, "noise")
    panel.choose_control("noise")
    panel.assign.click()
    bridge.bindings_changed.emit(BindingsChanged(source, (binding,)))
    (row,) = panel.rows
    assert row.binding == binding
    row.curve.setValue(2.0)
    row.remove.click()
    changed = replace(binding, curve=2.0)
    assert bridge.orders == [AwaitBinding(source, "noise"), Bind(source, changed), Unbind(source, "noise")]


@pytest.mark.parametrize(("source", "key"), [("midi", "cc {}"), ("osc", "osc /fader{}"), ("gamepad", "axis {}")])
def test_an_assignment_that_was_removed_can_be_restored(playing, bridge, notices, source, key):
    controls = ("noise", "noise", "gain")
    bindings = tuple(Binding(key.format(number), 0, control) for number, control in enumerate(controls, start=1))
    bridge.bindings_changed.emit(BindingsChanged(source, bindings))
    panel = getattr(playing.side, source).bindings
    panel.rows[0].remove.click()
    bridge.orders.clear()
    notices.posted[-1].action.run()
    assert bridge.orders == [Bind(source, one) for one in bindings[:2]]


def test_recordings_are_named_by_the_instrument_and_end_when_asked(playing, bridge, settings, tmp_path):
    settings.set(RECORDINGS_FOLDER, str(tmp_path / "recordings"))
    playing.recordings.toggle()
    assert isinstance(bridge.orders[-1], StartRecording)
    path = bridge.orders[-1].path
    assert path.startswith(str(tmp_path / "recordings" / "Test bells "))
    bridge.said = status(latent=(0.0,) * 5, recording=RecordingView(path, 2.0, 2.0))
    playing.poll()
    assert playing.record.record.isChecked()
    playing.recordings.toggle()
    assert bridge.orders[-1] == StopRecording()
    playing.record.save_last_pressed.emit()
    assert isinstance(bridge.orders[-1], SaveLast)
    bridge.recorded.emit(Recorded(path, 2.0))
    assert "Test bells" in playing.record.line.text()


def test_a_folder_that_cannot_be_made_is_reported_and_nothing_is_ordered(playing, bridge, settings, notices, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    settings.set(RECORDINGS_FOLDER, str(tmp_path / "file" / "recordings"))
    playing.record.record_toggled.emit(True)
    assert bridge.orders == []
    assert notices.posted[-1].remedy


def test_the_folder_of_recordings_is_chosen_and_shown(playing, settings, notices, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "recordings"))
    playing.recordings.choose_folder()
    assert settings.get(RECORDINGS_FOLDER) == str(tmp_path / "recordings")
    shown = []
    monkeypatch.setattr("vschaos_studio.ui.local_urls.QDesktopServices.openUrl", shown.append)
    playing.record.folder_pressed.emit()
    assert [url.toLocalFile() for url in shown] == [str(tmp_path / "recordings")]
    assert (tmp_path / "recordings").is_dir()


def test_a_gesture_is_saved_under_a_known_ending(playing, bridge, monkeypatch, tmp_path):
    for typed, path in (("mine", "mine.json"), ("mine.csv", "mine.csv")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, typed=typed: (str(tmp_path / typed), ""))
        playing.gesture.save_pressed.emit()
        assert bridge.orders[-1] == SaveGesture(str(tmp_path / path))


def test_a_gesture_whose_ending_was_not_typed_replaces_nothing_unasked(playing, bridge, monkeypatch, tmp_path, notices):
    (tmp_path / "mine.json").write_text("{}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    before = list(bridge.orders)
    playing.gesture.save_pressed.emit()
    assert bridge.orders == before
    notices.posted[-1].action.run()
    assert bridge.orders[-1] == SaveGesture(str(tmp_path / "mine.json"))


@pytest.mark.parametrize("kind", list(remotes()))
def test_a_patch_that_is_there_is_not_replaced_unasked(playing, monkeypatch, tmp_path, notices, kind):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    path = tmp_path / remotes()[kind].FILE_NAME
    path.write_bytes(b"mine")
    playing.patches.save(kind)
    assert path.read_bytes() == b"mine"
    notices.posted[-1].action.run()
    assert path.read_bytes() != b"mine"


def test_the_line_on_the_sound_shows_the_delay_and_why(playing, bridge):
    budget = LatencyBudget(block=20.0, window=10.0, why="No real-time priority.", remedy="Join the “audio” group.")
    bridge.said = status(latent=(0.0,) * 5, latency=budget, realtime_priority=False)
    playing.poll()
    assert playing.side.status_label.text().startswith("30 ms latency")
    assert "“audio”" in playing.side.status_label.toolTip()
    bridge.become(EngineState.STARTING)
    assert playing.side.status_label.text() == "Starting the engine…"


def test_every_control_of_a_tab_shows_its_address(playing):
    for row in playing.findChildren(ControlRow):
        assert f"/vs{row.control.address}" in row.editor.toolTip(), row.control.id


SETTLING = 5
"""Turns of the event loop until scroll bars and the layouts of rows that were just made are done."""


@pytest.mark.parametrize("values", [{}, {"gain": -60.0, "play": 1.0, "freeze": 1.0, "glide": 3.21, "noise": 0.888}])
def test_nothing_jumps_when_values_change(playing, bridge, values):
    bridge.said = status(latent=(0.0,) * 5)
    playing.poll()
    for _ in range(SETTLING):
        QApplication.processEvents()
    places = {widget: widget.geometry() for widget in playing.findChildren(QWidget) if widget.isVisible()}
    bridge.said = status(
        values,
        latent=(-0.5,) * 5,
        sounding=(0.5,) * 5,
        stored=(1, 2),
        level_db=-3.0,
        underruns=123,
        load=0.99,
        gesture=GestureStatus(playing=True, position_s=88.8, duration_s=600.0),
        recording=RecordingView("/music/a rather long name of an instrument 2026-05-04 12.03.02.wav", 4000.0, 60.0),
    )
    for _ in range(FIGURES_EVERY):
        playing.poll()
    QApplication.processEvents()
    for widget, geometry in places.items():
        assert widget.geometry() == geometry, widget


def test_tab_reaches_the_axes_from_their_card_and_not_after_all_else(playing):
    sliders = [row.slider for row in playing.side.axes.sliders]
    for before, after in itertools.pairwise([playing.side.axes.centre, playing.side.axes.help, *sliders]):
        widget = before.nextInFocusChain()
        while not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget = widget.nextInFocusChain()
        assert widget is after


def loaded_event(path, terrain=False):
    """What the engine says once it plays an instrument."""
    return InstrumentLoaded(str(path), "", 4, 44_100, terrain=terrain)


@pytest.fixture
def mapped(page, tmp_path, bridge):
    """A page that shows the map of an instrument, which the engine plays, too."""
    path = tmp_path / "Mapped.vschaos"
    instrument = an_instrument(name="Mapped")
    write_instrument(path, replace(instrument, latent_map=fit_latent_map(instrument.points, size=17)))
    assert page.open_instrument(path)
    bridge.become(EngineState.READY)
    bridge.instrument_loaded.emit(loaded_event(path, terrain=True))
    assert page.pad.mapped, "of more than two axes, a plane shows too little"
    bridge.orders.clear()
    return page


def latent_at(page, x, y):
    return tuple(page.sounds.latent_map.at(x, y).tolist())


def test_a_touch_on_the_map_moves_all_axes(mapped, bridge, clock, qtbot):
    qtbot.mouseClick(mapped.pad, LEFT, pos=mapped.pad.to_pixels(0.5, -0.5).toPoint())
    assert [control for control, _ in bridge.controls()] == ["play", "terrain"]
    x, y = bridge.controls()[1][1]
    assert (x, y) == pytest.approx((0.5, -0.5), abs=0.01)
    assert mapped.view.latent == latent_at(mapped, x, y)
    assert [row.slider.exact for row in mapped.side.axes.sliders] == pytest.approx(mapped.view.latent[2:])
    # The engine agrees, but for rounding: the dot stays where the hand put it.
    clock.now += HOLD_S
    bridge.said = status(latent=tuple(value + 1e-5 for value in mapped.view.latent))
    mapped.poll()
    assert mapped.pad.position == (x, y)


def test_arrow_keys_wheel_and_snapping_work_on_the_map(mapped, bridge, qtbot):
    mapped.pad.jump_to(0.25, 0.25)
    qtbot.keyClick(mapped.pad, Qt.Key.Key_Right)
    assert bridge.controls()[-1] == ("terrain", (pytest.approx(0.3), 0.25))
    third = mapped.view.latent[2]
    mapped.pad.wheeled.emit(0.25)
    assert bridge.controls()[-1] == ("latent.z3", (pytest.approx(min(third + 0.25, 1.0)),))
    assert mapped.pad.position == mapped.sounds.latent_map.nearest(mapped.view.latent)
    mapped.snap.setChecked(True)
    place = tuple(map(float, mapped.sounds.latent_map.points[11]))
    qtbot.mouseClick(mapped.pad, LEFT, pos=mapped.pad.to_pixels(*place).toPoint())
    control, values = bridge.controls()[-1]
    assert control == "latents"
    index = int((abs(mapped.sounds.points - values).sum(axis=1)).argmin())
    assert values == pytest.approx(mapped.sounds.points[index].tolist())
    assert mapped.pad.position == tuple(map(float, mapped.sounds.latent_map.points[index]))


def test_other_hands_move_the_dot_to_the_nearest_place(mapped, bridge, clock):
    there = latent_at(mapped, -0.5, 0.25)
    bridge.said = status(latent=there, sounding=there)
    clock.now += HOLD_S
    mapped.poll()
    assert mapped.pad.position == mapped.sounds.latent_map.nearest(there)
    assert mapped.pad.sounding is None
    elsewhere = latent_at(mapped, 0.5, 0.25)
    bridge.said = status(latent=there, sounding=elsewhere)
    mapped.poll()
    assert mapped.pad.sounding == mapped.sounds.latent_map.nearest(elsewhere)


def test_an_engine_that_plays_something_else_is_reported_coordinates(mapped, bridge, tmp_path):
    emitted = ("latents", latent_at(mapped, 0.5, 0.5))
    for loaded in (loaded_event("other", terrain=True), loaded_event(mapped.instrument)):
        bridge.instrument_loaded.emit(loaded)
        mapped.pad.moved.emit(0.5, 0.5)
        assert bridge.controls()[-1] == emitted
    bridge.instrument_loaded.emit(loaded_event(mapped.instrument, terrain=True))
    mapped.pad.moved.emit(0.5, 0.5)
    assert bridge.controls()[-1] == ("terrain", (0.5, 0.5))
    bridge.become(EngineState.STARTING)
    mapped.pad.moved.emit(0.5, 0.5)
    assert bridge.controls()[-1] == emitted


def test_the_caption_shows_what_the_pad_shows(mapped, qtbot):
    assert "Similar sounds lie together" in mapped.guide.caption.text()
    qtbot.mouseClick(mapped.pad_view.switch.plane, LEFT)
    assert not mapped.pad.mapped
    assert mapped.guide.caption.text().startswith("The pad shows 50 %")
    assert mapped.pad.position == mapped.view.latent[:2]


def test_two_axes_are_a_plane_until_somebody_wants_their_map(mapped, tmp_path, qtbot):
    path = tmp_path / "Two.vschaos"
    instrument = an_instrument(dims=2)
    write_instrument(path, replace(instrument, latent_map=fit_latent_map(instrument.points, size=17)))
    assert mapped.open_instrument(path)
    assert not mapped.pad.mapped
    qtbot.mouseClick(mapped.pad_view.switch.map, LEFT)
    assert mapped.pad.mapped


def test_an_instrument_without_a_map_is_a_plane_and_the_next_with_one_a_map_again(mapped, bridge, instrument_file):
    path = mapped.instrument
    mapped.open_instrument(instrument_file)
    assert not mapped.pad.mapped
    assert not mapped.pad_view.switch.map.isEnabled()
    assert not mapped.playable.terrain
    mapped.pad.moved.emit(0.5, 0.5)
    assert bridge.controls()[-1] == ("pad", (0.5, 0.5))
    mapped.open_instrument(path)
    assert mapped.pad.mapped
    assert mapped.playable.terrain


def test_the_picture_is_asked_for_only_while_it_is_seen(page, bridge, settings):
    def asked():
        made = [order.on for order in bridge.orders if isinstance(order, WatchSound)]
        bridge.orders.clear()
        return made

    page.show()
    assert asked() == [True]
    bridge.spectrum_seen.emit(Spectrum(bytes([200] * 96), -3.0))
    assert page.picture.spectrogram.newest[0] == 200
    page.hide()
    assert asked() == [False]
    page.show()
    page.show_only_pad(True)
    assert page.picture.isVisible(), "also in full pad"
    page.show_only_pad(False)
    page.toggle_picture()
    assert asked() == [True, False]
    assert not page.picture.isVisible()
    page.hide()
    page.show()
    assert True not in asked()
    page.toggle_picture()
    assert asked() == [True]
    assert page.picture.isVisible()


def test_a_name_for_a_snapshot_is_ordered(playing, bridge):
    playing.snapshots.named.emit(2, "Dawn", 5)
    assert NameSnapshot(2, "Dawn", 5) in bridge.orders


def test_further_fingers_have_voices_at_their_own_coordinates(playing, bridge):
    latent = playing.view.latent
    playing.pad_view.choose(False)
    playing.pad.finger_moved.emit(7, 0.25, -0.5)
    playing.pad.finger_moved.emit(8, 1.0, 1.0)
    playing.pad.finger_moved.emit(7, 0.5, -0.5)
    playing.pad.finger_lifted.emit(7)
    playing.pad.finger_lifted.emit(7)
    assert bridge.orders == [
        PlayFinger(7, FINGER_VELOCITY, (0.25, -0.5, *latent[2:])),
        PlayFinger(8, FINGER_VELOCITY, (1.0, 1.0, *latent[2:])),
        MoveFinger(7, (0.5, -0.5, *latent[2:])),
        PlayFinger(7, 0.0),
    ]
    assert playing.view.latent == latent, "the position is where it was"


def test_on_the_map_and_in_snap_mode_a_finger_has_the_coordinates_of_its_place(mapped, bridge):
    playing = mapped
    playing.pad.finger_moved.emit(1, 0.25, -0.5)
    expected = playing.sounds.latent_map.at(0.25, -0.5).tolist()
    assert bridge.orders[-1].point == pytest.approx(tuple(min(max(value, -1.0), 1.0) for value in expected))
    playing.pad.finger_snapped.emit(1, 3)
    expected = [min(max(value, -1.0), 1.0) for value in playing.sounds.points[3].tolist()]
    assert bridge.orders[-1] == MoveFinger(1, pytest.approx(tuple(expected)))


def test_without_an_instrument_a_finger_sounds_nothing(page, bridge):
    bridge.orders.clear()
    page.pad.finger_snapped.emit(1, 0)
    page.pad.finger_lifted.emit(1)
    assert bridge.orders == []


def test_pressure_is_sent_and_assigned(playing, bridge):
    playing.pad.pressure_changed.emit(PEN_PRESSURE, 0.5)
    assert bridge.orders == [Press(PEN_PRESSURE, 0.5)]
    panel = playing.side.pen.bindings
    panel.choose_control("noise")
    panel.assign.click()
    assert bridge.orders[-1] == AwaitBinding("pen", "noise")
    bridge.bindings_changed.emit(BindingsChanged("pen", (), "noise"))
    assert panel.line.startswith("Press on the pad with a pen for “noise”")
    bridge.bindings_changed.emit(BindingsChanged("pen", (Binding(PEN_PRESSURE, 0, "noise"),)))
    assert [row.text for row in panel.rows] == ["Pressure of the pen → noise"]
