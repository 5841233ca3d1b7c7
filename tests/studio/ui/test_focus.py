"""The keyboard's focus: seen on every control in every theme, in the order of the eye, and never trapped."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.studio.conftest import other_instrument
from tests.studio.reports import real_folder
from tests.studio.ui.pressing import press
from vschaos.instrument.card import LabelCard
from vschaos_studio.app import build, dress
from vschaos_studio.settings.table import THEME
from vschaos_studio.ui.appearance import THEMES
from vschaos_studio.ui.focus import tab_stops
from vschaos_studio.ui.pages import PAGES, PLAY
from vschaos_studio.ui.theme import DARK

SETTLING = 5
MOST_STOPS = 200
LABELS = (
    LabelCard("pitch", "int", 12, ("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"), 0.0, 11.0),
    LabelCard("octave", "int", 3, ("3", "4", "5"), 0.0, 2.0),
    LabelCard("mood", "int", 2, ("calm", "wild"), 0.0, 1.0),
    LabelCard("bright", "float", 1, (), 0.0, 1.0),
)
PLACES = [*((PLAY, tab) for tab in range(5)), ("sounds", 0), ("train", 0), ("export", 0)]
named_places = pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place[0]} {place[1]}")


@pytest.fixture
def full(window, tmp_path, qtbot):
    """The window with an instrument that has all kinds of labels, and a folder of sounds."""
    fill(window, tmp_path, qtbot)
    return window


def fill(window, folder, qtbot):
    labels = tuple(LabelCard(**{**vars_of(label), "conditions": ("decoder",)}) for label in LABELS)
    window.open_instrument(other_instrument(folder / "an instrument.vschaos", labels=labels))
    window.open_sounds(real_folder(folder / "bells"))
    qtbot.waitUntil(window.others.sounds.view.table.isVisible)
    window.activateWindow()


def vars_of(label):
    return {name: getattr(label, name) for name in label.__dataclass_fields__}


def settle():
    for _ in range(SETTLING):
        QApplication.processEvents()


def go_to(window, place):
    page, tab = place
    window.show_page(window.page_of(page))
    window.play.side.tabs.tabs.setCurrentIndex(tab)
    settle()


def describe(widget):
    text = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"


def seen_area(widget):
    """Where it is seen in its window; at the edge of what scrolls if it is scrolled out of it."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    inside = widget.parentWidget()
    while inside is not None:
        if isinstance(inside, QScrollArea):
            view = inside.viewport()
            room = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
            top = min(max(area.top(), room.top()), room.bottom())
            bottom = min(max(area.bottom(), room.top()), room.bottom())
            area.setTop(top)
            area.setBottom(bottom)
        inside = inside.parentWidget()
    return area


def follows(before, after):
    """Whether the eye finds it next: to the right, or below."""
    slack = 6
    return after.left() >= before.right() - slack or after.top() >= before.bottom() - slack


