"""nn~ modules with a fault that the check of an export must find."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from vschaos.export.nn_tilde import NnTildeModule
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument
from vschaos.transforms.running_phase import RunningPhase


class Forgetful(NnTildeModule):
    """Starts every call from silence."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """Without a state."""
        self.resets_seen[self.decode_slot] = -1
        return self._play(self.decode_slot, controls, self.principal_place)


class Leaky(NnTildeModule):
    """Voices change places between calls."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """With another voice's tail."""
        made = self._play(self.decode_slot, controls, self.principal_place)
        (pending, phase, attack), reached, count = self.sounds[self.decode_slot]
        self.sounds[self.decode_slot] = ((pending.roll(1, 0), phase, attack), reached, count)
        return made


class Swapped(NnTildeModule):
    """Uses the first label as the last."""

    @torch.jit.export
    def decode(self, controls: Tensor) -> Tensor:
        """With the labels in another order."""
        swapped = torch.cat([controls[:, : self.dims], controls[:, self.dims :].flip(1)], dim=1)
        return self._play(self.decode_slot, swapped, self.principal_place)


def faulty_module(kind: type[NnTildeModule], instrument: Instrument, lookahead: int = 0) -> NnTildeModule:
    """A complete module of an instrument."""
    return kind(streaming_instrument(instrument, lookahead), instrument.card.labels, _grid(instrument))


def wrong_hop(instrument: Instrument) -> NnTildeModule:
    """Phases that advance by half a hop."""
    live = streaming_instrument(instrument)
    live.phase = RunningPhase(live.n_fft, live.hop_samples // 2).eval()
    return NnTildeModule(live, instrument.card.labels, _grid(instrument))


FAULTS: dict[str, Callable[[Instrument], NnTildeModule]] = {
    "lost state": lambda instrument: faulty_module(Forgetful, instrument),
    "leaking voices": lambda instrument: faulty_module(Leaky, instrument),
    "swapped label": lambda instrument: faulty_module(Swapped, instrument),
    "wrong hop": wrong_hop,
}
"""Swapping labels needs two labels that condition the decoder."""


def _grid(instrument: Instrument) -> Tensor | None:
    return None if instrument.latent_map is None else torch.from_numpy(instrument.latent_map.grid.copy())
