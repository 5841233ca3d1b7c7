"""Real, headless Pd plays the engine over OSC and hears of it: the patch is the one that the docs recommend."""

import socket
from contextlib import contextmanager
from dataclasses import replace

from testing.servers import engine_process, free_port, pure_data, wait_for
from vschaos.configs.schema import ConditioningConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.osc.ports import OscSettings
from vschaos.patching.pd_dials import local
from vschaos.patching.remote_pd import CONNECTED, LOOKING, remote_patch
from vschaos.performance.controls import Playable
from vschaos.realtime.protocol import (
    ConfigureOsc,
    EngineReady,
    InstrumentLoaded,
    LoadInstrument,
    NameSnapshot,
    Shutdown,
    Touch,
)

PATCH = """#N canvas 0 0 700 500 12;
#X obj 20 20 netreceive -u -b {pd_in};
#X obj 20 50 oscparse;
#X obj 20 80 list trim;
#X obj 20 110 route vs;
#X obj 20 140 route latent pad gain;
#X obj 20 170 print latent;
#X obj 120 170 print pad;
#X obj 220 170 print gain;
#X obj 20 230 netreceive -u {remote};
#X obj 20 260 route pad z store recall peer dump;
#X obj 20 290 oscformat vs pad;
#X obj 220 290 oscformat vs latent z3;
#X obj 20 320 list prepend send;
#X obj 20 350 list trim;
#X obj 20 400 netsend -u -b;
#X obj 420 20 loadbang;
#X msg 420 50 connect 127.0.0.1 {engine_in};
#X obj 340 290 oscformat vs snapshot store;
#X obj 460 290 oscformat vs snapshot recall;
#X obj 340 320 oscformat vs peer add;
#X obj 460 320 oscformat vs dump;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 2 0 3 0;
#X connect 3 0 4 0;
#X connect 4 0 5 0;
#X connect 4 1 6 0;
#X connect 4 2 7 0;
#X connect 8 0 9 0;
#X connect 9 0 10 0;
#X connect 9 1 11 0;
#X connect 10 0 12 0;
#X connect 11 0 12 0;
#X connect 12 0 13 0;
#X connect 13 0 14 0;
#X connect 15 0 16 0;
#X connect 16 0 14 0;
#X connect 9 2 17 0;
#X connect 9 3 18 0;
#X connect 17 0 12 0;
#X connect 18 0 12 0;
#X connect 9 4 19 0;
#X connect 9 5 20 0;
#X connect 19 0 12 0;
#X connect 20 0 12 0;
"""


class Pd:
    """A patch that runs: what it prints, and a socket that plays it."""

    def __init__(self, printed, remote):
        self._printed = printed
        self._remote = remote

    def lines(self, start=""):
        text = self._printed.read_text(errors="replace")
        return [line for line in text.splitlines() if line.startswith(start)]

    def send(self, text):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mover:
            mover.sendto(text.encode() + b";\n", ("127.0.0.1", self._remote))

    def wait_printed(self, line, what):
        wait_for(lambda: self.lines(line.partition(":")[0])[-1:] == [line], what=what)


@contextmanager
def patched(folder, engine_in, pd_in, remote):
    """Pd with the patch open."""
    patch = folder / f"peer{pd_in}.pd"
    patch.write_text(PATCH.format(pd_in=pd_in, engine_in=engine_in, remote=remote))
    with pure_data(patch) as printed:
        yield Pd(printed, remote)


@contextmanager
def playing(folder, engine_in, pd_in):
    """An engine with an instrument and an open port."""
    instrument = folder / "i.vschaos"
    write_instrument(instrument, untrained(0, latent_dims=4))
    with engine_process(folder) as engine:
        play_and_listen(engine, instrument, engine_in, pd_in)
        yield engine
        assert engine.finish() == 0


def at(engine, x, y):
    return any(event.latent[:2] == (x, y) for event in snapshots(engine))


