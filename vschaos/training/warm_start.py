"""A network that begins as another instrument's: its weights, in the terms of other sounds and other labels.

What is new changes nothing at first. Principal components are those of the new sounds, and the layers beside them are
restated, so that a spectrum leads to the same latent point, and that to the same spectrum. A class or a label that the
earlier instrument does not have begins as an unknown one sounds; one that is no longer there stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from torch import Tensor, nn

from vschaos.configs.agreement import settings_to_agree
from vschaos.configs.compose import config_names
from vschaos.configs.schema import Config, ModelConfig
from vschaos.errors import ConfigError
from vschaos.instrument.build import trained_network
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import find_instrument
from vschaos.models.autoencoder import SpectralAutoencoder
from vschaos.models.conditioning import Label, QuantityLabel
from vschaos.models.decoders import DeconvEncoder
from vschaos.models.encoders import ConvEncoder
from vschaos.models.layers import PrincipalComponents, PrincipalSubspace


@dataclass(frozen=True)
class LabelledNetwork:
    """A network, its settings, and by label the names of the classes, as far as they have any."""

    network: SpectralAutoencoder
    config: ModelConfig
    classes: Mapping[str, Sequence[str]]

    def label(self, task: str) -> Label:
        """Its coding."""
        return next(label for name, label, _ in self.network.label_parts() if name == task)

    def predictor(self, task: str) -> Any:
        """What predicts it."""
        return self.network.predictors[self.config.tasks.index(task)]

    def embedding(self, task: str, target: str) -> Any:
        """What makes columns beside a network's input of its codes."""
        return getattr(self.network, f"{target}_conditioning").embeddings[self.config.tasks.index(task)]


def read_earlier(config: Config, configuration: str) -> Instrument | None:
    """The instrument that a training starts from; None where it starts from nothing.

    Parameters
    ----------
    config, configuration
        The resolved configuration of the training, and its name.

    Raises
    ------
    ConfigError
        If it has other settings; the remedy lists them.
    InstrumentError
        If there is none, or it is damaged.
    """
    if not config.start_from:
        return None
    instrument = read_instrument(find_instrument(Path(config.start_from)))
    if different := settings_to_agree(config, Config.from_plain(instrument.config)):
        raise ConfigError(
            f"“{instrument.card.name}” was trained with other settings, so this training cannot start from it.",
            f"Add {_remedy(instrument.card.training.configuration, configuration, different)}.",
        )
    return instrument


def _remedy(earlier: str, configuration: str, different: Sequence[str]) -> str:
    settings = " ".join(different)
    another = earlier != configuration and earlier in config_names()
    return f"--config-name {earlier}, or {settings}" if another else settings


@torch.no_grad()
def begin_as(mine: LabelledNetwork, instrument: Instrument, features: Tensor) -> None:
    """Make a network what an earlier instrument is.

    Parameters
    ----------
    mine
        Its statistics are those of its training set; of these, the labels' and the loudest value of each bin stay.
    instrument
        One whose settings agree with the network's.
    features
        Contrast spectra of the training set, (N, F).
    """
    names = {label.name: label.classes for label in instrument.card.labels}
    _, earlier = trained_network(instrument)
    theirs = LabelledNetwork(earlier, Config.from_plain(instrument.config).model, names)
    network = mine.network
    network.feature_mean.copy_(earlier.feature_mean)
    network.feature_deviation.copy_(earlier.feature_deviation)
    for target in ("encoder", "decoder"):
        part, before = getattr(network, target), getattr(earlier, target)
        part.fit(network.standardize(features))
        _copy(before, part)
        _take_labels(mine, theirs, target)
    _restate_components(network, earlier)
    _take_predictors(mine, theirs)


def _copy(source: nn.Module, into: nn.Module) -> None:
    """Parameters of the same name and shape; statistics stay."""
    parameters = dict(source.named_parameters())
    for name, parameter in into.named_parameters():
        if name in parameters and parameters[name].shape == parameter.shape:
            parameter.copy_(parameters[name])


