"""What the user settles before a training: its name, its size, and where it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vschaos.data.scan import ScanReport
from vschaos_studio.state.dataset import Totals, folder_name
from vschaos_studio.state.training import MAX_NAME, SIZES, TrainingRequest, sanitized_name
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.choice_card import ChoiceCard
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label

SIZES_A_ROW = 2

STORY = (
    ("Your files stay as they are.", "They are read once, and cut into moments of a twentieth of a second."),
    ("A small network learns to redraw them.", "You see how close it comes; the curves fall as it learns."),
    ("You can play all the while.", "The first instrument is there within a minute, and gets better."),
    ("Stop whenever you like.", "What it has learned until then is kept, and can be played and exported."),
)


class TrainingForm(QWidget):
    """The form on the left, and on the right what is going to happen.

    Signals
    -------
    start_pressed
        The user wants to begin; :meth:`request` tells what.
    folder_chosen
        Another folder for trainings, a :class:`~pathlib.Path`.
    """

    start_pressed = Signal()
    folder_chosen = Signal(object)

    def __init__(self, theme: Theme, rundir: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ScanReport | None = None
        self._rundir = rundir
        self._suggested = ""
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName("Name of the instrument")
        self.name.textChanged.connect(self._present)
        self._sounds = label("", "muted", wrap=True)
        self._saved_as = ElidedLabel(role="muted")
        self._sizes = QButtonGroup(self)
        self._cards = [ChoiceCard(size.title, size.time, size.description, theme, self._sizes) for size in SIZES]
        self._cards[0].radio.setChecked(True)
        self.change_folder = button("Change…", tip="Keep trainings in another folder")
        self.change_folder.clicked.connect(self._choose_folder)
        self.start = button("Start learning", "primary")
        self.start.clicked.connect(self.start_pressed)
        row = QHBoxLayout()
        row.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addStretch(1)
        row.addWidget(self._built_form(), 13)
        row.addWidget(self._built_story(), 8)
        self._present()

    def set_dataset(self, report: ScanReport) -> None:
        """Learn from these; the name follows the folder as long as the user has not typed one."""
        self._report = report
        typed = self.name.text() not in ("", self._suggested)
        self._suggested = sanitized_name(folder_name(report.root)) or "my instrument"
        if not typed:
            self.name.setText(self._suggested)
        self._sounds.setText(f"From “{folder_name(report.root)}”: {Totals.of(report).sentence()}")
        self._present()

    def set_rundir(self, rundir: Path) -> None:
        """Keep trainings in this folder."""
        self._rundir = rundir
        self._present()

    def request(self) -> TrainingRequest | None:
        """What the form says; None while something is missing."""
        name = sanitized_name(self.name.text())
        if self._report is None or not self._report.files or not name:
            return None
        chosen = next(size for size, card in zip(SIZES, self._cards, strict=True) if card.radio.isChecked())
        return TrainingRequest(name, chosen.configuration, self._report.root, self._rundir)

    def _built_form(self) -> Card:
        card = Card("New instrument")
        sizes = QGridLayout()
        sizes.setSpacing(12)
        for place, choice in enumerate(self._cards):
            choice.setMinimumHeight(96)
            sizes.addWidget(choice, *divmod(place, SIZES_A_ROW))
        keep = QHBoxLayout()
        keep.addWidget(self._saved_as, 1)
        keep.addWidget(self.change_folder)
        start = QHBoxLayout()
        start.addStretch(1)
        start.addWidget(self.start)
        self.start.setMinimumWidth(180)
        card.body.addWidget(self._sounds)
        card.body.addSpacing(12)
        card.body.addWidget(_caption("Name", self.name))
        card.body.addWidget(self.name)
        card.body.addSpacing(12)
        card.body.addWidget(label("Kind", "muted"))
        card.body.addLayout(sizes)
        card.body.addSpacing(12)
        card.body.addWidget(label("Kept in", "muted"))
        card.body.addLayout(keep)
        card.body.addSpacing(24)
        card.body.addLayout(start)
        return card

    def _built_story(self) -> Card:
        card = Card("What happens")
        for title, text in STORY:
            paragraph = QVBoxLayout()
            paragraph.setSpacing(2)
            paragraph.addWidget(label(title, wrap=True))
            paragraph.addWidget(label(text, "muted", wrap=True))
            card.body.addSpacing(4)
            card.body.addLayout(paragraph)
        card.body.addStretch(1)
        return card

    def _present(self) -> None:
        name = sanitized_name(self.name.text())
        self._saved_as.setText(str(self._rundir / name) if name else "Give it a name first.")
        self.start.setEnabled(self.request() is not None)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Keep trainings in", str(_nearest(self._rundir)))
        if chosen:
            self.set_rundir(Path(chosen))
            self.folder_chosen.emit(Path(chosen))


def _caption(text: str, field: QWidget) -> QLabel:
    made = label(text, "muted")
    made.setBuddy(field)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next((path for path in (folder, *folder.parents) if path.is_dir()), Path.home())
