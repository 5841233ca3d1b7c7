from tests.osc.osc_world import HERE, osc_world
from vschaos.osc.monitor import ADDRESSES, INTERVAL_S, LINES, LONGEST_TEXT, SPAN_S, Monitor
from vschaos.osc.packet import Message, build
from vschaos.osc.reports import OscLine, OscRate

SENDER = (HERE, 40_001)


def watched():
    monitor = Monitor()
    monitor.watch(True)
    assert monitor.due(0.0, "").lines == (), "an empty list, at once"
    return monitor


def test_messages_in_and_out_are_told_with_their_arguments():
    monitor = watched()
    monitor.came(build(Message("/vs/pad", (0.5, -0.25))), SENDER)
    monitor.went(Message("/vs/reply", ("/vs/gain", -6.0)), (HERE, 9001))
    monitor.came(b"/broken\0,Q\0\0", SENDER)
    told = monitor.due(INTERVAL_S, "/vs/pad: why")
    assert told.lines == (
        OscLine(True, f"{HERE}:40001", "/vs/pad", "0.5 -0.25"),
        OscLine(False, f"{HERE}:9001", "/vs/reply", "/vs/gain -6"),
        OscLine(True, f"{HERE}:40001", "", "A message came with values of an unknown type."),
    )
    assert (told.passed, told.last_error) == (3, "/vs/pad: why")


def test_ten_times_a_second_at_most_and_only_what_is_new():
    monitor = watched()
    told = 0
    for step in range(1000):
        monitor.went(Message("/a"), SENDER)
        told += monitor.due(step / 1000, "") is not None
    assert told <= 10
    monitor.went(Message("/a"), SENDER)
    assert monitor.due(1.2, "") is not None
    assert monitor.due(1.2 + 2 * INTERVAL_S, "") is None


def test_rates_are_those_of_the_last_second_and_fall_to_nothing():
    monitor = watched()
    monitor.due(SPAN_S, "")
    datagram = build(Message("/vs/gain", (0.5,)))
    for _ in range(200):
        monitor.came(datagram, SENDER)
    monitor.went(Message("/vs/noise", (0.5,)), SENDER)
    told = monitor.due(3 * SPAN_S, "")
    assert told.rates == (OscRate("/vs/gain", True, 100.0), OscRate("/vs/noise", False, 0.5))
    assert len(told.lines) == LINES
    assert monitor.due(4 * SPAN_S, "").rates == ()
    assert monitor.due(5 * SPAN_S, "") is None


def test_what_strangers_send_is_bounded_and_readable():
    monitor = watched()
    monitor.due(SPAN_S, "")
    for number in range(1_000):
        monitor.came(build(Message(f"/{number}" + "\x1b\u202e" * 100, ("x" * 1000,) * 20)), SENDER)
    monitor.came(b"\xff" * 50_000, SENDER)
    told = monitor.due(2 * SPAN_S, "")
    assert len(told.rates) == ADDRESSES
    for line in told.lines:
        assert line.address.isprintable()
        assert line.arguments.isprintable() or not line.arguments
        assert max(len(line.address), len(line.arguments)) <= LONGEST_TEXT
    assert all(rate.address.isprintable() for rate in told.rates)


def test_nothing_is_noted_while_nobody_watches():
    monitor, traffic = Monitor(), []
    with osc_world(monitor=monitor, tell_traffic=traffic.append) as world:
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
