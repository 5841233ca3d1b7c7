"""“Go on with it”: what was interrupted when the program ended, above the pages, until it goes on or is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.interrupted import Interrupted
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, clear, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, icon_button, label
from vschaos_studio.ui.theme import Theme

SHOWN = 3
"""So many are shown, one in a low window; the others follow as these go."""


class InterruptedList(QFrame):
    """A row for each.

    Signals
    -------
    chosen, dismissed
        The :class:`Interrupted` that the user goes on with, or wants to leave.
    visibility_changed
        Whether there is something to show.
    """

    chosen = Signal(object)
    dismissed = Signal(object)
    visibility_changed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Go on with it"))
        self.items: tuple[Interrupted, ...] = ()
        self._most = SHOWN
        self.rows: list[tuple[QPushButton, QToolButton]] = []
        self._rows = vbox(spacing=4)
        heading = label(tr("Go on with it"), "heading")
        hbox((vbox(heading, STRETCH, margins=(0, 8, 0, 0)), 0), (self._rows, 1), margins=(16, 4, 8, 4), on=self)
        self.hide()

    def show_items(self, items: Sequence[Interrupted]) -> None:
        """Show these."""
        self.items = tuple(items)
        clear(self._rows)
        self.rows = []
        left = len(self.items) - self._most
        for item in self.items[: self._most]:
            is_last = len(self.rows) == self._most - 1
            self._rows.addWidget(self._row(item, tr("%n more", "%n more", left) if is_last and left > 0 else ""))
        self.setVisible(bool(self.items))
        self.visibility_changed.emit(bool(self.items))

    def show_low(self, low: bool) -> None:
        """Whether the window is low."""
        most = 1 if low else SHOWN
        if most != self._most:
            self._most = most
            self.show_items(self.items)

    def _row(self, item: Interrupted, more: str) -> QWidget:
        go_on = button(item.verb, press=lambda: self.chosen.emit(item))
        go_on.setAccessibleName(tr("{verb}: {text}", verb=item.verb, text=item.text))
        leave = icon_button(
            "close",
            tr("Leave it: {text}", text=item.text),
            self._theme,
            tip=tr("Leave it as it is; what exists of it is kept"),
            press=lambda: self.dismissed.emit(item),
        )
        self.rows.append((go_on, leave))
        return boxed(hbox((ElidedLabel(item.text), 1), label(more, "small"), go_on, leave))
