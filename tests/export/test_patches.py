"""The patches beside an export: laid out within the screen, with all inlets and attributes, safe when opened."""

import pytest

from tests.export.descriptions import MANY, description
from tests.patching.layouts import check_layout
from tests.patching.pd_files import read, windows
from vschaos.export import patches_pd

PD_MODEL = ["obj", "nn~", "glass-harp.ts"]


def every(descriptions=MANY):
    return pytest.mark.parametrize("described", descriptions.values(), ids=list(descriptions))


def pd_boxes(patch):
    return [box for window in windows(read(patch.written())) for box in window.boxes]


def atoms_of(box):
    """A box without its kind and place."""
    return [*box[:1], *box[3:]]


@every()
def test_nothing_overlaps_and_nothing_is_off_screen(described):
    check_layout(patches_pd.help_patch(described))
    for method in ("decode", "map")[: 1 + described.has_terrain]:
        check_layout(patches_pd.playing_patch(described, method))


@every()
def test_pd_signals_lead_to_every_inlet_in_order(described):
    inlets = len(described.method("decode").inlets)
    root = read(patches_pd.playing_patch(described, "decode").written())
    (model,) = [number for number, box in enumerate(root.boxes) if box[0] == "obj" and box[3] == "nn~"]
    cords = sorted((cord for cord in root.cords if cord[2] == model), key=lambda cord: cord[3])
    signals = [cord for cord in cords if not root.boxes[cord[0]][-1].startswith("attributes")]
    assert [cord[3] for cord in signals] == list(range(inlets))
    names = []
    for source, outlet, *_ in signals:
        inside = next(window for window in root.windows if window.atoms[4] == root.boxes[source][-1])
        outlets = [number for number, box in enumerate(inside.boxes) if box[3].startswith("outlet~")]
        # Pd counts outlets from left to right, whatever their number in the file.
        end = sorted(outlets, key=lambda number: int(inside.boxes[number][1]))[outlet]
        (signal,) = [cord[0] for cord in inside.cords if cord[2] == end]
        assert inside.boxes[signal][3] == "sig~"
        (heard,) = [cord[0] for cord in inside.cords if cord[2] == signal]
        names.append(inside.boxes[heard][4].removeprefix("\\$0-"))
    axes = [f"latent-z{k}" for k in range(1, described.latent_dims + 1)]
    assert names == axes + [f"label-{n + 1}" for n in range(inlets - described.latent_dims)]


def test_pd_has_the_buffer_the_messages_and_a_safe_level():
    described = description()
    boxes = [atoms_of(box) for box in pd_boxes(patches_pd.playing_patch(described, "decode"))]
    assert ["obj", "nn~", "glass-harp.ts", "decode", f"{described.buffer},", "f", "53"] in boxes
    for name in ("temperature", "seed", "noise", "phase", "glide", "axes"):
        assert ["msg", "set", name, "\\$1"] in boxes
    assert ["msg", "set", "reset", "1"] in boxes
    assert ["msg", "bufsize", str(described.buffer)] in boxes
    level = next(box for box in boxes if box[1] == "nbx" and box[8].endswith("-level"))
    low, high, sends, value = level[4], level[5], level[7], level[-2]
    assert (low, high, sends, value) == ("-60", "12", "1", "0")
    assert ["obj", "+", "113.4"] in boxes, "the make-up gain of an instrument at −33.4 dBFS"
    on = next(box for box in boxes if box[1] == "tgl" and box[4].endswith("-on"))
    assert on[-2] == "0", "nothing sounds by itself"
    assert ["msg", "\\;", "pd", "dsp", "1"] in boxes


def test_pd_classes_are_named_and_labels_are_no_attributes_twice():
    text = patches_pd.playing_patch(description(), "decode").written()
    assert "#A set C \\; C# \\; D \\;" in text
    assert "set pitch" not in text
    text = " ".join(" ".join(atoms_of(box)) for box in pd_boxes(patches_pd.help_patch(description())))
    assert "msg set pitch -1" in text
    assert "msg bufsize 2048" in text
    assert "by a loadbang: bufsize 2048" in text.replace(" \\,", ","), "forward has one inlet and one outlet"


@every()
def test_pd_help_lists_every_method_and_port(described):
    said = [" ".join(atoms_of(box)) for box in pd_boxes(patches_pd.help_patch(described))]
    for method in described.methods:
        assert any(f"nn~ glass-harp.ts {method.name} {described.buffer}" in text for text in said)
        for port in (*method.inlets[:8], method.inlets[-1], *method.outlets[:8], method.outlets[-1]):
            assert any(port.text in text for text in said), port
    for attribute in described.attributes:
        assert any(text.startswith(f"msg set {attribute.name} ") for text in said)


def test_rights_rate_and_latency_are_reported():
    described = description()
    text = " ".join(patches_pd.playing_patch(described, "decode").written().split()).replace(" \\,", ",")
    for fact in ("Ann Smith, Bob", "CC-BY-4.0", "44100 Hz", "4032 samples (91 ms)", "buffer of 2048"):
        assert fact in text


@pytest.mark.parametrize("has_terrain", [False, True])
def test_files_lie_beside_the_module(has_terrain, tmp_path):
    described = description(has_terrain=has_terrain)
    written = patches_pd.write_patches(tmp_path, described)
    names = {"glass-harp.pd", "glass-harp-help.pd"}
    names |= {"glass-harp-map.pd"} if has_terrain else set()
    assert {path.name for path in written} == names
    assert all(path.parent == tmp_path and path.stat().st_size for path in written)
