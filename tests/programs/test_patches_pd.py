"""Real, headless Pd opens the generated patches; the remote patch plays a real OSC server and follows it."""

import socket
import subprocess
import time
from contextlib import contextmanager

import pytest

from testing.servers import free_port, program, wait_for
from tests.export.descriptions import MANY, description
from tests.patching.test_remotes import LABELS, PLAYABLES, sent_elsewhere
from vschaos.export import patches_pd, pd_play
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import EngineHealth, OscServer
from vschaos.patching import pd_pad
from vschaos.patching.pd_canvas import Canvas
from vschaos.patching.pd_dials import local
from vschaos.patching.remote_pd import remote_patch
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

QUIET = ["-nogui", "-nrt", "-noaudio", "-nomidi", "-noprefs", "-stderr"]


def stub(folder, described):
    """A stand-in for nn~: it prints messages and, each 200 ms, what its inlets hold; it sounds a constant 1."""
    inlets = max(len(method.inlets) for method in described.methods)
    outlets = max(len(method.outlets) for method in described.methods)
    box = Canvas(1000, 600)
    message, args = box.obj(20, 300, "print message"), box.obj(20, 330, "print creation")
    clock = box.flow(20, 360, ("loadbang",), ("metro", 200), ("t", "b"))[-1]
    box.connect(box.obj(20, 270, "loadbang"), 0, made := box.obj(120, 270, "list", "append", "$1", "$2", "$3"))
    box.connect(made, 0, args)
    for number in range(inlets):
        inlet = box.obj(20 + 10 * number, 20, "inlet~ fwd")
        held = box.obj(20 + 10 * number, 60, "snapshot~")
        said = box.obj(20 + 10 * number, 90, f"print inlet-{number}")
        box.connect(inlet, 0, held)
        box.connect(inlet, 1, message)
        box.connect(clock, 0, held)
        box.connect(held, 0, said)
    sound = box.obj(20, 400, "sig~", 1)
    for number in range(outlets):
        box.connect(sound, 0, box.obj(20 + 10 * number, 430, "outlet~"))
    folder.mkdir(exist_ok=True)
    box.save(folder / "nn~.pd")


def opened(patch, *options):
    """What Pd says when it opens a patch that quits at once."""
    command = [program("pd"), *QUIET, *options, "-open", str(patch), "-send", "; pd quit"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    return (done.stdout + done.stderr).splitlines()


@contextmanager
def running(patch, *options):
    """Pd with a patch open; yields a function that returns the lines it has printed so far."""
    printed = patch.with_suffix(".printed")
    command = [program("pd"), *QUIET, *options, str(patch)]
    with (
        printed.open("wb") as file,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT) as process,
    ):
        try:
            yield lambda: printed.read_text(errors="replace").splitlines()
        finally:
            process.terminate()


def test_the_check_would_find_what_is_wrong(tmp_path):
    patch = Canvas(100, 100)
    patch.connect(patch.obj(10, 10, "no-such-object"), 0, patch.obj(10, 40, "f"))
    assert any("couldn't create" in line for line in opened(patch.save(tmp_path / "wrong.pd")))


@pytest.mark.parametrize("described", MANY.values(), ids=list(MANY))
def test_export_patches_open_without_complaint(described, tmp_path):
    stub(tmp_path / "stub", described)
    written = patches_pd.write_patches(tmp_path, described)
    others = [option for path in written[1:] for option in ("-open", str(path))]
    said = opened(written[0], "-path", str(tmp_path / "stub"), *others)
    assert [line for line in said if not line.startswith(("message: ", "creation: ", "inlet-"))] == []
    messages = [line.split()[1:] for line in said if line.startswith("message: ")]
    assert ["bufsize", str(described.buffer)] in messages
    # nn~ prints an error for each text.
    assert all(len(atoms) == 3 and float(atoms[2]) >= -41 for atoms in messages if atoms[0] == "set"), messages
    assert {atoms[0] for atoms in messages} <= {"set", "bufsize", "enable"}
    made = [line.split()[3] for line in said if line.startswith("creation: list glass-harp.ts")]
    assert {name: made.count(name) for name in made} == {
        "decode": 1 + 1 + 8 + 1 + 1,
        "forward": 2,
        "encode": 2,
        "pad": 1,
        "map2latent": 1,
        "latent2map": 1,
        **({"map": 2} if described.has_terrain else {}),
    }, "to play, through, eight voices, help, and a voice alone"


@pytest.mark.parametrize("playable", PLAYABLES, ids=lambda one: f"{one.latent_dims}-{one.terrain}")
def test_remote_patches_open_without_complaint(playable, tmp_path):
    settings = OscSettings(in_port=free_port(), out_port=free_port())
    assert opened(remote_patch(playable, settings).save(tmp_path / "remote.pd")) == []


