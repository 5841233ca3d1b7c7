"""Silent faults that instruments of this kind often have, and that no other test checks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.performance.table import PHASE_MODES
from vschaos.transforms.running_phase import GRADIENT, RANDOM

ROOT = Path(__file__).parents[2]

TASKS = ("zither", "alto", "octave", "bow", "pitch")

INLETS = f"""
import json
TASKS = {TASKS}
from vschaos.configs.schema import ConditioningConfig
from vschaos.export.nn_tilde import NnTildeModule
from vschaos.instrument.build import streaming_instrument, untrained
tasks = {{name: ConditioningConfig(3) for name in TASKS}}
instrument = untrained(latent_dims=2, hidden=8, conditioning=tasks)
print(json.dumps(list(set(TASKS))))
print(json.dumps(NnTildeModule(streaming_instrument(instrument), instrument.card.labels).decode_input_labels))
"""


def test_every_configuration_in_the_documents_exists():
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    documents.remove(ROOT / "docs" / "from-vschaos2.md")  # it names those of vschaos2; another test checks it
    named = {name for path in documents for name in re.findall(r"\bdgt_\w+", path.read_text(encoding="utf-8"))}
    assert {"dgt_small", "dgt_mid", "dgt_large", "dgt_tight", "dgt_pitch_cond", "dgt_pitch_prediction"} <= named
    assert named <= set(config_names())
    for name in config_names():
        assert compose_config(name, []).model.latent_dims > 0


def test_the_order_of_label_inlets_is_that_of_the_configuration_whatever_the_hash_seed():
    orders, of_sets = set(), set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"}
        done = subprocess.run(
            [sys.executable, "-c", INLETS], env=environment, capture_output=True, text=True, check=True, cwd=ROOT
        )
        of_set, inlets = map(json.loads, done.stdout.splitlines()[-2:])
        of_sets.add(tuple(of_set))
        orders.add(tuple(next(task for task in TASKS if task in inlet) for inlet in inlets[2:]))
    assert orders == {TASKS}
    assert len(of_sets - orders) == 2, "seeds that order nothing otherwise show nothing"


@pytest.mark.parametrize("which", ["low", "high"])
def test_the_lowest_and_highest_label_can_be_played(which):
    instrument = untrained(latent_dims=2, hidden=8, conditioning={"pitch": ConditioningConfig(12)})
    live = streaming_instrument(instrument)
    value = getattr(instrument.card.labels[0], which)
    labels = torch.full((1, 1, 8), value)
    audio, _ = live.decode(torch.zeros(1, 2, 8), labels, torch.zeros(1, 8), GRADIENT, live.initial_synthesis(1))
    unknown, _ = live.decode(
        torch.zeros(1, 2, 8), live.unknown_labels(1, 8), torch.zeros(1, 8), GRADIENT, live.initial_synthesis(1)
    )
    assert audio.isfinite().all()
    assert not torch.equal(audio, unknown)  # the label has an effect


def test_a_sound_through_a_predicting_instrument_comes_out_once():
    conditioning = {"pitch": ConditioningConfig(12)}
    instrument = untrained(
        latent_dims=2, hidden=8, conditioning=conditioning, prediction={"pitch": PredictionConfig(12)}
    )
    live = streaming_instrument(instrument)
    hops = 4
    coordinates, labels, _ = live.encode(
        torch.randn(1, 1, hops * live.hop_samples), live.unknown_labels(1, hops), live.initial_analysis(1)
    )
    assert coordinates.shape == (1, 2, hops)
    assert labels.shape == (1, 1, hops)
    assert ((labels >= 0) & (labels <= 11)).all()


def test_the_phase_modes_of_the_control_are_those_of_the_transform():
    assert (PHASE_MODES.index("gradient"), PHASE_MODES.index("random")) == (GRADIENT, RANDOM)
