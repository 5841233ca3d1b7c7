"""Keys without Ctrl or Alt are shortcuts only where nothing else wants them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.studio.reports import real_folder
from tests.studio.ui.pressing import press
from vschaos_studio.ui.actions.entries import ENTRIES
from vschaos_studio.ui.dialogs.guide_window import GuideWindow

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def single_keys():
    """(id, key, modifiers) of each shortcut that is one character, or such with Shift."""
    for entry in ENTRIES:
        for keys in entry.shortcuts:
            combination = QKeySequence(keys)[0]
            if combination.keyboardModifiers() in (PLAIN, SHIFT) and (
                combination.key() == Qt.Key.Key_Space or Qt.Key.Key_0 <= combination.key() <= Qt.Key.Key_Z
            ):
                yield entry.id, combination.key(), combination.keyboardModifiers()


SINGLE = tuple(single_keys())


@pytest.fixture
def fired(window, instrument_file):
    """Ids of the actions that were triggered; they do nothing else."""
    window.open_instrument(instrument_file)
    window.activateWindow()
    done = []
    for id, action in window.actions_by_id.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, id=id: done.append(id))
    return done


def press_all(window):
    for _, key, modifiers in SINGLE:
        press(window, key, modifiers)


def test_there_are_such_keys():
    assert {"play_or_stop", "freeze", "sides", "record", "recall_1", "recall_9", "record_gesture"} <= {
        id for id, _, _ in SINGLE
    }


def test_they_act_on_the_pad_a_slider_and_a_button(window, fired):
    play = window.play
    for widget in (play.pad, play.side.sound.rows["life"].editor):
        widget.setFocus()
        press_all(window)
        assert fired == [id for id, _, _ in SINGLE]
        fired.clear()
    play.snap.setFocus()
    press_all(window)
    assert fired == [id for id, _, _ in SINGLE if id != "play_or_stop"]
    assert play.snap.isChecked()


def test_a_key_that_is_held_acts_once(window):
    held = [action for id, action in window.actions_by_id.items() if action.autoRepeat()]
    assert {action.shortcut().toString() for action in held} == {"Ctrl+Z", "Ctrl+Shift+Z"}


def test_text_fields_get_their_letters(window, fired):
    window.play.side.tabs.tabs.setCurrentIndex(window.play.side.tabs.tabs.count() - 1)
    fields = [field for field in window.play.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
    assert fields
    for field in fields:
        field.setFocus()
        for _, key, modifiers in SINGLE:
            field.clear()
            press(window, key, modifiers)
            assert field.validator() is not None or field.text().strip() or key == Qt.Key.Key_Space, field
    assert fired == []


def test_number_fields_get_their_digits(window, fired):
    window.play.side.tabs.tabs.setCurrentIndex(2)
    field = window.play.side.notes.rows["voices"].editor
    field.setFocus()
    field.selectAll()
    press_all(window)
    assert fired == []
    assert field.text()[0] == "1"


def test_an_open_list_keeps_them(window, fired):
    box = window.play.side.sound.rows["phase"].editor
    box.setFocus()
    box.showPopup()
    for _, key, modifiers in SINGLE:
        if key != Qt.Key.Key_Space:
            press(window, key, modifiers)
    assert box.view().isVisible()
    press(window, Qt.Key.Key_Space)
    assert fired == []
    box.hidePopup()


def test_an_open_menu_keeps_them(window, fired):
    menu = QMenu(window.play)
    menu.addAction("Open")
    window.play.pad.setFocus()
    menu.popup(window.mapToGlobal(window.rect().center()))
    press_all(window)
    assert fired == []
    menu.close()


def test_the_menu_bar_opens_its_menus_by_letter(window, fired):
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    press(window, Qt.Key.Key_F)
    assert fired == []
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    QApplication.activePopupWidget().close()


def test_a_dialog_keeps_them(window, fired, qtbot):
    window.show_guide()
    guide = window.findChild(GuideWindow)
    qtbot.waitUntil(guide.isActiveWindow)
    press_all(window)
    guide.search.setFocus()
    press_all(window)
    assert guide.search.text()
    assert fired == []
    guide.close()


def test_the_name_of_a_snapshot_keeps_them(window, fired):
    slots = window.play.snapshots.slots
    slots.show_filled(frozenset({1}))
    slots.rename(1)
    press_all(window)
    assert fired == []


def test_a_cell_that_is_edited_and_the_table_keep_them(window, fired, tmp_path, qtbot):
    window.open_sounds(real_folder(tmp_path / "bells"))
    table = window.others.sounds.view.table
    qtbot.waitUntil(table.isVisible)
    table.setFocus()
    press_all(window)
    assert fired == []


@pytest.mark.parametrize("page", ["sounds", "train", "export"])
def test_other_pages_leave_letters_and_digits_alone(window, fired, page):
    window.show_page(window.page_of(page))
    for _, key, modifiers in SINGLE:
        if key != Qt.Key.Key_Space:
            press(window, key, modifiers)
    assert fired == []
    assert window.actions_by_id["record"].shortcut().isEmpty()
    window.show_page(window.play)
    assert window.actions_by_id["record"].shortcut().toString() == "R"
