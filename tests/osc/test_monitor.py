from tests.osc.osc_world import HERE, osc_world
from vschaos.osc.messages import OscLine, OscRate
from vschaos.osc.monitor import ADDRESSES, INTERVAL_S, LINES, LONGEST_TEXT, SPAN_S, Monitor
from vschaos.osc.packet import OscMessage, build

SENDER = (HERE, 40_001)


def watched():
    monitor = Monitor()
    monitor.watch(True)
    assert monitor.due(0.0, "").lines == (), "an empty list, at once"
    return monitor


def test_messages_in_and_out_are_reported_with_their_arguments():
    monitor = watched()
    monitor.note_received(build(OscMessage("/vs/pad", (0.5, -0.25))), SENDER)
    monitor.note_sent(OscMessage("/vs/reply", ("/vs/gain", -6.0)), (HERE, 9001))
    monitor.note_received(b"/broken\0,Q\0\0", SENDER)
    traffic = monitor.due(INTERVAL_S, "/vs/pad: why")
    assert traffic.lines == (
        OscLine(True, f"{HERE}:40001", "/vs/pad", "0.5 -0.25"),
        OscLine(False, f"{HERE}:9001", "/vs/reply", "/vs/gain -6"),
        OscLine(True, f"{HERE}:40001", "", "A message came with values of an unknown type."),
    )
    assert (traffic.passed, traffic.last_error) == (3, "/vs/pad: why")


def test_ten_times_a_second_at_most_and_only_what_is_new():
    monitor = watched()
    reports = 0
    for step in range(1000):
        monitor.note_sent(OscMessage("/a"), SENDER)
        reports += monitor.due(step / 1000, "") is not None
    assert reports <= 10
    monitor.note_sent(OscMessage("/a"), SENDER)
    assert monitor.due(1.2, "") is not None
    assert monitor.due(1.2 + 2 * INTERVAL_S, "") is None


def test_rates_are_those_of_the_last_second_and_fall_to_nothing():
    monitor = watched()
    monitor.due(SPAN_S, "")
    datagram = build(OscMessage("/vs/gain", (0.5,)))
    for _ in range(200):
        monitor.note_received(datagram, SENDER)
    monitor.note_sent(OscMessage("/vs/noise", (0.5,)), SENDER)
    traffic = monitor.due(3 * SPAN_S, "")
    assert traffic.rates == (OscRate("/vs/gain", True, 100.0), OscRate("/vs/noise", False, 0.5))
    assert len(traffic.lines) == LINES
    assert monitor.due(4 * SPAN_S, "").rates == ()
    assert monitor.due(5 * SPAN_S, "") is None


def test_what_strangers_send_is_bounded_and_readable():
    monitor = watched()
    monitor.due(SPAN_S, "")
    for number in range(1_000):
        monitor.note_received(build(OscMessage(f"/{number}" + "\x1b\u202e" * 100, ("x" * 1000,) * 20)), SENDER)
    monitor.note_received(b"\xff" * 50_000, SENDER)
    traffic = monitor.due(2 * SPAN_S, "")
    assert len(traffic.rates) == ADDRESSES
    for line in traffic.lines:
        assert line.address.isprintable()
        assert line.arguments.isprintable() or not line.arguments
        assert max(len(line.address), len(line.arguments)) <= LONGEST_TEXT
    assert all(rate.address.isprintable() for rate in traffic.rates)


def test_nothing_is_noted_while_nobody_watches():
    monitor, traffic = Monitor(), []
    with osc_world(monitor=monitor, emit_traffic=traffic.append) as world:
        world.peer.send("/vs/gain", -6.0)
        world.peer.rest()
        assert not monitor._lines
        assert not traffic
        monitor.watch(True)
        world.peer.send("/vs/gain", -3.0)
        world.peer.rest()
        assert [line[1:2] for line in monitor._lines]
        monitor.watch(False)
        passed = monitor._passed
        world.peer.rest()
        assert monitor._passed == passed
