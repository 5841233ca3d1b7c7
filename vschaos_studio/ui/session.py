"""What of the window belongs to the project: put together to be saved, and put back when a project is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from vschaos_studio.language import tr
from vschaos_studio.services.project_keeper import ProjectKeeper
from vschaos_studio.services.set_keeper import SetKeeper
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.state.history import History, Step
from vschaos_studio.state.interrupted import (
    Interrupted,
    PitchExtraction,
    WaitingQueue,
    continuing_request,
    interrupted_work,
    waiting_requests,
)
from vschaos_studio.state.notices import Action, Level, Notice
from vschaos_studio.state.project import Project, ProjectExport, ProjectInstrument, ProjectTraining, Work
from vschaos_studio.state.training_request import Request, ResumeRequest
from vschaos_studio.ui.actions.file_actions import FILTER as INSTRUMENTS
from vschaos_studio.ui.main_window import MainWindow
from vschaos_studio.ui.pages import PAGES, OtherPages


class Session(QObject):
    """Connects the project with the pages.

    Parameters
    ----------
    factory
        Instruments to play where the project has none that can be opened.
    """

    def __init__(
        self,
        window: MainWindow,
        projects: ProjectKeeper,
        *,
        sets: SetKeeper,
        history: History,
        factory: Sequence[Path],
        tasks: TaskRunner,
    ) -> None:
        super().__init__()
        self._window = window
        self._projects = projects
        self._sets = sets
        self._history = history
        self._factory = factory
        self._tasks = tasks
        self._pages: OtherPages | None = None
        self._past: tuple[ProjectTraining, ...] = ()
        self._items: list[Interrupted] = []
        projects.gather = self.gather
        projects.settle = sets.flush
        projects.opened.connect(self._open)
        window.completed.connect(self._complete)
        window.play.instrument_opened.connect(self._note_instrument)
        window.play.controller.centred.connect(self._note_centred)
        window.interrupted.chosen.connect(self._go_on)
        window.interrupted.dismissed.connect(self._leave)
        window.play.snapshots.undo_pressed.connect(history.undo)
        history.listen(self._show_undo)
        sets.restored.connect(self._report_restored)

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────

    def gather(self, project: Project) -> Project:
        """The project with what the pages show now."""
        play = self._window.play
        playing = project.instrument(play.instrument) if play.instrument is not None else None
        if playing is not None:
            project = project.playing(msgspec.structs.replace(playing, place=play.controller.place))
        if self._pages is None:
            return project
        pages = self._pages
        training = pages.train.work
        waiting = [ProjectTraining.of(request, Work.WAITING) for request in pages.train.queue.waiting]
        return msgspec.structs.replace(
            project,
            page=next(entry.id for entry in PAGES if self._window.page_of(entry.id) is self._window.page),
            searching_pitch=pages.sounds.pitch.running or any(_is_pitch(one) for one in self._items),
            trainings=(*self._past, *([training] if training is not None else []), *waiting),
            exports=pages.export.exports,
        )

    def _note_instrument(self) -> None:
        play = self._window.play
        if play.instrument is not None:
            self._projects.document_of(play.instrument, play.instrument_name)

    def _note_folder(self, folder: Path) -> None:
        self._show_folders(self._projects.project.with_sounds(folder))

    def _note_closed(self) -> None:
        project = self._projects.project
        self._show_folders(msgspec.structs.replace(project, sounds_closed=bool(project.sounds)))

    def _note_moved(self, before: Path, now: Path) -> None:
        self._show_folders(self._projects.project.with_sounds(now, instead_of=before))
        self._window.others.sounds.open_folder(now)

    def _forget_folders(self, folders: tuple[Path, ...]) -> None:
        self._show_folders(self._projects.project.without_sounds(folders))

    def _show_folders(self, project: Project) -> None:
        self._projects.project = project
        self._window.others.sounds.folders.show_folders(project.sounds)

    def _note_training(self, request: Request) -> None:
        """A training begins: the one before is past, and what this one goes on with is not left over."""
        before = self._pages.train.work if self._pages is not None else None
        past = [*self._past, *([before] if before is not None else [])]
        run = request.run if isinstance(request, ResumeRequest) else None
        self._past = tuple([one for one in past if one.request != request and (run is None or one.run != run)])
        self._drop(lambda item: isinstance(item.work, ProjectTraining) and item.work not in self._past)
        # The queue follows by itself.
        self._drop(lambda item: isinstance(item.work, WaitingQueue))

    # ── opening ──────────────────────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        project = self._projects.project
        self._history.clear()
        self._sets.forget()
        self._past = tuple(one for one in project.trainings if one.work is not Work.WAITING)
        self._items = interrupted_work(project)
        self._open_instrument(project)
        if self._pages is not None:
            self._open_pages(project)

    def _open_instrument(self, project: Project) -> None:
        play = self._window.play
        for one in project.instruments:
            play.header.list_instrument(one.file, one.name or one.file.stem)
        last = project.instruments[0] if project.instruments else None
        if last is not None and not last.file.is_file():
            sentence = tr(
                "The instrument “{name}” of this project was not found: “{file}”.",
                name=last.name or last.file.stem,
                file=last.file,
            )
            remedy = tr("Connect the disk that it is on, or find it where it is now. Its snapshots are kept.")
            find = Action(tr("Find it…"), partial(self._find_instrument, last))
            self._window.notices.post(Notice(sentence, remedy, Level.WARNING, find))
            last = None
        if last is not None and play.open_instrument(last.file):
            play.controller.restore(last.place)
            return
        any(play.open_instrument(path) for path in self._factory)

    def _find_instrument(self, lost: ProjectInstrument) -> None:
        """Ask where an instrument is now; it keeps its set and its place."""
        title = tr("Find “{name}”", name=lost.name)
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), INSTRUMENTS)
        if not chosen:
            return
        project, found = self._projects.project, msgspec.structs.replace(lost, file=Path(chosen))
        others = tuple(one for one in project.instruments if one.file not in (lost.file, found.file))
        self._projects.project = msgspec.structs.replace(project, instruments=(found, *others))
        self._sets.forget()
        if self._window.play.open_instrument(found.file):
            self._window.play.controller.restore(found.place)

    def _complete(self) -> None:
        """The other pages exist now: connect them, and show in them what the project has."""
        # Imported here, as the pages are: the window is seen earlier.
        from vschaos_studio.ui.label_copies import LabelCopies

        self._pages = pages = self._window.others
        pages.sounds.folder_opened.connect(self._note_folder)
        pages.sounds.folder_closed.connect(self._note_closed)
        pages.sounds.folders.moved.connect(self._note_moved)
        pages.sounds.folders.forgotten.connect(self._forget_folders)
        LabelCopies(pages.sounds, self._projects, self._window.notices, self._tasks, self)
        pages.train.begins.connect(self._note_training)
        self._open_pages(self._projects.project)

    def _open_pages(self, project: Project) -> None:
        pages = self._window.others
        pages.train.begin_project(waiting_requests(project))
        pages.export.begin_project(project.exports)
        folder = project.open_sounds
        if folder is not None and folder.is_dir():
            pages.sounds.open_folder(folder)
        else:
            pages.sounds.close_folder()
            self._show_folders(project)  # closing it was no wish of the user's
            if folder is not None:
                pages.sounds.folders.report_missing(folder)
        if project.page:
            self._window.show_page(self._window.page_of(project.page))
        self._window.interrupted.show_items(self._items)

    # ── going on with what was interrupted ───────────────────────────────────────────────────────────────

    def _go_on(self, item: Interrupted) -> None:
        pages = self._window.others
        self._drop(lambda one: one is item)
        match item.work:
            case ProjectTraining():
                self._window.show_page(pages.train)
                self._past = tuple(one for one in self._past if one is not item.work)
                pages.train.ask(continuing_request(item.work))
            case WaitingQueue():
                self._window.show_page(pages.train)
                pages.train.show_or_start()
            case PitchExtraction():
                self._window.show_page(pages.sounds)
                pages.sounds.extract_pitch()
            case ProjectExport():
                self._window.show_page(pages.export)
                pages.export.forget(item.work)
                pages.export.repeat(item.work)

    def _leave(self, item: Interrupted) -> None:
        """What is left is past; a queue stays on the Train page."""
        self._drop(lambda one: one is item)
        ended = partial(msgspec.structs.replace, work=Work.ENDED)
        self._past = tuple(ended(one) if one is item.work else one for one in self._past)
        if isinstance(item.work, ProjectExport):
            self._window.others.export.forget(item.work)

    def _drop(self, gone: Callable[[Interrupted], bool]) -> None:
        self._items = [one for one in self._items if not gone(one)]
        self._window.interrupted.show_items(self._items)

    # ── the history ──────────────────────────────────────────────────────────────────────────────────────

    def _note_centred(self, before: tuple[float, ...]) -> None:
        play = self._window.play
        instrument = play.instrument

        def move(back: bool) -> bool:
            if play.instrument == instrument:
                play.controller.move_all(before if back else play.controller.start)
            return True

        self._history.push(Step(tr("All axes to the start"), self, lambda: move(True), lambda: move(False)))

    def _show_undo(self) -> None:
        self._window.play.snapshots.show_undo(self._history.undo_text)

    def _report_restored(self, instrument: Path, title: str) -> None:
        known = self._projects.project.instrument(instrument)
        name = known.name if known is not None else instrument.stem
        self._window.notices.info(tr("Changed in “{name}”, which does not play now: {title}.", name=name, title=title))


def _is_pitch(item: Interrupted) -> bool:
    return isinstance(item.work, PitchExtraction)
