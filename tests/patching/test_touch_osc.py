"""The layout for TouchOSC: its file can be read, every message is one that the app takes, and nothing overlaps."""

import zlib
from itertools import combinations
from xml.etree import ElementTree

import pytest

from tests.patching.test_remotes import LABELS, PLAYABLES
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.osc.ports import OscSettings
from vschaos.osc.requests import EngineHealth, Requests
from vschaos.patching.touch_osc import FILE_NAME, HEIGHT, WIDTH, remote_patch
from vschaos.performance.controls import Playable
from vschaos.performance.performance import Performance

EVERYWHERE = {"name": "s", "frame": "r", "color": "c"}
KNOWN = {
    "BUTTON": {"buttonType": "i"},
    "FADER": {"orientation": "i"},
    "GROUP": {"script": "s"},
    "LABEL": {"background": "b", "outline": "b", "interactive": "b", "textSize": "i"},
    "XY": {},
}
"""Properties of the nodes that the layout uses, with their types, as files have them that TouchOSC wrote."""
VALUES = {"BUTTON": ["x"], "FADER": ["x"], "GROUP": [], "LABEL": ["text"], "XY": ["x", "y"]}
PARAMETERS = pytest.mark.parametrize(
    "playable", PLAYABLES[:7], ids=lambda one: f"{one.latent_dims}-{len(one.labels)}-{one.terrain}"
)


def root_of(path):
    file = ElementTree.fromstring(zlib.decompress(path.read_bytes()))
    assert (file.tag, file.attrib) == ("lexml", {"version": "3"})
    (root,) = file
    return root


def layout(folder, playable, **options):
    """The root's script, and all nodes in it by their names."""
    root = root_of(remote_patch(playable, OscSettings(**options), "Bell & <glass>").save(folder / FILE_NAME))
    nodes = {properties(node)["name"].text: node for node in root.find("children")}
    assert len(nodes) == len(root.find("children"))
    return properties(root)["script"].text, nodes


def properties(node):
    found = {one.find("key").text: one.find("value") for one in node.find("properties")}
    types = {one.find("key").text: one.get("type") for one in node.find("properties")}
    assert types == {key: kind for key, kind in (EVERYWHERE | KNOWN[node.get("type")]).items() if key in types}
    assert EVERYWHERE.keys() <= types.keys()
    assert [one.find("key").text for one in node.find("values")] == VALUES[node.get("type")]
    return found


def frame(node):
    return tuple(int(properties(node)["frame"].find(side).text) for side in "xywh")


def arguments(osc, end):
    """What a message sends with its values at one end of their range: 0 or 1."""
    found = []
    for partial in osc.find("arguments"):
        kind, conversion, value, low, high = (part.text for part in partial)
        number = float((low, high)[end]) if kind == "VALUE" else float(value)
        found.append(int(number) if conversion == "INTEGER" else number)
    return tuple(found)


@PARAMETERS
def test_every_node_is_known_and_has_a_place_of_its_own(tmp_path, playable):
    _, nodes = layout(tmp_path, playable)
    assert nodes["model"].find("values")[0].find("default").text == "Bell & <glass>"
    frames = {name: frame(node) for name, node in nodes.items()}
    for x, y, w, h in frames.values():
        assert min(x, y) >= 0
        assert x + w <= WIDTH
        assert y + h <= HEIGHT
        assert min(w, h) >= 20
    for (first, (x, y, w, h)), (second, (left, top, wide, high)) in combinations(frames.items(), 2):
        is_its_text = second == f"{first} title" and nodes[first].get("type") == "BUTTON"
        assert is_its_text or x + w <= left or left + wide <= x or y + h <= top or top + high <= y, (first, second)


@PARAMETERS
def test_every_message_is_one_that_the_app_takes(tmp_path, playable):
    performance = Performance(playable)
    namespace, moved = Namespace(performance.controls), set()
    for node in layout(tmp_path, playable)[1].values():
        for osc in node.iterfind("messages/osc"):
            (path,) = osc.find("path")
            (control,) = namespace.controls_at(path.find("value").text) or (None,)
            if control is None:
                assert playable.terrain
                continue
            for end in (0, 1):
                touch = namespace.touch(control, arguments(osc, end))
                assert all(control.clip(value) == value for value in touch.values)
            assert osc.find("receive").text == ("0" if control.momentary else "1")
            assert {one.find("var").text for one in osc.find("triggers")} == set(VALUES[node.get("type")])
            moved.add(control.id)
    axes = {f"latent.z{axis}" for axis in range(1, min(playable.latent_dims, 16) + 1)}
    assert axes | {f"label.{one.name}" for one in playable.labels[:6]} <= moved
    assert {"gain", "glide", "freeze", "play", "panic", "gesture.record", "snapshot.recall"} <= moved
    assert playable.latent_dims == 1 or "pad" in moved


def test_the_script_asks_at_the_port_of_the_settings_and_shows_what_the_app_sends(tmp_path):
    script, nodes = layout(tmp_path, Playable(3, LABELS), out_port=9101, prefix="/left")
    assert "sendOSC('/left/ping', 9101)" in script
    assert "sendOSC('/left/dump', 9101)" in script
    performance = Performance(Playable(3, LABELS))
    requests = Requests(Namespace(performance.controls, "/left"), performance, EngineHealth)
    answers = {
        one.address: one.arguments
        for asked in ("dump", "ping")
        for one in requests.answer(OscMessage(f"/left/{asked}"))
    }
    heard = {part for part in script.split("'") if part.startswith("/left/")} - {"/left/ping", "/left/dump"}
    assert heard <= set(answers)
    place, _ = answers["/left/status/axis"]
    assert f"z{place} title" in nodes
    assert all(f"snapshot {number} title" in nodes for number in range(1, 17))
