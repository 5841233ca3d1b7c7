"""The training module: it learns, its running average follows, and predictors learn beside it without touching it."""

import dataclasses
from types import SimpleNamespace

import lightning.pytorch as pl
import pytest
import torch

from vschaos.configs.compose import compose_config
from vschaos.training.augment import transposed_magnitudes
from vschaos.training.latent_mapper import audible_frames
from vschaos.training.module import TrainingModule

NETWORK = ["model.encoder.hidden_dims=[32]", "model.decoder.hidden_dims=[32]"]
COURSE = ["training.max_steps=300", "training.warmup_steps=1", "training.learning_rate=5e-3"]


def make(configuration, *overrides):
    torch.manual_seed(0)
    return TrainingModule(compose_config(configuration, ["name=x", *NETWORK, *COURSE, *overrides]))


@pytest.fixture
def module():
    return make("dgt_small")


def tones(count: int) -> torch.Tensor:
    """Frames with one sinusoid each, at frequencies from 100 Hz to 2 kHz, shape (N, n_fft)."""
    time = torch.arange(2048) / 44100
    return torch.stack([0.3 * torch.sin(2 * torch.pi * f * time) for f in torch.linspace(100, 2000, count)])


def octaves(frames: torch.Tensor, labelled: slice) -> torch.Tensor:
    """Pitch and octave labels of :func:`tones`, some of them: low tones and high ones; shape (N, 2)."""
    labels = torch.full((len(frames), 2), float("nan"))
    labels[labelled, 0] = torch.arange(len(frames))[labelled] // (len(frames) / 4)
    labels[labelled, 1] = 4.0
    return labels


