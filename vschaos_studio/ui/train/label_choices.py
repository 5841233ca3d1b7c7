"""How a training uses each label of the sounds: a row a label, with a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.training_labels import (
    USE_TIPS,
    LabelFacts,
    Use,
    offer_sentence,
    offered_labels,
    suggested_use,
)
from vschaos_studio.state.training_request import Size
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import clear, vbox
from vschaos_studio.ui.controls.styled_widgets import label


class LabelChoices(QWidget):
    """Rows of name and menu, with facts under them; hidden by its owner where there are no labels.

    Signals
    -------
    changed
        Another use was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts: tuple[LabelFacts, ...] = ()
        self.menus: dict[str, CalmMenu] = {}
        self._chosen: dict[str, Use] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.offer = label("", "mark", wrap=True)
        self.offer.hide()
        vbox(self._grid, self.offer, spacing=6, on=self)

    def show_facts(self, facts: tuple[LabelFacts, ...], size: Size) -> None:
        """Show these labels; a choice for a label of the same name stays."""
        if facts != self.facts:
            self.facts = facts
            self._build()
        self.suggest(size)

    def suggest(self, size: Size) -> None:
        """Choose what suits a configuration, for each label that the user has not set."""
        offered = offered_labels(self.facts)
        for facts in self.facts:
            menu = self.menus[facts.name]
            suggested = suggested_use(facts, size, offered=facts.name in offered)
            use = Use.IGNORE if facts.refused else self._chosen.get(facts.name, suggested)
            menu.setCurrentIndex(menu.findData(use))
            self._explain(menu)
        self._show_offer()

    def forget(self) -> None:
        """Drop the choices of the user: these are other sounds."""
        self._chosen.clear()

    def chosen(self) -> tuple[tuple[LabelFacts, Use], ...]:
        """Each label with its use."""
        return tuple((facts, self.menus[facts.name].currentData()) for facts in self.facts)

    def _build(self) -> None:
        clear(self._grid)
        self.menus = {}
        for row, facts in enumerate(self.facts):
            name = ElidedLabel(facts.name)
            name.setMinimumWidth(72)
            menu = CalmMenu(tr("Use of the label {name}", name=facts.name))
            menu.setAccessibleDescription(facts.text())
            for use in Use:
                menu.addItem(use.value, use)
                menu.setItemData(menu.count() - 1, USE_TIPS[use], Qt.ItemDataRole.ToolTipRole)
            menu.setEnabled(not facts.refused)
            menu.activated.connect(lambda _place, name=facts.name: self._on_chosen(name))
            self.menus[facts.name] = menu
            self._grid.addWidget(name, 2 * row, 0)
            self._grid.addWidget(menu, 2 * row, 1)
            self._grid.addWidget(label(facts.text(), "small", wrap=True), 2 * row + 1, 1)

    def _on_chosen(self, name: str) -> None:
        menu = self.menus[name]
        self._chosen[name] = menu.currentData()
        self._explain(menu)
        self._show_offer()
        self.changed.emit()

    def _show_offer(self) -> None:
        """Say which labels are suggested as controls, as long as they are not chosen otherwise."""
        offered = [name for name in offered_labels(self.facts) if name not in self._chosen]
        self.offer.setText(offer_sentence(offered))
        self.offer.setVisible(bool(offered))

    def _explain(self, menu: CalmMenu) -> None:
        menu.setToolTip(USE_TIPS[menu.currentData()])
