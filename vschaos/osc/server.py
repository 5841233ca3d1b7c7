"""The OSC port: sockets bound to literal addresses, and one thread that reads them, answers, and sends the mirrors.

The sockets' receive buffers are large: a burst of a thousand datagrams waits there while the thread works through it.
What has arrived by then is given to the performance together, a bundle never in parts; of a control that was moved
several times, the last value.

Nothing that arrives can raise: what is not understood is counted, and told as ``/vs/error``, a few times a second
at most.
"""

from __future__ import annotations

import select
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from vschaos.errors import ControlError, OscError
from vschaos.osc.batch import Batch
from vschaos.osc.learning import OscLearning
from vschaos.osc.monitor import Monitor
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import Message, elements, parse_element
from vschaos.osc.peers import Peer, Peers, Sender
from vschaos.osc.ports import OscSettings, check_settings, listening_sockets
from vschaos.osc.ration import Ration
from vschaos.osc.reports import OscPeer, OscTraffic
from vschaos.osc.requests import DUMP, PEER_ADD, PEER_REMOVE, EngineHealth, Requests, port_of
from vschaos.performance.authority import Performance
from vschaos.performance.controls import Control
from vschaos.performance.state import Change, Origin, Touch, moves_others

__all__ = ["EngineHealth", "OscCounts", "OscServer"]

WAIT_S = 0.008
ERRORS_PER_S = 5
DUMPS_PER_S = 20
"""A dump is some hundred messages: asked for without measure, nothing else would be sent."""

