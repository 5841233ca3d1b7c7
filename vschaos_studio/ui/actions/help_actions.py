"""Actions of the Help menu."""

from __future__ import annotations

from collections.abc import Sequence

from vschaos.osc.listing import HEADS, listed
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.dialogs.about_dialog import AboutDialog
from vschaos_studio.ui.dialogs.table_dialog import Row, TableDialog, pad_rows


def show_shortcuts(window: StudioWindow, shortcuts: Sequence[Row]) -> None:
    """List the shortcuts, and what mouse and keys do on the pad."""
    rows = [*shortcuts, *pad_rows()]
    window.show_dialog(TableDialog("Keyboard and mouse", "", ("Action", "Keys"), rows, window))


def show_osc_addresses(window: StudioWindow) -> None:
    """List the addresses that the studio receives and sends."""
    lead = (
        "Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. "
        "Values out of range are limited to it."
    )
    rows = [one.row for one in listed(window.play.playable)]
    window.show_dialog(TableDialog("OSC addresses", lead, HEADS, rows, window))


def show_about(window: StudioWindow) -> None:
    """Show what this program is, and its version."""
    window.show_dialog(AboutDialog(window.theme, window.version, window))
