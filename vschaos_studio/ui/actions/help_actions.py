"""Actions of the Help menu; their dialogs are imported when they are shown."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication

from vschaos_studio.language import tr, translated
from vschaos_studio.services.crash import report
from vschaos_studio.services.log import last_lines, log_folder
from vschaos_studio.state.notices import Action, Notice
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.local_urls import show_folder

log = logging.getLogger(__name__)


def show_shortcuts(window: StudioWindow, shortcuts: Sequence[tuple[str, ...]]) -> None:
    """List the shortcuts, and what mouse and keys do on the pad."""
    from vschaos_studio.ui.dialogs.table_dialog import TableDialog, pad_rows

    rows = [*shortcuts, *pad_rows()]
    window.show_dialog(TableDialog(tr("Keyboard and mouse"), "", (tr("Action"), tr("Keys", "to press")), rows, window))


def show_osc_addresses(window: StudioWindow) -> None:
    """List the addresses that the studio receives and sends."""
    from vschaos.osc.listing import HEADS, listed
    from vschaos_studio.ui.dialogs.table_dialog import TableDialog
    from vschaos_studio.ui.play.osc_tables import address_row

    lead = tr(
        "Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. "
        "Values out of range are limited to it."
    )
    heads = [translated(head) for head in HEADS]
    rows = [address_row(one) for one in listed(window.play.playable)]
    window.show_dialog(TableDialog(tr("OSC addresses"), lead, heads, rows, window))


def show_log(window: StudioWindow) -> None:
    """Show the folder of the log files in the file manager."""
    show_folder(log_folder(), window.notices)


def check_updates(window: StudioWindow) -> None:
    """Ask whether there is a newer version."""
    from vschaos_studio.ui.dialogs.update_dialog import UpdateDialog

    window.show_dialog(UpdateDialog(window.settings, window.tasks, window.version, window))


def announce_update(window: StudioWindow) -> None:
    """Say whether there is a newer version, and nothing else; for those who want that at each start."""
    from vschaos_studio.services.updates import Release, compare, find_source, read_release
    from vschaos_studio.ui.dialogs.update_dialog import newer_text

    def say_newer(release: Release) -> None:
        if compare(release.version, window.version) > 0:
            show = Action(tr("What is new…"), partial(check_updates, window))
            window.notices.post(Notice(newer_text(release), action=show))

    if source := find_source(window.settings):
        window.tasks.run_task(lambda context: read_release(source, cancelled=context.cancelled), say_newer, log.info)


def copy_report(window: StudioWindow) -> None:
    """Copy the versions, what sounds, and the last lines of each log."""
    sounding = f"{window.play.instrument_name or 'No instrument'}; {window.play.side.state_line}"
    QGuiApplication.clipboard().setText(report(window.version, f"{sounding}\n\n{last_lines(log_folder())}"))
    window.notices.info(tr("The report is on the clipboard. It has names of files in it: read it before you send it."))


def show_about(window: StudioWindow) -> None:
    """Show what this program is, and its version."""
    from vschaos_studio.ui.dialogs.about_dialog import AboutDialog

    window.show_dialog(AboutDialog(window.theme, window.version, window))
