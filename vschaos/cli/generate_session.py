"""What all of `vschaos generate` needs: the instrument, told its labels, and the writing of sounds and paths."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from vschaos.audio import MAX_SAMPLE_RATE_HZ, MIN_SAMPLE_RATE_HZ, Audio, AudioWriter
from vschaos.cli.generate import KEEP_INPUT as KEEP_INPUT_NAME
from vschaos.cli.generate_telling import Teller, Written
from vschaos.cli.play_request import label_touches
from vschaos.errors import AudioFileError, VschaosError
from vschaos.files import replacing
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.card import LabelCard
from vschaos.instrument.library import find_instrument
from vschaos.instrument.rendering import Manner, scripted
from vschaos.instrument.streaming import KEEP_INPUT, StreamingInstrument
from vschaos.latent.trajectories import Array, LatentPath
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import PHASE_MODES

LONGEST_S = 3600.0
LOWEST_GAIN_DB, HIGHEST_GAIN_DB = -60.0, 12.0


class Session:
    """An instrument and the manner in which it shall sound, as a command line asks for them.

    Parameters
    ----------
    arguments
        Those that all of `vschaos generate` share.

    Attributes
    ----------
    instrument
        What was read from the file.
    manner
        Phase and breath.
    out_rate_hz
        Sample rate of what is written.
    hop_s
        How long a latent point sounds.
    labels
        Values by name, as far as they were given.

    Raises
    ------
    VschaosError
        If there is no such instrument, or a value is impossible.
    """

    def __init__(self, arguments: argparse.Namespace) -> None:
        _check(arguments)
        self.instrument = read_instrument(find_instrument(arguments.source, arguments.version, arguments.checkpoint))
        card = self.instrument.card
        self._streaming = streaming_instrument(self.instrument, arguments.lookahead)
        modes = dict(zip(PHASE_MODES, range(len(PHASE_MODES)), strict=True)) | {KEEP_INPUT_NAME: KEEP_INPUT}
        self.manner = Manner(modes[arguments.phase], arguments.noise)
        self.out_rate_hz = arguments.sr or card.sample_rate_hz
        self.hop_s = card.hop_samples / card.sample_rate_hz
        self.labels = given_labels(arguments.meta, card.labels)
        self._gain = np.float32(10.0 ** (arguments.gain / 20.0))
        self.suffix = f".{arguments.format}"

    def streaming(self, seconds: float) -> StreamingInstrument:
        """The module that sounds, made fast where it is for more than a few seconds."""
        return scripted(self._streaming, seconds)

    def known_labels(self) -> Array:
        """The labels that were given, NaN for all others, shape (K,)."""
        return self._labels({})

    def played_labels(self) -> Array:
        """The labels that were given, and for others of the decoder what is common, as `vschaos play` has it; (K,)."""
        return self._labels({label.name: label.default for label in self.instrument.card.playable.labels})

    def tell_open_labels(self, teller: Teller) -> None:
        """Warn of labels that are neither given nor found out from the sound that goes through."""
        for label in self.instrument.card.labels:
            if label.conditions and not label.predicted and label.name not in self.labels:
                teller.warn(
                    f"This instrument does not find the label “{label.name}” out: it takes the average of all values.",
                    f"Give one, as in --meta {label.name} {label.default:g}",
                )

    def _labels(self, otherwise: dict[str, float]) -> Array:
        values = otherwise | self.labels
        return np.array([values.get(label.name, math.nan) for label in self.instrument.card.labels], np.float32)

    def write(
        self, path: Path, pieces: Iterable[Audio], channels: int, origin: str, advance: Callable[[float], None]
    ) -> Written:
        """Write a sound; ``advance`` is told of each piece's seconds.

        Raises
        ------
        AudioFileError
            If it cannot be written, or holds nothing; nothing is left behind.
        """
        peak = 0.0
        with AudioWriter(path, sample_rate_hz=self.out_rate_hz, channels=channels) as writer:
            for piece in pieces:
                loud = piece * self._gain
                peak = max(peak, float(np.abs(loud).max(initial=0.0)))
                writer.write(np.clip(loud, -1.0, 1.0))
                advance(piece.shape[1] / self.out_rate_hz)
            if not writer.frames:
                raise AudioFileError(f"“{Path(origin).name}” holds no sound.", "Choose another file.")
        peak_db = 20 * math.log10(peak) if peak > 0 else None
        return Written(str(path), origin, writer.frames / self.out_rate_hz, self.out_rate_hz, channels, peak_db)

    def write_path(self, path: Path, latent: LatentPath) -> None:
        """Write a latent path as CSV: time in seconds, coordinates, labels (empty where one is open).

        Raises
        ------
        VschaosError
            If it cannot be written; nothing is left behind.
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
    """What ``--meta pitch 3 octave 4`` says, by name.

    Raises
    ------
    VschaosError
        If the instrument is not told such a label, or has not learned such a value.
    """
    told = tuple(
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
    values: dict[str, float] = {}
    labels = {label.name: label for label in told}
    for touch in label_touches(meta, Playable(1, told)):
        name, value = touch.control.removeprefix("label."), touch.values[0]
        label = labels[name]
        span = f"{label.low:g} to {label.high:g}"
        if label.classes:
            span += f" ({', '.join(label.classes)})"
        if not label.low <= value <= label.high:  # also for what is not a number
            raise VschaosError(f"{value:g} is no value of the label “{name}”.", f"This instrument has learned {span}.")
        if label.whole and value != round(value):
            raise VschaosError(f"{value:g} is no class of the label “{name}”.", f"Classes are whole numbers, {span}.")
        values[name] = value
    return values


def check_apart(originals: Iterable[Path], targets: Iterable[Path]) -> None:
    """Refuse results that would take the place of a sound that they are made from."""
    real = {path.resolve() for path in originals}
    for target in targets:
        if target.resolve() in real:
            raise VschaosError(
                f"“{target}” would replace a sound that is to be read.", "Choose another folder for --out."
            )


def check_length(seconds: float) -> None:
    """Refuse lengths that are none, or longer than an hour."""
    if not (math.isfinite(seconds) and seconds > 0):
        raise VschaosError(f"{seconds:g} is no length of time.", "Give --seconds a number above 0.")
    if seconds > LONGEST_S:
        raise VschaosError(f"{seconds:.0f} seconds are too long for one file.", "Make an hour at most.")


def _check(arguments: argparse.Namespace) -> None:
    if not 0.0 <= arguments.noise <= 1.0:
        raise VschaosError(f"Noise is from 0 to 1, not {arguments.noise:g}.", "Try --noise 0.5.")
    if not LOWEST_GAIN_DB <= arguments.gain <= HIGHEST_GAIN_DB:
        raise VschaosError(f"The gain is from −60 to 12 dB, not {arguments.gain:g}.", "Try --gain -6.")
    if arguments.sr is not None and not MIN_SAMPLE_RATE_HZ <= arguments.sr <= MAX_SAMPLE_RATE_HZ:
        raise VschaosError(
            f"{arguments.sr} Hz is no sample rate for a sound file.",
            f"Choose one from {MIN_SAMPLE_RATE_HZ} to {MAX_SAMPLE_RATE_HZ}, 44100 or 48000 for instance.",
        )
