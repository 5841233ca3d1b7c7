"""Where the exported file goes, and what it is called."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QWidget

from vschaos_studio.state.export import MAX_NAME, SUFFIX, patch_name
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label


class ExportForm(Card):
    """A folder and a name.

    Signals
    -------
    changed
        Folder or name are different now.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("File for nn~", parent)
        self.folder = folder
        self._name = QLineEdit()
        self._name.setMaxLength(MAX_NAME)
        self._name.setAccessibleName("Name of the file")
        self._name.textChanged.connect(self._present)
        self._where = ElidedLabel(role="muted")
        self._target = label("", "muted", wrap=True)
        self.change = button("Change…", tip="Write to another folder")
        self.change.clicked.connect(self._choose)
        caption = label("Name", "muted")
        caption.setBuddy(self._name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(label(SUFFIX, "muted"), 0, 2)
        grid.addWidget(label("Folder", "muted"), 1, 0)
        grid.addWidget(self._where, 1, 1)
        grid.addWidget(self.change, 1, 2)
        self.body.addLayout(grid)
        self.body.addWidget(self._target)
        self._present()

    @property
    def name(self) -> str:
        """The file's name without its ending, fit for Max and Pd; empty if nothing usable is typed."""
        return patch_name(self._name.text())

    def suggest(self, name: str) -> None:
        """Offer this name."""
        self._name.setText(patch_name(name))

    def set_folder(self, folder: Path) -> None:
        """Write to this folder."""
        self.folder = folder
        self._present()

    def refresh(self) -> None:
        """Look again whether the file is there already."""
        self._present()

    def _present(self) -> None:
        self._where.setText(str(self.folder))
        name = self.name
        if not name:
            self._target.setText("Give it a name first.")
        else:
            replaces = (self.folder / f"{name}{SUFFIX}").exists()
            self._target.setText(
                f"Replaces {name}{SUFFIX}, once the new one has passed its check."
                if replaces
                else f"Writes {name}{SUFFIX}, one file with everything in it."
            )
        self.changed.emit()

    def _choose(self) -> None:
        start = next((path for path in (self.folder, *self.folder.parents) if path.is_dir()), Path.home())
        chosen = QFileDialog.getExistingDirectory(self, "Write the file to", str(start))
        if chosen:
            self.set_folder(Path(chosen))
