"""Actions of the File menu on projects, and the menu of recent ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.recordings import file_words
from vschaos_studio.state.notices import already_there
from vschaos_studio.state.project import SUFFIX
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.controls.styled_widgets import menu_text
from vschaos_studio.ui.dialogs.save_target import ask_save_target

FILTER = tr("Projects") + f" (*{SUFFIX})"


def new_project(window: StudioWindow) -> None:
    """Begin a project."""
    if may_leave(window):
        window.projects.new()


def open_project(window: StudioWindow) -> None:
    """Ask for a project and open it."""
    chosen, _ = QFileDialog.getOpenFileName(window, tr("Open project"), str(_start(window)), FILTER)
    if chosen:
        window.open_project(Path(chosen))


def save_project_as(window: StudioWindow) -> None:
    """Ask for a name, and go on under it."""
    suggested = _start(window) / f"{file_words(window.projects.name)}{SUFFIX}"
    match ask_save_target(window, tr("Save project as"), suggested, FILTER):
        case (target, True):
            window.notices.post(already_there(target, partial(window.projects.save_as, target)))
        case (target, False):
            window.projects.save_as(target)


def duplicate_project(window: StudioWindow) -> None:
    """Go on in a copy."""
    window.projects.duplicate()


def may_leave(window: StudioWindow) -> bool:
    """Whether another project may be opened now; if not, the user reads why."""
    unfinished = window.unfinished()
    if unfinished:
        remedy = tr("Stop it, or wait until it ends; then open another project.")
        window.notices.error(VschaosError(tr("{what} is not finished.", what=unfinished[0].what), remedy))
    return not unfinished


class RecentProjects(QMenu):
    """The projects that were open before; put together whenever it is opened."""

    def __init__(self, window: StudioWindow) -> None:
        super().__init__(tr("Open &recent project"), window)
        self._window = window
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.refresh)
        window.projects.renamed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List them."""
        self.clear()
        for path in self._window.projects.recent:
            entry = self.addAction(menu_text(path.stem))
            entry.setToolTip(str(path))
            entry.triggered.connect(partial(self._open, path))
        self.setEnabled(not self.isEmpty())

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._window.open_project(path)


def _start(window: StudioWindow) -> Path:
    """Where the file dialog begins: beside the project, or at home where it has no name."""
    return Path.home() if window.projects.is_untitled else window.projects.path.parent
