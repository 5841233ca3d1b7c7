"""The button of an empty page that opens the sounds that come with the program."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from vschaos_studio.language import tr
from vschaos_studio.services.first_sounds import first_sounds_count
from vschaos_studio.ui.controls.styled_widgets import button


def first_sounds_button() -> QPushButton:
    """Its owner connects it."""
    text = tr(
        "Try with %n sounds that come with the program",
        "Try with %n sound that comes with the program",
        first_sounds_count(),
    )
    return button(text, tip=tr("Copy them into your documents, with labels, and list them"))
