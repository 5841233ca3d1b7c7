import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from vschaos.performance.snapshots import COLOURS
from vschaos.realtime.protocol import EngineStatus, SnapshotMark
from vschaos_studio.ui.play.snapshot_bar import COLOUR_NAMES, NOTHING_CHOSEN, NOTHING_STORED, SnapshotBar
from vschaos_studio.ui.play.snapshot_name_field import NameField
from vschaos_studio.ui.play.snapshot_slots import SLOTS

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot, theme):
    made = SnapshotBar(theme)
    qtbot.addWidget(made)
    made.resize(760, 36)
    made.show()
    made.show_status(EngineStatus(stored=(1, 3, 20)))
    return made


@pytest.fixture
def moves(bar):
    made = []
    bar.moved.connect(lambda *move: made.append(move))
    return made


def place(bar, number):
    return bar.slots.area(number).center().toPoint()


def rest(bar):
    """Hold the button down until a long press is one, if it is to be one."""
    if bar.slots.long_press.isActive():
        bar.slots.long_press.timeout.emit()


def test_all_sixteen_places_can_be_hit(bar):
    assert [bar.slots.number_at(bar.slots.area(n).center()) for n in range(1, SLOTS + 1)] == list(range(1, SLOTS + 1))


def test_a_click_recalls_what_is_there_and_nothing_else(bar, moves, qtbot):
    qtbot.mouseClick(bar.slots, LEFT, pos=place(bar, 3))
    qtbot.mouseClick(bar.slots, LEFT, pos=place(bar, 2))
    assert moves == [("snapshot.recall", (3.0,))]


def test_a_click_with_shift_stores(bar, moves, qtbot):
    qtbot.mouseClick(bar.slots, LEFT, SHIFT, place(bar, 2))
    assert moves == [("snapshot.store", (2.0,))]


def test_a_long_press_on_an_empty_number_stores_and_the_release_does_nothing_more(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 2))
    rest(bar)
    assert moves == [("snapshot.store", (2.0,))]
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, 2))
    assert len(moves) == 1


def test_a_long_press_on_a_filled_number_overwrites_nothing_and_recalls(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 3))
    rest(bar)
    assert moves == []
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, 3))
    assert moves == [("snapshot.recall", (3.0,))]


def test_a_long_press_overwrites_nothing_that_another_hand_stored_meanwhile(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 2))
    bar.show_status(EngineStatus(stored=(1, 2, 3)))
    rest(bar)
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, 2))
    assert moves == []


def test_a_drag_that_rests_where_it_begins_overwrites_nothing(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 1))
    qtbot.mouseMove(bar.slots, place(bar, 1) + QPoint(2, 0))
    rest(bar)
    qtbot.mouseMove(bar.slots, place(bar, 3))
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, 3))
    assert moves == [("snapshot.morph", (1.0, 3.0, 0.0))]


@pytest.mark.parametrize("back", [False, True])
def test_a_slow_drag_from_an_empty_number_stores_nothing(bar, moves, qtbot, back):
    start = place(bar, 2)
    qtbot.mousePress(bar.slots, LEFT, pos=start)
    moved = start + QPoint(QApplication.startDragDistance(), 0)
    assert bar.slots.number_at(moved.toPointF()) == 2, "the hand is still on the number"
    qtbot.mouseMove(bar.slots, moved)
    if back:
        qtbot.mouseMove(bar.slots, start)
    rest(bar)
    qtbot.mouseRelease(bar.slots, LEFT, pos=start if back else place(bar, 3))
    assert moves == []


@pytest.mark.parametrize("where", [QPoint(0, -25), QPoint(0, 25)])
def test_a_press_that_leaves_an_empty_number_stores_nothing(bar, moves, qtbot, where):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 2))
    qtbot.mouseMove(bar.slots, place(bar, 2) + where)
    rest(bar)
    assert moves == []


def test_a_hand_that_trembles_still_presses_long(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 2))
    qtbot.mouseMove(bar.slots, place(bar, 2) + QPoint(1, 1))
    rest(bar)
    assert moves == [("snapshot.store", (2.0,))]


def test_undo_is_there_while_there_is_something_to_undo(bar, qtbot):
    assert not bar.undo.isEnabled()
    bar.show_undo("Overwrite snapshot 3")
    assert "snapshot 3" in bar.undo.toolTip()
    with qtbot.waitSignal(bar.undo_pressed):
        qtbot.mouseClick(bar.undo, LEFT)
    bar.show_undo("")
    assert not bar.undo.isEnabled()


