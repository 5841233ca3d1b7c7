"""The texts of widgets that a person can see, point at, or hear from a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

from testing.pseudo_language import END, MARK

TRANSLATED = re.compile(f"{MARK}[^{MARK}{END}]*{END}")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
MOST_ROWS = 20
WORD = re.compile(r"[^\W\d_]{2,}")


def untranslated(widget: QWidget, names: re.Pattern[str]) -> set[str]:
    """What the texts of a widget and all in it say without translation, in the language of ``pseudo_language``.

    Words that match ``names`` need none.
    """
    left = {names.sub("", _without_translations(_plain(text))).strip() for text in shown_texts(widget)}
    return {text for text in left if WORD.search(text)}


def shown_texts(widget: QWidget) -> Iterator[str]:
    """All texts, also those that are hidden at present; without those of other windows that belong to it."""
    for one in (widget, *(child for child in widget.findChildren(QWidget) if child.window() is widget.window())):
        yield from (one.toolTip(), one.statusTip(), one.accessibleName(), one.accessibleDescription())
        if one.isWindow():
            yield one.windowTitle()
        yield from _own_texts(one)
    for action in widget.findChildren(QAction):
        # Not those of plots, whose menus are switched off.
        if not type(action.parent()).__module__.startswith("pyqtgraph"):
            yield from (action.text(), action.toolTip())


def _own_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from map(widget.itemText, range(widget.count()))
        case QProgressBar():
            yield widget.text()
        case QTabBar():
            for tab in range(widget.count()):
                yield from (widget.tabText(tab), widget.tabToolTip(tab))
        case QTableView() | QTreeView():
            model = widget.model()
            for column in range(model.columnCount(QModelIndex())):
                for role in ROLES:
                    yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
                    for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
                        yield str(model.data(model.index(row, column), role) or "")


def _plain(text: str) -> str:
    if "<" in text:
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return text.replace("&", "")


def _without_translations(text: str) -> str:
    """What is left when all that was translated is taken out, with what was put into it."""
    while TRANSLATED.search(text):
        text = TRANSLATED.sub(" ", text)
    return text
