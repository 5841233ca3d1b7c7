"""What our widgets are for a screen reader, where Qt does not know it.

Painted widgets would be “clients”. And buttons that stay down would be toggled by a screen reader without being
clicked, so that they looked pressed and did nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QCheckBox, QRadioButton, QWidget

_ROLE = "spokenRole"
_PRESS = "Press"


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Say what a painted widget is; its name and its value are Qt's accessible name and description."""
    widget.setProperty(_ROLE, role.value)


def install_roles() -> None:
    """Make Qt ask for these roles, once a process."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, of: QObject) -> QAccessibleWidget | None:
    if not isinstance(of, QWidget):
        return None
    if isinstance(of, QAbstractButton) and of.isCheckable() and not isinstance(of, QCheckBox | QRadioButton):
        return _Switch(of)
    role = of.property(_ROLE)
    return QAccessibleWidget(of, QAccessible.Role(role)) if role is not None else None


class _Switch(QAccessibleWidget):
    """A button that stays down, and is clicked by a screen reader as by a hand."""

    def __init__(self, of: QAbstractButton) -> None:
        one_of_several = of.group() is not None and of.group().exclusive()
        super().__init__(of, QAccessible.Role.RadioButton if one_of_several else QAccessible.Role.CheckBox)
        self._button = of

    def text(self, of: QAccessible.Text) -> str:
        return super().text(of) or (self._button.text() if of is QAccessible.Text.Name else "")

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable, state.checked = True, self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == _PRESS:
            self._button.click()
        else:
            super().doAction(name)
