import pytest
from PySide6.QtCore import QPoint, Qt

from vschaos.performance.controls import Label, Playable
from vschaos_studio.ui.controls.control_choice import ControlChoice
from vschaos_studio.ui.controls.control_slider import ControlSlider
from vschaos_studio.ui.play.labels_panel import LabelsPanel

PITCHED = (Label("pitch", 0, 11, 9), Label("octave", 2, 4, 3))
OTHERS = (Label("bow", 0, 2, 1, classes=("off", "soft", "hard")), Label("size", 0.5, 2.0, 1.0, whole=False))


@pytest.fixture
def panel(qtbot, theme):
    made = LabelsPanel(theme)
    qtbot.addWidget(made)
    made.resize(420, 200)
    made.show_playable(Playable(2, PITCHED + OTHERS))
    made.show_values({"label.pitch": 9, "label.octave": 3, "label.bow": 1, "label.size": 1.0})
    return made


@pytest.fixture
def moves(panel):
    made = []
    panel.moved.connect(lambda name, value: made.append((name, value)))
    return made


@pytest.fixture
def notes(panel):
    made = []
    panel.played.connect(lambda key, velocity: made.append((key, velocity)))
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
    assert moves == [("label.pitch", (note % 12,)), ("label.octave", (note // 12,))]
    assert keyboard.note == note


def test_arrow_keys_stay_on_the_keyboard(panel, moves, qtbot):
    panel.show_values({"label.pitch": 11, "label.octave": 4, "label.bow": 1, "label.size": 1.0})
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_Right)
    assert moves == []
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_PageDown)
    assert moves == [("label.pitch", (11,)), ("label.octave", (3,))]


def test_a_menu_shows_the_class_that_was_chosen(panel, moves):
    menu = panel.findChildren(ControlChoice)[0]
    assert menu.currentText() == "soft"
    menu.activated.emit(2)
    assert moves == [("label.bow", (2.0,))]


def key_place(keyboard, note, share=0.5):
    area = keyboard.key_area(note)
    return QPoint(round(area.center().x()), round(area.top() + share * (area.height() - 1)))


def test_with_shift_a_key_plays_a_note_as_long_as_it_is_held(panel, moves, notes, qtbot):
    panel.show()
    place = key_place(panel.keyboard, 41, 0.9)
    qtbot.mousePress(panel.keyboard, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, place)
    assert panel.keyboard.playing == {41}
    qtbot.mouseRelease(panel.keyboard, Qt.MouseButton.LeftButton, pos=place)
    assert [key for key, _ in notes] == [53, 53]
    assert notes[0][1] > 0.8
    assert notes[1][1] == 0.0
    assert moves == []
    assert panel.keyboard.note == 45


def test_notes_are_louder_towards_the_front_edge_and_slide(panel, notes, qtbot):
    panel.show()
    panel.play_notes(True)
    keyboard = panel.keyboard
    qtbot.mousePress(keyboard, Qt.MouseButton.LeftButton, pos=key_place(keyboard, 40, 0.9))
    qtbot.mouseMove(keyboard, key_place(keyboard, 41, 0.8))
    qtbot.mouseRelease(keyboard, Qt.MouseButton.LeftButton, pos=key_place(keyboard, 41, 0.8))
    assert [(key, loud > 0) for key, loud in notes] == [(52, True), (52, False), (53, True), (53, False)]
    assert notes[0][1] > notes[2][1] > 0.3


def test_letters_play_notes_while_the_keyboard_has_the_focus(panel, notes, qtbot):
    panel.show()
    panel.activateWindow()
    panel.keyboard.setFocus()
    qtbot.keyClick(panel.keyboard, Qt.Key.Key_A)
    assert notes == []
    panel.play_notes(True)
    qtbot.keyPress(panel.keyboard, Qt.Key.Key_A)
    qtbot.keyPress(panel.keyboard, Qt.Key.Key_F)
    qtbot.keyRelease(panel.keyboard, Qt.Key.Key_A)
    assert [(key, loud > 0) for key, loud in notes] == [(48, True), (53, True), (48, False)]
    panel.keyboard.clearFocus()
    assert notes[-1] == (53, 0.0)
    assert panel.keyboard.playing == set()


def test_an_instrument_without_pitch_has_keys_only_to_play_notes(panel, notes, qtbot):
    panel.show_playable(Playable(2))
    panel.show()
    panel.play_notes(True)
    assert panel.isVisible()
    assert panel.keyboard.isVisible()
    qtbot.mouseClick(panel.keyboard, Qt.MouseButton.LeftButton, pos=key_place(panel.keyboard, 48))
    assert [key for key, _ in notes] == [60, 60]
    panel.play_notes(False)
    assert panel.isHidden()
