"""MIDI: which input plays along, and which of its controllers moves what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Control, Group, Kind, Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import MidiBindings
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.calm_menu import CalmMenu
from vschaos_studio.ui.widgets.control_row import control_name
from vschaos_studio.ui.widgets.midi_binding_row import MidiBindingRow
from vschaos_studio.ui.widgets.roles import Card, button, label

ALL, NONE = "*", ""
NO_PORTS = "No MIDI input was found. Connect a keyboard or controller, then look again."
NOTHING_BOUND = "Choose a control, press Learn, and move a knob of your controller."
CHOOSE = "Choose a control…"


class MidiPanel(Card):
    """A chooser of inputs, the button that learns, and what was learned.

    Signals
    -------
    port_chosen
        Name of the input; “*” is all, empty is none.
    refresh_pressed
        The user connected something.
    learn_pressed
        Id of the control that the next controller is to move; empty ends the wait.
    unbind_pressed
        Id of the control whose controllers are to be let go.
    bind_changed
        A binding (`vschaos.performance.bindings.Binding`) as the hand made it, in place of the one that there was.
    """

    port_chosen = Signal(str)
    refresh_pressed = Signal()
    learn_pressed = Signal(str)
    unbind_pressed = Signal(str)
    bind_changed = Signal(object)

    def __init__(self, theme: Theme, *, port: str = ALL, parent: QWidget | None = None) -> None:
        super().__init__("MIDI", parent)
        self._theme = theme
        self._controls: dict[str, Control] = {}
        self._rows: dict[tuple[str, int, str], MidiBindingRow] = {}
        self._chosen = ""
        self._learning = ""
        self.box = CalmMenu("MIDI input")
        self.box.setToolTip("What plays the instrument: keys play notes, controllers move what they were taught")
        self.box.activated.connect(self._choose_port)
        refresh = QToolButton()
        refresh.setIcon(icon("refresh", theme.text))
        refresh.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        refresh.setToolTip("Look for MIDI inputs again")
        refresh.setAccessibleName("Look for MIDI inputs again")
        refresh.clicked.connect(self.refresh_pressed)
        ports = QHBoxLayout()
        ports.setSpacing(8)
        ports.addWidget(self.box, 1)
        ports.addWidget(refresh)
        self._none = label(NO_PORTS, "small", wrap=True)
        self._menu = QMenu(self)
        self.control = button(CHOOSE, tip="What the next controller is to move")
        self.control.setAccessibleName("Control to learn")
        self.control.setMenu(self._menu)
        self.learn = button("Learn", tip="Then move a knob, fader or wheel: it will move the control")
        self.learn.clicked.connect(self._press_learn)
        self.learn.setFixedWidth(self.learn.fontMetrics().horizontalAdvance("Cancel") + 34)
        learning = QHBoxLayout()
        learning.setSpacing(8)
        learning.addWidget(self.control, 1)
        learning.addWidget(self.learn)
        self._line = label(NOTHING_BOUND, "small", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(ports)
        self.body.addWidget(self._none)
        self.body.addLayout(learning)
        self.body.addWidget(self._line)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.show_playable(Playable(latent_dims=2))
        self.show_ports((), port)
        self._show_learning()

    @property
    def rows(self) -> Sequence[MidiBindingRow]:
        """The bindings shown."""
        return list(self._rows.values())

    @property
    def line(self) -> str:
        """What is to be done next, in words; empty where that is plain."""
        return "" if self._line.isHidden() else self._line.text()

    def show_ports(self, names: Sequence[str], chosen: str) -> None:
        """List these inputs; the chosen one stays chosen, even while it is not connected."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for words, name in (("All inputs", ALL), ("None", NONE), *((name, name) for name in names)):
                self.box.addItem(words, name)
            if self.box.findData(chosen) < 0:
                self.box.addItem(f"{chosen} (not connected)", chosen)
            self.box.setCurrentIndex(self.box.findData(chosen))
        self._none.setVisible(not names)

    def show_playable(self, playable: Playable) -> None:
        """Offer the controls of another instrument."""
        controls = {control.id: control for control in control_table(playable) if can_learn(control)}
        if controls == self._controls:
            return
        self._controls = controls
        self._menu.clear()
        for group, names in _grouped(controls).items():
            part = self._menu.addMenu(group.value.capitalize())
            part.setToolTipsVisible(True)
            for control in names:
                entry = part.addAction(control_name(control))
                entry.setToolTip(f"{control.help}\nOSC: /vs{control.address}")
                entry.triggered.connect(lambda _=False, control_id=control.id: self.choose_control(control_id))
        if self._chosen not in controls:
            self._chosen = ""
        self._show_learning()

    def choose_control(self, control_id: str) -> None:
        """Make this the control that the next controller is to move."""
        self._chosen = control_id
        if self._learning:
            self.learn_pressed.emit(control_id)
        self._show_learning()

    def show_bindings(self, bindings: MidiBindings) -> None:
        """Show what moves what, and whether a control waits for a controller; same ones keep their rows."""
        wanted = {(one.source, one.channel, one.control): one for one in bindings.bindings}
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for key, binding in wanted.items():
            if key in self._rows:
                self._rows[key].show_binding(binding)
            else:
                self._add(key, binding)
        self._learning = bindings.learning
        if bindings.learning:
            self._chosen = bindings.learning
        self._show_learning()

    def _add(self, key: tuple[str, int, str], binding: Binding) -> None:
        row = MidiBindingRow(binding, self._name(binding.control), self._theme)
        row.changed.connect(self.bind_changed)
        row.removed.connect(self.unbind_pressed)
        self._rows[key] = row
        self._list.addWidget(row)

    def _name(self, control_id: str) -> str:
        control = self._controls.get(control_id)
        return control_name(control) if control is not None else control_id

    def _show_learning(self) -> None:
        name = self._name(self._chosen)
        self.control.setText(name if self._chosen else CHOOSE)
        self.learn.setText("Cancel" if self._learning else "Learn")
        self.learn.setEnabled(bool(self._chosen))
        colour = self._theme.accent if self._learning else self._theme.muted
        self._line.setStyleSheet(f"color: {colour};")
        self._line.setText(f"Move a controller for “{name}”… (Esc cancels)" if self._learning else NOTHING_BOUND)
        self._line.setVisible(bool(self._learning) or not self._rows)

    def _press_learn(self) -> None:
        # The keyboard's focus comes along, so that Escape reaches this panel and not the window.
        self.learn.setFocus()
        self.learn_pressed.emit("" if self._learning else self._chosen)

    def _choose_port(self, index: int) -> None:
        self.port_chosen.emit(self.box.itemData(index))

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
            self.learn_pressed.emit("")
            event.accept()
            return
        super().keyPressEvent(event)


def can_learn(control: Control) -> bool:
    """Whether a controller can move it: it has one value, or is a button."""
    return control.kind is Kind.TRIGGER or (control.count == 1 and control.kind is not Kind.COMMAND)


def _grouped(controls: Mapping[str, Control]) -> Mapping[Group, Sequence[Control]]:
    made: dict[Group, list[Control]] = {}
    for control in controls.values():
        made.setdefault(control.group, []).append(control)
    return made
