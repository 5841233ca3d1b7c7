"""Nothing is cut, squeezed or hidden at six sizes of screens; `scripts/screenshots.py` shows them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from testing.fit import SCREENS, misfits
from vschaos_studio.state.notices import Level, Notice
from vschaos_studio.ui.pages import PAGES, PLAY

SETTLING = 5
"""Turns of the event loop until the layouts of rows that were just made are done."""

NOTICE = Notice(
    "The sound output “USB Audio” was disconnected.", "Connect it, or choose another output.", Level.WARNING
)


@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_every_page_fits(studio, instrument_file, qapp, screen):
    window = studio.window
    window.open_instrument(instrument_file)
    window.resize(*screen.window)
    assert (window.width(), window.height()) == screen.window
    tabs = window.play.side.tabs.tabs
    for entry in PAGES:
        window.show_page(window.page_of(entry.id))
        for tab in range(tabs.count() if entry.id == PLAY else 1):
            tabs.setCurrentIndex(tab)
            for _ in range(SETTLING):
                qapp.processEvents()
            assert misfits(window) == [], f"{entry.id}, tab {tab}"


@pytest.mark.parametrize("screen", SCREENS[:2], ids=[screen.name for screen in SCREENS[:2]])
def test_a_notice_moves_nothing_and_leaves_the_pad_free(studio, qapp, screen):
    window = studio.window
    window.resize(*screen.window)
    qapp.processEvents()
    places = [one.geometry() for one in window.play.findChildren(QWidget)]
    studio.notices.post(NOTICE)
    qapp.processEvents()
    assert [one.geometry() for one in window.play.findChildren(QWidget)] == places
    bar, pad = window.notice_bar, window.play.pad
    assert not bar.geometry().intersects(QRect(pad.mapTo(bar.parentWidget(), pad.rect().topLeft()), pad.size()))


def test_what_does_not_fit_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    cut, over, out = QPushButton("A long text on a button", window), QLabel("under it", window), QLabel("out", window)
    wrapped = QLabel("many words in a column that is far too narrow for them", window)
    wrapped.setWordWrap(True)
    cut.setGeometry(0, 0, 50, 30)
    over.setGeometry(20, 10, 80, 30)
    out.setGeometry(280, 150, 80, 30)
    wrapped.setGeometry(150, 50, 40, 20)
    window.show()
    found = misfits(window)
    for words in ("button” needs", "lie on one another", "“out” reaches out", "pixels of height", "is squeezed"):
        assert any(words in one for one in found), words
