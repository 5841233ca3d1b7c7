"""Two windows beside the studio's: what passes over OSC right now, and all addresses to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vschaos.osc.listing import HEADS, listed
from vschaos.osc.reports import OscTraffic
from vschaos.performance.controls import Playable
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import button, label

IN, OUT = "in", "out"


class OscMonitor(QDialog):
    """The latest messages, how many pass a second by address, and the last error.

    Signals
    -------
    watched
        Whether somebody looks: it costs the engine nothing while nobody does.
    """

    watched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("OSC monitor")
        self.resize(720, 560)
        self.lines = _table(("", "Program", "Address", "Arguments"), (48, 150, 220))
        self.rates = _table(("", "Address", "Messages a second"), (48, 360))
        self.rates.setMaximumHeight(180)
        self.held = QCheckBox("Hold still")
        self.held.setToolTip("Leave the tables as they are, to read them")
        self._error = label("", "small", wrap=True)
        self._error.setStyleSheet(f"color: {theme.warning};")
        self._error.hide()
        close = button("Close", "primary")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.held)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(label("Messages", "heading"))
        column.addWidget(self.lines, 1)
        column.addWidget(label("Addresses", "heading"))
        column.addWidget(self.rates)
        column.addWidget(self._error)
        column.addLayout(foot)

    def show_traffic(self, traffic: OscTraffic) -> None:
        """Show what passed."""
        if self.held.isChecked():
            return
        _fill(
            self.lines, [(IN if one.incoming else OUT, one.peer, one.address, one.arguments) for one in traffic.lines]
        )
        self.lines.scrollToBottom()
        _fill(self.rates, [(IN if one.incoming else OUT, one.address, f"{one.per_s:.0f}") for one in traffic.rates])
        self._error.setText(f"Last error: {traffic.last_error}")
        self._error.setVisible(bool(traffic.last_error))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch."""
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch no more."""
        super().hideEvent(event)
        self.watched.emit(False)


class OscAddresses(QDialog):
    """All addresses of an instrument: to find one, and to copy it, or the whole table."""

    def __init__(self, playable: Playable, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("OSC addresses")
        self.resize(820, 600)
        self._rows = [one.row for one in listed(playable, prefix)]
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find an address or a word")
        self.search.setAccessibleName("Find an OSC address")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_found)
        self.table = _table(HEADS, (210, 130, 130))
        _fill(self.table, self._rows)
        self.table.itemSelectionChanged.connect(self._show_selected)
        self.copy_one = button("Copy address", tip="Put the chosen address on the clipboard")
        self.copy_one.clicked.connect(self._copy_one)
        self.copy_all = button("Copy table", tip="Put the whole table on the clipboard, as text")
        self.copy_all.clicked.connect(self._copy_all)
        close = button("Close", "primary")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy_one)
        foot.addWidget(self.copy_all)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._show_selected()

    def _show_found(self, words: str) -> None:
        wanted = words.casefold().split()
        for number, row in enumerate(self._rows):
            text = " ".join(row).casefold()
            self.table.setRowHidden(number, not all(word in text for word in wanted))

    def _show_selected(self) -> None:
        self.copy_one.setEnabled(bool(self.table.selectedItems()))

    def _copy_one(self) -> None:
        rows = sorted({item.row() for item in self.table.selectedItems()})
        QGuiApplication.clipboard().setText("\n".join(self._rows[row][0] for row in rows))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (HEADS, *self._rows)))


def _table(heads: Sequence[str], widths: Sequence[int]) -> QTableWidget:
    made = QTableWidget(0, len(heads))
    made.setHorizontalHeaderLabels(list(heads))
    header = made.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setWordWrap(False)
    made.setTabKeyNavigation(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    for column, width in enumerate(widths):
        made.setColumnWidth(column, width)
    return made


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            item = table.item(y, x)
            if item is None:
                item = QTableWidgetItem()
                table.setItem(y, x, item)
            if item.text() != text:
                item.setText(text)
                item.setToolTip(text)
