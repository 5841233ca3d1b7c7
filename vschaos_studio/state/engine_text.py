"""How the sound fares, as text. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.realtime.protocol import EngineStatus, OscStatus, StreamStatus
from vschaos_studio.language import number, tr, translated

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
            tr("No sound: no output device was found."),
            tr("Connect one or start the sound server, then look for outputs again. Everything else works."),
            troubled=True,
        )
    if status.stream is StreamStatus.NO_INSTRUMENT:
        return SoundState(tr("The engine is ready; no instrument is loaded."))
    line = tr(
        "{latency} ms latency · {dropouts} · {load} % load",
        latency=number(status.latency_ms),
        dropouts=dropouts_text(status.underruns),
        load=number(100 * status.load),
    )
    if status.load > BUSY:
        return SoundState(line, tr("The computer is nearly too slow: close other programs."), troubled=True)
    if status.latency.why:
        # The queue has grown until it plays: that is said, but it is a problem only if the sound breaks off.
        remedy = f"{translated(status.latency.why)} {translated(status.latency.remedy)}".strip()
        return SoundState(line, remedy, troubled=status.underruns > 0)
    return SoundState(line)


def output_state(status: EngineStatus) -> SoundState:
    """Where the sound goes."""
    if status.stream is not StreamStatus.RUNNING:
        return stream_state(status)
    return SoundState(tr("Plays through “{device}”.", device=status.device) if status.device else tr("Plays."))


def dropouts_text(count: int) -> str:
    """“no dropouts”, “1 dropout”, “3 dropouts”."""
    return tr("%n dropouts", "%n dropout", count) if count else tr("no dropouts")


def osc_line(osc: OscStatus, *, wanted: bool) -> str:
    """How many messages pass over OSC; ``wanted``: whether the user has switched it on."""
    if not osc.listening:
        return tr("not listening") if wanted else tr("off")
    received, sent = number(osc.received), number(osc.sent)
    if not osc.rejected:
        return tr("{received} in · {sent} out", received=received, sent=sent)
    refused = number(osc.rejected)
    return tr("{received} in · {sent} out · {refused} refused", received=received, sent=sent, refused=refused)
