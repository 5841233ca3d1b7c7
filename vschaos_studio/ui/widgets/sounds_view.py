"""A folder of sounds that was scanned: the table with its bar, the sound selected, and what there is to know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vschaos.data.doctor_findings import Diagnosis
from vschaos.data.label_files import LabelProblem
from vschaos.data.scan import ScanReport
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.services.waveforms import Waveforms
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.file_table import FileTable
from vschaos_studio.ui.widgets.findings_panel import FindingsPanel
from vschaos_studio.ui.widgets.label_bar import LabelBar
from vschaos_studio.ui.widgets.labels_overview import LabelsOverview
from vschaos_studio.ui.widgets.left_out import LeftOut
from vschaos_studio.ui.widgets.roles import button, label
from vschaos_studio.ui.widgets.sections import Sections
from vschaos_studio.ui.widgets.waveform_view import WaveformView

SPACING = 16
WAVEFORM_HEIGHT = 176


class SoundsView(QWidget):
    """Lays out the parts; who makes them work together is the page."""

    def __init__(self, tasks: TaskRunner, waveforms: Waveforms, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = LabelBar()
        self.table = FileTable(waveforms, theme)
        self.waveform = WaveformView(tasks, theme)
        self.waveform.setFixedHeight(WAVEFORM_HEIGHT)
        self.table.file_selected.connect(self.waveform.show_file)
        self.nothing = label("None of these files can be used.", "heading")
        self.findings = FindingsPanel(theme)
        self.overview = LabelsOverview(theme)
        self.left_out = LeftOut(theme)
        self.sections = Sections("What there is to know", theme)
        self.sections.add("Findings", self.findings)
        self.sections.add("Labels", self.overview)
        self.sections.add("Left out", self.left_out)
        self.learn_button = button("Learn an instrument from these sounds  →", "primary")
        side = QVBoxLayout()
        side.setSpacing(SPACING)
        side.addWidget(self.nothing)
        side.addWidget(self.waveform)
        side.addWidget(self.sections, 1)
        side.addWidget(self.learn_button)
        # Its words wrap, or are shortened: the columns keep their shares whatever they say.
        holder = QWidget()
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        holder.setMinimumWidth(320)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.table, 13)
        row.addWidget(holder, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addLayout(row, 1)
        for first, second in ((self.bar.pitch.cancel, self.table), (self.table, self.sections.tabs)):
            QWidget.setTabOrder(first, second)

    def show_report(self, report: ScanReport) -> None:
        """Show a folder, its findings not known yet."""
        usable = bool(report.files)
        self.table.show_files(report.files)
        self.left_out.show_rejected(report.rejected)
        self.sections.show_count(self.left_out, len(report.rejected))
        self.sections.tabs.setTabEnabled(self.sections.stack.indexOf(self.left_out), bool(report.rejected))
        self.sections.tabs.setVisible(usable)
        self.sections.show_panel(self.findings if usable else self.left_out)
        self.show_diagnosis(None)
        self.nothing.setVisible(not usable)
        for widget in (self.bar, self.table, self.waveform, self.learn_button):
            widget.setVisible(usable)

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Show what the doctor says; None: nothing yet."""
        self.findings.show_diagnosis(diagnosis)
        self.sections.show_count(self.findings, len(diagnosis.findings) if diagnosis is not None else 0)

    def show_problems(self, problems: Sequence[LabelProblem]) -> None:
        """Tell on the tab how many problems there are with the files of the labels."""
        self.sections.show_count(self.overview, len(problems), "problem")
