"""The dataset doctor: what is the matter with a folder of sounds and its labels, in sentences.

Torch-free and without decoding anything: it judges what the scan has found out. Any thread or process may use it.
The checks are in `doctor_sounds`, `doctor_duplicates` and `doctor_labels`; this module puts them together, leaves out
what the user has seen and does not mind, and remembers that in the dataset's folder.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from vschaos.data.doctor.duplicates import duplicate_suspicions
from vschaos.data.doctor.findings import Diagnosis, Finding, Forecast, Severity
from vschaos.data.doctor.labels import label_suspicions
from vschaos.data.doctor.sounds import sound_suspicions
from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.model import Labels
from vschaos.data.scan import ScanReport
from vschaos.errors import DatasetError
from vschaos.files import read_file, write_file

__all__ = ["Diagnosis", "Finding", "Forecast", "Severity", "diagnose", "read_ignored", "write_ignored"]

IGNORED_FILE = ".vschaos-ignored"
"""In the dataset's folder: a line for each kind, or a kind, a tab and a file."""

LARGEST_BYTES = 64 << 20
_ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.NOTE)


def diagnose(
    report: ScanReport,
    labels: Labels,
    problems: Sequence[LabelProblem],
    *,
    ignored: Collection[str] = (),
    forecast: Forecast | None = None,
) -> Diagnosis:
    """Find what is the matter with a dataset.

    Parameters
    ----------
    report
        The scan of its folder.
    labels, problems
        Its labels, and what could not be read of them.
    ignored
        What the user does not mind: kinds, or a kind, a tab and a file. A finding about several files stays for
        those that are not ignored.
    forecast
        Handed on, see `vschaos.data.forecast`.

    Returns
    -------
    Diagnosis
        The findings, the gravest first; none for a dataset that is well.
    """
    ignored = frozenset(ignored)
    found: list[Finding] = []
    set_aside: list[Finding] = []
    for suspicion in (
        *sound_suspicions(report),
        *duplicate_suspicions(report),
        *label_suspicions(report, labels, problems),
    ):
        if not suspicion.files:
            (set_aside if suspicion.kind in ignored else found).append(suspicion.finding(()))
            continue
        hidden = [
            name for name in suspicion.files if suspicion.kind in ignored or f"{suspicion.kind}\t{name}" in ignored
        ]
        put_aside = frozenset(hidden)
        shown = [name for name in suspicion.files if name not in put_aside]
        if len(shown) < suspicion.fewest:
            hidden, shown = list(suspicion.files), []
        if shown:
            found.append(suspicion.finding(shown))
        if hidden:
            set_aside.append(suspicion.finding(hidden))
    found.sort(key=lambda finding: _ORDER.index(finding.severity))
    return Diagnosis(tuple(found), tuple(set_aside), forecast)


def read_ignored(root: Path) -> frozenset[str]:
    """What the user does not mind in this dataset: kinds, or a kind, a tab and a file.

    Raises
    ------
    DatasetError
        If the list is there and cannot be read.
    """
    try:
        text = read_file(root / IGNORED_FILE, LARGEST_BYTES).decode("utf-8", "replace")
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise DatasetError(
            f"The list of ignored findings in “{root}” cannot be read: {error.strerror or error}.",
            f"Change the permissions of {IGNORED_FILE} in this folder, or remove it.",
        ) from error
    return frozenset(line for line in text.split("\n") if line)


def write_ignored(root: Path, ignored: Collection[str]) -> None:
    """Remember, in the dataset's folder, what the user does not mind; the old list or the new one is there.

    Raises
    ------
    DatasetError
        If the folder cannot be written.
    """
    path = root / IGNORED_FILE
    try:
        if not ignored:
            path.unlink(missing_ok=True)
            return
        write_file(path, "".join(f"{entry}\n" for entry in sorted(ignored)).encode("utf-8", "replace"))
    except OSError as error:
        raise DatasetError(
            f"The list of ignored findings cannot be saved in “{root}”: {error.strerror or error}.",
            "Change the folder's permissions, or free some space.",
        ) from error
