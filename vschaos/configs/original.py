"""The configurations, keys and verbs of vschaos2, and their names here.

`vschaos.configs.translation` applies it to a configuration, the command line understands its names, and
``docs/from-vschaos2.md`` shows it, which a test checks. Torch-free.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

LONG_WINDOW = ("representation.n_fft=8192", "representation.hop_samples=2048")


@dataclass(frozen=True)
class Configuration:
    """A configuration of vschaos2, and ours for it.

    Attributes
    ----------
    original
        Its name there.
    ours
        The configuration here that replaces it.
    overrides
        Settings that it needs too.
    note
        What differs, as a sentence; empty if nothing important does.
    """

    original: str
    ours: str
    overrides: tuple[str, ...] = ()
    note: str = ""

    @property
    def command(self) -> str:
        """What to type here."""
        return " ".join([f"--config-name {self.ours}", *self.overrides])


CONFIGURATIONS = (
    Configuration("dgt_mag_normal", "dgt_mid"),
    Configuration("dgt_mag_precise", "dgt_large"),
    Configuration("cond_pitch+octave_normal", "dgt_pitch_cond"),
    Configuration("cond_pitch+octave_precise", "dgt_pitch_cond", LONG_WINDOW),
    Configuration("semicond_pitch+octave_normal", "dgt_pitch_prediction"),
    Configuration("semicond_pitch+octave_precise", "dgt_pitch_prediction", LONG_WINDOW),
    Configuration("pitch+octave_normal", "dgt_pitch_cond"),
    Configuration("dgt_low", "dgt_small"),
    Configuration("dgt_high", "dgt_large"),
    Configuration("vae_dgt_mag_low", "dgt_small"),
    Configuration("vae_dgt_mag_mid", "dgt_mid"),
    Configuration("vae_dgt_mag_high", "dgt_large"),
    Configuration("vae_dgt_magmel", "dgt_mid", (), "Mel bands are not supported."),
    Configuration("vae_dgt_polar", "dgt_mid", (), "Phase is not learned: it is computed while playing."),
    Configuration("vae_dgt_cartesian", "dgt_mid", (), "Phase is not learned: it is computed while playing."),
    Configuration("vae_dgt_phaseinst", "dgt_mid", (), "Phase is not learned: it is computed while playing."),
)


class Fate(Enum):
    """What happens to a key's value."""

    SAME = "same"
    """It becomes the value of the key here, converted where needed."""
    OTHER = "other"
    """It cannot be used: the key here has another meaning. Typed, it is refused; in a file, it is left out."""
    NOTHING = "nothing"
    """It has no effect here."""


@dataclass(frozen=True)
class Key:
    """A key of vschaos2's configurations, and ours for it.

    Attributes
    ----------
    original
        Its dotted name; ``*`` is any single name. Names below it are included.
    ours
        The dotted name here; empty if there is none.
    note
        What differs.
    fate
        What happens to a value.
    """

    original: str
    ours: str = ""
    note: str = ""
    fate: Fate = Fate.SAME


_LAYERS = "Strides, kernels, activations and norms of the layers are fixed; only their number and width can be set."

