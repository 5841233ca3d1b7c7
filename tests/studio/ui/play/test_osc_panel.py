import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QScrollArea

from vschaos.osc.listing import listed
from vschaos.osc.messages import OscLine, OscPeer, OscPeers, OscRate, OscTraffic
from vschaos.performance.bindings import AwaitBinding, Bind, Binding, BindingsChanged, Unbind
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import OscStatus, WatchOsc
from vschaos_studio.ui.play.osc_panel import OscPanel
from vschaos_studio.ui.play.osc_reach import WARNING, interfaces

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
def reported(panel):
    """All that the panel asks for."""
    orders = []
    panel.changed.connect(lambda *what: orders.append(what))
    panel.reach_changed.connect(lambda *what: orders.append(what))
    panel.ordered.connect(orders.append)
    panel.bindings.ordered.connect(orders.append)
    panel.patch_wanted.connect(orders.append)
    return orders


def press(panel, text):
    next(button for button in panel.findChildren(QPushButton) if button.text() == text).click()


def test_this_computer_alone_needs_no_warning_and_every_other_choice_has_one(panel, reported):
    reach = panel.reach
    assert reach.warning == ""
    reach.show_interfaces([("wlan0", "192.168.1.20")], "127.0.0.1")
    for place, address in enumerate(("127.0.0.1", "0.0.0.0", "192.168.1.20")):
        reach.host.setCurrentIndex(place)
        reach.host.activated.emit(place)
        assert reported.pop() == ("/vs", address, 0)
        assert reach.warning == (WARNING if place else "")


def test_an_interface_that_is_away_stays_chosen(panel):
    panel.reach.show_interfaces([], "192.168.1.20")
    assert panel.reach.wanted[1] == "192.168.1.20"
    assert "not connected" in panel.reach.host.currentText()
    assert all(not address.startswith("127.") for _, address in interfaces())


def test_a_prefix_that_cannot_be_is_put_back(panel, reported):
    field = panel.reach.prefix
    for typed, used in (("/my/synth", "/my/synth"), ("other", "/other"), ("/a b", "/other"), ("", "/other")):
        field.setText(typed)
        field.editingFinished.emit()
        assert field.text() == used
    assert reported == [("/my/synth", "127.0.0.1", 0), ("/other", "127.0.0.1", 0)]


def test_oscquery_is_off_until_it_is_asked_for(panel, reported):
    panel.reach.query_port.setText("9100")
    panel.reach.query_port.editingFinished.emit()
    assert reported.pop() == ("/vs", "127.0.0.1", 0)
    panel.reach.query.setChecked(True)
    assert reported == [("/vs", "127.0.0.1", 9100)]


def test_peers_are_listed_and_leave(panel):
    panel.show_report(OscPeers((OscPeer("127.0.0.1", 9001, True), OscPeer("192.168.1.5", 9000, False, True))))
    assert panel.peers == [
        "sends to 127.0.0.1:9001 · the port out",
        "sends to 192.168.1.5:9000 · no program listens there",
    ]
    panel.show_report(OscPeers())
    assert panel.peers == []


def test_an_address_is_assigned_and_listed(panel, reported, qtbot):
    bindings = panel.bindings
    assert not bindings.assign.isEnabled()
    bindings.choose_control("noise")
    qtbot.mouseClick(bindings.assign, Qt.MouseButton.LeftButton)
    bindings.show_bindings(BindingsChanged("osc", (), "noise"))
    assert bindings.line == "Move a fader for “noise”… (Esc cancels)"
    bindings.cancel()
    assert reported == [AwaitBinding("osc", "noise"), AwaitBinding("osc", "")]
    bindings.show_bindings(BindingsChanged("osc", (FADER, XY)))
    assert bindings.line == ""
    assert [row.binding for row in bindings.rows] == [FADER, XY]
    assert bindings.rows[0].text.startswith("/1/fader3 → ")


def test_a_row_changes_both_ranges_and_is_removed(panel, reported):
    panel.bindings.show_bindings(BindingsChanged("osc", (XY,)))
    (row,) = panel.bindings.rows
    row.curve.setValue(3.0)
    row.least.setText("−45,5")
    row.least.setModified(True)
    row.least.editingFinished.emit()
    row.most.setText("-45.5")
    row.most.editingFinished.emit()
    row.most.setText("far")
    row.most.editingFinished.emit()
    assert row.most.text() == "90"
    row.remove.click()
    bent = Binding("osc /1/xy 2", 0, "glide", 1.0, 0.25, 3.0, -90.0, 90.0)
    turned = Binding("osc /1/xy 2", 0, "glide", 1.0, 0.25, 3.0, -45.5, 90.0)
    assert reported == [Bind("osc", bent), Bind("osc", turned), Unbind("osc", "glide")]


def test_rows_have_the_room_that_they_need(panel, qtbot):
    panel.bindings.show_bindings(BindingsChanged("osc", (FADER, XY)))
    panel.show_status(OscStatus(True, 9000, 9001, 10**9, 10**9, 10**6, "/vs/pad: what was wrong with it"))
    panel.show_report(OscPeers((OscPeer("255.255.255.255", 65535, False, True),)))
    assert panel.minimumSizeHint().width() <= 328
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(panel)
    area.resize(344, 300)
    area.show()
    for row in panel.bindings.rows:
        assert row.height() >= row.sizeHint().height()
    area.takeWidget()


def test_the_monitor_is_watched_only_while_it_can_be_seen(panel, reported):
    press(panel, "Monitor…")
    assert reported == [WatchOsc(True)]
    traffic = OscTraffic(
        (OscLine(True, "127.0.0.1:50000", "/vs/pad", "0.5 0.25"),), (OscRate("/vs/pad", True, 60.2),), 1, "/a: no"
    )
    panel.show_report(traffic)
    monitor = panel.monitor
    assert [monitor.lines.item(0, column).text() for column in range(4)] == [
        "in", "127.0.0.1:50000", "/vs/pad", "0.5 0.25",
    ]  # fmt: skip
    assert monitor.rates.item(0, 2).text() == "60"
    monitor.held.setChecked(True)
    panel.show_report(OscTraffic())
    assert monitor.lines.rowCount() == 1
    panel.show_report(OscPeers((OscPeer("127.0.0.1", 9001, True),)))
    assert reported == [WatchOsc(True)] * 2, "a new engine gets the order, too"
    monitor.close()
    assert reported[2:] == [WatchOsc(False)]
    panel.show_report(OscPeers())
    assert len(reported) == 3


def test_addresses_are_found_and_copied(panel, qapp):
    press(panel, "Addresses…")
    dialog = panel.addresses
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


def test_patches_are_asked_for(panel, reported):
    press(panel, "Patch for Pd…")
    press(panel, "Patch for Max…")
    press(panel, "Page for Open Stage Control…")
    assert reported == ["pd", "max", "stage"]


def test_the_ports_and_the_switch_are_reported(panel, reported):
    panel.in_port.setText("9100")
    panel.in_port.editingFinished.emit()
    panel.switch.setChecked(False)
    assert reported == [(True, 9100, 9001), (False, 9100, 9001)]
