"""From an instrument file to a decoder ready to sound: read, checked, scripted, warmed up.

Runs on the engine's workshop thread, never on the inference thread. The decoder is scripted because TorchScript runs
a whole hop without the interpreter lock, which other threads of the engine would otherwise make it wait for at every
operator.
"""

from __future__ import annotations

import warnings
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

WARM_UP_HOPS = 4
"""TorchScript watches two calls, compiles in the third, and is as fast as it gets from then on."""


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
        _warm_up(loaded)
    except RuntimeError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” cannot sound: its decoder fails.", "Export it anew from its training run."
        ) from error
    return loaded


def _warm_up(instrument: LoadedInstrument) -> None:
    """Let it sound as it will: one voice and several, and live input."""
    with torch.inference_mode():
        _sound(instrument)


def _sound(instrument: LoadedInstrument) -> None:
    performance = Performance(instrument.playable, terrain=instrument.terrain)
    performance.touch([Touch("play", (1.0,))], Origin.CLI)
    bank = VoiceBank(instrument)
    level = np.ones(instrument.hop_samples)
    for key in (60, 64):
        for _ in range(WARM_UP_HOPS):
            bank.hop(performance.advance(0.0), level, None)
        bank.take_notes((NoteOn(key, 1.0),), 2)
    live = LiveInput(instrument, Inlet(Ring(8, 1), instrument.sample_rate_hz))
    for _ in range(WARM_UP_HOPS):
        live.hop(performance.sounding)
