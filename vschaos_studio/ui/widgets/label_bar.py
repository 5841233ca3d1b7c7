"""The row of controls above the table of sounds: which are shown, undo, setting labels, and the extraction of pitch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from vschaos.data.labels import Labels
from vschaos_studio.state.dataset import counted
from vschaos_studio.state.label_words import LabelChoice, TaskCounts, choices
from vschaos_studio.ui.widgets.pitch_strip import PitchStrip
from vschaos_studio.ui.widgets.roles import button, label


class LabelBar(QWidget):
    """Controls that act on the labels of the folder.

    Signals
    -------
    choice_changed
        Which sounds are to be shown: a :class:`LabelChoice`.
    undo_pressed, redo_pressed, save_again_pressed, set_pressed
    add_pressed, fill_pressed, rename_pressed, remove_pressed
        What the user asks for.
    """

    choice_changed = Signal(object)
    undo_pressed = Signal()
    redo_pressed = Signal()
    save_again_pressed = Signal()
    set_pressed = Signal()
    add_pressed = Signal()
    fill_pressed = Signal()
    rename_pressed = Signal()
    remove_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, LabelChoice]] = []
        self.choice = QComboBox()
        self.choice.setAccessibleName("Which sounds are shown")
        self.choice.setToolTip("Show only sounds without a label, or of one class")
        self.choice.setFixedWidth(190)
        self.choice.setMaxVisibleItems(20)
        self.choice.currentIndexChanged.connect(self._tell_choice)
        self.unsaved = label("Not saved", "muted")
        self.save_again = button("Save again", tip="Try once more to write the labels into the folder")
        self.save_again.clicked.connect(self.save_again_pressed)
        self.undo = button("Undo", "quiet")
        self.undo.clicked.connect(self.undo_pressed)
        self.redo = button("Redo", "quiet")
        self.redo.clicked.connect(self.redo_pressed)
        self.set = button("Set label…")
        self.set.clicked.connect(self.set_pressed)
        self.more = self._built_more()
        self.pitch = PitchStrip()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.choice, self.set, self.more, self.undo, self.redo, self.unsaved, self.save_again):
            row.addWidget(widget)
        # The extraction grows to the left, into free room: nothing else moves.
        row.addStretch(1)
        row.addWidget(self.pitch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_history("", "")
        self.show_failed(False)

    def show_labels(self, labels: Labels, counts: list[TaskCounts], *, ready: bool) -> None:
        """Offer what these labels allow."""
        chosen = self.chosen
        offered = choices(counts)
        if offered != self._offered:
            self._offered = offered
            self.choice.blockSignals(True)
            self.choice.clear()
            self.choice.addItems([words for words, _ in offered])
            kept = [choice for _, choice in offered]
            self.choice.setCurrentIndex(kept.index(chosen) if chosen in kept else 0)
            self.choice.blockSignals(False)
            if self.chosen != chosen:
                self.choice_changed.emit(self.chosen)
        self.more.setEnabled(ready)
        self._add.setEnabled(ready)
        self._fill.setEnabled(ready)
        self._rename.setEnabled(ready and any(task.classes for task in labels.tasks))
        self._remove.setEnabled(ready and bool(labels.tasks))

    def show_selection(self, count: int, *, ready: bool) -> None:
        """So many sounds are selected, and there is, or is not, a label to set."""
        self.set.setEnabled(ready and count > 0)
        keys = QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText)
        self.set.setToolTip(f"Give {counted(count, 'selected sound')} the same label ({keys})")

    def show_history(self, undo: str, redo: str) -> None:
        """What can be undone and done again; empty: nothing."""
        native = QKeySequence.SequenceFormat.NativeText
        for made, verb, words, keys in ((self.undo, "Undo", undo, "Ctrl+Z"), (self.redo, "Redo", redo, "Ctrl+Y")):
            made.setEnabled(bool(words))
            made.setToolTip(f"{verb}: {words} ({QKeySequence(keys).toString(native)})" if words else "")
            made.setAccessibleDescription(words)

    def show_failed(self, failed: bool) -> None:
        """Whether the labels could not be written."""
        self.unsaved.setVisible(failed)
        self.save_again.setVisible(failed)

    @property
    def chosen(self) -> LabelChoice:
        """Which sounds are to be shown."""
        place = self.choice.currentIndex()
        return self._offered[place][1] if 0 <= place < len(self._offered) else LabelChoice()

    def choose(self, choice: LabelChoice) -> None:
        """Show these sounds."""
        for place, (_, offered) in enumerate(self._offered):
            if offered == choice:
                self.choice.setCurrentIndex(place)

    def _tell_choice(self, _place: int) -> None:
        self.choice_changed.emit(self.chosen)

    def _built_more(self) -> QPushButton:
        more = button("Labels", tip="Add, fill, rename and remove labels")
        menu = QMenu(more)
        self._add = self._entry(menu, "&Add a label…", self.add_pressed)
        self._fill = self._entry(menu, "&Fill from folder names…", self.fill_pressed)
        menu.addSeparator()
        self._rename = self._entry(menu, "Re&name a class…", self.rename_pressed)
        self._remove = self._entry(menu, "&Remove a label…", self.remove_pressed)
        more.setMenu(menu)
        more.setStyleSheet("QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }")
        more.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return more

    def _entry(self, menu: QMenu, text: str, signal: object) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(signal)
        return action
