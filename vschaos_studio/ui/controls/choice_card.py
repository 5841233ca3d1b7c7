"""A choice with a title, a note and a description, as a card to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import fill
from vschaos_studio.ui.controls.styled_widgets import Card, label


class ChoiceCard(Card):
    """One of several; the whole card can be clicked, arrow keys go from one to the next.

    Signals
    -------
    chosen
        It is chosen now, by the user or by the program.
    pressed
        The user chose it with the mouse.
    """

    chosen = Signal()
    pressed = Signal()

    def __init__(self, title: str, note: str, description: str, group: QButtonGroup) -> None:
        super().__init__()
        self.setObjectName("choiceCard")
        self.radio = QRadioButton(title)
        self._description = description
        self.note = ElidedLabel(note, "muted")
        self.body.setContentsMargins(12, 12, 12, 12)
        font = self.radio.font()
        font.setBold(True)
        self.radio.setFont(font)
        group.addButton(self.radio)
        self._text = label("", "muted", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.mark = label("", "mark")
        self.mark.hide()
        fill(self.body, self.radio, self.note, self.mark, (self._text, 1))
        self.radio.toggled.connect(self._show_chosen)
        self.refuse("")

    def show_note(self, note: str) -> None:
        """Show another note."""
        self.note.setText(note)
        self._describe()

    def show_mark(self, mark: str) -> None:
        """Show a word of recommendation above the description; empty for none."""
        self.mark.setText(mark)
        self.mark.setVisible(bool(mark))
        self._describe()

    def refuse(self, why: str) -> None:
        """Disable the choice, and say why in a sentence; an empty one enables it again."""
        self.radio.setEnabled(not why)
        self._text.setText(why or self._description)
        self._describe()

    def _describe(self) -> None:
        said = self.mark.text(), self.note.text(), self._text.text()
        self.radio.setAccessibleDescription(". ".join(filter(None, said)))

    def _show_chosen(self, is_chosen: bool) -> None:
        self.setProperty("chosen", is_chosen)
        self.style().unpolish(self)
        self.style().polish(self)
        if is_chosen:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See QWidget."""
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.pressed.emit()
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)
