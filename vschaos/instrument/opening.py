"""From an instrument's file to an instrument that can sound, live or offline. Torch-free.

Files from earlier versions lack the core's numbers, or a start; both are made of the weights, which are read for that
alone.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vschaos.core.instrument import CoreInstrument
from vschaos.errors import InstrumentError
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.core_member import pack
from vschaos.instrument.start import with_start


def read_to_play(path: Path) -> Instrument:
    """An instrument file with the core's numbers, a start and a level.

    Raises
    ------
    InstrumentError
        If the file is missing, damaged, inconsistent or from a newer version.
    """
    instrument = read_instrument(path, with_weights=False)
    if not instrument.core or instrument.card.level_db is None:
        instrument = completed(read_instrument(path))
    return instrument


def completed(instrument: Instrument) -> Instrument:
    """The instrument with the core's numbers, a start and a level; as it is where it has them.

    Raises
    ------
    InstrumentError
        If configuration, card and weights do not fit each other.
    """
    return with_start(instrument if instrument.core else replace(instrument, core=pack(instrument)))


def open_core(instrument: Instrument) -> CoreInstrument:
    """An instrument's numbers in the core's memory.

    Raises
    ------
    InstrumentError
        If they are damaged or missing, or do not fit the card.
    """
    card, core = instrument.card, CoreInstrument(instrument.core)
    dimensions = (core.sample_rate_hz, core.n_fft, core.hop_samples, core.latent_dims, core.label_count)
    if dimensions != (card.sample_rate_hz, card.n_fft, card.hop_samples, card.latent_dims, len(card.labels)):
        raise InstrumentError(
            f"The instrument “{card.name}” is inconsistent: its weights do not fit its configuration.",
            "Ask for the file again, or export it again from its training run.",
        )
    return core
