"""The browser of instruments: finding, hearing, playing, marking, adding and deleting, by hand and by keyboard."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from tests.studio.conftest import an_instrument
from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.errors import VschaosError
from vschaos.instrument.bundle import write_instrument
from vschaos_studio.state.instrument_list import Places
from vschaos_studio.ui.browser import instrument_browser
from vschaos_studio.ui.browser.card_delegate import speaker, star
from vschaos_studio.ui.browser.instrument_browser import InstrumentBrowser
from vschaos_studio.ui.browser.instrument_model import Kind, Order
from vschaos_studio.ui.browser.picture_cache import PictureCache
from vschaos_studio.ui.local_urls import url_of

NOW = datetime(2026, 5, 4, 12)


class Player:
    """Plays at once, until it is stopped."""

    def __init__(self):
        self.status = SimpleNamespace(auditioning="")

    def play_sound(self, path):
        self.status.auditioning = path

    def stop_sound(self):
        self.status.auditioning = ""


def write(path, name, created):
    made = an_instrument(name=name)
    facts = replace(made.card.training, created=created, error_db=2.0, error_within_db=60.0)
    write_instrument(path, replace(made, card=replace(made.card, training=facts)))
    return path


@pytest.fixture
def places(tmp_path):
    factory = write(tmp_path / "factory" / "Choir.vschaos", "Choir", "2026-01-01")
    write(tmp_path / "library" / "bells.vschaos", "Bells", "2026-03-01")
    (tmp_path / "library" / "Zero.vschaos").write_bytes(b"nothing")
    write(tmp_path / "runs" / "rain" / "version_0" / "last.vschaos", "Rain", "2026-02-01")
    return Places((factory,), tmp_path / "library", tmp_path / "runs")


@pytest.fixture
def player():
    return Player()


@pytest.fixture
def browser(qtbot, theme, notices, player, places, tmp_path, monkeypatch):
    monkeypatch.setattr(instrument_browser, "write_preview", lambda path, target: shutil.copyfile(path, target))
    made = InstrumentBrowser(
        theme=theme,
        tasks=ImmediateTasks(),
        notices=notices,
        player=player,
        places=lambda: places,
        played=lambda: places.factory[0],
        pictures=PictureCache(tmp_path / "pictures"),
        work=tmp_path,
        now=lambda: NOW,
    )
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    yield made
    made.close()


def names(browser):
    return [browser.selection.card(row).listed.name for row in range(browser.selection.rowCount())]


def choose(browser, name):
    browser.cards.choose(next(card.listed.path for card in browser.model.cards if card.listed.name == name))
    return browser.cards.visualRect(browser.cards.currentIndex())


def press(qtbot, browser, key):
    qtbot.keyClick(browser.cards, key)


def hear(browser):
    browser._poll.timeout.emit()
    return browser._listened.stem if browser._listened is not None else ""


def test_all_are_shown_with_their_pictures_and_the_damaged_with_the_reason(browser):
    assert names(browser) == ["Bells", "Choir", "Rain", "Zero"]
    cards = {card.listed.name: card for card in browser.model.cards}
    assert [name for name, card in cards.items() if card.picture is None] == ["Zero"]
    assert "damaged" in cards["Zero"].listed.problem
    assert not browser.grab().isNull()
    assert browser.cards.card == cards["Choir"]  # the one that plays
    spoken = browser.cards.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Choir, Bells, struck softly., hard to tell apart · 1 January 2026, Factory · CC0-1.0 · ")


def test_cards_are_searched_filtered_and_sorted(qtbot, browser):
    qtbot.keyClicks(browser.search, "hard be")
    assert names(browser) == ["Bells", "Choir", "Rain"]  # by what they were made of
    qtbot.keyClicks(browser.search, "zz")
    assert names(browser) == []
    assert browser.nothing.isVisible()
    assert not browser.details.play.isEnabled()
    browser.search.clear()
    browser.order.setCurrentIndex(browser.order.findData(Order.DATE))
    browser.order.activated.emit(0)
    assert [name for name in names(browser) if name != "Zero"] == ["Bells", "Rain", "Choir"]
    browser.kind.setCurrentIndex(browser.kind.findData(Kind.OWN))
    browser.kind.activated.emit(0)
    assert sorted(names(browser)) == ["Bells", "Rain", "Zero"]


def test_enter_or_a_double_click_plays_and_leaves(qtbot, browser):
    choose(browser, "Zero")
    with qtbot.assertNotEmitted(browser.chosen):
        press(qtbot, browser, Qt.Key.Key_Return)
    assert "damaged" in browser.details.message.text()
    for act in ("key", "mouse"):
        browser.show()
        place = choose(browser, "Rain")
        with qtbot.waitSignal(browser.chosen) as chosen:
            if act == "key":
                press(qtbot, browser, Qt.Key.Key_Return)
            else:
                qtbot.mouseDClick(browser.cards.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        assert chosen.args[0].parent.parent.name == "rain"
        assert not browser.isVisible()


def test_one_click_listens_and_another_stops(qtbot, browser):
    place = choose(browser, "Bells")
    view = browser.cards.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=speaker(place).center())
    assert hear(browser) == "bells"
    assert browser.details.listen.text() == "Stop"
    place = choose(browser, "Rain")
    press(qtbot, browser, Qt.Key.Key_Space)
    assert hear(browser) == "last"
    browser.details.listen.click()
    assert hear(browser) == ""
    browser.details.listen.click()
    assert hear(browser) == "last"
    browser.close()
    assert browser._player.status.auditioning == ""


def test_stars_and_tags_are_found_and_kept(qtbot, browser, places):
    before = places.factory[0].read_bytes()
    place = choose(browser, "Choir")
    qtbot.mouseClick(browser.cards.viewport(), Qt.MouseButton.LeftButton, pos=star(place).center())
    assert browser.cards.card.mark.favourite
    assert browser.details.favourite.isChecked()
    browser.details.tags.setFocus()
    qtbot.keyClicks(browser.details.tags, "Wet drone")
    qtbot.keyClick(browser.details.tags, Qt.Key.Key_Return)
    assert browser.isVisible()  # Enter is the field's there
    assert browser.cards.card.mark.tags == ("wet", "drone")
    qtbot.keyClicks(browser.search, "#wet")
    assert names(browser) == ["Choir"]
    browser.search.clear()
    browser.close()
    browser.show()
    browser.order.setCurrentIndex(browser.order.findData(Order.FAVOURITE))
    browser.order.activated.emit(0)
    assert names(browser)[0] == "Choir"
    assert places.factory[0].read_bytes() == before


def drop(browser, *paths):
    data = QMimeData()
    data.setUrls([url_of(path) for path in paths])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    browser.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))


def test_dropped_files_are_added_and_chosen(browser, places, instrument_file, tmp_path):
    drop(browser, instrument_file)
    assert browser.cards.card.listed.path == places.library / instrument_file.name
    assert "Added to your library: “Test bells”." in browser.details.message.text()
    before = len(browser.model.cards)
    broken = tmp_path / "odd.vschaos"
    broken.write_bytes(b"no")
    drop(browser, broken)
    assert len(browser.model.cards) == before
    assert "damaged" in browser.details.message.text()


def test_a_copy_is_saved(browser, places, tmp_path, monkeypatch):
    choose(browser, "Bells")
    target = tmp_path / "to give away"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    browser.details.export.click()
    assert target.with_suffix(".vschaos").read_bytes() == (places.library / "bells.vschaos").read_bytes()
    browser.details.export.click()
    assert "exists already" in browser.details.message.text()


def test_own_instruments_go_to_the_bin_and_no_others(qtbot, browser, places, monkeypatch):
    binned = []

    def to_bin(path):
        binned.append(path)
        path.unlink()

    monkeypatch.setattr(instrument_browser, "move_to_bin", to_bin)
    choose(browser, "Choir")
    assert not browser.details.delete.isEnabled()
    press(qtbot, browser, Qt.Key.Key_Delete)
    assert binned == []
    assert "cannot be deleted" in browser.details.message.text()
    choose(browser, "Bells")
    press(qtbot, browser, Qt.Key.Key_Delete)
    assert binned == [places.library / "bells.vschaos"]
    assert names(browser) == ["Choir", "Rain", "Zero"]
    assert browser.cards.card.listed.name == "Choir"
    assert "bin" in browser.details.message.text()


def test_the_one_that_plays_and_one_without_a_bin_stay(qtbot, browser, monkeypatch):
    choose(browser, "Bells")
    path = browser.cards.card.listed.path
    monkeypatch.setattr(browser, "_played", lambda: path)
    press(qtbot, browser, Qt.Key.Key_Delete)
    assert path.exists()
    assert "is played now" in browser.details.message.text()

    def refuse(_path):
        raise VschaosError("There is no bin.")

    monkeypatch.setattr(browser, "_played", lambda: None)
    monkeypatch.setattr(instrument_browser, "move_to_bin", refuse)
    press(qtbot, browser, Qt.Key.Key_Delete)
    assert path.exists()
    assert browser.details.message.text() == "There is no bin."


def test_without_instruments_it_says_what_to_do(browser, places, monkeypatch):
    nowhere = Path(places.library / "not there")
    monkeypatch.setattr(browser, "_places", lambda: Places((), nowhere, nowhere))
    browser.refresh()
    assert browser.none_yet.isVisible()
    assert not any(one.isEnabled() for one in browser.details.findChildren(QAbstractButton))


def test_the_keyboard_reaches_everything(qtbot, browser):
    browser.activateWindow()
    browser.cards.setFocus()
    press(qtbot, browser, Qt.Key.Key_Home)
    press(qtbot, browser, Qt.Key.Key_Right)
    assert browser.cards.card.listed.name == "Choir"
    reached, at = set(), browser.cards
    for _ in range(40):
        reached.add(at)
        at = at.nextInFocusChain()
    wanted = {browser.search, browser.kind, browser.order, browser.add, browser.details.tags, *browser.details.buttons}
    assert wanted <= reached
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in wanted)
