"""The Learn page with a trainer that speaks the protocol: start, watch, stop, cancel, failure, quitting."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.studio.children import fake_child
from tests.studio.reports import invented_report
from vschaos.data.scan import ScanReport
from vschaos_studio.settings.table import RUNS_FOLDER
from vschaos_studio.state.notices import Level
from vschaos_studio.state.training import MAX_NAME, Phase
from vschaos_studio.ui.pages.train_page import TrainPage, default_runs_folder


@pytest.fixture
def make(qtbot, notices, settings, theme, clock):
    pages = []

    def page(scenario="complete", report=None):
        made = TrainPage(notices=notices, settings=settings, launcher=fake_child(scenario), theme=theme, clock=clock)
        qtbot.addWidget(made)
        made.resize(1190, 730)
        made.show()
        made.set_dataset(invented_report(3) if report is None else report)
        pages.append(made)
        return made

    yield page
    for made in pages:
        made.shutdown()
        made.progress.curves._redraw.stop()


def until_ended(qtbot, page):
    qtbot.waitUntil(lambda: page.state.phase in (Phase.ENDED, Phase.FAILED), timeout=20_000)


def test_without_sounds_it_says_where_to_begin(qtbot, make):
    page = make(report=ScanReport(Path("/empty")))
    assert page._empty.isVisible()
    with qtbot.waitSignal(page.sounds_requested):
        page.default_button().click()
    page.set_dataset(None)
    assert page._empty.isVisible()


def test_the_name_follows_the_folder_until_one_is_typed(make):
    page = make()
    assert page.form.name.text() == "bells"
    page.set_dataset(invented_report(2, root=Path("/sounds/Glöckchen: 鈴")))
    assert page.form.name.text() == "Glöckchen 鈴"
    page.form.name.setText("mine")
    page.set_dataset(invented_report(2))
    assert page.form.name.text() == "mine"


def test_without_a_name_nothing_starts(make):
    page = make()
    for name in ("", "  ", "///", ".."):
        page.form.name.setText(name)
        assert not page.form.start.isEnabled()
        assert page.form.request() is None
    page.start()
    assert page.state.phase is Phase.IDLE


def test_the_request_is_what_the_form_says(make, settings):
    page = make()
    page.form.name.setText("x" * 200)
    page.form._cards[1].radio.click()
    request = page.form.request()
    assert (len(request.name), request.configuration, request.root) == (MAX_NAME, "dgt_mid", Path("/sounds/bells"))
    assert request.rundir == default_runs_folder()


def test_another_folder_is_remembered(make, settings, tmp_path):
    page = make()
    page.form.set_rundir(tmp_path)
    page.form.folder_chosen.emit(tmp_path)
    assert page.form.request().rundir == tmp_path
    assert settings.get(RUNS_FOLDER) == str(tmp_path)


def test_a_whole_training(make, qtbot, notices):
    page = make("complete")
    saved = []
    page.instrument_saved.connect(lambda path, hear: saved.append((path, hear)))
    page.form.start.click()
    assert page.progress.isVisible()
    until_ended(qtbot, page)
    assert saved == [("/runs/bells/version_0/last.vschaos", True)]
    assert "Done: 40 steps, 6.5 dB" in page.progress.outcome.text()
    assert page._history.step == [10, 20, 30, 40]
    assert page._history.held_out_db == [6.5]
    assert [notice.level for notice in notices.posted] == [Level.WARNING, Level.INFO]
    assert page.progress.play.isVisible()
    assert page.default_button() is page.progress.play
    with qtbot.waitSignal(page.play_requested) as told:
        page.progress.play.click()
    assert told.args == ["/runs/bells/version_0/last.vschaos"]
    with qtbot.waitSignal(page.export_requested):
        page.progress.export.click()
    page.grab()
    page.progress.again.click()
    assert page.form.isVisible()
    assert page.form.name.text() == "bells"


def test_who_does_not_want_to_hear_it_is_not_made_to(make, qtbot):
    page = make("complete")
    page.progress.hear.setChecked(False)
    with qtbot.waitSignal(page.instrument_saved, timeout=20_000) as told:
        page.start()
    assert told.args[1] is False
    until_ended(qtbot, page)


def test_while_it_learns_figures_and_the_latest_instrument_are_there(make, qtbot, clock):
    page = make("obey")
    assert not page.progress.play_latest.isEnabled()
    with qtbot.waitSignal(page.instrument_saved, timeout=20_000):
        page.start()
    clock.now += 65
    page._present()
    figures = {name: value.text() for name, value in page.progress.figures.items()}
    assert figures["Time so far"] == "1 min 05 s"
    assert figures["Sound learned per second"] == "180 s"
    assert figures["Latent dimensions in use"] == "5"
    assert page.progress.steps.text() == "Step 10 of 40 · 25 %"
    assert page.progress.eta.text() == "about a minute left"
    with qtbot.waitSignal(page.play_requested):
        page.progress.play_latest.click()
    assert page.default_button() is None  # Enter must not end a training
    page.set_dataset(invented_report(1, root=Path("/other")))
    page.show_form()
    assert page.progress.isVisible()
    page.progress.stop.click()
    assert not page.progress.stop.isEnabled()
    until_ended(qtbot, page)
    assert "Stopped after 11 steps" in page.progress.outcome.text()
    assert page.progress.play.isVisible()


def test_cancelling_asks_first_and_escape_goes_back(make, qtbot):
    page = make("obey")
    with qtbot.waitSignal(page.instrument_saved, timeout=20_000):
        page.start()
    page.progress.cancel.click()
    assert page.progress.throw_away.isVisible()
    assert page.default_button() is page.progress.keep_going
    page._present()
    assert page.progress.throw_away.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.progress.stop.isVisible()
    page.progress.cancel.click()
    page.progress.throw_away.click()
    until_ended(qtbot, page)
    assert "Nothing was kept" in page.progress.outcome.text()
    assert not page.progress.play.isVisible()
    assert not page._patience.isActive()


def test_stopping_while_the_sounds_are_prepared(make, qtbot):
    page = make("obey_early")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.PREPARING, timeout=20_000)
    page.progress.stop.click()
    until_ended(qtbot, page)
    assert not page.progress.play.isVisible()


def test_a_trainer_that_does_not_answer_a_cancel_is_ended(make, qtbot):
    page = make("deaf")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.PREPARING, timeout=20_000)
    page.cancel()
    assert page._patience.isActive()
    page._lose_patience()
    until_ended(qtbot, page)
    assert page.state.phase is Phase.ENDED


def test_a_failure_is_told_and_the_settings_are_kept(make, qtbot, notices):
    page = make("no_memory")
    page.form.name.setText("my bells")
    page.start()
    until_ended(qtbot, page)
    assert "out of memory" in page.progress.outcome.text()
    assert page.progress.remedy.text()
    assert notices.posted[-1].level is Level.ERROR
    assert not page.progress.play.isVisible()
    page.default_button().click()
    assert page.form.isVisible()
    assert page.form.request().name == "my bells"


def test_what_was_saved_before_a_crash_can_be_played(make, qtbot):
    page = make("crash")
    page.start()
    until_ended(qtbot, page)
    assert page.state.phase is Phase.FAILED
    assert page.progress.play.isVisible()
    assert "can be played" in page.progress.remedy.text()


def test_one_training_follows_another(make, qtbot):
    page = make("complete")
    for _ in range(2):
        page.show_form()
        page.start()
        until_ended(qtbot, page)
        assert page._history.step == [10, 20, 30, 40]


def test_quitting_ends_the_trainer(make, qtbot):
    page = make("obey")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.LEARNING, timeout=20_000)
    thread = page._thread
    page.shutdown()
    assert thread.isFinished()
    QCoreApplication.processEvents()


@pytest.mark.parametrize("size", [(1190, 730), (940, 630), (1830, 1000)])
def test_no_text_of_the_form_is_cut(make, size):
    page = make()
    page.resize(*size)
    page.grab()
    for card in page.form._cards:
        assert card.height() >= card.minimumSizeHint().height()
        assert card.width() >= card.minimumSizeHint().width()
