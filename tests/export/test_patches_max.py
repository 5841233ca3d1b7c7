"""The patches for Max and the devices for Live: every object and cord exists, and everything has its place."""

import json
import re

import pytest

from tests.export.descriptions import LABELS, MANY, description
from tests.patching.layouts import check_layout
from tests.patching.max_files import boxes_of, check_file, device_of, texts
from vschaos.export import patches_max
from vschaos.export.describe import describe
from vschaos.export.max.devices import effect_device, instrument_device
from vschaos.export.max.help import help_patch
from vschaos.export.max.notes import note_controls, notes_patch, voice_patch
from vschaos.export.max.play import playing_patch
from vschaos.export.max.through import latency, through_patch
from vschaos.export.patch_controls import for_max
from vschaos.instrument.card import Card

PATCHES = {
    "glass-harp.maxpat": playing_patch,
    "glass-harp-through.maxpat": through_patch,
    "glass-harp-poly.maxpat": notes_patch,
    "glass-harp-voice.maxpat": voice_patch,
    "glass-harp.maxhelp": help_patch,
}
DEVICES = {
    "glass-harp-instrument.amxd": (b"iiii", instrument_device),
    "glass-harp-effect.amxd": (b"aaaa", effect_device),
}


def every():
    kinds = {name: for_max(MANY[name]) for name in ("one axis", "two axes", "labels and map", "256 axes")}
    return pytest.mark.parametrize("described", list(kinds.values()), ids=list(kinds))


def read(patch):
    return json.loads(patch.written())


def voice(described):
    return {"glass-harp-voice": read(voice_patch(described))["patcher"]}


def models(file):
    """Texts and numbers of inlets and outlets of all nn~ objects."""
    found = [box for box in boxes_of(file) if box["maxclass"] == "newobj" and re.match(r"(mc\.)?nn~ ", box["text"])]
    return [(box["text"].split(), box["numinlets"], box["numoutlets"]) for box in found]


def led(file, method):
    """The inlets of the first object of a method that a signal is led to."""
    for patcher in (file["patcher"], *(box["patcher"] for box in boxes_of(file) if "patcher" in box)):
        boxes = {item["box"]["id"]: item["box"] for item in patcher["boxes"]}
        for name, box in boxes.items():
            if box["maxclass"] == "newobj" and box["text"].startswith(f"nn~ glass-harp {method} "):
                ends = [(item["patchline"]["source"], item["patchline"]["destination"]) for item in patcher["lines"]]
                return sorted(
                    inlet
                    for (source, outlet), (target, inlet) in ends
                    if target == name and boxes[source]["outlettype"][outlet] == "signal"
                )
    raise AssertionError(method)


@every()
@pytest.mark.parametrize("make", PATCHES.values(), ids=list(PATCHES))
def test_every_object_attribute_and_cord_exists(described, make):
    file = read(make(described))
    check_file(file, voice(described))
    for (_, name, method, buffer), inlets, outlets in models(file):
        port = described.method(method)
        assert (name, int(buffer), inlets, outlets) == ("glass-harp", 1024, len(port.inlets), len(port.outlets))
    assert not any(re.match(r"(s|r|send|receive)~? ", text) for text in texts(file)), "nothing meets another patch"


@every()
@pytest.mark.parametrize("make", PATCHES.values(), ids=list(PATCHES))
def test_nothing_overlaps_and_nothing_is_off_screen(described, make):
    check_layout(make(described))


@every()
@pytest.mark.parametrize(("kind", "make"), DEVICES.values(), ids=list(DEVICES))
def test_a_device_is_a_container_whose_patch_fits_into_live(described, kind, make):
    found, file = device_of(make(described))
    assert found == kind
    check_file(file, voice(described))
    patcher = file["patcher"]
    assert patcher["project"]["amxdtype"] == {b"iiii": 1768515945, b"aaaa": 1633771873}[kind]
    width = patcher["devicewidth"]
    assert patcher["openrect"] == [0.0, 0.0, width, 169.0]
    shown = [item["box"]["presentation_rect"] for item in patcher["boxes"] if "presentation_rect" in item["box"]]
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= 169 for x, y, w, h in shown)
    for number, (x, y, w, h) in enumerate(shown):
        for left, top, wide, high in shown[:number]:
            assert x >= left + wide or left >= x + w or y >= top + high or top >= y + h
    assert sum("plugout~" in text for text in texts(file)) == 1


