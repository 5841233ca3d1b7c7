"""Sounds are left out at once, written, and used again by undoing it."""

from __future__ import annotations

import dataclasses

import pytest

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import invented_report
from vschaos.data.left_out import LEFT_OUT_FILE, read_left_out, write_left_out
from vschaos_studio.services.left_out_sounds import LeftOutSounds
from vschaos_studio.state.history import History

ONE, TWO, THREE = (f"bell {place:04d}.wav" for place in range(3))


@pytest.fixture
def history():
    return History()


@pytest.fixture
def folder(tmp_path, history, notices):
    made = LeftOutSounds(history, notices, ImmediateTasks())
    made.open(invented_report(3, root=tmp_path))
    return made


def used(folder):
    return [sound.relative for sound in folder.report.files]


def test_sounds_are_left_out_and_used_again(folder, history, tmp_path):
    settled = []
    folder.settled.connect(settled.append)
    folder.leave_out([ONE, THREE])
    assert used(folder) == [TWO]
    assert read_left_out(tmp_path) == {ONE, THREE}
    assert history.undo_text.replace("\u00a0", " ") == "Leave out 2 sounds"
    folder.use([ONE, TWO])
    assert used(folder) == [ONE, TWO]
    assert history.undo_text.replace("\u00a0", " ") == "Use 1 sound again"
    history.undo()
    assert read_left_out(tmp_path) == {ONE, THREE}
    history.undo()
    assert used(folder) == [ONE, TWO, THREE]
    assert read_left_out(tmp_path) == frozenset()
    history.redo()
    assert used(folder) == [TWO]
    assert [len(report.files) for report in settled] == [1, 2, 1, 3, 1]


def test_what_changes_nothing_is_no_step(folder, history):
    folder.use([ONE])
    folder.leave_out([])
    assert not history.undo_text


def test_names_of_sounds_that_are_not_there_stay_in_the_list(folder, tmp_path):
    write_left_out(tmp_path, {"on another disk.wav"})
    folder.leave_out([ONE])
    assert read_left_out(tmp_path) == {ONE, "on another disk.wav"}


def test_what_cannot_be_written_is_taken_back(folder, history, tmp_path, notices):
    folder.leave_out([ONE])
    (tmp_path / LEFT_OUT_FILE).unlink()
    (tmp_path / LEFT_OUT_FILE).mkdir()
    posted = []
    notices.listen(posted.append)
    folder.leave_out([TWO])
    assert used(folder) == [TWO, THREE]
    assert "cannot be read" in posted[-1].sentence
    history.undo()
    assert used(folder) == [TWO, THREE]


def test_the_steps_of_a_folder_end_with_it_and_not_with_another_scan(folder, history, tmp_path):
    folder.leave_out([ONE])
    folder.open(dataclasses.replace(folder.report))
    assert history.undo_text
    folder.open(invented_report(2, root=tmp_path / "other"))
    assert not history.undo_text