def test_a_drag_from_one_sound_to_another_chooses_the_morph(bar, moves, qtbot):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, 1))
    qtbot.mouseMove(bar.slots, place(bar, 3))
    assert not bar.slots.long_press.isActive()
    bar.grab()  # the line of the drag
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, 3))
    assert bar.pair == (1, 3)
    assert moves == [("snapshot.morph", (1.0, 3.0, 0.0))]
    qtbot.keyClick(bar.morph, Qt.Key.Key_End)
    assert moves[-1] == ("snapshot.morph", (1.0, 3.0, 1.0))


@pytest.mark.parametrize(("start", "end"), [(1, 2), (2, 3)])
def test_a_drag_that_begins_or_ends_where_nothing_is_does_nothing(bar, moves, qtbot, start, end):
    qtbot.mousePress(bar.slots, LEFT, pos=place(bar, start))
    qtbot.mouseMove(bar.slots, place(bar, end))
    qtbot.mouseRelease(bar.slots, LEFT, pos=place(bar, end))
    assert moves == []
    assert bar.pair is None


def test_the_other_sixteen_are_a_page_away(bar, moves, qtbot):
    qtbot.mouseClick(bar.page, LEFT)
    qtbot.mouseClick(bar.slots, LEFT, pos=place(bar, 20))
    assert moves == [("snapshot.recall", (20.0,))]
    qtbot.mouseClick(bar.page, LEFT)
    qtbot.mouseClick(bar.slots, LEFT, pos=place(bar, 1))
    assert moves[-1] == ("snapshot.recall", (1.0,))


def test_keys_do_all_of_it(bar, moves, qtbot):
    qtbot.keyClick(bar.slots, Qt.Key.Key_Return)
    qtbot.keyClick(bar.slots, Qt.Key.Key_Right)
    assert bar.slots.accessibleDescription().startswith("Number 2, empty")
    qtbot.keyClick(bar.slots, Qt.Key.Key_Return)
    qtbot.keyClick(bar.slots, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.slots, Qt.Key.Key_Right)
    qtbot.keyClick(bar.slots, Qt.Key.Key_Delete)
    assert moves == [("snapshot.recall", (1.0,)), ("snapshot.store", (2.0,)), ("snapshot.clear", (3.0,))]
    qtbot.keyClick(bar.slots, Qt.Key.Key_End)
    assert bar.slots.accessibleDescription().startswith("Number 16,")


def test_the_menu_offers_what_is_possible(bar, moves):
    entries = {action.text(): action for action in bar.menu_of(1).actions()}
    for texts in ("Recall", "Store here", "Clear"):
        entries[texts].trigger()
    assert [name for name, _ in moves] == ["snapshot.recall", "snapshot.store", "snapshot.clear"]
    towards = entries["Morph from here to"].menu().actions()
    assert [action.text() for action in towards] == ["3", "20"]
    towards[1].trigger()
    assert moves[-1] == ("snapshot.morph", (1.0, 20.0, 0.0))
    empty = {action.text(): action.isEnabled() for action in bar.menu_of(2).actions()}
    assert empty["Store here"]
    assert not empty["Recall"]
    assert not empty["Morph from here to"]


def test_the_right_button_asks_for_the_menu_of_the_number_under_it(bar, moves, qtbot):
    where = place(bar, 7)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, bar.slots.mapToGlobal(where))
    bar.slots.menu_wanted.disconnect()
    with qtbot.waitSignal(bar.slots.menu_wanted) as wanted:
        QApplication.sendEvent(bar.slots, event)
    assert wanted.args[0] == 7
    assert moves == []


def test_a_morph_ends_when_one_of_its_sounds_is_forgotten(bar, moves):
    bar.choose_pair(1, 3)
    bar.show_status(EngineStatus(stored=(1, 20)))
    assert bar.pair is None
    assert bar.hint == NOTHING_CHOSEN


def test_an_empty_bar_shows_how_to_begin(bar):
    assert bar.hint == NOTHING_CHOSEN
    bar.show_status(EngineStatus())
    assert bar.hint == NOTHING_STORED


def test_a_and_b(bar, moves, qtbot):
    assert bar.sides.accessibleName() == "Side A is active"
    qtbot.mouseClick(bar.sides, LEFT)
    assert moves == [("snapshot.b", (1.0,))]
    bar.show_values({"snapshot.b": 0.0})
    assert bar.sides.accessibleName() == "Side A is active"
    assert len(moves) == 1


