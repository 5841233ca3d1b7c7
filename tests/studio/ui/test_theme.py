import itertools

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from vschaos_studio.app import dress
from vschaos_studio.ui.controls.styled_widgets import button
from vschaos_studio.ui.theme import DARK, HIGH_CONTRAST, LIGHT


@pytest.fixture(params=[DARK, LIGHT, HIGH_CONTRAST], ids=["dark", "light", "high contrast"])
def shown(request):
    return request.param


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
def test_texts_are_readable_on_every_background(shown, texts, background):
    assert contrast(getattr(shown, texts), getattr(shown, background)) >= 4.5


@pytest.mark.parametrize("background", ["accent", "accent_bright"])
def test_texts_on_the_accent_are_readable(shown, background):
    assert contrast(shown.on_accent, getattr(shown, background)) >= 4.5


def test_what_is_chosen_is_readable(shown):
    assert contrast(shown.accent, shown.accent_deep) >= 4.5
    assert contrast(shown.text, shown.accent_deep) >= 4.5


def test_sounds_stand_out_from_the_pad(shown):
    assert all(contrast(colour, shown.canvas.rail) >= 4.5 for colour in shown.canvas.sources)
    assert all(contrast(colour, shown.surface) >= 4.5 for colour in shown.sources)


def test_high_contrast_has_more_of_it():
    assert contrast(HIGH_CONTRAST.muted, HIGH_CONTRAST.raised) >= 12.0
    assert contrast(HIGH_CONTRAST.outline, HIGH_CONTRAST.background) >= 12.0


def test_the_focus_ring_stands_out(shown):
    assert all(contrast(shown.accent, getattr(shown, background)) >= 3.0 for background in BACKGROUNDS)


def test_four_sizes_of_type_and_a_grid_of_eight():
    assert DARK.small < DARK.body < DARK.heading < DARK.title
    assert DARK.small >= 12
    assert DARK.grid == 8


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
