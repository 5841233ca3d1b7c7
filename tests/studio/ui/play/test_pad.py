from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.studio.conftest import an_instrument
from vschaos.latent.latent_map import fit_latent_map
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.play.pad import FINE_NUDGE, NUDGE, WHEEL_STEP, LatentPad
from vschaos_studio.ui.play.pad_dots import TRAIL_S
from vschaos_studio.ui.play.pad_switch import PadSwitch
from vschaos_studio.ui.play.point_cloud import TRANSITION_S, CloudTransition
from vschaos_studio.ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot, theme, clock):
    made = LatentPad(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(641, 441)
    made.show_sounds(SoundMap.of(an_instrument()))
    made.show()
    return made


@pytest.fixture
def moves(pad):
    made = []
    pad.moved.connect(lambda x, y: made.append((x, y)))
    return made


def test_corners_are_exactly_one(pad):
    field = pad.field
    left, top = field.left(), field.top()
    right, bottom = left + field.width(), top + field.height()
    corners = {(left, top): (-1, 1), (right, top): (1, 1), (left, bottom): (-1, -1), (right, bottom): (1, -1)}
    for place, coordinates in corners.items():
        assert pad.to_coordinates(QPointF(*place)) == coordinates
        assert pad.to_pixels(*coordinates) == QPointF(*place)
    assert pad.to_coordinates(QPointF(left + field.width() / 2, top + field.height() / 2)) == (0, 0)


def test_there_and_back_again(pad):
    for x in (-1.0, -0.31, 0.0, 0.77, 1.0):
        for y in (-1.0, -0.5, 0.123, 1.0):
            assert pad.to_coordinates(pad.to_pixels(x, y)) == pytest.approx((x, y))


def test_outside_the_field_is_its_edge(pad):
    assert pad.to_coordinates(QPointF(-500, -500)) == (-1, 1)
    assert pad.to_coordinates(QPointF(5000, 5000)) == (1, -1)


def test_a_drag_plays(pad, moves, qtbot):
    with qtbot.waitSignal(pad.pressed):
        qtbot.mousePress(pad, LEFT, pos=pad.to_pixels(-0.5, 0.5).toPoint())
    qtbot.mouseMove(pad, pad.to_pixels(0.5, 0.25).toPoint())
    qtbot.mouseRelease(pad, LEFT, pos=pad.to_pixels(0.5, 0.25).toPoint())
    step = 2 / pad.field.height()
    assert moves[0] == pytest.approx((-0.5, 0.5), abs=step)
    assert moves[-1] == pytest.approx((0.5, 0.25), abs=step)
    assert pad.position == moves[-1]


def test_without_a_button_the_mouse_moves_nothing(pad, moves, qtbot):
    qtbot.mouseMove(pad, QPoint(200, 200))
    qtbot.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(100, 100))
    assert moves == []


def test_under_the_hand_the_engine_does_not_move_the_cursor(pad, qtbot):
    qtbot.mousePress(pad, LEFT, pos=pad.to_pixels(0.5, 0.5).toPoint())
    held = pad.position
    pad.show_position(-0.9, -0.9)
    assert pad.position == held
    qtbot.mouseRelease(pad, LEFT)
    pad.show_position(-0.9, -0.9)
    assert pad.position == (-0.9, -0.9)


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (NUDGE, 0)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (-NUDGE, 0)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (0, NUDGE)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, (0, -FINE_NUDGE)),
    ],
)
def test_arrow_keys_nudge(pad, moves, qtbot, key, modifier, expected):
    qtbot.keyClick(pad, key, modifier)
    assert moves == [pytest.approx(expected)]


def test_keys_stop_at_the_edge_and_home_asks_for_the_start(pad, moves, qtbot):
    pad.show_position(0.99, -0.4)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    assert moves[-1] == (1.0, -0.4)
    with qtbot.waitSignals([pad.pressed, pad.homed], order="strict"):
        qtbot.keyClick(pad, Qt.Key.Key_Home)
    assert len(moves) == 1


