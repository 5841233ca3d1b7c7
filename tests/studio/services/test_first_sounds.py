"""The sounds that come with the program are copied whole, once, and with their labels."""

import numpy as np
import pytest
import soundfile

from vschaos.data.labels.files import read_labels
from vschaos.data.scan import scan_folder
from vschaos.errors import VschaosError
from vschaos_studio.services import first_sounds
from vschaos_studio.services.first_sounds import INSTALLED, copy_first_sounds, first_sounds_count


def test_the_copies_are_a_labelled_folder_of_sounds(tmp_path):
    made = copy_first_sounds(tmp_path / "documents" / "First sounds")
    assert made.is_new
    report = scan_folder(made.folder)
    assert len(report.sounds) == first_sounds_count() == 24
    assert not report.rejected
    labels, problems = read_labels(made.folder, None, [file.relative for file in report.sounds])
    assert not problems
    assert [task.name for task in labels.tasks] == ["kind"]
    assert {entry.spans[0].value for entry in labels.entries["kind"].values()} == set(range(6))
    assert [one.name for one in made.folder.parent.iterdir()] == ["First sounds"]


def test_copies_that_are_there_stay_as_they_are(tmp_path):
    folder = tmp_path / "First sounds"
    copy_first_sounds(folder)
    (folder / "bell 1.ogg").unlink()
    assert not copy_first_sounds(folder).is_new
    assert not (folder / "bell 1.ogg").exists()


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "First sounds").mkdir()
    assert copy_first_sounds(tmp_path / "First sounds").is_new


def test_nothing_is_left_where_it_fails(tmp_path, monkeypatch):
    def full(source, target):
        raise VschaosError("The disk is full.", "")

    monkeypatch.setattr(first_sounds, "copy_whole", full)
    with pytest.raises(VschaosError, match="full"):
        copy_first_sounds(tmp_path / "documents" / "First sounds")
    assert not list((tmp_path / "documents").iterdir())


def test_a_folder_that_cannot_be_made_is_reported(tmp_path):
    (tmp_path / "documents").write_text("")
    with pytest.raises(VschaosError, match="could not be copied"):
        copy_first_sounds(tmp_path / "documents" / "First sounds")


def test_an_installation_that_cannot_be_written_gives_copies_that_can(tmp_path, monkeypatch):
    installed = tmp_path / "installed"
    installed.mkdir()
    (installed / "a.ogg").write_bytes((INSTALLED / "bell 1.ogg").read_bytes())
    (installed / "a.ogg").chmod(0o444)
    installed.chmod(0o555)
    monkeypatch.setattr(first_sounds, "INSTALLED", installed)
    made = copy_first_sounds(tmp_path / "First sounds")
    installed.chmod(0o755)
    (made.folder / "new").write_text("")
    (made.folder / "a.ogg").write_bytes(b"")


def test_each_sound_is_near_its_peak_and_ends_in_silence():
    for path in INSTALLED.glob("*.ogg"):
        sound, rate = soundfile.read(path)
        assert rate == 44_100
        assert sound.ndim == 1
        assert 1.0 <= len(sound) / rate <= 3.0
        assert -4.0 < 20 * np.log10(np.abs(sound).max()) < -2.5, path.name
        assert np.abs(sound[-200:]).max() < 1e-3, path.name
