"""Orders and events of OSC in the engine's protocol: the ports, the programs that get changes, and what passes."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.messages import Message, Number


class ConfigureOsc(Message, frozen=True):
    """Listen and mirror on these UDP ports, or close them; the fields are those of `vschaos.osc.ports.OscSettings`."""

    enabled: bool
    in_port: int
    out_port: int
    prefix: str = "/vs"
    host: str = "127.0.0.1"
    query_port: int = 0


class WatchOsc(Message, frozen=True):
    """Report what passes over OSC (:class:`OscTraffic`, ten times a second at most), or stop it."""

    on: bool


@dataclass(frozen=True)
class OscPeer:
    """A program that gets changes.

    ``configured`` is the one of the settings; ``refused`` says that no program listens at its port.
    """

    host: str
    port: int
    configured: bool = False
    refused: bool = False


class OscPeers(Message, frozen=True):
    """All peers, sent whenever one comes or goes; none while OSC is off."""

    peers: tuple[OscPeer, ...] = ()


@dataclass(frozen=True)
class OscLine:
    """A message that was received (``incoming``) or sent: the other program, the address and arguments."""

    incoming: bool
    peer: str
    address: str
    arguments: str = ""


@dataclass(frozen=True)
class OscRate:
    """Messages a second to or from an address."""

    address: str
    incoming: bool
    per_s: Number


class OscTraffic(Message, frozen=True):
    """The latest messages, oldest first, what passes a second by address, and the last error.

    ``passed`` counts all messages since the order to watch: so it shows how many ``lines`` are new.
    """

    lines: tuple[OscLine, ...] = ()
    rates: tuple[OscRate, ...] = ()
    passed: int = 0
    last_error: str = ""
