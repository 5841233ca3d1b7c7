"""Asks before the program closes and something is lost: what is not finished, and what happens to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vschaos.edition import PROGRAM
from vschaos_studio.language import tr
from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.ui.controls.layouts import vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class ClosingDialog(Dialog):
    """Accepted if the user wants to close, else rejected; Enter and Escape keep working."""

    def __init__(self, unfinished: Sequence[UnfinishedWork], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Close {program}", program=PROGRAM), tr("If you close now, something is lost"), parent=parent
        )
        self.setMinimumWidth(480)
        self.stay = button(tr("Keep working"), "primary", press=self.reject)
        self.close_now = button(tr("Close"), "danger", press=self.accept)
        self.stay.setDefault(True)
        items = (vbox(label(one.what, wrap=True), label(one.fate, "muted", wrap=True), spacing=2) for one in unfinished)
        self.lay_out(*items, 8, buttons=(self.close_now, self.stay))
        self.stay.setFocus()
