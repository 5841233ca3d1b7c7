"""Closing the window: asked about where something is not finished, and by nobody but the user."""

import pytest
from PySide6.QtWidgets import QWidget

from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.ui.closing import Closing


class Window(QWidget):
    def __init__(self):
        super().__init__()
        self.unfinished = []
        self.closing = Closing(self, lambda: self.unfinished)

    def closeEvent(self, event):
        event.setAccepted(self.closing.allowed())


@pytest.fixture
def window(qtbot):
    made = Window()
    made.show()
    yield made
    made.closing.close_unasked()
    made.deleteLater()


def test_nothing_is_asked_where_nothing_is_lost(window):
    window.unfinished = [UnfinishedWork("The training", "It stops and is kept.")]
    assert window.close()
    assert window.closing.dialog is None


def test_the_user_may_keep_working_and_is_asked_again_the_next_time(window):
    window.unfinished = [UnfinishedWork("The export", "It is cancelled.", lost=True)]
    for _ in range(2):
        assert not window.close()
        window.closing.dialog.reject()
        assert window.isVisible()
        assert window.closing.dialog is None


def test_the_window_closes_once_the_user_agrees(window):
    window.unfinished = [UnfinishedWork("The export", "It is cancelled.", lost=True)]
    window.close()
    window.closing.dialog.close_now.click()
    assert not window.isVisible()


def test_two_presses_are_one_question(window):
    window.unfinished = [UnfinishedWork("The export", "It is cancelled.", lost=True)]
    window.close()
    asked = window.closing.dialog
    assert not window.close()
    assert window.closing.dialog is asked
    asked.reject()


@pytest.mark.parametrize("asked_already", [False, True])
def test_the_systems_wish_is_no_question(window, asked_already):
    window.unfinished = [UnfinishedWork("The export", "It is cancelled.", lost=True)]
    if asked_already:
        window.close()
    window.closing.close_unasked()
    assert not window.isVisible()
