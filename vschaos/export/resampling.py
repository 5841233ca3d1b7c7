"""Sound between the host's rate and the instrument's: a polyphase windowed sinc, causal, hop by hop. Scriptable.

After R. E. Crochiere and L. R. Rabiner, *Multirate Digital Signal Processing* (1983), chapter 2. With ``up`` samples
out for ``down`` samples in, output q lies at q · down / up of the input, and is the sum of the inputs around it,
weighted by

    w(t) = sinc(c t) · I₀(β √(1 − (t / half)²)),   c = 0.95 · min(1, up / down)

normalised to a sum of 1. The weights of ``up`` outputs are the columns of one table, and a block of them is one product
of matrices:

    inputs    |— 2 half − 1 before —|— down —|
    outputs                         |—  up  —|

Where the rates are equal, the table is the identity. Streams of the module are compiled once for all shapes, see
`vschaos.export.core`; hence the lists of parts.
"""

import torch
from torch import Tensor, nn

from vschaos.export.interface import Conversion, Flow, HostStream
from vschaos.export.rates import PASSED, conversion, hops_due, hops_heard, lag_of

BETA = 8.96
"""Of the Kaiser window: 0.1102 (90 − 8.7), for 90 dB."""

LOUDEST = 1e6
"""As in the instrument: what is not a number counts as silence, and 120 dB is the most."""


