"""`vschaos instruments` as a shell calls it."""

from __future__ import annotations

import dataclasses
import errno
import json
import zipfile

import pytest

import vschaos.cli.instruments
from vschaos.cli.main import main
from vschaos.configs.schema import ConditioningConfig
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import CARD, read_card, read_instrument, write_instrument


@pytest.fixture
def instrument(tmp_path):
    path = tmp_path / "runs" / "bells" / "version_0" / "last.vschaos"
    conditioning = {"pitch": ConditioningConfig(dim=12)}
    write_instrument(path, untrained(1, latent_dims=3, hidden=16, conditioning=conditioning))
    return path


def contents(path):
    with zipfile.ZipFile(path) as archive:
        return {item.filename: (archive.read(item), item.compress_type) for item in archive.infolist()}


def test_factory_instruments_and_those_in_a_folder_are_listed(instrument, tmp_path, capsys):
    (tmp_path / "runs" / "broken.vschaos").write_bytes(b"PK nonsense")
    assert main(["instruments", "list", str(tmp_path / "runs"), str(instrument)]) == 0
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    assert sum("Fifths" in line for line in lines) == 1
    (mine,) = [line for line in lines if str(instrument) in line]
    for part in ("untrained 1", "pitch", "44100 Hz", " 3 ", "MB"):
        assert part in mine
    assert "broken.vschaos" in printed.err
    assert "damaged" in printed.err


def test_the_list_as_json(instrument, tmp_path, capsys):
    assert main(["instruments", "list", str(tmp_path), "--json"]) == 0
    listed = {item["path"]: item for item in json.loads(capsys.readouterr().out)}
    item = listed[str(instrument)]
    assert (item["name"], item["labels"], item["latent_dims"]) == ("untrained 1", ["pitch"], 3)
    assert item["size_bytes"] == instrument.stat().st_size


def test_a_missing_folder_is_an_error(tmp_path, capsys):
    assert main(["instruments", "list", str(tmp_path / "none")]) == 1
    assert "does not exist" in capsys.readouterr().err


def test_all_fields_of_the_card_are_shown(tmp_path, capsys):
    whole = untrained(1, latent_dims=3, hidden=16, conditioning={"pitch": ConditioningConfig(dim=12)})
    texts = {"author": "An Author", "description": "A Description", "licence": "CC0-1.0", "consent": "All agree."}
    write_instrument(tmp_path / "x.vschaos", dataclasses.replace(whole, card=dataclasses.replace(whole.card, **texts)))
    assert main(["instruments", "inspect", str(tmp_path / "x.vschaos")]) == 0
    shown = capsys.readouterr().out
    for part in (*texts.values(), "untrained 1", "44100 Hz", "2048", "512", "3 axes", "pitch: 12 classes", "one, two"):
        assert part in shown
    assert main(["instruments", "inspect", str(tmp_path / "x.vschaos"), "--json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    card = read_card(tmp_path / "x.vschaos")
    assert plain["card"].keys() == {field.name for field in dataclasses.fields(card)}
    assert plain["card"]["consent"] == "All agree."
    assert sum(plain["explained"]) == pytest.approx(1.0, abs=0.01)


def test_set_writes_the_card_and_leaves_every_other_byte(instrument, tmp_path, capsys):
    before = contents(instrument)
    fields = ["name=Bells = rung", "author=Ä. Ünlü", "licence=CC0-1.0", "consent=Mine.", "notes=Two\nlines"]
    assert main(["instruments", "set", str(tmp_path / "runs" / "bells"), *fields]) == 0
    assert "name: “untrained 1” → “Bells = rung”" in capsys.readouterr().out
    card = read_card(instrument)
    assert (card.name, card.author, card.licence) == ("Bells = rung", "Ä. Ünlü", "CC0-1.0")
    assert (card.consent, card.description) == ("Mine.", "Two\nlines")
    after = contents(instrument)
    assert list(after) == list(before)
    assert {name: part for name, part in after.items() if name != CARD} == {
        name: part for name, part in before.items() if name != CARD
    }
    read_instrument(instrument)
    assert [path.name for path in instrument.parent.iterdir()] == ["last.vschaos"]


def test_what_a_newer_program_wrote_on_the_card_stays(instrument):
    parts = contents(instrument)
    card = json.loads(parts[CARD][0]) | {"mood": "blue"}
    with zipfile.ZipFile(instrument, "w") as archive:
        for name, (content, kind) in parts.items():
            archive.writestr(name, json.dumps(card) if name == CARD else content, kind)
    assert main(["instruments", "set", str(instrument), "author=Me"]) == 0
    assert json.loads(contents(instrument)[CARD][0])["mood"] == "blue"


def test_texts_that_the_card_has_already_are_not_written(instrument, capsys):
    before = instrument.stat().st_mtime_ns
    assert main(["instruments", "set", str(instrument), "name=untrained 1"]) == 0
    assert instrument.stat().st_mtime_ns == before
    assert "No change: the card has these texts already." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("latent_dims=4", "cannot be set"),
        ("name", "cannot be set"),
        ("name= ", "needs a name"),
        ("name=a\nb", "must have only one line"),
        ("author=\x07", "contains control characters"),
        ("author=" + "x" * 10_001, "too long"),
        ("license=MIT licence=MIT", "twice"),
    ],
)
def test_impossible_texts_are_refused(instrument, capsys, field, text):
    before = instrument.read_bytes()
    assert main(["instruments", "set", str(instrument), *(field.split(" ") if "twice" in text else [field])]) == 1
    assert text in capsys.readouterr().err
    assert instrument.read_bytes() == before


def test_a_read_only_disk_is_an_error_and_nothing_changes(instrument, capsys, monkeypatch):
    def refuse(_path):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(vschaos.cli.instruments, "replacing", refuse)
    before = instrument.read_bytes()
    assert main(["instruments", "set", str(instrument), "author=Me"]) == 1
    errors = capsys.readouterr().err
    assert "Read-only" in errors
    assert "Copy the instrument" in errors
    assert instrument.read_bytes() == before


def test_damage_behind_the_card_leaves_the_file_as_it_is(instrument, capsys):
    content = bytearray(instrument.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8] = bytes(255 - value for value in content[middle : middle + 8])
    instrument.write_bytes(content)
    assert main(["instruments", "set", str(instrument), "author=Me"]) == 1
    assert "damaged" in capsys.readouterr().err
    assert instrument.read_bytes() == bytes(content)


@pytest.mark.parametrize("more", [["-v", "2"], ["--checkpoint", "best"]])
def test_a_file_has_no_versions(instrument, more, capsys):
    assert main(["instruments", "inspect", str(instrument), *more]) == 1
    assert "only trainings have versions" in capsys.readouterr().err
