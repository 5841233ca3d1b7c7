"""Translate a configuration from vschaos2's keys to ours, by the table of `vschaos.configs.original`.

Keys with the same meaning are translated. Keys with another meaning here are refused if they were typed, and left out
if they come from a file. Each change is reported. Torch-free.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from vschaos.configs.original import Fate, Key, key_of
from vschaos.errors import ConfigError

Notice = Callable[[str], None]


def translated(values: Mapping[str, Any], typed: Collection[str], notice: Notice) -> dict[str, Any]:
    """A configuration's values, with each key of vschaos2 replaced by ours.

    Parameters
    ----------
    values
        Nested plain values, with keys of either.
    typed
        Dotted names that the user wrote on the command line; they override a file.
    notice
        Receives a sentence for each key that was replaced or left out.

    Raises
    ------
    ConfigError
        If a typed key cannot be translated, or a value has no counterpart here.
    """
    flat = dict(_leaves(values))
    found = [(name, value, key) for name, value in flat.items() if (key := _original_key(name)) is not None]
    refused = [(name, key) for name, _, key in found if key.fate is Fate.OTHER and _is_typed(name, typed)]
    if refused:
        names = ", ".join(name for name, _ in refused)
        raise ConfigError(
            f"{names} {'has' if len(refused) == 1 else 'have'} another meaning here.",
            " ".join(f"Write {key.ours}=…: {key.note}" for _, key in refused),
        )
    originals = dict(flat)
    by_ours: dict[str, tuple[str, Any]] = {}
    idle: list[str] = []
    left_out: list[str] = []
    for name, value, key in found:
        del flat[name]
        if key.fate is Fate.NOTHING:
            idle += [] if name.endswith(".args.nlayers") else [name]  # the hidden_dims beside it use that
        elif key.fate is Fate.OTHER:
            left_out.append(f"{name} (here {key.ours}: {key.note})")
        else:
            by_ours |= {ours: (name, item) for ours, item in _translated(name, value, key, originals)}
    for ours, (name, value) in by_ours.items():
        if _is_typed(ours, typed) and not _is_typed(name, typed):
            continue
        flat[ours] = value
        notice(f"{name} is called {ours} here: {ours}={value}.")
    if left_out:
        notice(f"Left out because they have another meaning here: {'; '.join(left_out)}")
    if idle:
        notice(f"Ignored, with no effect here: {', '.join(idle)}.")
    return nested(flat)


def _original_key(name: str) -> Key | None:
    """The table's entry for a name, unless it is also a name of ours."""
    return None if name.endswith((".encoder.type", ".decoder.type")) else key_of(name)


def _translated(name: str, value: Any, key: Key, flat: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Our dotted names and values for a value of vschaos2."""
    if key.original == "data.transforms":
        yield from _representation(value)
        return
    if name.endswith(".args.hidden_dims") and isinstance(value, int):
        value = [value] * int(flat.get(name.replace(".hidden_dims", ".nlayers")) or 1)
    if key.original.startswith("pl_trainer."):
        yield from _device(key, value)
        return
    yield key.ours, value


def _device(key: Key, value: Any) -> Iterator[tuple[str, Any]]:
    text = str(value).strip("[]").lower()
    if key.ours == "training.device":
        yield key.ours, {"gpu": "cuda", "none": "auto"}.get(text, text)
    elif key.ours == "training.precision":
        yield key.ours, {"32": "32-true", "16": "16-mixed", "bf16": "bf16-mixed"}.get(text, value)
    elif key.ours == "trainer.devices" and key.original.endswith("gpus") and text in ("0", "none", ""):
        yield "training.device", "cpu"
    elif key.ours == "trainer.devices":
        count = len(value) if isinstance(value, list) else {"-1": 0, "auto": 1, "none": 1}.get(text, value)
        yield key.ours, count
    else:
        yield key.ours, value


def _representation(value: Any) -> Iterator[tuple[str, Any]]:
    """The transform of ``data.transforms``: n_fft and hop of its DGT, contrast of its Magnitude."""
    steps: Sequence[Any] = value if isinstance(value, list) else []
    for step in steps:
        kind, given = (step.get("type"), step.get("args") or {}) if isinstance(step, Mapping) else (None, {})
        if kind in ("DGT", "STFT"):
            names = {"n_fft": "n_fft", "hop_length": "hop_samples"}
            yield from ((f"representation.{names[name]}", given[name]) for name in names if name in given)
        elif kind == "Magnitude":
            if given.get("mel"):
                raise ConfigError(
                    "data.transforms sets mel bands, which are not supported.",
                    "Set mel: 0, or remove mel from Magnitude.",
                )
            if "contrast" in given:
                yield "representation.contrast", given["contrast"]
        elif kind in ("Cartesian", "Polar", "InstantaneousFrequency", "Phase"):
            raise ConfigError(
                f"data.transforms sets {kind}, but phase is not learned here: it is computed while playing.",
                "Remove data.transforms, or keep only its DGT and Magnitude.",
            )


def _leaves(values: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, Any]]:
    """Dotted names and values of everything but mappings with content, in order."""
    for name, value in values.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, f"{place}{name}.")
        else:
            yield f"{place}{name}", value


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Nested values from values by dotted name; later ones replace earlier ones."""
    result: dict[str, Any] = {}
    for name, value in flat.items():
        *above, last = name.split(".")
        inner = result
        for part in above:
            if not isinstance(inner.get(part), dict):
                inner[part] = {}
            inner = inner[part]
        inner[last] = value
    return result


def _is_typed(name: str, typed: Collection[str]) -> bool:
    """Whether a name, a part of it or one below it was written on the command line."""
    return any(name == own or name.startswith(f"{own}.") or own.startswith(f"{name}.") for own in typed)
