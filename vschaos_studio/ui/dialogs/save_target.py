"""Asking where to save a file whose name ends in a fixed way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save_target(parent: QWidget, title: str, suggested: Path, kinds: str) -> tuple[Path, bool] | None:
    """Ask for a file that ends as the suggested one.

    Returns
    -------
    tuple or None
        The file, and whether it exists without the user having been asked: the dialog asks about the name as it was
        typed, before the ending was added. None if the user chose nothing.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix == suggested.suffix:
        return target, False
    target = target.with_name(target.name + suggested.suffix)
    return target, target.exists()
