"""The doctor finds each defect by its name, says what helps, and leaves what is well alone."""

from __future__ import annotations

import base64
import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from tests.data.defects import check
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import Config
from vschaos.data import forecast as forecasts
from vschaos.data.doctor import duplicates as doctor_duplicates
from vschaos.data.doctor.doctor import Diagnosis, Finding, Forecast, Severity, diagnose, read_ignored, write_ignored
from vschaos.data.doctor.findings import KINDS, named
from vschaos.data.facts import SoundFacts
from vschaos.data.fingerprint import BANDS
from vschaos.data.labels.files import LabelProblem
from vschaos.data.labels.model import LabelEntry, Labels, Span, Task, whole_file
from vschaos.data.scan import ScanReport, SoundFile, scan_folder
from vschaos.errors import DatasetError

WELL = SoundFacts(0.5, -20.0, 0, 0.0, 0.0, 0.0, False, "")


def sound(name: str, duration_s: float = 30.0, *, rate_hz: int = 44_100, channels: int = 1, key: str = "", **facts):
    """A sound as a scan gives it; whatever is not said of it is well."""
    known = dataclasses.replace(WELL, **facts)
    return SoundFile(Path("/sounds") / name, name, duration_s, rate_hz, channels, known, key or name)


def report(*files: SoundFile) -> ScanReport:
    return ScanReport(Path("/sounds"), files)


FOUR = tuple(sound(f"{name}.wav") for name in "abcd")


def only(diagnosis: Diagnosis, kind: str) -> Finding:
    found = [finding for finding in diagnosis.findings if finding.kind == kind]
    assert len(found) == 1, (kind, diagnosis.findings)
    return found[0]


def kinds(diagnosis: Diagnosis) -> list[str]:
    return [finding.kind for finding in diagnosis.findings]


# ── sounds ────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_found_where_all_is_well() -> None:
    assert diagnose(report(*FOUR), Labels(), ()) == Diagnosis(())


def test_an_empty_folder_is_left_to_the_scan() -> None:
    assert diagnose(report(), Labels(), ()).findings == ()


def test_sounds_without_facts_are_judged_by_what_is_known() -> None:
    bare = [dataclasses.replace(item, facts=None, key="") for item in FOUR]
    assert diagnose(report(*bare), Labels(), ()).findings == ()


@pytest.mark.parametrize(
    ("kind", "sick"),
    [
        ("silence", sound("x.wav", silent_s=30.0, longest_silence_s=30.0, peak=0.0, level_db=-200.0)),
        ("long_silence", sound("x.wav", silent_s=6.0, longest_silence_s=6.0)),
        ("mostly_silent", sound("x.wav", 6.0, silent_s=4.0, longest_silence_s=2.0)),
        ("clipping", sound("x.wav", clipped=400)),
        ("dc", sound("x.wav", dc=0.02)),
        ("short", sound("x.wav", 0.1)),
        ("mixed_rates", sound("x.wav", rate_hz=48_000)),
        ("mono_as_stereo", sound("x.wav", channels=2, channels_equal=True)),
        ("loudness", sound("x.wav", level_db=-50.0)),
        ("loudness", sound("x.wav", level_db=10.0)),
        ("duplicate", sound("x.wav", key="a.wav")),
    ],
)
def test_each_defect_of_a_sound(kind: str, sick: SoundFile) -> None:
    diagnosis = diagnose(report(*FOUR, sick), Labels(), ())
    assert kinds(diagnosis) == [kind]
    finding = diagnosis.findings[0]
    assert "x.wav" in finding.files
    assert "“x.wav”" in finding.sentence
    for text in (finding.sentence, finding.explanation, finding.remedy):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] == "“"


def test_little_sound() -> None:
    finding = only(diagnose(report(sound("a.wav", 12.0)), Labels(), ()), "little_sound")
    assert finding.sentence == "There is only 12 s of sound in all."
    assert finding.files == ()


def test_silence_does_not_count_as_sound() -> None:
    long = sound("rest.wav", 2400.0, silent_s=2400.0)
    finding = only(diagnose(report(sound("a.wav", 12.0), long), Labels(), ()), "little_sound")
    assert finding.sentence == "There is only 12 s of sound in all."


def test_nothing_but_silence_is_a_problem() -> None:
    silent = [sound(f"{i}.wav", silent_s=30.0, longest_silence_s=30.0, key=f"{i}") for i in range(5)]
    assert only(diagnose(report(*silent), Labels(), ()), "silence").severity is Severity.PROBLEM


def test_rests_are_music() -> None:
    piece = sound("rests.wav", 20.0, silent_s=8.0, longest_silence_s=3.0)
    assert diagnose(report(*FOUR, piece), Labels(), ()).findings == ()


