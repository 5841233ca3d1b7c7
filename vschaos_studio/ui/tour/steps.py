"""The steps of the tour: on which page, what is pointed at, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from vschaos.edition import learns
from vschaos_studio.language import tr
from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.pages import PLAY


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes
    ----------
    page
        Id of the page that it is on.
    title, sentence
        What is said.
    target
        What is pointed at.
    """

    page: str
    title: str
    sentence: str
    target: Callable[[StudioWindow], QWidget]


_ALL = (
    Step(
        PLAY,
        tr("Touch the pad"),
        tr(
            "Press Play, then drag here. Each point is a sound that the instrument has learned; between points you "
            "hear what lies between them."
        ),
        lambda window: window.play.pad,
    ),
    Step(
        PLAY,
        tr("Choose an instrument"),
        tr("These come with the program. Yours will be here too, and any file that you open."),
        lambda window: window.play.header,
    ),
    Step(
        "sounds",
        tr("Drop your sounds"),
        tr(
            "A folder of recordings, dropped anywhere on the window, is listed here with what may be wrong with it. A "
            "few minutes of sound are enough."
        ),
        lambda window: window.page_of("sounds"),
    ),
    Step(
        "train",
        tr("Let it learn"),
        tr(
            "Start here when your sounds are listed. After a minute you can listen to what was learned; the sound goes "
            "on meanwhile."
        ),
        lambda window: window.navigation.buttons["train"],
    ),
    Step(
        "export",
        tr("Take it to Max or Pure Data"),
        tr(
            "This page writes a file for the object nn~, with patches. Or let a patch steer the studio by OSC: Play, "
            "Setup. F1 explains whatever you are at."
        ),
        lambda window: window.navigation.buttons["export"],
    ),
)

STEPS = tuple(step for step in _ALL if learns() or step.page == PLAY)
"""Those of this edition."""