def test_filled_places_are_seen_to_be(bar):
    image = bar.slots.grab().toImage()
    corner = QPoint(6, 6)
    grounds = {n: image.pixelColor(bar.slots.area(n).topLeft().toPoint() + corner).name() for n in (1, 2, 3)}
    assert grounds[1] == grounds[3] != grounds[2]


def test_nothing_moves_when_the_morph_comes_and_goes(bar):
    places = set()
    for stored, pair in (((), None), ((1, 3), None), ((1, 3), (1, 3))):
        bar.show_status(EngineStatus(stored=stored))
        if pair is not None:
            bar.choose_pair(*pair)
        QApplication.processEvents()
        places.add((bar.slots.geometry().getRect(), bar.sides.geometry().getRect(), bar.minimumSizeHint().height()))
    assert len(places) == 1
    assert bar.minimumSizeHint().width() <= 760


@pytest.fixture
def named(bar):
    made = []
    bar.named.connect(lambda *naming: made.append(naming))
    bar.show_status(EngineStatus(stored=(1, 3, 20), marks=(SnapshotMark(3, "Verse", 2),)))
    return made


def test_a_name_is_typed_over_its_number(bar, named, qtbot):
    bar.slots.rename(2)
    assert bar.slots.findChild(NameField) is None, "nothing is stored there"
    bar.slots.setFocus()
    qtbot.keyClick(bar.slots, Qt.Key.Key_F2)
    qtbot.keyClicks(bar.slots.findChild(NameField), "Rain")
    qtbot.keyClick(bar.slots.findChild(NameField), Qt.Key.Key_Return)
    assert named == [(1, "Rain", 0)]
    bar.slots.rename(3)
    qtbot.keyClicks(bar.slots._field, "Chorus")
    bar.slots._field.editingFinished.emit()
    assert named[1:] == [(3, "Chorus", 2)], "its colour stays"
    assert bar.slots._field is None


def test_escape_leaves_the_name_as_it_was(bar, named, qtbot):
    bar.slots.rename(3)
    assert bar.slots._field.text() == "Verse"
    qtbot.keyClicks(bar.slots._field, "Noise")
    qtbot.keyClick(bar.slots._field, Qt.Key.Key_Escape)
    assert named == []
    assert bar.slots._field is None


def test_the_menu_chooses_a_colour_and_speaks_of_names(bar, named):
    menu = bar.menu_of(3)
    colours = next(one for one in menu.findChildren(QMenu) if one.title() == "Colour")
    entries = {action.text(): action for action in colours.actions()}
    assert [name for name, action in entries.items() if action.isChecked()] == ["Green"]
    entries["Violet"].trigger()
    entries["None"].trigger()
    assert named == [(3, "Verse", 4), (3, "Verse", 0)]
    assert "3 · Verse" in [action.text() for one in bar.menu_of(1).findChildren(QMenu) for action in one.actions()]


def test_a_number_shows_its_colour_and_its_name(bar, named, theme, qtbot):
    bar.resize(1200, 36)
    bar.slots.clearFocus()
    assert len(theme.sources) >= COLOURS == len(COLOUR_NAMES) - 1
    image = bar.grab().toImage()

    def shades(number):
        area = bar.slots.area(number).toRect().translated(bar.slots.pos())
        return {
            QColor(image.pixel(x, y)).name() for x in range(area.left(), area.right()) for y in (area.top() + 1, 18)
        }

    assert theme.sources[1] in shades(3)
    assert theme.accent in shades(1)
    assert theme.sources[1] not in shades(1)
    qtbot.mouseMove(bar.slots, place(bar, 3))
    assert bar.slots.toolTip().startswith("3: Verse")
    for _ in range(2):
        qtbot.keyClick(bar.slots, Qt.Key.Key_Right)
    assert "Number 3, Verse" in bar.slots.accessibleDescription()


def test_the_morph_follows_a_controller_that_moves_it(bar, moves):
    bar.show_values({"snapshot.amount": 0.5})
    assert bar.morph.exact == 0.0, "no pair was chosen"
    bar.choose_pair(1, 3)
    moves.clear()
    bar.show_values({"snapshot.amount": 0.5})
    assert bar.morph.exact == 0.5
    assert moves == []
