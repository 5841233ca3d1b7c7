"""Hear the effect of a phase method on a sound, without a model.

The sound is analysed, its phase is removed, and it is synthesised again from its magnitudes, as an instrument does it.
The result has the length, timing and level of the input.

  gradient     phase from the changes of the magnitudes; instruments use this while they play
  random       random phase: the diffuse sound of magnitude-only synthesis
  keep_input   phase of the input: the same sound, to check the transform
  heap         as gradient, but uses the whole sound, from its loudest parts outwards
  griffin_lim  random phase, improved step by step; see --iterations

The first three process files of any length. The last two load the whole file into memory.

  vschaos resynth cello.wav out.wav --phase gradient
  vschaos resynth voice.wav out.flac --phase gradient --lookahead 1 --noise 0.5
  vschaos resynth cello.wav best.wav --phase heap --iterations 32
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from vschaos.audio import Audio, AudioInfo, AudioWriter, blocks, probe, read
from vschaos.cli.option_limits import check_options
from vschaos.configs.records import Limits
from vschaos.errors import AudioFileError, VschaosError
from vschaos.transforms.resynthesis import RUNNING, PhaseMethod, RunningResynthesis, whole_resynthesis

LONGEST_WHOLE_MIN = 10
LIMITS = {"n_fft": Limits(64, 65_536), "noise": Limits(0, 1), "iterations": Limits(0, math.inf)}
ITERATIONS = {PhaseMethod.HEAP: 0, PhaseMethod.GRIFFIN_LIM: 32}
"""Defaults of ``--iterations``."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    add = parser.add_argument
    add("source", type=Path, metavar="IN", help="sound file: wav, flac, aiff, ogg, mp3")
    add(
        "out",
        type=Path,
        metavar="OUT",
        help="new file: .wav, .flac, .aiff (24 bit) or .ogg; an existing file is replaced",
    )
    add(
        "--phase",
        choices=[method.value for method in PhaseMethod],
        default="gradient",
        help="phase method, see above; default: gradient",
    )
    add("--lookahead", type=int, choices=(0, 1), help="frames of look-ahead, for gradient; default: 0")
    add(
        "--noise",
        type=float,
        metavar="0–1",
        help="randomness of the phase in noisy parts of the sound, for gradient; default: 0",
    )
    add("--iterations", type=int, metavar="N", help="Griffin-Lim iterations; default: 32 for griffin_lim, 0 for heap")
    add("--n-fft", type=int, default=2048, metavar="SAMPLES", help="frame length; default: 2048")
    add(
        "--hop",
        type=int,
        default=512,
        metavar="SAMPLES",
        help="frame distance, at most 1/4 of --n-fft; default: 512",
    )


def run(arguments: argparse.Namespace) -> int:
    """Resynthesise a file and report the result."""
    method = PhaseMethod(arguments.phase)
    _check(arguments, method)
    info = probe(arguments.source)
    started = time.monotonic()
    pieces = _running(arguments, method, info) if method in RUNNING else _whole(arguments, method, info)
    peak = 0.0
    with AudioWriter(arguments.out, sample_rate_hz=info.sample_rate_hz, channels=info.channels) as writer:
        for piece in pieces:
            peak = max(peak, float(np.abs(piece).max(initial=0.0)))
            writer.write(piece)
        if not writer.frames:
            raise AudioFileError(f"“{arguments.source.name}” is empty.", "Choose another file.")
    seconds, took_s = writer.frames / info.sample_rate_hz, time.monotonic() - started
    print(f"{arguments.out}: {seconds:.1f} s with phase “{method}”, computed in {took_s:.1f} s.")
    if peak > 1.0:
        over_db = 20 * math.log10(peak)
        sentence = f"“{arguments.out.name}” is clipped: its peak is {over_db:.1f} dB over full scale."
        print(f"{sentence} Lower the level of the input.", file=sys.stderr)
    return 0


def _check(arguments: argparse.Namespace, method: PhaseMethod) -> None:
    """Refuse impossible values, and warn of options that the method does not use."""
    check_options(arguments, LIMITS)
    n_fft, hop = arguments.n_fft, arguments.hop
    if n_fft % 2:
        raise VschaosError(f"--n-fft is {n_fft}; it must be an even number.", "Try --n-fft 2048.")
    if hop < 1 or n_fft % hop or n_fft // hop < 4:
        raise VschaosError(
            f"--hop is {hop}; it does not fit --n-fft {n_fft}.",
            "Choose 1/4 of --n-fft, or 1/8, 1/16 and so on.",
        )
    for name, methods in (
        ("lookahead", [PhaseMethod.GRADIENT]),
        ("noise", [PhaseMethod.GRADIENT]),
        ("iterations", [*ITERATIONS]),
    ):
        if getattr(arguments, name) is not None and method not in methods:
            print(f"--{name} is ignored: it is an option of {' and '.join(methods)}.", file=sys.stderr)


def _running(arguments: argparse.Namespace, method: PhaseMethod, info: AudioInfo) -> Iterator[Audio]:
    """Pieces (C, n), each channel separately, while the file is read."""
    channels = [
        RunningResynthesis(
            method,
            n_fft=arguments.n_fft,
            hop_samples=arguments.hop,
            lookahead=arguments.lookahead or 0,
            noise=arguments.noise or 0.0,
        )
        for _ in range(info.channels)
    ]
    for block in blocks(arguments.source):
        yield np.stack([channel.push(samples) for channel, samples in zip(channels, block, strict=True)])
    yield np.stack([channel.finish() for channel in channels])


def _whole(arguments: argparse.Namespace, method: PhaseMethod, info: AudioInfo) -> Iterator[Audio]:
    """The whole sound (C, T) as one piece."""
    if info.duration_s > 60 * LONGEST_WHOLE_MIN:
        raise VschaosError(
            f"“{arguments.source.name}” is {info.duration_s / 60:.0f} minutes long; phase “{method}” loads the whole "
            f"file into memory and is limited to {LONGEST_WHOLE_MIN} minutes.",
            "Use a shorter file, or --phase gradient.",
        )
    audio, _ = read(arguments.source)
    if audio.shape[1]:
        options = {"n_fft": arguments.n_fft, "hop_samples": arguments.hop}
        iterations = ITERATIONS[method] if arguments.iterations is None else arguments.iterations
        yield np.stack([whole_resynthesis(samples, method, iterations=iterations, **options) for samples in audio])
