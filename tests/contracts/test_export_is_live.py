"""What is heard in the app is what the exported file plays, however either is cut into calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
import torch

from testing.walks import known_walk
from vschaos.configs.schema import ConditioningConfig, NetworkConfig, PredictionConfig
from vschaos.devices import one_thread
from vschaos.export.comparison import compare
from vschaos.export.reference import on_the_map, random_labels, random_walk, tones_and_noise
from vschaos.export.torchscript_file import torchscript_file
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.card import LabelCard
from vschaos.instrument.streaming import KEEP_INPUT, StreamingInstrument
from vschaos.latent.latent_map import LatentMap
from vschaos.transforms.running_phase import GRADIENT, RANDOM

TOLERANCE = 1e-5
HOP = 512

PITCHED: dict[str, Any] = {
    "conditioning": {"pitch": ConditioningConfig(12), "octave": ConditioningConfig(5)},
    "prediction": {"pitch": PredictionConfig(12)},
}


@dataclass(frozen=True)
class Pair:
    """An instrument as the engine plays it, its labels, and its export."""

    live: StreamingInstrument
    labels: tuple[LabelCard, ...]
    terrain: LatentMap | None
    exported: Any


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """Torch with one thread, which rounds in one way."""
    with one_thread():
        yield


@pytest.fixture(
    scope="module",
    params=[(0, 8, 64, {}, 0), (5, 2, 32, PITCHED, 0), (6, 3, 32, PITCHED, 1)],
    ids=["eight latents", "labels", "labels, noise and look-ahead"],
)
def pair(request, tmp_path_factory):
    seed, dims, hidden, labels, lookahead = request.param
    decoder = NetworkConfig("MLPDecoder", (hidden,), noise=8 * lookahead)
    plain = untrained(seed=seed, latent_dims=dims, hidden=hidden, decoder=decoder, **labels)
    instrument = replace(plain, walk=known_walk(dims))
    live = streaming_instrument(instrument, lookahead)
    path = tmp_path_factory.mktemp("live") / "export.ts"
    content, _ = torchscript_file(instrument.card, live, instrument.latent_map)
    path.write_bytes(content)
    return Pair(live, instrument.card.labels, instrument.latent_map, torch.jit.load(str(path)))


@pytest.mark.parametrize(("amount", "mode"), [(0.0, GRADIENT), (0.7, GRADIENT), (0.0, RANDOM)])
def test_decode_hop_by_hop_as_the_engine_calls_it(pair, amount, mode):
    live, exported = pair.live, pair.exported
    generator = torch.Generator().manual_seed(1)
    walk, labels = random_walk(live.latent_dims, 60, generator), random_labels(pair.labels, 60, generator)
    state, noise, unit = live.initial_synthesis(1), torch.full((1, 1), amount), live.walk.initial(1)
    for attribute, value in (("noise", amount), ("phase", str(mode)), ("life", 0.5), ("even", 0.7), ("reset", 1)):
        getattr(exported, f"set_{attribute}")(value)
    here, there = [], []
    with torch.inference_mode():
        for frame, (point, label) in enumerate(zip(walk.split(1, dim=2), labels.split(1, dim=2), strict=True)):
            expected, unit, state = live.decode_alive(point, label, noise, mode, 0.5, 0.7, frame, unit, state)
            here.append(expected)
            there.append(exported.decode(torch.cat([point, label], dim=1)))
    assert compare(torch.cat(there, dim=2), torch.cat(here, dim=2)).holds


@pytest.mark.parametrize("method", ["pad", "map"])
def test_a_place_of_the_pad_sounds_as_in_the_app(pair, method):
    live, exported = pair.live, pair.exported
    generator = torch.Generator().manual_seed(3)
    frames = 40
    labels = random_labels(pair.labels, frames, generator)
    walk = random_walk(live.latent_dims, frames, generator)
    asked, coordinates = walk, walk
    if method == "map":
        asked = walk[:, :2]
        coordinates = exported.map2latent(asked)
    for attribute, value in (("noise", 0.0), ("phase", str(GRADIENT)), ("life", 0.0), ("even", 0.0), ("reset", 1)):
        getattr(exported, f"set_{attribute}")(value)
    state, noise = live.initial_synthesis(1), torch.zeros(1, 4)
    here, there = [], []
    with torch.inference_mode():
        for place, point, label in zip(
            asked.split(4, dim=2), coordinates.split(4, dim=2), labels.split(4, dim=2), strict=True
        ):
            expected, state = live.decode(point, label, noise, GRADIENT, state)
            here.append(expected)
            there.append(getattr(exported, method)(torch.cat([place, label], dim=1)))
    assert compare(torch.cat(there, dim=2), torch.cat(here, dim=2)).holds


def test_a_thousand_places_are_those_of_the_apps_map(pair):
    places = 2.0 * torch.rand(1, 2, 1000, generator=torch.Generator().manual_seed(4)) - 1.0
    with torch.inference_mode():
        spread = pair.exported.map2latent(places)
    expected = on_the_map(places[0].t().numpy(), pair.live.latent_dims, pair.terrain)
    assert (spread[0].t() - torch.from_numpy(expected)).abs().max() <= 1e-6


@pytest.mark.parametrize(
    ("hops", "voices", "mode"), [(1, 1, GRADIENT), (8, 4, GRADIENT), (2, 4, RANDOM), (2, 1, KEEP_INPUT)]
)
def test_forward_and_encode_in_buffers(pair, hops, voices, mode):
    live, exported = pair.live, pair.exported
    generator = torch.Generator().manual_seed(2)
    audio = torch.cat([tones_and_noise(48 * HOP, 44100, generator) for _ in range(voices)])
    analysis, encoded = live.initial_analysis(voices), live.initial_analysis(voices)
    synthesis, unknown, noise = (
        live.initial_synthesis(voices),
        live.unknown_labels(voices, hops),
        torch.zeros(voices, hops),
    )
    for attribute, value in (("noise", 0.0), ("phase", str(mode)), ("life", 1.0), ("reset", 1)):
        getattr(exported, f"set_{attribute}")(value)
    heard = [index for index, label in enumerate(pair.labels) if label.predicted]
    here, there = [], []
    with torch.inference_mode():
        for part in audio.split(hops * HOP, dim=2):
            expected, analysis, synthesis = live(part, unknown, noise, mode, analysis, synthesis)
            here.append(expected)
            there.append(exported(part))
            coordinates, labels, encoded = live.encode(part, unknown, encoded)
            expected = torch.cat([coordinates, labels[:, heard]], dim=1)
            assert (exported.encode(part) - expected).abs().max() < TOLERANCE
    assert compare(torch.cat(there, dim=2), torch.cat(here, dim=2)).holds
