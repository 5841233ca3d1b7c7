"""The running training, shown beside the form, and the queue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.training_request import Request
from vschaos_studio.state.training_text import request_text
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import boxed, clear, fill, hbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label


class QueueCard(Card):
    """Shown above the form's right column during and after a training.

    Signals
    -------
    remove_pressed
        Remove the training at this place from the queue.
    """

    remove_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.now = ElidedLabel(role="heading")
        self.show_it = button(tr("Show", "a training"), tip=tr("Show this training"))
        self.removers: list[QPushButton] = []
        self._shown: tuple[Request, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._then = label(tr("Then, one after the other"), "muted")
        fill(self.body, hbox((self.now, 1), self.show_it), self._then, self._rows)
        self._then.hide()

    def show_started(self, started: bool) -> None:
        """Whether there is a training to show, or the queue is yet to be started."""
        self.show_it.setText(tr("Show", "a training") if started else tr("Start", "the queue"))
        self.show_it.setToolTip(tr("Show this training") if started else tr("Start the queue"))
        self._then.setText(tr("Then, one after the other") if started else tr("One after the other"))

    def show_queue(self, now: str, waiting: Sequence[Request]) -> bool:
        """Show a line on the running training, and the queue; returns whether the rows have changed."""
        self.now.setText(now)
        if tuple(waiting) == self._shown:
            return False
        self._shown = tuple(waiting)
        self._then.setVisible(bool(waiting))
        clear(self._rows)
        self.removers = []
        for place, request in enumerate(waiting):
            self._rows.addWidget(self._row(place, request))
        return True

    def _row(self, place: int, request: Request) -> QWidget:
        remove = button(tr("Remove", "from the queue"), "quiet", press=lambda: self.remove_pressed.emit(place))
        remove.setAccessibleName(tr("Remove {name} from the queue", name=request.name))
        self.removers.append(remove)
        text = tr("“{name}” · {request}", name=request.name, request=request_text(request))
        return boxed(hbox((ElidedLabel(text), 1), remove))
