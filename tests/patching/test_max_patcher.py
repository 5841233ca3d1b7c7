"""The writer of Max files: valid JSON, unique names, and no cord to what is not there."""

import json

import pytest

from tests.patching.max_files import check_file
from vschaos.patching.max_patcher import Patcher, written_atom
from vschaos.patching.pd_canvas import MessageAtoms, Rectangle


def test_boxes_cords_and_windows_are_written():
    patcher, inside = Patcher(300, 200), Patcher(100, 100)
    inside.comment(10, 10, "inside", (10, 10, 80))
    boxes = patcher.flow(10, 10, ("loadmess", 0.5), MessageAtoms(("set", "$1")), ("route", "/a", "/b c"), ("print",))
    patcher.patcher(10, 50, "inner", inside, (10, 10))
    file = json.loads(patcher.written())
    check_file(file)
    written = [item["box"] for item in file["patcher"]["boxes"]]
    assert [box["text"] for box in written] == ["loadmess 0.5", "set $1", 'route /a "/b c"', "print", "p inner"]
    assert written[2]["numoutlets"] == 3
    assert len(file["patcher"]["lines"]) == 3
    assert written[4]["patcher"]["boxes"][0]["box"]["text"] == "inside"
    assert not any(a.rectangle.meets(b.rectangle) for a in boxes for b in boxes if a is not b)


def test_a_cord_needs_both_ends():
    patcher = Patcher(300, 200)
    source, target = patcher.obj(10, 10, "loadbang"), patcher.obj(10, 50, "print")
    for outlet, inlet in ((1, 0), (0, 1), (-1, 0)):
        with pytest.raises(ValueError, match="no cord"):
            patcher.connect(source, outlet, target, inlet)


def test_an_object_with_unknown_inlets_needs_their_number():
    patcher = Patcher(300, 200)
    with pytest.raises(ValueError, match="not known"):
        patcher.obj(10, 10, "nn~ cello")
    assert patcher.obj(10, 10, "nn~ cello", ports=(3, ["signal"])).inlets == 3


@pytest.mark.parametrize(
    ("text", "inlets", "outlets"),
    [
        ("t 1 i 0", 1, 3),
        ("t b f l", 1, 3),
        ("sel 1", 2, 2),
        ("sel 0 1", 3, 3),
        ("pack 0. 1 2", 3, 1),
        ("unpack 0 0", 1, 2),
    ],
)
def test_inlets_and_outlets_follow_the_arguments(text, inlets, outlets):
    box = Patcher(300, 200).obj(10, 10, text)
    assert (box.inlets, box.outlets) == (inlets, outlets)


@pytest.mark.parametrize(
    ("atom", "written"),
    [
        ("a b", '"a b"'),
        ("pow(2,$f1)", "pow(2\\,$f1)"),
        ('say "x"', "\"say 'x'\""),
        (1, "1"),
        (1.0, "1."),
        (-0.25, "-0.25"),
    ],
)
def test_atoms_are_escaped(atom, written):
    assert written_atom(atom) == written


def test_presentation_places_are_kept():
    patcher = Patcher(300, 200)
    box = patcher.ui("toggle", Rectangle(1, 2, 3, 4), Rectangle(5, 6, 7, 8), 1, ("int",), parameter_enable=0)
    written = json.loads(patcher.written())["patcher"]["boxes"][0]["box"]
    assert written["presentation_rect"] == [5.0, 6.0, 7.0, 8.0]
    assert written["patching_rect"] == [1.0, 2.0, 3.0, 4.0]
    assert box.presented == Rectangle(5, 6, 7, 8)
