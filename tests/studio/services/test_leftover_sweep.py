import os
import time

from tests.studio.immediate_tasks import ImmediateTasks
from vschaos_studio.services.leftover_sweep import known_folders, sweep_leftovers
from vschaos_studio.settings.table import DATASET_FOLDER, INSTRUMENT, RECORDINGS_FOLDER, RUNS_FOLDER


def test_what_was_left_in_every_folder_that_the_settings_name_is_removed(settings, tmp_path):
    settings.set(RECORDINGS_FOLDER, str(tmp_path / "recordings"))
    settings.set(RUNS_FOLDER, str(tmp_path / "runs"))
    settings.set(DATASET_FOLDER, str(tmp_path / "sounds"))
    settings.set(INSTRUMENT, str(tmp_path / "instruments" / "a.vschaos"))
    places = ("sets", "recordings", "runs/bells/version_0/checkpoints", "sounds/metadata/pitch", "instruments")
    parts = [tmp_path / place / ".vschaos-abcdefgh.part" for place in places]
    parts.append(settings.path.parent / ".vschaos-abcdefgh.part")
    for part in parts:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        os.utime(part, (time.time() - 60,) * 2)
    sweep_leftovers(ImmediateTasks(), settings, tmp_path / "sets")
    assert [part for part in parts if part.exists()] == []


def test_without_choices_no_folder_is_the_current_one(settings, tmp_path):
    assert all(folder.is_absolute() for folder, _ in known_folders(settings, tmp_path))