def turn(pad, units):
    centre = QPointF(pad.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        centre,
        pad.mapToGlobal(centre),
        QPoint(),
        QPoint(0, units),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pad, event)


def test_a_notch_of_the_wheel_is_a_step_along_the_third_axis(pad, qtbot):
    with qtbot.waitSignal(pad.wheeled) as wheeled:
        turn(pad, 120)
    assert wheeled.args == [WHEEL_STEP]
    with qtbot.waitSignal(pad.wheeled) as wheeled:
        turn(pad, -60)
    assert wheeled.args == [-WHEEL_STEP / 2]


def test_snapping_takes_the_nearest_sound_itself(pad, moves, qtbot):
    sounds = SoundMap.of(an_instrument())
    pad.snap = True
    x, y = map(float, sounds.points[7, :2])
    place = pad.to_pixels(x, y)
    assert pad.nearest_point(place) == 7
    with qtbot.waitSignal(pad.snapped) as snapped:
        qtbot.mouseClick(pad, LEFT, pos=place.toPoint())
    assert snapped.args == [7]
    assert moves == []
    assert pad.position == (x, y)


def test_the_name_under_the_mouse_is_found_only_near_a_point(pad):
    sounds = SoundMap.of(an_instrument())
    place = pad.to_pixels(*map(float, sounds.points[3, :2]))
    assert pad.nearest_point(place, 2.0) == 3
    assert pad.nearest_point(QPointF(pad.field.topLeft()), 2.0) is None


def test_the_trail_fades(pad, clock):
    before = pad.grab().toImage()
    pad.show_position(0.8, 0.8)
    pad.show_position(-0.8, 0.2)
    pad.show_position(0.0, 0.0)
    with_trail = pad.grab().toImage()
    assert with_trail != before
    clock.now += TRAIL_S + 0.01
    pad.tick()
    assert pad.grab().toImage() == before


def test_the_trail_is_the_stronger_the_louder_it_was(pad, clock):
    shown = []
    for level_db in (-120.0, -20.0, 0.0):
        pad.jump_to(-0.8, 0.5)
        clean = pad.grab().toImage()
        pad.show_level(level_db)
        pad.show_position(0.8, 0.5)
        trail = pad.grab().toImage()
        middle = pad.to_pixels(0.0, 0.5).toPoint()
        rows = range(middle.y() - 6, middle.y() + 7)
        shown.append(sum(trail.pixel(middle.x(), y) != clean.pixel(middle.x(), y) for y in rows))
    assert shown == sorted(set(shown))


def test_a_second_dot_shows_where_it_sounds(pad, clock):
    pad.show_position(0.0, 0.0)
    clock.now += TRAIL_S + 0.01
    pad.tick()
    before = pad.grab().toImage()
    pad.show_sounding((0.5, 0.5))
    there = pad.to_pixels(0.5, 0.5).toPoint()
    assert pad.grab().toImage().pixelColor(there) != before.pixelColor(there)
    pad.show_sounding((-0.5, 0.5))
    between = pad.to_pixels(0.0, 0.5).toPoint()
    assert pad.grab().toImage().pixelColor(between) != before.pixelColor(between)
    pad.show_sounding(None)
    clock.now += TRAIL_S
    pad.tick()
    assert pad.grab().toImage() == before
    assert pad.position == (0.0, 0.0)


