"""The folders of sounds of a project, and its copy of their labels."""

import shutil

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QFileDialog

from vschaos.data.labels.files import read_labels
from vschaos.data.labels.model import Task
from vschaos_studio.services.project_file import ProjectFile
from vschaos_studio.state.label_edits import AddTask, RemoveTask, SetLabel
from vschaos_studio.state.project import Project

KIND = Task("kind", "int", ("low", "high"))


@pytest.fixture
def folders(tmp_path):
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        for sound in "abc":
            soundfile.write(folder / f"{sound}.wav", 0.1 * np.sin(np.arange(22050) * 0.1), 22050)
        made.append(folder)
    return made


@pytest.fixture
def opened(start, qtbot):
    """Start, and return a function that opens a folder and waits for its labels."""
    studio = start()
    sounds = studio.window.others.sounds

    def open_folder(folder):
        with qtbot.waitSignal(sounds.labels_settled):
            studio.window.open_sounds(folder)
        return studio

    return open_folder


def write(path, project):
    ProjectFile(path).write(project)
    return path


def entries(menu):
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def texts(menu):
    return [(action.text(), action.isChecked()) for action in entries(menu)]


def current(studio):
    return studio.projects.gather(studio.projects.project)


def label_all(studio, qtbot):
    desk = studio.window.others.sounds.desk
    assert desk.make(AddTask(KIND))
    assert desk.make(SetLabel("kind", ("a.wav", "b.wav"), "high"))
    qtbot.waitUntil(lambda: bool(current(studio).labels) and not desk.unwritten)
    qtbot.waitUntil(lambda: current(studio).labels[0].sounds == {"a.wav", "b.wav"})


def on_disk(folder):
    return read_labels(folder, None, ["a.wav", "b.wav", "c.wav"])[0].entries.get("kind", {})


def test_folders_of_the_project_are_in_a_menu(opened, folders, qtbot, tmp_path):
    studio = opened(folders[0])
    sounds = studio.window.others.sounds
    assert sounds.folders.isHidden()
    opened(folders[1])
    assert sounds.folders.isVisible()
    assert texts(sounds.folders.list) == [("two", True), ("one", False)]
    with qtbot.waitSignal(sounds.dataset_ready):
        entries(sounds.folders.list)[1].trigger()
    assert sounds.report.root == folders[0]
    assert current(studio).sounds == (folders[0], folders[1])
    # A folder that is closed stays in the menu, and is not opened at the next start.
    sounds.close_folder()
    assert texts(sounds.folders.list) == [("one", False), ("two", False)]
    assert current(studio).open_sounds is None
    shutil.rmtree(folders[1])
    assert texts(sounds.folders.list)[1:] == [("two (not there)", False), ("Remove those that are not there", False)]
    entries(sounds.folders.list)[2].trigger()
    assert current(studio).sounds == (folders[0],)


def test_a_project_comes_back_with_its_folders(start, folders, qtbot, tmp_path):
    studio = start(write(tmp_path / "song.vsproject", Project(sounds=(folders[1], folders[0]))))
    sounds = studio.window.others.sounds
    qtbot.waitUntil(lambda: sounds.report is not None)
    assert sounds.report.root == folders[1]
    assert not sounds.folders.isHidden()
    again = start(write(tmp_path / "closed.vsproject", Project(sounds=(folders[1],), sounds_closed=True)))
    assert again.window.others.sounds.report is None
    assert current(again).sounds == (folders[1],)
    assert again.window.notice_bar.shown is None


def test_a_folder_that_was_moved_is_found_again_with_its_labels(opened, start, folders, qtbot, tmp_path, monkeypatch):
    studio = opened(folders[0])
    label_all(studio, qtbot)
    studio.projects.flush()
    project, moved = studio.projects.path, folders[0].rename(tmp_path / "elsewhere")
    again = start(project)
    sounds = again.window.others.sounds
    assert "is not there" in again.window.notice_bar.shown.sentence
    assert current(again).sounds == (folders[0],)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(moved))
    with qtbot.waitSignal(sounds.labels_settled):
        again.window.notice_bar.action.click()
    assert sounds.report.root == moved
    assert sounds.desk.labels.tasks == (KIND,)
    assert current(again).sounds == (moved,)
    assert [one.folder for one in current(again).labels] == [moved]


