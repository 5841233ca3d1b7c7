"""Every action of the menus: its text, its shortcut, and what it does.

The menus, the shortcuts and the list of shortcuts in the help are made from this table. Actions of more than a call
are functions of the window in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtGui import QKeySequence

from vschaos.edition import PROGRAM, learns
from vschaos_studio.language import tr
from vschaos_studio.ui.actions import file_actions, help_actions, project_actions
from vschaos_studio.ui.actions.documentation import show_documentation
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.pages import PAGES
from vschaos_studio.ui.train.listen_bar import COMPARE_KEY


class Menu(Enum):
    """The menus, in order."""

    FILE = tr("&File")
    EDIT = tr("&Edit")
    PLAY = tr("&Play")
    VIEW = tr("&View")
    HELP = tr("&Help")


@dataclass(frozen=True)
class MenuEntry:
    """One action.

    Attributes
    ----------
    id
        Its name in the code.
    text
        As the menu shows it, with ``&`` before the letter to press.
    shortcuts
        In Qt's portable spelling; the first is shown in the menu.
    run
        What it does.
    starts_group
        Whether a separator stands above it.
    submenu
        The submenu that it is in, if any.
    on_play_page
        Whether its shortcuts exist on the Play page alone: elsewhere, plain letters are typed text.
    """

    id: str
    menu: Menu
    text: str
    run: Callable[[StudioWindow], None]
    shortcuts: tuple[str, ...] = ()
    starts_group: bool = False
    submenu: str = ""
    on_play_page: bool = False

    @property
    def plain_text(self) -> str:
        """The text without the mark of its letter."""
        return self.text.replace("&", "")


KEYS_OF_SNAPSHOTS = range(1, 10)

ESCAPE_KEY = "Esc"
"""What it ends is in `vschaos_studio.ui.escape`."""


def _entry(
    menu: Menu, id: str, text: str, run: Callable[[StudioWindow], None], *keys: str, group: bool = False
) -> MenuEntry:
    return MenuEntry(id, menu, text, run, keys, starts_group=group)


def _play(id: str, text: str, run: Callable[[StudioWindow], None], *keys: str, group: bool = False) -> MenuEntry:
    return MenuEntry(id, Menu.PLAY, text, run, keys, starts_group=group, on_play_page=True)


def _snapshots() -> list[MenuEntry]:
    """Two submenus of the nine snapshots that have keys."""
    recall, store = tr("Recall snapshot"), tr("Store snapshot")
    return [
        *(
            _snapshot(
                f"recall_{place}", recall, tr("Recall &{number}", number=place), partial(_recall, place), f"{place}"
            )
            for place in KEYS_OF_SNAPSHOTS
        ),
        *(
            _snapshot(
                f"store_{place}", store, tr("Store &{number}", number=place), partial(_store, place), f"Alt+{place}"
            )
            for place in KEYS_OF_SNAPSHOTS
        ),
    ]


def _snapshot(id: str, submenu: str, text: str, run: Callable[[StudioWindow], None], keys: str) -> MenuEntry:
    return MenuEntry(id, Menu.PLAY, text, run, (keys,), submenu=submenu, on_play_page=True)


def _recall(number: int, window: StudioWindow) -> None:
    window.play.recall_snapshot(number)


def _store(number: int, window: StudioWindow) -> None:
    window.play.store_snapshot(number)


def _toggle(control: str) -> Callable[[StudioWindow], None]:
    return lambda window: window.play.controller.toggle(control)


def _close(window: StudioWindow) -> None:
    window.close()


def _centre(window: StudioWindow) -> None:
    window.play.controller.centre()


def _choose_recordings_folder(window: StudioWindow) -> None:
    window.play.recordings.choose_folder()


def _toggle_full_pad(window: StudioWindow) -> None:
    window.show_full_pad(not window.full_pad)


def _show_shortcuts(window: StudioWindow) -> None:
    help_actions.show_shortcuts(window, shortcut_rows())


def _show_page(id: str, window: StudioWindow) -> None:
    window.show_page(window.page_of(id))


ENTRIES: tuple[MenuEntry, ...] = (
    _entry(Menu.FILE, "new_project", tr("&New project"), project_actions.new_project, "Ctrl+N"),
    _entry(Menu.FILE, "open_project", tr("Open &project…"), project_actions.open_project, "Ctrl+Alt+O"),
    _entry(Menu.FILE, "save_project_as", tr("Save project &as…"), project_actions.save_project_as, "Ctrl+Alt+S"),
    _entry(Menu.FILE, "duplicate_project", tr("&Duplicate project"), project_actions.duplicate_project),
    _entry(Menu.FILE, "open_instrument", tr("&Open instrument…"), file_actions.open_instrument, "Ctrl+O", group=True),
    _entry(Menu.FILE, "browse", tr("&Browse instruments…"), lambda window: window.show_browser(), "Ctrl+B"),
    *(
        [_entry(Menu.FILE, "open_sounds", tr("Open sounds &folder…"), file_actions.open_sounds, "Ctrl+Shift+O")]
        if learns()
        else []
    ),
    _entry(Menu.FILE, "save_copy", tr("&Save a copy of the instrument as…"), file_actions.save_copy, "Ctrl+Shift+S"),
    _entry(Menu.FILE, "quit", tr("&Quit"), _close, "Ctrl+Q", group=True),
    _entry(Menu.EDIT, "undo", tr("&Undo"), lambda window: window.history.undo(), "Ctrl+Z"),
    _entry(Menu.EDIT, "redo", tr("&Redo"), lambda window: window.history.redo(), "Ctrl+Shift+Z", "Ctrl+Y"),
    _entry(Menu.PLAY, "play_or_stop", tr("&Play or stop"), lambda window: window.play.toggle_playing(), "Space"),
    _entry(Menu.PLAY, "panic", tr("Pa&nic: silence now"), lambda window: window.play.panic(), "Ctrl+."),
    _entry(Menu.PLAY, "centre", tr("A&ll axes to the start"), _centre, "Ctrl+Home", group=True),
    _play("freeze", tr("&Freeze"), _toggle("freeze"), "F"),
    _play("sides", tr("Switch between &A and B"), _toggle("snapshot.b"), "B"),
    *_snapshots(),
    _play("play_gesture", tr("Play or stop the &gesture"), _toggle("gesture.play"), "G", group=True),
    _play("record_gesture", tr("Record a ges&ture, or stop recording"), _toggle("gesture.record"), "Shift+G"),
    _play("record", tr("&Record, or stop recording"), lambda window: window.play.recordings.toggle(), "R", group=True),
    _play("save_last", tr("&Save the last minute"), lambda window: window.play.recordings.save_last(), "Shift+R"),
    _entry(Menu.PLAY, "recordings", tr("S&how recordings"), lambda window: window.play.recordings.show_folder()),
    _entry(Menu.PLAY, "recordings_folder", tr("Choose recor&dings folder…"), _choose_recordings_folder),
    *(
        _entry(Menu.VIEW, f"show_{page.id}", page.text, partial(_show_page, page.id), f"Ctrl+{number}")
        for number, page in enumerate(PAGES, 1)
    ),
    _entry(Menu.VIEW, "full_pad", tr("&Full pad"), _toggle_full_pad, "F11", group=True),
    _entry(
        Menu.VIEW, "picture", tr("Show or &hide the picture of the sound"), lambda window: window.play.toggle_picture()
    ),
    _entry(Menu.HELP, "guide", tr("&Guide"), lambda window: window.show_guide(), "F1"),
    _entry(Menu.HELP, "documentation", tr("&Documentation"), show_documentation),
    _entry(Menu.HELP, "tour", tr("Show &me around"), lambda window: window.show_tour()),
    _entry(Menu.HELP, "shortcuts", tr("&Keyboard shortcuts"), _show_shortcuts, "Ctrl+F1"),
    _entry(Menu.HELP, "osc_addresses", tr("&OSC addresses"), help_actions.show_osc_addresses),
    _entry(Menu.HELP, "log", tr("Show &log"), help_actions.show_log, group=True),
    _entry(Menu.HELP, "report", tr("Copy &report"), help_actions.copy_report),
    _entry(Menu.HELP, "updates", tr("Check for a new &version…"), help_actions.check_updates, group=True),
    _entry(Menu.HELP, "about", tr("&About {program}", program=PROGRAM), help_actions.show_about),
)


def shortcut_rows() -> list[tuple[str, ...]]:
    """What each shortcut does, as this system writes keys."""
    native = QKeySequence.SequenceFormat.NativeText
    between = tr("  or  ")
    rows = [
        (entry.plain_text, between.join(QKeySequence(keys).toString(native) for keys in entry.shortcuts))
        for entry in ENTRIES
        # The numbered ones have a row of their own.
        if entry.shortcuts and not entry.submenu
    ]
    return [
        *rows,
        (tr("End what is open, waits or plays, one at a time; else silence"), ESCAPE_KEY),
        *([(tr("Train: switch between the original and the instrument"), COMPARE_KEY)] if learns() else []),
    ]
