"""The texts of widgets that a person can see, point at, or hear from a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)

from testing.pseudo_language import MARK

TRANSLATED = re.compile(f"{MARK}[^{MARK}⟧]*⟧")
WORD = re.compile(r"[^\W\d_]{2,}")


def untranslated(widget: QWidget) -> set[str]:
    """Texts of a widget and all in it that hold words of no translation, in the language of ``pseudo_language``."""
    return {text for text in shown_texts(widget) if WORD.search(_without_translations(_plain(text)))}


def shown_texts(widget: QWidget) -> Iterator[str]:
    """All texts, also those that are hidden at present."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.toolTip(), one.statusTip(), one.accessibleName(), one.accessibleDescription())
        if one.isWindow():
            yield one.windowTitle()
        yield from _own_texts(one)
    for action in widget.findChildren(QAction):
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
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def _plain(text: str) -> str:
    if "<" in text:
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return text.replace("&", "")


def _without_translations(text: str) -> str:
    """What is left when all that was translated is taken out, with what was put into it."""
    while TRANSLATED.search(text):
        text = TRANSLATED.sub("", text)
    return text
