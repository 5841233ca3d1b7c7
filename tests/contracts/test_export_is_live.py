"""What is heard in the app is what the exported file plays, however either is cut into calls."""

from __future__ import annotations

import pytest
import torch

from vschaos.export.reference import random_walk, tones_and_noise
from vschaos.export.torchscript_file import torchscript_file
from vschaos.instrument.build import streaming_instrument, untrained

TOLERANCE = 1e-5
HOP = 512


@pytest.fixture(scope="module", params=[(0, 8, 64), (5, 2, 32)], ids=["eight latents", "two latents"])
def pair(request, tmp_path_factory):
    seed, dims, hidden = request.param
    instrument = untrained(seed=seed, latent_dims=dims, hidden=hidden)
    live = streaming_instrument(instrument)
    path = tmp_path_factory.mktemp("live") / "export.ts"
    path.write_bytes(torchscript_file(instrument.card, live))
    return live, torch.jit.load(str(path))


def test_decode_hop_by_hop_as_the_engine_calls_it(pair):
    live, exported = pair
    walk = random_walk(live.latent_dims, 60, torch.Generator().manual_seed(1))
    state = live.initial_synthesis(1)
    exported.set_reset(1)
    with torch.inference_mode():
        for point in walk.split(1, dim=2):
            expected, state = live.decode(point, state)
            assert (exported.decode(point) - expected).abs().max() < TOLERANCE


@pytest.mark.parametrize("hops", [1, 2, 8])
@pytest.mark.parametrize("voices", [1, 4])
def test_forward_and_encode_in_buffers(pair, hops, voices):
    live, exported = pair
    generator = torch.Generator().manual_seed(2)
    audio = torch.cat([tones_and_noise(48 * HOP, 44100, generator) for _ in range(voices)])
    analysis, encoded = live.initial_analysis(voices), live.initial_analysis(voices)
    synthesis = live.initial_synthesis(voices)
    exported.set_reset(1)
    with torch.inference_mode():
        for part in audio.split(hops * HOP, dim=2):
            expected, analysis, synthesis = live(part, analysis, synthesis)
            assert (exported(part) - expected).abs().max() < TOLERANCE
            coordinates, encoded = live.encode(part, encoded)
            assert (exported.encode(part) - coordinates).abs().max() < TOLERANCE
