"""The OSC port: sockets bound to literal addresses, and one thread that reads them, answers, and sends the mirrors.

The sockets' receive buffers are large: a burst of a thousand datagrams waits there while the thread works through it.
What has arrived by then is applied together, a bundle never in parts; of a control that was moved
several times, the last value.

Nothing that arrives can raise: what is not understood is counted, and answered by ``/vs/error``, a few times a second
at most.
"""

from __future__ import annotations

import select
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import ControlError, OscError
from vschaos.osc.messages import OscPeer, OscTraffic
from vschaos.osc.monitor import Monitor, shortened
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, elements, parse_element
from vschaos.osc.peers import Peer, Peers, Sender
from vschaos.osc.ports import OscSettings, check_settings, listening_sockets
from vschaos.osc.rate_limit import RateLimit
from vschaos.osc.requests import DUMP, PEER_ADD, PEER_REMOVE, STATUS, EngineHealth, Requests, port_of
from vschaos.performance.bindings import Bindings
from vschaos.performance.controls import Control
from vschaos.performance.osc_decoder import OSC, OscDecoder
from vschaos.performance.performance import Performance
from vschaos.performance.state import Change, Origin, Touch, moves_others
from vschaos.performance.touch_batch import TouchBatch

__all__ = ["EngineHealth", "OscCounts", "OscServer"]

WAIT_S = 0.008
ERRORS_PER_S = 5
DUMPS_PER_S = 20
"""A dump is some hundred messages: without a limit, nothing else would be sent. The same for a status."""

GATHER_S = 0.001
"""How long datagrams gather, if the last ones came that recently: less than a hop."""
MOST_AT_ONCE = 4096
MOST_IN_A_BATCH = 64
"""Touches for which the performance is held at once, a bundle apart: a fraction of a millisecond."""
UNKNOWN_REMEMBERED = 256
CHECK_EVERY_S = 1.0


@dataclass(frozen=True)
class OscCounts:
    """Messages since the start. ``received`` includes those refused, ``rejected`` counts what was not understood."""

    received: int = 0
    sent: int = 0
    rejected: int = 0
    last_error: str = ""


