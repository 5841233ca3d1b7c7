import itertools

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from vschaos_studio.app import dress
from vschaos_studio.ui.controls.styled_widgets import button
from vschaos_studio.ui.theme import Theme

THEME = Theme()


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


BACKGROUNDS = ("background", "rail", "surface", "raised", "hover")


@pytest.mark.parametrize(
    ("texts", "background"), list(itertools.product(("text", "muted", "accent", "danger", "warning"), BACKGROUNDS))
)
def test_texts_are_readable_on_every_background(texts, background):
    assert contrast(getattr(THEME, texts), getattr(THEME, background)) >= 4.5


@pytest.mark.parametrize("background", ["accent", "accent_bright"])
def test_texts_on_the_accent_are_readable(background):
    assert contrast(THEME.on_accent, getattr(THEME, background)) >= 4.5


def test_what_is_chosen_is_readable():
    assert contrast(THEME.accent, THEME.accent_deep) >= 4.5
    assert contrast(THEME.text, THEME.accent_deep) >= 4.5


@pytest.mark.parametrize("colour", THEME.sources)
def test_sounds_stand_out_from_the_pad(colour):
    assert contrast(colour, THEME.rail) >= 4.5


def test_the_focus_ring_stands_out():
    assert all(contrast(THEME.accent, getattr(THEME, background)) >= 3.0 for background in BACKGROUNDS)


def test_four_sizes_of_type_and_a_grid_of_eight():
    assert THEME.small < THEME.body < THEME.heading < THEME.title
    assert THEME.small >= 12
    assert THEME.grid == 8


@pytest.mark.parametrize("role", ["", "primary", "play", "quiet", "danger"])
def test_a_buttons_focus_ring_takes_no_room(qtbot, qapp, theme, role):
    dress(qapp, theme)
    whole = QWidget()
    qtbot.addWidget(whole)
    field, one = QLineEdit(whole), button("Learn", role)
    one.setParent(whole)
    whole.show()
    whole.activateWindow()
    qapp.processEvents()
    field.setFocus()
    without = one.sizeHint()
    one.setFocus()
    assert one.hasFocus()
    # Qt asks for the size anew when the text changes.
    for text in ("Stop", "Learn"):
        one.setText(text)
    assert one.sizeHint() == without