def _take_labels(mine: LabelledNetwork, theirs: LabelledNetwork, target: str) -> None:
    """The first layer that reads labels, with what it makes of each code as near to the earlier one's as can be."""
    layer, before = (_label_layer(side.network, target) for side in (mine, theirs))
    columns, earlier_columns = (_columns(side.config, target) for side in (mine, theirs))
    inputs = before.in_features - sum(len(at) for at in earlier_columns.values())
    layer.weight[:, :inputs] = before.weight[:, :inputs]
    layer.weight[:, inputs:] = 0.0
    layer.bias.copy_(before.bias)
    for task, at in earlier_columns.items():
        weight = before.weight[:, inputs + at.start : inputs + at.stop]
        embedding, label = theirs.embedding(task, target), theirs.label(task)
        here = slice(inputs + columns[task].start, inputs + columns[task].stop) if task in columns else slice(0)
        if task not in columns or _kind(mine.config, task) != _kind(theirs.config, task):
            layer.bias.add_(weight @ embedding(label.prior))
        elif isinstance(label, QuantityLabel):
            own = cast(QuantityLabel, mine.label(task))
            layer.weight[:, here] = weight * own.deviation / label.deviation
            layer.bias.add_(weight @ ((own.mean - label.mean) / label.deviation))
        elif isinstance(embedding, nn.Linear):
            layer.weight[:, here] = weight
            mine.embedding(task, target).weight.copy_(_by_class(embedding.weight, mine, theirs, task))
        else:
            layer.weight[:, here] = _by_class(weight, mine, theirs, task)


def _by_class(columns: Tensor, mine: LabelledNetwork, theirs: LabelledNetwork, task: str) -> Tensor:
    """A column for each class (…, W) from the earlier ones; a class that was not learned has that of an unknown one."""
    prior = theirs.label(task).prior
    unknown = columns @ prior
    places = _counterparts(mine, theirs, task)
    learned = [at is not None and bool(prior[at] > 0.0) for at in places]
    return torch.stack([columns[:, at] if known else unknown for at, known in zip(places, learned, strict=True)], dim=1)


def _counterparts(mine: LabelledNetwork, theirs: LabelledNetwork, task: str) -> list[int | None]:
    """For each class the number that it had: that of its name, or where either has no names, its own."""
    count, before = mine.config.dim(task), theirs.config.dim(task)
    names, known = mine.classes.get(task, ()), theirs.classes.get(task, ())
    if names and known:
        numbers = {name: number for number, name in enumerate(known)}
        return [numbers.get(name) for name in names] + [None] * (count - len(names))
    return [number if number < before else None for number in range(count)]


def _take_predictors(mine: LabelledNetwork, theirs: LabelledNetwork) -> None:
    """Predictors of labels that both predict alike; classes that are new begin at random."""
    for task in mine.config.prediction.keys() & theirs.config.prediction.keys():
        predictor, before = (side.predictor(task) for side in (mine, theirs))
        if type(predictor) is not type(before):
            continue
        _copy(before, predictor)
        last, earlier_last = (side.layers[-1] for side in (predictor, before))
        if not mine.config.continuous(task) and last.in_features == earlier_last.in_features:
            for number, at in enumerate(_counterparts(mine, theirs, task)):
                if at is not None:
                    last.weight[number], last.bias[number] = earlier_last.weight[at], earlier_last.bias[at]


def _restate_components(network: SpectralAutoencoder, earlier: SpectralAutoencoder) -> None:
    """Read and write the same spectra by other principal components."""
    view, before = (getattr(one.encoder, "view", None) for one in (network, earlier))
    if isinstance(view, PrincipalComponents) and isinstance(before, PrincipalComponents):
        weight = _label_layer(network, "encoder").weight
        count = view.basis.shape[1]
        # A row of old components is one of new ones · pinv(basis) · old basis.
        weight[:, :count] = weight[:, :count] @ (torch.linalg.pinv(view.basis) @ before.basis).T
    view, before = (getattr(one.decoder, "view", None) for one in (network, earlier))
    if isinstance(view, PrincipalSubspace) and isinstance(before, PrincipalSubspace):
        last = cast(nn.Linear, network.decoder.layers[-1])
        restated = (view.basis / view.deviation).T @ (before.basis * before.deviation)
        last.weight.copy_(restated @ last.weight)
        last.bias.copy_(restated @ last.bias)


def _columns(config: ModelConfig, target: str) -> dict[str, range]:
    """Which columns behind a network's input each label has."""
    columns: dict[str, range] = {}
    begin = 0
    for task, condition in config.conditioning.items():
        if target in condition.target:
            columns[task] = range(begin, begin + (condition.out_dim or condition.dim))
            begin = columns[task].stop
    return columns


def _kind(config: ModelConfig, task: str) -> tuple[str, int]:
    condition = config.conditioning[task]
    return condition.embedding, condition.out_dim


def _label_layer(network: SpectralAutoencoder, target: str) -> nn.Linear:
    """The layer that reads labels, behind all else that it reads."""
    part: Any = getattr(network, target)
    if isinstance(part, ConvEncoder):
        return part.last
    return part.first if isinstance(part, DeconvEncoder) else part.layers[0]
