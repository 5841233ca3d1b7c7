"""From an instrument file to a decoder ready to sound: read, checked, scripted, warmed up.

Runs on the engine's workshop thread, never on the inference thread. The decoder is scripted because TorchScript runs
a whole hop without the interpreter lock, which other threads of the engine would otherwise make it wait for at every
operator.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import cast

import torch

from vschaos.errors import InstrumentError
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.realtime.voice import Decoder, LoadedInstrument, Voice

WARM_UP_HOPS = 4
"""TorchScript watches two calls, compiles in the third, and is as fast as it gets from then on."""


def load_instrument(path: Path) -> LoadedInstrument:
    """Open an instrument file for playing.

    Raises
    ------
    InstrumentError
        If the file is missing, damaged, or does not sound.
    """
    return prepare(read_instrument(path), str(path))


def prepare(instrument: Instrument, path: str = "") -> LoadedInstrument:
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
            decoder = torch.jit.script(streaming_instrument(instrument))
        loaded = LoadedInstrument(
            path=path,
            name=card.name,
            decoder=cast(Decoder, decoder),
            sample_rate_hz=card.sample_rate_hz,
            n_fft=card.n_fft,
            hop_samples=card.hop_samples,
            latent_dims=card.latent_dims,
        )
        voice = Voice(loaded, card.sample_rate_hz)
        for _ in range(WARM_UP_HOPS):
            voice.hop((0.0,) * card.latent_dims)
    except RuntimeError as error:
        raise InstrumentError(
            f"The instrument “{card.name}” cannot sound: its decoder fails.", "Export it anew from its training run."
        ) from error
    return loaded
