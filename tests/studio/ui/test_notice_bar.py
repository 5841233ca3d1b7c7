from itertools import permutations

import pytest
from PySide6.QtWidgets import QWidget

from vschaos_studio import language
from vschaos_studio.language import Language
from vschaos_studio.state.notices import Action, Level, Notice, Notices
from vschaos_studio.ui.notice_bar import MARGIN, WAITING, NoticeBar

NEWS = Notice("Saved.")
ERROR = Notice("The disk is full.", "Make some room.", Level.ERROR)
WARNING = Notice("Another program has changed it.", level=Level.WARNING)
OTHER = Notice("The file is gone.", "Look for it.", Level.ERROR)


@pytest.fixture
def bar(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    made = NoticeBar(theme, page)
    yield made
    while made.shown is not None:
        made.dismiss()


def test_it_is_not_there_until_there_is_something_to_say(bar):
    assert bar.isHidden()
    bar.show_notice(ERROR)
    assert not bar.isHidden()
    bar.dismiss()
    assert bar.isHidden()


def test_success_goes_by_itself_and_errors_stay(bar):
    bar.show_notice(NEWS)
    assert bar.timer.isActive()
    bar.timer.timeout.emit()
    assert bar.shown is None
    bar.show_notice(ERROR)
    assert not bar.timer.isActive()


@pytest.mark.parametrize("level", list(Level))
def test_what_the_hand_has_just_asked_for_can_be_answered_before_an_older_error(bar, level):
    question = Notice("It is there already.", level=level, action=Action("Replace it", lambda: None))
    for notice in (ERROR, question):
        bar.show_notice(notice)
    assert bar.shown == question
    bar.action.click()
    assert bar.shown == ERROR


@pytest.mark.parametrize("order", list(permutations((NEWS, WARNING, ERROR))))
def test_no_lesser_notice_hides_an_error_or_a_warning(bar, order):
    for notice in order:
        bar.show_notice(notice)
    news = [NEWS] if order[-1] is NEWS else []
    for notice in (ERROR, WARNING, *news):
        assert bar.shown == notice
        assert bar.property("level") == notice.level.value
        assert bar.timer.isActive() == (notice is NEWS)
        bar.dismiss()
    assert bar.shown is None


def test_the_newest_is_in_front_and_the_others_wait(bar):
    bar.show_notice(ERROR)
    bar.show_notice(OTHER)
    assert bar.shown == OTHER
    assert bar.more.text() == "1 more"
    bar.dismiss()
    assert bar.shown == ERROR
    assert bar.more.text() == ""


def test_the_same_again_is_one(bar):
    for notice in (ERROR, OTHER, ERROR):
        bar.show_notice(notice)
    assert bar.shown == ERROR
    bar.dismiss()
    bar.dismiss()
    assert bar.shown is None


def test_success_does_not_pile_up_and_neither_does_anything_without_end(bar):
    bar.show_notice(NEWS)
    bar.show_notice(Notice("Saved again."))
    bar.dismiss()
    assert bar.shown is None
    for number in range(3 * WAITING):
        bar.show_notice(Notice(f"Error {number}.", level=Level.ERROR))
    assert bar.more.text() == f"{WAITING - 1} more"


def test_texts_are_shown_as_they_are(bar):
    bar.show_notice(Notice("No file “<b>x</b>”.", "Try <i>another</i>.", Level.ERROR))
    bar.show()
    assert bar.sentence.text() == "No file “<b>x</b>”."
    assert bar.sentence.textFormat().name == "PlainText"
    assert bar.property("level") == "error"


def test_what_helps_may_be_a_button_that_is_pressed_once(bar, qtbot):
    done = []
    bar.show_notice(ERROR)
    assert bar.action.isHidden()
    bar.show_notice(
        Notice("Learning ended.", "Go on with it.", Level.ERROR, Action("Go on", lambda: done.append(bar.shown)))
    )
    assert bar.action.text() == "Go on"
    bar.action.click()
    assert done == [ERROR], "the notice is gone when it is done"
    assert bar.action.isHidden()


def test_it_lies_over_the_page_in_full_and_follows_its_width(bar):
    long = Notice("One sentence after another. " * 12, "What to do about it. " * 8, Level.ERROR)
    bar.parentWidget().show()
    for width in (800, 500):
        bar.parentWidget().resize(width, 600)
        bar.show_notice(long)
        assert bar.width() == width - 2 * MARGIN
        assert bar.height() >= bar.sentence.heightForWidth(bar.sentence.width())
        assert bar.parentWidget().rect().contains(bar.geometry())


def test_what_the_library_reports_is_said_in_the_language_of_the_window(bar):
    german = {"The disk is full.": "Die Platte ist voll.", "Make some room.": "Schaffen Sie Platz."}
    notices = Notices()
    notices.listen(bar.show_notice)
    language.choose(Language("de", library=lambda text: german.get(text, "")))
    try:
        notices.post(ERROR)
    finally:
        language.choose(language.ENGLISH)
    assert (bar.sentence.text(), bar.remedy.text()) == ("Die Platte ist voll.", "Schaffen Sie Platz.")
