"""Labels, buttons and cards in the looks that the style sheet knows."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from vschaos_studio.ui.controls.help_button import help_button, set_topic
from vschaos_studio.ui.controls.layouts import STRETCH, Part, hbox, vbox
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

AnyWidget = TypeVar("AnyWidget", bound=QWidget)

Press = Callable[[], object] | SignalInstance
"""What happens at the press of a button: a call without arguments, or a signal that is emitted."""

BAR_STEPS = 1000
"""Positions of a progress bar."""


def with_role(widget: AnyWidget, role: str) -> AnyWidget:
    """Give a widget one of the looks listed in `vschaos_studio.ui.stylesheet`, also after it was shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows text as it is, never as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return with_role(made, role) if role else made


def plain_tip(text: str) -> str:
    """A tool tip that shows text as it is: Qt takes one for markup where a name in it looks like that."""
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if GuiQt.mightBeRichText(text) else text


def menu_text(text: str) -> str:
    """A name as a menu or a button shows it: “&” is not the mark of a letter in it."""
    return text.replace("&", "&&")


def button(text: str, role: str = "", *, tip: str = "", press: Press | None = None) -> QPushButton:
    """A button that the keyboard reaches, and that a click does not take the focus to (Space goes on playing)."""
    made = QPushButton(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolTip(plain_tip(tip))
    if press is not None:
        _connect(made, press)
    return with_role(made, role) if role else made


def show_tone(widget: QWidget, tone: str) -> None:
    """Show a text in a colour of the theme: muted, accent, good, warning or text; empty for its own."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def icon_button(picture: str, name: str, theme: Theme, *, tip: str = "", press: Press | None = None) -> QToolButton:
    """A button with a picture; ``name`` is spoken, and shown as the tool tip unless ``tip`` is given."""
    made = QToolButton()
    made.setIcon(icon(picture, theme))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(name)
    made.setToolTip(tip or name)
    if press is not None:
        _connect(made, press)
    return made


def _connect(made: QPushButton | QToolButton, press: Press) -> None:
    if isinstance(press, SignalInstance):
        made.clicked.connect(press)
    else:
        made.clicked.connect(lambda _checked=False: press())


def progress_bar(name: str) -> QProgressBar:
    """A bar without text; ``name`` is spoken."""
    made = QProgressBar()
    made.setRange(0, BAR_STEPS)
    made.setTextVisible(False)
    made.setAccessibleName(name)
    return made


def show_share(bar: QProgressBar, share: float | None) -> None:
    """Show how much is done, 0…1; None while that is not known."""
    bar.setRange(0, 0 if share is None else BAR_STEPS)
    if share is not None:
        bar.setValue(round(BAR_STEPS * share))


class Card(QFrame):
    """A raised frame with an optional heading; its contents are in ``body``.

    Parameters
    ----------
    topic
        Where the guide explains it; beside the heading, or where :meth:`head` puts it, stands a “?”.

    Attributes
    ----------
    help
        This “?”.
    """

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, topic: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = vbox(margins=(16, 12, 16, 16), on=self)
        self._topic = topic
        self.help: QToolButton | None = None
        set_topic(self, topic)
        if heading:
            self.body.addLayout(self.head(label(heading, "heading"), STRETCH, about=heading))

    def head(self, *parts: Part, about: str) -> QHBoxLayout:
        """A row of parts, and the “?” at its end; ``about`` is what the card explains."""
        if self._topic:
            self.help = help_button(self._topic, about)
        return hbox(*parts, *(() if self.help is None else (self.help,)))
