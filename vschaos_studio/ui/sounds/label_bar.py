"""The row of controls above the table of sounds: the filter, labels, undo, and the extraction of pitch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QSizePolicy, QWidget

from vschaos.data.labels.model import Labels
from vschaos_studio.language import tr
from vschaos_studio.state.label_text import LabelChoice, TaskCounts, choices
from vschaos_studio.ui.controls.layouts import STRETCH, hbox
from vschaos_studio.ui.controls.styled_widgets import button, label, plain_tip
from vschaos_studio.ui.sounds.pitch_strip import PitchStrip


class LabelBar(QWidget):
    """Controls that act on the labels of the folder.

    Signals
    -------
    choice_changed
        Which sounds to show: a :class:`LabelChoice`.

    Attributes
    ----------
    undo, redo, save_again, set, add, fill, rename, remove
        Buttons and menu entries for the owner to connect.
    """

    choice_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[tuple[str, LabelChoice]] = []
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Which sounds are shown"))
        self.choice.setToolTip(tr("Show only sounds without a label, or of one class"))
        self.choice.setFixedWidth(190)
        self.choice.setMaxVisibleItems(20)
        self.choice.currentIndexChanged.connect(lambda _index: self.choice_changed.emit(self.chosen))
        self.unsaved = label(tr("Not saved"), "muted")
        tip = tr("Try again to write the labels to the folder")
        self.save_again = button(tr("Save again"), tip=tip)
        self.undo = button(tr("Undo"), "quiet")
        self.redo = button(tr("Redo"), "quiet")
        self.set = button(tr("Set label…"))
        self.more = self._built_more()
        self.pitch = PitchStrip()
        # The progress of the extraction grows to the left, into free space: nothing else moves.
        left = (self.choice, self.set, self.more, self.undo, self.redo, self.unsaved, self.save_again)
        hbox(*left, STRETCH, self.pitch, on=self)
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
            self.choice.addItems([text for text, _ in offered])
            kept = [choice for _, choice in offered]
            self.choice.setCurrentIndex(kept.index(chosen) if chosen in kept else 0)
            self.choice.blockSignals(False)
            if self.chosen != chosen:
                self.choice_changed.emit(self.chosen)
        self.more.setEnabled(ready)
        self.add.setEnabled(ready)
        self.fill.setEnabled(ready)
        self.rename.setEnabled(ready and any(task.classes for task in labels.tasks))
        self.remove.setEnabled(ready and bool(labels.tasks))

    def show_selection(self, count: int, *, ready: bool) -> None:
        """How many sounds are selected, and whether labels can be set."""
        self.set.setEnabled(ready and count > 0)
        keys = QKeySequence("Ctrl+L").toString(QKeySequence.SequenceFormat.NativeText)
        self.set.setToolTip(
            tr(
                "Give %n\u00a0selected sounds the same label ({keys})",
                "Give %n\u00a0selected sound the same label ({keys})",
                count,
                keys=keys,
            )
        )

    def show_history(self, undo: str, redo: str) -> None:
        """What can be undone and redone; empty: nothing."""
        native = QKeySequence.SequenceFormat.NativeText
        undo_keys, redo_keys = (QKeySequence(keys).toString(native) for keys in ("Ctrl+Z", "Ctrl+Y"))
        undo_tip = tr("Undo: {change} ({keys})", change=undo, keys=undo_keys)
        redo_tip = tr("Redo: {change} ({keys})", change=redo, keys=redo_keys)
        for made, change, tip in ((self.undo, undo, undo_tip), (self.redo, redo, redo_tip)):
            made.setEnabled(bool(change))
            made.setToolTip(plain_tip(tip) if change else "")
            made.setAccessibleDescription(change)

    def show_failed(self, failed: bool) -> None:
        """Whether the labels could not be written."""
        self.unsaved.setVisible(failed)
        self.save_again.setVisible(failed)

    @property
    def chosen(self) -> LabelChoice:
        """Which sounds to show."""
        place = self.choice.currentIndex()
        return self._offered[place][1] if 0 <= place < len(self._offered) else LabelChoice()

    def choose(self, choice: LabelChoice) -> None:
        """Show these sounds."""
        for place, (_, offered) in enumerate(self._offered):
            if offered == choice:
                self.choice.setCurrentIndex(place)

    def _built_more(self) -> QPushButton:
        more = button(tr("Labels"), tip=tr("Add, fill, rename and remove labels"))
        menu = QMenu(more)
        self.add = QAction(tr("&Add a label…"), self)
        self.fill = QAction(tr("&Fill from folder names…"), self)
        self.rename = QAction(tr("Re&name a class…"), self)
        self.remove = QAction(tr("&Remove a label…"), self)
        menu.addActions([self.add, self.fill])
        menu.addSeparator()
        menu.addActions([self.rename, self.remove])
        more.setMenu(menu)
        more.setStyleSheet("QPushButton::menu-indicator { subcontrol-position: right center; right: 6px; }")
        more.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return more
