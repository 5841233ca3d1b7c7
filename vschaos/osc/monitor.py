"""What passes over OSC, for whoever watches; costs next to nothing while nobody does.

Messages are kept as they came and read when they are shown: of 5000 a second, ten times 40 are.
"""

from __future__ import annotations

from collections import Counter, deque

from vschaos.errors import OscError
from vschaos.osc.packet import Message, parse_element
from vschaos.osc.reports import OscLine, OscRate, OscTraffic

LINES = 40
ADDRESSES = 64
"""Addresses that are counted apart in a span; the others pass uncounted."""

INTERVAL_S = 0.1
SPAN_S = 1.0
LONGEST_TEXT = 80

Address = tuple[str, int]


class Monitor:
    """Notes messages while it is watched. All but :meth:`watch` is called by the OSC thread."""

    def __init__(self) -> None:
        self.watched = False
        """Whether messages are to be noted."""
        self._lines: deque[tuple[bool, Address, bytes | Message]] = deque(maxlen=LINES)
        self._counts: Counter[tuple[bool, str]] = Counter()
        self._rates: tuple[OscRate, ...] = ()
        self._passed = 0
        self._span_began = 0.0
        self._told_at = -INTERVAL_S
        self._told = OscTraffic()

    def watch(self, on: bool) -> None:
        """Begin to note messages, or stop and forget them; safe on any thread."""
        if on and not self.watched:
            # A new list rather than an emptied one: the OSC thread may be reading the old one.
            self._lines = deque(maxlen=LINES)
            self._told = OscTraffic(passed=-1)
        self.watched = on

    def came(self, element: bytes, sender: Address) -> None:
        """Note a message as it came."""
        end = element.find(b"\0")
        self._note(True, sender, element, element[: end if end >= 0 else len(element)].decode("utf-8", "replace"))

    def went(self, message: Message, peer: Address) -> None:
        """Note a message that was sent."""
        self._note(False, peer, message, message.address)

    def _note(self, incoming: bool, peer: Address, what: bytes | Message, address: str) -> None:
        self._passed += 1
        self._lines.append((incoming, peer, what))
        key = (incoming, address)
        if key in self._counts or len(self._counts) < ADDRESSES:
            self._counts[key] += 1

    def due(self, now_s: float, last_error: str) -> OscTraffic | None:
        """What to tell, if somebody watches, it is time, and there is news."""
        if not self.watched or now_s - self._told_at < INTERVAL_S:
            return None
        self._told_at = now_s
        span = now_s - self._span_began
        if span >= SPAN_S:
            busiest = self._counts.most_common()
            self._rates = tuple([OscRate(_short(name), way, round(count / span, 1)) for (way, name), count in busiest])
            self._counts.clear()
            self._span_began = now_s
        before = self._told
        if (before.passed, before.rates, before.last_error) == (self._passed, self._rates, last_error):
            return None
        lines = tuple([_line(*one) for one in tuple(self._lines)])
        self._told = OscTraffic(lines, self._rates, self._passed, last_error)
        return self._told


def _line(incoming: bool, peer: Address, what: bytes | Message) -> OscLine:
    told = f"{peer[0]}:{peer[1]}"
    try:
        message = what if isinstance(what, Message) else parse_element(what)
    except OscError as error:
        return OscLine(incoming, told, "", error.sentence)
    return OscLine(incoming, told, _short(message.address), _short(" ".join(map(_argument, message.arguments[:16]))))


def _argument(argument: object) -> str:
    return f"{argument:.4g}" if isinstance(argument, float) else _short(str(argument))


def _short(text: str) -> str:
    """Text from strangers for one line: not too long, and nothing but what can be read."""
    text = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    return text if text.isprintable() else "".join(one if one.isprintable() else "·" for one in text)
