"""The doctor in the studio: one check at a time, and ignored findings stay ignored."""

import pytest

from tests.studio.immediate_tasks import ImmediateTasks
from tests.studio.reports import invented_report
from tests.studio.services.held import Held
from vschaos.data.labels.model import Labels
from vschaos_studio.services.doctor_task import DoctorTask


@pytest.fixture
def report(tmp_path):
    return invented_report(3, root=tmp_path)


def test_findings_are_ignored_and_restored(notices, report, qtbot):
    doctor, seen = DoctorTask(notices, ImmediateTasks()), []
    doctor.diagnosed.connect(seen.append)
    doctor.check(report, Labels(), ())
    assert seen[-1].findings, "three sounds of a second each are too few"
    finding = seen[-1].findings[0]
    doctor.ignore(finding)
    assert finding not in seen[-1].findings
    assert finding in seen[-1].ignored
    again, later = DoctorTask(notices, ImmediateTasks()), []
    again.diagnosed.connect(later.append)
    again.check(report, Labels(), ())
    assert finding in later[-1].ignored
    again.bring_back(finding)
    assert finding in later[-1].findings
    assert not later[-1].ignored


def test_many_requests_are_one_check(notices, report):
    held = Held()
    doctor, seen = DoctorTask(notices, held), []
    doctor.diagnosed.connect(seen.append)
    for _ in range(50):
        doctor.check(report, Labels(), ())
    held.run_all()
    assert len(seen) == 2


def test_a_finding_ignored_during_a_check_stays_ignored(notices, report):
    held = Held()
    doctor, seen = DoctorTask(notices, held), []
    doctor.diagnosed.connect(seen.append)
    doctor.check(report, Labels(), ())
    held.run_all()
    finding = seen[-1].findings[0]
    doctor.check(report, Labels(), ())
    doctor.ignore(finding)
    doctor.check(report, Labels(), ())
    held.run_all()
    assert finding in seen[-1].ignored


def test_a_folder_that_cannot_be_written_is_reported(notices, report):
    doctor, seen = DoctorTask(notices, ImmediateTasks()), []
    doctor.diagnosed.connect(seen.append)
    doctor.check(report, Labels(), ())
    (report.root / ".vschaos-ignored").mkdir()
    doctor.ignore(seen[-1].findings[0])
    assert notices.posted[-1].remedy


def test_closing_removes_the_findings(notices, report):
    held = Held()
    doctor, seen = DoctorTask(notices, held), []
    doctor.diagnosed.connect(seen.append)
    doctor.check(report, Labels(), ())
    doctor.close()
    held.run_all()
    assert seen == [None]
