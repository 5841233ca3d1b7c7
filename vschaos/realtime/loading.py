"""From an instrument file to a decoder ready to sound: read, checked, scripted, warmed up.

Runs on the engine's workshop thread, never on the inference thread. The decoder is scripted because TorchScript runs
a whole hop without the interpreter lock, which other threads of the engine would otherwise make it wait for at every
operator.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import torch

from vschaos.errors import InstrumentError
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.performance.authority import Performance
from vschaos.performance.notes import NoteOn
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.decoder import Decoder, LoadedInstrument
from vschaos.realtime.live_input import Inlet, LiveInput
from vschaos.realtime.ring import Ring
from vschaos.realtime.voices import VoiceBank

WARM_UP_HOPS = 8
"""TorchScript watches two calls, compiles in the third, and is as fast as it gets from then on; for one voice, and for
several."""

FURTHER_WAYS = (
    (Touch("noise", (0.5,)), Touch("spread", (0.5,))),
    (Touch("phase", (1.0,)), Touch("input.phase", (1.0,))),
)
"""Controls by which the decoder takes another way than at first."""


def load_instrument(path: Path, lookahead: int = 0) -> LoadedInstrument:
    """Open an instrument file for playing; with one frame of look-ahead, it sounds cleaner, and a hop later.

    Raises
    ------
    InstrumentError
        If the file is missing, damaged, or does not sound.
    """
    return prepare(read_instrument(path), str(path), lookahead)


def prepare(instrument: Instrument, path: str = "", lookahead: int = 0) -> LoadedInstrument:
    """An instrument in memory, made ready to sound.

    Raises
    ------
    InstrumentError
        If its parts do not fit, or its decoder fails.
    """
    card = instrument.card
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            decoder = torch.jit.script(streaming_instrument(instrument, lookahead))
        loaded = LoadedInstrument(
            path=path,
            name=card.name,
            decoder=cast(Decoder, decoder),
            sample_rate_hz=card.sample_rate_hz,
            n_fft=card.n_fft,
            hop_samples=card.hop_samples,
            playable=instrument.playable,
            terrain=instrument.terrain,
            tasks=tuple(label.name for label in card.labels),
            predicted=tuple(label.name for label in card.labels if label.predicted),
            lookahead=lookahead,
        )
        _sound(loaded, ())
    except RuntimeError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” cannot sound: its decoder fails.", "Export it anew from its training run."
        ) from error
    return loaded


def warm_further(instrument: LoadedInstrument) -> None:
    """Let an instrument sound in the ways that are not its first, each of which is compiled when it is first used."""
    for touches in FURTHER_WAYS:
        _sound(instrument, touches)


def _sound(instrument: LoadedInstrument, touches: Sequence[Touch]) -> None:
    performance = Performance(instrument.playable, terrain=instrument.terrain)
    performance.touch(touches, Origin.CLI)
    with torch.inference_mode():
        bank, level = VoiceBank(instrument), np.ones(instrument.hop_samples)
        live = LiveInput(instrument, Inlet(Ring(8, 1), instrument.sample_rate_hz))
        for hop in range(WARM_UP_HOPS):
            if hop == WARM_UP_HOPS // 2:
                bank.take_notes((NoteOn(60, 1.0),), 2)
            sounding = performance.advance(0.0)
            bank.hop(sounding, level, None)
            live.hop(sounding)
