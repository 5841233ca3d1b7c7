"""The layers that encoders and decoders are made of."""

from collections.abc import Sequence

from torch import nn


def dense_stack(inputs: int, hidden_dims: Sequence[int], outputs: int) -> nn.Sequential:
    """Linear layers with layer norm and SiLU between them; the last is linear alone.

    Parameters
    ----------
    inputs, outputs
        Widths of the first and last layer's ends.
    hidden_dims
        Width of each hidden layer.
    """
    layers: list[nn.Module] = []
    for width in hidden_dims:
        layers += [nn.Linear(inputs, width), nn.LayerNorm(width), nn.SiLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, outputs))