def test_many_files_are_one_sentence() -> None:
    shifted = [sound(f"{number}.wav", dc=0.01 * number) for number in range(1, 6)]
    finding = only(diagnose(report(*FOUR, *shifted), Labels(), ()), "dc")
    assert finding.sentence == (
        "5 sounds have a DC offset, of up to 5.0 % of full scale: “1.wav”, “2.wav”, “3.wav” and 2 more."
    )
    assert len(finding.files) == 5


def test_files_are_named() -> None:
    assert [named([*"abcde"][:count]) for count in (1, 2, 3, 5)] == [
        *("“a”", "“a” and “b”", "“a”, “b” and “c”", "“a”, “b”, “c” and 2 more"),
    ]


def test_very_many_duplicates_are_one_finding() -> None:
    files = [sound(f"{number}{copy}.wav", key=f"{number}") for number in range(40) for copy in "ab"]
    finding = only(diagnose(report(*files), Labels(), ()), "duplicate")
    assert finding.sentence.startswith("40 sounds exist more than once, in 80 files:")
    assert set(finding.spare) == {f"{number}b.wav" for number in range(40)}


def test_the_best_copy_is_not_spare() -> None:
    files = [
        sound("a.mp3", 30.1, rate_hz=48_000, key="x"),
        sound("b.wav", channels=2, key="x"),
        sound("c.wav", key="x"),
        sound("d.flac", rate_hz=22_050, channels=2, key="x"),
    ]
    assert only(diagnose(report(*files), Labels(), ()), "duplicate").spare == ("a.mp3", "c.wav", "d.flac")
    ignored = {"duplicate\tb.wav"}
    finding = only(diagnose(report(*files), Labels(), (), ignored=ignored), "duplicate")
    assert finding.spare == finding.files == ("a.mp3", "c.wav", "d.flac")


def test_copies_are_found_among_very_many_sounds_of_one_length() -> None:
    """More sounds than are compared each with each: those that are alike are looked for by their outline."""
    rng = np.random.default_rng(3)
    many = 4 * doctor_duplicates.WINDOW
    rows = rng.integers(120, 256, (many, 12, BANDS + 1), dtype=np.uint8)
    rows[:, 0, 3] = 255
    prints = [base64.b64encode(bytes([1, 0]) + table.tobytes()).decode() for table in rows]
    copies = {5: many + 1, 200: many + 2, many - 1: many + 3}
    named = [sound(f"{number:04}", 0.25, fingerprint=text) for number, text in enumerate(prints)]
    named += [sound(f"{copy:04}", 0.25, fingerprint=prints[first]) for first, copy in copies.items()]
    found = [
        finding.files for finding in diagnose(report(*named), Labels(), ()).findings if finding.kind == "duplicate"
    ]
    assert sorted(found) == sorted((f"{first:04}", f"{copy:04}") for first, copy in copies.items())


def test_copies_by_content_and_by_ear_are_one_group(tmp_path: Path) -> None:
    time_s = np.arange(3 * 44_100) / 44_100
    number = np.arange(1, 9)[:, None]
    wave = np.sum(np.sin(2 * np.pi * 220 * number * time_s) * np.exp(-number * time_s) / number, axis=0)
    audio = (0.3 * wave[None]).astype(np.float32)
    sounds.write(tmp_path / "one.wav", audio)
    shutil.copy(tmp_path / "one.wav", tmp_path / "another.wav")
    sounds.write(tmp_path / "third.mp3", audio)
    sounds.write(tmp_path / "quiet.ogg", 0.5 * audio)
    sounds.write(tmp_path / "other.wav", sounds.noise(3.0))
    finding = only(diagnose(scan_folder(tmp_path), Labels(), ()), "duplicate")
    assert finding.files == ("another.wav", "one.wav", "quiet.ogg", "third.mp3")
    assert finding.sentence.endswith("are the same recording.")
    assert finding.spare in (("one.wav", "quiet.ogg", "third.mp3"), ("another.wav", "quiet.ogg", "third.mp3"))


def test_sick_sounds_among_sound_ones() -> None:
    """Seeds that no threshold was chosen on."""
    figures = check(range(200, 201), rounds=1)
    assert figures["found_share"] >= 0.94, figures["missed"]
    assert not {kind for kind in figures["false_alarms"] if " at " not in kind}


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────


def labelled(task: Task, **values: float | None) -> Labels:
    return Labels((task,), {task.name: {f"{name}.wav": whole_file(value) for name, value in values.items()}})


PLAIN = Task("kind", "int")


def test_well_labelled() -> None:
    assert diagnose(report(*FOUR), labelled(PLAIN, a=0, b=1, c=0, d=1), ()).findings == ()


