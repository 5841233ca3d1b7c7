"""The patches of an export in real Pd, with an nn~ that runs the exported file: what is heard, and what is seen.

Minutes of work, so it is run by ``make check-pd`` alone. Screenshots are left in ``build/check-pd``.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile

from testing.servers import end_process, program, virtual_screen, wait_for
from tests.export.conftest import Export
from tests.export.host import Host, same_sound
from tests.patching.pd_files import read
from tests.programs.patches import NAME, OPTIONS, RATE, environment, level_db, on, part, with_steps
from vschaos.patching.pd_canvas import SEMICOLON, Atom, Canvas, MessageAtoms
from vschaos.patching.pd_dials import local
from vschaos.patching.pd_pad import PAD_SIDE

BLOCK = 64
SHOTS = Path(__file__).parents[2] / "build" / "check-pd"

pytestmark = pytest.mark.timeout(1800)


# ── what is heard: Pd in batch mode, as fast as it can, in its own time ───────────────────────────────────────


def recorder(folder: Path, wav: Path, channels: int) -> None:
    """A patch ``recorded~`` that writes its inlets into a file from the beginning."""
    patch = Canvas(600, 300)
    writer = patch.obj(20, 200, "writesf~", channels)
    for channel in range(channels):
        patch.connect(patch.obj(20 + 80 * channel, 150, "inlet~"), 0, writer, channel)
    begin = patch.flow(20, 20, ("loadbang",), ("t", "b", "b", "b"))[-1]
    for outlet, atoms in ((1, ("open", "-bytes", 4, str(wav))), (0, ("start",))):
        message = patch.msg(20 + 200 * outlet, 60, *atoms)
        patch.connect(begin, outlet, message)
        patch.connect(message, 0, writer)
    # From the beginning, so that a sample's place is its time.
    patch.connect(begin, 2, patch.msg(420, 60, SEMICOLON, "pd", "dsp", 1))
    patch.connect(patch.flow(20, 100, ("r", "recorded-end"), MessageAtoms(("stop",)))[-1], 0, writer)
    patch.save(folder / "recorded~.pd")


def batch(folder: Path, patch: Path, external: Path, length_ms: int, channels: int = 2) -> tuple[np.ndarray, list[str]]:
    """What a patch sounds in ``length_ms``, (channels, samples), and what Pd prints."""
    wav = folder / "heard.wav"
    recorder(folder, wav, channels)
    end = Canvas(300, 200)
    end.flow(20, 20, ("loadbang",), ("delay", length_ms), ("s", "recorded-end"))
    quits = end.flow(20, 60, ("loadbang",), ("delay", length_ms + 200))[-1]
    end.connect(quits, 0, end.msg(20, 100, SEMICOLON, "pd", "quit"))
    end.save(folder / "end.pd")
    command = [program("pd"), *OPTIONS, "-nomidi", "-batch", "-noaudio", "-r", str(RATE), "-path", str(external)]
    command += ["-open", str(patch), "-open", str(folder / "end.pd")]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=900, check=False)
    heard, rate = soundfile.read(wav, dtype="float32", always_2d=True)
    assert rate == RATE
    assert abs(len(heard) - length_ms * RATE / 1000) < RATE / 5
    return heard.T, (done.stdout + done.stderr).splitlines()


def played(harp: Export, external: Path, part: str, length_ms: int, *steps: tuple[int, str, tuple[Atom, ...]]):
    """One of the patches, with messages at times: what comes out of its dac~, and what Pd prints."""
    folder = harp.path.parent
    text = (folder / f"{NAME}{part}.pd").read_text().replace(" dac~;", " recorded~;")
    patch = folder / f"played{part}.pd"
    patch.write_text(with_steps(text, steps))
    heard, said = batch(folder, patch, external, length_ms)
    assert np.array_equal(heard[0], heard[1])
    return heard[0], said


def difference_db(one: np.ndarray, other: np.ndarray) -> float:
    """Between the mean spectra of two sounds, in bands that hold nearly all of them."""
    spectra = []
    for sound in (one, other):
        frames = np.lib.stride_tricks.sliding_window_view(sound, 4096)[::1024] * np.hanning(4096)
        spectra.append(np.abs(np.fft.rfft(frames)).mean(axis=0)[1:1025].reshape(-1, 16).mean(axis=1))
    levels = 20 * np.log10(np.array(spectra) + 1e-9)
    loud = levels.max(axis=0) > levels.max() - 50
    return float(np.abs(levels[0] - levels[1])[loud].mean())


def test_the_stand_in_is_the_host_that_nn_tilde_is(harp, external, tmp_path):
    """Block by block: buffers in Pd's thread and in one of their own, attributes, and what is 1→1."""
    rng = np.random.default_rng(3)
    soundfile.write(tmp_path / "in.wav", 0.2 * rng.standard_normal(RATE), RATE, subtype="FLOAT")
    cases = [("forward", 512), ("forward", 2048), ("decode", 0), ("decode", 1024)]
    patch = Canvas(900, 600)
    source, out = patch.obj(20, 100, "readsf~", 1), patch.obj(20, 500, "recorded~")
    begin = patch.flow(20, 20, ("loadbang",), ("t", "b", "b"))[-1]
    for outlet, atoms in enumerate(((1,), ("open", str(tmp_path / "in.wav")))):
        message = patch.msg(20 + 200 * outlet, 60, *atoms)
        patch.connect(begin, outlet, message)
        patch.connect(message, 0, source)
    patch.connect(source, 0, out)
    place = (0.25, -0.5, 0.75, 4, 2)
    for row, (method, buffer) in enumerate(cases):
        model = patch.obj(20, 200 + 60 * row, "nn~", str(harp.path), method, buffer)
        if method == "forward":
            patch.connect(source, 0, model)
        else:
            for inlet, value in enumerate(place):
                patch.connect(patch.obj(200 + 80 * inlet, 230 + 60 * row, "sig~", value), 0, model, inlet)
        # Without bufsize, a method that is 1→1 buffers 4096 samples.
        messages = [("set", "noise", 0.5), *([("bufsize", 512)] if buffer == 512 else [])]
        for number, atoms in enumerate(messages):
            line = patch.flow(500 + 200 * number, 200 + 60 * row, ("loadbang",), MessageAtoms(atoms))
            patch.connect(line[-1], 0, model)
        patch.connect(model, 0, out, row + 1)
    heard, said = batch(tmp_path, patch.save(tmp_path / "cases.pd"), external, 1200, len(cases) + 1)
    assert said == []
    blocks = heard.shape[1] // BLOCK
    for row, (method, buffer) in enumerate(cases, start=1):
        host = Host(harp.path, method, {("forward", 2048): 4096}.get((method, buffer), buffer), threaded=buffer > 0)
        assert host.set("noise", 0.5)
        constant = np.repeat(np.float32(place)[None, :, None], BLOCK, axis=2)
        given = [
            heard[None, :1, start : start + BLOCK] if method == "forward" else constant
            for start in range(0, blocks * BLOCK, BLOCK)
        ]
        expected = np.concatenate([host.perform(block)[0, 0].copy() for block in given])
        assert level_db(expected) > -80
        assert same_sound(heard[row : row + 1, : expected.size], expected[None]), (method, buffer)