def test_labels_that_a_folder_has_lost_are_offered_back(opened, folders, qtbot):
    studio = opened(folders[0])
    label_all(studio, qtbot)
    opened(folders[1])
    shutil.rmtree(folders[0] / "metadata")
    opened(folders[0])
    desk, bar = studio.window.others.sounds.desk, studio.window.notice_bar
    assert not desk.labels.tasks
    assert bar.shown.sentence.startswith("The project has labels for 2 of these sounds")
    bar.action.click()
    assert desk.labels.tasks == (KIND,)
    qtbot.waitUntil(lambda: not desk.unwritten)
    assert set(on_disk(folders[0])) == {"a.wav", "b.wav"}
    assert studio.history.undo_text == "Take over the labels of the project"
    studio.history.undo()
    qtbot.waitUntil(lambda: not desk.unwritten)
    assert not on_disk(folders[0])
    assert current(studio).labels[0].sounds == {"a.wav", "b.wav"}


def test_labels_that_the_user_removes_are_gone_from_the_project_too(opened, folders, qtbot):
    studio = opened(folders[0])
    label_all(studio, qtbot)
    assert studio.window.others.sounds.desk.make(RemoveTask("kind"))
    qtbot.waitUntil(lambda: not current(studio).labels)
    opened(folders[0])
    assert studio.window.notice_bar.shown is None


def test_labels_that_a_folder_cannot_take_are_kept_and_offered(opened, folders, qtbot, monkeypatch):
    from vschaos.errors import DatasetError
    from vschaos_studio.services.label_storage import LabelDisk

    studio = opened(folders[0])
    label_all(studio, qtbot)
    sounds, bar = studio.window.others.sounds, studio.window.notice_bar

    def refuse(*_):
        raise DatasetError("The folder is read-only.", "")

    with monkeypatch.context() as patch:
        patch.setattr(LabelDisk, "write", refuse)
        sounds.desk.make(SetLabel("kind", ("c.wav",), "low"))
        qtbot.waitUntil(lambda: current(studio).labels[0].unwritten)
        assert current(studio).labels[0].sounds == {"a.wav", "b.wav", "c.wav"}
        sounds.open_folder(folders[1])
        with qtbot.waitSignal(sounds.labels_settled):
            bar.action.click()  # discard them
    while bar.shown is not None:
        bar.dismiss()
    opened(folders[0])
    assert "could not be written" in bar.shown.sentence
    assert set(sounds.desk.labels.entries["kind"]) == {"a.wav", "b.wav"}
    bar.action.click()
    qtbot.waitUntil(lambda: not sounds.desk.unwritten)
    assert set(on_disk(folders[0])) == {"a.wav", "b.wav", "c.wav"}
    qtbot.waitUntil(lambda: not current(studio).labels[0].unwritten)


def test_the_empty_train_page_opens_the_sounds_of_the_program(start, qtbot, tmp_path):
    studio = start()
    sounds, train = studio.window.others.sounds, studio.window.others.train
    sounds.first_sounds.folder = tmp_path / "documents" / "First sounds"
    studio.window.show_page(train)
    posted = []
    studio.notices.listen(posted.append)
    with qtbot.waitSignal(sounds.labels_settled):
        train.empty.first.click()
    assert len(sounds.report.sounds) == 24
    assert studio.window.page is train
    assert train.form.isVisible()
    assert [notice.sentence for notice in posted if "copies" in notice.sentence]
    assert current(studio).sounds == (sounds.first_sounds.folder,)
    sounds.close_folder()
    posted.clear()
    with qtbot.waitSignal(sounds.labels_settled):
        sounds.drop_zone.first.click()
    assert not posted


def test_a_folder_is_chosen_from_the_empty_train_page(start, folders, qtbot, monkeypatch):
    studio = start()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folders[0]))
    studio.window.show_page(studio.window.others.train)
    with qtbot.waitSignal(studio.window.others.sounds.dataset_ready):
        studio.window.others.train.empty.button.click()
    assert studio.window.page is studio.window.others.sounds


def test_folders_of_one_name_are_distinguished(opened, folders, tmp_path):
    shutil.copytree(folders[0], tmp_path / "b & c" / "one")
    studio = opened(folders[0])
    opened(tmp_path / "b & c" / "one")
    shown = [text for text, _ in texts(studio.window.others.sounds.folders.list)]
    assert shown == [f"one, in {tmp_path}/b && c", f"one, in {tmp_path}"]


def test_the_first_sounds_are_copied_once_where_the_button_is_clicked_fast(start, qtbot, tmp_path):
    studio = start()
    sounds = studio.window.others.sounds
    sounds.first_sounds.folder = tmp_path / "documents" / "First sounds"
    posted = []
    studio.notices.listen(posted.append)
    with qtbot.waitSignal(sounds.labels_settled):
        for _ in range(4):
            sounds.drop_zone.first.click()
    sounds.close_folder()
    with qtbot.waitSignal(sounds.labels_settled):
        sounds.drop_zone.first.click()
    assert [notice.sentence for notice in posted if "copied" in notice.sentence or "copies" in notice.sentence] == [
        f"These sounds are copies, in “{sounds.first_sounds.folder}”."
    ]
