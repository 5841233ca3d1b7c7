"""The session for Open Stage Control: every address is the app's, every range is the table's, and nothing overlaps."""

import json
import os
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtQml import QJSEngine

from tests.patching.test_remotes import LABELS, PLAYABLES
from vschaos.latent.latent_map import LatentMap
from vschaos.osc.listing import listed
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage
from vschaos.osc.ports import OscSettings
from vschaos.osc.requests import EngineHealth, Requests
from vschaos.patching.remote_pd import CONNECTED, LOOKING
from vschaos.patching.stage_control import FILE_NAME, MOST_AXES, remote_patch
from vschaos.performance.controls import Kind, Playable
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the scripts run in Qt's engine for JavaScript

KNOWN = {
    "button": {"label", "mode", "on", "off", "wrap"},
    "dropdown": {"values"},
    "fader": {"range", "logScale", "decimals", "horizontal", "design", "doubleTap", "html", "interaction", "preArgs"},
    "keyboard": {"keys", "start", "on", "off", "velocity"},
    "switch": {"values", "layout"},
    "text": set(),
    "variable": {"onValue"},
    "xy": {"rangeX", "rangeY", "decimals", "snap", "html"},
}
"""Properties of the widgets of Open Stage Control 1.x that the session uses, from its reference of properties."""
OF_ALL = {"type", "id", "left", "top", "width", "height", "address", "target", "ignoreDefaults", "typeTags", "bypass"}
OF_ALL |= {"default"}


def session(playable, **options):
    """The root of the session, read from its text."""
    file = json.loads(remote_patch(playable, OscSettings(**options)).written())
    assert file["type"] == "session"
    assert file["content"]["type"] == "root"
    return file["content"]


def widgets(root):
    return [one for tab in root["tabs"] for one in tab["widgets"]]


def argument_sets(widget):
    """The arguments that a widget sends at the ends of its range, as Open Stage Control makes them."""
    before = widget.get("preArgs", [])
    if widget["type"] == "button":
        return [before] if widget["mode"] == "momentary" else [[*before, widget["on"]]]
    if widget["type"] in ("switch", "dropdown"):
        return [[value] for value in widget["values"]["values"]]
    if widget["type"] == "xy":
        return [[widget["rangeX"][end], widget["rangeY"][end]] for end in ("min", "max")]
    if widget["type"] == "keyboard":
        last = widget["start"] + widget["keys"] - 1
        return [[widget["start"], widget["on"]], [last, widget["off"]]]
    return [[*before, widget["range"][end]] for end in ("min", "max")]


PARAMETERS = pytest.mark.parametrize(
    "playable", PLAYABLES[:7], ids=lambda one: f"{one.latent_dims}-{len(one.labels)}-{one.terrain}"
)


@PARAMETERS
def test_every_widget_is_one_of_its_kind_with_a_place_of_its_own(playable):
    root = session(playable)
    assert len({one["id"] for one in widgets(root)}) == len(widgets(root))
    for one in widgets(root):
        assert set(one) <= OF_ALL | KNOWN[one["type"]], one["id"]
    for tab in root["tabs"]:
        places = [
            tuple(float(one[side].removesuffix("%")) for side in ("left", "top", "width", "height"))
            for one in tab["widgets"]
            if one["type"] != "variable"
        ]
        for left, top, width, height in places:
            assert min(left, top) >= 0
            assert max(left + width, top + height) <= 100.01
            assert min(width, height) > 1
        for first, second in combinations(places, 2):
            apart_across = first[0] + first[2] <= second[0] + 0.01 or second[0] + second[2] <= first[0] + 0.01
            apart_down = first[1] + first[3] <= second[1] + 0.01 or second[1] + second[3] <= first[1] + 0.01
            assert apart_across or apart_down, (first, second)


@PARAMETERS
def test_all_that_is_sent_is_accepted_and_all_that_is_heard_exists(playable):
    performance = Performance(playable)
    namespace = Namespace(performance.controls)
    requests = Requests(namespace, performance, EngineHealth)
    sent_by_app = {one.address for one in listed(playable) if one.is_sent}
    moved = set()
    for one in widgets(session(playable)):
        if one.get("bypass"):
            assert one["type"] == "text" or one["address"] in sent_by_app, one["id"]
            assert "address" not in one or one["address"] in sent_by_app, one["id"]
            continue
        assert one["target"] == ["127.0.0.1:9000"]
        controls = [control for control in namespace.controls_at(one["address"]) if not control.on_map]
        for arguments in argument_sets(one):
            if one["address"] == "/vs/note":
                assert requests.answer(OscMessage("/vs/note", tuple(arguments))) == []
            elif controls:
                touch = namespace.touch(controls[0], tuple(arguments))
                assert controls[0].momentary or all(controls[0].clip(value) == value for value in touch.values), one
                moved.add(controls[0].id)
    expected = {
        control.id
        for control in performance.controls.values()
        if not control.on_map and control.id not in ("pad.x", "pad.y", "latents") and not is_far(control.id)
    }
    assert moved == expected


