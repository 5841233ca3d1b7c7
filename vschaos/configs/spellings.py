"""The spellings of labels that a configuration may use, converted to the one of the schema. Torch-free.

::

    metadata_callbacks: {pitch: {name: "read_single_metadata, read_multi_metadata", type: int}}
    conditioning:       {pitch: {dim: 12, target: "encoder, decoder", embedding: {type: Embedding, out_dim: 6}}}
    prediction:         {pitch: {dim: 12, type: MLPEncoder, nlayers: 2, hidden_dims: 200}}

A task that is read as float is a quantity, whatever its embedding is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

Notice = Callable[[str], None]

_EMBEDDINGS = {"onehot": "OneHot", "embedding": "Embedding", "continuous": "Continuous"}
_DISTRIBUTIONS = {"categorical": "Categorical", "normal": "Normal"}
_EITHER = {"read_single_metadata", "read_multi_metadata", "read_metadata"}
"""Parsers of values and of tracks; with several, each line decides."""


def respelled(values: dict[str, Any], typed: Collection[str], notice: Notice) -> dict[str, Any]:
    """A configuration's nested plain values, with labels and layers as the schema spells them.

    Unknown spellings stay, for the schema to refuse.

    Parameters
    ----------
    values
        Changed in place.
    typed
        Dotted names that the user wrote on the command line.
    notice
        Receives a sentence for each change of meaning, not just of spelling.
    """
    model, dataset = values.get("model"), _inner(_inner(values, "data"), "dataset")
    callbacks = _tasks(dataset, "metadata_callbacks", _callback)
    floats = {task for task, item in callbacks.items() if isinstance(item, dict) and item.get("type") == "float"}
    for task, item in _tasks(model, "conditioning", _conditioning).items():
        if task in floats and isinstance(item, dict):
            _make_quantity(task, item, item, "embedding", "OneHot", "Continuous", notice)
    for task, item in _tasks(model, "prediction", _prediction).items():
        if task in floats and isinstance(item, dict):
            args = item["args"] = dict(_inner(item, "args"))
            _make_quantity(task, item, args, "target_dist", "Categorical", "Normal", notice)
    for name in ("encoder", "decoder"):
        network = _inner(model, name)
        if str(network.get("type")) in ("ConvEncoder", "DeconvEncoder"):
            for setting in ("components", "noise"):
                if setting in network and f"model.{name}.{setting}" not in typed:
                    network[setting] = 0  # our files set it for dense layers
    return values


def _inner(values: Any, name: str) -> dict[str, Any]:
    inner = values.get(name) if isinstance(values, dict) else None
    return inner if isinstance(inner, dict) else {}


def _tasks(values: Any, name: str, respell: Callable[[Any], Any]) -> dict[str, Any]:
    """The tasks of a block, respelled in place."""
    tasks = _inner(values, name)
    for task, item in tasks.items():
        tasks[task] = respell(dict(item) if isinstance(item, Mapping) else item)
    return tasks


def _callback(item: Any) -> Any:
    if isinstance(item, (str, list)):
        item = {"name": item}
    if not isinstance(item, dict):
        return item
    names = _listed(item.get("name", ""))
    if names and set(names) <= _EITHER:
        item["name"] = names[0] if len(set(names)) == 1 and names[0] != "read_metadata" else ""
    return item


def _conditioning(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    embedding = item.get("embedding")
    if isinstance(embedding, Mapping):
        rest = {**embedding, **(embedding.get("args") or {})}
        item["embedding"] = rest.get("type", rest.get("name", "OneHot"))
        if "out_dim" in rest:
            item.setdefault("out_dim", rest["out_dim"])
        if "dim" in rest:
            item.setdefault("dim", rest["dim"])
    if embedding is None:
        item.pop("embedding", None)
    else:
        item["embedding"] = _known(item["embedding"], _EMBEDDINGS)
    if item.get("embedding") == "Embedding" and not item.get("out_dim"):
        item["out_dim"] = item.get("dim", 0)
    if "target" in item:
        targets = _listed(item["target"])
        item["target"] = ["encoder", "decoder"] if targets == ["both"] else targets
    return item


def _prediction(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    args = dict(item.pop("args", None) or {})
    for name in ("nlayers", "hidden_dims", "target_dist"):
        if name in item:
            args.setdefault(name, item.pop(name))
    if "target_dist" in args:
        args["target_dist"] = _known(args["target_dist"], _DISTRIBUTIONS)
    return {**item, "args": args} if args else item


def _make_quantity(
    task: str, item: dict[str, Any], place: dict[str, Any], name: str, classes: str, quantity: str, notice: Notice
) -> None:
    """Replace the setting for classes by the one for a quantity."""
    if place.get(name, classes) == classes:
        place[name], item["dim"] = quantity, 1
        notice(f"{task} is read as float, so its {name} is {quantity} with dim 1, not {classes}.")


def _listed(value: Any) -> list[Any]:
    """The items of a list, or of comma-separated text."""
    if isinstance(value, str):
        return [part.strip() for part in value.strip("[] ").split(",") if part.strip()]
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _known(value: Any, names: Mapping[str, str]) -> Any:
    return names.get(str(value).replace("_", "").replace("-", "").lower(), value)
