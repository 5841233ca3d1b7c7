"""What a desktop's portal says, over a bus of the test's own."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtTest import QTest

from testing.servers import program
from tests.realtime.test_realtime_kit import BUS
from vschaos_studio.services.system_looks import MOTION_SETTINGS, PORTAL, SystemLooks

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="portals are Linux's")

READER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from vschaos_studio.services.system_looks import SystemLooks
application = QGuiApplication([])
looks = SystemLooks(application)
looks.changed.connect(application.quit)
waits = len(looks._pending)
def count():
    global waits
    waits -= 1
    if not waits:
        application.quit()
for one in looks._pending:
    one.finished.connect(count)
application.exec()
print(looks.less_motion)
"""


@pytest.fixture
def bus(tmp_path):
    """Address of a session bus."""
    config = tmp_path / "bus.conf"
    config.write_text(BUS.format(path=tmp_path / "bus"))
    command = [program("dbus-daemon"), f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@linux
@pytest.mark.parametrize(
    ("settings", "less"),
    [
        ({}, False),
        ({("org.gnome.desktop.interface", "enable-animations"): ("b", True)}, False),
        ({("org.gnome.desktop.interface", "enable-animations"): ("b", False)}, True),
        ({("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): ("s", "0")}, True),
        ({("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): ("s", "1.5")}, False),
        ({("org.freedesktop.appearance", "reduced-motion"): ("u", 1)}, True),
    ],
)
def test_the_portal_is_asked_for_motion(bus, monkeypatch, settings, less):
    jeepney = pytest.importorskip("jeepney")
    from jeepney.io.blocking import open_dbus_connection

    connection = open_dbus_connection(bus)
    connection.send_and_get_reply(jeepney.message_bus.RequestName(PORTAL), timeout=60)

    def serve():
        for _ in MOTION_SETTINGS:
            message = connection.receive()
            while message.header.message_type is not jeepney.MessageType.method_call:
                message = connection.receive()
            if message.body in settings:
                # As `Read` answers: a variant in a variant.
                connection.send(jeepney.new_method_return(message, "v", (("v", settings[message.body]),)))
            else:
                connection.send(jeepney.new_error(message, "org.freedesktop.portal.Error.NotFound", "s", ("none",)))

    thread = threading.Thread(target=serve)
    thread.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    said = subprocess.run([sys.executable, "-c", READER], capture_output=True, text=True, check=False)
    thread.join()
    connection.close()
    assert said.stdout.strip() == str(less), said.stderr


def test_a_touch_screen_is_found(qapp):
    looks = SystemLooks(qapp)
    QTest.createTouchDevice()
    assert looks.has_touch_screen
