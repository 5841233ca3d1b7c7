"""A second start hands its paths to the first, which nothing that is said to it disturbs."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PySide6.QtNetwork import QLocalSocket

from vschaos_studio.services.first_start import LOCK, LONGEST, FirstStart


@pytest.fixture
def first(tmp_path, qapp):
    made = FirstStart(tmp_path, "1")
    assert not made.hand_over([])
    yield made
    made.close()


LATER = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from vschaos_studio.services.first_start import FirstStart
application = QCoreApplication([])
for names in ((b"a b.vschaos", b"caf\\xe9.wav"), (b"c",), ()):
    paths = [Path("/music", os.fsdecode(name)) for name in names]
    assert FirstStart(Path(sys.argv[1]), "2").hand_over(paths, patience_s=200.0)
"""


def test_later_starts_hand_over_their_paths(first, tmp_path, qtbot):
    asked = []
    first.asked.connect(lambda paths, version: asked.append((paths, version)))
    later = subprocess.Popen([sys.executable, "-c", LATER, str(tmp_path)])
    qtbot.waitUntil(lambda: len(asked) == 3)
    assert later.wait(timeout=240) == 0
    several = (Path("/music/a b.vschaos"), Path("/music", os.fsdecode(b"caf\xe9.wav")))
    assert asked == [(several, "2"), ((Path("/music/c"),), "2"), ((), "2")]


def test_an_earlier_version_brings_one_path(first, qtbot):
    earlier = msgspec.json.encode({"path": b"/music/a"}) + b"\n"
    assert earlier.startswith(b'{"path":"')
    client = QLocalSocket()
    client.connectToServer(first._name)
    with qtbot.waitSignal(first.asked) as asked:
        client.write(earlier)
    assert asked.args == [(Path("/music/a"),), ""]
    client.abort()


def test_nonsense_is_not_answered(first, qtbot):
    said = []
    first.asked.connect(lambda *asked: said.append(asked))
    for nonsense in (b"nonsense\n", b'{"path": 3}\n', b"[" * 60_000 + b"\n", b"x" * (LONGEST + 1)):
        client = QLocalSocket()
        client.connectToServer(first._name)
        client.write(nonsense)
        qtbot.waitUntil(lambda client=client: client.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not said


def test_what_a_killed_program_left_does_not_count(tmp_path, qapp):
    (tmp_path / LOCK).write_text(f"999999999\nvschaos studio\n{socket.gethostname()}\n\n\n")
    first = FirstStart(tmp_path, "1")
    assert not first.hand_over([], patience_s=0.0)
    first.close()
    assert not (tmp_path / LOCK).exists()
