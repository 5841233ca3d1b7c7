"""Keeps the project that is open: there is always one, and it saves itself.

Every second it is put together from what the pages show (:attr:`ProjectKeeper.gather`) and, if it has changed, written
by a worker thread. A program that is killed loses a second or two. Lives in the window's thread.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from vschaos.errors import ControlError, VschaosError
from vschaos.files import is_missing, read_file
from vschaos.performance.documents import LARGEST_BYTES
from vschaos_studio.language import tr
from vschaos_studio.services.project_file import ProjectFile, WrittenElsewhereError, free_path
from vschaos_studio.services.set_names import set_name
from vschaos_studio.services.tasks import RunningTask, TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import DATASET_FOLDER, INSTRUMENT, PROJECT, RECENT_PROJECTS
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.project import EMPTY_SET, UNTITLED, Project, ProjectInstrument, set_in

log = logging.getLogger(__name__)

SAVE_MS = 1000
TRIES_APART = 15
"""A project that could not be written is tried again after so many seconds."""

MOST_RECENT = 10


class ProjectKeeper(QObject):
    """The open project and its file.

    Signals
    -------
    opened
        Another project is open: what the pages show is to be replaced by it.
    renamed
        The project has another name or place; or the list of recent ones has changed.

    Parameters
    ----------
    folder
        Where projects are that have no name yet.
    sets
        Where the sets of instruments were before there were projects.

    Attributes
    ----------
    project
        As it was put together last.
    gather
        Returns the project with what the pages show now.
    settle
        Called before the project is written for the last time here: what is still on its way to it arrives.
    """

    opened = Signal()
    renamed = Signal()

    def __init__(self, *, folder: Path, sets: Path, settings: Settings, notices: Notices, tasks: TaskRunner) -> None:
        super().__init__()
        self._folder = folder
        self._sets = sets
        self._settings = settings
        self._notices = notices
        self._tasks = tasks
        self._file = ProjectFile(free_path(folder, UNTITLED))
        self.project = self._saved = Project()
        self._writing: RunningTask | None = None
        self._rest = 0
        self.gather: Callable[[Project], Project] = _as_it_is
        self.settle: Callable[[], object] = _nothing
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.save_soon)

    # ── which project ────────────────────────────────────────────────────────────────────────────────────

    @property
    def path(self) -> Path:
        """The project's file."""
        return self._file.path

    @property
    def name(self) -> str:
        """The project's name."""
        return self.path.stem

    @property
    def is_untitled(self) -> bool:
        """Whether the user has given it no name yet."""
        return self.path.parent == self._folder

    @property
    def recent(self) -> list[Path]:
        """Projects that were open, without this one, the latest first."""
        paths = [Path(line) for line in self._settings.get(RECENT_PROJECTS).split("\n") if line]
        return [path for path in paths if path != self.path]

    def start(self, path: Path | None = None, *, saves: bool = True) -> None:
        """Open the project that was open last, or ``path``; save it from now on, if ``saves``."""
        remembered = Path(self._settings.get(PROJECT) or self.path)
        # One without a name, in which nothing was done yet, was not written.
        last = None if remembered.parent == self._folder and is_missing(remembered) else remembered
        if not any(one is not None and self._read(one) for one in (path, last)):
            first = Project() if self._settings.get(PROJECT) else self._project_of_before()
            self._become(ProjectFile(free_path(self._folder, UNTITLED)), first, Project())
        if saves:
            self._timer.start()

    def open(self, path: Path) -> bool:
        """Open a project in place of this one; False, and a notice, if it cannot be read."""
        path = path.absolute()
        if path == self.path:
            return True
        before = self._file
        leaves_nothing = self._is_unused
        if not self._read(path):
            return False
        if leaves_nothing:
            before.path.unlink(missing_ok=True)
        return True

    def new(self) -> None:
        """Begin a project that has no name yet."""
        if self._is_unused:
            self._notices.info(tr("This project is new: nothing was done in it yet."))
            return
        self.flush()
        self._become(ProjectFile(free_path(self._folder, UNTITLED)), Project(), Project())

    def save_as(self, path: Path) -> bool:
        """Save the project under this name, and go on there; a project without a name moves."""
        before = self.path if self.is_untitled else None
        if not self._move(ProjectFile(path.absolute()), replace=True):
            return False
        if before is not None and before != self.path:
            before.unlink(missing_ok=True)
            self._remember()
        return True

    def duplicate(self) -> bool:
        """Go on in a copy beside it; the project stays as it is now."""
        name = self.name
        if not self._move(ProjectFile(free_path(self.path.parent, name))):
            return False
        text = tr("This is “{copy}” now, a copy of “{name}”, which stays as it was.", copy=self.name, name=name)
        self._notices.info(text)
        return True

    @property
    def _is_unused(self) -> bool:
        return self.is_untitled and self.gather(self.project).is_empty

    def _read(self, path: Path) -> bool:
        file = ProjectFile(path.absolute())
        try:
            project = file.read()
        except VschaosError as error:
            self._notices.error(error)
            return False
        self.flush()
        self._become(file, project, project)
        return True

    def _become(self, file: ProjectFile, project: Project, saved: Project) -> None:
        self._file, self._saved = file, saved
        self.project = project.interrupted()
        self._remember()
        self.opened.emit()

    def _move(self, file: ProjectFile, *, replace: bool = False) -> bool:
        """Go on in another file."""
        self.flush()
        try:
            file.write(self.project, replace=replace)
        except VschaosError as error:
            self._notices.error(error)
            return False
        self._file, self._saved = file, self.project
        self._remember()
        return True

    def _remember(self) -> None:
        recent = [str(self.path), *(str(path) for path in self.recent if not is_missing(path))]
        self._settings.set(PROJECT, str(self.path))
        self._settings.set(RECENT_PROJECTS, "\n".join(line for line in recent[:MOST_RECENT] if "\n" not in line))
        self.renamed.emit()
        with contextlib.suppress(VschaosError):  # reported when the program ends
            self._settings.save()

    # ── saving ───────────────────────────────────────────────────────────────────────────────────────────

    def save_soon(self) -> None:
        """Write the project on a worker thread, if it has changed since it was written."""
        if self._rest > 0:
            self._rest -= 1
            return
        self.project = project = self.gather(self.project)
        if project == self._saved or self._writing is not None:
            return
        file = self._file
        task = self._tasks.run_task(
            lambda _context: file.write(project),
            lambda _: self._on_written(file, project),
            partial(self._on_failed, file),
        )
        self._writing = task if task.running else None

    def flush(self) -> None:
        """Write the project now, if it has changed since it was written."""
        if self._writing is not None:
            # One that has begun holds the file's lock until it ends, and has written this program's own words.
            self._writing.cancel()
            self._writing = None
        self.settle()
        self.project = project = self.gather(self.project)
        if project == self._saved:
            return
        try:
            self._file.write(project)
        except VschaosError as error:
            self._on_failed(self._file, error)
        else:
            self._saved = project

    def close(self) -> None:
        """Before the program ends: write it, and save no more."""
        if self._timer.isActive():
            self._timer.stop()
            self.flush()

    def _on_written(self, file: ProjectFile, project: Project) -> None:
        self._writing = None
        if file is self._file:
            self._saved = project

    def _on_failed(self, file: ProjectFile, error: VschaosError) -> None:
        self._writing = None
        if file is not self._file:
            return
        if isinstance(error, WrittenElsewhereError):
            self._go_on_beside()
            return
        self._rest = TRIES_APART
        self._notices.error(error)

    def _go_on_beside(self) -> None:
        """Another program has this project open: its work stays, and so does what was done here."""
        name = self.name
        file = ProjectFile(free_path(self.path.parent, name))
        try:
            file.write(self.project)
        except VschaosError as error:
            self._rest = TRIES_APART
            self._notices.error(error)
            return
        self._file, self._saved = file, self.project
        self._remember()
        sentence = tr("“{name}” was changed by another program.", name=name)
        remedy = tr("Your work goes on in “{copy}”, beside it. Nothing was lost.", copy=self.name)
        self._notices.post(Notice(sentence, remedy, Level.WARNING))

    # ── what was there before there were projects ────────────────────────────────────────────────────────

    def _project_of_before(self) -> Project:
        """The sounds and the instrument of the last time."""
        sounds, instrument = Path(self._settings.get(DATASET_FOLDER)), Path(self._settings.get(INSTRUMENT))
        return Project(
            sounds=(sounds,) if sounds.is_absolute() else (),
            instruments=(ProjectInstrument(instrument),) if instrument.is_absolute() else (),
        )

    # ── sets ─────────────────────────────────────────────────────────────────────────────────────────────

    def document_of(self, instrument: Path, name: str) -> bytes:
        """See :class:`~vschaos_studio.services.set_keeper.SetStore`.

        What an instrument had before there were projects, every project begins with.
        """
        known = self.project.instrument(instrument) or ProjectInstrument(instrument)
        if not name:
            return bytes(known.set)
        if not known.name:
            known = msgspec.structs.replace(known, name=name[:200], set=self._set_of_before(instrument, name))
        self.project = self.project.playing(known)
        return bytes(known.set)

    def keep(self, instrument: Path, document: bytes) -> None:
        """See :class:`~vschaos_studio.services.set_keeper.SetStore`."""
        self.project = self.project.with_set(instrument, document)

    def _set_of_before(self, instrument: Path, name: str) -> msgspec.Raw:
        path = self._sets / set_name(name, instrument)
        try:
            document = read_file(path, LARGEST_BYTES)
            set_in(document, path)
        except (OSError, ValueError):
            document = EMPTY_SET
        except ControlError as error:
            self._notices.post(Notice(error.sentence, tr("It stays as it is: “{file}”.", file=path), Level.WARNING))
            document = EMPTY_SET
        return msgspec.Raw(document)


def _nothing() -> None:
    pass


def _as_it_is(project: Project) -> Project:
    return project
