"""The patches beside an export: laid out within the screen, with all inlets and attributes, safe when opened."""

import pytest

from tests.export.descriptions import LABELS, MANY, description
from tests.patching.layouts import check_layout
from tests.patching.pd_files import read, windows
from vschaos.export import patches_pd, pd_help, pd_play, pd_poly, pd_through
from vschaos.patching import pd_pad

PD_PATCHES = ("", "-through", "-poly", "-voice", "-help", "-pad")


def every(descriptions=MANY):
    return pytest.mark.parametrize("described", descriptions.values(), ids=list(descriptions))


def pd_windows(patch):
    return windows(read(patch.written()))


def pd_boxes(patch):
    return [box for window in pd_windows(patch) for box in window.boxes]


def atoms_in(patch):
    return [atoms_of(box) for box in pd_boxes(patch)]


def pd_patches(described):
    return {
        "": pd_play.playing_patch(described),
        "-through": pd_through.through_patch(described),
        "-poly": pd_poly.poly_patch(described),
        "-voice": pd_poly.voice_patch(described),
        "-help": pd_help.help_patch(described),
        "-pad": pd_pad.pad_patch(),
    }


def atoms_of(box):
    """A box without its kind and place."""
    return [*box[:1], *box[3:]]


@every()
def test_nothing_overlaps_and_nothing_is_off_screen(described):
    for patch in pd_patches(described).values():
        check_layout(patch)


@every()
def test_pd_cords_lead_from_and_to_boxes_that_are_there(described):
    for name, patch in pd_patches(described).items():
        for window in pd_windows(patch):
            count = len(window.boxes)
            assert all(source < count and target < count for source, _, target, _ in window.cords), name
            assert len(set(window.cords)) == len(window.cords), name


def signals_to(window, target):
    """For each inlet in order, the window and the outlet that a signal comes from."""
    cords = sorted((cord for cord in window.cords if cord[2] == target), key=lambda cord: cord[3])
    inside = {box[-1]: number for number, box in enumerate(window.boxes) if box[0] == "obj" and box[-2:-1] == ["pd"]}
    numbers = {number: name for name, number in inside.items()}
    return [(numbers[source], outlet) for source, outlet, *_ in cords if source in numbers]


def heard_at(window, name, outlet):
    """What the signal of an outlet of a window inside hears: outlets are counted from left to right."""
    inside = next(one for one in window.windows if one.atoms[4] == name)
    outlets = [number for number, box in enumerate(inside.boxes) if box[3].startswith("outlet~")]
    end = sorted(outlets, key=lambda number: int(inside.boxes[number][1]))[outlet]
    (signal,) = [cord[0] for cord in inside.cords if cord[2] == end]
    assert inside.boxes[signal][3] == "sig~"
    (heard,) = [cord[0] for cord in inside.cords if cord[2] == signal]
    return inside.boxes[heard][4].removeprefix("\\$0-").removeprefix("\\$2-")


def model_of(patch, method):
    """The window of an object of a method, and its number there."""
    return next(
        (window, number)
        for window in pd_windows(patch)
        for number, box in enumerate(window.boxes)
        if box[3] == "nn~" and box[5] == method
    )


@every()
def test_pd_signals_lead_to_every_inlet_in_order(described):
    methods = {"decode": [f"latent-z{k}" for k in range(1, described.latent_dims + 1)]}
    if described.has_terrain:
        methods["map"] = ["latent-x", "latent-y"]
    for method, axes in methods.items():
        inlets = len(described.method(method).inlets)
        window, model = model_of(pd_play.playing_patch(described), method)
        names = [heard_at(window, *source) for source in signals_to(window, model)]
        assert names == axes + [f"label-{n + 1}" for n in range(inlets - len(axes))]


def test_a_voice_hears_its_place_the_labels_of_its_note_and_the_others_of_the_patch():
    window, model = model_of(pd_poly.voice_patch(description(3)), "decode")
    (name,) = {name for name, _ in signals_to(window, model)}
    inside = next(one for one in window.windows if one.atoms[4] == name)
    heard = [box[4] for box in inside.boxes if box[3] == "r"]
    assert heard == ["\\$0-axis-1", "\\$0-axis-2", "\\$0-axis-3", "\\$0-pitch", "\\$0-octave", "\\$2-label-3"]
    clipped = [box[4:] for box in inside.boxes if box[3] == "clip"]
    assert clipped == [["0", "11"], ["2", "6"]], "no key is out of range"
    boxes = atoms_in(pd_poly.poly_patch(description(3)))
    assert ["obj", "clone", "-s", "1", "glass-harp-voice", "8", "\\$0"] in boxes
    assert ["obj", "poly", "8", "1"] in boxes
    assert ["obj", "r", "glass-harp-note"] in boxes


def test_voices_that_have_no_pitch_have_places_of_their_own():
    def places(described):
        text = pd_poly.poly_patch(described).written()
        values = text[text.index("array define -k \\$0-places") :].split("#A 0 ")[1].split(";")[0].split()
        count = described.latent_dims
        return [tuple(map(float, values[start : start + count])) for start in range(0, len(values), count)]

    without = places(description(4, LABELS[2:]))
    assert len(without) == len(set(without)) == 8
    assert all(abs(value) <= 1 for place in without for value in place)
    assert set(places(description(4))) == {(0.5, 0.4961, 0.4922, 0.4883)}


