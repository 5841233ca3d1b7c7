"""How the sound is made, apart from where it is: noise, life, wandering, evenness, phase, glide and spread."""

from __future__ import annotations

from vschaos_studio.language import tr
from vschaos_studio.state.controls import CONTROLS
from vschaos_studio.ui.controls.control_row import align_texts, control_name
from vschaos_studio.ui.controls.layouts import fill
from vschaos_studio.ui.play.panel import PlayPanel, room_for_names
from vschaos_studio.ui.theme import Theme

SHOWN = ("noise", "life", "wander", "even", "phase", "glide", "spread")
NAME_WIDTH = 52


class SoundPanel(PlayPanel):
    """A row for each control."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Sound"), topic="playing#the-sound")
        self.body.setSpacing(6)
        shown = [CONTROLS[name] for name in SHOWN]
        width = room_for_names(map(control_name, shown), NAME_WIDTH)
        fill(self.body, *(self.make_row(control, width=width) for control in shown))
        align_texts(self.rows.values())
