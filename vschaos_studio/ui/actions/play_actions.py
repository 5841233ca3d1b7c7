"""Actions of the Play menu; they work on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vschaos_studio.ui.main_window import MainWindow


def play_or_stop(window: MainWindow) -> None:
    """Sound if it is silent, stop if it sounds."""
    window.play.toggle_playing()


def panic(window: MainWindow) -> None:
    """Silence at once."""
    window.play.panic()


def centre(window: MainWindow) -> None:
    """All latent axes to 0."""
    window.play.centre()
