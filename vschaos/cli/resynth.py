"""Hear what a phase method does to a sound, without any model in between.

The sound is analysed, its phase is thrown away, and it is made again from its magnitudes alone, as an instrument
would make it. What comes out is as long as the input, in time with it, and as loud.

  gradient     phase that follows from how magnitudes change; what instruments use while they play
  random       no phase at all: the wash that magnitude-only synthesis is known for
  keep_input   the input's own phase: the sound itself, to check the transform by
  heap         as gradient, but knowing the whole sound, from its loudest parts outwards
  griffin_lim  random phase, made better step by step; --iterations says how often

The first three go through a file of any length while it is read. The last two need all of it in memory.

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
from vschaos.errors import AudioFileError, VschaosError
from vschaos.transforms.resynthesis import RUNNING, PhaseMethod, RunningResynthesis, whole_resynthesis

LONGEST_WHOLE_MIN = 10
SMALLEST_FFT, LARGEST_FFT = 64, 65_536
ITERATIONS = {PhaseMethod.HEAP: 0, PhaseMethod.GRIFFIN_LIM: 32}
"""Unless ``--iterations`` says otherwise."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    add = parser.add_argument
    add("source", type=Path, metavar="IN", help="a sound: wav, flac, aiff, ogg, mp3")
    add(
        "out",
        type=Path,
        metavar="OUT",
        help="a new file: .wav, .flac, .aiff (24 bit) or .ogg; an older one is replaced",
    )
    add(
        "--phase",
        choices=[method.value for method in PhaseMethod],
        default="gradient",
        help="see above; default: gradient",
    )
    add("--lookahead", type=int, choices=(0, 1), help="gradient: frames of the future it may know; default: 0")
    add(
        "--noise",
        type=float,
        metavar="0–1",
        help="gradient: how random phases are where the sound is no tone, as breath and rustle want it; default: 0",
    )
    add("--iterations", type=int, metavar="N", help="of Griffin-Lim; default: 32, after heap 0")
    add("--n-fft", type=int, default=2048, metavar="SAMPLES", help="length of a frame; default: 2048")
    add("--hop", type=int, default=512, metavar="SAMPLES", help="from frame to frame, a quarter of it at most; 512")


def run(arguments: argparse.Namespace) -> int:
    """Resynthesise a file, and say how it went."""
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
            raise AudioFileError(f"“{arguments.source.name}” holds no sound.", "Choose another file.")
    seconds, took_s = writer.frames / info.sample_rate_hz, time.monotonic() - started
    print(f"{arguments.out}: {seconds:.1f} s of sound with phase “{method}”, made in {took_s:.1f} s.")
    if peak > 1.0:
        over = f"“{arguments.out.name}” is clipped: it would peak {20 * math.log10(peak):.1f} dB over full scale."
        print(f"{over} Make the input quieter to hear it whole.", file=sys.stderr)
    return 0


def _check(arguments: argparse.Namespace, method: PhaseMethod) -> None:
    """Refuse values that cannot be, and tell of options that the method does not have."""
    n_fft, hop, noise = arguments.n_fft, arguments.hop, arguments.noise
    if not SMALLEST_FFT <= n_fft <= LARGEST_FFT or n_fft % 2:
        raise VschaosError(
            f"A frame cannot have {n_fft} samples.", f"Choose an even number from {SMALLEST_FFT} to {LARGEST_FFT}."
        )
    if hop < 1 or n_fft % hop or n_fft // hop < 4:
        quarter = f"{n_fft // 4}, for instance" if n_fft % 4 == 0 else "with a frame that 4 divides"
        raise VschaosError(
            f"A hop of {hop} samples does not fit frames of {n_fft}.",
            f"The frame must be at least 4 hops, and a whole number of them: {quarter}.",
        )
    if noise is not None and not 0.0 <= noise <= 1.0:
        raise VschaosError(f"Noise is from 0 to 1, not {noise:g}.", "Try --noise 0.5.")
    if arguments.iterations is not None and arguments.iterations < 0:
        raise VschaosError(f"There are no {arguments.iterations} iterations.", "Choose 0 or more.")
    for name, methods in (
        ("lookahead", [PhaseMethod.GRADIENT]),
        ("noise", [PhaseMethod.GRADIENT]),
        ("iterations", [*ITERATIONS]),
    ):
        if getattr(arguments, name) is not None and method not in methods:
            print(f"--{name} is ignored: it belongs to {' and '.join(methods)}.", file=sys.stderr)


def _running(arguments: argparse.Namespace, method: PhaseMethod, info: AudioInfo) -> Iterator[Audio]:
    """Pieces (C, n), each channel by itself, while the file is read."""
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
            f"“{arguments.source.name}” is {info.duration_s / 60:.0f} minutes long, and the phase “{method}” needs all "
            f"of it in memory: {LONGEST_WHOLE_MIN} minutes at most.",
            "Cut it, or use --phase gradient.",
        )
    audio, _ = read(arguments.source)
    if audio.shape[1]:
        options = {"n_fft": arguments.n_fft, "hop_samples": arguments.hop}
        iterations = ITERATIONS[method] if arguments.iterations is None else arguments.iterations
        yield np.stack([whole_resynthesis(samples, method, iterations=iterations, **options) for samples in audio])
