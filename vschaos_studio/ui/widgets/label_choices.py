"""What to make of each label of the sounds: a row a label, with a menu."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vschaos_studio.state.training_labels import USE_TIPS, LabelFacts, Use, suggested_use
from vschaos_studio.state.training_request import Size
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import label

WORDS_WIDTH = 132


class LabelChoices(QWidget):
    """Rows of name, menu and facts; hidden by its owner where there are no labels.

    Signals
    -------
    changed
        Another use was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: tuple[LabelFacts, ...] = ()
        self.menus: dict[str, CalmMenu] = {}
        self._by_hand: dict[str, Use] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: tuple[LabelFacts, ...], size: Size) -> None:
        """Show these labels; what was chosen for one of the same name stays."""
        if facts != self.facts:
            self.facts = facts
            self._build()
        self.suggest(size)

    def suggest(self, size: Size) -> None:
        """Choose what a configuration is for, wherever the hand has not chosen."""
        for facts in self.facts:
            menu = self.menus[facts.name]
            use = Use.IGNORE if facts.refused else self._by_hand.get(facts.name, suggested_use(facts, size))
            menu.setCurrentIndex(menu.findData(use))
            self._explain(menu)

    def forget(self) -> None:
        """Forget what the hand has chosen: these are other sounds."""
        self._by_hand.clear()

    def chosen(self) -> tuple[tuple[LabelFacts, Use], ...]:
        """Each label with what to make of it."""
        return tuple((facts, self.menus[facts.name].currentData()) for facts in self.facts)

    def by_name(self) -> Mapping[str, Use]:
        """What to make of each label."""
        return {facts.name: use for facts, use in self.chosen()}

    def _build(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.menus = {}
        for row, facts in enumerate(self.facts):
            name = ElidedLabel(facts.name)
            name.setMinimumWidth(72)
            words = label(facts.words(), "small", wrap=True)
            menu = CalmMenu(f"What to make of the label {facts.name}")
            menu.setAccessibleDescription(facts.words())
            for use in Use:
                menu.addItem(use.value, use)
                menu.setItemData(menu.count() - 1, USE_TIPS[use], Qt.ItemDataRole.ToolTipRole)
            menu.setEnabled(not facts.refused)
            menu.activated.connect(lambda _place, name=facts.name: self._take(name))
            self.menus[facts.name] = menu
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(menu, row, 1)
            self._grid.addWidget(words, row, 2)
            words.setFixedWidth(WORDS_WIDTH)

    def _take(self, name: str) -> None:
        menu = self.menus[name]
        self._by_hand[name] = menu.currentData()
        self._explain(menu)
        self.changed.emit()

    def _explain(self, menu: CalmMenu) -> None:
        menu.setToolTip(USE_TIPS[menu.currentData()])
