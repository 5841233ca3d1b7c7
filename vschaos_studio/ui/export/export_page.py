"""The Export page: writes the loaded instrument to a folder for nn~ in Max and Pd, and checks it first.

The export runs in a process of its own, followed by a worker thread.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import platformdirs
from PySide6.QtCore import QProcess, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from vschaos.errors import ExportError, InstrumentError, VschaosError
from vschaos.export.earlier import other_export
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.card import Card as InstrumentCard
from vschaos_studio.language import tr, translated
from vschaos_studio.services.export_task import ExportRequest, ExportResult, run_export
from vschaos_studio.services.process import Launcher
from vschaos_studio.services.tasks import RunningTask, TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import EXPORT_AUTHOR, EXPORT_LICENCE, EXPORT_RATE_HZ
from vschaos_studio.state.closing import UnfinishedWork, unfinished_export
from vschaos_studio.state.export import CardTexts, description_of, facts, rate_note
from vschaos_studio.state.notices import Notices
from vschaos_studio.state.past_exports import module_of, with_export
from vschaos_studio.state.project import ProjectExport, Work
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.empty_page import EmptyPage
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, clear, fill, grid, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label, with_role
from vschaos_studio.ui.export.export_form import ExportForm
from vschaos_studio.ui.export.export_progress import ExportProgress
from vschaos_studio.ui.export.past_exports import PastExports
from vschaos_studio.ui.export.patch_help import PatchHelp
from vschaos_studio.ui.local_urls import show_folder
from vschaos_studio.ui.page import SPACING, Page
from vschaos_studio.ui.theme import Theme

EXPORT, REPLACE = tr("Export for nn~"), tr("Replace it")
"""The text of the button: another instrument's export is replaced only if it says so."""


def default_export_folder() -> Path:
    """The folder for exports unless the user chooses another."""
    return platformdirs.user_documents_path() / "vschaos studio" / "exports"


def installed_pd() -> str:
    """The program that opens patches of Pure Data; empty if it is not on the path."""
    return shutil.which("pd") or shutil.which("puredata") or ""


