import random
import struct

import pytest
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from vschaos.errors import OscError
from vschaos.osc.packet import OscMessage, build, elements, parse_element


def parse(datagram):
    return tuple(parse_element(element) for element in elements(datagram))


def message(address, *arguments):
    builder = OscMessageBuilder(address)
    for argument in arguments:
        builder.add_arg(*argument) if isinstance(argument, tuple) else builder.add_arg(argument)
    return builder.build()


def test_numbers_of_every_osc_type_come_in():
    datagram = message("/a", (1, "i"), (0.5, "f"), (0.25, "d"), True, False, (7, "h")).dgram
    assert parse(datagram) == (OscMessage("/a", (1, 0.5, 0.25, True, False, 7)),)


def test_bundles_come_apart_in_order_whatever_their_time_tag():
    inner = OscBundleBuilder(2_000_000_000)
    inner.add_content(message("/b", 2))
    outer = OscBundleBuilder(IMMEDIATELY)
    outer.add_content(message("/a", 1))
    outer.add_content(inner.build())
    outer.add_content(message("/c", 3))
    assert [m.address for m in parse(outer.build().dgram)] == ["/a", "/b", "/c"]


def test_only_f_i_and_s_go_out():
    sent = OscMessage("/vs/x", (1, 0.5, "word", True))
    datagram = build(sent)
    assert b",ifsi\0" in datagram
    assert parse(datagram) == (OscMessage("/vs/x", (1, 0.5, "word", 1)),)


def test_garbage_is_an_osc_error_and_nothing_else(caplog):
    random.seed(0)
    heads = [b"", b"/vs/pad\0,ff\0", b"#bundle\0", b"#bundle\0" + bytes(8), b"/a\0\0,", b"/\xff\0\0", bytes(4)]
    bundle = b"#bundle\0" + bytes(8)
    nested = b""
    for _ in range(2000):
        nested = bundle + struct.pack(">i", len(nested)) + nested
    refused = 0
    cases = [random.choice(heads) + random.randbytes(random.randrange(60)) for _ in range(5000)]
    cases += [nested, bundle + struct.pack(">i", -1), bundle + struct.pack(">i", 0), b"/a\0\0,i\0\0", b"/a\0\0,Q\0\0"]
    cases += [b"/a\0\0," + bytes([tag, 0, 0]) + bytes(8) for tag in range(1, 256)]
    for datagram in cases:
        try:
            parse(datagram)
        except OscError:
            refused += 1
    assert refused > 3000
    assert not caplog.records, "a stranger cannot fill the log"


def test_a_number_that_osc_cannot_hold_is_refused():
    with pytest.raises(OscError):
        build(OscMessage("/a", (1 << 40,)))


@pytest.mark.parametrize(
    "datagram", [b"/" + b"a" * 50_000 + bytes(3), b"/a\0\0," + b"T" * 50_000 + bytes(3), b"/abcdefg"]
)
def test_an_address_or_a_list_of_types_without_end_is_refused_before_it_is_read(datagram):
    with pytest.raises(OscError, match="does not end"):
        parse(datagram)


def test_long_texts_and_many_values_come_in():
    whole = OscMessage("/" + "a" * 1000, ("x" * 20_000, *range(900)))
    assert parse(build(whole)) == (whole,)
