"""A small form that ends in one change to the labels; what cannot be done is said in the form, which stays open."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.data.labels import Labels
from vschaos.errors import VschaosError
from vschaos_studio.state.label_edits import Change
from vschaos_studio.ui.widgets.roles import button, label


class ChangeDialog(QDialog):
    """A title, a lead, a form, and two buttons. Subclasses fill ``form`` and say which change is wanted.

    Signals
    -------
    decided
        The :class:`Change`, after it was tried on the labels and holds.
    """

    decided = Signal(object)

    def __init__(
        self, title: str, lead: str, verb: str, labels: Labels, *, role: str = "primary", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._labels = labels
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.lead = label(lead, "muted", wrap=True)
        self.message = label("", wrap=True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.decide = button(verb, role)
        self.decide.setDefault(True)
        self.decide.clicked.connect(self.accept)
        self.cancel = button("Cancel")
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(self.lead)
        column.addLayout(self.form)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self.lead.setVisible(bool(lead))

    def order_fields(self, *fields: QWidget) -> None:
        """Let Tab go through these fields and then to the buttons, and begin in the first one."""
        chain = (*fields, self.decide, self.cancel)
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)
        fields[0].setFocus()

    def change(self) -> Change:
        """What the form asks for now."""
        raise NotImplementedError

    def accept(self) -> None:
        """See QDialog."""
        change = self.change()
        try:
            change.applied(self._labels)
        except VschaosError as error:
            self.message.setText(str(error))
            return
        super().accept()
        self.decided.emit(change)