def fit(module: TrainingModule, frames: torch.Tensor, labels: torch.Tensor) -> None:
    module.fit_statistics(module.features(frames), labels)
    trainer = pl.Trainer(
        max_steps=module.config.training.max_steps,
        max_epochs=-1,
        accelerator="cpu",
        logger=False,
        gradient_clip_val=1.0,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(module, torch.utils.data.DataLoader([(frames, labels)] * 300, batch_size=None))  # pyright: ignore


@pytest.mark.filterwarnings("ignore")
def test_the_average_learns_to_reconstruct(module):
    frames, labels = tones(64), torch.empty(64, 0)
    features = module.features(frames)

    def error(autoencoder):
        with torch.no_grad():
            return float((autoencoder.decode(autoencoder.encode(features, labels)[0], labels) - features).abs().mean())

    module.fit_statistics(features, labels)
    before = error(module.averaged)
    fit(module, frames, labels)
    assert error(module.averaged) < 0.5 * before
    assert error(module.averaged) == pytest.approx(error(module.autoencoder), rel=0.3)


def basses_under_noise(count: int) -> torch.Tensor:
    """Frames of a bass of 60 Hz under white noise, each at its own level: of a thousand bins, three are the bass."""
    torch.manual_seed(0)
    time = torch.arange(2048) / 44100
    bass_db, noise_db = -30 * torch.rand(count, 1), -60 + 30 * torch.rand(count, 1)
    return 10 ** (bass_db / 20) * torch.sin(2 * torch.pi * 60 * time) + 10 ** (noise_db / 20) * torch.randn(count, 2048)


@pytest.mark.filterwarnings("ignore")
def test_the_loss_of_level_keeps_the_bass():
    frames, labels = basses_under_noise(256), torch.empty(256, 0)
    apart_db = {}
    for weight in (0, 0.3):
        module = make("dgt_small", f"training.level_weight={weight}", "training.max_steps=100")
        fit(module, frames, labels)
        with torch.no_grad():
            features = module.features(frames)
            model = module.averaged
            made = model.decode(model.encode(features, labels)[0], labels)
            low_db = [10 * torch.log10(torch.expm1(part[:, :8]).square().sum(dim=1)) for part in (made, features)]
        apart_db[weight] = float((low_db[0] - low_db[1]).abs().mean())
    assert apart_db[0.3] < 0.7 * apart_db[0]


def test_statistics_reach_both_networks(module):
    module.fit_statistics(module.features(tones(16)), torch.empty(16, 0))
    torch.testing.assert_close(module.averaged.feature_mean, module.autoencoder.feature_mean)
    standardized = module.autoencoder.standardize(module.features(tones(16)))
    assert standardized.mean().abs() < 1e-4
    assert float(standardized.square().mean()) == pytest.approx(1.0, rel=1e-3)


@pytest.mark.filterwarnings("ignore")
def test_a_predictor_learns_from_the_labels_that_there_are():
    module = make("dgt_pitch_prediction")
    frames = tones(64)
    fit(module, frames, octaves(frames, slice(None, None, 4)))
    found = module.averaged.predict(module.features(frames))
    right = found[:, 0] == octaves(frames, slice(None))[:, 0]
    assert right.float().mean() > 0.85


def gradients(module, frames, labels):
    """Gradients of one training step, by the name of the weight."""
    module.fit_statistics(module.features(frames), labels)
    module.training_step((frames, labels), 0)["loss"].backward()
    return {name: weight.grad for name, weight in module.autoencoder.named_parameters()}


def test_encoder_and_decoder_do_not_feel_the_predictors():
    frames = tones(16)
    labels = octaves(frames, slice(None))
    without = make("dgt_pitch_cond")
    beside = make("dgt_pitch_prediction")
    beside.autoencoder.load_state_dict(without.autoencoder.state_dict(), strict=False)
    expected, found = gradients(without, frames, labels), gradients(beside, frames, labels)
    assert len(expected) > 8
    for name, gradient in expected.items():
        assert torch.equal(found[name], gradient), name
    assert all(found[name].abs().max() > 0 for name in found.keys() - expected.keys() if name.endswith("weight"))


def test_the_reconstruction_does_not_train_the_predictors():
    frames = tones(16)
    found = gradients(make("dgt_pitch_prediction"), frames, octaves(frames, slice(0, 0)))
    assert all(gradient.abs().max() == 0 for name, gradient in found.items() if name.startswith("predictors"))
    assert found["encoder.layers.0.weight"].abs().max() > 0


def test_a_predictors_large_gradient_does_not_shorten_the_networks_step():
    module = make("dgt_pitch_prediction")
    for name, weight in module.autoencoder.named_parameters():
        weight.grad = torch.full_like(weight, 1e3 if name.startswith("predictors") else 1e-5)
    optimizer = torch.optim.SGD(module.autoencoder.parameters())
    module.configure_gradient_clipping(optimizer, 1.0)
    for name, weight in module.autoencoder.named_parameters():
        assert (float(weight.grad.flatten()[0]) == pytest.approx(1e-5)) == (not name.startswith("predictors"))


def test_now_and_then_a_label_is_withheld():
    told = {}
    for share in (0.0, 0.9):
        module = make("dgt_pitch_cond", f"training.label_dropout={share}")
        frames = tones(64)
        labels = octaves(frames, slice(None))
        module.fit_statistics(module.features(frames), labels)
        codes, _ = module._known_and_predicted(module.features(frames), labels, module._draw(len(frames)))
        told[share] = float((codes[0].amax(dim=1) == 1).float().mean())
    assert told[0.0] == 1.0
    assert 0.0 < told[0.9] < 0.3


def loss(module: TrainingModule, frames: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    return module.training_step((frames, labels), 0)["loss"].detach()


def test_a_step_follows_from_the_seed_and_its_number_alone():
    frames, labels = tones(64), torch.empty(64, 0)
    found = []
    for seed in (0, 0, 1):
        module = make("dgt_small", f"training.seed={seed}")
        torch.manual_seed(len(found))
        found.append(loss(module, frames, labels).item())
    assert found[0] == found[1] != found[2]


def test_processes_together_do_what_one_would(monkeypatch):
    """The halves' mean is the whole's: each has its own noise, its own share of near-silence, labels that it knows."""
    frames = tones(64)
    labels = octaves(frames, slice(0, 24))
    overrides = ("training.near_silence=0.4", "training.label_dropout=0.3", "training.free_bits=0")
    module = make("dgt_pitch_prediction", *overrides)
    module.fit_statistics(module.features(frames), labels)
    whole = loss(module, frames, labels)
    monkeypatch.setattr(module, "_processes", 2)
    monkeypatch.setattr(module, "_over_processes", lambda mean: mean)
    halves = []
    for rank in range(2):
        monkeypatch.setattr(TrainingModule, "global_rank", rank)
        rows = slice(32 * rank, 32 * rank + 32)
        halves.append(loss(module, frames[rows], labels[rows]))
    assert float(halves[0] + halves[1]) / 2 == pytest.approx(float(whole), rel=1e-5)
    assert float(halves[0]) != pytest.approx(float(whole), rel=1e-3)


def test_what_the_batch_decides_is_decided_by_all_processes(monkeypatch):
    module = make("dgt_small")
    trainer = SimpleNamespace(strategy=SimpleNamespace(reduce=lambda value, reduce_op: value + 1.0))
    monkeypatch.setattr(module, "_processes", 2)
    monkeypatch.setattr(TrainingModule, "trainer", trainer)
    own = torch.tensor([0.5, 2.0], requires_grad=True)
    whole = module._over_processes(own)
    whole.sum().backward()
    assert whole.tolist() == [1.5, 3.0]
    assert own.grad.tolist() == [1.0, 1.0]


@pytest.mark.parametrize("components", [0, 16])
def test_absolute_error_is_added_to_the_distance(components):
    frames, labels = tones(16), torch.empty(16, 0)
    found = {}
    for weight in (0, 1e-9, 1):
        module = make(
            "dgt_small",
            f"model.decoder.components={components}",
            "training.level_weight=0",
            f"training.l1_weight={weight}",
        )
        module.fit_statistics(module.features(frames), labels)
        found[weight] = float(module.training_step((frames, labels), 0)["reconstruction"])
    assert found[1e-9] == pytest.approx(found[0], rel=1e-4)
    assert found[1] > 1.2 * found[0]


def test_silent_frames_are_not_audible():
    frames = tones(4).numpy()
    frames[2] *= 1e-5
    assert audible_frames(frames).tolist() == [True, True, False, True]
    assert audible_frames(frames * 0).all()


@pytest.mark.filterwarnings("ignore")
def test_noise_shares_are_learned_beside_the_spectra_without_touching_them():
    frames, labels = torch.cat([tones(32), 0.1 * torch.randn(32, 2048)]), torch.empty(64, 0)
    module, without = make("dgt_small", "model.decoder.noise=16"), make("dgt_small", "model.decoder.noise=0")
    for each in (module, without):
        each.config = dataclasses.replace(
            each.config, training=dataclasses.replace(each.config.training, max_steps=100)
        )
        fit(each, frames, labels)
    kept = module.autoencoder.state_dict()
    for name, values in without.autoencoder.state_dict().items():
        torch.testing.assert_close(kept[name], values, atol=0.0, rtol=0.0)
    features = module.features(frames)
    with torch.no_grad():
        latent, _ = module.averaged.encode(features, labels)
        share = torch.sigmoid(module.averaged.noise_logits(latent, []))
    power = transposed_magnitudes(frames, 1025).square()
    of_power = (share * power).sum(dim=1) / power.sum(dim=1)
    assert float(of_power[32:].mean()) > float(of_power[:32].mean()) + 0.25
