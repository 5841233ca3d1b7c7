"""What passes over OSC, while it is watched; costs almost nothing otherwise.

Messages are stored as they came and parsed when they are shown: of 5000 a second, ten times 40 are.
"""

from __future__ import annotations

from collections import Counter, deque

from vschaos.errors import OscError
from vschaos.osc.messages import OscLine, OscRate, OscTraffic
from vschaos.osc.packet import OscMessage, parse_element

LINES = 40
ADDRESSES = 64
"""Addresses that are counted in a span; others are not."""

INTERVAL_S = 0.1
SPAN_S = 1.0
LONGEST_TEXT = 80
MOST_BYTES_OF_TEXT = 4 * LONGEST_TEXT

Address = tuple[str, int]


class Monitor:
    """Notes messages while it is watched. All but :meth:`watch` is called by the OSC thread."""

    def __init__(self) -> None:
        self.watched = False
        """Whether messages are to be noted."""
        self._lines: deque[tuple[bool, Address, bytes | OscMessage]] = deque(maxlen=LINES)
        self._counts: Counter[tuple[bool, str]] = Counter()
        self._rates: tuple[OscRate, ...] = ()
        self._passed = 0
        self._span_began = 0.0
        self._reported_at = -INTERVAL_S
        self._reported = OscTraffic()

    def watch(self, on: bool) -> None:
        """Begin to note messages, or stop and forget them; safe on any thread."""
        if on and not self.watched:
            # A new list rather than an emptied one: the OSC thread may be reading the old one.
            self._lines = deque(maxlen=LINES)
            self._reported = OscTraffic(passed=-1)
        self.watched = on

    def note_received(self, element: bytes, sender: Address) -> None:
        """Note a message as it came."""
        address = element[:MOST_BYTES_OF_TEXT].partition(b"\0")[0]
        self._note(True, sender, element, address.decode("utf-8", "replace")[:LONGEST_TEXT])

    def note_sent(self, message: OscMessage, peer: Address) -> None:
        """Note a message that was sent."""
        self._note(False, peer, message, message.address)

    def _note(self, incoming: bool, peer: Address, what: bytes | OscMessage, address: str) -> None:
        self._passed += 1
        self._lines.append((incoming, peer, what))
        key = (incoming, address)
        if key in self._counts or len(self._counts) < ADDRESSES:
            self._counts[key] += 1

    def due(self, now_s: float, last_error: str) -> OscTraffic | None:
        """What to report, if it is watched, it is time, and anything is new."""
        if not self.watched or now_s - self._reported_at < INTERVAL_S:
            return None
        self._reported_at = now_s
        span = now_s - self._span_began
        if span >= SPAN_S:
            busiest = self._counts.most_common()
            self._rates = tuple(
                [OscRate(shortened(name), way, round(count / span, 1)) for (way, name), count in busiest]
            )
            self._counts.clear()
            self._span_began = now_s
        before = self._reported
        if (before.passed, before.rates, before.last_error) == (self._passed, self._rates, last_error):
            return None
        lines = tuple([_line(*one) for one in tuple(self._lines)])
        self._reported = OscTraffic(lines, self._rates, self._passed, last_error)
        return self._reported


def _line(incoming: bool, peer: Address, what: bytes | OscMessage) -> OscLine:
    program = f"{peer[0]}:{peer[1]}"
    try:
        message = what if isinstance(what, OscMessage) else parse_element(what)
    except OscError as error:
        return OscLine(incoming, program, "", error.sentence)
    return OscLine(
        incoming, program, shortened(message.address), shortened(" ".join(map(_argument, message.arguments[:16])))
    )


def _argument(argument: object) -> str:
    return f"{argument:.4g}" if isinstance(argument, float) else shortened(str(argument))


def shortened(text: str) -> str:
    """Text of unknown origin for one line: not too long, and printable."""
    text = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    return text if text.isprintable() else "".join(one if one.isprintable() else "·" for one in text)
