"""Configurations: all ship valid, overrides reach them, mistakes are sentences."""

import pytest

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import Config
from vschaos.errors import ConfigError


@pytest.mark.parametrize("name", config_names())
def test_every_configuration_is_valid_and_survives_a_round_trip(name):
    config = compose_config(name, ["name=x"])
    assert Config.from_plain(config.to_plain()) == config


def test_overrides_with_and_without_plus():
    for plus in ("", "+", "++"):
        config = compose_config("dgt_small", [f"{plus}data.dataset.n_files=3", f"{plus}check=1", "training.seed=7"])
        assert (config.data.dataset.n_files, config.check, config.training.seed) == (3, True, 7)


@pytest.mark.parametrize(
    "path", ["/a b/c", "/ünï/鐘", "/it's/{here}", "/x=y,z", "C:\\sounds\\new", "/a#b", "/$HOME/${x}"]
)
def test_paths_are_taken_as_they_are(path):
    assert compose_config("dgt_small", [], {"data.dataset.root": path}).data.dataset.root == path


@pytest.mark.parametrize(
    ("override", "sentence"),
    [
        ("training.no_such=1", "no setting"),
        ("training.max_steps=many", "kind int"),
        ("training.max_steps=0", "max_steps is 0"),
        ("representation.n_fft=2000", "power of two"),
        ("representation.hop_samples=700", "hop_samples"),
        ("representation.contrast=loud", "log or log1p"),
        ("model.latent_dims=1", "latent_dims"),
        ("model.encoder.type=Magic", "MLPEncoder"),
        ("model.encoder.hidden_dims=[]", "hidden_dims"),
        ("training.device=quantum", "device"),
        ("training={", "overrides"),
        ("nonsense", "overrides"),
    ],
)
def test_mistakes_are_sentences(override, sentence):
    with pytest.raises(ConfigError, match=sentence):
        compose_config("dgt_small", [override])


def test_an_unknown_configuration_names_the_known_ones():
    with pytest.raises(ConfigError, match="dgt_small"):
        compose_config("dgt_tiny", [])
