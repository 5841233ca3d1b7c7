"""What the window asks of a trainer: a new training or the continuation of one, as the verbs' arguments. Qt-free."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vschaos.configs.schema import Mix
from vschaos.data.pitch import notes
from vschaos_studio.language import tr

PATIENCE = 6
"""Validations without improvement after which a training stops, if it may stop early."""


@dataclass(frozen=True)
class Size:
    """A configuration as the user sees it.

    Attributes
    ----------
    configuration
        Its name.
    title, time, description
        For the user.
    minutes
        Times that suit it, to choose from.
    labels
        The labels that it conditions and predicts by itself; it needs some sounds with them.
    """

    configuration: str
    title: str
    time: str
    description: str
    minutes: tuple[int, ...]
    labels: tuple[str, ...] = ()


SIZES = (
    Size(
        "dgt_small",
        tr("Sketch"),
        tr("a few minutes"),
        tr("Hear quickly whether these sounds make an instrument. Uses less processor time when played."),
        (2, 5, 10, 20),
    ),
    Size(
        "dgt_mid",
        tr("Full"),
        tr("30\u00a0min or more"),
        tr("Closer to the sounds, with finer detail. For an instrument that you keep."),
        (15, 30, 60, 120),
    ),
    Size(
        "dgt_large",
        tr("Long windows"),
        tr("about 1\u00a0h"),
        tr("For low and dense sounds, partial by partial. Soft attacks, and more latency."),
        (30, 60, 120, 240),
    ),
    Size(
        "dgt_pitch_prediction",
        tr("Keyboard"),
        tr("30\u00a0min"),
        tr("A keyboard chooses the note, the pad the colour. For sounds of which at least some have pitch and octave."),
        (15, 30, 60, 120),
        (notes.PITCH.name, notes.OCTAVE.name),
    ),
    Size(
        "dgt_tight",
        tr("Tight"),
        tr("30\u00a0min or more"),
        tr("Half the latency, with sharp attacks. Low and dense sounds are rough."),
        (15, 30, 60, 120),
    ),
)


class Request(Protocol):
    """A job for a trainer."""

    @property
    def name(self) -> str:
        """Name of the instrument."""
        ...

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options."""
        ...


@dataclass(frozen=True)
class TrainingRequest:
    """What to train on, how, and where to save it.

    Attributes
    ----------
    name
        Name of the instrument and of its folder; see :func:`sanitized_name`.
    configuration
        Name of a configuration, such as ``dgt_small``.
    root
        Folder of sounds.
    rundir
        Folder that holds all trainings; this one goes to ``rundir/name/version_N``.
    overrides
        Changes of the configuration in Hydra's grammar; see `vschaos_studio.state.training_labels`.
    minutes
        How long it may take; 0: the configuration's steps.
    patient
        False: it stops by itself once the held-out error has not fallen for a while.
    mix
        The channels to train on.
    start_from
        The instrument as which it begins; None: it begins at random.
    """

    name: str
    configuration: str
    root: Path
    rundir: Path
    overrides: tuple[str, ...] = ()
    minutes: int = 0
    patient: bool = True
    mix: Mix = Mix.AUTO
    start_from: Path | None = None

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options.

        Paths and the name go as plain options, ``--root=PATH``: written as Hydra overrides, a comma, brace, quote or
        equals sign in a folder's name would be read as grammar.
        """
        course = () if not self.minutes else (f"training.minutes={self.minutes}",)
        if not self.patient:
            course += (f"training.patience={PATIENCE}",)
        if self.mix is not Mix.AUTO:
            course += (f"data.dataset.mix={self.mix.value}",)
        start = () if self.start_from is None else (f"--from={self.start_from}",)
        return (
            "train",
            *self.overrides,
            *course,
            *start,
            f"--config-name={self.configuration}",
            f"--root={self.root}",
            f"--name={self.name}",
            f"--rundir={self.rundir}",
            "--events",
            "--background",
        )


@dataclass(frozen=True)
class ResumeRequest:
    """Continues a training from where it ended.

    Attributes
    ----------
    name
        Name of the instrument.
    folder, version
        The training's folder ``rundir/name``, and which of its versions.
    minutes
        How much longer it may take; 0: its remaining steps.
    """

    name: str
    folder: Path
    version: int
    minutes: int = 0

    @property
    def run(self) -> Path:
        """The run's folder."""
        return self.folder / f"version_{self.version}"

    def arguments(self) -> tuple[str, ...]:
        """The verb and its options."""
        course = () if not self.minutes else (f"--minutes={self.minutes}",)
        where = ("-m", str(self.folder), "-v", str(self.version))
        return ("train", "resume", *where, "--events", "--background", *course)


MAX_NAME = 60
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10))})


def sanitized_name(text: str) -> str:
    """A name that is a valid file name on every system, close to ``text``; empty if nothing of it is left.

    Letters of all languages stay; what Windows, macOS or a shell refuses becomes a space, and names of Windows
    devices get an underscore.
    """
    name = unicodedata.normalize("NFC", text)
    name = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in name)
    name = re.sub(r"\s+", " ", _UNSAFE.sub(" ", name)).strip(" .-")
    name = name[:MAX_NAME].rstrip(" .")
    return f"_{name}" if name.split(".")[0].lower() in _DEVICES else name
