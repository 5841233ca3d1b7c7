"""Asks before the program closes: what is not finished, and what happens to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.ui.controls.layouts import vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class ClosingDialog(Dialog):
    """Accepted if the user wants to close, else rejected.

    Enter closes if nothing is lost, and keeps working if something is; Escape always keeps working.
    """

    def __init__(self, unfinished: Sequence[UnfinishedWork], parent: QWidget | None = None) -> None:
        lost = any(one.lost for one in unfinished)
        heading = "If you close now, something is lost" if lost else "Close now?"
        super().__init__("Close vschaos studio", heading, parent=parent)
        self.setMinimumWidth(480)
        self.stay = button("Keep working", "primary" if lost else "", press=self.reject)
        self.close_now = button("Close", "danger" if lost else "primary", press=self.accept)
        default = self.stay if lost else self.close_now
        default.setDefault(True)
        items = (vbox(label(one.what, wrap=True), label(one.fate, "muted", wrap=True), spacing=2) for one in unfinished)
        self.lay_out(*items, 8, buttons=(self.close_now if lost else self.stay, default))
        default.setFocus()
