"""Scala and AnaMark files: what they mean, and that whatever is wrong is refused with a sentence."""

import random

import pytest

from vschaos.errors import ControlError
from vschaos.performance.tuning import NotePlace, Tuning, cents_of, place_of
from vschaos.performance.tuning_files import LARGEST_BYTES, read_tuning

JUST = """! just.scl
!
Just intonation
 7
!
 9/8
 5/4   major third
 4/3
 3/2
 5/3
 15/8
 2
"""
WHITE_KEYS = """! white.kbm
! Size of map
12
! First and last key
0
127
! Middle key, reference key and its frequency
60
69
440.0
! Scale degree of an octave
7
! Mapping
0
x
1
x
2
3
x
4
x
5
x
6
"""


def written(tmp_path, text, name="just.scl"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_scale_begins_at_middle_c(tmp_path):
    tuning = read_tuning(written(tmp_path, JUST))
    assert tuning.name == "Just intonation"
    assert tuning.cents[60] == pytest.approx(6000.0)
    assert tuning.cents[62] == pytest.approx(6000.0 + 386.314, abs=1e-3)
    assert tuning.cents[67] == pytest.approx(7200.0)
    assert tuning.cents[59] == pytest.approx(6000.0 - 111.731, abs=1e-3)


def test_equal_temperament_is_what_there_is_without_a_tuning(tmp_path):
    steps = "\n".join(f"{100.0 * n}" for n in range(1, 13))
    tuning = read_tuning(written(tmp_path, f"twelve\n12\n{steps}\n"))
    for key in range(128):
        place = place_of(key, tuning)
        assert place is not None
        assert place_of(key, None) == NotePlace(key, 0.0) == NotePlace(place.pitch, round(place.cents, 9))


def test_a_mapping_tunes_the_reference_and_leaves_keys_out(tmp_path):
    scale, mapping = written(tmp_path, JUST), written(tmp_path, WHITE_KEYS, "white.kbm")
    tuning = read_tuning(scale, mapping)
    assert tuning.cents[69] == pytest.approx(6900.0)
    assert tuning.cents[60] == pytest.approx(6900.0 - 884.359, abs=1e-3)
    assert tuning.cents[72] == pytest.approx(tuning.cents[60] + 1200.0)
    assert tuning.cents[61] is None
    assert tuning.place(61) is None


def test_the_mapping_beside_a_scale_is_its_own(tmp_path):
    scale = written(tmp_path, JUST)
    plain = read_tuning(scale)
    written(tmp_path, WHITE_KEYS, "just.kbm")
    assert read_tuning(scale) != plain
    assert read_tuning(scale) == read_tuning(scale, tmp_path / "just.kbm")


def test_a_mapping_without_degrees_is_linear_and_keys_beyond_it_are_equal(tmp_path):
    mapping = written(tmp_path, "0\n60\n71\n60\n60\n270\n0\n", "linear.kbm")
    tuning = read_tuning(written(tmp_path, JUST), mapping)
    assert tuning.cents[60] == pytest.approx(cents_of(270.0))
    assert tuning.cents[67] == pytest.approx(cents_of(540.0))
    assert tuning.cents[59] == pytest.approx(5900.0)
    assert tuning.cents[72] == pytest.approx(7200.0)


def test_an_anamark_tuning_prefers_its_exact_section(tmp_path):
    exact = "[Exact Tuning]\nBaseFreq=8.1757989156437\nnote 60=6.0125e3\n"
    text = f'[Info]\nName = "Mine" ; so\n[Tuning]\nnote 60=7000\n{exact}'
    tuning = read_tuning(written(tmp_path, text, "my.tun"))
    assert tuning.name == "Mine"
    assert tuning.cents[60] == pytest.approx(6012.5)
    assert tuning.cents[59] == pytest.approx(5900.0)
    rough = read_tuning(written(tmp_path, "[Tuning]\r\nnote 60=6040\r\n", "rough.TUN"))
    assert (rough.name, rough.cents[60], rough.cents[61]) == ("rough", 6040.0, 6100.0)


def test_an_exact_section_is_repeated_above_its_last_key(tmp_path):
    notes = "".join(f"note {n}={n * 240.0}\n" for n in range(6))
    tuning = read_tuning(written(tmp_path, f"[Exact Tuning]\n{notes}note 500=3\nnote -1=9\n", "five.tun"))
    assert [tuning.cents[key] for key in (0, 5, 6, 10, 11)] == pytest.approx(
        [0.0, 1200.0, 1440.0, 2400.0, 2640.0], abs=1e-6
    )


def test_a_key_is_bent_by_half_a_semitone_at_most(tmp_path):
    steps = "\n".join(f"{1200.0 * n / 19:.6f}" for n in range(1, 20))
    tuning = read_tuning(written(tmp_path, f"nineteen\n19\n{steps}\n"))
    for key in range(30, 100):
        place = tuning.place(key)
        assert place is not None
        assert abs(place.cents) <= 50.0
        assert 100 * place.pitch + place.cents == pytest.approx(6000.0 + 1200.0 * (key - 60) / 19, abs=1e-4)


def test_what_is_above_or_below_all_keys_is_silent():
    tuning = Tuning("wide", tuple(1e4 * (key - 64) for key in range(128)))
    assert tuning.place(0) is tuning.place(127) is None
    assert tuning.place(64) == NotePlace(0, 0.0)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("", "a.scl", "no number of notes"),
        ("name\n", "a.scl", "no number of notes"),
        ("name\nmany\n", "a.scl", "line 2"),
        ("name\n0\n", "a.scl", "line 2"),
        ("name\n99999999\n", "a.scl", "line 2"),
        ("name\n2\n3/2\n", "a.scl", "1 notes instead of 2"),
        ("name\n1\n3/0\n", "a.scl", "line 3"),
        ("name\n1\n-3/2\n", "a.scl", "line 3"),
        ("name\n1\n1e300.0\n", "a.scl", "line 3"),
        ("name\n1\nnan.0\n", "a.scl", "line 3"),
        (f"name\n1\n{'9' * 900}/2\n", "a.scl", "line 3"),
        (f"name\n1\n{'9' * 2000}\n", "a.scl", "line 3"),
        ("[Tuning]\n", "a.tun", "no notes"),
        ("[Tuning]\nnote = 3\n", "a.tun", "line 2"),
        ("[Tuning]\nnote 3 = high\n", "a.tun", "line 2"),
        ("[Exact Tuning]\nbasefreq = 0\nnote 3 = 1\n", "a.tun", "line 2"),
        (b"\x00\xff\xfe" * 300, "a.tun", "no notes"),
        (b" " * (LARGEST_BYTES + 1), "a.scl", "too large"),
        ("name\n1\n2\n", "a.txt", "not a tuning"),
    ],
)
def test_what_is_no_tuning_is_refused(tmp_path, text, name, why):
    with pytest.raises(ControlError, match=why) as refused:
        read_tuning(written(tmp_path, text, name))
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("12\n", "not a keyboard mapping"),
        (WHITE_KEYS.replace("440.0", "0"), "line 10"),
        (WHITE_KEYS.replace("127", "128"), "line 6"),
        (WHITE_KEYS.replace("12\n", "1000000\n", 1), "line 3"),
        (WHITE_KEYS.replace("\n69\n", "\n61\n"), "reference key"),
        (WHITE_KEYS.replace("\n5\n", "\nfive\n"), "line 23"),
    ],
)
def test_what_is_no_mapping_is_refused(tmp_path, text, why):
    scale, mapping = written(tmp_path, JUST), written(tmp_path, text, "a.kbm")
    with pytest.raises(ControlError, match=why):
        read_tuning(scale, mapping)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ControlError, match=r"none\.scl"):
        read_tuning(tmp_path / "none.scl")


def test_damaged_files_are_read_or_refused(tmp_path):
    """Never anything else, whatever stands in them."""
    chance = random.Random(0)
    given = {"a.scl": JUST, "a.kbm": WHITE_KEYS, "a.tun": "[Exact Tuning]\nbasefreq=8\nnote 0=0\nnote 12=1200\n"}
    scale = written(tmp_path, JUST, "whole.scl")
    for _ in range(1500):
        name = chance.choice(list(given))
        data = bytearray(given[name].encode())
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.choice(b"0123456789./-+xeE\n\r\0 !;[]=\xff")
        path = written(tmp_path, bytes(data), name)
        try:
            tuning = read_tuning(scale, path) if name == "a.kbm" else read_tuning(path)
        except ControlError:
            continue
        assert len(tuning.cents) == 128
        for key in range(128):
            place = tuning.place(key)
            assert place is None or (0 <= place.pitch < 128 and -50.0 <= place.cents <= 50.0)
