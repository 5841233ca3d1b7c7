"""The instrument's name and rights, and the choice of another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from vschaos.instrument.card import Card as InstrumentCard
from vschaos_studio.language import number, tr
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label, plain_tip
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme


class InstrumentHeader(QWidget):
    """Shows what is played, and offers the factory instruments and any file.

    Signals
    -------
    chosen
        Path of an instrument in the list.
    open_pressed
        The user wants to choose a file.
    browse_pressed
        The user wants to see all instruments.
    """

    chosen = Signal(str)
    open_pressed = Signal()
    browse_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.facts_text = ""
        self.name = label("", "title")
        self.facts = label("", "muted")
        for text in (self.name, self.facts):
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.box = QComboBox()
        self.box.setMinimumWidth(200)
        self.box.setToolTip(tr("Factory instruments, those of the project, and those opened since the start"))
        self.box.setAccessibleName(tr("Instrument"))
        self.box.activated.connect(self._choose)
        opener = button(tr("Open…"), tip=tr("Open an instrument file (Ctrl+O)"), press=self.open_pressed)
        opener.setIcon(icon("open", theme))
        browse = button(tr("Browse…"), tip=tr("All instruments as cards (Ctrl+B)"), press=self.browse_pressed)
        hbox(
            (vbox(self.name, self.facts, spacing=2), 1),
            (self.box, Qt.AlignmentFlag.AlignTop),
            (browse, Qt.AlignmentFlag.AlignTop),
            (opener, Qt.AlignmentFlag.AlignTop),
            on=self,
        )
        self.show_card(None)

    def show_card(self, card: InstrumentCard | None) -> None:
        """Show what is played; None while there is no instrument."""
        if card is None:
            self.name.setText(tr("No instrument yet"))
            self.facts_text = tr("Open one, or train one on a folder of sounds.")
            self.setToolTip("")
        else:
            self.name.setText(card.name)
            self.facts_text = facts_line(card)
            self.setToolTip(plain_tip(facts_tip(card)))
        self._elide()

    def list_instrument(self, path: Path, name: str) -> None:
        """Add an instrument to the list, unless it is there."""
        if self.box.findData(str(path)) < 0:
            self.box.addItem(name, str(path))
        self.box.setVisible(self.box.count() > 0)

    def show_chosen(self, path: Path | None) -> None:
        """Mark an instrument of the list as the one played."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(str(path)) if path is not None else -1)
        self.box.setVisible(self.box.count() > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the facts to the width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(self.facts.width(), 40)
        self.facts.setText(self.facts.fontMetrics().elidedText(self.facts_text, Qt.TextElideMode.ElideRight, room))

    def _choose(self, index: int) -> None:
        self.chosen.emit(self.box.itemData(index))


def facts_line(card: InstrumentCard) -> str:
    """Author, licence and description in a line."""
    author = tr("by {author}", author=card.author) if card.author else ""
    return " · ".join(fact for fact in (author, card.licence, " ".join(card.description.split())) if fact)


def facts_tip(card: InstrumentCard) -> str:
    """All facts of the card, one a line."""
    facts = card.training
    trained = tr(
        "Trained on %n sounds, {minutes} min",
        "Trained on %n sound, {minutes} min",
        facts.files,
        minutes=number(facts.audio_s / 60),
    )
    size = tr(
        "{rate} Hz, window {window}, hop {hop}, %n axes",
        "{rate} Hz, window {window}, hop {hop}, %n axis",
        card.latent_dims,
        rate=card.sample_rate_hz,
        window=card.n_fft,
        hop=card.hop_samples,
    )
    lines = (card.name, facts_line(card), card.consent, trained if facts.files else "", size, facts.created)
    return "\n".join(line for line in lines if line)