@pytest.mark.parametrize(("rate", "said_so"), [("44100", False), ("48000", True)])
def test_the_patch_starts_safe_and_sets_the_rate_of_pd(rate, said_so, tmp_path):
    described = description(has_terrain=False)
    patch = pd_play.playing_patch(described)
    # A click on the switch, once it knows whether the rate is right.
    patch.flow(20, 900, ("loadbang",), ("delay", 600), ("f", 1), ("s", local("on", "show")))
    patch.flow(20, 930, ("r", local("ramp")), ("print", "ramp"))
    stub(tmp_path, described)
    pd_pad.pad_patch().save(tmp_path / "glass-harp-pad.pd")
    with running(patch.save(tmp_path / "glass-harp.pd"), "-path", str(tmp_path), "-r", rate) as said:
        wait_for(lambda: "ramp: 4.67735 20" in said(), what="the level, after the click")
        wait_for(lambda: "inlet-10: -20.5" in said(), what="the last inlet")
        lines = said()
    assert "creation: list glass-harp.ts decode 2048" in lines
    levels = [line for line in lines if line.startswith("ramp: ")]
    assert levels[: levels.index("ramp: 4.67735 20")] == ["ramp: 0 20"] * levels.index("ramp: 4.67735 20"), (
        "silent until then"
    )
    held = {line.split(": ")[0]: float(line.split(": ")[1]) for line in lines if line.startswith("inlet-")}
    assert [held[f"inlet-{k}"] for k in range(11)] == [port.default for port in described.method("decode").inlets]
    messages = {line for line in lines if line.startswith("message: ")}
    names = ("temperature", "seed", "noise", "phase", "glide", "axes")
    assert {f"message: set {name} 0" for name in names} <= messages
    assert "message: bufsize 2048" in messages
    assert "message: set reset 1" not in messages
    assert f"message: set sample_rate {rate}" in messages
    assert sum(line.startswith("glass-harp: exported for 44100 Hz") for line in lines) == said_so, "once"


# ── the remote ────────────────────────────────────────────────────────────────────────────────────────────


class World:
    """A server with its performance, a remote patch with taps, and a socket that moves the patch's widgets."""

    PLAYABLE = Playable(4, LABELS[:2], terrain=False)
    WIDGETS = ("latent.z1", "latent.z3", "gain", "play", "freeze", "envelope.attack")
    SLOTS = ("slot-1", "slot-2")
    BUTTONS = ("panic", "ask", "recall")

    def __init__(self, folder):
        self.offset_s = 0.0
        self.performance = Performance(self.PLAYABLE)
        self.settings = OscSettings(in_port=free_port(), out_port=free_port())
        self.changes = []
        self.performance.listen(self.changes.extend)
        self.remote_port = free_port()
        self.path = self._tapped().save(folder / "tapped.pd")
        self.mover = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    def _tapped(self):
        patch = remote_patch(self.PLAYABLE, self.settings, "Old cello")
        y = 900
        for control in self.performance.controls.values():
            if control.mirrored and not control.momentary and not control.label and not sent_elsewhere(control):
                patch.flow(20, y, ("r", local(control.id, "in")), ("print", control.id))
                y += 30
        for name in ("model", "xruns"):
            patch.flow(20, y, ("r", local("status", name)), ("print", f"status.{name}"))
            y += 30
        patch.flow(600, 900, ("r", local("slot-1", "name")), ("print", "name"))
        for slot in self.SLOTS:
            patch.flow(20, y, ("r", local(slot, "show")), ("route", "set"), ("print", slot))
            y += 30
        names = [*self.WIDGETS, *self.SLOTS, *self.BUTTONS, "snapshot.store"]
        moves = patch.flow(600, 930, ("netreceive", "-u", self.remote_port), ("route", *names))[-1]
        for outlet, name in enumerate(names):
            # A number that a widget receives moves it as the mouse does; buttons have a name to send to alone.
            parts = (name,) if name in self.BUTTONS else (name, "show")
            if name == "snapshot.store":
                parts = (name, "cell")
            patch.connect(moves, outlet, patch.obj(600, 960 + 30 * outlet, "s", local(*parts)))
        return patch

    @contextmanager
    def server(self):
        served = OscServer(
            self.performance,
            self.settings,
            lambda: EngineHealth(12.5, 3, 0.25, "Old cello no. 2", 44_100),
            clock=lambda: time.monotonic() + self.offset_s,
        )
        served.start()
        try:
            yield served
        finally:
            served.close()

    @contextmanager
    def pd(self):
        with running(self.path) as self.printed_lines:
            yield

    def by_hand(self, name, *values):
        self.mover.sendto(f"{name} {' '.join(map(str, values))};\n".encode(), ("127.0.0.1", self.remote_port))

    def by_app(self, control, *values):
        self.performance.touch((Touch(control, values),), Origin.UI)

    def said(self, control=""):
        lines = self.printed_lines()
        return [line for line in lines if line.startswith(f"{control}: ")] if control else lines

    def last(self, control):
        said = self.said(control)
        return said[-1].split(": ")[1] if said else None

    def wait_last(self, control, value):
        wait_for(lambda: self.last(control) == value, what=f"{control} {value}")

    def heard(self):
        """The changes that the patch made."""
        return [change for change in self.changes if change.origin in (Origin.OSC, Origin.OSC_OTHER)]


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    yield made
    made.mover.close()


