"""Configurations: all ship valid, overrides reach them, mistakes are sentences."""

import copy
import dataclasses

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
def test_paths_are_used_as_written(path):
    assert compose_config("dgt_small", [], {"data.dataset.root": path}).data.dataset.root == path


@pytest.mark.parametrize(
    ("override", "sentence"),
    [
        ("training.no_such=1", "no setting"),
        ("training.max_steps=many", "must be a whole number"),
        ("training.max_steps=0", "max_steps is 0"),
        ("representation.n_fft=2000", "power of two"),
        ("representation.hop_samples=700", "hop_samples"),
        ("representation.contrast=loud", "choose one of log, log1p"),
        ("model.latent_dims=1", "latent_dims"),
        ("model.encoder.type=Magic", "MLPEncoder"),
        ("model.encoder.hidden_dims=[]", "hidden_dims"),
        ("training.device=quantum", "device"),
        ("training.label_dropout=1", "label_dropout"),
        ("model.conditioning.pitch.dim=1", "number of classes"),
        ("model.conditioning.pitch.dim=100000", "number of classes"),
        ("model.conditioning.pitch={dim: 12, embedding: Warm}", "OneHot, Embedding, Continuous"),
        ("model.conditioning.pitch={dim: 12, embedding: Embedding, out_dim: 2000}", "out_dim"),
        ("model.conditioning.pitch={dim: 12, out_dim: 3}", "out_dim"),
        ("model.conditioning.pitch={dim: 12, embedding: Continuous}", "dim is 12"),
        ("model.conditioning.pitch={dim: 12, target: [engine]}", "target"),
        ("model.conditioning={a b: {dim: 12}}", "A label cannot be called “a b”"),
        ("model.conditioning.pitch=12", "must be a mapping of names to values"),
        ("+model.conditioning.Éclat={dim: 3}", "A label cannot be called “Éclat”; use letters without accents"),
        ("model.prediction.a b.dim=3", "A label cannot be called “a b”"),
        ("+data.dataset.metadata_callbacks.Tonhöhe.type=int", "A label cannot be called “Tonhöhe”"),
        ("model.conditioning=12", "must be a mapping of names to values"),
        ("model.prediction.pitch={dim: 12, type: Magic}", "type is “Magic”; choose one of MLPEncoder"),
        ("model.prediction.pitch={dim: 12, args: {nlayers: 3, hidden_dims: [5, 6]}}", "hidden_dims"),
        ("model.prediction.pitch={dim: 12, args: {target_dist: Cauchy}}", "choose one of Categorical, Normal"),
        ("data.dataset.metadata_callbacks.pitch.name=read_all", "read_single_metadata"),
        ("data.dataset.metadata_callbacks.pitch.type=str", "choose one of int, float"),
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


def test_the_pitch_configurations_condition_the_decoder_alone():
    conditioned, predicted = (
        compose_config("dgt_pitch_cond", []).model,
        compose_config("dgt_pitch_prediction", []).model,
    )
    assert conditioned.tasks == predicted.tasks == ("pitch", "octave")
    assert [item.target for item in conditioned.conditioning.values()] == [("decoder",)] * 2
    assert (list(conditioned.prediction), list(predicted.prediction)) == ([], ["pitch", "octave"])
    assert predicted.prediction["pitch"].args.widths == (256, 256)


@pytest.mark.parametrize(
    ("override", "sentence"),
    [
        ("model.conditioning.pitch.target=[encoder]", "the prediction would change the encoder"),
        ("model.prediction.pitch.dim=13", "different dim or kind"),
    ],
)
def test_settings_that_contradict_each_other_are_sentences(override, sentence):
    with pytest.raises(ConfigError, match=sentence):
        compose_config("dgt_pitch_prediction", [override])


def test_an_unknown_configuration_names_the_known_ones():
    with pytest.raises(ConfigError, match="dgt_small"):
        compose_config("dgt_tiny", [])


def numbers(record, place=""):
    """Dotted names of all numbers of a configuration."""
    for item in dataclasses.fields(record):
        value, name = getattr(record, item.name), f"{place}{item.name}"
        if dataclasses.is_dataclass(value):
            yield from numbers(value, f"{name}.")
        elif type(value) in (int, float):
            yield name


@pytest.mark.parametrize("value", [-(10**20), 10**20, int("9" * 400), float("inf"), float("-inf"), float("nan")])
def test_absurd_numbers_are_refused_in_a_sentence_wherever_they_stand(value):
    plain = compose_config("dgt_mid", []).to_plain()
    names = list(numbers(Config.from_plain(plain)))
    assert len(names) > 30
    for name in names:
        values = copy.deepcopy(plain)
        *places, last = name.split(".")
        inner = values
        for place in places:
            inner = inner[place]
        inner[last] = value
        with pytest.raises(ConfigError, match=last):
            Config.from_plain(values)


@pytest.mark.parametrize(
    ("override", "sentence"),
    [
        ("training.seed=-1", "0 to 4,294,967,295"),
        ("training.threads=100000", "0 to 1,024"),
        ("training.seed=1e20", "seed"),
    ],
)
def test_the_sentence_says_what_is_allowed(override, sentence):
    with pytest.raises(ConfigError, match=sentence):
        compose_config("dgt_small", [override])