def test_pd_has_the_buffer_the_messages_and_a_safe_level():
    described = description()
    boxes = atoms_in(pd_play.playing_patch(described))
    assert ["obj", "nn~", "glass-harp.ts", "decode", str(described.buffer)] in boxes
    assert ["obj", "nn~", "glass-harp.ts", "map", str(described.buffer)] in boxes
    for name in ("temperature", "seed", "noise", "phase", "glide", "axes"):
        assert ["msg", "set", name, "\\$1"] in boxes
    assert ["msg", "set", "reset", "1"] in boxes
    assert boxes.count(["msg", "bufsize", str(described.buffer)]) == 2
    level = next(box for box in boxes if box[1] == "nbx" and box[8].endswith("-level"))
    low, high, sends, value = level[4], level[5], level[7], level[-2]
    assert (low, high, sends, value) == ("-60", "12", "1", "0")
    assert ["obj", "+", "113.4"] in boxes, "the make-up gain of an instrument at −33.4 dBFS"
    on = next(box for box in boxes if box[1] == "tgl" and box[4].endswith("-on"))
    assert (on[3], on[-2]) == ("0", "0"), "nothing sounds by itself"
    assert ["msg", "\\;", "pd", "dsp", "1"] in boxes
    assert any(box[1] == "vu" for box in boxes)


def test_pd_snapshots_hold_all_that_is_played_and_none_that_only_acts():
    patch = pd_play.playing_patch(description(3))
    text = patch.written()
    names = text[text.index("text define -k \\$0-snapshot-names") :].split("#A set ")[1].split(";\n")[0]
    kept = [name.strip() for name in names.split("\\;") if name.strip()]
    assert kept[:6] == ["surface", "latent-z1", "latent-z2", "latent-x", "latent-y", "latent-z3"]
    assert kept[6:9] == ["label-1", "label-2", "label-3"]
    assert "attribute-glide" in kept
    assert "attribute-reset" not in kept
    assert "level" not in kept
    boxes = atoms_in(patch)
    assert {box[2].removeprefix("\\$0-") for box in boxes if box[1] == "value" and len(box) > 2} == set(kept)
    assert ["obj", "array", "define", "-k", "\\$0-snapshots", str(16 * (len(kept) + 1))] in boxes


def test_the_point_of_the_pad_cannot_leave_its_square():
    corners = [box for box in pd_boxes(pd_pad.pad_patch()) if "across(-1:1)" in " ".join(box)]
    side = pd_pad.PAD_SIDE - 1
    middle = [atom.removesuffix(",") for atom in corners[-1][6:10]]
    assert middle == [f"across(-1:1)(0:{side})", f"up(-1:1)({side}:0)"] * 2, "values are clipped to these ranges"


def test_a_sound_goes_through_each_axis_and_the_dry_one_is_as_late():
    described = description(3)
    patch = pd_through.through_patch(described)
    encode_window, encode = model_of(patch, "encode")
    decode_window, decode = model_of(patch, "decode")
    assert encode_window.atoms == decode_window.atoms
    moved = [number for number, box in enumerate(encode_window.boxes) if box[-1] == "axes-1"]
    for axis in range(3):
        assert (encode, axis, moved[0], axis) in encode_window.cords
        assert (moved[0], axis, decode, axis) in encode_window.cords
    pitch = described.method("decode").inlets[3].label
    heard = [port.label for port in described.method("encode").outlets].index(pitch)
    assert (encode, heard, decode, 3) in encode_window.cords, "the pitch that is heard is played"
    boxes = atoms_in(patch)
    late = [(2 * 2048 - 64 + 1536) / 44.1, (2 * (2 * 2048 - 64) + 1536) / 44.1]
    assert all(["msg", f"{milliseconds:.9g}"] in boxes for milliseconds in late)
    assert ["obj", "readsf~", "1"] in boxes
    assert ["obj", "adc~", "1"] in boxes
    assert ["obj", "+", "100"] in boxes, "no make-up gain: it is as loud as what goes in"


def test_pd_classes_are_named_and_labels_are_no_attributes_twice():
    text = pd_play.playing_patch(description()).written()
    assert "#A set C \\; C# \\; D \\;" in text
    assert "set pitch" not in text
    assert "#A set as\u00a0heard \\; C \\; C# \\;" in pd_through.through_patch(description()).written()
    text = " ".join(" ".join(box) for box in atoms_in(pd_help.help_patch(description())))
    assert "msg set pitch \\$1" in text
    assert "msg bufsize 2048" in text
    assert "by a loadbang: bufsize 2048" in text.replace(" \\,", ","), "forward has one inlet and one outlet"


@every()
def test_pd_help_explains_every_method_and_port_beside_an_object_at_work(described):
    boxes = atoms_in(pd_help.help_patch(described))
    said = [" ".join(box) for box in boxes]
    for method in described.methods:
        assert any(text.startswith(f"text nn~ glass-harp.ts {method.name} {described.buffer}") for text in said)
        assert ["obj", "nn~", "glass-harp.ts", method.name, str(described.buffer)] in boxes
        for port in (*method.inlets[:8], method.inlets[-1], *method.outlets[:8], method.outlets[-1]):
            assert any(port.text in text for text in said), port
    for attribute in described.attributes:
        assert any(text.startswith(f"msg set {attribute.name} ") for text in said)


def test_rights_rate_and_latency_are_reported():
    described = description()
    text = " ".join(pd_play.playing_patch(described).written().split()).replace(" \\,", ",")
    for fact in ("Ann Smith, Bob", "CC-BY-4.0", "44100 Hz", "after 91 ms", "decode 2048"):
        assert fact in text


@pytest.mark.parametrize("has_terrain", [False, True])
def test_files_lie_beside_the_module(has_terrain, tmp_path):
    described = description(has_terrain=has_terrain)
    written = patches_pd.write_patches(tmp_path, described)
    assert {path.name for path in written} == {f"glass-harp{part}.pd" for part in PD_PATCHES}
    assert all(path.parent == tmp_path and path.stat().st_size for path in written)
