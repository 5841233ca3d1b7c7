from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt

from vschaos_studio.settings.table import TOUR_SEEN
from vschaos_studio.ui.tour.steps import STEPS
from vschaos_studio.ui.tour.tour import GAP, beside


def pointing(tour):
    return tour.card.isVisible() and tour.frame.isVisible() and not tour._settled.isActive()


@pytest.mark.parametrize("size", [(1024, 640), (1600, 900)])
def test_each_step_points_at_something_and_fits_into_the_window(window, qtbot, size):
    window.resize(*size)
    window.show_tour()
    for place, step in enumerate(STEPS):
        tour = window.tour
        qtbot.waitUntil(partial(pointing, tour))
        assert window.page is window.page_of(step.page)
        assert step.target(window).isVisible()
        assert tour.card.title.text() == step.title
        assert window.rect().contains(tour.card.geometry())
        assert tour.card.sentence.height() >= tour.card.sentence.heightForWidth(tour.card.sentence.width())
        assert tour.card.count.text() == f"{place + 1} of {len(STEPS)}"
        qtbot.keyClick(tour.card.forward, Qt.Key.Key_Return)
    assert window.tour is None
    assert window.page is window.play
    assert window.focusWidget() is window.play.pad


def test_it_goes_back_closes_and_can_be_seen_again(window, settings, qtbot):
    assert not settings.get(TOUR_SEEN)
    window.show_tour()
    assert settings.get(TOUR_SEEN)
    window.tour.go_on()
    window.tour.card.back.click()
    assert window.tour.place == 0
    window.tour.card.leave.click()
    assert window.tour is None
    window.actions_by_id["tour"].trigger()
    assert window.tour.place == 0


def test_on_another_page_it_waits_and_covers_nothing(window, qtbot):
    window.show_tour()
    tour = window.tour
    qtbot.waitUntil(partial(pointing, tour))
    window.show_page(window.page_of("sounds"))
    qtbot.waitUntil(lambda: not tour.card.isVisible() and not tour.frame.isVisible())
    window.show_page(window.play)
    qtbot.waitUntil(partial(pointing, tour))
    assert tour.place == 0


def test_what_is_pointed_at_can_be_pressed(window, qtbot):
    window.show_tour()
    qtbot.waitUntil(lambda: window.tour.frame.isVisible())
    pad = window.play.pad
    assert window.childAt(pad.mapTo(window, QPoint(20, 20))) is pad


@pytest.mark.parametrize(
    ("pointed", "corner"),
    [
        (QRect(10, 10, 100, 300), (110 + GAP - 1, 310 - 1 - 100)),
        (QRect(700, 10, 290, 40), (None, 50 + GAP - 1)),
        (QRect(0, 0, 1000, 600), (1000 - 2 * GAP - 300 - 1, 600 - 2 * GAP - 100 - 1)),
    ],
    ids=["right of it", "below it", "inside, as there is no room"],
)
def test_where_the_card_stands(pointed, corner):
    at = beside(pointed, QSize(300, 100), QRect(0, 0, 1000, 600))
    assert at.y() == corner[1]
    assert corner[0] is None or at.x() == corner[0]
    assert QRect(0, 0, 1000, 600).contains(QRect(at, QSize(300, 100)))
