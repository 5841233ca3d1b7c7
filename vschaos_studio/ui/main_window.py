"""The main window: the rail, the notice bar, the pages, and what passes between them.

The Play page is there from the start. The other three are made when first asked for, which the program does as soon
as the window has been painted: a newcomer sees the instrument half a second earlier.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vschaos.errors import VschaosError
from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.services.recordings import file_words
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import DATASET_FOLDER, WINDOW_GEOMETRY
from vschaos_studio.state.notices import Notices
from vschaos_studio.ui.actions.entries import ENTRIES
from vschaos_studio.ui.actions.menus import build_menus
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.pages.page import Page
from vschaos_studio.ui.pages.play_page import PlayPage
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.navigation import Navigation, Place
from vschaos_studio.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from vschaos_studio.ui.pages.dataset_page import DatasetPage
    from vschaos_studio.ui.pages.export_page import ExportPage
    from vschaos_studio.ui.pages.train_page import TrainPage

PLACES = (
    Place("Sounds", "sounds", "Choose the sounds to learn from"),
    Place("Learn", "learn", "Let a model learn them"),
    Place("Play", "play", "Play the instrument"),
    Place("Export", "export", "Take the instrument to nn~"),
)
PLAY_PLACE = 2


@dataclass(frozen=True)
class OtherPages:
    """The pages beside the Play page."""

    dataset: DatasetPage
    train: TrainPage
    export: ExportPage


class MainWindow(QMainWindow):
    """The studio's one window.

    Signals
    -------
    closed
        The user has closed it; the program is to end.

    Parameters
    ----------
    play
        The Play page.
    make_others
        Makes the other pages.
    """

    closed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        notices: Notices,
        settings: Settings,
        play: PlayPage,
        make_others: Callable[[], OtherPages],
        version: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.notices = notices
        self.play = play
        self.made_others: OtherPages | None = None
        self._make_others = make_others
        self.version = version
        self.full_pad = False
        self._settings = settings
        self._was_full_screen = False
        self.setWindowTitle("vschaos studio")
        self.setWindowIcon(icon("studio", theme.accent, size=64))
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.notice_bar = NoticeBar(theme)
        notices.listen(self.notice_bar.show_notice)
        self.navigation = Navigation(PLACES, theme)
        self.navigation.chosen.connect(self._show_place)
        self._stack = QStackedWidget()
        self._stack.addWidget(play)
        self._lay_out()
        self.actions_by_id = build_menus(self)
        play.open_pressed.connect(self.actions_by_id["open_instrument"].trigger)
        self._restore_geometry()
        self.show_page(play)

    # ── what the program and the actions ask for ─────────────────────────────────────────────────────────

    @property
    def others(self) -> OtherPages:
        """The other pages; made now, if nobody has asked for them before."""
        return self.made_others or self.complete()

    def complete(self) -> OtherPages:
        """Make the other pages, unless they are there."""
        if self.made_others is None:
            self.made_others = self._make_others()
            for page in (self.made_others.dataset, self.made_others.train, self.made_others.export):
                self._stack.addWidget(page)
            self._connect_pages(self.made_others)
        return self.made_others

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The four pages in the rail's order."""
        others = self.others
        return (others.dataset, others.train, self.play, others.export)

    @property
    def instrument(self) -> Path | None:
        """The instrument that is played."""
        return self.play.instrument

    @property
    def instrument_name(self) -> str:
        """Its name, fit for a file."""
        return file_words(self.play.instrument_name)

    @property
    def last_sounds_folder(self) -> Path | None:
        """The folder of sounds opened last, if it is still there."""
        remembered = self._settings.get(DATASET_FOLDER)
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
        self.navigation.show_chosen(PLAY_PLACE if page is self.play else self.pages.index(page))
        if page is self.play:
            self.play.pad.setFocus()

    def open_instrument(self, path: Path) -> None:
        """Play an instrument file."""
        if self.play.open_instrument(path):
            self.show_page(self.play)

    def open_sounds(self, folder: Path) -> None:
        """List a folder of sounds."""
        self._settings.set(DATASET_FOLDER, str(folder))
        self.show_page(self.others.dataset)
        self.others.dataset.open_folder(folder)

    def show_full_pad(self, full: bool) -> None:
        """Give the whole screen to the pad, or take it back."""
        if full == self.full_pad:
            return
        self.full_pad = full
        if full:
            self._was_full_screen = self.isFullScreen()
            self.show_page(self.play)
        self.menuBar().setVisible(not full)
        self.navigation.setVisible(not full)
        self.play.show_only_pad(full)
        if full:
            self.showFullScreen()
        elif not self._was_full_screen:
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def show_dialog(self, dialog: QDialog) -> None:
        """Show a dialog beside the window, which stays playable."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def shortcut_rows(self) -> list[tuple[str, str]]:
        """What each shortcut does, as this system writes keys."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (entry.plain_text, "  or  ".join(QKeySequence(keys).toString(native) for keys in entry.shortcuts))
            for entry in ENTRIES
            # The numbered ones are told together.
            if entry.shortcuts and not entry.submenu
        ]

    def save_settings(self) -> None:
        """Remember the window's place, and write all settings."""
        if not self.full_pad:
            self._settings.set(WINDOW_GEOMETRY, base64.b64encode(self.saveGeometry().data()).decode())
        try:
            self._settings.save()
        except VschaosError as error:
            self.notices.error(error)

    # ── between the pages ────────────────────────────────────────────────────────────────────────────────

    def _connect_pages(self, pages: OtherPages) -> None:
        pages.dataset.dataset_ready.connect(pages.train.set_dataset)
        pages.dataset.dataset_ready.connect(self._remember_dataset)
        pages.dataset.dataset_closed.connect(self._forget_dataset)
        pages.dataset.labels_settled.connect(self._tell_labels)
        pages.dataset.learn_requested.connect(self._show_learn)
        pages.train.sounds_requested.connect(self._show_sounds)
        pages.train.instrument_saved.connect(self._take_learned)
        pages.train.play_requested.connect(self._play_learned)
        pages.train.export_requested.connect(self._export_learned)
        self.play.instrument_opened.connect(self._offer_export)
        if self.instrument is not None:
            self._offer_export(str(self.instrument))

    def _remember_dataset(self, report: object) -> None:
        root = getattr(report, "root", None)
        if root is not None:
            self._settings.set(DATASET_FOLDER, str(root))

    def _forget_dataset(self) -> None:
        self.others.train.set_dataset(None)

    def _tell_labels(self) -> None:
        self.others.train.set_dataset(self.others.dataset.report)

    def _show_sounds(self) -> None:
        self.show_page(self.others.dataset)

    def _show_learn(self) -> None:
        self.show_page(self.others.train)

    def _take_learned(self, path: str, live: bool) -> None:
        """A training has written its instrument: swap it in, if the user wants to hear it learn."""
        if live:
            self.play.open_instrument(Path(path))

    def _play_learned(self, path: str) -> None:
        self.open_instrument(Path(path))

    def _export_learned(self, path: str) -> None:
        self.others.export.set_instrument(Path(path))
        self.show_page(self.others.export)

    def _offer_export(self, path: str) -> None:
        self.others.export.set_instrument(Path(path))

    def _show_place(self, index: int) -> None:
        self.show_page(self.pages[index])

    # ── making ───────────────────────────────────────────────────────────────────────────────────────────

    def _lay_out(self) -> None:
        self._notice_room = QWidget()
        room = QVBoxLayout(self._notice_room)
        room.setContentsMargins(24, 16, 24, 0)
        room.addWidget(self.notice_bar)
        self._notice_room.hide()
        self.notice_bar.visibility_changed.connect(self._notice_room.setVisible)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._notice_room)
        right.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)
        self.setCentralWidget(whole)

    def _restore_geometry(self) -> None:
        remembered = self._settings.get(WINDOW_GEOMETRY)
        try:
            geometry = QByteArray(base64.b64decode(remembered, validate=True))
        except ValueError:
            geometry = QByteArray()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1280, room.width()), min(800, room.height()))

    def event(self, event: QEvent) -> bool:
        """Let Space and Escape be what the focused control or the page makes of them, before they are shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused = QApplication.focusWidget()
            if event.key() == Qt.Key.Key_Space and isinstance(focused, QAbstractButton | QComboBox | QAbstractItemView):
                event.accept()
            if event.key() == Qt.Key.Key_Escape and isinstance(self.page, Page):
                button = self.page.escape_button()
                if button is not None and button.isVisible() and button.isEnabled():
                    event.accept()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an instrument or a folder."""
        if dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = dropped_path(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.is_dir():
            self.open_sounds(path)
        else:
            self.open_instrument(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember, and end."""
        self.save_settings()
        super().closeEvent(event)
        self.closed.emit()


def dropped_path(event: QDropEvent) -> Path | None:
    """The instrument or folder that is dragged; None if it is neither."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is not None and (path.is_dir() or path.suffix.lower() == SUFFIX):
            return path
    return None
