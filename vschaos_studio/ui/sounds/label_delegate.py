"""Edits one label in the table: a menu of the task's classes that can also be typed in, or a line for a number."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vschaos.data.labels.model import Task
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.styled_widgets import with_role
from vschaos_studio.ui.sounds.file_model import TASK_ROLE, Index
from vschaos_studio.ui.theme import Theme

CLEAR = tr("none")
"""The entry of the menu that removes a label; it may also be typed."""


class LabelDelegate(QStyledItemDelegate):
    """Paints the frame of the current cell, and makes the editors of labels.

    Signals
    -------
    entered
        An editor was closed by Enter: go to the next sound.
    """

    entered = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See QStyledItemDelegate."""
        super().paint(painter, option, index)
        focused = option.state & QStyle.StateFlag.State_HasFocus  # pyright: ignore[reportAttributeAccessIssue]
        if focused and index.data(TASK_ROLE) is not None:
            painter.save()
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))  # pyright: ignore[reportAttributeAccessIssue]
            painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """See QStyledItemDelegate."""
        task: Task = index.data(TASK_ROLE)
        if not task.classes:
            line = QLineEdit(parent)
            line.setAccessibleName(tr("Label {label}", label=task.name))
            return with_role(line, "cell")
        menu = class_menu(task, parent)
        # A choice from the menu is final without another key.
        menu.activated.connect(lambda _: self._commit(menu))
        return with_role(menu, "cell")

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """See QStyledItemDelegate."""
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
            if (line := editor.lineEdit()) is not None:
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """See QStyledItemDelegate."""
        if isinstance(editor, QComboBox):
            model.setData(index, label_text(editor.currentText()))
        elif isinstance(editor, QLineEdit):
            model.setData(index, label_text(editor.text()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """See QStyledItemDelegate; a menu is never narrower than its text."""
        cell = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        width = max(cell.width(), 112 if isinstance(editor, QComboBox) else 0)
        parent = editor.parentWidget()
        space = parent.width() - cell.left() if parent is not None else width
        left = cell.left() - max(0, width - space)
        editor.setGeometry(left, cell.top() + 1, width, cell.height() - 2)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """See QStyledItemDelegate; Enter is handled here, and does not press the page's default button."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if isinstance(editor, QWidget) and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit(editor)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    def _commit(self, editor: QWidget) -> None:
        # A menu that loses the focus would emit its choice again.
        editor.blockSignals(True)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def label_text(typed: str) -> str:
    """What was typed or chosen as a label; empty where it is “none”."""
    return "" if typed.strip().casefold() == CLEAR.casefold() else typed


def class_menu(task: Task, parent: QWidget | None = None) -> QComboBox:
    """A menu of a task's classes and “none”, to choose from or to type in."""
    menu = QComboBox(parent)
    menu.setEditable(True)
    menu.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    menu.setMaxVisibleItems(16)
    menu.addItems([*task.classes, CLEAR])
    menu.setAccessibleName(tr("Label {label}", label=task.name))
    completer = menu.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return menu
