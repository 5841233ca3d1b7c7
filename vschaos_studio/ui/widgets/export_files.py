"""The folder that an export made: its files, and ways to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vschaos_studio.services.export_task import ExportResult
from vschaos_studio.state.export import files_words
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import button, label


class ExportFiles(QWidget):
    """Shows what was written.

    Signals
    -------
    reveal_pressed, pd_pressed
        Show the folder in the file manager; open the patch in Pd.
    """

    reveal_pressed = Signal()
    pd_pressed = Signal()

    def __init__(self, *, with_pd: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_pd = with_pd
        self.path = ElidedLabel(role="muted")
        self.reveal = button("Show in folder")
        self.reveal.clicked.connect(self.reveal_pressed)
        self.pd = button("Open in Pd")
        self.pd.clicked.connect(self.pd_pressed)
        self.told: tuple[tuple[str, str], ...] = ()
        self._table: QWidget | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.reveal)
        row.addWidget(self.pd)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.path)
        self._column.addLayout(row)

    def show_result(self, result: ExportResult) -> None:
        """These files were written."""
        self.path.setText(str(result.path.parent))
        self.pd.setVisible(self._with_pd and result.beside(".pd") is not None)
        self.told = files_words(path.name for path in result.files)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, (name, purpose) in enumerate(self.told):
            grid.addWidget(label(name), line, 0)
            grid.addWidget(label(purpose, "muted", wrap=True), line, 1)
        if self._table is not None:
            self._column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = table
        self._column.addWidget(table)
