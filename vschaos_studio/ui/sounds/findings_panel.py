"""The doctor's findings about the sounds: a list, the most important first, and buttons that remedy or ignore one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from vschaos.data.doctor.findings import Diagnosis, Finding, Severity
from vschaos.data.scan import ScanReport
from vschaos_studio.language import tr, translated
from vschaos_studio.state.findings import SEVERITY_NAMES, by_severity, explanation, summary
from vschaos_studio.state.remedies import Remedy, remedy_of
from vschaos_studio.ui.controls.layouts import STRETCH, StretchFactor, boxed, hbox, vbox
from vschaos_studio.ui.controls.note_list import ListNote, NoteList
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.theme import Theme

MARKS = {Severity.PROBLEM: "danger", Severity.WARNING: "warning", Severity.NOTE: "outline"}
"""The theme's colours of their marks."""


class FindingsPanel(QWidget):
    """The findings of a folder.

    Signals
    -------
    chosen, ignored, restored
        A :class:`Finding`: show its sounds; hide it; show it again.
    remedied
        Do what a :class:`Remedy` says.
    """

    chosen = Signal(object)
    ignored = Signal(object)
    restored = Signal(object)
    remedied = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._diagnosis: Diagnosis | None = None
        self._report: ScanReport | None = None
        self._remedy: Remedy | None = None
        self.summary = label("", "muted", wrap=True)
        self.list = NoteList(tr("Findings about the sounds"), theme, selectable=True)
        self.list.chosen.connect(self.chosen)
        self.list.current_changed.connect(self._present_button)
        self.ignore = button(
            tr("Ignore"), tip=tr("Hide this finding; this is saved in the folder"), press=self._on_ignore
        )
        self.show_ignored = QCheckBox(tr("Show ignored"))
        self.show_ignored.toggled.connect(self._present)
        self.remedy = button("", tip=tr("Undo takes it back; the files stay as they are"), press=self._on_remedy)
        self._actions = boxed(hbox(self.ignore, self.remedy, STRETCH))
        head = hbox((self.summary, 1), self.show_ignored)
        self._column = vbox(head, (self.list, 1), self._actions, StretchFactor(0), on=self)
        self.show_diagnosis(None)

    def show_report(self, report: ScanReport) -> None:
        """Offer what helps with the sounds of this folder."""
        self._report = report
        self._present_button()

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Show these findings; None: the doctor has not finished."""
        self._diagnosis = diagnosis
        self._present()

    def _present(self) -> None:
        diagnosis = self._diagnosis
        if diagnosis is None:
            self.summary.setText(tr("Examining the sounds…"))
            self.list.show_notes([])
            self.show_ignored.hide()
            self._show_parts(listed=False, actions=False)
            return
        self.summary.setText(summary(diagnosis))
        notes = [self._note(finding, faded=False) for finding in by_severity(diagnosis.findings)]
        if self.show_ignored.isChecked():
            notes += [self._note(finding, faded=True) for finding in by_severity(diagnosis.ignored)]
        self.list.show_notes(notes)
        self.show_ignored.setVisible(bool(diagnosis.ignored))
        self._show_parts(listed=bool(notes), actions=bool(diagnosis.findings or diagnosis.ignored))
        self._present_button()

    def _show_parts(self, *, listed: bool, actions: bool) -> None:
        self.list.setVisible(listed)
        self._actions.setVisible(actions)
        # Without a list the text stays at the top.
        self._column.setStretch(3, 0 if listed else 1)

    def _note(self, finding: Finding, *, faded: bool) -> ListNote:
        severity = SEVERITY_NAMES[finding.severity]
        return ListNote(
            translated(finding.sentence),
            explanation(finding),
            wraps=True,
            mark=MARKS[finding.severity],
            faded=faded,
            spoken=tr("{severity}, ignored", severity=severity) if faded else severity,
            subject=finding,
        )

    def _is_ignored(self, finding: object) -> bool:
        return self._diagnosis is not None and finding in self._diagnosis.ignored

    def _present_button(self) -> None:
        finding = self.list.subject
        self._remedy = None
        if isinstance(finding, Finding) and self._report is not None and not self._is_ignored(finding):
            self._remedy = remedy_of(finding, self._report)
        self.remedy.setVisible(self._remedy is not None)
        self.remedy.setText(self._remedy.text if self._remedy is not None else "")
        self.ignore.setEnabled(finding is not None)
        self.ignore.setText(tr("Restore") if self._is_ignored(finding) else tr("Ignore"))

    def _on_remedy(self) -> None:
        if self._remedy is not None:
            self.remedied.emit(self._remedy)

    def _on_ignore(self) -> None:
        finding = self.list.subject
        if isinstance(finding, Finding):
            (self.restored if self._is_ignored(finding) else self.ignored).emit(finding)
