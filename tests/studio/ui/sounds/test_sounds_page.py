"""The Sounds page with real folders, and every way in which a folder comes, goes and disappoints."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import real_folder
from vschaos_studio.services.tasks import ThreadTasks
from vschaos_studio.state.notices import Level
from vschaos_studio.ui.controls.sounds_drop import dropped_sounds
from vschaos_studio.ui.sounds.sounds_page import SoundsPage


class Waiting:
    """Tasks that begin and never end, until they are cancelled."""

    def __init__(self):
        self.running = True
        self.report_progress = None

    def run_task(self, function, on_done, on_error, on_progress=None):
        self.report_progress = on_progress
        return self

    def cancel(self):
        self.running = False


@pytest.fixture
def page(qtbot, notices, theme):
    made = SoundsPage(notices=notices, tasks=ImmediateTasks(), theme=theme)
    qtbot.addWidget(made)
    made.resize(1190, 730)
    made.show()
    return made


def mime(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(page, data):
    enter = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, enter)
    return enter.isAccepted()


def drop(page, data):
    drag(page, data)
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, event)


def test_it_begins_with_a_place_to_drop_on(page):
    assert page.drop_zone.isVisible()
    assert page.default_button() is page.drop_zone.choose


def test_a_dropped_folder_is_listed(page, tmp_path, qtbot):
    folder = real_folder(tmp_path / "bells")
    assert drag(page, mime(folder))
    assert page.drop_zone.heading.text() == "Drop to open it"
    with qtbot.waitSignal(page.dataset_ready) as emitted:
        drop(page, mime(folder))
    report = emitted.args[0]
    assert [file.relative for file in report.files] == [page.view.table.files.file(row).relative for row in range(3)]
    assert "3\u00a0sounds" in page.totals.text()
    assert "2\u00a0left out" in page.totals.text()
    assert page.view.train_button.isVisible()
    page.grab()


def test_a_waveform_is_drawn_once_it_is_seen(page, tmp_path):
    page.hide()
    page.open_folder(real_folder(tmp_path / "bells"))
    assert page.view.waveform.name.text()
    assert page.view.waveform.plot is None
    page.show()
    assert page.view.waveform.plot.isVisible()


def test_a_drag_that_leaves_changes_nothing(page, tmp_path):
    folder = real_folder(tmp_path / "bells")
    page.open_folder(folder)
    drag(page, mime(folder))
    assert page.drop_zone.isVisible()
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.drop_zone.isVisible()
    assert page.view.table.isVisible()


def test_what_is_no_sound_cannot_be_dropped(page, tmp_path):
    folder = real_folder(tmp_path / "bells")
    others = [tmp_path / "x.vschaos", tmp_path / "x.vsproject", tmp_path / "x.txt"]
    for other in others:
        other.write_bytes(b"")
    assert dropped_sounds(mime(folder / "b low.wav", others[0], tmp_path)) == (folder / "b low.wav", tmp_path)
    assert not drag(page, mime(*others))
    text = QMimeData()
    text.setText("hello")
    assert not drag(page, text)


def test_single_files_are_opened_without_the_rest_of_their_folder(page, tmp_path, notices):
    folder = real_folder(tmp_path / "bells")
    page.dropping.collections = tmp_path / "made"
    drop(page, mime(folder / "b low.wav", folder / "a high.flac"))
    assert [file.relative for file in page.report.files] == ["a high.flac", "b low.wav"]
    assert page.report.root.parent == tmp_path / "made"
    assert "the files stay where they are" in notices.posted[-1].sentence
    page.close_folder()
    drop(page, mime(folder / "b low.wav", folder / "a high.flac"))
    assert "open again" in notices.posted[-1].sentence
    assert len(list((tmp_path / "made").iterdir())) == 1


def test_several_folders_are_opened_together(page, tmp_path):
    folders = [real_folder(tmp_path / name) for name in ("bells", "gongs")]
    page.dropping.collections = tmp_path / "made"
    drop(page, mime(*folders))
    assert [file.relative.split("/")[0] for file in page.report.files] == ["bells"] * 3 + ["gongs"] * 3


def test_what_was_left_out_is_listed_with_reason_and_remedy(page, tmp_path):
    page.open_folder(real_folder(tmp_path / "bells"))
    sections, left_out = page.view.sections, page.view.left_out
    assert sections.tabs.tabText(2) == "Left out  2"
    sections.tabs.setCurrentIndex(2)
    assert left_out.isVisible()
    rows = [left_out.notes.index(row).data() for row in range(2)]
    emitted = {row.split("\n")[0]: row for row in rows}
    assert "text file" in emitted["notes.txt"]
    assert "0 bytes" in emitted["empty.wav"]


def test_every_row_of_what_was_left_out_fits_its_text(page, tmp_path):
    page.open_folder(real_folder(tmp_path / "bells"))
    view = page.view.left_out
    page.view.sections.show_panel(view)
    page.grab()
    for row in range(2):
        index = view.notes.index(row)
        assert view.visualRect(index).height() >= view.itemDelegate().sizeHint(None, index).height()
        assert view.visualRect(index).width() <= view.viewport().width()


def test_a_folder_without_sounds_is_reported_and_its_files_are_listed(page, tmp_path, notices, qtbot):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    ready = []
    page.dataset_ready.connect(ready.append)
    page.open_folder(tmp_path)
    assert ready == []
    assert notices.posted[-1].level is Level.ERROR
    assert notices.posted[-1].remedy
    assert page.view.left_out.isVisible()
    assert not page.view.train_button.isVisible()
    assert not page.view.table.isVisible()


def test_an_empty_folder_leaves_the_place_to_drop_on(page, tmp_path, notices):
    page.open_folder(tmp_path)
    assert "empty" in notices.posted[-1].sentence
    assert page.drop_zone.isVisible()


def test_a_folder_that_is_gone_is_reported_and_the_one_before_stays(page, tmp_path, notices):
    page.open_folder(real_folder(tmp_path / "bells"))
    page.open_folder(tmp_path / "gone")
    assert notices.posted[-1].level is Level.ERROR
    assert page.view.table.isVisible()
    assert page.report.root == tmp_path / "bells"


def test_scanning_again_finds_what_is_new(page, tmp_path, qtbot):
    folder = real_folder(tmp_path / "bells")
    page.open_folder(folder)
    (folder / "b low.wav").unlink()
    with qtbot.waitSignal(page.dataset_ready) as emitted:
        page.rescan()
    assert len(emitted.args[0].files) == 2


def test_closing_puts_the_folder_away(page, tmp_path, qtbot):
    page.open_folder(real_folder(tmp_path / "bells"))
    with qtbot.waitSignal(page.dataset_closed):
        page.close_folder()
    assert page.report is None
    assert page.drop_zone.isVisible()


def test_a_scan_shows_how_far_it_is_and_escape_ends_it(qtbot, notices, theme):
    tasks = Waiting()
    page = SoundsPage(notices=notices, tasks=tasks, theme=theme)
    qtbot.addWidget(page)
    page.show()
    page.open_folder(Path("/sounds/bells"))
    assert page.scanning.cancel.isVisible()
    tasks.report_progress(17, 5000)
    assert page.scanning.count.text() == "17 of 5,000 files"
    page.escape_button().click()
    assert not tasks.running
    assert page.drop_zone.isVisible()


def test_enter_goes_on_to_training(page, tmp_path, qtbot):
    page.open_folder(real_folder(tmp_path / "bells"))
    with qtbot.waitSignal(page.train_requested):
        qtbot.keyClick(page.view.table, Qt.Key.Key_Return)


def test_a_real_scan_in_worker_threads(qtbot, notices, theme, tmp_path):
    tasks = ThreadTasks()
    page = SoundsPage(notices=notices, tasks=tasks, theme=theme)
    qtbot.addWidget(page)
    page.resize(1190, 730)
    page.show()
    with qtbot.waitSignal(page.dataset_ready):
        page.open_folder(real_folder(tmp_path / "bells"))
    page.grab()
    files = page.report.files
    qtbot.waitUntil(lambda: all(page.waveforms.peaks(file.path) is not None for file in files))
    assert page.waveforms.peaks(files[0].path).shape[1] > 0
    assert tasks.shutdown()
