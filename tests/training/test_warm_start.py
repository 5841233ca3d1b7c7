"""A network begins as an earlier instrument's, in the terms of other sounds and other labels."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.trainings import Telling, go_on, learn, tiny, write_sounds
from vschaos.configs.agreement import settings_to_agree, settings_to_repeat
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import ConditioningConfig, Config, NetworkConfig, PredictionConfig
from vschaos.errors import ConfigError, InstrumentError
from vschaos.instrument.build import trained_network, untrained
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training import events
from vschaos.training.warm_start import LabelledNetwork, begin_as, read_earlier

KINDS = ("cello", "flute", "oboe")
NAMED = {"kind": ConditioningConfig(3, ("encoder", "decoder")), "level": ConditioningConfig(1, embedding="Continuous")}
RANGE = {"mean": 4.0, "deviation": 3.0, "low": -50.0, "high": 50.0}
DENSE = {"encoder": NetworkConfig("MLPEncoder", (16,), 12), "decoder": NetworkConfig("MLPDecoder", (16,), 12)}
CONVOLUTIONS = {"encoder": NetworkConfig("ConvEncoder", (4, 4)), "decoder": NetworkConfig("DeconvEncoder", (4, 4))}


def earlier(conditioning=NAMED, networks=DENSE, **more):
    """An instrument with random weights, whose classes have names."""
    made = untrained(latent_dims=3, conditioning=conditioning, **networks, **more)
    cards = tuple(replace(card, classes=KINDS[: card.dim] if card.name == "kind" else ()) for card in made.card.labels)
    levels = {
        f"labels.1.{name}": np.full(1, value, np.float32) for name, value in RANGE.items() if "level" in conditioning
    }
    return replace(made, card=replace(made.card, labels=cards), weights=made.weights | levels)


def begun(instrument, features, labels, classes=KINDS, **model):
    """A network that begins as an instrument, with other sounds (N, F) and labels (N, K)."""
    config = replace(Config.from_plain(instrument.config).model, **model)
    network = SpectralAutoencoder(features.shape[1], config)
    network.fit_statistics(features, labels)
    begin_as(LabelledNetwork(network, config, {"kind": classes}), instrument, features)
    return network


def sounds(instrument, count=64):
    """Spectra (N, F) that twelve components have in them, so that none is lost between two bases."""
    bins = Config.from_plain(instrument.config).representation.bins
    generator = torch.Generator().manual_seed(5)
    _, network = trained_network(instrument)
    basis = getattr(getattr(network.decoder, "view", None), "basis", torch.eye(bins)[:, :12])
    return network.features(torch.randn(count, basis.shape[1], generator=generator) @ basis.T)


def through(network, features, labels):
    with torch.no_grad():
        mean, log_variance = network.encode(features, labels)
        return torch.cat([mean, log_variance, network.decode_standardized(mean, network.codes(labels))], dim=1)


@pytest.mark.parametrize("networks", [DENSE, CONVOLUTIONS])
def test_it_encodes_and_decodes_as_the_earlier_one_though_bases_ranges_and_numbers_of_classes_differ(networks):
    before = earlier(networks=networks)
    features = sounds(before)
    kind, level = torch.arange(64) % 4, 10.0 + torch.arange(64) / 8
    now = begun(
        before, features, torch.stack([kind, level], 1), ("bell", "oboe", "flute", "cello"), conditioning=_kinds(4)
    )
    _, network = trained_network(before)
    assert float(now.label_parts()[1][1].mean) > 10.0
    old_number = torch.tensor([torch.nan, 2, 1, 0])[kind.long()]
    expected = through(network, features, torch.stack([old_number, level], 1))
    torch.testing.assert_close(through(now, features, torch.stack([kind, level], 1)), expected, rtol=2e-3, atol=2e-3)


def _kinds(count, **more):
    return {"kind": ConditioningConfig(count, ("encoder", "decoder"), **more), "level": NAMED["level"]}


def test_a_label_that_is_gone_stays_unknown_and_a_new_one_changes_nothing_yet():
    before = earlier()
    features = sounds(before)
    new = {"mood": ConditioningConfig(2, ("decoder",)), "level": NAMED["level"]}
    labels = torch.stack([torch.arange(64) % 2, torch.linspace(0.0, 1.0, 64)], 1)
    now = begun(before, features, labels, conditioning=new)
    unknown = torch.stack([torch.full((64,), torch.nan), labels[:, 1]], 1)
    expected = through(trained_network(before)[1], features, unknown)
    torch.testing.assert_close(through(now, features, labels), expected, rtol=2e-3, atol=2e-3)


def test_embedded_classes_and_predictors_keep_what_they_know():
    embedded = {"kind": ConditioningConfig(3, ("decoder",), "Embedding", 5)}
    predicted = {"kind": PredictionConfig(3)}
    before = earlier(embedded, prediction=predicted)
    features, labels = sounds(before), (torch.arange(64) % 4)[:, None].float()
    grown = {"kind": replace(embedded["kind"], dim=4)}
    now = begun(
        before, features, labels, (*KINDS, "bell"), conditioning=grown, prediction={"kind": PredictionConfig(4)}
    )
    known = labels[:, 0] < 3
    _, network = trained_network(before)
    expected = through(network, features, labels)[known]
    torch.testing.assert_close(through(now, features, labels)[known], expected, rtol=2e-3, atol=2e-3)
    one, other = (net.predictors[0](net.standardize(features)) for net in (network, now))
    torch.testing.assert_close(other[:, :3], one, rtol=1e-4, atol=1e-4)


def test_noise_shares_begin_anew_where_the_earlier_one_has_none():
    before = earlier({})
    features = sounds(before)
    now = begun(before, features, torch.empty(64, 0), decoder=replace(DENSE["decoder"], noise=4))
    torch.testing.assert_close(
        through(now, features, torch.empty(64, 0)),
        through(trained_network(before)[1], features, torch.empty(64, 0)),
        rtol=2e-3,
        atol=2e-3,
    )


def test_settings_that_differ_are_named_with_what_helps(tmp_path):
    path = tmp_path / "x.vschaos"
    write_instrument(path, untrained(latent_dims=3))
    config = compose_config("dgt_tight", ["name=a", f"train.from={path}"])
    with pytest.raises(ConfigError, match="other settings") as told:
        read_earlier(config, "dgt_tight")
    for words in ("representation.n_fft=2048", "model.latent_dims=3", "model.encoder.hidden_dims=[64]"):
        assert words in told.value.remedy
    assert "noise" not in told.value.remedy
    repeated = settings_to_repeat(Config.from_plain(untrained(latent_dims=3).config))
    agreeing = compose_config("dgt_tight", [*repeated, "name=a", f"train.from={path}"])
    assert read_earlier(agreeing, "dgt_tight").card.latent_dims == 3
    assert settings_to_agree(agreeing, config)
    with pytest.raises(InstrumentError, match="Nothing found"):
        read_earlier(replace(config, start_from=str(tmp_path / "none")), "dgt_tight")
    assert read_earlier(replace(config, start_from=""), "dgt_tight") is None


def test_a_training_goes_on_where_the_earlier_one_ended(tones, tmp_path):
    first = learn(tiny(tones, tmp_path / "first"))
    earlier = read_instrument(Path(first.instrument))
    owned = replace(earlier.card, author="A. Smith", licence="CC-BY-4.0", consent="Forks of the house.")
    write_instrument(Path(first.instrument), replace(earlier, card=owned))
    more = write_sounds(tmp_path / "more", 5)
    telling = Telling(lambda event: isinstance(event, events.Progress))
    second = learn(tiny(more, tmp_path / "second", f"train.from={first.instrument}"), telling)
    assert telling.of(events.Started)[0].started_from == "tiny"
    before, after = (read_instrument(Path(one.instrument)) for one in (first, second))
    assert after.card.training.started_from == "tiny"
    assert np.array_equal(before.axes.axes, after.axes.axes)
    assert str(tmp_path) not in str(after.config)
    known = {name: before.weights[name] for name in before.weights if name.startswith("decoder.layers")}
    drift = max(float(np.abs(known[name] - after.weights[name]).max()) for name in known)
    assert drift < 0.05
    resumed = go_on(Path(second.run), steps=2)
    card = read_instrument(Path(resumed.instrument)).card
    assert card.training.started_from == "tiny"
    assert card.consent == "Started from “tiny” (A. Smith, CC-BY-4.0). Forks of the house."
