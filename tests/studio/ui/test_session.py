"""The window and the project: what was there is there again, and what was interrupted can go on."""

import shutil

import msgspec
import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QFileDialog, QMenu

from vschaos.data.labels.model import Task
from vschaos_studio.services.project_file import ProjectFile
from vschaos_studio.services.set_names import set_name
from vschaos_studio.settings.table import DATASET_FOLDER, INSTRUMENT
from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.state.interrupted import PitchExtraction
from vschaos_studio.state.label_edits import AddTask
from vschaos_studio.state.project import Place, Project, ProjectExport, ProjectInstrument, ProjectTraining, Work, set_in
from vschaos_studio.state.training_request import TrainingRequest

SET = b'{"format": "vschaos set", "version": 1, "snapshots": {"3": {"latent": [0.5, 0, 0, 0, 0]}}}'


@pytest.fixture
def sounds(tmp_path):
    folder = tmp_path / "sounds"
    folder.mkdir()
    soundfile.write(folder / "a.wav", 0.1 * np.sin(np.arange(22050) * 0.1), 22050)
    return folder


def write(path, project):
    ProjectFile(path).write(project)
    return path


def test_the_program_comes_back_as_it_was_left(start, qtbot, instrument_file, sounds, tmp_path):
    other = shutil.copy(instrument_file, tmp_path / "other.vschaos")
    studio = start()
    studio.window.open_instrument(other)
    studio.window.play.controller.move_all((0.1, 0.2, 0.3, 0.4, 0.5))
    studio.window.play.controller.move("noise", (0.25,))
    with qtbot.waitSignal(studio.window.others.sounds.dataset_ready):
        studio.window.open_sounds(sounds)
    again = start()
    with qtbot.waitSignal(again.window.others.sounds.dataset_ready):
        pass
    assert again.window.page is again.window.others.sounds
    assert again.window.others.sounds.report.root == sounds
    play = again.window.play
    assert str(play.instrument) == str(other)
    assert play.view.latent == (0.1, 0.2, 0.3, 0.4, 0.5)
    assert play.view["noise"] == 0.25
    assert not play.view.playing
    assert [one.name for one in (tmp_path / "projects").iterdir()] == ["Untitled.vsproject"]
    assert again.projects.name == "Untitled"


def test_snapshots_come_back_too_and_the_place_reaches_the_engine(start, qtbot, instrument_file, tmp_path):
    path = write(
        tmp_path / "song.vsproject",
        Project(instruments=(ProjectInstrument(instrument_file, "Test bells", Place((0.5, 0.0, 0.0, 0.0, -1.0)),
                                               msgspec.Raw(SET)),)),
    )  # fmt: skip
    studio = start(path, engine=True)
    qtbot.waitUntil(lambda: studio.bridge.status is not None and studio.bridge.status.stored == (3,))
    qtbot.waitUntil(lambda: studio.bridge.status.latent == (0.5, 0.0, 0.0, 0.0, -1.0))
    studio.window.play.store_snapshot(3)
    studio.window.play.store_snapshot(4)
    qtbot.waitUntil(lambda: studio.bridge.status.stored == (3, 4))
    again = start(engine=True)
    qtbot.waitUntil(lambda: again.bridge.status is not None and again.bridge.status.stored == (3, 4))
    assert again.projects.path == path


def test_another_project_replaces_what_is_shown(start, qtbot, instrument_file, sounds, tmp_path):
    studio = start(engine=True)
    with qtbot.waitSignal(studio.window.others.sounds.dataset_ready):
        studio.window.open_sounds(sounds)
    studio.window.play.store_snapshot(1)
    qtbot.waitUntil(lambda: studio.history.undo_text == "Store snapshot 1")
    # Not even what was done just now is left behind.
    studio.window.play.store_snapshot(2)
    studio.projects.new()
    assert studio.projects.name == "Untitled 2"
    assert studio.window.others.sounds.report is None
    assert not studio.history.undo_text
    qtbot.waitUntil(lambda: studio.bridge.status.stored == ())
    with qtbot.waitSignal(studio.window.others.sounds.dataset_ready):
        assert studio.projects.open(tmp_path / "projects" / "Untitled.vsproject")
    qtbot.waitUntil(lambda: studio.bridge.status.stored == (1, 2))
    # Nothing was done in it: it leaves nothing.
    assert [one.name for one in (tmp_path / "projects").iterdir()] == ["Untitled.vsproject"]


