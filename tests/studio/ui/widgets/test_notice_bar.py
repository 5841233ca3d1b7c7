import pytest

from vschaos_studio.state.notices import Level, Notice
from vschaos_studio.ui.widgets.notice_bar import WAITING, NoticeBar

NEWS = Notice("Saved.")
ERROR = Notice("The disk is full.", "Make some room.", Level.ERROR)
OTHER = Notice("The file is gone.", "Look for it.", Level.ERROR)


@pytest.fixture
def bar(qtbot, theme):
    made = NoticeBar(theme)
    qtbot.addWidget(made)
    yield made
    while made.shown is not None:
        made.dismiss()


def test_it_is_not_there_until_there_is_something_to_say(bar):
    assert bar.isHidden()
    bar.show_notice(ERROR)
    assert not bar.isHidden()
    bar.dismiss()
    assert bar.isHidden()


def test_news_goes_by_itself_and_errors_stay(bar):
    bar.show_notice(ERROR)
    assert not bar._fade.isActive()
    bar.show_notice(NEWS)
    assert bar.shown == NEWS
    assert bar._fade.isActive()
    bar._fade.timeout.emit()
    assert bar.shown == ERROR
    assert not bar._fade.isActive()


def test_the_newest_is_in_front_and_the_others_wait(bar):
    bar.show_notice(ERROR)
    bar.show_notice(OTHER)
    assert bar.shown == OTHER
    assert bar._more.text() == "1 more"
    bar.dismiss()
    assert bar.shown == ERROR
    assert bar._more.text() == ""


def test_the_same_again_is_one(bar):
    for notice in (ERROR, OTHER, ERROR):
        bar.show_notice(notice)
    assert bar.shown == ERROR
    bar.dismiss()
    bar.dismiss()
    assert bar.shown is None


def test_news_does_not_pile_up_and_neither_does_anything_without_end(bar):
    bar.show_notice(NEWS)
    bar.show_notice(Notice("Saved again."))
    bar.dismiss()
    assert bar.shown is None
    for number in range(3 * WAITING):
        bar.show_notice(Notice(f"Error {number}.", level=Level.ERROR))
    assert bar._more.text() == f"{WAITING - 1} more"


def test_words_are_shown_as_they_are(bar):
    bar.show_notice(Notice("No file “<b>x</b>”.", "Try <i>another</i>.", Level.ERROR))
    bar.show()
    assert bar._sentence.text() == "No file “<b>x</b>”."
    assert bar._sentence.textFormat().name == "PlainText"
    assert bar.property("level") == "error"