def test_remote_shows_everything_when_it_is_opened_and_plays_the_app(world):
    world.by_app("latents", 0.25, -0.5, 0.75, -1.0)
    world.by_app("gain", -6.0)
    world.by_app("envelope.attack", 0.5)
    world.by_app("lfo.z2.shape", 3.0)
    world.by_app("input", 1.0)
    world.by_app("label.pitch", 3.0)
    world.by_app("label.octave", 5.0)
    with world.server(), world.pd():
        world.wait_last("status.xruns", "symbol 3")
        shown = {name: float(world.last(name)) for name in world.performance.controls if world.said(name)}
        state = world.performance.state
        assert [shown[f"latent.z{k}"] for k in range(1, 5)] == list(state.latent)
        for name, value in state.values.items():
            assert shown[name] == pytest.approx(value, rel=1e-5), name
        assert [float(world.last(slot)) for slot in world.SLOTS] == [3.0, 5.0]
        assert world.last("status.model") == "label Old\\ cello\\ no.\\ 2"
        world.wait_last("name", "label D#")
        assert world.heard() == [], "what comes in does not go out again"

        moves = [("latent.z3", 0.5), ("gain", -12.0), ("play", 1), ("freeze", 1)]
        for name, value in [*moves, ("envelope.attack", 0.25)]:
            world.by_hand(name, value)
        world.by_hand("slot-1", 7)
        world.by_hand("slot-2", 3)
        wait_for(lambda: world.performance.state.labels == {"pitch": 7.0, "octave": 3.0}, what="the labels")
        state = world.performance.state
        assert state.latent == (0.25, -0.5, 0.5, -1.0)
        assert (state["gain"], state["play"], state["freeze"]) == (-12.0, 1.0, 1.0)
        assert state["envelope.attack"] == 0.25
        world.by_hand("snapshot.store", 4)
        wait_for(lambda: world.performance.state.snapshots[4] is not None, what="snapshot 5")
        world.by_hand("latent.z3", -0.5)
        wait_for(lambda: world.performance.state.latent[2] == -0.5, what="the move")
        world.by_hand("recall", 5)
        wait_for(lambda: world.performance.state.latent[2] == 0.5, what="the recalled sound")
        world.wait_last("latent.z3", "0.5")
        world.by_hand("panic", "bang")
        wait_for(lambda: world.performance.state.panics == 1, what="panic")


def test_a_thousand_moves_of_the_app_bring_none_back(world):
    with world.server(), world.pd():
        wait_for(lambda: world.said("gain"), what="the dump")
        for step in range(1000):
            world.by_app("pad", step / 1000, -step / 1000)
            world.by_app("gain", -step / 20)
        world.by_app("pad", 0.125, 0.5)
        world.wait_last("latent.z1", "0.125")
        world.wait_last("latent.z2", "0.5")
        # A move of a widget comes after anything that had been sent.
        world.by_hand("latent.z3", 1)
        wait_for(lambda: world.performance.state.latent[2] == 1.0, what="the move of the widget")
        assert {change.control for change in world.heard()} == {"latent.z3"}
        assert world.performance.state.latent[:2] == (0.125, 0.5)


def test_a_thousand_moves_of_a_widget_send_none_back(world):
    with world.server() as server, world.pd():
        world.wait_last("status.xruns", "symbol 3")  # the end of the dump
        before = {name: len(world.said(name)) for name in world.performance.controls}
        for step in range(1000):
            world.by_hand("latent.z1", step / 1000 - 0.5)
            if step % 50 == 49:
                # Pd loses datagrams of a burst: it is waited for now and then.
                wanted = step / 1000 - 0.5
                wait_for(lambda: abs(world.performance.state.latent[0] - wanted) < 1e-6, what="the moves")  # noqa: B023
        # Once a control has rested, a peer gets what it does not know.
        world.offset_s += 10.0
        world.by_app("gain", -3.0)
        world.wait_last("gain", "-3")
        after = {name: len(world.said(name)) for name in world.performance.controls}
        assert {name for name in after if after[name] != before[name]} == {"gain"}
        assert server.counts.received >= 900
        assert server.counts.rejected == 0
        assert {change.control for change in world.heard()} == {"latent.z1"}


def test_either_side_can_be_started_anew(world):
    with world.server():
        with world.pd():
            wait_for(lambda: world.said("gain"), what="the dump")
        world.by_app("gain", -9.0)
        world.by_app("latent.z4", 0.5)
        with world.pd():
            world.wait_last("gain", "-9")
            world.wait_last("latent.z4", "0.5")
            world.by_hand("latent.z1", 0.25)
            wait_for(lambda: world.performance.state.latent[0] == 0.25, what="a move after the new start")
    with world.pd():
        # First the patch, and the app when the patch has been waiting.
        wait_for(lambda: world.by_hand("latent.z1", 0.75) or True)
        assert world.said("gain") == []
        world.by_app("gain", -15.0)
        with world.server():
            world.wait_last("gain", "-15")
            world.by_app("gain", -18.0)
            world.by_hand("ask", "bang")
            world.wait_last("gain", "-18")
