"""Findings in order, in texts, and put aside one by one."""

from vschaos.data.doctor.findings import Diagnosis, Finding, Severity
from vschaos_studio.state.findings import by_severity, explanation, summary, with_ignored, without_ignored


def a_finding(kind, severity=Severity.WARNING, files=()):
    return Finding(kind, severity, files, f"There is {kind}.", "It matters.", "Mend it.")


def test_what_matters_most_comes_first():
    note, warning, problem = (a_finding(severity.value, severity) for severity in Severity)
    assert by_severity([note, warning, problem]) == [problem, warning, note]


def test_the_summary_counts_and_is_glad_where_nothing_is_wrong():
    found = (a_finding("a"), a_finding("b"), a_finding("c", Severity.PROBLEM))
    assert summary(Diagnosis(found)).replace("\u00a0", " ") == "1 problem, 2 warnings"
    assert summary(Diagnosis(())) == "No problems were found in these sounds."
    emitted = summary(Diagnosis((), (a_finding("a"),))).replace("\u00a0", " ")
    assert emitted == "No problems were found in these sounds. · 1 ignored"


def test_why_and_what_helps():
    assert explanation(a_finding("dc")) == "It matters. Mend it."


def test_ignoring_and_bringing_back_meet_one_finding_alone():
    silence, clipping = a_finding("silence", files=("a", "b")), a_finding("clipping", files=("a",))
    ignored = with_ignored(with_ignored((), silence), clipping)
    assert ignored == {"silence\ta", "silence\tb", "clipping\ta"}
    assert without_ignored(ignored, silence) == {"clipping\ta"}
    assert without_ignored({"silence"}, silence) == frozenset()
    whole = a_finding("too_little")
    assert without_ignored(with_ignored((), whole), whole) == frozenset()
