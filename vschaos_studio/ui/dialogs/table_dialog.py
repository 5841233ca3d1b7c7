"""A dialog that shows a table to read and copy: shortcuts, OSC addresses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vschaos.performance.controls import Control, Kind, Playable, control_table
from vschaos_studio.ui.widgets.roles import button, label

Row = tuple[str, ...]


class TableDialog(QDialog):
    """A heading, a sentence, a table, and a button that copies it as text."""

    def __init__(
        self, title: str, lead: str, heads: Sequence[str], rows: Sequence[Row], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
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
        copy = button("Copy as text", tip="Put the table on the clipboard")
        copy.clicked.connect(self.copy)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label(title, "title"))
        if lead:
            column.addWidget(label(lead, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def copy(self) -> None:
        """Put the table on the clipboard, a line a row, columns parted by tabs."""
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in self._rows))


def pad_rows() -> list[Row]:
    """What the hand can do on the pad and the sliders."""
    return [
        ("Play on the pad", "drag"),
        ("Move on the pad", "arrow keys"),
        ("Move finely on the pad", "Shift + arrow keys"),
        ("Centre of the pad", "Home"),
        ("Axis 3, over the pad", "mouse wheel"),
        ("Reset a slider", "double click"),
        ("Next control", "Tab"),
    ]


def osc_rows(playable: Playable, prefix: str = "/vs") -> list[Row]:
    """The control table and the questions, as OSC sees them."""
    controls = [
        (prefix + control.address, _arguments(control), _range(control), control.help)
        for control in control_table(playable)
    ]
    return [
        *controls,
        (f"{prefix}/query", "address", "", f"Answers {prefix}/reply with the address and its values."),
        (f"{prefix}/ping", "", "", f"Answers {prefix}/pong."),
        (f"{prefix}/error", "comes out", "", "Address and sentence, when a message cannot be used."),
    ]


def _arguments(control: Control) -> str:
    kind = "int" if control.kind in (Kind.SWITCH, Kind.CHOICE) else "float"
    if control.count == 0:
        return "none"
    return kind if control.count == 1 else f"{control.count} {kind}s"


def _range(control: Control) -> str:
    if control.count == 0:
        return ""
    if control.kind is Kind.SWITCH:
        return "0 or 1"
    if control.kind is Kind.CHOICE:
        return f"{control.low:.0f} … {control.high:.0f}"
    unit = f" {control.unit}" if control.unit else ""
    return f"{control.low:g} … {control.high:g}{unit}"
