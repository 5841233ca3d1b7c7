"""Past trainings of these sounds: continue one, play it, show its folder."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.training_runs import PastTraining
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, discard, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, Press, button, label, plain_tip


class PastTrainings(Card):
    """A list that scrolls, the newest first.

    Signals
    -------
    resume_pressed
        Continue this :class:`PastTraining`.
    play_pressed
        Path of the instrument to play.
    folder_pressed
        The run's folder, a :class:`~pathlib.Path`.
    """

    resume_pressed = Signal(object)
    play_pressed = Signal(str)
    folder_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Past trainings"))
        self.past: tuple[PastTraining, ...] = ()
        self.rows: list[PastRow] = []
        self._minutes = 0
        self._resume_text = tr("Continue", "a training")
        self._column = vbox(STRETCH, margins=(0, 0, 8, 0), spacing=12)
        self.body.addWidget(scrolled(boxed(self._column)), 1)

    def show_past(self, past: tuple[PastTraining, ...], now: datetime) -> None:
        """Show these."""
        if past == self.past:
            return
        self.past = past
        for row in self.rows:
            self._column.removeWidget(row)
            discard(row)
        self.rows = [PastRow(one, now, self) for one in past]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
            row.show_minutes(self._minutes)
            row.resume.setText(self._resume_text)

    def show_minutes(self, minutes: int) -> None:
        """Show what can be continued for so many minutes; 0: until its end."""
        self._minutes = minutes
        for row in self.rows:
            row.show_minutes(minutes)

    def show_busy(self, busy: bool) -> None:
        """Whether another training runs, so that one that is continued waits in the queue."""
        self._resume_text = tr("Continue next") if busy else tr("Continue", "a training")
        for row in self.rows:
            row.resume.setText(self._resume_text)


class PastRow(QWidget):
    """One training: what it is, and three buttons."""

    def __init__(self, past: PastTraining, now: datetime, owner: PastTrainings) -> None:
        super().__init__()
        self.past = past
        title = tr("{name}, version {version}", name=past.name, version=past.version)
        name = tr("Continue {training}", training=title)
        self.resume = self._button(tr("Continue", "a training"), name, lambda: owner.resume_pressed.emit(past))
        name = tr("Play {instrument}", instrument=title)
        self.play = self._button(tr("Play", "an instrument"), name, lambda: owner.play_pressed.emit(past.instrument))
        self.play.setEnabled(bool(past.instrument))
        self.play.setToolTip(tr("Play the instrument") if past.instrument else tr("It has no instrument"))
        name = tr("Folder of {training}", training=title)
        self.folder = self._button(tr("Folder"), name, lambda: owner.folder_pressed.emit(past.folder))
        self.folder.setToolTip(plain_tip(tr("Show “{folder}”", folder=past.folder)))
        self.why = label("", "small", wrap=True)
        vbox(
            ElidedLabel(title),
            label(past.text(now), "small", wrap=True),
            self.why,
            hbox(self.resume, self.play, self.folder, STRETCH),
            spacing=4,
            on=self,
        )

    def show_minutes(self, minutes: int) -> None:
        """See :meth:`PastTrainings.show_minutes`."""
        why = self.past.hindrance(minutes)
        self.resume.setEnabled(not why)
        self.resume.setToolTip(plain_tip(why) or tr("Continue from where it ended, in the same run"))
        self.resume.setAccessibleDescription(why)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _button(self, text: str, name: str, press: Press) -> QPushButton:
        made = button(text, press=press)
        made.setAccessibleName(name)
        return made
