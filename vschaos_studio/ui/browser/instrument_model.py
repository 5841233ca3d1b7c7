"""The instruments as rows of a model, and a view of it that is searched and sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QImage

from vschaos_studio.language import tr
from vschaos_studio.state.instrument_list import ListedInstrument
from vschaos_studio.state.instrument_marks import InstrumentMarks, Mark
from vschaos_studio.ui.controls.styled_widgets import plain_tip

CARD_ROLE = Qt.ItemDataRole.UserRole
"""Of an index: its :class:`InstrumentCard`."""

Index = QModelIndex | QPersistentModelIndex


class Order(Enum):
    """What the cards are sorted by, as the window says it."""

    NAME = tr("Name")
    DATE = tr("Newest first")
    FAVOURITE = tr("Favourites first")


class Kind(Enum):
    """Which of the cards are shown, as the window says it."""

    ALL = tr("All instruments")
    FACTORY = tr("Factory", "instruments")
    OWN = tr("Yours", "instruments")
    FAVOURITES = tr("Favourites")


@dataclass(frozen=True)
class InstrumentCard:
    """What a card shows.

    Attributes
    ----------
    listed, mark
        The instrument, and what the user has noted of it.
    facts
        Quality and date in a line.
    picture, character
        Of its sounds; None and empty until they have been read, and of an instrument that cannot be played.
    """

    listed: ListedInstrument
    mark: Mark
    facts: str
    picture: QImage | None = None
    character: str = ""

    @property
    def foot(self) -> str:
        """Origin, licence, tags and size in a line."""
        return " · ".join((self.listed.rights, *(f"#{tag}" for tag in self.mark.tags), self.listed.size))

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything in it, for a tool tip and for a screen reader."""
        favourite = tr("favourite") if self.mark.favourite else ""
        listed = self.listed
        texts = (listed.name, favourite, listed.problem or self.character, listed.description, self.facts, self.foot)
        return tuple(text for text in texts if text)


class InstrumentModel(QAbstractListModel):
    """All cards.

    Parameters
    ----------
    marks
        What the user has noted.
    now
        The time, in the clock of the user.
    """

    def __init__(self, marks: InstrumentMarks, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._marks = marks
        self._now = now
        self._looks: dict[tuple[Path, int], tuple[QImage, str]] = {}
        self.cards: list[InstrumentCard] = []

    def show(self, instruments: tuple[ListedInstrument, ...]) -> None:
        """Show these, with the pictures of those that have not changed."""
        now = self._now()
        self.beginResetModel()
        self.cards = [
            InstrumentCard(one, self._mark(one), one.facts(now), *self._looks.get((one.path, one.stamp), (None, "")))
            for one in instruments
        ]
        self.endResetModel()

    def show_look(self, listed: ListedInstrument, picture: QImage, character: str) -> None:
        """An instrument's picture has been painted."""
        self._looks[listed.path, listed.stamp] = (picture, character)
        self._change(listed.path, picture=picture, character=character)

    def show_problem(self, listed: ListedInstrument, problem: str) -> None:
        """An instrument's card could be read, but not the rest."""
        self._change(listed.path, listed=replace(listed, problem=problem))

    def set_mark(self, listed: ListedInstrument, mark: Mark) -> None:
        """Note something of an instrument.

        Raises
        ------
        VschaosError
            If it cannot be saved; it is shown all the same.
        """
        try:
            self._marks.set(listed.path, mark, factory=listed.factory)
        finally:
            self._change(listed.path, mark=mark)

    def rowCount(self, parent: Index | None = None) -> int:
        """See QAbstractItemModel."""
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """See QAbstractItemModel."""
        card = self.cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.listed.name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(card.lines))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(card.lines)
            case Qt.ItemDataRole.UserRole:
                return card
        return None

    def _mark(self, listed: ListedInstrument) -> Mark:
        return self._marks.of(listed.path, factory=listed.factory)

    def _change(self, path: Path, **fields: Any) -> None:
        for row, card in enumerate(self.cards):
            if card.listed.path == path:
                self.cards[row] = replace(card, **fields)
                self.dataChanged.emit(self.index(row), self.index(row))


class InstrumentSelection(QSortFilterProxyModel):
    """The cards that are searched for, sorted."""

    def __init__(self, model: InstrumentModel) -> None:
        super().__init__()
        self._words = ""
        self._kind = Kind.ALL
        self._order = Order.NAME
        self._cards = model
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    def search(self, words: str) -> None:
        """Show those that have words with these beginnings."""
        self._words = words
        self.invalidate()

    def show_kind(self, kind: Kind) -> None:
        """Show those of a kind."""
        self._kind = kind
        self.invalidate()

    def order_by(self, order: Order) -> None:
        """Sort them."""
        self._order = order
        self.invalidate()

    def card(self, row: int) -> InstrumentCard:
        """That of a row."""
        return self.index(row, 0).data(CARD_ROLE)

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        """See QSortFilterProxyModel."""
        card = self._cards.cards[source_row]
        of_kind = {
            Kind.ALL: True,
            Kind.FACTORY: card.listed.factory,
            Kind.OWN: not card.listed.factory,
            Kind.FAVOURITES: card.mark.favourite,
        }
        return of_kind[self._kind] and card.listed.matches(self._words, card.mark, card.character)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """See QSortFilterProxyModel."""
        return self._rank(source_left.row()) < self._rank(source_right.row())

    def _rank(self, row: int) -> tuple[float, str, str]:
        card = self._cards.cards[row]
        first = {Order.NAME: 0.0, Order.DATE: -card.listed.when, Order.FAVOURITE: float(not card.mark.favourite)}
        return first[self._order], card.listed.name.casefold(), str(card.listed.path)