def play_and_listen(engine, instrument, in_port, out_port):
    """Have an engine play an instrument and listen to OSC."""
    engine.wait_event(EngineReady)
    engine.send(LoadInstrument(str(instrument)))
    engine.wait_event(InstrumentLoaded)
    engine.send(ConfigureOsc(True, in_port, out_port))
    engine.wait_status(lambda s: s.osc.listening)


def test_pd_is_ended_and_started_again_and_both_play_on(tmp_path):
    engine_in, pd_in, remote = free_port(), free_port(), free_port()
    with playing(tmp_path, engine_in, pd_in) as engine:
        with patched(tmp_path, engine_in, pd_in, remote) as pd:
            wait_for(lambda: pd.send("pad 0.5 -0.25") or at(engine, 0.5, -0.25))
            engine.send(Touch("gain", (-6.0,)))
            pd.wait_printed("gain: -6", "the mirror")
        # While there is no Pd, the engine is moved on, and sends to a port at which no program listens.
        for step in range(200):
            engine.send(Touch("pad", (step / 256, 0.5)))
        engine.send(Touch("gain", (-12.0,)))
        engine.wait_status(lambda s: s.value("gain") == -12.0)
        with patched(tmp_path, engine_in, pd_in, remote) as pd:
            wait_for(lambda: pd.send("pad -0.5 0.25") or at(engine, -0.5, 0.25))
            pd.send("dump")
            pd.wait_printed("gain: -12", "what it missed, since it asked")
            pd.wait_printed("pad: -0.5 0.25", "its own place")
            engine.send(Touch("gain", (-3.0,)))
            pd.wait_printed("gain: -3", "the mirror again")
        assert engine.wait_status(lambda s: s.osc.received > 0).osc.rejected == 0


def test_two_pds_play_together_and_neither_hears_its_own_moves(tmp_path):
    engine_in, first_in, second_in, first_remote, second_remote = (free_port() for _ in range(5))
    with (
        playing(tmp_path, engine_in, first_in) as engine,
        patched(tmp_path, engine_in, first_in, first_remote) as first,
        patched(tmp_path, engine_in, second_in, second_remote) as second,
    ):
        for number, (pd, port) in enumerate(((first, first_in), (second, second_in)), start=1):
            x = number / 4
            wait_for(
                lambda pd=pd, port=port: pd.send(f"peer {port}") or pd.lines("pad:"), what="the dump for a new peer"
            )
            wait_for(lambda pd=pd, x=x: pd.send(f"pad {x} 0") or at(engine, x, 0.0))
        first.wait_printed("pad: 0.5 0", "what the second did")
        heard = len(first.lines("latent: z3"))
        for step in range(100):
            first.send(f"z {step / 128}")
        first.send("z 0.875")
        second.wait_printed("latent: z3 0.875", "where the first came to rest")
        second.send("pad -0.75 0.75")
        first.wait_printed("pad: -0.75 0.75", "the answer of the second")
        assert len(first.lines("latent: z3")) == heard, "nothing of its own"
        assert not [line for line in second.lines("pad:") if line == "pad: -0.75 0.75"]


