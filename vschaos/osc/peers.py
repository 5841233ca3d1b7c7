"""Which programs get changes: the one of the settings, and those that gave the port that they listen on.

A program gives its port with ``/vs/peer/add 9002``, or with a question: ``/vs/ping 9002``, ``/vs/dump 9002``,
``/vs/query pad 9002``. The port is one of its own computer: nobody can have messages sent to a third. From then on
what comes from the port that it sent this from counts as its own change, and it gets the changes of all others.

A program that ends is removed: after ten seconds in which its computer said that no program listens there; one of
another computer, which may end without notice, after ten minutes in which nothing came from it.
"""

from __future__ import annotations

import socket
from collections.abc import Callable

from vschaos.errors import ControlError, OscError
from vschaos.osc.messages import OscPeer
from vschaos.osc.mirror import Author, Mirror
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, build
from vschaos.osc.ports import LOOPBACK, sending_socket, wait_for_room
from vschaos.performance.state import Change

Sender = tuple[str, int]

MOST = 8
"""Peers beside the one of the settings."""

MOST_SENDERS = 8
"""Ports that one peer sends from; the one given longest ago is forgotten."""

REFUSED_FOR_S = 10.0
SILENT_FOR_S = 600.0
ANSWERED_WITHIN_S = 0.25
"""A refusal comes back within this time, or not at all."""


class Peer:
    """One program that gets changes.

    Parameters
    ----------
    host, port
        Where it listens.
    namespace
        Addresses of the present instrument.
    opened
        A socket that is connected to it; the shared one for the peer of the settings.
    configured
        Whether it is the one of the settings, which is never removed.
    now_s
        When it came.
    """

    def __init__(
        self, host: str, port: int, namespace: Namespace, opened: socket.socket, *, configured: bool, now_s: float
    ) -> None:
        self.address: Sender = (host, port)
        self.configured = configured
        self.mirror = Mirror(namespace)
        self.senders: list[Sender] = []
        self.heard_at = now_s
        self._socket = opened
        self._tried_at = now_s
        self._refused_at: float | None = None

    def send(self, message: OscMessage, now_s: float) -> bool:
        """Send a message; returns whether it was sent."""
        try:
            datagram = build(message)
        except OscError:
            return False
        try:
            self._write(datagram)
        except BlockingIOError:
            return False
        except OSError:
            # An earlier datagram reached no program; this one has not been sent yet.
            self._refused_at = now_s if self._refused_at is None else self._refused_at
            self._tried_at = now_s
            return self._retry(datagram)
        if now_s - self._tried_at >= ANSWERED_WITHIN_S:
            self._refused_at = None
        self._tried_at = now_s
        return True

    @property
    def is_refused(self) -> bool:
        """Whether no program listens at its port."""
        return self._refused_at is not None

    def view(self) -> OscPeer:
        """It, as it is shown."""
        return OscPeer(*self.address, self.configured, self.is_refused)

    def is_lost(self, now_s: float) -> bool:
        """Whether it has ended."""
        if self.configured:
            return False
        if self._refused_at is not None and now_s - self._refused_at >= REFUSED_FOR_S:
            return True
        return self.address[0] != LOOPBACK and now_s - self.heard_at >= SILENT_FOR_S

    def close(self) -> None:
        """Close its socket, unless that is shared."""
        if not self.configured:
            self._socket.close()

    def _write(self, datagram: bytes) -> None:
        try:
            self._to(datagram)
        except BlockingIOError:
            wait_for_room(self._socket)
            self._to(datagram)

    def _to(self, datagram: bytes) -> None:
        if self.configured:
            self._socket.sendto(datagram, self.address)
        else:
            self._socket.send(datagram)

    def _retry(self, datagram: bytes) -> bool:
        try:
            self._to(datagram)
        except OSError:
            return False
        return True


