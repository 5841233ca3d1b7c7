"""The Train page with a trainer that speaks the protocol: start, watch, stop, cancel, failure, quitting."""

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.studio.children import fake_child
from tests.studio.conftest import an_instrument
from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import invented_report
from tests.studio.training_states import ENDED, HEARD, READY
from vschaos.data.scan import ScanReport, scan_folder
from vschaos.instrument.bundle import write_instrument
from vschaos.realtime.protocol import EngineStatus
from vschaos.training.trend import Trend
from vschaos_studio.settings.folders import default_runs_folder
from vschaos_studio.settings.table import RUNS_FOLDER, TRAINING_DETAILS
from vschaos_studio.state.notices import Level
from vschaos_studio.state.training import Phase, TrainingState
from vschaos_studio.state.training_advice import advise
from vschaos_studio.state.training_labels import LabelFacts, Use
from vschaos_studio.state.training_request import MAX_NAME, SIZES, ResumeRequest, TrainingRequest
from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.ui.train.closeness_meter import ClosenessMeter
from vschaos_studio.ui.train.train_page import TrainPage
from vschaos_studio.ui.train.training_progress import TrainerOrder


class FakePlayer:
    """Plays nothing, and says what it would play."""

    def __init__(self):
        self.path = ""

    @property
    def status(self):
        return EngineStatus(auditioning=self.path)

    def play_sound(self, path, *, onward=False):
        self.path, self.onward = path, onward

    def stop_sound(self):
        self.path = ""


@pytest.fixture
def player():
    return FakePlayer()


@pytest.fixture
def make(qtbot, notices, settings, theme, clock, player):
    pages = []

    def page(scenario="complete", report=None):
        made = TrainPage(
            notices=notices,
            settings=settings,
            launcher=fake_child(scenario),
            tasks=ImmediateTasks(),
            player=player,
            theme=theme,
            clock=clock,
        )
        qtbot.addWidget(made)
        made.resize(1190, 730)
        made.show()
        made.set_dataset(invented_report(3) if report is None else report)
        pages.append(made)
        return made

    yield page
    for made in pages:
        made.shutdown()
        made.progress.curves.timer.stop()


def until_ended(qtbot, page):
    qtbot.waitUntil(lambda: page.state.phase in (Phase.ENDED, Phase.FAILED))


def uses(page):
    """The use of each label, as chosen."""
    return {facts.name: use for facts, use in page.form.labels.chosen()}


def test_without_sounds_it_says_where_to_begin(qtbot, make):
    page = make(report=ScanReport(Path("/empty")))
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.sounds_requested):
        page.default_button().click()
    page.set_dataset(None)
    assert page.empty.isVisible()


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


def test_sounds_that_are_all_silent_are_not_trained_on_and_the_page_says_why(make, qtbot, tmp_path):
    for name in ("a.wav", "b.wav"):
        soundfile.write(tmp_path / name, np.zeros(22050), 22050)
    silence = scan_folder(tmp_path)
    assert len(silence.files) == 2
    page = make(report=silence)
    assert not page.form.start.isEnabled()
    assert "all of its sounds are silent" in page.form.why.text()
    assert page.form.request() is None
    assert {card.note.text() for card in page.form.kinds} == {""}
    page.form.show_times({size.configuration: "about 6 min" for size in SIZES})
    assert {card.note.text() for card in page.form.kinds} == {""}
    soundfile.write(tmp_path / "c.wav", np.sin(np.arange(22050) * 0.05), 22050)
    page.set_dataset(scan_folder(tmp_path))
    assert page.form.start.isEnabled()
    assert page.form.why.text() == ""
    assert all(card.note.text() for card in page.form.kinds)


