"""What the OSC bridge takes from the window. Plain data for the engine's protocol."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.performance.bindings import Binding


@dataclass(frozen=True)
class ConfigureOsc:
    """Listen and mirror on these UDP ports, or fall silent; the fields are those of `vschaos.osc.ports.OscSettings`."""

    enabled: bool
    in_port: int
    out_port: int
    prefix: str = "/vs"
    host: str = "127.0.0.1"
    query_port: int = 0


@dataclass(frozen=True)
class LearnOsc:
    """Bind the next OSC address that moves to a control; an empty name ends the wait."""

    control: str


@dataclass(frozen=True)
class BindOsc:
    """Bind an OSC address to a control by hand, or in place of a binding that there is."""

    binding: Binding


@dataclass(frozen=True)
class UnbindOsc:
    """Let go of all OSC addresses of a control; of all controls with an empty name."""

    control: str


@dataclass(frozen=True)
class WatchOsc:
    """Tell what passes over OSC (:class:`~vschaos.osc.reports.OscTraffic`, ten times a second at most), or stop it."""

    on: bool
