"""The training under way, as the form sees it, and those that wait for their turn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vschaos_studio.state.training_request import Request
from vschaos_studio.state.training_words import request_words
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label


class QueueCard(Card):
    """Stands above the form's right column while there is something to tell.

    Signals
    -------
    show_pressed
        Show the training under way.
    remove_pressed
        Take the one at this place out of the queue.
    """

    show_pressed = Signal()
    remove_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.now = ElidedLabel(role="heading")
        self.show_it = button("Show", tip="Show this training")
        self.show_it.clicked.connect(self.show_pressed)
        self.removers: list[QPushButton] = []
        self._shown: tuple[Request, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        first = QHBoxLayout()
        first.addWidget(self.now, 1)
        first.addWidget(self.show_it)
        self._then = label("Then, one after the other", "muted")
        self.body.addLayout(first)
        self.body.addWidget(self._then)
        self.body.addLayout(self._rows)
        self._then.hide()

    def show_queue(self, now: str, waiting: Sequence[Request]) -> bool:
        """Show a line on the training under way, and what waits; whether the rows were made anew."""
        self.now.setText(now)
        if tuple(waiting) == self._shown:
            return False
        self._shown = tuple(waiting)
        self._then.setVisible(bool(waiting))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.removers = []
        for place, request in enumerate(waiting):
            self._rows.addWidget(self._row(place, request))
        return True

    def _row(self, place: int, request: Request) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(ElidedLabel(f"“{request.name}” · {request_words(request)}"), 1)
        remove = button("Remove", "quiet")
        remove.setAccessibleName(f"Remove {request.name} from the queue")
        remove.clicked.connect(lambda _checked=False: self.remove_pressed.emit(place))
        across.addWidget(remove)
        self.removers.append(remove)
        return row