class OscServer:
    """Lets OSC programs play.

    Parameters
    ----------
    performance
        The state that messages move.
    settings
        Ports, prefix and interface.
    health
        Asked when a peer wants the status.
    bindings
        Addresses of other programs that are bound to controls.
    monitor
        Notes what passes, while it is watched.
    emit_peers, emit_traffic
        Called on the OSC thread when a peer comes or goes, and with what passed.
    clock
        Seconds, monotonic.

    Raises
    ------
    OscError
        If the settings or a port cannot be used.
    """

    def __init__(
        self,
        performance: Performance,
        settings: OscSettings,
        health: Callable[[], EngineHealth] = EngineHealth,
        *,
        bindings: Bindings | None = None,
        monitor: Monitor | None = None,
        emit_peers: Callable[[tuple[OscPeer, ...]], None] = lambda _: None,
        emit_traffic: Callable[[OscTraffic], None] = lambda _: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        check_settings(settings)
        self.settings = settings
        self._performance = performance
        self._clock = clock
        self._bindings = bindings or Bindings(OSC, lambda: performance.controls)
        self._decoder = OscDecoder(self._bindings)
        self._monitor = monitor or Monitor()
        self._emit_traffic = emit_traffic
        self._namespace = Namespace(performance.controls, settings.prefix)
        self._requests = Requests(self._namespace, performance, health)
        self._batch = TouchBatch()
        self._sender: Sender = ("", 0)
        self._owner: Peer | None = None
        self._asked: list[OscMessage] = []
        self._received = self._sent = self._rejected = 0
        self._last_error = ""
        self._unknown: set[str] = set()
        self._errors = RateLimit(ERRORS_PER_S)
        dumps = RateLimit(DUMPS_PER_S)
        self._long_answers = {DUMP: dumps, PEER_ADD: dumps, STATUS: RateLimit(DUMPS_PER_S)}
        self._check_at = clock() + CHECK_EVERY_S
        self._sockets = listening_sockets(settings)
        self._peers = Peers(settings.out_port, self._namespace, self._sockets[0], clock(), emit_peers)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="osc", daemon=True)
        performance.listen(self._note)

    @property
    def in_port(self) -> int:
        """UDP port that is listened on."""
        return self.settings.in_port

    @property
    def out_port(self) -> int:
        """UDP port of the program on this computer that gets changes."""
        return self.settings.out_port

    @property
    def counts(self) -> OscCounts:
        """Counts so far; any thread may ask."""
        return OscCounts(self._received, self._sent, self._rejected, self._last_error)

    def start(self) -> None:
        """Start to listen."""
        self._thread.start()

    def close(self) -> None:
        """Stop listening and free the port."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        self._performance.forget(self._note)
        self._peers.close()
        for opened in self._sockets:
            opened.close()

    def _note(self, changes: tuple[Change, ...]) -> None:
        """Note changes, on the thread that made them: for those of programs, this server's own."""
        by_program = changes[0].origin in (Origin.OSC, Origin.OSC_OTHER)
        self._peers.note(changes, self._sender if by_program else None)

    # ── the thread ────────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        busy_until = 0.0
        while not self._stop.is_set():
            ready, _, _ = select.select(self._sockets, [], [], WAIT_S)
            if ready and self._clock() < busy_until:
                # Under heavy traffic a thread that woke for each datagram would keep the others from their work.
                time.sleep(GATHER_S)
            if self.receive():
                busy_until = self._clock() + GATHER_S
            self._flush()

    def receive(self) -> bool:
        """Handle all that has arrived; returns whether anything had."""
        anything = False
        for opened in self._sockets:
            for _ in range(MOST_AT_ONCE):
                try:
                    datagram, sender = opened.recvfrom(65536)
                except BlockingIOError:
                    break
                except OSError:
                    # Windows reports here that an earlier datagram of ours reached no program.
                    continue
                anything = True
                self.handle(datagram, sender)
        self.settle()
        return anything

    def handle(self, datagram: bytes, sender: Sender) -> None:
        """Handle one datagram. Touches wait for :meth:`settle`, or for as many as are applied at once."""
        if sender != self._sender or len(self._batch) >= MOST_IN_A_BATCH:
            self.settle()
            self._sender = sender
            self._owner = self._peers.of(sender)
        if self._owner is not None:
            self._owner.heard_at = self._clock()
        self._follow_instrument()
        self._receive(datagram)

    def _follow_instrument(self) -> None:
        if self._performance.controls is not self._namespace.controls:
            self._namespace = Namespace(self._performance.controls, self.settings.prefix)
            self._requests.use(self._namespace)
            self._peers.use(self._namespace)

    def _flush(self) -> None:
        self._follow_instrument()
        now, state = self._clock(), self._performance.state
        for peer in self._peers.all:
            for message in peer.mirror.due(now, state):
                self._send(message, peer)
        for message in self._requests.watched(now):
            for watcher in self._peers.all:
                if watcher in self._requests.watchers:
                    self._send(message, watcher)
        for message in self._requests.announced(now):
            for peer in self._peers.all:
                self._send(message, peer)
        if now >= self._check_at:
            self._check_at = now + CHECK_EVERY_S
            self._peers.check(now)
            self._owner = self._peers.of(self._sender)
            self._requests.watchers = [one for one in self._requests.watchers if one in self._peers.all]
        traffic = self._monitor.due(now, self._last_error)
        if traffic is not None:
            self._emit_traffic(traffic)

    def _receive(self, datagram: bytes) -> None:
        """Put what a datagram touches into the batch: all at once, or nothing if a part of it is not OSC."""
        bound = self._decoder.addresses
        try:
            found = elements(datagram)
            parts = [self._read(one, bound) for one in found]
        except OscError as error:
            self._received += 1
            if self._monitor.watched:
                self._monitor.note_received(datagram, self._sender)
            self._refuse("", error.sentence)
            return
        self._received += len(parts)
        if self._monitor.watched:
            for one in found:
                self._monitor.note_received(one, self._sender)
        for part in parts:
            if isinstance(part, Touch):
                self._put(part)
            else:
                self._handle(part)
        if self._asked:
            # Questions are answered, and notes sound, with all that came before and with them.
            self.settle()

    def _read(self, element: bytes, bound: frozenset[bytes] | None) -> Touch | OscMessage:
        """Read a message, by the short way where possible; ``bound`` as `OscDecoder.addresses`."""
        if bound is None or (bound and element[: element.find(b"\0")] in bound):
            return parse_element(element)
        return self._namespace.plain_touch(element) or parse_element(element)

    def _handle(self, message: OscMessage) -> None:
        readings = self._decoder.decode(message.address, message.arguments)
        for touch in self._bindings.move(readings, self._namespace.controls) if readings else ():
            self._put(touch)
        controls = self._namespace.controls_at(message.address)
        if len(controls) == 1:
            try:
                self._put(self._namespace.touch(controls[0], message.arguments))
            except ControlError as error:
                self._refuse(message.address, error.sentence)
        elif controls:
            self._handle_pattern(message, controls)
        elif readings is None or self._requests.accepts(message.address):
            self._asked.append(message)

    def _handle_pattern(self, message: OscMessage, controls: tuple[Control, ...]) -> None:
        """Touch all controls that match a pattern and its arguments; if none does, the first error is answered."""
        why = ""
        fitting = 0
        for control in controls:
            try:
                touch = self._namespace.touch(control, message.arguments)
            except ControlError as error:
                why = why or error.sentence
                continue
            fitting += 1
            self._put(touch)
        if not fitting:
            self._refuse(message.address, why)

    def _put(self, touch: Touch) -> None:
        if moves_others(self._namespace.controls[touch.control]):
            self._batch.order(touch)
        else:
            self._batch.move(touch)

    def settle(self) -> None:
        """Apply the touches that wait, and answer."""
        if self._batch:
            origin = Origin.OSC_OTHER if self._owner is None else Origin.OSC
            for refused in self._performance.touch(self._batch.empty(), origin).refused:
                control = self._namespace.controls.get(refused.touch.control)
                self._refuse(self._namespace.address(control) if control else "", refused.error.sentence)
        asked, self._asked = self._asked, []
        for message in asked:
            self._answer(message)

    def _answer(self, message: OscMessage) -> None:
        try:
            answer = self._answered(message)
        except ControlError as error:
            self._refuse(message.address, error.sentence)
            return
        if answer is None:
            self._rejected += 1
            address = shortened(message.address)
            if address not in self._unknown and len(self._unknown) < UNKNOWN_REMEMBERED:
                self._unknown.add(address)
                self._send_error(address, "There is no such address.")
            return
        for one in answer:
            self._send(one, self._asker)

    def _answered(self, message: OscMessage) -> list[OscMessage] | None:
        """The answer; a port in the question makes the sender a peer."""
        name, now = self._requests.below_prefix(message.address), self._clock()
        ration = self._long_answers.get(name)
        if ration is not None and not ration.allows(now):
            raise ControlError(f"“{name[1:]}” came more than {DUMPS_PER_S} times a second.")
        host, own_port = self._sender
        if name == PEER_REMOVE:
            self._peers.remove((host, port_of(message.arguments) if message.arguments else own_port))
            self._owner = self._peers.of(self._sender)
        port = self._requests.reply_port(message)
        if name == PEER_ADD and port is None:
            port = own_port
        if port is not None:
            if port == self.in_port and host in (opened.getsockname()[0] for opened in self._sockets):
                raise ControlError(f"Port {port} is the one on which this program listens.")
            self._owner = self._peers.add(self._sender, port, now)
        return self._requests.answer(message, self._asker)

    @property
    def _asker(self) -> Peer:
        """Who gets the answer: the sender, or the peer of the settings if it is unknown where the sender listens."""
        return self._owner or self._peers.configured

    def _refuse(self, address: str, sentence: str) -> None:
        self._rejected += 1
        self._send_error(address, sentence)

    def _send_error(self, address: str, sentence: str) -> None:
        address = shortened(address)
        self._last_error = f"{address}: {sentence}" if address else sentence
        if self._errors.allows(self._clock()):
            self._send(OscMessage(f"{self._namespace.prefix}/error", (address, sentence)), self._asker)

    def _send(self, message: OscMessage, peer: Peer) -> None:
        # Where no program listens, or a buffer is full, the next value will do.
        if peer.send(message, self._clock()):
            self._sent += 1
            if self._monitor.watched:
                self._monitor.note_sent(message, peer.address)
