import pytest
from PySide6.QtCore import Qt

from vschaos.performance.bindings import Binding
from vschaos_studio.ui.play.midi_panel import MidiPanel, source_text


@pytest.fixture
def panel(qtbot, theme):
    made = MidiPanel(theme)
    qtbot.addWidget(made)
    made.resize(328, 400)
    made.show()
    return made


def test_the_inputs_are_all_none_or_one(panel, qtbot):
    chosen = []
    panel.port_chosen.connect(chosen.append)
    assert not panel.no_ports.isHidden()
    panel.show_ports(("Keys", "Knobs"), "*")
    assert panel.no_ports.isHidden()
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    qtbot.keyClick(panel.box, Qt.Key.Key_End)
    assert chosen == ["", "Knobs"]
    panel.show_ports(("Keys",), "Knobs")
    assert panel.box.currentText() == "Knobs (not connected)"
    assert chosen == ["", "Knobs"]


@pytest.mark.parametrize(
    ("binding", "text"),
    [
        (Binding("cc 1", 0, "gain"), "CC 1"),
        (Binding("cc 1", 16, "gain"), "CC 1, channel 16"),
        (Binding("bend", 2, "gain"), "Pitch bend, channel 2"),
        (Binding("pressure", 0, "gain"), "Pressure"),
    ],
)
def test_sources_read_well(binding, text):
    assert source_text(binding) == text
