import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QScrollArea

from vschaos.osc.listing import listed
from vschaos.osc.reports import OscBindings, OscLine, OscPeer, OscPeers, OscRate, OscTraffic
from vschaos.performance.bindings import Binding
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import BindOsc, LearnOsc, OscStatus, UnbindOsc, WatchOsc
from vschaos_studio.ui.widgets.osc_panel import OscPanel
from vschaos_studio.ui.widgets.osc_reach import WARNING, interfaces

FADER = Binding("osc /1/fader3", 0, "noise")
XY = Binding("osc /1/xy 2", 0, "glide", 1.0, 0.25, 2.0, -90.0, 90.0)


@pytest.fixture
def panel(qtbot, theme, clock):
    made = OscPanel(theme, enabled=True, in_port=9000, out_port=9001, clock=clock)
    qtbot.addWidget(made)
    made.setFixedWidth(328)
    made.show_playable(Playable(4))
    made.show()
    return made


@pytest.fixture
def told(panel):
    """All that the panel asks for."""
    orders = []
    panel.changed.connect(lambda *what: orders.append(what))
    panel.reach_changed.connect(lambda *what: orders.append(what))
    panel.ordered.connect(orders.append)
    panel.patch_wanted.connect(orders.append)
    return orders


def test_this_computer_alone_needs_no_warning_and_every_other_choice_has_one(panel, told):
    reach = panel.reach
    assert reach.warning == ""
    reach.show_interfaces([("wlan0", "192.168.1.20")], "127.0.0.1")
    for place, address in enumerate(("127.0.0.1", "0.0.0.0", "192.168.1.20")):
        reach.host.setCurrentIndex(place)
        reach.host.activated.emit(place)
        assert told.pop() == ("/vs", address, 0)
        assert reach.warning == (WARNING if place else "")


def test_an_interface_that_is_away_stays_chosen(panel):
    panel.reach.show_interfaces([], "192.168.1.20")
    assert panel.reach.wanted[1] == "192.168.1.20"
    assert "not connected" in panel.reach.host.currentText()
    assert all(not address.startswith("127.") for _, address in interfaces())


def test_a_prefix_that_cannot_be_is_put_back(panel, told):
    field = panel.reach.prefix
    for typed, taken in (("/my/synth", "/my/synth"), ("other", "/other"), ("/a b", "/other"), ("", "/other")):
        field.setText(typed)
        field.editingFinished.emit()
        assert field.text() == taken
    assert told == [("/my/synth", "127.0.0.1", 0), ("/other", "127.0.0.1", 0)]


def test_oscquery_is_off_until_it_is_asked_for(panel, told):
    panel.reach.query_port.setText("9100")
    panel.reach.query_port.editingFinished.emit()
    assert told.pop() == ("/vs", "127.0.0.1", 0)
    panel.reach.query.setChecked(True)
    assert told == [("/vs", "127.0.0.1", 9100)]


def test_peers_are_listed_and_leave(panel):
    panel.hear(OscPeers((OscPeer("127.0.0.1", 9001, True), OscPeer("192.168.1.5", 9000, False, True))))
    assert panel.peers == ["tells 127.0.0.1:9001 · the port out", "tells 192.168.1.5:9000 · nobody listens there"]
    panel.hear(OscPeers())
    assert panel.peers == []


def test_learning_goes_from_the_choice_to_a_row(panel, told, qtbot):
    learning = panel.learning
    assert not learning.learn.isEnabled()
    learning.choose_control("noise")
    qtbot.mouseClick(learning.learn, Qt.MouseButton.LeftButton)
    panel.hear(OscBindings((), "noise"))
    assert "Move a fader" in learning.line
    assert learning.learn.text() == "Cancel"
    qtbot.keyClick(learning, Qt.Key.Key_Escape)
    assert told == [LearnOsc("noise"), LearnOsc("")]
    panel.hear(OscBindings((FADER, XY)))
    assert learning.line == ""
    assert [row.binding for row in learning.rows] == [FADER, XY]
    assert learning.rows[0].way.words.startswith("/1/fader3 → ")


