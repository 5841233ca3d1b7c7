from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.export.descriptions import NOTES
from vschaos.configs.schema import ConditioningConfig, NetworkConfig, PredictionConfig, RepresentationConfig
from vschaos.devices import one_thread
from vschaos.export.description import ExportDescription
from vschaos.export.reference import Reference, live_reference
from vschaos.export.torchscript_file import torchscript_file
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.streaming import StreamingInstrument

PITCHED: dict[str, Any] = {
    "conditioning": {
        "pitch": ConditioningConfig(12),
        "octave": ConditioningConfig(5, target=("encoder",)),
        "bright": ConditioningConfig(1, embedding="Continuous"),
    },
    "prediction": {"pitch": PredictionConfig(12)},
}


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Torch with one thread, as the check has it: several wait for each other at every step of a busy computer."""
    with one_thread():
        yield


@dataclass(frozen=True)
class Export:
    """An instrument, as it sounds live, and its export."""

    instrument: Instrument
    live: StreamingInstrument
    path: Path
    description: ExportDescription
    reference: Reference


def exported(instrument: Instrument, path: Path, lookahead: int = 0, host_hz: int = 0) -> Export:
    live, labels, latent_map = (
        streaming_instrument(instrument, lookahead),
        instrument.card.labels,
        instrument.latent_map,
    )
    content, description = torchscript_file(instrument.card, live, latent_map, path.stem, host_hz)
    path.write_bytes(content)
    reference = live_reference(live, labels, latent_map, host_hz=host_hz)
    return Export(instrument, live, path, description, reference)


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    noisy = untrained(seed=3, latent_dims=4, decoder=NetworkConfig("MLPDecoder", (64,), noise=8))
    return exported(noisy, tmp_path_factory.mktemp("export") / "small.ts")


@pytest.fixture(scope="session")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Of an instrument with labels: one played and heard, one that conditions the encoder alone, one a quantity."""
    instrument = untrained(seed=5, latent_dims=3, hidden=32, **PITCHED)
    pitch, octave, bright = instrument.card.labels
    card = replace(instrument.card, labels=(pitch, octave, replace(bright, low=-0.5, high=1.5, default=0.25)))
    return exported(replace(instrument, card=card), tmp_path_factory.mktemp("export") / "labelled.ts")


@pytest.fixture(scope="session")
def resampled(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """For a host at 48 kHz, of an instrument at 44.1 kHz with a label whose classes have names."""
    instrument = untrained(seed=5, latent_dims=3, hidden=32, **PITCHED)
    pitch, *others = instrument.card.labels
    card = replace(instrument.card, labels=(replace(pitch, classes=NOTES), *others))
    return exported(replace(instrument, card=card), tmp_path_factory.mktemp("export") / "at48.ts", host_hz=48_000)


@pytest.fixture(scope="session")
def long_windows(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Of an instrument with the windows of dgt_large: 8192 samples, a hop of 2048."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vschaos.instrument.build.RepresentationConfig", _long)
        instrument = untrained(seed=7, latent_dims=2, hidden=16)
    return exported(instrument, tmp_path_factory.mktemp("export") / "long.ts")


def _long() -> RepresentationConfig:
    return RepresentationConfig(n_fft=8192, hop_samples=2048)
