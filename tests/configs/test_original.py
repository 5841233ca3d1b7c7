"""vschaos2's configurations, keys and label blocks: translated or refused; and the page shows the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from vschaos.configs.compose import compose_config, config_names, find_configuration
from vschaos.configs.original import CONFIGURATIONS, KEYS, Fate, key_of
from vschaos.errors import ConfigError

PAGE = Path(__file__).parents[2] / "docs" / "from-vschaos2.md"

FATES = {Fate.SAME: "used", Fate.OTHER: "refused", Fate.NOTHING: "without effect"}

BLOCKS = """
data:
  dataset:
    metadata_callbacks:
      timbre:
        name: read_single_metadata
        type: int
      force:
        name: read_multi_metadata
        type: float
model:
  conditioning:
    timbre:
      dim: 5
      target: ['encoder', 'decoder']
      embedding: OneHot
    force:
      dim: 3
      target: ['decoder']
      embedding: OneHot
  prediction:
    octave:
      dim: 10
      type: MLPEncoder
      args:
        nlayers: 2
        hidden_dims: 200
        target_dist: Categorical
"""


def rows():
    """The lines of the page's tables of configurations and keys."""
    yield from (
        f"| `{item.original}` | `{item.command}` | {item.note} |".replace("|  |", "| |") for item in CONFIGURATIONS
    )
    for key in KEYS:
        ours = f"`{key.ours}`" if key.ours else "–"
        yield f"| `{key.original}` | {ours} | {FATES[key.fate]} | {key.note} |".replace("|  |", "| |")


def test_the_page_shows_the_table_and_nothing_else():
    text = PAGE.read_text(encoding="utf-8")
    shown = [line for line in text[text.index("## Configurations") :].splitlines() if line.startswith("| `")]
    assert shown == list(rows())


@pytest.mark.parametrize("original", CONFIGURATIONS, ids=lambda item: item.original)
def test_each_configuration_composes_and_reports_what_it_is(original):
    notices: list[str] = []
    config = compose_config(original.original, ["name=x"], notice=notices.append)
    assert original.ours in config_names()
    assert config == compose_config(original.ours, ["name=x", *original.overrides])
    assert original.command in notices[0]


def test_every_key_of_ours_that_the_table_names_is_one():
    plain = compose_config("dgt_pitch_prediction", []).to_plain()
    for key in KEYS:
        if key.ours:
            values = plain
            for place in key.ours.split("."):
                values = values[place]


@pytest.mark.parametrize(
    ("typed", "ours", "value"),
    [
        ("model.latent.dim=12", "model.latent_dims", 12),
        ("+data.loader.batch_size=32", "training.batch_size", 32),
        ("model.training.optimizer.args.lr=1e-4", "training.learning_rate", 1e-4),
        ("pl_trainer.gpus=0", "training.device", "cpu"),
        ("pl_trainer.gpus=-1", "trainer.devices", 0),
        ("pl_trainer.accelerator=gpu", "training.device", "cuda"),
        ("pl_trainer.precision=16", "training.precision", "16-mixed"),
        ("pl_trainer.max_steps=77", "training.max_steps", 77),
        (
            "model.encoder={type: ConvEncoder, args: {channels: [8, 16], stride: [2, 2]}}",
            "model.encoder.hidden_dims",
            (8, 16),
        ),
        (
            "model.decoder={type: MLPDecoder, args: {nlayers: 3, hidden_dims: 64}}",
            "model.decoder.hidden_dims",
            (64, 64, 64),
        ),
    ],
)
def test_keys_that_mean_the_same_are_used_and_reported(typed, ours, value):
    notices: list[str] = []
    found = compose_config("dgt_small", [typed], notice=notices.append)
    for place in ours.split("."):
        found = getattr(found, place)
    assert found == value
    assert any(ours in sentence for sentence in notices)


