"""A small form that ends in one change to the labels; it stays open, and says why, if the change cannot be made."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from vschaos.data.labels.model import Labels
from vschaos.errors import VschaosError
from vschaos_studio.language import tr, translated
from vschaos_studio.state.label_edits import Change
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class ChangeDialog(Dialog):
    """A heading, a lead, a form, and two buttons. Subclasses fill ``form`` and return the change.

    Signals
    -------
    decided
        The :class:`Change`; it can be made on these labels.
    """

    decided = Signal(object)

    def __init__(
        self, title: str, lead: str, verb: str, labels: Labels, *, role: str = "primary", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, title, parent=parent)
        self.setMinimumWidth(440)
        self._labels = labels
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self.lead = label(lead, "muted", wrap=True)
        self.message = label("", wrap=True)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())
        self.decide = button(verb, role, press=self.accept)
        self.decide.setDefault(True)
        self.cancel = button(tr("Cancel"), press=self.reject)
        self.lay_out(self.lead, self.form, self.message, buttons=(self.cancel, self.decide))
        self.lead.setVisible(bool(lead))

    def order_fields(self, *fields: QWidget) -> None:
        """Let Tab go through these fields and then the buttons, and focus the first one."""
        chain = (*fields, self.decide, self.cancel)
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)
        fields[0].setFocus()

    def change(self) -> Change:
        """The change that the form describes now."""
        raise NotImplementedError

    def accept(self) -> None:
        """See QDialog."""
        change = self.change()
        try:
            change.applied(self._labels)
        except VschaosError as error:
            self.message.setText(f"{translated(error.sentence)} {translated(error.remedy)}".strip())
            return
        super().accept()
        self.decided.emit(change)
