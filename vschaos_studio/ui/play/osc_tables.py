"""Two windows of their own: what passes over OSC now, and all addresses to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from vschaos.osc.listing import HEADS, ListedAddress, listed
from vschaos.osc.messages import OscTraffic
from vschaos.performance.controls import Playable
from vschaos_studio.language import number, tr, translated
from vschaos_studio.ui.controls.layouts import STRETCH, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label, plain_tip, show_tone

IN, OUT = tr("in", "message"), tr("out", "message")
MARGINS = (24, 24, 24, 24)


class OscMonitor(QDialog):
    """The latest messages, how many pass a second by address, and the last error.

    Signals
    -------
    watched
        Whether it can be seen: only then has the engine to watch.
    """

    watched = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("OSC monitor"))
        self.resize(720, 560)
        self.lines = _table(("", tr("Program"), tr("Address"), tr("Arguments")), (48, 150, 220))
        self.rates = _table(("", tr("Address"), tr("Messages a second")), (48, 360))
        self.rates.setMaximumHeight(180)
        self.held = QCheckBox(tr("Pause"))
        self.held.setToolTip(tr("Keep the tables as they are, to read them"))
        self._error = label("", "small", wrap=True)
        show_tone(self._error, "warning")
        self._error.hide()
        close = button(tr("Close"), "primary", press=self.close)
        vbox(
            label(tr("Messages"), "heading"),
            (self.lines, 1),
            label(tr("Addresses"), "heading"),
            self.rates,
            self._error,
            hbox(self.held, STRETCH, close),
            spacing=8,
            margins=MARGINS,
            on=self,
        )

    def show_traffic(self, traffic: OscTraffic) -> None:
        """Show what passed."""
        if self.held.isChecked():
            return
        _fill(
            self.lines, [(IN if one.incoming else OUT, one.peer, one.address, one.arguments) for one in traffic.lines]
        )
        self.lines.scrollToBottom()
        _fill(self.rates, [(IN if one.incoming else OUT, one.address, number(one.per_s)) for one in traffic.rates])
        self._error.setText(tr("Last error: {error}", error=translated(traffic.last_error)))
        self._error.setVisible(bool(traffic.last_error))

    def showEvent(self, event: QShowEvent) -> None:
        """Watch while it can be seen."""
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop watching."""
        super().hideEvent(event)
        self.watched.emit(False)


class OscAddresses(QDialog):
    """All addresses of an instrument: to find one, and to copy it, or the whole table."""

    def __init__(self, playable: Playable, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("OSC addresses"))
        self.resize(820, 600)
        self._heads = [translated(head) for head in HEADS]
        self._rows = [address_row(one) for one in listed(playable, prefix)]
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search addresses and meanings"))
        self.search.setAccessibleName(tr("Search OSC addresses"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_found)
        self.table = _table(self._heads, (210, 130, 130))
        _fill(self.table, self._rows)
        self.table.itemSelectionChanged.connect(self._show_selected)
        self.copy_one = button(
            tr("Copy address"), tip=tr("Put the chosen address on the clipboard"), press=self._copy_one
        )
        self.copy_all = button(
            tr("Copy table"), tip=tr("Put the whole table on the clipboard, as text"), press=self._copy_all
        )
        close = button(tr("Close"), "primary", press=self.close)
        foot = hbox(self.copy_one, self.copy_all, STRETCH, close)
        vbox(self.search, (self.table, 1), foot, spacing=8, margins=MARGINS, on=self)
        self._show_selected()

    def _show_found(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for place, row in enumerate(self._rows):
            text = " ".join(row).casefold()
            self.table.setRowHidden(place, not all(part in text for part in wanted))

    def _show_selected(self) -> None:
        self.copy_one.setEnabled(bool(self.table.selectedItems()))

    def _copy_one(self) -> None:
        rows = sorted({item.row() for item in self.table.selectedItems()})
        QGuiApplication.clipboard().setText("\n".join(self._rows[row][0] for row in rows))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in (self._heads, *self._rows)))


def address_row(one: ListedAddress) -> tuple[str, str, str, str]:
    """An address, its arguments, their range and what it does, in the user's language."""
    arguments = translated(one.arguments)
    if one.is_sent:
        arguments = tr("sent: {arguments}", arguments=arguments)
    return one.address, arguments, translated(one.range), translated(one.help)


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
                item.setToolTip(plain_tip(text))