def test_what_there_was_before_projects_is_taken_over(start, qtbot, settings, instrument_file, sounds, tmp_path):
    (tmp_path / "sets").mkdir()
    before = tmp_path / "sets" / set_name("Test bells", instrument_file)
    before.write_bytes(SET)
    settings.set(INSTRUMENT, str(instrument_file))
    settings.set(DATASET_FOLDER, str(sounds))
    studio = start(engine=True)
    qtbot.waitUntil(lambda: studio.bridge.status is not None and studio.bridge.status.stored == (3,))
    assert studio.projects.gather(studio.projects.project).sounds == (sounds,)
    studio.shutdown()
    kept = ProjectFile(tmp_path / "projects" / "Untitled.vsproject").read()
    assert set_in(bytes(kept.instruments[0].set), before) == set_in(SET, before)
    assert before.read_bytes() == SET


def test_missing_files_are_named_and_nothing_of_them_is_lost(start, instrument_file, tmp_path):
    gone = ProjectInstrument(tmp_path / "gone.vschaos", "Gone", Place((0.5,)), msgspec.Raw(SET))
    path = write(tmp_path / "song.vsproject", Project(sounds=(tmp_path / "away",), instruments=(gone,)))
    studio = start(path)
    bar, sentences = studio.window.notice_bar, []
    while bar.shown is not None:
        sentences.append(bar.shown.sentence)
        bar.dismiss()
    assert any("“Gone”" in one for one in sentences)
    assert any("away" in one for one in sentences)
    assert studio.window.play.instrument == instrument_file
    studio.shutdown()
    kept = ProjectFile(path).read()
    assert kept.sounds == (tmp_path / "away",)
    assert kept.instrument(gone.file) == gone


def test_an_instrument_that_was_moved_is_found_with_its_snapshots(start, instrument_file, tmp_path, qtbot, monkeypatch):
    gone = ProjectInstrument(tmp_path / "gone.vschaos", "Gone", Place((0.5,) * 5), msgspec.Raw(SET))
    studio = start(write(tmp_path / "song.vsproject", Project(instruments=(gone,))), engine=True)
    moved = shutil.copy(instrument_file, tmp_path / "moved.vschaos")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (moved, ""))
    assert studio.bridge.status.stored == ()
    studio.window.notice_bar.action.click()
    qtbot.waitUntil(lambda: studio.bridge.status.stored == (3,))
    assert studio.window.play.view.latent == (0.5,) * 5
    names = [one.file.name for one in studio.projects.gather(studio.projects.project).instruments]
    assert names == ["moved.vschaos", "Test bells.vschaos"]


def test_a_damaged_project_is_named_and_another_begins(start, settings, tmp_path):
    (tmp_path / "song.vsproject").write_text("nonsense")
    studio = start(tmp_path / "song.vsproject")
    assert "song.vsproject" in studio.window.notice_bar.shown.sentence
    assert studio.projects.name == "Untitled"
    assert (tmp_path / "song.vsproject").read_text() == "nonsense"


def a_request(tmp_path, name="Bells"):
    return TrainingRequest(name, "dgt_small", tmp_path / "sounds", tmp_path / "runs")


def test_what_was_interrupted_can_go_on(start, sounds, instrument_file, tmp_path, monkeypatch):
    run = tmp_path / "runs" / "Bells" / "version_0"
    (run / "checkpoints").mkdir(parents=True)
    (run / "checkpoints" / "last.ckpt").touch()
    project = Project(
        sounds=(sounds,),
        searching_pitch=True,
        trainings=(
            ProjectTraining.of(a_request(tmp_path), Work.RUNNING, str(run), 0.28),
            ProjectTraining.of(a_request(tmp_path, "Bowls"), Work.RUNNING),
            ProjectTraining.of(a_request(tmp_path, "Drums"), Work.WAITING),
        ),
        exports=(ProjectExport(Work.RUNNING, instrument_file, tmp_path / "out", "bells"),),
    )
    studio = start(write(tmp_path / "song.vsproject", project))
    shown, train = studio.window.interrupted, studio.window.others.train
    assert [(item.text, item.verb) for item in shown.items] == [
        ("The training “Bells”, stopped at 28\u00a0%", "Continue"),
        ("The training “Bowls”", "Start again"),
        ("1\u00a0training in the queue: “Drums”", "Start"),
        ("The extraction of pitch in “sounds”", "Continue"),
        ("The export “bells”", "Export again"),
    ]
    asked, repeated = [], []
    monkeypatch.setattr(train, "ask", asked.append)
    monkeypatch.setattr(studio.window.others.export, "repeat", repeated.append)
    # Whatever is not gone on with is there the next time.
    kept = studio.projects.gather(studio.projects.project)
    assert [one.work for one in kept.trainings] == [Work.INTERRUPTED, Work.INTERRUPTED, Work.WAITING]
    assert kept.searching_pitch
    shown.rows[0][0].click()
    assert asked[0].arguments()[:2] == ("train", "resume")
    shown.rows[0][1].click()
    assert studio.projects.gather(kept).trainings[0].work is Work.ENDED
    shown.rows[0][0].click()
    assert asked[1].name == "Drums"
    assert not train.queue.waiting
    assert isinstance(shown.items[0].work, PitchExtraction)
    shown.rows[1][0].click()
    assert repeated[0].name == "bells"
    shown.rows[0][1].click()
    assert shown.isHidden()
    assert not studio.projects.gather(kept).exports


