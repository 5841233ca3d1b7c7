"""`vschaos generate` as a shell calls it: what is written, where, how long, how loud, and what is said of the rest."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
import soundfile

from tests import sounds
from vschaos.cli.main import main
from vschaos.configs.schema import ConditioningConfig, PredictionConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.latent.trajectories import Kind

KINDS = [kind.value for kind in Kind]


@pytest.fixture(scope="module")
def instrument(tmp_path_factory):
    path = tmp_path_factory.mktemp("instruments") / "plain.vschaos"
    write_instrument(path, untrained(seed=1, latent_dims=3, hidden=16))
    return path


@pytest.fixture(scope="module")
def conditioned(tmp_path_factory):
    """An instrument with a class that it finds out, and one that it must be told."""
    path = tmp_path_factory.mktemp("instruments") / "conditioned.vschaos"
    told = {"pitch": ConditioningConfig(dim=12), "octave": ConditioningConfig(dim=5)}
    found = {"pitch": PredictionConfig(dim=12)}
    write_instrument(path, untrained(2, latent_dims=3, hidden=16, conditioning=told, prediction=found))
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


def test_a_broken_file_is_told_and_the_others_go_on(instrument, tmp_path, capsys):
    sounds.write_tone(tmp_path / "in" / "good.wav", 0.2)
    sounds.cut_short(sounds.write(tmp_path / "in" / "cut.flac", sounds.noise(3.0)))
    (tmp_path / "in" / "words.wav").write_text("words " * 100)
    sounds.write(tmp_path / "in" / "nothing.wav", sounds.noise(0.1)[:, :0])
    missing = tmp_path / "missing.wav"
    assert generate("reconstruct", instrument, tmp_path / "out", "--files", tmp_path / "in", missing, "--json") == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    errors = {line["origin"].rpartition("/")[2]: line["error"] for line in lines if "error" in line}
    assert errors.keys() == {"cut.flac", "words.wav", "nothing.wav", "missing.wav"}
    assert "breaks off" in errors["cut.flac"]
    assert "does not exist" in errors["missing.wav"]
    assert "holds no sound" in errors["nothing.wav"]
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
    assert "would replace" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_earlier_results_in_the_folder_are_left_out(instrument, tmp_path, capsys):
    sounds.write_tone(tmp_path / "a.wav", 0.1)
    for _ in range(2):
        assert generate("reconstruct", instrument, tmp_path, "--files", tmp_path) == 0
    assert made(tmp_path) == ["a.wav", "reconstructions/a.wav"]
    assert "earlier results" in capsys.readouterr().err


def test_conditioned_instruments_take_labels_and_find_others(conditioned, tmp_path, capsys):
    source = sounds.write_tone(tmp_path / "a.wav", 0.3)
    heard = {}
    for name, meta in (("found", ()), ("told", ("pitch", 3, "octave", 4)), ("other", ("pitch", 8, "octave", 1))):
        more = ("--meta", *meta) if meta else ()
        assert generate("reconstruct", conditioned, tmp_path / name, "--files", source, *more) == 0
        heard[name], _ = soundfile.read(tmp_path / name / "reconstructions" / "a.wav")
        warned = capsys.readouterr().err
        assert ("does not find the label “octave”" in warned) == (name == "found")
        assert "“pitch”" not in warned
    assert np.abs(heard["told"] - heard["other"]).max() > 1e-4
    assert np.abs(heard["found"]).max() > 0


def test_keeping_the_inputs_phase_is_in_time(instrument, tmp_path):
    source = sounds.write(tmp_path / "a.wav", sounds.noise(0.5))
    assert generate("reconstruct", instrument, tmp_path, "--files", source, "--phase", "keep_input") == 0
    sound, _ = soundfile.read(source)
    result, _ = soundfile.read(tmp_path / "reconstructions" / "a.wav")
    product = np.fft.irfft(np.fft.rfft(result, 65_536) * np.conj(np.fft.rfft(sound, 65_536)))
    assert product.argmax() == 0


def test_too_loud_is_clipped_and_told_and_gain_mends_it(instrument, tmp_path, capsys):
    source = sounds.write(tmp_path / "a.wav", sounds.noise(0.3))
    heard, told = {}, {}
    for gain_db in (12, -20):
        assert generate("reconstruct", instrument, tmp_path, "--files", source, "--gain", gain_db) == 0
        heard[gain_db], _ = soundfile.read(tmp_path / "reconstructions" / "a.wav")
        told[gain_db] = capsys.readouterr().err
    assert "is clipped: it would peak" in told[12]
    assert not told[-20]
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
    assert generate("trajectories", instrument, tmp_path, *more) == 0
    for kind in ("points", "sin"):
        _, rows = table(tmp_path / "trajectories" / f"{kind}_1.csv")
        assert (rows[:, 2] == 0).all()
        assert (np.ptp(rows[:, [1, 3]], axis=0) > 0.1).all()


def test_rate_format_and_speed(instrument, tmp_path):
    more = ("--trajectories", "sin", "-s", 64, "--speed", 4, "--sr", 48_000, "--format", "flac")
    assert generate("trajectories", instrument, tmp_path, *more) == 0
    info = soundfile.info(tmp_path / "trajectories" / "sin_1.flac")
    assert (info.samplerate, info.frames) == (48_000, -(-64 * 512 * 48_000 // 44_100))
    _, rows = table(tmp_path / "trajectories" / "sin_1.csv")
    assert np.abs(np.fft.rfft(rows[:, 1]))[1:].argmax() + 1 == 4


def test_labels_are_told_and_others_are_what_is_common(conditioned, tmp_path):
    more = ("--trajectories", "line", "-s", 32)
    for name, meta in (("default", ()), ("told", ("--meta", "octave", 4))):
        assert generate("trajectories", conditioned, tmp_path / name, *more, *meta) == 0
    default, told = (tmp_path / name / "trajectories" / "line_1" for name in ("default", "told"))
    header, rows = table(default.with_suffix(".csv"))
    assert header[4:] == ["pitch", "octave"]
    assert not np.isnan(rows).any()
    _, others = table(told.with_suffix(".csv"))
    assert (others[:, 5] == 4).all()
    assert (others[:, 4] == rows[:, 4]).all()
    assert default.with_suffix(".wav").read_bytes() != told.with_suffix(".wav").read_bytes()


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
    assert np.isnan(rows[:, header.index("octave")]).all(), "what nobody knows stays open"


# ── what cannot be done ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--noise", "nan"], "from 0 to 1"),
        (["--gain", "40"], "−60 to 12"),
        (["--sr", "12"], "no sample rate"),
        (["-b", "0"], "makes nothing"),
        (["-s", "1"], "goes nowhere"),
        (["-s", "99999999"], "too long"),
        (["--speed", "0"], "no movement"),
        (["--speed", "inf"], "no movement"),
        (["--speed", "100"], "too many"),
        (["--seed", "-1"], "no seed"),
        (["--axes", "4"], "no latent axis 4"),
        (["--axes", "1", "1"], "twice"),
        (["--meta", "timbre", "1"], "no label “timbre”"),
        (["--meta", "pitch"], "pairs"),
        (["--meta", "pitch", "12"], "12 is no value"),
        (["--meta", "pitch", "nan"], "no value"),
        (["--meta", "pitch", "1.5"], "no class"),
        (["--out", "/dev/null/x"], "could not be saved"),
    ],
)
@pytest.mark.parametrize("as_json", [False, True])
def test_what_cannot_be_done_is_told_in_a_sentence_and_nothing_is_left(
    conditioned, tmp_path, capsys, more, words, as_json
):
    flags = ["--json"] if as_json else []
    assert generate("trajectories", conditioned, tmp_path / "out", *more, *flags) == 1
    printed = capsys.readouterr()
    assert words in (json.loads(printed.out)["error"] if as_json else printed.err)
    assert "Traceback" not in printed.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("more", "words"),
    [(["-n", "1"], "no grid"), (["--seconds", "0"], "no length"), (["--seconds", "1e9"], "too long")],
)
def test_impossible_morphs_are_refused(instrument, tmp_path, pair, capsys, more, words):
    assert generate("morph", instrument, tmp_path / "out", "--files", *pair, *more) == 1
    assert words in capsys.readouterr().err
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
