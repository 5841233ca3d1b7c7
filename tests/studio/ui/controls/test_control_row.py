import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from vschaos.performance.controls import Kind, Label, Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.controls.control_row import (
    ControlNumber,
    ControlRow,
    LogSlider,
    align_texts,
    control_name,
    value_text,
)
from vschaos_studio.ui.controls.control_slider import HANDLE

TABLE = control_table(Playable(3, (Label("pitch", 0, 11, 0, classes=("C", "C♯")), Label("bow", 0.0, 1.0, 0.5, False))))
CONTROLS = {control.id: control for control in TABLE}
ONE_VALUE = [control for control in TABLE if control.count == 1 and not control.momentary]
LOGARITHMIC = [control for control in TABLE if control.logarithmic]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def make(qtbot, theme):
    def made(control_id, **options):
        row = ControlRow(CONTROLS[control_id], theme, **options)
        qtbot.addWidget(row)
        row.resize(300, 32)
        row.show()
        return row

    return made


@pytest.fixture
def slider(qtbot, theme):
    made = LogSlider(CONTROLS["lfo.z1.rate"], theme)
    qtbot.addWidget(made)
    made.resize(214, 24)
    made.show()
    return made


@pytest.mark.parametrize("control", ONE_VALUE, ids=lambda control: control.id)
def test_any_control_of_the_table_has_a_row_that_shows_its_ends_and_emits_nothing(make, control):
    row = make(control.id)
    moves = []
    row.moved.connect(lambda *move: moves.append(move))
    assert row.value == control.default
    for value in (control.low, control.high):
        row.show_value(value)
        assert row.value == value
    assert moves == []
    assert row.editor.accessibleName()
    assert control.help in row.editor.toolTip()
    assert f"/vs{control.address}" in row.editor.toolTip()


def test_a_slider_emits_its_id_and_a_tuple(make, qtbot):
    row = make("gain")
    with qtbot.waitSignal(row.moved) as moved:
        qtbot.keyClick(row.editor, Qt.Key.Key_End)
    assert moved.args == ["gain", (12.0,)]
    assert row.text == "+12.0 dB"


def test_a_switch_and_a_choice_emit_alike(make, qtbot):
    switch, choice = make("freeze"), make("phase")
    with qtbot.waitSignal(switch.moved) as moved:
        qtbot.mouseClick(switch.editor, LEFT)
    assert moved.args == ["freeze", (1.0,)]
    with qtbot.waitSignal(choice.moved) as moved:
        qtbot.keyClick(choice.editor, Qt.Key.Key_Down)
    assert moved.args == ["phase", (1.0,)]


@pytest.mark.parametrize("control", ONE_VALUE, ids=lambda control: control.id)
def test_nothing_moves_when_the_number_changes(make, control):
    row = make(control.id)
    widths = set()
    for share in (0.0, 0.004, 0.04, 0.3, 0.77, 1.0):
        row.show_value(control.low + share * (control.high - control.low))
        QApplication.processEvents()
        widths.add(row.editor.width())
        if row.text_label is not None:
            assert row.text_label.text() == row.text
            width = row.text_label.fontMetrics().horizontalAdvance(row.text)
            assert width <= row.text_label.width(), f"“{row.text}” is cut"
    assert len(widths) == 1


def test_rows_below_each_other_end_alike(make):
    rows = [make("envelope.attack"), make("envelope.sustain"), make("phase")]
    align_texts(rows)
    assert rows[0].text_label.width() == rows[1].text_label.width() > 0


# ── the logarithmic slider ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("control", LOGARITHMIC, ids=lambda control: control.id)
def test_equal_ways_are_equal_ratios(qtbot, theme, control):
    made = LogSlider(control, theme)
    qtbot.addWidget(made)
    made.resize(214, 24)
    moves = []
    made.moved.connect(moves.append)
    for x in (7, 57, 107, 157, 207):
        qtbot.mouseClick(made, LEFT, pos=QPoint(x, 12))
    assert (moves[0], moves[-1]) == (control.low, control.high)
    ratios = [after / before for before, after in itertools.pairwise(moves)]
    assert ratios == pytest.approx([(control.high / control.low) ** 0.25] * 4)


