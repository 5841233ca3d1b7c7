import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table
from vschaos.realtime.protocol import MidiBindings
from vschaos_studio.ui.widgets.midi_binding_row import source_words
from vschaos_studio.ui.widgets.midi_panel import NOTHING_BOUND, MidiPanel, can_learn

LEFT = Qt.MouseButton.LeftButton
PLAYABLE = Playable(3, (Label("bow", 0, 3, 0),))
CUTOFF = Binding("cc 74", 1, "latent.z3", 0.123, 0.877, 1.0)
BEND = Binding("bend", 0, "lfo.z1.rate", 1.0, 0.0, 2.0)


@pytest.fixture
def panel(qtbot, theme):
    made = MidiPanel(theme)
    qtbot.addWidget(made)
    made.resize(328, 400)
    made.show_playable(PLAYABLE)
    made.show()
    return made


@pytest.fixture
def learned(panel):
    made = []
    panel.learn_pressed.connect(made.append)
    return made


def test_the_inputs_are_all_none_or_one(panel, qtbot):
    told = []
    panel.port_chosen.connect(told.append)
    assert not panel._none.isHidden()
    panel.show_ports(("Keys", "Knobs"), "*")
    assert panel._none.isHidden()
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    qtbot.keyClick(panel.box, Qt.Key.Key_End)
    assert told == ["", "Knobs"]
    panel.show_ports(("Keys",), "Knobs")
    assert panel.box.currentText() == "Knobs (not connected)"
    assert told == ["", "Knobs"]


def test_the_menu_offers_each_control_that_can_be_learned_once_by_its_group(panel):
    groups = {action.text(): action.menu().actions() for action in panel._menu.actions()}
    offered = [entry.text() for entries in groups.values() for entry in entries]
    assert len(offered) == len(set(offered)) == sum(map(can_learn, control_table(PLAYABLE)))
    assert "bow" in [entry.text() for entry in groups["Label"]]
    assert "panic" in [entry.text() for entry in groups["Transport"]]
    assert not any("recall" in words or words == "pad" for words in offered)


def test_learning_waits_and_escape_ends_it(panel, learned, qtbot):
    assert not panel.learn.isEnabled()
    sound = next(action for action in panel._menu.actions() if action.text() == "Sound").menu()
    next(entry for entry in sound.actions() if entry.text() == "gain").trigger()
    assert panel.control.text() == "gain"
    qtbot.mouseClick(panel.learn, LEFT)
    assert learned == ["gain"]
    panel.show_bindings(MidiBindings((), "gain"))
    assert panel.line == "Move a controller for “gain”… (Esc cancels)"
    assert panel.learn.text() == "Cancel"
    qtbot.keyClick(panel.learn, Qt.Key.Key_Escape)
    assert learned == ["gain", ""]
    panel.show_bindings(MidiBindings())
    assert panel.line == NOTHING_BOUND
    qtbot.keyClick(panel.learn, Qt.Key.Key_Escape)
    assert learned == ["gain", ""]


def test_escape_is_kept_from_the_window_only_while_a_control_waits(panel):
    def taken():
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel, event)
        return event.isAccepted()

    assert not taken()
    panel.show_bindings(MidiBindings((), "gain"))
    assert taken()


def test_the_button_cancels_while_it_waits(panel, learned, qtbot):
    panel.show_bindings(MidiBindings((), "gain"))
    qtbot.mouseClick(panel.learn, LEFT)
    assert learned == [""]


def test_what_was_learned_is_listed(panel):
    panel.show_bindings(MidiBindings((CUTOFF, BEND)))
    assert [row.words for row in panel.rows] == ["CC 74, channel 1 → axis 3", "Pitch bend → motion axis 1 rate"]
    assert panel.line == ""
    first = panel.rows[0]
    panel.show_bindings(MidiBindings((CUTOFF,)))
    assert panel.rows == [first]
    assert panel.minimumSizeHint().width() <= 328


def test_only_what_was_typed_is_changed(panel, qtbot):
    panel.show_bindings(MidiBindings((CUTOFF,)))
    row = panel.rows[0]
    row.low.lineEdit().selectAll()
    qtbot.keyClicks(row.low, "40")
    with qtbot.waitSignal(panel.bind_changed) as changed:
        qtbot.keyClick(row.low, Qt.Key.Key_Return)
    assert changed.args == [Binding("cc 74", 1, "latent.z3", 0.4, 0.877, 1.0)]
    row.curve.setFocus()
    with qtbot.waitSignal(panel.bind_changed) as changed:
        qtbot.keyClick(row.curve, Qt.Key.Key_Up)
    assert changed.args == [Binding("cc 74", 1, "latent.z3", 0.4, 0.877, pytest.approx(1.1))]


def test_values_shown_are_not_told_and_do_not_disturb_typing(panel, qtbot):
    panel.show_bindings(MidiBindings((CUTOFF,)))
    told = []
    panel.bind_changed.connect(told.append)
    row = panel.rows[0]
    row.high.lineEdit().selectAll()
    qtbot.keyClicks(row.high, "5")
    panel.show_bindings(MidiBindings((Binding("cc 74", 1, "latent.z3", 0.5, 0.9, 3.0),)))
    assert (row.low.value(), row.curve.value()) == (50.0, 3.0)
    assert row.high.text().startswith("5")
    assert told == []


def test_a_binding_is_let_go(panel, qtbot):
    panel.show_bindings(MidiBindings((CUTOFF, BEND)))
    with qtbot.waitSignal(panel.unbind_pressed) as unbound:
        qtbot.mouseClick(panel.rows[1].remove, LEFT)
    assert unbound.args == ["lfo.z1.rate"]


def test_numbers_are_not_cut(panel):
    panel.show_bindings(MidiBindings((Binding("cc 7", 16, "gain", 1.0, 1.0, 10.0),)))
    QApplication.processEvents()
    for field in (panel.rows[0].low, panel.rows[0].high, panel.rows[0].curve):
        edit = field.lineEdit()
        assert edit.width() >= edit.fontMetrics().horizontalAdvance(edit.text())


@pytest.mark.parametrize(
    ("binding", "words"),
    [
        (Binding("cc 1", 0, "gain"), "CC 1"),
        (Binding("cc 1", 16, "gain"), "CC 1, channel 16"),
        (Binding("bend", 2, "gain"), "Pitch bend, channel 2"),
        (Binding("pressure", 0, "gain"), "Pressure"),
    ],
)
def test_sources_read_well(binding, words):
    assert source_words(binding) == words
