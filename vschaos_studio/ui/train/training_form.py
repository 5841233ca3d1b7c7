"""What the user chooses before a training: name, kind, labels, start, time, and folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from vschaos.data.scan import ScanReport, require_audible
from vschaos.errors import DatasetError
from vschaos_studio.language import tr, translated
from vschaos_studio.state.dataset import Totals, folder_name
from vschaos_studio.state.training_advice import Advice
from vschaos_studio.state.training_labels import LabelFacts, label_overrides, lack_sentence
from vschaos_studio.state.training_request import MAX_NAME, SIZES, Size, TrainingRequest, sanitized_name
from vschaos_studio.ui.controls.choice_card import ChoiceCard
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, fill, hbox, scrolled, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label
from vschaos_studio.ui.local_urls import nearest_folder
from vschaos_studio.ui.train.label_choices import LabelChoices
from vschaos_studio.ui.train.start_choice import StartChoice
from vschaos_studio.ui.train.time_choice import TimeChoice

SIZES_A_ROW = 2


class TrainingForm(Card):
    """A form that scrolls if necessary, above the button ``start``.

    Signals
    -------
    folder_chosen
        Another folder for trainings, a :class:`~pathlib.Path`.
    time_changed
        The user has chosen a number of minutes; 0: as long as it takes.
    """

    folder_chosen = Signal(object)
    time_changed = Signal(int)

    def __init__(self, rundir: Path) -> None:
        super().__init__(tr("New instrument"))
        self._report: ScanReport | None = None
        self._rundir = rundir
        self._silence = ""
        self._times: Mapping[str, str] = {}
        self._suggested = ""
        self._kind_chosen = False
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(tr("Name of the instrument"))
        self.name.setToolTip(tr("What the instrument and its file are called"))
        self._sounds = label("", "muted", wrap=True)
        self._saved_as = ElidedLabel(role="muted")
        self._sizes = QButtonGroup(self)
        self.kinds = [ChoiceCard(size.title, size.time, size.description, self._sizes) for size in SIZES]
        self.kinds[0].radio.setChecked(True)
        self.labels = LabelChoices()
        self._labels_caption = label(tr("Labels"), "muted")
        self.advice = label("", "mark", wrap=True)
        self.advice.hide()
        self.start_from = StartChoice()
        self.time = TimeChoice()
        tip = tr("Save trainings in another folder")
        self.change_folder = button(tr("Change…"), tip=tip, press=self._choose_folder)
        self.why = label("", "muted", wrap=True)
        self.start = button(tr("Start training"), "primary")
        self.start.setMinimumWidth(180)
        self._lay_out()
        self.name.textChanged.connect(self._present)
        for card in self.kinds:
            card.chosen.connect(self._on_kind_chosen)
            card.radio.clicked.connect(self._on_kind_pressed)
            card.pressed.connect(self._on_kind_pressed)
        self.time.changed.connect(lambda: self.time_changed.emit(self.time.minutes))
        self._suit_kind()
        self.show_labels(())

    @property
    def kind(self) -> Size:
        """The kind chosen."""
        return next(size for size, card in zip(SIZES, self.kinds, strict=True) if card.radio.isChecked())

    @property
    def rundir(self) -> Path:
        """The folder for trainings."""
        return self._rundir

    def set_dataset(self, report: ScanReport) -> None:
        """Train on these; the name follows the folder as long as the user has not typed one."""
        if self._report is None or report.root != self._report.root:
            self._kind_chosen = False
            self.labels.forget()
            self.show_labels(())
            self.show_advice(None)
        self._report = report
        self._silence = _silence_sentence(report)
        typed = self.name.text() not in ("", self._suggested)
        self._suggested = sanitized_name(folder_name(report.root)) or tr("my instrument")
        if not typed:
            self.name.setText(self._suggested)
        totals = Totals.of(report).sentence()
        self._sounds.setText(tr("From “{folder}”: {totals}", folder=folder_name(report.root), totals=totals))
        self.show_times(self._times)
        self._present()

    def show_labels(self, facts: tuple[LabelFacts, ...]) -> None:
        """Offer the labels of the sounds; the kind Keyboard needs pitch and octave."""
        keyboard = next(place for place, size in enumerate(SIZES) if size.labels)
        missing = lack_sentence(SIZES[keyboard], facts)
        card = self.kinds[keyboard]
        card.refuse(missing)
        if missing and card.radio.isChecked():
            self.kinds[0].radio.setChecked(True)
        self.labels.show_facts(facts, self.kind)
        self._labels_caption.setVisible(bool(facts))
        self.labels.setVisible(bool(facts))

    def show_advice(self, advice: Advice | None) -> None:
        """Mark the kind that suits the sounds and say why; it is chosen as long as the user has chosen none."""
        self.advice.setText("" if advice is None else advice.sentence)
        self.advice.setVisible(advice is not None)
        for size, card in zip(SIZES, self.kinds, strict=True):
            suits = advice is not None and size.configuration == advice.configuration
            card.show_mark(tr("Suggested") if suits else "")
            if suits and not self._kind_chosen:
                card.radio.setChecked(True)

    def tab_stops(self) -> list[QWidget]:
        """The widgets that the Tab key reaches, in order."""
        kinds = [card.radio for card in self.kinds]
        time = [self.time.menu, self.time.other, self.time.impatient]
        return [self.name, *kinds, *self.labels.menus.values(), self.start_from, *time, self.change_folder, self.start]

    def show_times(self, texts: Mapping[str, str]) -> None:
        """Show how long each configuration takes on this computer, by its name; the others keep their texts.

        Nothing is shown for sounds that are all silent.
        """
        self._times = texts
        for size, card in zip(SIZES, self.kinds, strict=True):
            card.show_note("" if self._silence else texts.get(size.configuration, size.time))

    def show_busy(self, busy: bool) -> None:
        """Whether a training runs, so that the next one waits in the queue."""
        self.start.setText(tr("Train it next") if busy else tr("Start training"))
        self.start.setToolTip(tr("It starts when the present training has ended") if busy else "")

    def set_rundir(self, rundir: Path) -> None:
        """Save trainings in this folder."""
        self._rundir = rundir
        self._present()

    def request(self) -> TrainingRequest | None:
        """The request that the form describes; None while something is missing, or all sounds are silent."""
        name = sanitized_name(self.name.text())
        if self._report is None or not self._report.files or self._silence or not name:
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
            mix=self._report.mix,
            start_from=self.start_from.path,
        )

    def _on_kind_chosen(self) -> None:
        self.labels.suggest(self.kind)
        self._suit_kind()

    def _suit_kind(self) -> None:
        self.time.offer(self.kind.minutes)
        self.start_from.show_kind(self.kind.configuration)

    def _on_kind_pressed(self) -> None:
        self._kind_chosen = True

    def _lay_out(self) -> None:
        kinds = QGridLayout()
        kinds.setSpacing(12)
        for place in range(SIZES_A_ROW):
            kinds.setColumnStretch(place, 1)
        for place, choice in enumerate(self.kinds):
            choice.setMinimumHeight(96)
            kinds.addWidget(choice, *divmod(place, SIZES_A_ROW))
        inside = boxed(
            vbox(
                self._sounds,
                4,
                _caption(tr("Name"), self.name),
                self.name,
                4,
                label(tr("Kind", "of instrument"), "muted"),
                self.advice,
                kinds,
                4,
                self._labels_caption,
                self.labels,
                4,
                _caption(tr("Start from"), self.start_from),
                self.start_from,
                4,
                _caption(tr("Time"), self.time.menu),
                self.time,
                4,
                label(tr("Saved in"), "muted"),
                hbox((self._saved_as, 1), self.change_folder),
                STRETCH,
                margins=(0, 0, 8, 0),
            )
        )
        fill(self.body, (scrolled(inside), 1), hbox((self.why, 1), self.start))

    def _present(self) -> None:
        name = sanitized_name(self.name.text())
        self._saved_as.setText(str(self._rundir / name) if name else "")
        self.start.setEnabled(self.request() is not None)
        self.why.setText(self._silence or ("" if name else tr("Enter a name first.")))

    def _choose_folder(self) -> None:
        start = str(nearest_folder(self._rundir))
        chosen = QFileDialog.getExistingDirectory(self, tr("Save trainings in"), start)
        if chosen:
            self.set_rundir(Path(chosen))
            self.folder_chosen.emit(Path(chosen))


def _silence_sentence(report: ScanReport) -> str:
    """Why sounds that are all silent cannot be used; empty if one can be heard, or there are none."""
    if not report.files:
        return ""
    try:
        require_audible(report)
    except DatasetError as error:
        return f"{translated(error.sentence)} {translated(error.remedy)}"
    return ""


def _caption(text: str, field: QWidget) -> QLabel:
    made = label(text, "muted")
    made.setBuddy(field)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return made
