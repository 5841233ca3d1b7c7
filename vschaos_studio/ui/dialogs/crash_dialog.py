"""The dialog for a bug: what happened, and a report to copy."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class CrashDialog(Dialog):
    """Shows one report; the program goes on behind it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Something went wrong"), tr("This is a bug in the program."), parent=parent)
        self.resize(720, 480)
        self._report = report
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = button(tr("Copy report"), "primary", tip=tr("Copy the report to the clipboard"), press=self.copy)
        close = button(tr("Continue"), tip=tr("Close this and go on working"), press=self.accept)
        advice = tr("You can go on working. The report below helps to find and fix it.")
        self.lay_out(label(advice, "muted", wrap=True), (text, 1), buttons=(close, copy), spacing=16)

    def copy(self) -> None:
        """Copy the report to the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
