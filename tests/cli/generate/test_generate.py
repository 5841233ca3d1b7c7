"""`vschaos generate` as a shell calls it: what is written, where, how long, how loud, and what is reported."""

from __future__ import annotations

import csv
import dataclasses
import json

import numpy as np
import pytest
import soundfile

from tests import sounds
from tests.phrases import known_phrases
from vschaos.cli.main import main
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.start import with_start
from vschaos.latent.trajectories import TrajectoryKind
from vschaos.performance.gesture_files import read_gesture

KINDS = [kind.value for kind in TrajectoryKind]


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("instruments") / "plain.vschaos"
    write_instrument(path, untrained(seed=1, latent_dims=3, hidden=16))
    return path


@pytest.fixture(scope="module")
def conditioned(tmp_path_factory):
    """An instrument with a label that it predicts, and one that must be set."""
    path = tmp_path_factory.mktemp("instruments") / "conditioned.vschaos"
    conditions = {"pitch": ConditioningConfig(dim=12), "octave": ConditioningConfig(dim=5)}
    predictions = {"pitch": PredictionConfig(dim=12)}
    write_instrument(path, untrained(2, latent_dims=3, hidden=16, conditioning=conditions, prediction=predictions))
    return path


def generate(what, instrument, out, *more):
    return main(["generate", what, str(instrument), "--out", str(out), *map(str, more)])


