"""Says whether there is a newer version, and leads to the page where it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.tasks import RunningTask, TaskContext, TaskRunner
from vschaos_studio.services.updates import Release, Source, compare, find_source, read_release
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import UPDATES_ADDRESS, UPDATES_AT_START, UPDATES_KEY
from vschaos_studio.ui.controls.layouts import grid
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class UpdateDialog(Dialog):
    """Asks the address for new versions as it opens, if there is one, and at the press of a button.

    Parameters
    ----------
    version
        The installed one.
    """

    def __init__(self, settings: Settings, tasks: TaskRunner, version: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("New version"), "", parent=parent)
        self.setMinimumWidth(560)
        self._settings, self._tasks, self._version = settings, tasks, version
        self._running: RunningTask | None = None
        self._page = ""
        self.remedy = label(role="muted", wrap=True)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(tr("What is new"))
        self.at_start = QCheckBox(tr("Check at each start"))
        self.at_start.setChecked(settings.get(UPDATES_AT_START))
        self.at_start.toggled.connect(partial(settings.set, UPDATES_AT_START))
        self.address, self.key = QLineEdit(settings.get(UPDATES_ADDRESS)), QLineEdit(settings.get(UPDATES_KEY))
        rows = []
        for field, name in ((self.address, tr("Address")), (self.key, tr("Public key"))):
            field.setAccessibleName(name)
            field.setPlaceholderText(tr("as the program was delivered"))
            field.editingFinished.connect(self._keep_source)
            rows.append((label(name, "muted"), field))
        made = grid(rows)
        for name, _ in rows:
            name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.check = button(tr("Check now"), press=self.start)
        self.open_page = button(tr("Open the download page"), "primary", press=self._open_page)
        close = button(tr("Close"), press=self.accept)
        self.lay_out(
            self.remedy, (self.notes, 1), 4, made, self.at_start, 4, buttons=(close, self.check, self.open_page)
        )
        self.start()

    def start(self) -> None:
        """Ask the address, if there is one."""
        self._keep_source()
        source = find_source(self._settings)
        if source is None:
            self._show(
                tr("Where new versions are announced is not set up."),
                tr(
                    "Look where you got this program from. If there are an address and a public key for new versions, "
                    "enter them here. This is version {version}.",
                    version=self._version,
                ),
            )
            return
        self._show(tr("Checking…"))
        self.check.setEnabled(False)
        self._running = self._tasks.run_task(partial(_read, source), self._show_release, self._show_error)

    def done(self, result: int) -> None:
        """See QDialog."""
        if self._running is not None:
            self._running.cancel()
        super().done(result)

    def _show_release(self, release: Release) -> None:
        difference = compare(release.version, self._version)
        if difference > 0:
            self._page = release.page
            self._show(newer_text(release), tr("You have version {version}.", version=self._version), release.notes)
        elif difference == 0:
            self._show(tr("You have the newest version, {version}.", version=self._version))
        else:
            sentence = tr("Your version, {own}, is newer than the one announced.", own=self._version)
            self._show(sentence, tr("Announced is {version}. Keep yours.", version=release.version))

    def _show_error(self, error: VschaosError) -> None:
        self._show(error.sentence, error.remedy)

    def _show(self, sentence: str, remedy: str = "", notes: str = "") -> None:
        self.heading.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        self.notes.setPlainText(notes)
        self.notes.setVisible(bool(notes))
        self.open_page.setVisible(bool(self._page))
        self.check.setEnabled(True)

    def _keep_source(self) -> None:
        self._page = ""
        for setting, field in ((UPDATES_ADDRESS, self.address), (UPDATES_KEY, self.key)):
            self._settings.set(setting, field.text().strip())

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))


def newer_text(release: Release) -> str:
    """The sentence for a newer version."""
    return tr("Version {version} of {date} is available.", version=release.version, date=release.date.isoformat())


def _read(source: Source, context: TaskContext) -> Release:
    return read_release(source, cancelled=context.cancelled)
