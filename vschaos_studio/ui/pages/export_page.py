"""The Export page: the instrument now loaded becomes a folder for nn~ in Max and Pd, checked before it is offered.

The export runs in a process of its own, followed by a task's worker thread.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vschaos.errors import ExportError, InstrumentError, VschaosError
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.card import Card as InstrumentCard
from vschaos_studio.services.export_task import ExportRequest, ExportResult, run_export
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import EXPORT_AUTHOR, EXPORT_LICENCE
from vschaos_studio.state.export import ExportWords, description_of, facts
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.pages.page import SPACING, Page
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.export_form import ExportForm
from vschaos_studio.ui.widgets.export_progress import ExportProgress
from vschaos_studio.ui.widgets.patch_help import PatchHelp
from vschaos_studio.ui.widgets.roles import Card, button, label


def default_export_folder() -> Path:
    """Where exports go unless the user says otherwise."""
    return platformdirs.user_documents_path() / "vschaos studio" / "exports"


def installed_pd() -> str:
    """The program that opens patches of Pure Data; empty where it is not on the path."""
    return shutil.which("pd") or shutil.which("puredata") or ""


class ExportPage(Page):
    """Exports an instrument.

    Parameters
    ----------
    settings
        Where author and licence are remembered, for instruments that name none; None remembers nothing.
    folder
        Where exports go at first.
    pd
        The program Pure Data, empty for none; by default the one on the path.

    Signals
    -------
    exported
        Path of a module that was written and passed its checks.
    """

    exported = Signal(str)

    def __init__(
        self,
        *,
        notices: Notices,
        tasks: TaskRunner,
        launcher: Launcher,
        theme: Theme | None = None,
        settings: Settings | None = None,
        folder: Path | None = None,
        pd: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Export", parent)
        self._notices = notices
        self._tasks = tasks
        self._launcher = launcher
        self._task: RunningTask | None = None
        self._settings = settings
        self._pd = installed_pd() if pd is None else pd
        self._instrument: Instrument | None = None
        self._path: Path | None = None
        self._fits = False
        self._replaced = ""
        self._rate_hz = 0
        self._result: ExportResult | None = None
        theme = theme or Theme()
        self.header.addWidget(label("to Max and Pure Data, with nn~", "muted"))
        self.header.addStretch(1)
        self.form = ExportForm(folder or default_export_folder())
        self.form.changed.connect(self._present)
        self.export_button = button("Export for nn~", "primary")
        self.export_button.clicked.connect(self.export)
        self.progress = ExportProgress(theme, with_pd=bool(self._pd))
        self.progress.cancel_pressed.connect(self.cancel)
        self.progress.reveal_pressed.connect(self.reveal)
        self.progress.pd_pressed.connect(self.open_in_pd)
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
            instrument = read_instrument(path, with_weights=False)
        except InstrumentError as error:
            self._notices.error(error)
            return
        card = instrument.card
        newer = self._instrument is not None and self._instrument.card.name == card.name
        self._instrument, self._path = instrument, path
        # While a training goes on, its instrument comes again and again: what the user typed stays.
        if not newer:
            self.form.suggest(card.name, self._suggested_words(card))
            if not self.progress.running:
                self.progress.hide()
        self._show_facts(card)
        self._stack.setCurrentWidget(self._loaded)
        self._present()

    def export(self) -> None:
        """Make the folder."""
        if self._instrument is None or self._path is None or not self._fits or not self.form.name or self._busy():
            return
        request = ExportRequest(self._path, self.form.folder, self.form.name, self.form.words)
        self._replaced = self.form.name if self.form.replaces else ""
        self._rate_hz = self._instrument.card.sample_rate_hz
        self._remember(self._instrument.card, self.form.words)
        self.progress.begin()
        self.progress.cancel.setFocus()
        job = _Export(self._launcher, request)
        task = self._tasks.run_task(job.run, self._finish, self._fail, self.progress.show_news)
        self._task = task if task.running else None
        self._present()
        QTimer.singleShot(0, self, self._show_progress)

    def cancel(self) -> None:
        """Give the export up; the target folder stays as it was."""
        if self._busy() and self._task is not None:
            self._task.cancel()
            self._task = None
            self.progress.hide()
            self._notices.info("The export was cancelled; nothing was written.")
            self._present()

    def reveal(self) -> None:
        """Show the folder in the system's file manager."""
        if self._result is None:
            return
        folder = self._result.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._notices.error(VschaosError("No file manager answered.", f"The folder is “{folder}”."))

    def open_in_pd(self) -> None:
        """Open the patch to play in Pure Data, at the instrument's rate."""
        patch = self._result.beside(".pd") if self._result is not None else None
        if patch is None:
            return
        process = QProcess()
        process.setProgram(self._pd)
        process.setArguments(["-r", str(self._rate_hz), str(patch)])
        process.setWorkingDirectory(str(patch.parent))
        # Pd outlives the studio: it must not hold on to what the studio was told to write to.
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        answer = process.startDetached()
        # A pair by its declaration; what comes is the first of it.
        if not (answer[0] if isinstance(answer, tuple) else answer):
            self._notices.error(VschaosError("Pure Data did not start.", f"Open “{patch}” in it yourself."))

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
            self._result = result
            self.progress.show_result(result)
            self._notices.info(f"“{result.path.stem}” is ready for Max and Pd.")
            self.exported.emit(str(result.path))
            QTimer.singleShot(0, self, self._show_progress)
        self.form.refresh()

    def _fail(self, error: VschaosError) -> None:
        self._task = None
        self.progress.show_failure(error, replaced=self._replaced)
        self._notices.error(error)
        self.form.refresh()
        QTimer.singleShot(0, self, self._show_progress)

    # What is remembered

    def _suggested_words(self, card: InstrumentCard) -> ExportWords:
        """The instrument's own, and where it has none, those of the last export."""
        own = ExportWords.of(card)
        if self._settings is None:
            return own
        return ExportWords(
            own.author or self._settings.get(EXPORT_AUTHOR),
            own.licence or self._settings.get(EXPORT_LICENCE),
            own.notes,
        )

    def _remember(self, card: InstrumentCard, words: ExportWords) -> None:
        if self._settings is None:
            return
        own = ExportWords.of(card)
        # What the instrument said itself is nobody's habit: the factory's authors are not the user.
        for setting, said, typed in (
            (EXPORT_AUTHOR, own.author, words.author),
            (EXPORT_LICENCE, own.licence, words.licence),
        ):
            if typed and typed != said:
                self._settings.set(setting, typed)

    # How it looks

    def _show_progress(self) -> None:
        self._scroll.ensureWidgetVisible(self.progress, 0, 0)

    def _busy(self) -> bool:
        return self._task is not None and self._task.running

    def _present(self) -> None:
        if self._instrument is not None:
            try:
                self.help.show_description(description_of(self._instrument, self.form.name))
                self._fits = True
            except ExportError as error:
                self.help.show_problem(error)
                self._fits = False
        self.form.setEnabled(not self._busy())
        self.export_button.setEnabled(self._fits and bool(self.form.name) and not self._busy())

    def _show_facts(self, card: InstrumentCard) -> None:
        self._instrument_name.setText(card.name)
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
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
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACING)
        left.addWidget(about)
        left.addWidget(self.form)
        left.addWidget(self.export_button)
        left.addWidget(self.progress)
        left.addStretch(1)
        # Each side by itself: the objects to copy stay in sight beside a long report.
        self._scroll = _scrolled(side)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self._scroll, 11)
        row.addWidget(_scrolled(self.help), 9)
        return both

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


def _scrolled(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return scroll


class _Export:
    def __init__(self, launcher: Launcher, request: ExportRequest) -> None:
        self._launcher = launcher
        self._request = request

    def run(self, context: TaskContext) -> ExportResult | None:
        return run_export(self._launcher, self._request, context)
