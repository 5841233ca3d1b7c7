"""The frame-wise spectral variational auto-encoder: standardization, encoder, decoder, labels. Scriptable.

A variational auto-encoder (Kingma, Welling, *Auto-encoding variational Bayes*, 2014) of single contrast spectra.
The training set's mean spectrum and overall deviation are part of the model, so that the network starts from the
average sound; its highest value in each bin bounds what the decoder can ask for, so that no place in the latent
space is louder than what was learned.

Encoder and decoder may be conditioned on labels (a pitch, an instrument), and predictors predict unknown ones.
Labels are a float32 tensor (…, K), one column a task, NaN where unknown; its leading dimensions are those of the
spectra or latents that it belongs to. Without tasks K is 0.
"""

import torch
from torch import Tensor, nn

from vschaos.configs.schema import ModelConfig
from vschaos.models.conditioning import Conditioning, Label, make_labels
from vschaos.models.decoders import MLPDecoder, make_decoder
from vschaos.models.encoders import make_encoder
from vschaos.models.predictors import Predictor, make_predictors


class SpectralAutoencoder(nn.Module):
    """Contrast spectra to a latent posterior and back.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    config
        Types and widths of encoder and decoder, number of latent dimensions, labels.

    Attributes
    ----------
    tasks
        Names of the labels, in the order of their columns.
    label_count
        Their number K.
    """

    tasks: list[str]
    feature_mean: Tensor
    feature_deviation: Tensor
    feature_ceiling: Tensor

    def __init__(self, bins: int, config: ModelConfig) -> None:
        super().__init__()
        self.latent_dims = config.latent_dims
        self.tasks = list(config.tasks)
        self.label_count = len(self.tasks)
        self.labels = make_labels(config)
        self.encoder_conditioning = Conditioning(config, "encoder")
        self.decoder_conditioning = Conditioning(config, "decoder")
        self.encoder = make_encoder(config.encoder, bins, self.encoder_conditioning.columns, config.latent_dims)
        self.decoder = make_decoder(config.decoder, bins, config.latent_dims + self.decoder_conditioning.columns)
        self.predictors = make_predictors(bins, config)
        self.register_buffer("feature_mean", torch.zeros(bins))
        self.register_buffer("feature_deviation", torch.ones(1))
        self.register_buffer("feature_ceiling", torch.full([bins], 20.0))

    def fit_statistics(self, features: Tensor, labels: Tensor) -> None:
        """Compute what the model knows of the training set from its contrast spectra (N, F) and labels (M, K)."""
        self.feature_mean.copy_(features.mean(dim=0))
        self.feature_deviation.copy_((features - self.feature_mean).square().mean().sqrt().clamp_min(1e-3))
        self.feature_ceiling.copy_(features.amax(dim=0))
        spectra = self.standardize(features)
        self.encoder.fit(spectra)
        self.decoder.fit(spectra)
        for index, (_, label, _) in enumerate(self.label_parts()):
            label.fit(labels[:, index])

    def label_parts(self) -> list[tuple[str, Label, Predictor]]:
        """Each label's name, its coding and its predictor; for training, which is not scripted."""
        return list(zip(self.tasks, self.labels, self.predictors, strict=True))  # pyright: ignore[reportReturnType]

    def standardize(self, features: Tensor) -> Tensor:
        """Contrast spectra (…, F) to zero mean and unit overall variance."""
        return (features - self.feature_mean) / self.feature_deviation

    def features(self, spectra: Tensor) -> Tensor:
        """Standardized spectra (…, F) to contrast spectra: undoes :meth:`standardize`."""
        return spectra * self.feature_deviation + self.feature_mean

    def codes(self, labels: Tensor) -> list[Tensor]:
        """Labels (…, K) to a code (…, W) for each; an unknown label has that which the training set leads to expect."""
        codes: list[Tensor] = []
        for index, label in enumerate(self.labels):
            codes.append(label(labels[..., index], label.prior))
        return codes

    def encode(self, features: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Contrast spectra (…, F) and labels (…, K) to the posterior's mean and log-variance, each (…, D)."""
        return self.encode_standardized(self.standardize(features), self.codes(labels))

    def encode_standardized(self, spectra: Tensor, codes: list[Tensor]) -> tuple[Tensor, Tensor]:
        """Standardized spectra (…, F) and a code (…, W) for each label to mean and log-variance, each (…, D)."""
        return self.encoder(self.encoder_conditioning(spectra, codes))

    def decode(self, latent: Tensor, labels: Tensor) -> Tensor:
        """Latents (…, D) and labels (…, K) to contrast spectra (…, F), from silence to the loudest that was learned."""
        features = self.features(self.decode_standardized(latent, self.codes(labels)))
        return torch.minimum(torch.clamp_min(features, 0.0), self.feature_ceiling)

    def decode_standardized(self, latent: Tensor, codes: list[Tensor]) -> Tensor:
        """Latents (…, D) and a code (…, W) for each label to unbounded standardized spectra (…, F), for the losses."""
        return self.decoder(self.decoder_conditioning(latent, codes))

    def noise_logits(self, latent: Tensor, codes: list[Tensor]) -> Tensor:
        """Latents (…, D) and a code (…, W) for each label to the logits of the noise share, (…, F), for the losses.

        For a decoder that tells it (`NetworkConfig.noise`).
        """
        decoder = self.decoder
        assert isinstance(decoder, MLPDecoder)
        return decoder.noise_logits(self.decoder_conditioning(latent, codes))

    def predict(self, features: Tensor) -> Tensor:
        """Contrast spectra (…, F) to labels (…, K): the most likely class, the expected quantity.

        Labels that are not predicted are NaN.
        """
        if self.label_count == 0:
            return features.narrow(-1, 0, 0)
        spectra = self.standardize(features)
        found: list[Tensor] = []
        for label, predictor in zip(self.labels, self.predictors):  # noqa: B905 (TorchScript knows no strict)
            if predictor.predicts:
                found.append(label.label(predictor.code(predictor(spectra))))  # pyright: ignore[reportCallIssue]
            else:
                found.append(torch.full_like(spectra[..., 0], float("nan")))
        return torch.stack(found, dim=-1)
