"""The cards in rows, for mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from vschaos_studio.language import tr
from vschaos_studio.ui.browser.card_delegate import CARD, GAP, CardDelegate, speaker, star
from vschaos_studio.ui.browser.instrument_model import CARD_ROLE, InstrumentCard, InstrumentSelection
from vschaos_studio.ui.theme import Theme


class CardList(QListView):
    """Enter or a double click plays, Space listens, Delete moves to the bin.

    Signals
    -------
    play_pressed, listen_pressed, favourite_pressed, delete_pressed
        An :class:`InstrumentCard`.
    moved
        Another card is chosen now, or none.
    """

    play_pressed = Signal(object)
    listen_pressed = Signal(object)
    favourite_pressed = Signal(object)
    delete_pressed = Signal(object)
    moved = Signal()

    def __init__(self, selection: InstrumentSelection, theme: Theme, listening: Callable[[], Path | None]) -> None:
        super().__init__()
        self._selection = selection
        self.setAccessibleName(tr("Instruments"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(CardDelegate(theme, listening, self))
        self.setModel(selection)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    @property
    def card(self) -> InstrumentCard | None:
        """The chosen card."""
        return self.currentIndex().data(CARD_ROLE)

    def choose(self, path: Path | None) -> None:
        """Choose the card of a file; the first where it is not shown."""
        rows = range(self._selection.rowCount())
        row = next((row for row in rows if self._selection.card(row).listed.path == path), 0)
        self.setCurrentIndex(self._selection.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns all of the width."""
        # Qt keeps room free for the scroll bar, also while there is none.
        width = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        columns = max(1, width // (CARD.width() + GAP))
        self.setGridSize(QSize(width // columns, CARD.height() + GAP))
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card; a click on its star or on its button to listen does that as well."""
        super().mousePressEvent(event)
        self._press(event, None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Play, but for a second click on one of these."""
        self._press(event, self.play_pressed)

    def _press(self, event: QMouseEvent, elsewhere: SignalInstance | None) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        item = self.visualRect(index)
        pressed = elsewhere
        if star(item).contains(at):
            pressed = self.favourite_pressed
        elif speaker(item).contains(at):
            pressed = self.listen_pressed
        if pressed is not None:
            pressed.emit(index.data(CARD_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See QListView."""
        pressed = {
            Qt.Key.Key_Return: self.play_pressed,
            Qt.Key.Key_Enter: self.play_pressed,
            Qt.Key.Key_Space: self.listen_pressed,
            Qt.Key.Key_Delete: self.delete_pressed,
        }.get(Qt.Key(event.key()))
        if (
            pressed is not None
            and self.card is not None
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            pressed.emit(self.card)
            return
        super().keyPressEvent(event)