KEYS = (
    Key("model.latent.dim", "model.latent_dims"),
    Key("model.latent", note="The posterior is Normal.", fate=Fate.NOTHING),
    Key("model.type", note="All models are autoencoders.", fate=Fate.NOTHING),
    Key("model.encoder.args.channels", "model.encoder.hidden_dims"),
    Key("model.encoder.args.hidden_dims", "model.encoder.hidden_dims", "One width for each of args.nlayers."),
    Key("model.encoder.args", note=_LAYERS, fate=Fate.NOTHING),
    Key("model.decoder.args.channels", "model.decoder.hidden_dims"),
    Key("model.decoder.args.hidden_dims", "model.decoder.hidden_dims", "One width for each of args.nlayers."),
    Key("model.decoder.args", note=_LAYERS, fate=Fate.NOTHING),
    Key("model.prediction.*.args.nnlin", note=_LAYERS, fate=Fate.NOTHING),
    Key("model.prediction.*.args.norm", note=_LAYERS, fate=Fate.NOTHING),
    Key("model.prediction.*.args.bias", note=_LAYERS, fate=Fate.NOTHING),
    Key("model.prediction.*.args.dropout", note=_LAYERS, fate=Fate.NOTHING),
    Key(
        "model.training.beta",
        "training.beta",
        "Its weight is relative to an error in decibels: 2e-3 to 2.5e-2 in the configurations that ship.",
        Fate.OTHER,
    ),
    Key("model.training.warmup", "training.beta_warmup", "A share of the steps, 0 to 1; default: 0.3.", Fate.OTHER),
    Key("model.training.optimizer.args.lr", "training.learning_rate"),
    Key("model.training.optimizer.args.weight_decay", "training.weight_decay"),
    Key(
        "model.training.regularization.args.free_bits",
        "training.free_bits",
        "Nats for each dimension, not for all together; default: 0.05.",
        Fate.OTHER,
    ),
    Key("model.training", note="AdamW, log-spectral distance and KL divergence are fixed.", fate=Fate.NOTHING),
    Key("data.loader.batch_size", "training.batch_size", "Counts single spectra."),
    Key("data.loader", note="Sounds are read once into memory-mapped files.", fate=Fate.NOTHING),
    Key("data.transforms", "representation", "DGT sets n_fft and hop_samples, Magnitude sets the contrast."),
    Key(
        "data.augmentations",
        "training.augment",
        "Gain, equaliser, shift, noise, mixing; default: off.",
        Fate.OTHER,
    ),
    Key("data.module", note="There is only one kind of data.", fate=Fate.NOTHING),
    Key("data.dataset.flatten", note="Spectra are learned one by one.", fate=Fate.NOTHING),
    Key("data.dataset.sequence", note="Spectra are learned one by one.", fate=Fate.NOTHING),
    Key(
        "pl_trainer.max_epochs",
        "training.max_steps",
        "Counts steps, not passes over the sounds; or set training.minutes=20.",
        Fate.OTHER,
    ),
    Key("pl_trainer.max_steps", "training.max_steps"),
    Key("pl_trainer.max_time", "training.minutes", "Minutes, as a number.", Fate.OTHER),
    Key("pl_trainer.accelerator", "training.device", "gpu becomes cuda."),
    Key("pl_trainer.gpus", "trainer.devices", "−1 (all) becomes 0; none becomes training.device=cpu."),
    Key("pl_trainer.devices", "trainer.devices", "−1 (all) becomes 0."),
    Key("pl_trainer.num_nodes", "trainer.num_nodes"),
    Key("pl_trainer.strategy", "trainer.strategy"),
    Key("pl_trainer.precision", "training.precision", "32 becomes 32-true, 16 becomes 16-mixed."),
    Key("pl_trainer", note="The other options of the trainer are fixed.", fate=Fate.NOTHING),
    Key("callbacks", note="Checkpoints, curves and previews are always made.", fate=Fate.NOTHING),
)
"""The first that matches a name counts."""


VERBS = {"train-model": "train", "extract": "extract-pitch"}
"""Verbs by their names there, without ``.py`` and with ``-`` for ``_``."""


def configuration_of(name: str) -> Configuration | None:
    """Our counterpart of a configuration of vschaos2, or None."""
    return next((entry for entry in CONFIGURATIONS if entry.original == name), None)


def key_of(name: str) -> Key | None:
    """Our counterpart of a dotted name of vschaos2, or None."""
    return next((key for key in KEYS if _fits(key.original.split("."), name.split("."))), None)


def _fits(pattern: list[str], name: list[str]) -> bool:
    """Whether a name matches a pattern, or is below it."""
    return len(name) >= len(pattern) and all(part in ("*", own) for part, own in zip(pattern, name, strict=False))
