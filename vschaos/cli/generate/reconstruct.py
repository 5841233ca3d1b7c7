"""`vschaos generate reconstruct`: send sounds through an instrument, file by file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.cli.generate.options import KEEP_INPUT
from vschaos.cli.generate.output import GenerateOutput
from vschaos.cli.generate.session import Session, check_apart, jitter_suffix
from vschaos.data.doctor.findings import counted, named
from vschaos.data.layout import AUDIO_SUFFIXES, find_files
from vschaos.errors import AudioFileError, VschaosError
from vschaos.instrument.rendering import Scatter, reconstruct

FOLDER = "reconstructions"


@dataclass(frozen=True)
class InputSound:
    """A sound file, and its path relative to the given folder, with ``/`` between folders."""

    path: Path
    relative: str


def generate(arguments: argparse.Namespace, output: GenerateOutput) -> int:
    """Reconstruct all files and report each; returns the exit code."""
    _check(arguments)
    session = Session(arguments)
    if arguments.dataset is None:
        session.warn_of_unknown_labels(output)
    folder = arguments.out / FOLDER
    sources = _find_sounds(arguments.files, folder, output)
    suffix = jitter_suffix(arguments.jitter) + session.suffix
    targets = _targets([source.relative for source in sources], folder, suffix)
    check_apart([source.path for source in sources], targets)
    jobs: list[tuple[InputSound, Path, AudioInfo]] = []
    for source, target in zip(sources, targets, strict=True):
        try:
            jobs.append((source, target, probe(source.path)))
        except AudioFileError as error:
            output.failed(str(source.path), error)
    total_s = sum(info.duration_s for _, _, info in jobs)
    known, axes = session.known_labels(), session.instrument.axes
    with output.progress(total_s) as advance:
        for index, (source, target, info) in enumerate(jobs):
            labels = known
            if arguments.dataset is not None:
                labels = session.labels_in(arguments.dataset, source.path, info.duration_s)
            pieces = reconstruct(
                session.core,
                blocks(source.path),
                info.sample_rate_hz,
                info.channels,
                labels,
                session.manner,
                session.out_rate_hz,
                Scatter(axes if arguments.sample_latent else None, arguments.jitter, (arguments.seed, index)),
            )
            try:
                output.wrote(session.write(target, pieces, info.channels, str(source.path), advance))
            except AudioFileError as error:
                output.failed(str(source.path), error)
    return output.done()


def _check(arguments: argparse.Namespace) -> None:
    if (arguments.jitter or arguments.sample_latent) and arguments.phase == KEEP_INPUT:
        raise VschaosError(
            "The phase of the input does not fit latent points that are moved.",
            "Remove --phase keep_input, or --jitter and --sample_latent.",
        )
    if arguments.dataset is not None and not arguments.dataset.expanduser().is_dir():
        raise VschaosError(f"There is no folder “{arguments.dataset}”.", "Set --dataset to the folder of a dataset.")


def _find_sounds(given: Sequence[Path], folder: Path, output: GenerateOutput) -> list[InputSound]:
    """The sounds in files and folders, without earlier results."""
    sources: list[InputSound] = []
    for path in given:
        path = path.expanduser()
        if not path.is_dir():
            sources.append(InputSound(path, path.name))
            continue
        try:
            found = find_files(path)
        except VschaosError as error:
            output.failed(str(path), error)
            continue
        result_files = [file for file in found if file.path.resolve().is_relative_to(folder.resolve())]
        others = [file for file in found if file not in result_files]
        sounds = [file for file in others if file.promises_sound or file.unreadable]
        if result_files:
            output.warn(f"Skipped {counted(len(result_files), 'earlier result')} in “{path}”.")
        if no_sounds := [file.relative for file in others if file not in sounds]:
            output.warn(f"Skipped {named(no_sounds)} in “{path}”: not a sound, by the name.")
        if not sounds:
            output.failed(str(path), VschaosError(f"There are no sounds in “{path}”.", "Choose another folder."))
        for file in sounds:
            if file.unreadable:
                output.failed(str(file.path), AudioFileError(f"“{file.relative}” cannot be read: {file.unreadable}."))
            else:
                sources.append(InputSound(file.path, file.relative))
    return sources


def _targets(names: Sequence[str], folder: Path, suffix: str) -> list[Path]:
    """An output path for each name; if two are equal, later ones get the original suffix, then a number."""
    used: set[str] = set()
    targets: list[Path] = []
    for name in names:
        path = Path(name)
        stem, old = (path.stem, path.suffix[1:]) if path.suffix.lower() in AUDIO_SUFFIXES else (path.name, "")
        stems = chain((stem, f"{stem}_{old}" if old else stem), (f"{stem}_{number}" for number in count(2)))
        candidates = (path.with_name(candidate + suffix) for candidate in stems)
        target = next(path for path in candidates if str(path).casefold() not in used)  # some disks ignore letter case
        used.add(str(target).casefold())
        targets.append(folder / target)
    return targets