def test_the_request_is_what_the_form_says(make, settings):
    page = make()
    page.form.name.setText("x" * 200)
    page.form.kinds[1].radio.click()
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
    assert "Done: 40\u00a0steps. How close: recognisable (6.5 dB)" in page.progress.outcome.text()
    assert page.history.step == [10, 20, 30, 40]
    assert page.history.held_out_db == [6.5]
    assert [notice.level for notice in notices.posted] == [Level.WARNING, Level.INFO]
    assert page.progress.play.isVisible()
    assert page.default_button() is page.progress.play
    with qtbot.waitSignal(page.play_requested) as emitted:
        page.progress.play.click()
    assert emitted.args == ["/runs/bells/version_0/last.vschaos"]
    with qtbot.waitSignal(page.export_requested):
        page.progress.export.click()
    page.grab()
    page.progress.again.click()
    assert page.form.isVisible()
    assert page.form.name.text() == "bells"


def test_who_does_not_want_to_hear_it_is_not_made_to(make, qtbot):
    page = make("complete")
    page.progress.hear.setChecked(False)
    with qtbot.waitSignal(page.instrument_saved) as emitted:
        page.start()
    assert emitted.args[1] is False
    until_ended(qtbot, page)


def test_during_a_training_figures_and_the_latest_instrument_are_there(make, qtbot, clock):
    page = make("obey")
    assert not page.progress.play_latest.isEnabled()
    with qtbot.waitSignal(page.instrument_saved):
        page.start()
    clock.now += 65
    page.refresh_view()
    figures = {name: value.text() for name, value in page.progress.figures.items()}
    assert figures["Sound processed per second"] == "180 s"
    assert figures["Latent dimensions in use"] == "5"
    assert page.progress.steps.text() == "Step 10 of 40 · 25 %"
    assert page.progress.eta.text() == "1 min 05 s so far · about a minute left"
    with qtbot.waitSignal(page.play_requested):
        page.progress.play_latest.click()
    assert page.default_button() is None  # Enter must not end a training
    page.set_dataset(invented_report(1, root=Path("/other")))
    assert page.progress.isVisible()
    page.progress.stop.click()
    assert not page.progress.stop.isEnabled()
    until_ended(qtbot, page)
    assert "Stopped after 11\u00a0steps" in page.progress.outcome.text()
    assert page.progress.play.isVisible()


def test_after_a_stop_it_can_be_played_while_its_phrases_are_learned(make, qtbot):
    page = make("learn_phrases")
    page.progress.hear.setChecked(False)
    page.start()
    qtbot.waitUntil(lambda: page.state.progress is not None)
    page.progress.stop.click()
    assert page.progress.note.text() == TrainerOrder.STOP.value
    qtbot.waitUntil(lambda: page.state.ready)
    assert page.state.phase.active
    assert page.progress.stage.text() == "Saved and ready to play; learning its phrases…"
    assert page.progress.play_latest.text() == "Play it"
    assert not page.progress.stop.isVisible()
    with qtbot.waitSignal(page.play_requested):
        page.progress.play_latest.click()
    with qtbot.waitSignal(page.instrument_saved) as saved:
        page.trainer.stop_and_keep()
    assert saved.args[1], "whoever plays it gets the phrases"
    until_ended(qtbot, page)
    assert page.progress.play.isVisible()


def test_cancelling_asks_first_and_escape_goes_back(make, qtbot):
    page = make("obey")
    with qtbot.waitSignal(page.instrument_saved):
        page.start()
    page.progress.cancel.click()
    assert page.progress.discard.isVisible()
    assert page.default_button() is page.progress.keep_going
    page.refresh_view()
    assert page.progress.discard.isVisible()
    page.escape_button().click()
    assert page.progress.stop.isVisible()
    page.progress.cancel.click()
    page.progress.discard.click()
    until_ended(qtbot, page)
    assert "Nothing was saved" in page.progress.outcome.text()
    assert not page.progress.play.isVisible()
    assert not page.cancel_timer.isActive()


def test_stopping_while_the_sounds_are_prepared(make, qtbot):
    page = make("obey_early")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.PREPARING)
    page.progress.stop.click()
    until_ended(qtbot, page)
    assert not page.progress.play.isVisible()


