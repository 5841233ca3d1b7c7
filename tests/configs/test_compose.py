"""Configurations: all ship valid, overrides reach them, mistakes are sentences."""

import pytest

from vschaos.configs.compose import compose_config, config_names
from vschaos.configs.schema import ConditioningConfig, Config
from vschaos.errors import ConfigError


@pytest.mark.parametrize("name", config_names())
def test_every_configuration_is_valid_and_survives_a_round_trip(name):
    config = compose_config(name, ["name=x"])
    assert Config.from_plain(config.to_plain()) == config


def test_windows_go_from_tight_to_large():
    found = {name: compose_config(name, []).representation for name in config_names()}
    assert [found[name].n_fft for name in ("dgt_tight", "dgt_small", "dgt_mid", "dgt_large")] == [
        1024,
        2048,
        2048,
        8192,
    ]
    assert all(one.hop_samples * 4 == one.n_fft and one.sample_rate_hz == 44_100 for one in found.values())


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
        ("training.label_dropout=1", "label_dropout"),
        ("model.conditioning.pitch.dim=1", "number of classes"),
        ("model.conditioning.pitch.dim=100000", "number of classes"),
        ("model.conditioning.pitch={dim: 12, embedding: Warm}", "OneHot, Embedding, Continuous"),
        ("model.conditioning.pitch={dim: 12, embedding: Embedding}", "out_dim"),
        ("model.conditioning.pitch={dim: 12, out_dim: 3}", "out_dim"),
        ("model.conditioning.pitch={dim: 12, embedding: Continuous}", "dim is 12"),
        ("model.conditioning.pitch={dim: 12, target: [engine]}", "target"),
        ("model.conditioning={a b: {dim: 12}}", "cannot name a label"),
        ("model.conditioning.pitch=12", "names and values"),
        ("model.conditioning=12", "names and values"),
        ("model.prediction.pitch={dim: 12, type: Magic}", "no predictor"),
        ("model.prediction.pitch={dim: 12, args: {nlayers: 3, hidden_dims: [5, 6]}}", "hidden_dims"),
        ("model.prediction.pitch={dim: 12, args: {target_dist: Cauchy}}", "Categorical or Normal"),
        ("data.dataset.metadata_callbacks.pitch.name=read_all", "read_single_metadata"),
        ("data.dataset.metadata_callbacks.pitch.type=str", "int or float"),
        ("training={", "overrides"),
        ("nonsense", "overrides"),
    ],
)
def test_mistakes_are_sentences(override, sentence):
    with pytest.raises(ConfigError, match=sentence):
        compose_config("dgt_small", [override])


def test_labels_are_added_on_the_command_line():
    room = ["+model.conditioning.room.dim=3", "+model.conditioning.room.target=[encoder,decoder]"]
    force = ["+model.conditioning.force.embedding=Continuous", "+model.prediction.octave.dim=10"]
    callback = ["+data.dataset.metadata_callbacks.force.type=float"]
    model = compose_config("dgt_small", [*room, *force, *callback]).model
    assert model.tasks == ("room", "force", "octave")
    assert model.conditioning["room"] == ConditioningConfig(3, ("encoder", "decoder"))
    assert [model.continuous(task) for task in model.tasks] == [False, True, False]


def test_the_pitch_configurations_tell_the_decoder_alone():
    told, predicted = compose_config("dgt_pitch_cond", []).model, compose_config("dgt_pitch_prediction", []).model
    assert told.tasks == predicted.tasks == ("pitch", "octave")
    assert [item.target for item in told.conditioning.values()] == [("decoder",)] * 2
    assert (list(told.prediction), list(predicted.prediction)) == ([], ["pitch", "octave"])
    assert predicted.prediction["pitch"].args.widths == (256, 256)


@pytest.mark.parametrize(
    ("override", "sentence"),
    [
        ("model.conditioning.pitch.target=[encoder]", "the encoder would feel"),
        ("model.prediction.pitch.dim=13", "same dim"),
        ("data.dataset.metadata_callbacks.pitch.type=float", "one of several classes"),
    ],
)
def test_settings_that_contradict_each_other_are_sentences(override, sentence):
    with pytest.raises(ConfigError, match=sentence):
        compose_config("dgt_pitch_prediction", [override])


def test_an_unknown_configuration_names_the_known_ones():
    with pytest.raises(ConfigError, match="dgt_small"):
        compose_config("dgt_tiny", [])
