"""Every control has a name, and says what it does: to the eye in a tool tip, to a screen reader with its value."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from tests.studio.ui.pressing import press
from tests.studio.ui.test_focus import describe, full, go_to, named_places  # noqa: F401 (a fixture)
from vschaos_studio.ui.focus import tab_stops

INTERNAL = ("latent", "principal axis", "coordinate")
"""What nobody hears."""


def name_of(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@named_places
def test_every_control_has_a_name_and_says_what_it_does(full, place):  # noqa: F811
    go_to(full, place)
    stops = list(tab_stops(full.page))
    assert len(stops) > 3
    assert [type(stop) for stop in stops if not name_of(stop)] == []
    explained = (QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    silent = []
    for stop in stops:
        says = bool(stop.toolTip())
        if isinstance(stop, QAbstractButton) and stop.text():
            says = True  # on its face
        if not isinstance(stop, explained) and not isinstance(stop, QAbstractButton):
            says = bool(stop.toolTip() or stop.accessibleDescription() or stop.accessibleName())
        if not says:
            silent.append(describe(stop))
    assert silent == []


def test_tool_tips_of_the_play_page_name_what_is_heard(full):  # noqa: F811
    found = []
    for tab in range(5):
        go_to(full, ("play", tab))
        for stop in tab_stops(full.page):
            said = stop.toolTip().partition("OSC:")[0].lower()
            found += [(describe(stop), word) for word in INTERNAL if word in said]
    assert found == []


def test_the_value_of_a_slider_is_spoken_as_it_is_shown(full):  # noqa: F811
    row = full.play.side.sound.rows["life"]
    row.editor.setFocus()
    press(full, Qt.Key.Key_Right)
    assert row.editor.accessibleDescription().startswith(f"{row.text}. ")
    glide = full.play.side.sound.rows["glide"]
    glide.editor.setFocus()
    press(full, Qt.Key.Key_End)
    assert glide.editor.accessibleDescription().startswith(f"{glide.editor.text}. ")


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Up])
def test_the_pad_says_where_it_is(full, key):  # noqa: F811
    full.show_page(full.play)
    pad = full.play.pad
    assert QApplication.focusWidget() is pad
    before = pad.accessibleDescription()
    press(full, key)
    x, y = pad.position
    assert pad.accessibleDescription() != before
    assert pad.accessibleDescription().startswith(f"{x:+.2f} across, {y:+.2f} up.")


def test_axes_are_called_alike_everywhere(full):  # noqa: F811
    side = full.play.side
    full.play.guide.axes_named.emit(("", "louder", "brighter", "", ""))
    motion = side.motion.rows["lfo.z3.shape"]
    assert motion._title.text() == side.axes.sliders[0]._name.text() == "3: brighter"
    assert motion.editor.accessibleName() == "Motion axis 3 (brighter) shape"
    assert side.input.rows["input.scale.z2"]._title.text() == "2: louder"
    side.osc.bindings.menu.aboutToShow.emit()
    offered = [entry.text() for menu in side.osc.bindings.menu.actions() for entry in menu.menu().actions()]
    assert {"axis 3 (brighter)", "motion axis 2 (louder) rate", "axis 4"} <= set(offered)
