from vschaos.errors import VschaosError
from vschaos.printable import printable


def test_characters_that_cannot_be_shown_are_replaced():
    assert printable("a\x1b[31mb\nc") == "a�[31mb�c"
    assert printable("a\udce9\u202eb\x85\u2028") == "a��b��"


def test_all_languages_are_kept():
    for text in ("Glöckchen 鐘", "नमस्ते", "👩‍🎤 é", "<b>x</b> & “y”", "a\u3000b"):
        assert printable(text) == text


def test_lines_can_be_kept():
    assert printable("a\n\tb\r\x07", lines=True) == "a\n\tb��"


def test_an_error_has_only_printable_text():
    error = VschaosError("“\x1b]0;title\x07.wav” is odd.", "Rename “\udce9”.")
    assert str(error) == "“�]0;title�.wav” is odd. Rename “�”."
