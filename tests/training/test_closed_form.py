"""Before the first step, principal components are the latent space, and an instrument of them can be played."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from tests.training.trainings import Telling, learn, tiny
from vschaos.configs.schema import ConditioningConfig, ModelConfig, NetworkConfig
from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.bundle import read_instrument
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training import events
from vschaos.training.closed_form import DEVIATION, solve

BINS, DIMS = 65, 3


def spectra(count=600):
    """Spectra that vary along three directions, most along the first, and a little in each bin."""
    generator = torch.Generator().manual_seed(0)
    amounts = torch.randn(count, DIMS, generator=generator) * torch.tensor([4.0, 2.0, 1.0])
    directions = torch.linalg.qr(torch.randn(BINS, DIMS, generator=generator))[0]
    return 5.0 + amounts @ directions.T + 0.01 * torch.randn(count, BINS, generator=generator), amounts


@pytest.mark.parametrize("components", [0, 8])
@pytest.mark.parametrize("conditioning", [{}, {"kind": ConditioningConfig(2, ("encoder", "decoder"))}])
def test_means_are_principal_components_and_decode_to_the_spectra(components, conditioning):
    torch.manual_seed(1)
    features, amounts = spectra()
    labels = (torch.arange(len(features))[:, None] % 2).float() if conditioning else torch.empty(len(features), 0)
    networks = (NetworkConfig(kind, (96, 96), components) for kind in ("MLPEncoder", "MLPDecoder"))
    network = SpectralAutoencoder(BINS, ModelConfig(DIMS, *networks, conditioning))
    network.fit_statistics(features, labels)
    solve(network, features, labels)
    with torch.no_grad():
        mean, log_variance = network.encode(features, labels)
        made = network.decode(mean, labels)
    assert mean.std(dim=0) == pytest.approx(torch.ones(DIMS), abs=0.1)
    for axis in range(DIMS):
        assert abs(float(torch.corrcoef(torch.stack([mean[:, axis], amounts[:, axis]]))[0, 1])) > 0.95
    assert torch.exp(0.5 * log_variance) == pytest.approx(torch.full_like(mean, DEVIATION), rel=0.01)
    assert float((made - features).square().mean() / (features - features.mean(dim=0)).square().mean()) < 0.15


def test_other_networks_stay_as_they_are():
    networks = NetworkConfig("ConvEncoder", (4, 4)), NetworkConfig("DeconvEncoder", (4, 4))
    network = SpectralAutoencoder(BINS, ModelConfig(DIMS, *networks))
    before = [weight.clone() for weight in network.parameters()]
    solve(network, spectra()[0], torch.empty(600, 0))
    assert all(map(torch.equal, before, network.parameters()))


def test_the_first_instrument_is_there_before_the_first_step(tones, tmp_path):
    telling = Telling(lambda event: isinstance(event, events.InstrumentSaved))
    finished = learn(tiny(tones, tmp_path), telling)
    kinds = [type(event) for event in telling.events]
    assert kinds.index(events.InstrumentSaved) < kinds.index(events.Started)
    assert telling.of(events.InstrumentSaved)[0].step == 0
    assert finished.step <= 1
    instrument = read_instrument(Path(finished.instrument))
    assert CoreInstrument(instrument.core).latent_dims == instrument.card.latent_dims


def test_it_needs_no_lightning():
    code = "import sys, vschaos.training.session; sys.exit('lightning' in sys.modules)"
    assert subprocess.run([sys.executable, "-P", "-c", code], check=False).returncode == 0
