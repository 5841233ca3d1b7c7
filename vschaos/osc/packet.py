"""OSC datagrams to messages and back. Pure functions; python-osc reads and writes the values.

Bundles are split here rather than by python-osc, which logs every oddity of a datagram: garbage would fill the log.
Time tags are ignored: everything in a datagram is applied at once.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from pythonosc import osc_message
from pythonosc.osc_message_builder import BuildError, OscMessageBuilder
from pythonosc.parsing import osc_types

from vschaos.errors import OscError

Argument = int | float | str

_BUNDLE = b"#bundle\0"
_HEADER_BYTES = 16
_DEEPEST = 8
_KNOWN_TAGS = set("ifdTFhsbrmtNI[]")
_LONGEST_TEXT = 1024
"""Bytes of an address, and of the types of its values: python-osc reads them one by one, 60,000 in 0.2 s."""


@dataclass(frozen=True)
class OscMessage:
    """An address and its arguments. Incoming arguments may be of any OSC type."""

    address: str
    arguments: tuple[object, ...] = ()


def elements(datagram: bytes) -> list[bytes]:
    """The messages of a datagram, in order, not parsed.

    Raises
    ------
    OscError
        If it is neither a message nor a bundle of some.
    """
    return _elements(datagram, 0)


def parse_element(element: bytes) -> OscMessage:
    """One message.

    Raises
    ------
    OscError
        If it is not OSC.
    """
    try:
        return _message(element)
    except OscError:
        raise
    # python-osc has its own errors in three modules, and lets others through.
    except Exception as error:
        raise OscError("A datagram came that is not OSC.") from error


def build(message: OscMessage) -> bytes:
    """The datagram of one message; numbers become i and f, the rest strings, so that vanilla Pd can read them."""
    builder = OscMessageBuilder(address=message.address)
    try:
        for argument in message.arguments:
            if isinstance(argument, int):
                builder.add_arg(int(argument), OscMessageBuilder.ARG_TYPE_INT)
            elif isinstance(argument, float):
                builder.add_arg(argument, OscMessageBuilder.ARG_TYPE_FLOAT)
            else:
                builder.add_arg(str(argument), OscMessageBuilder.ARG_TYPE_STRING)
        return builder.build().dgram
    except BuildError as error:
        raise OscError(f"“{message.address}” cannot be sent over OSC.") from error


def padded(text: str) -> bytes:
    """A string as OSC writes it: ended by one to four zeros, so that its length is a multiple of four."""
    encoded = text.encode("utf-8", "replace")
    return encoded + bytes(4 - len(encoded) % 4)


def _elements(datagram: bytes, depth: int) -> list[bytes]:
    if datagram.startswith(b"/"):
        return [datagram]
    if not datagram.startswith(_BUNDLE) or len(datagram) < _HEADER_BYTES or depth > _DEEPEST:
        raise OscError("A datagram came that is not OSC.")
    found: list[bytes] = []
    index = _HEADER_BYTES
    while index + 4 <= len(datagram):
        (size,) = struct.unpack_from(">i", datagram, index)
        index += 4
        if size <= 0 or index + size > len(datagram):
            raise OscError("A bundle came whose parts do not fit it.")
        found += _elements(datagram[index : index + size], depth + 1)
        index += size
    if index != len(datagram):
        raise OscError("A bundle came whose parts do not fit it.")
    return found


def _message(datagram: bytes) -> OscMessage:
    values_at = datagram.find(b"\0", 0, _LONGEST_TEXT) // 4 * 4 + 4
    if not values_at or (values_at < len(datagram) and datagram.find(b"\0", values_at, values_at + _LONGEST_TEXT) < 0):
        raise OscError(f"A message came whose address, or list of types, does not end within {_LONGEST_TEXT} bytes.")
    _, index = osc_types.get_string(datagram, 0)
    if index < len(datagram):
        tags, _ = osc_types.get_string(datagram, index)
        if not tags.startswith(",") or not _KNOWN_TAGS.issuperset(tags[1:]):
            raise OscError("A message came with values of an unknown type.")
        if "I" in tags:
            # python-osc does not know the impulse; like N it has no data.
            end = index + len(tags)
            datagram = datagram[:index] + tags.replace("I", "N").encode() + datagram[end:]
    message = osc_message.OscMessage(datagram)
    return OscMessage(message.address, tuple(message.params))
