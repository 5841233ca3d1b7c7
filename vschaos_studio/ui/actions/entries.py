"""Every action of the menus: its words, its shortcut, and the function that it calls.

An action is a function of the window in one of the modules beside this one, and an entry here. The menus, the
shortcuts and the list of shortcuts in the help are made from this table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from vschaos_studio.ui.actions import file_actions, help_actions, play_actions, view_actions

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow


class Menu(Enum):
    """The menus, in order."""

    FILE = "&File"
    PLAY = "&Play"
    VIEW = "&View"
    HELP = "&Help"


@dataclass(frozen=True)
class Entry:
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
        Whether a line parts it from the entry above.
    submenu
        The menu within the menu that it stands in, if any.
    on_play_page
        Whether its shortcuts are for the Play page alone: plain letters are typed elsewhere.
    """

    id: str
    menu: Menu
    text: str
    run: Callable[[MainWindow], None]
    shortcuts: tuple[str, ...] = ()
    starts_group: bool = False
    submenu: str = ""
    on_play_page: bool = False

    @property
    def plain_text(self) -> str:
        """The text without the mark of its letter."""
        return self.text.replace("&", "")


KEYS_OF_SNAPSHOTS = range(1, 10)


def _play(id: str, text: str, run: Callable[[MainWindow], None], *keys: str, group: bool = False) -> Entry:
    return Entry(id, Menu.PLAY, text, run, keys, starts_group=group, on_play_page=True)


def _snapshot(number: int, verb: str, run: Callable[[MainWindow, int], None], keys: str) -> Entry:
    return Entry(
        f"{verb.lower()}_{number}",
        Menu.PLAY,
        f"{verb} &{number}",
        partial(_run_numbered, run, number),
        (f"{keys}{number}",),
        submenu=f"{verb} snapshot",
        on_play_page=True,
    )


def _run_numbered(run: Callable[[MainWindow, int], None], number: int, window: MainWindow) -> None:
    run(window, number)


ENTRIES: tuple[Entry, ...] = (
    Entry("open_instrument", Menu.FILE, "&Open instrument…", file_actions.open_instrument, ("Ctrl+O",)),
    Entry("open_sounds", Menu.FILE, "Open sounds &folder…", file_actions.open_sounds, ("Ctrl+Shift+O",)),
    Entry(
        "save_copy",
        Menu.FILE,
        "&Save a copy of the instrument as…",
        file_actions.save_instrument_copy,
        ("Ctrl+Shift+S",),
    ),
    Entry("quit", Menu.FILE, "&Quit", file_actions.quit_studio, ("Ctrl+Q",), starts_group=True),
    Entry("play_or_stop", Menu.PLAY, "&Play or stop", play_actions.play_or_stop, ("Space",)),
    Entry("panic", Menu.PLAY, "Pa&nic: silence at once", play_actions.panic, ("Esc", "Ctrl+.")),
    Entry("centre", Menu.PLAY, "&Centre all axes", play_actions.centre, ("Ctrl+Home",), starts_group=True),
    _play("freeze", "&Freeze", play_actions.freeze, "F"),
    _play("sides", "Change between &A and B", play_actions.change_side, "B"),
    *(_snapshot(number, "Recall", play_actions.recall, "") for number in KEYS_OF_SNAPSHOTS),
    *(_snapshot(number, "Store", play_actions.store, "Alt+") for number in KEYS_OF_SNAPSHOTS),
    _play("play_gesture", "Play or stop the &gesture", play_actions.play_gesture, "G", group=True),
    _play("record_gesture", "&Take up a gesture, or end it", play_actions.record_gesture, "Shift+G"),
    _play("record", "&Record the sound, or end it", play_actions.record, "R", group=True),
    _play("save_last", "&Save the last minute", play_actions.save_last, "Shift+R"),
    Entry("recordings", Menu.PLAY, "S&how the recordings", play_actions.show_recordings),
    Entry("recordings_folder", Menu.PLAY, "Recor&dings folder…", play_actions.choose_recordings_folder),
    Entry("show_sounds", Menu.VIEW, "&Sounds", view_actions.show_sounds, ("Ctrl+1",)),
    Entry("show_learn", Menu.VIEW, "&Learn", view_actions.show_learn, ("Ctrl+2",)),
    Entry("show_play", Menu.VIEW, "&Play", view_actions.show_play, ("Ctrl+3",)),
    Entry("show_export", Menu.VIEW, "&Export", view_actions.show_export, ("Ctrl+4",)),
    Entry("full_pad", Menu.VIEW, "&Full pad", view_actions.toggle_full_pad, ("F11",), starts_group=True),
    Entry("shortcuts", Menu.HELP, "&Keyboard shortcuts", help_actions.show_shortcuts, ("F1",)),
    Entry("osc_addresses", Menu.HELP, "&OSC addresses", help_actions.show_osc_addresses),
    Entry("about", Menu.HELP, "&About vschaos studio", help_actions.show_about, starts_group=True),
)
