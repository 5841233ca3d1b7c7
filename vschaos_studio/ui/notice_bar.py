"""The notice bar: the only place that shows what is posted to the notices; errors first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.notices import Level, Notice
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, icon_button, label, with_role
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

INFO_MS = 6000
"""A message of success disappears after this time; warnings and errors stay until dismissed."""

UNDO_MS = 12_000
"""A message that offers a button stays longer."""

MARGIN, TOP = 16, 8
"""Pixels beside it, and above."""

WAITING = 20
"""The most notices that wait; the least important is dropped first, then the oldest."""


class NoticeBar(QFrame):
    """One notice at a time: sentence, remedy, a button for it, how many more wait, and a button to dismiss it.

    Errors and notices with a button come before warnings, those before messages of success; among equals the newest
    comes first. When one is dismissed, the next is shown. The same notice twice is one notice; a message of success is
    dropped when anything follows it.

    It lies over the top of ``parent``, and moves nothing there.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        parent.installEventFilter(self)
        self.setObjectName("noticeBar")
        self.setAccessibleName(tr("Notice"))
        self._waiting: list[Notice] = []
        self.sentence = label(wrap=True)
        self.remedy = label(role="muted", wrap=True)
        self.more = label(role="small")
        for text in (self.sentence, self.remedy):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = button("", press=self._on_action)
        close = icon_button("close", tr("Dismiss this notice"), theme, tip=tr("Dismiss"), press=self.dismiss)
        with_role(close, "quiet")
        close.setIcon(icon("close", theme, "muted"))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.dismiss)
        self._row = hbox(
            (vbox(self.sentence, self.remedy, spacing=2), 1),
            self.action,
            self.more,
            (close, Qt.AlignmentFlag.AlignTop),
            margins=(16, 8, 8, 8),
            on=self,
        )
        self.hide()

    @property
    def shown(self) -> Notice | None:
        """The notice now shown."""
        return self._waiting[-1] if self._waiting else None

    def show_notice(self, notice: Notice) -> None:
        """Show a notice now, or after those that are more important."""
        kept = [one for one in self._waiting if one != notice and one.level is not Level.INFO]
        self._waiting = sorted([*kept, notice], key=lambda one: one.rank)
        del self._waiting[:-WAITING]
        self._present()

    def dismiss(self) -> None:
        """Drop the notice shown, and show the next."""
        if self._waiting:
            self._waiting.pop()
        self._present()

    def _on_action(self) -> None:
        notice = self.shown
        self.dismiss()
        if notice is not None and notice.action is not None:
            notice.action.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as what it lies over."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = self._page.width() - 2 * MARGIN
        # Shown for the first time, its layout may not know yet that texts in it wrap.
        wraps = self._row.hasHeightForWidth()
        height = self._row.totalHeightForWidth(width) if wraps else self._row.totalSizeHint().height()
        self.setGeometry(MARGIN, TOP, width, height)

    def _present(self) -> None:
        notice = self.shown
        self.setVisible(notice is not None)
        self.timer.stop()
        if notice is None:
            return
        self.sentence.setText(notice.sentence)
        self.remedy.setText(notice.remedy)
        self.remedy.setVisible(bool(notice.remedy))
        self.action.setVisible(notice.action is not None)
        self.action.setText(notice.action.text if notice.action is not None else "")
        more = len(self._waiting) - 1
        self.more.setText(tr("%n more", "%n more", more) if more else "")
        self.setProperty("level", notice.level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._place()
        self.raise_()
        if notice.level is Level.INFO:
            self.timer.start(INFO_MS if notice.action is None else UNDO_MS)
