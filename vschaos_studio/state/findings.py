"""The doctor's findings, the most important first, and those that the user ignores. Qt-free."""

from __future__ import annotations

from collections.abc import Collection

from vschaos.data.doctor.findings import Diagnosis, Finding, Severity
from vschaos_studio.state.dataset import NO_BREAK

ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.NOTE)
SEVERITY_NAMES = {Severity.PROBLEM: "Problem", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


def by_severity(findings: Collection[Finding]) -> list[Finding]:
    """The findings, the most important first; equals in the doctor's order."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.severity))


def summary(diagnosis: Diagnosis) -> str:
    """Such as “1 problem, 2 warnings”, or that no problem was found."""
    parts = []
    for severity in ORDER:
        count = sum(finding.severity is severity for finding in diagnosis.findings)
        if count:
            parts.append(f"{count}{NO_BREAK}{SEVERITY_NAMES[severity].lower()}{'' if count == 1 else 's'}")
    text = ", ".join(parts) or "No problems were found in these sounds."
    return f"{text} · {len(diagnosis.ignored)}{NO_BREAK}ignored" if diagnosis.ignored else text


def explanation(finding: Finding) -> str:
    """Why it matters, and the remedy; the sentence names the files."""
    return f"{finding.explanation} {finding.remedy}".strip()


def entries_of(finding: Finding) -> frozenset[str]:
    """What is saved to ignore only this finding: its kind in these files, or its kind."""
    return frozenset(f"{finding.kind}\t{name}" for name in finding.files) or frozenset({finding.kind})


def with_ignored(ignored: Collection[str], finding: Finding) -> frozenset[str]:
    """What is ignored once this finding is, too."""
    return frozenset(ignored) | entries_of(finding)


def without_ignored(ignored: Collection[str], finding: Finding) -> frozenset[str]:
    """What is ignored once this finding is shown again; a kind that was ignored as a whole is not any more."""
    return frozenset(ignored) - entries_of(finding) - {finding.kind}
