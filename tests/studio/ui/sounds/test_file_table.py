"""The table of sounds: what it shows, how it sorts, and that thousands of rows cost nothing."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import invented_report
from vschaos_studio.services.waveforms import COLUMNS, Waveforms
from vschaos_studio.ui.sounds.file_model import CHANNELS, LENGTH, NAME, RATE, TITLES, WAVEFORM
from vschaos_studio.ui.sounds.file_table import FileTable, outline


class Held:
    """Tasks that wait until the test lets them run."""

    def __init__(self):
        self.held = []

    def run_task(self, *task):
        self.held.append(task)
        return HeldTask()

    def run_one(self):
        return ImmediateTasks().run_task(*self.held.pop(0))


class HeldTask:
    running = True

    def cancel(self):
        self.running = False


@pytest.fixture
def table(qtbot, theme):
    made = FileTable(Waveforms(Held()), theme)
    qtbot.addWidget(made)
    made.resize(900, 400)
    return made


def column(table, number):
    model = table.model()
    return [model.data(model.index(row, number)) for row in range(model.rowCount())]


def test_each_file_has_its_row(table):
    table.show_files(invented_report(3).files)
    assert column(table, NAME) == ["bell 0000.wav", "bell 0001.wav", "bell 0002.wav"]
    assert column(table, LENGTH) == ["0:01.30", "0:01.20", "0:01.10"]
    assert [text.replace("\u00a0", " ") for text in column(table, RATE)] == ["44.1 kHz", "48 kHz", "44.1 kHz"]
    assert [text.replace("\u00a0", " ") for text in column(table, CHANNELS)] == ["mono", "stereo", "3 channels"]
    headings = [table.model().headerData(i, Qt.Orientation.Horizontal) for i in range(5)]
    assert tuple(headings) == TITLES


def test_sorting_goes_both_ways_and_the_selection_stays_with_its_file(table):
    table.show_files(invented_report(20).files)
    table.selectRow(4)
    table.sortByColumn(LENGTH, Qt.SortOrder.AscendingOrder)
    lengths = [table.files.file(row).duration_s for row in range(20)]
    assert lengths == sorted(lengths)
    assert table.files.file(table.currentIndex().row()).relative == "bell 0004.wav"
    table.sortByColumn(LENGTH, Qt.SortOrder.DescendingOrder)
    assert [table.files.file(row).duration_s for row in range(20)] == sorted(lengths, reverse=True)
    table.sortByColumn(RATE, Qt.SortOrder.AscendingOrder)
    rates = [table.files.file(row).sample_rate_hz for row in range(20)]
    assert rates == sorted(rates)
    table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert column(table, NAME) == sorted(column(table, NAME))


def test_new_files_keep_the_sorting(table):
    table.show_files(invented_report(3).files)
    table.sortByColumn(LENGTH, Qt.SortOrder.AscendingOrder)
    table.show_files(invented_report(5).files)
    lengths = [table.files.file(row).duration_s for row in range(5)]
    assert lengths == sorted(lengths)


def test_the_first_file_is_selected_and_none_when_there_is_none(table, qtbot):
    with qtbot.waitSignal(table.file_selected) as emitted:
        table.show_files(invented_report(2).files)
    assert emitted.args[0].relative == "bell 0000.wav"
    with qtbot.waitSignal(table.file_selected) as emitted:
        table.show_files(())
    assert emitted.args == [None]


def test_five_thousand_rows_open_and_sort_at_once(table, qtbot):
    files = invented_report(5000).files
    table.show()
    began = time.thread_time()
    table.show_files(files)
    table.grab()
    opened = time.thread_time() - began
    table.sortByColumn(LENGTH, Qt.SortOrder.AscendingOrder)
    table.grab()
    sorted_s = time.thread_time() - began - opened
    # The goal is 0.3 s of this thread's own time; five times that is a defect, however busy the machine is.
    assert opened < 1.5
    assert sorted_s < 1.5


def test_only_rows_on_screen_ask_for_waveforms(qtbot, theme):
    held = Held()
    waveforms = Waveforms(held)
    table = FileTable(waveforms, theme)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show_files(invented_report(5000).files)
    table.grab()
    assert 0 < len(held.held) + len(waveforms._waiting) < 20


def test_where_there_is_little_room_the_waveform_goes_first(table):
    table.show()
    table.resize(400, 300)
    assert table.isColumnHidden(WAVEFORM)
    table.resize(900, 300)
    assert not table.isColumnHidden(WAVEFORM)


def test_waveforms_are_computed_once_and_the_newest_wish_first(qtbot, tmp_path):
    held = Held()
    waveforms = Waveforms(held)
    paths = [tmp_path / f"{i}.wav" for i in range(5)]  # missing files: an empty waveform, never an error
    for path in paths:
        assert waveforms.peaks(path) is None
    ready = []
    waveforms.ready.connect(ready.append)
    while held.held:
        held.run_one()
    assert ready == [paths[place] for place in (0, 1, 4, 3, 2)]
    assert all(waveforms.peaks(path).shape == (2, 0) for path in paths)
    assert not held.held


def test_a_waveform_is_the_files_own(qtbot, tmp_path):
    import soundfile

    path = tmp_path / "half.wav"
    soundfile.write(path, np.concatenate([np.zeros(8000), np.full(8000, 0.5)]), 16000)
    waveforms = Waveforms(ImmediateTasks())
    waveforms.peaks(path)
    peaks = waveforms.peaks(path)
    assert peaks.shape == (2, COLUMNS)
    assert np.allclose(peaks[:, : COLUMNS // 2 - 1], 0)
    assert np.allclose(peaks[1, COLUMNS // 2 + 1 :], 0.5, atol=1e-3)


def test_the_outline_stays_in_its_place():
    area = QRectF(10, 20, 100, 40)
    loud = outline(np.array([[-3.0, -1.0], [3.0, 1.0]]), area).boundingRect()
    assert (loud.left(), loud.right(), loud.top(), loud.bottom()) == (10, 110, 20, 60)
    assert outline(np.zeros((2, 50)), area).boundingRect().height() == 1.0


def test_rows_find_their_files(table):
    files = invented_report(4).files
    table.show_files(files)
    table.sortByColumn(LENGTH, Qt.SortOrder.AscendingOrder)
    assert table.files.rows_of([files[3].relative, files[0].relative, "elsewhere"]) == [0, 3]
