"""What the actions of the menus ask of the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from vschaos_studio.services.project_keeper import ProjectKeeper
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.state.history import History
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.appearance import Appearance
from vschaos_studio.ui.navigation import Navigation
from vschaos_studio.ui.notice_bar import NoticeBar
from vschaos_studio.ui.play.play_page import PlayPage
from vschaos_studio.ui.theme import Theme


class ShownTour(Protocol):
    """The tour, while it is shown."""

    def end(self) -> None:
        """Close it."""
        ...


class StudioWindow(QMainWindow):
    """The window as the actions know it.

    Attributes
    ----------
    full_pad
        Whether the pad has the whole screen.
    """

    theme: Theme
    appearance: Appearance
    notices: Notices
    settings: Settings
    tasks: TaskRunner
    version: str
    play: PlayPage
    navigation: Navigation
    projects: ProjectKeeper
    history: History
    full_pad: bool
    notice_bar: NoticeBar
    tour: ShownTour | None

    @property
    def last_sounds_folder(self) -> Path | None:
        """The folder of sounds opened last, if it still exists."""
        raise NotImplementedError

    @property
    def page(self) -> QWidget:
        """The page shown."""
        raise NotImplementedError

    def page_of(self, id: str) -> QWidget:
        """The page of this id; it is made now if it does not exist yet."""
        raise NotImplementedError

    def show_page(self, page: QWidget) -> None:
        """Go to a page."""
        raise NotImplementedError

    def open_project(self, path: Path) -> None:
        """Open a project in place of this one, unless something of this one runs."""
        raise NotImplementedError

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt now."""
        raise NotImplementedError

    def show_full_pad(self, full: bool) -> None:
        """Give the whole screen to the pad, or return to the pages."""
        raise NotImplementedError

    def open_instrument(self, path: Path) -> None:
        """Play an instrument file."""
        raise NotImplementedError

    def open_sounds(self, folder: Path) -> None:
        """List a folder of sounds."""
        raise NotImplementedError

    def show_tour(self) -> None:
        """Lead through the first steps."""
        raise NotImplementedError

    def show_browser(self) -> None:
        """Show all instruments as cards."""
        raise NotImplementedError

    def show_guide(self, topic: str = "") -> None:
        """Show a topic of the guide; for none, that of the widget with the focus."""
        raise NotImplementedError

    def show_dialog(self, dialog: QDialog) -> None:
        """Show a dialog beside the window, which stays playable."""
        raise NotImplementedError
