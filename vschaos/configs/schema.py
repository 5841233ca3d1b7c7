"""The settings of a configuration: frozen dataclasses that validate themselves. Torch-free.

The YAML files beside this module hold the values, with comments; Hydra composes them and applies overrides.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from vschaos.configs.records import build, limited, plain, require, require_choice, require_limits
from vschaos.configs.task_names import require_task_name


@dataclass(frozen=True)
class RepresentationConfig:
    """The transform: rate in Hz, window and hop in samples, contrast and its floor in dB."""

    sample_rate_hz: int = limited(44100, 1000, 192_000, "Hz")
    n_fft: int = 2048
    hop_samples: int = 512
    contrast: str = "log"
    floor_db: float = limited(-100.0, -200, -40, "dB")

    def __post_init__(self) -> None:
        require_limits(self, "representation.")
        require(
            self.n_fft in (128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768),
            f"n_fft is {self.n_fft}; it must be a power of two from 128 to 32,768.",
        )
        require(
            self.hop_samples in (self.n_fft // 4, self.n_fft // 8, self.n_fft // 16),
            f"hop_samples is {self.hop_samples}; it must be 1/4, 1/8 or 1/16 of n_fft ({self.n_fft}).",
        )
        require_choice("contrast", self.contrast, ("log", "log1p"))

    @property
    def bins(self) -> int:
        """Width F of a spectrum."""
        return self.n_fft // 2 + 1


ENCODERS = ("MLPEncoder", "ConvEncoder")
DECODERS = ("MLPDecoder", "DeconvEncoder")


@dataclass(frozen=True)
class NetworkConfig:
    """An encoder or decoder: its type, and the widths of its hidden layers (channels of convolutional ones).

    ``components``: number of principal components of the spectra that an ``MLPEncoder`` reads or an ``MLPDecoder``
    writes; 0: all bins. ``noise``: width of the layer by which an ``MLPDecoder`` tells the noise share of each bin; 0:
    it does not, and all is tone.
    """

    type: str = "MLPEncoder"
    hidden_dims: tuple[int, ...] = (384, 384)
    components: int = 0
    noise: int = 0

    def __post_init__(self) -> None:
        require_choice("type", self.type, (*ENCODERS, *DECODERS))
        require(
            1 <= len(self.hidden_dims) <= 64 and all(1 <= width <= 16384 for width in self.hidden_dims),
            f"hidden_dims is {list(self.hidden_dims)}; it must be 1 to 64 widths, each from 1 to 16,384.",
        )
        most = 4096 if self.type.startswith("MLP") else 0
        require(
            0 <= self.components <= most,
            f"components is {self.components}; it must be 0 to {most} for type {self.type}.",
        )
        most = 4096 if self.type == "MLPDecoder" else 0
        require(0 <= self.noise <= most, f"noise is {self.noise}; it must be 0 to {most} for type {self.type}.")


MAX_CLASSES = 4096
MAX_TASKS = 16


@dataclass(frozen=True)
class ConditioningConfig:
    """A label that conditions a network.

    Attributes
    ----------
    dim
        Number of classes; 1 for a quantity.
    target
        The networks that it conditions: ``encoder``, ``decoder`` or both.
    embedding
        ``OneHot`` (a column a class), ``Embedding`` (``out_dim`` learned columns), ``Continuous`` (the number itself).
    out_dim
        Columns of an ``Embedding``; 0 for the others.
    """

    dim: int = 1
    target: tuple[str, ...] = ("decoder",)
    embedding: str = "OneHot"
    out_dim: int = 0

    def __post_init__(self) -> None:
        require_choice("embedding", self.embedding, ("OneHot", "Embedding", "Continuous"))
        _require_dim("embedding", self.embedding, self.dim, continuous=self.continuous)
        require(
            bool(self.target) and set(self.target) <= {"encoder", "decoder"},
            f"target is {list(self.target)}; choose encoder, decoder or both.",
        )
        if self.embedding == "Embedding":
            require(1 <= self.out_dim <= 1024, f"out_dim is {self.out_dim}; for an Embedding it must be 1 to 1024.")
        else:
            require(self.out_dim == 0, f"out_dim is {self.out_dim}; it is for embedding: Embedding only.")

    @property
    def continuous(self) -> bool:
        """Whether the label is a quantity, not a class."""
        return self.embedding == "Continuous"


@dataclass(frozen=True)
class PredictorConfig:
    """A predictor: ``nlayers`` hidden layers with one width for all or one each, and what it predicts.

    ``target_dist`` is ``Categorical`` for classes, ``Normal`` for a quantity.
    """

    nlayers: int = limited(2, 1, 16)
    hidden_dims: tuple[int, ...] = (256,)
    target_dist: str = "Categorical"

    def __post_init__(self) -> None:
        require_limits(self)
        require(
            len(self.hidden_dims) in (1, self.nlayers) and all(1 <= width <= 16384 for width in self.hidden_dims),
            f"hidden_dims is {list(self.hidden_dims)}; it must be 1 or {self.nlayers} widths, each from 1 to 16,384.",
        )
        require_choice("target_dist", self.target_dist, ("Categorical", "Normal"))

    @property
    def widths(self) -> tuple[int, ...]:
        """Width of each hidden layer."""
        return self.hidden_dims * self.nlayers if len(self.hidden_dims) == 1 else self.hidden_dims


@dataclass(frozen=True)
class PredictionConfig:
    """A label that is predicted from the spectrum where it is unknown: number of classes, and the predictor."""

    dim: int = 1
    type: str = "MLPEncoder"
    args: PredictorConfig = field(default_factory=PredictorConfig)

    def __post_init__(self) -> None:
        require_choice("type", self.type, ("MLPEncoder",))
        _require_dim("target_dist", self.args.target_dist, self.dim, continuous=self.continuous)

    @property
    def continuous(self) -> bool:
        """Whether the label is a quantity, not a class."""
        return self.args.target_dist == "Normal"


def _require_dim(setting: str, value: str, dim: int, *, continuous: bool) -> None:
    low, high = (1, 1) if continuous else (2, MAX_CLASSES)
    span = "1" if continuous else f"the number of classes, 2 to {MAX_CLASSES}"
    require(low <= dim <= high, f"dim is {dim}; with {setting}={value} it must be {span}.")


@dataclass(frozen=True)
class ModelConfig:
    """The auto-encoder, the labels that condition its networks, and those that are predicted."""

    latent_dims: int = limited(8, 2, 64)
    encoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPEncoder"))
    decoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPDecoder"))
    conditioning: Mapping[str, ConditioningConfig] = field(default_factory=dict)
    prediction: Mapping[str, PredictionConfig] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_limits(self, "model.")
        for network, types, kind in ((self.encoder, ENCODERS, "encoder"), (self.decoder, DECODERS, "decoder")):
            require_choice(f"{kind}.type", network.type, types)
        require(len(self.tasks) <= MAX_TASKS, f"The model has {len(self.tasks)} labels; {MAX_TASKS} are possible.")
        for task in self.tasks:
            require_task_name(task)
        for task in self.conditioning.keys() & self.prediction.keys():
            condition, predicted = self.conditioning[task], self.prediction[task]
            require(
                "encoder" not in condition.target,
                f"{task} conditions the encoder, so it cannot be predicted: the prediction would change the encoder.",
            )
            require(
                (condition.dim, condition.continuous) == (predicted.dim, predicted.continuous),
                f"{task} has a different dim or kind in model.conditioning and in model.prediction.",
            )

    @property
    def tasks(self) -> tuple[str, ...]:
        """Names of the labels: first those that condition a network, then those that are only predicted."""
        return (*self.conditioning, *(task for task in self.prediction if task not in self.conditioning))

    def continuous(self, task: str) -> bool:
        """Whether a task of :attr:`tasks` is a quantity, not a class."""
        return (self.conditioning.get(task) or self.prediction[task]).continuous

    def dim(self, task: str) -> int:
        """Number of classes of a task of :attr:`tasks`; 1 for a quantity."""
        return (self.conditioning.get(task) or self.prediction[task]).dim


@dataclass(frozen=True)
class AugmentationConfig:
    """Variations of the training sounds, all off by default; see ``base.yaml``.

    Attributes
    ----------
    gain_db, equaliser_db, shift_hz
        How far level, tone and frequencies vary; for the equaliser, a standard deviation.
    noise, mixing
        Share of the frames with added noise, or with another sound mixed in.
    snr_db
        Smallest ratio of the sound's power to the noise's.
    """

    gain_db: float = limited(0.0, 0, 60, "dB")
    equaliser_db: float = limited(0.0, 0, 24, "dB")
    shift_hz: float = limited(0.0, 0, 5000, "Hz")
    noise: float = limited(0.0, 0, 1, "of the frames")
    snr_db: float = limited(20.0, -20, 100, "dB")
    mixing: float = limited(0.0, 0, 1, "of the frames")

    def __post_init__(self) -> None:
        require_limits(self, "training.augment.")


PRECISIONS = ("32-true", "16-mixed", "bf16-mixed", "16-true", "bf16-true", "64-true")
"""As Lightning names them."""


@dataclass(frozen=True)
class TrainingConfig:
    """How a training runs; see ``base.yaml`` for what each value does.

    With ``minutes``, ``max_steps`` is set before the first step to the number of steps that fit.
    """

    max_steps: int = limited(6000, 1, 10**9)
    minutes: float = limited(0.0, 0, 10**6, note="0: max_steps counts")
    patience: int = limited(0, 0, 10**6, note="0: never stop early")
    batch_size: int = limited(256, 1, 65536)
    learning_rate: float = limited(1.5e-3, 0, 1, above=True)
    warmup_steps: int = limited(200, 0, 10**9)
    weight_decay: float = limited(1e-2, 0, 10)
    beta: float = limited(4e-3, 0, 1000)
    beta_warmup: float = limited(0.3, 0, 1, "of the steps")
    free_bits: float = limited(0.05, 0, 1000, "nats")
    l1_weight: float = limited(0.5, 0, 1000)
    level_weight: float = limited(0.3, 0, 1000)
    ema_decay: float = limited(0.998, 0, 1, below=True)
    label_dropout: float = limited(0.0, 0, 1, below=True)
    transpose: int = limited(5, 0, 12, "semitones")
    near_silence: float = limited(0.05, 0, 1, below=True)
    augment: AugmentationConfig = field(default_factory=AugmentationConfig)
    validation_every: int = limited(250, 1, 10**9)
    checkpoint_every_s: float = limited(20.0, 0, 10**6, "seconds", above=True)
    previews_every_s: float = limited(120.0, 0, 10**6, "seconds", note="0: no previews")
    precision: str = "32-true"
    threads: int = limited(0, 0, 1024, note="0: one for each core")
    device: str = "auto"
    seed: int = limited(0, 0, 2**32 - 1)

    def __post_init__(self) -> None:
        require_limits(self, "training.")
        require_choice("precision", self.precision, PRECISIONS)
        require_choice("device", self.device, ("auto", "cpu", "cuda", "mps"))


STRATEGIES = ("auto", "ddp", "ddp_find_unused_parameters_true")


@dataclass(frozen=True)
class TrainerConfig:
    """Devices, computers and Lightning strategy of a training.

    Attributes
    ----------
    devices
        Processes on each computer: graphics cards, or processes that share the CPU; 0: all cards.
    num_nodes
        Computers.
    strategy
        ``auto`` is data-parallel (``ddp``) with more than one process.
    """

    devices: int = limited(1, 0, 1024, note="0: all graphics cards")
    num_nodes: int = limited(1, 1, 1024)
    strategy: str = "auto"

    def __post_init__(self) -> None:
        require_limits(self, "trainer.")
        require_choice("trainer.strategy", self.strategy, STRATEGIES)


@dataclass(frozen=True)
class MetadataCallback:
    """How a task's ``metadata.txt`` is read: the parser, and int or float.

    ``read_single_metadata`` reads one value a file, ``read_multi_metadata`` values that change inside a file;
    ``read_folder_names`` makes each folder of sounds a class. Empty: the content of the file decides the parser, the
    model decides the type.
    """

    name: str = ""
    type: str = ""

    def __post_init__(self) -> None:
        if self.name:
            require_choice("name", self.name, ("read_single_metadata", "read_multi_metadata", "read_folder_names"))
        if self.type:
            require_choice("type", self.type, ("int", "float"))


class Mix(Enum):
    """How recordings with several channels are used; see ``base.yaml``."""

    AUTO = "auto"
    MEAN = "mean"
    LEFT = "left"
    RIGHT = "right"
    LOUDEST = "loudest"
    EACH = "each"


@dataclass(frozen=True)
class DatasetConfig:
    """The folder of sounds, the most files to use (0: all), the channels, and how labels are read."""

    root: str = ""
    n_files: int = limited(0, 0, 10**9, note="0: all")
    mix: str = Mix.AUTO.value
    metadata_callbacks: Mapping[str, MetadataCallback] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require_limits(self, "data.dataset.")
        require_choice("data.dataset.mix", self.mix, [mix.value for mix in Mix])


@dataclass(frozen=True)
class DataConfig:
    """The sounds, and the share of them that is held out for validation."""

    dataset: DatasetConfig = field(default_factory=DatasetConfig)
    validation_share: float = limited(0.1, 0, 0.9, above=True, below=True)

    def __post_init__(self) -> None:
        require_limits(self, "data.")


@dataclass(frozen=True)
class Config:
    """A whole configuration, resolved.

    ``start_from``: the instrument as which the network begins, a path or a name; empty: it begins at random.
    """

    name: str = ""
    rundir: str = "runs"
    start_from: str = ""
    check: bool = False
    representation: RepresentationConfig = field(default_factory=RepresentationConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    data: DataConfig = field(default_factory=DataConfig)
    training: TrainingConfig = field(default_factory=TrainingConfig)
    trainer: TrainerConfig = field(default_factory=TrainerConfig)

    def __post_init__(self) -> None:
        for task, callback in self.data.dataset.metadata_callbacks.items():
            is_class = task in self.model.tasks and not self.model.continuous(task)
            require(
                not (is_class and callback.type == "float"),
                f"{task} is read as float, but in the model it is a class.",
            )
        unknown = sorted(set(self.model.tasks) - {"pitch", "octave"})
        require(
            not (self.training.augment.shift_hz and unknown),
            f"augment.shift_hz is set, but the effect of a shift on the label {', '.join(unknown)} is unknown.",
        )

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Config:
        """Build from nested plain values, as YAML gives them.

        Raises
        ------
        ConfigError
            For unknown names and values of the wrong type; the sentence names the setting.
        """
        return build(cls, values, "")

    def with_course(self, **settings: Any) -> Config:
        """The same with other settings of ``training``."""
        return dataclasses.replace(self, training=dataclasses.replace(self.training, **settings))

    def to_plain(self) -> dict[str, Any]:
        """Nested plain values, for YAML."""
        return plain(dataclasses.asdict(self))
