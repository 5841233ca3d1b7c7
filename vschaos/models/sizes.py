"""The numbers of a network, by its configuration alone: what an instrument's weights must be. Torch-free.

Names and shapes are those of `vschaos.models.autoencoder.SpectralAutoencoder.state_dict`, which a test compares.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from vschaos.configs.schema import ModelConfig, NetworkConfig

STRIDE = 4
"""Places along frequency that a convolution makes one of."""

KERNEL = 2 * STRIDE
"""Places that it reads."""

Shape = tuple[int, ...]


def stored_numbers(bins: int, config: ModelConfig) -> int:
    """Parameters and statistics of a network for spectra of F bins, float32 each."""
    return sum(math.prod(shape) for shape in stored_shapes(bins, config).values())


def stored_shapes(bins: int, config: ModelConfig) -> dict[str, Shape]:
    """Shapes of the parameters and statistics of a network for spectra of F bins, by name."""
    return dict(_all(bins, config))


def coarsest_width(bins: int, layers: int) -> int:
    """Places that are left of F bins after so many convolutions."""
    return -(-bins // STRIDE**layers)


def _all(bins: int, config: ModelConfig) -> Iterator[tuple[str, Shape]]:
    yield "feature_mean", (bins,)
    yield "feature_deviation", (1,)
    yield "feature_ceiling", (bins,)
    columns = {"encoder": 0, "decoder": 0}
    for index, task in enumerate(config.tasks):
        if config.continuous(task):
            for name in ("mean", "deviation", "low", "high"):
                yield f"labels.{index}.{name}", (1,)
        else:
            yield f"labels.{index}.prior", (config.dim(task),)
        condition = config.conditioning.get(task)
        for network in condition.target if condition else ():
            if condition and condition.embedding == "Embedding":
                yield f"{network}_conditioning.embeddings.{index}.weight", (condition.out_dim, condition.dim)
                columns[network] += condition.out_dim
            else:
                columns[network] += config.dim(task)
        predicted = config.prediction.get(task)
        if predicted:
            outputs = 2 if predicted.continuous else predicted.dim
            yield from _dense(f"predictors.{index}.layers", bins, predicted.args.widths, outputs)
    yield from _encoder(config.encoder, bins, columns["encoder"], 2 * config.latent_dims)
    yield from _decoder(config.decoder, bins, config.latent_dims + columns["decoder"])


def _encoder(config: NetworkConfig, bins: int, columns: int, outputs: int) -> Iterator[tuple[str, Shape]]:
    if config.type == "ConvEncoder":
        channels = config.hidden_dims
        for index, (into, out) in enumerate(zip([1, *channels], channels, strict=False)):
            yield f"encoder.layers.{index}.convolution.weight", (out, into, KERNEL)
            yield f"encoder.layers.{index}.convolution.bias", (out,)
            yield from _norm(f"encoder.layers.{index}.norm", out)
        yield from _linear("encoder.last", channels[-1] * coarsest_width(bins, len(channels)) + columns, outputs)
        return
    components = min(config.components, bins)
    if components:
        yield "encoder.view.basis", (bins, components)
    yield from _dense("encoder.layers", (components or bins) + columns, config.hidden_dims, outputs)


def _decoder(config: NetworkConfig, bins: int, inputs: int) -> Iterator[tuple[str, Shape]]:
    if config.type == "DeconvEncoder":
        channels = config.hidden_dims
        yield from _linear("decoder.first", inputs, channels[0] * coarsest_width(bins, len(channels)))
        for index, (into, out) in enumerate(zip(channels, [*channels[1:], 1], strict=True)):
            yield from _norm(f"decoder.layers.{index}.norm", into)
            yield f"decoder.layers.{index}.convolution.weight", (into, out, KERNEL)
            yield f"decoder.layers.{index}.convolution.bias", (out,)
        return
    components = min(config.components, bins)
    yield from _dense("decoder.layers", inputs, config.hidden_dims, components or bins)
    if components:
        yield "decoder.view.basis", (bins, components)
        yield "decoder.view.deviation", (components,)
    if config.noise:
        yield from _linear("decoder.noise.0", config.hidden_dims[-1], config.noise)
        yield from _linear("decoder.noise.1", config.noise, bins)


def _dense(name: str, inputs: int, widths: Sequence[int], outputs: int) -> Iterator[tuple[str, Shape]]:
    """A `dense_stack`: linear, layer norm and SiLU take a number each."""
    ends = [inputs, *widths]
    for index, (into, out) in enumerate(zip(ends, widths, strict=False)):
        yield from _linear(f"{name}.{3 * index}", into, out)
        yield from _norm(f"{name}.{3 * index + 1}", out)
    yield from _linear(f"{name}.{3 * len(widths)}", ends[-1], outputs)


def _linear(name: str, inputs: int, outputs: int) -> Iterator[tuple[str, Shape]]:
    yield f"{name}.weight", (outputs, inputs)
    yield f"{name}.bias", (outputs,)


def _norm(name: str, width: int) -> Iterator[tuple[str, Shape]]:
    yield f"{name}.weight", (width,)
    yield f"{name}.bias", (width,)
