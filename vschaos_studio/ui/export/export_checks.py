"""The checks of an export, one a row: pending or passed, with their results."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from vschaos.export.report import Check
from vschaos_studio.language import translated
from vschaos_studio.state.export import CHECK_TITLES
from vschaos_studio.ui.controls.layouts import clear, grid
from vschaos_studio.ui.controls.styled_widgets import label, show_tone, with_role
from vschaos_studio.ui.theme import Theme

PENDING, PASSED = "·", "✓"


class ExportChecks(QWidget):
    """Rows of a mark, a title and a sentence."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        self.grid = grid((), across=12, down=6, wide=2)
        self.setLayout(self.grid)

    def begin(self) -> None:
        """Show all checks as pending."""
        self.clear()
        for name in CHECK_TITLES:
            self._add(name)

    def show_passed(self, check: Check) -> None:
        """Show a check as passed, with its result."""
        mark, title, sentence = self.rows.get(check.name) or self._add(check.name)
        mark.setText(PASSED)
        show_tone(mark, "good")
        with_role(title, "")
        sentence.setText(translated(check.sentence))
        sentence.show()

    def show_all(self, checks: Iterable[Check]) -> None:
        """Show these checks as passed, and no others."""
        self.clear()
        for check in checks:
            self.show_passed(check)

    def clear(self) -> None:
        """Show no checks."""
        clear(self.grid)
        self.rows = {}

    def _add(self, name: str) -> tuple[QLabel, QLabel, QLabel]:
        title = label(CHECK_TITLES.get(name, name.capitalize()), "muted")
        cells = label(PENDING, "muted"), title, label("", "muted", wrap=True)
        row = len(self.rows)
        for column, cell in enumerate(cells):
            cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.grid.addWidget(cell, row, column)
        self.rows[name] = cells
        return cells
