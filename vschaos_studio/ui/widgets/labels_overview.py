"""How far the labels go, in words, and the lines of their files that cannot be understood."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vschaos.data.label_files import LabelProblem
from vschaos_studio.state.label_words import LabelChoice, TaskCounts
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.note_list import Note, NoteList
from vschaos_studio.ui.widgets.roles import button, label

NO_LABELS = (
    "These sounds have no labels yet. With labels an instrument learns what you tell it of each sound, and you choose "
    "it while playing: a pitch, a vowel, a kind of bell. Add a label, fill one from the folders’ names, or extract "
    "pitch. Sounds without a label are learned from all the same."
)


class LabelsOverview(QWidget):
    """A note for each label and for each problem.

    Signals
    -------
    choice_wanted
        Show the sounds without this label: a :class:`LabelChoice`.
    open_wanted
        Open the file with this problem: a :class:`LabelProblem`.
    """

    choice_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.empty = label(NO_LABELS, "muted", wrap=True)
        self.list = NoteList("Labels, and problems in their files", theme, selectable=True)
        self.list.current_changed.connect(self._present_buttons)
        self.show_gaps = button("Show unlabelled", tip="Show only the sounds that this label says nothing of")
        self.show_gaps.clicked.connect(self._find)
        self.open = button("Open file", tip="Open the file with this problem in an editor")
        self.open.clicked.connect(self._open)
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.show_gaps)
        row.addWidget(self.open)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._actions)
        self._column.addStretch(0)
        self.show_labels((), ())

    def show_labels(self, counts: Sequence[TaskCounts], problems: Sequence[LabelProblem]) -> None:
        """Tell of these labels and problems."""
        notes = [self._problem_note(problem) for problem in problems]
        notes += [
            Note(count.task.name, "\n".join(filter(None, (count.sentence(), count.classes_sentence()))), subject=count)
            for count in counts
        ]
        self.list.show_notes(notes)
        self.empty.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self._actions.setVisible(bool(notes))
        self.open.setVisible(bool(problems))
        self._column.setStretch(3, 0 if notes else 1)
        self._present_buttons()

    def _problem_note(self, problem: LabelProblem) -> Note:
        place = f"{problem.file}, line {problem.line}" if problem.line else problem.file
        text = f"{problem.sentence} {problem.remedy}".strip()
        return Note(place, text, mark=self._theme.warning, spoken="Problem", subject=problem)

    def _present_buttons(self) -> None:
        subject = self.list.subject
        self.open.setEnabled(isinstance(subject, LabelProblem))
        self.show_gaps.setEnabled(isinstance(subject, TaskCounts) and subject.unlabelled > 0)

    def _find(self) -> None:
        subject = self.list.subject
        if isinstance(subject, TaskCounts):
            self.choice_wanted.emit(LabelChoice(subject.task.name))

    def _open(self) -> None:
        subject = self.list.subject
        if isinstance(subject, LabelProblem):
            self.open_wanted.emit(subject)
