"""What a configuration may say: frozen dataclasses that validate themselves when they are made. Torch-free.

The YAML files beside this module hold the values, with comments; Hydra composes them and applies overrides.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from vschaos.errors import ConfigError


def _require(holds: bool, sentence: str) -> None:
    if not holds:
        raise ConfigError(sentence, "Correct it in the configuration or on the command line.")


@dataclass(frozen=True)
class RepresentationConfig:
    """The transform: rate in Hz, window and hop in samples, contrast and its floor in dB."""

    sample_rate_hz: int = 44100
    n_fft: int = 2048
    hop_samples: int = 512
    contrast: str = "log"
    floor_db: float = -100.0

    def __post_init__(self) -> None:
        _require(1000 <= self.sample_rate_hz <= 192_000, f"sample_rate_hz is {self.sample_rate_hz}; 1000 to 192000 Hz.")
        _require(
            self.n_fft in (128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768),
            f"n_fft is {self.n_fft}; it must be a power of two from 128 to 32768.",
        )
        _require(
            self.hop_samples in (self.n_fft // 4, self.n_fft // 8, self.n_fft // 16),
            f"hop_samples is {self.hop_samples}; it must be a 4th, 8th or 16th of n_fft ({self.n_fft}).",
        )
        _require(self.contrast in ("log", "log1p"), f"contrast is “{self.contrast}”; choose log or log1p.")
        _require(-200.0 <= self.floor_db <= -40.0, f"floor_db is {self.floor_db}; −200 to −40 dB.")

    @property
    def bins(self) -> int:
        """Width F of a spectrum."""
        return self.n_fft // 2 + 1


@dataclass(frozen=True)
class NetworkConfig:
    """An encoder or decoder: its type and the width of its hidden layers."""

    type: str = "MLP"
    hidden_dims: tuple[int, ...] = (384, 384)

    def __post_init__(self) -> None:
        _require(self.type in ("MLPEncoder", "MLPDecoder"), f"type is “{self.type}”; MLPEncoder or MLPDecoder.")
        _require(
            len(self.hidden_dims) >= 1 and all(1 <= width <= 16384 for width in self.hidden_dims),
            f"hidden_dims is {list(self.hidden_dims)}; one width or more, each from 1 to 16384.",
        )


@dataclass(frozen=True)
class ModelConfig:
    """The auto-encoder."""

    latent_dims: int = 8
    encoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPEncoder"))
    decoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPDecoder"))

    def __post_init__(self) -> None:
        _require(2 <= self.latent_dims <= 64, f"latent_dims is {self.latent_dims}; 2 to 64.")
        _require(self.encoder.type == "MLPEncoder", f"“{self.encoder.type}” is no encoder; choose MLPEncoder.")
        _require(self.decoder.type == "MLPDecoder", f"“{self.decoder.type}” is no decoder; choose MLPDecoder.")


@dataclass(frozen=True)
class TrainingConfig:
    """The course of a training; see ``base.yaml`` for what each value does."""

    max_steps: int = 6000
    batch_size: int = 256
    learning_rate: float = 1.5e-3
    warmup_steps: int = 200
    weight_decay: float = 1e-2
    beta: float = 4e-3
    beta_warmup: float = 0.3
    free_bits: float = 0.05
    l1_weight: float = 0.5
    ema_decay: float = 0.998
    validation_every: int = 250
    checkpoint_every_s: float = 20.0
    precision: str = "32-true"
    threads: int = 0
    device: str = "auto"
    seed: int = 0

    def __post_init__(self) -> None:
        _require(1 <= self.max_steps <= 10**9, f"max_steps is {self.max_steps}; 1 or more.")
        _require(1 <= self.batch_size <= 65536, f"batch_size is {self.batch_size}; 1 to 65536.")
        _require(0 < self.learning_rate <= 1, f"learning_rate is {self.learning_rate}; above 0, at most 1.")
        _require(self.beta >= 0 and self.free_bits >= 0, "beta and free_bits must not be negative.")
        _require(0 <= self.beta_warmup <= 1, f"beta_warmup is {self.beta_warmup}; a share of the steps, 0 to 1.")
        _require(0 <= self.ema_decay < 1, f"ema_decay is {self.ema_decay}; 0 up to, not including, 1.")
        _require(self.validation_every >= 1, f"validation_every is {self.validation_every}; 1 or more.")
        _require(self.checkpoint_every_s > 0, f"checkpoint_every_s is {self.checkpoint_every_s}; above 0 s.")
        _require(self.device in ("auto", "cpu", "cuda", "mps"), f"device is “{self.device}”; auto, cpu, cuda or mps.")


@dataclass(frozen=True)
class DatasetConfig:
    """Which sounds: the folder, and at most how many of its files (0: all)."""

    root: str = ""
    n_files: int = 0

    def __post_init__(self) -> None:
        _require(self.n_files >= 0, f"n_files is {self.n_files}; 0 (all) or more.")


@dataclass(frozen=True)
class DataConfig:
    """The sounds, and the share of them held out to judge by."""

    dataset: DatasetConfig = field(default_factory=DatasetConfig)
    validation_share: float = 0.1

    def __post_init__(self) -> None:
        _require(0 < self.validation_share < 0.9, f"validation_share is {self.validation_share}; between 0 and 0.9.")


@dataclass(frozen=True)
class Config:
    """A whole configuration, resolved."""

    name: str = ""
    rundir: str = "runs"
    check: bool = False
    representation: RepresentationConfig = field(default_factory=RepresentationConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    data: DataConfig = field(default_factory=DataConfig)
    training: TrainingConfig = field(default_factory=TrainingConfig)

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Config:
        """Build from nested plain values, as YAML gives them.

        Raises
        ------
        ConfigError
            For unknown names and values of the wrong kind, naming the place.
        """
        return _build(cls, values, "")

    def to_plain(self) -> dict[str, Any]:
        """Nested plain values, for YAML."""
        return _plain(dataclasses.asdict(self))


Record = TypeVar("Record")


def _build(record: type[Record], values: Any, place: str) -> Record:
    _require(isinstance(values, Mapping), f"{place or 'The configuration'} must hold names and values.")
    hints = typing.get_type_hints(record)
    known = {item.name for item in dataclasses.fields(typing.cast(Any, record))}
    unknown = sorted(str(name) for name in values if name not in known)
    if unknown:
        raise ConfigError(f"{_dotted(place, unknown[0])} is no setting.", f"Known here: {', '.join(sorted(known))}.")
    return record(**{name: _value(hints[name], value, _dotted(place, name)) for name, value in values.items()})


def _value(kind: Any, value: Any, place: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return _build(typing.cast(type, kind), value, place)
    if typing.get_origin(kind) is tuple:
        _require(isinstance(value, (list, tuple)), f"{place} must be a list.")
        return tuple(_value(typing.get_args(kind)[0], item, place) for item in value)
    if kind is bool and value in (0, 1):
        return bool(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is str and isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    matches = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
    _require(matches, f"{place} is {value!r}; it must be of kind {kind.__name__}.")
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _dotted(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
