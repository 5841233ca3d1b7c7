from datetime import datetime
from pathlib import Path

import pytest

from vschaos.errors import VschaosError
from vschaos.realtime.protocol import Recovered
from vschaos_studio.services.recordings import file_words, new_recording, recordings_folder, recovered_notice
from vschaos_studio.state.notices import Level

NOON = datetime(2026, 5, 4, 12, 3, 2)


def test_a_recording_is_called_by_instrument_and_time(tmp_path):
    path = new_recording(tmp_path / "new" / "folder", "Bells: soft/loud", NOON)
    assert path == tmp_path / "new" / "folder" / "Bells_ soft_loud 2026-05-04 12.03.02.wav"
    assert path.parent.is_dir()


def test_no_recording_takes_anothers_name(tmp_path):
    names = set()
    for _ in range(3):
        path = new_recording(tmp_path, "Bells", NOON)
        path.write_bytes(b"")
        names.add(path.name)
    assert len(names) == 3


def test_a_folder_that_cannot_be_made_is_a_sentence_with_a_remedy(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(VschaosError) as caught:
        new_recording(tmp_path / "file" / "folder", "Bells", NOON)
    assert caught.value.remedy


def test_the_folder_is_the_chosen_one_or_in_the_users_music():
    assert recordings_folder("/chosen") == Path("/chosen")
    assert recordings_folder("").name == "vschaos studio"


def test_a_name_of_nothing_still_makes_a_file():
    assert file_words("   ") == "instrument"
    assert len(file_words("x" * 500)) <= 60


def test_a_recording_that_was_cut_off_is_offered_with_name_length_and_place(tmp_path):
    notice = recovered_notice(Recovered(str(tmp_path / "Bells 1.wav"), 125.4))
    assert "“Bells 1.wav”, 2:05" in notice.sentence
    assert str(tmp_path) in notice.remedy
    assert notice.level is Level.WARNING, "it waits for the user"
