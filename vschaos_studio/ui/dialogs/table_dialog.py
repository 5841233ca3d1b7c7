"""A dialog that shows a table to read and copy: shortcuts, OSC addresses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog

Row = tuple[str, ...]


class TableDialog(Dialog):
    """A heading, a sentence, a table, and a button that copies it as text."""

    def __init__(
        self, title: str, lead: str, heads: Sequence[str], rows: Sequence[Row], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, title, "title", parent)
        self.resize(760, 560)
        self._rows = rows
        self.table = QTableWidget(len(rows), len(heads))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                self.table.setItem(y, x, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        copy = button(tr("Copy as text"), tip=tr("Copy the table to the clipboard"), press=self.copy)
        close = button(tr("Close"), "primary", press=self.accept)
        close.setDefault(True)
        parts = [label(lead, "muted", wrap=True)] if lead else []
        self.lay_out(*parts, (self.table, 1), buttons=(close,), left=(copy,), spacing=16)

    def copy(self) -> None:
        """Copy the table to the clipboard, a line a row, columns separated by tabs."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))


def pad_rows() -> list[Row]:
    """What mouse and keys do on the pad, the sliders and the keyboard."""
    return [
        (tr("Play on the pad"), tr("drag")),
        (tr("Move on the pad"), tr("arrow keys")),
        (tr("Move finely on the pad"), tr("Shift + arrow keys")),
        (tr("Return to the start, on the pad"), tr("Home")),
        (tr("Axis 3, over the pad"), tr("mouse wheel")),
        (tr("Recall a snapshot"), tr("1 … 9, or click the number")),
        (tr("Store the present sound as a snapshot"), tr("Alt+1 … Alt+9, or Shift + click the number")),
        (tr("Morph between two snapshots"), tr("drag from one number to the other")),
        (tr("Set the pitch on the keyboard"), tr("click a key, arrow keys, page up and down")),
        (tr("Play notes on the keyboard"), tr("Shift + click; letters A … K while “Keys play notes” is on")),
        (tr("Reset a slider"), tr("double click")),
        (tr("Next control"), tr("Tab")),
    ]
