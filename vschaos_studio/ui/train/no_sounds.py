"""The Train page without sounds: what it is for, and where sounds are to be had."""

from __future__ import annotations

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.empty_page import EmptyPage
from vschaos_studio.ui.controls.first_sounds_button import first_sounds_button


class NoSounds(EmptyPage):
    """Its owner connects ``button``, to choose a folder, and ``first``, to take the sounds of the program."""

    def __init__(self) -> None:
        self.first = first_sounds_button()
        super().__init__(
            tr("There are no sounds to train on yet"),
            tr("Here an instrument learns from a folder of sounds. Choose one first, then start the training here."),
            tr("Choose a folder…"),
            self.first,
        )