def test_one_history_for_all_pages_and_its_words_are_in_the_menu(start, qtbot, instrument_file, sounds):
    studio = start(engine=True)
    window, play = studio.window, studio.window.play
    undo, redo = (window.actions_by_id[id] for id in ("undo", "redo"))
    assert not undo.isEnabled()
    with qtbot.waitSignal(window.others.sounds.desk.settled):
        window.open_sounds(sounds)
    play.controller.move_all((0.5, 0.5, 0.5, 0.5, 0.5))
    play.store_snapshot(1)
    qtbot.waitUntil(lambda: undo.text() == "&Undo Store snapshot 1")
    window.others.sounds.labels.make(AddTask(Task("kind", "int", ("bell", "drum"))))
    assert undo.text() == "&Undo Add the label kind"
    assert window.others.sounds.view.bar.undo.isEnabled()
    play.controller.centre()
    assert undo.text() == "&Undo All axes to the start"
    assert play.snapshots.undo.isEnabled()
    undo.trigger()
    qtbot.waitUntil(lambda: redo.text() == "&Redo All axes to the start")
    assert play.view.latent == (0.5, 0.5, 0.5, 0.5, 0.5)
    undo.trigger()
    qtbot.waitUntil(lambda: redo.text() == "&Redo Add the label kind")
    assert not window.others.sounds.desk.labels.tasks
    undo.trigger()
    qtbot.waitUntil(lambda: studio.bridge.status.stored == ())
    assert not undo.isEnabled()
    redo.trigger()
    qtbot.waitUntil(lambda: studio.bridge.status.stored == (1,))
    redo.trigger()
    qtbot.waitUntil(lambda: bool(window.others.sounds.desk.labels.tasks))
    # The labels are gone from the window, and so are the steps that speak of them.
    window.others.sounds.close_folder()
    assert undo.text() == "&Undo Store snapshot 1"


def test_projects_in_the_menu(start, qtbot, sounds, tmp_path, monkeypatch):
    studio = start()
    window, projects = studio.window, studio.projects
    assert window.windowTitle() == "Untitled – vschaos studio"
    with qtbot.waitSignal(window.others.sounds.dataset_ready):
        window.open_sounds(sounds)
    projects.flush()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "song"), ""))
    window.actions_by_id["save_project_as"].trigger()
    assert window.windowTitle() == "song – vschaos studio"
    assert projects.path == tmp_path / "song.vsproject"
    assert not list((tmp_path / "projects").iterdir())
    window.actions_by_id["duplicate_project"].trigger()
    assert window.windowTitle() == "song 2 – vschaos studio"
    (recent,) = (menu for menu in window.findChildren(QMenu) if "recent" in menu.title())
    assert [entry.text() for entry in recent.actions()] == ["song"]
    recent.actions()[0].trigger()
    assert projects.name == "song"
    window.actions_by_id["new_project"].trigger()
    assert window.windowTitle() == "Untitled – vschaos studio"
    assert window.others.sounds.report is None
    monkeypatch.setattr(window.others.train, "unfinished", lambda: [UnfinishedWork("Training “Bells”", "It stops.")])
    window.open_project(tmp_path / "song.vsproject")
    assert "Training “Bells” is not finished" in window.notice_bar.shown.sentence
    assert projects.name == "Untitled"


def test_another_program_with_the_same_project_loses_nothing_and_neither_does_this_one(start, sounds, qtbot, tmp_path):
    path = write(tmp_path / "song.vsproject", Project(sounds=(sounds,)))
    studio = start(path)
    other = ProjectFile(path)
    other.write(msgspec.structs.replace(other.read(), page="export"))
    studio.window.play.controller.move_all((0.1, 0.2, 0.3, 0.4, 0.5))
    studio.projects.flush()
    assert "changed by another program" in studio.window.notice_bar.shown.sentence
    assert studio.window.windowTitle() == "song 2 – vschaos studio"
    assert ProjectFile(path).read().page == "export"
    mine = ProjectFile(tmp_path / "song 2.vsproject").read()
    assert mine.instruments[0].place.latent == (0.1, 0.2, 0.3, 0.4, 0.5)
