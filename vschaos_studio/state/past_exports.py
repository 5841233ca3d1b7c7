"""The exports that a project keeps, and what became of their files. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from vschaos.export.patch_name import SUFFIX
from vschaos_studio.language import tr
from vschaos_studio.state.project import ProjectExport, Work
from vschaos_studio.state.training_runs import day_text

MOST_EXPORTS = 200
"""Older ones are forgotten."""


def module_of(export: ProjectExport) -> Path:
    """Where an export's module was written."""
    return export.folder / export.name / f"{export.name}{SUFFIX}"


def with_export(exports: Iterable[ProjectExport], latest: ProjectExport) -> tuple[ProjectExport, ...]:
    """The exports with one more at their end, in place of one that was written to the same file."""
    others = [one for one in exports if module_of(one) != module_of(latest)]
    return (*others, latest)[-MOST_EXPORTS:]


def past_export_text(export: ProjectExport, now: datetime) -> str:
    """What became of its file, in a line: of which instrument, and when it was written."""
    try:
        written = module_of(export).stat().st_mtime
    except OSError:
        if export.work is not Work.ENDED:
            return tr("of “{instrument}” · was interrupted", instrument=export.instrument.stem)
        return tr(
            "of “{instrument}” · is not there any more: it was moved, renamed or deleted",
            instrument=export.instrument.stem,
        )
    return tr("of “{instrument}” · {day}", instrument=export.instrument.stem, day=day_text(written, now))