class Peers:
    """All peers. :meth:`note` is called on any thread, the rest by the OSC thread alone.

    Parameters
    ----------
    out_port
        Where the peer of the settings listens, on this computer.
    namespace
        Addresses of the present instrument.
    opened
        The socket to send to it by.
    now_s
        The time.
    changed
        Called when a peer has come or gone.
    """

    def __init__(
        self,
        out_port: int,
        namespace: Namespace,
        opened: socket.socket,
        now_s: float,
        changed: Callable[[tuple[OscPeer, ...]], None],
    ) -> None:
        self._namespace = namespace
        self._changed = changed
        self.configured = Peer(LOOPBACK, out_port, namespace, opened, configured=True, now_s=now_s)
        self.all: tuple[Peer, ...] = (self.configured,)
        self._by_sender: dict[Sender, Peer] = {self.configured.address: self.configured}
        self._reported: tuple[OscPeer, ...] = ()

    def of(self, sender: Sender) -> Peer | None:
        """The peer that sends from there; None if unknown."""
        return self._by_sender.get(sender)

    def note(self, changes: tuple[Change, ...], sender: Sender | None) -> None:
        """Note changes for all peers: those that ``sender`` made, or with None no OSC program."""
        owner = None if sender is None else self._by_sender.get(sender)
        for peer in self.all:
            if peer is owner:
                author = Author.OWN
            elif sender is not None and owner is None and self._may_send(peer, sender):
                author = Author.PERHAPS_OWN
            else:
                author = Author.OTHER
            peer.mirror.note(changes, author)

    def add(self, sender: Sender, port: int, now_s: float) -> Peer:
        """Add the peer that listens on a port of the sender's computer; or, if known, another port that it sends from.

        Raises
        ------
        ControlError
            If there are too many, or it cannot be reached.
        """
        address = (sender[0], port)
        peer = next((one for one in self.all if one.address == address), None)
        if peer is None:
            peer = self._open(address, now_s)
        if sender not in peer.senders:
            before = self._by_sender.get(sender)
            if before is not None and sender in before.senders:
                before.senders.remove(sender)
            peer.senders.append(sender)
            self._by_sender[sender] = peer
            for forgotten in peer.senders[:-MOST_SENDERS]:
                self._by_sender.pop(forgotten, None)
            del peer.senders[:-MOST_SENDERS]
            self._by_sender.setdefault(address, peer)
        peer.heard_at = now_s
        self._report()
        return peer

    def remove(self, address: Sender) -> None:
        """Remove a peer, if it is there; of the one of the settings, only the ports that it sends from."""
        for peer in self.all:
            if peer.address == address:
                self._remove(peer)
        self._report()

    def check(self, now_s: float) -> None:
        """Remove peers that have ended."""
        for peer in self.all:
            if peer.is_lost(now_s):
                self._remove(peer)
        self._report()

    def use(self, namespace: Namespace) -> None:
        """Use another instrument's addresses."""
        self._namespace = namespace
        for peer in self.all:
            peer.mirror.use(namespace)

    def close(self) -> None:
        """Close all."""
        for peer in self.all:
            peer.close()
        self.all = ()

    def _may_send(self, peer: Peer, sender: Sender) -> bool:
        """Whether a peer may be the one that sends from an unknown port."""
        if peer.address[0] != sender[0]:
            return False
        # An app on a phone that was started again sends from another port, and is still the only one there.
        is_alone = sender[0] != LOOPBACK and [one.address[0] for one in self.all].count(sender[0]) == 1
        return is_alone or not peer.senders

    def _open(self, address: Sender, now_s: float) -> Peer:
        if len(self.all) > MOST:
            # Those that ended while nothing was sent are found by sending something.
            for peer in self.all[1:]:
                peer.send(OscMessage(f"{self._namespace.prefix}/pong"), now_s)
                if peer.is_refused:
                    self._remove(peer)
        if len(self.all) > MOST:
            raise ControlError(f"There are already {MOST} peers; no more can be added.")
        try:
            opened = sending_socket(*address)
        except (OSError, OverflowError) as error:
            raise ControlError(f"Port {address[1]} of {address[0]} cannot be reached: {error}.") from error
        peer = Peer(*address, self._namespace, opened, configured=False, now_s=now_s)
        self.all = (*self.all, peer)
        return peer

    def _remove(self, peer: Peer) -> None:
        for sender in (*peer.senders, peer.address):
            self._by_sender.pop(sender, None)
        peer.senders.clear()
        if peer.configured:
            self._by_sender[peer.address] = peer
        else:
            self.all = tuple(one for one in self.all if one is not peer)
            peer.close()

    def _report(self) -> None:
        views = tuple([peer.view() for peer in self.all])
        if views != self._reported:
            self._reported = views
            self._changed(views)
