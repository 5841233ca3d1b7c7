import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vschaos.performance.gestures import GestureStatus
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.ui.play.gesture_bar import GestureBar

LEFT = Qt.MouseButton.LeftButton
THERE = EngineStatus(gesture=GestureStatus(False, True, 3.0, 12.0))


@pytest.fixture
def bar(qtbot, theme):
    made = GestureBar(theme)
    qtbot.addWidget(made)
    made.resize(760, 44)
    made.show()
    return made


@pytest.fixture
def moves(bar):
    made = []
    bar.moved.connect(lambda *move: made.append(move))
    return made


def test_without_a_gesture_one_can_only_be_taken_up_or_opened(bar):
    for widget, possible in ((bar.record, True), (bar.play, False), (bar.overdub, False), (bar.clear, False)):
        assert widget.isEnabled() is possible
    assert bar.open_entry.isEnabled()
    assert not bar.save_entry.isEnabled()
    assert bar.time.text() == "no gesture"


def test_each_button_is_its_control(bar, moves, qtbot):
    bar.show_status(THERE)
    for button in (bar.record, bar.play, bar.loop, bar.overdub, bar.beats, bar.clear):
        qtbot.mouseClick(button, LEFT)
    assert moves == [
        ("gesture.record", (1.0,)),
        ("gesture.play", (1.0,)),
        ("gesture.loop", (0.0,)),
        ("gesture.overdub", (1.0,)),
        ("gesture.beats", (1.0,)),
        ("gesture.clear", ()),
    ]


def test_the_speed_goes_to_both_ends(bar, moves, qtbot):
    qtbot.keyClick(bar.speed.editor, Qt.Key.Key_Home)
    qtbot.keyClick(bar.speed.editor, Qt.Key.Key_End)
    assert moves == [("gesture.speed", (0.1,)), ("gesture.speed", (4.0,))]


def test_values_shown_are_not_emitted(bar, moves):
    bar.show_values(
        {
            "gesture.record": 1.0,
            "gesture.play": 1.0,
            "gesture.loop": 0.0,
            "gesture.overdub": 1.0,
            "gesture.speed": 2.0,
            "gain": 0.0,
        }
    )
    assert [button.isChecked() for button in (bar.record, bar.play, bar.loop, bar.overdub)] == [True, True, False, True]
    assert bar.speed.value == 2.0
    assert moves == []


def test_it_shows_where_the_gesture_is(bar):
    bar.show_status(THERE)
    assert bar.time.text() == "3.0 / 12.0 s"
    assert bar.progress == 0.25
    quarter = bar.grab().toImage()
    bar.show_status(EngineStatus(gesture=GestureStatus(False, True, 9.0, 12.0)))
    assert bar.grab().toImage() != quarter
    bar.show_status(EngineStatus(gesture=GestureStatus(True, False, 4.25, 0.0)))
    assert bar.time.text() == "4.2 s"
    assert bar.clear.isEnabled()
    assert not bar.save_entry.isEnabled()


def test_the_menu_saves_and_opens(bar, qtbot):
    bar.show_status(THERE)
    with qtbot.waitSignal(bar.save_pressed):
        bar.save_entry.trigger()
    with qtbot.waitSignal(bar.open_pressed):
        bar.open_entry.trigger()


def test_nothing_moves_while_time_goes_by(bar):
    places = set()
    for status in (
        GestureStatus(),
        GestureStatus(True, False, 9.9),
        GestureStatus(False, True, 1.0, 9.0),
        GestureStatus(False, True, 111.1, 888.8),
    ):
        bar.show_status(EngineStatus(gesture=status))
        QApplication.processEvents()
        places.add((bar.speed.geometry().getRect(), bar.clear.geometry().getRect()))
    assert len(places) == 1
    assert bar.minimumSizeHint().width() <= 760
