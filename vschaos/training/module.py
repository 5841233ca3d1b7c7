"""The Lightning module: the network, its transform, its losses, its optimizer, and the running average that is kept.

Batches are raw audio frames, windowed and transformed here, on the training device, and their labels.

The decoder's label is, in this order: what is known; where a predictor knows better than nothing, its
probabilities; what the training set leads to expect. A label may be withheld now and then, so that "unknown" is learned
in fully labelled sets too. Predictors learn from known labels alone, and what they say is taken without gradient.

Whatever is random in a step follows from the seed and the step's number, and is drawn for the whole batch: a resumed
training goes on as it would have, and of several processes that share a batch each does its part of the same step.
For the same reason every loss is a mean over items, so that the mean of the processes' gradients is the batch's.
"""

from __future__ import annotations

import copy
import math
from typing import Any

import lightning.pytorch as pl
import numpy as np
import torch
from torch import Tensor
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import get_ema_multi_avg_fn

from vschaos.configs.schema import Config
from vschaos.data.augment import Augmentation
from vschaos.data.draw import Draw
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.layers import squared_norm
from vschaos.models.predictors import NoPredictor
from vschaos.training.audible_error import audible_error_db
from vschaos.training.augment import near_silence, transposed_magnitudes
from vschaos.training.level_loss import LevelLoss
from vschaos.training.losses import active_dimensions, normal_divergence, spectral_distance, with_free_bits
from vschaos.training.noise_share import noise_share
from vschaos.transforms.contrast import make_contrast

Batch = tuple[Tensor, Tensor]
"""Raw frames (B, n_fft) and their labels (B, K)."""


LEVEL_FRAMES = 64
"""Of larger batches, the levels of about so many frames are judged; all would cost a tenth of a step."""

NOISE_EVERY = 16
"""One frame of so many learns noise shares: what a frame says of them costs several Fourier transforms."""

FAINT_WEIGHT = 0.03
"""What the noise share of a silent bin counts, if that of the frame's loudest counts 1, and others by √magnitude."""


