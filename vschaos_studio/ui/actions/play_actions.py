"""Actions of the Play menu."""

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
    window.play.hand.centre()


def freeze(window: MainWindow) -> None:
    """Hold the sound where it is, or let it go on."""
    window.play.hand.toggle("freeze")


def change_side(window: MainWindow) -> None:
    """The other of two sounds."""
    window.play.hand.toggle("snapshot.b")


def recall(window: MainWindow, number: int) -> None:
    """Bring a kept sound back."""
    window.play.recall_snapshot(number)


def store(window: MainWindow, number: int) -> None:
    """Keep the present sound."""
    window.play.store_snapshot(number)


def play_gesture(window: MainWindow) -> None:
    """Play the gesture, or stop it."""
    window.play.hand.toggle("gesture.play")


def record_gesture(window: MainWindow) -> None:
    """Take up what the hands do, or end that."""
    window.play.hand.toggle("gesture.record")


def record(window: MainWindow) -> None:
    """Write what is heard into a file, or end that."""
    window.play.takes.toggle()


def save_last(window: MainWindow) -> None:
    """Write what was heard in the last minute."""
    window.play.takes.save_last()


def show_recordings(window: MainWindow) -> None:
    """Open the folder of recordings."""
    window.play.takes.show_folder()


def choose_recordings_folder(window: MainWindow) -> None:
    """Ask where recordings are to go."""
    window.play.takes.choose_folder()
