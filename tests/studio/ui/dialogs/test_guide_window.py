import pytest
from PySide6.QtCore import Qt, QUrl

from testing.pseudo_language import choose_language_of_tests
from vschaos_studio import language
from vschaos_studio.services.languages import LANGUAGES, open_language
from vschaos_studio.state.guide import read_guide
from vschaos_studio.ui.dialogs.guide_window import GuideWindow


@pytest.fixture(params=LANGUAGES)
def spoken(request):
    language.choose(open_language(request.param))
    yield request.param
    choose_language_of_tests()


@pytest.fixture
def window(qtbot):
    made = GuideWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_topic_is_shown_and_marked_in_the_contents(window):
    window.open_topic("playing#notes")
    assert window.text.textCursor().block().text() == "Notes"
    assert window.contents.currentItem().text(0) == "Notes"
    assert 0 <= window.text.cursorRect().top() < window.text.viewport().height() / 2


def test_every_topic_is_shown_at_its_heading_in_every_language(spoken, window):
    for section in read_guide(spoken):
        window.open_topic(section.topic)
        assert window.text.textCursor().block().text() == section.title
        assert window.contents.currentItem().text(0) == section.title


def test_an_unknown_topic_shows_the_beginning(window):
    window.open_topic("nothing#here")
    assert window.topic == "start"


def test_links_are_followed_and_the_way_leads_back(window):
    window.open_topic("start")
    assert not window.back.isEnabled()
    window.text.anchorClicked.emit(QUrl("playing.md#recording"))
    assert window.topic == "playing#recording"
    window.back.click()
    assert window.topic == "start"
    assert not window.back.isEnabled()


def test_search_opens_the_best_place_and_marks_the_words(window, qtbot):
    window.open_topic("start")
    qtbot.keyClicks(window.search, "snapshot")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.topic == "playing#snapshots"
    marked = {selection.cursor.selectedText().lower() for selection in window.text.extraSelections()}
    assert marked == {"snapshot"}


def test_a_search_without_result_says_so(window, qtbot):
    qtbot.keyClicks(window.search, "xylem")
    assert window.nothing.isVisible()
    assert not window.contents.isVisible()
    window.search.clear()
    assert window.contents.isVisible()
