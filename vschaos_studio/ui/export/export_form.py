"""The folder and name of an export, the rate of its host, and the author, licence and notes on its card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from vschaos.export.patch_name import MAX_NAME, SUFFIX, patch_name
from vschaos_studio.language import tr
from vschaos_studio.state.export import CardTexts, rates
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import fill
from vschaos_studio.ui.controls.styled_widgets import Card, button, label
from vschaos_studio.ui.local_urls import nearest_folder

MAX_TEXT = 200
MAX_NOTES = 10_000
NOTES_HEIGHT = 72
CARD_TIP = tr("Written on the card of the export, for those who play it")


class ExportForm(Card):
    """A name, a folder, a sample rate, and the texts on the card.

    Signals
    -------
    changed
        The folder, the name or the rate has changed.
    """

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(tr("Folder for Max and Pd"))
        self.folder = folder
        self.name_field = _line(
            tr("Name of the export"), MAX_NAME, tip=tr("Of the folder, its files, and the object in Max and Pd")
        )
        self.name_field.textChanged.connect(self._present)
        self._where = ElidedLabel(role="muted")
        self.change = button(tr("Change…"), tip=tr("Write to another folder"), press=self._choose)
        self.rate = QComboBox()
        self.rate.setAccessibleName(tr("Sample rate of Max or Pd"))
        self.rate.setToolTip(tr("At which Max or Pd runs; at another than the instrument’s own, the module resamples"))
        self.show_rates(0)
        self.rate.currentIndexChanged.connect(self.changed)
        self.rate_note = label("", "small", wrap=True)
        self.author = _line(tr("Author of the export"), MAX_TEXT, tr("who made it"), tip=CARD_TIP)
        self.licence = _line(tr("Licence of the export"), MAX_TEXT, tr("such as CC0-1.0 or CC-BY-4.0"), tip=CARD_TIP)
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName(tr("Notes on the export"))
        self.notes.setToolTip(CARD_TIP)
        self.notes.setPlaceholderText(tr("what it is, and how to play it"))
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self.target = label("", "muted", wrap=True)
        self._lay_out()
        self._present()

    @property
    def name(self) -> str:
        """The name of the folder and its files, valid in Max and Pd; empty if nothing usable is typed."""
        return patch_name(self.name_field.text())

    @property
    def texts(self) -> CardTexts:
        """The texts for the card."""
        notes = self.notes.toPlainText().strip()[:MAX_NOTES]
        return CardTexts(self.author.text().strip(), self.licence.text().strip(), notes)

    @property
    def replaces(self) -> bool:
        """Whether the folder already has an export of this name."""
        return bool(self.name) and self.module.exists()

    @property
    def module(self) -> Path:
        """Where the module would be."""
        return self.folder / self.name / f"{self.name}{SUFFIX}"

    def suggest(self, name: str, texts: CardTexts) -> None:
        """Fill in this name, and these texts."""
        self.name_field.setText(patch_name(name))
        self.name_field.setCursorPosition(0)
        for line, text in ((self.author, texts.author), (self.licence, texts.licence)):
            line.setText(text)
            line.setCursorPosition(0)
        self.notes.setPlainText(texts.notes)

    @property
    def sample_rate_hz(self) -> int:
        """The chosen rate of Max or Pd; 0: the instrument's own."""
        return int(self.rate.currentData())

    def show_rates(self, own_hz: int, chosen_hz: int = 0) -> None:
        """Offer the rates for an instrument at this one, and choose one; 0: its own."""
        with QSignalBlocker(self.rate):
            self.rate.clear()
            for text, rate_hz in rates(own_hz, chosen_hz):
                self.rate.addItem(text, rate_hz)
            self.rate.setCurrentIndex(max(0, self.rate.findData(chosen_hz)))

    def set_folder(self, folder: Path) -> None:
        """Write to this folder."""
        self.folder = folder
        self._present()

    def refresh(self) -> None:
        """Check again whether the folder exists."""
        self._present()

    def _present(self) -> None:
        self._where.setText(str(self.folder))
        name = self.name
        target = self.folder / name
        if not name:
            text = tr("Enter a name first.")
        elif self.replaces:
            text = tr("Replaces the export in the folder {name} once the new one has passed its checks.", name=name)
        elif target.is_dir():
            text = tr("Adds to the existing folder {name}.", name=name)
        else:
            text = tr("Creates the folder {name}: the module, patches for Max and Pd, and a card.", name=name)
        self.target.setText(text)
        self.changed.emit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Create the folder in"), str(nearest_folder(self.folder)))
        if chosen:
            self.set_folder(Path(chosen))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Name"), self.name_field),
            (tr("In", "a folder"), self._where),
            (tr("Sample rate"), self.rate),
            ("", self.rate_note),
            (tr("Author"), self.author),
            (tr("Licence"), self.licence),
            (tr("Notes", "remarks"), self.notes),
        )
        for row, (title, field) in enumerate(rows):
            caption = label(title, "muted")
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1, 1, 1 if field is self._where else 2)
            if field is self._where:
                grid.addWidget(self.change, row, 2)
        fill(self.body, grid, self.target)


def _line(what: str, longest: int, example: str = "", *, tip: str) -> QLineEdit:
    made = QLineEdit()
    made.setToolTip(tip)
    made.setMaxLength(longest)
    made.setAccessibleName(what)
    made.setPlaceholderText(example)
    return made