class ExportPage(Page):
    """Exports an instrument.

    Parameters
    ----------
    settings
        Where the rate is saved, and author and licence for instruments that name none; None saves nothing.
    folder
        The first folder for exports.
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
    ) -> None:
        super().__init__(tr("Export", "title of a page"), "max-and-pd")
        self._notices = notices
        self._tasks = tasks
        self._launcher = launcher
        self._task: RunningTask | None = None
        self._request: ExportRequest | None = None
        self._settings = settings
        self._pd = installed_pd() if pd is None else pd
        self._instrument: Instrument | None = None
        self.path: Path | None = None
        self._fits = False
        self._replaced = ""
        self._replaces_other = False
        self._rate_hz = 0
        self._result: ExportResult | None = None
        self._before: tuple[ProjectExport, ...] = ()
        theme = theme or Theme()
        fill(self.header, label(tr("to Max and Pure Data, with nn~"), "muted"), STRETCH)
        self.form = ExportForm(folder or default_export_folder())
        self.form.changed.connect(self._present)
        self.export_button = button(EXPORT, "primary", press=self.export)
        self.other = label("", "muted", wrap=True)
        self.progress = ExportProgress(theme, with_pd=bool(self._pd))
        self.progress.cancel.clicked.connect(self.cancel)
        self.progress.files.reveal.clicked.connect(self.reveal)
        self.progress.files.pd.clicked.connect(self.open_in_pd)
        self.past = PastExports()
        self.past.again_pressed.connect(self.repeat)
        self.past.folder_pressed.connect(self._show_past_folder)
        self.help = PatchHelp()
        self.instrument_name = ElidedLabel(role="heading")
        self.facts = vbox()
        self._stack = QStackedWidget()
        self.empty = EmptyPage(
            tr("There is no instrument to export yet"),
            tr("Open one on the Play page, or train one on your sounds."),
        )
        self._loaded = self._built_loaded()
        for side in (self.empty, self._loaded):
            self._stack.addWidget(side)
        self.body.addWidget(self._stack, 1)
        self._present()

    # What the page can do

    def set_instrument(self, path: Path) -> None:
        """Export this instrument next; if it cannot be read, that is reported, and the one shown stays."""
        try:
            instrument = read_instrument(path, with_weights=False)
        except InstrumentError as error:
            self._notices.error(error)
            return
        card = instrument.card
        newer = self._instrument is not None and self._instrument.card.name == card.name
        self._instrument, self.path = instrument, path
        # During a training its instrument is set again and again: what the user typed stays.
        if not newer:
            self.form.suggest(card.name, self._suggested_texts(card))
            self.form.show_rates(card.sample_rate_hz, self._settings.get(EXPORT_RATE_HZ) if self._settings else 0)
            if not self.progress.running:
                self.progress.hide()
        self._show_facts(card)
        self._stack.setCurrentWidget(self._loaded)
        self._present()

    def export(self) -> None:
        """Write the folder."""
        if self._instrument is None or self.path is None or not self._fits or not self.form.name or self._busy():
            return
        self._before = self.exports
        form, rate_hz = self.form, self.form.sample_rate_hz
        request = ExportRequest(self.path, form.folder, form.name, form.texts, self._replaces_other, rate_hz)
        self._request = request
        self._replaced = self.form.name if self.form.replaces else ""
        self._rate_hz = rate_hz or self._instrument.card.sample_rate_hz
        self._remember(self._instrument.card, self.form.texts)
        self.progress.begin()
        self.progress.cancel.setFocus()
        job = partial(run_export, self._launcher, request)
        task = self._tasks.run_task(job, self._finish, self._fail, self.progress.show_progress)
        self._task = task if task.running else None
        self._present()
        QTimer.singleShot(0, self, self._show_progress)

    @property
    def work(self) -> ProjectExport | None:
        """The running export, or the last one, for the project; None without one, and where nothing was written."""
        request = self._request
        if request is None:
            return None
        texts = request.words or CardTexts()
        work = Work.RUNNING if self._busy() else Work.ENDED
        card = texts.author, texts.licence, texts.notes
        return ProjectExport(
            work, request.instrument, request.folder, request.name, *card, sample_rate_hz=request.sample_rate_hz
        )

    @property
    def exports(self) -> tuple[ProjectExport, ...]:
        """All exports of the project, the last one last."""
        return self._before if self.work is None else with_export(self._before, self.work)

    def begin_project(self, exports: Sequence[ProjectExport] = ()) -> None:
        """Another project, with its exports."""
        self._request = None
        self._before = tuple(exports)
        self._show_past()

    def forget(self, export: ProjectExport) -> None:
        """Take an export off the list."""
        self._before = tuple(one for one in self._before if one != export)
        self._show_past()

    def repeat(self, before: ProjectExport) -> None:
        """Export again, as an export of before."""
        if self._busy():
            return
        self.set_instrument(before.instrument)
        if self.path == before.instrument:
            self.form.suggest(before.name, CardTexts(before.author, before.licence, before.notes))
            self.form.show_rates(self._instrument.card.sample_rate_hz if self._instrument else 0, before.sample_rate_hz)
            self.form.set_folder(before.folder)
            # The folder may hold another instrument's export by now: the button says so, and the user decides.
            if not self._replaces_other:
                self.export()

    def cancel(self) -> None:
        """Cancel the export; the target folder stays as it was."""
        if self._busy() and self._task is not None:
            self._task.cancel()
            self._task = self._request = None
            self.progress.hide()
            self._notices.info(tr("The export was cancelled; nothing was written."))
            self._present()
            self._show_past()

    def reveal(self) -> None:
        """Show the folder in the system's file manager."""
        if self._result is not None:
            show_folder(self._result.path.parent, self._notices)

    def open_in_pd(self) -> None:
        """Open the patch to play in Pure Data, at the instrument's rate."""
        patch = self._result.beside(".pd") if self._result is not None else None
        if patch is None:
            return
        process = QProcess()
        process.setProgram(self._pd)
        process.setArguments(["-r", str(self._rate_hz), str(patch)])
        process.setWorkingDirectory(str(patch.parent))
        # Pd may outlive the studio: it must not keep the studio's standard streams open.
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        answer = process.startDetached()
        # Declared as a pair; in fact the first of it is returned.
        if not (answer[0] if isinstance(answer, tuple) else answer):
            remedy = tr("Open “{patch}” in Pure Data yourself.", patch=patch)
            self._notices.error(VschaosError(tr("Pure Data did not start."), remedy))

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt on this page."""
        return [unfinished_export(self.form.name)] if self._busy() else []

    def default_button(self) -> QPushButton | None:
        """See Page."""
        return self.export_button

    def escape_button(self) -> QPushButton | None:
        """See Page."""
        return self.progress.cancel if self._busy() else None

    # Results of the task

    def _finish(self, result: ExportResult | None) -> None:
        self._task = None
        if result is None:
            self._request = None
            self.progress.hide()
        else:
            self._result = result
            self.progress.show_result(result)
            self._notices.info(tr("“{name}” is ready for Max and Pd.", name=result.path.stem))
            self.exported.emit(str(result.path))
            QTimer.singleShot(0, self, self._show_progress)
        self.form.refresh()
        self._show_past()

    def _fail(self, error: VschaosError) -> None:
        self._task = self._request = None
        self.progress.show_failure(error, replaced=self._replaced)
        self._notices.error(error)
        self.form.refresh()
        self._show_past()
        QTimer.singleShot(0, self, self._show_progress)

    def _show_past(self) -> None:
        self.past.show_exports([one for one in self.exports if one.work is not Work.RUNNING], datetime.now())
        self.past.show_busy(self._busy())

    def _show_past_folder(self, export: ProjectExport) -> None:
        show_folder(module_of(export).parent, self._notices)

    def showEvent(self, event: QShowEvent) -> None:
        """Files may have come or gone meanwhile."""
        super().showEvent(event)
        self._show_past()

    # What is saved

    def _suggested_texts(self, card: InstrumentCard) -> CardTexts:
        """Those of the instrument, and where it has none, those of the last export."""
        own = CardTexts.of(card)
        if self._settings is None:
            return own
        return CardTexts(
            own.author or self._settings.get(EXPORT_AUTHOR),
            own.licence or self._settings.get(EXPORT_LICENCE),
            own.notes,
        )

    def _remember(self, card: InstrumentCard, texts: CardTexts) -> None:
        if self._settings is None:
            return
        self._settings.set(EXPORT_RATE_HZ, self.form.sample_rate_hz)
        own = CardTexts.of(card)
        # Texts of the instrument itself are not saved: the factory's authors are not the user.
        for setting, given, typed in (
            (EXPORT_AUTHOR, own.author, texts.author),
            (EXPORT_LICENCE, own.licence, texts.licence),
        ):
            if typed and typed != given:
                self._settings.set(setting, typed)

    # Layout

    def _show_progress(self) -> None:
        self._scroll.ensureWidgetVisible(self.progress, 0, 0)

    def _busy(self) -> bool:
        return self._task is not None and self._task.running

    def _present(self) -> None:
        if self._instrument is not None:
            try:
                description = description_of(self._instrument, self.form.name, self.form.sample_rate_hz)
                self.help.show_description(description)
                self.form.rate_note.setText(rate_note(description))
                self._fits = True
            except ExportError as error:
                self.help.show_problem(error)
                self._fits = False
            self._present_other(self._instrument.card)
        self.form.setEnabled(not self._busy())
        self.export_button.setEnabled(self._fits and bool(self.form.name) and not self._busy())
        self.past.show_busy(self._busy())

    def _present_other(self, card: InstrumentCard) -> None:
        """Warn before another instrument's export is replaced: the button says so."""
        other = other_export(self.form.module, card) if self.form.replaces else ""
        self._replaces_other = bool(other)
        text = tr(
            "{file} in the folder is {other}. Choose another name to keep it.",
            file=self.form.module.name,
            other=translated(other),
        )
        self.other.setText(text)
        self.other.setVisible(self._replaces_other)
        self.export_button.setText(REPLACE if self._replaces_other else EXPORT)
        with_role(self.export_button, "danger" if self._replaces_other else "primary")

    def _show_facts(self, card: InstrumentCard) -> None:
        self.instrument_name.setText(card.name)
        clear(self.facts)
        rows = [(label(title, "muted"), label(text, wrap=True)) for title, text in facts(card)]
        self.facts.addWidget(boxed(grid(rows)))

    def _built_loaded(self) -> QWidget:
        about = Card()
        fill(about.body, self.instrument_name, self.facts)
        # Each side scrolls by itself: the objects to copy stay visible beside a long report.
        self._scroll = scrolled(boxed(vbox(about, self.form, self.progress, self.past, STRETCH, spacing=SPACING)))
        side = vbox((self._scroll, 1), self.other, self.export_button)
        return boxed(hbox((side, 11), (scrolled(self.help), 9), spacing=SPACING))