def test_the_stand_in_reports_what_nn_tilde_reports(harp, external, tmp_path):
    patch = Canvas(900, 600)
    patch.obj(20, 20, "nn~", "nowhere.ts", "decode", 512)
    patch.obj(20, 60, "nn~", str(harp.path), "nothing", 512)
    model = patch.obj(20, 300, "nn~", str(harp.path), "decode", 512)
    messages = [("set", "axes", "principal"), ("set", "noise", 7), ("set", "nothing", 1), ("bufsize", 8192)]
    for row, atoms in enumerate([*messages, ("reload",), ("enable", 0), ("enable", 1), ("set", "noise", -1)]):
        line = patch.flow(20, 320 + 30 * row, ("loadbang",), ("delay", 200 + 50 * row), MessageAtoms(atoms))
        patch.connect(line[-1], 0, model)
    patch.connect(model, 0, patch.obj(20, 560, "recorded~"))
    heard, said = batch(tmp_path, patch.save(tmp_path / "wrong.pd"), external, 1000, 1)
    for expected in (
        "nn~: nowhere.ts: no such file",
        "nn~: error during loading: no method nothing",
        "nn~: set noise was refused",
        "nn~: no attribute nothing",
        "nn~: a buffer of more than 4096 samples is written beyond",
    ):
        assert any(expected in line for line in said), (expected, said)
    assert any(line.removeprefix("error:").strip() == "" for line in said if line.startswith("error")), said
    silent = part(heard[0], 470, 490)
    assert np.all(silent == 0), "enable 0"
    assert level_db(part(heard[0], 600, 900)) > -80, "it plays on after it was loaded again"


def test_one_click_and_it_is_heard_the_pad_moves_it_and_snapshots_recall_it(harp, external):
    heard, said = played(
        harp,
        external,
        "",
        7000,
        (1000, local("snapshot", "store"), (2,)),
        on(1000),
        (2500, local("pad"), (0.9, -0.9)),
        (4000, local("snapshot", "recall"), (5,)),
        (4000, local("snapshot", "recall"), (2,)),
        (5500, local("surface", "cell", "show"), (1,)),
        (5500, local("pad"), (-0.9, 0.9)),
    )
    assert said == []
    assert np.all(part(heard, 0, 950) == 0), "silent until then"
    start, moved, back, on_map = (part(heard, at, at + 1000) for at in (1400, 2900, 4400, 5900))
    assert -40 < level_db(start) < -10
    assert difference_db(start, moved) > 2 * difference_db(start, back)
    assert level_db(on_map) > -60
    assert difference_db(back, on_map) > difference_db(start, back)


