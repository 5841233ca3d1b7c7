"""The style sheet and palette that the theme's numbers make, on top of Qt's Fusion style.

Widgets choose a look by the dynamic property ``role``; the sheet knows

- labels: ``title``, ``heading``, ``muted``, ``small`` (muted, small type), ``figure`` (a number that matters),
  ``mark`` (small, in the accent: what is recommended)
- buttons: ``primary`` (the main action), ``play`` (the same, large), ``quiet`` (no background until hovered),
  ``danger``; none = ordinary
- frames: ``card``

and :func:`vschaos_studio.ui.controls.styled_widgets.with_role` sets it.
"""

from __future__ import annotations

import vschaos_resources
from PySide6.QtGui import QColor, QFont, QPalette

from vschaos_studio.ui.theme import Theme


def palette(theme: Theme) -> QPalette:
    """The colours for what the style sheet leaves to Fusion."""
    made = QPalette()
    Role = QPalette.ColorRole
    for role, colour in (
        (Role.Window, theme.background),
        (Role.WindowText, theme.text),
        (Role.Base, theme.surface),
        (Role.AlternateBase, theme.raised),
        (Role.Text, theme.text),
        (Role.PlaceholderText, theme.muted),
        (Role.Button, theme.raised),
        (Role.ButtonText, theme.text),
        (Role.ToolTipBase, theme.raised),
        (Role.ToolTipText, theme.text),
        (Role.Highlight, theme.accent),
        (Role.HighlightedText, theme.on_accent),
        (Role.Link, theme.accent),
    ):
        made.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.outline))
    return made


def font_of(pixels: int) -> QFont:
    """The font of the style sheet in one of its sizes."""
    made = QFont(list(Theme.families))
    made.setPixelSize(pixels)
    return made


def faint(colour: str) -> str:
    """A ground in this colour, for text in the same."""
    shade = QColor(colour)
    return f"rgba({shade.red()}, {shade.green()}, {shade.blue()}, 45)"