def test_a_label_hole_is_counted_and_named() -> None:
    finding = only(diagnose(report(*FOUR), labelled(PLAIN, a=0, b=1), ()), "label_hole")
    assert finding.files == ("c.wav", "d.wav")
    assert finding.sentence == "2 sounds of 4 are not labelled with kind: “c.wav” and “d.wav”."


def test_none_is_no_hole() -> None:
    assert "label_hole" not in kinds(diagnose(report(*FOUR), labelled(PLAIN, a=0, b=1, c=None, d=None), ()))


def test_imbalance_is_in_seconds() -> None:
    spans = LabelEntry((Span(0.0, 1.0, 1.0), Span(1.0, 100.0, 0.0)))
    entries = {"a.wav": whole_file(0), "b.wav": spans, "c.wav": whole_file(2), "d.wav": whole_file(2)}
    labels = Labels((PLAIN,), {"kind": entries})
    finding = only(diagnose(report(*FOUR), labels, ()), "imbalance")
    assert finding.sentence == "Of kind, there is little sound of 1 (1.0 s); a class usually has 59.0 s."


def test_much_of_one_class() -> None:
    long = sound("long.wav", 600.0)
    labels = labelled(PLAIN, a=0, b=1, c=2, d=3, long=4)
    assert "much sound of 4 (600.0 s)" in only(diagnose(report(*FOUR, long), labels, ()), "imbalance").sentence


def test_missing_classes() -> None:
    between = only(diagnose(report(*FOUR), labelled(PLAIN, a=2, b=3, c=5, d=5), ()), "missing_class")
    assert between.sentence == "No sound has class 4 of kind."
    names = Task("kind", "int", ("wood", "metal", "air"))
    at_end = only(diagnose(report(*FOUR), labelled(names, a=0, b=0, c=0, d=0), ()), "missing_class")
    assert at_end.sentence == "No sound has classes “metal”, “air” of kind."


def test_classes_that_are_called_by_their_number_are_mere_numbers() -> None:
    octaves = Task("octave", "int", tuple(str(number) for number in range(9)))
    assert kinds(diagnose(report(*FOUR), labelled(octaves, a=3, b=4, c=3, d=4), ())) == []
    between = only(diagnose(report(*FOUR), labelled(octaves, a=3, b=5, c=3, d=5), ()), "missing_class")
    assert between.sentence == "No sound has class “4” of octave."


def test_a_label_that_no_sound_has_is_one_finding() -> None:
    nothing = labelled(PLAIN, a=None, b=None, c=None)
    finding = only(diagnose(report(*FOUR), nothing, ()), "label_hole")
    assert finding.sentence == "No sound has a label for kind."
    unread = LabelProblem("metadata/kind/metadata.txt", 1, "None of the 4 labels of kind could be read: …", "Mend it.")
    assert kinds(diagnose(report(*FOUR), nothing, (unread,))) == ["label_problem"]


def test_quantities_have_no_classes() -> None:
    labels = labelled(Task("force", "float"), a=0.0, b=9.5, c=1e6, d=-3.0)
    assert diagnose(report(*FOUR), labels, ()).findings == ()


def test_one_name_for_two_classes() -> None:
    task = Task("kind", "int", ("Bell", "gong", " bell"))
    finding = only(diagnose(report(*FOUR), labelled(task, a=0, b=1, c=2, d=1), ()), "class_twice")
    assert finding.sentence == "Classes 0 and 2 of kind have the same name: “Bell” and “ bell”."
    problem = LabelProblem("metadata/kind/classes.txt", 2, "The class “x” appears twice.", "Give each its own name.")
    same = Task("kind", "int", ("x", "x"))
    assert kinds(diagnose(report(*FOUR), labelled(same, a=0, b=1, c=0, d=1), (problem,))) == ["label_problem"]


def test_label_problems_are_findings() -> None:
    problem = LabelProblem("metadata/kind/metadata.txt", 3, "“x” is not a number.", "Write a number.")
    finding = only(diagnose(report(*FOUR), Labels(), (problem,)), "label_problem")
    assert finding.sentence == "metadata/kind/metadata.txt, line 3: “x” is not a number."
    assert finding.remedy == "Write a number."


def test_a_name_that_no_label_can_have() -> None:
    for name in ("Éclat", "a b", "x" * 65):
        finding = only(
            diagnose(report(*FOUR), labelled(Task(name, "float"), a=0.0, b=1.0, c=2.0, d=3.0), ()), "label_problem"
        )
        assert finding.sentence.startswith(f"“{name}” cannot be the name of a label")
        assert finding.remedy == f"Rename the folder metadata/{name}."


