"""The Sounds page: lists the files of a folder with their facts, their labels, and what is wrong with them.

Scanning, waveforms, labels and the doctor run on worker threads, the extraction of pitch in a process of its own;
this page only starts them and shows their results.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QWidget

from vschaos.configs.schema import Mix
from vschaos.data.doctor.findings import Finding
from vschaos.data.scan import ScanReport, SoundFile, require_sounds, scan_folder
from vschaos.errors import DatasetError, VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.doctor_task import DoctorTask
from vschaos_studio.services.label_editor import LabelEditor
from vschaos_studio.services.left_out_sounds import LeftOutSounds
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.state.closing import UnfinishedWork, unfinished_pitch, unwritten_labels
from vschaos_studio.state.dataset import FORMATS, Totals, folder_name
from vschaos_studio.state.history import History
from vschaos_studio.state.label_text import LabelChoice
from vschaos_studio.state.notices import Action, Level, Notice, Notices
from vschaos_studio.state.pitch import PITCH_TASKS
from vschaos_studio.ui.controls.drop_zone import DropZone
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.local_urls import show_folder
from vschaos_studio.ui.page import Page
from vschaos_studio.ui.sounds.channel_choice import ChannelChoice
from vschaos_studio.ui.sounds.dropping import Dropping
from vschaos_studio.ui.sounds.first_sounds import FirstSoundsOpener
from vschaos_studio.ui.sounds.labelling import Labelling
from vschaos_studio.ui.sounds.leaving_out import LeavingOut
from vschaos_studio.ui.sounds.pitch_search import PitchSearch
from vschaos_studio.ui.sounds.project_folders import ProjectFolders
from vschaos_studio.ui.sounds.scan_card import ScanCard
from vschaos_studio.ui.sounds.sounds_view import SoundsView
from vschaos_studio.ui.theme import Theme

PLAYING_MS = 100
"""How often the table asks which sound plays."""


class SoundsPage(Page):
    """Shows a folder of sounds.

    Signals
    -------
    dataset_ready
        A :class:`ScanReport` with at least one usable sound, when its scan has ended.
    dataset_closed
        There are no sounds to train on any more.
    folder_opened, folder_closed
        The user has opened a folder, by its path; or closed it.
    labels_settled
        The labels were read, or written after a change: the files say what is shown.
    train_requested
        The user wants to go on to training.
    audition_requested, audition_stopped
        The user wants to hear a sound, by its path; or to stop it.

    Parameters
    ----------
    launcher
        Starts the extraction of pitch; by default from this installation.
    history
        Where changes of labels are steps.
    sounding
        Returns the path of the sound that plays now; empty: none.
    """

    dataset_ready = Signal(object)
    dataset_closed = Signal()
    folder_opened = Signal(object)
    folder_closed = Signal()
    labels_settled = Signal()
    train_requested = Signal()
    audition_requested = Signal(str)
    audition_stopped = Signal()

    def __init__(
        self,
        *,
        notices: Notices,
        tasks: TaskRunner,
        launcher: Launcher | None = None,
        history: History | None = None,
        sounding: Callable[[], str] = str,
        theme: Theme | None = None,
    ) -> None:
        super().__init__(tr("Sounds"), "sounds")
        self._notices = notices
        self._tasks = tasks
        self._scan: RunningTask | None = None
        self.sounding = sounding
        self.report: ScanReport | None = None
        theme = theme or Theme()
        self.waveforms = Waveforms(tasks, self)
        self._build_header()
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self.drop_zone = DropZone(theme, FORMATS)
        self.drop_zone.choose.clicked.connect(self.choose_folder)
        self.first_sounds = FirstSoundsOpener(notices, tasks, self)
        self.first_sounds.folder_ready.connect(self.open_folder)
        self.drop_zone.first.clicked.connect(self.first_sounds.open)
        self.scanning = ScanCard()
        self.scanning.cancel.clicked.connect(self.cancel_scan)
        self.view = SoundsView(tasks, self.waveforms, theme)
        self.view.train_button.clicked.connect(self.train_requested)
        self.view.table.play_pressed.connect(self.audition)
        for side in (self.drop_zone, self.scanning, self.view):
            self._stack.addWidget(side)
        self._build_work(launcher or Launcher(), history or History())
        self._playing = QTimer(self)
        self._playing.setInterval(PLAYING_MS)
        self._playing.timeout.connect(self.refresh_playing)
        self.dropping = Dropping(self, notices, tasks)
        self.dropping.hovering.connect(self._show_hovering)
        self.dropping.folder_ready.connect(self.open_folder)
        self._present()

    # What the page can do

    def open_folder(self, folder: Path) -> None:
        """Scan this folder; its report replaces the one shown.

        If labels of the folder shown could not be written, the user is asked first.
        """
        if self._labels_written(partial(self._open_folder, folder)):
            self._open_folder(folder)

    def _open_folder(self, folder: Path) -> None:
        self.cancel_scan()
        folder = Path(folder)
        self.folder_opened.emit(folder)
        self.scanning.begin(folder_name(folder))
        self._stack.setCurrentWidget(self.scanning)
        self._present_header()
        self.scanning.cancel.setFocus()
        progress = self.scanning.show_progress
        task = self._tasks.run_task(
            partial(_scan, folder, self.channels.mix), self._on_report, self._scan_failed, progress
        )
        self._scan = task if task.running else None

    def cancel_scan(self) -> None:
        """Cancel a running scan; what was shown before is shown again."""
        if self._scan is not None:
            self._scan.cancel()
            self._scan = None
            self._present()

    def close_folder(self) -> None:
        """Close the folder; if its labels could not be written, the user is asked first."""
        if self._labels_written(self._close_folder):
            self._close_folder()

    def _close_folder(self) -> None:
        self.cancel_scan()
        self._close_parts()
        self.report = None
        self.left_out.open(None)
        self.view.table.show_files(())
        self._present()
        self.drop_zone.choose.setFocus()
        self.folder_closed.emit()
        self.dataset_closed.emit()

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt on this page; labels that can be written are written first."""
        self.shutdown()
        if self.report is None:
            return []
        folder = folder_name(self.report.root)
        found = [unfinished_pitch(folder)] if self.pitch.running else []
        if self.desk.unwritten:
            found.append(unwritten_labels(self.desk.unwritten, folder))
        return found

    def shutdown(self) -> None:
        """Before quitting: write the labels that are not written yet, also one that is being typed."""
        self.labels.finish_typing()
        self.desk.flush()

    def rescan(self) -> None:
        """Scan the same folder again."""
        if self.report is not None:
            self.open_folder(self.report.root)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        start = self.report.root if self.report is not None else Path.home()
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder of sounds"), str(start))
        if chosen:
            self.open_folder(Path(chosen))

    def reveal_folder(self) -> None:
        """Show the folder in the system's file manager."""
        if self.report is not None:
            show_folder(self.report.root, self._notices)

    def audition(self) -> None:
        """Play the current sound, or stop it if it plays."""
        file: SoundFile | None = self.view.table.current_file
        if file is None:
            return
        if self._plays_current():
            self.audition_stopped.emit()
        else:
            self.audition_requested.emit(str(file.path))

    def _plays_current(self) -> bool:
        file = self.view.table.current_file
        return file is not None and self.sounding() == str(file.path)

    def refresh_playing(self) -> None:
        """Show which sound plays; called while the page is shown."""
        self.view.table.show_playing(self.sounding())

    def extract_pitch(self) -> None:
        """Ask whether to extract pitch, and do it."""
        if self.report is None or self.pitch.running:
            return
        self.desk.flush()
        labels = self.desk.labels
        labelled = any(labels.entries.get(name) for name in PITCH_TASKS)
        folders = tuple(f"metadata/{name}/" for name in PITCH_TASKS)
        problems = sum(problem.file.startswith(folders) for problem in self.desk.problems)
        self.pitch.ask(self.report.root, self.report.duration_s, labelled=labelled, problems=problems)

    def first_control(self) -> QWidget | None:
        """See Page."""
        return self.view.table

    def default_button(self) -> QPushButton | None:
        """See Page."""
        shown = self._stack.currentWidget()
        return {self.drop_zone: self.drop_zone.choose, self.view: self.view.train_button}.get(shown)

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.scanning.cancel if self._stack.currentWidget() is self.scanning else None

    # Results of the workers

    def _on_report(self, report: ScanReport) -> None:
        self._scan = None
        try:
            require_sounds(report)
        except DatasetError as error:
            self._notices.error(error)
        self._close_parts()
        self.report = report if report.sounds or report.rejected else None
        self.left_out.open(self.report)
        self.view.show_report(report)
        self._present()
        if not report.sounds:
            self.dataset_closed.emit()
            return
        self.view.table.setFocus()
        self.labels.open(report)
        self.dataset_ready.emit(report)

    def _close_parts(self) -> None:
        """End all work on the folder shown before."""
        self.pitch.cancel()
        self.labels.close()
        self.checkup.close()
        self.waveforms.clear()

    def _labels_written(self, otherwise: Callable[[], None]) -> bool:
        """Write what is not written; if that fails, offer to discard the changes and go on."""
        self.shutdown()
        if self.report is None or not self.desk.unwritten:
            return True
        left = unwritten_labels(self.desk.unwritten, folder_name(self.report.root))
        remedy = tr(
            "Free disk space or change the folder's permissions, then press “Save again”; or discard the changes."
        )
        action = Action(tr("Discard them"), otherwise)
        self._notices.post(Notice(tr("{what} could not be written.", what=left.what), remedy, Level.ERROR, action))
        return False

    def _scan_failed(self, error: VschaosError) -> None:
        self._scan = None
        self._notices.error(error)
        self._present()

    def _on_left_out(self, report: ScanReport) -> None:
        self.report = report
        self.view.show_left_out(report)
        self._present()

    def _set_mix(self, mix: Mix) -> None:
        self.channels.choose(mix)
        self.rescan()

    def _show_sound(self, name: object) -> None:
        """Select a sound that is left out."""
        if not self.view.table.select_sounds([str(name)]):
            self.view.bar.choose(LabelChoice())
            self.view.table.select_sounds([str(name)])

    def _examine(self) -> None:
        if self.report is not None:
            self.checkup.check(self.report, self.desk.labels, self.desk.problems)
        self.labels_settled.emit()

    def _show_sounds_of(self, finding: Finding) -> None:
        """Select the sounds that a finding is about; hidden ones are shown."""
        known = {file.relative for file in self.report.sounds} if self.report is not None else set()
        sounds = known.intersection(finding.files)
        if finding.files and not sounds:
            # It is about a label file.
            self.view.sections.show_panel(self.view.overview)
        elif self.view.table.select_sounds(sounds) < len(sounds):
            self.view.bar.choose(LabelChoice())
            self.view.table.select_sounds(sounds)

    def _lock_pitch(self) -> None:
        self.labels.lock(PITCH_TASKS)

    def _on_pitch_ended(self, written: bool) -> None:
        self.labels.lock(())
        if written:
            self.desk.load_from_disk(tr("Extract pitch"))

    def showEvent(self, event: QShowEvent) -> None:
        """See QWidget."""
        super().showEvent(event)
        self._playing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """See QWidget."""
        self._playing.stop()
        super().hideEvent(event)

    # Layout

    def _build_work(self, launcher: Launcher, history: History) -> None:
        """Make the objects that work on the folder, and connect them with the view."""
        view = self.view
        self.desk = LabelEditor(self._notices, self._tasks, self)
        self.labels = Labelling(
            desk=self.desk,
            history=history,
            notices=self._notices,
            table=view.table,
            bar=view.bar,
            overview=view.overview,
            page=view,
        )
        self.checkup = DoctorTask(self._notices, self._tasks, self)
        self.pitch = PitchSearch(
            launcher=launcher, tasks=self._tasks, notices=self._notices, strip=view.bar.pitch, page=view
        )
        self.left_out = LeftOutSounds(history, self._notices, self._tasks, self)
        self.left_out.changed.connect(self._on_left_out)
        self.left_out.settled.connect(self._examine)
        self.leaving_out = LeavingOut(
            self.left_out,
            view.table,
            set_mix=self._set_mix,
            play=self.audition,
            playing=self._plays_current,
            page=view,
        )
        view.findings.remedied.connect(self.leaving_out.remedy)
        view.left_out.chosen.connect(self._show_sound)
        self.desk.changed.connect(self._present_problems)
        self.desk.settled.connect(self._examine)
        self.checkup.diagnosed.connect(view.show_diagnosis)
        view.findings.chosen.connect(self._show_sounds_of)
        view.findings.ignored.connect(self.checkup.ignore)
        view.findings.restored.connect(self.checkup.bring_back)
        view.bar.pitch.start.clicked.connect(self.extract_pitch)
        self.pitch.started.connect(self._lock_pitch)
        self.pitch.ended.connect(self._on_pitch_ended)

    def _present_problems(self) -> None:
        self.view.show_problems(self.desk.problems)

    def _build_header(self) -> None:
        self.totals = label(role="muted")
        self._where = ElidedLabel(role="small")
        self.folders = ProjectFolders(self._notices)
        self.folders.chosen.connect(self.open_folder)
        self.header.addLayout(vbox(self.totals, self._where, spacing=0), 1)
        self.header.addWidget(self.folders)
        self.channels = ChannelChoice()
        self.channels.changed.connect(self.rescan)
        self.header.addWidget(self.channels)
        self._folder_buttons = [
            button(tr("Show in folder"), "quiet", tip=tr("Open the folder in the file manager")),
            button(tr("Scan again"), "quiet", tip=tr("Scan all files of the folder again")),
            button(tr("Close"), "quiet", tip=tr("Close this folder; its files stay as they are")),
            button(tr("Other folder…"), tip=tr("Choose another folder of sounds")),
        ]
        actions = (self.reveal_folder, self.rescan, self.close_folder, self.choose_folder)
        for made, action in zip(self._folder_buttons, actions, strict=True):
            made.clicked.connect(action)
            self.header.addWidget(made)

    def _present(self) -> None:
        report = self.report
        self._stack.setCurrentWidget(self.drop_zone if report is None else self.view)
        if report is not None:
            self.totals.setText(Totals.of(report).sentence())
            self._where.setText(str(report.root))
        self._present_header()

    def _present_header(self) -> None:
        shown = self._stack.currentWidget() is self.view
        self.folders.show_open(self.report.root if shown and self.report is not None else None)
        for widget in (self.totals, self._where, *self._folder_buttons):
            widget.setVisible(shown)
        report = self.report
        files = (*report.files, *report.left_out) if report is not None else ()
        self.channels.setVisible(shown and any(file.channels > 1 for file in files))

    def _show_hovering(self, hovering: bool) -> None:
        if self._stack.currentWidget() is self.scanning:
            return
        self.drop_zone.show_hovering(hovering)
        shown = self.drop_zone if hovering or self.report is None else self.view
        self._stack.setCurrentWidget(shown)
        self._present_header()


def _scan(folder: Path, mix: Mix, context: TaskContext) -> ScanReport:
    return scan_folder(folder, mix=mix, on_progress=context.progress, cancelled=context.cancelled)
