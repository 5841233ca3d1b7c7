"""How many sounds each label covers, and the lines of label files that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vschaos.data.labels.files import LabelProblem
from vschaos_studio.language import tr, translated
from vschaos_studio.state.label_text import LabelChoice, TaskCounts
from vschaos_studio.ui.controls.layouts import STRETCH, StretchFactor, boxed, hbox, vbox
from vschaos_studio.ui.controls.note_list import ListNote, NoteList
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.theme import Theme

NO_LABELS = tr(
    "These sounds have no labels yet. With labels an instrument is trained on what you note about each sound, and you "
    "choose it while playing: a pitch, a vowel, a kind of bell. Add a label, fill one from the folders’ names, or "
    "extract pitch. Sounds without a label are used for training, too."
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

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.empty = label(NO_LABELS, "muted", wrap=True)
        self.list = NoteList(tr("Labels, and problems in their files"), theme, selectable=True)
        self.list.current_changed.connect(self._present_buttons)
        tip = tr("Show only the sounds without this label")
        self.show_gaps = button(tr("Show unlabelled"), tip=tip, press=self._find)
        self.open = button(tr("Open file"), tip=tr("Open the file with this problem in an editor"), press=self._open)
        self._actions = boxed(hbox(self.show_gaps, self.open, STRETCH))
        self._column = vbox(self.empty, (self.list, 1), self._actions, StretchFactor(0), on=self)
        self.show_labels((), ())

    def show_labels(self, counts: Sequence[TaskCounts], problems: Sequence[LabelProblem]) -> None:
        """Show these labels and problems."""
        notes = [self._problem_note(problem) for problem in problems]
        notes += [
            ListNote(
                count.task.name, "\n".join(filter(None, (count.sentence(), count.classes_sentence()))), subject=count
            )
            for count in counts
        ]
        self.list.show_notes(notes)
        self.empty.setVisible(not notes)
        self.list.setVisible(bool(notes))
        self._actions.setVisible(bool(notes))
        self.open.setVisible(bool(problems))
        self._column.setStretch(3, 0 if notes else 1)
        self._present_buttons()

    def _problem_note(self, problem: LabelProblem) -> ListNote:
        line = tr("{file}, line {line}", file=problem.file, line=problem.line)
        text = f"{translated(problem.sentence)} {translated(problem.remedy)}".strip()
        place = line if problem.line else problem.file
        return ListNote(place, text, mark="warning", spoken=tr("Problem"), subject=problem)

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