def test_sounds_are_seen_in_their_colours(qtbot, theme, clock):
    empty = LatentPad(theme, clock=clock)
    qtbot.addWidget(empty)
    empty.resize(641, 441)
    nothing = empty.grab().toImage()
    instrument = an_instrument()
    empty.show_sounds(SoundMap.of(instrument))
    full = empty.grab().toImage()
    place = empty.to_pixels(*map(float, instrument.points[0, :2])).toPoint()
    lit = [full.pixelColor(place.x() + dx, place.y() + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    assert max(colour.lightness() for colour in lit) > nothing.pixelColor(place).lightness() + 60


def test_it_lives_without_an_instrument_and_at_any_size(pad):
    pad.show_sounds(None)
    for size in ((320, 280), (1, 1), (1600, 900)):
        pad.resize(*size)
        pad.grab()
    assert pad.nearest_point(QPointF(10, 10)) is None


@pytest.fixture
def on_the_map(pad):
    instrument = an_instrument()
    pad.show_sounds(SoundMap.of(replace(instrument, latent_map=fit_latent_map(instrument.points, size=17))))
    return pad


def test_points_move_to_the_map_and_back_while_time_passes(on_the_map, clock):
    pad = on_the_map
    plane = pad.grab().toImage()
    pad.show_map(True)
    assert pad.mapped
    clock.now += TRANSITION_S / 4
    pad.tick()
    half_way = pad.grab().toImage()
    clock.now += TRANSITION_S
    pad.tick()
    arrived = pad.grab().toImage()
    assert plane != half_way != arrived != plane
    clock.now += 10.0
    pad.tick()
    assert pad.grab().toImage() == arrived
    pad.show_map(False)
    clock.now += TRANSITION_S
    pad.tick()
    assert pad.grab().toImage() == plane


def test_a_glide_begins_and_ends_where_it_should_and_never_turns_back():
    start, stop = np.zeros((1, 2), np.float32), np.ones((1, 2), np.float32)
    glide = CloudTransition(start, stop, 5.0)
    way = [float(glide.places(5.0 + part * TRANSITION_S)[0, 0]) for part in (0.0, 0.25, 0.5, 0.75, 1.0, 2.0)]
    assert way[0] == 0.0
    assert way == sorted(way)
    assert way[-2:] == [1.0, 1.0]
    assert not glide.over(5.0 + 0.9 * TRANSITION_S)
    assert glide.over(5.0 + 1.1 * TRANSITION_S)
    assert TRANSITION_S <= 0.3


def test_on_the_map_it_snaps_to_places_of_the_map(on_the_map, qtbot):
    pad = on_the_map
    pad.show_map(True)
    pad.snap = True
    x, y = map(float, pad.sounds.latent_map.points[7])
    with qtbot.waitSignal(pad.snapped) as snapped:
        qtbot.mouseClick(pad, LEFT, pos=pad.to_pixels(x, y).toPoint())
    assert pad.position == (x, y) == tuple(map(float, pad.sounds.latent_map.points[snapped.args[0]]))


def test_a_jump_leaves_no_trail_and_does_not_take_the_dot_from_a_hand(pad, qtbot):
    pad.jump_to(0.8, 0.8)
    pad.jump_to(-0.5, 0.0)
    assert pad.position == (-0.5, 0.0)
    assert not pad.dots.trail
    qtbot.mousePress(pad, LEFT, pos=pad.to_pixels(0.5, 0.5).toPoint())
    held = pad.position
    pad.jump_to(-0.9, -0.9)
    assert pad.position == held
    qtbot.mouseRelease(pad, LEFT)


def test_the_switch_shows_what_the_hand_chose_and_offers_no_map_where_there_is_none(qtbot):
    switch = PadSwitch()
    qtbot.addWidget(switch)
    emitted = []
    switch.chosen.connect(emitted.append)
    assert not switch.map.isEnabled()
    assert "no map" in switch.map.toolTip()
    switch.show_choice(mapped=True, possible=True)
    assert switch.map.isChecked()
    assert emitted == []
    qtbot.mouseClick(switch.plane, LEFT)
    qtbot.mouseClick(switch.map, LEFT)
    assert emitted == [False, True]
    assert not switch.plane.isChecked()


def test_what_is_written_around_the_field_can_be_read_on_a_light_page(qtbot, clock):
    pad = LatentPad(LIGHT, clock=clock)
    qtbot.addWidget(pad)
    pad.resize(641, 441)
    pad.show_axis_names("brighter", "louder")
    image = pad.grab().toImage()
    below = range(pad.field.bottom() + 4, image.height())
    darkest = min(QColor(image.pixel(x, y)).lightness() for x in range(500, 629) for y in below)
    assert darkest <= QColor(LIGHT.muted).lightness() + 10
    assert QColor(image.pixel(pad.field.center().x() + 9, pad.field.center().y() + 9)).lightness() < 40, "a dark field"