class HostRates(nn.Module):
    """Takes the host's sound to the instrument and the instrument's to the host, whatever the host's rate.

    Parameters
    ----------
    rate_hz, hop
        Of the instrument.
    ratio
        Samples of the host for each value of a slow inlet or outlet.
    outlets
        Channels of ``encode``.
    """

    place: Tensor

    def __init__(self, rate_hz: int, hop: int, ratio: int, outlets: int) -> None:
        super().__init__()
        self.rate_hz, self.hop, self.ratio, self.outlets = rate_hz, hop, ratio, outlets
        self.beta, self.edge, self.loudest = BETA, 0.5 * (1.0 + PASSED), LOUDEST
        # Says where the module is: nn~ may move it to another device.
        self.register_buffer("place", torch.zeros(1))

    @torch.jit.export
    def initial(self, host_hz: int, batch: int, hears: bool, sounds: bool) -> HostStream:
        """A stream of ``batch`` voices between this module and a host; what only sounds needs no table to hear."""
        lag = lag_of(self.ratio, self.rate_hz, host_hz, self.hop) if hears else 0
        to_us = self._conversion(host_hz, self.rate_hz, 0, hears)
        to_host = self._conversion(self.rate_hz, host_hz, lag, sounds)
        stream = host_hz, to_us, to_host, self._flow(to_us, batch), self._flow(to_host, batch), self.place
        return self.restarted(stream, batch)

    @torch.jit.export
    def restarted(self, stream: HostStream, batch: int) -> HostStream:
        """The same before any sample, for ``batch`` voices."""
        host_hz, to_us, to_host, _, _, _ = stream
        last = torch.zeros([batch, self.outlets], device=self.place.device)
        return host_hz, to_us, to_host, self._flow(to_us, batch), self._flow(to_host, batch), last

    @torch.jit.export
    def heard(self, parts: list[Tensor], stream: HostStream) -> tuple[list[Tensor], HostStream]:
        """Sound of the host, consecutive parts (B, 1, N), as hops of the instrument, (B, 1, T·hop), T from 0 on."""
        host_hz, to_us, to_host, flow, sounding, last = stream
        made: list[Tensor] = []
        for part in parts:
            if flow[0].shape[0] != part.shape[0]:
                flow = self._flow(to_us, part.shape[0])
            hops = hops_heard(flow[1] + part.shape[2], self.rate_hz, host_hz, self.hop)
            clean = torch.nan_to_num(part[:, 0], nan=0.0, posinf=0.0, neginf=0.0).clamp(-self.loudest, self.loudest)
            sound, flow = _converted(clean, hops * self.hop - flow[2], to_us, flow)
            made.append(sound.unsqueeze(1))
        return made, (host_hz, to_us, to_host, flow, sounding, last)

    @torch.jit.export
    def sounded(self, parts: list[Tensor], samples: list[int], stream: HostStream) -> tuple[list[Tensor], HostStream]:
        """Hops of the instrument, (B, 1, T·hop), as the next ``samples`` of the host each, (B, 1, N)."""
        host_hz, to_us, to_host, hearing, flow, last = stream
        made: list[Tensor] = []
        for index, part in enumerate(parts):
            if flow[0].shape[0] != part.shape[0]:
                flow = self._flow(to_host, part.shape[0])
            sound, flow = _converted(part[:, 0], samples[index], to_host, flow)
            made.append(sound.unsqueeze(1))
        return made, (host_hz, to_us, to_host, hearing, flow, last)

    @torch.jit.export
    def inlets(self, controls: Tensor, stream: HostStream) -> Tensor:
        """Values of the host, (B, C, steps), as those of the hops that are due, (B, C, T), T from 0 on."""
        host_hz, went = stream[0], stream[4][2]
        due = hops_due(went, self.rate_hz, host_hz, self.hop)
        steps: list[int] = []
        for step in range(controls.shape[2]):
            until = hops_due(went + (step + 1) * self.ratio, self.rate_hz, host_hz, self.hop)
            for _ in range(until - due):
                steps.append(step)
            due = until
        return controls.index_select(2, torch.tensor(steps, dtype=torch.long, device=controls.device))

    @torch.jit.export
    def values(self, found: Tensor, steps: int, stream: HostStream) -> tuple[Tensor, HostStream]:
        """Values of the hops heard last, (B, C, T), as those of the host's steps, (B, C, steps): the last one each."""
        host_hz, to_us, to_host, flow, sounding, last = stream
        before = flow[1] - steps * self.ratio
        first = hops_heard(before, self.rate_hz, host_hz, self.hop)
        rows: list[int] = []
        for step in range(steps):
            rows.append(hops_heard(before + (step + 1) * self.ratio, self.rate_hz, host_hz, self.hop) - first)
        held = torch.cat([last.unsqueeze(2), found], dim=2)
        made = held.index_select(2, torch.tensor(rows, dtype=torch.long, device=held.device))
        return made, (host_hz, to_us, to_host, flow, sounding, made[:, :, -1].clone())

    def _conversion(self, from_hz: int, to_hz: int, lag: int, used: bool) -> Conversion:
        up, down, half = conversion(from_hz, to_hz)
        taps = max(1, 2 * half)
        table = torch.zeros([0, 0], device=self.place.device)
        if used:
            table = self._table(up, down, half, taps)
        return table, up, down, taps, lag

    def _table(self, up: int, down: int, half: int, taps: int) -> Tensor:
        """Weights (taps − 1 + down, up): of the inputs of a block, for each output."""
        place = torch.arange(up, device=self.place.device) * down
        first = torch.div(place, up, rounding_mode="floor")
        tap = torch.arange(taps, device=self.place.device).unsqueeze(1)
        time = (place - first * up).to(torch.float64) / up + (taps - 1 - half) - tap
        inside = (1.0 - torch.square(time / max(1, half))).clamp_min(0.0)
        weights = torch.sinc(self.edge * min(1.0, up / down) * time) * torch.i0(self.beta * torch.sqrt(inside))
        weights = (weights / weights.sum(dim=0)).to(torch.float32)
        table = torch.zeros([taps - 1 + down, up], device=self.place.device)
        return table.scatter(0, first + tap, weights)

    def _flow(self, conversion: Conversion, batch: int) -> Flow:
        """Long enough for what a hop, complete or not, may wait for."""
        _, up, down, taps, lag = conversion
        waiting = self.hop + self.hop * down // up + 2
        return torch.zeros([batch, taps + lag + down + waiting], device=self.place.device), 0, 0


def _converted(sound: Tensor, samples: int, conversion: Conversion, flow: Flow) -> tuple[Tensor, Flow]:
    """The next samples (B, n) in, and so many out."""
    table, up, down, taps, lag = conversion
    history, came, went = flow
    batch, held = history.shape[0], history.shape[1]
    known = torch.cat([history, sound], dim=1)
    came += sound.shape[1]
    block = went // up
    blocks = max(1, (went + samples - 1) // up - block + 1)
    start = block * down - lag - taps + 1 - (came - known.shape[1])
    # The last block may reach beyond what came, for outputs that are not wanted yet.
    reach = torch.cat([known[:, start:], torch.zeros([batch, down], device=sound.device)], dim=1)
    rows = reach.unfold(1, taps - 1 + down, down)[:, :blocks]
    made = torch.matmul(rows, table).reshape(batch, blocks * up)
    first = went - block * up
    return made[:, first : first + samples], (known[:, known.shape[1] - held :].clone(), came, went + samples)
