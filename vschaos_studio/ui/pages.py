"""The pages of the window, in one table: rail, stack, View menu and shortcuts follow from it.

A new page is an entry of ``PAGES`` and a field of the same name in :class:`OtherPages`, filled where the program makes
the pages (`vschaos_studio.app`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vschaos.edition import learns
from vschaos_studio.language import tr

if TYPE_CHECKING:
    from vschaos_studio.ui.export.export_page import ExportPage
    from vschaos_studio.ui.sounds.sounds_page import SoundsPage
    from vschaos_studio.ui.train.train_page import TrainPage

PLAY = "play"
"""The page that is there from the start."""


@dataclass(frozen=True)
class PageEntry:
    """A page as rail and menu show it.

    Attributes
    ----------
    id
        Its name in the code, and that of its icon.
    text
        Its title, with ``&`` before the letter to press in the menu.
    help
        What is done there.
    """

    id: str
    text: str
    help: str

    @property
    def title(self) -> str:
        """The title without the mark of its letter."""
        return self.text.replace("&", "")


STUDIO_PAGES = (
    PageEntry("sounds", tr("&Sounds"), tr("Choose the sounds to train on")),
    PageEntry("train", tr("&Train"), tr("Train an instrument on the sounds")),
    PageEntry(PLAY, tr("&Play"), tr("Play the instrument")),
    PageEntry("export", tr("&Export"), tr("Export the instrument for nn~")),
)
PLAYER_PAGES = (
    PageEntry(PLAY, tr("&Play"), tr("Play the instrument")),
    PageEntry("train", tr("&Train"), tr("Where instruments are trained")),
)
PAGES = STUDIO_PAGES if learns() else PLAYER_PAGES
"""Those of this edition, in the order of the rail; Ctrl+1 shows the first."""


@dataclass(frozen=True)
class OtherPages:
    """The pages beside the Play page."""

    sounds: SoundsPage
    train: TrainPage
    export: ExportPage
