"""What a configuration may say: frozen dataclasses that validate themselves when they are made. Torch-free.

The YAML files beside this module hold the values, with comments; Hydra composes them and applies overrides.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vschaos.configs.records import build, plain, require


@dataclass(frozen=True)
class RepresentationConfig:
    """The transform: rate in Hz, window and hop in samples, contrast and its floor in dB."""

    sample_rate_hz: int = 44100
    n_fft: int = 2048
    hop_samples: int = 512
    contrast: str = "log"
    floor_db: float = -100.0

    def __post_init__(self) -> None:
        require(1000 <= self.sample_rate_hz <= 192_000, f"sample_rate_hz is {self.sample_rate_hz}; 1000 to 192000 Hz.")
        require(
            self.n_fft in (128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768),
            f"n_fft is {self.n_fft}; it must be a power of two from 128 to 32768.",
        )
        require(
            self.hop_samples in (self.n_fft // 4, self.n_fft // 8, self.n_fft // 16),
            f"hop_samples is {self.hop_samples}; it must be a 4th, 8th or 16th of n_fft ({self.n_fft}).",
        )
        require(self.contrast in ("log", "log1p"), f"contrast is “{self.contrast}”; choose log or log1p.")
        require(-200.0 <= self.floor_db <= -40.0, f"floor_db is {self.floor_db}; −200 to −40 dB.")

    @property
    def bins(self) -> int:
        """Width F of a spectrum."""
        return self.n_fft // 2 + 1


ENCODERS = ("MLPEncoder", "ConvEncoder")
DECODERS = ("MLPDecoder", "DeconvEncoder")


@dataclass(frozen=True)
class NetworkConfig:
    """An encoder or decoder: its type, and the width of its hidden layers, or their channels where it convolves.

    ``components``: of how many principal components the spectra are that an ``MLPEncoder`` looks at, or an
    ``MLPDecoder`` makes; 0: of bins, each for itself.
    """

    type: str = "MLPEncoder"
    hidden_dims: tuple[int, ...] = (384, 384)
    components: int = 0

    def __post_init__(self) -> None:
        types = (*ENCODERS, *DECODERS)
        require(self.type in types, f"type is “{self.type}”; choose one of {', '.join(types)}.")
        require(
            1 <= len(self.hidden_dims) <= 64 and all(1 <= width <= 16384 for width in self.hidden_dims),
            f"hidden_dims is {list(self.hidden_dims)}; 1 to 64 widths, each from 1 to 16384.",
        )
        most = 4096 if self.type.startswith("MLP") else 0
        require(
            0 <= self.components <= most,
            f"components is {self.components}; 0 to {most} where the type is {self.type}.",
        )


MAX_CLASSES = 4096
MAX_TASKS = 16
TASK_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""Names of tasks become names of folders, of OSC addresses and of attributes."""


