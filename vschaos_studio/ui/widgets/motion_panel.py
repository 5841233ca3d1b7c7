"""What moves by itself: a path of all axes together, and an oscillator for each axis."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from vschaos.performance.controls import Control, Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import Snapshot
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.control_row import ControlRow, align_texts
from vschaos_studio.ui.widgets.motion_preview import MotionPreview
from vschaos_studio.ui.widgets.roles import Card, label

PATH_NAME_WIDTH = 44
AXIS_NAME_WIDTH = 56
SEEDS = 1000


class MotionPanel(Card):
    """The path above, the axes below; those scroll where there are many.

    Signals
    -------
    moved
        A control's id, and a tuple of its values.

    Parameters
    ----------
    dice
        Throws a seed for the path, 0…999.
    """

    moved = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        dice: Callable[[], int] = lambda: random.randrange(SEEDS),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Motion", parent)
        self._theme = theme
        self._dice = dice
        self._axes: list[_Axis] = []
        controls = {control.id: control for control in control_table(Playable(latent_dims=1))}
        self._path = {
            control_id: ControlRow(controls[control_id], theme, name=name, name_width=PATH_NAME_WIDTH)
            for control_id, name in (
                ("trajectory", "path"),
                ("trajectory.rate", "rate"),
                ("trajectory.size", "size"),
                ("trajectory.seed", "seed"),
            )
        }
        align_texts(self._path.values())
        for row in self._path.values():
            row.moved.connect(self._tell)
        throw = QToolButton()
        throw.setIcon(icon("dice", theme.text))
        throw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        throw.setAccessibleName("Another path")
        throw.setToolTip("Throw the dice: another path of the same kind")
        throw.clicked.connect(self._throw)
        self.throw = throw
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self._path["trajectory.seed"], 1)
        last.addWidget(throw)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._rows)
        self.body.setContentsMargins(16, 12, 8, 8)
        path = QVBoxLayout()
        path.setContentsMargins(0, 0, 8, 0)
        path.setSpacing(4)
        for control_id in ("trajectory", "trajectory.rate", "trajectory.size"):
            path.addWidget(self._path[control_id])
        path.addLayout(last)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {theme.line};")
        path.addSpacing(4)
        path.addWidget(rule)
        self.body.addLayout(path)
        self.body.addWidget(area, 1)
        self._none = label("An instrument’s axes can each move by themselves here.", "muted", wrap=True)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self._enable_path()

    @property
    def rows(self) -> Mapping[str, ControlRow]:
        """All rows by their control's id."""
        return {**self._path, **{name: row for axis in self._axes for name, row in axis.rows.items()}}

    def show_playable(self, playable: Playable) -> None:
        """Show another instrument's axes; as many of them keep their rows, since a hand may be on one."""
        if len(self._axes) == playable.latent_dims:
            return
        for axis in self._axes:
            axis.hide()
            axis.deleteLater()
        controls = {control.id: control for control in control_table(playable)} if playable.latent_dims else {}
        self._axes = [_Axis(index + 1, controls, self._theme) for index in range(playable.latent_dims)]
        for place, axis in enumerate(self._axes):
            axis.moved.connect(self.moved)
            self._column.insertWidget(place, axis)
        self._none.setVisible(not self._axes)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show the present values of all controls."""
        for control_id, row in self._path.items():
            if control_id in values:
                row.show_value(values[control_id])
        self._enable_path()
        for axis in self._axes:
            axis.show_values(values)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show where each axis is, which what moves by itself has a share in."""
        for axis, hand, sound in zip(self._axes, snapshot.latent, snapshot.sounding, strict=False):
            axis.preview.show_place(hand, sound)

    def _tell(self, control_id: str, values: tuple[float, ...]) -> None:
        self._enable_path()
        self.moved.emit(control_id, values)

    def _throw(self) -> None:
        seed = float(self._dice() % SEEDS)
        self._path["trajectory.seed"].show_value(seed)
        self.moved.emit("trajectory.seed", (seed,))

    def _enable_path(self) -> None:
        moves = self._path["trajectory"].value != 0.0
        for control_id, row in self._path.items():
            if control_id != "trajectory" and row.isEnabled() != moves:
                row.setEnabled(moves)
        self.throw.setEnabled(moves)


class _Axis(QWidget):
    """Of one axis: the shape with its picture, and below, while it moves, how fast and how far."""

    moved = Signal(str, object)

    def __init__(self, axis: int, controls: Mapping[str, Control], theme: Theme) -> None:
        super().__init__()
        name = f"lfo.z{axis}"
        self._shape, self._rate, self._depth = (
            ControlRow(controls[f"{name}.{part}"], theme, name=words, name_width=AXIS_NAME_WIDTH)
            for part, words in (("shape", f"axis {axis}"), ("rate", "rate"), ("depth", "depth"))
        )
        align_texts((self._rate, self._depth))
        self.rows = {row.control.id: row for row in (self._shape, self._rate, self._depth)}
        self.preview = MotionPreview(axis, theme)
        for row in self.rows.values():
            row.moved.connect(self._tell)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._shape, 1)
        above.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(above)
        column.addWidget(self._rate)
        column.addWidget(self._depth)
        self._follow_shape()

    def show_values(self, values: Mapping[str, float]) -> None:
        for control_id, row in self.rows.items():
            if control_id in values:
                row.show_value(values[control_id])
        self._follow_shape()

    def _tell(self, control_id: str, values: tuple[float, ...]) -> None:
        self._follow_shape()
        self.moved.emit(control_id, values)

    def _follow_shape(self) -> None:
        shape = round(self._shape.value)
        self.preview.show_shape(shape, self._depth.value)
        for row in (self._rate, self._depth):
            # Of an axis that stands still nothing can be set: it takes one line, so that many fit.
            if row.isHidden() == (shape != 0):
                row.setVisible(shape != 0)
