"""Rows, columns and grids of widgets in one expression, areas that scroll, and emptying layouts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True)
class StretchFactor:
    """Space that grows, by its share of what is left."""

    factor: int = 1


STRETCH = StretchFactor()

Item = QWidget | QLayout
Part = Item | StretchFactor | int | tuple[Item, int] | tuple[QWidget, Qt.AlignmentFlag]
"""A widget or a layout, alone or with its stretch factor or alignment; a stretch; a gap in pixels."""

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""

Box = TypeVar("Box", bound=QBoxLayout)


def hbox(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0), on: QWidget | None = None) -> QHBoxLayout:
    """Parts from left to right; the layout of the widget ``on``, if that is given."""
    return _made(QHBoxLayout(on) if on is not None else QHBoxLayout(), parts, spacing, margins)


def vbox(*parts: Part, spacing: int = 8, margins: Margins = (0, 0, 0, 0), on: QWidget | None = None) -> QVBoxLayout:
    """Parts from top to bottom; the layout of the widget ``on``, if that is given."""
    return _made(QVBoxLayout(on) if on is not None else QVBoxLayout(), parts, spacing, margins)


def fill(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts behind those that are there."""
    for part in parts:
        match part:
            case StretchFactor(factor):
                layout.addStretch(factor)
            case int(pixels):
                layout.addSpacing(pixels)
            case (QWidget() as widget, Qt.AlignmentFlag() as alignment):
                layout.addWidget(widget, 0, alignment)
            case (item, int(factor)):
                _add(layout, item, factor)
            case item:
                _add(layout, item)


def grid(rows: Sequence[Sequence[QWidget]], *, across: int = 16, down: int = 4, wide: int = 1) -> QGridLayout:
    """Rows of cells, at the top left of their places; ``across``, ``down``: gaps; ``wide``: the column that grows."""
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(across)
    made.setVerticalSpacing(down)
    made.setColumnStretch(wide, 1)
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, QLabel):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            made.addWidget(cell, line, column)
    return made


def boxed(layout: QLayout) -> QWidget:
    """A widget that holds a layout, so that it can be hidden or stacked."""
    made = QWidget()
    made.setLayout(layout)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """An area as wide as its content that scrolls down; the Tab key passes it by."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def discard(widget: QWidget) -> None:
    """Hide a widget now, and delete it with the next turn of the event loop."""
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Discard all widgets of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)


def _made(layout: Box, parts: tuple[Part, ...], spacing: int, margins: Margins) -> Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    fill(layout, *parts)
    return layout


def _add(layout: QBoxLayout, item: Item, factor: int = 0) -> None:
    if isinstance(item, QWidget):
        layout.addWidget(item, factor)
    else:
        layout.addLayout(item, factor)
