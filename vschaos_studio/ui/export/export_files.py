"""The folder that an export wrote: its files, and buttons to open them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos_studio.language import tr
from vschaos_studio.services.export_task import ExportResult
from vschaos_studio.state.export import files_text
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, boxed, clear, grid, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label


class ExportFiles(QWidget):
    """Shows what was written.

    Attributes
    ----------
    reveal, pd
        Buttons for the owner to connect: show the folder in the file manager; open the patch in Pd.
    """

    def __init__(self, *, with_pd: bool) -> None:
        super().__init__()
        self._with_pd = with_pd
        self.path = ElidedLabel(role="muted")
        self.reveal = button(tr("Show in folder"))
        self.pd = button(tr("Open in Pd"))
        self.listed: tuple[tuple[str, str], ...] = ()
        self._table = vbox()
        vbox(self.path, hbox(self.reveal, self.pd, STRETCH), self._table, on=self)

    def show_result(self, result: ExportResult) -> None:
        """Show the files that were written."""
        self.path.setText(str(result.path.parent))
        self.pd.setVisible(self._with_pd and result.beside(".pd") is not None)
        self.listed = files_text(path.name for path in result.files)
        rows = [(label(name), label(purpose, "muted", wrap=True)) for name, purpose in self.listed]
        clear(self._table)
        self._table.addWidget(boxed(grid(rows, down=2)))
