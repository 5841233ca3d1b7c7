"""The doctor in the studio: one look at a time, and what is put aside stays so."""

import pytest

from tests.studio.reports import invented_report
from tests.studio.services.held import Held
from vschaos.data.labels import Labels
from vschaos_studio.services.checkup import Checkup
from vschaos_studio.services.tasks import ImmediateTasks


@pytest.fixture
def report(tmp_path):
    return invented_report(3, root=tmp_path)


def test_findings_are_put_aside_and_brought_back(notices, report, qtbot):
    checkup, seen = Checkup(notices, ImmediateTasks()), []
    checkup.diagnosed.connect(seen.append)
    checkup.look(report, Labels(), ())
    assert seen[-1].findings, "three sounds of a second each are too few"
    finding = seen[-1].findings[0]
    checkup.ignore(finding)
    assert finding not in seen[-1].findings
    assert finding in seen[-1].ignored
    again, later = Checkup(notices, ImmediateTasks()), []
    again.diagnosed.connect(later.append)
    again.look(report, Labels(), ())
    assert finding in later[-1].ignored
    again.bring_back(finding)
    assert finding in later[-1].findings
    assert not later[-1].ignored


def test_many_wishes_are_one_look(notices, report):
    held = Held()
    checkup, seen = Checkup(notices, held), []
    checkup.diagnosed.connect(seen.append)
    for _ in range(50):
        checkup.look(report, Labels(), ())
    held.run_all()
    assert len(seen) == 2


def test_what_is_put_aside_while_the_doctor_looks_is_not_forgotten(notices, report):
    held = Held()
    checkup, seen = Checkup(notices, held), []
    checkup.diagnosed.connect(seen.append)
    checkup.look(report, Labels(), ())
    held.run_all()
    finding = seen[-1].findings[0]
    checkup.look(report, Labels(), ())
    checkup.ignore(finding)
    checkup.look(report, Labels(), ())
    held.run_all()
    assert finding in seen[-1].ignored


def test_a_folder_that_cannot_be_written_is_told(notices, report):
    checkup, seen = Checkup(notices, ImmediateTasks()), []
    checkup.diagnosed.connect(seen.append)
    checkup.look(report, Labels(), ())
    (report.root / ".vschaos-ignored").mkdir()
    checkup.ignore(seen[-1].findings[0])
    assert notices.posted[-1].remedy


def test_closing_takes_the_findings_away(notices, report):
    held = Held()
    checkup, seen = Checkup(notices, held), []
    checkup.diagnosed.connect(seen.append)
    checkup.look(report, Labels(), ())
    checkup.close()
    held.run_all()
    assert seen == [None]
