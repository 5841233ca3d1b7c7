import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vschaos.performance.bindings import AwaitBinding, Bind, Binding, BindingsChanged, Unbind
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table
from vschaos_studio.ui.play.bindings_panel import BindingsPanel, can_assign
from vschaos_studio.ui.play.midi_panel import TEXTS

LEFT = Qt.MouseButton.LeftButton
PLAYABLE = Playable(3, (Label("bow", 0, 3, 0),))
CUTOFF = Binding("cc 74", 1, "latent.z3", 0.123, 0.877, 1.0)
BEND = Binding("bend", 0, "lfo.z1.rate", 1.0, 0.0, 2.0)


@pytest.fixture
def panel(qtbot, theme):
    made = BindingsPanel(TEXTS, theme)
    qtbot.addWidget(made)
    made.resize(296, 400)
    made.show_playable(PLAYABLE)
    made.show()
    return made


@pytest.fixture
def ordered(panel):
    made = []
    panel.ordered.connect(made.append)
    return made


def test_the_menu_offers_each_control_that_can_be_assigned_once_by_its_group(panel):
    panel.menu.aboutToShow.emit()
    groups = {action.text(): action.menu().actions() for action in panel.menu.actions()}
    offered = [entry.text() for entries in groups.values() for entry in entries]
    assert len(offered) == len(set(offered)) == sum(map(can_assign, control_table(PLAYABLE)))
    assert "bow" in [entry.text() for entry in groups["Label"]]
    assert "panic" in [entry.text() for entry in groups["Transport"]]
    assert not any("recall" in text or text == "pad" for text in offered)


def test_a_control_waits_until_that_is_cancelled(panel, ordered, qtbot):
    assert not panel.assign.isEnabled()
    panel.menu.aboutToShow.emit()
    sound = next(action for action in panel.menu.actions() if action.text() == "Sound").menu()
    next(entry for entry in sound.actions() if entry.text() == "gain").trigger()
    assert panel.control.text() == "gain"
    qtbot.mouseClick(panel.assign, LEFT)
    assert ordered == [AwaitBinding("midi", "gain")]
    panel.show_bindings(BindingsChanged("midi", (), "gain"))
    assert panel.line == "Move a controller for “gain”… (Esc cancels)"
    assert panel.assign.text() == "Cancel"
    assert panel.waits
    panel.cancel()
    assert ordered == [AwaitBinding("midi", "gain"), AwaitBinding("midi", "")]
    panel.show_bindings(BindingsChanged("midi"))
    assert panel.line == TEXTS.hint
    assert not panel.waits


def test_the_button_cancels_while_it_waits(panel, ordered, qtbot):
    panel.show_bindings(BindingsChanged("midi", (), "gain"))
    qtbot.mouseClick(panel.assign, LEFT)
    assert ordered == [AwaitBinding("midi", "")]


def test_assignments_are_listed(panel):
    panel.show_bindings(BindingsChanged("midi", (CUTOFF, BEND)))
    assert [row.text for row in panel.rows] == ["CC 74, channel 1 → axis 3", "Pitch bend → motion axis 1 rate"]
    assert panel.line == ""
    first = panel.rows[0]
    panel.show_bindings(BindingsChanged("midi", (CUTOFF,)))
    assert panel.rows == [first]
    assert panel.minimumSizeHint().width() <= 328


def test_only_what_was_typed_is_changed(panel, qtbot):
    panel.show_bindings(BindingsChanged("midi", (CUTOFF,)))
    row = panel.rows[0]
    row.low.lineEdit().selectAll()
    qtbot.keyClicks(row.low, "40")
    with qtbot.waitSignal(panel.ordered) as changed:
        qtbot.keyClick(row.low, Qt.Key.Key_Return)
    assert changed.args == [Bind("midi", Binding("cc 74", 1, "latent.z3", 0.4, 0.877, 1.0))]
    row.curve.setFocus()
    with qtbot.waitSignal(panel.ordered) as changed:
        qtbot.keyClick(row.curve, Qt.Key.Key_Up)
    assert changed.args == [Bind("midi", Binding("cc 74", 1, "latent.z3", 0.4, 0.877, pytest.approx(1.1)))]


def test_values_shown_are_not_sent_and_do_not_disturb_typing(panel, ordered, qtbot):
    panel.show_bindings(BindingsChanged("midi", (CUTOFF,)))
    row = panel.rows[0]
    row.high.lineEdit().selectAll()
    qtbot.keyClicks(row.high, "5")
    panel.show_bindings(BindingsChanged("midi", (Binding("cc 74", 1, "latent.z3", 0.5, 0.9, 3.0),)))
    assert (row.low.value(), row.curve.value()) == (50.0, 3.0)
    assert row.high.text().startswith("5")
    assert ordered == []


def test_an_assignment_is_removed(panel, qtbot):
    panel.show_bindings(BindingsChanged("midi", (CUTOFF, BEND)))
    with qtbot.waitSignal(panel.ordered) as unbound:
        qtbot.mouseClick(panel.rows[1].remove, LEFT)
    assert unbound.args == [Unbind("midi", "lfo.z1.rate")]


def test_numbers_are_not_cut(panel):
    panel.show_bindings(BindingsChanged("midi", (Binding("cc 7", 16, "gain", 1.0, 1.0, 10.0),)))
    QApplication.processEvents()
    for field in (panel.rows[0].low, panel.rows[0].high, panel.rows[0].curve):
        edit = field.lineEdit()
        assert edit.width() >= edit.fontMetrics().horizontalAdvance(edit.text())