class TrainingModule(pl.LightningModule):
    """Trains a :class:`SpectralAutoencoder`.

    Parameters
    ----------
    config
        The resolved configuration.
    autoencoder
        What learns, with its statistics; by default one that knows nothing yet.
    """

    def __init__(self, config: Config, autoencoder: SpectralAutoencoder | None = None) -> None:
        super().__init__()
        self.config = config
        representation = config.representation
        self.contrast = make_contrast(representation.contrast, representation.floor_db)
        self.augmentation = Augmentation(config.training.augment, representation.sample_rate_hz)
        self.autoencoder = autoencoder or SpectralAutoencoder(representation.bins, config.model)
        self.level_loss = LevelLoss(representation.bins)
        self.average = copy.deepcopy(self.autoencoder).requires_grad_(False)
        self._processes = 1
        self._errors: dict[int, list[tuple[float, int]]] = {}

    def fit_statistics(self, features: Tensor, labels: Tensor) -> None:
        """Set what the model knows of its training set, from spectra (N, F) and labels (M, K); before training."""
        self.autoencoder.fit_statistics(features, labels)
        self.averaged.load_state_dict(self.autoencoder.state_dict())

    @property
    def averaged(self) -> SpectralAutoencoder:
        """The running average of the weights: what is validated, saved and played."""
        return self.average

    def features(self, frames: Tensor) -> Tensor:
        """Raw frames (…, n_fft) to contrast spectra (…, F); frames of another length are transposed."""
        return self.contrast(transposed_magnitudes(frames, self.config.representation.bins))

    def on_fit_start(self) -> None:
        """See how many processes share each batch."""
        self._processes = self.trainer.world_size

    def training_step(self, batch: Batch, _batch_index: int) -> dict[str, Tensor]:
        """One step on raw frames (B, n_fft or another length) and their labels (B, K).

        Of several processes, each has the B rows after those of the one before.
        """
        course = self.config.training
        draw = self._draw(len(batch[0]))
        frames, spectra, target, labels = self._input_and_target(*batch, draw)
        codes, prediction = self._known_and_predicted(spectra, labels, draw)
        mean, log_variance = self.autoencoder.encode_standardized(spectra, codes)
        latent = mean + torch.exp(0.5 * log_variance) * draw.normal(mean.shape[1])
        reconstruction = self._reconstruction_loss(latent, codes, target)
        divergence = self._over_processes(normal_divergence(mean, log_variance))
        beta = course.beta * min(1.0, self.global_step / max(1.0, course.beta_warmup * course.max_steps))
        loss = reconstruction + beta * with_free_bits(divergence, course.free_bits) + prediction
        if self.config.model.decoder.noise:
            loss = loss + self._noise_loss(frames, latent.detach(), codes, draw)
        return {
            "loss": loss,
            "reconstruction": reconstruction.detach(),
            "divergence": divergence.sum().detach(),
            "mean": mean.detach(),
        }

    def _reconstruction_loss(self, latent: Tensor, codes: list[Tensor], target: Tensor) -> Tensor:
        """Log-spectral distance, the distance of levels, and absolute error where the course asks for it."""
        course, model = self.config.training, self.autoencoder
        spectra = model.decode_standardized(latent, codes)
        error = spectra - target
        loss = spectral_distance(squared_norm(error) / error.shape[-1])
        if course.level_weight:
            some = slice(None, None, max(1, course.batch_size // LEVEL_FRAMES))
            levels = self.level_loss(model.features(spectra[some]), model.features(target[some]))
            levels = levels / model.feature_deviation.square()
            loss = loss + course.level_weight * spectral_distance(levels)
        return loss + course.l1_weight * error.abs().mean() if course.l1_weight else loss

    def _noise_loss(self, frames: Tensor, latent: Tensor, codes: list[Tensor], draw: Draw) -> Tensor:
        """Squared error of the noise shares of some rows of raw frames (B, n) and latents (B, D).

        Its least is the mean of what single frames say, however that scatters. Loud bins count most.
        """
        first = -draw.rows.start % NOISE_EVERY
        has_any = first < len(frames)  # of the batch's rows for it; others count nothing
        rows = slice(first, None, NOISE_EVERY) if has_any else slice(1)
        bins = self.config.representation.bins
        logits = self.autoencoder.noise_logits(latent[rows], [code[rows].detach() for code in codes])
        error = torch.sigmoid(logits) - noise_share(frames[rows], bins)
        loudness = transposed_magnitudes(frames[rows], bins).sqrt()
        weight = loudness / loudness.amax(dim=1, keepdim=True).clamp_min(1e-6) + FAINT_WEIGHT
        loss = (error.square() * weight).mean(dim=1).sum()
        return loss * (has_any * self._processes / len(range(0, draw.total, NOISE_EVERY)))

    def _draw(self, count: int) -> Draw:
        """The step's random numbers, for the rows of the batch that are this process's."""
        seed = np.random.SeedSequence([self.config.training.seed, self.global_step]).generate_state(1, np.uint64)
        generator = torch.Generator(self.device).manual_seed(int(seed[0]) >> 1)
        first = self.global_rank * count
        return Draw(generator, self._processes * count, slice(first, first + count))

    def _input_and_target(self, frames: Tensor, labels: Tensor, draw: Draw) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Raw frames (B, n) and labels (B, K) to the frames that are learned, standardized spectra, varied, and labels.

        The spectra are as the encoder hears them and as they are wanted, each (B, F). In the place of the batch's last
        frames there is near-silence, and silence is wanted: nothing in the training set says what to make of a faint
        hiss, and an encoder makes anything of what it never heard. Their labels stay: silence is silent whatever it is
        called.
        """
        frames, labels = self.augmentation.frames(frames, labels, draw)
        quiet = self._quiet_frames(frames.shape[-1], draw)
        kept = len(frames) - len(quiet)
        frames = torch.cat([frames[:kept], quiet])
        bins = self.config.representation.bins
        heard, wanted, labels = self.augmentation.magnitudes(transposed_magnitudes(frames, bins), labels, draw)
        spectra = self.autoencoder.standardize(self.contrast(heard))
        target = spectra.clone() if wanted is heard else self.autoencoder.standardize(self.contrast(wanted))
        target[kept:] = self.autoencoder.standardize(torch.zeros_like(target[0]))
        return frames, spectra, target, labels

    def _quiet_frames(self, length: int, draw: Draw) -> Tensor:
        """Near-silence for as many of this process's rows as lie in the batch's last share, (rows, length)."""
        count = round(draw.total * self.config.training.near_silence)
        kept = draw.total - count
        rows = slice(max(draw.rows.start - kept, 0), max(draw.rows.stop - kept, 0))
        return near_silence(length, Draw(draw.generator, count, rows))

    def _known_and_predicted(self, target: Tensor, labels: Tensor, draw: Draw) -> tuple[list[Tensor], Tensor]:
        """What the networks get as each label, and the predictors' loss, in nats; unknown labels cost nothing."""
        model = self.autoencoder
        codes: list[Tensor] = []
        loss = target.new_zeros(())
        for index, (_, label, predictor) in enumerate(model.label_parts()):
            known = label.known(labels[:, index])
            code = label(labels[:, index], label.prior)
            if not isinstance(predictor, NoPredictor):
                parameters = predictor(target)
                loss = loss + torch.where(known, predictor.loss(parameters, code), 0.0).mean()
                code = torch.where(known[:, None], code, predictor.code(parameters).detach())
            withheld = draw.uniform(0.0, 1.0, 1) < self.config.training.label_dropout
            codes.append(torch.where(withheld, label.prior, code))
        return codes, loss

    def _over_processes(self, mean: Tensor) -> Tensor:
        """A mean over this process's rows, with the value that it has over the whole batch.

        Whether a dimension's divergence is charged for depends on it, and must not differ among processes.
        """
        if self._processes == 1:
            return mean
        whole = self.trainer.strategy.reduce(mean.detach(), reduce_op="mean")
        return mean + (whole - mean).detach()  # pyright: ignore[reportOperatorIssue]

    def on_validation_epoch_start(self) -> None:
        """Nothing is judged yet."""
        self._errors.clear()

    def validation_step(self, batch: Batch, _batch_index: int, dataloader_idx: int = 0) -> None:
        """Error of raw frames (B, n_fft) and labels (B, K), by the averaged weights and without sampling.

        Those of the first loader were not learned, if there is a second.
        """
        model = self.averaged
        frames, labels = batch
        features = self.features(frames)
        predicted = model.predict(features)
        given = torch.where(labels.isnan(), predicted, labels)
        mean, _ = model.encode(features, given)
        made, wanted = (self.contrast.inverse(spectra) for spectra in (model.decode(mean, given), features))
        error_db, heard = audible_error_db(wanted, made)
        self._errors.setdefault(dataloader_idx, []).append((float(error_db), heard))
        if dataloader_idx:
            return
        self.log("active_dims", float(active_dimensions(mean)), batch_size=len(frames), add_dataloader_idx=False)
        for index, (_, label, predictor) in enumerate(model.label_parts()):
            known = label.known(labels[:, index])
            if predictor.predicts and known.any():
                right = label.right(predicted[known, index], labels[known, index]).float().mean()
                self.log("label_accuracy", right, batch_size=int(known.sum()), add_dataloader_idx=False)

    def on_validation_epoch_end(self) -> None:
        """The error is that of the sounds that were not learned, or of those that were: a few may be easier than all."""
        errors_db = [
            sum(error_db * heard for error_db, heard in judged) / max(sum(heard for _, heard in judged), 1)
            for judged in self._errors.values()
        ]
        if errors_db:
            self.log("error_db", max(errors_db))

    def optimizer_step(self, *args: Any, **kwargs: Any) -> None:
        """Step, then take the weights into the average."""
        super().optimizer_step(*args, **kwargs)
        self.update_average()

    def update_average(self) -> None:
        """Take the weights into their average, which forgets its beginning fast at first."""
        decay = min(self.config.training.ema_decay, (1.0 + self.global_step) / (10.0 + self.global_step))
        take_into = get_ema_multi_avg_fn(decay)
        take_into(list(self.averaged.parameters()), list(self.autoencoder.parameters()), 0)

    def configure_gradient_clipping(
        self,
        optimizer: torch.optim.Optimizer,  # noqa: ARG002 (Lightning's)
        gradient_clip_val: float | None = None,
        gradient_clip_algorithm: str | None = None,  # noqa: ARG002 (Lightning's)
    ) -> None:
        """Clip by norm, in parts: what predicts labels or noise shares must not shorten the auto-encoder's step."""
        if gradient_clip_val:
            parts: dict[str, list[Tensor]] = {"predictors.": [], "decoder.noise.": [], "": []}
            for name, weight in self.autoencoder.named_parameters():
                parts[next(part for part in parts if name.startswith(part))].append(weight)
            for weights in parts.values():
                gradients = [weight.grad for weight in weights if weight.grad is not None]
                norm = torch.nn.utils.get_total_norm(gradients)
                if self.device.type != "cpu" or norm > gradient_clip_val:  # elsewhere, looking at it would be waiting
                    torch.nn.utils.clip_grads_with_norm_(weights, gradient_clip_val, norm)

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
