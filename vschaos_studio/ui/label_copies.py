"""Keeps a copy of the labels in the project, and offers it where the folder of sounds has lost them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from vschaos.data.labels.model import Labels
from vschaos_studio.language import tr
from vschaos_studio.services.project_keeper import ProjectKeeper
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.state.kept_labels import KeptLabels, fitting, keep_labels
from vschaos_studio.state.label_edits import ReplaceLabels
from vschaos_studio.state.notices import Action, Level, Notice, Notices
from vschaos_studio.ui.sounds.sounds_page import SoundsPage


class LabelCopies(QObject):
    """Follows the labels of the Sounds page."""

    def __init__(
        self, sounds: SoundsPage, projects: ProjectKeeper, notices: Notices, tasks: TaskRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self._projects = projects
        self._notices = notices
        self._tasks = tasks
        self._seen: Path | None = None
        sounds.folder_opened.connect(self._forget)
        sounds.labels_settled.connect(self._on_settled)
        sounds.desk.changed.connect(self._on_changed)

    def _forget(self) -> None:
        self._seen = None

    def _on_settled(self) -> None:
        """The files say what is shown: that is copied, unless the copy knows more."""
        report, desk = self._sounds.report, self._sounds.desk
        if report is None or not desk.ready or desk.unwritten:
            return
        names = tuple(file.relative for file in (*report.sounds, *report.rejected))
        kept = fitting(self._projects.project.labels, report.root, names)
        if kept is not None and not desk.undo_text and self._knows_more(kept):
            if self._seen != report.root:
                self._offer(kept, names)
        else:
            self._keep(report.root, desk.labels)
        self._seen = report.root

    def _knows_more(self, kept: KeptLabels) -> bool:
        present = keep_labels(kept.folder, self._sounds.desk.labels)
        return present is None or (kept.unwritten and present.tasks != kept.tasks)

    def _on_changed(self) -> None:
        report, desk = self._sounds.report, self._sounds.desk
        if report is not None and desk.failed:
            self._keep(report.root, desk.labels, unwritten=True)

    def _keep(self, folder: Path, labels: Labels, *, unwritten: bool = False) -> None:
        self._tasks.run_task(
            lambda _context: keep_labels(folder, labels, unwritten=unwritten),
            partial(self._store, folder),
            self._notices.error,
        )

    def _store(self, folder: Path, kept: KeptLabels | None) -> None:
        project = self._projects.project
        if folder in project.sounds:  # else another project has been opened meanwhile
            self._projects.project = project.with_labels(folder, kept)

    def _offer(self, kept: KeptLabels, names: tuple[str, ...]) -> None:
        count = len(kept.sounds.intersection(names))
        if not count:
            return
        sentence = tr(
            "The project has labels for %n of these sounds that are not in the folder.",
            "The project has labels for %n of these sounds that are not in the folder.",
            count,
        )
        if kept.unwritten:
            sentence = tr(
                "The project has labels for %n of these sounds that could not be written into the folder.",
                "The project has labels for %n of these sounds that could not be written into the folder.",
                count,
            )
        remedy = tr("Take them over if they belong to these sounds; Undo removes them again.")
        action = Action(tr("Take them over"), partial(self._take_over, self._sounds.report, kept.labels(names)))
        self._notices.post(Notice(sentence, remedy, Level.WARNING, action))

    def _take_over(self, report: object, labels: Labels) -> None:
        if self._sounds.report is report:
            self._sounds.labels.make(ReplaceLabels(tr("Take over the labels of the project"), labels))
