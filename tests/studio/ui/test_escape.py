"""Esc ends one thing at a press, the innermost first."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from tests.studio.ui.pressing import press
from vschaos.performance.bindings import BindingsChanged
from vschaos_studio.ui.dialogs.guide_window import GuideWindow
from vschaos_studio.ui.escape import endings

ESCAPE = Qt.Key.Key_Escape
SETUP = 4


class Opened:
    """Opens what Esc ends, and says what is still open."""

    def __init__(self, studio, monkeypatch):
        self.window, self.studio = studio.window, studio
        self.play = studio.window.play
        self.silenced = 0
        self.auditioning = False
        self.cancelled = 0
        monkeypatch.setattr(self.play, "panic", self._silence)
        monkeypatch.setattr(type(self.play), "auditioning", property(lambda _: self.auditioning))
        monkeypatch.setattr(self.play, "stop_audition", lambda: setattr(self, "auditioning", False))

    def _silence(self):
        self.silenced += 1
        self.play.controller.set_playing(False)

    def open(self, name):
        window, play = self.window, self.play
        match name:
            case "notice":
                self.studio.notices.info("A sentence.")
            case "full pad":
                window.show_full_pad(True)
            case "sound":
                play.controller.set_playing(True)
            case "audition":
                self.auditioning = True
            case "tour":
                window.show_tour()
            case "assignment":
                play.side.tabs.tabs.setCurrentIndex(SETUP)
                play.side.osc.bindings.show_bindings(BindingsChanged("osc", (), "gain"))
                play.side.osc.bindings.ordered.connect(lambda _: self._stop_waiting())
            case "drag":
                slots = play.snapshots.slots
                slots.show_filled(frozenset({1, 2}))
                first, second = (slots.area(number).center().toPoint() for number in (1, 2))
                QTest.mousePress(slots, Qt.MouseButton.LeftButton, pos=first)
                QTest.mouseMove(slots, second + QPoint(1, 0))
                QTest.mouseMove(slots, second)
            case "typing":
                play.side.tabs.tabs.setCurrentIndex(SETUP)
                field = play.side.osc.in_port
                field.setFocus()
                field.selectAll()
                QTest.keyClicks(field, "91")

    def _stop_waiting(self):
        self.play.side.osc.bindings.show_bindings(BindingsChanged("osc"))

    @property
    def names(self):
        return [name for name, _ in endings(self.window)]


@pytest.fixture
def opened(studio, instrument_file, monkeypatch):
    studio.window.open_instrument(instrument_file)
    studio.window.activateWindow()
    return Opened(studio, monkeypatch)


ORDER = ("typing", "drag", "assignment", "tour", "audition", "sound", "full pad", "notice")
# The full pad hides what these stand on, or is left by them.
TOGETHER = [
    (inner, outer)
    for place, inner in enumerate(ORDER)
    for outer in ORDER[place + 1 :]
    if not (outer == "full pad" and inner in ("typing", "drag", "assignment", "tour"))
]


@pytest.mark.parametrize(("inner", "outer"), TOGETHER, ids=lambda name: name)
def test_of_two_things_the_inner_one_ends_first(opened, inner, outer):
    opened.open(outer)
    opened.open(inner)
    assert opened.names == [inner, outer, "silence"]
    press(opened.window, ESCAPE)
    assert opened.names == [outer, "silence"]
    assert opened.silenced == (inner == "sound")
    press(opened.window, ESCAPE)
    assert opened.names == ["silence"]
    silenced = opened.silenced
    press(opened.window, ESCAPE)
    assert opened.silenced == silenced + 1


def test_every_neighbour_is_tested():
    assert set(pairwise(ORDER)) - {("tour", "full pad")} <= set(TOGETHER)


def test_what_was_typed_is_taken_back(opened):
    field = opened.play.side.osc.in_port
    before = field.text()
    opened.open("typing")
    assert field.text() == "91"
    press(opened.window, ESCAPE)
    assert (field.text(), opened.silenced) == (before, 0)


@pytest.mark.parametrize("name", ["sound", "notice"])
def test_menus_lists_dialogs_and_names_end_themselves(opened, name, qtbot):
    window, play = opened.window, opened.play
    opened.open(name)
    box = play.side.sound.rows["phase"].editor
    box.setFocus()
    box.showPopup()
    press(window, ESCAPE)
    assert not box.view().isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    slots = play.snapshots.slots
    slots.show_filled(frozenset({1}))
    slots.rename(1)
    press(window, ESCAPE)
    assert slots._field is None
    window.show_guide()
    guide = window.findChild(GuideWindow)
    qtbot.waitUntil(guide.isActiveWindow)
    press(window, ESCAPE)
    qtbot.waitUntil(lambda: not window.findChildren(GuideWindow))
    assert (opened.silenced, opened.names) == (0, [name, "silence"])


def test_the_page_cancels_before_it_is_silent_wherever_the_focus_is(opened, monkeypatch):
    window = opened.window
    export = window.others.export
    button = export.progress.cancel
    monkeypatch.setattr(type(export), "escape_button", lambda _: button if button.isVisible() else None)
    window.show_page(export)
    export.progress.show()
    button.clicked.connect(export.progress.hide)
    opened.open("sound")
    window.navigation.buttons["export"].setFocus()
    assert opened.names == ["page", "sound", "silence"]
    press(window, ESCAPE)
    assert opened.names == ["sound", "silence"]
    assert opened.silenced == 0


@pytest.mark.parametrize("opened_by", ["show_guide", "show_browser"])
def test_a_search_ends_before_its_window(opened, opened_by, qtbot):
    window = opened.window
    getattr(window, opened_by)()
    dialog = window.browser or window.findChild(GuideWindow)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "bells")
    press(window, ESCAPE)
    assert dialog.search.text() == ""
    assert dialog.isVisible()
    press(window, ESCAPE)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(QDialog)))
    assert opened.silenced == 0
