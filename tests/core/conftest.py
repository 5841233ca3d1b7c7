"""Members of instruments for the compiled core."""

from __future__ import annotations

from pathlib import Path

import pytest

from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.core_member import pack

FACTORY = Path(__file__).resolve().parents[2] / "resources" / "vschaos_resources" / "instruments"


@pytest.fixture(scope="session")
def factory_member() -> bytes:
    """Of a factory instrument with labels, which it predicts."""
    return pack(read_instrument(FACTORY / "Ordinario.vschaos"))
