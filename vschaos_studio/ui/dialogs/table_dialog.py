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
        copy = button("Copy as text", tip="Copy the table to the clipboard", press=self.copy)
        close = button("Close", "primary", press=self.accept)
        close.setDefault(True)
        parts = [label(lead, "muted", wrap=True)] if lead else []
        self.lay_out(*parts, (self.table, 1), buttons=(close,), left=(copy,), spacing=16)

    def copy(self) -> None:
        """Copy the table to the clipboard, a line a row, columns separated by tabs."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))


def pad_rows() -> list[Row]:
    """What mouse and keys do on the pad, the sliders and the keyboard."""
    return [
        ("Play on the pad", "drag"),
        ("Move on the pad", "arrow keys"),
        ("Move finely on the pad", "Shift + arrow keys"),
        ("Return to the start, on the pad", "Home"),
        ("Axis 3, over the pad", "mouse wheel"),
        ("Recall a snapshot", "1 … 9, or click the number"),
        ("Store the present sound as a snapshot", "Alt+1 … Alt+9, or Shift + click the number"),
        ("Morph between two snapshots", "drag from one number to the other"),
        ("Set the pitch on the keyboard", "click a key, arrow keys, page up and down"),
        ("Play notes on the keyboard", "Shift + click; letters A … K while “Keys play notes” is on"),
        ("Reset a slider", "double click"),
        ("Next control", "Tab"),
    ]
