"""What the side panel of the Play page asks of each of its panels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vschaos.performance.controls import Control, Playable
from vschaos.realtime.protocol import EngineStatus
from vschaos_studio.state.sound_map import SoundMap
from vschaos_studio.ui.controls.control_row import NAME_WIDTH, ControlRow
from vschaos_studio.ui.controls.styled_widgets import Card, label
from vschaos_studio.ui.theme import Theme


class PlayPanel(Card):
    """A card with rows of controls, shown in one of the tabs. Subclasses override what concerns them.

    Signals
    -------
    moved
        The user moved a control: its id, and a tuple of its values.

    Attributes
    ----------
    rows
        The rows made by :meth:`make_row`, by their control's id.
    """

    moved = Signal(str, object)

    def __init__(self, theme: Theme, heading: str = "", *, topic: str = "") -> None:
        super().__init__(heading, topic=topic)
        self.theme = theme
        self.rows: dict[str, ControlRow] = {}

    def make_row(self, control: Control, name: str = "", width: int = NAME_WIDTH) -> ControlRow:
        """A row whose moves are emitted by :attr:`moved`; the caller lays it out."""
        row = ControlRow(control, self.theme, name=name, name_width=width)
        row.moved.connect(self._on_row_moved)
        self.rows[control.id] = row
        return row

    def show_sounds(self, sounds: SoundMap) -> None:
        """Show another instrument."""
        self.show_playable(sounds.card.playable)

    def show_playable(self, playable: Playable) -> None:
        """Show the axes and labels of another instrument."""

    def name_axes(self, words: Sequence[str]) -> None:
        """Call the axes by what grows along them, (D,); empty words leave them their numbers."""
        for row in self.rows.values():
            row.name_axes(words)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values, by control id. Called only while the panel can be seen."""
        for control, row in self.rows.items():
            if control in values:
                row.show_value(values[control])
        self.refresh()

    def show_status(self, status: EngineStatus) -> None:
        """Show what changes by itself. Called at each new engine status while the panel can be seen."""

    def show_figures(self, status: EngineStatus) -> None:
        """Show numbers and sentences. Called a few times a second: numbers that flicker cannot be read."""

    def refresh(self) -> None:
        """Show what follows from the rows' values; called after each change of one."""

    def tab_stops(self) -> Sequence[QWidget]:
        """Widgets that the Tab key reaches one after the other; empty where the order of making is right."""
        return ()

    def _on_row_moved(self, control: str, values: tuple[float, ...]) -> None:
        self.refresh()
        self.moved.emit(control, values)


def room_for_names(names: Iterable[str], least: int) -> int:
    """The width in pixels of a column of names of controls: as wide as the widest, and not below ``least``."""
    sample = label()
    sample.ensurePolished()
    return max(least, *(sample.fontMetrics().horizontalAdvance(name) + 1 for name in names))
