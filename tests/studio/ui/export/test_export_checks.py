"""The checks of an export: all to come, then ticked one by one."""

import pytest

from vschaos.export.report import Check
from vschaos_studio.state.export import CHECK_TITLES
from vschaos_studio.ui.export.export_checks import PASSED, PENDING, ExportChecks


@pytest.fixture
def checks(qtbot, theme):
    made = ExportChecks(theme)
    qtbot.addWidget(made)
    return made


def marks(checks):
    return {name: row[0].text() for name, row in checks.rows.items()}


def test_at_first_all_are_to_come(checks):
    checks.begin()
    assert marks(checks) == dict.fromkeys(CHECK_TITLES, PENDING)


def test_one_that_passed_is_ticked_and_shows_what_it_found(checks):
    checks.begin()
    checks.show_passed(Check("chunks", "Any buffer."))
    assert marks(checks) == dict.fromkeys(CHECK_TITLES, PENDING) | {"chunks": PASSED}
    assert checks.rows["chunks"][2].text() == "Any buffer."


def test_a_check_of_a_newer_exporter_is_shown_by_its_name(checks):
    checks.begin()
    checks.show_passed(Check("loudness", "As loud."))
    assert list(checks.rows)[-1] == "loudness"
    assert checks.rows["loudness"][1].text() == "Loudness"


def test_the_result_leaves_nothing_to_come(checks):
    checks.begin()
    checks.show_all([Check("live", "Same.")])
    assert marks(checks) == {"live": PASSED}
    assert checks.grid.count() == 3