@dataclass(frozen=True)
class ConditioningConfig:
    """A label that a network is told.

    Attributes
    ----------
    dim
        Number of classes; 1 for a quantity.
    target
        Which networks are told: ``encoder``, ``decoder`` or both.
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
        kinds = ("OneHot", "Embedding", "Continuous")
        require(self.embedding in kinds, f"embedding is “{self.embedding}”; choose one of {', '.join(kinds)}.")
        _require_dim("embedding", self.embedding, self.dim, continuous=self.continuous)
        require(
            bool(self.target) and set(self.target) <= {"encoder", "decoder"},
            f"target is {list(self.target)}; name encoder, decoder or both.",
        )
        if self.embedding == "Embedding":
            require(1 <= self.out_dim <= 1024, f"out_dim is {self.out_dim}; an Embedding has 1 to 1024 columns.")
        else:
            require(self.out_dim == 0, f"out_dim is {self.out_dim}; only an Embedding has one.")

    @property
    def continuous(self) -> bool:
        """Whether the label is a quantity, and not one of several classes."""
        return self.embedding == "Continuous"


@dataclass(frozen=True)
class PredictorConfig:
    """A predictor's ``nlayers`` hidden layers, all of one width or each of its own, and what it predicts.

    ``target_dist`` is ``Categorical`` for classes, ``Normal`` for a quantity.
    """

    nlayers: int = 2
    hidden_dims: tuple[int, ...] = (256,)
    target_dist: str = "Categorical"

    def __post_init__(self) -> None:
        require(1 <= self.nlayers <= 16, f"nlayers is {self.nlayers}; 1 to 16.")
        require(
            len(self.hidden_dims) in (1, self.nlayers) and all(1 <= width <= 16384 for width in self.hidden_dims),
            f"hidden_dims is {list(self.hidden_dims)}; one width, or {self.nlayers}, from 1 to 16384.",
        )
        require(
            self.target_dist in ("Categorical", "Normal"),
            f"target_dist is “{self.target_dist}”; choose Categorical or Normal.",
        )

    @property
    def widths(self) -> tuple[int, ...]:
        """Width of each hidden layer."""
        return self.hidden_dims * self.nlayers if len(self.hidden_dims) == 1 else self.hidden_dims


@dataclass(frozen=True)
class PredictionConfig:
    """A label that is predicted from the spectrum where it is not known: number of classes, and the predictor."""

    dim: int = 1
    type: str = "MLPEncoder"
    args: PredictorConfig = field(default_factory=PredictorConfig)

    def __post_init__(self) -> None:
        require(self.type == "MLPEncoder", f"“{self.type}” is no predictor; choose MLPEncoder.")
        _require_dim("target_dist", self.args.target_dist, self.dim, continuous=self.continuous)

    @property
    def continuous(self) -> bool:
        """Whether the label is a quantity, and not one of several classes."""
        return self.args.target_dist == "Normal"


def _require_dim(setting: str, value: str, dim: int, *, continuous: bool) -> None:
    if continuous:
        require(dim == 1, f"dim is {dim}; with {setting}={value} it is 1.")
    else:
        require(
            2 <= dim <= MAX_CLASSES, f"dim is {dim}; with {setting}={value} the number of classes, 2 to {MAX_CLASSES}."
        )


@dataclass(frozen=True)
class ModelConfig:
    """The auto-encoder, the labels that its networks are told, and those that are predicted."""

    latent_dims: int = 8
    encoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPEncoder"))
    decoder: NetworkConfig = field(default_factory=lambda: NetworkConfig("MLPDecoder"))
    conditioning: Mapping[str, ConditioningConfig] = field(default_factory=dict)
    prediction: Mapping[str, PredictionConfig] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require(2 <= self.latent_dims <= 64, f"latent_dims is {self.latent_dims}; 2 to 64.")
        for network, types, kind in ((self.encoder, ENCODERS, "encoder"), (self.decoder, DECODERS, "decoder")):
            require(network.type in types, f"“{network.type}” is no {kind}; choose {' or '.join(types)}.")
        require(len(self.tasks) <= MAX_TASKS, f"The model has {len(self.tasks)} labels; {MAX_TASKS} at most.")
        for task in self.tasks:
            require(
                TASK_NAME.fullmatch(task) is not None,
                f"“{task}” cannot name a label; letters without accents, digits, - and _ can.",
            )
        for task in self.conditioning.keys() & self.prediction.keys():
            told, predicted = self.conditioning[task], self.prediction[task]
            require(
                "encoder" not in told.target,
                f"{task} conditions the encoder and cannot be predicted: the encoder would feel the prediction.",
            )
            require(
                (told.dim, told.continuous) == (predicted.dim, predicted.continuous),
                f"{task} has not the same dim or kind in model.conditioning and in model.prediction.",
            )

    @property
    def tasks(self) -> tuple[str, ...]:
        """The labels' names: those that condition a network, then those that are only predicted, each as written."""
        return (*self.conditioning, *(task for task in self.prediction if task not in self.conditioning))

    def continuous(self, task: str) -> bool:
        """Whether a task of :attr:`tasks` is a quantity, and not one of several classes."""
        return (self.conditioning.get(task) or self.prediction[task]).continuous

    def dim(self, task: str) -> int:
        """Number of classes of a task of :attr:`tasks`; 1 for a quantity."""
        return (self.conditioning.get(task) or self.prediction[task]).dim


