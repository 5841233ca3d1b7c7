"""What Esc ends: one thing at each press, the innermost first.

Menus, open lists, dialogs, and editors over a table or a snapshot end themselves: the key does not reach the window.
What else Esc ends stands here, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from vschaos_studio.ui.actions.window import StudioWindow
from vschaos_studio.ui.page import Page
from vschaos_studio.ui.play.bindings_panel import BindingsPanel


def escape(window: StudioWindow) -> None:
    """End the innermost thing."""
    _, end = next(endings(window))
    end()


def endings(window: StudioWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What can be ended now, the innermost first: its name, and a call that ends it."""
    play = window.play
    field = _typed_field()
    if field is not None:
        yield "typing", partial(_undo_typing, field)
    if play.snapshots.slots.dragging:
        yield "drag", play.snapshots.slots.end_drag
    for panel in play.findChildren(BindingsPanel):
        if panel.waits and panel.isVisible():
            yield "assignment", panel.cancel
    if window.tour is not None:
        yield "tour", window.tour.end
    button = window.page.escape_button() if isinstance(window.page, Page) else None
    if button is not None and button.isVisible() and button.isEnabled():
        yield "page", button.click
    if play.auditioning:
        yield "audition", play.stop_audition
    if play.audible:
        yield "sound", play.panic
    if window.full_pad:
        yield "full pad", partial(window.show_full_pad, False)
    if window.notice_bar.isVisible():
        yield "notice", window.notice_bar.dismiss
    # What is not reported may still hang: a note that no key holds.
    yield "silence", play.panic


def _typed_field() -> QLineEdit | None:
    """The field with the focus, if what was typed in it is not accepted yet."""
    focused = QApplication.focusWidget()
    field = focused.lineEdit() if isinstance(focused, QAbstractSpinBox) else focused
    return field if isinstance(field, QLineEdit) and field.isModified() and field.isUndoAvailable() else None


def _undo_typing(field: QLineEdit) -> None:
    while field.isUndoAvailable():
        field.undo()
