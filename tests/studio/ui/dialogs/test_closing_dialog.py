import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.ui.dialogs.closing_dialog import ClosingDialog

KEPT = UnfinishedWork("Training “<i>Bells</i>”", "It stops and keeps what it has learned.")
LOST = UnfinishedWork("The export “Bells”", "It is cancelled.", lost=True)


@pytest.fixture
def make(qtbot):
    def dialog(*unfinished):
        made = ClosingDialog(unfinished)
        qtbot.addWidget(made)
        made.show()
        return made

    return dialog


def test_each_is_said_as_it_is(make):
    dialog = make(KEPT, LOST)
    labels = dialog.findChildren(QLabel)
    shown = [one.text() for one in labels]
    assert all(text in shown for text in (KEPT.what, KEPT.fate, LOST.what, LOST.fate))
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in labels)


def test_enter_keeps_working(make, qtbot):
    dialog = make(KEPT, LOST)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_always_keeps_working(make, qtbot):
    dialog = make(KEPT)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