@dataclass(frozen=True)
class AugmentationConfig:
    """Variations that are learned beside the sounds themselves, all off by default; see ``base.yaml``.

    Attributes
    ----------
    gain_db, equaliser_db, shift_hz
        How far level, tone and frequencies vary; the equaliser by a standard deviation.
    noise, mixing
        Share of the frames that have noise under them, or another sound beside them.
    snr_db
        The sound's power over the noise's, at least.
    """

    gain_db: float = 0.0
    equaliser_db: float = 0.0
    shift_hz: float = 0.0
    noise: float = 0.0
    snr_db: float = 20.0
    mixing: float = 0.0

    def __post_init__(self) -> None:
        require(0 <= self.gain_db <= 60, f"augment.gain_db is {self.gain_db}; 0 to 60 dB.")
        require(0 <= self.equaliser_db <= 24, f"augment.equaliser_db is {self.equaliser_db}; 0 to 24 dB.")
        require(0 <= self.shift_hz <= 5000, f"augment.shift_hz is {self.shift_hz}; 0 to 5000 Hz.")
        require(-20 <= self.snr_db <= 100, f"augment.snr_db is {self.snr_db}; −20 to 100 dB.")
        for name, share in (("noise", self.noise), ("mixing", self.mixing)):
            require(0 <= share <= 1, f"augment.{name} is {share}; a share of the frames, 0 to 1.")


@dataclass(frozen=True)
class TrainingConfig:
    """The course of a training; see ``base.yaml`` for what each value does.

    Where ``minutes`` are given, ``max_steps`` is set to what they allow before the first step is taken.
    """

    max_steps: int = 6000
    minutes: float = 0.0
    patience: int = 0
    batch_size: int = 256
    learning_rate: float = 1.5e-3
    warmup_steps: int = 200
    weight_decay: float = 1e-2
    beta: float = 4e-3
    beta_warmup: float = 0.3
    free_bits: float = 0.05
    l1_weight: float = 0.5
    ema_decay: float = 0.998
    label_dropout: float = 0.0
    transpose: int = 2
    near_silence: float = 0.05
    augment: AugmentationConfig = field(default_factory=AugmentationConfig)
    validation_every: int = 250
    checkpoint_every_s: float = 20.0
    previews_every_s: float = 120.0
    precision: str = "32-true"
    threads: int = 0
    device: str = "auto"
    seed: int = 0

    def __post_init__(self) -> None:
        require(1 <= self.max_steps <= 10**9, f"max_steps is {self.max_steps}; 1 or more.")
        require(0 <= self.minutes <= 10**6, f"minutes is {self.minutes}; 0 (max_steps count) or more.")
        require(self.patience >= 0, f"patience is {self.patience}; 0 (never stop early) or more validations.")
        require(1 <= self.batch_size <= 65536, f"batch_size is {self.batch_size}; 1 to 65536.")
        require(0 < self.learning_rate <= 1, f"learning_rate is {self.learning_rate}; above 0, at most 1.")
        require(self.beta >= 0 and self.free_bits >= 0, "beta and free_bits must not be negative.")
        require(0 <= self.beta_warmup <= 1, f"beta_warmup is {self.beta_warmup}; a share of the steps, 0 to 1.")
        require(0 <= self.ema_decay < 1, f"ema_decay is {self.ema_decay}; 0 up to, not including, 1.")
        require(0 <= self.transpose <= 12, f"transpose is {self.transpose}; 0 to 12 semitones.")
        require(0 <= self.near_silence < 1, f"near_silence is {self.near_silence}; 0 up to, not including, 1.")
        require(0 <= self.label_dropout < 1, f"label_dropout is {self.label_dropout}; 0 up to, not including, 1.")
        require(self.validation_every >= 1, f"validation_every is {self.validation_every}; 1 or more.")
        require(self.checkpoint_every_s > 0, f"checkpoint_every_s is {self.checkpoint_every_s}; above 0 s.")
        require(self.previews_every_s >= 0, f"previews_every_s is {self.previews_every_s}; 0 (none) or more.")
        require(self.device in ("auto", "cpu", "cuda", "mps"), f"device is “{self.device}”; auto, cpu, cuda or mps.")