def test_what_is_shown_is_not_rounded_and_not_emitted(slider):
    moves = []
    slider.moved.connect(moves.append)
    for value in (0.123456, 3.3, 19.999):
        slider.show_value(value)
        assert slider.exact == value
    assert moves == []


def test_a_wheel_that_scrolls_the_page_does_not_move_it(slider):
    slider.show_value(7.0)
    event = turned(slider)
    QApplication.sendEvent(slider, event)
    assert slider.exact == 7.0
    assert not event.isAccepted()


def test_a_double_click_returns_to_the_default(slider, qtbot):
    slider.show_value(7.0)
    with qtbot.waitSignal(slider.moved) as moved:
        qtbot.mouseDClick(slider, LEFT)
    assert moved.args == [0.5]


def test_keys_go_by_ratios_and_stop_at_the_ends(slider, qtbot):
    slider.show_value(1.0)
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.exact == pytest.approx(2000 ** (1 / 50), rel=0.01)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.exact == 0.01


def test_while_it_is_held_the_engine_does_not_move_it(slider, qtbot):
    qtbot.mousePress(slider, LEFT, pos=QPoint(int(HANDLE) + 50, 12))
    held = slider.exact
    slider.show_value(20.0)
    assert slider.exact == held
    qtbot.mouseRelease(slider, LEFT)
    slider.show_value(20.0)
    assert slider.exact == 20.0


# ── the field for many numbers ───────────────────────────────────────────────────────────────────────────


def turned(widget):
    centre = QPointF(widget.rect().center())
    none = Qt.KeyboardModifier.NoModifier
    return QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_a_number_is_emitted_when_it_is_typed_and_not_before(make, qtbot):
    row = make("trajectory.seed")
    assert isinstance(row.editor, ControlNumber)
    moves = []
    row.moved.connect(lambda *move: moves.append(move))
    row.editor.lineEdit().selectAll()
    qtbot.keyClicks(row.editor, "417")
    row.show_value(3.0)  # ignored: the user types
    assert moves == []
    qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert moves == [("trajectory.seed", (417.0,))]
    row.show_value(3.0)
    assert row.value == 3.0
    QApplication.sendEvent(row.editor, turned(row.editor))
    assert row.value == 3.0
    assert len(moves) == 1


# ── texts ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("control", "value", "text"),
    [
        ("envelope.attack", 0.002, "2.0 ms"),
        ("envelope.attack", 0.01, "10 ms"),
        ("envelope.attack", 0.9999, "1.00 s"),
        ("envelope.release", 10.0, "10.00 s"),
        ("glide", 0.0, "0 ms"),
        ("lfo.z1.rate", 0.01, "0.01 Hz"),
        ("lfo.z1.rate", 9.999, "10.0 Hz"),
        ("gain", -0.01, "+0.0 dB"),
        ("input.gate", -60.0, "-60.0 dB"),
        ("latent.z3", -0.001, "+0.00"),
        ("spread", 0.5, "0.50"),
        ("noise", 0.5, "+0.50"),
        ("lfo.z1.shape", 2.0, "triangle"),
        ("label.pitch", 1.0, "C♯"),
        ("voices", 8.0, "8"),
    ],
)
def test_values_read_well(control, value, text):
    assert value_text(CONTROLS[control], value) == text


def test_names_read_well_and_each_is_one_control_only():
    names = {control.id: control_name(control) for control in TABLE}
    assert names["latent.z3"] == "axis 3"
    assert names["lfo.z2.depth"] == "motion axis 2 depth"
    assert names["input.scale.z1"] == "input scale axis 1"
    assert names["label.bow"] == "bow"
    assert names["envelope.attack"] == "attack"
    assert len(set(names.values())) == len(names)
    assert all(control.kind is not Kind.SWITCH or names[control.id] for control in TABLE)
