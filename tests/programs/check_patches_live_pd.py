"""The patches of an export in real Pd, in real time: notes that come by MIDI, and a sound that comes in.

Run by ``make check-pd``. JACK's dummy card is Pd's sound card; its MIDI port is a pipe, as a raw MIDI device of OSS, in
a private view of /dev.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import soundfile

from testing.servers import JackServer, end_process, jack_server, program, wait_for
from tests.export.conftest import Export
from tests.programs.patches import NAME, OPTIONS, RATE, Step, level_db, on, with_steps
from vschaos.patching.pd_canvas import Canvas
from vschaos.patching.pd_dials import local

CLIENT = "patch"
OUT, IN = f"{CLIENT}:output_1", f"{CLIENT}:input_1"
TONE, TONE_HZ = "tone", 220

# A view of /dev with a MIDI device, and what Pd and JACK need.
OWN_DEVICES = """
mount -t tmpfs none $0/dev
for node in null zero random urandom; do touch $0/dev/$node; mount --bind /dev/$node $0/dev/$node; done
mkdir $0/dev/shm; mount --bind /dev/shm $0/dev/shm
ln -s $0/midi $0/dev/midi
mount --rbind $0/dev /dev
exec "$@"
"""

pytestmark = pytest.mark.timeout(1800)


@pytest.fixture
def jack() -> Iterator[JackServer]:
    with jack_server(RATE, 1024, waits=True) as server:
        yield server


@contextmanager
def live(folder: Path, made: Export, part: str, external: Path, jack: JackServer, *steps: Step) -> Iterator[int]:
    """Pd plays one of the patches; yields the end of its MIDI device."""
    text = (made.path.parent / f"{NAME}{part}.pd").read_text()
    patch = made.path.parent / f"live{part}.pd"
    patch.write_text(with_steps(text, steps))
    ready = Canvas(300, 100)
    ready.flow(20, 20, ("loadbang",), ("delay", 1500), ("print", "ready"))
    ready.save(folder / "ready.pd")
    (folder / "dev").mkdir()
    os.mkfifo(folder / "midi")
    midi = os.open(folder / "midi", os.O_RDWR)
    command = [program("unshare"), "-rm", "sh", "-c", OWN_DEVICES, str(folder), program("pd"), "-nogui", *OPTIONS]
    command += ["-jack", "-jackname", CLIENT, "-r", str(RATE), "-inchannels", "1", "-outchannels", "2"]
    command += ["-audiobuf", "200", "-ossmidi", "-midiindev", "1", "-nomidiout", "-path", str(external)]
    command += ["-open", str(patch), "-open", str(folder / "ready.pd")]
    printed = folder / "printed"
    with printed.open("wb") as file:
        environment = {**jack.environment, "OMP_NUM_THREADS": "1"}
        process = subprocess.Popen(command, env=environment, stdout=file, stderr=subprocess.STDOUT)
    try:
        wait_for(lambda: "ready:" in printed.read_text(errors="replace") or process.poll(), 600, "the patch")
        yield midi
        assert process.poll() is None, printed.read_text(errors="replace")
    finally:
        end_process(process)
        os.close(midi)


def levels(jack: JackServer, path: Path, act: Callable[[], object], *after: Callable[[], object]) -> np.ndarray:
    """What Pd sounds, in decibels, each tenth of a second, while something is done every four seconds."""
    acts = (act, *after)

    def run() -> None:
        for one in acts:
            time.sleep(4)
            one()

    actor = threading.Thread(target=run, name="actor")
    actor.start()
    sound = jack.record(path, 4 * len(acts) + 6, OUT)
    actor.join()
    tenths = sound[: len(sound) // (RATE // 10) * (RATE // 10)].reshape(-1, RATE // 10)
    return np.array([level_db(tenth) for tenth in tenths])


def test_notes_of_a_midi_keyboard_are_heard(harp, external, jack, tmp_path):
    with live(tmp_path, harp, "-poly", external, jack, on(200)) as midi:
        notes = [bytes((0x90, 60, 110)), bytes((0x80, 60, 0))]
        down, up = (partial(os.write, midi, note) for note in notes)
        heard = levels(jack, tmp_path / "notes.wav", down, up)
    assert np.median(heard[:20]) < -100, "before the note"
    assert np.sum(heard > -50) >= 10, heard
    assert np.median(heard[-10:]) < -100, "after it"


@pytest.mark.parametrize("wet", [0, 1])
def test_what_comes_in_is_heard(wet, drums, external, jack, tmp_path):
    """The tone of another program: as it is, and through the instrument."""
    choices = (200, local("source", "cell", "show"), (1,)), (200, local("wet", "show"), (wet,))
    with (
        subprocess.Popen(
            [program("jack_simple_client"), TONE], env=jack.environment, stdout=subprocess.DEVNULL
        ) as tone,
        live(tmp_path, drums, "-through", external, jack, on(200), *choices),
    ):
        wait_for(lambda: f"{TONE}:output1" in jack.ports(), what="the tone")
        connect = [program("jack_connect"), f"{TONE}:output1", IN]
        heard = levels(
            jack, path := tmp_path / "in.wav", partial(subprocess.run, connect, env=jack.environment, check=True)
        )
        end_process(tone)
    assert np.median(heard[:20]) < -80, "before it"
    assert np.sum(heard > -50) >= 10, heard
    if not wet:
        # A gap of a busy computer spreads a tone, and does not move it.
        sound, _ = soundfile.read(path)
        loudest = np.argmax(np.abs(np.fft.rfft(sound[-RATE:] * np.hanning(RATE))))
        assert abs(loudest - TONE_HZ) < 5
