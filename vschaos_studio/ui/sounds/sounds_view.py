"""A scanned folder of sounds: the table with its bar, the selected sound, findings, labels, and files left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vschaos.data.doctor.findings import Diagnosis
from vschaos.data.labels.files import LabelProblem
from vschaos.data.scan import ScanReport
from vschaos_studio.language import tr
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.ui.controls.layouts import boxed, hbox, vbox
from vschaos_studio.ui.controls.sections import Sections
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.sounds.file_table import FileTable
from vschaos_studio.ui.sounds.findings_panel import FindingsPanel
from vschaos_studio.ui.sounds.label_bar import LabelBar
from vschaos_studio.ui.sounds.labels_overview import LabelsOverview
from vschaos_studio.ui.sounds.left_out import LeftOut
from vschaos_studio.ui.sounds.waveform_view import WaveformView
from vschaos_studio.ui.theme import Theme

SPACING = 16
WAVEFORM_HEIGHT = 176


class SoundsView(QWidget):
    """Lays out the parts; the page connects them."""

    def __init__(self, tasks: TaskRunner, waveforms: Waveforms, theme: Theme) -> None:
        super().__init__()
        self.bar = LabelBar()
        self.table = FileTable(waveforms, theme)
        self.waveform = WaveformView(tasks, theme)
        self.waveform.setFixedHeight(WAVEFORM_HEIGHT)
        self.table.file_selected.connect(self.waveform.show_file)
        self.nothing = label(tr("None of these files can be used."), "heading")
        self.findings = FindingsPanel(theme)
        self.overview = LabelsOverview(theme)
        self.left_out = LeftOut(theme)
        self.sections = Sections(tr("Details of the folder"))
        self.sections.add(tr("Findings"), self.findings)
        self.sections.add(tr("Labels"), self.overview)
        self.sections.add(tr("Left out"), self.left_out)
        self.train_button = button(tr("Train an instrument on these sounds  →"), "primary")
        side = vbox(self.nothing, self.waveform, (self.sections, 1), self.train_button, spacing=SPACING)
        # Its texts wrap or are shortened, so that the columns keep their widths.
        holder = boxed(side)
        holder.setMinimumWidth(320)
        vbox(self.bar, (hbox((self.table, 13), (holder, 8), spacing=SPACING), 1), spacing=12, on=self)
        for first, second in ((self.bar.pitch.cancel, self.table), (self.table, self.sections.tabs)):
            QWidget.setTabOrder(first, second)

    def show_report(self, report: ScanReport) -> None:
        """Show a folder; its findings are not known yet."""
        usable = bool(report.sounds)
        self.table.show_files(report.sounds)
        self.show_left_out(report)
        self.sections.tabs.setVisible(usable)
        self.sections.show_panel(self.findings if usable else self.left_out)
        self.show_diagnosis(None)
        self.nothing.setVisible(not usable)
        for widget in (self.bar, self.table, self.waveform, self.train_button):
            widget.setVisible(usable)

    def show_left_out(self, report: ScanReport) -> None:
        """Show which sounds of the folder are left out now."""
        count = len(report.left_out) + len(report.rejected)
        self.table.files.show_left_out(frozenset([sound.relative for sound in report.left_out]))
        self.left_out.show_report(report)
        self.sections.show_count(self.left_out, count)
        self.sections.tabs.setTabEnabled(self.sections.stack.indexOf(self.left_out), count > 0)
        self.findings.show_report(report)
        self.train_button.setEnabled(bool(report.files))

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Show the findings; None: the doctor has not finished."""
        self.findings.show_diagnosis(diagnosis)
        self.sections.show_count(self.findings, len(diagnosis.findings) if diagnosis is not None else 0)

    def show_problems(self, problems: Sequence[LabelProblem]) -> None:
        """Show on the tab how many problems there are in the label files."""
        shown = tr("%n\u00a0problems", "%n\u00a0problem", len(problems))
        self.sections.show_count(self.overview, len(problems), shown)
