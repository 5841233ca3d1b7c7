"""Any address of any program, taught to move a control: what to learn, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vschaos.osc.reports import OscBindings
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Control, Group, Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import BindOsc, LearnOsc, UnbindOsc
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_row import control_name
from vschaos_studio.ui.widgets.midi_panel import CHOOSE, can_learn
from vschaos_studio.ui.widgets.osc_binding_row import OscBindingRow
from vschaos_studio.ui.widgets.roles import button, label

NOTHING_BOUND = "To play by a phone: choose a control, press Learn, and move a fader of its app."


class OscLearning(QWidget):
    """A menu of controls, the button that learns, and a row for each address that was learnt.

    Signals
    -------
    ordered
        A :class:`LearnOsc`, :class:`BindOsc` or :class:`UnbindOsc` for the engine.
    """

    ordered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._controls: dict[str, Control] = {}
        self._rows: dict[tuple[str, str], OscBindingRow] = {}
        self._chosen = ""
        self._learning = ""
        self._menu = QMenu(self)
        self.control = button(CHOOSE, tip="What the next address is to move")
        self.control.setAccessibleName("Control to learn over OSC")
        self.control.setMenu(self._menu)
        self.learn = button("Learn", tip="Then move a fader of the other program: it will move the control")
        self.learn.setFixedWidth(self.learn.fontMetrics().horizontalAdvance("Cancel") + 34)
        self.learn.clicked.connect(self._press_learn)
        self._line = label(NOTHING_BOUND, "small", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.control, 1)
        row.addWidget(self.learn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._line)
        column.addLayout(self._list)
        self.show_playable(Playable(latent_dims=2))
        self._show_learning()

    @property
    def rows(self) -> Sequence[OscBindingRow]:
        """The bindings shown."""
        return list(self._rows.values())

    @property
    def line(self) -> str:
        """What is to be done next, in words; empty where that is plain."""
        return "" if self._line.isHidden() else self._line.text()

    def show_playable(self, playable: Playable) -> None:
        """Offer the controls of another instrument."""
        controls = {control.id: control for control in control_table(playable) if can_learn(control)}
        if controls == self._controls:
            return
        self._controls = controls
        self._menu.clear()
        parts: dict[Group, QMenu] = {}
        for control in controls.values():
            if control.group not in parts:
                parts[control.group] = self._menu.addMenu(control.group.value.capitalize())
                parts[control.group].setToolTipsVisible(True)
            entry = parts[control.group].addAction(control_name(control))
            entry.setToolTip(control.help)
            entry.triggered.connect(lambda _=False, control_id=control.id: self.choose_control(control_id))
        if self._chosen not in controls:
            self._chosen = ""
        self._show_learning()

    def choose_control(self, control_id: str) -> None:
        """Make this the control that the next address is to move."""
        self._chosen = control_id
        if self._learning:
            self.ordered.emit(LearnOsc(control_id))
        self._show_learning()

    def show_bindings(self, bindings: OscBindings) -> None:
        """Show what moves what, and whether a control waits for an address; same ones keep their rows."""
        wanted = {(one.source, one.control): one for one in bindings.bindings}
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, binding in wanted.items():
            if key in self._rows:
                self._rows[key].show_binding(binding)
            else:
                row = OscBindingRow(binding, self._name(binding.control), self._theme)
                row.changed.connect(self._bind)
                row.removed.connect(self._unbind)
                self._rows[key] = row
                self._list.addWidget(row)
        self._learning = bindings.learning
        self._chosen = bindings.learning or self._chosen
        self._show_learning()

    def _bind(self, binding: Binding) -> None:
        self.ordered.emit(BindOsc(binding))

    def _unbind(self, control: str) -> None:
        self.ordered.emit(UnbindOsc(control))

    def _name(self, control_id: str) -> str:
        control = self._controls.get(control_id)
        return control_name(control) if control is not None else control_id

    def _press_learn(self) -> None:
        # The keyboard's focus comes along, so that Escape reaches this and not the window.
        self.learn.setFocus()
        self.ordered.emit(LearnOsc("" if self._learning else self._chosen))

    def _show_learning(self) -> None:
        name = self._name(self._chosen)
        self.control.setText(name if self._chosen else CHOOSE)
        self.learn.setText("Cancel" if self._learning else "Learn")
        self.learn.setEnabled(bool(self._chosen))
        self._line.setStyleSheet(f"color: {self._theme.accent if self._learning else self._theme.muted};")
        self._line.setText(f"Move a fader for “{name}”… (Esc cancels)" if self._learning else NOTHING_BOUND)
        self._line.setVisible(bool(self._learning) or not self._rows)

    def event(self, event: QEvent) -> bool:
        """While a control waits, Escape is this panel's before it is a shortcut of the window's."""
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and self._learning and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the wait."""
        if event.key() == Qt.Key.Key_Escape and self._learning:
            self.ordered.emit(LearnOsc(""))
            event.accept()
            return
        super().keyPressEvent(event)
