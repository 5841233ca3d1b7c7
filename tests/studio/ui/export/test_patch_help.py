"""What an export offers follows the instrument, and its objects follow the name as it is typed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests.studio.conftest import an_instrument
from vschaos.errors import ExportError
from vschaos.instrument.card import LabelCard
from vschaos_studio.state.export import HOSTS, description_of
from vschaos_studio.ui.export.patch_help import UNKNOWN_MEANS, PatchHelp

BRIGHT = LabelCard("bright", "float", 1, (), 0.5, 2.5, 1.0, conditions=("decoder",))


@pytest.fixture
def patch_help(qtbot):
    made = PatchHelp()
    qtbot.addWidget(made)
    made.show()
    return made


def seen(widget):
    return [item.text() for item in widget.findChildren(QLabel) if item.isVisible()]


def test_every_method_has_an_object_for_each_host(patch_help):
    description = description_of(an_instrument(), "bells")
    patch_help.show_description(description)
    assert set(patch_help.copies) == {(method.name, host) for method in description.methods for host in HOSTS}
    assert {method.name for method in description.methods} <= set(seen(patch_help))
    assert {attribute.name for attribute in description.attributes} <= set(seen(patch_help))


def test_a_name_being_typed_makes_no_new_rows(patch_help):
    patch_help.show_description(description_of(an_instrument(), "b"))
    copy = patch_help.copies["pad", "Pd"]
    patch_help.show_description(description_of(an_instrument(), "be"))
    assert patch_help.copies["pad", "Pd"] is copy
    assert copy.copied == "nn~ be.ts pad 2048"


def test_another_instrument_leaves_nothing_of_the_one_before(patch_help):
    plain = an_instrument()
    labelled = replace(plain, card=replace(plain.card, labels=(BRIGHT,)))
    patch_help.show_description(description_of(labelled, "b"))
    assert "bright" in seen(patch_help)
    assert UNKNOWN_MEANS in seen(patch_help)
    patch_help.show_description(description_of(plain, "b"))
    assert "bright" not in seen(patch_help)
    assert UNKNOWN_MEANS not in seen(patch_help)


def test_a_problem_takes_the_place_of_what_is_offered(patch_help):
    patch_help.show_description(description_of(an_instrument(), "b"))
    patch_help.show_problem(ExportError("The hop is odd.", "Train another."))
    assert "The hop is odd. Train another." in seen(patch_help)
    assert "forward" not in seen(patch_help)
