"""The engine's health in plain words. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.realtime.protocol import OscStatus, Snapshot, StreamStatus

BUSY = 0.8
"""Share of the time from which rendering is close to too slow."""


@dataclass(frozen=True)
class Health:
    """What to say of the sound: a line, one that helps where something is wrong, and whether something is."""

    line: str
    remedy: str = ""
    troubled: bool = False


def stream_health(snapshot: Snapshot) -> Health:
    """How the sound gets out of the computer."""
    if snapshot.stream is StreamStatus.NO_DEVICE:
        return Health(
            "No sound: this computer offers no output.",
            "Connect one or start the sound server, then look again. All else works.",
            troubled=True,
        )
    if snapshot.stream is StreamStatus.NO_INSTRUMENT:
        return Health("The engine is ready; no instrument is loaded.")
    drops = snapshot.underruns
    dropouts = "no dropouts" if drops == 0 else "1 dropout" if drops == 1 else f"{drops} dropouts"
    line = f"{snapshot.latency_ms:.0f} ms delay · {dropouts} · {100 * snapshot.load:.0f} % busy"
    if snapshot.load > BUSY:
        return Health(line, "The computer is nearly too slow: close other programs.", troubled=True)
    if snapshot.latency.why:
        # The queue has grown until it plays: worth a word, but no trouble unless the sound breaks off.
        return Health(line, f"{snapshot.latency.why} {snapshot.latency.remedy}".strip(), troubled=drops > 0)
    return Health(line)


def output_health(snapshot: Snapshot) -> Health:
    """Where the sound goes."""
    if snapshot.stream is not StreamStatus.RUNNING:
        return stream_health(snapshot)
    return Health(f"Plays through “{snapshot.device}”." if snapshot.device else "Plays.")


def osc_line(osc: OscStatus, *, wanted: bool) -> str:
    """What passes over OSC; ``wanted`` tells whether the user has it on."""
    if not osc.listening:
        return "not listening" if wanted else "off"
    refused = f" · {osc.rejected} refused" if osc.rejected else ""
    return f"{osc.received} in · {osc.sent} out{refused}"
