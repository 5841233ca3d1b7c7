"""A training learns nothing from sounds that the user leaves out, and says so."""

from __future__ import annotations

from tests.training.trainings import Telling, tiny, write_sounds
from vschaos.data.left_out import write_left_out
from vschaos.training.events import Problem
from vschaos.training.preparation import prepare
from vschaos.training.stop_flags import StopFlags


def test_what_is_left_out_is_not_learnt(tmp_path):
    root = write_sounds(tmp_path / "sounds", 4)
    write_left_out(root, {"1.wav", "gone.wav"})
    telling = Telling()
    data = prepare(tiny(root, tmp_path), telling, StopFlags())
    assert [sound.relative for sound in data.report.files] == ["0.wav", "2.wav", "3.wav"]
    assert {sound.name for sound in data.store.sounds} == {"0.wav", "2.wav", "3.wav"}
    assert [problem.sentence for problem in telling.of(Problem)] == ["Left out by choice: 1 sound."]