GATHER_S = 0.001
"""How long datagrams gather, if the last ones came that recently: less than a hop."""
MOST_AT_ONCE = 4096
MOST_IN_A_BATCH = 64
"""Touches for which the performance is held at once, a bundle apart: a fraction of a millisecond."""
UNKNOWN_REMEMBERED = 256
LOOK_AFTER_EVERY_S = 1.0


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
    learning
        Addresses of other programs that were bound to controls.
    monitor
        Notes what passes, while somebody watches.
    tell_peers, tell_traffic
        Called on the OSC thread when a peer comes or goes, and with what passed.
    clock
        Seconds, monotonic.

    Raises
    ------
    OscError
        If the settings cannot be, or a port cannot be used.
    """

    def __init__(
        self,
        performance: Performance,
        settings: OscSettings,
        health: Callable[[], EngineHealth] = EngineHealth,
        *,
        learning: OscLearning | None = None,
        monitor: Monitor | None = None,
        tell_peers: Callable[[tuple[OscPeer, ...]], None] = lambda _: None,
        tell_traffic: Callable[[OscTraffic], None] = lambda _: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        check_settings(settings)
        self.settings = settings
        self._performance = performance
        self._clock = clock
        self._learning = learning or OscLearning(performance, lambda _: None)
        self._monitor = monitor or Monitor()
        self._tell_traffic = tell_traffic
        self._namespace = Namespace(performance.controls, settings.prefix)
        self._requests = Requests(self._namespace, performance, health)
        self._batch = Batch()
        self._sender: Sender = ("", 0)
        self._owner: Peer | None = None
        self._asked: list[Message] = []
        self._received = self._sent = self._rejected = 0
        self._last_error = ""
        self._unknown: set[str] = set()
        self._errors = Ration(ERRORS_PER_S)
        self._dumps = Ration(DUMPS_PER_S)
        self._look_after_at = clock() + LOOK_AFTER_EVERY_S
        self._sockets = listening_sockets(settings)
        self._peers = Peers(settings.out_port, self._namespace, self._sockets[0], clock(), tell_peers)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="osc", daemon=True)
        performance.listen(self._note)

    @property
    def in_port(self) -> int:
        """UDP port that is listened on."""
        return self.settings.in_port

    @property
    def out_port(self) -> int:
        """UDP port of the program on this computer that is told of changes."""
        return self.settings.out_port

    @property
    def counts(self) -> OscCounts:
        """Counts so far; any thread may ask."""
        return OscCounts(self._received, self._sent, self._rejected, self._last_error)

    def start(self) -> None:
        """Begin to listen."""
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
        """Take note of changes, on the thread of the hand that made them: for a program's, this server's own."""
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
            if self._take_in():
                busy_until = self._clock() + GATHER_S
            self._flush()

    def _take_in(self) -> bool:
        """Work through what has arrived; whether anything had."""
        anything = False
        for opened in self._sockets:
            for _ in range(MOST_AT_ONCE):
                try:
                    datagram, sender = opened.recvfrom(65536)
                except BlockingIOError:
                    break
                except OSError:
                    # Windows reports here that an earlier datagram of ours reached nobody.
                    continue
                anything = True
                self.take(datagram, sender)
        self.settle()
        return anything

    def take(self, datagram: bytes, sender: Sender) -> None:
        """Work through one datagram. Touches wait for :meth:`settle`, or for as many as are applied at once."""
        if sender != self._sender or len(self._batch) >= MOST_IN_A_BATCH:
            self.settle()
            self._sender = sender
            self._owner = self._peers.of(sender)
        if self._owner is not None:
            self._owner.heard_at = self._clock()
        self._receive(datagram)

    def _flush(self) -> None:
        if self._performance.controls is not self._namespace.controls:
            self._namespace = Namespace(self._performance.controls, self.settings.prefix)
            self._requests.use(self._namespace)
            self._peers.use(self._namespace)
        now, state = self._clock(), self._performance.state
        for peer in self._peers.all:
            for message in peer.mirror.due(now, state):
                self._send(message, peer)
        for message in self._requests.due(now):
            for watcher in self._peers.all:
                if watcher in self._requests.watchers:
                    self._send(message, watcher)
        if now >= self._look_after_at:
            self._look_after_at = now + LOOK_AFTER_EVERY_S
            self._peers.look_after(now)
            self._owner = self._peers.of(self._sender)
            self._requests.watchers = [one for one in self._requests.watchers if one in self._peers.all]
        traffic = self._monitor.due(now, self._last_error)
        if traffic is not None:
            self._tell_traffic(traffic)

    def _receive(self, datagram: bytes) -> None:
        """Put what a datagram touches into the batch: all at once, or nothing if a part of it is not OSC."""
        learnt = self._learning.addresses
        try:
            found = elements(datagram)
            parts = [self._read(one, learnt) for one in found]
        except OscError as error:
            self._received += 1
            if self._monitor.watched:
                self._monitor.came(datagram, self._sender)
            self._refuse("", error.sentence)
            return
        self._received += len(parts)
        if self._monitor.watched:
            for one in found:
                self._monitor.came(one, self._sender)
        for part in parts:
            if isinstance(part, Touch):
                self._put(part)
            else:
                self._take(part)
        if self._asked:
            # Questions are answered, and notes sound, with all that came before and with them.
            self.settle()

    def _read(self, element: bytes, learnt: frozenset[bytes] | None) -> Touch | Message:
        """Read a message, shortly where that can be; ``learnt`` as `OscLearning.addresses`."""
        if learnt is None or (learnt and element[: element.find(b"\0")] in learnt):
            return parse_element(element)
        return self._namespace.plain_touch(element) or parse_element(element)

    def _take(self, message: Message) -> None:
        touches = self._learning.take(message.address, message.arguments, self._namespace.controls)
        for touch in touches or ():
            self._put(touch)
        controls = self._namespace.controls_at(message.address)
        if len(controls) == 1:
            try:
                self._put(self._namespace.touch(controls[0], message.arguments))
            except ControlError as error:
                self._refuse(message.address, error.sentence)
        elif controls:
            self._take_pattern(message, controls)
        elif touches is None or self._requests.takes(message.address):
            self._asked.append(message)

    def _take_pattern(self, message: Message, controls: tuple[Control, ...]) -> None:
        """Touch all controls that a pattern means and that take its arguments; if none does, the first tells why."""
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
            for refused in self._performance.touch(self._batch.take(), origin).refused:
                control = self._namespace.controls.get(refused.touch.control)
                self._refuse(self._namespace.address(control) if control else "", refused.error.sentence)
        asked, self._asked = self._asked, []
        for message in asked:
            self._answer(message)

    def _answer(self, message: Message) -> None:
        try:
            answer = self._answered(message)
        except ControlError as error:
            self._refuse(message.address, error.sentence)
            return
        if answer is None:
            self._rejected += 1
            if message.address not in self._unknown and len(self._unknown) < UNKNOWN_REMEMBERED:
                self._unknown.add(message.address)
                self._tell_error(message.address, "There is no such address.")
            return
        for told in answer:
            self._send(told, self._asker)

    def _answered(self, message: Message) -> list[Message] | None:
        """The answer; a port that comes with the question makes a peer of whoever asks."""
        name, now = self._requests.below_prefix(message.address), self._clock()
        if name in (DUMP, PEER_ADD) and not self._dumps.take(now):
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
                raise ControlError(f"Port {port} is where this program listens itself.")
            self._owner = self._peers.add(self._sender, port, now)
        return self._requests.answer(message, self._asker)

    @property
    def _asker(self) -> Peer:
        """Whom the answer goes to: who asks, or the peer of the settings where nobody knows where that one listens."""
        return self._owner or self._peers.configured

    def _refuse(self, address: str, sentence: str) -> None:
        self._rejected += 1
        self._tell_error(address, sentence)

    def _tell_error(self, address: str, sentence: str) -> None:
        self._last_error = f"{address}: {sentence}" if address else sentence
        if self._errors.take(self._clock()):
            self._send(Message(f"{self._namespace.prefix}/error", (address, sentence)), self._asker)

    def _send(self, message: Message, peer: Peer) -> None:
        # Where nobody listens, or a buffer is full, the next value will do.
        if peer.send(message, self._clock()):
            self._sent += 1
            if self._monitor.watched:
                self._monitor.went(message, peer.address)
