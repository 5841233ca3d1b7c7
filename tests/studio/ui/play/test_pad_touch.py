import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QApplication

from tests.studio.conftest import an_instrument
from tests.studio.ui.touching import NO_MODIFIER, Fingers, pen, pressing_screen
from vschaos.performance.pen_decoder import FINGER_PRESSURE, PEN_PRESSURE
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.play.pad import LatentPad

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
DOWN, MOVE, UP = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease


@pytest.fixture
def pad(qtbot, theme, clock):
    made = LatentPad(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(641, 441)
    made.show_sounds(SoundMap.of(an_instrument()))
    made.show()
    return made


class Heard:
    """What the pad emits."""

    def __init__(self, pad):
        self.moves, self.voices, self.lifted, self.pressures, self.snaps = [], [], [], [], []
        self.started = 0
        pad.moved.connect(lambda x, y: self.moves.append((x, y)))
        pad.finger_moved.connect(lambda finger, x, y: self.voices.append((finger, x, y)))
        pad.finger_snapped.connect(lambda finger, index: self.snaps.append((finger, index)))
        pad.finger_lifted.connect(self.lifted.append)
        pad.pressure_changed.connect(lambda source, share: self.pressures.append((source, share)))
        pad.pressed.connect(self._start)

    def _start(self):
        self.started += 1


@pytest.fixture
def heard(pad):
    return Heard(pad)


@pytest.fixture
def fingers(pad):
    made = Fingers(pad)
    yield made
    made.cancel()


def at(pad, x, y):
    return pad.to_pixels(x, y).toPoint()


def near(pad, x, y):
    return pytest.approx((x, y), abs=2 / pad.field.height())


def test_the_first_finger_moves_the_position_and_others_have_voices(pad, heard, fingers):
    fingers.press(0, at(pad, -0.5, 0.5))
    assert heard.started == 1
    assert heard.moves[-1] == near(pad, -0.5, 0.5)
    fingers.press(1, at(pad, 0.5, 0.0))
    fingers.press(2, at(pad, 0.8, -0.8))
    assert len(heard.moves) == 1, "the position stays"
    (one, *here), (other, *there) = heard.voices
    assert (here, there) == (near(pad, 0.5, 0.0), near(pad, 0.8, -0.8))
    assert one != other
    fingers.report(move=[(0, at(pad, -0.2, 0.2)), (2, at(pad, 0.0, 0.0))])
    assert heard.moves[-1] == near(pad, -0.2, 0.2)
    assert heard.voices[-1][0] == other
    assert heard.voices[-1][1:] == near(pad, 0.0, 0.0)
    assert set(pad.dots.fingers) == {one, other}
    fingers.lift(1)
    assert heard.lifted == [one]
    fingers.lift(0, 2)
    assert heard.lifted == [one, other]
    assert pad.position == near(pad, -0.2, 0.2), "the position stays where it was left"
    assert pad.dots.fingers == {}


def test_the_next_finger_takes_the_position_once_the_first_has_left(pad, heard, fingers):
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.press(1, at(pad, 0.5, 0.5))
    fingers.lift(0)
    fingers.press(2, at(pad, -0.5, -0.5))
    assert heard.moves[-1] == near(pad, -0.5, -0.5)
    assert len(heard.voices) == 1


def test_a_finger_outside_is_at_the_edge(pad, heard, fingers):
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.press(1, at(pad, 0.5, 0.5))
    fingers.move(1, QPoint(5000, -4000))
    assert heard.voices[-1][1:] == (1.0, 1.0)
    fingers.lift(1)
    assert heard.lifted == [heard.voices[0][0]]


def test_a_palm_ends_the_voices_and_leaves_the_position(pad, heard, fingers):
    fingers.press(0, at(pad, 0.25, 0.0))
    fingers.press(1, at(pad, 0.5, 0.5))
    fingers.cancel()
    assert heard.lifted == [heard.voices[0][0]]
    assert not pad.hands.down
    assert pad.position == near(pad, 0.25, 0.0)


def test_beside_the_mouse_every_finger_has_a_voice(pad, heard, fingers, qtbot):
    qtbot.mousePress(pad, LEFT, pos=at(pad, 0.0, 0.0))
    fingers.press(0, at(pad, 0.5, 0.5))
    qtbot.mouseMove(pad, at(pad, 0.1, 0.1))
    assert heard.moves[-1] == near(pad, 0.1, 0.1)
    assert len(heard.voices) == 1
    fingers.lift(0)
    qtbot.mouseRelease(pad, LEFT, pos=at(pad, 0.1, 0.1))
    assert not pad.hands.down


def test_a_touch_is_handled_once(pad, heard, fingers):
    """Qt makes up no mouse events for touches that are accepted."""
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.move(0, at(pad, 0.5, 0.0))
    fingers.lift(0)
    assert len(heard.moves) == 2
    assert heard.started == 1


def test_snap_holds_for_every_finger(pad, heard, fingers):
    pad.snap = True
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.press(1, at(pad, 0.5, 0.5))
    ((_, index),) = heard.snaps
    assert index == pad.nearest_point(pad.to_pixels(0.5, 0.5))
    assert heard.voices == []


def test_hiding_the_pad_ends_the_voices(pad, heard, fingers):
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.press(1, at(pad, 0.5, 0.5))
    pad.hide()
    assert len(heard.lifted) == 1


def test_fingers_are_seen(pad, fingers):
    before = pad.grab().toImage().pixelColor(at(pad, 0.5, -0.5))
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.press(1, at(pad, 0.5, -0.5))
    assert pad.grab().toImage().pixelColor(at(pad, 0.5, -0.5)) != before


def test_a_pen_moves_the_position_and_its_pressure_ends_with_it(pad, heard):
    assert pen(pad, DOWN, at(pad, 0.0, 0.5), 0.25, button=LEFT, buttons=LEFT)
    pen(pad, MOVE, at(pad, 0.5, 0.5), 0.75, buttons=LEFT)
    pen(pad, UP, at(pad, 0.5, 0.5), 0.0, button=LEFT)
    assert heard.started == 1
    assert heard.moves[-1] == near(pad, 0.5, 0.5)
    assert heard.pressures == [(PEN_PRESSURE, 0.25), (PEN_PRESSURE, 0.75), (PEN_PRESSURE, 0.0)]


def test_a_pen_in_the_air_moves_nothing_and_its_button_plays_a_recording(pad, heard, qtbot):
    pen(pad, MOVE, at(pad, 0.5, 0.5))
    assert (heard.moves, heard.pressures) == ([], [])
    spot = pad.to_pixels(*pad.cloud.places[0].tolist()).toPoint()
    with qtbot.waitSignal(pad.recording_wanted):
        pen(pad, DOWN, spot, button=RIGHT, buttons=RIGHT)
    assert heard.moves == []


def test_a_pen_takes_the_position_from_the_palm(pad, heard, fingers):
    fingers.press(0, at(pad, -0.9, -0.9))
    pen(pad, DOWN, at(pad, 0.5, 0.5), 0.5, button=LEFT, buttons=LEFT)
    fingers.move(0, at(pad, -0.8, -0.9))
    assert heard.moves[-1] == near(pad, 0.5, 0.5)
    pen(pad, UP, at(pad, 0.5, 0.5), button=LEFT)
    assert not pad.hands.down


def test_a_pen_that_is_down_when_the_pad_is_hidden_presses_no_more(pad, heard):
    pen(pad, DOWN, at(pad, 0.5, 0.5), 0.5, button=LEFT, buttons=LEFT)
    pad.hide()
    assert heard.pressures[-1] == (PEN_PRESSURE, 0.0)


def test_the_pressure_of_fingers_where_the_screen_reports_it(pad, heard):
    device = pressing_screen()
    place = pad.to_pixels(0.0, 0.0)
    for state, kind in (
        (QEventPoint.State.Pressed, QEvent.Type.TouchBegin),
        (QEventPoint.State.Released, QEvent.Type.TouchEnd),
    ):
        point = QEventPoint(0, state, place, place)
        QApplication.sendEvent(pad, QTouchEvent(kind, device, NO_MODIFIER, [point]))
    assert [source for source, _ in heard.pressures] == [FINGER_PRESSURE] * 2
    assert heard.pressures[-1][1] == 0.0


def test_a_screen_that_reports_no_pressure_moves_nothing_by_it(pad, heard, fingers):
    fingers.press(0, at(pad, 0.0, 0.0))
    fingers.lift(0)
    assert heard.pressures == [(FINGER_PRESSURE, 0.0)] * len(heard.pressures)