def test_pd_moves_the_pad_and_receives_the_mirror(tmp_path):
    engine_in, pd_in, remote = free_port(), free_port(), free_port()
    instrument, patch = tmp_path / "i.vschaos", tmp_path / "peer.pd"
    write_instrument(instrument, untrained(0, latent_dims=4))
    patch.write_text(PATCH.format(pd_in=pd_in, engine_in=engine_in, remote=remote))
    with engine_process(tmp_path) as engine, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mover:
        play_and_listen(engine, instrument, engine_in, pd_in)
        with pure_data(patch) as printed:

            def in_pd(text):
                mover.sendto(text.encode() + b";\n", ("127.0.0.1", remote))

            def lines():
                return printed.read_text(errors="replace").splitlines()

            # Pd moves the engine. It opens its ports when it is ready, so this is repeated until it does.
            wait_for(lambda: in_pd("pad 0.5 -0.25") or any(e.latent[:2] == (0.5, -0.25) for e in snapshots(engine)))
            in_pd("z 0.75")
            engine.wait_status(lambda s: s.latent[2] == 0.75)
            assert not any(line.startswith("pad:") for line in lines()), "its own moves do not come back"

            # Pd asks for too much: it gets the value that was applied.
            in_pd("pad 3 0")
            engine.wait_status(lambda s: s.latent[:2] == (1.0, 0.0))
            wait_for(lambda: "pad: 1 0" in lines(), what="the confirmation of the clipped value")

            # The window moves the engine: Pd receives the mirror.
            engine.send(Touch("pad", (-0.5, 0.125)))
            engine.send(Touch("gain", (-6.0,)))
            wait_for(lambda: "pad: -0.5 0.125" in lines(), what="the mirrored pad")
            wait_for(lambda: "latent: z1 -0.5" in lines(), what="the mirrored coordinate")
            wait_for(lambda: "gain: -6" in lines(), what="the mirrored gain")
            for step in range(200):
                engine.send(Touch("pad", (step / 200, 0.5)))
            engine.send(Touch("pad", (0.25, 0.0)))
            wait_for(
                lambda: lines() and [x for x in lines() if x.startswith("pad:")][-1] == "pad: 0.25 0", what="its end"
            )

            # A recall of its own moves what it did not move: it gets that.
            in_pd("store 3")
            engine.wait_status(lambda s: 3 in s.stored)
            in_pd("pad -0.75 0.75")
            engine.wait_status(lambda s: s.latent[:2] == (-0.75, 0.75))
            in_pd("recall 3")
            engine.wait_status(lambda s: s.latent[:2] == (0.25, 0.0))
            wait_for(
                lambda: [x for x in lines() if x.startswith("latent: z1")][-1] == "latent: z1 0.25", what="the recall"
            )
        counts = engine.wait_status(lambda s: s.osc.received > 0).osc
        assert counts.rejected == 0
        assert counts.sent > 0
        assert engine.finish() == 0


def test_the_remote_waits_for_the_app_follows_its_instruments_and_its_next_start(tmp_path):
    engine_in, pd_in, remote = free_port(), free_port(), free_port()
    first, second = tmp_path / "Old cello.vschaos", tmp_path / "Bell.vschaos"
    write_instrument(first, named(untrained(0, latent_dims=3), "Old cello"))
    labelled = untrained(0, latent_dims=6, conditioning={"note": ConditioningConfig(dim=3)})
    write_instrument(second, named(labelled, "Bell", classes=("C", "C#", "D")))
    patch = remote_patch(Playable(5), OscSettings(in_port=engine_in, out_port=pd_in))
    watched = {
        "link": ("link",),
        "model": ("status", "model"),
        "z4": ("latent.z4", "title"),
        "slot": ("slot-1", "title"),
        "class": ("slot-1", "name"),
        "snapshot": ("snapshot-2", "name"),
        "gain": ("gain", "in"),
    }
    for row, (name, parts) in enumerate(watched.items()):
        patch.flow(20, 900 + 30 * row, ("r", local(*parts)), ("print", name.replace(" ", "-")))
    moved = patch.flow(600, 900, ("netreceive", "-u", remote), ("route", "slot", "recall"))[-1]
    for outlet, parts in enumerate((("slot-1", "show"), ("snapshot-2",))):
        patch.connect(moved, outlet, patch.obj(600, 930 + 30 * outlet, "s", local(*parts)))
    path = patch.save(tmp_path / "remote.pd")

    with pure_data(path) as printed:
        pd = Pd(printed, remote)
        with engine_process(tmp_path) as engine:
            assert pd.lines("link: ") == [], "the patch was opened first"
            play_and_listen(engine, first, engine_in, pd_in)
            pd.wait_printed(f"link: label {escaped(CONNECTED)}", "the first answer")
            pd.wait_printed("model: label Old\\ cello", "the name of the instrument")
            pd.wait_printed("z4: label (no\\ z4)", "the axis that is not there")
            pd.wait_printed("slot: label (no\\ label\\ 1)", "the label that is not there")
            engine.send(Touch("snapshot.store", (2.0,)))
            pd.wait_printed("snapshot: label 2", "a snapshot without a name")
            engine.send(NameSnapshot(2, "Dark, {bell}", 1))
            pd.wait_printed("snapshot: label Dark\\,\\ {bell}", "its name")
            engine.send(Touch("gain", (-6.0,)))
            engine.wait_status(lambda s: s.value("gain") == -6.0)

            engine.send(LoadInstrument(str(second)))
            pd.wait_printed("model: label Bell", "the other instrument")
            pd.wait_printed("z4: label z4", "the axis that is there")
            pd.wait_printed("slot: label note", "the label that is there")
            engine.send(Touch("label.note", (1.0,)))
            pd.wait_printed("class: label C#", "the name of its class")
            pd.send("slot 0")
            engine.wait_status(lambda s: s.labels[0].value == 0.0)
            pd.wait_printed("class: label C", "the class that the patch chose")
            engine.send(Touch("latent.z3", (0.5,)))
            engine.wait_status(lambda s: s.latent[2] == 0.5)
            pd.send("recall bang")
            engine.wait_status(lambda s: s.latent[2] != 0.5)
            engine.send(Shutdown())
        with engine_process(tmp_path) as engine:
            # Perhaps before the patch has missed the first one.
            play_and_listen(engine, first, engine_in, pd_in)
            pd.wait_printed("model: label Old\\ cello", "all values again")
            pd.wait_printed("gain: 0", "the gain of the new start")
            pd.wait_printed("snapshot: label -", "a new start has no snapshots")
            assert engine.wait_status(lambda s: s.osc.received > 0).osc.rejected == 0
            assert engine.finish() == 0
        pd.wait_printed(f"link: label {escaped(LOOKING)}", "nobody answers")


