"""The Sounds page: a folder comes in, each file is listed with what it is, or with why it is left out.

Scanning and waveforms run on worker threads; this page only starts them and shows what they bring.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vschaos.data.scan import ScanReport, require_sounds, scan_folder
from vschaos.errors import DatasetError, VschaosError
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.state.dataset import FORMATS, Totals, folder_name
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.pages.page import SPACING, Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.drop_zone import DropZone
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.file_table import FileTable
from vschaos_studio.ui.widgets.folder_drop import FolderDrop
from vschaos_studio.ui.widgets.left_out import LeftOut
from vschaos_studio.ui.widgets.roles import Card, button, label
from vschaos_studio.ui.widgets.waveform_view import WaveformView


class DatasetPage(Page):
    """Shows a folder of sounds.

    Signals
    -------
    dataset_ready
        A :class:`ScanReport` with at least one usable sound, when its scan has ended.
    dataset_closed
        The folder was put away.
    learn_requested
        The user wants to go on to learning.
    """

    dataset_ready = Signal(object)
    dataset_closed = Signal()
    learn_requested = Signal()

    def __init__(
        self, *, notices: Notices, tasks: TaskRunner, theme: Theme | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Sounds", parent)
        self._notices = notices
        self._tasks = tasks
        self._theme = theme or Theme()
        self._scan: RunningTask | None = None
        self._folder: Path | None = None
        self.report: ScanReport | None = None
        self._waveforms = Waveforms(tasks, self)
        self._build_header()
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.drop_zone = DropZone(self._theme, FORMATS)
        self.drop_zone.choose_pressed.connect(self.choose_folder)
        self._stack.addWidget(self.drop_zone)
        self._scanning = self._built_scanning()
        self._stack.addWidget(self._scanning)
        self._loaded = self._built_loaded()
        self._stack.addWidget(self._loaded)
        drop = FolderDrop(self)
        drop.hovering.connect(self._show_hovering)
        drop.dropped.connect(self.open_folder)
        self._present()

    # What the page can do

    def open_folder(self, folder: Path) -> None:
        """Scan this folder; its report replaces the one shown once it is there."""
        self.cancel_scan()
        self._folder = Path(folder)
        self._stage.setText(f"Listening to “{folder_name(self._folder)}”")
        self._count.setText("Looking for files…")
        self._bar.setRange(0, 0)
        self._stack.setCurrentWidget(self._scanning)
        self._present_header()
        self.cancel_button.setFocus()
        task = self._tasks.run_task(_Scan(self._folder).run, self._take_report, self._scan_failed, self._show_progress)
        self._scan = task if task.running else None

    def cancel_scan(self) -> None:
        """Give a running scan up; what was shown before is shown again."""
        if self._scan is not None:
            self._scan.cancel()
            self._scan = None
            self._present()

    def close_folder(self) -> None:
        """Put the folder away."""
        self.cancel_scan()
        self.report = None
        self._waveforms.clear()
        self._table.show_files(())
        self._present()
        self.drop_zone.choose.setFocus()
        self.dataset_closed.emit()

    def rescan(self) -> None:
        """Scan the same folder again."""
        if self.report is not None:
            self.open_folder(self.report.root)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        start = self.report.root if self.report is not None else Path.home()
        chosen = QFileDialog.getExistingDirectory(self, "Choose a folder of sounds", str(start))
        if chosen:
            self.open_folder(Path(chosen))

    def reveal_folder(self) -> None:
        """Show the folder in the system's file manager."""
        if self.report is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.report.root))):
            error = VschaosError("No file manager answered.", f"The folder is “{self.report.root}”.")
            self._notices.error(error)

    def default_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        return {self.drop_zone: self.drop_zone.choose, self._loaded: self.learn_button}.get(shown)

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.cancel_button if self._stack.currentWidget() is self._scanning else None

    # What workers bring

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done:,} of {total:,} files")

    def _take_report(self, report: ScanReport) -> None:
        self._scan = None
        try:
            require_sounds(report)
        except DatasetError as error:
            self._notices.error(error)
        self._waveforms.clear()
        self.report = report if report.files or report.rejected else None
        self._table.show_files(report.files)
        self._left_out.show_rejected(report.rejected)
        self._present()
        if report.files:
            self._table.setFocus()
            self.dataset_ready.emit(report)
        else:
            self.dataset_closed.emit()

    def _scan_failed(self, error: VschaosError) -> None:
        self._scan = None
        self._notices.error(error)
        self._present()

    # How it looks

    def _build_header(self) -> None:
        self._totals = label(role="muted")
        self._where = ElidedLabel(role="small")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._totals)
        words.addWidget(self._where)
        self.header.addLayout(words, 1)
        self._folder_buttons = [
            button("Show in folder", "quiet", tip="Open the folder in the file manager"),
            button("Scan again", "quiet", tip="Look again at every file of the folder"),
            button("Close", "quiet", tip="Put this folder away; its files stay as they are"),
            button("Other folder…", tip="Choose another folder of sounds"),
        ]
        actions = (self.reveal_folder, self.rescan, self.close_folder, self.choose_folder)
        for made, action in zip(self._folder_buttons, actions, strict=True):
            made.clicked.connect(action)
            self.header.addWidget(made)

    def _built_scanning(self) -> QWidget:
        card = Card()
        card.setMaximumWidth(560)
        card.setMinimumWidth(420)
        self._stage = ElidedLabel(role="heading")
        self._count = label(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress of the scan")
        self.cancel_button = button("Cancel")
        self.cancel_button.clicked.connect(self.cancel_scan)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self.cancel_button)
        card.body.setSpacing(12)
        card.body.addWidget(self._stage)
        card.body.addWidget(self._bar)
        card.body.addLayout(row)
        page = QWidget()
        across = QHBoxLayout(page)
        down = QVBoxLayout()
        down.addStretch(2)
        down.addWidget(card)
        down.addStretch(3)
        across.addStretch(1)
        across.addLayout(down)
        across.addStretch(1)
        return page

    def _built_loaded(self) -> QWidget:
        page = QWidget()
        self._waveform = WaveformView(self._tasks, self._theme)
        self._waveform.setFixedHeight(224)
        self._table = FileTable(self._waveforms, self._theme)
        self._table.file_selected.connect(self._waveform.show_file)
        self._left_out = LeftOut(self._theme)
        self._nothing = label("None of these files can be used.", "heading")
        self.learn_button = button("Learn an instrument from these sounds  →", "primary")
        self.learn_button.clicked.connect(self.learn_requested)
        side = QVBoxLayout()
        side.setSpacing(SPACING)
        side.addWidget(self._nothing)
        side.addWidget(self._waveform)
        side.addWidget(self._left_out, 1)
        side.addStretch(0)
        side.addWidget(self.learn_button)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._table, 13)
        row.addLayout(side, 8)
        return page

    def _present(self) -> None:
        report = self.report
        self._stack.setCurrentWidget(self.drop_zone if report is None else self._loaded)
        if report is not None:
            totals = Totals.of(report)
            self._totals.setText(totals.sentence())
            self._where.setText(str(report.root))
            usable = totals.files > 0
            self._nothing.setVisible(not usable)
            self._waveform.setVisible(usable)
            self._table.setVisible(usable)
            self.learn_button.setVisible(usable)
        self._present_header()

    def _present_header(self) -> None:
        shown = self._stack.currentWidget() is self._loaded
        for widget in (self._totals, self._where, *self._folder_buttons):
            widget.setVisible(shown)

    def _show_hovering(self, hovering: bool) -> None:
        if self._stack.currentWidget() is self._scanning:
            return
        self.drop_zone.show_hovering(hovering)
        shown = self.drop_zone if hovering or self.report is None else self._loaded
        self._stack.setCurrentWidget(shown)
        self._present_header()


class _Scan:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, context: TaskContext) -> ScanReport:
        return scan_folder(self._folder, on_progress=context.progress, cancelled=context.cancelled)
