"""An nn~ for Pd, and instruments with their patches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.export.conftest import Export, exported
from tests.libtorch import compiled
from tests.programs.patches import NAME
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.export import patches_pd
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import read_instrument

SOURCE = Path(__file__).parents[1] / "export" / "nn_tilde_pd.cpp"
TAMBURI = Path(__file__).parents[2] / "resources" / "vschaos_resources" / "instruments" / "Tamburi.vschaos"


@pytest.fixture(scope="session")
def external(tmp_path_factory) -> Path:
    """The folder of nn~."""
    folder = tmp_path_factory.mktemp("external")
    compiled(SOURCE, folder / "nn~.pd_linux", "-O1", "-fPIC", "-shared")
    return folder


@pytest.fixture(scope="session")
def harp(tmp_path_factory) -> Export:
    """A small instrument with pitch and octave, and its patches."""
    folder = tmp_path_factory.mktemp("harp")
    instrument = untrained(
        seed=5,
        latent_dims=3,
        hidden=8,
        conditioning={"pitch": ConditioningConfig(12), "octave": ConditioningConfig(5)},
        prediction={"pitch": PredictionConfig(12)},
    )
    made = exported(instrument, folder / f"{NAME}.ts")
    patches_pd.write_patches(folder, made.description)
    return made


@pytest.fixture(scope="session")
def drums(tmp_path_factory) -> Export:
    """An instrument that was trained, on strokes: what comes out follows what goes in."""
    folder = tmp_path_factory.mktemp("drums")
    made = exported(read_instrument(TAMBURI), folder / f"{NAME}.ts")
    patches_pd.write_patches(folder, made.description)
    return made
