"""The trainings of these sounds that there are already: go on with one, play it, see its folder."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label


class PastTrainings(Card):
    """A list that scrolls, the newest first.

    Signals
    -------
    resume_pressed
        Go on with this :class:`PastTraining`.
    play_pressed
        Path of the instrument to play.
    folder_pressed
        The run's folder, a :class:`~pathlib.Path`.
    """

    resume_pressed = Signal(object)
    play_pressed = Signal(str)
    folder_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Learned before", parent)
        self.past: tuple[PastTraining, ...] = ()
        self.rows: list[PastRow] = []
        self._minutes = 0
        self._resume_words = "Go on with it"
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)

    def show_past(self, past: tuple[PastTraining, ...], now: datetime) -> None:
        """Show these."""
        if past == self.past:
            return
        self.past = past
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PastRow(one, now, self) for one in past]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.show_minutes(self._minutes)
            row.resume.setText(self._resume_words)

    def show_minutes(self, minutes: int) -> None:
        """Show what can be gone on with for so many minutes; 0: until its end."""
        self._minutes = minutes
        for row in self.rows:
            row.show_minutes(minutes)

    def show_busy(self, busy: bool) -> None:
        """Whether another training runs, so that one that is gone on with waits for its turn."""
        self._resume_words = "Go on with it next" if busy else "Go on with it"
        for row in self.rows:
            row.resume.setText(self._resume_words)


class PastRow(QWidget):
    """One training: what it is, and three buttons."""

    def __init__(self, past: PastTraining, now: datetime, owner: PastTrainings) -> None:
        super().__init__()
        self.past = past
        self._owner = owner
        title = f"{past.name}, version {past.version}"
        self.resume = self._button("Go on with it", f"Go on with {title}", self._tell_resume)
        self.play = self._button("Play", f"Play {title}", self._tell_play)
        self.play.setEnabled(bool(past.instrument))
        self.play.setToolTip("Play the instrument" if past.instrument else "It left no instrument")
        self.folder = self._button("Folder", f"Show the folder of {title}", self._tell_folder)
        self.folder.setToolTip(f"Show “{past.folder}”")
        self._why = label("", "small", wrap=True)
        across = QHBoxLayout()
        across.setSpacing(8)
        for made in (self.resume, self.play, self.folder):
            across.addWidget(made)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(ElidedLabel(title))
        column.addWidget(label(past.words(now), "small", wrap=True))
        column.addWidget(self._why)
        column.addLayout(across)

    def show_minutes(self, minutes: int) -> None:
        """See :meth:`PastTrainings.show_minutes`."""
        why = self.past.hindrance(minutes)
        self.resume.setEnabled(not why)
        self.resume.setToolTip(why or "Learn on from where it ended, in the same run")
        self.resume.setAccessibleDescription(why)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _button(self, text: str, name: str, slot: object) -> QPushButton:
        made = button(text)
        made.setAccessibleName(name)
        made.clicked.connect(slot)
        return made

    def _tell_resume(self) -> None:
        self._owner.resume_pressed.emit(self.past)

    def _tell_play(self) -> None:
        self._owner.play_pressed.emit(self.past.instrument)

    def _tell_folder(self) -> None:
        self._owner.folder_pressed.emit(self.past.folder)