def test_the_remote_says_what_grows_along_the_axes_of_each_instrument(tmp_path):
    engine_in, pd_in = free_port(), free_port()
    factory = {path.stem: path for path in factory_instruments()}
    plain = tmp_path / "plain.vschaos"
    write_instrument(plain, untrained(0, latent_dims=3))
    patch = remote_patch(Playable(4, terrain=True), OscSettings(in_port=engine_in, out_port=pd_in))
    for row, (name, control) in enumerate({"z1": "latent.z1", "z4": "latent.z4", "x": "terrain.x"}.items()):
        patch.flow(20, 900 + 30 * row, ("r", local(control, "title")), ("print", name))
    with pure_data(patch.save(tmp_path / "remote.pd")) as printed, engine_process(tmp_path) as engine:
        pd = Pd(printed, 0)
        play_and_listen(engine, factory["Fifths"], engine_in, pd_in)
        pd.wait_printed("z1: label z1\\ higher", "what grows along the first axis")
        pd.wait_printed("z4: label z4\\ brighter", "what grows along the fourth")
        pd.wait_printed("x: label x\\ higher", "what grows along the map")
        engine.send(LoadInstrument(str(factory["Resonants"])))
        pd.wait_printed("z1: label z1\\ brighter", "another instrument")
        pd.wait_printed("z4: label (no\\ z4)", "the axis that it lacks")
        engine.send(Touch("even", (0.0,)))
        pd.wait_printed("z1: label z1\\ louder", "places differ in loudness now")
        engine.send(LoadInstrument(str(plain)))
        pd.wait_printed("z1: label z1", "an instrument of which no sounds are known")
        assert engine.finish() == 0


def named(instrument, name, **label):
    """The instrument with another name, and something else of its labels."""
    labels = tuple(replace(one, **label) for one in instrument.card.labels)
    return replace(instrument, card=replace(instrument.card, name=name, labels=labels))


def escaped(text):
    """A symbol as Pd prints it."""
    return text.replace(" ", "\\ ")


def snapshots(engine):
    return [event for event in engine.events if hasattr(event, "latent")]
