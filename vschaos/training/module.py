"""The Lightning module: the network, its transform, its losses, its optimizer, and the running average that is kept.

Batches are raw audio frames, windowed and transformed here, on the training device, and their labels.

What the decoder is told of a label is, in this order: what is known; where a predictor knows better than nothing, its
probabilities; what the training set leads to expect. A label may be withheld now and then, so that "unknown" is learned
in fully labelled sets too. Predictors learn from known labels alone, and what they say is taken without gradient.
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
from vschaos.models.predictors import NoPredictor
from vschaos.training.augment import near_silence, transposed_magnitudes
from vschaos.training.losses import active_dimensions, normal_divergence, reconstruction_loss, with_free_bits
from vschaos.transforms.contrast import make_contrast
from vschaos.transforms.dgt import DGT

Batch = tuple[Tensor, Tensor]
"""Raw frames (B, n_fft) and their labels (B, K)."""

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

    def fit_statistics(self, features: Tensor, labels: Tensor) -> None:
        """Set what the model knows of its training set, from spectra (N, F) and labels (N, K); before training."""
        self.autoencoder.fit_statistics(features, labels)
        self.averaged.load_state_dict(self.autoencoder.state_dict())

    def features(self, frames: Tensor) -> Tensor:
        """Raw frames (…, n_fft) to contrast spectra (…, F); frames of another length are transposed."""
        if frames.shape[-1] == self.dgt.n_fft:
            return self.contrast(self.dgt.magnitudes(frames))
        return self.contrast(transposed_magnitudes(frames, self.dgt.bins))

    @property
    def averaged(self) -> SpectralAutoencoder:
        """The running average of the weights: what is validated, saved and played."""
        return self.average.module  # pyright: ignore[reportReturnType]

    def training_step(self, batch: Batch, _batch_index: int) -> dict[str, Tensor]:
        """One step on raw frames (B, n_fft or another length) and their labels (B, K)."""
        course = self.config.training
        frames, labels = batch
        heard, wanted = self._with_near_silence(self.features(frames))
        spectra, target = self.autoencoder.standardize(heard), self.autoencoder.standardize(wanted)
        codes, prediction = self._told_and_predicted(spectra, labels)
        mean, log_variance = self.autoencoder.encode_standardized(spectra, codes)
        latent = mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)
        output = self.autoencoder.decode_standardized(latent, codes)
        reconstruction = reconstruction_loss(output, target, course.l1_weight)
        divergence = normal_divergence(mean, log_variance)
        beta = course.beta * min(1.0, self.global_step / max(1.0, course.beta_warmup * course.max_steps))
        loss = reconstruction + beta * with_free_bits(divergence, course.free_bits) + prediction
        return {
            "loss": loss,
            "reconstruction": reconstruction.detach(),
            "divergence": divergence.sum().detach(),
            "mean": mean.detach(),
        }

    def _with_near_silence(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Put near-silence in the place of the last frames.

        Nothing in the training set says what to make of a faint hiss, and an encoder makes anything of what it never
        heard. Their labels stay: silence is silent whatever it is called. Returns contrast spectra as they are heard
        and as they are wanted, each (B, F).
        """
        kept = len(features) - round(len(features) * self.config.training.near_silence)
        quiet = self.features(near_silence(len(features) - kept, self.dgt.n_fft, features.device))
        return torch.cat([features[:kept], quiet]), torch.cat([features[:kept], torch.zeros_like(quiet)])

    def _told_and_predicted(self, target: Tensor, labels: Tensor) -> tuple[list[Tensor], Tensor]:
        """What the networks are told of each label, and the predictors' loss, in nats."""
        model = self.autoencoder
        codes: list[Tensor] = []
        loss = target.new_zeros(())
        for index, (_, label, predictor) in enumerate(model.label_parts()):
            known = label.known(labels[:, index])
            code = label(labels[:, index], label.prior)
            if not isinstance(predictor, NoPredictor):
                parameters = predictor(target)
                if known.any():
                    loss = loss + predictor.loss(parameters[known], code[known])
                code = torch.where(known[:, None], code, predictor.code(parameters).detach())
            withheld = torch.rand(len(labels), 1, device=labels.device) < self.config.training.label_dropout
            codes.append(torch.where(withheld, label.prior, code))
        return codes, loss

    def validation_step(self, batch: Batch, _batch_index: int) -> None:
        """Error of held-out raw frames (B, n_fft) and labels (B, K), by the averaged weights and without sampling."""
        model = self.averaged
        frames, labels = batch
        features = self.features(frames)
        predicted = model.predict(features)
        told = torch.where(labels.isnan(), predicted, labels)
        mean, _ = model.encode(features, told)
        error_db = (model.decode(mean, told) - features).abs().mean() * DB_PER_NEPER
        self.log("error_db", error_db, batch_size=len(frames))
        self.log("active_dims", float(active_dimensions(mean)), batch_size=len(frames))
        for index, (_, label, predictor) in enumerate(model.label_parts()):
            known = label.known(labels[:, index])
            if predictor.predicts and known.any():
                right = label.right(predicted[known, index], labels[known, index]).float().mean()
                self.log("label_accuracy", right, batch_size=int(known.sum()))

    def optimizer_step(self, *args: Any, **kwargs: Any) -> None:
        """Step, then take the weights into the average."""
        super().optimizer_step(*args, **kwargs)
        self.average.update_parameters(self.autoencoder)

    def configure_gradient_clipping(
        self,
        optimizer: torch.optim.Optimizer,  # noqa: ARG002 (Lightning's)
        gradient_clip_val: float | None = None,
        gradient_clip_algorithm: str | None = None,  # noqa: ARG002 (Lightning's)
    ) -> None:
        """Clip by norm, the predictors apart: a large gradient of theirs must not shorten the auto-encoder's step."""
        if gradient_clip_val:
            predictors = list(self.autoencoder.predictors.parameters())
            others = [
                weight for name, weight in self.autoencoder.named_parameters() if not name.startswith("predictors.")
            ]
            for weights in (others, predictors):
                torch.nn.utils.clip_grad_norm_(weights, gradient_clip_val)

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
