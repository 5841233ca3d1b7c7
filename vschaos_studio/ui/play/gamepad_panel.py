"""Gamepads: which are connected, and which of their parts moves what."""

from __future__ import annotations

from vschaos.performance.bindings import Binding
from vschaos.performance.gamepad_decoder import GAMEPAD
from vschaos.realtime.protocol import Gamepads
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, fill
from vschaos_studio.ui.controls.styled_widgets import Card
from vschaos_studio.ui.play.bindings_panel import BindingsPanel, ControllerTexts
from vschaos_studio.ui.theme import Theme

NONE = tr("No gamepad is connected; one is found within seconds.")
PARTS = {
    "left x": tr("Left stick, left–right"),
    "left y": tr("Left stick, up–down"),
    "right x": tr("Right stick, left–right"),
    "right y": tr("Right stick, up–down"),
    "left trigger": tr("Left trigger"),
    "right trigger": tr("Right trigger"),
    "button left stick": tr("Left stick, pressed"),
    "button right stick": tr("Right stick, pressed"),
    "button left shoulder": tr("Left shoulder button"),
    "button right shoulder": tr("Right shoulder button"),
    "button up": tr("Directional pad, up"),
    "button down": tr("Directional pad, down"),
    "button left": tr("Directional pad, left"),
    "button right": tr("Directional pad, right"),
    "button touchpad": tr("Touchpad, pressed"),
}
"""What they are called, without those that have names or numbers of their own."""


def source_text(binding: Binding) -> str:
    """A part of a gamepad for people: “Left stick, left–right”."""
    if binding.source in PARTS:
        return PARTS[binding.source]
    kind, _, name = binding.source.partition(" ")
    name = name[:1].upper() + name[1:]
    return tr("Axis {axis}", axis=name) if kind == "axis" else tr("Button {name}", name=name)


TEXTS = ControllerTexts(
    source=GAMEPAD.name,
    title=tr("Gamepad"),
    controller=tr("stick or button"),
    hint=tr("Choose a control, press Assign, then push a stick or press a button."),
    source_text=source_text,
)


class GamepadPanel(Card):
    """The gamepads that are connected, while it matters, and the assignments of their parts.

    Attributes
    ----------
    bindings
        The assignments.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Gamepad"), topic="playing#controllers")
        self.bindings = BindingsPanel(TEXTS, theme)
        self.connected = ElidedLabel("", "small")
        fill(self.body, self.connected, self.bindings, STRETCH)
        self.show_gamepads(Gamepads(is_looking=False))

    def show_gamepads(self, gamepads: Gamepads) -> None:
        """Show which are connected; nothing while none is looked for."""
        self.connected.setText(", ".join(gamepads.names) or NONE)
        self.connected.setVisible(gamepads.is_looking)
