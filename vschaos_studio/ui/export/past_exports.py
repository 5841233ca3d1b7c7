"""The exports of the project: each with where it is, and buttons to find it and to make it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.past_exports import instrument_name, module_of, past_export_text
from vschaos_studio.state.project import ProjectExport
from vschaos_studio.ui.controls.copy_button import CopyButton
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, clear, fill, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, Press, button, label, plain_tip

QWIDGETSIZE_MAX = (1 << 24) - 1
"""What Qt calls no limit."""


class PastExports(Card):
    """Lists them, the latest first.

    Signals
    -------
    again_pressed, folder_pressed
        A :class:`ProjectExport` that is to be made again; one whose folder is to be shown.
    """

    again_pressed = Signal(object)
    folder_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Past exports"))
        self.rows: list[PastExportRow] = []
        self.empty = label(tr("What is exported in this project is listed here."), "muted", wrap=True)
        self._column = vbox(spacing=12)
        fill(self.body, self.empty, self._column)

    def show_exports(self, exports: Sequence[ProjectExport], now: datetime) -> None:
        """Show these, the last one first."""
        clear(self._column)
        self.rows = [PastExportRow(one, now, self) for one in reversed(exports)]
        if self.rows:
            self._column.addWidget(boxed(vbox(*self.rows, spacing=12)))
        self.empty.setVisible(not self.rows)

    def show_busy(self, busy: bool) -> None:
        """Whether an export runs, so that no other can begin."""
        for row in self.rows:
            row.again.setEnabled(not busy)


class PastExportRow(QWidget):
    """One export: what it is, and three buttons."""

    def __init__(self, export: ProjectExport, now: datetime, owner: PastExports) -> None:
        super().__init__()
        module = module_of(export)
        self.text = label(past_export_text(export, now), "small", wrap=True)
        self.again = _button(
            tr("Export again"),
            tr("Export {name} again", name=export.name),
            tr("Export “{instrument}” to the same folder, with the same card", instrument=instrument_name(export)),
            lambda: owner.again_pressed.emit(export),
        )
        self.folder = _button(
            tr("Show in folder"),
            tr("Show the folder of {name}", name=export.name),
            str(module.parent),
            lambda: owner.folder_pressed.emit(export),
        )
        self.folder.setEnabled(module.parent.is_dir())
        self.copy = CopyButton(tr("Copy path"), tr("the path of {name}", name=export.name))
        self.copy.setMaximumWidth(QWIDGETSIZE_MAX)
        self.copy.set_copied(str(module))
        buttons = hbox(self.again, self.folder, self.copy, STRETCH)
        where = ElidedLabel(str(module), role="small")
        vbox(ElidedLabel(export.name), where, self.text, buttons, spacing=4, on=self)


def _button(text: str, name: str, tip: str, press: Press) -> QPushButton:
    made = button(text, tip=plain_tip(tip), press=press)
    made.setAccessibleName(name)
    return made
