"""Shared by all parts of `vschaos generate`: the instrument with its labels, and the writing of sounds and paths."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from vschaos.audio import Audio, AudioWriter
from vschaos.cli.generate.options import KEEP_INPUT as KEEP_INPUT_NAME
from vschaos.cli.generate.options import LONGEST_S
from vschaos.cli.generate.output import GenerateOutput, Written
from vschaos.cli.play_request import label_touches
from vschaos.data.labels.files import Wanted, read_labels, task_names
from vschaos.errors import AudioFileError, VschaosError
from vschaos.files import replacing
from vschaos.instrument.card import LabelCard
from vschaos.instrument.library import find_instrument
from vschaos.instrument.opening import open_core, read_to_play
from vschaos.instrument.rendering import KEEP_INPUT, Manner
from vschaos.latent.trajectories import Array, LatentPath
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import PHASE_MODES


class Session:
    """An instrument and how it is played, from the options of the command line.

    Parameters
    ----------
    arguments
        The options that all parts of `vschaos generate` share.

    Attributes
    ----------
    instrument
        The instrument.
    core
        The same in the memory of the core, which makes it sound.
    manner
        Phase, noise and look-ahead.
    out_rate_hz
        Sample rate of the files.
    hop_s
        Duration of a latent point in seconds.
    labels
        The values that were set, by name.

    Raises
    ------
    VschaosError
        If the instrument does not exist, or a value is out of range.
    """

    def __init__(self, arguments: argparse.Namespace) -> None:
        path = find_instrument(arguments.source, arguments.version, arguments.checkpoint)
        self.instrument = read_to_play(path)
        self.core = open_core(self.instrument)
        card = self.instrument.card
        modes = dict(zip(PHASE_MODES, range(len(PHASE_MODES)), strict=True)) | {KEEP_INPUT_NAME: KEEP_INPUT}
        self.manner = Manner(modes[arguments.phase], arguments.noise, arguments.lookahead)
        self.out_rate_hz = arguments.sr or card.sample_rate_hz
        self.hop_s = card.hop_samples / card.sample_rate_hz
        self.labels = given_labels(arguments.meta, card.labels)
        self._gain = np.float32(10.0 ** (arguments.gain / 20.0))
        self.suffix = f".{arguments.format}"

    def labels_in(self, dataset: Path, sound: Path, seconds: float) -> Array:
        """Labels of a sound from its dataset, and from --meta for all sounds: (K, T) for T hops, NaN for unknown.

        Raises
        ------
        VschaosError
            If the dataset's labels cannot be read.
        """
        cards, root = self.instrument.card.labels, dataset.expanduser().resolve()
        times_s = self.hop_s * np.arange(max(1, math.ceil(seconds / self.hop_s)), dtype=np.float64)
        found = np.repeat(self.known_labels()[:, None], len(times_s), axis=1)
        names = [card.name for card in cards if card.name in task_names(root) and card.name not in self.labels]
        if not sound.resolve().is_relative_to(root) or not names:
            return found
        relative = sound.resolve().relative_to(root).as_posix()
        labels, _ = read_labels(root, [Wanted(name) for name in names], [relative])
        for task, row in zip(labels.tasks, labels.at(relative, times_s).T, strict=True):
            found[[card.name for card in cards].index(task.name)] = row
        return found

    def known_labels(self) -> Array:
        """The labels that were set, NaN for the others, shape (K,)."""
        return self._labels({})

    def played_labels(self) -> Array:
        """The labels that were set, and the defaults of the decoder's others, as in `vschaos play`, shape (K,)."""
        return self._labels({label.name: label.default for label in self.instrument.card.playable.labels})

    def warn_of_unknown_labels(self, output: GenerateOutput) -> None:
        """Warn of labels that are neither set nor predicted."""
        for label in self.instrument.card.labels:
            if label.conditions and not label.predicted and label.name not in self.labels:
                output.warn(
                    f"The label “{label.name}” is unknown and not predicted: the average of all values is used.",
                    f"Set it, for example with --meta {label.name} {label.default:g}.",
                )

    def _labels(self, otherwise: dict[str, float]) -> Array:
        values = otherwise | self.labels
        return np.array([values.get(label.name, math.nan) for label in self.instrument.card.labels], np.float32)

    def write(
        self, path: Path, pieces: Iterable[Audio], channels: int, origin: str, advance: Callable[[float], None]
    ) -> Written:
        """Write a sound; calls ``advance`` with the seconds of each piece.

        Raises
        ------
        AudioFileError
            If it cannot be written, or is empty; no file is left.
        """
        peak = 0.0
        with AudioWriter(path, sample_rate_hz=self.out_rate_hz, channels=channels) as writer:
            for piece in pieces:
                loud = piece * self._gain
                peak = max(peak, float(np.abs(loud).max(initial=0.0)))
                writer.write(np.clip(loud, -1.0, 1.0))
                advance(piece.shape[1] / self.out_rate_hz)
            if not writer.frames:
                raise AudioFileError(f"“{Path(origin).name}” is empty.", "Choose another file.")
        peak_db = 20 * math.log10(peak) if peak > 0 else None
        return Written(str(path), origin, writer.frames / self.out_rate_hz, self.out_rate_hz, channels, peak_db)

    def write_path(self, path: Path, latent: LatentPath) -> None:
        """Write a latent path as CSV: time in seconds, coordinates, labels (empty if unknown).

        Raises
        ------
        VschaosError
            If it cannot be written; no file is left.
        """
        axes = [f"z{axis + 1}" for axis in range(latent.coordinates.shape[1])]
        names = [label.name for label in self.instrument.card.labels]
        try:
            with replacing(path) as file:
                file.write((",".join(["time_s", *axes, *names]) + "\n").encode())
                for index, (point, labels) in enumerate(zip(latent.coordinates, latent.labels, strict=True)):
                    values = [f"{index * self.hop_s:.6f}", *(f"{value:.6f}" for value in point)]
                    values += ["" if math.isnan(value) else f"{value:g}" for value in labels]
                    file.write((",".join(values) + "\n").encode())
        except OSError as error:
            raise VschaosError(
                f"“{path.name}” could not be saved in “{path.parent}”: {error.strerror or error}.",
                "Choose another folder.",
            ) from error


def given_labels(meta: Sequence[str], cards: Sequence[LabelCard]) -> dict[str, float]:
    """The values of ``--meta pitch 3 octave 4``, by name.

    Raises
    ------
    VschaosError
        If the label does not condition this instrument, or has no such value.
    """
    labels = tuple(
        Label(
            name=card.name,
            low=card.low,
            high=card.high,
            default=card.default,
            whole=card.kind == "int",
            classes=card.classes[round(card.low) : round(card.high) + 1],
        )
        for card in cards
        if card.conditions
    )
    touches = label_touches(meta, Playable(1, labels))
    return {touch.control.removeprefix("label."): touch.values[0] for touch in touches}


def check_apart(originals: Iterable[Path], targets: Iterable[Path]) -> None:
    """Refuse to replace a sound by its own result."""
    real = {path.resolve() for path in originals}
    for target in targets:
        if target.resolve() in real:
            raise VschaosError(f"“{target}” would replace one of the input sounds.", "Choose another folder for --out.")


def jitter_suffix(jitter: float) -> str:
    """The part of a file name for it."""
    return f"_jitter={jitter:g}" if jitter else ""


def check_length(seconds: float) -> None:
    """Refuse results of more than an hour."""
    if seconds > LONGEST_S:
        raise VschaosError(f"{seconds:.0f} seconds are too long for one file.", "An hour is the longest.")
