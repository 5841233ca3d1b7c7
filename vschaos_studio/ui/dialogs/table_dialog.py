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

from vschaos.performance.controls import Control, Kind, Playable
from vschaos.performance.table import SNAPSHOTS, control_table
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
        ("Bring the sound of a number back", "1 … 9, or click the number"),
        ("Keep the present sound under a number", "Alt+1 … Alt+9, or Shift + click the number"),
        ("Morph between two numbers", "drag from one to the other"),
        ("Ask for a pitch on the keyboard", "click a key, arrow keys, page up and down"),
        ("Play notes on the keyboard", "Shift + click; letters A … K while “Keys play notes” is on"),
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
    if control.count == 0:
        return "none"
    if control.id == "snapshot.morph":
        return "2 ints, float"
    kind = "int" if control.kind in (Kind.SWITCH, Kind.CHOICE, Kind.COMMAND) else "float"
    return kind if control.count == 1 else f"{control.count} {kind}s"


def _range(control: Control) -> str:
    if control.count == 0:
        return ""
    if control.kind is Kind.SWITCH:
        return "0 or 1"
    if control.id == "snapshot.morph":
        return f"1 … {SNAPSHOTS}, 0 … 1"
    if control.kind in (Kind.CHOICE, Kind.COMMAND):
        return f"{control.low:.0f} … {control.high:.0f}"
    unit = f" {control.unit}" if control.unit else ""
    return f"{control.low:g} … {control.high:g}{unit}"
