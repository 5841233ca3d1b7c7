"""A running export, and its result."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos.errors import VschaosError
from vschaos.export.report import Check, Progress, Stage
from vschaos_studio.language import tr, translated
from vschaos_studio.services.export_task import ExportResult
from vschaos_studio.state.export import speed_text
from vschaos_studio.ui.controls.layouts import boxed, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label, progress_bar, show_share
from vschaos_studio.ui.export.export_checks import ExportChecks
from vschaos_studio.ui.export.export_files import ExportFiles
from vschaos_studio.ui.theme import Theme

STAGES = tuple(Stage)
"""What an export does, in order; the check takes longest."""

SPEED = "speed"
"""The check that is a figure: shown above the others."""

CHECKED = tr("A new process loaded it as nn~ does, and checked:")


class ExportProgress(Card):
    """Stages and checks while it runs, then the folder, or the reason why there is none.

    Its owner connects the buttons: ``cancel``, and those of ``files``.
    """

    def __init__(self, theme: Theme, *, with_pd: bool = False) -> None:
        super().__init__()
        self.sentence = label("", wrap=True)
        self.bar = progress_bar(tr("Progress of the export"))
        self.cancel = button(tr("Cancel"))
        self.verdict = label("", "heading", wrap=True)
        self.speed = label("", wrap=True)
        self.files = ExportFiles(with_pd=with_pd)
        self.detail = label("", "muted", wrap=True)
        self.checks = ExportChecks(theme)
        self._running = boxed(vbox(hbox((self.sentence, 1), self.cancel), self.bar))
        # Not a stack, which would be as tall as the taller of the two.
        for part in (self._running, self.verdict, self.files, self.speed, self.detail, self.checks):
            self.body.addWidget(part)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether a running export is shown."""
        return not self.isHidden() and not self._running.isHidden()

    def begin(self) -> None:
        """An export starts."""
        self.sentence.setText(tr("Starting…"))
        show_share(self.bar, 0.0)
        self.checks.begin()
        self._show_parts(self._running, self.checks)

    def show_progress(self, progress: Progress) -> None:
        """Show a stage that was reached, or a check that was passed."""
        if isinstance(progress, Check):
            self.checks.show_passed(progress)
            return
        show_share(self.bar, (STAGES.index(progress.stage) + 1) / len(STAGES))
        self.sentence.setText(translated(progress.sentence))

    def show_result(self, result: ExportResult) -> None:
        """Show what was written."""
        self.verdict.setText(tr("{name} is ready", name=result.path.stem))
        self.speed.setText(speed_text(result.decode_x_realtime, result.forward_x_realtime))
        self.files.show_result(result)
        self.detail.setText(CHECKED)
        measured = bool(self.speed.text())
        self.checks.show_all(check for check in result.checks if check.name != SPEED or not measured)
        shown = [self.speed] if measured else []
        shown += [self.detail, self.checks] if self.checks.rows else []
        self._show_parts(self.verdict, self.files, *shown)

    def show_failure(self, error: VschaosError, *, replaced: str = "") -> None:
        """Show why nothing was written; an older export of the name ``replaced`` stays as it was."""
        self.verdict.setText(tr("Nothing was written"))
        kept = tr("The existing export in “{name}” is unchanged.", name=replaced) if replaced else ""
        self.detail.setText(" ".join(filter(None, (translated(error.sentence), translated(error.remedy), kept))))
        self.checks.clear()
        self._show_parts(self.verdict, self.detail)

    def _show_parts(self, *shown: QWidget) -> None:
        for part in (self._running, self.verdict, self.files, self.speed, self.detail, self.checks):
            part.setVisible(part in shown)
        self.show()
