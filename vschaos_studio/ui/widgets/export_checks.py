"""The checks of an export, one a row: those to come, then those that have passed, with what they found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from vschaos_studio.services.export_task import ExportCheck
from vschaos_studio.state.export import CHECK_TITLES
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import label, with_role

PENDING, PASSED = "·", "✓"


class ExportChecks(QWidget):
    """Rows of a mark, a title and a sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def begin(self) -> None:
        """All checks are still to come."""
        self.clear()
        for name in CHECK_TITLES:
            self._add(name)

    def show_passed(self, check: ExportCheck) -> None:
        """Tick one off, with what it found."""
        mark, title, sentence = self.rows.get(check.name) or self._add(check.name)
        mark.setText(PASSED)
        mark.setStyleSheet(f"color: {self._theme.good};")
        with_role(title, "")
        sentence.setText(check.sentence)
        sentence.show()

    def show_all(self, checks: Iterable[ExportCheck]) -> None:
        """These have passed, and there are no others."""
        self.clear()
        for check in checks:
            self.show_passed(check)

    def clear(self) -> None:
        """No checks."""
        for row in self.rows.values():
            for cell in row:
                self._grid.removeWidget(cell)
                cell.hide()
                cell.deleteLater()
        self.rows = {}

    def _add(self, name: str) -> tuple[QLabel, QLabel, QLabel]:
        title = label(CHECK_TITLES.get(name, name.capitalize()), "muted")
        cells = label(PENDING, "muted"), title, label("", "muted", wrap=True)
        row = len(self.rows)
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(cell, row, column)
        self.rows[name] = cells
        return cells
