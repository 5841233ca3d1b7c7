"""The Sounds page: a folder comes in, each file is listed with what it is, what labels say of it, and what is amiss.

Scanning, waveforms, labels and the doctor work on worker threads, the extraction of pitch in a process of its own;
this page only starts them and shows what they bring.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from vschaos.data.doctor_findings import Finding
from vschaos.data.scan import ScanReport, SoundFile, require_sounds, scan_folder
from vschaos.errors import DatasetError, VschaosError
from vschaos_studio.services.checkup import Checkup
from vschaos_studio.services.label_desk import LabelDesk
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.state.dataset import FORMATS, Totals, folder_name
from vschaos_studio.state.label_words import LabelChoice
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.pitch import PITCH_TASKS
from vschaos_studio.ui.pages.label_work import LabelWork
from vschaos_studio.ui.pages.page import Page
from vschaos_studio.ui.pages.pitch_work import PitchWork
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.drop_zone import DropZone
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.folder_drop import FolderDrop
from vschaos_studio.ui.widgets.roles import button, label
from vschaos_studio.ui.widgets.scan_card import ScanCard
from vschaos_studio.ui.widgets.sounds_view import SoundsView


class DatasetPage(Page):
    """Shows a folder of sounds.

    Signals
    -------
    dataset_ready
        A :class:`ScanReport` with at least one usable sound, when its scan has ended.
    dataset_closed
        The folder was put away.
    labels_settled
        The labels were read, or written after a change: the files say what is shown.
    learn_requested
        The user wants to go on to learning.
    audition_requested, audition_stopped
        The user wants to hear a sound, by its path; or no more.

    Parameters
    ----------
    launcher
        Starts the extraction of pitch; by default this very installation.
    sounding
        Tells the path of the sound that is heard now; empty: none.
    """

    dataset_ready = Signal(object)
    dataset_closed = Signal()
    labels_settled = Signal()
    learn_requested = Signal()
    audition_requested = Signal(str)
    audition_stopped = Signal()

    def __init__(
        self,
        *,
        notices: Notices,
        tasks: TaskRunner,
        launcher: Launcher | None = None,
        sounding: Callable[[], str] = str,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Sounds", parent)
        self._notices = notices
        self._tasks = tasks
        self._scan: RunningTask | None = None
        self._sounding = sounding
        self.report: ScanReport | None = None
        theme = theme or Theme()
        self._waveforms = Waveforms(tasks, self)
        self._build_header()
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.drop_zone = DropZone(theme, FORMATS)
        self.drop_zone.choose_pressed.connect(self.choose_folder)
        self.scanning = ScanCard()
        self.scanning.cancel_pressed.connect(self.cancel_scan)
        self.view = SoundsView(tasks, self._waveforms, theme)
        self.view.learn_button.clicked.connect(self.learn_requested)
        self.view.table.play_pressed.connect(self.audition)
        for side in (self.drop_zone, self.scanning, self.view):
            self._stack.addWidget(side)
        self._build_work(launcher or Launcher())
        drop = FolderDrop(self)
        drop.hovering.connect(self._show_hovering)
        drop.dropped.connect(self.open_folder)
        self._present()

    # What the page can do

    def open_folder(self, folder: Path) -> None:
        """Scan this folder; its report replaces the one shown once it is there."""
        self.cancel_scan()
        folder = Path(folder)
        self.scanning.begin(folder_name(folder))
        self._stack.setCurrentWidget(self.scanning)
        self._present_header()
        self.scanning.cancel.setFocus()
        progress = self.scanning.show_progress
        task = self._tasks.run_task(_Scan(folder).run, self._take_report, self._scan_failed, progress)
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
        self._put_away()
        self.report = None
        self.view.table.show_files(())
        self._present()
        self.drop_zone.choose.setFocus()
        self.dataset_closed.emit()

    def shutdown(self) -> None:
        """Before quitting: write what labels are not written yet."""
        self.desk.flush()

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

    def audition(self) -> None:
        """Let the current sound be heard, or end it if it is."""
        file: SoundFile | None = self.view.table.current_file
        if file is None:
            return
        if self._sounding() == str(file.path):
            self.audition_stopped.emit()
        else:
            self.audition_requested.emit(str(file.path))

    def extract_pitch(self) -> None:
        """Ask whether to extract pitch, and do."""
        if self.report is None or self.pitch.running:
            return
        self.desk.flush()
        labels = self.desk.labels
        labelled = any(labels.entries.get(name) for name in PITCH_TASKS)
        folders = tuple(f"metadata/{name}/" for name in PITCH_TASKS)
        problems = sum(problem.file.startswith(folders) for problem in self.desk.problems)
        self.pitch.ask(self.report.root, self.report.duration_s, labelled=labelled, problems=problems)

    def default_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        return {self.drop_zone: self.drop_zone.choose, self.view: self.view.learn_button}.get(shown)

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.scanning.cancel if self._stack.currentWidget() is self.scanning else None

    # What workers bring

    def _take_report(self, report: ScanReport) -> None:
        self._scan = None
        try:
            require_sounds(report)
        except DatasetError as error:
            self._notices.error(error)
        self._put_away()
        self.report = report if report.files or report.rejected else None
        self.view.show_report(report)
        self._present()
        if not report.files:
            self.dataset_closed.emit()
            return
        self.view.table.setFocus()
        self.labels.open(report)
        self.dataset_ready.emit(report)

    def _put_away(self) -> None:
        """End what is about the folder shown before."""
        self.pitch.cancel()
        self.labels.close()
        self.checkup.close()
        self._waveforms.clear()

    def _scan_failed(self, error: VschaosError) -> None:
        self._scan = None
        self._notices.error(error)
        self._present()

    def _examine(self) -> None:
        if self.report is not None:
            self.checkup.look(self.report, self.desk.labels, self.desk.problems)
        self.labels_settled.emit()

    def _show_sounds_of(self, finding: Finding) -> None:
        """Select the sounds that a finding is about; those that are not shown are shown then."""
        known = {file.relative for file in self.report.files} if self.report is not None else set()
        sounds = known.intersection(finding.files)
        if finding.files and not sounds:
            # It is about a file of labels.
            self.view.sections.show_panel(self.view.overview)
        elif self.view.table.select_sounds(sounds) < len(sounds):
            self.view.bar.choose(LabelChoice())
            self.view.table.select_sounds(sounds)

    def _lock_pitch(self) -> None:
        self.labels.lock(PITCH_TASKS)

    def _take_pitch(self, written: bool) -> None:
        self.labels.lock(())
        if written:
            self.desk.take_from_disk("Extract pitch")

    # How it looks

    def _build_work(self, launcher: Launcher) -> None:
        """Make what works on the folder, and connect it with what shows it."""
        view = self.view
        self.desk = LabelDesk(self._notices, self._tasks, self)
        self.labels = LabelWork(
            desk=self.desk, notices=self._notices, table=view.table, bar=view.bar, overview=view.overview, page=view
        )
        self.checkup = Checkup(self._notices, self._tasks, self)
        self.pitch = PitchWork(
            launcher=launcher, tasks=self._tasks, notices=self._notices, strip=view.bar.pitch, page=view
        )
        self.desk.changed.connect(self._present_problems)
        self.desk.settled.connect(self._examine)
        self.checkup.diagnosed.connect(view.show_diagnosis)
        view.findings.chosen.connect(self._show_sounds_of)
        view.findings.ignored.connect(self.checkup.ignore)
        view.findings.brought_back.connect(self.checkup.bring_back)
        view.bar.pitch.pressed.connect(self.extract_pitch)
        self.pitch.started.connect(self._lock_pitch)
        self.pitch.ended.connect(self._take_pitch)

    def _present_problems(self) -> None:
        self.view.show_problems(self.desk.problems)

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

    def _present(self) -> None:
        report = self.report
        self._stack.setCurrentWidget(self.drop_zone if report is None else self.view)
        if report is not None:
            self._totals.setText(Totals.of(report).sentence())
            self._where.setText(str(report.root))
        self._present_header()

    def _present_header(self) -> None:
        shown = self._stack.currentWidget() is self.view
        for widget in (self._totals, self._where, *self._folder_buttons):
            widget.setVisible(shown)

    def _show_hovering(self, hovering: bool) -> None:
        if self._stack.currentWidget() is self.scanning:
            return
        self.drop_zone.show_hovering(hovering)
        shown = self.drop_zone if hovering or self.report is None else self.view
        self._stack.setCurrentWidget(shown)
        self._present_header()


class _Scan:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, context: TaskContext) -> ScanReport:
        return scan_folder(self._folder, on_progress=context.progress, cancelled=context.cancelled)
