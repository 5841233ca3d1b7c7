import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.studio.ui.touching import Fingers, screen
from vschaos_studio.ui.play.keyboard import MIDI_OF_C0, PianoKeyboard

C4, E4, G4, C5 = 48, 52, 55, 60
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def keyboard(qtbot, theme):
    made = PianoKeyboard(theme)
    qtbot.addWidget(made)
    made.resize(700, 64)
    made.show_range(4, 5)
    made.play_notes(True)
    made.show()
    return made


@pytest.fixture
def notes(keyboard):
    """What was played: the key, and whether it went down."""
    made = []
    keyboard.played.connect(lambda key, velocity: made.append((key - MIDI_OF_C0, velocity > 0)))
    return made


@pytest.fixture
def fingers(keyboard):
    made = Fingers(keyboard)
    yield made
    made.cancel()


def place(keyboard, note):
    return keyboard.key_area(note).center() + QPoint(0, 20)


def test_each_finger_plays_and_releases_its_own_key(keyboard, notes, fingers):
    for finger, note in enumerate((C4, E4, G4)):
        fingers.press(finger, place(keyboard, note))
    assert notes == [(C4, True), (E4, True), (G4, True)]
    assert keyboard.playing == {C4, E4, G4}
    fingers.lift(1)
    assert notes[3:] == [(E4, False)]
    fingers.lift(0, 2)
    assert set(notes[4:]) == {(C4, False), (G4, False)}
    assert keyboard.playing == set()


def test_fingers_that_go_down_in_one_report_are_a_chord(keyboard, notes, fingers):
    fingers.report(press=[(0, place(keyboard, C4)), (1, place(keyboard, E4))])
    assert notes == [(C4, True), (E4, True)]


def test_a_finger_slides_while_another_holds(keyboard, notes, fingers):
    fingers.press(0, place(keyboard, C4))
    fingers.press(1, place(keyboard, E4))
    fingers.move(1, place(keyboard, G4))
    assert notes[2:] == [(E4, False), (G4, True)]
    assert keyboard.playing == {C4, G4}


def test_a_finger_that_leaves_the_keyboard_holds_its_last_key(keyboard, notes, fingers):
    fingers.press(0, place(keyboard, C4))
    fingers.move(0, QPoint(-300, -200))
    assert keyboard.playing == {C4}
    fingers.lift(0)
    assert notes[-1] == (C4, False)
    assert keyboard.playing == set()


def test_two_fingers_on_one_key_hold_it_until_both_have_left(keyboard, notes, fingers):
    fingers.press(0, place(keyboard, C4))
    fingers.press(1, place(keyboard, C4))
    fingers.lift(0)
    assert (C4, False) not in notes
    fingers.lift(1)
    assert notes[-1] == (C4, False)


def test_a_palm_ends_all_notes(keyboard, notes, fingers):
    fingers.press(0, place(keyboard, C4))
    fingers.press(1, place(keyboard, E4))
    fingers.cancel()
    assert set(notes[2:]) == {(C4, False), (E4, False)}
    fingers.move(0, place(keyboard, G4))
    assert keyboard.playing == set(), "what was cancelled plays no more"


def test_a_finger_and_the_mouse_play_together(keyboard, notes, fingers, qtbot):
    fingers.press(0, place(keyboard, C4))
    qtbot.mousePress(keyboard, LEFT, pos=place(keyboard, C5).toPoint())
    assert keyboard.playing == {C4, C5}
    fingers.lift(0)
    assert keyboard.playing == {C5}
    qtbot.mouseRelease(keyboard, LEFT, pos=place(keyboard, C5).toPoint())
    assert keyboard.playing == set()


@pytest.mark.parametrize("by_system", [True, False])
def test_a_mouse_event_that_stands_for_a_finger_plays_nothing(keyboard, notes, fingers, by_system):
    fingers.press(0, place(keyboard, C4))
    at = place(keyboard, E4)
    if by_system:
        event = QMouseEvent(
            QMouseEvent.Type.MouseButtonPress,
            at,
            at,
            keyboard.mapToGlobal(at),
            LEFT,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseEventSource.MouseEventSynthesizedBySystem,
        )
    else:
        event = QMouseEvent(
            QMouseEvent.Type.MouseButtonPress,
            at,
            keyboard.mapToGlobal(at),
            LEFT,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
            screen(),
        )
    QApplication.sendEvent(keyboard, event)
    assert notes == [(C4, True)]


def test_while_keys_set_the_pitch_the_first_finger_does_and_others_play(keyboard, notes, fingers):
    keyboard.play_notes(False)
    chosen = []
    keyboard.pressed.connect(lambda pitch, octave: chosen.append((pitch, octave)))
    fingers.press(0, place(keyboard, E4))
    fingers.press(1, place(keyboard, G4))
    assert chosen == [(4, 4)]
    assert notes == [(G4, True)]
    fingers.move(0, place(keyboard, C5))
    assert chosen[-1] == (0, 5)
    fingers.lift(0, 1)
    assert notes == [(G4, True), (G4, False)]


def test_hiding_it_ends_the_notes(keyboard, notes, fingers):
    fingers.press(0, place(keyboard, C4))
    keyboard.hide()
    assert notes == [(C4, True), (C4, False)]
