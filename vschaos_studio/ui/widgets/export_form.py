"""Where an export goes, what it is called, and what its card says of its maker, its licence and itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from vschaos_studio.state.export import MAX_NAME, SUFFIX, ExportWords, patch_name
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label

MAX_WORDS = 200
MAX_NOTES = 10_000
NOTES_HEIGHT = 72


class ExportForm(Card):
    """A name, a folder, and the words on the card.

    Signals
    -------
    changed
        Folder or name are different now.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("Folder for Max and Pd", parent)
        self.folder = folder
        self._name = _line("Name of the export", MAX_NAME)
        self._name.textChanged.connect(self._present)
        self._where = ElidedLabel(role="muted")
        self.change = button("Change…", tip="Write to another folder")
        self.change.clicked.connect(self._choose)
        self.author = _line("Author of the export", MAX_WORDS, "who made it")
        self.licence = _line("Licence of the export", MAX_WORDS, "such as CC0-1.0 or CC-BY-4.0")
        self.notes = QPlainTextEdit()
        self.notes.setAccessibleName("Notes on the export")
        self.notes.setPlaceholderText("what it is, and how to play it")
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self._target = label("", "muted", wrap=True)
        self._lay_out()
        self._present()

    @property
    def name(self) -> str:
        """The folder's name and that of the files in it, fit for Max and Pd; empty if nothing usable is typed."""
        return patch_name(self._name.text())

    @property
    def words(self) -> ExportWords:
        """What the card is to say."""
        notes = self.notes.toPlainText().strip()[:MAX_NOTES]
        return ExportWords(self.author.text().strip(), self.licence.text().strip(), notes)

    @property
    def replaces(self) -> bool:
        """Whether there is an export of this name in the folder already."""
        return bool(self.name) and (self.folder / self.name / f"{self.name}{SUFFIX}").exists()

    def suggest(self, name: str, words: ExportWords) -> None:
        """Offer this name, and these words."""
        self._name.setText(patch_name(name))
        self._name.setCursorPosition(0)
        for line, text in ((self.author, words.author), (self.licence, words.licence)):
            line.setText(text)
            line.setCursorPosition(0)
        self.notes.setPlainText(words.notes)

    def set_folder(self, folder: Path) -> None:
        """Write to this folder."""
        self.folder = folder
        self._present()

    def refresh(self) -> None:
        """Look again whether the folder is there already."""
        self._present()

    def _present(self) -> None:
        self._where.setText(str(self.folder))
        name = self.name
        target = self.folder / name
        if not name:
            words = "Give it a name first."
        elif self.replaces:
            words = f"Replaces the export in the folder {name}, but only by one that has passed its checks."
        elif target.is_dir():
            words = f"Adds to the folder {name}, which is there already."
        else:
            words = f"Makes the folder {name}: the module, patches for Max and Pd, and a card."
        self._target.setText(words)
        self.changed.emit()

    def _choose(self) -> None:
        start = next((path for path in (self.folder, *self.folder.parents) if path.is_dir()), Path.home())
        chosen = QFileDialog.getExistingDirectory(self, "Make the folder in", str(start))
        if chosen:
            self.set_folder(Path(chosen))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("Name", self._name),
            ("In", self._where),
            ("Author", self.author),
            ("Licence", self.licence),
            ("Notes", self.notes),
        )
        for row, (title, field) in enumerate(rows):
            caption = label(title, "muted")
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1, 1, 1 if field is self._where else 2)
        grid.addWidget(self.change, 1, 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._target)


def _line(what: str, longest: int, example: str = "") -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(longest)
    made.setAccessibleName(what)
    made.setPlaceholderText(example)
    return made