def stylesheet(theme: Theme) -> str:
    """The QSS of the whole program."""
    t = theme
    spare = 6 if t.is_large else 0
    icons = (vschaos_resources.ROOT / "icons").as_posix()
    families = ", ".join(f'"{family}"' for family in t.families)
    return f"""
* {{ font-family: {families}; font-size: {t.body}px; }}
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog {{ background: {t.background}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.outline}; padding: 2px; }}

QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {t.title}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {t.heading}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {t.small}px; }}
QLabel[role="mark"] {{ color: {t.accent}; font-size: {t.small}px; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {t.heading}px; font-weight: 600; }}
QLabel[tone="muted"] {{ color: {t.muted}; }}
QLabel[tone="accent"] {{ color: {t.accent}; }}
QLabel[tone="good"] {{ color: {t.good}; }}
QLabel[tone="warning"] {{ color: {t.warning}; }}
QLabel:disabled {{ color: {t.outline}; }}

QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {t.radius}px; }}
QFrame#choiceCard[chosen="true"] {{ border: 1px solid {t.accent}; background: {t.accent_deep}; }}
QFrame#rule {{ background: {t.line}; }}
QFrame#tour {{ background: {t.raised}; border: 1px solid {t.accent}; }}
QWidget#rail {{ background: {t.rail}; border-right: 1px solid {t.line}; }}

QPushButton, QToolButton {{
    background: {t.raised}; border: 1px solid {t.outline}; border-radius: 6px;
    padding: 0 12px; min-height: {t.control - 2}px;
}}
QToolButton {{ padding: 0 6px; min-width: {t.control - 14}px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: {t.control - 4}px; }}
QToolButton:focus {{ padding: 0 5px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.outline}; border-color: {t.line}; background: {t.surface}; }}
QPushButton:checked, QToolButton:checked {{
    background: {t.accent_deep}; border-color: {t.accent}; color: {t.accent};
}}
QPushButton[role="primary"], QPushButton[role="play"] {{
    background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; font-weight: 600;
}}
QPushButton[role="primary"]:hover, QPushButton[role="play"]:hover {{ background: {t.accent_bright}; }}
QPushButton[role="primary"]:focus, QPushButton[role="play"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="primary"]:checked, QPushButton[role="play"]:checked {{
    background: {t.accent_deep}; color: {t.accent};
}}
QPushButton[role="primary"]:disabled, QPushButton[role="play"]:disabled {{
    background: {t.raised}; color: {t.muted}; border-color: {t.line};
}}
QPushButton[role="play"] {{ min-height: 46px; font-size: {t.heading}px; }}
QPushButton[role="play"]:focus {{ min-height: 44px; }}
QPushButton[role="large"] {{ min-height: 46px; font-size: {t.heading}px; font-weight: 600; }}
QPushButton[role="large"]:focus {{ min-height: 44px; }}
QPushButton[role="recording"]:checked, QToolButton[role="recording"]:checked {{
    color: {t.danger}; border-color: {t.danger}; background: {faint(t.danger)};
}}
QPushButton[role="danger"] {{ color: {t.danger}; border-color: {t.danger}; }}
QPushButton[role="danger"]:disabled {{ color: {t.outline}; border-color: {t.line}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QToolButton[role="navigation"] {{
    background: transparent; border: 2px solid transparent; border-radius: {t.radius}px; color: {t.muted};
    padding: 8px 0 6px 0; min-height: 44px; min-width: 68px; font-size: {t.small}px;
}}
QToolButton[role="navigation"]:hover {{ background: {t.surface}; color: {t.text}; }}
QToolButton[role="navigation"]:checked {{ background: {t.accent_deep}; color: {t.accent}; border-color: transparent; }}
QToolButton[role="navigation"]:focus {{ border: 2px solid {t.accent}; padding: 8px 0 6px 0; }}

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {{
    background: {t.raised}; border: 1px solid {t.outline}; border-radius: 6px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox {{ min-height: {t.control - 2}px; padding: 0 8px; }}
QPlainTextEdit, QTextEdit {{ padding: 8px; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {t.accent};
}}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {{
    padding: 0 7px; min-height: {t.control - 4}px;
}}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled,
QPlainTextEdit:disabled, QTextEdit:disabled {{
    color: {t.outline}; border-color: {t.line}; background: {t.surface};
}}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
    border: none; background: transparent; padding: 0 6px; min-height: 0;
}}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{icons}/chevron-down.svg"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
    background: {t.raised}; border: 1px solid {t.outline}; padding: 4px; outline: none;
    selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    border: none; background: transparent; width: 20px;
}}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{icons}/chevron-up.svg"); width: 10px; height: 10px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{
    image: url("{icons}/chevron-down.svg"); width: 10px; height: 10px;
}}

QCheckBox, QRadioButton {{ spacing: 8px; min-height: {t.room(24)}px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; border: 1px solid {t.outline}; border-radius: 4px; background: {t.raised};
}}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ background: {t.hover}; }}
QCheckBox::indicator:checked {{
    background: {t.accent}; border-color: {t.accent}; image: url("{icons}/check.svg");
}}
QRadioButton::indicator:checked {{ background: {t.accent}; border: 4px solid {t.raised}; width: 10px; height: 10px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.accent}; }}
QRadioButton::indicator:checked:focus {{ border: 4px solid {t.raised}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}

QProgressBar {{
    background: {t.hover}; border: none; border-radius: 4px; height: 8px; max-height: 8px; color: transparent;
}}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}

QAbstractItemView {{
    background: {t.surface}; alternate-background-color: {t.background}; border: 1px solid {t.line};
    border-radius: {t.radius}px; outline: none;
    selection-background-color: {t.accent_deep}; selection-color: {t.text};
}}
QAbstractItemView:focus {{ border: 1px solid {t.accent}; }}
QAbstractItemView::item {{ padding: {spare + 4}px 8px; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{
    background: {t.surface}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
    padding: {spare + 6}px 8px;
}}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}

QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.hover}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {t.outline}; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:horizontal {{ min-width: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenuBar {{ background: {t.rail}; color: {t.muted}; padding: 2px 8px; border-bottom: 1px solid {t.line}; }}
QMenuBar::item {{ padding: {spare + 5}px 10px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.hover}; color: {t.text}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.outline}; padding: 4px; }}
QMenu::item {{ padding: {spare + 6}px 28px {spare + 6}px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.accent}; color: {t.on_accent}; }}
QMenu::item:disabled {{ color: {t.muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {t.outline}; margin: 4px 8px; }}

QTabBar[role="sections"]::tab, QTabBar[role="spread"]::tab {{
    background: transparent; color: {t.muted}; border: 2px solid transparent; border-radius: 6px;
    padding: {spare + 5}px 10px; margin-right: 4px;
}}
QTabBar[role="spread"]::tab {{ padding: {spare + 5}px 4px; }}
QTabBar[role="sections"]::tab:hover, QTabBar[role="spread"]::tab:hover {{ background: {t.hover}; color: {t.text}; }}
QTabBar[role="sections"]::tab:selected, QTabBar[role="spread"]::tab:selected {{
    background: {t.accent_deep}; color: {t.accent};
}}
QTabBar[role="sections"]::tab:selected:focus, QTabBar[role="spread"]::tab:selected:focus {{ border-color: {t.accent}; }}
QTabBar[role="sections"]::tab:disabled, QTabBar[role="spread"]::tab:disabled {{ color: {t.outline}; }}

QFrame#noticeBar {{ background: {t.raised}; border: 1px solid {t.outline}; border-radius: {t.radius}px; }}
QFrame#noticeBar {{ border-top-left-radius: 2px; border-bottom-left-radius: 2px; }}
QFrame#noticeBar[level="info"] {{ border-left: 4px solid {t.muted}; }}
QFrame#noticeBar[level="warning"] {{ border-left: 4px solid {t.warning}; }}
QFrame#noticeBar[level="error"] {{ border-left: 4px solid {t.danger}; }}
"""
