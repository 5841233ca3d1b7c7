"""Large controls: every one is large enough for a finger, and everything still fits."""

import pytest
from PySide6.QtWidgets import QToolButton

from testing.fit import SCREENS, misfits
from tests.studio.reports import invented_report
from tests.studio.ui.targets import too_small
from vschaos_studio.settings.table import LARGE_CONTROLS
from vschaos_studio.ui.appearance import OFF, ON
from vschaos_studio.ui.pages import PAGES, PLAY
from vschaos_studio.ui.theme import FINGER

SETTLING = 5
WIDE = (1440, 876)


@pytest.fixture
def large(studio, instrument_file):
    studio.appearance.choose(LARGE_CONTROLS, ON)
    studio.window.open_instrument(instrument_file)
    return studio.window


@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_every_control_of_every_page(large, qapp, screen):
    large.resize(*screen.window)
    assert (large.width(), large.height()) == screen.window
    large.play.notes.setChecked(True)
    tabs = large.play.side.tabs.tabs
    for entry in PAGES:
        large.show_page(large.page_of(entry.id))
        for tab in range(tabs.count() if entry.id == PLAY else 1):
            tabs.setCurrentIndex(tab)
            for _ in range(SETTLING):
                qapp.processEvents()
            assert too_small(large) == [], f"{entry.id}, tab {tab}"
            assert misfits(large) == [], f"{entry.id}, tab {tab}"


def test_the_train_page_with_sounds(large, qtbot, qapp):
    train = large.page_of("train")
    train.set_dataset(invented_report(24))
    large.show_page(train)
    qtbot.waitUntil(lambda: train.form.advice.isVisible())
    for size in (SCREENS[0].window, WIDE):
        large.resize(*size)
        for _ in range(SETTLING):
            qapp.processEvents()
        assert too_small(large) == []
        assert misfits(large) == []


def test_the_numbers_of_snapshots_are_large_in_a_wide_window(large, qapp):
    large.resize(*WIDE)
    for _ in range(SETTLING):
        qapp.processEvents()
    slots = large.play.snapshots.slots
    assert slots.height() >= FINGER
    assert slots.area(2).left() - slots.area(1).left() >= FINGER


def test_the_measure_finds_small_controls_and_large_ones_are_not_for_all(studio, instrument_file, qapp):
    window = studio.window
    window.open_instrument(instrument_file)
    qapp.processEvents()
    assert any("ControlSlider" in one for one in too_small(window))
    button = window.findChild(QToolButton)
    before = button.height()
    studio.appearance.choose(LARGE_CONTROLS, ON)
    for _ in range(SETTLING):
        qapp.processEvents()
    assert too_small(window) == []
    studio.appearance.choose(LARGE_CONTROLS, OFF)
    for _ in range(SETTLING):
        qapp.processEvents()
    assert button.height() == before, "as it was"
