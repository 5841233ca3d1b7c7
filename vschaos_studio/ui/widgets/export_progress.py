"""An export under way, and what its check found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vschaos.errors import VschaosError
from vschaos_studio.services.export_task import ExportResult, ExportStage
from vschaos_studio.state.export import CHECK_TITLES
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label

STAGES = ("load", "script", "verify", "write")
"""What an export does, in order; the check takes longest."""


class ExportProgress(Card):
    """The stages while it runs, then the checks or the reason why not.

    Signals
    -------
    cancel_pressed, reveal_pressed
        Give it up; show the file in the file manager.
    """

    cancel_pressed = Signal()
    reveal_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self.sentence = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, len(STAGES))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the export")
        self.cancel = button("Cancel")
        self.cancel.clicked.connect(self.cancel_pressed)
        self.verdict = label("", "heading", wrap=True)
        self.detail = label("", "muted", wrap=True)
        self.path = ElidedLabel(role="muted")
        self.reveal = button("Show in folder")
        self.reveal.clicked.connect(self.reveal_pressed)
        self._checks = QGridLayout()
        self._checks.setHorizontalSpacing(12)
        self._checks.setVerticalSpacing(6)
        self._checks.setColumnStretch(2, 1)
        self._running = self._built_running()
        self._ended = self._built_ended()
        # Not a stack, which would be as tall as the taller of the two.
        self.body.addWidget(self._running)
        self.body.addWidget(self._ended)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether an export is shown as under way."""
        return not self.isHidden() and not self._running.isHidden()

    def begin(self) -> None:
        """An export begins."""
        self.sentence.setText("Starting…")
        self.bar.setValue(0)
        self._turn_to(self._running)

    def show_stage(self, stage: ExportStage) -> None:
        """It has come to this stage."""
        if stage.stage in STAGES:
            self.bar.setValue(STAGES.index(stage.stage) + 1)
        self.sentence.setText(stage.sentence)

    def show_result(self, result: ExportResult) -> None:
        """It is done."""
        self.verdict.setText(f"{result.path.name} is ready")
        self.detail.setText("A fresh process opened it as nn~ would, and tried this:" if result.checks else "")
        self.detail.setVisible(bool(result.checks))
        self.path.setText(str(result.path))
        self._clear_checks()
        for row, check in enumerate(result.checks):
            tick = label("✓")
            tick.setStyleSheet(f"color: {self._theme.good};")
            title = label(CHECK_TITLES.get(check.name, check.name.capitalize()))
            for column, cell in enumerate((tick, title, label(check.sentence, "muted", wrap=True))):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._checks.addWidget(cell, row, column)
        self._show_file_row(True)
        self._turn_to(self._ended)

    def show_failure(self, error: VschaosError) -> None:
        """It could not be done; nothing was written."""
        self.verdict.setText("Nothing was written")
        self.detail.setText(str(error))
        self.detail.show()
        self._clear_checks()
        self._show_file_row(False)
        self._turn_to(self._ended)

    def _turn_to(self, side: QWidget) -> None:
        for page in (self._running, self._ended):
            page.setVisible(page is side)
        self.show()

    def _show_file_row(self, shown: bool) -> None:
        self.path.setVisible(shown)
        self.reveal.setVisible(shown)

    def _clear_checks(self) -> None:
        while (item := self._checks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _built_running(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addWidget(self.bar)
        return side

    def _built_ended(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.reveal)
        column.addWidget(self.verdict)
        column.addLayout(row)
        column.addWidget(self.detail)
        column.addLayout(self._checks)
        return side