def test_a_row_changes_its_way_its_numbers_and_lets_go(panel, told):
    panel.hear(OscBindings((XY,)))
    (row,) = panel.learning.rows
    row.way.curve.setValue(3.0)
    row.least.setText("−45,5")
    row.least.setModified(True)
    row.least.editingFinished.emit()
    row.most.setText("-45.5")
    row.most.editingFinished.emit()
    row.most.setText("far")
    row.most.editingFinished.emit()
    assert row.most.text() == "90"
    row.way.remove.click()
    bent = Binding("osc /1/xy 2", 0, "glide", 1.0, 0.25, 3.0, -90.0, 90.0)
    turned = Binding("osc /1/xy 2", 0, "glide", 1.0, 0.25, 3.0, -45.5, 90.0)
    assert told == [BindOsc(bent), BindOsc(turned), UnbindOsc("glide")]


def test_rows_have_the_room_that_they_need(panel, qtbot):
    panel.hear(OscBindings((FADER, XY)))
    panel.show_status(OscStatus(True, 9000, 9001, 10**9, 10**9, 10**6, "/vs/pad: what was wrong with it"))
    panel.hear(OscPeers((OscPeer("255.255.255.255", 65535, False, True),)))
    assert panel.minimumSizeHint().width() <= 328
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    area.resize(344, 300)
    area.show()
    for row in panel.learning.rows:
        assert row.height() >= row.sizeHint().height()
        assert row.way.height() >= row.way.sizeHint().height()
    area.takeWidget()


def test_the_monitor_is_watched_only_while_it_can_be_seen(panel, told):
    panel._open_monitor()
    assert told == [WatchOsc(True)]
    traffic = OscTraffic(
        (OscLine(True, "127.0.0.1:50000", "/vs/pad", "0.5 0.25"),), (OscRate("/vs/pad", True, 60.2),), 1, "/a: no"
    )
    panel.hear(traffic)
    monitor = panel.monitor
    assert [monitor.lines.item(0, column).text() for column in range(4)] == [
        "in", "127.0.0.1:50000", "/vs/pad", "0.5 0.25",
    ]  # fmt: skip
    assert monitor.rates.item(0, 2).text() == "60"
    monitor.held.setChecked(True)
    panel.hear(OscTraffic())
    assert monitor.lines.rowCount() == 1
    panel.hear(OscPeers((OscPeer("127.0.0.1", 9001, True),)))
    assert told == [WatchOsc(True)] * 2, "a new engine is told, too"
    monitor.close()
    assert told[2:] == [WatchOsc(False)]
    panel.hear(OscPeers())
    assert len(told) == 3


def test_addresses_are_found_and_copied(panel, qapp):
    panel._open_addresses()
    dialog = panel._addresses
    wanted = listed(Playable(4))
    assert dialog.table.rowCount() == len(wanted)
    assert not dialog.copy_one.isEnabled()
    dialog.search.setText("attack")
    shown = [row for row in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(row)]
    assert [wanted[row].address for row in shown] == ["/vs/envelope/attack"]
    dialog.table.selectRow(shown[0])
    dialog.copy_one.click()
    assert QGuiApplication.clipboard().text() == "/vs/envelope/attack"
    dialog.copy_all.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(wanted) + 1
    dialog.close()


def test_patches_are_asked_for(panel, told):
    for button in panel.findChildren(QPushButton):
        if button.text().startswith("Patch"):
            button.click()
    assert told == ["pd", "max"]


def test_the_ports_and_the_switch_are_told(panel, told):
    panel.in_port.setText("9100")
    panel.in_port.editingFinished.emit()
    panel.switch.setChecked(False)
    assert told == [(True, 9100, 9001), (False, 9100, 9001)]
