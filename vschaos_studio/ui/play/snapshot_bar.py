"""Snapshots under numbers, two sides to compare, and the morph from one snapshot to another."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QWidget

from vschaos.performance.controls import Control
from vschaos.performance.table import SNAPSHOTS
from vschaos.realtime.protocol import EngineStatus, SnapshotMark
from vschaos_studio.language import number, tr
from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_row import figure
from vschaos_studio.ui.controls.control_slider import ControlSlider
from vschaos_studio.ui.controls.control_switch import ControlSwitch
from vschaos_studio.ui.controls.layouts import hbox
from vschaos_studio.ui.controls.styled_widgets import icon_button, label, menu_text, plain_tip
from vschaos_studio.ui.icons import icon, swatch
from vschaos_studio.ui.play.snapshot_slots import SLOTS, SnapshotSlots
from vschaos_studio.ui.theme import Theme

MORPH_WIDTH = 196
NOTHING_TO_UNDO = tr("There is nothing to undo")
NOTHING_STORED = tr("Shift-click a number to store the present sound")
COLOUR_NAMES = (
    tr("None", "colour"),
    tr("Blue"),
    tr("Green"),
    tr("Pink"),
    tr("Violet"),
    tr("Turquoise"),
    tr("Coral"),
    tr("Yellow"),
    tr("Steel"),
)
"""Of the first colours of sounds, from 1 on."""

NOTHING_CHOSEN = tr("Drag from one snapshot to another to morph")
AMOUNT = Control(
    "snapshot.morph", "/snapshot/morph", 0.0, 1.0, 0.0, tr("How far from the first snapshot to the second.")
)


class SnapshotBar(QWidget):
    """One line: sixteen of the numbers, a button to the others, undo, A or B, and the morph.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.
    named
        A snapshot's number, its name, and its colour: 0, none, or from 1 on.
    undo_pressed
        The user wants to undo what was done last, here or elsewhere.
    """

    moved = Signal(str, object)
    named = Signal(int, str, int)
    undo_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pair: tuple[int, int] | None = None
        self._stored: tuple[int, ...] = ()
        self._marks: tuple[SnapshotMark, ...] = ()
        self._theme = theme
        self.slots = SnapshotSlots(theme)
        self.slots.recalled.connect(self._recall)
        self.slots.stored.connect(self._store)
        self.slots.cleared.connect(self._clear)
        self.slots.dragged.connect(self.choose_pair)
        self.slots.menu_wanted.connect(self._open_menu)
        self.slots.renamed.connect(self._rename)
        self._first = 1
        self._arrows = (icon("chevron-right", theme), icon("chevron-left", theme))
        self.page = icon_button("chevron-right", tr("Other numbers"), theme, press=self._turn_page)
        self.undo = icon_button("undo", tr("Undo"), theme, press=self.undo_pressed)
        self.sides = SideSwitch(CONTROLS["snapshot.b"], theme)
        self.sides.moved.connect(self._change_side)
        self.morph = ControlSlider(AMOUNT, theme)
        self.morph.setAccessibleName(tr("Morph"))
        self.morph.moved.connect(self._on_morph_moved)
        self._ends = (figure("88"), figure("88"))
        self._amount = figure(number(0.88, 2))
        self._hint = label(NOTHING_STORED, "small", wrap=True)
        self._morph = QStackedWidget()
        self._morph.setFixedWidth(MORPH_WIDTH)
        self._morph.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._morph.addWidget(self._hint)
        line = QWidget()
        hbox(self._ends[0], (self.morph, 1), self._ends[1], self._amount, spacing=6, on=line)
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._morph.addWidget(line)
        hbox((self.slots, 1), self.page, self.undo, self.sides, self._morph, on=self)
        self._show_page()
        self._show_morph()
        self.show_undo("")

    @property
    def hint(self) -> str:
        """The hint in place of the morph; empty while the morph is shown."""
        return self._hint.text() if self.pair is None else ""

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        self.sides.show_value(values.get("snapshot.b", 0.0))
        if self.pair is not None and "snapshot.amount" in values:
            # A controller may move it, too.
            self.morph.show_value(values["snapshot.amount"])
            self._amount.setText(number(self.morph.exact, 2))

    def show_status(self, status: EngineStatus) -> None:
        """Show which numbers hold a snapshot, with their names and colours."""
        if status.marks != self._marks:
            self._marks = status.marks
            self.slots.show_marks(status.marks)
            self._show_morph()
        if status.stored != self._stored:
            self._stored = status.stored
            self.slots.show_filled(frozenset(status.stored))
            if self.pair is not None and not set(self.pair) <= set(status.stored):
                self.pair = None
            self._show_morph()

    # ── the user ─────────────────────────────────────────────────────────────────────────────────────────

    def _recall(self, number: int) -> None:
        self.slots.show_here(number)
        self.moved.emit("snapshot.recall", (float(number),))

    def _store(self, number: int) -> None:
        self.slots.show_here(number)
        self.moved.emit("snapshot.store", (float(number),))

    def _clear(self, number: int) -> None:
        self.moved.emit("snapshot.clear", (float(number),))

    def _rename(self, number: int, name: str) -> None:
        self.named.emit(number, name, self._colour_of(number))

    def _paint(self, number: int, colour: int) -> None:
        self.named.emit(number, self.slots.name_of(number), colour)

    def _colour_of(self, number: int) -> int:
        return next((mark.colour for mark in self._marks if mark.number == number), 0)

    def choose_pair(self, first: int, second: int) -> None:
        """Morph between these two snapshots, from the first one on."""
        self.pair = (first, second)
        self.morph.show_value(0.0)
        self._show_morph()
        self._on_morph_moved(0.0)

    def _on_morph_moved(self, amount: float) -> None:
        if self.pair is not None:
            self._amount.setText(number(amount, 2))
            self.slots.show_here(self.pair[0] if amount == 0.0 else self.pair[1] if amount == 1.0 else 0)
            self.moved.emit("snapshot.morph", (float(self.pair[0]), float(self.pair[1]), amount))

    def _change_side(self, side: float) -> None:
        self.slots.show_here(0)
        self.moved.emit("snapshot.b", (side,))

    def _turn_page(self) -> None:
        self._first = self._first + SLOTS if self._first + SLOTS <= SNAPSHOTS else 1
        self._show_page()

    def menu_of(self, number: int) -> QMenu:
        """The menu of a number."""
        menu = QMenu(self)
        filled = number in self.slots.filled
        for text, do, possible in (
            (tr("Recall"), self._recall, filled),
            (tr("Store here"), self._store, True),
            (tr("Clear"), self._clear, filled),
        ):
            entry = menu.addAction(text)
            entry.setEnabled(possible)
            entry.triggered.connect(lambda _=False, do=do: do(number))
        menu.addAction(tr("Name… (F2)"), partial(self.slots.rename, number)).setEnabled(filled)
        colours = menu.addMenu(tr("Colour"))
        colours.setEnabled(filled)
        for colour, name in enumerate(COLOUR_NAMES):
            shown = swatch(self._theme.sources[colour - 1] if colour else self._theme.accent)
            entry = colours.addAction(shown, name, partial(self._paint, number, colour))
            entry.setCheckable(True)
            entry.setChecked(colour == self._colour_of(number))
        menu.addSeparator()
        others = sorted(self.slots.filled - {number})
        towards = menu.addMenu(tr("Morph from here to"))
        towards.setEnabled(filled and bool(others))
        for other in others:
            towards.addAction(self._title(other), partial(self.choose_pair, number, other))
        return menu

    def _title(self, number: int) -> str:
        name = self.slots.name_of(number)
        return menu_text(f"{number} · {name}") if name else str(number)

    def _open_menu(self, number: int, where: QPoint) -> None:
        menu = self.menu_of(number)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    # ── showing ──────────────────────────────────────────────────────────────────────────────────────────

    def _show_page(self) -> None:
        self.slots.show_first(self._first)
        later = self._first + SLOTS <= SNAPSHOTS
        self.page.setIcon(self._arrows[not later])
        others = (self._first + SLOTS, SNAPSHOTS) if later else (1, SLOTS)
        name = tr("Numbers {first} to {last}", first=others[0], last=others[1])
        self.page.setToolTip(name)
        self.page.setAccessibleName(name)

    def show_undo(self, title: str) -> None:
        """Show what would be undone; empty: nothing."""
        self.undo.setEnabled(bool(title))
        self.undo.setToolTip(plain_tip(tr("Undo: {title} (Ctrl+Z)", title=title)) if title else NOTHING_TO_UNDO)

    def _show_morph(self) -> None:
        self.slots.show_pair(self.pair)
        self._hint.setText(NOTHING_CHOSEN if len(self._stored) > 1 else NOTHING_STORED)
        self._morph.setCurrentIndex(self.pair is not None)
        if self.pair is not None:
            first, second = self.pair
            self._ends[0].setText(str(first))
            self._ends[1].setText(str(second))
            self._amount.setText(number(self.morph.exact, 2))
            ends = tr(
                "The sound moves from snapshot {first} to snapshot {second}",
                first=self._title(first),
                second=self._title(second),
            )
            self.morph.setToolTip(plain_tip(f"{ends}\nOSC: /vs/snapshot/morph {first} {second} amount"))
            self.morph.describe(ends)


class SideSwitch(ControlSwitch):
    """A and B side by side; the active one is lit."""

    def __init__(self, control: Control, theme: Theme) -> None:
        super().__init__(control, theme)
        self.toggled.connect(self._describe)
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleName(tr("Side {side} is active", side="B" if self.isChecked() else "A"))

    def sizeHint(self) -> QSize:
        """Two letters."""
        return QSize(56, self._theme.room(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's signature)
        """Two halves, one of them lit."""
        t = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(t.accent if self.hasFocus() else t.outline), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(t.hover if self.underMouse() else t.raised))
        painter.drawRoundedRect(whole, 6, 6)
        for place, letter in enumerate("AB"):
            half = QRectF(whole.left() + place * whole.width() / 2, whole.top(), whole.width() / 2, whole.height())
            heard = place == self.isChecked()
            if heard:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(t.accent))
                painter.drawRoundedRect(half.adjusted(3, 3, -3, -3), 4, 4)
            painter.setPen(QColor(t.on_accent if heard else t.muted))
            painter.drawText(half, Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
