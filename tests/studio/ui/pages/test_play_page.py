import pytest
from PySide6.QtCore import QPoint, Qt

from tests.studio.conftest import other_instrument
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Devices, OscStatus, OutputDevice, Snapshot, StreamStatus
from vschaos_studio.services.engine_bridge import EngineBridge, EngineState
from vschaos_studio.settings.table import GAIN_DB, INSTRUMENT, OSC_ENABLED, OSC_IN_PORT, OUTPUT_DEVICE
from vschaos_studio.state.performance_view import HOLD_S
from vschaos_studio.ui.pages.play_page import PlayPage

LEFT = Qt.MouseButton.LeftButton


class SilentBridge(EngineBridge):
    """A bridge to no process: remembers orders, and says what a test puts in its mouth."""

    def __init__(self, tmp_path, clock):
        super().__init__(None, log_folder=tmp_path, clock=clock)  # type: ignore[arg-type]
        self.orders = []
        self.said = None

    @property
    def snapshot(self):
        return self.said

    def _order(self, order):
        self.orders.append(order)

    def become(self, state):
        self._set_state(state)

    def try_again(self):
        self.orders.append("try again")

    def controls(self):
        return [(order.control, order.values) for order in self.orders if hasattr(order, "control")]


@pytest.fixture
def bridge(tmp_path, clock, qapp):
    return SilentBridge(tmp_path, clock)


@pytest.fixture
def page(qtbot, theme, notices, settings, bridge, clock):
    made = PlayPage(theme=theme, notices=notices, settings=settings, bridge=bridge, factory=[], clock=clock)
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


def snapshot(**fields):
    return Snapshot(stream=StreamStatus.RUNNING, **fields)


def test_without_an_instrument_it_says_so_and_stays_usable(page, bridge, notices, qtbot):
    page.poll()
    page.centre()
    page.pad.moved.emit(0.5, 0.5)
    page.pad.wheeled.emit(0.1)
    page.panic()
    qtbot.mouseClick(page.transport.button, LEFT)
    assert "no instrument" in notices.posted[-1].sentence
    assert not page.transport.button.isChecked()
    assert page.header._name.text() == "No instrument yet"
    assert page.playable == Playable(2)


def test_opening_shows_the_instrument_and_has_it_played(page, bridge, instrument_file, settings, qtbot):
    with qtbot.waitSignal(page.instrument_opened) as opened:
        assert page.open_instrument(instrument_file)
    assert opened.args == [str(instrument_file)]
    assert page.header._name.text() == "Test bells"
    assert "A tester" in page.header._facts_text
    assert "CC0-1.0" in page.header._facts_text
    assert len(page.axes.sliders) == 3
    assert page._share.text().startswith("The pad shows 50 % of the sounds’ variety")
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
    assert playing.transport.button.text() == "Stop"
    qtbot.mouseClick(playing.pad, LEFT, pos=QPoint(100, 100))
    assert [control for control, _ in bridge.controls()] == ["play", "pad", "pad"]


def test_moves_by_others_are_shown_once_the_hand_rests(playing, bridge, clock):
    bridge.said = snapshot(latent=(0.1, 0.2, 0.3, 0.4, 0.5), gain_db=-9.0, playing=True)
    playing.poll()
    assert playing.pad.position == (0.1, 0.2)
    assert [row.slider.exact for row in playing.axes.sliders] == [0.3, 0.4, 0.5]
    assert playing.transport.gain.exact == -9.0
    assert playing.transport.button.isChecked()
    playing.pad.moved.emit(0.9, 0.9)
    bridge.said = snapshot(latent=(0.0,) * 5)
    playing.poll()
    assert playing.pad.position == (0.9, 0.9)
    clock.now += HOLD_S
    bridge.said = snapshot(latent=(0.0, 0.01, 0.0, 0.0, 0.0))
    playing.poll()
    assert playing.pad.position == (0.0, 0.01)


def test_a_slider_moves_its_axis_and_the_wheel_the_third(playing, bridge, qtbot):
    qtbot.keyClick(playing.axes.sliders[1].slider, Qt.Key.Key_End)
    assert bridge.controls()[-1] == ("latent.z4", (1.0,))
    playing.pad.wheeled.emit(0.25)
    assert bridge.controls()[-1] == ("latent.z3", (0.25,))
    assert playing.axes.sliders[0].slider.exact == 0.25
    playing.pad.wheeled.emit(9.0)
    assert bridge.controls()[-1] == ("latent.z3", (1.0,))


def test_centre_brings_everything_back(playing, bridge, qtbot):
    playing.pad.moved.emit(0.5, 0.5)
    qtbot.mouseClick(playing.axes._centre, LEFT)
    assert bridge.controls()[-1] == ("latents", (0.0,) * 5)
    assert playing.pad.position == (0.0, 0.0)


