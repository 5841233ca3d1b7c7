"""Ticks and play buttons in the table of sounds, and the remedies of findings."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests import sounds
from tests.studio.immediate_tasks import ImmediateTasks
from vschaos.configs.schema import Mix
from vschaos.data.left_out import read_left_out
from vschaos.data.scan import scan_folder
from vschaos_studio.state.history import History
from vschaos_studio.ui.sounds import left_out
from vschaos_studio.ui.sounds.file_model import NAME
from vschaos_studio.ui.sounds.name_delegate import BEFORE_NAME, MARGIN, TICK
from vschaos_studio.ui.sounds.sounds_page import SoundsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "bells"
    for seed, name in enumerate(("a", "b", "c")):
        sounds.write(root / f"{name}.wav", sounds.noise(30.0 + 10 * seed, seed=seed))
    sounds.write(root / "copy.wav", sounds.noise(30.0))
    sounds.write(root / "silent.wav", 0 * sounds.noise(2.0))
    return root


@pytest.fixture
def history():
    return History()


@pytest.fixture
def page(qtbot, notices, theme, history, folder):
    made = SoundsPage(notices=notices, tasks=ImmediateTasks(), theme=theme, history=history)
    qtbot.addWidget(made)
    made.resize(1190, 730)
    made.show()
    made.open_folder(folder)
    return made


def used(page):
    return [file.relative for file in page.report.files]


def click(page, qtbot, row, across, double=False):
    table = page.view.table
    cell = table.visualRect(table.files.index(row, NAME))
    place = QPoint(cell.left() + across, cell.center().y())
    (qtbot.mouseDClick if double else qtbot.mouseClick)(table.viewport(), LEFT, pos=place)


ON_TICK, ON_PLAY = MARGIN + TICK // 2, BEFORE_NAME - 14


def row_of(page, name):
    return next(row for row in range(5) if page.view.table.files.file(row).relative == name)


def test_a_tick_leaves_out_a_sound_and_undo_uses_it_again(page, qtbot, folder, history):
    before = {path: path.read_bytes() for path in folder.glob("*.wav")}
    trained = []
    page.labels_settled.connect(lambda: trained.append(len(page.report.files)))
    click(page, qtbot, row_of(page, "b.wav"), ON_TICK)
    assert used(page) == ["a.wav", "c.wav", "copy.wav", "silent.wav"]
    assert read_left_out(folder) == {"b.wav"}
    assert scan_folder(folder) == page.report
    assert "4\u00a0sounds" in page.totals.text()
    assert "1\u00a0left out" in page.totals.text()
    assert page.view.table.files.rowCount() == 5
    assert trained[-1] == 4
    history.undo()
    assert len(used(page)) == 5
    assert {path: path.read_bytes() for path in folder.glob("*.wav")} == before


def test_a_tick_of_a_selected_sound_is_for_all_that_are_selected(page, qtbot, history):
    page.view.table.selectAll()
    click(page, qtbot, 1, ON_TICK)
    assert used(page) == []
    assert not page.view.train_button.isEnabled()
    assert len(page.view.table.selected_files()) == 5
    assert history.undo_text == "Leave out 5\u00a0sounds"
    qtbot.keyClick(page.view.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(used(page)) == 5
    assert page.view.train_button.isEnabled()


def test_a_screen_reader_ticks_as_well(page):
    files = page.view.table.files
    index = files.index(0, NAME)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert files.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert used(page) == ["b.wav", "c.wav", "copy.wav", "silent.wav"]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a.wav, left out"


def test_the_button_of_a_row_plays_it_and_stops_it(page, qtbot, folder):
    table = page.view.table
    asked, stopped = [], []
    page.audition_requested.connect(asked.append)
    page.audition_stopped.connect(lambda: stopped.append(True))
    click(page, qtbot, 2, ON_PLAY)
    wanted = str(table.files.file(2).path)
    assert asked == [wanted]
    assert table.current_file == table.files.file(2)
    page.sounding = lambda: wanted
    before = table.grab().toImage()
    page.refresh_playing()
    assert table.grab().toImage() != before
    click(page, qtbot, 2, ON_PLAY)
    assert stopped == [True]
    click(page, qtbot, 2, BEFORE_NAME + 20)
    assert len(asked) == 1
    page.sounding = str
    click(page, qtbot, 2, BEFORE_NAME + 20, double=True)
    assert asked == [wanted] * 2


def test_the_menu_of_a_sound_plays_it_or_leaves_it_out(page, folder):
    table = page.view.table
    table.make_current(row_of(page, "c.wav"), NAME)
    table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = page.leaving_out.menu
    texts = [action.text().replace("\u00a0", " ") for action in menu.actions() if action.text()]
    assert texts == ["Play", "Leave out 1 sound"]
    menu.actions()[-1].trigger()
    menu.close()
    assert read_left_out(folder) == {"c.wav"}


def finding(page, kind):
    panel = page.view.findings
    notes = panel.list.notes
    for row in range(notes.rowCount()):
        if notes.index(row).data(Qt.ItemDataRole.UserRole).subject.kind == kind:
            panel.list.setCurrentIndex(notes.index(row))
            return panel
    return None


def test_silent_sounds_are_left_out_by_their_finding(page, qtbot, history):
    panel = finding(page, "silence")
    assert panel.remedy.text() == "Leave out 1\u00a0sound"
    panel.remedy.click()
    assert "silent.wav" not in used(page)
    assert finding(page, "silence") is None
    history.undo()
    assert finding(page, "silence") is not None


def test_of_copies_the_best_is_kept_by_their_finding(page):
    finding(page, "duplicate").remedy.click()
    assert used(page) == ["a.wav", "b.wav", "c.wav", "silent.wav"]
    assert finding(page, "duplicate") is None


def test_channels_are_set_to_automatic_by_a_finding_and_undo_sets_them_back(page, tmp_path, history):
    wave = sounds.noise(3.0)
    sounds.write(tmp_path / "wide" / "x.wav", np.concatenate([wave, -wave]))
    sounds.write(tmp_path / "wide" / "y.wav", sounds.noise(3.0, seed=9))
    page.channels.choose(Mix.MEAN)
    page.open_folder(tmp_path / "wide")
    panel = finding(page, "cancelling") or finding(page, "silence")
    assert panel.remedy.text() == "Set channels to automatic"
    panel.remedy.click()
    assert page.report.mix is Mix.AUTO
    history.undo()
    assert page.report.mix is Mix.MEAN
    history.redo()
    assert page.report.mix is Mix.AUTO


def test_what_is_left_out_is_listed_and_found_in_the_table(page):
    page.left_out.leave_out(["c.wav"])
    view = page.view
    assert view.sections.tabs.tabText(2) == "Left out  1"
    view.sections.show_panel(view.left_out)
    assert "You have left it out" in view.left_out.notes.index(0).data()
    view.left_out.setCurrentIndex(view.left_out.notes.index(0))
    view.left_out.chosen.emit(view.left_out.subject)
    assert view.table.current_file.relative == "c.wav"


def test_of_very_many_that_are_left_out_some_are_listed_and_the_rest_is_counted(page, monkeypatch):
    monkeypatch.setattr(left_out, "MOST_SOUNDS", 2)
    page.left_out.leave_out(["a.wav", "b.wav", "c.wav"])
    page.view.sections.show_panel(page.view.left_out)
    titles = [page.view.left_out.notes.index(row).data().split("\n")[0] for row in range(3)]
    assert titles == ["a.wav", "b.wav", "and 1\u00a0more sound"]


def test_labels_of_sounds_that_are_left_out_stay(page, folder, qtbot):
    (folder / "metadata" / "pitch").mkdir(parents=True)
    (folder / "metadata" / "pitch" / "metadata.txt").write_text("a.wav\t3\nb.wav\t4\n")
    page.rescan()
    page.left_out.leave_out(["a.wav"])
    page.rescan()
    QApplication.processEvents()
    assert set(page.desk.labels.entries["pitch"]) == {"a.wav", "b.wav"}
    assert used(page) == ["b.wav", "c.wav", "copy.wav", "silent.wav"]