@named_places
def test_tab_goes_round_the_window_in_the_order_of_the_eye(full, place):
    go_to(full, place)
    rail = full.navigation.buttons[place[0]]
    rail.setFocus()
    reached, jumps = [rail], []
    for _ in range(MOST_STOPS):
        press(full, Qt.Key.Key_Tab)
        settle()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        assert focused.isEnabled()
        # Scrolled into view, wherever the focus came from.
        assert not focused.visibleRegion().isEmpty(), describe(focused)
        if focused is rail:
            break
        assert focused not in reached, f"{describe(focused)} comes twice"
        if not follows(seen_area(reached[-1]), seen_area(focused)):
            jumps.append(f"{describe(reached[-1])} → {describe(focused)}")
        reached.append(focused)
    else:
        raise AssertionError(f"trapped near {describe(focused)}")
    assert jumps == []
    back = []
    for _ in reached:
        press(full, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(QApplication.focusWidget())
    assert [describe(one) for one in reversed(back)] == [describe(one) for one in reached]
    # Radio buttons are one stop: the arrow keys go from one to the next.
    missed = [one for one in tab_stops(full.page_of(place[0])) if one not in reached and not of_a_group(one)]
    assert [describe(one) for one in missed] == []


def of_a_group(widget):
    return getattr(widget, "group", lambda: None)() is not None


@pytest.fixture(params=list(THEMES))
def themed(request, qtbot, settings, fake_engine, tmp_path, clock, qapp):
    settings.set(THEME, request.param)
    qapp.setCursorFlashTime(0)
    studio = build(
        settings=settings,
        launcher=fake_engine().launcher,
        logs=tmp_path / "logs",
        version="1.2.3",
        factory=[],
        sets=tmp_path / "sets",
        projects=tmp_path / "projects",
        library=tmp_path / "library",
        work=tmp_path,
        clock=clock,
    )
    qtbot.addWidget(studio.window)
    studio.window.show()
    fill(studio.window, tmp_path, qtbot)
    assert studio.appearance.theme.text == THEMES[request.param].text
    yield studio.window
    studio.shutdown()
    while studio.window.notice_bar.shown is not None:
        studio.window.notice_bar.dismiss()
    studio.window.hide()
    dress(qapp, DARK)


def picture(widget):
    area = seen_area(widget).adjusted(-4, -4, 4, 4)
    return widget.window().grab(area).toImage()


def test_what_has_the_focus_is_seen(themed):
    unseen = []
    for place in PLACES:
        go_to(themed, place)
        stops = [*tab_stops(themed.page), themed.navigation.buttons[place[0]]]
        for stop in stops:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            with_focus = picture(stop)
            themed.setFocus()
            settle()
            if picture(stop) == with_focus:
                unseen.append(f"{place}: {describe(stop)}")
    assert unseen == []


@pytest.mark.parametrize("page", [entry.id for entry in PAGES])
def test_a_page_that_is_shown_has_the_focus_in_its_content(full, page):
    for number in range(len(PAGES)):
        if PAGES[number].id == page:
            press(full, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
    shown = full.page_of(page)
    focused = QApplication.focusWidget()
    assert shown.isAncestorOf(focused)
    assert not focused.accessibleName().startswith("Help")
    wanted = {"sounds": full.others.sounds.view.table, PLAY: full.play.pad}
    assert focused is wanted.get(page, focused)


def test_a_page_remembers_its_focus(full):
    go_to(full, ("export", 0))
    full.others.export.form.author.setFocus()
    go_to(full, (PLAY, 0))
    go_to(full, ("export", 0))
    assert QApplication.focusWidget() is full.others.export.form.author


@pytest.mark.parametrize("lose", ["setEnabled", "setVisible"])
def test_a_button_that_is_lost_leaves_the_focus_on_its_page(full, lose):
    go_to(full, ("export", 0))
    export = full.others.export
    for last in reversed(list(tab_stops(export))):
        last.setFocus()
        getattr(last, lose)(False)
        settle()
        assert export.isAncestorOf(QApplication.focusWidget())
        getattr(last, lose)(True)


def test_arrow_keys_go_along_the_rail(full):
    full.show_page(full.others.sounds)
    full.navigation.buttons["sounds"].setFocus()
    for entry in PAGES[1:]:
        press(full, Qt.Key.Key_Down)
        assert full.page is full.page_of(entry.id)
        assert QApplication.focusWidget() is full.navigation.buttons[entry.id]


def test_an_order_against_the_eye_is_found(qtbot):
    first, second = QRect(0, 0, 50, 20), QRect(60, 0, 50, 20)
    assert follows(first, second)
    assert not follows(second, first)
    assert follows(second, QRect(0, 30, 50, 20))
    assert not follows(QRect(0, 30, 50, 20), QRect(10, 0, 20, 20))


def test_shift_f10_opens_the_menu_of_what_has_the_focus(full):
    full.show_page(full.play)
    full.play.snapshots.slots.setFocus()
    press(full, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert [entry.text() for entry in menu.actions()][:2] == ["Recall", "Store here"]
    menu.close()
