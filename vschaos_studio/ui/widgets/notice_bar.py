"""The notice bar: shows what is posted to the notices, newest first, and nothing else does."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vschaos_studio.state.notices import Level, Notice
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import label, with_role

INFO_MS = 6000
"""News of success goes by itself after this; warnings and errors wait for the user."""

WAITING = 20
"""How many notices wait behind the one shown; older ones are dropped."""


class NoticeBar(QFrame):
    """One notice at a time: its sentence, what helps, how many more wait, and a button to dismiss it.

    The newest is in front; when it goes, what waited comes back. The same notice twice is one notice.

    Signals
    -------
    visibility_changed
        Whether there is something to show.
    """

    visibility_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName("Notice")
        self._waiting: list[Notice] = []
        self._sentence = label(wrap=True)
        self._remedy = label(role="muted", wrap=True)
        self._more = label(role="small")
        for text in (self._sentence, self._remedy):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = with_role(QToolButton(), "quiet")
        close.setIcon(icon("close", theme.muted))
        close.setToolTip("Dismiss")
        close.setAccessibleName("Dismiss this notice")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.dismiss)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(INFO_MS)
        self._fade.timeout.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._remedy)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self._more)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def shown(self) -> Notice | None:
        """The notice now shown."""
        return self._waiting[-1] if self._waiting else None

    def show_notice(self, notice: Notice) -> None:
        """Show a notice now, in front of those that wait."""
        if notice in self._waiting:
            self._waiting.remove(notice)
        if self.shown is not None and self.shown.level is Level.INFO:
            self._waiting.pop()
        self._waiting.append(notice)
        del self._waiting[:-WAITING]
        self._present()

    def dismiss(self) -> None:
        """Drop the notice shown and show the one that waited."""
        if self._waiting:
            self._waiting.pop()
        self._present()

    def _present(self) -> None:
        notice = self.shown
        self.setVisible(notice is not None)
        self.visibility_changed.emit(notice is not None)
        self._fade.stop()
        if notice is None:
            return
        self._sentence.setText(notice.sentence)
        self._remedy.setText(notice.remedy)
        self._remedy.setVisible(bool(notice.remedy))
        self._more.setText(f"{len(self._waiting) - 1} more" if len(self._waiting) > 1 else "")
        self.setProperty("level", notice.level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        if notice.level is Level.INFO:
            self._fade.start()