@every()
def test_signals_lead_to_every_inlet(described):
    play = read(playing_patch(described))
    through = read(through_patch(described))
    spoken = read(voice_patch(described))
    inlets = list(range(len(described.method("decode").inlets)))
    for file in (play, through, spoken):
        assert led(file, "decode") == inlets
    assert led(through, "forward") == [0]
    if described.has_terrain:
        assert led(play, "map") == list(range(len(described.method("map").inlets)))
    shown = read(help_patch(described))
    for method in described.methods:
        assert led(shown, method.name) == list(range(len(method.inlets))), method.name


def test_the_patch_starts_where_the_instrument_does_and_is_heard_at_its_level():
    file = read(playing_patch(for_max(description())))
    dials = {box["varname"]: box["saved_attribute_attributes"]["valueof"] for box in boxes_of(file) if "varname" in box}
    assert dials["z1"]["parameter_initial"] == [0.5]
    assert dials["map y"]["parameter_initial"] == [-0.75]
    assert dials["pitch"]["parameter_enum"] == list(LABELS[0].classes)
    assert dials["pitch"]["parameter_initial"] == [9]
    assert dials["octave"]["parameter_initial"] == [4]
    assert dials["level"]["parameter_initial"] == [0.0]
    assert dials["seed"]["parameter_type"] == 0, "Live's whole numbers end at 255"
    assert "*~ 4.6774" in texts(file), "the make-up gain of an instrument at −33.4 dBFS"
    assert "!= 44100." in texts(file)
    assert sum(box["maxclass"] == "pictslider" for box in boxes_of(file)) == 2
    assert sum(box["maxclass"] == "ezdac~" for box in boxes_of(file)) == 1
    for name in ("temperature", "seed", "life", "even", "noise", "phase", "glide", "axes"):
        assert f"prepend set {name}" in texts(file)
    assert not any("set pitch" in text for text in texts(file)), "a label has an inlet"


@every()
def test_the_first_snapshot_is_the_start_of_all_that_is_played(described):
    file = read(playing_patch(described))
    (preset,) = [box for box in boxes_of(file) if box["maxclass"] == "preset"]
    named = {box["id"]: box for box in boxes_of(file)}
    (start,) = preset["preset_data"]
    data, held = start["data"], {}
    while data:
        length = data[0]
        held[data[1]] = data[4:length]
        assert named[data[1]]["maxclass"] == data[2]
        data = data[length:]
    played = [box for box in boxes_of(file) if box.get("parameter_enable") and box["maxclass"] != "live.button"]
    assert set(held) == {box["id"] for box in played}
    for box in played:
        first = box["saved_attribute_attributes"]["valueof"]["parameter_initial"]
        assert held[box["id"]] == [float(value) for value in first]
    cords = [item["patchline"] for item in file["patcher"]["lines"] if item["patchline"]["source"] == [preset["id"], 0]]
    assert {cord["destination"][0] for cord in cords} == set(held)


def test_dry_waits_for_wet():
    described = for_max(description())
    file = read(through_patch(described))
    (expression,) = [text for text in texts(file) if text.startswith("expr ($i1+1)")]
    delays = [text for text in texts(file) if text.startswith("delay~ ")]
    own = described.method("forward").latency_samples
    assert delays == [f"delay~ 32768 {2 * 1024 - 64 + own}"]
    for way in (0, 1):
        for windows in (0, 1):
            formula = expression.removeprefix("expr ").replace("$i1", str(way)).replace("$i2", str(windows))
            late = eval(formula.replace("$i3", "64"))
            assert late + windows * (way + 1) * 1024 == latency(described, way)
    _, device = device_of(effect_device(described))
    assert device["patcher"]["latency"] == 2 * 1024 - 64 + own