def test_a_trainer_that_does_not_answer_a_cancel_is_ended(make, qtbot):
    page = make("deaf")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.PREPARING)
    page.cancel()
    assert page.cancel_timer.isActive()
    page.cancel_timer.timeout.emit()
    until_ended(qtbot, page)
    assert page.state.phase is Phase.ENDED


def test_a_failure_is_reported_and_the_settings_are_kept(make, qtbot, notices):
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


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The folder of a run that has kept something to go on from."""
    folder = tmp_path / "runs" / "bells" / "version_2"
    (folder / "checkpoints").mkdir(parents=True)
    (folder / "checkpoints" / "last.ckpt").write_bytes(b"")
    monkeypatch.setenv("FAKE_RUN", str(folder))
    return folder


def test_going_on_is_the_first_thing_offered_after_a_failure_and_is_done_once(make, qtbot, notices, run, monkeypatch):
    page = make("crash")
    page.start()
    until_ended(qtbot, page)
    assert page.default_button() is page.progress.resume
    offered = notices.posted[-1]
    assert offered.remedy.startswith("Continue")
    asked = []
    monkeypatch.setattr(page.offers, "_ask", asked.append)
    page.default_button().click()
    offered.action.run()
    assert asked == [ResumeRequest("bells", run.parent, 2)]
    page.refresh_view()
    assert not page.progress.resume.isVisible()


def test_a_failure_that_left_nothing_cannot_be_gone_on_with(make, qtbot, notices):
    page = make("crash")
    page.start()
    until_ended(qtbot, page)
    assert not page.progress.resume.isVisible()
    assert notices.posted[-1].action is None
    assert page.progress.remedy.text().startswith("Start again")


def test_what_is_taken_out_of_the_queue_can_be_put_back(make, qtbot, notices):
    page = make("obey")
    page.start()
    qtbot.waitUntil(lambda: page.state.progress is not None)
    requests = [TrainingRequest(name, "dgt_small", Path("/s"), Path("/r")) for name in ("first", "second")]
    for request in requests:
        page.ask(request)
    page.setup.queue.removers[0].click()
    assert page.queue.waiting == (requests[1],)
    notices.posted[-1].action.run()
    assert page.queue.waiting == tuple(requests)


def test_closing_shows_what_becomes_of_a_training_and_of_those_that_wait(make, qtbot):
    page = make("obey")
    assert page.unfinished() == []
    page.start()
    qtbot.waitUntil(lambda: page.state.progress is not None)
    (training,) = page.unfinished()
    assert "bells" in training.what
    assert "is kept" in training.fate
    assert not training.lost
    page.ask(TrainingRequest("later", "dgt_small", Path("/s"), Path("/r")))
    assert "“later”" in page.unfinished()[1].what
    page.offers.remove_waiting(0)
    page.cancel()
    assert page.unfinished() == []
    until_ended(qtbot, page)
    assert page.unfinished() == []


def test_one_training_follows_another(make, qtbot):
    page = make("complete")
    for _ in range(2):
        page.show_form()
        page.start()
        until_ended(qtbot, page)
        assert page.history.step == [10, 20, 30, 40]


def test_quitting_ends_the_trainer(make, qtbot):
    page = make("obey")
    page.start()
    qtbot.waitUntil(lambda: page.state.phase is Phase.TRAINING)
    thread = page.trainer
    page.shutdown()
    assert thread.isFinished()
    QCoreApplication.processEvents()


@pytest.mark.parametrize("size", [(1190, 730), (1010, 690), (940, 630), (1830, 1000)])
def test_no_text_of_the_form_is_cut(make, size):
    page = make()
    page.resize(*size)
    page.form.show_labels((MOOD, PITCH, OCTAVE))
    page.form.show_times({"dgt_large": "about 54 min", "dgt_mid": "about 26 min"})
    page.grab()
    QApplication.processEvents()  # a scroll bar that has just come makes room for itself
    page.grab()
    for card in page.form.kinds:
        assert card.height() >= card.minimumSizeHint().height()
        assert card.width() >= card.minimumSizeHint().width()
    # Wider than its view, the form would move sideways when the Tab key goes through it.
    scroll = page.form.findChild(QScrollArea)
    assert scroll.widget().width() == scroll.viewport().width()


def test_how_close_it_is_and_where_it_leads_is_said_in_words(make, qtbot):
    page = make("complete")
    assert page.progress.closeness.accessibleName() == "How close: not known yet"
    page.start()
    until_ended(qtbot, page)
    assert page.progress.words.text() == "Recognisable"
    assert page.progress.closeness.accessibleName() == "How close: recognisable"
    assert page.progress.trend.text() == "Improving: more time makes it better."
    assert page.progress.figures["Held-out error"].text() == "6.5 dB, recognisable"


def test_the_hand_of_the_meter_moves_as_the_error_falls(qtbot, theme):
    meter = ClosenessMeter(theme)
    qtbot.addWidget(meter)
    meter.resize(400, meter.sizeHint().height())

    def green():
        shown = meter.grab().toImage()
        return sum(shown.pixelColor(x, 3).name() == theme.good for x in range(shown.width()))

    reached = [green()]
    for error_db in (15.0, 7.0, 5.0, 2.0):
        meter.show_error(error_db)
        reached.append(green())
    assert reached[0] == 0
    assert reached == sorted(set(reached))
    meter.show_error(0.0)
    assert green() > 350


def test_details_are_hidden_until_they_are_asked_for_and_that_is_remembered(make, qtbot, settings):
    page = make("complete")
    page.start()
    until_ended(qtbot, page)
    assert not page.progress.curves.isVisible()
    page.progress.details.click()
    assert page.progress.curves.isVisible()
    assert settings.get(TRAINING_DETAILS)
    assert make("complete").progress.details.isChecked()


@pytest.mark.parametrize(
    ("said_s", "minutes", "told"),
    [
        (400.0, 0, "It was said to take about 7 minutes, and took 6 min 00 s."),
        (3600.0, 0, "It was said to take about 1 hour; it took 6 min 00 s."),
        (400.0, 5, ""),
        (None, 0, ""),
    ],
)
def test_how_long_it_was_said_to_take_is_told_in_the_end(make, qtbot, clock, said_s, minutes, told):
    page = make("complete")
    if said_s is not None:
        page._show_times({"dgt_small": said_s})
    page.form.time.menu.setCurrentIndex(page.form.time.menu.findData(minutes))
    page.start()
    clock.now += 360
    until_ended(qtbot, page)
    assert page.progress.promise.text() == told
    assert page.progress.promise.isVisible() == bool(told)


def test_an_early_stop_is_reported(make, qtbot):
    page = make("flat")
    page.form.time.impatient.setChecked(True)
    assert not page.form.request().patient
    page.start()
    until_ended(qtbot, page)
    assert "Stopped early" in page.progress.outcome.text()
    assert page.progress.play.isVisible()


# Labels and time

PITCH, OCTAVE = LabelFacts("pitch", 12, 2, 3), LabelFacts("octave", 10, 2, 3)
MOOD = LabelFacts("mood", 3, 3, 3)


def test_without_labels_there_is_nothing_to_choose_and_no_keyboard(make):
    page = make()
    assert not page.form.labels.isVisible()
    keyboard = page.form.kinds[3]
    assert not keyboard.radio.isEnabled()
    assert "pitch or octave" in keyboard.radio.accessibleDescription()
    assert page.form.kind.title == "Sketch"


def show_labels(page, *facts):
    page.form.show_labels(facts)
    page.form.show_advice(advise(page._report, facts))


def test_pitch_and_octave_suggest_the_keyboard_until_the_hand_chooses(make):
    page = make()
    assert page.form.kind.title == "Sketch"
    show_labels(page, MOOD, OCTAVE, PITCH)
    assert page.form.kind.title == "Keyboard"
    assert page.form.kinds[3].mark.isVisible()
    assert "most of these sounds have pitch and octave" in page.form.advice.text()
    assert page.form.kinds[3].radio.accessibleDescription().startswith("Suggested. ")
    assert uses(page) == {"mood": Use.IGNORE, "octave": Use.PREDICT, "pitch": Use.PREDICT}
    page.form.kinds[1].radio.click()
    assert uses(page)["pitch"] is Use.IGNORE
    show_labels(page, MOOD, OCTAVE, PITCH)
    assert page.form.kind.title == "Full"
    assert page.form.kinds[3].mark.isVisible()
    show_labels(page, MOOD)
    assert page.form.kind.title == "Full"
    assert page.form.kinds[0].mark.isVisible()
    assert not page.form.kinds[3].radio.isEnabled()


def test_labels_that_somebody_made_become_controls_and_the_page_says_so(make):
    page = make()
    mine = LabelFacts("mood", 2, 6, 6)
    page.form.show_labels((mine,))
    assert uses(page) == {"mood": Use.PLAY}
    assert "“mood” becomes a control" in page.form.labels.offer.text()
    assert any("model.conditioning.mood" in argument for argument in page.form.request().arguments())
    page.form.kinds[1].radio.click()
    assert uses(page) == {"mood": Use.PLAY}
    menu = page.form.labels.menus["mood"]
    menu.setCurrentIndex(menu.findData(Use.IGNORE))
    menu.activated.emit(menu.currentIndex())
    page.form.show_labels((dataclasses.replace(mine, labelled=5),))
    assert uses(page) == {"mood": Use.IGNORE}
    assert not page.form.labels.offer.isVisible()


def test_the_chosen_labels_reach_the_trainer(make, qtbot):
    page = make()
    page.form.show_labels((MOOD, LabelFacts("bad", 0, 0, 3, refused="No sound has it.")))
    assert not page.form.labels.menus["bad"].isEnabled()
    menu = page.form.labels.menus["mood"]
    menu.setFocus()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert uses(page)["mood"] is Use.PLAY
    assert any("model.conditioning.mood" in argument for argument in page.form.request().arguments())
    page.form.kinds[1].radio.click()
    assert uses(page)["mood"] is Use.PLAY
    page.set_dataset(invented_report(2, root=Path("/sounds/other")))
    page.form.show_labels((MOOD,))
    assert uses(page)["mood"] is Use.IGNORE


def test_the_time_is_a_choice_or_any_number_of_minutes(make):
    page = make()
    time = page.form.time
    assert page.form.request().minutes == 0
    time.menu.setCurrentIndex(time.menu.findData(5))
    assert page.form.request().minutes == 5
    page.form.kinds[1].radio.click()
    assert (time.minutes, time.other.isVisible()) == (5, True)
    time.other.setValue(45)
    assert page.form.request().minutes == 45
    time.menu.setCurrentIndex(0)
    assert page.form.request().minutes == 0
    assert not time.other.isVisible()


def test_every_choice_of_the_form_has_a_name(make):
    page = make()
    page.form.show_labels((MOOD, PITCH, OCTAVE))
    for widget in (*page.form.labels.menus.values(), page.form.time.menu, page.form.time.other, page.form.name):
        assert widget.accessibleName()


def test_the_tab_key_goes_down_the_form_and_then_to_the_right(make):
    page = make()
    page.form.show_labels((MOOD, PITCH, OCTAVE))
    page.queue.add(TrainingRequest("second", "dgt_small", Path("/s"), Path("/r")))
    (row,) = show_past(page, PAST)
    page.refresh_view()
    stops = [*page.form.tab_stops(), page.setup.queue.show_it, *page.setup.queue.removers, row.resume, row.play]
    chain, widget = [], page.form.name
    while widget is not row.play:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    assert [one for one in chain if one in stops] == stops[:-1]
    assert set(page.form.labels.menus.values()) < set(stops)


# Earlier trainings

PAST = PastTraining("bells", 2, Path("/runs/bells/version_2"), "Sketch", 0.0, 40, 40, 3.0, "/runs/bells/last.vschaos")


def show_past(page, *past):
    page.setup.show_past(past, datetime(2026, 1, 1, tzinfo=UTC))
    return page.setup.past.rows


def test_an_earlier_training_can_be_gone_on_with_played_and_shown(make, qtbot, monkeypatch):
    page = make("go_on")
    assert not page.setup.past.isVisible()
    (row,) = show_past(page, PAST)
    assert page.setup.past.isVisible()
    assert not row.resume.isEnabled()
    assert "Choose under Time" in row.why.text()
    page.form.time.menu.setCurrentIndex(1)
    assert row.resume.isEnabled()
    with qtbot.waitSignal(page.play_requested) as emitted:
        row.play.click()
    assert emitted.args == ["/runs/bells/last.vschaos"]
    shown = []
    monkeypatch.setattr(
        "vschaos_studio.ui.local_urls.QDesktopServices.openUrl", lambda url: shown.append(url.toLocalFile())
    )
    row.folder.click()
    assert shown == ["/runs/bells/version_2"]
    row.resume.click()
    qtbot.waitUntil(lambda: page.state.started is not None)
    assert page.trainer.request == ResumeRequest("bells", Path("/runs/bells"), 2, 2)
    page.refresh_view()
    assert not page.progress.cancel.isEnabled(), "what was learned before is not thrown away"
    page.progress.stop.click()
    until_ended(qtbot, page)


def test_trainings_of_the_folder_are_looked_for(make, tmp_path):
    page = make()
    page.form.set_rundir(tmp_path)
    (tmp_path / "bells" / "version_0").mkdir(parents=True)
    write_instrument(tmp_path / "bells" / "version_0" / "last.vschaos", an_instrument())
    page.form.folder_chosen.emit(tmp_path)
    assert [row.past.version for row in page.setup.past.rows] == [0]
    assert not page.setup.past.rows[0].resume.isEnabled()


# Listening


def test_the_three_sounds_play_and_stop(make, qtbot, player):
    page = make("complete")
    listen = page.progress.listen
    assert not listen.buttons["walk"].isEnabled()
    page.start()
    until_ended(qtbot, page)
    for kind in ("original", "reconstruction", "walk"):
        listen.buttons[kind].click()
        assert player.path.endswith(f"20-{kind}.flac")
        page.listening.check()
        assert listen.buttons[kind].accessibleName().startswith("Stop")
    listen.buttons["walk"].click()
    assert player.path == ""
    page.listening.check()
    assert listen.buttons["walk"].accessibleName().startswith("Play")
    assert not page.listening.timer.isActive()


def test_before_and_after_switch_by_a_key_at_the_same_place(make, qtbot, player):
    page = make("complete")
    page.start()
    until_ended(qtbot, page)
    listen = page.progress.listen
    played = []
    for press in (listen.switch, listen.switch, listen.switch, listen.buttons["walk"].click, listen.switch):
        press()
        page.listening.check()
        played.append((player.path.split("-")[-1], player.onward))
    assert played == [
        ("original.flac", False),
        ("reconstruction.flac", True),
        ("original.flac", True),
        ("walk.flac", False),
        ("original.flac", False),
    ]


def test_the_key_works_while_the_training_is_shown_and_never_in_a_field(make, qtbot, player):
    page = make("complete")
    page.start()
    until_ended(qtbot, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert player.path.endswith("original.flac")
    player.path = ""
    page.show_form()
    page.form.name.setFocus()
    qtbot.keyClick(page.form.name, Qt.Key.Key_B)
    assert player.path == ""
    assert page.form.name.text().endswith("b")


def test_space_plays_and_leaving_the_page_stops(make, qtbot, player):
    page = make("complete")
    page.start()
    until_ended(qtbot, page)
    button = page.progress.listen.buttons["reconstruction"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert player.path
    page.listening.check()
    page.hide()
    assert player.path == ""


# The queue


def test_what_is_trained_next_waits_in_the_queue(make, qtbot):
    page = make("obey")
    with qtbot.waitSignal(page.instrument_saved):
        page.start()
    page.progress.train_next.click()
    assert page.form.isVisible()
    assert page.form.start.text() == "Train it next"
    page.form.name.setText("second")
    page.form.start.click()
    page.form.name.setText("third")
    page.form.start.click()
    page.resume(PAST)
    assert [request.name for request in page.queue.waiting] == ["second", "third", "bells"]
    assert page.setup.queue.isVisible()
    page.grab()
    assert page.setup.queue.removers[1].accessibleName() == "Remove third from the queue"
    page.setup.queue.removers[1].click()
    page.setup.queue.removers[1].click()
    assert [request.name for request in page.queue.waiting] == ["second"]
    page.escape_button().click()
    assert page.progress.isVisible()
    assert "then 1 more" in page.what.text()
    page.progress.stop.click()
    qtbot.waitUntil(lambda: page.name == "second" and page.state.instrument != "")
    assert isinstance(page.trainer.request, TrainingRequest)
    assert page.queue.waiting == ()
    page.progress.stop.click()
    until_ended(qtbot, page)
    assert page.form.start.text() == "Start training"


def test_a_failure_does_not_end_the_queue(make, qtbot):
    page = make("refuse")
    page.queue.add(TrainingRequest("second", "dgt_small", Path("/s"), Path("/r")))
    page.start()
    qtbot.waitUntil(lambda: page.name == "second" and page.state.phase is Phase.FAILED)


@pytest.mark.parametrize("size", [(1010, 690), (1190, 770)])
def test_texts_that_change_move_nothing(make, qtbot, size):
    page = make("complete")
    page.resize(*size)
    page.state = TrainingState(phase=Phase.TRAINING)
    page.show_progress()
    page.grab()
    kept = (page.progress.listen, page.progress.closeness, page.progress.details)
    places = [widget.geometry() for widget in kept]
    for trend in Trend:
        state = TrainingState(phase=Phase.TRAINING, held_out_db=3.0, trend=trend)
        page.progress.show_state(state, "bells", 1.0, TrainerOrder.NONE)
        page.grab()
        assert [widget.geometry() for widget in kept] == places


def test_a_training_can_start_from_an_instrument_of_its_kind(make, settings, tmp_path):
    made = an_instrument()
    facts = dataclasses.replace(made.card.training, configuration="dgt_small")
    card = dataclasses.replace(made.card, name="Bells", training=facts)
    path = tmp_path / "bells" / "version_3" / "last.vschaos"
    write_instrument(path, dataclasses.replace(made, card=card))
    settings.set(RUNS_FOLDER, str(tmp_path))
    page = make()
    menu = page.form.start_from
    assert page.form.request().start_from is None
    offered = [menu.itemText(place) for place in range(menu.count())]
    assert offered[0] == "Nothing"
    assert {"Bells", "Fifths"} <= set(offered)
    assert "Vespers" not in offered, "it is of another kind"
    menu.setCurrentIndex(offered.index("Bells"))
    assert page.form.request().start_from == path
    assert f"--from={path}" in page.form.request().arguments()
    page.show_form()
    assert page.form.request().start_from == path
    page.form.kinds[2].radio.click()
    assert page.form.request().start_from is None
    assert not menu.isEnabled()
    assert "no instrument of this kind" in menu.toolTip()


def test_it_can_be_played_before_the_training_has_ended_and_the_keys_stay_there(qtbot, make):
    page = make()
    progress = page.progress
    for state in (HEARD, READY):
        page.state = state
        page.show_progress()
        assert progress.stop.isVisible() == (state is HEARD)
    assert progress.play_latest.text() == "Play it"
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    progress.play_latest.setFocus()
    page.state = ENDED
    page.show_progress()
    assert progress.play.text() == "Play it"
    assert progress.play.hasFocus()
