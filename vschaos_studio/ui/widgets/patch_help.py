"""How to use an exported file: the object to make in Max and Pd, and what its inlets mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from vschaos.instrument.card import Card as InstrumentCard
from vschaos_studio.state.export import SUFFIX, methods, object_text
from vschaos_studio.ui.widgets.copy_line import CopyLine
from vschaos_studio.ui.widgets.roles import Card, label

SOFTLY = "Turn the volume down first: a latent far from the training sounds can be loud."


class PatchHelp(QWidget):
    """Follows the instrument and the name that the file is to have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        patch = Card("In Max and in Pure Data")
        self._where = label("", "muted", wrap=True)
        patch.body.addWidget(self._where)
        self.lines: dict[str, CopyLine] = {}
        for method, title in (
            ("decode", "To play it: numbers in, sound out"),
            ("encode", "To follow a sound: sound in, numbers out"),
            ("forward", "To play a sound through it"),
        ):
            line = CopyLine(f"the object for {method}")
            self.lines[method] = line
            patch.body.addSpacing(4)
            patch.body.addWidget(label(title))
            patch.body.addWidget(line)
        patch.body.addWidget(label(SOFTLY, "small", wrap=True))
        meaning = Card("What goes in and out")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._cells: list[tuple[QLabel, QLabel]] = []
        for row in range(3):
            name, text = label("", ""), label("", "muted", wrap=True)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
            self._cells.append((name, text))
        self._rate = label("", "muted", wrap=True)
        meaning.body.addLayout(self._grid)
        meaning.body.addSpacing(4)
        meaning.body.addWidget(self._rate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(patch)
        column.addWidget(meaning)
        column.addStretch(1)

    def show_instrument(self, card: InstrumentCard, name: str) -> None:
        """Explain this instrument, exported as ``name``."""
        self._where.setText(
            f"Put {name}{SUFFIX} beside your patch, make an object (n in Max, Ctrl+1 in Pd), and paste one of these."
        )
        for method, line in self.lines.items():
            line.set_text(object_text(name, method, card))
        for method, (title, text) in zip(methods(card), self._cells, strict=True):
            title.setText(method.name)
            text.setText(f"In: {method.inlets}.\nOut: {method.outlets}.")
        self._rate.setText(
            f"It was made for {card.sample_rate_hz:,} Hz: set Max or Pd to that rate, or it sounds at another pitch."
        )
