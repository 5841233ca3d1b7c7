"""What the OSC bridge tells the window: peers, traffic, and what was learnt. Plain data for the engine's protocol."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.performance.bindings import Binding


@dataclass(frozen=True)
class OscPeer:
    """A program that is told of changes.

    ``configured`` is the one of the settings; ``refused`` says that nobody listens at its port.
    """

    host: str
    port: int
    configured: bool = False
    refused: bool = False


@dataclass(frozen=True)
class OscPeers:
    """All peers, told whenever one comes or goes; none while OSC is off."""

    peers: tuple[OscPeer, ...] = ()


@dataclass(frozen=True)
class OscBindings:
    """All bindings of OSC addresses, told whenever they change; ``learning`` is the control that waits for one."""

    bindings: tuple[Binding, ...] = ()
    learning: str = ""


@dataclass(frozen=True)
class OscLine:
    """A message that came (``incoming``) or went: the program at the other end, its address and arguments."""

    incoming: bool
    peer: str
    address: str
    arguments: str = ""


@dataclass(frozen=True)
class OscRate:
    """Messages a second to or from an address."""

    address: str
    incoming: bool
    per_s: float


@dataclass(frozen=True)
class OscTraffic:
    """The latest messages, oldest first, what passes a second by address, and the last error.

    ``passed`` counts all messages since somebody watches, so that it shows how many ``lines`` are new.
    """

    lines: tuple[OscLine, ...] = ()
    rates: tuple[OscRate, ...] = ()
    passed: int = 0
    last_error: str = ""
