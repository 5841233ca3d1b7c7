"""What the user settles before a training: its name, its kind, its labels, its time, and where it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vschaos.data.scan import ScanReport
from vschaos_studio.state.dataset import Totals, folder_name
from vschaos_studio.state.training_labels import LabelFacts, label_overrides, missing_labels
from vschaos_studio.state.training_request import MAX_NAME, SIZES, Size, TrainingRequest, sanitized_name
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.choice_card import ChoiceCard
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.label_choices import LabelChoices
from vschaos_studio.ui.widgets.roles import Card, button, label
from vschaos_studio.ui.widgets.time_choice import TimeChoice

SIZES_A_ROW = 2


class TrainingForm(Card):
    """A form that scrolls where it must, above the button to begin.

    Signals
    -------
    start_pressed
        The user wants to begin; :meth:`request` tells what.
    folder_chosen
        Another folder for trainings, a :class:`~pathlib.Path`.
    time_changed
        The user has chosen how many minutes to learn; 0: as long as it takes.
    """

    start_pressed = Signal()
    folder_chosen = Signal(object)
    time_changed = Signal(int)

    def __init__(self, theme: Theme, rundir: Path, parent: QWidget | None = None) -> None:
        super().__init__("New instrument", parent)
        self._report: ScanReport | None = None
        self._rundir = rundir
        self._suggested = ""
        self._kind_by_hand = False
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName("Name of the instrument")
        self._sounds = label("", "muted", wrap=True)
        self._saved_as = ElidedLabel(role="muted")
        self._sizes = QButtonGroup(self)
        self._cards = [ChoiceCard(size.title, size.time, size.description, theme, self._sizes) for size in SIZES]
        self._cards[0].radio.setChecked(True)
        self.labels = LabelChoices()
        self._labels_caption = label("Labels", "muted")
        self.time = TimeChoice()
        self.change_folder = button("Change…", tip="Keep trainings in another folder")
        self.why = label("", "muted", wrap=True)
        self.start = button("Start learning", "primary")
        self.start.setMinimumWidth(180)
        self._lay_out()
        self.name.textChanged.connect(self._present)
        for card in self._cards:
            card.chosen.connect(self._take_kind)
            card.radio.clicked.connect(self._note_hand)
            card.pressed.connect(self._note_hand)
        self.time.changed.connect(self._tell_time)
        self.change_folder.clicked.connect(self._choose_folder)
        self.start.clicked.connect(self.start_pressed)
        self.time.offer(self.kind.minutes)
        self.show_labels(())

    @property
    def kind(self) -> Size:
        """The kind chosen."""
        return next(size for size, card in zip(SIZES, self._cards, strict=True) if card.radio.isChecked())

    @property
    def rundir(self) -> Path:
        """The folder for trainings."""
        return self._rundir

    def set_dataset(self, report: ScanReport) -> None:
        """Learn from these; the name follows the folder as long as the user has not typed one."""
        if self._report is None or report.root != self._report.root:
            self._kind_by_hand = False
            self.labels.forget()
            self.show_labels(())
        self._report = report
        typed = self.name.text() not in ("", self._suggested)
        self._suggested = sanitized_name(folder_name(report.root)) or "my instrument"
        if not typed:
            self.name.setText(self._suggested)
        self._sounds.setText(f"From “{folder_name(report.root)}”: {Totals.of(report).sentence()}")
        self._present()

    def show_labels(self, facts: tuple[LabelFacts, ...]) -> None:
        """Offer the labels that the sounds have; sounds with pitch and octave suggest the keyboard."""
        keyboard = next(place for place, size in enumerate(SIZES) if size.labels)
        missing = missing_labels(SIZES[keyboard], facts)
        card = self._cards[keyboard]
        card.refuse(f"These sounds lack {' and '.join(missing)}: let the Sounds page find them." if missing else "")
        if missing and card.radio.isChecked():
            self._cards[0].radio.setChecked(True)
        elif not missing and not self._kind_by_hand:
            card.radio.setChecked(True)
        self.labels.show_facts(facts, self.kind)
        self._labels_caption.setVisible(bool(facts))
        self.labels.setVisible(bool(facts))

    def tab_stops(self) -> list[QWidget]:
        """What the Tab key goes to, in order."""
        kinds = [card.radio for card in self._cards]
        time = [self.time.menu, self.time.other, self.time.impatient]
        return [self.name, *kinds, *self.labels.menus.values(), *time, self.change_folder, self.start]

    def show_times(self, words: Mapping[str, str]) -> None:
        """Show how long each configuration takes here, in words, by its name; the others stay as they are."""
        for size, card in zip(SIZES, self._cards, strict=True):
            card.show_note(words.get(size.configuration, size.time))

    def show_busy(self, busy: bool) -> None:
        """Whether a training runs, so that the next one waits for its turn."""
        self.start.setText("Learn it next" if busy else "Start learning")
        self.start.setToolTip("It waits until the present training has ended" if busy else "")

    def set_rundir(self, rundir: Path) -> None:
        """Keep trainings in this folder."""
        self._rundir = rundir
        self._present()

    def request(self) -> TrainingRequest | None:
        """What the form says; None while something is missing."""
        name = sanitized_name(self.name.text())
        if self._report is None or not self._report.files or not name:
            return None
        kind = self.kind
        return TrainingRequest(
            name,
            kind.configuration,
            self._report.root,
            self._rundir,
            overrides=label_overrides(self.labels.chosen(), kind),
            minutes=self.time.minutes,
            patient=not self.time.impatient.isChecked(),
        )

    def _take_kind(self) -> None:
        self.labels.suggest(self.kind)
        self.time.offer(self.kind.minutes)

    def _note_hand(self) -> None:
        self._kind_by_hand = True

    def _tell_time(self) -> None:
        self.time_changed.emit(self.time.minutes)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        kinds = QGridLayout()
        kinds.setSpacing(12)
        for place in range(SIZES_A_ROW):
            kinds.setColumnStretch(place, 1)
        for place, choice in enumerate(self._cards):
            choice.setMinimumHeight(96)
            kinds.addWidget(choice, *divmod(place, SIZES_A_ROW))
        keep = QHBoxLayout()
        keep.addWidget(self._saved_as, 1)
        keep.addWidget(self.change_folder)
        column.addWidget(self._sounds)
        column.addSpacing(4)
        column.addWidget(_caption("Name", self.name))
        column.addWidget(self.name)
        column.addSpacing(4)
        column.addWidget(label("Kind", "muted"))
        column.addLayout(kinds)
        column.addSpacing(4)
        column.addWidget(self._labels_caption)
        column.addWidget(self.labels)
        column.addSpacing(4)
        column.addWidget(_caption("Time", self.time.menu))
        column.addWidget(self.time)
        column.addSpacing(4)
        column.addWidget(label("Kept in", "muted"))
        column.addLayout(keep)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        begin = QHBoxLayout()
        begin.addWidget(self.why, 1)
        begin.addWidget(self.start)
        self.body.addWidget(scroll, 1)
        self.body.addLayout(begin)

    def _present(self) -> None:
        name = sanitized_name(self.name.text())
        self._saved_as.setText(str(self._rundir / name) if name else "")
        self.start.setEnabled(self.request() is not None)
        self.why.setText("" if name else "Give it a name first.")

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
