"""Going on with a run: what it was, where it stands, and what is to be different from here on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException
from torch import Tensor

from vschaos.configs.schema import Config
from vschaos.errors import ConfigError, TrainingError
from vschaos.training import checkpoints
from vschaos.training.checkpoints import read_checkpoint
from vschaos.training.runs import read_record

CHANGEABLE = ("training.", "trainer.")
FIXED = ("training.seed",)
"""The seed decides which sounds are held out: with another one, it would be measured on what it learned from."""


@dataclass(frozen=True)
class Changes:
    """What is to be different when a training goes on.

    Attributes
    ----------
    steps
        So many more than were completed; 0: those of the run's plan.
    minutes
        So many more; 0: those of the run's course.
    root
        Where the sounds are now; empty: where they were.
    overrides
        Settings of ``training`` and ``trainer``, as ``training.patience=5``.
    best
        Go on from where the held-out error was lowest, not from where it was saved last.
    """

    steps: int = 0
    minutes: float = 0.0
    root: str = ""
    overrides: Sequence[str] = ()
    best: bool = False


@dataclass(frozen=True)
class Interrupted:
    """A run that goes on.

    Attributes
    ----------
    config
        Its configuration, with the changes.
    configuration
        The name of that.
    sounds
        Keys of the sounds that it began with, by name.
    checkpoint
        What it goes on from.
    weights
        The module's weights and statistics there.
    step
        Completed steps.
    minutes_left
        Those that new steps are to be laid out for; 0 where the number of steps is known.
    """

    config: Config
    configuration: str
    sounds: Mapping[str, str]
    checkpoint: Path
    weights: Mapping[str, Tensor]
    step: int
    minutes_left: float = 0.0


def interrupted(run: Path, changes: Changes) -> Interrupted:
    """Read where a run stands, and apply what is to be different.

    Raises
    ------
    TrainingError
        If it cannot go on, or has nothing left to do.
    ConfigError
        If the changes cannot be made.
    """
    record = read_record(run)
    path = run / checkpoints.FOLDER / (checkpoints.BEST if changes.best else checkpoints.LAST)
    checkpoint = read_checkpoint(path)
    step = int(checkpoint["global_step"])
    config = _changed(record.config, changes)
    if changes.steps and changes.minutes:
        raise ConfigError("Both steps and minutes are given.", "Give only one of them.")
    if changes.steps < 0 or changes.minutes < 0:
        raise ConfigError("A resumed training cannot be shorter.", "Give a number above 0.")
    if changes.steps:
        config = config.with_course(max_steps=step + changes.steps, minutes=0.0)
    if changes.minutes:
        config = config.with_course(minutes=_elapsed_s(checkpoint) / 60 + changes.minutes)
    elif step >= config.training.max_steps:
        raise TrainingError(
            f"“{run.parent.name}”, {run.name.replace('_', ' ')}, has completed all of its {step} steps.",
            "Extend it: --steps N adds N steps, --minutes M adds M minutes.",
        )
    weights: Mapping[str, Tensor] = checkpoint["state_dict"]
    return Interrupted(config, record.configuration, record.sounds, path, weights, step, changes.minutes)


def _changed(config: Config, changes: Changes) -> Config:
    names = [override.lstrip("+").partition("=")[0] for override in changes.overrides]
    for name in names:
        if not name.startswith(CHANGEABLE) or name in FIXED:
            raise ConfigError(
                f"{name} cannot be changed when a training is resumed.",
                "Settings of training and trainer can, except the seed. To change others, start a new training.",
            )
    try:
        settings = OmegaConf.from_dotlist([override.lstrip("+") for override in changes.overrides])
        # Names and paths stay outside: “${” in one is a text, and no reference to another setting.
        values = config.to_plain()
        changeable = {place.rstrip("."): values[place.rstrip(".")] for place in CHANGEABLE}
        changed = OmegaConf.to_container(OmegaConf.merge(OmegaConf.create(changeable), settings))
    except OmegaConfBaseException as error:
        reason = str(error).splitlines()[0]
        raise ConfigError(f"The overrides cannot be read: {reason}", "Write them as name.of.setting=value.") from error
    assert isinstance(changed, dict)
    values |= {str(place): item for place, item in changed.items()}
    if changes.root:
        values["data"]["dataset"]["root"] = changes.root
    return Config.from_plain(values)


def _elapsed_s(checkpoint: Mapping[str, Any]) -> float:
    return float(checkpoint.get("callbacks", {}).get("EndInTime", {}).get("elapsed_s", 0.0))
