"""The remote patches: every control is there, within the window, and led both ways."""

import json

import pytest

from tests.patching.layouts import check_layout
from tests.patching.max_files import check_file, texts
from tests.patching.pd_files import read, windows
from vschaos.osc.ports import OscSettings
from vschaos.patching import remote_max, remote_pd
from vschaos.performance.controls import Label, Playable
from vschaos.performance.table import control_table

NOTES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
LABELS = (
    Label("pitch", 0, 11, 9, True, NOTES),
    Label("octave", 2, 6, 4, True, ("2", "3", "4", "5", "6")),
    Label("speaker", 0, 63, 3, True, tuple(f"voice {number}, take; {{{number}}}" for number in range(64))),
    Label("loudness", -40.0, 0.0, -20.5, False),
)
PLAYABLES = [
    Playable(1),
    Playable(2),
    Playable(4, LABELS[:1]),
    Playable(8, LABELS, terrain=True),
    Playable(16, LABELS, terrain=True),
    Playable(64, LABELS),
    Playable(3, (Label("how_rough_the_surface_is_to_the_hand", 0, 11, 0, True, NOTES),)),
    Playable(256, LABELS * 5, terrain=True),
]


@pytest.mark.parametrize("playable", PLAYABLES, ids=lambda one: f"{one.latent_dims}-{len(one.labels)}-{one.terrain}")
@pytest.mark.parametrize("remote", [remote_pd, remote_max])
def test_nothing_overlaps_and_nothing_is_off_screen(remote, playable):
    check_layout(remote.remote_patch(playable))
    check_layout(remote.remote_patch(playable, None, "An instrument of a very long name, " * 5))


def sent_elsewhere(control):
    """The names of the same numbers that have no controls of their own."""
    return control.id in ("pad", "pad.x", "pad.y", "latents")


@pytest.mark.parametrize("playable", PLAYABLES[:7], ids=lambda one: f"{one.latent_dims}-{one.terrain}")
def test_pd_sends_to_every_address_and_receives_every_value(playable):
    boxes = [
        " ".join(box) for window in windows(read(remote_pd.remote_patch(playable).written())) for box in window.boxes
    ]
    for control in control_table(playable):
        if sent_elsewhere(control):
            continue
        if control.label:
            assert [box for box in boxes if box.endswith(f"oscformat vs label {control.label}")], control.id
            assert [box for box in boxes if box.endswith(f"route {control.label}")], control.id
            continue
        path = control.address.strip("/").replace("/", " ")
        sends = [box for box in boxes if box.endswith(f"oscformat vs {path}")]
        assert len(sends) == 1, control.id
        if control.mirrored and not control.momentary:
            end = "-".join(control.address.strip("/").split("/"))
            assert len([box for box in boxes if box.endswith(f" s \\$0-{end}-in")]) == 1, control.id
            assert [box for box in boxes if box.endswith(f" r \\$0-{end}-in")], control.id


@pytest.mark.parametrize("playable", PLAYABLES[:7], ids=lambda one: f"{one.latent_dims}-{one.terrain}")
def test_max_sends_to_every_address_and_receives_every_value(playable):
    file = json.loads(remote_max.remote_patch(playable).written())
    check_file(file)
    said = texts(file)
    routed = [word for text in said if text.startswith("route ") for word in text.split()[1:]]
    for control in control_table(playable):
        if sent_elsewhere(control):
            continue
        address = f"/vs{control.address}"
        if control.label:
            assert f"prepend {address}" in said, control.id
            assert f"zl.compare {address}" in said, control.id
            continue
        assert said.count(f"prepend {address}") + said.count(address) == 1, control.id
        assert routed.count(address) == (control.mirrored and not control.momentary), control.id


def test_ports_prefix_and_name_are_those_of_the_settings():
    settings = OscSettings(in_port=9100, out_port=9200, prefix="/stage/left")
    patch = remote_pd.remote_patch(Playable(3), settings, "Old cello; {no. 2}").written()
    assert "oscformat stage left latent z3" in patch
    assert "Old cello, (no. 2)" in patch.replace(" \\,", ",")
    assert " 9100 " in patch
    assert " 9200 " in patch
    said = texts(json.loads(remote_max.remote_patch(Playable(3), settings).written()))
    assert "udpsend 127.0.0.1 9100" in said
    assert "udpreceive 9200" in said
    assert "prepend /stage/left/latent/z3" in said


@pytest.mark.parametrize("remote", [remote_pd, remote_max])
def test_the_file_is_the_patch(remote, tmp_path):
    patch = remote.remote_patch(Playable(2))
    assert patch.save(tmp_path / remote.FILE_NAME).read_text(encoding="utf-8") == patch.written()