# ── what is ignored ───────────────────────────────────────────────────────────────────────────────────────


def test_a_kind_is_ignored() -> None:
    diagnosis = diagnose(report(*FOUR, sound("x.wav", dc=0.02)), Labels(), (), ignored={"dc"})
    assert diagnosis.findings == ()
    assert [finding.kind for finding in diagnosis.ignored] == ["dc"]


def test_a_file_is_ignored_and_the_others_are_not() -> None:
    sick = report(*FOUR, sound("x.wav", dc=0.02), sound("y.wav", dc=0.03))
    diagnosis = diagnose(sick, Labels(), (), ignored={"dc\tx.wav", "clipping\ty.wav"})
    assert only(diagnosis, "dc").files == ("y.wav",)
    assert [finding.files for finding in diagnosis.ignored] == [("x.wav",)]


def test_a_duplicate_needs_two() -> None:
    pair = report(*FOUR, sound("x.wav", key="a.wav"))
    diagnosis = diagnose(pair, Labels(), (), ignored={"duplicate\tx.wav"})
    assert diagnosis.findings == ()
    assert diagnosis.ignored[0].files == ("a.wav", "x.wav")


def test_ignored_findings_are_remembered(tmp_path: Path) -> None:
    assert read_ignored(tmp_path) == frozenset()
    entries = {"dc", "short\tété [1].wav", "short\tb.wav"}
    write_ignored(tmp_path, entries)
    assert read_ignored(tmp_path) == entries
    assert scan_folder(tmp_path).rejected == ()
    write_ignored(tmp_path, ())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="cannot be saved"):
        write_ignored(tmp_path / "gone", {"dc"})
    (tmp_path / ".vschaos-ignored").mkdir()
    with pytest.raises(DatasetError, match="cannot be read"):
        read_ignored(tmp_path)


def test_the_window_can_load_the_doctor() -> None:
    code = "import sys, vschaos.data.doctor.doctor, vschaos.data.forecast; print({'torch', 'scipy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "set()"


def test_kinds_are_names_for_the_command_line() -> None:
    assert all(kind.isidentifier() and kind.islower() for kind in KINDS)


# ── forecast ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def configurations() -> dict[str, Config]:
    return {name: compose_config(name, []) for name in ("dgt_small", "dgt_mid", "dgt_large")}


def forecast_of(configurations: dict[str, Config], products_per_s: float = 1e10) -> Forecast:
    forecast = forecasts.forecast(report(*FOUR), configurations, products_per_s=products_per_s)
    assert forecast is not None
    return forecast


def test_forecast_counts_frames_and_bytes(configurations: dict[str, Config]) -> None:
    forecast = forecast_of(configurations)
    assert forecast.frames == 4 * -(-30 * 44_100 // 512)
    assert forecast.store_mb == pytest.approx(4 * 30 * 44_100 * 4 / 1e6)
    assert forecast.training_s["dgt_small"] < forecast.training_s["dgt_mid"] < forecast.training_s["dgt_large"]
    assert forecasts.forecast(report()) is None


def test_a_faster_computer_needs_less_time(configurations: dict[str, Config]) -> None:
    slow, fast = (forecast_of(configurations, speed).training_s for speed in (1e9, 1e11))
    assert all(fast[name] < slow[name] for name in slow)


def test_a_known_speed_counts_more_than_an_estimate(configurations: dict[str, Config]) -> None:
    before = forecast_of(configurations)
    forecasts.remember_speed("dgt_mid", 20.0)
    forecasts.remember_speed("dgt_small", 64 * 512 / 44_100 * 12_000 / 60)
    forecasts.remember_speed("dgt_large", float("nan"))
    assert forecasts.known_speeds().keys() == {"dgt_mid", "dgt_small"}
    after = forecast_of(configurations)
    assert after.training_s["dgt_small"] == pytest.approx(60.0)
    assert after.training_s["dgt_large"] == before.training_s["dgt_large"]


def test_minutes_are_what_they_say() -> None:
    short = {"dgt_small": compose_config("dgt_small", ["training.minutes=7"])}
    assert forecast_of(short).training_s == {"dgt_small": 420.0}


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"dgt_mid": "fast", "dgt_small": -1}'])
def test_damaged_speeds_are_none(content: str) -> None:
    path = forecasts.cache_folder() / forecasts.SPEEDS_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    assert forecasts.known_speeds() == {}


def test_speeds_that_cannot_be_kept_do_no_harm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("VSCHAOS_CACHE", str(tmp_path / "file"))
    forecasts.remember_speed("dgt_mid", 20.0)
    assert forecasts.known_speeds() == {}


def test_products_are_measured_quickly() -> None:
    assert forecasts.measure_products(0.01) > 1e6
