"""The training module: it learns, and its running average follows."""

import lightning.pytorch as pl
import pytest
import torch

from vschaos.configs.compose import compose_config
from vschaos.training.module import TrainingModule
from vschaos.training.snapshot import audible_frames


@pytest.fixture
def module():
    torch.manual_seed(0)
    network = ["model.encoder.hidden_dims=[32]", "model.decoder.hidden_dims=[32]"]
    course = ["training.max_steps=300", "training.warmup_steps=1", "training.learning_rate=5e-3"]
    return TrainingModule(compose_config("dgt_small", ["name=x", *network, *course]))


def tones(count: int) -> torch.Tensor:
    """Frames with one sinusoid each, at frequencies from 100 Hz to 2 kHz, shape (N, n_fft)."""
    time = torch.arange(2048) / 44100
    return torch.stack([0.3 * torch.sin(2 * torch.pi * f * time) for f in torch.linspace(100, 2000, count)])


def fit(module: TrainingModule, frames: torch.Tensor) -> None:
    trainer = pl.Trainer(
        max_steps=module.config.training.max_steps,
        max_epochs=-1,
        accelerator="cpu",
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    trainer.fit(module, torch.utils.data.DataLoader(frames, batch_size=None, sampler=[slice(None)] * 300))  # pyright: ignore


@pytest.mark.filterwarnings("ignore")
def test_the_average_learns_to_reconstruct(module):
    frames = tones(64)
    features = module.features(frames)
    module.fit_statistics(features)

    def error(autoencoder: torch.nn.Module) -> float:
        with torch.no_grad():
            return float((autoencoder.decode(autoencoder.encode(features)[0]) - features).abs().mean())

    before = error(module.averaged)
    fit(module, frames)
    assert error(module.averaged) < 0.5 * before
    assert error(module.averaged) == pytest.approx(error(module.autoencoder), rel=0.3)


def test_statistics_reach_both_networks(module):
    module.fit_statistics(module.features(tones(16)))
    torch.testing.assert_close(module.averaged.feature_mean, module.autoencoder.feature_mean)
    standardized = module.autoencoder.standardize(module.features(tones(16)))
    assert standardized.mean().abs() < 1e-4
    assert float(standardized.square().mean()) == pytest.approx(1.0, rel=1e-3)


def test_silent_frames_are_not_audible():
    frames = tones(4).numpy()
    frames[2] *= 1e-5
    assert audible_frames(frames).tolist() == [True, True, False, True]
    assert audible_frames(frames * 0).all()
