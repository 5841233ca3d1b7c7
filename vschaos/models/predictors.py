"""Predictors: from a standardized spectrum to a label's code, for sounds whose label nobody wrote down. Scriptable.

A predictor has weights of its own and shares none with the auto-encoder. What it makes of a spectrum is handed on
without gradient, so that neither the encoder nor the reconstruction ever feels it: it learns from labels alone.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from vschaos.configs.schema import ModelConfig, PredictionConfig
from vschaos.models.layers import dense_stack

LOG_VARIANCE_RANGE = (-8.0, 4.0)


class ClassPredictor(nn.Module):
    """Probabilities of the classes: a categorical distribution.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    config
        Number of classes W and the hidden layers.
    """

    def __init__(self, bins: int, config: PredictionConfig) -> None:
        super().__init__()
        self.predicts = True
        self.layers = dense_stack(bins, config.args.widths, config.dim)

    def forward(self, spectra: Tensor) -> Tensor:
        """Standardized spectra (…, F) to logits (…, W)."""
        return self.layers(spectra)

    def code(self, parameters: Tensor) -> Tensor:
        """Logits (…, W) to the label's code, the probabilities (…, W)."""
        return torch.softmax(parameters, dim=-1)

    def loss(self, parameters: Tensor, code: Tensor) -> Tensor:
        """Cross-entropy in nats of logits (N, W) and codes (N, W) of known labels, of each, (N,)."""
        return functional.cross_entropy(parameters, code, reduction="none")


class QuantityPredictor(nn.Module):
    """Mean and variance of a quantity: a Normal distribution.

    Parameters
    ----------
    bins
        Width F of a spectrum.
    config
        The hidden layers.
    """

    def __init__(self, bins: int, config: PredictionConfig) -> None:
        super().__init__()
        self.predicts = True
        self.layers = dense_stack(bins, config.args.widths, 2)

    def forward(self, spectra: Tensor) -> Tensor:
        """Standardized spectra (…, F) to mean and log-variance of the code, (…, 2)."""
        return self.layers(spectra)

    def code(self, parameters: Tensor) -> Tensor:
        """Mean and log-variance (…, 2) to the label's code, the mean (…, 1)."""
        return parameters.narrow(-1, 0, 1)

    def loss(self, parameters: Tensor, code: Tensor) -> Tensor:
        """Negative log-likelihood in nats, but for its constant, of codes (N, 1) of known labels, of each, (N,)."""
        mean, log_variance = parameters.split(1, dim=-1)
        log_variance = log_variance.clamp(*LOG_VARIANCE_RANGE)
        return 0.5 * ((code - mean).square() / log_variance.exp() + log_variance).squeeze(-1)


class NoPredictor(nn.Module):
    """In the place of a predictor, for a label that is not predicted."""

    def __init__(self) -> None:
        super().__init__()
        self.predicts = False

    def forward(self, spectra: Tensor) -> Tensor:
        """Standardized spectra (…, F) to nothing, (…, 0)."""
        return spectra.narrow(-1, 0, 0)

    def code(self, parameters: Tensor) -> Tensor:
        """Nothing (…, 0) to nothing."""
        return parameters


Predictor = ClassPredictor | QuantityPredictor | NoPredictor


def make_predictors(bins: int, config: ModelConfig) -> nn.ModuleList:
    """A predictor, or none, for each of ``config.tasks``."""
    predictors = nn.ModuleList()
    for task in config.tasks:
        predicted = config.prediction.get(task)
        if predicted is None:
            predictors.append(NoPredictor())
        elif predicted.continuous:
            predictors.append(QuantityPredictor(bins, predicted))
        else:
            predictors.append(ClassPredictor(bins, predicted))
    return predictors