def test_snapping_takes_all_coordinates_of_the_sound(playing, bridge, qtbot):
    playing.snap.setChecked(True)
    point = playing._sounds.points[11]
    qtbot.mouseClick(playing.pad, LEFT, pos=playing.pad.to_pixels(*map(float, point[:2])).toPoint())
    control, values = bridge.controls()[-1]
    assert control == "latents"
    assert values == pytest.approx(tuple(map(float, point)))


def test_gain_is_remembered(playing, bridge, settings, qtbot):
    qtbot.keyClick(playing.transport.gain, Qt.Key.Key_Home)
    assert bridge.controls()[-1] == ("gain", (-60.0,))
    assert settings.get(GAIN_DB) == -60.0


def test_before_the_engine_is_there_the_pad_says_so(page, bridge):
    bridge.become(EngineState.STARTING)
    assert page.pad._message == "starting the engine…"
    bridge.become(EngineState.READY)
    assert page.pad._message == ""


def test_a_failed_engine_is_started_by_play(playing, bridge):
    bridge.become(EngineState.FAILED)
    assert playing.transport.button.text() == "Play"
    playing.toggle_playing()
    assert "try again" in bridge.orders


def test_no_output_is_said_in_words_with_a_remedy(playing, bridge):
    bridge.said = Snapshot(latent=(0.0,) * 5, stream=StreamStatus.NO_DEVICE)
    playing.poll()
    assert playing.output._line.text().startswith("No sound")
    assert playing.output._remedy.text()


def test_outputs_are_listed_and_a_missing_one_stays_chosen(playing, bridge, settings):
    speakers = OutputDevice("Speakers", "Fake", 2, 48000.0, True)
    phones = OutputDevice("Phones", "Fake", 2, 48000.0, False)
    box = playing.output.box
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
    playing.osc.in_port.setText("9100")
    playing.osc.in_port.editingFinished.emit()
    assert (bridge.orders[-1].enabled, bridge.orders[-1].in_port) == (True, 9100)
    assert settings.get(OSC_IN_PORT) == 9100
    told = len(bridge.orders)
    for nonsense in ("80", "99999", "x", ""):
        playing.osc.in_port.setText(nonsense)
        playing.osc.in_port.editingFinished.emit()
        assert playing.osc.in_port.text() == "9100"
    assert len(bridge.orders) == told
    playing.osc.switch.setChecked(False)
    assert not bridge.orders[-1].enabled
    assert settings.get(OSC_ENABLED) is False


def test_the_light_blinks_when_a_message_comes(playing, bridge, clock):
    bridge.said = snapshot(osc=OscStatus(listening=True, received=1))
    playing.poll()
    assert playing.osc._light.lit
    clock.now += 1.0
    playing.poll()
    assert not playing.osc._light.lit


def test_the_next_checkpoint_keeps_the_sliders_and_the_place(playing, tmp_path, bridge):
    playing.pad.moved.emit(0.5, 0.25)
    before = list(playing.axes.sliders)
    playing.open_instrument(other_instrument(tmp_path / "last.vschaos", name="Learning"))
    assert list(playing.axes.sliders) == before
    assert playing.view.latent[:2] == (0.5, 0.25)
    playing.open_instrument(other_instrument(tmp_path / "small.vschaos", name="Small", latent_dims=2))
    assert list(playing.axes.sliders) == []
    playing.open_instrument(other_instrument(tmp_path / "one.vschaos", name="One", latent_dims=1))
    playing.pad.moved.emit(0.5, 0.5)
    assert bridge.controls()[-1] == ("latent.z1", (0.5,))


def test_the_factorys_instruments_are_listed_by_name(
    qtbot, theme, notices, settings, bridge, clock, instrument_file, tmp_path
):
    broken = tmp_path / "broken.vschaos"
    broken.write_bytes(b"")
    factory = [instrument_file, broken]
    page = PlayPage(theme=theme, notices=notices, settings=settings, bridge=bridge, factory=factory, clock=clock)
    qtbot.addWidget(page)
    assert [page.header.box.itemText(k) for k in range(2)] == ["Test bells", "broken"]
    page.header.box.activated.emit(1)
    assert "broken" in notices.posted[-1].sentence
    page.header.box.activated.emit(0)
    assert page.instrument == instrument_file


def test_it_rests_while_it_cannot_be_seen(playing):
    assert playing._timer.isActive()
    playing.hide()
    assert not playing._timer.isActive()


def test_only_the_pad(playing):
    wide = playing.pad.width()
    playing.show_only_pad(True)
    playing.layout().activate()
    assert not playing.header.isVisible()
    assert not playing.transport.isVisible()
    playing.show_only_pad(False)
    assert playing.transport.isVisible()
    assert playing.pad.width() == wide