@every()
def test_a_voice_computes_until_its_late_sound_has_ended(described):
    patcher = read(voice_patch(described))["patcher"]
    boxes = {item["box"]["id"]: item["box"].get("text") for item in patcher["boxes"]}
    cords = {
        (
            boxes[line["patchline"]["source"][0]],
            line["patchline"]["source"][1],
            boxes[line["patchline"]["destination"][0]],
        )
        for line in patcher["lines"]
    }
    (late,) = [int(text.split()[-1]) for text in boxes.values() if text.startswith("delay~ ")]
    (wait,) = [text for text in boxes.values() if text.startswith("delay ")]
    assert late / 44_100 <= int(wait.split()[1]) / 1000 < late / 44_100 + 0.01
    assert late == 2 * described.buffer - 64
    (envelope,) = [text for text in boxes.values() if text.startswith("adsr~ ")]
    needed = {
        (envelope, 0, "+~"),
        (f"delay~ {late} {late}", 0, "+~"),
        ("+~", 0, "thispoly~"),
        (envelope, 2, "route mute"),
        ("route mute", 0, "sel 0 1"),
        ("sel 0 1", 0, "mute 0"),
        ("sel 0 1", 0, "stop"),
        ("stop", 0, wait),
        ("sel 0 1", 1, wait),
        (wait, 0, "mute 1"),
    }
    assert needed <= cords
    assert {source for source, _, target in cords if target == "thispoly~"} == {
        "+~",
        "mute 0",
        "mute 1",
        "loadmess mute 1",
    }


def test_a_key_sets_pitch_and_octave_or_else_the_first_axis():
    said = texts(read(voice_patch(description())))
    assert "expr min(max($i1%12\\,0)\\,11)" in said
    assert "expr min(max($i1/12-1\\,2)\\,6)" in said
    notes = note_controls(description(3, ()))
    ((inlet, expression),) = notes.by_key
    assert inlet == 0
    for key, place in ((0, -1.0), (36, -1.0), (60, 0.0), (84, 1.0), (127, 1.0)):
        assert eval(expression.replace("$i1", str(key))) == pytest.approx(place)
    assert [number for number, _ in notes.shared] == [1, 2]


@every()
def test_help_explains_every_method_and_attribute(described):
    file = read(help_patch(described))
    said = texts(file)
    for method in described.methods:
        assert method.help in said
        for number, port in enumerate(method.inlets[:12], start=1):
            assert f"{number} {port.text}" in said
    for attribute in described.attributes:
        assert attribute.help in said
        assert any(text.startswith(f"set {attribute.name} ") for text in said)
    assert said.count("loadmess 0") >= len(described.methods), "nothing computes before its box is ticked"


def test_rights_rate_and_latency_are_reported():
    said = " ".join(texts(read(playing_patch(for_max(description())))))
    for fact in ("Ann Smith, Bob", "CC-BY-4.0", "44100 Hz", "after 45 ms"):
        assert fact in said


def test_the_buffer_is_short_but_never_shorter_than_a_hop():
    assert for_max(description()).buffer == 1024
    assert for_max(describe(Card("long", 44100, 8192, 4096, 2))).buffer == 4096


def test_files_lie_beside_the_module(tmp_path):
    written = patches_max.write_patches(tmp_path, description())
    assert {path.name for path in written} == {*PATCHES, *DEVICES}
    assert all(path.parent == tmp_path and path.stat().st_size for path in written)


@pytest.mark.parametrize("make", [playing_patch, through_patch, notes_patch])
def test_the_module_is_set_to_the_rate_of_the_host(make):
    resampled = for_max(description())
    file = read(make(resampled))
    check_file(file, voice(resampled))
    boxes = {box["id"]: box for box in boxes_of(file)}
    cords = [(item["patchline"]["source"][0], item["patchline"]["destination"][0]) for item in file["patcher"]["lines"]]
    set_rate = {box for box in boxes if boxes[box].get("text") == "prepend set sample_rate"}
    reached = {target for source, target in cords if source in set_rate}
    models = {box for box in boxes if re.match(r"(mc\.)?nn~ |poly~ ", boxes[box].get("text", ""))}
    assert reached == {box for box in models if boxes[box]["maxclass"] == "newobj"}
