"""MIDI: which input plays along, and which of its controllers moves what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal

from vschaos.performance.bindings import Binding
from vschaos.performance.midi_decoder import MIDI
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.layouts import STRETCH, fill, hbox
from vschaos_studio.ui.controls.styled_widgets import Card, icon_button, label
from vschaos_studio.ui.play.bindings_panel import BindingsPanel, ControllerTexts
from vschaos_studio.ui.theme import Theme

ALL, NONE = "*", ""
NO_PORTS = tr("No MIDI input was found. Connect a keyboard or controller, then look again.")


def source_text(binding: Binding) -> str:
    """A controller for people: “CC 74, channel 1”."""
    kind, _, number = binding.source.partition(" ")
    names = {"cc": f"CC {number}", "bend": tr("Pitch bend"), "pressure": tr("Pressure")}
    source = names.get(kind, binding.source)
    if not binding.channel:
        return source
    return tr("{controller}, channel {channel}", controller=source, channel=binding.channel)


TEXTS = ControllerTexts(
    source=MIDI.name,
    title="MIDI",
    controller=tr("controller"),
    hint=tr("Choose a control, press Assign, and move a knob of your controller."),
    source_text=source_text,
)


class MidiPanel(Card):
    """A menu of inputs, and the assignments of their controllers.

    Signals
    -------
    port_chosen
        Name of the input; “*” is all, empty is none.
    refresh_pressed
        The user connected something.

    Attributes
    ----------
    bindings
        The assignments.
    """

    port_chosen = Signal(str)
    refresh_pressed = Signal()

    def __init__(self, theme: Theme, *, port: str = ALL) -> None:
        super().__init__("MIDI", topic="playing#controllers")
        self.bindings = BindingsPanel(TEXTS, theme)
        self.box = CalmMenu(tr("MIDI input"))
        self.box.setToolTip(
            tr("What plays the instrument: keys play notes, controllers move what they are assigned to")
        )
        self.box.activated.connect(self._choose_port)
        refresh = icon_button("refresh", tr("Look for MIDI inputs again"), theme, press=self.refresh_pressed)
        self.no_ports = label(NO_PORTS, "small", wrap=True)
        fill(self.body, hbox((self.box, 1), refresh), self.no_ports, self.bindings, STRETCH)
        self.show_ports((), port)

    def show_ports(self, names: Sequence[str], chosen: str) -> None:
        """List these inputs; the chosen one stays chosen, even while it is not connected."""
        with QSignalBlocker(self.box):
            self.box.clear()
            for text, name in (
                (tr("All inputs"), ALL),
                (tr("None", "MIDI input"), NONE),
                *((name, name) for name in names),
            ):
                self.box.addItem(text, name)
            if self.box.findData(chosen) < 0:
                self.box.addItem(tr("{name} (not connected)", name=chosen), chosen)
            self.box.setCurrentIndex(self.box.findData(chosen))
        self.no_ports.setVisible(not names)

    def _choose_port(self, index: int) -> None:
        self.port_chosen.emit(self.box.itemData(index))
