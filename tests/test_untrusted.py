"""Untrusted JSON and YAML are read or refused with a ValueError, quickly and with no other error."""

import json
import math

import pytest

from vschaos.untrusted import format_json, parse_json, parse_yaml


@pytest.mark.parametrize("text", ["{", "", "[" * 100_000, '{"a":' * 100_000, "{'a': 1}", b"\xff\xfe{}", "1 2"])
def test_bad_json(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_json(text)


def test_json_with_a_byte_order_mark():
    assert parse_json(b"\xef\xbb\xbf" + b'{"a": "\xc3\xa9"}') == {"a": "é"}
    assert parse_json("\ufeff[1]") == [1]


@pytest.mark.parametrize("digits", [20, 300, 400, 5000, 100_000])
def test_whole_numbers_of_many_digits_become_floats(digits):
    number, negative = parse_json(f"[{'9' * digits}, -{'9' * digits}]")
    assert isinstance(number, float)
    assert number == (math.inf if digits > 308 else pytest.approx(10.0**digits))
    assert negative == -number


def test_ordinary_whole_numbers_stay_whole():
    assert parse_json("[0, -5, 9223372036854775807]") == [0, -5, 2**63 - 1]
    assert type(parse_json("5")) is int


def test_names_of_files_survive_json_whatever_their_bytes():
    for name in ("é", "caf\udce9", "a\ud800b", "\x1b[31m"):
        text = format_json({"path": name})
        assert parse_json(text.encode()) == {"path": name}
    assert "é" in format_json("é")


def test_non_finite_numbers_can_be_refused():
    assert json.loads(format_json(math.inf)) == math.inf
    with pytest.raises(ValueError, match=r".*"):
        format_json(math.nan, allow_nan=False)


@pytest.mark.parametrize(
    "text",
    [
        *("a: &a [*a]", "a: &a [1]\nb: *a", "[" * 3000, "{a: " * 3000, "a: 2020-99-99", "a: !!int ''"),
        *("a: !!bool perhaps", "a: !!timestamp x", "a: !!python/object/apply:os.system ['true']", "? [1, 2]\n: 3"),
        *(f"a: 0x{'f' * 1000}", f"a: {10**30}", b"\xff\xfe", "a: '", "a:\n\t- b"),
    ],
)
def test_bad_yaml(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_yaml(text)


def test_plain_yaml():
    assert parse_yaml(b"\xef\xbb\xbfname: bell\nwidths: [1, 2]\nx: {y: 0.5, z: null}\n") == {
        "name": "bell",
        "widths": [1, 2],
        "x": {"y": 0.5, "z": None},
    }
