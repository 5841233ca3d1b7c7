"""What a kind of controller moves: a menu of controls, the button Assign, and a row for each assignment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from vschaos.performance.bindings import AwaitBinding, Bind, Binding, BindingsChanged, Unbind
from vschaos.performance.controls import Control, Group, Kind, Playable
from vschaos.performance.table import control_table
from vschaos_studio.language import tr, translated
from vschaos_studio.ui.controls.control_row import control_name
from vschaos_studio.ui.controls.layouts import discard, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label, menu_text, plain_tip, show_tone
from vschaos_studio.ui.play.binding_row import BindingRow
from vschaos_studio.ui.theme import Theme

CHOOSE = tr("Choose a control…")
GROUPS = {
    Group.PLACE: tr("Place"),
    Group.LABEL: tr("Label"),
    Group.SOUND: tr("Sound"),
    Group.ENVELOPE: tr("Envelope"),
    Group.INPUT: tr("Input"),
    Group.MOTION: tr("Motion"),
    Group.GESTURE: tr("Gesture"),
    Group.SNAPSHOT: tr("Snapshot"),
    Group.TRANSPORT: tr("Transport"),
}
"""The submenus of the controls."""


@dataclass(frozen=True)
class ControllerTexts:
    """How a kind of controller is called in the window.

    Attributes
    ----------
    source
        Its name in messages (`vschaos.performance.bindings.BindingSource`).
    title
        Its own name: “MIDI”.
    controller
        What one of them is called: “controller”.
    hint
        What to do while nothing is assigned.
    source_text
        Returns a binding's controller for people.
    waiting
        What to do while the control ``{name}`` waits; empty: move one of them.
    shows_numbers
        Whether a controller's own range can be set.
    """

    source: str
    title: str
    controller: str
    hint: str
    source_text: Callable[[Binding], str]
    waiting: str = ""
    shows_numbers: bool = False


class BindingsPanel(QWidget):
    """The assignments of one kind of controller.

    Signals
    -------
    ordered
        An :class:`AwaitBinding`, :class:`Bind` or :class:`Unbind` for the engine.
    """

    ordered = Signal(object)

    def __init__(self, texts: ControllerTexts, theme: Theme) -> None:
        super().__init__()
        self._texts = texts
        self._theme = theme
        self._controls: dict[str, Control] = {}
        self._rows: dict[tuple[str, int, str], BindingRow] = {}
        self._axis_words: tuple[str, ...] = ()
        self._chosen = ""
        self._awaiting = ""
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._list_controls)
        tip = tr("The control that the next {controller} will move", controller=texts.controller)
        self.control = button(CHOOSE, tip=tip)
        self.control.setAccessibleName(tr("Control to assign over {kind}", kind=texts.title))
        self.control.setMenu(self.menu)
        tip = tr("Then move a {controller}: it will move the control", controller=texts.controller)
        self.assign = button(tr("Assign"), tip=tip)
        text_width = self.assign.fontMetrics().horizontalAdvance
        self.assign.setFixedWidth(max(text_width(tr("Assign")), text_width(tr("Cancel"))) + 34)
        self.assign.clicked.connect(self._on_assign)
        self._line = label(texts.hint, "small", wrap=True)
        self._list = vbox(spacing=8)
        vbox(hbox((self.control, 1), self.assign), self._line, self._list, spacing=8, on=self)
        self.show_playable(Playable(latent_dims=2))
        self._show_state()

    @property
    def rows(self) -> Sequence[BindingRow]:
        """The assignments shown."""
        return list(self._rows.values())

    @property
    def line(self) -> str:
        """What to do next; empty where that is plain."""
        return "" if self._line.isHidden() else self._line.text()

    @property
    def waits(self) -> bool:
        """Whether a control waits for a controller."""
        return bool(self._awaiting)

    def cancel(self) -> None:
        """End the wait."""
        self.ordered.emit(AwaitBinding(self._texts.source, ""))

    def show_playable(self, playable: Playable) -> None:
        """Offer the controls of another instrument."""
        controls = {control.id: control for control in control_table(playable) if can_assign(control)}
        if controls == self._controls:
            return
        self._controls = controls
        if self._chosen not in controls:
            self._chosen = ""
        self.menu.clear()
        self._show_state()

    def name_axes(self, words: Sequence[str]) -> None:
        """Call the axes by what grows along them, too; assignments are listed anew if that changes their names."""
        if tuple(words) == self._axis_words:
            return
        self._axis_words = tuple(words)
        self.menu.clear()
        self._show_state()
        for key, row in list(self._rows.items()):
            discard(row)
            self._rows[key] = self._row(row.binding)
            self._list.addWidget(self._rows[key])

    def _list_controls(self) -> None:
        """Fill the menu, as it opens: most starts need none of these four."""
        if not self.menu.isEmpty():
            return
        parts: dict[Group, QMenu] = {}
        for control in self._controls.values():
            if control.group not in parts:
                parts[control.group] = self.menu.addMenu(GROUPS[control.group])
                parts[control.group].setToolTipsVisible(True)
            entry = parts[control.group].addAction(menu_text(self._name(control.id)))
            entry.setToolTip(plain_tip(f"{translated(control.help)}\nOSC: /vs{control.address}"))
            entry.triggered.connect(lambda _=False, control_id=control.id: self.choose_control(control_id))

    def choose_control(self, control_id: str) -> None:
        """Make this the control that the next controller will move."""
        self._chosen = control_id
        if self._awaiting:
            self.ordered.emit(AwaitBinding(self._texts.source, control_id))
        self._show_state()

    def show_bindings(self, event: BindingsChanged) -> None:
        """Show what moves what, and whether a control waits for a controller; unchanged ones keep their rows."""
        wanted = {(one.source, one.channel, one.control): one for one in event.bindings}
        for key in [key for key in self._rows if key not in wanted]:
            discard(self._rows.pop(key))
        for key, binding in wanted.items():
            if key in self._rows:
                self._rows[key].show_binding(binding)
            else:
                self._rows[key] = self._row(binding)
                self._list.addWidget(self._rows[key])
        self._awaiting = event.awaiting
        self._chosen = event.awaiting or self._chosen
        self._show_state()

    def _row(self, binding: Binding) -> BindingRow:
        row = BindingRow(
            binding,
            controller=self._texts.source_text(binding),
            name=self._name(binding.control),
            shows_numbers=self._texts.shows_numbers,
            theme=self._theme,
        )
        row.changed.connect(self._on_change)
        row.removed.connect(self._on_remove)
        return row

    def _name(self, control_id: str) -> str:
        control = self._controls.get(control_id)
        return control_name(control, self._axis_words) if control is not None else control_id

    def _show_state(self) -> None:
        name = self._name(self._chosen)
        waits = bool(self._awaiting)
        self.control.setText(name if self._chosen else CHOOSE)
        self.assign.setText(tr("Cancel") if waits else tr("Assign"))
        self.assign.setEnabled(bool(self._chosen))
        show_tone(self._line, "accent" if waits else "")
        waiting = tr("Move a {controller} for “{name}”… (Esc cancels)", controller=self._texts.controller, name=name)
        if self._texts.waiting:
            waiting = self._texts.waiting.format(name=name)
        self._line.setText(waiting if waits else self._texts.hint)
        self._line.setVisible(waits or not self._rows)

    def _on_assign(self) -> None:
        self.ordered.emit(AwaitBinding(self._texts.source, "" if self._awaiting else self._chosen))

    def _on_change(self, binding: Binding) -> None:
        self.ordered.emit(Bind(self._texts.source, binding))

    def _on_remove(self, control: str) -> None:
        self.ordered.emit(Unbind(self._texts.source, control))


def can_assign(control: Control) -> bool:
    """Whether a controller can move it: it has one value, or is a button."""
    return control.kind is Kind.TRIGGER or (control.count == 1 and control.kind is not Kind.COMMAND)
