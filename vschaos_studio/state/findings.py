"""The doctor's findings, the most important first, and those that the user ignores. Qt-free."""

from __future__ import annotations

from collections.abc import Collection

from vschaos.data.doctor.findings import Diagnosis, Finding, Severity
from vschaos_studio.language import tr, translated

ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.NOTE)
SEVERITY_NAMES = {
    Severity.PROBLEM: tr("Problem"),
    Severity.WARNING: tr("Warning"),
    Severity.NOTE: tr("Note", "a finding"),
}


def by_severity(findings: Collection[Finding]) -> list[Finding]:
    """The findings, the most important first; equals in the doctor's order."""
    return sorted(findings, key=lambda finding: ORDER.index(finding.severity))


def summary(diagnosis: Diagnosis) -> str:
    """Such as “1 problem, 2 warnings”, or that no problem was found."""
    parts = []
    for severity in ORDER:
        count = sum(finding.severity is severity for finding in diagnosis.findings)
        if count:
            parts.append(_count_text(severity, count))
    text = ", ".join(parts) or tr("No problems were found in these sounds.")
    ignored = tr("%n\u00a0ignored", "%n\u00a0ignored", len(diagnosis.ignored))
    return f"{text} · {ignored}" if diagnosis.ignored else text


def explanation(finding: Finding) -> str:
    """Why it matters, and the remedy; the sentence names the files."""
    return f"{translated(finding.explanation)} {translated(finding.remedy)}".strip()


def entries_of(finding: Finding) -> frozenset[str]:
    """What is saved to ignore only this finding: its kind in these files, or its kind."""
    return frozenset(f"{finding.kind}\t{name}" for name in finding.files) or frozenset({finding.kind})


def with_ignored(ignored: Collection[str], finding: Finding) -> frozenset[str]:
    """What is ignored once this finding is, too."""
    return frozenset(ignored) | entries_of(finding)


def without_ignored(ignored: Collection[str], finding: Finding) -> frozenset[str]:
    """What is ignored once this finding is shown again; a kind that was ignored as a whole is not any more."""
    return frozenset(ignored) - entries_of(finding) - {finding.kind}


def _count_text(severity: Severity, count: int) -> str:
    match severity:
        case Severity.PROBLEM:
            return tr("%n\u00a0problems", "%n\u00a0problem", count)
        case Severity.WARNING:
            return tr("%n\u00a0warnings", "%n\u00a0warning", count)
        case Severity.NOTE:
            return tr("%n\u00a0notes", "%n\u00a0note", count)
