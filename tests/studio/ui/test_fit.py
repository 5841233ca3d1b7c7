"""Nothing is cut, squeezed or hidden at six sizes of screens; `scripts/screenshots.py` shows them."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from testing.fit import SCREENS, misfits
from testing.pseudo_language import PSEUDO
from tests.studio.reports import invented_report
from tests.studio.training_states import BEGUN, ENDED, HEARD, READY
from vschaos_studio import language
from vschaos_studio.language import translated
from vschaos_studio.services.languages import VARIABLE
from vschaos_studio.state.notices import Level, Notice
from vschaos_studio.state.training_labels import LabelFacts
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
    window.play.side.name_axes([translated(word) for word in ("brighter", "softer", "noisier", "clearer")])
    tabs = window.play.side.tabs.tabs
    for entry in PAGES:
        window.show_page(window.page_of(entry.id))
        for tab in range(tabs.count() if entry.id == PLAY else 1):
            tabs.setCurrentIndex(tab)
            for _ in range(SETTLING):
                qapp.processEvents()
            assert misfits(window) == [], f"{entry.id}, tab {tab}"


LABELS = LabelFacts("mood", 2, 24, 24), LabelFacts("a label with a long name", 12, 20, 24)


def test_the_train_page_fits_before_during_and_after_a_training(studio, qtbot, qapp):
    window, train = studio.window, studio.window.page_of("train")
    train.set_dataset(invented_report(24))
    window.show_page(train)
    qtbot.waitUntil(lambda: train.form.advice.isVisible())
    train.form.show_labels(LABELS)
    train.history.add(BEGUN.progress)
    train.progress.show_history(train.history)

    def fits(what):
        for screen in SCREENS:
            window.resize(*screen.window)
            for _ in range(SETTLING):
                qapp.processEvents()
            assert misfits(window) == [], f"{what}, {screen.name}"

    fits("form")
    train.name = "a name of an instrument that somebody has chosen"
    train._said_s = 3000.0
    for state in (BEGUN, HEARD, READY, ENDED):
        train.state = state
        train.show_progress()
        fits(f"{state.phase}, {state.trend}")
    train.progress.details.click()
    fits("details")


def test_the_browser_of_instruments_fits(studio, instrument_file, qtbot, qapp):
    window = studio.window
    window.open_instrument(instrument_file)
    window.show_browser()
    browser = window.browser
    qtbot.waitUntil(lambda: bool(browser.model.cards) and browser.model.cards[0].picture is not None)
    for screen in SCREENS:
        browser.resize(*screen.window)
        for said in ("", "A long message of what has been done, with the name of a file. " * 3):
            browser.details.say(said)
            for _ in range(SETTLING):
                qapp.processEvents()
            assert misfits(browser) == [], screen.name
    browser.close()


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


if language.code() == "en":
    TWO_SIZES = f"{SCREENS[0].name} or {SCREENS[3].name} or train_page"

    @pytest.mark.parametrize(("code", "tests"), [("de", TWO_SIZES), ("fr", TWO_SIZES), (PSEUDO, "page or browser")])
    def test_other_languages_fit(code, tests):
        """The language is chosen once a process, before the modules of the window are imported."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", "-k", tests, __file__]
        environment = os.environ | {VARIABLE: code}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout
