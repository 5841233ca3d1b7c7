"""A trained network as it is played: the same function of its inputs in fewer and quicker operators. Scriptable.

A hop at a time, a network is mostly weights on their way from memory and operators that cost more than their
arithmetic. So standardization, principal components and their deviations are multiplied into the layers beside them,
and weights lie in memory inputs first, as the multiplication of few rows likes them best.
"""

import copy
from typing import TypeVar

import torch
from torch import Tensor, nn

from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.decoders import MLPDecoder
from vschaos.models.encoders import MLPEncoder
from vschaos.models.layers import PrincipalComponents, PrincipalSubspace

Network = TypeVar("Network", bound=nn.Module)

CERTAIN = (0.2, 0.7)
"""Learned noise shares up to which all is tone, and from which on all is noise: what a cymbal rings and a network blurs
leaves a buzz of whatever is not noise, and a tone a hiss of whatever is."""


class Affine(nn.Module):
    """Rows (N, I) times weights (I, O), and then plus a bias (O,): added last, it costs the sum no digits.

    Weights and bias are parameters where they were learned, and buffers where they are statistics.
    """

    weight: Tensor
    bias: Tensor

    def __init__(self, weight: Tensor, bias: Tensor, learned: bool = True) -> None:
        super().__init__()
        weight = weight.detach().clone(memory_format=torch.contiguous_format)
        bias = bias.detach().clone()
        if learned:
            self.weight, self.bias = nn.Parameter(weight, requires_grad=False), nn.Parameter(bias, requires_grad=False)
        else:
            self.register_buffer("weight", weight)
            self.register_buffer("bias", bias)

    def forward(self, rows: Tensor) -> Tensor:
        """See the class."""
        return torch.mm(rows, self.weight).add_(self.bias)


class Standardize(nn.Module):
    """Features (N, F) to zero mean and unit overall variance, for networks that have no layer to do it."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, mean: Tensor, deviation: Tensor) -> None:
        super().__init__()
        self.register_buffer("mean", mean.detach().clone())
        self.register_buffer("deviation", deviation.detach().clone())

    def forward(self, features: Tensor) -> Tensor:
        """See the class."""
        return (features - self.mean) / self.deviation


class PlayedAutoencoder(nn.Module):
    """What :class:`SpectralAutoencoder` does while playing, on contiguous rows or not, the same to rounding.

    Parameters
    ----------
    trained
        The network; only copies of its parameters are used.

    Attributes
    ----------
    feature_mean
        The decoder's own, by another name: the mean spectrum, and the last bias where that is added to it, shape (F,).
    feature_floor, feature_ceiling
        Between which its features lie, shape (F,).
    """

    feature_mean: Tensor
    feature_ceiling: Tensor
    feature_floor: Tensor

    def __init__(self, trained: SpectralAutoencoder) -> None:
        super().__init__()
        self.tasks = list(trained.tasks)
        self.label_count = trained.label_count
        self.labels = copy.deepcopy(trained.labels)
        self.encoder_conditioning = copy.deepcopy(trained.encoder_conditioning)
        self.decoder_conditioning = copy.deepcopy(trained.decoder_conditioning)
        mean, deviation = trained.feature_mean, trained.feature_deviation
        self.view, self.encoder = _played_encoder(trained.encoder, mean, deviation)
        self.trunk, self.decoder, offset = _played_decoder(trained.decoder, mean, deviation)
        self.noise = _played_noise(trained.decoder)
        self.tells_noise = not isinstance(self.noise, nn.Identity)
        self.standardize = Standardize(mean, deviation)
        self.predictors = _transposed(trained.predictors)
        self.register_buffer("feature_mean", offset)
        self.register_buffer("feature_ceiling", trained.feature_ceiling.detach().clone())
        self.register_buffer("feature_floor", torch.zeros_like(self.feature_ceiling))

    @torch.jit.export
    def encode(self, features: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """Contrast spectra (…, F) and labels (…, K) to the posterior's mean and log-variance, each (…, D)."""
        rows = self.view(features.reshape(-1, features.shape[-1]))
        mean, log_variance = self.encoder(self.encoder_conditioning(rows, self._codes(labels)))
        shape = list(features.shape[:-1]) + [mean.shape[-1]]  # noqa: RUF005 (TorchScript cannot unpack)
        return mean.reshape(shape), log_variance.reshape(shape)

    @torch.jit.export
    def decode(self, latent: Tensor, labels: Tensor) -> Tensor:
        """Latents (…, D) and labels (…, K) to contrast spectra (…, F), from silence to the loudest that was learned."""
        return self.decode_with_noise(latent, labels)[0]

    @torch.jit.export
    def decode_with_noise(self, latent: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
        """:meth:`decode`, and the noise share of each bin, 0…1, (…, F); 0 where the decoder tells none."""
        rows = latent.reshape(-1, latent.shape[-1])
        hidden = self.trunk(self.decoder_conditioning(rows, self._codes(labels)))
        features = torch.clamp(self.decoder(hidden), self.feature_floor, self.feature_ceiling)
        share = self.noise(hidden) if self.tells_noise else torch.zeros_like(features)
        shape = list(latent.shape[:-1]) + [features.shape[-1]]  # noqa: RUF005 (TorchScript cannot unpack)
        return features.reshape(shape), share.reshape(shape)

    @torch.jit.export
    def predict(self, features: Tensor) -> Tensor:
        """Contrast spectra (…, F) to labels (…, K); those that are not predicted are NaN."""
        spectra = self.standardize(features.reshape(-1, features.shape[-1]))
        found: list[Tensor] = []
        for label, predictor in zip(self.labels, self.predictors):  # noqa: B905 (TorchScript knows no strict)
            if predictor.predicts:
                found.append(label.label(predictor.code(predictor(spectra))))  # pyright: ignore[reportCallIssue]
            else:
                found.append(torch.full_like(spectra[:, 0], float("nan")))
        shape = list(features.shape[:-1]) + [self.label_count]  # noqa: RUF005 (TorchScript cannot unpack)
        return torch.stack(found, dim=-1).reshape(shape)

    def _codes(self, labels: Tensor) -> list[Tensor]:
        codes: list[Tensor] = []
        if self.label_count > 0:
            rows = labels.reshape(-1, self.label_count)
            for index, label in enumerate(self.labels):
                codes.append(label(rows[:, index], label.prior))
        return codes


class NoiseShare(nn.Module):
    """Logits to noise shares: what is nearly tone is tone, and what is nearly noise is noise; see `CERTAIN`."""

    def __init__(self) -> None:
        super().__init__()
        self.low, self.scale = CERTAIN[0], 1.0 / (CERTAIN[1] - CERTAIN[0])

    def forward(self, logits: Tensor) -> Tensor:
        """See the class."""
        return torch.sigmoid(logits).sub_(self.low).mul_(self.scale).clamp_(0.0, 1.0)


class Posterior(nn.Module):
    """Dense layers, whose 2·D outputs are the posterior's mean and log-variance, each (N, D)."""

    def __init__(self, layers: nn.Sequential, encoder: MLPEncoder) -> None:
        super().__init__()
        self.layers = layers
        self.latent_dims, self.low, self.high = encoder.latent_dims, encoder.low, encoder.high

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        mean, log_variance = self.layers(rows).split(self.latent_dims, dim=-1)
        return mean, torch.clamp(log_variance, self.low, self.high)


class Destandardized(nn.Module):
    """A decoder's spectra (N, F) as features, for networks that have no layer to do it."""

    mean: Tensor
    deviation: Tensor

    def __init__(self, decoder: nn.Module, mean: Tensor, deviation: Tensor) -> None:
        super().__init__()
        self.decoder = decoder
        self.register_buffer("mean", mean.detach().clone())
        self.register_buffer("deviation", deviation.detach().clone())

    def forward(self, rows: Tensor) -> Tensor:
        """See the class."""
        return torch.addcmul(self.mean, self.decoder(rows), self.deviation)


def _played_encoder(encoder: nn.Module, mean: Tensor, deviation: Tensor) -> tuple[nn.Module, nn.Module]:
    """What looks at features (N, F) before the labels are appended, and what comes after."""
    if not isinstance(encoder, MLPEncoder):
        return Standardize(mean, deviation), _transposed(encoder)
    layers = _transposed(encoder.layers)
    if isinstance(encoder.view, PrincipalComponents):
        basis = encoder.view.basis / deviation
        return Affine(basis, -(mean @ basis), learned=False), Posterior(layers, encoder)
    first = layers[0]
    assert isinstance(first, Affine)
    first.weight[: len(mean)] /= deviation
    first.bias -= mean @ first.weight[: len(mean)]
    return nn.Identity(), Posterior(layers, encoder)


def _played_decoder(decoder: nn.Module, mean: Tensor, deviation: Tensor) -> tuple[nn.Module, nn.Module, Tensor]:
    """From rows of latents and columns to hidden ones; from those to features (N, F); and what is added last, (F,)."""
    if not isinstance(decoder, MLPDecoder):
        whole = Destandardized(_transposed(decoder), mean, deviation)
        return nn.Identity(), whole, whole.mean
    *hidden, last = _transposed(decoder.layers)
    assert isinstance(last, Affine)
    layers: list[nn.Module] = []
    if isinstance(decoder.view, PrincipalSubspace):
        scale = decoder.view.deviation * deviation
        layers.append(Affine(last.weight * scale, last.bias * scale))
        end = Affine(decoder.view.basis.t(), mean, learned=False)
    else:
        end = Affine(last.weight * deviation, last.bias * deviation + mean)
    return nn.Sequential(*hidden), nn.Sequential(*layers, end), end.bias.data


def _played_noise(decoder: nn.Module) -> nn.Module:
    """From the last hidden layer's rows to the noise share (N, F); an identity where the decoder tells none."""
    if not isinstance(decoder, MLPDecoder) or not len(decoder.noise):
        return nn.Identity()
    return nn.Sequential(*_transposed(decoder.noise), NoiseShare())


def _transposed(network: Network) -> Network:
    """A copy of a network of rows, with every linear layer an :class:`Affine`, and activations in place."""
    network = copy.deepcopy(network)
    for module in list(network.modules()):
        for name, part in module.named_children():
            if isinstance(part, nn.Linear):
                bias = torch.zeros(part.out_features) if part.bias is None else part.bias
                setattr(module, name, Affine(part.weight.t(), bias))
            elif isinstance(part, nn.SiLU):
                setattr(module, name, nn.SiLU(inplace=True))
    return network
