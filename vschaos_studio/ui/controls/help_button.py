"""What leads from a widget to the guide: its topic, and a “?” that opens the guide there.

A widget that belongs to a topic of the guide (`vschaos_studio.state.guide`) says so. F1 takes the topic of the widget
with the focus, or of what holds it. A “?” has its own: it opens the URL ``guide:TOPIC``, which the window receives
(`QDesktopServices`), so that no widget has to know the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QToolButton, QWidget

from vschaos_studio.language import tr

SCHEME = "guide"
_TOPIC = "guideTopic"


def set_topic(widget: QWidget, topic: str) -> None:
    """F1 in this widget opens the guide at this topic."""
    widget.setProperty(_TOPIC, topic)


def topic_at(widget: QWidget | None) -> str:
    """The topic of a widget, or of the nearest one that holds it; empty where none has one."""
    while widget is not None:
        if topic := widget.property(_TOPIC):
            return str(topic)
        widget = widget.parentWidget()
    return ""


def help_button(topic: str, about: str) -> QToolButton:
    """A “?” that opens the guide at a topic; ``about`` is what it explains, for the tool tip and screen readers."""
    made = QToolButton()
    made.setText("?")
    made.setProperty("role", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(tr("Help: {about}", about=about))
    made.setToolTip(tr("Help: {about} (F1)", about=about))
    made.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(f"{SCHEME}:{topic}")))
    return made
