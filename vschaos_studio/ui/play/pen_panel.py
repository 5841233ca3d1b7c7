"""Pens and fingers: what their pressure moves."""

from __future__ import annotations

from vschaos.performance.bindings import Binding
from vschaos.performance.pen_decoder import FINGER_PRESSURE, PEN, PEN_PRESSURE
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import STRETCH, fill
from vschaos_studio.ui.controls.styled_widgets import Card
from vschaos_studio.ui.play.bindings_panel import BindingsPanel, ControllerTexts
from vschaos_studio.ui.theme import Theme

SOURCES = {PEN_PRESSURE: tr("Pressure of the pen"), FINGER_PRESSURE: tr("Pressure of the fingers")}


def source_text(binding: Binding) -> str:
    """A pressure for people."""
    return SOURCES.get(binding.source, binding.source)


TEXTS = ControllerTexts(
    source=PEN.name,
    title=tr("Pen and fingers"),
    controller=tr("pen or finger"),
    hint=tr("Choose a control, press Assign, and press on the pad with a pen."),
    waiting=tr("Press on the pad with a pen for “{name}”… (Esc cancels)"),
    source_text=source_text,
)


class PenPanel(Card):
    """The assignments of pressure.

    Attributes
    ----------
    bindings
        The assignments.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Pen and fingers"), topic="playing#fingers-and-pens")
        self.bindings = BindingsPanel(TEXTS, theme)
        fill(self.body, self.bindings, STRETCH)
