"""Removes, at the start of the program, what processes that died left half-written in the folders that it knows."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import platformdirs

from vschaos.errors import VschaosError
from vschaos.leftovers import sweep
from vschaos_studio.services.recordings import recordings_folder
from vschaos_studio.services.tasks import TaskContext, TaskRunner
from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import DATASET_FOLDER, INSTRUMENT, PROJECT, RECORDINGS_FOLDER, RUNS_FOLDER

log = logging.getLogger(__name__)

RUN_DEPTH = 4
"""Folders below the one of trainings: the training's, its version's, its checkpoints'."""

LABEL_DEPTH = 2
"""Folders below a dataset's: ``metadata`` and one for each task."""


def known_folders(settings: Settings, projects: Path) -> list[tuple[Path, int]]:
    """Where the program writes, as far as its settings say, and how many levels below."""
    folders = [
        (settings.path.parent, 0),
        (projects, 0),
        (recordings_folder(settings.get(RECORDINGS_FOLDER)), 0),
        (platformdirs.user_documents_path() / "vschaos studio", RUN_DEPTH),
    ]
    chosen = ((RUNS_FOLDER, RUN_DEPTH), (DATASET_FOLDER, LABEL_DEPTH))
    folders += [(Path(settings.get(one)), depth) for one, depth in chosen if settings.get(one)]
    folders += [(Path(settings.get(one)).parent, 0) for one in (INSTRUMENT, PROJECT) if settings.get(one)]
    return folders


def sweep_leftovers(tasks: TaskRunner, settings: Settings, projects: Path) -> None:
    """Look through the known folders, beside the window."""
    folders = known_folders(settings, projects)

    def work(context: TaskContext) -> list[Path]:
        removed: list[Path] = []
        for folder, depth in folders:
            if not context.cancelled():
                removed += sweep(folder, time.time(), depth)
        return removed

    tasks.run_task(work, _log, _ignore)


def _log(removed: list[Path]) -> None:
    for path in removed:
        log.info("removed the half-written “%s” of a process that had died", path)


def _ignore(error: VschaosError) -> None:
    log.warning("half-written files could not be looked for: %s", error.sentence)
