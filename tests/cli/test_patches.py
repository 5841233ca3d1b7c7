"""`vschaos patches`: the remote patches, with the instrument's axes and labels, never over a person's own."""

import argparse
import os

import pytest

from vschaos.cli.patches import add_arguments, run
from vschaos.errors import OscError
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import write_instrument

NAMES = ("vschaos-remote.pd", "vschaos-remote.maxpat", "vschaos-remote-open-stage-control.json", "vschaos-remote.tosc")


def patches(*argv):
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args([str(word) for word in argv]))


def test_patches_for_any_instrument(tmp_path, capsys):
    folder = tmp_path / "new" / "folder"
    assert patches("-o", folder) == 0
    assert capsys.readouterr().out.splitlines() == [str(folder / name) for name in NAMES]
    text = (folder / NAMES[0]).read_text(encoding="utf-8")
    assert "oscformat vs latent z8" in text
    assert "latent z9" not in text


def test_patches_for_one_instrument_its_ports_and_prefix(tmp_path):
    instrument = tmp_path / "i.vschaos"
    write_instrument(instrument, untrained(0, latent_dims=3))
    options = ("--in-port", 9100, "--out-port", 9101, "--prefix", "/left")
    assert patches("-o", tmp_path, instrument, *options) == 0
    forms = ("oscformat left latent z{}", "prepend /left/latent/z{}", '"/left/latent/z{}"')
    for name, form in zip(NAMES, forms, strict=False):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert form.format(3) in text
        assert form.format(4) not in text
        assert "9100" in text
        assert "9101" in text


def test_patches_of_a_person_are_left_alone_by_default(tmp_path):
    own = tmp_path / NAMES[1]
    own.write_text("my own")
    with pytest.raises(OscError, match=r"already holds vschaos-remote\.maxpat"):
        patches("-o", tmp_path)
    assert own.read_text() == "my own"
    assert not (tmp_path / NAMES[0]).exists()
    assert patches("-o", tmp_path, "--replace") == 0
    assert own.read_text() != "my own"


def test_what_cannot_be_is_told_in_a_sentence(tmp_path):
    for options in (("--in-port", 9001), ("--prefix", "left"), ("--out-port", 70000)):
        with pytest.raises(OscError):
            patches("-o", tmp_path, *options)
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(OscError, match=r"could not be saved.*: “file” is not a folder"):
            patches("-o", folder)


@pytest.mark.skipif(os.name != "posix", reason="links and permissions as POSIX has them")
def test_replacing_keeps_links_and_permissions(tmp_path):
    real, folder = tmp_path / "real.pd", tmp_path / "patches"
    folder.mkdir()
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    (folder / NAMES[0]).symlink_to(real)
    assert patches("-o", folder, "--replace") == 0
    assert (folder / NAMES[0]).is_symlink()
    assert "oscformat" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in folder.iterdir()} == set(NAMES)
