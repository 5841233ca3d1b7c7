"""What the window offers to do about a finding."""

from __future__ import annotations

import dataclasses

import pytest

from tests.studio.reports import invented_report
from vschaos.configs.schema import Mix
from vschaos.data.doctor.findings import Finding, Severity
from vschaos_studio.state.remedies import Deed, remedy_of

REPORT = invented_report(4)
NAMES = tuple(file.relative for file in REPORT.files)


def finding(kind: str, files: tuple[str, ...], spare: tuple[str, ...] = ()) -> Finding:
    return Finding(kind, Severity.WARNING, files, "sentence", "explanation", "remedy", spare)


@pytest.mark.parametrize("kind", ["silence", "clipping", "short", "hum", "dc"])
def test_sounds_with_a_fault_are_left_out(kind: str) -> None:
    remedy = remedy_of(finding(kind, NAMES[:2]), REPORT)
    assert remedy is not None
    assert (remedy.deed, remedy.sounds) == (Deed.LEAVE_OUT, NAMES[:2])
    assert remedy.text.replace("\u00a0", " ") == "Leave out 2 sounds"


def test_of_copies_the_best_is_kept() -> None:
    remedy = remedy_of(finding("duplicate", NAMES[:3], NAMES[1:3]), REPORT)
    assert remedy is not None
    assert (remedy.deed, remedy.sounds) == (Deed.KEEP_BEST, NAMES[1:3])
    assert remedy.text == "Keep only the best: leave out 2"


def test_nothing_is_offered_that_would_leave_nothing() -> None:
    assert remedy_of(finding("clipping", NAMES), REPORT) is None


@pytest.mark.parametrize("kind", ["little_sound", "label_hole", "imbalance", "mixed_rates", "mono_as_stereo"])
def test_what_only_the_user_can_mend_keeps_its_text(kind: str) -> None:
    assert remedy_of(finding(kind, NAMES[:1]), REPORT) is None


def test_channels_that_cancel_are_chosen_automatically() -> None:
    assert remedy_of(finding("cancelling", NAMES[:1]), REPORT) is None
    remedy = remedy_of(finding("cancelling", NAMES[:1]), dataclasses.replace(REPORT, mix=Mix.MEAN))
    assert remedy is not None
    assert remedy.deed is Deed.AUTOMATIC_CHANNELS
