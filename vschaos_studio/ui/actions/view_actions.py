"""Actions of the View menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow


def show_sounds(window: MainWindow) -> None:
    """Go to the Sounds page."""
    window.show_page(window.others.dataset)


def show_learn(window: MainWindow) -> None:
    """Go to the Learn page."""
    window.show_page(window.others.train)


def show_play(window: MainWindow) -> None:
    """Go to the Play page."""
    window.show_page(window.play)


def show_export(window: MainWindow) -> None:
    """Go to the Export page."""
    window.show_page(window.others.export)


def toggle_full_pad(window: MainWindow) -> None:
    """Give the whole screen to the pad, or take it back."""
    window.show_full_pad(not window.full_pad)
