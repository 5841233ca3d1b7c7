"""The exports that a project keeps, and what became of their files. Qt-free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from vschaos.export.patch_name import SUFFIX
from vschaos.instrument.library import BEST, LAST
from vschaos_studio.language import tr
from vschaos_studio.state.project import ProjectExport, Work
from vschaos_studio.state.training_runs import day_text

MOST_EXPORTS = 200
"""Older ones are forgotten."""


def module_of(export: ProjectExport) -> Path:
    """Where an export's module was written."""
    return export.folder / export.name / f"{export.name}{SUFFIX}"


def instrument_name(export: ProjectExport) -> str:
    """What its instrument is called: a training's by its folder, ``name/version_N/last.vschaos``, or by its file."""
    file = export.instrument
    return file.parent.parent.name if file.name in (LAST, BEST) else file.stem


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
            return tr("of “{instrument}” · was interrupted", instrument=instrument_name(export))
        return tr(
            "of “{instrument}” · is not there any more: it was moved, renamed or deleted",
            instrument=instrument_name(export),
        )
    return tr("of “{instrument}” · {day}", instrument=instrument_name(export), day=day_text(written, now))