def made(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def table(path):
    with path.open(newline="") as file:
        header, *rows = csv.reader(file)
    return header, np.array([[float(value or "nan") for value in row] for row in rows])


def spectra_db(sound):
    frames = np.lib.stride_tricks.sliding_window_view(sound, 2048)[::2048] * np.hanning(2048)
    return 20 * np.log10(np.abs(np.fft.rfft(frames)) + 1e-4)


# ── reconstruct ───────────────────────────────────────────────────────────────────────────────────────────


def test_files_and_folders_keep_names_lengths_channels_and_places(instrument, tmp_path):
    sounds.write_tone(tmp_path / "a.WAV", 0.31)
    sounds.write_tone(tmp_path / "in" / "b.flac", 0.5, sample_rate_hz=48_000, channels=2)
    sounds.write_tone(tmp_path / "in" / "deep er" / "c.d.aiff", 0.2, sample_rate_hz=22_050)
    (tmp_path / "in" / "notes.txt").write_text("no sound")
    out = tmp_path / "out"
    files = ["--files", tmp_path / "a.WAV", tmp_path / "in"]
    assert generate("reconstruct", instrument, out, *files, "--sr", "32000") == 0
    assert made(out) == [f"reconstructions/{name}.wav" for name in ("a", "b", "deep er/c.d")]
    for name, seconds, channels in (("a", 0.31, 1), ("b", 0.5, 2), ("deep er/c.d", 0.2, 1)):
        info = soundfile.info(out / "reconstructions" / f"{name}.wav")
        assert (info.frames, info.samplerate, info.channels) == (round(32_000 * seconds), 32_000, channels)


def test_the_rate_is_the_instruments_unless_asked_for_and_flac_is_flac(instrument, tmp_path):
    source = sounds.write_tone(tmp_path / "a.wav", 0.2, sample_rate_hz=48_000)
    assert generate("reconstruct", instrument, tmp_path / "out", "--files", source, "--format", "flac") == 0
    info = soundfile.info(tmp_path / "out" / "reconstructions" / "a.flac")
    assert (info.samplerate, info.frames, info.format) == (44_100, 8_820, "FLAC")


def test_a_broken_file_is_reported_and_the_others_go_on(instrument, tmp_path, capsys):
    sounds.write_tone(tmp_path / "in" / "good.wav", 0.2)
    sounds.cut_short(sounds.write(tmp_path / "in" / "cut.flac", sounds.noise(3.0)))
    (tmp_path / "in" / "letter.wav").write_text("letters " * 100)
    sounds.write(tmp_path / "in" / "nothing.wav", sounds.noise(0.1)[:, :0])
    missing = tmp_path / "missing.wav"
    assert generate("reconstruct", instrument, tmp_path / "out", "--files", tmp_path / "in", missing, "--json") == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    errors = {line["origin"].rpartition("/")[2]: line["error"] for line in lines if "error" in line}
    assert errors.keys() == {"cut.flac", "letter.wav", "nothing.wav", "missing.wav"}
    assert "is incomplete or damaged" in errors["cut.flac"]
    assert "does not exist" in errors["missing.wav"]
    assert "is empty" in errors["nothing.wav"]
    assert lines[-1] == {"done": True, "written": 1, "failed": 4}
    assert made(tmp_path / "out") == ["reconstructions/good.wav"]


def test_two_sounds_of_one_name_both_get_through(instrument, tmp_path):
    files = [sounds.write_tone(tmp_path / name, 0.1) for name in ("a.wav", "a.flac", "x/A.wav", "y/a.wav")]
    assert generate("reconstruct", instrument, tmp_path / "out", "--files", *files) == 0
    names = made(tmp_path / "out" / "reconstructions")
    assert len(names) == len({name.casefold() for name in names}) == 4
    assert {"a.wav", "a_flac.wav"} <= set(names)


def test_a_sound_is_never_replaced_by_what_is_made_of_it(instrument, tmp_path, capsys):
    source = sounds.write_tone(tmp_path / "reconstructions" / "a.wav", 0.1)
    before = source.read_bytes()
    assert generate("reconstruct", instrument, tmp_path, "--files", source) == 1
    assert "would replace one of the input sounds" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_earlier_results_in_the_folder_are_left_out(instrument, tmp_path, capsys):
    sounds.write_tone(tmp_path / "a.wav", 0.1)
    for _ in range(2):
        assert generate("reconstruct", instrument, tmp_path, "--files", tmp_path) == 0
    assert made(tmp_path) == ["a.wav", "reconstructions/a.wav"]
    assert "Skipped 1 earlier result in" in capsys.readouterr().err


def test_labels_are_set_or_predicted(conditioned, tmp_path, capsys):
    source = sounds.write_tone(tmp_path / "a.wav", 0.3)
    heard = {}
    for name, meta in (("unknown", ()), ("set", ("pitch", 3, "octave", 4)), ("other", ("pitch", 8, "octave", 1))):
        more = ("--meta", *meta) if meta else ()
        assert generate("reconstruct", conditioned, tmp_path / name, "--files", source, *more) == 0
        heard[name], _ = soundfile.read(tmp_path / name / "reconstructions" / "a.wav")
        warned = capsys.readouterr().err
        assert ("The label “octave” is unknown" in warned) == (name == "unknown")
        assert "“pitch”" not in warned
    assert np.abs(heard["set"] - heard["other"]).max() > 1e-4
    assert np.abs(heard["unknown"]).max() > 0


def test_keeping_the_inputs_phase_is_in_time(instrument, tmp_path):
    source = sounds.write(tmp_path / "a.wav", sounds.noise(0.5))
    assert generate("reconstruct", instrument, tmp_path, "--files", source, "--phase", "keep_input") == 0
    sound, _ = soundfile.read(source)
    result, _ = soundfile.read(tmp_path / "reconstructions" / "a.wav")
    product = np.fft.irfft(np.fft.rfft(result, 65_536) * np.conj(np.fft.rfft(sound, 65_536)))
    assert product.argmax() == 0


def test_clipping_is_reported_and_gain_avoids_it(instrument, tmp_path, capsys):
    source = sounds.write(tmp_path / "a.wav", sounds.noise(0.3))
    heard, reported = {}, {}
    for gain_db in (12, -20):
        assert generate("reconstruct", instrument, tmp_path, "--files", source, "--gain", gain_db) == 0
        heard[gain_db], _ = soundfile.read(tmp_path / "reconstructions" / "a.wav")
        reported[gain_db] = capsys.readouterr().err
    assert "is clipped: its peak is" in reported[12]
    assert not reported[-20]
    np.testing.assert_allclose(heard[12], np.clip(heard[-20] * 10 ** (32 / 20), -1, 1), atol=1e-5)


# ── trajectories ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def every_kind(instrument, tmp_path_factory):
    out = tmp_path_factory.mktemp("every")
    assert generate("trajectories", instrument, out, "--trajectories", *KINDS, "-s", 64, "-b", 2, "--seed", 5) == 0
    return out / "trajectories"


def test_each_trajectory_has_a_sound_and_its_path(every_kind):
    names = [f"{kind}_{number}" for kind in KINDS for number in (1, 2)]
    assert made(every_kind) == sorted(f"{name}.{suffix}" for name in names for suffix in ("wav", "csv"))
    for name in names:
        info = soundfile.info(every_kind / f"{name}.wav")
        assert (info.frames, info.channels, info.samplerate) == (64 * 512, 1, 44_100)
        header, rows = table(every_kind / f"{name}.csv")
        assert header == ["time_s", "z1", "z2", "z3"]
        np.testing.assert_allclose(rows[:, 0], np.arange(64) * 512 / 44_100, atol=1e-6)
        assert np.abs(rows[:, 1:]).max() <= 1.0


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_moves_the_sound(every_kind, instrument, tmp_path, kind):
    sound, _ = soundfile.read(every_kind / f"{kind}_1.wav")
    _, rows = table(every_kind / f"{kind}_1.csv")
    assert np.ptp(rows[:, 1:], axis=0).min() > 0.1, "every axis moves"
    assert np.sqrt(np.square(sound).mean()) > 1e-3, "it sounds"
    assert np.abs(sound).max() <= 1.0
    level = spectra_db(sound)[1:-1]
    assert np.abs(level[:, None] - level[None]).mean(axis=2).max() > 3.0, "two moments differ by 3 dB on average"
    other, _ = soundfile.read(every_kind / f"{kind}_2.wav")
    assert np.abs(sound - other).max() > 1e-3


def test_the_same_seed_gives_the_same_bytes_and_other_kinds_change_nothing(every_kind, instrument, tmp_path):
    def one(seed):
        more = ("--trajectories", "ellipse", "brownian", "-s", 64, "--seed", seed)
        assert generate("trajectories", instrument, tmp_path / str(seed), *more) == 0
        return tmp_path / str(seed) / "trajectories"

    same, other = one(5), one(6)
    for name in ("ellipse_1.wav", "ellipse_1.csv", "brownian_1.wav", "brownian_1.csv"):
        assert (same / name).read_bytes() == (every_kind / name).read_bytes()
        assert (other / name).read_bytes() != (every_kind / name).read_bytes()


def test_only_the_axes_that_are_asked_for_move(instrument, tmp_path):
    more = ("--trajectories", "points", "sin", "-s", 32, "--axes", 3, 1)
    start = with_start(read_instrument(instrument)).card.start[1]
    assert generate("trajectories", instrument, tmp_path, *more) == 0
    for kind in ("points", "sin"):
        _, rows = table(tmp_path / "trajectories" / f"{kind}_1.csv")
        assert (rows[:, 2] == start).all()
        assert (np.ptp(rows[:, [1, 3]], axis=0) > 0.1).all()


def test_rate_format_and_speed(instrument, tmp_path):
    more = ("--trajectories", "sin", "-s", 64, "--speed", 4, "--sr", 48_000, "--format", "flac")
    assert generate("trajectories", instrument, tmp_path, *more) == 0
    info = soundfile.info(tmp_path / "trajectories" / "sin_1.flac")
    assert (info.samplerate, info.frames) == (48_000, -(-64 * 512 * 48_000 // 44_100))
    _, rows = table(tmp_path / "trajectories" / "sin_1.csv")
    assert np.abs(np.fft.rfft(rows[:, 1]))[1:].argmax() + 1 == 4


def test_jitter_moves_each_point_of_a_path_and_sampling_none(instrument, tmp_path, capsys):
    rows = {}
    for name, file, more in (
        ("plain", "sin_1.csv", ()),
        ("sampled", "sin_1.csv", ("--sample_latent", 1)),
        ("moved", "sin_1_jitter=0.1.csv", ("--jitter", 0.1, "--axes", 1, 2)),
        ("again", "sin_1_jitter=0.1.csv", ("--jitter", 0.1, "--axes", 1, 2)),
        ("unmoved", "sin_1.csv", ("--axes", 1, 2)),
    ):
        more = ("--trajectories", "sin", "-b", 1, "-s", 256, *more)
        assert generate("trajectories", instrument, tmp_path / name, *more) == 0
        assert ("--sample_latent has no effect" in capsys.readouterr().err) == (name == "sampled")
        rows[name] = table(tmp_path / name / "trajectories" / file)[1]
    assert (rows["sampled"] == rows["plain"]).all()
    assert (rows["moved"] == rows["again"]).all()
    moves = (rows["moved"] - rows["unmoved"])[:, 1:4]
    assert moves[:, :2].std(axis=0) == pytest.approx([0.1, 0.1], rel=0.2)
    assert (moves[:, 2] == 0).all()


def test_labels_that_are_not_set_have_their_defaults(conditioned, tmp_path):
    more = ("--trajectories", "line", "-s", 32)
    for name, meta in (("default", ()), ("set", ("--meta", "octave", 4))):
        assert generate("trajectories", conditioned, tmp_path / name, *more, *meta) == 0
    default, chosen = (tmp_path / name / "trajectories" / "line_1" for name in ("default", "set"))
    header, rows = table(default.with_suffix(".csv"))
    assert header[4:] == ["pitch", "octave"]
    assert not np.isnan(rows).any()
    _, others = table(chosen.with_suffix(".csv"))
    assert (others[:, 5] == 4).all()
    assert (others[:, 4] == rows[:, 4]).all()
    assert default.with_suffix(".wav").read_bytes() != chosen.with_suffix(".wav").read_bytes()


# ── wander ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def wandering(tmp_path_factory):
    path = tmp_path_factory.mktemp("instruments") / "wandering.vschaos"
    instrument = with_start(untrained(seed=1, latent_dims=3, hidden=16))
    write_instrument(path, dataclasses.replace(instrument, phrases=known_phrases(3, rest_logit=0.0, longest_rest=40)))
    return path


def test_wander_writes_a_sound_with_rests_and_its_gesture(wandering, tmp_path):
    options = ("--seconds", 2, "--count", 2, "--seed", 3)
    assert generate("wander", wandering, tmp_path / "one", *options) == 0
    assert generate("wander", wandering, tmp_path / "two", *options) == 0
    files = [f"phrases/phrase_{number}.{kind}" for number in (1, 2) for kind in ("json", "wav")]
    assert made(tmp_path / "one") == files
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    sound, rate_hz = soundfile.read(tmp_path / "one" / files[1])
    assert len(sound) == 2 * rate_hz
    loud = np.abs(sound[: len(sound) // 441 * 441].reshape(-1, 441)).max(axis=1)
    assert loud.max() > 0.01
    gesture = read_gesture(tmp_path / "one" / files[0])
    assert gesture.duration_s == pytest.approx(2.0, abs=0.02)
    assert {"wander", "level", "latent.z1", "latent.z3"} <= {event.control for event in gesture.events}


def test_an_instrument_that_rests_is_silent(wandering, tmp_path):
    instrument = read_instrument(wandering)
    path = tmp_path / "resting.vschaos"
    write_instrument(path, dataclasses.replace(instrument, phrases=known_phrases(3, 20.0, longest_rest=1000)))
    assert generate("wander", path, tmp_path, "--seconds", 1, "--count", 1) == 0
    sound, rate_hz = soundfile.read(tmp_path / "phrases" / "phrase_1.wav")
    assert np.abs(sound[: rate_hz // 20]).max() > 1e-3, "it begins where the hand is"
    assert np.abs(sound[rate_hz // 2 :]).max() < 1e-4


def test_wander_says_what_is_missing_or_out_of_range(instrument, wandering, tmp_path, capsys):
    assert generate("wander", instrument, tmp_path) == 1
    assert "has not learned to play by itself" in capsys.readouterr().err
    for start in ((0.1, 0.2, 0.3, 0.4), (1.5,)):
        assert generate("wander", wandering, tmp_path, "--start", *start) == 1
        assert "--start" in capsys.readouterr().err


# ── morph ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def pair(tmp_path):
    a = sounds.write(tmp_path / "a.wav", sounds.tone(0.4, 220.0))
    b = sounds.write(tmp_path / "b.flac", sounds.noise(0.7, channels=2, sample_rate_hz=48_000), 48_000)
    return a, b


def test_a_morph_goes_from_one_path_to_the_other(instrument, tmp_path, pair):
    assert generate("morph", instrument, tmp_path, "--files", *pair, "-n", 3) == 0
    folder = tmp_path / "morphs"
    names = ["a_to_b", *(f"a_to_b_{step}of3" for step in (1, 2, 3))]
    assert made(folder) == sorted(f"{name}.{suffix}" for name in names for suffix in ("wav", "csv"))
    moving, first, middle, last = (table(folder / f"{name}.csv")[1][:, 1:] for name in names)
    assert len({len(rows) for rows in (moving, first, middle, last)}) == 1
    assert abs(soundfile.info(folder / "a_to_b.wav").duration - 0.7) < 512 / 44_100
    np.testing.assert_allclose(middle, (first + last) / 2, atol=2e-6)
    np.testing.assert_allclose(moving[0], first[0], atol=2e-6)
    np.testing.assert_allclose(moving[-1], last[-1], atol=2e-6)
    weight = np.linspace(0, 1, len(moving))[:, None]
    np.testing.assert_allclose(moving, (1 - weight) * first + weight * last, atol=2e-6)


def test_the_first_of_a_grid_sounds_like_the_first_sounds_reconstruction(instrument, tmp_path, pair):
    assert generate("morph", instrument, tmp_path, "--files", pair[0], pair[0], "-n", 2) == 0
    assert generate("reconstruct", instrument, tmp_path, "--files", pair[0]) == 0
    morph, _ = soundfile.read(tmp_path / "morphs" / "a_to_a_1of2.wav")
    whole, _ = soundfile.read(tmp_path / "reconstructions" / "a.wav")
    count = min(len(morph), len(whole)) - 4096
    difference = np.abs(spectra_db(morph[4096:count]) - spectra_db(whole[4096:count])).mean()
    assert difference < 3.0
    other = np.abs(spectra_db(morph[4096:count]) - spectra_db(sounds.noise(1.0)[0][4096:count])).mean()
    assert other > 2 * difference


def test_a_smooth_curve_and_a_length(instrument, tmp_path, pair):
    more = ("--files", *pair, "--curve", "smooth", "--seconds", 1)
    assert generate("morph", instrument, tmp_path, *more) == 0
    assert abs(soundfile.info(tmp_path / "morphs" / "a_to_b.wav").duration - 1.0) < 512 / 44_100


def test_classes_switch_halfway(conditioned, tmp_path, pair, capsys):
    assert generate("morph", conditioned, tmp_path, "--files", *pair, "--json") == 0
    warning, line, done = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert "“octave”" in warning["warning"]
    assert done == {"done": True, "written": 1, "failed": 0}
    assert line["weight"] is None
    header, rows = table(tmp_path / "morphs" / "a_to_b.csv")
    pitch = rows[:, header.index("pitch")]
    assert (pitch == np.round(pitch)).all()
    assert np.isnan(rows[:, header.index("octave")]).all(), "an unknown label stays unknown"


# ── errors ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (["--noise", "nan"], "--noise is nan; it must be −1 to 1"),
        (["--gain", "40"], "--gain is 40; it must be −60 to 12 dB"),
        (["--sr", "12"], "--sr is 12; it must be 2,000 to 768,000 Hz"),
        (["-b", "0"], "--count is 0; it must be 1 or more"),
        (["-s", "1"], "does not move"),
        (["-s", "99999999"], "too long"),
        (["--jitter", "nan"], "--jitter is nan; it must be 0 to 8"),
        (["--speed", "0"], "no movement"),
        (["--speed", "inf"], "no movement"),
        (["--speed", "100"], "too many"),
        (["--seed", "-1"], "--seed is -1; it must be 0 or more"),
        (["--axes", "4"], "no latent axis 4"),
        (["--axes", "1", "1"], "--axes repeats an axis"),
        (["--meta", "timbre", "1"], "no label “timbre”"),
        (["--meta", "pitch"], "pairs"),
        (["--meta", "pitch", "12"], "12 is not a value of the label “pitch”"),
        (["--meta", "pitch", "nan"], "not a value"),
        (["--meta", "pitch", "1.5"], "not a class"),
        (["--out", "/dev/null/x"], "could not be saved"),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_errors_are_sentences_and_leave_no_files(conditioned, tmp_path, capsys, more, text, as_json):
    flags = ["--json"] if as_json else []
    assert generate("trajectories", conditioned, tmp_path / "out", *more, *flags) == 1
    printed = capsys.readouterr()
    assert text in (json.loads(printed.out)["error"] if as_json else printed.err)
    assert "Traceback" not in printed.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (["-n", "1"], "--grid is 1; it must be 2 to 1,000"),
        (["--seconds", "0"], "--seconds is 0; it must be above 0"),
        (["--seconds", "1e9"], "it must be above 0 to 3,600 seconds"),
    ],
)
def test_impossible_morphs_are_refused(instrument, tmp_path, pair, capsys, more, text):
    assert generate("morph", instrument, tmp_path / "out", "--files", *pair, *more) == 1
    assert text in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_run_is_read_from_the_version_and_checkpoint_asked_for(tmp_path, capsys):
    for version in (0, 1):
        instrument = untrained(seed=version, latent_dims=2 + version, hidden=16)
        write_instrument(tmp_path / "run" / f"version_{version}" / "best.vschaos", instrument)
    more = ("--trajectories", "line", "-s", 8, "--checkpoint", "best")
    assert generate("trajectories", tmp_path / "run", tmp_path, *more) == 0
    assert table(tmp_path / "trajectories" / "line_1.csv")[0][-1] == "z3"
    assert generate("trajectories", tmp_path / "run", tmp_path, *more, "-v", 0) == 0
    assert table(tmp_path / "trajectories" / "line_1.csv")[0][-1] == "z2"
    assert generate("trajectories", tmp_path / "run", tmp_path, "-v", 7) == 1
    assert "version 7" in capsys.readouterr().err


# ── spellings of vschaos2 ────────────────────────────────────────────────────────────────────────


def test_without_options_there_are_three_of_three_kinds_in_outs(instrument, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["generate.py", "trajectories", str(instrument), "--n_steps", "8"]) == 0
    kinds = ("line", "random", "sin")
    expected = sorted(f"{kind}_{index}.wav" for kind in kinds for index in (1, 2, 3))
    assert sorted(path.name for path in (tmp_path / "outs" / "trajectories").glob("*.wav")) == expected


def test_spellings_of_vschaos2(instrument, tmp_path, capsys):
    flags = ["--n_batches", "1", "--n_steps", "8", "--out_path", str(tmp_path), "--cuda", "0"]
    assert main(["generate", "trajectories", str(instrument), *flags]) == 0
    assert "--cuda 0 has no effect" in capsys.readouterr().err
    assert (tmp_path / "trajectories" / "sin_1.wav").is_file()


def test_jitter_and_sampled_latents_move_the_sound_as_far_as_they_say(instrument, tmp_path):
    sounds.write(tmp_path / "in.wav", sounds.tone(1.0))

    def made_with(*flags):
        out = tmp_path / "-".join(map(str, flags))
        assert generate("reconstruct", instrument, out, "-f", tmp_path / "in.wav", *flags) == 0
        (path,) = (out / "reconstructions").iterdir()
        return path.name, soundfile.read(path)[0]

    name, still = made_with()
    assert name == "in.wav"
    name, little = made_with("--jitter", 0.01)
    assert name == "in_jitter=0.01.wav"
    _, much = made_with("--jitter", 1)
    _, again = made_with("--jitter", 1, "--seed", 0)
    _, other = made_with("--jitter", 1, "--seed", 1)
    _, sampled = made_with("--sample_latent", 1)
    apart = [np.abs(spectra_db(sound) - spectra_db(still)).mean() for sound in (little, much, sampled)]
    assert 0 < apart[0] < apart[1]
    assert apart[2] > 0
    assert np.array_equal(much, again)
    assert not np.array_equal(much, other)
    assert {len(sound) for sound in (still, little, much, sampled)} == {len(still)}


def test_labels_of_a_dataset_are_read(conditioned, tmp_path):
    dataset = tmp_path / "set"
    sounds.write(dataset / "data" / "a.wav", sounds.tone(1.0))
    for task, text in (("pitch", "tracks/a.txt"), ("octave", "4")):
        (dataset / "metadata" / task / "tracks").mkdir(parents=True)
        (dataset / "metadata" / task / "metadata.txt").write_text(f"data/a.wav\t{text}\n", encoding="utf-8")
    track = dataset / "metadata" / "pitch" / "tracks" / "a.txt"
    track.write_text("0.0,0.5\t3\n0.5,1.0\t7\n", encoding="utf-8")

    def made_with(out, *flags):
        flags += ("--phase", "keep_input")  # a frame depends on no other
        assert generate("reconstruct", conditioned, tmp_path / out, "-f", dataset / "data" / "a.wav", *flags) == 0
        return soundfile.read(tmp_path / out / "reconstructions" / "a.wav")[0]

    read = made_with("read", "--dataset", dataset)
    third = made_with("third", "--meta", "pitch", 3, "octave", 4)
    seventh = made_with("seventh", "--meta", "pitch", 7, "octave", 4)
    rate = 44_100
    early, late = slice(0, int(0.4 * rate)), slice(int(0.7 * rate), int(0.9 * rate))
    np.testing.assert_allclose(read[early], third[early], atol=1e-4)
    assert np.abs(read[late] - third[late]).max() > 1e-2
    np.testing.assert_allclose(read[late], seventh[late], atol=1e-4)


@pytest.mark.parametrize(
    ("flags", "text"),
    [
        (["--jitter", "-1"], "--jitter is -1; it must be 0 to 8"),
        (["--jitter", "nan"], "--jitter is nan; it must be 0 to 8"),
        (["--seed", "-1"], "--seed is -1; it must be 0 or more"),
        (["--jitter", "1", "--phase", "keep_input"], "does not fit latent points that are moved"),
        (["--dataset", "/nowhere"], "There is no folder “/nowhere”"),
    ],
)
def test_impossible_reconstructions_are_refused(instrument, tmp_path, capsys, flags, text):
    assert generate("reconstruct", instrument, tmp_path / "out", "-f", tmp_path, *flags) == 1
    assert text in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
