"""The main window: the rail, the notice bar, the pages, and what passes between them.

The Play page exists from the start. The others are made when first asked for, which the program does as soon as the
window has been painted: the instrument appears half a second earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenuBar,
    QStackedWidget,
    QWidget,
)

from vschaos.edition import PROGRAM
from vschaos.errors import VschaosError
from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.language import tr
from vschaos_studio.services.project_keeper import ProjectKeeper
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import DATASET_FOLDER, TOUR_SEEN
from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.state.history import History
from vschaos_studio.state.notices import Level, Notice, Notices
from vschaos_studio.state.project import SUFFIX as PROJECT_SUFFIX
from vschaos_studio.ui.actions.entries import ESCAPE_KEY
from vschaos_studio.ui.actions.menus import build_menus, show_play_keys
from vschaos_studio.ui.actions.project_actions import may_leave
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.appearance import Appearance
from vschaos_studio.ui.closing import Closing
from vschaos_studio.ui.controls.help_button import SCHEME, topic_at
from vschaos_studio.ui.controls.layouts import boxed, hbox, vbox
from vschaos_studio.ui.controls.sounds_drop import SOUND_SUFFIXES, dropped_sounds
from vschaos_studio.ui.escape import escape
from vschaos_studio.ui.focus import FocusFollower, focus_content, open_context_menu
from vschaos_studio.ui.interrupted_list import InterruptedList
from vschaos_studio.ui.local_urls import path_among
from vschaos_studio.ui.navigation import Navigation
from vschaos_studio.ui.notice_bar import NoticeBar
from vschaos_studio.ui.page import Page
from vschaos_studio.ui.pages import PAGES, PLAY, OtherPages
from vschaos_studio.ui.play.play_page import PlayPage
from vschaos_studio.ui.tour.tour import Tour
from vschaos_studio.ui.window_geometry import remember_geometry, restore_geometry

OPENED = (SUFFIX, PROJECT_SUFFIX)
"""Files that the window opens, also where they are dropped."""

LOW = 740
"""Pixels: a lower window has no room for several lines above its pages."""


class MainWindow(StudioWindow):
    """The studio's one window.

    Signals
    -------
    closed
        The user has closed it: the program ends.
    completed
        All pages exist now.

    Parameters
    ----------
    play
        The Play page.
    make_others
        Makes the other pages.
    make_browser
        Makes the browser of instruments, beside this window.
    """

    closed = Signal()
    completed = Signal()

    def __init__(
        self,
        *,
        appearance: Appearance,
        notices: Notices,
        settings: Settings,
        tasks: TaskRunner,
        play: PlayPage,
        projects: ProjectKeeper,
        history: History,
        make_others: Callable[[], OtherPages],
        make_browser: Callable[[StudioWindow], QDialog],
        version: str,
    ) -> None:
        super().__init__()
        self.appearance = appearance
        self.theme = theme = appearance.theme
        self.notices = notices
        self.play = play
        self.projects = projects
        self.history = history
        self.made_others: OtherPages | None = None
        self._make_others = make_others
        self._make_browser = make_browser
        self.browser: QDialog | None = None
        self.version = version
        self.full_pad = False
        self.tour = None
        self._guide = None
        # Qt takes text here; its stubs say bytes.
        QDesktopServices.setUrlHandler(SCHEME, self, "show_guide_at")  # pyright: ignore[reportArgumentType]
        self.settings = settings
        self.tasks = tasks
        self._was_full_screen = False
        self.closing = Closing(self, self.unfinished)
        projects.renamed.connect(self._show_name)
        self._show_name()
        self.setMinimumSize(1024, 560)
        self.setAcceptDrops(True)
        self.interrupted = InterruptedList(theme)
        self.navigation = Navigation(PAGES, theme)
        self.navigation.chosen.connect(self._on_page_chosen)
        self._stack = QStackedWidget()
        self._stack.addWidget(play)
        self._pages = boxed(vbox(self._stack))
        self.notice_bar = NoticeBar(theme, self._pages)
        notices.listen(self.notice_bar.show_notice)
        self._lay_out()
        self.actions_by_id = build_menus(self)
        FocusFollower(self)
        QShortcut(QKeySequence("Shift+F10"), self, open_context_menu)
        QShortcut(QKeySequence(ESCAPE_KEY), self, partial(escape, self), autoRepeat=False)
        play.leave_pressed.connect(partial(self.show_full_pad, False))
        play.open_pressed.connect(self.actions_by_id["open_instrument"].trigger)
        play.browse_pressed.connect(self.show_browser)
        restore_geometry(self, settings)
        self.show_page(play)

    # ── what the program and the actions ask for ─────────────────────────────────────────────────────────

    @property
    def others(self) -> OtherPages:
        """The other pages; they are made now if they do not exist yet."""
        if self.made_others is None:
            self.made_others = self._make_others()
            for page in self.pages:
                if page is not self.play:
                    self._stack.addWidget(page)
            self._connect_pages(self.made_others)
            self.completed.emit()
        return self.made_others

    def complete(self) -> None:
        """Make the other pages, unless they exist."""
        _ = self.others

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """All pages in the rail's order."""
        return tuple(self.page_of(entry.id) for entry in PAGES)

    def page_of(self, id: str) -> QWidget:
        """The page of this id; it is made now if it does not exist yet."""
        return self.play if id == PLAY else getattr(self.others, id)

    @property
    def last_sounds_folder(self) -> Path | None:
        """The folder of sounds opened last, if it still exists."""
        remembered = self.settings.get(DATASET_FOLDER)
        return Path(remembered) if remembered and Path(remembered).is_dir() else None

    @property
    def page(self) -> QWidget:
        """The page shown."""
        shown = self._stack.currentWidget()
        return shown if shown is not None else self.play

    def show_page(self, page: QWidget) -> None:
        """Go to a page."""
        if self.full_pad and page is not self.play:
            self.show_full_pad(False)
        self._stack.setCurrentWidget(page)
        show_play_keys(self.actions_by_id, page is self.play)
        if page is self.play:
            self.navigation.show_chosen(PLAY)
            self.play.pad.setFocus()
            return
        self.navigation.show_chosen(next(entry.id for entry in PAGES if self.page_of(entry.id) is page))
        focus_content(page, page.first_control() if isinstance(page, Page) else None)

    def open_instrument(self, path: Path | str) -> None:
        """Play an instrument file."""
        if self.play.open_instrument(Path(path)):
            self.show_page(self.play)

    def open_sounds(self, folder: Path) -> None:
        """List a folder of sounds."""
        self.settings.set(DATASET_FOLDER, str(folder))
        self.show_page(self.others.sounds)
        self.others.sounds.open_folder(folder)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open the first project, the first instrument, and all sounds."""
        sounds = tuple(path for path in paths if path.is_dir() or path.suffix.lower() in SOUND_SUFFIXES)
        projects = [path for path in paths if path not in sounds and path.suffix.lower() == PROJECT_SUFFIX]
        instruments = [path for path in paths if path not in sounds and path not in projects]
        if projects:
            self.open_project(projects[0])
        for path in instruments[1:]:
            self.play.header.list_instrument(path, path.stem)
        if instruments:
            self.open_instrument(instruments[0])
        if len(sounds) == 1 and sounds[0].is_dir():
            self.open_sounds(sounds[0])
        elif sounds:
            self.open_loose_sounds(sounds)

    def open_loose_sounds(self, sounds: Sequence[Path]) -> None:
        """List single sounds, and folders of them."""
        self.show_page(self.others.sounds)
        self.others.sounds.dropping.open(sounds)

    def come_forward(self, paths: Sequence[Path], version: str) -> None:
        """The program was started once more, in this version, to open these paths."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.open_paths(paths)
        if version not in ("", self.version):
            sentence = tr("You started version {other}, but version {own} is open.", other=version, own=self.version)
            self.notices.post(Notice(sentence, tr("Quit this one, then start the other again."), Level.WARNING))

    def open_project(self, path: Path) -> None:
        """Open a project in place of this one, unless something of this one runs."""
        if may_leave(self):
            self.projects.open(path)

    def show_full_pad(self, full: bool) -> None:
        """Give the whole screen to the pad, or return to the pages."""
        if full == self.full_pad:
            return
        self.full_pad = full
        if full:
            self._was_full_screen = self.isFullScreen()
            self.show_page(self.play)
        self.menuBar().setVisible(not full)
        self.navigation.setVisible(not full)
        self.play.show_only_pad(full)
        self._show_interrupted()
        if full:
            self.showFullScreen()
        elif not self._was_full_screen:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def show_tour(self) -> None:
        """Lead through the first steps."""
        if self.tour is None:
            self.show_full_pad(False)
            self.settings.set(TOUR_SEEN, True)
            tour = self.tour = Tour(self, self.theme)
            tour.ended.connect(self._forget_tour)

    def show_browser(self) -> None:
        """Show all instruments as cards."""
        if self.browser is None:
            self.browser = self._make_browser(self)
        self.browser.show()
        self.browser.raise_()
        self.browser.activateWindow()

    def show_guide(self, topic: str = "") -> None:
        """Show a topic of the guide; for none, that of the widget with the focus."""
        # Imported here, as it is not seen at first.
        from vschaos_studio.ui.dialogs.guide_window import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self)
            self._guide.finished.connect(self._forget_guide)
            self.show_dialog(self._guide)
        self._guide.open_topic(topic or topic_at(QApplication.focusWidget()) or topic_at(self.page))
        self._guide.raise_()
        self._guide.activateWindow()

    @Slot(QUrl)
    def show_guide_at(self, url: QUrl) -> None:
        """Show the topic of a URL: ``guide:playing#life``."""
        self.show_guide(url.toString().removeprefix(f"{SCHEME}:"))

    def show_dialog(self, dialog: QDialog) -> None:
        """Show a dialog beside the window, which stays playable."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def unfinished(self) -> list[UnfinishedWork]:
        """What closing would interrupt now."""
        others = self.made_others
        if others is None:
            return self.play.unfinished()
        return [
            *others.sounds.unfinished(),
            *others.train.unfinished(),
            *others.export.unfinished(),
            *self.play.unfinished(),
        ]

    def save_all(self) -> None:
        """Write what is not written yet: the session may end at any moment."""
        if self.made_others is not None:
            self.made_others.sounds.shutdown()
        self.projects.flush()
        self.save_settings()

    def save_settings(self) -> None:
        """Remember the window's position, and write all settings."""
        if not self.full_pad:
            remember_geometry(self, self.settings)
        try:
            self.settings.save()
        except VschaosError as error:
            self.notices.error(error)

    # ── between the pages ────────────────────────────────────────────────────────────────────────────────

    def _connect_pages(self, pages: OtherPages) -> None:
        pages.sounds.dataset_ready.connect(pages.train.set_dataset)
        pages.sounds.dataset_ready.connect(self._remember_dataset)
        pages.sounds.dataset_closed.connect(partial(pages.train.set_dataset, None))
        pages.sounds.labels_settled.connect(self._on_labels_settled)
        pages.sounds.train_requested.connect(partial(self.show_page, pages.train))
        pages.train.sounds_requested.connect(self._choose_sounds)
        pages.train.empty.first.clicked.connect(pages.sounds.first_sounds.open)
        pages.train.instrument_saved.connect(self._on_instrument_saved)
        pages.train.play_requested.connect(self.open_instrument)
        pages.train.export_requested.connect(self._export_trained)
        self.play.instrument_opened.connect(self._offer_export)
        if self.play.instrument is not None:
            self._offer_export(str(self.play.instrument))

    def _show_name(self) -> None:
        self.setWindowTitle(f"{self.projects.name} – {PROGRAM}")

    def _remember_dataset(self, report: object) -> None:
        root = getattr(report, "root", None)
        if root is not None:
            self.settings.set(DATASET_FOLDER, str(root))

    def _choose_sounds(self) -> None:
        self.show_page(self.others.sounds)
        self.others.sounds.choose_folder()

    def _on_labels_settled(self) -> None:
        self.others.train.set_dataset(self.others.sounds.report)

    def _on_instrument_saved(self, path: str, live: bool) -> None:
        """A training has written its instrument: swap it in, if the user wants to hear the training."""
        if live:
            self.play.open_instrument(Path(path))

    def _export_trained(self, path: str) -> None:
        self._offer_export(path)
        self.show_page(self.others.export)

    def _offer_export(self, path: str) -> None:
        self.others.export.set_instrument(Path(path))

    def _forget_tour(self) -> None:
        self.tour = None

    def _forget_guide(self) -> None:
        self._guide = None

    def _on_page_chosen(self, id: str) -> None:
        self.show_page(self.page_of(id))

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        whole = QWidget()
        self._interrupted_room = boxed(vbox(self.interrupted, margins=(24, 12, 24, 0)))
        self._interrupted_room.hide()
        hbox(self.navigation, (vbox(self._interrupted_room, (self._pages, 1), spacing=0), 1), spacing=0, on=whole)
        self.setCentralWidget(whole)
        self.interrupted.visibility_changed.connect(self._show_interrupted)

    def _show_interrupted(self) -> None:
        """Show what was interrupted above the pages, with less of it in a low window."""
        self.interrupted.show_low(self.height() < LOW)
        self._interrupted_room.setVisible(bool(self.interrupted.items) and not self.full_pad)

    def event(self, event: QEvent) -> bool:
        """Give keys to the control with the focus before they are shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focused, QAbstractButton | QComboBox | QAbstractItemView):
                event.accept()
            # Letters choose menus, and Esc leaves them, while the bar has the focus.
            if isinstance(focused, QMenuBar) and not event.modifiers():
                event.accept()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept an instrument, a project, sounds or folders of them."""
        if path_among(event.mimeData().urls(), OPENED) is not None or dropped_sounds(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path, sounds = path_among(event.mimeData().urls(), OPENED), dropped_sounds(event.mimeData())
        if path is not None or sounds:
            event.acceptProposedAction()
            self.open_paths(sounds if path is None else (path,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the pages in a low window."""
        super().resizeEvent(event)
        self._show_interrupted()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask if something would be lost; else save the settings, and close."""
        if not self.closing.allowed():
            event.ignore()
            return
        self.save_settings()
        super().closeEvent(event)
        self.closed.emit()
