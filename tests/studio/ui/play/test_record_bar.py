import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vschaos.realtime.protocol import Recorded, RecordingView
from vschaos_studio.ui.play.record_bar import BLINK_S, IDLE, SHOWN_S, RecordBar, clock_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot, theme, clock):
    made = RecordBar(theme, clock=clock)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_button_shows_and_then_follows_the_engine(bar, qtbot):
    with qtbot.waitSignal(bar.record_toggled) as toggled:
        qtbot.mouseClick(bar.record, LEFT)
    assert toggled.args == [True]
    bar.show_recording(RecordingView())  # the file could not be made
    assert not bar.record.isChecked()
    bar.show_recording(RecordingView("/somewhere/take.wav", 73.9, 60.0))
    assert bar.record.isChecked()
    assert bar.record.text() == "1:13"
    assert bar.line.text() == "take.wav"
    with qtbot.waitSignal(bar.record_toggled) as toggled:
        qtbot.mouseClick(bar.record, LEFT)
    assert toggled.args == [False]


def test_the_dot_blinks_only_while_a_recording_is_made(bar, clock):
    lit = []
    for step in range(8):
        clock.now = 100.0 + step * BLINK_S / 4
        bar.show_recording(RecordingView("take.wav", 1.0, 1.0))
        lit.append(bar.dot.lit)
    assert lit == [True, True, False, False] * 2
    clock.now = 100.0
    bar.show_recording(RecordingView())
    assert not bar.dot.lit


def test_the_last_seconds_can_be_saved_once_there_are_some(bar, qtbot):
    assert not bar.save_last.isEnabled()
    bar.show_recording(RecordingView("", 0.0, 23.7))
    assert bar.save_last.text() == "Save last 23 s"
    bar.show_recording(RecordingView("", 0.0, 60.2))
    assert bar.save_last.text() == "Save last 60 s"
    with qtbot.waitSignal(bar.save_last_pressed):
        qtbot.mouseClick(bar.save_last, LEFT)
    with qtbot.waitSignal(bar.folder_pressed):
        qtbot.mouseClick(bar.folder, LEFT)


def test_the_name_of_a_file_stands_for_some_seconds(bar, clock):
    bar.show_recorded(Recorded("/somewhere/The night.wav", 12.3))
    bar.show_recording(RecordingView())
    assert bar.line.text() == "Saved as The night.wav"
    clock.now += SHOWN_S - 0.01
    bar.show_recording(RecordingView())
    assert bar.line.text().startswith("Saved")
    clock.now += 0.02
    bar.show_recording(RecordingView())
    assert bar.line.text() == IDLE


def test_nothing_moves_while_numbers_change(bar):
    places = set()
    views = [
        RecordingView(),
        RecordingView("a.wav", 3.0, 3.0),
        RecordingView("a.wav", 4000.0, 60.0),
        RecordingView("", 0.0, 9.0),
    ]
    for view in views:
        bar.show_recording(view)
        QApplication.processEvents()
        places.add((bar.record.geometry().getRect(), bar.save_last.geometry().getRect(), bar.height()))
    assert len(places) == 1


@pytest.mark.parametrize(("seconds", "text"), [(0.0, "0:00"), (59.99, "0:59"), (61.0, "1:01"), (3723.0, "1:02:03")])
def test_times_read_well(seconds, text):
    assert clock_text(seconds) == text