@pytest.mark.parametrize("key", [key for key in KEYS if key.fate is Fate.OTHER], ids=lambda key: key.original)
def test_keys_with_another_meaning_are_refused_where_typed_and_left_out_of_a_file(key, tmp_path):
    with pytest.raises(ConfigError, match="has another meaning here") as caught:
        compose_config("dgt_small", [f"{key.original}=1"])
    assert f"{key.ours}=…" in caught.value.remedy

    nested = "1"
    for place in reversed(key.original.split(".")):
        nested = f"{{{place}: {nested}}}"
    path = tmp_path / "mine.yaml"
    path.write_text(f"defaults: [dgt_small, _self_]\n{nested[1:-1]}\n", encoding="utf-8")
    notices: list[str] = []
    assert compose_config(str(path), [], notice=notices.append) == compose_config("dgt_small", [])
    assert key.original in notices[0]
    assert key.ours in notices[0]


def test_what_is_typed_counts_more_than_a_file_in_either_language(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("defaults: [dgt_small, _self_]\nmodel: {latent: {dim: 16}}\n", encoding="utf-8")
    assert compose_config(str(path), []).model.latent_dims == 16
    assert compose_config(str(path), ["model.latent_dims=4"]).model.latent_dims == 4
    assert compose_config(str(path), ["model.latent.dim=5"]).model.latent_dims == 5


def test_the_transform_is_read_and_mel_is_refused():
    transform = (
        "data.transforms.pre_transforms=[{{type: DGT, args: {{n_fft: 1024, hop_length: 256}}}},"
        "{{type: Magnitude, args: {{contrast: log1p, mel: {}}}}}]"
    )
    found = compose_config("dgt_small", [transform.format(0)]).representation
    assert (found.n_fft, found.hop_samples, found.contrast) == (1024, 256, "log1p")
    with pytest.raises(ConfigError, match="mel bands"):
        compose_config("dgt_small", [transform.format(1)])


def test_our_own_keys_are_never_translated():
    plain = compose_config("dgt_pitch_prediction", []).to_plain()

    def names(values, place=""):
        for name, value in values.items():
            yield from names(value, f"{place}{name}.") if isinstance(value, dict) else [f"{place}{name}"]

    assert not [name for name in names(plain) if key_of(name)]


# ── configurations of one's own ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("start", ["defaults: [dgt_mid, _self_]\n", ""])
@pytest.mark.parametrize("given", ["path", "bare path", "folder"])
def test_the_three_blocks_work_as_printed(tmp_path, monkeypatch, start, given):
    folder = tmp_path / "mine, [all] = $HOME"
    folder.mkdir()
    (folder / "my sounds.yaml").write_text(start + BLOCKS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    name = {"path": f"./{folder.name}/my sounds.yaml", "bare path": str(folder / "my sounds"), "folder": "my sounds"}
    notices: list[str] = []
    config = compose_config(
        name[given], ["training.seed=7"], None, folder if given == "folder" else None, notice=notices.append
    )
    base = compose_config("dgt_mid" if start else "dgt_small", [])
    timbre, force = config.model.conditioning["timbre"], config.model.conditioning["force"]
    assert (timbre.dim, timbre.target, timbre.embedding) == (5, ("encoder", "decoder"), "OneHot")
    assert (force.dim, force.target, force.embedding) == (1, ("decoder",), "Continuous")
    assert "Continuous" in notices[0]
    assert config.model.prediction["octave"].args.hidden_dims == (200,)
    assert config.data.dataset.metadata_callbacks["force"].name == "read_multi_metadata"
    assert config.representation == base.representation
    assert config.model.encoder == base.model.encoder
    assert (config.training.seed, config.training.max_steps) == (7, base.training.max_steps)


@pytest.mark.parametrize(
    ("block", "dim", "target", "embedding", "out_dim"),
    [
        ("{dim: 12, target: 'encoder, decoder', embedding: Embedding}", 12, ("encoder", "decoder"), "Embedding", 12),
        ("{dim: 9, target: both, embedding: {type: Embedding, out_dim: 4}}", 9, ("encoder", "decoder"), "Embedding", 4),
        ("{dim: 12, embedding: {name: one_hot}}", 12, ("decoder",), "OneHot", 0),
        ("{dim: 12, target: decoder, embedding: null}", 12, ("decoder",), "OneHot", 0),
        ("{embedding: {type: Embedding, args: {dim: 6, out_dim: 2}}}", 6, ("decoder",), "Embedding", 2),
    ],
)  # fmt: skip
def test_spellings_of_a_conditioning(block, dim, target, embedding, out_dim):
    found = compose_config("dgt_small", [f"model.conditioning.pitch={block}"]).model.conditioning["pitch"]
    assert (found.dim, found.target, found.embedding, found.out_dim) == (dim, target, embedding, out_dim)


@pytest.mark.parametrize(
    ("name", "parser"),
    [
        ("'read_single_metadata, read_multi_metadata'", ""),
        ("[read_single_metadata, read_multi_metadata]", ""),
        ("read_metadata", ""),
        ("[read_multi_metadata]", "read_multi_metadata"),
        ("read_single_metadata", "read_single_metadata"),
        ("read_folder_names", "read_folder_names"),
    ],
)
def test_parsers_of_labels(name, parser):
    config = compose_config("dgt_small", [f"data.dataset.metadata_callbacks.pitch.name={name}"])
    assert config.data.dataset.metadata_callbacks["pitch"].name == parser


def test_a_float_task_is_predicted_as_a_quantity():
    config = compose_config(
        "dgt_pitch_prediction", ["data.dataset.metadata_callbacks.pitch.type=float"], notice=lambda _sentence: None
    )
    assert config.model.continuous("pitch")
    assert config.model.prediction["pitch"].args.target_dist == "Normal"


def test_a_whole_file_of_theirs_opens(tmp_path):
    (tmp_path / "callbacks").mkdir()
    (tmp_path / "callbacks" / "usual.yaml").write_text("- {type: Anything}\n", encoding="utf-8")
    (tmp_path / "theirs.yaml").write_text(
        "hydra: {job: {name: '${name}'}, run: {dir: '${rundir}/${name}'}}\n"
        "name: ???\nrundir: '${dir:runtime}/saves/${name}'\n"
        "defaults: [{callbacks: usual}, _self_]\n"
        "data: {module: AudioDataModule, loader: {batch_size: 128, shuffle: true}, augmentations: [{type: Shift}]}\n"
        "model: {type: AutoEncoder, latent: {dist: Normal, dim: 6}, encoder: {type: ConvEncoder,"
        " args: {channels: [32, 8], norm: batch}},"
        " training: {beta: 1.0, warmup: 5e5, optimizer: {type: Adam, args: {lr: 1e-4}}}}\n"
        "pl_trainer: {max_epochs: 1000}\n",
        encoding="utf-8",
    )
    notices: list[str] = []
    config = compose_config("theirs", ["name=x"], None, tmp_path, notices.append)
    assert (config.model.latent_dims, config.training.batch_size, config.training.learning_rate) == (6, 128, 1e-4)
    assert (config.model.encoder.type, config.model.encoder.hidden_dims) == ("ConvEncoder", (32, 8))
    assert config.rundir == "runs"
    assert config.training.beta == compose_config("dgt_small", []).training.beta
    assert any("pl_trainer.max_epochs" in sentence and "training.max_steps" in sentence for sentence in notices)


@pytest.mark.parametrize(
    ("text", "sentence", "remedy"),
    [
        (
            "defaults: [dgt_mid, _self_]\nmodel:\n  prediction:\n    a: {dim: 3}\n    ...\n",
            "line 5",
            "Delete",
        ),
        ("a: [\n", "cannot be read: line 2", "Compare"),
        ("defaults: [nothing, _self_]\n", "“nothing”, which does not exist", "dgt_mid"),
        ("defaults: [mine, _self_]\n", "refer to themselves", "name"),
        ("no_such: 1\n", "There is no setting no_such", "Choose from: check, data"),
    ],
)
def test_mistakes_in_a_file_are_sentences(tmp_path, text, sentence, remedy):
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        compose_config("mine", [], None, tmp_path)
    assert sentence in caught.value.sentence
    assert remedy in caught.value.remedy


def test_names_of_ours_beside_a_folder_of_ones_own_still_work(tmp_path):
    assert find_configuration("dgt_mid", tmp_path).name == "dgt_mid"
    (tmp_path / "dgt_mid.yaml").write_text("defaults: [base, _self_]\nmodel: {latent_dims: 3}\n", encoding="utf-8")
    assert compose_config("dgt_mid", [], None, tmp_path).model.latent_dims == 3
    for missing in ("nothing", "./nothing.yaml"):
        with pytest.raises(ConfigError, match="There is no"):
            compose_config(missing, [], None, tmp_path)