def test_a_sound_goes_through_and_the_dry_one_is_as_late(drums, external, tmp_path):
    """A burst of noise each second, and how late in its second it is heard, each way and dry."""
    rng = np.random.default_rng(5)
    bursts = np.zeros((18, RATE), np.float32)
    bursts[:, :2000] = 0.3 * rng.standard_normal(2000)
    soundfile.write(tmp_path / "bursts.wav", bursts.ravel(), RATE, subtype="FLOAT")
    steps = [on(100), (200, local("file"), ("symbol", str(tmp_path / "bursts.wav")))]
    cases = {"dry": (0, 0), "forward": (1, 0), "dry beside axes": (0, 1), "axes": (1, 1)}
    for number, (wet, way) in enumerate(cases.values()):
        at = 150 + 4000 * number
        steps += [(at, local("wet", "show"), (wet,)), (at, local("way", "cell", "show"), (way,))]
    heard, said = played(drums, external, "-through", 16_500, *steps)
    assert said == []
    onsets = {}
    for number, name in enumerate(cases):
        second = part(heard, 4000 * number + 2200, 4000 * number + 3200)
        assert level_db(second) > -60, name
        power = np.convolve(np.square(second), np.ones(256) / 256, mode="valid")
        onsets[name] = int(np.argmax(power > power.max() / 10))
    late = {name: (onset - onsets["dry"] + RATE // 2) % RATE - RATE // 2 for name, onset in onsets.items()}
    window = drums.description.n_fft
    assert late["dry beside axes"] == 2 * 2048 - BLOCK, late
    assert abs(late["forward"]) < window, late
    assert abs(late["axes"] - late["dry beside axes"]) < window, late


def test_notes_sound_in_voices_and_end(harp, external):
    note = f"{NAME}-note"
    heard, said = played(
        harp,
        external,
        "-poly",
        5000,
        on(500),
        (1000, note, (60, 127)),
        (1800, note, (60, 0)),
        (3000, note, (48, 100)),
        (3000, note, (52, 100)),
        (3000, note, (55, 40)),
        (4000, local("stop"), ("bang",)),
    )
    assert said == []
    assert level_db(part(heard, 600, 950)) < -100
    assert level_db(part(heard, 1200, 1700)) > -50
    assert level_db(part(heard, 2400, 2900)) < -100, "released"
    assert level_db(part(heard, 3200, 3900)) > level_db(part(heard, 1200, 1700)) - 20
    assert level_db(part(heard, 4600, 4900)) < -100, "stopped"


def test_every_method_of_the_help_patch_is_heard(harp, external):
    sounding = [method.name for method in harp.description.methods if method.out_ratio == 1]
    steps = []
    for number, method in enumerate(harp.description.methods):
        begin = 500 + 1000 * number
        steps += [(begin, local(method.name, "on"), (1,)), (begin + 900, local(method.name, "on"), (0,))]
    heard, said = played(harp, external, "-help", 1000 * len(harp.description.methods) + 500, *steps)
    assert said == []
    for number, method in enumerate(harp.description.methods):
        begin = 500 + 1000 * number
        level = level_db(part(heard, begin + 300, begin + 800))
        assert (level > -70) == (method.name in sounding), (method.name, level)


# ── what is seen ──────────────────────────────────────────────────────────────────────────────────────────────


class Window:
    """Pd on a virtual screen, with a patch; places are in pixels of the patch."""

    ORIGIN = (40, 72)
    """Of a window that Pd opens at 40, 40, below its menu."""

    def __init__(self, patch: Path, external: Path, screen: dict[str, str]) -> None:
        self._environment = environment(**screen)
        self._printed = patch.with_suffix(".printed")
        command = [program("pd"), *OPTIONS, "-nomidi", "-noaudio", "-r", str(RATE), "-path", str(external), str(patch)]
        with self._printed.open("wb") as file:
            self.process = subprocess.Popen(command, env=self._environment, stdout=file, stderr=subprocess.STDOUT)
        found = ("search", "--onlyvisible", "--name", f"^{patch.name}")
        self._window = wait_for(lambda: self.do(*found), 600, "the window")
        # The window is drawn, and the point of the pad is there.
        self.do("sleep", "4")
        self.do("windowfocus", self._window)

    def do(self, *atoms: object) -> str:
        command = [program("xdotool"), *map(str, atoms)]
        return subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False
        ).stdout.strip()

    def drag(self, *places: tuple[int, int]) -> None:
        """With one place, a click."""
        at = [(x + self.ORIGIN[0], y + self.ORIGIN[1]) for x, y in places]
        self.do("mousemove", *at[0], "sleep", "0.3", "mousedown", "1", "sleep", "0.3")
        for place in at[1:]:
            self.do("mousemove", *place, "sleep", "0.3")
        self.do("mouseup", "1", "sleep", "1")

    def save(self) -> None:
        self.do("windowfocus", self._window, "key", "ctrl+s", "sleep", "2")

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        command = [program("import"), "-window", "root", str(SHOTS / f"{name}.png")]
        subprocess.run(command, env=self._environment, check=True)

    def printed(self) -> list[str]:
        lines = self._printed.read_text(errors="replace").splitlines()
        return [line for line in lines if not line.startswith("saved to:")]

    def close(self) -> None:
        end_process(self.process)


@pytest.fixture
def screen():
    with virtual_screen() as environment:
        assert "DISPLAY" in environment, "needs Xvfb"
        yield environment


def centre(patch: Path, kind: str, name: str, cell: int = 0) -> tuple[int, int]:
    """Where a widget of the first window is, or a cell of a row."""
    for box in read(patch.read_text()).boxes:
        if box[0] == "obj" and box[3] == kind and any(name in atom for atom in box):
            size = 18 if kind in ("hradio", "tgl") else 0
            return int(box[1]) + size * cell + size // 2, int(box[2]) + size // 2
    raise AssertionError(f"no {kind} {name}")


def point_of(x: float, y: float, patch: Path) -> tuple[int, int]:
    """A place on the pad."""
    left, top = centre(patch, f"{NAME}-pad", "pad")
    side = PAD_SIDE - 1
    return round(left + (x + 1) / 2 * side), round(top + (1 - y) / 2 * side)


def values_of(patch: Path, name: str) -> list[float]:
    """Of an array that is kept in the file."""
    text = patch.read_text().split(f"array define -k \\$0-{name} ")[1].split(";\n#X")[0]
    return [float(atom) for line in text.split("#A ")[1:] for atom in line.replace(";", "").split()[1:]]


def test_the_point_is_dragged_snapshots_are_stored_and_saved_with_the_patch(harp, external, screen):
    patch = harp.path.with_suffix(".pd")
    window = Window(patch, external, screen)
    try:
        window.drag(centre(patch, "tgl", "-on"))
        home = point_of(0, 0, patch)
        window.drag(home, point_of(0.2, 0.2, patch), point_of(0.5, -0.5, patch))
        window.drag(centre(patch, "hradio", "snapshot-store", cell=2))
        window.shot("dragged")
        # Beyond the corner: it stays in the square.
        corner = (PAD_SIDE + 60, -150)
        window.drag(point_of(0.5, -0.5, patch), home, (home[0] + corner[0], home[1] + corner[1]))
        window.drag(centre(patch, "hradio", "snapshot-store", cell=3))
        window.drag(centre(patch, "hradio", "snapshot-recall", cell=2))
        window.shot("recalled")
        # A click elsewhere takes the point there, and it is dragged on.
        window.drag(point_of(-0.25, 0.75, patch))
        window.drag(centre(patch, "hradio", "snapshot-store", cell=4))
        window.drag(point_of(0.8, 0.8, patch), point_of(0, 0, patch), point_of(-0.5, 0.5, patch))
        window.drag(centre(patch, "hradio", "snapshot-store", cell=5))
        window.save()
        assert window.printed() == []
    finally:
        window.close()
    values = values_of(patch, "snapshots")
    width = len(values) // 16
    places = [tuple(values[slot * width + 1 : slot * width + 3]) for slot in range(6)]
    filled = [values[slot * width + width - 1] for slot in range(16)]
    assert filled == [0, 0, 1, 1, 1, 1] + [0] * 10
    assert places[2] == pytest.approx((0.5, -0.5), abs=0.02)
    assert places[3] == (1, 1)
    assert places[4] == pytest.approx((-0.25, 0.75), abs=0.02)
    assert places[5] == pytest.approx((-0.5, 0.5), abs=0.02)
    window = Window(patch, external, screen)
    try:
        window.drag(centre(patch, "hradio", "snapshot-recall", cell=3))
        window.shot("opened again")
        window.drag(centre(patch, "hradio", "snapshot-store", cell=7))
        window.save()
        assert window.printed() == []
    finally:
        window.close()
    assert values_of(patch, "snapshots")[7 * width : 8 * width] == values[3 * width : 4 * width]


@pytest.mark.parametrize("part", ["-through", "-poly", "-help"])
def test_the_other_patches_open_on_the_screen_without_complaint(part, harp, external, screen):
    window = Window(harp.path.with_name(f"{NAME}{part}.pd"), external, screen)
    try:
        window.shot(f"patch{part}")
        assert window.printed() == []
    finally:
        window.close()
