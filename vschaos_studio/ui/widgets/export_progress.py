"""An export under way, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vschaos.errors import VschaosError
from vschaos_studio.services.export_task import ExportCheck, ExportResult, ExportStage
from vschaos_studio.state.export import speed_words
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.export_checks import ExportChecks
from vschaos_studio.ui.widgets.export_files import ExportFiles
from vschaos_studio.ui.widgets.roles import Card, button, label

STAGES = ("load", "script", "verify", "write")
"""What an export does, in order; the check takes longest."""

SPEED = "speed"
"""The check that is a figure: told above the others."""

CHECKED = "A fresh process opened it as nn~ would, and tried this:"


class ExportProgress(Card):
    """Stages and checks while it runs, then the folder, or the reason why there is none.

    Signals
    -------
    cancel_pressed, reveal_pressed, pd_pressed
        Give it up; show the folder in the file manager; open the patch in Pd.
    """

    cancel_pressed = Signal()
    reveal_pressed = Signal()
    pd_pressed = Signal()

    def __init__(self, theme: Theme, *, with_pd: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.sentence = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, len(STAGES))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the export")
        self.cancel = button("Cancel")
        self.cancel.clicked.connect(self.cancel_pressed)
        self.verdict = label("", "heading", wrap=True)
        self.speed = label("", wrap=True)
        self.files = ExportFiles(with_pd=with_pd)
        self.files.reveal_pressed.connect(self.reveal_pressed)
        self.files.pd_pressed.connect(self.pd_pressed)
        self.detail = label("", "muted", wrap=True)
        self.checks = ExportChecks(theme)
        self._running = self._built_running()
        # Not a stack, which would be as tall as the taller of the two.
        for part in (self._running, self.verdict, self.files, self.speed, self.detail, self.checks):
            self.body.addWidget(part)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether an export is shown as under way."""
        return not self.isHidden() and not self._running.isHidden()

    def begin(self) -> None:
        """An export begins."""
        self.sentence.setText("Starting…")
        self.bar.setValue(0)
        self.checks.begin()
        self._turn_to(self._running, self.checks)

    def show_news(self, news: ExportStage | ExportCheck) -> None:
        """It has come to this stage, or has passed this check."""
        if isinstance(news, ExportCheck):
            self.checks.show_passed(news)
            return
        if news.stage in STAGES:
            self.bar.setValue(STAGES.index(news.stage) + 1)
        self.sentence.setText(news.sentence)

    def show_result(self, result: ExportResult) -> None:
        """It is done."""
        self.verdict.setText(f"{result.path.stem} is ready")
        self.speed.setText(speed_words(result.decode_x_realtime, result.forward_x_realtime))
        self.files.show_result(result)
        self.detail.setText(CHECKED)
        measured = bool(self.speed.text())
        self.checks.show_all(check for check in result.checks if check.name != SPEED or not measured)
        told = [self.speed] if measured else []
        told += [self.detail, self.checks] if self.checks.rows else []
        self._turn_to(self.verdict, self.files, *told)

    def show_failure(self, error: VschaosError, *, replaced: str = "") -> None:
        """It could not be done; nothing was written, and an older export of the name ``replaced`` stays as it was."""
        self.verdict.setText("Nothing was written")
        kept = f" The export that is in “{replaced}” already is as it was." if replaced else ""
        self.detail.setText(f"{error}{kept}")
        self.checks.clear()
        self._turn_to(self.verdict, self.detail)

    def _turn_to(self, *shown: QWidget) -> None:
        for part in (self._running, self.verdict, self.files, self.speed, self.detail, self.checks):
            part.setVisible(part in shown)
        self.show()

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
