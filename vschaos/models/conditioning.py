"""Labels inside the networks: from a label to its code, and from codes to columns beside a network's input. Scriptable.

A label travels as one number, NaN where it is unknown. Its *code* is what a network can read: for one of several
classes a probability for each, for a quantity its distance from the training set's mean in deviations. A known label
has a certain code, an unknown one the expected code, so that "unknown" sounds like the average of what it might be.
"""

import torch
from torch import Tensor, nn

from vschaos.configs.schema import ModelConfig

SMALLEST_DEVIATION = 1e-6

RIGHT_WITHIN = 0.05
"""A predicted quantity is right within this share of the range that was learned."""


class ClassLabel(nn.Module):
    """One of several classes.

    Parameters
    ----------
    width
        Number of classes W.

    Attributes
    ----------
    prior
        Share of each class in the training set, shape (W,): the code of an unknown label.
    """

    prior: Tensor
    classes: Tensor

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.register_buffer("prior", torch.full([width], 1.0 / width))
        self.register_buffer("classes", torch.arange(width, dtype=torch.float32), persistent=False)

    def fit(self, labels: Tensor) -> None:
        """Count the classes in the training set's labels (N,); equal shares where none is known."""
        counts = self._hot(labels).sum(dim=0)
        if counts.sum() > 0:
            self.prior.copy_(counts / counts.sum())

    def forward(self, labels: Tensor, expected: Tensor) -> Tensor:
        """Labels (…) to codes (…, W); where a label is unknown, or no class, the code is ``expected`` (…, W)."""
        hot = self._hot(labels)
        return hot + (1.0 - hot.sum(dim=-1, keepdim=True)) * expected

    def label(self, code: Tensor) -> Tensor:
        """Codes (…, W) to the most likely class (…)."""
        return torch.argmax(code, dim=-1).to(torch.float32)

    def known(self, labels: Tensor) -> Tensor:
        """Whether labels (…) name a class."""
        return self._hot(labels).any(dim=-1)

    def right(self, predicted: Tensor, labels: Tensor) -> Tensor:
        """Whether predictions (…) of known labels (…) are right."""
        return predicted == torch.round(labels)

    def _hot(self, labels: Tensor) -> Tensor:
        return (torch.round(labels).unsqueeze(-1) == self.classes).to(torch.float32)


class QuantityLabel(nn.Module):
    """A number on a scale; its code has one column, and beyond the range that was learned it stays at the range's end.

    Attributes
    ----------
    prior
        The code of an unknown label: zero, which is the mean, shape (1,).
    mean, deviation, low, high
        Of the training set, shape (1,).
    """

    prior: Tensor
    mean: Tensor
    deviation: Tensor
    low: Tensor
    high: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.width = 1
        self.register_buffer("prior", torch.zeros(1), persistent=False)
        for name, value in (("mean", 0.0), ("deviation", 1.0), ("low", -1.0), ("high", 1.0)):
            self.register_buffer(name, torch.full([1], value))

    def fit(self, labels: Tensor) -> None:
        """Compute mean, deviation and range from the training set's labels (N,); unchanged if none is known."""
        values = labels[self.known(labels)]
        if len(values):
            self.mean.fill_(values.mean())
            self.deviation.fill_(values.std(correction=0).clamp_min(SMALLEST_DEVIATION))
            self.low.fill_(values.min())
            self.high.fill_(values.max())

    def forward(self, labels: Tensor, expected: Tensor) -> Tensor:
        """Labels (…) to codes (…, 1); where a label is unknown, the code is ``expected`` (…, 1)."""
        inside = torch.minimum(torch.maximum(torch.nan_to_num(labels).unsqueeze(-1), self.low), self.high)
        return torch.where(torch.isfinite(labels).unsqueeze(-1), (inside - self.mean) / self.deviation, expected)

    def label(self, code: Tensor) -> Tensor:
        """Codes (…, 1) to labels (…), within the range that was learned."""
        value = code * self.deviation + self.mean
        return torch.minimum(torch.maximum(value, self.low), self.high).squeeze(-1)

    def known(self, labels: Tensor) -> Tensor:
        """Whether labels (…) are numbers."""
        return torch.isfinite(labels)

    def right(self, predicted: Tensor, labels: Tensor) -> Tensor:
        """Whether predictions (…) of known labels (…) are right, within `RIGHT_WITHIN` of the range."""
        return (predicted - labels).abs() <= RIGHT_WITHIN * (self.high - self.low)


Label = ClassLabel | QuantityLabel


def make_labels(config: ModelConfig) -> nn.ModuleList:
    """A `Label` for each of ``config.tasks``."""
    return nn.ModuleList(
        QuantityLabel() if config.continuous(task) else ClassLabel(config.dim(task)) for task in config.tasks
    )


class UnsetLabel(nn.Module):
    """In the place of a label that does not condition a network: no column at all."""

    def forward(self, code: Tensor) -> Tensor:
        """Codes (…, W) to (…, 0)."""
        return code.narrow(-1, 0, 0)


class Conditioning(nn.Module):
    """Appends to a network's input the labels that condition it.

    Parameters
    ----------
    config
        Which labels there are, and how each is embedded: its code as it is (``OneHot``, ``Continuous``), or learned
        columns, weighted by the code (``Embedding``).
    target
        The conditioned network: ``encoder`` or ``decoder``.

    Attributes
    ----------
    columns
        How many are appended.
    """

    def __init__(self, config: ModelConfig, target: str) -> None:
        super().__init__()
        self.columns = 0
        self.embeddings = nn.ModuleList()
        for task in config.tasks:
            condition = config.conditioning.get(task)
            if condition is None or target not in condition.target:
                self.embeddings.append(UnsetLabel())
            elif condition.embedding == "Embedding":
                self.embeddings.append(nn.Linear(condition.dim, condition.out_dim, bias=False))
                self.columns += condition.out_dim
            else:
                self.embeddings.append(nn.Identity())
                self.columns += condition.dim

    def forward(self, inputs: Tensor, codes: list[Tensor]) -> Tensor:
        """Inputs (…, N) and a code (…, W) for each label, to (…, N + columns)."""
        if self.columns == 0:
            return inputs
        parts = [inputs]
        for index, embedding in enumerate(self.embeddings):
            parts.append(embedding(codes[index]))
        return torch.cat(parts, dim=-1)
