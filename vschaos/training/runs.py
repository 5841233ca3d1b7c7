"""A run's folder ``rundir/name/version_N/``: made, and what is in it. Torch-free."""

from __future__ import annotations

from pathlib import Path

import yaml

from vschaos.configs.schema import Config
from vschaos.errors import TrainingError
from vschaos.instrument.library import run_versions


def new_run(rundir: Path, config: Config) -> Path:
    """The next free ``version_N`` of ``rundir/name``, made now, with the resolved configuration inside."""
    training = rundir / config.name
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
        (run / "config.yaml").write_text(
            yaml.safe_dump(config.to_plain(), sort_keys=False, allow_unicode=True), encoding="utf-8"
        )
    except OSError as error:
        raise TrainingError(
            f"The run's folder “{training}” could not be made: {error.strerror or error}.",
            "Choose a rundir that you may write to, on a disk with free space.",
        ) from error
    return run
