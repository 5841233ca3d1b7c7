"""Actions of the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vschaos_studio.ui.dialogs.about_dialog import AboutDialog
from vschaos_studio.ui.dialogs.table_dialog import TableDialog, osc_rows, pad_rows

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow


def show_shortcuts(window: MainWindow) -> None:
    """List the shortcuts."""
    rows = [*window.shortcut_rows(), *pad_rows()]
    window.show_dialog(TableDialog("Keyboard and mouse", "", ("Does", "Press"), rows, window))


def show_osc_addresses(window: MainWindow) -> None:
    """List what can be sent and what is sent back."""
    lead = (
        "Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. "
        "Values out of range are moved into it."
    )
    heads = ("Address", "Arguments", "Range", "Meaning")
    window.show_dialog(TableDialog("OSC addresses", lead, heads, osc_rows(window.play.playable), window))


def show_about(window: MainWindow) -> None:
    """Tell what this is, and which version."""
    window.show_dialog(AboutDialog(window.theme, window.version, window))