def is_far(control_id):
    """Whether a control is of an axis beyond those that the session has."""
    return any(part[:1] == "z" and part[1:].isdigit() and int(part[1:]) > MOST_AXES for part in control_id.split("."))


def test_ranges_are_those_of_the_table():
    performance = Performance(Playable(4, LABELS))
    by_address = {f"/vs{one.address}": one for one in performance.controls.values()}
    for one in widgets(session(Playable(4, LABELS))):
        control = by_address.get(one.get("address", ""))
        if control is None or control.kind is Kind.COMMAND:
            continue
        for side in ("range", "rangeX", "rangeY"):
            if side in one:
                assert one[side] == {"min": control.low, "max": control.high}, one["id"]
        if "values" in one:
            assert one["values"]["labels"] == list(control.names)
            assert one["values"]["values"][0] == control.low


def test_ports_and_prefix_are_those_of_the_settings():
    root = session(Playable(2), in_port=9100, out_port=9101, prefix="/left")
    assert all(one["address"].startswith("/left/") for one in widgets(root) if "address" in one)
    assert {tuple(one["target"]) for one in widgets(root) if "target" in one} == {("127.0.0.1:9100",)}
    assert 'send("127.0.0.1:9100", "/left/ping", {type: "i", value: 9101})' in root["onCreate"]


class Page:
    """The session's scripts in an engine for JavaScript, with the functions that they use."""

    STUBS = """
        var locals = {}, sent = [], shown = {}, variables = {}, values = {pong: 0}, tick;
        function setInterval(id, callback, period) { tick = callback; }
        function get(id) { return values[id]; }
        function set(id, value) { values[id] = value; shown[id] = value; }
        function setVar(id, name, value) { variables[id + "." + name] = value; }
        function send(target, address, argument) { sent.push(address + " " + argument.value); }
    """

    def __init__(self, root):
        self.engine = QJSEngine()
        self.run(self.STUBS)
        self.run(root["onCreate"])

    def run(self, code):
        result = self.engine.evaluate(code)
        assert not result.isError(), result.toString()
        return result.toVariant()

    def tick(self, pong=0):
        """What is sent two seconds later, when a pong with a number has come or none."""
        self.run(f"sent = []; values.pong = {pong} || values.pong; tick();")
        return self.run("sent")


def test_the_script_asks_for_everything_once_after_each_start(qapp):
    page = Page(session(Playable(2)))
    everything = ["/vs/dump 9001", "/vs/status 1", "/vs/ping 9001"]
    assert page.tick() == ["/vs/ping 9001"]
    assert page.tick(pong=77) == everything
    assert page.run("shown.link") == CONNECTED
    assert page.tick(pong=77) == ["/vs/ping 9001"]
    assert page.tick(pong=78) == everything, "started again before it was missed"
    assert page.tick() == ["/vs/ping 9001"]
    assert page.run("shown.link") == CONNECTED, "one answer may be lost"
    page.tick()
    assert page.run("shown.link") == LOOKING
    assert page.tick(pong=78) == everything


def test_names_of_snapshots_and_titles_of_axes_are_shown(qapp):
    root = session(Playable(3, terrain=True))
    page = Page(root)
    performance = Performance(Playable(2))
    performance.touch((Touch("snapshot.store", (2.0,)),), Origin.UI)
    performance.name_snapshot(2, "Dark bell", 0)
    performance.fit(Playable(2), LatentMap(np.zeros((2, 2, 2), np.float32), np.zeros((0, 2), np.float32)))
    health = EngineHealth(along_axes=("", "brighter"), along_map=("noisier",))
    requests = Requests(Namespace(performance.controls), performance, lambda: health)
    scripts = {one["address"]: one["onValue"] for one in widgets(root) if "onValue" in one}
    for message in requests.answer(OscMessage("/vs/status")):
        if message.address in scripts:
            arguments = message.arguments
            value = json.dumps(arguments if len(arguments) > 1 else arguments[0])
            page.run(f"(function(value) {{ {scripts[message.address]} }})({value})")
    assert page.run('[variables["recall_1.name"], variables["recall_2.name"]]') == ["-", "Dark bell"]
    shown = page.run("variables")
    assert [shown[f"z{axis}.title"] for axis in (1, 2, 3)] == ["z1", "z2 brighter", "no z3"]
    assert [shown["pad.x"], shown["pad.y"], shown["terrain.x"], shown["terrain.y"]] == [
        "z1",
        "z2 brighter",
        "x noisier",
        "y",
    ]


def test_the_file_names_the_instrument(tmp_path):
    path = remote_patch(Playable(2), instrument="Old cello").save(tmp_path / FILE_NAME)
    assert "Made for Old cello" in path.read_text(encoding="utf-8")
