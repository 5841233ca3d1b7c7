"""What the doctor found about the sounds: a list, what matters most first, and a way to put a finding aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.data.doctor_findings import Diagnosis, Finding, Severity
from vschaos_studio.state.findings import SEVERITY_WORDS, by_severity, explanation, summary
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.note_list import Note, NoteList
from vschaos_studio.ui.widgets.roles import button, label


class FindingsPanel(QWidget):
    """The findings of a folder.

    Signals
    -------
    chosen, ignored, brought_back
        A :class:`Finding`: show its sounds; show it no more; show it again.
    """

    chosen = Signal(object)
    ignored = Signal(object)
    brought_back = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = {
            Severity.PROBLEM: theme.danger,
            Severity.WARNING: theme.warning,
            Severity.NOTE: theme.outline,
        }
        self._diagnosis: Diagnosis | None = None
        self.summary = label("", "muted", wrap=True)
        self.list = NoteList("Findings about the sounds", theme, selectable=True)
        self.list.chosen.connect(self.chosen)
        self.list.current_changed.connect(self._present_button)
        self.put_aside = button("Ignore", tip="Show this finding no more; it is remembered in the folder")
        self.put_aside.clicked.connect(self._flip)
        self.show_ignored = QCheckBox("Show ignored")
        self.show_ignored.toggled.connect(self._present)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.put_aside)
        row.addWidget(self.show_ignored)
        row.addStretch(1)
        self._actions = QWidget()
        self._actions.setLayout(row)
        row.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addWidget(self._actions)
        column.addStretch(0)
        self.show_diagnosis(None)

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Show these findings; None: the doctor is still looking."""
        self._diagnosis = diagnosis
        self._present()

    def _present(self) -> None:
        diagnosis = self._diagnosis
        if diagnosis is None:
            self.summary.setText("Looking at the sounds…")
            self.list.show_notes([])
            self._turn(listed=False, actions=False)
            return
        self.summary.setText(summary(diagnosis))
        notes = [self._note(finding, faded=False) for finding in by_severity(diagnosis.findings)]
        if self.show_ignored.isChecked():
            notes += [self._note(finding, faded=True) for finding in by_severity(diagnosis.ignored)]
        self.list.show_notes(notes)
        self.show_ignored.setEnabled(bool(diagnosis.ignored))
        self._turn(listed=bool(notes), actions=bool(diagnosis.findings or diagnosis.ignored))
        self._present_button()

    def _turn(self, *, listed: bool, actions: bool) -> None:
        self.list.setVisible(listed)
        self._actions.setVisible(actions)
        # Without a list the words stay at the top.
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.setStretch(3, 0 if listed else 1)

    def _note(self, finding: Finding, *, faded: bool) -> Note:
        words = SEVERITY_WORDS[finding.severity]
        return Note(
            finding.sentence,
            explanation(finding),
            wraps=True,
            mark=self._marks[finding.severity],
            faded=faded,
            spoken=f"{words}, ignored" if faded else words,
            subject=finding,
        )

    def _is_ignored(self, finding: object) -> bool:
        return self._diagnosis is not None and finding in self._diagnosis.ignored

    def _present_button(self) -> None:
        finding = self.list.subject
        self.put_aside.setEnabled(finding is not None)
        self.put_aside.setText("Bring back" if self._is_ignored(finding) else "Ignore")

    def _flip(self) -> None:
        finding = self.list.subject
        if isinstance(finding, Finding):
            (self.brought_back if self._is_ignored(finding) else self.ignored).emit(finding)