STRATEGIES = ("auto", "ddp", "ddp_find_unused_parameters_true")


@dataclass(frozen=True)
class TrainerConfig:
    """On how many devices of how many computers a training runs, and by which of Lightning's strategies.

    Attributes
    ----------
    devices
        Processes on each computer: graphics cards, or processes that share the CPU; 0 for all cards there are.
    num_nodes
        Computers.
    strategy
        ``auto`` trains data-parallel (``ddp``) where there is more than one process.
    """

    devices: int = 1
    num_nodes: int = 1
    strategy: str = "auto"

    def __post_init__(self) -> None:
        require(0 <= self.devices <= 1024, f"trainer.devices is {self.devices}; 1 to 1024, or 0 for all there are.")
        require(1 <= self.num_nodes <= 1024, f"trainer.num_nodes is {self.num_nodes}; 1 to 1024.")
        require(
            self.strategy in STRATEGIES,
            f"trainer.strategy is “{self.strategy}”; choose one of {', '.join(STRATEGIES)}.",
        )


@dataclass(frozen=True)
class MetadataCallback:
    """How a task's ``metadata.txt`` is read: by which parser, and as int or float.

    ``read_single_metadata`` takes one value a file, ``read_multi_metadata`` values that change inside a file,
    ``read_folder_names`` makes each folder of sounds a class. Empty: the parser is chosen by what the file holds, the
    type by what the model makes of the label.
    """

    name: str = ""
    type: str = ""

    def __post_init__(self) -> None:
        parsers = ("read_single_metadata", "read_multi_metadata", "read_folder_names")
        require(self.name in ("", *parsers), f"“{self.name}” reads no metadata; choose one of {', '.join(parsers)}.")
        require(self.type in ("", "int", "float"), f"type is “{self.type}”; choose int or float.")


@dataclass(frozen=True)
class DatasetConfig:
    """Which sounds: the folder, and at most how many of its files (0: all); and how its labels are read."""

    root: str = ""
    n_files: int = 0
    metadata_callbacks: Mapping[str, MetadataCallback] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require(self.n_files >= 0, f"n_files is {self.n_files}; 0 (all) or more.")


@dataclass(frozen=True)
class DataConfig:
    """The sounds, and the share of them held out to judge by."""

    dataset: DatasetConfig = field(default_factory=DatasetConfig)
    validation_share: float = 0.1

    def __post_init__(self) -> None:
        require(0 < self.validation_share < 0.9, f"validation_share is {self.validation_share}; between 0 and 0.9.")


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
    trainer: TrainerConfig = field(default_factory=TrainerConfig)

    def __post_init__(self) -> None:
        for task, callback in self.data.dataset.metadata_callbacks.items():
            told_float = task in self.model.tasks and not self.model.continuous(task) and callback.type == "float"
            require(not told_float, f"{task} is read as float, but the model takes it for one of several classes.")
        unknown = sorted(set(self.model.tasks) - {"pitch", "octave"})
        require(
            not (self.training.augment.shift_hz and unknown),
            f"augment.shift_hz is set, and nothing tells what a shift makes of the label {', '.join(unknown)}.",
        )

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Config:
        """Build from nested plain values, as YAML gives them.

        Raises
        ------
        ConfigError
            For unknown names and values of the wrong kind, naming the place.
        """
        return build(cls, values, "")

    def to_plain(self) -> dict[str, Any]:
        """Nested plain values, for YAML."""
        return plain(dataclasses.asdict(self))
