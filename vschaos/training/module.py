"""The Lightning module: the network, its transform, its losses, its optimizer, and the running average that is kept.

Batches are raw audio frames; they are windowed and transformed here, on the training device.
"""

from __future__ import annotations

import math
from typing import Any

import lightning.pytorch as pl
import torch
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel

from vschaos.configs.schema import Config
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.training.losses import active_dimensions, normal_divergence, reconstruction_loss, with_free_bits
from vschaos.transforms.contrast import make_contrast
from vschaos.transforms.dgt import DGT

DB_PER_NEPER = 20.0 / math.log(10.0)


class TrainingModule(pl.LightningModule):
    """Trains a :class:`SpectralAutoencoder`.

    Parameters
    ----------
    config
        The resolved configuration.
    """

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        representation = config.representation
        self.dgt = DGT(representation.n_fft, representation.hop_samples)
        self.contrast = make_contrast(representation.contrast, representation.floor_db)
        self.autoencoder = SpectralAutoencoder(representation.bins, config.model)
        self.average = AveragedModel(self.autoencoder, multi_avg_fn=self._average_weights)  # pyright: ignore[reportArgumentType]

    def fit_statistics(self, features: Tensor) -> None:
        """Set the model's mean, deviation and ceiling from training spectra (N, F); before training."""
        for model in (self.autoencoder, self.averaged):
            model.fit_statistics(features)

    def features(self, frames: Tensor) -> Tensor:
        """Raw frames (…, n_fft) to contrast spectra (…, F)."""
        return self.contrast(self.dgt.magnitudes(frames))

    @property
    def averaged(self) -> SpectralAutoencoder:
        """The running average of the weights: what is validated, saved and played."""
        return self.average.module  # pyright: ignore[reportReturnType]

    def training_step(self, batch: Tensor, _batch_index: int) -> dict[str, Tensor]:
        """One step on raw frames, shape (B, n_fft)."""
        course = self.config.training
        target = self.autoencoder.standardize(self.features(batch))
        mean, log_variance = self.autoencoder.encoder(target)
        latent = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        output = self.autoencoder.decode_standardized(latent)
        reconstruction = reconstruction_loss(output, target, course.l1_weight)
        divergence = normal_divergence(mean, log_variance)
        beta = course.beta * min(1.0, self.global_step / max(1.0, course.beta_warmup * course.max_steps))
        loss = reconstruction + beta * with_free_bits(divergence, course.free_bits)
        return {
            "loss": loss,
            "reconstruction": reconstruction.detach(),
            "divergence": divergence.sum().detach(),
            "mean": mean.detach(),
        }

    def validation_step(self, batch: Tensor, _batch_index: int) -> None:
        """Error of held-out raw frames (B, n_fft), by the averaged weights and without sampling."""
        features = self.features(batch)
        mean, _ = self.averaged.encode(features)
        error_db = (self.averaged.decode(mean) - features).abs().mean() * DB_PER_NEPER
        self.log("error_db", error_db, batch_size=len(batch))
        self.log("active_dims", float(active_dimensions(mean)), batch_size=len(batch))

    def optimizer_step(self, *args: Any, **kwargs: Any) -> None:
        """Step, then take the weights into the average."""
        super().optimizer_step(*args, **kwargs)
        self.average.update_parameters(self.autoencoder)

    def configure_optimizers(self) -> Any:
        """AdamW with a linear warm-up and a cosine fall to zero at ``max_steps``."""
        course = self.config.training
        optimizer = torch.optim.AdamW(
            self.autoencoder.parameters(), lr=course.learning_rate, weight_decay=course.weight_decay, fused=True
        )

        def factor(step: int) -> float:
            if step < course.warmup_steps:
                return (step + 1) / course.warmup_steps
            progress = (step - course.warmup_steps) / max(1, course.max_steps - course.warmup_steps)
            return 0.5 * (1.0 + math.cos(math.pi * min(progress, 1.0)))

        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": LambdaLR(optimizer, factor), "interval": "step"}}

    @torch.no_grad()
    def _average_weights(self, averaged: list[Tensor], current: list[Tensor], count: Tensor | int) -> None:
        """An exponential average that forgets its beginning fast at first."""
        steps = int(count)
        decay = min(self.config.training.ema_decay, (1.0 + steps) / (10.0 + steps))
        torch._foreach_lerp_(averaged, current, 1.0 - decay)  # pyright: ignore[reportPrivateImportUsage]
