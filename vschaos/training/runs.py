"""A run's folder ``rundir/name/version_N/``: made, found again, and kept from two trainings at once. Torch-free.

::

    config.yaml                the resolved configuration; steps and batch as they came to be
    run.json                   which configuration it was made of, and which sounds by their content
    checkpoints/last.ckpt      what a training goes on from; best.ckpt: the lowest held-out error
    last.vschaos  best.vschaos the instruments of both
    logs/  previews/           curves, and sounds to hear how far it is
    lock                       held by the system as long as a training works here, also if that is killed
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vschaos.configs.schema import Config
from vschaos.errors import ConfigError, TrainingError
from vschaos.files import read_file, write_file
from vschaos.instrument.library import run_versions
from vschaos.untrusted import format_json, parse_json, parse_yaml

FORMAT = 1
"""Raised when a change makes older runs impossible to go on with."""

CONFIG, RECORD, LOCK = "config.yaml", "run.json", "lock"
LARGEST_CONFIG_BYTES = 128 << 10
LARGEST_BYTES = 256 << 20
"""Of a record: a hundred bytes a sound, for more than a million sounds."""


@dataclass(frozen=True)
class Record:
    """How a run was made.

    Attributes
    ----------
    config
        The resolved configuration.
    configuration
        Its name.
    sounds
        The keys of the sounds' content, by their names.
    """

    config: Config
    configuration: str
    sounds: Mapping[str, str]


def new_run(rundir: Path, record: Record) -> Path:
    """The next free ``version_N`` of ``rundir/name``, made now, with what a resumed training needs to know.

    Raises
    ------
    TrainingError
        If it cannot be made.
    """
    training = rundir / record.config.name
    try:
        training.mkdir(parents=True, exist_ok=True)
        number = max(run_versions(training), default=-1) + 1
        while True:
            run = training / f"version_{number}"
            try:
                run.mkdir()
                break
            except FileExistsError:
                number += 1
        write_record(run, record)
    except OSError as error:
        raise TrainingError(
            f"The run's folder “{training}” cannot be created: {error.strerror or error}.",
            "Choose a rundir where you have write permission, on a disk with free space.",
        ) from error
    return run


def write_record(run: Path, record: Record) -> None:
    """Write what a resumed training needs to know, each file at once.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    facts = {"format": FORMAT, "configuration": record.configuration, "sounds": dict(record.sounds)}
    texts = {
        CONFIG: yaml.safe_dump(record.config.to_plain(), sort_keys=False, allow_unicode=True),
        RECORD: format_json(facts, indent=1),
    }
    for name, text in texts.items():
        write_file(run / name, text.encode())


def read_record(run: Path) -> Record:
    """Read what :func:`write_record` wrote.

    Raises
    ------
    TrainingError
        If the folder is no run, or one of another version of this program.
    """
    other = TrainingError(
        f"“{run}” was made by another version of this program, and cannot be resumed.",
        "Its instruments can still be played and exported. Start a new training.",
    )
    try:
        values = parse_yaml(read_file(run / CONFIG, LARGEST_CONFIG_BYTES))
        facts: dict[str, Any] = parse_json(read_file(run / RECORD, LARGEST_BYTES))
        if facts["format"] != FORMAT:
            raise other
        return Record(Config.from_plain(values), str(facts["configuration"]), dict(facts["sounds"]))
    except FileNotFoundError as error:
        if (run / CONFIG).exists():
            raise other from error
        raise TrainingError(
            f"“{run}” is not the folder of a training.", "Give a run: rundir/name/version_0."
        ) from error
    except OSError as error:
        raise TrainingError(f"“{run}” cannot be read: {error.strerror or error}.", "Check its permissions.") from error
    except (ValueError, KeyError, TypeError, ConfigError) as error:
        raise other from error


def find_run(path: Path, version: int | None = None) -> Path:
    """The run meant by a path that a user gave.

    Parameters
    ----------
    path
        A training's folder ``rundir/name``, one of its ``version_N`` folders, or a file in one.
    version
        Which version of a training; the newest by default.

    Raises
    ------
    TrainingError
        If there is none.
    """
    path = path.expanduser()
    if not path.exists():
        raise TrainingError(f"There is nothing at “{path}”.", "Give the folder of a training: rundir/name.")
    if path.is_file():
        path = path.parent
    if (path / CONFIG).exists() and version is None:
        return path
    versions = run_versions(path.parent if path.name.startswith("version_") else path)
    if not versions:
        raise TrainingError(f"“{path}” is not the folder of a training.", "Give the folder of a training: rundir/name.")
    if version is None:
        return versions[max(versions)]
    if version not in versions:
        known = ", ".join(map(str, versions))
        raise TrainingError(f"“{path}” has no version {version}.", f"It has these: {known}.")
    return versions[version]


@contextmanager
def locked(run: Path) -> Iterator[None]:
    """Keep every other training off a run; the system lets go of it when this process ends, however it ends.

    Raises
    ------
    TrainingError
        If another process is at work there.
    """
    from filelock import FileLock, Timeout  # takes as long to import as all else here

    lock = FileLock(run / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise TrainingError(
            f"Another program is training “{run}” now.", "Stop that training, or wait until it ends."
        ) from error
    except OSError as error:
        raise TrainingError(
            f"The run's folder “{run}” cannot be written: {error.strerror or error}.", "Check its permissions."
        ) from error
    try:
        yield
    finally:
        lock.release()


def changed_sounds(before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Text of what has changed in a dataset's sounds; empty if nothing has."""
    groups = (
        ("new", sorted(now.keys() - before.keys())),
        ("gone", sorted(before.keys() - now.keys())),
        ("of other content", sorted(name for name in before.keys() & now.keys() if before[name] != now[name])),
    )
    return "; ".join(f"{_listed(names)} {'is' if len(names) == 1 else 'are'} {what}" for what, names in groups if names)


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:3])
    return f"{shown} and {len(names) - 3} others" if len(names) > 3 else shown
