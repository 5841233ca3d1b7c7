import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import Devices, EngineStatus, InputDevice
from vschaos_studio.app import dress
from vschaos_studio.ui.play.input_panel import InputPanel

LEFT = Qt.MouseButton.LeftButton
DEVICES = Devices(
    inputs=(InputDevice("Microphone", "Fake", 1, 48000.0, True), InputDevice("Line in", "Fake", 2, 48000.0, False))
)


@pytest.fixture
def panel(qtbot, qapp, theme, clock):
    dress(qapp, theme)
    made = InputPanel(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(328, 440)
    made.show_playable(Playable(3))
    made.show()
    return made


@pytest.fixture
def moves(panel):
    made = []
    panel.moved.connect(lambda *move: made.append(move))
    return made


def test_the_switch_shows_and_warns_of_feedback(panel, moves, qtbot):
    assert not panel.warns
    quiet = panel.warning.grab().toImage()
    qtbot.mouseClick(panel.switch, LEFT)
    assert moves == [("input", (1.0,))]
    assert panel.warns
    assert panel.warning.grab().toImage() != quiet
    panel.show_values({"input": 0.0})
    assert not panel.warns
    assert panel.warning.grab().toImage() == quiet


def test_each_control_of_the_input_has_a_row(panel, moves, qtbot):
    names = {"input.gate", "input.mix", "input.phase", *(f"input.scale.z{k}" for k in (1, 2, 3))}
    assert panel.rows.keys() == names
    qtbot.keyClick(panel.rows["input.scale.z3"].editor, Qt.Key.Key_End)
    qtbot.mouseClick(panel.rows["input.phase"].editor, LEFT)
    assert moves == [("input.scale.z3", (4.0,)), ("input.phase", (1.0,))]


def test_values_shown_are_not_emitted(panel, moves):
    panel.show_values({"input": 1.0, "input.mix": 0.25, "input.scale.z1": 2.0})
    assert panel.rows["input.mix"].value == 0.25
    assert panel.rows["input.scale.z1"].value == 2.0
    assert moves == []


def test_a_device_is_chosen_and_stays_chosen_while_it_is_away(panel, qtbot):
    emitted = []
    panel.menu.chosen.connect(emitted.append)
    assert panel.menu.box.currentText() == "No input was found"
    assert not panel.menu.box.isEnabled()
    panel.show_devices(DEVICES)
    qtbot.keyClick(panel.menu.box, Qt.Key.Key_End)
    assert emitted == ["Line in"]
    panel.show_devices(Devices(inputs=DEVICES.inputs[:1]))
    assert panel.menu.box.currentText() == "Line in (not connected)"
    assert emitted == ["Line in"]


def test_the_level_is_compared_with_the_gate(panel):
    assert panel.level.text() == "silence"
    panel.show_status(EngineStatus(input_db=-22.0))
    assert panel.level.text() == "-22 dB"
    assert panel.meter.level_db == -22.0
    panel.show_values({"input.gate": -20.0})
    panel.show_status(EngineStatus(input_db=-22.0))
    assert panel.level.text() == "below gate"


def test_nothing_moves_while_the_level_changes(panel):
    widths = set()
    for level_db in (-120.0, -80.0, -22.0, 0.0):
        panel.show_status(EngineStatus(input_db=level_db))
        QApplication.processEvents()
        widths.add(panel.meter.width())
    assert len(widths) == 1


def test_rows_are_kept_for_an_instrument_with_as_many_axes(panel):
    row = panel.rows["input.scale.z2"]
    panel.show_playable(Playable(3))
    assert panel.rows["input.scale.z2"] is row
    panel.show_playable(Playable(2))
    assert "input.scale.z3" not in panel.rows
    assert panel.minimumSizeHint().width() <= 328
