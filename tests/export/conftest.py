from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from vschaos.export.reference import Reference, live_reference
from vschaos.export.torchscript_file import torchscript_file
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.streaming import StreamingInstrument


@dataclass(frozen=True)
class Export:
    """An instrument, as it sounds live, and its export."""

    instrument: Instrument
    live: StreamingInstrument
    path: Path
    reference: Reference


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    instrument = untrained(seed=3, latent_dims=4)
    live = streaming_instrument(instrument)
    path = tmp_path_factory.mktemp("export") / "small.ts"
    path.write_bytes(torchscript_file(instrument.card, live))
    return Export(instrument, live, path, live_reference(live))
