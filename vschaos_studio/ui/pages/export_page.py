"""The Export page: the instrument now loaded becomes a ``.ts`` file for nn~, checked before it is offered.

The export runs in a process of its own, followed by a task's worker thread.
"""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vschaos.errors import InstrumentError, VschaosError
from vschaos.instrument.bundle import read_card
from vschaos.instrument.card import Card as InstrumentCard
from vschaos_studio.services.export_task import ExportRequest, ExportResult, run_export
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.state.export import facts
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.pages.page import SPACING, Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.export_form import ExportForm
from vschaos_studio.ui.widgets.export_progress import ExportProgress
from vschaos_studio.ui.widgets.patch_help import PatchHelp
from vschaos_studio.ui.widgets.roles import Card, button, label


def default_export_folder() -> Path:
    """Where files go unless the user says otherwise."""
    return platformdirs.user_documents_path() / "vschaos studio" / "exports"


class ExportPage(Page):
    """Exports an instrument.

    Signals
    -------
    exported
        Path of a file that was written and passed its check.
    """

    exported = Signal(str)

    def __init__(
        self,
        *,
        notices: Notices,
        tasks: TaskRunner,
        launcher: Launcher,
        theme: Theme | None = None,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Export", parent)
        self._notices = notices
        self._tasks = tasks
        self._launcher = launcher
        self._task: RunningTask | None = None
        self._card: InstrumentCard | None = None
        self._instrument: Path | None = None
        self._written: Path | None = None
        theme = theme or Theme()
        self.header.addWidget(label("to Max and Pure Data, with nn~", "muted"))
        self.header.addStretch(1)
        self.form = ExportForm(folder or default_export_folder())
        self.form.changed.connect(self._present)
        self.export_button = button("Export for nn~", "primary")
        self.export_button.clicked.connect(self.export)
        self.progress = ExportProgress(theme)
        self.progress.cancel_pressed.connect(self.cancel)
        self.progress.reveal_pressed.connect(self.reveal)
        self.help = PatchHelp()
        self._instrument_name = ElidedLabel(role="heading")
        self._facts = QGridLayout()
        self._stack = QStackedWidget()
        self._empty = self._built_empty()
        self._loaded = self._built_loaded()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._loaded)
        self.body.addWidget(self._stack, 1)
        self._present()

    # What the page can do

    def set_instrument(self, path: Path) -> None:
        """Export this instrument next; an unreadable one is told of, and the one shown stays."""
        try:
            card = read_card(path)
        except InstrumentError as error:
            self._notices.error(error)
            return
        newer = self._card is not None and self._card.name == card.name
        self._card, self._instrument = card, path
        # While a training goes on, its instrument comes again and again: what the user typed stays.
        if not newer:
            self.form.suggest(card.name)
            if not self.progress.running:
                self.progress.hide()
        self._show_facts(card)
        self._stack.setCurrentWidget(self._loaded)
        self._present()

    def export(self) -> None:
        """Write the file."""
        if self._instrument is None or not self.form.name or self._busy():
            return
        request = ExportRequest(self._instrument, self.form.folder, self.form.name)
        self.progress.begin()
        self.progress.cancel.setFocus()
        job = _Export(self._launcher, request)
        task = self._tasks.run_task(job.run, self._finish, self._fail, self.progress.show_stage)
        self._task = task if task.running else None
        self._present()

    def cancel(self) -> None:
        """Give the export up; the target folder stays as it was."""
        if self._busy() and self._task is not None:
            self._task.cancel()
            self._task = None
            self.progress.hide()
            self._notices.info("The export was cancelled; nothing was written.")
            self._present()

    def reveal(self) -> None:
        """Show the file in the system's file manager."""
        if self._written is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent))):
            self._notices.error(VschaosError("No file manager answered.", f"The file is “{self._written}”."))

    def default_button(self) -> QPushButton | None:
        """See Page."""
        return self.export_button

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.progress.cancel if self._busy() else None

    # What the task brings

    def _finish(self, result: ExportResult | None) -> None:
        self._task = None
        if result is None:
            self.progress.hide()
        else:
            self._written = result.path
            self.progress.show_result(result)
            self._notices.info(f"“{result.path.name}” is ready for nn~.")
            self.exported.emit(str(result.path))
            QTimer.singleShot(0, self, self._show_progress)
        self.form.refresh()

    def _fail(self, error: VschaosError) -> None:
        self._task = None
        self.progress.show_failure(error)
        self._notices.error(error)
        self.form.refresh()

    def _show_progress(self) -> None:
        self._scroll.ensureWidgetVisible(self.progress, 0, 0)

    # How it looks

    def _busy(self) -> bool:
        return self._task is not None and self._task.running

    def _present(self) -> None:
        self.export_button.setEnabled(self._instrument is not None and bool(self.form.name) and not self._busy())
        if self._card is not None:
            self.help.show_instrument(self._card, self.form.name or "NAME")

    def _show_facts(self, card: InstrumentCard) -> None:
        self._instrument_name.setText(card.name)
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (title, text) in enumerate(facts(card)):
            self._facts.addWidget(label(title, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(text, wrap=True), row, 1)

    def _built_loaded(self) -> QWidget:
        about = Card()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        about.body.addWidget(self._instrument_name)
        about.body.addLayout(self._facts)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addWidget(about)
        left.addWidget(self.form)
        left.addWidget(self.export_button)
        left.addWidget(self.progress)
        left.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addLayout(left, 11)
        row.addWidget(self.help, 9)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll

    def _built_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(12)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(label("There is no instrument to export yet", "title"), 0, centre)
        column.addWidget(label("Open one on the Play page, or learn one from your sounds.", "muted"), 0, centre)
        column.addStretch(3)
        return page


class _Export:
    def __init__(self, launcher: Launcher, request: ExportRequest) -> None:
        self._launcher = launcher
        self._request = request

    def run(self, context: TaskContext) -> ExportResult | None:
        return run_export(self._launcher, self._request, context)
