import pytest
from PySide6.QtCore import QPoint, Qt

from vschaos.performance.controls import Label, Playable
from vschaos_studio.ui.widgets.control_choice import ControlChoice
from vschaos_studio.ui.widgets.control_slider import ControlSlider
from vschaos_studio.ui.widgets.labels_panel import LabelsPanel

PITCHED = (Label("pitch", 0, 11, 9), Label("octave", 2, 4, 3))
OTHERS = (Label("bow", 0, 2, 1, classes=("off", "soft", "hard")), Label("size", 0.5, 2.0, 1.0, whole=False))


@pytest.fixture
def panel(qtbot, theme):
    made = LabelsPanel(theme)
    qtbot.addWidget(made)
    made.resize(420, 200)
    made.show_playable(Playable(2, PITCHED + OTHERS))
    made.show_labels({"pitch": 9, "octave": 3, "bow": 1, "size": 1.0})
    return made


@pytest.fixture
def moves(panel):
    made = []
    panel.moved.connect(lambda name, value: made.append((name, value)))
    return made


def test_an_instrument_without_labels_has_no_panel(panel):
    assert not panel.isHidden()
    panel.show_playable(Playable(2))
    assert panel.isHidden()


def test_pitch_and_octave_are_a_keyboard_and_the_rest_rows(panel):
    assert not panel.keyboard.isHidden()
    assert panel.keyboard.note == 12 * 3 + 9
    assert len(panel.findChildren(ControlChoice)) == 1
    assert len(panel.findChildren(ControlSlider)) == 1


@pytest.mark.parametrize("note", [24, 25, 42, 59])
def test_each_key_asks_for_its_pitch(panel, moves, qtbot, note):
    panel.show()
    keyboard = panel.keyboard
    place = keyboard.key_area(note).center() + QPoint(0, 5)
    qtbot.mouseClick(keyboard, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert moves == [("pitch", note % 12), ("octave", note // 12)]
    assert keyboard.note == note


def test_arrow_keys_stay_on_the_keyboard(panel, moves, qtbot):
    panel.show_labels({"pitch": 11, "octave": 4})
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_Right)
    assert moves == []
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_PageDown)
    assert moves == [("pitch", 11), ("octave", 3)]


def test_a_menu_tells_the_class_that_was_chosen(panel, moves):
    menu = panel.findChildren(ControlChoice)[0]
    assert menu.currentText() == "soft"
    menu.activated.emit(2)
    assert moves == [("bow", 2.0)]
