"""How the sound fares, as text. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.realtime.protocol import EngineStatus, OscStatus, StreamStatus

BUSY = 0.8
"""Share of the time from which rendering is close to too slow."""


@dataclass(frozen=True)
class SoundState:
    """What to say of the sound: a line, what helps where something is wrong, and whether something is."""

    line: str
    remedy: str = ""
    troubled: bool = False


def stream_state(status: EngineStatus) -> SoundState:
    """How the sound gets out of the computer."""
    if status.stream is StreamStatus.NO_DEVICE:
        return SoundState(
            "No sound: no output device was found.",
            "Connect one or start the sound server, then look for outputs again. Everything else works.",
            troubled=True,
        )
    if status.stream is StreamStatus.NO_INSTRUMENT:
        return SoundState("The engine is ready; no instrument is loaded.")
    line = f"{status.latency_ms:.0f} ms latency · {dropouts_text(status.underruns)} · {100 * status.load:.0f} % load"
    if status.load > BUSY:
        return SoundState(line, "The computer is nearly too slow: close other programs.", troubled=True)
    if status.latency.why:
        # The queue has grown until it plays: that is said, but it is a problem only if the sound breaks off.
        return SoundState(line, f"{status.latency.why} {status.latency.remedy}".strip(), troubled=status.underruns > 0)
    return SoundState(line)


def output_state(status: EngineStatus) -> SoundState:
    """Where the sound goes."""
    if status.stream is not StreamStatus.RUNNING:
        return stream_state(status)
    return SoundState(f"Plays through “{status.device}”." if status.device else "Plays.")


def dropouts_text(count: int) -> str:
    """“no dropouts”, “1 dropout”, “3 dropouts”."""
    return {0: "no dropouts", 1: "1 dropout"}.get(count, f"{count} dropouts")


def osc_line(osc: OscStatus, *, wanted: bool) -> str:
    """How many messages pass over OSC; ``wanted``: whether the user has switched it on."""
    if not osc.listening:
        return "not listening" if wanted else "off"
    refused = f" · {osc.rejected} refused" if osc.rejected else ""
    return f"{osc.received} in · {osc.sent} out{refused}"
