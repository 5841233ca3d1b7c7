"""`vschaos generate reconstruct`: sounds through an instrument, file by file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vschaos.audio import AudioInfo, blocks, probe
from vschaos.cli.generate_session import Session, check_apart
from vschaos.cli.generate_telling import Teller
from vschaos.data.layout import AUDIO_SUFFIXES, find_files
from vschaos.errors import AudioFileError, VschaosError
from vschaos.instrument.rendering import reconstruct

FOLDER = "reconstructions"


@dataclass(frozen=True)
class Source:
    """A sound to go through, and the name that it has below its folder, with ``/`` between folders."""

    path: Path
    relative: str


def generate(arguments: argparse.Namespace, teller: Teller) -> int:
    """Send all files through, telling of each; returns the exit code."""
    session = Session(arguments)
    session.tell_open_labels(teller)
    folder = arguments.out / FOLDER
    sources, failures = _sources(arguments.files, folder, teller)
    targets = _targets([source.relative for source in sources], folder, session.suffix)
    check_apart([source.path for source in sources], targets)
    jobs: list[tuple[Source, Path, AudioInfo]] = []
    for source, target in zip(sources, targets, strict=True):
        try:
            jobs.append((source, target, probe(source.path)))
        except AudioFileError as error:
            teller.failed(str(source.path), error)
            failures += 1
    total_s = sum(info.duration_s for _, _, info in jobs)
    instrument = session.streaming(total_s)
    labels = session.known_labels()
    written = 0
    with teller.progress(total_s) as advance:
        for source, target, info in jobs:
            pieces = reconstruct(
                instrument,
                blocks(source.path),
                info.sample_rate_hz,
                info.channels,
                labels,
                session.manner,
                session.out_rate_hz,
            )
            try:
                teller.wrote(session.write(target, pieces, info.channels, str(source.path), advance))
                written += 1
            except AudioFileError as error:
                teller.failed(str(source.path), error)
                failures += 1
    return teller.done(written, failures)


def _sources(given: Sequence[Path], folder: Path, teller: Teller) -> tuple[list[Source], int]:
    """All sounds of files and folders, and how many of what was given failed. Earlier results are left out."""
    sources: list[Source] = []
    failures = 0
    for path in given:
        path = path.expanduser()
        if not path.is_dir():
            sources.append(Source(path, path.name))
            continue
        try:
            found = find_files(path)
        except VschaosError as error:
            teller.failed(str(path), error)
            failures += 1
            continue
        result_files = [file for file in found if file.path.resolve().is_relative_to(folder.resolve())]
        others = [file for file in found if file not in result_files]
        sounds = [file for file in others if file.promises_sound or file.unreadable]
        _tell_left_out(path, len(result_files), [file.relative for file in others if file not in sounds], teller)
        if not sounds:
            teller.failed(str(path), VschaosError(f"There is no sound in “{path}”.", "Choose another folder."))
            failures += 1
        for file in sounds:
            if file.unreadable:
                teller.failed(str(file.path), AudioFileError(f"“{file.relative}” cannot be read: {file.unreadable}."))
                failures += 1
            else:
                sources.append(Source(file.path, file.relative))
    return sources, failures


def _tell_left_out(path: Path, earlier: int, no_sounds: Sequence[str], teller: Teller) -> None:
    if earlier:
        teller.warn(f"{earlier} earlier results in “{path}” are left out.")
    if no_sounds:
        more = f" and {len(no_sounds) - 1} others" if len(no_sounds) > 1 else ""
        teller.warn(f"“{no_sounds[0]}”{more} in “{path}” are left out: their names do not promise sound.")


def _targets(names: Sequence[str], folder: Path, suffix: str) -> list[Path]:
    """A place for each name; where two would be the same, later ones get the name's own suffix, then a number."""
    taken: set[str] = set()
    targets: list[Path] = []
    for name in names:
        path = Path(name)
        stem, old = (path.stem, path.suffix[1:]) if path.suffix.lower() in AUDIO_SUFFIXES else (path.name, "")
        candidates = [
            stem,
            f"{stem}_{old}" if old else stem,
            *(f"{stem}_{number}" for number in range(2, 3 + len(names))),
        ]
        target = next(
            candidate
            for candidate in (path.with_name(candidate + suffix) for candidate in candidates)
            if str(candidate).casefold() not in taken  # some file systems know no letter case
        )
        taken.add(str(target).casefold())
        targets.append(folder / target)
    return targets
