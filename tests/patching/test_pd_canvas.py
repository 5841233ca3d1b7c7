"""The writer of Pd files: what it writes is read back as it was meant."""

import pytest

from tests.patching.pd_files import read, windows
from vschaos.patching.pd_canvas import COMMA, SEMICOLON, Canvas, MessageAtoms, Rectangle, Wire, escaped, text_height


def test_boxes_cords_and_windows_are_read_back():
    canvas, inside = Canvas(300, 200), Canvas(100, 100, "inner")
    inside.chain(inside.obj(10, 10, "inlet"), inside.obj(10, 40, "outlet"))
    first = canvas.obj(10, 10, "r", "$0-a b")
    message = canvas.msg(10, 40, "set", "$1", COMMA, "x", SEMICOLON, "pd", "dsp", 1)
    canvas.chain(first, message, canvas.canvas(10, 70, inside, 20))
    canvas.hsl(10, 100, -1, 1, Wire("$0-s", "$0-r"))
    root = read(canvas.written())
    assert root.atoms[:4] == ["40", "40", "300", "200"]
    assert root.boxes[0] == ["obj", "10", "10", "r", "\\$0-a b"]
    assert root.boxes[1] == ["msg", "10", "40", "set", "\\$1", "\\,", "x", "\\;", "pd", "dsp", "1"]
    assert root.boxes[2] == ["obj", "10", "70", "pd", "inner"]
    assert root.boxes[3][3:9] == ["hsl", "201", "16", "-1", "1", "0"]
    assert root.boxes[3][10:12] == ["\\$0-s", "\\$0-r"]
    assert root.cords == [(0, 0, 1, 0), (1, 0, 2, 0)]
    assert [window.atoms[4] for window in windows(root)[1:]] == ["inner"]
    assert canvas.inner == [inside]


def test_a_flow_is_chained_and_apart():
    canvas = Canvas(800, 100)
    boxes = canvas.flow(10, 10, ("loadbang",), MessageAtoms(("set", "$1")), ("s", "a-long-name-of-a-receiver"))
    assert read(canvas.written()).cords == [(0, 0, 1, 0), (1, 0, 2, 0)]
    assert not any(a.rectangle.meets(b.rectangle) for a in boxes for b in boxes if a is not b)


@pytest.mark.parametrize(
    ("atom", "written"),
    [
        ("plain", "plain"),
        ("with space", "with\\ space"),
        ("a;b,c", "a\\;b\\,c"),
        ("$0-x", "\\$0-x"),
        ("back\\slash", "back\\\\slash"),
        (3, "3"),
        (0.25, "0.25"),
        (-20.0, "-20"),
        (1 / 3, "0.333333333"),
    ],
)
def test_atoms_are_escaped(atom, written):
    assert escaped(atom) == written


def test_comments_keep_commas_and_lose_what_pd_cannot_draw():
    canvas = Canvas(300, 200)
    box = canvas.text(10, 10, "a {b}, c; d\\e " * 6, 20)
    (atoms,) = read(canvas.written()).boxes
    assert " ".join(atoms[3:]).startswith("a (b) \\, c \\, d/e a")
    assert atoms[-2:] == ["f", "20"]
    assert box.rectangle.height == text_height("a (b), c, d/e " * 6, 20)
    assert text_height("short", 20) < text_height("long " * 20, 20)


def test_lines_of_a_text_are_one_word_each():
    canvas = Canvas(300, 200)
    canvas.lines(10, 10, "names", ("C", "voice 2, alt", "4"))
    assert "#A set C \\; voice\u00a02\\,\u00a0alt \\; 4 \\;;" in canvas.written()


def test_rectangles_meet_only_where_they_share_a_pixel():
    one = Rectangle(0, 0, 10, 10)
    assert one.meets(Rectangle(9, 9, 5, 5))
    assert not one.meets(Rectangle(10, 0, 5, 5))
    assert not one.meets(Rectangle(0, 10, 5, 5))


def test_the_file_ends_lines_as_pd_does(tmp_path):
    path = Canvas(10, 10).save(tmp_path / "a.pd")
    assert path.read_bytes() == b"#N canvas 40 40 10 10 12;\n"
