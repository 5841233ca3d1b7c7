"""The chosen instrument below the cards: its tags, and all that can be done with it, for mouse, keyboard and reader."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.browser.instrument_model import InstrumentCard
from vschaos_studio.ui.controls.layouts import STRETCH, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label, plain_tip
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

TAGS_WIDTH = 200


class InstrumentDetails(QWidget):
    """A row of what is done, and a line that says what has been done.

    Signals
    -------
    play_pressed, listen_pressed, favourite_pressed, export_pressed, folder_pressed, delete_pressed
        Of the chosen instrument.
    tags_typed
        Their text.

    Attributes
    ----------
    said
        What has been done; empty while the description is shown.
    """

    play_pressed = Signal()
    listen_pressed = Signal()
    favourite_pressed = Signal()
    export_pressed = Signal()
    folder_pressed = Signal()
    delete_pressed = Signal()
    tags_typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._start, self._stop = icon("start", theme), icon("stop", theme, "accent")
        self.message = label("", "muted", wrap=True)
        self.said = ""
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(tr("Tags: drone, soft …"))
        self.tags.setAccessibleName(tr("Tags"))
        self.tags.setToolTip(tr("Words of yours, which the search finds; kept on this computer, not in the file"))
        self.tags.setFixedWidth(TAGS_WIDTH)
        self.tags.editingFinished.connect(lambda: self.tags_typed.emit(self.tags.text()))
        self.favourite = button(tr("Favourite"), tip=tr("Mark it with a star"), press=self.favourite_pressed)
        self.favourite.setCheckable(True)
        tip = tr("Save it as a file, to give it away")
        self.export = button(tr("Save a copy…"), tip=tip, press=self.export_pressed)
        tip = tr("Show its file in the file manager")
        self.folder = button(tr("Show in folder"), tip=tip, press=self.folder_pressed)
        self.delete = button(tr("Delete"), press=self.delete_pressed)
        self.listen = button(tr("Listen"), tip=tr("Hear some of its sounds, without loading it (Space)"))
        self.listen.clicked.connect(self.listen_pressed)
        tip = tr("Play it on the pad (Enter)")
        self.play = button(tr("Play", "an instrument"), "primary", tip=tip, press=self.play_pressed)
        self.buttons = (self.favourite, self.export, self.folder, self.delete, self.listen, self.play)
        for one in self.buttons:
            one.setAutoDefault(False)  # Enter is the list's
        row = hbox(self.tags, *self.buttons[:4], STRETCH, self.listen, self.play)
        vbox(self.message, row, spacing=8, on=self)
        self.show_card(None, listening=False)

    def say(self, sentence: str) -> None:
        """Say what has been done, in place of the description, until another card is chosen."""
        self.said = sentence
        self.message.setText(sentence)

    def show_card(self, card: InstrumentCard | None, *, listening: bool) -> None:
        """Offer what can be done with this one; with none, nothing."""
        playable = card is not None and not card.listed.problem
        self.message.setText(self.said or (card.listed.description if card is not None else ""))
        for one in (self.tags, *self.buttons):
            one.setEnabled(card is not None)
        for one in (self.play, self.listen):
            one.setEnabled(playable)
        factory = card is not None and card.listed.factory
        self.delete.setEnabled(card is not None and not factory)
        self.delete.setToolTip(
            tr("It came with the program and cannot be deleted") if factory else tr("Move it to the bin (Delete)")
        )
        self.listen.setText(tr("Stop") if listening else tr("Listen"))
        self.listen.setIcon(self._stop if listening else self._start)
        self.favourite.setChecked(card is not None and card.mark.favourite)
        if not self.tags.hasFocus():
            self.tags.setText(" ".join(card.mark.tags) if card is not None else "")
        self.setToolTip(plain_tip(str(card.listed.path)) if card is not None else "")
