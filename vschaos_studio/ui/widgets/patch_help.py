"""What an export offers to Max and Pure Data: methods with the objects to copy, and attributes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vschaos.errors import VschaosError
from vschaos.export.description import ExportDescription
from vschaos_studio.state.export import HOSTS, OPEN, AttributeWords, MethodWords, attributes, methods, object_text
from vschaos_studio.ui.widgets.copy_button import CopyButton
from vschaos_studio.ui.widgets.roles import Card, label

SOFTLY = "Turn the volume down first: coordinates far from the sounds that were learned can be loud."
HOW = "“Max” and “Pd” copy the object: press n in Max, Ctrl+1 in Pd, and paste it into the empty box."
OPEN_MEANS = "A label that is open follows its inlet, or what is heard."


class PatchHelp(QWidget):
    """Follows the instrument and the name that its export is to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copies: dict[tuple[str, str], CopyButton] = {}
        self._shown: tuple[tuple[MethodWords, ...], tuple[AttributeWords, ...]] | None = None
        self._methods = Card("Methods")
        self._methods.body.addWidget(label(HOW, "muted", wrap=True))
        self._rows: QWidget | None = None
        self._rate = label("", "muted", wrap=True)
        self._methods.body.addWidget(self._rate)
        self._methods.body.addWidget(label(SOFTLY, "small", wrap=True))
        self._attributes = Card("Attributes")
        self._attributes.body.addWidget(label("Send “set NAME VALUE” to the left inlet.", "muted", wrap=True))
        self._open_means = label(OPEN_MEANS, "small", wrap=True)
        self._attributes.body.addWidget(self._open_means)
        self._table: QWidget | None = None
        self._problem = Card("nn~ cannot take this instrument")
        self._problem_text = label("", "muted", wrap=True)
        self._problem.body.addWidget(self._problem_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._problem, self._methods, self._attributes):
            column.addWidget(card)
        column.addStretch(1)
        self._show_cards(fits=False)

    def show_description(self, description: ExportDescription) -> None:
        """Explain this export."""
        words = methods(description), attributes(description)
        if words != self._shown:
            # The name changes with every key that is pressed, the rest with the instrument alone.
            self._shown = words
            self._show_methods(words[0])
            self._show_attributes(words[1])
        for (method, host), copy in self.copies.items():
            copy.set_copied(object_text(description, method, host))
        self._rate.setText(
            f"Sound is at audio rate, all else a value every {description.hop_samples} samples. Set Max or Pd to "
            f"{description.sample_rate_hz:,} Hz, or it sounds at another pitch."
        )
        self._show_cards(fits=True)

    def show_problem(self, error: VschaosError) -> None:
        """Say why there is nothing to offer."""
        self._problem_text.setText(str(error))
        self._show_cards(fits=False)

    def _show_cards(self, *, fits: bool) -> None:
        self._methods.setVisible(fits)
        self._attributes.setVisible(fits)
        self._problem.setVisible(not fits)

    def _show_methods(self, told: tuple[MethodWords, ...]) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(12)
        self.copies = {}
        for method in told:
            column.addLayout(self._method_row(method))
        if self._rows is not None:
            self._methods.body.removeWidget(self._rows)
            self._rows.hide()  # it goes with the next turn of the event loop
            self._rows.deleteLater()
        self._rows = rows
        self._methods.body.insertWidget(2, rows)

    def _method_row(self, method: MethodWords) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(method.name, "heading"))
        head.addWidget(label(method.use, "muted"), 1)
        for host in HOSTS:
            copy = CopyButton(host, f"the object of {method.name} for {host}")
            self.copies[method.name, host] = copy
            head.addWidget(copy)
        row = QVBoxLayout()
        row.setSpacing(2)
        row.addLayout(head)
        ends = QGridLayout()
        ends.setHorizontalSpacing(8)
        ends.setVerticalSpacing(0)
        ends.setColumnStretch(1, 1)
        for line, (end, text) in enumerate((("in", method.inlets), ("out", method.outlets))):
            ends.addWidget(label(end, "small"), line, 0, Qt.AlignmentFlag.AlignTop)
            ends.addWidget(label(text, "small", wrap=True), line, 1)
        row.addLayout(ends)
        return row

    def _show_attributes(self, told: tuple[AttributeWords, ...]) -> None:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for column, title in enumerate(("name", "values", "at first")):
            grid.addWidget(label(title, "small"), 0, column)
        for row, item in enumerate(told, start=1):
            for column, (text, role) in enumerate(((item.name, ""), (item.values, "muted"), (item.default, "muted"))):
                cell = label(text, role, wrap=column == 1)
                cell.setToolTip(item.help)
                grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        if self._table is not None:
            self._attributes.body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = table
        self._attributes.body.insertWidget(2, table)
        self._open_means.setVisible(any(item.default == OPEN for item in told))
